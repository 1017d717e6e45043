"""What the room answers to a command that was not refused."""

from dataclasses import dataclass

from atelier.domain.decide import Unchanged
from atelier.domain.events import Envelope, Event
from atelier.domain.words import CardNumber, Reference, Seq


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """It is durable. `event` is None when it was already so: a resent card, a mark that is there."""

    seq: Seq
    event: Event | None = None
    card: CardNumber | None = None
    statement: Reference | None = None


def receipt_for(outcome: Envelope | Unchanged) -> Receipt:
    """Names the card or the statement concerned, where there is one."""
    if isinstance(outcome, Unchanged):
        return Receipt(seq=outcome.seq, card=outcome.card, statement=outcome.statement)
    event = outcome.event
    return Receipt(
        seq=outcome.seq,
        event=event,
        card=getattr(event, "card", None),
        statement=getattr(event, "statement", None),
    )
