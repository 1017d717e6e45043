"""A consent round: where it stands, and what moves it."""

from atelier.domain import commands as c
from atelier.domain.refusals import Because
from atelier.domain.words import Consent, Kind, ObjectionId, Reference, Resolution, Seq
from tests.domain.play import Play

PROPOSED, CLARIFIED, OBJECTIONS, AMENDED, ADOPTED = Consent


def proposed() -> tuple[Play, Reference]:
    play = Play()
    reference = play.statement(Kind.REVENDICATION, "Un guichet ouvert.")
    play.do(c.SetConsent(statement=reference, stage=PROPOSED))
    return play, reference


def stage(play: Play, reference: Reference) -> Consent | None:
    return play.state.statements[reference].consent


def test_a_round_goes_from_proposed_to_adopted() -> None:
    play, one = proposed()
    play.same(c.SetConsent(statement=one, stage=PROPOSED))
    play.do(c.SetConsent(statement=one, stage=CLARIFIED))
    play.do(c.RaiseObjection(statement=one, text="Et le samedi ?"))
    assert stage(play, one) is OBJECTIONS
    assert play.because(c.SetConsent(statement=one, stage=ADOPTED)) is Because.OBJECTIONS_OPEN
    play.do(c.WordStatement(statement=one, text="Un guichet ouvert, le samedi aussi."))
    assert stage(play, one) is AMENDED
    play.do(c.ResolveObjection(objection=ObjectionId("O1"), how=Resolution.AMENDED))
    play.do(c.SetConsent(statement=one, stage=ADOPTED))
    assert stage(play, one) is ADOPTED


def test_nobody_has_consented_to_words_that_came_after() -> None:
    play, one = proposed()
    play.do(c.WordStatement(statement=one, text="Des guichets."))
    assert stage(play, one) is PROPOSED
    play.do(c.SetConsent(statement=one, stage=ADOPTED))
    play.do(c.WordStatement(statement=one, text="Des guichets.", title="Guichets"))
    assert stage(play, one) is ADOPTED
    play.do(c.WordStatement(statement=one, text="Des guichets partout."))
    assert stage(play, one) is AMENDED


def test_what_has_no_sentence_is_not_adopted_and_what_has_no_round_is_not_moved() -> None:
    play = Play()
    one = play.statement()
    assert play.because(c.SetConsent(statement=one, stage=ADOPTED)) is Because.NOT_WORDED
    play.do(c.RaiseObjection(statement=one, text="Non."))
    play.do(c.WordStatement(statement=one, text="Guichet fermé."))
    assert stage(play, one) is None


def test_a_merge_starts_without_consent_and_a_stage_can_be_undone() -> None:
    play, one = proposed()
    other = play.statement(Kind.REVENDICATION, "Un guichet.")
    play.do(c.SetConsent(statement=one, stage=ADOPTED))
    play.do(c.Undo(seq=Seq(play.state.seq)))
    assert stage(play, one) is PROPOSED
    play.do(c.MergeStatements(statements=(one, other)))
    merged = play.state.statements[Reference("DS-R3")]
    assert (merged.merged, merged.consent) == ((one, other), None)
