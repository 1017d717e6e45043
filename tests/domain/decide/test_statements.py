import pytest

from atelier.domain import commands as c
from atelier.domain.links import foundations
from atelier.domain.refusals import Because
from atelier.domain.statement import Minority, TakenUp
from atelier.domain.words import (
    CardNumber,
    Kind,
    Maturity,
    ObjectionId,
    ObjectionKind,
    Reference,
    Resolution,
)
from tests.domain.play import Play

CONSTAT, DEMAND, PISTE, QUESTION = Kind


# --- Wording ----------------------------------------------------------------


def test_what_was_worded_meanwhile_is_not_written_over_and_both_texts_come_back() -> None:
    play = Play()
    group = play.statement()
    seen = play.at(group).worded
    play.do(c.WordStatement(statement=group, text="Le leur", base=seen))
    refusal = play.refused(c.WordStatement(statement=group, text=" Le mien ", base=seen))
    assert refusal.because is Because.CHANGED_MEANWHILE
    assert refusal.about == {"theirs": "Le leur", "yours": "Le mien", "seq": play.at(group).worded}
    play.do(c.WordStatement(statement=group, text="Le mien", base=play.at(group).worded))
    play.do(c.WordStatement(statement=group, text="Sans regarder"))
    assert [one.text for one in play.at(group).versions] == ["Le leur", "Le mien", "Sans regarder"]


def test_a_wording_is_not_empty() -> None:
    play = Play()
    assert play.because(c.WordStatement(statement=play.statement(), text=" ")) is Because.TEXT_EMPTY


def test_a_title_changes_alone_even_under_the_dots_and_makes_no_version() -> None:
    play = Play()
    group = play.statement(text="Mots")
    play.same(c.WordStatement(statement=group, text="Mots"))
    play.same(c.WordStatement(statement=group, text="Mots", title=""))
    play.do(c.OpenVote(theme=play.at(group).themes[0], dots=3, kinds=(CONSTAT,)))
    play.do(c.WordStatement(statement=group, text="Mots", title="Titre"))
    assert (play.at(group).title, len(play.at(group).versions)) == ("Titre", 1)
    play.undo()
    assert play.at(group).title == ""


def test_the_first_wording_cannot_be_undone_the_next_ones_can() -> None:
    play = Play()
    group = play.statement(text="Un")
    assert play.because(c.Undo(seq=play.state.seq)) is Because.NOTHING_TO_UNDO
    play.do(c.WordStatement(statement=group, text="Deux", title="Titre"))
    play.undo()
    assert (play.at(group).text, play.at(group).title) == ("Un", "")


# --- Links ------------------------------------------------------------------

FOUNDED = [
    (DEMAND, CONSTAT),
    (PISTE, CONSTAT),
    (PISTE, DEMAND),
]


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("on", Kind)
def test_what_may_be_founded_on_what(kind: Kind, on: Kind) -> None:
    play = Play()
    link = c.LinkStatements(statement=play.statement(kind), founded_on=(play.statement(on),))
    if (kind, on) in FOUNDED:
        play.do(link)
    else:
        assert play.because(link) is Because.CANNOT_BE_FOUNDED


def test_a_link_needs_an_end_that_stands() -> None:
    play = Play()
    demand, gone = play.statement(DEMAND), play.statement()
    play.do(c.DissolveStatement(statement=gone))
    for founded_on, because in (
        ((), Because.NOTHING_CHOSEN),
        ((gone,), Because.STATEMENT_GONE),
        ((Reference("DS-C9"),), Because.UNKNOWN),
    ):
        assert play.because(c.LinkStatements(statement=demand, founded_on=founded_on)) is because
    assert play.because(c.UnlinkStatements(statement=demand, founded_on=())) is Because.NOTHING_CHOSEN


def test_links_are_made_once_and_taken_away_once() -> None:
    play = Play()
    demand, one, other = play.statement(DEMAND), play.statement(), play.statement()
    play.do(c.LinkStatements(statement=demand, founded_on=(one, one)))
    play.same(c.LinkStatements(statement=demand, founded_on=(one,)))
    play.do(c.LinkStatements(statement=demand, founded_on=(one, other)))
    assert play.at(demand).founded_on == (one, other)
    play.do(c.UnlinkStatements(statement=demand, founded_on=(one,)))
    play.same(c.UnlinkStatements(statement=demand, founded_on=(one,)))
    play.undo()
    assert play.at(demand).founded_on == (other, one)


def test_a_link_is_taken_away_by_the_name_it_has_since_a_merge() -> None:
    play = Play()
    demand, one, other = play.statement(DEMAND), play.statement(), play.statement()
    play.do(c.LinkStatements(statement=demand, founded_on=(one,)))
    merged = play.merge(one, other)
    play.same(c.LinkStatements(statement=demand, founded_on=(merged,)))
    play.do(c.UnlinkStatements(statement=demand, founded_on=(merged,)))
    assert foundations(play.state, play.at(demand)) == ()
    play.undo()
    assert foundations(play.state, play.at(demand)) == (merged,)


def test_a_link_to_what_was_dissolved_can_be_taken_away_for_good() -> None:
    play = Play()
    demand, one = play.statement(DEMAND), play.statement()
    play.do(c.LinkStatements(statement=demand, founded_on=(one,)))
    play.do(c.DissolveStatement(statement=one))
    play.do(c.UnlinkStatements(statement=demand, founded_on=(one,)))
    assert play.because(c.Undo(seq=play.state.seq)) is Because.NOTHING_TO_UNDO


# --- Taken up ---------------------------------------------------------------


def test_a_source_has_a_name_and_stands_once_for_each_quote() -> None:
    play = Play()
    group = play.statement()
    assert play.because(c.AttributeStatement(statement=group, organisation="")) is Because.TEXT_EMPTY
    play.do(c.AttributeStatement(statement=group, organisation="LDH", quote="Mots", reference="p. 3"))
    play.do(c.AttributeStatement(statement=group, organisation="CGT"))
    play.do(c.AttributeStatement(statement=group, organisation="LDH", quote="Mots", reference="p. 4"))
    assert play.at(group).taken_up == (
        TakenUp(organisation="CGT", quote="", reference=""),
        TakenUp(organisation="LDH", quote="Mots", reference="p. 4"),
    )
    play.undo()
    assert play.at(group).taken_up[-1].reference == "p. 3"
    play.same(c.UnattributeStatement(statement=group, organisation="LDH"))
    play.do(c.UnattributeStatement(statement=group, organisation="LDH", quote="Mots"))
    play.undo()
    assert len(play.at(group).taken_up) == 2
    play.do(c.AttributeStatement(statement=group, organisation="Cimade"))
    play.undo()
    assert len(play.at(group).taken_up) == 2


# --- Disagreement, objections, minorities, maturity -------------------------


def test_a_disagreement_is_marked_once_on_a_card_or_a_statement() -> None:
    play = Play()
    group, card = play.statement(), CardNumber(1)
    targets: tuple[CardNumber | Reference, ...] = (group, card)
    for target in targets:
        play.same(c.MarkDisagreement(target=target, on=False))
        play.do(c.MarkDisagreement(target=target))
        play.same(c.MarkDisagreement(target=target))
    assert play.at(group).disagreement
    assert play.card(card).disagreement
    play.undo()
    assert not play.card(card).disagreement
    assert play.because(c.MarkDisagreement(target=CardNumber(9))) is Because.UNKNOWN
    assert play.because(c.MarkDisagreement(target=Reference("DS-C9"))) is Because.UNKNOWN


def test_an_objection_has_reasons_and_something_becomes_of_it() -> None:
    play = Play()
    group = play.statement()
    assert play.because(c.RaiseObjection(statement=group, text="")) is Because.TEXT_EMPTY
    one = ObjectionId("O1")
    assert play.because(c.ResolveObjection(objection=one, how=Resolution.KEPT)) is Because.UNKNOWN
    play.do(c.RaiseObjection(statement=group, text="Non", kind=ObjectionKind.LIMIT))
    play.do(c.RaiseObjection(statement=group, text="Peut-être"))
    play.do(c.ResolveObjection(objection=one, how=Resolution.AMENDED, text="Reformulé"))
    assert play.because(c.Undo(seq=play.state.seq)) is Because.NOTHING_TO_UNDO
    play.do(c.ResolveObjection(objection=one, how=Resolution.KEPT))
    play.undo()
    first, second = play.at(group).objections
    assert (first.how, first.outcome, first.kind) == (Resolution.AMENDED, "Reformulé", ObjectionKind.LIMIT)
    assert (second.id, second.how) == ("O2", None)


def test_an_objection_that_is_undone_stays_as_withdrawn() -> None:
    play = Play()
    group = play.statement()
    play.do(c.RaiseObjection(statement=group, text="Non"))
    play.undo()
    assert [one.how for one in play.at(group).objections] == [Resolution.WITHDRAWN]


def test_a_minority_opinion_has_a_text_and_a_number_that_may_change() -> None:
    play = Play()
    group = play.statement()
    assert play.because(c.RecordMinority(statement=group, text="", people=3)) is Because.TEXT_EMPTY
    play.do(c.RecordMinority(statement=group, text="Non", people=3))
    play.do(c.RecordMinority(statement=group, text="Non", people=5))
    assert play.at(group).minorities == (Minority(text="Non", people=5),)
    play.do(c.RecordMinority(statement=group, text="Non", people=0))
    assert play.at(group).minorities == ()
    play.undo()
    assert play.at(group).minorities == (Minority(text="Non", people=5),)


def test_maturity_is_said_and_unsaid() -> None:
    play = Play()
    group = play.statement()
    play.same(c.SetMaturity(statement=group, maturity=None))
    play.do(c.SetMaturity(statement=group, maturity=Maturity.TO_DIG))
    play.undo()
    assert play.at(group).maturity is None
