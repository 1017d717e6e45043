"""A merge lifts no objection and silences no minority; taken apart, each part has its own again."""

from atelier.domain import commands as c
from atelier.domain.completeness import Missing, gaps
from atelier.domain.statement import Minority
from atelier.domain.words import ObjectionId, Resolution
from tests.domain.play import Play

FIRST = ObjectionId("O1")


def _merged_after_an_objection() -> tuple[Play, str, str, str]:
    play = Play()
    one, other = play.statement(text="Un"), play.statement(text="Deux")
    play.do(c.RaiseObjection(statement=one, text="Pas partout"))
    play.do(c.RecordMinority(statement=other, text="Autrement", people=3))
    play.do(c.MarkDisagreement(target=other))
    return play, one, other, play.merge(one, other)


def test_what_was_said_of_the_parts_is_said_of_the_whole() -> None:
    play, _, _, whole = _merged_after_an_objection()
    found = play.at(whole)
    assert [one.text for one in found.objections] == ["Pas partout"]
    assert found.minorities == (Minority(text="Autrement", people=3),)
    assert found.disagreement
    assert (Missing.OBJECTION_OPEN, FIRST) in [(gap.missing, gap.subject) for gap in gaps(play.state)]


def test_an_objection_answered_after_a_merge_stays_answered_when_it_is_taken_apart() -> None:
    play, one, _, whole = _merged_after_an_objection()
    play.do(c.ResolveObjection(objection=FIRST, how=Resolution.AMENDED, text="C’est dit"))
    assert play.at(whole).objections[0].how is Resolution.AMENDED
    play.do(c.DissolveStatement(statement=play.at(whole).reference))
    assert play.at(one).objections[0].outcome == "C’est dit"
    play.do(c.ResolveObjection(objection=FIRST, how=Resolution.KEPT))
    assert play.at(one).objections[0].how is Resolution.KEPT
    play.do(c.RestoreStatement(statement=play.at(whole).reference))
    assert play.at(whole).objections[0].how is Resolution.KEPT


def test_only_additions_merge_into_an_addition() -> None:
    play = Play()
    assert play.at(play.merge(play.add(), play.add())).added
    assert not play.at(play.merge(play.add(), play.statement())).added
