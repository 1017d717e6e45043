"""Where what is missing from the cahier is settled: one place for each gap, one button to it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never

from atelier.domain.completeness import Gap, Missing
from atelier.domain.state import Convention
from atelier.domain.words import CardNumber, ObjectionId, Reference, ThemeCode


class Place(StrEnum):
    """The desk of a theme, a statement's sheet there, the cards to translate, a text of the cahier."""

    DESK = "desk"
    SHEET = "sheet"
    TRANSLATION = "translation"
    SECTION = "section"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settling:
    """`target` is a card's number, a statement's reference or a section's name; a section has no theme."""

    place: Place
    target: str
    theme: ThemeCode | None = None


def settled_at(state: Convention, gap: Gap) -> Settling:
    """The place of a gap that this state has."""
    subject = gap.subject
    match gap.missing:
        case Missing.CARD_TO_PLACE:
            return _card(state, Place.DESK, subject)
        case Missing.CARD_UNTRANSLATED:
            return _card(state, Place.TRANSLATION, subject)
        case Missing.OBJECTION_OPEN:
            return _sheet(state, state.objections[ObjectionId(subject)])
        case Missing.REFERENCE_BROKEN | Missing.PROSE_ASTRAY:
            return Settling(place=Place.SECTION, target=subject.rpartition("/")[0])
        case Missing.PERSONAL_DATA:
            return _of_people(state, subject.rpartition("/")[0])
        case (
            Missing.STATEMENT_UNWORDED
            | Missing.STATEMENT_WITHOUT_SOURCE
            | Missing.REVENDICATION_UNFOUNDED
            | Missing.CONSTAT_UNUSED
        ):
            return _sheet(state, Reference(subject))
        case _:
            assert_never(gap.missing)


def _of_people(state: Convention, where: str) -> Settling:
    if where.isdigit():
        return _card(state, Place.DESK, where)
    reference = Reference(where)
    return (
        _sheet(state, reference)
        if reference in state.statements
        else Settling(place=Place.SECTION, target=where)
    )


def _card(state: Convention, place: Place, number: str) -> Settling:
    return Settling(place=place, target=number, theme=state.cards[CardNumber(int(number))].themes[0])


def _sheet(state: Convention, reference: Reference) -> Settling:
    return Settling(place=Place.SHEET, target=reference, theme=state.statements[reference].themes[0])
