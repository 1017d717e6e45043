"""What the entry screen may ask of the room."""

from typing import Any

import pytest

from atelier.domain import commands
from atelier.domain.refusals import Because, Refusal
from atelier.domain.words import Role
from atelier.store.keyring import machine_secret
from atelier.translations import speech
from atelier.web.identity import Visitor
from atelier.web.pages.paper.asking import Answer, answer_to, understood
from atelier.web.pages.visit import Visit
from tests.web.hall import Hall

CARD = {"command": "post_card", "theme": "DS", "kind": "constat", "text": "Guichet fermé.", "key": "k1"}


def visit(hall: Hall, role: Role) -> Visit:
    served = hall.site.rooms.get(hall.slug)
    assert served is not None
    visitor = Visitor(token="t" * 22, new=False, keys=(hall.keys[role],))
    return Visit(site=hall.site, served=served, visitor=visitor, speech=speech("fr"))


def ask(hall: Hall, asked: object, role: Role = Role.SECRETARY) -> Answer:
    return hall.run(answer_to(visit(hall, role), asked))


@pytest.mark.parametrize("asked", [None, "x", [], {}, {"command": "erase_all"}, {**CARD, "author": "x"}])
def test_what_is_no_command_is_refused_and_changes_nothing(hall: Hall, asked: object) -> None:
    before = hall.state
    assert ask(hall, asked)["refusal"]
    assert hall.state is before


@pytest.mark.parametrize(
    "asked",
    [{"command": "close_convention"}, {"command": "start_step", "step": 1, "theme": "DS"}],
)
def test_a_command_of_another_screen_is_not_taken_from_this_one(asked: dict[str, Any]) -> None:
    refusal = understood(asked)
    assert isinstance(refusal, Refusal)
    assert refusal.because is Because.UNKNOWN_COMMAND


def test_the_wall_may_type_nothing(hall: Hall) -> None:
    answer = ask(hall, {**CARD, "channel": "paper"}, Role.WALL)
    assert "équipe" in answer["refusal"] or "écran" in answer["refusal"]
    assert not hall.state.cards


def test_a_revoked_key_types_no_more(hall: Hall) -> None:
    here = visit(hall, Role.SECRETARY)
    assert hall.run(answer_to(here, {**CARD, "channel": "paper"}))["card"] == 1
    here.served.folder.keys.revoke(machine_secret(hall.sessions), hall.state.id, Role.SECRETARY)
    assert hall.run(answer_to(here, {**CARD, "channel": "paper", "key": "k2"}))["refusal"]
    assert len(hall.state.cards) == 1


def test_the_same_entry_sent_twice_is_one_card_with_one_number(hall: Hall) -> None:
    asked = {**CARD, "channel": "paper", "slip": "DS-101", "id": "a"}
    first, again = ask(hall, asked), ask(hall, {**asked, "id": "b"})
    assert (first["card"], again["card"]) == (1, 1)
    assert (first["id"], again["id"]) == ("a", "b")
    assert first["next_slip"] == again["next_slip"] == "DS-102"
    assert len(hall.state.cards) == 1


def test_a_refusal_names_the_box_at_fault(hall: Hall) -> None:
    answer = ask(hall, {**CARD, "channel": "paper", "carried_by": 501, "id": "a"})
    assert (answer["id"], answer["field"]) == ("a", "carried_by")


def test_a_word_instead_of_a_number_names_its_box_too(hall: Hall) -> None:
    assert ask(hall, {**CARD, "channel": "paper", "carried_by": "douze"})["field"] == "carried_by"


def test_every_command_of_the_screen_is_understood() -> None:
    bodies: list[dict[str, Any]] = [
        CARD,
        {"command": "correct_card", "card": 1, "text": "x"},
        {"command": "withdraw_card", "card": 1},
        {"command": "translate_card", "card": 1, "lang": "fr", "text": "x"},
        {"command": "count_dots", "statement": "DS-R1", "channel": "hands", "dots": 3},
    ]
    found = [type(understood(body)) for body in bodies]
    assert found == [
        commands.PostCard,
        commands.CorrectCard,
        commands.WithdrawCard,
        commands.TranslateCard,
        commands.CountDots,
    ]
