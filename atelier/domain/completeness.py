"""What is still missing before the cahier can be closed: settled one by one, or left with a reason."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from atelier.domain.card import Card
from atelier.domain.fates import fate_of
from atelier.domain.links import foundations, founded, live_statements
from atelier.domain.references import cited
from atelier.domain.state import Convention
from atelier.domain.statement import Statement
from atelier.domain.words import Fate, Kind


class Missing(StrEnum):
    """The kinds of gap."""

    CARD_TO_PLACE = "card_to_place"
    CARD_UNTRANSLATED = "card_untranslated"
    STATEMENT_UNWORDED = "statement_unworded"
    STATEMENT_WITHOUT_SOURCE = "statement_without_source"
    REVENDICATION_UNFOUNDED = "revendication_unfounded"
    CONSTAT_UNUSED = "constat_unused"
    OBJECTION_OPEN = "objection_open"
    REFERENCE_BROKEN = "reference_broken"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """`subject` is a card number, a reference, an objection, or `section/reference`."""

    missing: Missing
    subject: str

    @property
    def name(self) -> str:
        """What `answer_gap` calls it: `card_to_place:41`."""
        return f"{self.missing}:{self.subject}"


def gaps(state: Convention) -> tuple[Gap, ...]:
    """Everything that is missing, answered or not."""
    return (*_of_cards(state), *_of_statements(state), *_of_sections(state))


def unanswered(state: Convention) -> tuple[Gap, ...]:
    """What is missing and was not given a reason."""
    return tuple(gap for gap in gaps(state) if not state.answers.get(gap.name))


def needs_translation(card: Card, language: str) -> bool:
    """It was said to be in another language, and nobody has put it into this one yet."""
    spoken = card.lang.split("-")[0].lower()
    return (
        bool(spoken)
        and spoken != language
        and all(one.lang.split("-")[0].lower() != language for one in card.translations)
    )


def _of_cards(state: Convention) -> Iterator[Gap]:
    for card in state.cards.values():
        fate = fate_of(card)
        if fate is Fate.TO_PLACE:
            yield Gap(missing=Missing.CARD_TO_PLACE, subject=str(card.number))
        if fate is not Fate.WITHDRAWN and needs_translation(card, state.language):
            yield Gap(missing=Missing.CARD_UNTRANSLATED, subject=str(card.number))


def _of_statements(state: Convention) -> Iterator[Gap]:
    uses = founded(state)
    for statement in live_statements(state):
        yield from (Gap(missing=missing, subject=statement.reference) for missing in _lacks(state, statement))
        if statement.kind is Kind.CONSTAT and statement.reference not in uses:
            yield Gap(missing=Missing.CONSTAT_UNUSED, subject=statement.reference)
        for objection in statement.objections:
            if objection.how is None:
                yield Gap(missing=Missing.OBJECTION_OPEN, subject=objection.id)


def _lacks(state: Convention, statement: Statement) -> Iterator[Missing]:
    if not statement.versions:
        yield Missing.STATEMENT_UNWORDED
    if not statement.added and all(state.cards[number].withdrawn for number in statement.cards):
        yield Missing.STATEMENT_WITHOUT_SOURCE
    if statement.kind is Kind.REVENDICATION and not foundations(state, statement):
        yield Missing.REVENDICATION_UNFOUNDED


def _of_sections(state: Convention) -> Iterator[Gap]:
    for name, section in sorted(state.sections.items()):
        for reference in cited(section.text):
            if reference not in state.statements or not state.statements[reference].live:
                yield Gap(missing=Missing.REFERENCE_BROKEN, subject=f"{name}/{reference}")
