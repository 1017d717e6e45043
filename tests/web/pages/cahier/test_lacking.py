"""What is left to do is shown with its words, and leads to the one place where it is settled."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings

from atelier.domain import commands as c
from atelier.domain.completeness import gaps
from atelier.domain.state import Convention
from atelier.domain.words import CardNumber, Channel, Kind
from atelier.translations import speech
from atelier.web.pages.cahier.lacking import Lack, lack, where_of
from tests.domain.moves import Move, moves, played
from tests.domain.play import DS, SECRETARY, Play

FRENCH = speech("fr")


@pytest.fixture
def play() -> Play:
    return Play()


def lacks(state: Convention) -> Iterator[Lack]:
    return (lack(state, gap, "valmorne", FRENCH) for gap in gaps(state))


def of(play: Play, name: str) -> Lack:
    return next(one for one in lacks(play.state) if one.gap.name == name)


def text(one: Lack) -> str:
    return "".join(piece for piece, _ in one.said)


def underlined(one: Lack) -> list[str]:
    return [piece for piece, personal in one.said if personal]


def test_a_card_leads_to_its_desk_with_itself_chosen(play: Play) -> None:
    play.post("Le bus ne passe plus.", theme="TR")
    one = of(play, "card_to_place:1")
    assert one.address == "/valmorne/TR/desk?card=1"
    assert text(one) == "Le bus ne passe plus."


def test_a_foreign_card_leads_to_those_to_translate_and_says_its_language(play: Play) -> None:
    foreign = c.PostCard(
        theme=DS, kind=Kind.CONSTAT, text="Closed", key="k", lang="en", channel=Channel.PAPER
    )
    play.do(foreign)
    one = of(play, "card_untranslated:1")
    assert (one.address, one.lang) == ("/valmorne/paper?card=1", "en")


def test_a_statement_and_its_objection_lead_to_its_desk(play: Play) -> None:
    demand = play.statement(Kind.REVENDICATION, "Un guichet.")
    play.do(c.RaiseObjection(statement=demand, text="Qui paie ?"))
    assert of(play, f"revendication_unfounded:{demand}").address == f"/valmorne/DS/desk?statement={demand}"
    objection = of(play, "objection_open:O1")
    assert (objection.address, text(objection)) == (f"/valmorne/DS/desk?statement={demand}", "Qui paie ?")


def test_a_text_that_cites_nothing_is_opened_and_named(play: Play) -> None:
    play.do(c.WriteSection(section="next", text="Voir ZZ-C1."), SECRETARY)
    one = of(play, "reference_broken:next/ZZ-C1")
    assert (one.address, one.section) == ("", "next")
    assert where_of(play.state, one, FRENCH) == "Et maintenant"


def test_prose_that_is_printed_no_more_is_shown_whole(play: Play) -> None:
    gone = play.add(Kind.QUESTION)
    section, prose = f"statement:{gone}:after", "Nous y tenons. " * 40
    play.do(c.WriteSection(section=section, text=prose), SECRETARY)
    play.do(c.DissolveStatement(statement=gone))
    one = of(play, f"prose_astray:{section}/{gone}")
    assert text(one) == prose.strip()
    assert where_of(play.state, one, FRENCH) == ""


def test_only_what_may_be_personal_of_that_kind_is_underlined(play: Play) -> None:
    play.post("Appelez Mme Petit au 06 12 34 56 78, ou le 07 12 34 56 78.")
    assert underlined(of(play, "personal_data:1/phone")) == ["06 12 34 56 78", "07 12 34 56 78"]
    assert underlined(of(play, "personal_data:1/name")) == ["Mme Petit"]
    whole = "Appelez Mme Petit au 06 12 34 56 78, ou le 07 12 34 56 78."
    assert text(of(play, "personal_data:1/name")) == whole


def test_in_a_long_text_what_is_underlined_is_there_and_cut_between_words(play: Play) -> None:
    play.post(f"{'avant ' * 40}M. Durand {'après ' * 40}")
    one = of(play, "personal_data:1/name")
    assert underlined(one) == ["M. Durand"]
    assert text(one).startswith("… avant ")
    assert text(one).endswith(" après…")
    assert len(text(one)) < 160


def test_what_is_personal_only_in_an_earlier_wording_is_found_there(play: Play) -> None:
    statement = play.statement(text="Appelez M. Durand.")
    play.do(c.WordStatement(statement=statement, text="Appelez."))
    assert text(of(play, f"personal_data:{statement}/name")) == "Appelez M. Durand."


def test_a_long_card_is_cut_between_two_words(play: Play) -> None:
    card = play.post("mot " * 140)
    shown = text(of(play, f"card_to_place:{CardNumber(card)}"))
    assert shown.endswith("mot…")
    assert len(shown) < 250


@given(moves())
@settings(max_examples=60)
def test_every_gap_of_any_day_has_a_place_and_a_sentence(day: list[Move]) -> None:
    for play, _, _ in played(day):
        state = play.state
    for one in lacks(state):
        assert one.sentence
        assert bool(one.address) != (one.section is not None)
        where_of(state, one, FRENCH)
        if one.gap.name.startswith("personal_data"):
            assert underlined(one)
