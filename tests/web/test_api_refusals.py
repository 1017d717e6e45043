"""The JSON API: every way of asking wrongly has its own answer, and changes nothing."""

import os
from typing import Any

import pytest

from atelier.domain import limits
from atelier.domain.words import Role
from tests.web.hall import Hall

CARD = {"theme": "DS", "kind": "constat", "text": "Le guichet est fermé.", "key": "k1"}


def grouped(hall: Hall, **more: Any) -> str:
    """A statement of one card."""
    secretary = hall.program(Role.SECRETARY)
    card = secretary.does("post_card", **{**CARD, "key": str(len(hall.state.cards)), **more})["card"]
    reference: str = secretary.does("group_cards", cards=[card])["statement"]
    return reference


# --- Who, when, how much ----------------------------------------------------


def test_what_is_the_teams_is_refused_to_the_room(hall: Hall) -> None:
    browser = hall.browser()
    assert browser.refused("freeze_theme", theme="DS") == (403, "not_your_role", None)
    assert browser.refused("post_card", **CARD, slip="A4") == (403, "team_only_field", "slip")
    assert browser.refused("post_card", **CARD, channel="paper") == (403, "team_only_field", "channel")
    assert browser.refused("undo", seq=1) == (409, "nothing_to_undo", "seq")


def test_a_card_at_the_wrong_moment_is_refused_and_its_author_told_what_moment_it_is(hall: Hall) -> None:
    hall.program(Role.FACILITATOR).does("start_step", theme="DS", step=1)
    answer = hall.browser().command("post_card", **{**CARD, "kind": "revendication"})
    assert (answer.status_code, answer.json()["refusal"]) == (409, "kind_not_now")
    assert answer.json()["step"] == "Constats, en silence"
    hall.program(Role.FACILITATOR).does("freeze_theme", theme="DS")
    assert hall.browser().refused("post_card", **CARD) == (409, "theme_frozen", "theme")


def test_a_wording_over_one_never_seen_is_refused_with_both_texts(hall: Hall) -> None:
    reference = grouped(hall)
    one, other = hall.program(Role.SECRETARY), hall.program(Role.FACILITATOR)
    seen = one.seen()["seq"]
    one.does("word_statement", statement=reference, text="La leur.", base=seen)
    answer = other.command("word_statement", statement=reference, text="La vôtre.", base=seen)
    told = answer.json()
    assert (answer.status_code, told["refusal"]) == (409, "changed_meanwhile")
    assert (told["theirs"], told["yours"], told["seq"]) == ("La leur.", "La vôtre.", hall.state.seq)
    other.does("word_statement", statement=reference, text="La vôtre.", base=told["seq"])


def test_a_text_too_long_is_refused_with_its_length_and_the_limit(hall: Hall) -> None:
    long = "é" * (limits.CARD_GRAPHEMES_MAX + 1)
    answer = hall.browser().command("post_card", **{**CARD, "text": long})
    told = answer.json()
    assert (answer.status_code, told["refusal"], told["field"]) == (413, "text_too_long", "text")
    assert (told["length"], told["limit"]) == (len(long), limits.CARD_GRAPHEMES_MAX)


def test_a_body_too_long_is_refused_by_the_door_in_the_same_shape(hall: Hall) -> None:
    answer = hall.browser().post(hall.api + "/commands", content=b" " * (limits.REQUEST_BODY_BYTES_MAX + 1))
    assert (answer.status_code, answer.json()["refusal"]) == (413, "too_large")

    async def in_pieces() -> Any:
        for _ in range(5):
            yield b" " * 65_536

    answer = hall.browser().post(hall.api + "/commands", content=in_pieces())
    assert (answer.status_code, answer.json()["refusal"]) == (413, "too_large")


def test_a_browser_that_posts_too_fast_is_told_when_to_come_back(hall: Hall) -> None:
    browser = hall.browser()
    for number in range(limits.CARDS_PER_MINUTE_PER_BROWSER + 1):  # the first came without a cookie
        browser.does("post_card", **{**CARD, "key": str(number), "text": f"Carte {number}"})
    answer = browser.command("post_card", **{**CARD, "key": "one more"})
    assert (answer.status_code, answer.json()["refusal"]) == (429, "too_fast")
    assert 1 <= int(answer.headers["retry-after"]) <= 60
    assert len(hall.state.cards) == limits.CARDS_PER_MINUTE_PER_BROWSER + 1
    assert hall.browser().command("post_card", **{**CARD, "key": "another’s"}).status_code == 200


def test_a_card_the_disk_refuses_is_refused_and_the_next_one_passes(
    hall: Hall, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser = hall.browser()

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr(os, "fdatasync", full)
        assert browser.refused("post_card", **CARD) == (503, "cannot_write", None)
        assert hall.browser().seen()["cards"] == []
    assert browser.does("post_card", **CARD) == {"seq": 2, "card": 1}


def test_an_undo_of_what_has_no_reverse_is_refused(hall: Hall) -> None:
    card = hall.browser().does("post_card", **CARD)["card"]
    corrected = hall.program(Role.HOST).command("undo", seq=99)
    assert (corrected.status_code, corrected.json()["refusal"]) == (409, "nothing_to_undo")
    assert hall.program(Role.HOST).refused("undo", seq=2) == (403, "not_your_card", "card")
    assert not hall.state.cards[card].withdrawn


# --- Where ------------------------------------------------------------------


@pytest.mark.parametrize(
    "path",
    [
        "/api/",
        "/api/nothing",
        "/api/conventions/none",
        "/api/conventions/none/cahier.md",
        "/api/conventions/%2e%2e",
    ],
)
def test_what_is_not_there_is_told_to_programs_in_json(hall: Hall, path: str) -> None:
    answer = hall.browser().get(path)
    assert (answer.status_code, answer.json()["refusal"]) == (404, "unknown")
    assert answer.json()["message"]


@pytest.mark.parametrize(
    "name", ["cahier.exe", "..%2f..%2fetc%2fpasswd", "journal-1", "%00", "database.json"]
)
def test_only_the_documents_there_are_can_be_asked_for(hall: Hall, name: str) -> None:
    answer = hall.program(Role.HOST).get(f"{hall.api}/{name}")
    assert (answer.status_code, answer.json()["refusal"]) == (404, "unknown")


def test_a_command_is_never_given_by_get(hall: Hall) -> None:
    answer = hall.program(Role.HOST).get(hall.api + "/commands?command=freeze_theme&theme=DS")
    assert answer.status_code in {404, 405}
    assert answer.json()["refusal"] == "unknown"
    assert hall.state.seq == 1


def test_an_internal_error_is_a_sentence_and_shows_nothing_of_the_inside(
    hall: Hall, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("/home/atelier/secret.py line 4")

    monkeypatch.setattr("atelier.web.shapes.in_full", broken)
    answer = hall.browser().get(hall.api)
    assert (answer.status_code, answer.json()["refusal"]) == (500, "broken")
    assert "secret" not in answer.text
    assert "Traceback" not in answer.text
    assert answer.headers["content-security-policy"]
