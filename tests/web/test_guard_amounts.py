"""The one door: how much, how slowly, how often."""

import asyncio

import pytest
from fastapi import FastAPI, Request
from starlette.types import Message, Receive, Scope, Send

from atelier.domain import limits
from tests.web.door import FROM_HERE, HERE, TOO_LARGE, Clock, door, post_to_door
from tests.web.raw import ask


@pytest.mark.parametrize("length", [str(TOO_LARGE), "9" * 5_000, "-1", "many", "1,1", ""])
def test_a_body_announced_too_large_or_in_nonsense_is_refused_unread(length: str) -> None:
    assert post_to_door(HERE, ("content-length", length), body=(None,)).status == 413


def test_a_body_that_announces_nothing_is_refused_once_it_is_too_large() -> None:
    chunk = b"a" * 65_536
    assert post_to_door(HERE, body=(chunk,) * 4 + (b"a", None)).status == 413


def test_a_body_that_is_longer_than_announced_is_refused() -> None:
    assert post_to_door(HERE, ("content-length", "3"), body=(b"a" * TOO_LARGE,)).status == 413


def test_a_body_as_large_as_allowed_is_read_whole() -> None:
    largest = b"a" * limits.REQUEST_BODY_BYTES_MAX
    told = post_to_door(HERE, ("content-length", str(len(largest))), body=(largest,))
    assert (told.status, told.body) == (200, str(len(largest)).encode())


def test_a_body_that_does_not_come_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "REQUEST_BODY_SECONDS_MAX", 0.02)
    assert post_to_door(HERE, body=(b"text=", None)).status == 408


def test_a_body_that_comes_in_drops_for_ever_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "REQUEST_BODY_SECONDS_MAX", 0.5)

    async def dripping(scope: Scope, receive: Receive, send: Send) -> None:
        async def one_byte() -> Message:
            await asyncio.sleep(0.01)
            return {"type": "http.request", "body": b"a", "more_body": True}

        async with asyncio.timeout(2):
            await door()(scope, one_byte, send)

    assert ask(dripping, method="POST", headers=[HERE]).status == 408


def test_waiting_for_the_other_side_to_leave_takes_as_long_as_it_takes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(limits, "REQUEST_BODY_SECONDS_MAX", 0.01)

    async def stream(scope: Scope, receive: Receive, send: Send) -> None:
        await receive()
        await send({"type": "http.response.start", "status": 200, "headers": []})
        try:
            async with asyncio.timeout(0.05):
                await receive()
        except TimeoutError:
            await send({"type": "http.response.body", "body": b"still here"})

    assert ask(door(stream), headers=[HERE]).body == b"still here"


@pytest.mark.parametrize(("body", "status"), [((b"a" * TOO_LARGE,), 413), ((b"a", None), 408)])
def test_a_refused_body_is_no_internal_error_of_the_frameworks_that_read_it(
    monkeypatch: pytest.MonkeyPatch, body: tuple[bytes | None, ...], status: int
) -> None:
    monkeypatch.setattr(limits, "REQUEST_BODY_SECONDS_MAX", 0.02)
    app = FastAPI()

    @app.post("/")
    async def read(request: Request) -> int:
        return len(await request.body())

    assert ask(door(app), method="POST", headers=[HERE], body=body).status == status


def test_an_answer_that_has_begun_is_not_followed_by_a_refusal() -> None:
    async def eager(scope: Scope, receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await receive()

    with pytest.raises(BaseException, match="413"):
        ask(door(eager), method="POST", headers=[HERE], body=(b"a" * TOO_LARGE,))


# --- Pace -------------------------------------------------------------------


def test_a_flood_from_one_address_is_told_to_wait_and_when_to_come_back() -> None:
    clock = Clock()
    guard = door(burst=limits.REQUESTS_BURST_PER_ADDRESS, clock=clock)
    told = [ask(guard, headers=[HERE]) for _ in range(limits.REQUESTS_BURST_PER_ADDRESS + 1)]
    assert [one.status for one in told[:-1]] == [200] * (len(told) - 1)
    assert (told[-1].status, told[-1].headers["retry-after"]) == (429, "1")
    assert ask(guard, headers=[HERE], address="192.168.4.21").status == 200
    clock.seconds += 1
    assert ask(guard, headers=[HERE]).status == 200


def test_three_hundred_people_behind_one_address_all_write_within_ten_seconds() -> None:
    clock = Clock()
    guard = door(burst=limits.REQUESTS_BURST_PER_ADDRESS, clock=clock)
    statuses: set[int] = set()
    for _ in range(300):
        clock.seconds += 10 / 300
        visit = ("GET", "GET", "GET", "POST", "GET")  # page, style, script, card, receipt
        statuses |= {ask(guard, method=method, headers=[HERE, FROM_HERE]).status for method in visit}
    assert statuses == {200}


def test_a_caller_without_an_address_is_counted_like_any_other() -> None:
    guard = door(burst=1)
    assert ask(guard, headers=[HERE], address=None).status == 200
    assert ask(guard, headers=[HERE], address=None).status == 429
