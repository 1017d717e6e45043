"""What comes from elsewhere: taken as it is, once, and never what could not have been made."""

from dataclasses import replace
from typing import Any

import pytest

from atelier.domain import commands as c
from atelier.domain import limits
from atelier.domain.card import Aside, Translation
from atelier.domain.fates import faults
from atelier.domain.references import card_of
from atelier.domain.refusals import Because
from atelier.domain.rooms import RoomSlot, RoomTheme
from atelier.domain.statement import Minority, Objection, TakenUp
from atelier.domain.words import (
    AsideReason,
    CardNumber,
    Channel,
    Kind,
    ObjectionId,
    ObjectionKind,
    Reference,
    Resolution,
    RoomLetter,
    RoomSource,
    SlotId,
    ThemeCode,
)
from tests.domain.play import DS, FACILITATOR, HOST, SECRETARY, Play
from tests.domain.rooms import CARD, CARRIED, HERE, ONE, REGISTER, STATEMENT, TWO, B, with_a_room


def test_a_room_takes_a_letter_that_nobody_has_and_keeps_it() -> None:
    play = with_a_room()
    assert (play.state.rooms[REGISTER.source].letter, play.state.themes[DS].people) == ("B", 12)
    play.same(REGISTER, HOST)
    fifteen = (RoomTheme(there=DS, here=DS, people=15),)
    play.do(replace(REGISTER, themes=fifteen), HOST)
    assert play.state.themes[DS].people == 15
    assert play.because(replace(REGISTER, letter=RoomLetter("C")), HOST) is Because.BAD_VALUE
    assert play.because(replace(REGISTER, source=RoomSource("x"), letter=B), HOST) is Because.ALREADY_THERE
    assert (
        play.because(replace(REGISTER, source=RoomSource("x"), letter=RoomLetter("b")), HOST)
        is Because.BAD_VALUE
    )
    assert play.because(replace(REGISTER, source=play.state.source), HOST) is Because.ALREADY_THERE
    unknown = (RoomTheme(there=DS, here=ThemeCode("ZZ")),)
    assert play.because(replace(REGISTER, themes=unknown), HOST) is Because.UNKNOWN
    nowhere = (RoomSlot(there=SlotId("S1"), here=SlotId("S99")),)
    assert play.because(replace(REGISTER, slots=nowhere), HOST) is Because.UNKNOWN


def test_this_room_takes_a_letter_before_its_first_card() -> None:
    play = with_a_room()
    letter = c.EditConvention
    assert play.because(letter(room="B"), HOST) is Because.ALREADY_THERE
    assert play.because(letter(room="É"), HOST) is Because.BAD_VALUE
    play.do(letter(room=" d "), HOST)
    assert play.post() == card_of(RoomLetter("D"), 1)
    play.do(letter(room="D"), HOST)
    assert play.because(letter(room="E"), HOST) is Because.ROOM_FIXED
    assert play.because(letter(room=""), HOST) is Because.ROOM_FIXED
    assert faults(play.state) == ()


def test_a_card_is_brought_whole_and_belongs_to_nobody_here() -> None:
    play = with_a_room()
    said = replace(
        CARD,
        lang="AR",
        carried_by=3,
        slip="7",
        table="balcon",
        slot=SlotId("S1"),
        late=True,
        aside=AsideReason.DUPLICATE,
        note="comme 4",
        translations=(Translation(lang="fr", text="Le guichet."),),
    )
    play.do(said, HOST)
    card = play.card(ONE)
    assert (card.lang, card.carried_by, card.slip, card.late) == ("ar", 3, "7", True)
    assert (card.at, card.author, card.aside) == (
        1_600_000_000,
        "",
        Aside(reason=AsideReason.DUPLICATE, note="comme 4"),
    )
    play.same(replace(said, lang="ar"), HOST)
    assert play.because(c.WithdrawCard(card=ONE), HOST) is Because.NOT_YOUR_CARD
    assert play.post() == 1
    assert faults(play.state) == ()


@pytest.mark.parametrize(
    ("change", "because"),
    [
        ({"card": CardNumber(1)}, Because.UNKNOWN),
        ({"card": card_of(RoomLetter("C"), 1)}, Because.UNKNOWN),
        ({"card": card_of(B, limits.CARDS_MAX + 1)}, Because.BAD_VALUE),
        ({"themes": ()}, Because.NOTHING_CHOSEN),
        ({"themes": (ThemeCode("ZZ"),)}, Because.UNKNOWN),
        ({"themes": (ThemeCode("AG"),), "kind": Kind.PISTE}, Because.NOT_A_BOARD_HERE),
        ({"slot": SlotId("S99")}, Because.UNKNOWN),
        ({"text": ""}, Because.TEXT_EMPTY),
        ({"text": "é" * 601}, Because.TEXT_TOO_LONG),
        ({"lang": "../fr"}, Because.BAD_VALUE),
        ({"carried_by": 0}, Because.BAD_VALUE),
        ({"statement": Reference("DS-C9")}, Because.UNKNOWN),
    ],
)
def test_a_card_that_could_not_have_been_written_is_refused(change: dict[str, Any], because: Because) -> None:
    assert with_a_room().because(replace(CARD, **change), HOST) is because


def test_there_is_a_last_card() -> None:
    play = with_a_room()
    play.do(CARD, HOST)
    play.state = replace(play.state, cards=Full())  # type: ignore[arg-type]
    assert play.because(replace(CARD, card=TWO), HOST) is Because.TOO_MANY


class Full(dict[CardNumber, Any]):
    def __len__(self) -> int:
        return limits.CARDS_MAX


def test_a_card_goes_into_a_statement_of_its_kind_while_no_dots_are_given() -> None:
    play = with_a_room()
    play.do(STATEMENT, HOST)
    play.do(replace(CARD, statement=HERE), HOST)
    assert play.at(HERE).cards == (ONE,)
    demand = replace(CARD, card=TWO, kind=Kind.REVENDICATION, statement=HERE)
    assert play.because(demand, HOST) is Because.KINDS_DIFFER
    play.do(c.OpenVote(theme=DS, dots=3, kinds=(Kind.CONSTAT,)))
    assert play.because(replace(CARD, card=TWO, statement=HERE), HOST) is Because.VOTE_OPEN
    assert play.because(CARD, HOST) is Because.VOTE_OPEN
    assert play.because(replace(STATEMENT, title="Guichets"), HOST) is Because.VOTE_OPEN
    play.do(c.CloseVote(theme=DS))
    play.do(CARD, HOST)
    assert (play.at(HERE).cards, play.card(ONE).statement) == ((), None)
    assert faults(play.state) == ()


def test_what_its_room_corrects_is_corrected_and_what_was_said_of_it_here_goes() -> None:
    play = with_a_room()
    play.do(CARD, HOST)
    play.do(c.TranslateCard(card=ONE, lang="en", text="Closed counter."))
    play.do(c.SetAsideCard(card=ONE, reason=AsideReason.OTHER, note="Guichet fermé ?"))
    play.do(replace(CARD, text="Guichet ouvert.", corrected=True), HOST)
    card = play.card(ONE)
    assert (card.text, card.translations, card.aside) == (
        "Guichet ouvert.", (), Aside(reason=AsideReason.OTHER, note=""),
    )  # fmt: skip
    assert "fermé" not in str(play.kept)
    play.do(replace(CARD, text="Guichet ouvert.", corrected=True, disagreement=True), HOST)
    assert play.card(ONE).disagreement
    play.do(replace(CARD, text="Ouvert.", aside=AsideReason.OFF_TOPIC), HOST)
    assert play.card(ONE).aside == Aside(reason=AsideReason.OFF_TOPIC, note="")


def test_what_its_author_takes_back_there_is_erased_here() -> None:
    play = with_a_room()
    play.do(replace(CARD, table="balcon"), HOST)
    play.do(replace(CARD, table="balcon", disagreement=True), HOST)
    play.do(replace(CARD, withdrawn=True, note="Guichet"), HOST)
    card = play.card(ONE)
    assert (card.withdrawn, card.text, card.table, card.texts) == (True, "", "", ())
    assert "Guichet" not in str(play.kept)
    assert "balcon" not in str(play.kept)


def test_what_is_taken_back_or_corrected_here_is_erased_with_what_the_room_said() -> None:
    play = with_a_room()
    play.do(replace(CARD, channel=Channel.PAPER, table="balcon"), HOST)
    play.do(c.CorrectCard(card=ONE, text="Ouvert."), SECRETARY)
    assert "fermé" not in str(play.state) + str(play.kept)
    play.do(c.WithdrawCard(card=ONE), SECRETARY)
    assert "balcon" not in str(play.state.brought_cards) + str(play.kept)
    assert play.because(CARD, HOST) is Because.CARD_WITHDRAWN
    play.do(replace(CARD, card=TWO, withdrawn=True), HOST)
    assert faults(play.state) == ()


@pytest.mark.parametrize(
    ("change", "because"),
    [
        ({"room": RoomLetter("C")}, Because.UNKNOWN),
        ({"statement": Reference("DS-R1-B")}, Because.BAD_VALUE),
        ({"statement": Reference("DS-C1-C")}, Because.BAD_VALUE),
        ({"statement": Reference("nothing")}, Because.BAD_VALUE),
        ({"there": Reference("nothing")}, Because.BAD_VALUE),
        ({"statement": Reference("DS-C1")}, Because.ALREADY_THERE),
        ({"merged_into": HERE}, Because.UNKNOWN),
        ({"split_from": Reference("DS-C9")}, Because.UNKNOWN),
        ({"founded_on": (Reference("DS-C9"),)}, Because.UNKNOWN),
        ({"merged": (Reference("DS-C9"),)}, Because.UNKNOWN),
        ({"cards": (TWO,)}, Because.UNKNOWN),
        ({"wordings": ("",)}, Because.TEXT_EMPTY),
        ({"minorities": (Minority(text="Non", people=0),)}, Because.BAD_VALUE),
        ({"taken_up": (TakenUp(organisation="", quote="", reference=""),)}, Because.TEXT_EMPTY),
    ],
)
def test_a_statement_that_could_not_have_been_made_is_refused(
    change: dict[str, Any], because: Because
) -> None:
    play = with_a_room()
    play.statement()
    assert play.because(replace(STATEMENT, **change), HOST) is because


def test_a_statement_never_stands_behind_itself() -> None:
    play = with_a_room()
    other = replace(STATEMENT, statement=Reference("DS-C2-B"), there=Reference("DS-C2"))
    play.do(STATEMENT, HOST)
    play.do(replace(other, merged_into=HERE), HOST)
    circle = replace(STATEMENT, merged_into=other.statement)
    assert play.because(circle, HOST) is Because.STATEMENT_GONE


def test_a_statement_that_its_room_merged_gives_its_cards_to_what_stands_for_it() -> None:
    play = with_a_room()
    play.do(STATEMENT, HOST)
    play.do(replace(CARD, statement=HERE), HOST)
    own = play.post()
    play.do(c.GroupCards(cards=(own,), statement=HERE))
    whole = replace(STATEMENT, statement=Reference("DS-C3-B"), there=Reference("DS-C3"))
    play.do(whole, HOST)
    play.do(replace(STATEMENT, merged_into=whole.statement, cards=(ONE,)), HOST)
    assert play.at(whole.statement).cards == (ONE, own)
    assert play.state.brought_cards[ONE].statement == whole.statement
    assert faults(play.state) == ()
    play.do(replace(whole, dissolved=True), HOST)
    assert (play.card(ONE).statement, play.card(own).statement) == (None, None)
    assert faults(play.state) == ()


def test_what_is_said_of_a_statement_there_is_added_to_what_is_said_here() -> None:
    play = with_a_room()
    objection = Objection(id=ObjectionId("O1.B"), text="Et le bus ?", kind=ObjectionKind.REASONED)
    minority = Minority(text="Non", people=3)
    source = TakenUp(organisation="LDH", quote="", reference="")
    play.do(replace(STATEMENT, objections=(objection,), minorities=(minority,), taken_up=(source,)), HOST)
    play.do(c.RaiseObjection(statement=HERE, text="Et le train ?"))
    play.do(c.RecordMinority(statement=HERE, text="Peut-être", people=2))
    play.do(c.WordStatement(statement=HERE, text="On ferme tout."))
    solved = replace(objection, how=Resolution.LIFTED, outcome="Il passe.")
    play.do(
        replace(STATEMENT, objections=(solved,), wordings=("On ferme.", "On ferme tout.", "Tout ferme.")),
        HOST,
    )
    found = play.at(HERE)
    assert [(one.text, one.how) for one in found.objections] == [
        ("Et le bus ?", Resolution.LIFTED), ("Et le train ?", None),
    ]  # fmt: skip
    assert [one.text for one in found.minorities] == ["Peut-être"]
    assert [one.text for one in found.versions] == ["On ferme.", "On ferme tout.", "Tout ferme."]
    play.do(c.ResolveObjection(objection=objection.id, how=Resolution.KEPT))
    play.same(play_again(play), HOST)


def play_again(play: Play) -> c.BringStatement:
    """What the room said last, once more."""
    said = play.state.brought_statements[HERE]
    return c.BringStatement(**{name: getattr(said, name) for name in said.__slots__})


def test_a_reference_that_was_free_is_kept_and_its_number_is_not_given_again() -> None:
    play = with_a_room()
    play.do(replace(STATEMENT, statement=Reference("DS-C4"), there=Reference("DS-C4")), HOST)
    assert play.statement() == "DS-C5"


def test_a_statement_of_an_earlier_cahier_is_a_card_whose_words_do_not_change() -> None:
    play = Play()
    play.do(replace(CARRIED, text="Un guichet. " * 80), HOST)
    play.same(CARRIED, HOST)
    card = play.card(CardNumber(1))
    assert (card.channel, card.origin, card.kind) == (Channel.EARLIER, CARRIED.origin, Kind.REVENDICATION)
    assert play.because(c.CorrectCard(card=card.number, text="Autre"), SECRETARY) is Because.CARD_CARRIED
    play.group(card.number)
    play.do(c.WithdrawCard(card=card.number), SECRETARY)
    assert "guichet" not in str(play.kept)
    other = replace(CARRIED, origin=replace(CARRIED.origin, number=2))
    play.do(other, HOST)
    play.undo(HOST)
    assert play.card(CardNumber(2)).withdrawn


@pytest.mark.parametrize(
    ("change", "because"),
    [
        ({"theme": ThemeCode("ZZ")}, Because.UNKNOWN),
        ({"theme": ThemeCode("AG"), "kind": Kind.PISTE}, Because.NOT_A_BOARD_HERE),
        ({"text": " "}, Because.TEXT_EMPTY),
        ({"origin": replace(CARRIED.origin, number=-1)}, Because.BAD_VALUE),
        ({"origin": replace(CARRIED.origin, reference=Reference("SA-4"))}, Because.BAD_VALUE),
    ],
)
def test_what_was_in_no_cahier_is_not_carried(change: dict[str, Any], because: Because) -> None:
    assert Play().because(replace(CARRIED, **change), HOST) is because


def test_nobody_posts_as_an_earlier_cahier() -> None:
    post = c.PostCard(theme=DS, kind=Kind.CONSTAT, text="x", key="k", channel=Channel.EARLIER)
    assert Play().because(post, FACILITATOR) is Because.BAD_VALUE
