"""What is still missing before the cahier can be closed: settled one by one, or left with a reason."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain

from atelier.domain import sections
from atelier.domain.card import Card
from atelier.domain.fates import fate_of
from atelier.domain.links import foundations, founded, live_statements
from atelier.domain.personal_data import findings
from atelier.domain.references import cited
from atelier.domain.state import Convention
from atelier.domain.statement import Statement
from atelier.domain.words import AsideReason, Fate, Kind


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
    PROSE_ASTRAY = "prose_astray"
    PERSONAL_DATA = "personal_data"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """`subject` is a card number, a reference, an objection, `section/reference`; or where something
    personal may stand and what it is: `41/phone`, `DS-R1/name`, `foreword/email`."""

    missing: Missing
    subject: str

    @property
    def name(self) -> str:
        """What `answer_gap` calls it: `card_to_place:41`."""
        return f"{self.missing}:{self.subject}"


def gaps(state: Convention) -> tuple[Gap, ...]:
    """Everything that is missing, answered or not."""
    return (*_of_cards(state), *_of_statements(state), *_of_sections(state), *_of_people(state))


def unanswered(state: Convention) -> tuple[Gap, ...]:
    """What is missing and was not given a reason."""
    return tuple(gap for gap in gaps(state) if not state.answers.get(gap.name))


def answered(state: Convention) -> tuple[tuple[Gap, str], ...]:
    """What is still missing and was given a reason, with it."""
    found = ((gap, state.answers.get(gap.name, "")) for gap in gaps(state))
    return tuple((gap, reason) for gap, reason in found if reason)


def needs_translation(card: Card, language: str) -> bool:
    """It was said to be in another language, and nobody has put it into this one yet."""
    spoken = card.lang.split("-")[0].lower()
    return (
        bool(spoken)
        and spoken != language
        and all(one.lang.split("-")[0].lower() != language for one in card.translations)
    )


def untranslated(state: Convention) -> Iterator[Card]:
    """The cards that wait for somebody to translate them, the oldest first."""
    return (
        card
        for card in state.cards.values()
        if not card.withdrawn and needs_translation(card, state.language)
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
    for name in sections.printed(state):
        for reference in cited(state.sections[name].text):
            if reference not in state.statements or not state.statements[reference].live:
                yield Gap(missing=Missing.REFERENCE_BROKEN, subject=f"{name}/{reference}")
    for name, reference in sections.astray(state):
        yield Gap(missing=Missing.PROSE_ASTRAY, subject=f"{name}/{reference}")


def _of_people(state: Convention) -> Iterator[Gap]:
    """Each kind of personal data once for each place where it would be printed."""
    for where, texts in _printed(state):
        for kind in dict.fromkeys(found.kind for text in texts for found in findings(text)):
            yield Gap(missing=Missing.PERSONAL_DATA, subject=f"{where}/{kind}")


_NOT_PRINTED = {AsideReason.PERSONAL_DATA, AsideReason.AGAINST_FRAME}


def _printed(state: Convention) -> Iterator[tuple[str, Iterator[str]]]:
    """Where words are printed, and which: those of earlier wordings are, in the annex."""
    for card in state.cards.values():
        if not card.withdrawn:
            yield str(card.number), _of_card(card)
    for reference, statement in state.statements.items():
        yield reference, _said(statement)
    for name in sections.printed(state):
        yield name, iter((state.sections[name].text,))


def _of_card(card: Card) -> Iterator[str]:
    """When its words are withheld, the note that says why is not."""
    if card.aside is None or card.aside.reason not in _NOT_PRINTED:
        yield card.text
        yield from (one.text for one in card.translations)
    if card.aside is not None:
        yield card.aside.note


def _said(statement: Statement) -> Iterator[str]:
    """What another organisation said is theirs to publish."""
    yield statement.title
    yield from (version.text for version in statement.versions)
    yield from chain.from_iterable((one.text, one.outcome) for one in statement.objections)
    yield from (one.text for one in statement.minorities)
