"""The overview: how much was said where, what became of it, and what weighed most."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace

from atelier.cahier.chapters import Material
from atelier.cahier.document import Chapter
from atelier.cahier.naming import Name, name_of, pointer, pointer_to_all
from atelier.cahier.overview import Overview, Priority, Row, Shared, Slice
from atelier.domain.chapters import Key, chapter_order
from atelier.domain.fates import ledger
from atelier.domain.matches import Matched, live_matches
from atelier.domain.state import Convention
from atelier.domain.statement import Statement
from atelier.domain.tally import Tally, Weighing, weighings
from atelier.domain.votes import Vote
from atelier.domain.words import Channel, Kind, Reference

_SLICE_MINUTES = 15  # coarse enough for nobody to be told by it
_SLICE_SECONDS = 60 * _SLICE_MINUTES


def overview(matter: Material, chapters: tuple[Chapter, ...]) -> Overview:
    """A row for every theme, and for every set of themes that received a card or made a statement."""
    cards = Counter(frozenset(card.themes) for card in matter.state.cards.values())
    joint = {key for key in (*cards, *matter.statements) if len(key) > 1}
    rows = (_row(matter, key, cards[key]) for key in chapter_order(matter.state, joint))
    return Overview(
        rows=tuple(rows),
        ledger=ledger(matter.state.cards.values()),
        shared=_shared(matter.state),
        priorities=_priorities(matter.state, chapters),
    )


def flow(state: Convention) -> tuple[Slice, ...]:
    """The quarters of an hour in which cards came, whatever became of them since."""
    counts: dict[int, Counter[Channel]] = defaultdict(Counter)
    for card in state.cards.values():
        counts[card.at // _SLICE_SECONDS][card.channel] += 1
    first = min(counts, default=0)
    return tuple(
        Slice(
            start=_SLICE_MINUTES * (quarter - first),
            came={channel: came[channel] for channel in Channel if came[channel]},
        )
        for quarter, came in sorted(counts.items())
    )


def _row(matter: Material, key: Key, received: int) -> Row:
    kinds = Counter(statement.kind for statement in matter.statements.get(key, ()))
    partners = matter.state.themes[next(iter(key))].partners if len(key) == 1 else ()
    return Row(
        name=name_of(matter.state, key),
        partners=partners,
        statements={kind: kinds[kind] for kind in Kind},
        received=received,
    )


def _shared(state: Convention) -> tuple[Shared, ...]:
    """Each once; its dots are never added up, for they were given on different sentences."""
    return tuple(
        Shared(pointer=pointer_to_all(state, match), weighed=_weighed(state, match))
        for match in live_matches(state)
    )


def _weighed(
    state: Convention, match: Matched
) -> tuple[tuple[Name | None, tuple[tuple[Reference, Tally], ...]], ...]:
    """Those who weighed together first."""
    found: dict[Name | None, list[tuple[Reference, Tally]]] = defaultdict(list)
    for reference in match.statements:
        for one in _last_of_each(state, state.statements[reference]):
            found[_name_of_those(state, one.vote)].append((reference, one.tally))
    ordered = sorted(found.items(), key=lambda one: one[0] is None)
    return tuple((name, tuple(given)) for name, given in ordered)


def _priorities(
    state: Convention, chapters: tuple[Chapter, ...]
) -> tuple[tuple[Name, tuple[Priority, ...]], ...]:
    """Those who weighed several themes together first; most dots first, then in the order of the chapter."""
    together: dict[Name, list[Priority]] = defaultdict(list)
    apart: dict[Name, list[Priority]] = defaultdict(list)
    for chapter in chapters:
        for reference in _references(chapter):
            statement = state.statements[reference]
            for one in _last_of_each(state, statement):
                joint = _name_of_those(state, one.vote)
                priority = Priority(pointer=pointer(statement), tally=one.tally)
                (together if joint else apart)[joint or chapter.name].append(priority)
    return tuple(
        (name, tuple(sorted(found, key=lambda one: -one.tally.total)))
        for name, found in (*together.items(), *apart.items())
    )


def _references(chapter: Chapter) -> Iterator[Reference]:
    return (entry.reference for board in chapter.boards for entry in board.statements)


def _last_of_each(state: Convention, statement: Statement) -> tuple[Weighing, ...]:
    """The last dots that each set of people gave it, those of the rooms as one."""
    last = {one.vote.themes if len(one.vote.themes) > 1 else (): one for one in weighings(state, statement)}
    return tuple(one for one in last.values() if one.tally.total)


def _name_of_those(state: Convention, vote: Vote) -> Name | None:
    """Of several themes that weighed together; None for a room alone."""
    if len(vote.themes) == 1:
        return None
    name = name_of(state, frozenset(vote.themes))
    return replace(name, title="", plenary=True) if len(vote.themes) == len(state.themes) else name
