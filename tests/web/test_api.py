"""The JSON API: what is done is told, and each caller sees what is theirs to see."""

import dataclasses
import json
from collections.abc import Iterator
from typing import Any

import pytest

from atelier.domain.card import Card
from atelier.domain.words import Role
from atelier.exchange.documents import DOCUMENTS
from atelier.web.identity import TOKEN_COOKIE
from tests.web.hall import Hall

CARD = {"theme": "DS", "kind": "constat", "text": "Le guichet est fermé.", "key": "resent-constat-7f3a"}
DEMAND = {
    "theme": "DS",
    "kind": "revendication",
    "text": "Rouvrir les guichets.",
    "key": "resent-demande-9c1e",
}


def leaves(value: Any) -> Iterator[Any]:
    """Every name and every value of a JSON answer, however deep."""
    if isinstance(value, dict):
        for name, one in value.items():
            yield name
            yield from leaves(one)
    elif isinstance(value, list):
        for one in value:
            yield from leaves(one)
    else:
        yield value


# --- What the room may not read ---------------------------------------------


def test_a_hidden_card_is_nowhere_in_what_the_room_reads_but_its_author_reads_it(hall: Hall) -> None:
    facilitator, author = hall.program(Role.FACILITATOR), hall.browser()
    facilitator.does("start_step", theme="DS", step=1)
    card = author.does("post_card", **{**CARD, "text": "Un mot encore caché."})["card"]
    for reader in (hall.browser(), hall.program(Role.WALL)):
        assert "Un mot encore caché." not in set(leaves(reader.seen()))
    assert [one["mine"] for one in author.seen()["cards"]] == [True]
    assert [one["hidden"] for one in facilitator.seen()["cards"]] == [True]
    facilitator.does("reveal_cards", theme="DS")
    assert [(one["number"], one["mine"]) for one in hall.browser().seen()["cards"]] == [(card, False)]


def test_a_card_set_aside_is_counted_and_not_read_by_the_room(hall: Hall) -> None:
    author, secretary = hall.browser(), hall.program(Role.SECRETARY)
    card = author.does("post_card", **{**CARD, "text": "Le nom d’un agent."})["card"]
    secretary.does("set_aside_card", card=card, reason="personal_data", note="Un nom.")
    seen = hall.browser().seen()
    assert not {"Le nom d’un agent.", "Un nom."} & set(leaves(seen))
    assert (seen["ledger"]["received"], seen["ledger"]["fates"]["set_aside"]) == (1, 1)
    assert "Le nom d’un agent." in set(leaves(author.seen()))
    assert "Un nom." not in set(leaves(author.seen()))
    assert secretary.seen()["cards"][0]["aside"] == {"reason": "personal_data", "note": "Un nom."}


def test_a_withdrawn_card_is_read_by_nobody(hall: Hall) -> None:
    author = hall.browser()
    card = author.does("post_card", **{**CARD, "text": "Je le regrette."})["card"]
    author.does("withdraw_card", card=card)
    for reader in (author, hall.browser(), hall.program(Role.HOST)):
        seen = reader.seen()
        assert "Je le regrette." not in set(leaves(seen))
        assert seen["ledger"]["fates"]["withdrawn"] == 1


def test_dots_are_seen_by_nobody_until_the_vote_is_closed(hall: Hall) -> None:
    facilitator, voter = hall.program(Role.FACILITATOR), hall.browser()
    card = voter.does("post_card", **DEMAND)["card"]
    reference = facilitator.does("group_cards", cards=[card])["statement"]
    facilitator.does("open_vote", theme="DS", dots=3)
    voter.does("cast_dots", statement=reference, dots=2)
    for reader in (voter, facilitator, hall.program(Role.HOST)):
        assert reader.seen()["statements"][0]["dots"] is None
    facilitator.does("count_dots", statement=reference, channel="hands", dots=7)
    facilitator.does("close_vote", theme="DS")
    counted = {"phones": 2, "paper": 0, "hands": 7, "earlier": 0}
    assert hall.browser().seen()["statements"][0]["dots"] == counted


def test_nothing_of_who_wrote_is_in_any_answer_or_any_document(hall: Hall) -> None:
    author, host, facilitator = hall.browser(), hall.program(Role.HOST), hall.program(Role.FACILITATOR)
    answers = [author.command("post_card", **CARD), author.command("post_card", **DEMAND)]
    reference = facilitator.does("group_cards", cards=[2])["statement"]
    facilitator.does("open_vote", theme="DS", dots=3)
    answers.append(author.command("cast_dots", statement=reference, dots=1))
    answers.append(author.command("post_card", **CARD))
    secrets = {author.http.cookies[TOKEN_COOKIE], CARD["key"], DEMAND["key"]}
    secrets |= {card.author for card in hall.state.cards.values()} | set(hall.state.receipts)
    secrets |= {voter for vote in hall.state.votes.values() for voter in vote.ballots}
    assert len(secrets) == 3 + 2 + 2 + 1
    readers = (author, host, hall.browser(), hall.program(Role.WALL))
    answers += [reader.get(path) for reader in readers for path in (hall.api, "/api/conventions")]
    answers += [host.get(f"{hall.api}/{name}") for name in DOCUMENTS]
    for answer in answers:
        assert answer.status_code == 200
        assert [one for one in secrets if one.encode() in answer.content] == []
        for name in ("author", "token", "voter", "receipt"):
            assert f'"{name}"'.encode() not in answer.content


def test_what_is_stored_of_a_card_and_told_to_nobody_is_a_short_list(hall: Hall) -> None:
    host = hall.program(Role.HOST)
    host.does("post_card", **CARD, channel="paper", slip="A4")
    told = set(host.seen()["cards"][0])
    stored = {one.name for one in dataclasses.fields(Card)}
    assert stored - told == {"author", "slot", "at", "posted", "texts", "withdrawn"}


@pytest.mark.parametrize("name", sorted(DOCUMENTS))
def test_documents_are_for_the_team_until_the_convention_is_closed(hall: Hall, name: str) -> None:
    path = f"{hall.api}/{name}"
    for reader in (hall.browser(), hall.program(Role.WALL)):
        answer = reader.get(path)
        assert (answer.status_code, answer.json()["refusal"]) == (403, "not_your_role")
    for role in (Role.FACILITATOR, Role.SECRETARY, Role.HOST):
        assert hall.program(role).get(path).status_code == 200
    hall.program(Role.HOST).does("close_convention")
    answer = hall.browser().get(path)
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith(DOCUMENTS[name].media_type.split(";")[0])
    assert hall.slug in answer.headers["content-disposition"]


# --- What is told -----------------------------------------------------------


def test_a_receipt_names_the_event_and_what_was_made(hall: Hall) -> None:
    host, secretary = hall.program(Role.HOST), hall.program(Role.SECRETARY)
    facilitator, browser = hall.program(Role.FACILITATOR), hall.browser()
    assert browser.does("post_card", **CARD) == {"seq": 2, "card": 1}
    assert browser.does("post_card", **DEMAND) == {"seq": 3, "card": 2}
    assert secretary.does("group_cards", cards=[1]) == {"seq": 4, "statement": "DS-C1"}
    assert secretary.does("group_cards", cards=[2]) == {"seq": 5, "statement": "DS-R1"}
    assert secretary.does("add_axis", title="Le guichet") == {"seq": 6, "axis": "A1"}
    raised = secretary.does("raise_objection", statement="DS-R1", text="Et le dimanche ?")
    assert raised == {"seq": 7, "statement": "DS-R1", "objection": "O1"}
    assert facilitator.does("open_vote", theme="DS", dots=3) == {"seq": 8, "vote": 1}
    assert host.does("add_slot", label="Matin", themes=["DS"]) == {"seq": 9, "slot": "S1"}
    written = secretary.does("write_section", section="foreword", text="Bonjour.")
    assert written == {"seq": 10, "section": "foreword"}


def test_a_resend_is_the_same_card_with_the_same_receipt(hall: Hall) -> None:
    browser = hall.browser()
    first = browser.does("post_card", **CARD)
    browser.does("post_card", **DEMAND)
    assert browser.does("post_card", **CARD) == first
    assert hall.browser().does("post_card", **CARD) == first
    assert len(hall.state.cards) == 2


def test_what_can_be_undone_is_undone_by_its_number(hall: Hall) -> None:
    secretary = hall.program(Role.SECRETARY)
    hall.browser().does("post_card", **CARD)
    made = secretary.does("group_cards", cards=[1])
    assert made["seq"] in secretary.seen()["undoable"]
    secretary.does("undo", seq=made["seq"])
    assert hall.state.cards[next(iter(hall.state.cards))].statement is None
    assert hall.browser().command("undo", seq=made["seq"]).status_code == 403


def test_a_convention_is_listed_in_short_for_anybody(hall: Hall) -> None:
    hall.browser().does("post_card", **CARD)
    (one,) = hall.browser().get("/api/conventions").json()
    assert (one["slug"], one["title"], one["cards"], one["closed"]) == (
        hall.slug,
        "Des droits sans écran",
        1,
        False,
    )
    assert one["themes"][0] == {"code": "DS", "title": "Droits sociaux", "cards": 1}


def test_the_same_data_is_the_same_bytes(hall: Hall) -> None:
    host = hall.program(Role.HOST)
    for number in range(3):
        host.does("post_card", **{**CARD, "key": str(number), "text": f"Constat {number}"})
    for name in DOCUMENTS:
        path = f"{hall.api}/{name}"
        assert host.get(path).content == host.get(path).content


def test_a_card_keeps_its_text_exactly_through_json(hall: Hall) -> None:
    text = '# <b>« L’accueil »</b> 🏳️‍🌈 | *a* \\ "b" `c`\n\nالباب مغلق'
    hall.browser().does("post_card", **{**CARD, "text": text, "lang": "ar"})
    (card,) = hall.browser().seen()["cards"]
    assert (card["text"], card["lang"]) == (text, "ar")
    assert json.dumps(text)


# --- Pictures ----------------------------------------------------------------


def test_a_picture_that_the_markdown_shows_is_taken_from_beside_it(hall: Hall) -> None:
    hall.browser().does("post_card", **CARD)
    where = f"{hall.api}/pictures/ledger.svg"
    assert hall.browser().get(where).status_code == 403
    secretary = hall.program(Role.SECRETARY)
    markdown = secretary.get(f"{hall.api}/cahier.md").text
    assert "](pictures/ledger.svg)" in markdown
    found = secretary.get(where)
    assert found.status_code == 200
    assert found.headers["content-type"].startswith("image/svg+xml")
    assert found.text.startswith("<svg")
    assert secretary.get(f"{hall.api}/pictures/none.svg").status_code == 404
    assert secretary.get("/api/conventions/none/pictures/ledger.svg").status_code == 404
