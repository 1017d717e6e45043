"""Decisions about what statements say and what is said of them."""

from typing import assert_never

from atelier.domain import events, limits
from atelier.domain.commands import (
    AttributeStatement,
    LinkStatements,
    MarkDisagreement,
    RaiseObjection,
    RecordMinority,
    ResolveObjection,
    SetConsent,
    SetMaturity,
    StatementCommand,
    UnattributeStatement,
    UnlinkStatements,
    WordStatement,
)
from atelier.domain.decide.checks import (
    at_most,
    card_at,
    fit,
    fit_line,
    not_weighed,
    refuse,
    some,
    statement_at,
    unchanged_since,
    within,
)
from atelier.domain.decide.outcome import Unchanged
from atelier.domain.links import foundations, standing
from atelier.domain.refusals import Because
from atelier.domain.state import Convention
from atelier.domain.statement import Statement
from atelier.domain.words import CardNumber, Consent, Kind, ObjectionId, Reference

_FOUNDATIONS = {
    Kind.REVENDICATION: {Kind.CONSTAT},
    Kind.PISTE: {Kind.CONSTAT, Kind.REVENDICATION},
}


def decide(state: Convention, command: StatementCommand) -> events.StatementEvent | Unchanged:
    """One event, or nothing to do."""
    match command:
        case WordStatement():
            return _word(state, command)
        case LinkStatements():
            return _link(state, command)
        case UnlinkStatements():
            return _unlink(state, command)
        case AttributeStatement() | UnattributeStatement():
            return _attribute(state, command)
        case MarkDisagreement():
            return _disagree(state, command)
        case RaiseObjection(statement=reference, text=given, kind=kind):
            text = fit(given, limits.OBJECTION_GRAPHEMES_MAX, "text")
            at_most(limits.SAID_OF_A_STATEMENT_MAX - 1, statement_at(state, reference).objections, "text")
            objection = ObjectionId(f"O{len(state.objections) + 1}")
            return events.ObjectionRaised(objection=objection, statement=reference, text=text, kind=kind)
        case ResolveObjection(objection=objection, how=how, text=given):
            if objection not in state.objections:
                refuse(Because.UNKNOWN, "objection", given=objection)
            text = fit(given, limits.OBJECTION_GRAPHEMES_MAX, "text", optional=True)
            return events.ObjectionResolved(objection=objection, how=how, text=text)
        case RecordMinority(statement=reference, text=given, people=people):
            text = fit(given, limits.MINORITY_GRAPHEMES_MAX, "text")
            within(people, 0, limits.PEOPLE_MAX, "people")
            held = [one for one in statement_at(state, reference).minorities if one.text != text]
            at_most(limits.SAID_OF_A_STATEMENT_MAX - 1, tuple(held), "text")
            return events.MinorityRecorded(statement=reference, text=text, people=people)
        case SetMaturity(statement=reference, maturity=maturity):
            found = statement_at(state, reference)
            if found.maturity is maturity:
                return _same(found)
            return events.MaturitySet(statement=reference, maturity=maturity)
        case SetConsent():
            return _consent(state, command)
        case _:
            assert_never(command)


def _consent(state: Convention, command: SetConsent) -> events.ConsentSet | Unchanged:
    """Adopted: a sentence, to which nobody objects any more."""
    found = statement_at(state, command.statement)
    if found.consent is command.stage:
        return _same(found)
    if command.stage is Consent.ADOPTED:
        if not found.versions:
            refuse(Because.NOT_WORDED, "stage", statement=found.reference)
        if any(one.how is None for one in found.objections):
            refuse(Because.OBJECTIONS_OPEN, "stage", statement=found.reference)
    return events.ConsentSet(statement=found.reference, stage=command.stage)


def _word(state: Convention, command: WordStatement) -> events.StatementWorded | Unchanged:
    found = statement_at(state, command.statement)
    text = fit(command.text, limits.WORDING_GRAPHEMES_MAX, "text")
    title = None
    if command.title is not None:
        title = fit_line(command.title, limits.TITLE_GRAPHEMES_MAX, "title", optional=True)
    unchanged_since(command.base, found.worded, found.text, text)
    if text == found.text and title in (None, found.title):
        return _same(found)
    if text != found.text:
        not_weighed(state, found)
    return events.StatementWorded(statement=found.reference, text=text, title=title)


def _link(state: Convention, command: LinkStatements) -> events.StatementsLinked | Unchanged:
    found = statement_at(state, command.statement)
    wanted = some(command.founded_on, "founded_on")
    for reference in wanted:
        foundation = statement_at(state, reference, "founded_on")
        if foundation.kind not in _FOUNDATIONS.get(found.kind, set()):
            refuse(Because.CANNOT_BE_FOUNDED, "founded_on", kind=found.kind, on=foundation.kind)
    new = tuple(reference for reference in wanted if reference not in foundations(state, found))
    at_most(limits.LINKS_MAX, found.founded_on + new, "founded_on")
    if not new:
        return _same(found)
    return events.StatementsLinked(statement=found.reference, founded_on=new)


def _unlink(state: Convention, command: UnlinkStatements) -> events.StatementsUnlinked | Unchanged:
    found = statement_at(state, command.statement)
    unwanted = some(command.founded_on, "founded_on")
    gone = tuple(one for one in found.founded_on if one in unwanted or standing(state, one) in unwanted)
    return events.StatementsUnlinked(statement=found.reference, founded_on=gone) if gone else _same(found)


def _attribute(
    state: Convention, command: AttributeStatement | UnattributeStatement
) -> events.StatementAttributed | events.StatementUnattributed | Unchanged:
    found = statement_at(state, command.statement)
    organisation = fit_line(command.organisation, limits.ORGANISATION_GRAPHEMES_MAX, "organisation")
    quote = fit(command.quote, limits.QUOTE_GRAPHEMES_MAX, "quote", optional=True)
    if isinstance(command, UnattributeStatement):
        if not any((one.organisation, one.quote) == (organisation, quote) for one in found.taken_up):
            return _same(found)
        return events.StatementUnattributed(statement=found.reference, organisation=organisation, quote=quote)
    reference = fit_line(command.reference, limits.SOURCE_GRAPHEMES_MAX, "reference", optional=True)
    at_most(limits.LINKS_MAX - 1, found.taken_up, "organisation")
    return events.StatementAttributed(
        statement=found.reference, organisation=organisation, quote=quote, reference=reference
    )


def _disagree(state: Convention, command: MarkDisagreement) -> events.DisagreementMarked | Unchanged:
    target = command.target
    if isinstance(target, int):
        number = CardNumber(target)
        card = card_at(state, number, "target")
        if card.disagreement == command.on:
            return Unchanged(seq=card.changed, card=number)
        return events.DisagreementMarked(target=number, on=command.on)
    found = statement_at(state, Reference(target), "target")
    if found.disagreement == command.on:
        return _same(found)
    return events.DisagreementMarked(target=found.reference, on=command.on)


def _same(statement: Statement) -> Unchanged:
    return Unchanged(seq=statement.changed, statement=statement.reference)
