"""The chapters: what each theme said, and what several said together."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from atelier.cahier import polled
from atelier.cahier.document import Board, Chapter, Prose
from atelier.cahier.entries import CardEntry, StatementEntry
from atelier.cahier.naming import Name, name_of
from atelier.domain import sections
from atelier.domain.chapters import Key, arranged, chapter_name, chapter_order, sections_at
from atelier.domain.chapters import chapters as keys_of_chapters
from atelier.domain.links import foundations, founded, live_statements, standing
from atelier.domain.matches import said_also
from atelier.domain.state import Convention
from atelier.domain.statement import Statement
from atelier.domain.tally import tally, weighings
from atelier.domain.words import CardNumber, Fate, Kind, Reference, SectionName


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """What chapters are made of, looked up once."""

    state: Convention
    cards: Mapping[CardNumber, CardEntry]
    founds: Mapping[Reference, tuple[Reference, ...]]
    also: Mapping[Reference, tuple[Reference, ...]]
    around: Mapping[tuple[Reference, str], tuple[Prose, ...]]
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
        also=said_also(state),
        around=_around(state),
        statements={key: tuple(those) for key, those in statements.items()},
        to_place={key: tuple(those) for key, those in to_place.items()},
    )


def _around(state: Convention) -> Mapping[tuple[Reference, str], tuple[Prose, ...]]:
    """Prose before and after each statement: what was written beside those it gathers, and its own."""
    found: dict[tuple[Reference, str], list[Prose]] = defaultdict(list)
    for name in sections.printed(state):
        beside = sections.statement_of(name)
        now = standing(state, beside) if beside else None
        if now is not None:
            found[now, name.rpartition(":")[2]].append(prose(state, name))
    return {place: tuple(texts) for place, texts in found.items()}


def chapters(matter: Material) -> tuple[Chapter, ...]:
    """One for each theme, and one for each set of themes that said something together."""
    return tuple(_chapter(matter, key) for key in keys_of_chapters(matter.state))


def _chapter(matter: Material, key: Key) -> Chapter:
    state = matter.state
    name = name_of(state, key)
    theme = None if name.joint else state.themes[name.themes[0]]
    return Chapter(
        part=chapter_name(state, key),
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
    return tuple(text for text in (prose(state, name) for name in sections_at(state, key, place)) if text)


def prose(state: Convention, name: SectionName) -> Prose:
    """The last version of a section, or nothing."""
    return Prose(state.sections[name].text if name in state.sections else "")


def _board(matter: Material, key: Key, kind: Kind) -> Board | None:
    """None where nothing of this kind was said."""
    own = arranged(matter.state, (one for one in matter.statements.get(key, ()) if one.kind is kind))
    elsewhere = tuple(_elsewhere(matter, key, kind)) if len(key) == 1 else ()
    if not (own or elsewhere):
        return None
    before, after = (_beside(matter, own, side) for side in sections.SIDES)
    return Board(
        kind=kind,
        elsewhere=elsewhere,
        statements=tuple(entry(matter, one) for one in own),
        before=before,
        after=after,
    )


def _beside(
    matter: Material, those: tuple[Statement, ...], side: str
) -> Mapping[Reference, tuple[Prose, ...]]:
    found = {one.reference: matter.around.get((one.reference, side), ()) for one in those}
    return {reference: texts for reference, texts in found.items() if texts}


def _elsewhere(matter: Material, key: Key, kind: Kind) -> Iterator[tuple[Name, tuple[Reference, ...]]]:
    wider = [other for other in matter.statements if key < other]
    for other in chapter_order(matter.state, wider):
        said = (one for one in matter.statements.get(other, ()) if one.kind is kind)
        those = tuple(one.reference for one in arranged(matter.state, said))
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
        weighings=weighings(matter.state, statement),
        opinions=polled.opinions(matter.state, statement),
        grades=polled.grades(matter.state, statement),
        consent=statement.consent,
        disagreement=statement.disagreement,
        objections=statement.objections,
        minorities=statement.minorities,
        maturity=statement.maturity,
        added=statement.added,
        merged=statement.merged,
        split_from=statement.split_from,
        wordings=len(statement.versions),
        also=matter.also.get(statement.reference, ()),
    )
