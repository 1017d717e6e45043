"""What is undone at once is as if it had not been, but for what people have seen or said."""

import dataclasses
from typing import Any

from hypothesis import given, settings

from atelier.domain import chapters, events, outline
from atelier.domain import commands as c
from atelier.domain.card import Card
from atelier.domain.decide import Decision, decide
from atelier.domain.evolve import evolve
from atelier.domain.links import foundations, live_statements
from atelier.domain.matches import live_matches
from atelier.domain.refusals import Because, Refusal
from atelier.domain.state import Convention, Theme
from atelier.domain.statement import Statement
from atelier.domain.words import Kind, Reference, Resolution, Seq
from tests.domain.moves import ALL_ROUND, Move, begun, moves, played
from tests.domain.play import Play


@given(moves())
@settings(max_examples=150)
def test_what_is_undone_at_once_is_as_if_it_had_not_been(day: list[Move]) -> None:
    for play, before, event in played(day):
        if event is None:
            continue
        outcome = decide(play.state, c.Undo(seq=play.state.seq), ALL_ROUND)
        if isinstance(outcome, Refusal):
            assert outcome.because in CANNOT_BE_UNDONE, (event, outcome)
            continue
        after = play.state
        if isinstance(outcome, Decision):
            envelope = dataclasses.replace(play.log[-1], seq=Seq(after.seq + 1), event=outcome.event)
            after = evolve(after, envelope)
        assert _content(before, before) == _content(after, before), event


CANNOT_BE_UNDONE = {
    Because.NOTHING_TO_UNDO,
    Because.NOT_YOUR_CARD,  # a phone's card is withdrawn by that phone alone
    Because.VOTE_OPEN,  # what was made during a vote stands until it closes
    Because.CARD_WITHDRAWN,  # a withdrawn card does not come back into a statement
    Because.STATEMENT_GONE,  # an axis that held a statement since merged
    Because.ALREADY_THERE,  # a match whose statement, since merged, stands in another
}


@given(moves())
@settings(max_examples=150)
def test_undoing_an_old_grouping_takes_cards_out_of_the_statement_that_it_made_and_of_no_other(
    day: list[Move],
) -> None:
    play = begun()
    made: dict[Seq, Reference] = {}
    for _, _, event in played(day, play):
        if isinstance(event, events.CardsGrouped | events.StatementRestored):
            made[play.state.seq] = event.statement
    for seq, reference in made.items():
        outcome = decide(play.state, c.Undo(seq=seq), ALL_ROUND)
        if isinstance(outcome, Decision) and isinstance(outcome.event, events.CardsUngrouped):
            assert {play.state.cards[one].statement for one in outcome.event.cards} == {reference}


def test_a_card_that_went_to_another_statement_since_stays_there() -> None:
    play = Play()
    card, other = play.post(), play.post()
    play.group(card, other)
    grouped = play.state.seq
    play.do(c.UngroupCards(cards=(card,)))
    elsewhere = play.group(card, play.post())
    refusal = play.ask(c.Undo(seq=grouped), ALL_ROUND)
    assert isinstance(refusal, Refusal)
    assert refusal.because is Because.CARD_MOVED_SINCE
    assert refusal.about["card"] == card
    assert play.state.cards[card].statement == elsewhere


def _content(state: Convention, before: Convention) -> dict[str, Any]:
    """What a reader sees, without times, orders and what cannot be unsaid: shown cards, objections."""
    return {
        "cards": {number: _of_card(state.cards[number]) for number in before.cards},
        "new": [
            card for number, card in state.cards.items() if number not in before.cards and not card.withdrawn
        ],
        "statements": {one.reference: _of_statement(state, one) for one in live_statements(state)},
        "axes": outline.axes(state),
        "outline": outline.order(state),
        "blocks": outline.blocks(state),
        "boards": {
            (name, kind): chapters.board(state, name, kind)
            for name in outline.natural(state)
            for kind in Kind
        },
        "matches": live_matches(state),
        "apart": state.apart,
        "sections": {name: section.text for name, section in state.sections.items() if section.text},
        "answers": {gap: reason for gap, reason in state.answers.items() if reason},
        "themes": {code: _of_theme(theme) for code, theme in state.themes.items()},
        "slots": state.slots,
        "convention": (state.title, state.number, state.closed),
    }


def _of_card(card: Card) -> Any:
    place = (card.themes, card.kind, card.statement, card.aside)
    return (place, card.text, set(card.translations), card.disagreement, card.withdrawn)


def _of_theme(theme: Theme) -> Any:
    step = theme.running and theme.running.number
    return (theme.title, theme.boards, theme.paused, theme.frozen, theme.slot, step)


def _of_statement(state: Convention, one: Statement) -> Any:
    made_of = (one.themes, one.kind, set(one.cards), one.merged)
    links = (set(foundations(state, one)), set(one.taken_up))
    objections = {raised for raised in one.objections if raised.how is not Resolution.WITHDRAWN}
    return (
        made_of,
        links,
        objections,
        one.title,
        one.text,
        one.disagreement,
        set(one.minorities),
        one.maturity,
    )


def test_joining_a_group_under_a_new_title_cannot_be_undone_in_one_go() -> None:
    play = Play()
    group = play.statement()
    play.do(c.GroupCards(cards=(play.post(),), statement=group, title="Titre"))
    assert play.because(c.Undo(seq=play.state.seq)) is Because.NOTHING_TO_UNDO
    play.do(c.GroupCards(cards=(play.post(),), statement=group, title="Titre"))
    play.undo()
    assert len(play.at(group).cards) == 2


def test_a_card_that_joined_a_statement_with_none_left_is_not_undone_for_it_would_dissolve_it() -> None:
    play = Play()
    part, whole = play.statement(), play.statement()
    play.do(c.UngroupCards(cards=play.at(play.merge(part, whole)).cards))
    play.do(c.DissolveStatement(statement=play.at(part).merged_into or part))
    assert play.at(part).live
    play.do(c.GroupCards(cards=(play.post(),), statement=part))
    assert play.because(c.Undo(seq=play.state.seq)) is Because.NOTHING_TO_UNDO
