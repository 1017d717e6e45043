from atelier.domain import commands as c
from atelier.domain.refusals import Because
from atelier.domain.words import AsideReason, CardNumber, Kind, Reference
from tests.domain.play import ANA, DS, OPEN, SECRETARY, TOGETHER, TR, Play

CONSTAT, DEMAND = Kind.CONSTAT, Kind.REVENDICATION


def test_cards_that_are_not_free_are_not_grouped() -> None:
    play = Play()
    placed, aside, gone = play.post(), play.post(), play.post()
    play.group(placed)
    play.do(c.SetAsideCard(card=aside, reason=AsideReason.OTHER))
    play.do(c.WithdrawCard(card=gone), ANA)
    reasons = [play.because(c.GroupCards(cards=(one,))) for one in (placed, aside, gone, CardNumber(9))]
    assert reasons == [
        Because.CARD_PLACED,
        Because.CARD_SET_ASIDE,
        Because.CARD_WITHDRAWN,
        Because.UNKNOWN,
    ]
    assert play.because(c.GroupCards(cards=())) is Because.NOTHING_CHOSEN


def test_cards_of_two_kinds_or_of_two_themes_are_not_grouped() -> None:
    play = Play()
    here, demand, there = play.post(), play.post(kind=DEMAND), play.post(theme="TR")
    assert play.because(c.GroupCards(cards=(here, demand))) is Because.KINDS_DIFFER
    assert play.because(c.GroupCards(cards=(here, there))) is Because.NO_COMMON_THEME
    group = play.group(here)
    assert play.because(c.GroupCards(cards=(demand,), statement=group)) is Because.KINDS_DIFFER
    assert play.because(c.GroupCards(cards=(there,), statement=group)) is Because.NO_COMMON_THEME
    assert play.because(c.GroupCards(cards=(there,), statement=Reference("DS-C9"))) is Because.UNKNOWN
    assert play.because(c.GroupCards(cards=(there,), statement=Reference("\ud800"))) is Because.UNKNOWN


def test_a_group_is_numbered_on_its_board_and_takes_each_card_once() -> None:
    play = Play()
    first, second = play.post(), play.post()
    assert play.group(first, first, title="  Guichets ") == "DS-C1"
    assert (play.at("DS-C1").cards, play.at("DS-C1").title) == ((first,), "Guichets")
    play.do(c.GroupCards(cards=(second,), statement=Reference("DS-C1")))
    assert play.at("DS-C1").cards == (first, second)
    assert play.group(play.post()) == "DS-C2"
    assert play.group(play.post(kind=DEMAND)) == "DS-R1"


def test_a_joint_statement_is_numbered_in_the_first_theme_its_cards_share() -> None:
    play = Play()
    play.do(c.StartStep(step=OPEN, slot=TOGETHER))
    joint, two = play.post(), play.post(kind=Kind.PISTE, theme="TR")
    play.do(c.StartStep(step=OPEN, theme=TR))
    assert play.group(joint, play.post(theme="TR")) == "TR-C1"
    assert play.group(two) == "DS-P1"
    assert play.at("DS-P1").themes == ("DS", "TR")


# --- Ungrouping -------------------------------------------------------------


def test_a_card_that_is_in_no_statement_does_not_leave_one() -> None:
    play = Play()
    assert play.because(c.UngroupCards(cards=(play.post(),))) is Because.CARD_NOT_PLACED
    assert play.because(c.UngroupCards(cards=(CardNumber(9),))) is Because.UNKNOWN


def test_the_last_card_to_leave_dissolves_a_statement_whose_number_is_never_given_again() -> None:
    play = Play()
    one, two = play.post(), play.post()
    group = play.group(one, two)
    play.do(c.UngroupCards(cards=(one,)))
    assert play.at(group).live
    play.do(c.UngroupCards(cards=(two,)))
    assert play.at(group).dissolved
    assert play.group(one) == "DS-C2"


def test_what_the_secretary_added_or_what_was_merged_stands_without_cards() -> None:
    play = Play()
    addition = play.add()
    card = play.post()
    play.do(c.GroupCards(cards=(card,), statement=addition))
    play.do(c.UngroupCards(cards=(card,)))
    assert play.at(addition).live
    play.undo()
    assert play.at(addition).cards == (card,)
    merged = play.merge(addition, play.statement())
    play.do(c.UngroupCards(cards=play.at(merged).cards))
    assert play.at(merged).live
    play.undo()
    assert len(play.at(merged).cards) == 2


def test_cards_of_two_statements_leave_together_and_return_one_by_one() -> None:
    play = Play()
    one, two = play.post(), play.post()
    play.group(one), play.group(two)
    play.do(c.UngroupCards(cards=(one, two)))
    assert play.because(c.Undo(seq=play.state.seq)) is Because.NOTHING_TO_UNDO


# --- Adding -----------------------------------------------------------------


def test_an_addition_is_marked_and_needs_words_and_a_board() -> None:
    play = Play()
    assert play.at(play.add()).added
    none = c.AddStatement(theme=TR, kind=Kind.QUESTION, text="Ajout")
    assert play.because(none, SECRETARY) is Because.NOT_A_BOARD_HERE
    assert play.because(c.AddStatement(theme=DS, kind=CONSTAT, text=" "), SECRETARY) is Because.TEXT_EMPTY
