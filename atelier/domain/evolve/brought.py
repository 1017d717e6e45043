"""Cards and statements of other rooms: made here once, then changed as far as their room changed them."""

from collections.abc import Callable, Hashable
from dataclasses import replace
from typing import Any

from atelier.domain import events, references
from atelier.domain.authorship import NOBODY
from atelier.domain.card import Aside, Card
from atelier.domain.evolve.cards import change as change_cards
from atelier.domain.evolve.cards import forgotten
from atelier.domain.evolve.grouping import change as change_statement
from atelier.domain.links import standing
from atelier.domain.rooms import updated
from atelier.domain.state import Convention
from atelier.domain.statement import Statement, Wording
from atelier.domain.words import CardNumber, Reference, Seq

_OF_A_CARD = (
    *("themes", "kind", "text", "lang", "channel", "carried_by", "slip", "table", "slot", "late"),
    *("hidden", "corrected", "withdrawn", "disagreement", "translations", "origin"),
)
_OF_A_STATEMENT = (
    *("themes", "title", "cards", "added", "merged", "merged_into", "split_from", "dissolved"),
    *("disagreement", "maturity", "consent"),
)
_LISTS: dict[str, Callable[[Any], Hashable]] = {
    "founded_on": lambda reference: reference,
    "taken_up": lambda taken: (taken.organisation, taken.quote),
    "objections": lambda objection: objection.id,
    "minorities": lambda minority: minority.text,
}


def apply_card(state: Convention, event: events.CardBrought, seq: Seq) -> Convention:
    """In the statement that its room put it in, unless it was put elsewhere here."""
    said = state.brought_cards.get(event.card)
    state = _changed_card(state, event, said, seq) if said else _new_card(state, event, seq)
    if event.statement != (said.statement if said else None):
        state = _placed(state, event.card, event.statement, seq)
    return replace(state, brought_cards=state.brought_cards.put(event.card, event))


def _new_card(state: Convention, event: events.CardBrought, seq: Seq) -> Convention:
    fields: dict[str, Any] = {name: getattr(event, name) for name in _OF_A_CARD}
    card = Card(
        number=event.card,
        author=NOBODY,
        at=event.written_at,
        posted=seq,
        changed=seq,
        texts=() if event.withdrawn else (seq,),
        aside=_aside(event),
        **fields,
    )
    return replace(state, cards=state.cards.put(card.number, card))


def _changed_card(
    state: Convention, event: events.CardBrought, said: events.CardBrought, seq: Seq
) -> Convention:
    card = state.cards[event.card]
    fields = {
        name: getattr(event, name) for name in _OF_A_CARD if getattr(event, name) != getattr(said, name)
    }
    fields["texts"] = (*card.texts, seq)
    if _aside(event) != _aside(said):
        fields["aside"] = _aside(event)
    if event.withdrawn and not card.withdrawn:
        gone: dict[str, Any] = {"text": "", "translations": (), "slip": "", "table": ""}
        return change_cards(
            forgotten(state, card.number), [card.number], seq, **fields | gone | {"texts": ()}
        )
    if "text" in fields:
        # what was said here of the former words goes with them
        fresh: dict[str, Any] = {"texts": (seq,), "translations": event.translations}
        if "aside" not in fields and card.aside not in (None, _aside(event)):
            fresh["aside"] = replace(card.aside, note="")
        state = forgotten(state, card.number)
        return change_cards(state, [card.number], seq, **fields | fresh)
    return change_cards(state, [card.number], seq, **fields)


def _aside(event: events.CardBrought) -> Aside | None:
    return Aside(reason=event.aside, note=event.note) if event.aside else None


def _placed(state: Convention, number: CardNumber, home: Reference | None, seq: Seq) -> Convention:
    current = state.cards[number].statement
    if current is not None and current != home:
        left = tuple(one for one in state.statements[current].cards if one != number)
        state = change_statement(state, current, seq, cards=left)
    if home is not None and number not in state.statements[home].cards:
        state = change_statement(state, home, seq, cards=(*state.statements[home].cards, number))
    return change_cards(state, [number], seq, statement=home)


def apply_statement(state: Convention, event: events.StatementBrought, seq: Seq) -> Convention:
    """Its cards come one by one; when it stands no more, those it had go where its room's went."""
    said = state.brought_statements.get(event.statement)
    state = _changed_statement(state, event, said, seq) if said else _new_statement(state, event, seq)
    made = state.statements[event.statement]
    here = dict.fromkeys((one.id for one in made.objections), event.statement)
    return replace(
        state,
        objections={**state.objections, **here} if made.live else {**here, **state.objections},
        brought_statements=state.brought_statements.put(event.statement, event),
    )


def _new_statement(state: Convention, event: events.StatementBrought, seq: Seq) -> Convention:
    fields: dict[str, Any] = {name: getattr(event, name) for name in (*_OF_A_STATEMENT, *_LISTS)}
    made = Statement(
        reference=event.statement,
        kind=event.kind,
        versions=tuple(Wording(text=text, seq=seq) for text in event.wordings),
        changed=seq,
        **fields,
    )
    state = replace(state, statements=state.statements.put(made.reference, made))
    parsed = references.parse(event.statement)
    assert parsed is not None, event.statement  # noqa: S101 - `decide` makes no other
    if parsed.room:
        return state
    board = (parsed.theme, parsed.kind)
    size = max(parsed.number, state.board_sizes.get(board, 0))
    return replace(state, board_sizes={**state.board_sizes, board: size})


def _changed_statement(
    state: Convention, event: events.StatementBrought, said: events.StatementBrought, seq: Seq
) -> Convention:
    before = state.statements[event.statement]
    fields: dict[str, Any] = {
        name: getattr(event, name) for name in _OF_A_STATEMENT if getattr(event, name) != getattr(said, name)
    }
    for name, key in _LISTS.items():
        held = getattr(before, name)
        fields[name] = tuple(updated(held, getattr(said, name), getattr(event, name), key))
    new = (text for text in event.wordings[len(said.wordings) :] if text != before.text)
    more = (Wording(text=text, seq=seq) for text in new)
    state = change_statement(state, before.reference, seq, versions=(*before.versions, *more), **fields)
    if before.live and not state.statements[before.reference].live:
        return _left(state, before, seq)
    return state


def _left(state: Convention, statement: Statement, seq: Seq) -> Convention:
    """Its cards go to what it was merged into, or back to the board."""
    home = standing(state, statement.reference)
    for number in statement.cards:
        state = change_cards(state, [number], seq, statement=home)
        if home is not None and number not in state.statements[home].cards:
            cards = (*state.statements[home].cards, number)
            state = change_statement(state, home, seq, cards=cards)
        said = state.brought_cards.get(number)
        if said is not None and said.statement == statement.reference:
            moved = state.brought_cards.put(number, replace(said, statement=home))
            state = replace(state, brought_cards=moved)
    return state
