"""The document through the API: its order, the secretary's blocks, what several themes say alike."""

import pytest

from atelier.domain.words import Role
from tests.web.hall import Hall

CARD = {"kind": "revendication", "text": "Ouvrir."}


@pytest.fixture
def two_demands(hall: Hall) -> Hall:
    for number, theme in enumerate(("DS", "TR"), start=1):
        hall.browser().does("post_card", **CARD, theme=theme, key=theme)
        hall.program(Role.SECRETARY).does("group_cards", cards=[number])
    return hall


def test_the_secretary_arranges_the_document_and_sees_it_arranged(two_demands: Hall) -> None:
    secretary = two_demands.program(Role.SECRETARY)
    assert secretary.does("add_block", title="Récit", after="day") == {"seq": 6, "block": "B1"}
    secretary.does("write_section", section="block:B1", text="Nous étions là.")
    seen = secretary.seen()
    assert (seen["blocks"], seen["outlined"]) == ([{"id": "B1", "title": "Récit"}], 6)
    assert seen["sections"]["block:B1"] == {"text": "Nous étions là.", "written": 7, "versions": 1}
    order = [name for name in seen["outline"] if name != "block:B1"]
    secretary.does("arrange_document", parts=["block:B1", *order], base=6)
    assert secretary.seen()["outline"] == ["block:B1", *order]
    assert secretary.refused("arrange_document", parts=order, base=6) == (409, "changed_meanwhile", "parts")
    assert "outline" not in two_demands.browser().seen()


def test_what_several_themes_say_is_seen_by_everybody_and_what_is_left_by_the_team(two_demands: Hall) -> None:
    secretary = two_demands.program(Role.SECRETARY)
    asked = {"statements": ["DS-R1", "TR-R1"], "text": "Ouvrir partout."}
    assert secretary.does("match_statements", **asked) == {"seq": 6, "match": "M1"}
    assert two_demands.browser().seen()["matches"] == [{"id": "M1", **asked}]
    assert secretary.refused("match_statements", statements=["DS-R1", "DS-R1"])[1:] == (
        "nothing_chosen",
        "statements",
    )
    secretary.does("answer_gap", gap="statement_unworded:DS-R1", reason="Demain.")
    seen = secretary.seen()
    assert seen["answered"] == {"statement_unworded:DS-R1": "Demain."}
    assert "statement_unworded:DS-R1" not in seen["gaps"]
