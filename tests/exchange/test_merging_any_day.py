"""Whatever was done in each room, brought together: nothing lost, nothing doubled, no number given twice."""

import json
from collections import Counter

from hypothesis import given, settings

from atelier.cahier.compose import compose
from atelier.cahier.content import content
from atelier.cahier.markdown import render
from atelier.domain.fates import fate_of, faults, ledger
from atelier.domain.links import live_statements
from atelier.domain.references import card_of, in_room
from atelier.domain.state import Convention
from atelier.domain.words import RoomLetter
from atelier.exchange.merging import plan
from tests.cahier.french import French
from tests.domain.moves import Move, moves, played
from tests.exchange.rooms import bring, room, what_is_said


@given(moves(0, 40), moves(0, 40))
@settings(max_examples=40)
def test_a_room_is_brought_whole_and_only_once(one: list[Move], two: list[Move]) -> None:
    here, there = room("", one), room("B", two)
    before = here.state
    planned = bring(here, there.state)
    assert faults(here.state) == ()
    assert len(here.state.cards) == len(before.cards) + len(there.state.cards)
    for number, card in there.state.cards.items():
        assert what_is_said(here.state.cards[number]) == what_is_said(card)
        assert fate_of(here.state.cards[number]) == fate_of(card)
    live = len(live_statements(before)) + len(live_statements(there.state))
    assert len(live_statements(here.state)) == live
    assert _sum(here.state) == _sum(before) + _sum(there.state)
    for number, card in before.cards.items():
        assert here.state.cards[number] == card
    for reference, statement in before.statements.items():
        assert here.state.statements[reference] == statement
    again = plan(here.state, there.state)
    assert (again.commands, again.refused) == ((), None)
    assert planned.letter == "B"
    assert render(compose(here.state), French())
    for document in (content(here.state), content(there.state)):
        assert len(json.loads(document)["cards"]) in {len(here.state.cards), len(there.state.cards)}


def _sum(state: Convention) -> Counter[str]:
    book = ledger(state.cards.values())
    counts = Counter({"people": book.people})
    for name, count in (*book.fates.items(), *book.channels.items()):
        counts[str(name)] += count
    return counts


@given(moves(0, 25), moves(0, 25), moves(0, 25))
@settings(max_examples=40)
def test_the_order_in_which_rooms_are_brought_does_not_matter(
    one: list[Move], two: list[Move], three: list[Move]
) -> None:
    b, c = room("B", two), room("C", three)
    first, second = room("A", one), room("A", one)
    bring(first, b.state)
    bring(first, c.state)
    bring(second, c.state)
    bring(second, b.state)
    assert _things(first.state) == _things(second.state)
    assert faults(first.state) == faults(second.state) == ()


def _things(state: Convention) -> tuple[object, ...]:
    cards = {number: (what_is_said(card), fate_of(card)) for number, card in state.cards.items()}
    said = Counter(
        (one.kind, tuple(sorted(one.cards)), one.text, one.added, one.disagreement, one.maturity)
        for one in live_statements(state)
    )
    people = {code: theme.people for code, theme in state.themes.items()}
    return cards, said, people


@given(moves(0, 30), moves(0, 20), moves(0, 20))
@settings(max_examples=40)
def test_a_later_day_of_the_same_room_is_followed(one: list[Move], two: list[Move], more: list[Move]) -> None:
    here, there = room("A", one), room("B", two)
    bring(here, there.state)
    for _ in played(more, there):
        pass
    bring(here, there.state)
    assert faults(here.state) == ()
    assert _of_room(here.state) == _of_room(there.state)
    assert plan(here.state, there.state).commands == ()


def _of_room(state: Convention) -> object:
    cards = {
        in_room(number): (what_is_said(card), fate_of(card))
        for number, card in state.cards.items()
        if number == card_of(RoomLetter("B"), in_room(number))
    }
    makers = {one.statement: one.there for one in state.brought_statements.values()}
    statements = {
        makers.get(one.reference, one.reference): (one.kind, set(one.cards), one.text, len(one.founded_on))
        for one in state.statements.values()
        if not state.brought_statements or one.reference in makers
    }
    return cards, statements
