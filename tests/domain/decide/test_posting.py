import dataclasses
from typing import Any

import pytest

from atelier.domain import commands as c
from atelier.domain.refusals import Because
from atelier.domain.words import CardNumber, Channel, Kind, ThemeCode
from tests.domain.play import (
    AG,
    ANA,
    DEMANDS,
    DS,
    FACILITATOR,
    HOST,
    NOBODY,
    OPEN,
    SECRETARY,
    SILENT,
    TOGETHER,
    TR,
    Play,
)

ONE, TWO = CardNumber(1), CardNumber(2)


def card(theme: ThemeCode = DS, **fields: Any) -> c.PostCard:
    plain = c.PostCard(theme=theme, kind=Kind.CONSTAT, text="Guichet fermé.", key="k")
    return dataclasses.replace(plain, **fields)


# --- Posting ----------------------------------------------------------------


def test_a_card_of_nothing_one_for_nowhere_and_one_for_no_board_are_refused() -> None:
    play = Play()
    for text in ("", "  \n ", "\u200b\u202e"):
        refusal = play.refused(card(text=text), ANA)
        assert (refusal.because, refusal.field) == (Because.TEXT_EMPTY, "text")
    unknown = play.refused(card(ThemeCode("ZZ")), ANA)
    assert (unknown.because, unknown.about) == (Because.UNKNOWN, {"given": "ZZ"})
    assert play.because(card(AG, kind=Kind.PISTE), ANA) is Because.NOT_A_BOARD_HERE


def test_a_step_that_is_not_late_refuses_other_kinds_to_participants_and_marks_them_for_the_team() -> None:
    play = Play()
    play.do(c.StartStep(step=DEMANDS, theme=DS))
    refusal = play.refused(card(), ANA)
    assert (refusal.because, refusal.about["step"]) == (Because.KIND_NOT_NOW, "Revendications")
    assert not play.card(play.post(kind=Kind.REVENDICATION)).late
    assert play.card(play.post(as_=FACILITATOR)).late


def test_a_paused_theme_takes_cards_from_the_team_alone() -> None:
    play = Play()
    play.do(c.PauseTheme(theme=DS))
    assert play.because(card(), ANA) is Because.THEME_PAUSED
    play.post(as_=SECRETARY)
    play.do(c.PauseTheme(theme=DS, on=False))
    play.post(as_=ANA)


def test_a_frozen_theme_takes_no_card_and_changes_none_until_it_is_reopened() -> None:
    play = Play()
    number = play.post()
    play.do(c.FreezeTheme(theme=DS))
    for who in (ANA, FACILITATOR):
        assert play.because(card(), who) is Because.THEME_FROZEN
    assert play.because(c.CorrectCard(card=number, text="Autre"), ANA) is Because.THEME_FROZEN
    assert play.because(c.WithdrawCard(card=number), ANA) is Because.THEME_FROZEN
    play.do(c.ReopenTheme(theme=DS))
    play.do(c.CorrectCard(card=number, text="Autre"), ANA)


def test_before_any_step_everything_is_open() -> None:
    play = Play()
    for kind in Kind:
        posted = play.card(play.post(kind=kind))
        assert (posted.late, posted.hidden, posted.slot, posted.themes) == (False, False, None, (DS,))


def test_a_card_of_another_kind_is_late_and_a_silent_step_hides_them_all() -> None:
    play = Play()
    play.do(c.StartStep(step=SILENT, theme=DS))
    asked, late = play.post(), play.post(kind=Kind.QUESTION)
    assert [play.card(one).late for one in (asked, late)] == [False, True]
    assert all(play.card(one).hidden for one in (asked, late))
    play.do(c.StartStep(step=OPEN, theme=DS))
    assert not any(play.card(one).hidden for one in (asked, late))


def test_a_card_keeps_all_that_was_said_of_it() -> None:
    play = Play()
    fields: dict[str, Any] = {
        "lang": "pt-BR",
        "carried_by": 3,
        "channel": Channel.PAPER,
        "slip": " A7\n",
        "table": "balcon",
    }
    play.do(card(**fields), SECRETARY)
    kept = play.card(ONE)
    assert (kept.lang, kept.carried_by, kept.slip, kept.table) == ("pt-BR", 3, "A7", "balcon")
    assert (kept.channel, kept.author, kept.at) == (Channel.PAPER, "", play.now)


@pytest.mark.parametrize("lang", ["x", "français", "a1", "en_US", "fr-" + "a" * 40])
def test_what_is_no_language_is_refused(lang: str) -> None:
    refusal = Play().refused(card(lang=lang), ANA)
    assert (refusal.because, refusal.field) == (Because.BAD_VALUE, "lang")


# --- Resending --------------------------------------------------------------


@pytest.mark.parametrize("who", [ANA, NOBODY])
def test_a_resent_card_is_the_same_card_with_or_without_a_cookie(who: Any) -> None:
    play = Play()
    play.do(card(), who)
    again = play.same(card(text="  Guichet fermé.\n"), who)
    assert (again.card, again.seq) == (ONE, play.card(ONE).posted)


def test_a_resend_is_the_same_card_after_it_was_corrected_withdrawn_frozen_or_paused() -> None:
    play = Play()
    play.do(card(), ANA)
    play.do(c.CorrectCard(card=ONE, text="Autre"), ANA)
    assert play.same(card(), ANA).card == ONE
    play.do(c.WithdrawCard(card=ONE), ANA)
    play.do(c.PauseTheme(theme=DS))
    play.do(c.FreezeTheme(theme=DS))
    assert play.same(card(), ANA).card == ONE


def test_another_text_theme_or_kind_under_the_same_key_is_another_card() -> None:
    play = Play()
    others = (card(), card(text="Autre"), card(TR), card(kind=Kind.PISTE))
    for number, one in enumerate(others, 1):
        play.do(one, ANA)
        assert len(play.state.cards) == number


def test_a_key_may_hold_anything_a_program_sends() -> None:
    play = Play()
    play.do(card(key="\ud800"), ANA)
    assert play.same(card(key="\ud800"), ANA).card == ONE


# --- Joint slots ------------------------------------------------------------


def test_a_card_of_a_joint_slot_belongs_to_every_theme_with_such_a_board_until_they_part() -> None:
    play = Play()
    play.do(c.StartStep(step=OPEN, slot=TOGETHER))
    assert play.card(play.post(theme="TR")).themes == (DS, TR, AG)
    assert play.card(play.post(theme="TR", kind=Kind.PISTE)).themes == (DS, TR)
    play.do(c.StartStep(step=OPEN, theme=AG))
    alone = play.card(play.post(theme="AG"))
    assert (alone.themes, alone.slot) == ((AG,), None)
    assert play.card(play.post(theme="DS")).themes == (DS, TR)


def test_a_joint_card_does_not_enter_a_frozen_theme() -> None:
    play = Play()
    play.do(c.StartStep(step=OPEN, slot=TOGETHER))
    play.do(c.FreezeTheme(theme=TR))
    number = play.post(theme="DS")
    assert play.card(number).themes == (DS, AG)
    play.do(c.WithdrawCard(card=number), ANA)


def test_a_theme_taken_out_of_a_slot_under_way_stands_alone() -> None:
    play = Play()
    play.do(c.StartStep(step=OPEN, slot=TOGETHER))
    play.do(c.EditSlot(slot=TOGETHER, themes=(TR, AG)), HOST)
    assert play.card(play.post(theme="DS", kind=Kind.QUESTION)).themes == (DS,)
    assert play.card(play.post(theme="AG")).themes == (TR, AG)


def test_paper_typed_after_its_step_is_not_late() -> None:
    play = Play()
    play.do(c.StartStep(step=DEMANDS, theme=DS))
    typed = c.PostCard(theme=DS, kind=Kind.CONSTAT, text="Sur papier", key="1", channel=Channel.PAPER)
    play.do(typed)
    assert not play.card(CardNumber(1)).late
