"""The chapters of the document: one for each theme, and one for what several said together."""

import re
from collections.abc import Iterable, Iterator

from atelier.domain import sections
from atelier.domain.fates import fate_of
from atelier.domain.links import live_statements
from atelier.domain.state import Convention, Slot
from atelier.domain.statement import Statement
from atelier.domain.words import Fate, Kind, PartName, Reference, SectionName, ThemeCode

Key = frozenset[ThemeCode]
"""The themes a statement or a card belongs to, in any order: what decides of its chapter."""

_CHAPTER = re.compile(r"themes?:([A-Z]{2,3}(?:\+[A-Z]{2,3})*)")


def key_of(name: str) -> Key | None:
    """The themes of `theme:DS`, of `themes:DS+TR`; None for a part that is no chapter."""
    found = _CHAPTER.fullmatch(name)
    return None if found is None else frozenset(ThemeCode(code) for code in found[1].split("+"))


def chapter_name(state: Convention, key: Key) -> PartName:
    """`theme:DS`, or `themes:DS+TR` for what they said together."""
    codes = [code for code in state.themes if code in key]
    return PartName(f"{'theme' if len(codes) == 1 else 'themes'}:{'+'.join(codes)}")


def chapters(state: Convention) -> tuple[Key, ...]:
    """One for each theme, and one for each set of themes that said something together."""
    slots = {frozenset(slot.themes) for slot in state.slots.values()}
    written = {key for key in slots if any(_is_written(state, name) for name in _of_slots(state, key))}
    said = {frozenset(one.themes) for one in live_statements(state)}
    waiting = {frozenset(one.themes) for one in state.cards.values() if fate_of(one) is Fate.TO_PLACE}
    return chapter_order(state, (key for key in {*said, *waiting, *written} if len(key) > 1))


def chapter_order(state: Convention, joint: Iterable[Key]) -> tuple[Key, ...]:
    """Theme by theme; a joint chapter stands before the first of its themes, the widest first."""
    place = {code: number for number, code in enumerate(state.themes)}
    ranked = sorted(
        (min(place[code] for code in key), -len(key), sorted(place[code] for code in key), key)
        for key in {*joint, *(frozenset({code}) for code in state.themes)}
    )
    return tuple(key for *_, key in ranked)


def slots_of(state: Convention, key: Key) -> tuple[Slot, ...]:
    """The slots of exactly these themes, in the order of the programme."""
    return tuple(slot for slot in state.slots.values() if frozenset(slot.themes) == key)


def board(state: Convention, chapter: str, kind: Kind) -> tuple[Reference, ...]:
    """The statements of a kind that stand in a chapter, in their order."""
    key = key_of(chapter)
    those = (one for one in live_statements(state) if one.kind is kind and frozenset(one.themes) == key)
    return tuple(one.reference for one in arranged(state, those))


def arranged(state: Convention, statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """Statements of one board, as the secretary put them; the others after, by number.

    What was merged stands where the first of those it gathers stood.
    """
    return tuple(sorted(statements, key=lambda one: _rank(state, one)))


def _rank(state: Convention, one: Statement) -> int:
    given = state.board_orders.get((chapter_name(state, frozenset(one.themes)), one.kind), ())
    places = [given.index(it) for it in (one.reference, *one.merged) if it in given]
    return min(places, default=len(given))


def sections_at(state: Convention, key: Key, place: str) -> tuple[SectionName, ...]:
    """Before, between or after: the theme's own, then those of the slots of exactly these themes."""
    own = (sections.of_theme(code, place) for code in key if len(key) == 1)
    return (*own, *(sections.of_slot(slot.id, place) for slot in slots_of(state, key)))


def _of_slots(state: Convention, key: Key) -> Iterator[SectionName]:
    return (name for place in sections.PLACES for name in sections_at(state, key, place))


def _is_written(state: Convention, name: SectionName) -> bool:
    return name in state.sections and bool(state.sections[name].text)
