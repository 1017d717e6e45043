"""The last events of a theme, in words, the newest first; each with its undo where there is one."""

from collections import deque
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, fields
from typing import NamedTuple

from atelier.domain import events
from atelier.domain.actor import Actor
from atelier.domain.commands import Undo
from atelier.domain.decide import Decision, decide
from atelier.domain.events import Envelope
from atelier.domain.rooms import RoomTheme
from atelier.domain.state import Convention
from atelier.domain.words import CardNumber, Seq, ThemeCode
from atelier.translations import Speech
from atelier.web.pages.desk.telling import posted, tell

LINES = 30
_READ_BACK = 600
"""Events read when a desk opens: thirty of one theme, among those of twenty others."""

_ONCE = (
    events.StatementWorded,
    events.MaturitySet,
    events.MinorityRecorded,
    events.DisagreementMarked,
    events.ProgrammeEvent,
    events.ThemeEdited,
)
"""What replaces what was there: only the last of its kind, on that thing, can be undone."""


class Line(NamedTuple):
    """`undo`: the event that can be undone, or None."""

    text: str
    undo: Seq | None


@dataclass(slots=True)
class Journal:
    """The events of one theme that a desk has read so far."""

    theme: ThemeCode
    seen: int = 0
    kept: deque[Envelope] | None = None

    def behind(self, state: Convention) -> int:
        """After which event it has to read."""
        if self.kept is None:
            self.kept = deque(maxlen=LINES * 4)
            self.seen = max(0, state.seq - _READ_BACK)
        return self.seen

    def take(self, happened: Iterable[Envelope], state: Convention) -> None:
        """Those that concern this theme, after those that are there."""
        assert self.kept is not None  # noqa: S101 - `behind` is asked first
        for envelope in happened:
            self.seen = envelope.seq
            if not isinstance(
                envelope.event, events.DotsCast | events.ChoiceCast
            ) and self.theme in themes_of(envelope.event, state):
                self.kept.append(envelope)

    def lines(self, state: Convention, actor: Actor, speech: Speech) -> list[Line]:
        """The newest first. Cards that arrived one after the other share a line."""
        newest = reversed(self.kept or ())
        found: list[Line] = []
        for line in _said(_together(newest, state, actor), state, actor, speech):
            found.append(line)
            if len(found) == LINES:
                break
        return found


def themes_of(event: events.Event, state: Convention) -> frozenset[ThemeCode]:
    """The themes that an event concerns; none for the convention as a whole."""
    found: set[ThemeCode] = set()
    for field in fields(event):
        value = getattr(event, field.name)
        match field.name:
            case "theme":
                found.add(value)
            case "themes":
                given = value if isinstance(value, tuple) else ()
                found.update(one.here if isinstance(one, RoomTheme) else one for one in given)
            case "vote" if value in state.votes:
                found.update(state.votes[value].themes)
            case "poll" if value in state.polls:
                found.update(state.polls[value].themes)
            case "card" | "cards" | "statement" | "target" | "targets" | "objection":
                for one in value if isinstance(value, tuple) else (value,):
                    found.update(_themes_of_thing(one, state) if one is not None else ())
            case _:
                pass
    return frozenset(found)


def _themes_of_thing(thing: Hashable, state: Convention) -> tuple[ThemeCode, ...]:
    reference = state.objections.get(thing, thing)  # type: ignore[call-overload]
    found = state.cards.get(thing) if isinstance(thing, int) else state.statements.get(reference)  # type: ignore[call-overload]
    return found.themes if found is not None else ()


def _together(
    newest: Iterator[Envelope], state: Convention, actor: Actor
) -> Iterator[tuple[Envelope, tuple[CardNumber, ...]]]:
    """Each event; for a run of new cards that cannot be undone from here, the last and all the numbers."""
    run: list[Envelope] = []
    for envelope in newest:
        alone = not isinstance(envelope.event, events.CardPosted) or _undo(envelope, state, actor)
        if run and alone:
            yield run[0], _numbers(run)
            run = []
        if alone:
            yield envelope, ()
        else:
            run.append(envelope)
    if run:
        yield run[0], _numbers(run)


def _numbers(run: list[Envelope]) -> tuple[CardNumber, ...]:
    return tuple(one.event.card for one in reversed(run) if isinstance(one.event, events.CardPosted))


def _said(
    newest: Iterator[tuple[Envelope, tuple[CardNumber, ...]]], state: Convention, actor: Actor, speech: Speech
) -> Iterator[Line]:
    replaced: set[Hashable] = set()
    for envelope, numbers in newest:
        event = envelope.event
        text = posted(numbers, speech) if numbers else tell(event, state, speech)
        subject = (type(event), getattr(event, "statement", getattr(event, "target", None)))
        again = isinstance(event, _ONCE) and subject in replaced
        replaced.add(subject)
        if text:
            yield Line(text, None if numbers or again else _undo(envelope, state, actor))


def _undo(envelope: Envelope, state: Convention, actor: Actor) -> Seq | None:
    """Asked of the core: whether it would do it, for who sits here, now."""
    outcome = decide(state, Undo(seq=envelope.seq), actor)
    return envelope.seq if isinstance(outcome, Decision) else None
