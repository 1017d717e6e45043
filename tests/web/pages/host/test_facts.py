"""What the host is told, from values."""

import errno
from datetime import datetime
from pathlib import Path

import pytest

from atelier.domain import commands
from atelier.domain.completeness import Missing
from atelier.domain.state import Convention
from atelier.domain.words import Instant, Role, ThemeCode
from atelier.store.errors import CannotWrite
from atelier.translations import speech
from atelier.web.pages.host import facts
from tests.domain.play import ANA, DS, HOST, REVENDICATION, SILENT, TOGETHER, Play


@pytest.mark.parametrize(
    ("browser_ms", "took", "apart"),
    [
        (1_000_000_000, 0.0, 0),
        (1_000_090_000, 0.0, 0),
        (1_000_091_000, 0.0, 91),
        (1_000_091_000, 4.0, 0),
        (1_000_093_000, 4.0, 91),
        (999_000_000, 0.0, -1000),
    ],
)
def test_a_clock_that_is_more_than_a_minute_and_a_half_away_is_said_half_the_way_taken_off(
    browser_ms: float, took: float, apart: int
) -> None:
    assert facts.clock_apart(browser_ms, 1_000_000.0, 1_000_000.0 + took) == apart


@pytest.mark.parametrize(
    ("path", "role"),
    [
        ("/salle-a2/DS/wall", Role.WALL),
        ("/salle-a2/DS/desk", Role.FACILITATOR),
        ("/salle-a2/paper", Role.SECRETARY),
        ("/host/salle-a2", Role.HOST),
        ("/host/salle-a2/invite", Role.HOST),
        ("/salle-b3/DS/wall", None),
        ("/salle-a2", None),
        ("/host", None),
        ("/host/salle-a22", None),
    ],
)
def test_a_screen_is_known_by_its_address(path: str, role: Role | None) -> None:
    assert facts.screen_of(path, "salle-a2") is role


def test_screens_are_counted_by_function_and_none_is_told_too() -> None:
    paths = ["/s/DS/wall", "/s/TR/wall", "/s/paper", "/t/paper"]
    assert facts.screens_open(paths, "s") == {
        Role.HOST: 0,
        Role.FACILITATOR: 0,
        Role.SECRETARY: 1,
        Role.WALL: 2,
    }


def test_themes_tell_where_they_are() -> None:
    play = Play()
    play.statement(REVENDICATION, "Un guichet.")
    play.post("seule")
    withdrawn = play.post("retirée")
    play.do(commands.WithdrawCard(card=withdrawn), ANA)
    (now,) = [one for one in facts.themes_now(play.state) if one.theme.code == DS]
    assert (now.cards, now.statements, now.to_place) == (2, 1, 1)


def test_the_people_of_all_themes_are_expected() -> None:
    play = Play()
    assert facts.people_expected(play.state) == 0
    for code, people in (("DS", 20), ("TR", 25)):
        play.do(commands.EditTheme(theme=ThemeCode(code), people=people), HOST)
    assert facts.people_expected(play.state) == 45


def test_a_full_disk_is_said_with_what_to_do() -> None:
    said = facts.trouble(CannotWrite(Path("x"), errno.ENOSPC), speech("fr"))
    assert "Le disque refuse d’écrire" in said
    assert "papier" in said


def test_gaps_are_told_by_kind_and_answered_ones_no_more() -> None:
    play = Play()
    card = play.post()
    play.post("autre")
    gaps = facts.gaps_by_kind(play.state)[Missing.CARD_TO_PLACE]
    assert len(gaps) == 2
    play.do(commands.AnswerGap(gap=f"card_to_place:{card}", reason="Hors sujet."))
    assert len(facts.gaps_by_kind(play.state)[Missing.CARD_TO_PLACE]) == 1


DAY = 86_400


@pytest.mark.parametrize(
    ("dates", "made", "now", "kept"),
    [
        ((), "2023-09-01", "2023-09-01", 0),
        ((), "2023-09-01", "2023-09-11", 10),
        (("2023-09-16",), "2023-09-01", "2023-09-11", -5),
        (("2023-09-16",), "2023-09-01", "2023-12-20", 95),
        (("2023-09-17", "2023-09-16"), "2023-09-01", "2023-12-16", 90),
        (("2020-01-01",), "2023-09-01", "2023-09-02", 1),
    ],
)
def test_a_convention_is_kept_since_its_last_day(
    dates: tuple[str, ...], made: str, now: str, kept: int
) -> None:
    def noon(day: str) -> Instant:
        return Instant(int(datetime.fromisoformat(f"{day}T12:00+00:00").timestamp()))

    state = Convention(dates=dates, created=noon(made), keep_days=90)
    assert facts.days_kept(state, noon(now)) == kept
    assert facts.kept_too_long(state, noon(now)) == (kept > 90)


def test_the_promise_is_told_with_both_numbers() -> None:
    state = Convention(created=Instant(0), keep_days=90)
    said = facts.reminder(state, 95 * DAY, speech("fr"))
    assert " ".join(said.split()) == "Gardée depuis 95 jours ; vous aviez dit 90 : effacer ?"


def test_a_card_of_several_themes_is_in_each_and_counts_once_in_all() -> None:
    play = Play()
    play.do(commands.StartStep(step=SILENT, slot=TOGETHER))
    play.post()
    play.do(commands.WithdrawCard(card=play.post()), ANA)
    assert [one.cards for one in facts.themes_now(play.state)] == [1, 1, 1]
    assert facts.cards_in_all(play.state) == 1
