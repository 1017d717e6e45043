import pytest

from atelier.domain import commands as c
from atelier.domain import limits
from atelier.domain.refusals import Because
from atelier.domain.words import AxisId, Reference, Seq
from tests.domain.play import SECRETARY, Play

FIRST = AxisId("A1")

PLACES = ["foreword", "how_to_read", "day", "method", "synthesis", "next", "glossary", "credits"]
PLACES += [
    f"{chapter}:{place}" for chapter in ("theme:DS", "slot:S3") for place in ("before", "between", "after")
]
NO_PLACES = [
    "",
    "preface",
    "theme:ZZ:before",
    "slot:S9:after",
    "theme:DS",
    "theme:DS:middle",
    "theme::before",
    "theme:S1:before",
    "slot:DS:before",
    "foreword ",
    "theme:DS:before:after",
    "autre:DS:before",
]


@pytest.mark.parametrize("section", PLACES)
def test_prose_stands_at_named_places(section: str) -> None:
    play = Play()
    play.do(c.WriteSection(section=section, text="Bonjour"), SECRETARY)
    assert [one.text for one in play.state.sections.values()] == ["Bonjour"]


@pytest.mark.parametrize("section", NO_PLACES)
def test_prose_stands_nowhere_else(section: str) -> None:
    assert Play().because(c.WriteSection(section=section, text="Bonjour"), SECRETARY) is Because.UNKNOWN


def test_prose_written_meanwhile_is_not_written_over_and_both_texts_come_back() -> None:
    play = Play()
    write = c.WriteSection(section="method", text="Le leur", base=play.state.seq)
    play.do(write, SECRETARY)
    mine = c.WriteSection(section="method", text="Le mien", base=Seq(1))
    refusal = play.refused(mine, SECRETARY)
    assert refusal.because is Because.CHANGED_MEANWHILE
    assert refusal.about == {"theirs": "Le leur", "yours": "Le mien", "seq": play.state.seq}
    play.do(c.WriteSection(section="method", text="Le mien", base=play.state.seq), SECRETARY)
    play.undo(SECRETARY)
    (section,) = play.state.sections.values()
    assert [one.text for one in section.versions] == ["Le leur", "Le mien", "Le leur"]


def test_the_same_prose_again_changes_nothing_and_an_empty_one_takes_it_away() -> None:
    play = Play()
    play.same(c.WriteSection(section="method", text=""), SECRETARY)
    play.do(c.WriteSection(section="method", text="Bonjour"), SECRETARY)
    play.same(c.WriteSection(section="method", text="Bonjour"), SECRETARY)
    play.undo(SECRETARY)
    assert [one.text for one in play.state.sections.values()] == [""]


def test_an_axis_has_a_title_and_an_ordered_list_of_statements_that_stand() -> None:
    play = Play()
    assert play.because(c.AddAxis(title=""), SECRETARY) is Because.TEXT_EMPTY
    assert play.because(c.PlaceInAxis(axis=FIRST, statements=()), SECRETARY) is Because.UNKNOWN
    play.do(c.AddAxis(title="Accueil"), SECRETARY)
    one, other = play.statement(), play.statement()
    unknown = c.PlaceInAxis(axis=FIRST, statements=(Reference("DS-C9"),))
    assert play.because(unknown, SECRETARY) is Because.UNKNOWN
    place = c.PlaceInAxis(axis=FIRST, statements=(other, one, other))
    play.do(place, SECRETARY)
    play.same(place, SECRETARY)
    assert play.state.axes[FIRST].statements == (other, one)
    play.undo(SECRETARY)
    assert play.state.axes[FIRST].statements == ()


def test_an_answer_is_given_once_changed_and_taken_away() -> None:
    play = Play()
    assert play.because(c.AnswerGap(gap="card_to_place:1", reason="Parce que")) is Because.UNKNOWN
    play.same(c.AnswerGap(gap="card_to_place:1", reason=""))
    play.post()
    too_long = "x" * (limits.ANSWER_GRAPHEMES_MAX + 1)
    assert play.because(c.AnswerGap(gap="card_to_place:1", reason=too_long)) is Because.TEXT_TOO_LONG
    answer = c.AnswerGap(gap="card_to_place:1", reason="Parce que")
    play.do(answer)
    play.same(answer)
    play.undo()
    assert play.state.answers == {"card_to_place:1": ""}
