"""The one door: who is turned away, and that the room is not."""

import asyncio
import json

import pytest
from starlette.types import Receive, Scope, Send

from atelier.web.guard import SECURITY_HEADERS
from tests.web.door import FROM_HERE, HERE, TOO_LARGE, door, post_to_door
from tests.web.raw import ask

# --- Host -------------------------------------------------------------------


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:8080",
        "localhost.evil.example",
        "127.0.0.1.nip.io",
        "[::2]",
        "localhost:99999",
        "",
        "a b",
        "localhost@evil.example",
    ],
)
def test_a_foreign_name_that_points_at_this_machine_is_refused(host: str) -> None:
    assert ask(door(), headers=[("host", host)]).status == 400


def test_a_request_without_a_host_is_refused() -> None:
    assert ask(door(), headers=[]).status == 400


def test_a_foreign_name_is_refused_to_a_socket_even_when_its_origin_agrees() -> None:
    rebound = [("host", "evil.example"), ("origin", "http://evil.example")]
    assert ask(door(), kind="websocket", headers=rebound).status == 1008


@pytest.mark.parametrize(
    "host",
    [
        "localhost",
        "LOCALHOST:8080",
        "127.0.0.1:80",
        "[::1]:8080",
        "[fe80::1]",
        "atelier.lan",
        "pi.local",
        "pi",
    ],
)
def test_the_names_and_addresses_of_this_machine_are_let_in(host: str) -> None:
    assert ask(door(), headers=[("host", host)]).status == 200


# --- Origin -----------------------------------------------------------------


@pytest.mark.parametrize(
    "said",
    [
        ("origin", "http://evil.example"),
        ("origin", "http://localhost:8080.evil.example"),
        ("origin", "http://localhost"),
        ("origin", "http://localhost:9090"),
        ("origin", "null"),
        ("origin", ""),
        ("origin", "localhost:8080"),
        ("referer", "http://evil.example/?http://localhost:8080"),
        ("referer", "about:blank"),
    ],
)
def test_a_form_sent_from_another_site_is_refused(said: tuple[str, str]) -> None:
    assert post_to_door(HERE, said).status == 403


def test_an_origin_that_is_foreign_is_not_mended_by_a_referer_from_here() -> None:
    assert post_to_door(HERE, ("origin", "null"), ("referer", "http://localhost:8080/")).status == 403


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "PROPFIND"])
def test_every_method_that_may_change_something_must_come_from_here(method: str) -> None:
    foreign = [HERE, ("origin", "http://evil.example")]
    assert ask(door(), method=method, headers=foreign).status == 403


@pytest.mark.parametrize(
    "said",
    [FROM_HERE, ("origin", "http://LOCALHOST:8080"), ("referer", "http://localhost:8080/convention/DS")],
)
def test_a_form_of_ours_is_let_in(said: tuple[str, str]) -> None:
    assert post_to_door(HERE, said).status == 200


def test_a_program_says_no_origin_and_is_let_in() -> None:
    assert post_to_door(HERE).status == 200


def test_a_page_elsewhere_may_link_to_ours() -> None:
    assert ask(door(), headers=[HERE, ("referer", "http://evil.example/")]).status == 200


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "http://localhost"])
def test_a_socket_opened_by_another_site_is_closed(origin: str) -> None:
    assert ask(door(), kind="websocket", headers=[HERE, ("origin", origin)]).status == 1008


def test_a_socket_of_ours_is_let_in() -> None:
    assert ask(door(), kind="websocket", headers=[HERE, FROM_HERE]).status == 0


# --- What is answered -------------------------------------------------------


def test_every_answer_carries_the_security_headers_and_is_kept_by_nobody() -> None:
    told = [
        ask(door(), headers=[HERE]),
        ask(door(), headers=[]),
        post_to_door(HERE, ("origin", "null")),
        post_to_door(HERE, body=(b"a" * TOO_LARGE,)),
        ask(door(burst=0), headers=[HERE]),
    ]
    assert [one.status for one in told] == [200, 400, 403, 413, 429]
    for one in told:
        assert SECURITY_HEADERS.items() <= one.headers.items()
        assert one.headers["cache-control"] == "no-store"
        assert "server" not in one.headers


def test_what_a_page_says_of_its_own_keeping_stands() -> None:
    async def kept(scope: Scope, receive: Receive, send: Send) -> None:
        headers = [(b"Cache-Control", b"max-age=60")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": b""})

    assert ask(door(kept), headers=[HERE]).headers["Cache-Control"] == "max-age=60"


@pytest.mark.parametrize(
    ("headers", "status", "code"),
    [
        ([], 400, "unknown_host"),
        ([HERE, ("origin", "null")], 403, "foreign_origin"),
        ([HERE, ("content-length", str(TOO_LARGE))], 413, "too_large"),
    ],
)
def test_a_refusal_at_the_door_is_json_for_programs_and_a_sentence_for_people(
    headers: list[tuple[str, str]], status: int, code: str
) -> None:
    to_program = ask(door(), method="POST", path="/api/conventions", headers=headers)
    to_person = ask(door(), method="POST", path="/convention/DS", headers=headers)
    assert (to_program.status, to_person.status) == (status, status)
    body = json.loads(to_program.body)
    assert body == {"refusal": code, "message": to_person.body.decode()}
    assert to_program.headers["content-type"] == "application/json"
    assert " / " in to_person.body.decode()


def test_the_life_of_the_server_passes_through() -> None:
    seen = []

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        seen.append(scope["type"])

    asyncio.run(door(app)({"type": "lifespan"}, None, None))  # type: ignore[arg-type]
    assert seen == ["lifespan"]
