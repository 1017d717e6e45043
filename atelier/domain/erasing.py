"""What is erased for good, in memory and on disk, when words or marks have no reason to be kept."""

from dataclasses import dataclass, fields, replace
from typing import Any

from atelier.domain import events
from atelier.domain.state import Convention
from atelier.domain.words import Seq

_WORDS = ("text", "note")
_ALL_OF_A_CARD = (*_WORDS, "author", "slip", "table")
_WHAT_TIES_A_CARD = ("author", "receipt")
_WHAT_TIES_DOTS = ("voter",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Erasure:
    """These fields of the event `seq`, those it has, become empty; the event stays in the log."""

    seq: Seq
    fields: tuple[str, ...]


def erasures(before: Convention, event: events.Event) -> tuple[Erasure, ...]:
    """What this event leaves no reason to keep in those before it."""
    match event:
        case events.CardCorrected(card=number):
            return tuple(Erasure(seq=seq, fields=_WORDS) for seq in before.cards[number].texts)
        case events.CardWithdrawn(card=number):
            card = before.cards[number]
            others = (seq for seq in card.texts if seq != card.posted)
            first = Erasure(seq=card.posted, fields=_ALL_OF_A_CARD)
            return (first, *(Erasure(seq=seq, fields=_WORDS) for seq in others))
        case events.ConventionClosed():
            cards = (Erasure(seq=card.posted, fields=_WHAT_TIES_A_CARD) for card in before.cards.values())
            cast = (seq for vote in before.votes.values() for seq in vote.cast)
            return (*cards, *(Erasure(seq=seq, fields=_WHAT_TIES_DOTS) for seq in cast))
        case _:
            return ()


def erased(event: events.Event, erasure: Erasure) -> events.Event:
    """The event as it stays."""
    held = {one.name for one in fields(event)}
    gone: dict[str, Any] = {name: "" for name in erasure.fields if name in held}
    return replace(event, **gone)
