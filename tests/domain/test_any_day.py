"""Whatever is asked, by whomever, in whatever order: what must always hold."""

from collections import Counter
from fractions import Fraction
from typing import Any

from hypothesis import given, settings

from atelier.domain import events
from atelier.domain.evolve import evolve, replay
from atelier.domain.fates import faults, ledger
from atelier.domain.judging import heard, verdict
from atelier.domain.tally import tally
from atelier.domain.words import Fate, Scale
from tests.domain.moves import GROUPING, MERGING, SAYING, THE_REST, WEIGHING, Move, begun, moves, played


@given(moves())
@settings(max_examples=100)
def test_a_command_without_an_event_changes_nothing_and_the_log_tells_the_state(day: list[Move]) -> None:
    again = begun().state
    for play, before, event in played(day):
        if event is None:
            assert play.state is before
        elif isinstance(event, events.CardCorrected | events.CardWithdrawn | events.ConventionClosed):
            again = replay(play.kept)
        else:
            again = evolve(again, play.kept[-1])
        assert again == play.state
    assert replay(play.log) == replay(play.kept) == play.state


@given(moves())
@settings(max_examples=100)
def test_every_card_has_one_fate_and_the_books_add_up(day: list[Move]) -> None:
    for play, _, _ in played(day):
        assert faults(play.state) == ()
        book = ledger(play.state.cards.values())
        assert (
            book.received == len(play.state.cards) == sum(book.fates.values()) == sum(book.channels.values())
        )
        assert book.received <= book.people
        assert sum(book.reasons.values()) == book.fates[Fate.SET_ASIDE]


@given(moves())
@settings(max_examples=100)
def test_numbers_are_never_given_twice_and_texts_change_by_their_author_alone(day: list[Move]) -> None:
    for play, before, event in played(day):
        assert list(before.cards) == list(play.state.cards)[: len(before.cards)]
        assert set(before.statements) <= set(play.state.statements)
        if isinstance(event, events.CardPosted):
            assert event.card not in before.cards
        if isinstance(event, events.StatementAdded | events.StatementsMerged | events.StatementSplit):
            assert event.statement not in before.statements
        for number, card in before.cards.items():
            if play.state.cards[number].text != card.text:
                assert isinstance(event, events.CardCorrected | events.CardWithdrawn)
                assert event.card == number


@given(moves(builders=(*WEIGHING, *WEIGHING, *GROUPING, *THE_REST)))
@settings(max_examples=100)
def test_dots_stay_where_they_were_given_and_ballots_add_up(day: list[Move]) -> None:
    for play, before, event in played(day):
        for number, vote in play.state.votes.items():
            if vote.open:
                assert dict(vote.phones) == _sums(vote.ballots.values())
                assert len(vote.ballots) == vote.voters
            assert all(0 <= sum(ballot.values()) <= vote.dots for ballot in vote.ballots.values())
            earlier = before.votes.get(number)
            if earlier is not None and not isinstance(event, events.DotsCast | events.DotsCounted):
                assert (vote.phones, vote.counted) == (earlier.phones, earlier.counted)
        if isinstance(event, events.StatementsMerged):
            merged = tally(play.state, play.state.statements[event.statement])
            assert merged is None or merged.total == merged.earlier == 0


@given(moves(builders=(*WEIGHING, *WEIGHING, *SAYING, *THE_REST)))
@settings(max_examples=100)
def test_a_word_stays_where_it_was_given_and_each_person_has_one(day: list[Move]) -> None:
    for play, before, event in played(day):
        for number, poll in play.state.polls.items():
            if poll.open:
                assert {one: count for one, count in poll.phones.items() if count} == Counter(
                    given for ballot in poll.ballots.values() for given in ballot.items()
                )
                assert len(poll.ballots) == poll.voters
                assert {one.poll for one in play.state.themes.values() if one.code in poll.themes} == {number}
            earlier = before.polls.get(number)
            if earlier is not None and not isinstance(event, events.ChoiceCast | events.ChoicesCounted):
                assert (poll.phones, poll.counted) == (earlier.phones, earlier.counted)
            for reference, _ in poll.items:
                said = heard(poll, reference)
                assert said.people == sum(said.total.values())
                assert said.blanks >= 0
                found = verdict(poll, reference)
                assert (found is None) == (not said.people or poll.scale is Scale.OPINIONS)
                if found is not None:
                    assert max(found.above, found.below) <= Fraction(1, 2)


@given(moves(builders=MERGING))
@settings(max_examples=150)
def test_what_comes_from_elsewhere_leaves_the_books_in_order(day: list[Move]) -> None:
    for play, before, event in played(day):
        assert faults(play.state) == ()
        assert set(before.cards) <= set(play.state.cards)
        for number, card in before.cards.items():
            if play.state.cards[number].text != card.text:
                assert isinstance(event, events.CardCorrected | events.CardWithdrawn | events.CardBrought)
                assert event.card == number
    assert replay(play.log) == replay(play.kept) == play.state


def _sums(ballots: Any) -> dict[Any, int]:
    sums: dict[Any, int] = {}
    for ballot in ballots:
        for wording, dots in ballot.items():
            sums[wording] = sums.get(wording, 0) + dots
    return sums
