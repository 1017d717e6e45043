"""The chapters: what each theme said, and what several said together."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from atelier.cahier.document import Board, Chapter, Name, Prose
from atelier.cahier.entries import CardEntry, StatementEntry
from atelier.cahier.naming import Key, chapter_order, name_of, slots_of
from atelier.domain import sections
from atelier.domain.links import foundations, founded, live_statements
from atelier.domain.state import Convention
from atelier.domain.statement import Statement
from atelier.domain.tally import tally
from atelier.domain.words import CardNumber, Fate, Kind, Reference, SectionName


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """What chapters are made of, looked up once."""

    state: Convention
    cards: Mapping[CardNumber, CardEntry]
    founds: Mapping[Reference, tuple[Reference, ...]]
    statements: Mapping[Key, tuple[Statement, ...]]
    to_place: Mapping[Key, tuple[CardEntry, ...]]


def material(state: Convention, cards: Mapping[CardNumber, CardEntry]) -> Material:
    """Statements and cards to place, each under its exact set of themes."""
    statements: dict[Key, list[Statement]] = defaultdict(list)
    for statement in live_statements(state):
        statements[frozenset(statement.themes)].append(statement)
    to_place: dict[Key, list[CardEntry]] = defaultdict(list)
    for card in cards.values():
        if card.fate is Fate.TO_PLACE:
            to_place[frozenset(card.themes)].append(card)
    return Material(
        state=state,
        cards=cards,
        founds=founded(state),
        statements={key: tuple(those) for key, those in statements.items()},
        to_place={key: tuple(those) for key, those in to_place.items()},
    )


def chapters(matter: Material) -> tuple[Chapter, ...]:
    """One for each theme, and one for each set of themes that said something together."""
    slots = {frozenset(slot.themes) for slot in matter.state.slots.values()}
    written = (key for key in slots if any(_prose(matter.state, key, place) for place in sections.PLACES))
    joint = {key for key in (*matter.statements, *matter.to_place, *written) if len(key) > 1}
    return tuple(_chapter(matter, key) for key in chapter_order(matter.state, joint))


def _chapter(matter: Material, key: Key) -> Chapter:
    state = matter.state
    name = name_of(state, key)
    theme = None if name.joint else state.themes[name.themes[0]]
    return Chapter(
        name=name,
        question=theme.question if theme else "",
        partners=theme.partners if theme else (),
        people=theme.people if theme else 0,
        before=_prose(state, key, "before"),
        boards=tuple(board for kind in Kind if (board := _board(matter, key, kind)) is not None),
        between=_prose(state, key, "between"),
        after=_prose(state, key, "after"),
        to_place=matter.to_place.get(key, ()),
    )


def _prose(state: Convention, key: Key, place: str) -> tuple[Prose, ...]:
    """The theme's, then those of its slots; empty ones left out."""
    themes = [sections.of_theme(code, place) for code in key] if len(key) == 1 else []
    names = (*themes, *(sections.of_slot(slot.id, place) for slot in slots_of(state, key)))
    return tuple(text for text in (prose(state, name) for name in names) if text)


def prose(state: Convention, name: SectionName) -> Prose:
    """The last version of a section, or nothing."""
    return Prose(state.sections[name].text if name in state.sections else "")


def _board(matter: Material, key: Key, kind: Kind) -> Board | None:
    """None where nothing of this kind was said."""
    own = tuple(entry(matter, one) for one in matter.statements.get(key, ()) if one.kind is kind)
    elsewhere = tuple(_elsewhere(matter, key, kind)) if len(key) == 1 else ()
    return Board(kind=kind, elsewhere=elsewhere, statements=own) if own or elsewhere else None


def _elsewhere(matter: Material, key: Key, kind: Kind) -> Iterator[tuple[Name, tuple[Reference, ...]]]:
    wider = [other for other in matter.statements if key < other]
    for other in chapter_order(matter.state, wider):
        those = tuple(one.reference for one in matter.statements.get(other, ()) if one.kind is kind)
        if other in wider and those:
            yield name_of(matter.state, other), those


def entry(matter: Material, statement: Statement) -> StatementEntry:
    """The statement with what it stands on and what stands on it."""
    return StatementEntry(
        reference=statement.reference,
        kind=statement.kind,
        title=statement.title,
        text=statement.text,
        cards=tuple(matter.cards[number] for number in sorted(statement.cards)),
        founded_on=foundations(matter.state, statement),
        founds=matter.founds.get(statement.reference, ()),
        taken_up=statement.taken_up,
        tally=tally(matter.state, statement),
        disagreement=statement.disagreement,
        objections=statement.objections,
        minorities=statement.minorities,
        maturity=statement.maturity,
        added=statement.added,
        merged=statement.merged,
        split_from=statement.split_from,
        wordings=len(statement.versions),
    )
