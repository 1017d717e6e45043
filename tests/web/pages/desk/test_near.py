"""What two near things may become when a person says so: nothing absurd, whatever the day was."""

from hypothesis import given, settings

from atelier.domain.apart import Target
from atelier.domain.commands import GroupCards, MergeStatements, StartStep
from atelier.domain.decide import decide
from atelier.domain.refusals import Because, Refusal
from atelier.domain.words import Kind
from atelier.nearness.index import Index
from atelier.nearness.neighbours import neighbours
from atelier.web.pages.desk.chosen import Chosen
from atelier.web.pages.desk.near import subject, together
from tests.domain.moves import Move, moves, played
from tests.domain.play import FACILITATOR, OPEN, TOGETHER
from tests.web.pages.desk.day import C1, C2, Day


def test_there_is_a_subject_only_when_one_thing_is_chosen() -> None:
    one, two = Day().posts(how_many=2)
    assert subject(Chosen()) is None
    assert subject(Chosen(cards=(one,))) == one
    assert subject(Chosen(statements=(C1,))) == C1
    assert subject(Chosen(cards=(one, two))) is None
    assert subject(Chosen(cards=(one,), statements=(C1,))) is None


def test_cards_make_a_group_join_a_statement_and_statements_merge() -> None:
    day = Day()
    one, two, three, four = day.posts(how_many=4)
    assert together(day.state, one, two) == GroupCards(cards=(one, two))
    day.groups(three)
    assert together(day.state, one, C1) == GroupCards(cards=(one,), statement=C1)
    assert together(day.state, three, one) == GroupCards(cards=(one,), statement=C1)
    day.groups(four)
    assert together(day.state, C2, C1) == MergeStatements(statements=(C2, C1))
    assert together(day.state, three, C1) is None


def test_two_kinds_or_two_themes_are_never_put_together() -> None:
    day = Day()
    (one,), (demand,) = day.posts(), day.posts(Kind.REVENDICATION)
    assert together(day.state, one, demand) is None
    assert together(day.state, one, day.post(theme="TR")) is None
    day.do(StartStep(step=OPEN, slot=TOGETHER))
    joint = day.post(theme="TR")
    assert together(day.state, one, joint) == GroupCards(cards=(one, joint))


NOT_ABSURD = {Because.VOTE_OPEN, Because.CONVENTION_CLOSED, Because.NO_COMMON_THEME, Because.TOO_MANY}


@given(moves())
@settings(max_examples=60)
def test_what_is_offered_for_neighbours_is_not_refused_as_absurd(day_of: list[Move]) -> None:
    state, index = Day().state, Index()
    for play, _, _ in played(day_of):
        state = play.state
    index.follow(state)
    everything: set[Target] = {*state.cards, *state.statements}
    for asked in everything:
        for one in neighbours(state, index, asked, FACILITATOR, elsewhere=True):
            command = together(state, asked, one.target)
            outcome = command and decide(state, command, FACILITATOR)
            assert not isinstance(outcome, Refusal) or outcome.because in NOT_ABSURD, (command, outcome)
