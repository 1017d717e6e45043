"""Axes, matches, and what was preferred by several themes together."""

import pytest

from atelier.domain import commands as c
from atelier.domain.words import Count, Kind, MatchId
from atelier.web.pages.cahier.crossing import matches, moved, preferred
from atelier.web.pages.cahier.gathering import open_axis, placed_in
from tests.domain.play import DS, SECRETARY, TOGETHER, WEIGHING, Play


@pytest.mark.parametrize(
    ("by", "expected"),
    [(-1, ("b", "a", "c")), (1, ("a", "c", "b")), (-2, ("a", "b", "c")), (2, ("a", "b", "c"))],
)
def test_what_is_moved_changes_places_and_never_leaves_the_list(by: int, expected: tuple[str, ...]) -> None:
    assert moved(("a", "b", "c"), "b", by) == expected


def test_an_axis_shows_what_stands_today_each_once_and_none_that_was_removed() -> None:
    play = Play()
    one, other, gone = play.statement(), play.statement(), play.statement()
    play.do(c.AddAxis(title="Partout"), SECRETARY)
    (axis,) = play.state.axes
    play.do(c.PlaceInAxis(axis=axis, statements=(gone, one, other)), SECRETARY)
    merged = play.merge(one, other)
    play.do(c.DissolveStatement(statement=gone))
    found = open_axis(play.state, axis)
    assert found is not None
    assert placed_in(play.state, found) == (merged,)
    play.do(c.RemoveAxis(axis=axis), SECRETARY)
    assert open_axis(play.state, axis) is None


def test_a_match_is_shown_in_the_words_for_all_or_in_those_of_the_first() -> None:
    play = Play()
    one, other = play.statement(text="Un guichet."), play.statement(text="Une porte.", theme="TR")
    play.do(c.MatchStatements(statements=(other, one)), SECRETARY)
    assert [(said.match, said.words) for said in matches(play.state)] == [("M1", "Une porte.")]
    play.do(c.MatchStatements(statements=(other, one), text="Quelqu’un.", match=MatchId("M1")), SECRETARY)
    assert [said.words for said in matches(play.state)] == ["Quelqu’un."]


def test_what_one_room_weighed_alone_is_no_priority_of_the_plenary() -> None:
    play = Play()
    one = play.statement(Kind.REVENDICATION, "Un guichet.")
    play.do(c.OpenVote(theme=DS, dots=3))
    play.do(c.CountDots(statement=one, channel=Count.PAPER, dots=5))
    play.do(c.CloseVote(theme=DS))
    assert list(preferred(play.state)) == []


def test_the_plenary_is_ranked_by_its_dots_without_what_was_dissolved() -> None:
    play = Play()
    first, second, gone = (play.statement(Kind.REVENDICATION, text) for text in ("Un.", "Deux.", "Trois."))
    play.do(c.StartStep(slot=TOGETHER, step=WEIGHING))
    for statement, dots in ((first, 2), (second, 5), (gone, 9)):
        play.do(c.CountDots(statement=statement, channel=Count.PAPER, dots=dots))
    assert list(preferred(play.state)) == []
    play.do(c.CloseVote(theme=DS))
    play.do(c.DissolveStatement(statement=gone))
    (found,) = preferred(play.state)
    assert [(one.reference, tally.total) for one, tally in found.ranked] == [(second, 5), (first, 2)]
