"""Decisions about which cards make which statement."""

from typing import assert_never

from atelier.domain import events, limits
from atelier.domain.apart import Target, pair
from atelier.domain.card import Card
from atelier.domain.commands import (
    AddStatement,
    DissolveStatement,
    GroupCards,
    GroupingCommand,
    MarkDifferent,
    MergeStatements,
    RestoreStatement,
    SplitStatement,
    UngroupCards,
)
from atelier.domain.decide.checks import (
    at_most,
    card_at,
    fit,
    fit_line,
    new_reference,
    not_weighed,
    refuse,
    some,
    statement_at,
    theme_at,
)
from atelier.domain.decide.outcome import Unchanged
from atelier.domain.refusals import Because
from atelier.domain.state import Convention
from atelier.domain.statement import Statement
from atelier.domain.words import CardNumber, Kind, Reference, ThemeCode


def decide(state: Convention, command: GroupingCommand) -> events.GroupingEvent | Unchanged:
    """One event, or nothing to do."""
    match command:
        case GroupCards():
            return _group(state, command)
        case UngroupCards(cards=numbers, statement=reference):
            return _ungroup(state, some(numbers, "cards"), reference)
        case AddStatement(theme=code, kind=kind, text=given):
            theme = theme_at(state, code)
            if kind not in theme.boards:
                refuse(Because.NOT_A_BOARD_HERE, "kind", kind=kind, theme=code)
            text = fit(given, limits.WORDING_GRAPHEMES_MAX, "text")
            reference = new_reference(state, (code,), kind)
            return events.StatementAdded(statement=reference, themes=(code,), kind=kind, text=text)
        case MergeStatements():
            return _merge(state, command)
        case SplitStatement():
            return _split(state, command)
        case DissolveStatement(statement=reference):
            not_weighed(state, statement_at(state, reference))
            return events.StatementDissolved(statement=reference)
        case RestoreStatement():
            return _restore(state, command)
        case MarkDifferent():
            return _tell_apart(state, command)
        case _:
            assert_never(command)


def _group(state: Convention, command: GroupCards) -> events.CardsGrouped:
    numbers = at_most(limits.CARDS_PER_GROUP_MAX, some(command.cards, "cards"), "cards")
    cards = [_free(state, number) for number in numbers]
    title = None
    if command.title is not None:
        title = fit_line(command.title, limits.TITLE_GRAPHEMES_MAX, "title", optional=True)
    if command.statement is not None:
        target = not_weighed(state, statement_at(state, command.statement))
        if any(card.kind is not target.kind for card in cards):
            refuse(Because.KINDS_DIFFER, "cards")
        if any(not set(card.themes) & set(target.themes) for card in cards):
            refuse(Because.NO_COMMON_THEME, "cards")
        themes, kind, reference = target.themes, target.kind, target.reference
    else:
        kind = _one_kind(cards)
        themes = _common_themes(state, kind, [card.themes for card in cards])
        reference = new_reference(state, themes, kind)
    return events.CardsGrouped(statement=reference, cards=numbers, themes=themes, kind=kind, title=title)


def _ungroup(
    state: Convention, numbers: tuple[CardNumber, ...], reference: Reference | None
) -> events.CardsUngrouped:
    for number in numbers:
        card = state.cards.get(number)
        if card is None:
            refuse(Because.UNKNOWN, "cards", given=number)
        if reference is not None and card.statement != reference:
            refuse(Because.CARD_MOVED_SINCE, "cards", card=number, statement=reference)
        if card.statement is None:
            refuse(Because.CARD_NOT_PLACED, "cards", card=number)
        not_weighed(state, state.statements[card.statement])
    return events.CardsUngrouped(cards=numbers)


def _merge(state: Convention, command: MergeStatements) -> events.StatementsMerged:
    merged = some(command.statements, "statements")
    if len(merged) < 2:
        refuse(Because.NOTHING_CHOSEN, "statements")
    found = [not_weighed(state, statement_at(state, one, "statements")) for one in merged]
    kind = _one_kind(found, "statements")
    themes = _common_themes(state, kind, [one.themes for one in found], "statements")
    reference = new_reference(state, themes, kind)
    return events.StatementsMerged(statement=reference, merged=merged, themes=themes, kind=kind)


def _split(state: Convention, command: SplitStatement) -> events.StatementSplit:
    source = not_weighed(state, statement_at(state, command.statement))
    numbers = some(command.cards, "cards")
    for number in numbers:
        if card_at(state, number, "cards").statement != source.reference:
            refuse(Because.CARD_NOT_PLACED, "cards", card=number)
    if len(numbers) == len(source.cards):
        refuse(Because.NOTHING_CHOSEN, "cards")
    themes = _common_themes(state, source.kind, [source.themes])
    return events.StatementSplit(
        statement=new_reference(state, themes, source.kind),
        source=source.reference,
        cards=numbers,
        themes=themes,
    )


def _restore(state: Convention, command: RestoreStatement) -> events.StatementRestored:
    found = state.statements.get(command.statement)
    if found is None:
        refuse(Because.UNKNOWN, "statement", given=command.statement)
    if not found.dissolved:
        refuse(Because.STATEMENT_LIVE, "statement", statement=found.reference)
    for reference in found.merged:
        not_weighed(state, statement_at(state, reference))
    behind = [number for reference in found.merged for number in state.statements[reference].cards]
    others = (state.cards[number] for number in found.cards if number not in behind)
    free = [card for card in others if _may_return(card, found)]
    for source in {card.statement for card in free if card.statement is not None}:
        not_weighed(state, state.statements[source])
    numbers = (*dict.fromkeys(behind), *(card.number for card in free))
    return events.StatementRestored(statement=found.reference, cards=numbers)


def _tell_apart(state: Convention, command: MarkDifferent) -> events.PairToldApart | Unchanged:
    targets = at_most(2, some(command.targets, "targets"), "targets")
    if len(targets) < 2:
        refuse(Because.NOTHING_CHOSEN, "targets")
    told = pair(_standing(state, targets[0]), _standing(state, targets[1]))
    if (told in state.apart) == command.on:
        return Unchanged(seq=state.seq)
    return events.PairToldApart(targets=told, on=command.on)


def _standing(state: Convention, target: Target) -> Target:
    if isinstance(target, int):
        return card_at(state, CardNumber(target), "targets").number
    return statement_at(state, Reference(target), "targets").reference


def _may_return(card: Card, statement: Statement) -> bool:
    """It is loose, or back in what the statement was split from; and still of that board."""
    same_board = card.kind is statement.kind and bool(set(card.themes) & set(statement.themes))
    at_home = card.statement is None or card.statement == statement.split_from
    return same_board and at_home and card.aside is None


def _free(state: Convention, number: CardNumber) -> Card:
    card = card_at(state, number, "cards")
    if card.aside is not None:
        refuse(Because.CARD_SET_ASIDE, "cards", card=number)
    if card.statement is not None:
        refuse(Because.CARD_PLACED, "cards", card=number, statement=card.statement)
    return card


def _one_kind(things: list[Card] | list[Statement], field: str = "cards") -> Kind:
    kinds = {thing.kind for thing in things}
    return kinds.pop() if len(kinds) == 1 else refuse(Because.KINDS_DIFFER, field)


def _common_themes(
    state: Convention, kind: Kind, themes: list[tuple[ThemeCode, ...]], field: str = "cards"
) -> tuple[ThemeCode, ...]:
    """In the order of the first; the reference is numbered in the first theme they share."""
    shared = set.intersection(*(set(codes) for codes in themes))
    common = tuple(code for code in themes[0] if code in shared and kind in state.themes[code].boards)
    return common or refuse(Because.NO_COMMON_THEME, field)
