"""What became of every card: each has exactly one fate, and they add up."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from atelier.domain.card import Card
from atelier.domain.references import card_of, room_of
from atelier.domain.state import Convention
from atelier.domain.statement import Statement
from atelier.domain.words import AsideReason, Channel, Fate

ROOM = (Channel.PHONE, Channel.PAPER, Channel.SPOKEN)
"""The channels by which people of the day are heard."""


def fate_of(card: Card) -> Fate:
    """A card taken back is withdrawn wherever it stood."""
    if card.withdrawn:
        return Fate.WITHDRAWN
    if card.aside is not None:
        return Fate.SET_ASIDE
    return Fate.TO_PLACE if card.statement is None else Fate.IN_STATEMENT


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """Counts of cards. `received` is the sum of `fates`, of `channels`, and at most `people`."""

    received: int
    fates: dict[Fate, int]
    reasons: dict[AsideReason, int]
    channels: dict[Channel, int]
    people: int


def ledger(cards: Iterable[Card]) -> Ledger:
    """The ledger of these cards; every fate and channel of a room is there, at zero when none has it.

    An earlier cahier is there when something was taken from it.
    """
    cards = tuple(cards)
    fates = Counter(fate_of(card) for card in cards)
    reasons = Counter(card.aside.reason for card in cards if card.aside is not None)
    channels = Counter(card.channel for card in cards)
    return Ledger(
        received=len(cards),
        fates={fate: fates[fate] for fate in Fate},
        reasons={reason: reasons[reason] for reason in AsideReason if reasons[reason]},
        channels={channel: channels[channel] for channel in Channel if channels[channel] or channel in ROOM},
        people=sum(card.carried_by for card in cards),
    )


def faults(state: Convention) -> tuple[str, ...]:
    """What should never be: codes naming the things whose bookkeeping does not add up."""
    unlisted = (
        f"card:{card.number}:statement:{card.statement}"
        for card in state.cards.values()
        if card.statement is not None and not _lists(state.statements.get(card.statement), card)
    )
    strayed = (
        f"statement:{statement.reference}:card:{number}"
        for statement in state.statements.values()
        if statement.live
        for number in statement.cards
        if number not in state.cards or state.cards[number].statement != statement.reference
    )
    return (*unlisted, *strayed, *_misnumbered(state))


def _misnumbered(state: Convention) -> Iterator[str]:
    """This room gave its numbers in turn; every other card is of a room that was brought here."""
    numbers = (card for card in state.cards if card not in state.brought_cards)
    if list(numbers) != [card_of(state.room, one) for one in range(1, state.own_cards + 1)]:
        yield "cards:numbers"
    letters = {room.letter for room in state.rooms.values()}
    for card in state.brought_cards:
        if room_of(card) not in letters or card not in state.cards:
            yield f"card:{card}:room"


def _lists(statement: Statement | None, card: Card) -> bool:
    return statement is not None and statement.live and card.number in statement.cards
