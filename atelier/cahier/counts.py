"""The overview: how much was said where, what became of it, and what weighed most."""

from collections import Counter

from atelier.cahier.chapters import Material
from atelier.cahier.document import Chapter, Name, Overview, Pointer, Priority, Row
from atelier.cahier.naming import Key, chapter_order, name_of, pointer
from atelier.domain.fates import ledger
from atelier.domain.state import Convention
from atelier.domain.words import Kind, Reference


def overview(matter: Material, chapters: tuple[Chapter, ...]) -> Overview:
    """A row for every theme, and for every set of themes that received a card or made a statement."""
    cards = Counter(frozenset(card.themes) for card in matter.state.cards.values())
    joint = {key for key in (*cards, *matter.statements) if len(key) > 1}
    rows = (_row(matter, key, cards[key]) for key in chapter_order(matter.state, joint))
    return Overview(
        rows=tuple(rows),
        ledger=ledger(matter.state.cards.values()),
        priorities=_priorities(matter.state, chapters),
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


def _priorities(
    state: Convention, chapters: tuple[Chapter, ...]
) -> tuple[tuple[Name, tuple[Priority, ...]], ...]:
    """Most dots first; at the same number, in the order of the chapter."""
    found = ((chapter.name, _weighed(state, chapter)) for chapter in chapters)
    return tuple((name, priorities) for name, priorities in found if priorities)


def _weighed(state: Convention, chapter: Chapter) -> tuple[Priority, ...]:
    entries = (entry for board in chapter.boards for entry in board.statements)
    given = [
        Priority(pointer=_pointed(state, entry.reference), tally=entry.tally)
        for entry in entries
        if entry.tally is not None and entry.tally.total
    ]
    return tuple(sorted(given, key=lambda one: -one.tally.total))


def _pointed(state: Convention, reference: Reference) -> Pointer:
    return pointer(state.statements[reference])
