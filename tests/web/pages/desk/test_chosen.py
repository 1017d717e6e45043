"""Only what makes sense is offered; and whatever is offered, the core does not find absurd."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from atelier.domain import commands
from atelier.domain.decide import decide
from atelier.domain.refusals import Because, Refusal
from atelier.domain.words import CardNumber, Channel, Reference
from atelier.web.pages.desk.acting import at_once
from atelier.web.pages.desk.chosen import Act, Chosen, founders, homes, possible
from atelier.web.pages.desk.page import pointed_at
from tests.domain.moves import Move, moves, played
from tests.domain.play import CONSTAT, DS, FACILITATOR, PISTE, QUESTION, REVENDICATION
from tests.web.pages.desk.day import C1, C2, R1, Day

GROUPING = {Act.GROUP, Act.PUT_IN, Act.WORD, Act.MERGE, Act.SPLIT, Act.LINK}


@pytest.fixture
def day() -> Day:
    return Day()


def test_nothing_is_offered_for_nothing(day: Day) -> None:
    assert possible(day.state, Chosen()) == ()


def test_cards_of_two_kinds_are_not_grouped(day: Day) -> None:
    assert not day.could(*day.posts(), *day.posts(REVENDICATION)) & GROUPING


def test_a_card_in_a_statement_is_neither_grouped_nor_moved_nor_set_aside(day: Day) -> None:
    placed, loose, other = day.posts(how_many=3)
    day.groups(placed)
    could = day.could(placed)
    assert Act.UNGROUP in could
    assert not could & {Act.GROUP, Act.PUT_IN, Act.MOVE, Act.SET_ASIDE}
    assert not day.could(placed, loose) & {Act.GROUP, Act.PUT_IN, Act.UNGROUP, Act.MOVE}
    assert Act.PUT_IN in day.could(loose, other)


def test_the_whole_of_a_statement_is_not_split_from_it(day: Day) -> None:
    one, two, three = day.posts(how_many=3)
    day.groups(one, two, three)
    assert Act.SPLIT in day.could(one, two)
    assert Act.SPLIT not in day.could(one, two, three)


def test_cards_of_two_statements_may_leave_them_but_make_none(day: Day) -> None:
    one, two, three, four = day.posts(how_many=4)
    day.groups(one, two)
    day.groups(three, four)
    could = day.could(one, three)
    assert Act.UNGROUP in could
    assert Act.SPLIT not in could


def test_what_is_set_aside_can_only_come_back(day: Day) -> None:
    one, two = day.posts(how_many=2)
    day.sets_aside(one)
    assert day.could(one) == {Act.RESTORE, Act.MARK}
    assert not day.could(one, two) & {Act.RESTORE, Act.GROUP, Act.SET_ASIDE}


def test_one_card_becomes_a_sentence_several_become_a_group(day: Day) -> None:
    one, two = day.posts(how_many=2)
    assert Act.WORD in day.could(one)
    assert Act.GROUP not in day.could(one)
    assert Act.GROUP in day.could(one, two)
    assert Act.WORD not in day.could(one, two)


def test_cards_go_into_the_one_statement_chosen_with_them_if_it_is_of_their_board(day: Day) -> None:
    placed, loose = day.posts(how_many=2)
    day.groups(placed)
    (demand,) = day.posts(REVENDICATION)
    assert Act.PUT_IN in day.could(loose, C1)
    assert Act.PUT_IN not in day.could(demand, C1)
    assert Act.PUT_IN not in day.could(placed, C1)


def test_statements_of_one_board_merge_those_of_two_are_linked(day: Day) -> None:
    for kind in (None, None, REVENDICATION, PISTE, QUESTION):
        day.groups(*(day.posts(kind) if kind else day.posts()))
    assert Act.MERGE in day.could(C1, C2)
    assert Act.LINK not in day.could(C1, C2)
    assert Act.LINK in day.could(C1, C2, R1)
    assert Act.MERGE not in day.could(C1, R1)
    assert Act.LINK in day.could(R1, Reference("DS-P1"))
    assert Act.LINK not in day.could(C1, Reference("DS-Q1"))


def test_the_bolt_is_put_on_what_lacks_it_then_taken_away(day: Day) -> None:
    one, two = day.posts(how_many=2)
    day.do(commands.MarkDisagreement(target=one))
    assert Act.MARK in day.could(one, two)
    assert Act.UNMARK in day.could(one)


def test_a_dissolved_statement_and_a_withdrawn_card_are_chosen_no_more(day: Day) -> None:
    one, two = day.posts(how_many=2)
    day.groups(one)
    day.do(commands.DissolveStatement(statement=C1))
    chosen = Chosen(cards=(one, two), statements=(C1,))
    assert chosen.still_there(day.state) == Chosen(cards=(one, two))


def test_links_are_offered_both_ways_and_never_to_oneself(day: Day) -> None:
    for kind in (None, REVENDICATION, PISTE):
        day.groups(*(day.posts(kind) if kind else day.posts()))
    statements = day.state.statements
    assert [one.reference for one in founders(day.state, statements[R1])] == [C1]
    assert [one.reference for one in founders(day.state, statements[C1])] == [R1, "DS-P1"]
    assert [one.reference for one in founders(day.state, statements[Reference("DS-P1")])] == [C1, R1]


def test_a_card_finds_the_statements_of_its_board(day: Day) -> None:
    placed, loose = day.posts(how_many=2)
    day.groups(placed)
    day.groups(*day.posts(REVENDICATION))
    assert [one.reference for one in homes(day.state, [day.state.cards[loose]])] == [C1]


NOT_ABSURD = {Because.VOTE_OPEN, Because.CONVENTION_CLOSED, Because.NO_COMMON_THEME}
"""Reasons that come from the moment, and are said when it is pressed."""


@given(moves(), st.randoms(use_true_random=False))
@settings(max_examples=80)
def test_what_is_offered_and_done_at_once_is_not_refused_as_absurd(
    day_of: list[Move], random: Random
) -> None:
    for play, _, _ in played(day_of):
        state = play.state
    cards = [one.number for one in state.cards.values() if not one.withdrawn]
    statements = [one.reference for one in state.statements.values() if one.live]
    for _ in range(6):
        chosen = Chosen(
            cards=tuple(random.sample(cards, min(len(cards), random.randint(0, 3)))),
            statements=tuple(random.sample(statements, min(len(statements), random.randint(0, 2)))),
        )
        for offered in possible(state, chosen):
            for command in at_once(state, DS, offered, chosen):
                outcome = decide(state, command, FACILITATOR)
                assert not isinstance(outcome, Refusal) or outcome.because in NOT_ABSURD, (offered, outcome)


def test_a_covered_card_is_only_decided_on(day: Day) -> None:
    one, two, three = day.posts(how_many=3)
    day.groups(three)
    both = Chosen(cards=(one, two))
    assert set(possible(day.state, both, {one})) == {Act.SET_ASIDE, Act.UNCOVER}
    assert possible(day.state, Chosen(cards=(three,)), {three}) == (Act.UNCOVER,)
    assert Act.UNCOVER not in possible(day.state, Chosen(cards=(two,)), {one})


def test_what_one_browser_wrote_is_covered_from_one_of_its_cards(day: Day) -> None:
    one, two, aside = day.posts(how_many=3)
    day.sets_aside(aside)
    paper = commands.PostCard(theme=DS, kind=CONSTAT, text="Fiche", key="slip", channel=Channel.PAPER)
    day.do(paper, FACILITATOR)
    assert Act.COVER in day.could(one)
    assert Act.COVER not in day.could(one, two) | day.could(aside) | day.could(CardNumber(4))


def test_everyone_is_asked_about_sentences_and_grades_compare_several_of_one_theme(day: Day) -> None:
    day.groups(*day.posts(how_many=2))
    day.groups(*day.posts(how_many=2))
    assert Act.ASK not in day.could(C1)
    assert Act.CONSENT in day.could(C1)
    for one in (C1, C2):
        day.do(commands.WordStatement(statement=one, text="Guichet fermé."))
    assert Act.ASK in day.could(C1)
    assert Act.GRADE not in day.could(C1)
    assert {Act.GRADE, Act.MERGE} <= day.could(C1, C2)


@pytest.mark.parametrize(
    ("query", "chosen"),
    [
        ({"card": "1"}, "card-1"),
        ({"statement": "DS-C1"}, "DS-C1"),
        ({"card": "99"}, ""),
        ({"card": "<b>"}, ""),
        ({"statement": "DS-C9"}, ""),
        ({}, ""),
    ],
)
def test_the_address_of_a_desk_points_at_what_there_is_and_at_nothing_else(
    day: Day, query: dict[str, str], chosen: str
) -> None:
    day.groups(*day.posts())
    assert pointed_at(query, day.state) == chosen
