"""What can be done with what is chosen on the boards: only what makes sense. The core decides, then."""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from enum import StrEnum

from atelier.domain import limits
from atelier.domain.card import Card
from atelier.domain.links import live_statements
from atelier.domain.state import Convention
from atelier.domain.statement import Statement
from atelier.domain.words import CardNumber, Channel, Kind, Reference


class Act(StrEnum):
    """In the order of the bar."""

    GROUP = "group"
    PUT_IN = "put_in"
    WORD = "word"
    LINK = "link"
    MERGE = "merge"
    SPLIT = "split"
    MARK = "mark"
    UNMARK = "unmark"
    REVEAL = "reveal"
    RESTORE = "restore"
    SET_ASIDE = "set_aside"
    MOVE = "move"
    UNGROUP = "ungroup"
    DISSOLVE = "dissolve"
    ATTRIBUTE = "attribute"
    OBJECT = "object"
    MINORITY = "minority"
    MATURITY = "maturity"
    CONSENT = "consent"
    ASK = "ask"
    GRADE = "grade"
    PROJECT = "project"
    TRANSLATE = "translate"
    UNCOVER = "uncover"
    COVER = "cover"


_OF_ONE_STATEMENT = (Act.ATTRIBUTE, Act.OBJECT, Act.MINORITY, Act.MATURITY, Act.CONSENT, Act.PROJECT)

BEHIND_MORE = (*_OF_ONE_STATEMENT, Act.ASK, Act.TRANSLATE, Act.COVER)
"""What is rarer, and stands only behind « … »."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """Cards and statements, in the order in which they were chosen."""

    cards: tuple[CardNumber, ...] = ()
    statements: tuple[Reference, ...] = ()

    def __len__(self) -> int:
        return len(self.cards) + len(self.statements)

    def still_there(self, state: Convention) -> "Chosen":
        """Without what was withdrawn, dissolved or merged meanwhile."""
        return Chosen(
            cards=tuple(one for one in self.cards if one in state.cards and not state.cards[one].withdrawn),
            statements=tuple(
                one for one in self.statements if one in state.statements and state.statements[one].live
            ),
        )


def possible(state: Convention, chosen: Chosen, covered: Set[CardNumber] = frozenset()) -> tuple[Act, ...]:
    """In the order of the bar; nothing when nothing is chosen. What is covered is first decided on."""
    cards = [state.cards[number] for number in chosen.cards]
    if covered & set(chosen.cards):
        return (*((Act.SET_ASIDE,) if all(_free(card) for card in cards) else ()), Act.UNCOVER)
    statements = [state.statements[reference] for reference in chosen.statements]
    found = {*_of_all([*cards, *statements])}
    if not statements:
        found.update(_of_cards(state, cards))
    elif not cards:
        found.update(_of_statements(state, statements))
    elif len(statements) == 1 and _may_join(cards, statements[0]):
        found.add(Act.PUT_IN)
    return tuple(act for act in Act if act in found)


def homes(state: Convention, cards: Sequence[Card]) -> tuple[Statement, ...]:
    """The statements that these cards may join."""
    return tuple(one for one in live_statements(state) if _may_join(cards, one))


def founders(state: Convention, statement: Statement) -> tuple[Statement, ...]:
    """What this statement may be founded on; for a constat, what may be founded on it."""
    wanted = {
        Kind.CONSTAT: (Kind.REVENDICATION, Kind.PISTE),
        Kind.REVENDICATION: (Kind.CONSTAT,),
        Kind.PISTE: (Kind.CONSTAT, Kind.REVENDICATION),
        Kind.QUESTION: (),
    }[statement.kind]
    linked = {*statement.founded_on}
    found = (
        one
        for one in live_statements(state)
        if one.kind in wanted and (set(one.themes) & set(statement.themes) or one.reference in linked)
    )
    return tuple(sorted(found, key=lambda one: one.themes[0] != statement.themes[0]))


def _of_all(things: Sequence[Card | Statement]) -> Iterator[Act]:
    if any(not one.disagreement for one in things):
        yield Act.MARK
    elif things:
        yield Act.UNMARK


def _of_cards(state: Convention, cards: Sequence[Card]) -> Iterator[Act]:
    if not cards:
        return
    if any(card.hidden for card in cards):
        yield Act.REVEAL
    elif len(cards) == 1 and cards[0].aside is None:
        yield Act.PROJECT
    if len(cards) == 1 and cards[0].aside is None:
        yield Act.TRANSLATE
        if cards[0].channel is Channel.PHONE:
            yield Act.COVER
    if all(card.aside is not None for card in cards):
        yield Act.RESTORE
    elif all(_free(card) for card in cards):
        yield from _of_free_cards(state, cards)
    elif all(card.statement is not None for card in cards):
        yield from _of_placed_cards(state, cards)


def _of_free_cards(state: Convention, cards: Sequence[Card]) -> Iterator[Act]:
    yield Act.SET_ASIDE
    yield Act.MOVE
    if len({card.kind for card in cards}) == 1 and set.intersection(*(set(one.themes) for one in cards)):
        yield Act.WORD if len(cards) == 1 else Act.GROUP
        if homes(state, cards):
            yield Act.PUT_IN


def _of_placed_cards(state: Convention, cards: Sequence[Card]) -> Iterator[Act]:
    yield Act.UNGROUP
    home = {card.statement for card in cards}
    reference = home.pop()
    if reference is not None and not home and len(cards) < len(state.statements[reference].cards):
        yield Act.SPLIT


def _of_statements(state: Convention, statements: Sequence[Statement]) -> Iterator[Act]:
    kinds = [one.kind for one in statements]
    if len(statements) == 1:
        yield Act.WORD
        yield Act.DISSOLVE
        if founders(state, statements[0]):
            yield Act.LINK
        yield from _OF_ONE_STATEMENT
        if statements[0].versions:
            yield Act.ASK
        return
    if _may_be_graded(statements):
        yield Act.GRADE
    if len(set(kinds)) == 1:
        yield Act.MERGE
    elif founded_among(statements) is not None:
        yield Act.LINK


def _may_be_graded(statements: Sequence[Statement]) -> bool:
    """Together, each as it is worded."""
    together = set.intersection(*(set(one.themes) for one in statements)) if statements else set()
    few = len(statements) <= limits.GRADED_STATEMENTS_MAX
    return few and bool(together) and all(one.versions for one in statements)


def founded_among(statements: Sequence[Statement]) -> Statement | None:
    """Of several, the one revendication or piste that the others may found."""
    pistes = [one for one in statements if one.kind is Kind.PISTE]
    demands = [one for one in statements if one.kind is Kind.REVENDICATION]
    others = [one for one in statements if one.kind is Kind.QUESTION]
    if others or len(pistes) > 1:
        return None
    if pistes:
        return pistes[0]
    return demands[0] if len(demands) == 1 and len(statements) > 1 else None


def _free(card: Card) -> bool:
    return card.statement is None and card.aside is None


def _may_join(cards: Sequence[Card], statement: Statement) -> bool:
    return all(
        _free(card) and card.kind is statement.kind and set(card.themes) & set(statement.themes)
        for card in cards
    )
