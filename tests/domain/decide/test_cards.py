import dataclasses

from atelier.domain import commands as c
from atelier.domain.card import Translation
from atelier.domain.completeness import untranslated
from atelier.domain.refusals import Because
from atelier.domain.words import AsideReason, CardNumber, Kind, Seq
from tests.domain.play import (
    AG,
    ANA,
    BEN,
    DS,
    OPEN,
    TOGETHER,
    TR,
    Play,
)

ONE, TWO = CardNumber(1), CardNumber(2)


def test_correcting_to_the_same_words_changes_nothing() -> None:
    play = Play()
    number = play.post(as_=ANA)
    assert play.same(c.CorrectCard(card=number, text=" Guichet fermé. "), ANA).card == number


def test_a_corrected_card_loses_its_translations_and_a_withdrawn_one_its_words() -> None:
    play = Play()
    number = play.post(as_=ANA)
    play.do(c.TranslateCard(card=number, lang="en", text="Closed."))
    play.do(c.TranslateCard(card=number, lang="ar", text="مغلق"))
    play.do(c.TranslateCard(card=number, lang="en", text="Counter closed."))
    assert play.card(number).translations[-1] == Translation(lang="en", text="Counter closed.")
    play.do(c.TranslateCard(card=number, lang="ar", text=""))
    assert len(play.card(number).translations) == 1
    play.do(c.CorrectCard(card=number, text="Autre"), ANA)
    assert (play.card(number).text, play.card(number).translations) == ("Autre", ())
    play.do(c.WithdrawCard(card=number), ANA)
    gone = play.card(number)
    assert (gone.text, gone.author, gone.withdrawn) == ("", "", True)
    assert play.because(c.TranslateCard(card=number, lang="en", text="Closed.")) is Because.CARD_WITHDRAWN


def test_no_undo_brings_back_erased_words() -> None:
    play = Play()
    number = play.post(as_=ANA)
    play.do(c.TranslateCard(card=number, lang="en", text="Closed."))
    play.do(c.TranslateCard(card=number, lang="en", text=""))
    undo = c.Undo(seq=play.state.seq)
    play.do(c.CorrectCard(card=number, text="Autre"), ANA)
    for command in (undo, c.Undo(seq=play.state.seq), c.Undo(seq=Seq(99))):
        assert play.because(command) is Because.NOTHING_TO_UNDO
    assert "Closed." not in repr(play.state)


def test_the_team_says_in_which_language_a_card_is_and_takes_it_back() -> None:
    play = Play()
    number = play.post()
    assert play.because(c.SetLanguage(card=number, lang="?")) is Because.BAD_VALUE
    play.same(c.SetLanguage(card=number, lang=" "))
    play.do(c.SetLanguage(card=number, lang="AR"))
    assert play.card(number).lang == "ar"
    assert [one.number for one in untranslated(play.state)] == [number]
    play.do(c.TranslateCard(card=number, lang="fr", text="Fermé."))
    assert not list(untranslated(play.state))
    play.do(c.SetLanguage(card=number, lang="en"))
    play.undo()
    assert play.card(number).lang == "ar"
    play.do(c.WithdrawCard(card=number), ANA)
    assert play.because(c.SetLanguage(card=number, lang="")) is Because.CARD_WITHDRAWN


def test_a_card_in_a_statement_is_neither_set_aside_nor_moved() -> None:
    play = Play()
    number = play.post()
    reference = play.group(number)
    aside = play.refused(c.SetAsideCard(card=number, reason=AsideReason.OTHER))
    assert (aside.because, aside.about["statement"]) == (Because.CARD_PLACED, reference)
    assert play.because(c.MoveCard(card=number, theme=TR, kind=Kind.CONSTAT)) is Because.CARD_PLACED


def test_setting_aside_and_restoring_twice_change_nothing_the_second_time() -> None:
    play = Play()
    number = play.post()
    play.same(c.RestoreCard(card=number))
    aside = c.SetAsideCard(card=number, reason=AsideReason.OTHER, note="Voir n° 2")
    play.do(aside)
    play.same(aside)
    play.do(dataclasses.replace(aside, note=""))
    play.undo()
    assert play.card(number).aside is not None
    play.do(c.RestoreCard(card=number))
    play.undo()
    assert play.card(number).aside is not None
    play.do(c.RestoreCard(card=number))


def test_a_card_moves_to_a_board_that_exists_and_back() -> None:
    play = Play()
    number = play.post()
    assert play.because(c.MoveCard(card=number, theme=AG, kind=Kind.QUESTION)) is Because.NOT_A_BOARD_HERE
    play.same(c.MoveCard(card=number, theme=DS, kind=Kind.CONSTAT))
    play.do(c.MoveCard(card=number, theme=TR, kind=Kind.PISTE))
    assert (play.card(number).themes, play.card(number).kind) == ((TR,), Kind.PISTE)
    play.undo()
    assert (play.card(number).themes, play.card(number).kind) == ((DS,), Kind.CONSTAT)


def test_a_joint_card_that_moved_to_one_theme_cannot_go_back_by_undo() -> None:
    play = Play()
    play.do(c.StartStep(step=OPEN, slot=TOGETHER))
    number = play.post(as_=BEN)
    play.do(c.MoveCard(card=number, theme=TR, kind=Kind.CONSTAT))
    assert play.because(c.Undo(seq=play.state.seq)) is Because.NOTHING_TO_UNDO
