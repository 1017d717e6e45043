"""Near cards through the API: for the team, within what each may read."""

from typing import Any

import pytest

from atelier.domain.words import Role
from tests.web.hall import Caller, Hall

TEXT = "Le guichet de la préfecture est fermé."


def near(hall: Hall, caller: Caller, **asked: str) -> Any:
    answer = caller.get(f"{hall.api}/near", params=asked)
    assert answer.status_code == 200, answer.text
    return answer.json()


def post(hall: Hall, text: str = TEXT, theme: str = "DS", kind: str = "constat") -> int:
    key = str(len(hall.state.cards))
    card: int = hall.browser().does("post_card", theme=theme, kind=kind, text=text, key=key)["card"]
    return card


def test_it_is_for_the_team_alone(hall: Hall) -> None:
    post(hall)
    for caller in (hall.browser(), hall.program(Role.WALL)):
        answer = caller.get(f"{hall.api}/near", params={"target": "1"})
        assert (answer.status_code, answer.json()["refusal"]) == (403, "not_your_role")


@pytest.mark.parametrize("target", ["", "99", "DS-C1", "-1", "n'importe quoi", "😀" * 100])
def test_what_is_not_there_is_refused_by_name(hall: Hall, target: str) -> None:
    post(hall)
    answer = hall.program(Role.FACILITATOR).get(f"{hall.api}/near", params={"target": target})
    assert (answer.status_code, answer.json()["refusal"], answer.json()["field"]) == (
        422,
        "unknown",
        "target",
    )


def test_both_texts_and_what_turns_one_round_are_told(hall: Hall) -> None:
    facilitator = hall.program(Role.FACILITATOR)
    one, two = post(hall, "Interdire les caméras."), post(hall, "Ne pas interdire les caméras.")
    told = near(hall, facilitator, target=str(one))
    assert told["target"] == one
    (found,) = told["neighbours"]
    assert 0.1 <= found.pop("score") <= 1
    assert found == {
        "target": two,
        "themes": ["DS"],
        "kind": "constat",
        "elsewhere": False,
        "lang": "fr",
        "asked_by": one,
        "asked_text": "Interdire les caméras.",
        "by": two,
        "text": "Ne pas interdire les caméras.",
        "flags": [{"words": "ne … pas", "in": "text"}],
    }


def test_a_statement_is_asked_about_by_its_reference_and_found_by_it(hall: Hall) -> None:
    facilitator = hall.program(Role.FACILITATOR)
    one, two = post(hall), post(hall)
    facilitator.does("group_cards", cards=[one])
    assert [it["target"] for it in near(hall, facilitator, target=str(two))["neighbours"]] == ["DS-C1"]
    assert [it["target"] for it in near(hall, facilitator, target="ds-c1")["neighbours"]] == [two]


def test_elsewhere_is_only_on_demand_and_says_where(hall: Hall) -> None:
    facilitator = hall.program(Role.FACILITATOR)
    one, demand, there = post(hall), post(hall, kind="revendication"), post(hall, theme="TR")
    assert near(hall, facilitator, target=str(one))["neighbours"] == []
    found = near(hall, facilitator, target=str(one), elsewhere="true")["neighbours"]
    assert [(it["target"], it["themes"], it["kind"], it["elsewhere"]) for it in found] == [
        (demand, ["DS"], "revendication", True),
        (there, ["TR"], "constat", True),
    ]


def test_what_was_marked_different_is_found_no_more(hall: Hall) -> None:
    facilitator = hall.program(Role.FACILITATOR)
    one, two = post(hall), post(hall)
    seq = facilitator.does("mark_different", targets=[two, one])["seq"]
    assert near(hall, facilitator, target=str(one))["neighbours"] == []
    facilitator.does("undo", seq=seq)
    assert [it["target"] for it in near(hall, facilitator, target=str(one))["neighbours"]] == [two]
