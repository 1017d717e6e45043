"""The bundle through the API: for whoever may carry everything away, and for nobody else."""

import io

import pytest

from atelier.domain.actor import Grant
from atelier.domain.words import Role, ThemeCode
from atelier.store.bundle import write_bundle
from atelier.store.unbundling import read_bundle
from tests.web.hall import Caller, Hall

CARD = {"theme": "DS", "kind": "constat", "text": "Le guichet est fermé.", "key": "resent-constat-7f3a"}


def bundle_for(hall: Hall, caller: Caller) -> tuple[int, bytes]:
    answer = caller.get(f"{hall.api}/bundle")
    return answer.status_code, answer.content


@pytest.mark.parametrize("role", [Role.WALL, Role.FACILITATOR, None])
def test_nobody_else_takes_the_whole_convention_away_even_once_it_is_closed(
    hall: Hall, role: Role | None
) -> None:
    caller = hall.browser() if role is None else hall.program(role)
    for _ in range(2):
        status, body = bundle_for(hall, caller)
        assert (status, body[:2]) == (403, b'{"')
        if not hall.state.closed:
            hall.program(Role.HOST).does("close_convention")


def test_a_key_for_one_theme_does_not_open_the_others_by_the_bundle(hall: Hall) -> None:
    grant = Grant(role=Role.SECRETARY, themes=frozenset({ThemeCode("DS")}))
    hall.run(hall.site.rooms.add_key(hall.slug, grant))
    (key,) = [key for one, key in hall.site.rooms.told_keys(hall.slug) if one == grant]
    status, _ = bundle_for(hall, Caller(hall, key=key))
    assert status == 403


@pytest.mark.parametrize("role", [Role.HOST, Role.SECRETARY])
def test_host_and_secretary_take_it_and_it_holds_all_but_what_ties_cards_to_browsers(
    hall: Hall, role: Role
) -> None:
    hall.browser().does("post_card", **CARD)
    answer = hall.program(role).get(f"{hall.api}/bundle")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/zip"
    assert f'filename="{hall.slug}-' in answer.headers["content-disposition"]
    assert answer.content == hall.program(role).get(f"{hall.api}/bundle").content
    read = read_bundle(io.BytesIO(answer.content))
    assert (read.slug, read.state.id, read.state.seq) == (hall.slug, hall.state.id, hall.state.seq)
    assert [card.text for card in read.state.cards.values()] == [CARD["text"]]
    (card,) = hall.state.cards.values()
    assert card.author
    assert card.author.encode() not in answer.content
    assert not any(key.encode() in answer.content for key in hall.keys.values())
    assert write_bundle(read.slug, read.log) == answer.content
