from atelier.domain import commands as c
from atelier.domain.matches import live_matches, said_also
from atelier.domain.refusals import Because
from atelier.domain.words import Kind, MatchId, Reference
from tests.domain.play import REVENDICATION, SECRETARY, Play

M1, M2 = MatchId("M1"), MatchId("M2")


def matched(play: Play) -> list[tuple[str, tuple[str, ...], str]]:
    return [(one.id, one.statements, one.text) for one in live_matches(play.state)]


def match(*statements: Reference, text: str = "", again: MatchId | None = None) -> c.MatchStatements:
    return c.MatchStatements(statements=statements, text=text, match=again)


def demand(play: Play, theme: str) -> Reference:
    return play.statement(REVENDICATION, "Ouvrir.", theme)


def test_what_several_themes_say_is_said_to_be_the_same_changed_and_undone() -> None:
    play = Play()
    one, two, three = (demand(play, theme) for theme in ("DS", "TR", "AG"))
    play.do(match(one, two), SECRETARY)
    play.same(match(one, two, again=M1), SECRETARY)
    play.do(match(two, one, three, text=" Ouvrir partout. ", again=M1), SECRETARY)
    assert matched(play) == [("M1", (two, one, three), "Ouvrir partout.")]
    assert said_also(play.state)[one] == (two, three)
    play.undo(SECRETARY)
    assert matched(play) == [("M1", (one, two), "")]
    play.do(c.UnmatchStatements(match=M1), SECRETARY)
    assert matched(play) == []
    assert play.because(c.UnmatchStatements(match=M1), SECRETARY) is Because.UNKNOWN
    play.undo(SECRETARY)
    assert matched(play) == [("M1", (one, two), "")]
    play.do(c.UnmatchStatements(match=M1), SECRETARY)
    play.do(match(one, three), SECRETARY)
    assert matched(play) == [("M2", (one, three), "")]
    play.undo(SECRETARY)
    assert matched(play) == []


def test_only_statements_that_stand_of_one_kind_and_of_themes_apart_are_the_same() -> None:
    play = Play()
    one, two, same_theme = demand(play, "DS"), demand(play, "TR"), demand(play, "DS")
    constat = play.statement(Kind.CONSTAT, theme="TR")
    for asked, why in (
        (match(), Because.NOTHING_CHOSEN),
        (match(one, one), Because.NOTHING_CHOSEN),
        (match(one, Reference("TR-R9")), Because.UNKNOWN),
        (match(one, constat), Because.KINDS_DIFFER),
        (match(one, same_theme), Because.THEME_SHARED),
        (match(one, two, again=M1), Because.UNKNOWN),
    ):
        assert play.because(asked, SECRETARY) is why
    assert play.because(c.UnmatchStatements(match=M1), SECRETARY) is Because.UNKNOWN
    play.do(match(one, two), SECRETARY)
    assert play.because(match(same_theme, two), SECRETARY) is Because.ALREADY_THERE


def test_a_match_follows_its_statements_and_ends_with_them() -> None:
    play = Play()
    one, two, other = demand(play, "DS"), demand(play, "TR"), demand(play, "DS")
    play.do(match(one, two), SECRETARY)
    both = play.merge(one, other)
    assert matched(play) == [("M1", (both, two), "")]
    play.do(c.DissolveStatement(statement=two))
    assert matched(play) == []
    play.do(c.UnmatchStatements(match=M1), SECRETARY)
    assert play.because(c.Undo(seq=play.state.seq), SECRETARY) is Because.NOTHING_TO_UNDO


def test_what_stands_for_two_matches_belongs_to_the_first() -> None:
    play = Play()
    one, two, other, fourth = (demand(play, theme) for theme in ("DS", "TR", "DS", "AG"))
    play.do(match(one, two), SECRETARY)
    play.do(match(other, fourth), SECRETARY)
    both = play.merge(one, other)
    assert matched(play) == [("M1", (both, two), "")]
