"""Which cards make which statement: cards point to their statement, statements list their cards."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, assert_never

from atelier.domain import events, references
from atelier.domain.apart import pair
from atelier.domain.evolve.cards import change as change_cards
from atelier.domain.state import Convention
from atelier.domain.statement import Statement, Wording
from atelier.domain.words import CardNumber, Reference, Seq


def apply(state: Convention, event: events.GroupingEvent, seq: Seq) -> Convention:
    """The state with these statements as they are now."""
    match event:
        case events.CardsGrouped():
            return _grouped(state, event, seq)
        case events.CardsUngrouped(cards=numbers):
            return _ungrouped(state, numbers, seq)
        case events.StatementAdded(statement=reference, themes=themes, kind=kind, text=text):
            versions = (Wording(text=text, seq=seq),)
            added = Statement(
                reference=reference, themes=themes, kind=kind, versions=versions, added=True, changed=seq
            )
            return _new(state, added)
        case events.StatementsMerged():
            return _merged(state, event, seq)
        case events.StatementSplit():
            return _split(state, event, seq)
        case events.StatementDissolved(statement=reference):
            return _dissolved(state, state.statements[reference], seq)
        case events.StatementRestored(statement=reference, cards=numbers):
            return _restored(state, state.statements[reference], numbers, seq)
        case events.PairToldApart(targets=targets, on=on):
            told = frozenset({pair(*targets)})
            return replace(state, apart=state.apart | told if on else state.apart - told)
        case _:
            assert_never(event)


def change(state: Convention, reference: Reference, seq: Seq, **fields: Any) -> Convention:
    """This statement with these fields."""
    changed = replace(state.statements[reference], changed=seq, **fields)
    return replace(state, statements=state.statements.put(reference, changed))


def _new(state: Convention, statement: Statement) -> Convention:
    parsed = references.parse(statement.reference)
    assert parsed is not None, statement.reference  # noqa: S101 - `decide` makes no other
    return replace(
        state,
        statements=state.statements.put(statement.reference, statement),
        board_sizes={**state.board_sizes, (parsed.theme, parsed.kind): parsed.number},
    )


def _grouped(state: Convention, event: events.CardsGrouped, seq: Seq) -> Convention:
    reference = event.statement
    if reference not in state.statements:
        made = Statement(reference=reference, themes=event.themes, kind=event.kind, changed=seq)
        state = _new(state, made)
    statement = state.statements[reference]
    title = statement.title if event.title is None else event.title
    state = change(state, reference, seq, cards=_with(statement.cards, event.cards), title=title)
    return change_cards(state, event.cards, seq, statement=reference)


def _ungrouped(state: Convention, numbers: tuple[CardNumber, ...], seq: Seq) -> Convention:
    """A statement that loses its last card is dissolved, unless something else stands behind it."""
    for reference in dict.fromkeys(state.cards[number].statement for number in numbers):
        assert reference is not None  # noqa: S101 - `decide` lets no other through
        statement = state.statements[reference]
        left = tuple(one for one in statement.cards if one not in numbers)
        if left or statement.added or statement.merged:
            state = change(state, reference, seq, cards=left)
        else:
            state = change(state, reference, seq, dissolved=True)
    return change_cards(state, numbers, seq, statement=None)


def _merged(state: Convention, event: events.StatementsMerged, seq: Seq) -> Convention:
    parts = [state.statements[reference] for reference in event.merged]
    made = Statement(
        reference=event.statement,
        themes=event.themes,
        kind=event.kind,
        cards=_with((), [number for part in parts for number in part.cards]),
        merged=event.merged,
        founded_on=tuple(dict.fromkeys(one for part in parts for one in part.founded_on)),
        taken_up=tuple(dict.fromkeys(one for part in parts for one in part.taken_up)),
        disagreement=any(part.disagreement for part in parts),
        minorities=tuple(dict.fromkeys(one for part in parts for one in part.minorities)),
        added=all(part.added for part in parts),
        changed=seq,
    )
    return _stand_behind(_new(state, made), made, seq)


def _stand_behind(state: Convention, statement: Statement, seq: Seq) -> Convention:
    """What was objected to its parts is objected to it: a merge lifts no objection."""
    objections = {one.id: one for one in statement.objections}
    for reference in statement.merged:
        objections |= {one.id: one for one in state.statements[reference].objections}
        state = change(state, reference, seq, merged_into=statement.reference)
    state = change(state, statement.reference, seq, objections=tuple(objections.values()))
    held = {**state.objections, **dict.fromkeys(objections, statement.reference)}
    return change_cards(replace(state, objections=held), statement.cards, seq, statement=statement.reference)


def _split(state: Convention, event: events.StatementSplit, seq: Seq) -> Convention:
    source = state.statements[event.source]
    left = tuple(number for number in source.cards if number not in event.cards)
    state = change(state, source.reference, seq, cards=left)
    made = Statement(
        reference=event.statement,
        themes=event.themes,
        kind=source.kind,
        cards=event.cards,
        split_from=source.reference,
        changed=seq,
    )
    return change_cards(_new(state, made), event.cards, seq, statement=made.reference)


def _dissolved(state: Convention, statement: Statement, seq: Seq) -> Convention:
    """Its cards go back where they were: to what it merged, to what it was split from, to the board."""
    latest = {one.id: one for one in statement.objections}
    for reference in statement.merged:
        part = state.statements[reference]
        kept = tuple(one for one in part.cards if one in statement.cards)
        objections = tuple(latest[one.id] for one in part.objections)
        state = change(state, reference, seq, merged_into=None, cards=kept, objections=objections)
        back = dict.fromkeys((one.id for one in objections), reference)
        state = replace(state, objections={**state.objections, **back})
    state = change(state, statement.reference, seq, dissolved=True)
    for number in statement.cards:
        home = _home_of(state, statement, number)
        if home is not None and number not in state.statements[home].cards:
            state = change(state, home, seq, cards=(*state.statements[home].cards, number))
        state = change_cards(state, [number], seq, statement=home)
    return state


def _home_of(state: Convention, statement: Statement, number: CardNumber) -> Reference | None:
    for reference in statement.merged:
        if number in state.statements[reference].cards:
            return reference
    source = statement.split_from
    return source if source is not None and state.statements[source].live else None


def _restored(
    state: Convention, statement: Statement, numbers: tuple[CardNumber, ...], seq: Seq
) -> Convention:
    """The statements it merges keep their lists of cards; the one it was split from gives its own up."""
    source = statement.split_from
    if source is not None:
        left = tuple(one for one in state.statements[source].cards if one not in numbers)
        state = change(state, source, seq, cards=left)
    state = change(state, statement.reference, seq, dissolved=False, cards=numbers)
    return _stand_behind(state, state.statements[statement.reference], seq)


def _with(cards: tuple[CardNumber, ...], more: Iterable[CardNumber]) -> tuple[CardNumber, ...]:
    return tuple(dict.fromkeys((*cards, *more)))
