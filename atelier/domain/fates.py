"""What became of every card: each has exactly one fate, and they add up."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from atelier.domain.card import Card
from atelier.domain.state import Convention
from atelier.domain.statement import Statement
from atelier.domain.words import AsideReason, Channel, Fate


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
    """The ledger of these cards; every fate and channel is there, at zero when none has it."""
    cards = tuple(cards)
    fates = Counter(fate_of(card) for card in cards)
    reasons = Counter(card.aside.reason for card in cards if card.aside is not None)
    channels = Counter(card.channel for card in cards)
    return Ledger(
        received=len(cards),
        fates={fate: fates[fate] for fate in Fate},
        reasons={reason: reasons[reason] for reason in AsideReason if reasons[reason]},
        channels={channel: channels[channel] for channel in Channel},
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
    in_turn = list(state.cards) == list(range(1, len(state.cards) + 1))
    return (*unlisted, *strayed, *(() if in_turn else ("cards:numbers",)))


def _lists(statement: Statement | None, card: Card) -> bool:
    return statement is not None and statement.live and card.number in statement.cards
