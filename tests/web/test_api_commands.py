"""The JSON API: what is no command, or not a whole one, is refused by the name of its field."""

import dataclasses
import json
from typing import Any

import pytest

from atelier.domain.words import Role
from atelier.web.commands_in import COMMANDS
from tests.web.hall import Hall

CARD = {"theme": "DS", "kind": "constat", "text": "Le guichet est fermé.", "key": "k1"}

AN_EMPTY_BODY_IS_ENOUGH = {"edit_convention", "close_convention", "reopen_convention"}


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_is_known_and_an_empty_one_is_told_which_field_is_missing(
    hall: Hall, name: str
) -> None:
    answer = hall.program(Role.HOST).command(name)
    told = answer.json()
    if name in AN_EMPTY_BODY_IS_ENOUGH:
        assert answer.status_code in {200, 403, 409}, told
        return
    assert (answer.status_code, told["refusal"]) == (422, "bad_value"), told
    assert told["field"] in {one.name for one in dataclasses.fields(COMMANDS[name])}
    assert hall.state.seq == 1


def test_a_convention_is_not_made_through_the_api(hall: Hall) -> None:
    made = hall.program(Role.HOST).refused("create_convention", id="x", title="y")
    assert made == (422, "unknown_command", "command")


@pytest.mark.parametrize("name", ["", "PostCard", "post-card", "undo ", "__class__", "x" * 10_000])
def test_a_command_that_does_not_exist_is_refused(hall: Hall, name: str) -> None:
    assert hall.browser().refused(name) == (422, "unknown_command", "command")


@pytest.mark.parametrize(
    "body", ["[]", "null", "12", '"post_card"', "{}", '{"command": 4}', '{"command": null}']
)
def test_a_body_that_is_no_command_is_refused(hall: Hall, body: str) -> None:
    answer = hall.browser().post(hall.api + "/commands", content=body)
    assert (answer.status_code, answer.json()["field"]) == (422, "command")


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"command=post_card&theme=DS",
        b"\xff\xfe\x00",
        b'{"command": "post_card"',
        b"\x1f\x8b\x08\x00",
        b"[" * 100_000,
        b'{"a":' * 30_000,
        b'{"command": "undo", "seq": ' + b"9" * 5_000 + b"}",
    ],
)
def test_a_body_that_is_not_json_is_refused(hall: Hall, body: bytes) -> None:
    answer = hall.browser().post(hall.api + "/commands", content=body)
    assert (answer.status_code, answer.json()["refusal"]) == (422, "bad_value")


@pytest.mark.parametrize("depth", [10, 100, 400, 700, 850, 900, 930, 950, 970, 985])
@pytest.mark.parametrize("field", ["cards", "theme", "target"])
def test_a_deep_value_is_refused_however_deep(hall: Hall, depth: int, field: str) -> None:
    name = "mark_disagreement" if field == "target" else "reveal_cards"
    body = f'{{"command": "{name}", "theme": "DS", "{field}": {"[" * depth}{"]" * depth}}}'
    answer = hall.browser().post(hall.api + "/commands", content=body)
    assert (answer.status_code, answer.json()["refusal"]) == (422, "bad_value")


@pytest.mark.parametrize(
    ("name", "fields", "field"),
    [
        ("post_card", {**CARD, "text": 4}, "text"),
        ("post_card", {**CARD, "text": None}, "text"),
        ("post_card", {**CARD, "text": ["a"]}, "text"),
        ("post_card", {**CARD, "kind": "Constat"}, "kind"),
        ("post_card", {**CARD, "carried_by": "many"}, "carried_by"),
        ("post_card", {**CARD, "carried_by": -1}, "carried_by"),
        ("post_card", {**CARD, "carried_by": 10**30}, "carried_by"),
        ("post_card", {**CARD, "carried_by": 1.5}, "carried_by"),
        ("post_card", {**CARD, "key": ""}, "key"),
        ("post_card", {**CARD, "key": "k" * 101}, "key"),
        ("post_card", {**CARD, "lang": "../fr"}, "lang"),
        ("withdraw_card", {"card": "one"}, "card"),
        ("withdraw_card", {"card": {"number": 1}}, "card"),
        ("cast_dots", {"statement": "DS-C1", "dots": None}, "dots"),
        ("group_cards", {"cards": "12"}, "cards"),
        ("group_cards", {"cards": [None]}, "cards"),
        ("undo", {"seq": "last"}, "seq"),
    ],
)
def test_a_value_of_another_kind_is_refused_by_the_name_of_its_field(
    hall: Hall, name: str, fields: dict[str, Any], field: str
) -> None:
    assert hall.program(Role.FACILITATOR).refused(name, **fields) == (422, "bad_value", field)


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e400", "-1", "1" + "0" * 4_000])
def test_a_number_that_is_no_number_is_refused(hall: Hall, number: str) -> None:
    body = f'{{"command": "undo", "seq": {number}}}'
    answer = hall.program(Role.HOST).post(hall.api + "/commands", content=body)
    assert answer.status_code in {409, 422}
    assert answer.json()["field"] == "seq"


@pytest.mark.parametrize(
    "body",
    [
        r'{"command": "\ud800"}',
        r'{"command": "undo", "\udfff": 1}',
        r'{"command": "undo", "seq": "\ud800"}',
        r'{"command": "freeze_theme", "theme": "\ud800"}',
        r'{"command": "write_section", "section": "\ud800", "text": "a"}',
        r'{"command": "edit_convention", "dates": ["\ud800"]}',
        r'{"command": "edit_convention", "steps": [{"label": "\ud800"}]}',
        r'{"command": "extend_step", "minutes": 1, "slot": "\ud800"}',
    ],
)
def test_half_an_emoji_in_what_is_wrong_is_told_back_without_breaking(hall: Hall, body: str) -> None:
    for role in (Role.HOST, Role.FACILITATOR, Role.SECRETARY):
        answer = hall.program(role).post(hall.api + "/commands", content=body)
        assert answer.status_code in {403, 422}, answer.text
        assert answer.json()["refusal"]


def test_half_an_emoji_in_a_card_is_left_out_and_the_card_is_kept(hall: Hall) -> None:
    body = json.dumps({"command": "post_card", **CARD, "text": "Fermé \ud83d !"})
    assert hall.browser().post(hall.api + "/commands", content=body).status_code == 200
    assert [card.text for card in hall.state.cards.values()] == ["Fermé  !"]


def test_cards_of_a_room_with_a_letter_are_named_as_they_are_written(hall: Hall) -> None:
    hall.program(Role.HOST).does("edit_convention", room="b")
    number = hall.browser().does("post_card", **CARD)["card"]
    facilitator = hall.program(Role.FACILITATOR)
    grouped = facilitator.does("group_cards", cards=["n° B-1"])
    assert facilitator.does("mark_disagreement", target="b1", on=True)["seq"] == grouped["seq"] + 1
    assert facilitator.does("mark_disagreement", target=grouped["statement"], on=True)
    seen = facilitator.seen()["cards"][0]
    assert (seen["number"], seen["written"], seen["disagreement"]) == (number, "B-1", True)
    said = {"lang": "en", "text": "x"}
    assert facilitator.refused("translate_card", card="B-0", **said) == (422, "bad_value", "card")
    assert facilitator.refused("translate_card", card="B-9", **said) == (422, "unknown", "card")


@pytest.mark.parametrize(
    "name", ["register_room", *(f"bring_{one}" for one in ("card", "statement", "vote", "poll", "block"))]
)
def test_what_another_room_wrote_comes_in_its_bundle_alone(hall: Hall, name: str) -> None:
    assert hall.program(Role.HOST).refused(name) == (422, "unknown_command", "command")
