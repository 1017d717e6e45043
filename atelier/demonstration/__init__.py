"""A small convention to look at: an invented day, played by the rules of the real ones.

`programme.toml` is read as any programme is; `day.toml` tells who did what, `closing.toml` how it ended.
"""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta, timezone

from atelier.demonstration.day import FOLDER, Entry, Labels, command_of, entries
from atelier.demonstration.people import person
from atelier.domain import events
from atelier.domain.actor import Actor
from atelier.domain.commands import Command, CreateConvention
from atelier.domain.decide import Decision, decide
from atelier.domain.erasing import erased, erasures
from atelier.domain.events import Envelope
from atelier.domain.evolve import evolve
from atelier.domain.state import NOTHING, Convention
from atelier.domain.words import Instant, Seq
from atelier.exchange.programme import read_programme

_SUMMER_TIME = timezone(timedelta(hours=2))
_CREATED_AT = "09:00"


class CannotPlay(ValueError):  # noqa: N818 - it says what
    """An entry that the rules refuse, or that changes nothing."""


def play(*, closed: bool, id: str) -> list[Envelope]:  # noqa: A002 - the id of the convention
    """The log of the day as it would be on disk; the same for the same id."""
    programme = read_programme((FOLDER / "programme.toml").read_text(encoding="utf-8"))
    stage = _Stage(create=replace(programme, id=id))
    for entry in (*entries("day.toml"), *(entries("closing.toml") if closed else ())):
        stage.do(entry)
    return stage.log


@dataclass(slots=True)
class _Stage:
    """The convention as the day goes on."""

    create: CreateConvention
    state: Convention = NOTHING
    log: list[Envelope] = field(default_factory=list)
    labels: Labels = field(default_factory=Labels)

    def __post_init__(self) -> None:
        host = person("host", self.create.id)
        self._apply("programme.toml", self.create, host, self._instant(_CREATED_AT))

    def do(self, entry: Entry) -> None:
        """Plays it, and remembers what it made."""
        try:
            command = command_of(entry, self.labels)
            actor, at = person(entry.who, self.create.id), self._instant(entry.at)
        except (KeyError, ValueError) as wrong:
            raise CannotPlay(f"{entry}: {wrong!r}") from wrong
        made = self._apply(str(entry), command, actor, at)
        if entry.label:
            self.labels.made[entry.label] = (made.seq, _thing(made.event))

    def _apply(self, what: str, command: Command, actor: Actor, at: Instant) -> Envelope:
        outcome = decide(self.state, command, actor)
        if not isinstance(outcome, Decision):
            raise CannotPlay(f"{what}: {outcome}")
        if self.log and at < self.log[-1].at:
            raise CannotPlay(f"{what}: earlier than what comes before it")
        envelope = Envelope(seq=Seq(len(self.log) + 1), at=at, by=outcome.by, event=outcome.event)
        for erasure in erasures(self.state, envelope.event):
            earlier = self.log[erasure.seq - 1]
            self.log[erasure.seq - 1] = replace(earlier, event=erased(earlier.event, erasure))
        self.state = evolve(self.state, envelope)
        self.log.append(envelope)
        return envelope

    def _instant(self, clock: str) -> Instant:
        local = datetime.fromisoformat(f"{self.create.dates[0]}T{clock}").replace(tzinfo=_SUMMER_TIME)
        return Instant(int(local.timestamp()))


def _thing(event: events.Event) -> int | str | None:
    """What later entries name by this one's label."""
    match event:
        case events.CardPosted(card=made):
            return made
        case (
            events.CardsGrouped(statement=made)
            | events.StatementAdded(statement=made)
            | events.StatementsMerged(statement=made)
            | events.StatementSplit(statement=made)
        ):
            return made
        case events.ObjectionRaised(objection=made):
            return made
        case events.AxisAdded(axis=made):
            return made
        case _:
            return None
