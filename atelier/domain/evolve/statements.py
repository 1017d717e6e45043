"""What statements say and what is said of them."""

from dataclasses import replace
from typing import assert_never

from atelier.domain import events
from atelier.domain.evolve.cards import change as change_cards
from atelier.domain.evolve.grouping import change
from atelier.domain.state import Convention
from atelier.domain.statement import Minority, Objection, TakenUp, Wording
from atelier.domain.words import CardNumber, Consent, Reference, Seq


def apply(state: Convention, event: events.StatementEvent, seq: Seq) -> Convention:
    """The state with this statement as it is now."""
    match event:
        case events.StatementWorded():
            return _worded(state, event, seq)
        case events.StatementsLinked(statement=reference, founded_on=more):
            links = state.statements[reference].founded_on + more
            return change(state, reference, seq, founded_on=links)
        case events.StatementsUnlinked(statement=reference, founded_on=gone):
            left = tuple(one for one in state.statements[reference].founded_on if one not in gone)
            return change(state, reference, seq, founded_on=left)
        case events.StatementAttributed() | events.StatementUnattributed():
            return _attributed(state, event, seq)
        case events.DisagreementMarked(target=target, on=on):
            if isinstance(target, int):
                return change_cards(state, [CardNumber(target)], seq, disagreement=on)
            return change(state, Reference(target), seq, disagreement=on)
        case events.ObjectionRaised(objection=objection, statement=reference, text=text, kind=kind):
            raised = Objection(id=objection, text=text, kind=kind)
            objections = (*state.statements[reference].objections, raised)
            state = replace(state, objections={**state.objections, objection: reference})
            consent = state.statements[reference].consent and Consent.OBJECTIONS
            return change(state, reference, seq, objections=objections, consent=consent)
        case events.ObjectionResolved():
            return _resolved(state, event, seq)
        case events.MinorityRecorded(statement=reference, text=text, people=people):
            kept = tuple(one for one in state.statements[reference].minorities if one.text != text)
            new = (Minority(text=text, people=people),) if people else ()
            return change(state, reference, seq, minorities=kept + new)
        case events.MaturitySet(statement=reference, maturity=maturity):
            return change(state, reference, seq, maturity=maturity)
        case events.ConsentSet(statement=reference, stage=stage):
            return change(state, reference, seq, consent=stage)
        case _:
            assert_never(event)


def _worded(state: Convention, event: events.StatementWorded, seq: Seq) -> Convention:
    statement = state.statements[event.statement]
    title = statement.title if event.title is None else event.title
    if event.text == statement.text:
        return change(state, statement.reference, seq, title=title)
    versions = (*statement.versions, Wording(text=event.text, seq=seq))
    begun = statement.consent not in (None, Consent.PROPOSED)
    consent = Consent.AMENDED if begun else statement.consent  # nobody has consented to these words yet
    return change(state, statement.reference, seq, title=title, versions=versions, consent=consent)


def _attributed(
    state: Convention, event: events.StatementAttributed | events.StatementUnattributed, seq: Seq
) -> Convention:
    statement = state.statements[event.statement]
    source = (event.organisation, event.quote)
    taken_up = tuple(one for one in statement.taken_up if (one.organisation, one.quote) != source)
    if isinstance(event, events.StatementAttributed):
        new = TakenUp(organisation=event.organisation, quote=event.quote, reference=event.reference)
        taken_up = (*taken_up, new)
    return change(state, statement.reference, seq, taken_up=taken_up)


def _resolved(state: Convention, event: events.ObjectionResolved, seq: Seq) -> Convention:
    reference = state.objections[event.objection]
    objections = tuple(
        replace(one, how=event.how, outcome=event.text) if one.id == event.objection else one
        for one in state.statements[reference].objections
    )
    return change(state, reference, seq, objections=objections)
