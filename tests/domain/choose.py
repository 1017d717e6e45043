"""Choosing among what exists, with a few small numbers."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from atelier.domain.state import Convention
from atelier.domain.words import CardNumber, Kind, Reference, ThemeCode

T = TypeVar("T")

TEXTS = ("Guichet fermé.", "Deux heures de bus", "L’écran ou rien", "  espaces  ", "", "\u200b", "é" * 601)


class Pick:
    """Chooses with a few small numbers; what there is nothing to choose from is chosen wrongly."""

    def __init__(self, numbers: Sequence[int]) -> None:
        self._numbers = list(numbers)

    def number(self, below: int) -> int:
        """From 0, not `below` itself."""
        first = self._numbers.pop(0)
        self._numbers.append(first)
        return first % below

    def one(self, things: Iterable[T], otherwise: T) -> T:
        """One of them, the latest as often as the earliest."""
        choice = tuple(things)
        return choice[self.number(len(choice))] if choice else otherwise

    def some(self, things: Iterable[T], otherwise: T) -> tuple[T, ...]:
        """One to three of them."""
        choice = tuple(things)
        return tuple(self.one(choice, otherwise) for _ in range(1 + self.number(3)))


def a_card(state: Convention, pick: Pick) -> CardNumber:
    return pick.one(state.cards, CardNumber(1))


def loose(state: Convention, pick: Pick) -> tuple[CardNumber, ...]:
    loose = [card for card in state.cards.values() if card.statement is None and not card.withdrawn]
    kind, code = pick.one(Kind, Kind.CONSTAT), a_theme(state, pick)
    alike = [card.number for card in loose if card.kind is kind and code in card.themes]
    return pick.some(alike or [card.number for card in loose], CardNumber(1))


def placed(state: Convention, pick: Pick) -> tuple[CardNumber, ...]:
    live = [one.cards for one in state.statements.values() if one.live and one.cards]
    return pick.some(pick.one(live, ()), CardNumber(1))


def a_statement(state: Convention, pick: Pick) -> Reference:
    live = [one.reference for one in state.statements.values() if one.live]
    return pick.one(sorted(live), Reference("DS-C1"))


def alike(state: Convention, pick: Pick) -> tuple[Reference, ...]:
    first = state.statements.get(a_statement(state, pick))
    live = (one for one in state.statements.values() if first and one.live and one.kind is first.kind)
    alike = [one.reference for one in live if first and set(one.themes) & set(first.themes)]
    return pick.some(sorted(alike), Reference("DS-C1"))


def gone(state: Convention, pick: Pick) -> Reference:
    gone = [one.reference for one in state.statements.values() if one.dissolved]
    return pick.one(sorted(gone), Reference("DS-C1"))


def a_theme(state: Convention, pick: Pick) -> ThemeCode:
    return pick.one(state.themes, ThemeCode("DS"))


def a_kind(pick: Pick) -> Kind:
    return pick.one(Kind, Kind.CONSTAT)


def a_text(pick: Pick) -> str:
    return pick.one(TEXTS, "")


def a_target(state: Convention, pick: Pick) -> CardNumber | Reference:
    return a_card(state, pick) if pick.number(2) else a_statement(state, pick)


def constats(state: Convention, pick: Pick) -> tuple[Reference, ...]:
    live = [one.reference for one in state.statements.values() if one.live and one.kind is Kind.CONSTAT]
    return pick.some(sorted(live), Reference("DS-C1"))


def a_demand(state: Convention, pick: Pick) -> Reference:
    kinds = {Kind.REVENDICATION, Kind.PISTE}
    live = [one.reference for one in state.statements.values() if one.live and one.kind in kinds]
    return pick.one(sorted(live), Reference("DS-R1"))


def weighed(state: Convention, pick: Pick) -> Reference:
    """One on which dots may be put now, if there is any."""
    themes = {
        (code, kind)
        for vote in state.votes.values()
        if vote.open
        for code in vote.themes
        for kind in vote.kinds
    }
    live = [one for one in state.statements.values() if one.live]
    found = [one.reference for one in live if any((code, one.kind) in themes for code in one.themes)]
    return pick.one(sorted(found), a_statement(state, pick))


def worded(state: Convention, pick: Pick) -> Reference:
    """One with a sentence, if there is any."""
    found = [one.reference for one in state.statements.values() if one.live and one.versions]
    return pick.one(sorted(found), a_statement(state, pick))


def asked(state: Convention, pick: Pick) -> Reference:
    """One on which a word is asked now, if there is any."""
    found = [one for poll in state.polls.values() if poll.open for one, _ in poll.items]
    return pick.one(sorted(found), a_statement(state, pick))
