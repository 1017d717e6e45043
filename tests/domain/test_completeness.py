import pytest

from atelier.domain import commands as c
from atelier.domain.completeness import gaps, unanswered
from atelier.domain.refusals import Because
from atelier.domain.words import AsideReason, CardNumber, Kind, ObjectionId, Resolution
from tests.domain.play import ANA, DS, SECRETARY, Play

CONSTAT, DEMAND = Kind.CONSTAT, Kind.REVENDICATION


def missing(play: Play) -> list[str]:
    return [gap.name for gap in gaps(play.state)]


def test_an_empty_convention_lacks_nothing() -> None:
    assert missing(Play()) == []


def test_a_card_is_to_be_placed_until_it_has_another_fate() -> None:
    play = Play()
    for _ in range(4):
        play.post()
    play.do(c.SetAsideCard(card=CardNumber(2), reason=AsideReason.OTHER))
    play.do(c.WithdrawCard(card=CardNumber(3)), ANA)
    assert missing(play) == ["card_to_place:1", "card_to_place:4"]


@pytest.mark.parametrize(
    ("lang", "lacks"), [(None, False), ("fr", False), ("FR-ca", False), ("ar", True), ("pt-BR", True)]
)
def test_a_card_in_another_language_lacks_a_translation(lang: str | None, lacks: bool) -> None:
    play = Play()
    post = c.PostCard(theme=DS, kind=CONSTAT, text="Bus", key="k", lang=lang)
    play.do(post, ANA)
    play.do(c.SetAsideCard(card=CardNumber(1), reason=AsideReason.OTHER))
    assert missing(play) == (["card_untranslated:1"] if lacks else [])
    play.do(c.TranslateCard(card=CardNumber(1), lang="fr", text="Bus"))
    assert missing(play) == []


def test_a_statement_lacks_words_a_source_a_foundation_or_a_use() -> None:
    play = Play()
    constat, demand = play.statement(), play.statement(DEMAND)
    assert missing(play) == [
        "statement_unworded:DS-C1",
        "constat_unused:DS-C1",
        "statement_unworded:DS-R1",
        "revendication_unfounded:DS-R1",
    ]
    for reference in (constat, demand):
        play.do(c.WordStatement(statement=reference, text="Mots"))
    play.do(c.LinkStatements(statement=demand, founded_on=(constat,)))
    assert missing(play) == []
    play.do(c.WithdrawCard(card=CardNumber(1)), ANA)
    assert missing(play) == ["statement_without_source:DS-C1"]
    play.do(c.DissolveStatement(statement=constat))
    assert missing(play) == ["revendication_unfounded:DS-R1"]


def test_an_addition_needs_no_card() -> None:
    play = Play()
    play.add(Kind.QUESTION)
    assert missing(play) == []


def test_an_objection_is_open_until_something_became_of_it() -> None:
    play = Play()
    play.do(c.RaiseObjection(statement=play.add(Kind.QUESTION), text="Non"))
    assert missing(play) == ["objection_open:O1"]
    play.do(c.ResolveObjection(objection=ObjectionId("O1"), how=Resolution.KEPT))
    assert missing(play) == []


def test_a_citation_of_what_does_not_stand_is_broken() -> None:
    play = Play()
    gone, there = play.add(Kind.QUESTION), play.add(Kind.QUESTION)
    play.do(c.DissolveStatement(statement=gone))
    play.do(c.WriteSection(section="next", text=f"{gone}, {there}, ZZ-C1"), SECRETARY)
    assert missing(play) == ["reference_broken:next/DS-Q1", "reference_broken:next/ZZ-C1"]


def test_prose_beside_a_statement_that_was_dissolved_is_missed_until_it_is_taken_away() -> None:
    play = Play()
    one, other = play.add(Kind.QUESTION), play.add(Kind.QUESTION)
    beside = f"statement:{one}:after"
    for section in (beside, f"statement:{other}:before"):
        play.do(c.WriteSection(section=section, text="Et après ?"), SECRETARY)
    assert missing(play) == []
    play.do(c.DissolveStatement(statement=one))
    assert missing(play) == [f"prose_astray:{beside}/{one}"]
    play.do(c.WriteSection(section=beside, text=""), SECRETARY)
    assert missing(play) == []
    assert play.because(c.WriteSection(section=beside, text=""), SECRETARY) is Because.UNKNOWN


def test_prose_beside_what_was_merged_follows_and_is_not_missed() -> None:
    play = Play()
    one, other = play.statement(), play.statement()
    play.do(c.WriteSection(section=f"statement:{one}:after", text="Et après ?"), SECRETARY)
    play.do(c.MergeStatements(statements=(one, other)))
    assert not [name for name in missing(play) if name.startswith("prose_astray")]


def test_what_is_answered_is_still_missing_but_asked_no_more() -> None:
    play = Play()
    play.post()
    play.do(c.AnswerGap(gap="card_to_place:1", reason="Plus le temps."))
    assert (missing(play), unanswered(play.state)) == (["card_to_place:1"], ())
