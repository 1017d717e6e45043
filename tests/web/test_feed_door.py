"""The event stream, asked for wrongly."""

import asyncio
from typing import Any

import pytest

from atelier.domain import limits
from tests.web.hall import Hall


def audiences(hall: Hall) -> set[Any]:
    served = hall.site.rooms.get(hall.slug)
    assert served is not None
    return set(served.feed._channels)


def listen_for_a_moment(hall: Hall, query: str, *, last: str = "") -> list[Any]:
    """What comes first, before the listener leaves."""

    async def listen() -> list[Any]:
        sent: list[Any] = []
        first = asyncio.Event()
        gone = asyncio.Event()

        async def receive() -> dict[str, Any]:
            await gone.wait()
            return {"type": "http.disconnect"}

        async def send(message: Any) -> None:
            sent.append(message)
            if message["type"] == "http.response.body":
                first.set()

        scope = {
            "type": "http",
            "method": "GET",
            "path": hall.api + "/feed",
            "query_string": query.encode(),
            "headers": [(b"host", b"localhost"), (b"last-event-id", last.encode())],
            "client": ("192.168.4.20", 1),
        }
        listening = asyncio.ensure_future(_serve(hall, scope, receive, send))
        async with asyncio.timeout(5):
            await first.wait()
            gone.set()
            await listening
        return sent

    return hall.run(listen())


async def _serve(hall: Hall, scope: Any, receive: Any, send: Any) -> None:
    await hall.app(scope, receive, send)


@pytest.mark.parametrize("query", ["", "?theme=", "?theme=ZZ", "?theme=DS%00", "?theme=" + "D" * 5_000])
def test_a_theme_that_is_not_there_has_no_stream_and_is_refused_in_json(hall: Hall, query: str) -> None:
    answer = hall.browser().get(f"{hall.api}/feed{query}")
    assert (answer.status_code, answer.json()["refusal"]) == (404, "unknown")
    assert audiences(hall) == set()


def test_one_screen_too_many_is_told_to_come_back(hall: Hall, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "FEED_LISTENERS_MAX", 0)
    answer = hall.browser().get(f"{hall.api}/feed?theme=DS")
    assert (answer.status_code, answer.json()["refusal"]) == (503, "too_many_listeners")
    assert answer.headers["retry-after"]


def test_languages_that_are_none_do_not_each_make_an_audience(hall: Hall) -> None:
    for lang in ("fr", "xx", "../fr", "x" * 2_000):
        assert listen_for_a_moment(hall, f"theme=DS&lang={lang}")[0]["status"] == 200
    assert len(audiences(hall)) == 1
    listen_for_a_moment(hall, "theme=DS&lang=en")
    assert len(audiences(hall)) == 2


def test_asking_for_what_the_team_sees_gives_a_stranger_what_everybody_sees(hall: Hall) -> None:
    listen_for_a_moment(hall, "theme=DS")
    everybody = audiences(hall)
    listen_for_a_moment(hall, "theme=DS&team")
    assert audiences(hall) == everybody


@pytest.mark.parametrize("last", ["9" * 5_000, "-1", "x", "٣", "999999999"])
def test_a_last_event_that_never_was_is_answered_with_everything(hall: Hall, last: str) -> None:
    start, body, *_ = listen_for_a_moment(hall, "theme=DS", last=last)
    assert start["status"] == 200
    assert b'"whole":true' in body["body"]
