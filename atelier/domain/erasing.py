"""What is erased for good, in memory and on disk, when words or marks have no reason to be kept."""

from dataclasses import dataclass, fields, replace
from typing import Any, TypeVar

from atelier.domain import events
from atelier.domain.card import Card
from atelier.domain.state import Convention
from atelier.domain.words import Seq

E = TypeVar("E", bound=events.Event)

WORDS = ("text", "note", "translations")
ALL_OF_A_CARD = (*WORDS, "author", "slip", "table")
_WHAT_TIES_A_CARD = ("author", "receipt")
_WHAT_TIES_A_VOTE = ("voter",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Erasure:
    """These fields of the event `seq`, those it has, become empty; the event stays in the log."""

    seq: Seq
    fields: tuple[str, ...]


def erasures(before: Convention, event: events.Event) -> tuple[Erasure, ...]:
    """What this event leaves no reason to keep in those before it."""
    match event:
        case events.CardCorrected(card=number):
            return tuple(Erasure(seq=seq, fields=WORDS) for seq in before.cards[number].texts)
        case events.CardWithdrawn(card=number):
            return _all_of(before.cards[number])
        case events.CardBrought(card=number) if number in before.cards:
            return _as_brought(before.cards[number], before.brought_cards[number], event)
        case events.ConventionClosed():
            cards = (Erasure(seq=card.posted, fields=_WHAT_TIES_A_CARD) for card in before.cards.values())
            dots = (seq for vote in before.votes.values() for seq in vote.cast)
            words = (seq for poll in before.polls.values() for seq in poll.cast)
            return (*cards, *(Erasure(seq=seq, fields=_WHAT_TIES_A_VOTE) for seq in (*dots, *words)))
        case _:
            return ()


def _all_of(card: Card) -> tuple[Erasure, ...]:
    return tuple(Erasure(seq=seq, fields=ALL_OF_A_CARD) for seq in dict.fromkeys((card.posted, *card.texts)))


def _as_brought(card: Card, said: events.CardBrought, event: events.CardBrought) -> tuple[Erasure, ...]:
    """Its room corrected it, or its author took it back there."""
    if event.withdrawn and not card.withdrawn:
        return _all_of(card)
    if event.text != said.text:
        return tuple(Erasure(seq=seq, fields=WORDS) for seq in card.texts)
    return ()


def erased(event: events.Event, erasure: Erasure) -> events.Event:
    """The event as it stays."""
    return blank(event, erasure.fields)


def blank(event: E, names: tuple[str, ...]) -> E:
    """The event with those of these fields that it has left empty."""
    held = {one.name: getattr(event, one.name) for one in fields(event)}
    gone: dict[str, Any] = {name: type(held[name])() for name in names if name in held}
    return replace(event, **gone)
