"""What the team covers is read by nobody else, is written nowhere, and comes back."""

from pathlib import Path
from typing import Any

import pytest

from atelier.domain import limits
from atelier.domain.actor import Grant
from atelier.domain.words import CardNumber, Role, ThemeCode
from atelier.live.rooms import Served
from tests.live.test_rooms import opened
from tests.store.folder_bytes import files
from tests.web.hall import Caller, Hall, hall_in
from tests.web.test_api import leaves

SLURS = ("Une insulte.", "Une autre insulte.")


@pytest.fixture
def team(hall: Hall) -> Caller:
    return hall.program(Role.FACILITATOR)


def writes(browser: Caller, text: str, theme: str = "DS") -> int:
    number: int = browser.does("post_card", theme=theme, kind="constat", text=text, key=f"key {text}")["card"]
    return number


def covers(hall: Hall, who: Caller, act: str, **body: Any) -> tuple[int, Any]:
    answer = who.post(f"{hall.api}/{act}", json=body)
    return answer.status_code, answer.json()


def served(hall: Hall) -> Served:
    found = hall.site.rooms.get(hall.slug)
    assert found is not None
    return found


def read_by(hall: Hall, who: Caller) -> str:
    """Everything this browser can open that shows cards."""
    pages = (f"/{hall.slug}", f"/{hall.slug}/DS", f"/{hall.slug}/DS?all", f"/{hall.slug}/me", hall.api)
    return "\n".join(who.get(page).text for page in pages)


def pass_minutes(hall: Hall, monkeypatch: pytest.MonkeyPatch, minutes: int) -> None:
    curtain = served(hall).curtain
    later = curtain._now() + 60 * minutes
    monkeypatch.setattr(curtain, "_now", lambda: later)


@pytest.mark.parametrize("role", [None, Role.WALL])
@pytest.mark.parametrize("act", ["cover", "uncover"])
def test_the_room_covers_and_shows_nothing(hall: Hall, role: Role | None, act: str) -> None:
    number = writes(hall.browser(), "Une carte.")
    who = hall.program(role) if role else hall.browser()
    assert covers(hall, who, act, card=number)[0] == 403
    assert covers(hall, hall.browser(), "uncover")[0] == 403
    assert "Une carte." in read_by(hall, hall.browser())


@pytest.mark.parametrize("body", [{"card": "1"}, {"card": True}, {"card": 1, "all": True}, {"card": 41}])
def test_what_is_no_card_is_refused(hall: Hall, team: Caller, body: dict[str, Any]) -> None:
    writes(hall.browser(), "Une carte.")
    for act in ("cover", "uncover"):
        assert covers(hall, team, act, **body)[0] == 422
    assert covers(hall, team, "cover")[0] == 422
    assert not served(hall).curtain.holds


def test_everything_of_one_browser_is_covered_and_nothing_of_another(hall: Hall, team: Caller) -> None:
    vandal, other = hall.browser(), hall.browser()
    first = writes(vandal, SLURS[0])
    writes(other, "Le guichet est fermé.")
    writes(vandal, SLURS[1])
    read_by(hall, other)  # whatever is drawn once and kept
    assert covers(hall, team, "cover", card=first) == (200, {"covered": 2})
    for reader in (hall.browser(), other, hall.program(Role.WALL)):
        seen = read_by(hall, reader)
        assert "Le guichet est fermé." in seen
        assert not [slur for slur in SLURS if slur in seen]
        assert "covered" not in set(leaves(reader.seen()))
    assert set(SLURS) <= set(leaves(team.seen()))
    assert [one["covered"] for one in team.seen()["cards"]] == [True, False, True]
    page = hall.browser().get(f"/{hall.slug}/DS").text
    assert "2 cartes écrites, montrées plus tard" in page


def test_who_wrote_them_reads_that_they_wait_as_in_a_silent_step(hall: Hall, team: Caller) -> None:
    vandal = hall.browser()
    first = writes(vandal, SLURS[0])
    covers(hall, team, "cover", card=first)
    page = vandal.get(f"/{hall.slug}/DS?posted={first}").text
    assert "Elle sera montrée avec les autres." in page
    assert "pas encore montrée" in page
    assert "masqu" not in read_by(hall, vandal).lower()


def test_what_that_browser_writes_next_is_covered_and_what_others_write_is_not(
    hall: Hall, team: Caller
) -> None:
    vandal, other = hall.browser(), hall.browser()
    covers(hall, team, "cover", card=writes(vandal, SLURS[0]))
    writes(other, "Le guichet est fermé.")
    writes(vandal, SLURS[1])
    seen = read_by(hall, other)
    assert "Le guichet est fermé." in seen
    assert SLURS[1] not in seen
    assert covers(hall, team, "uncover") == (200, {"covered": 0})
    writes(vandal, "Pardon.")
    seen = read_by(hall, other)
    assert all(one in seen for one in (*SLURS, "Pardon."))


def test_shown_one_by_one_the_last_lets_its_browser_write_again(hall: Hall, team: Caller) -> None:
    vandal = hall.browser()
    first, second = (writes(vandal, slur) for slur in SLURS)
    covers(hall, team, "cover", card=first)
    assert covers(hall, team, "uncover", card=first) == (200, {"covered": 1})
    third = writes(vandal, "Et encore.")
    assert served(hall).state.cards[CardNumber(third)].hidden
    for one in (second, third):
        covers(hall, team, "uncover", card=one)
    writes(vandal, "Pardon.")
    assert "Pardon." in read_by(hall, hall.browser())


def test_a_card_set_aside_is_decided_and_shows_when_it_is_restored(hall: Hall, team: Caller) -> None:
    number = writes(hall.browser(), SLURS[0])
    covers(hall, team, "cover", card=number)
    team.does("set_aside_card", card=number, reason="against_frame")
    assert SLURS[0] not in read_by(hall, hall.browser())
    assert not served(hall).curtain.covered
    team.does("restore_card", card=number)
    assert SLURS[0] in read_by(hall, hall.browser())


def test_a_correction_by_who_is_covered_is_covered(hall: Hall, team: Caller) -> None:
    vandal = hall.browser()
    old = writes(vandal, "Une phrase gentille.")
    covers(hall, team, "cover", card=writes(vandal, SLURS[0]))
    covers(hall, team, "uncover", card=old)
    vandal.does("correct_card", card=old, text=SLURS[1])
    assert SLURS[1] not in read_by(hall, hall.browser())


def test_after_some_minutes_nothing_ties_two_cards(
    hall: Hall, team: Caller, monkeypatch: pytest.MonkeyPatch
) -> None:
    vandal = hall.browser()
    first = writes(vandal, SLURS[0])
    writes(vandal, SLURS[1])
    pass_minutes(hall, monkeypatch, limits.COVER_MINUTES)
    assert covers(hall, team, "cover", card=first) == (200, {"covered": 1})
    assert not served(hall).curtain._writers


def test_what_was_written_before_those_minutes_is_left(
    hall: Hall, team: Caller, monkeypatch: pytest.MonkeyPatch
) -> None:
    vandal = hall.browser()
    writes(vandal, "Ce matin.")
    pass_minutes(hall, monkeypatch, limits.COVER_MINUTES)
    assert covers(hall, team, "cover", card=writes(vandal, SLURS[0])) == (200, {"covered": 1})
    assert "Ce matin." in read_by(hall, hall.browser())


def test_a_facilitator_of_some_themes_covers_in_those_only(hall: Hall) -> None:
    vandal = hall.browser()
    here, there = writes(vandal, SLURS[0]), writes(vandal, SLURS[1], theme="TR")
    key = key_for(hall, "DS")
    local = Caller(hall, key=key)
    assert covers(hall, local, "cover", card=there)[0] == 403
    assert covers(hall, local, "cover", card=here) == (200, {"covered": 1})
    assert SLURS[1] in hall.browser().get(f"/{hall.slug}/TR").text


def key_for(hall: Hall, code: str) -> str:
    grant = Grant(role=Role.FACILITATOR, themes=frozenset({ThemeCode(code)}))
    hall.run(hall.site.rooms.add_key(hall.slug, grant))
    told = hall.site.rooms.told_keys(hall.slug)
    return next(key for one, key in told if one == grant and key is not None)


def test_nothing_of_it_is_on_the_disk_and_exports_are_as_they_were(hall: Hall, team: Caller) -> None:
    vandal = hall.browser()
    first = writes(vandal, SLURS[0])
    writes(vandal, SLURS[1])
    before = files(hall.sessions), team.get(hall.api + "/cahier.json").content, hall.state
    covers(hall, team, "cover", card=first)
    read_by(hall, vandal)
    assert (files(hall.sessions), team.get(hall.api + "/cahier.json").content, hall.state) == before


def test_after_a_restart_the_cards_show_again(tmp_path: Path) -> None:
    with hall_in(tmp_path) as hall:
        number = writes(hall.browser(), SLURS[0])
        covers(hall, hall.program(Role.FACILITATOR), "cover", card=number)
        slug = hall.slug
    rooms = opened(tmp_path)
    again = rooms.get(slug)
    assert again is not None
    assert again.state is again.room.state
    assert not again.state.cards[CardNumber(number)].hidden
    again.folder.close()
