"""One client: told at once, waited for when it is slow, let go when it is stuck or gone."""

import asyncio
from typing import Any

import pytest
from starlette.types import Message

from atelier.live.feed import Feed
from atelier.web import feed_line
from atelier.web.feed_line import BEAT, Line
from tests.live.fakes import FakeLog, in_a_loop, posted, running, until
from tests.live.test_feed import EVERYBODY, draw


class Client:
    """Takes what it is sent, at once or when it is let."""

    def __init__(self) -> None:
        self.bodies: list[bytes] = []
        self.ready = asyncio.Event()
        self.ready.set()
        self.gone = False

    async def send(self, message: Message) -> None:
        if self.gone:
            raise OSError("gone")
        if not self.ready.is_set():
            await self.ready.wait()
            await asyncio.sleep(0)
        self.bodies.append(message["body"])

    @property
    def heard(self) -> str:
        return b"".join(self.bodies).decode()


class Room:
    """A feed with one client on it."""

    def __init__(self, room: Any, channel: Any, feed: Feed) -> None:
        self.room, self.channel, self.feed = room, channel, feed
        self.client = Client()
        self.line = Line(feed, channel, channel.seq, self.client.send)
        self.running = asyncio.create_task(self.line.run(b"hello\n\n"))


@in_a_loop
async def test_who_keeps_up_is_told_before_the_author_is_answered() -> None:
    async with running(FakeLog()) as room:
        feed = Feed(room, tick_seconds=0)
        with feed.listening(EVERYBODY, draw) as channel:
            here = Room(room, channel, feed)
            await until(lambda: here.client.bodies)
            await posted(room, "une")
            assert "une" in here.client.heard
            await posted(room, "deux")
            assert here.client.heard.count("une") == 1
            channel.wake()
            assert here.client.bodies[-1] == BEAT
            feed.close()
            await here.running
            assert here.client.bodies[-1] == b""


@in_a_loop
async def test_who_is_slow_is_waited_for_and_told_what_came_meanwhile() -> None:
    async with running(FakeLog()) as room:
        feed = Feed(room, tick_seconds=0)
        with feed.listening(EVERYBODY, draw) as channel:
            here = Room(room, channel, feed)
            await until(lambda: here.client.bodies)
            here.client.ready.clear()
            for text in ("une", "deux", "trois"):
                await posted(room, text)
            assert here.client.bodies == [b"hello\n\n"]
            here.client.ready.set()
            await until(lambda: "trois" in here.client.heard)
            assert [here.client.heard.count(text) for text in ("une", "deux", "trois")] == [1, 1, 1]
            here.running.cancel()


@in_a_loop
async def test_who_takes_nothing_for_long_is_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feed_line, "SEND_SECONDS_MAX", 0.01)
    async with running(FakeLog()) as room:
        feed = Feed(room, tick_seconds=0)
        with feed.listening(EVERYBODY, draw) as channel:
            here = Room(room, channel, feed)
            await until(lambda: here.client.bodies)
            here.client.ready.clear()
            await posted(room, "une")
            await here.running


@in_a_loop
async def test_who_is_gone_stops_no_one_else() -> None:
    async with running(FakeLog()) as room:
        feed = Feed(room, tick_seconds=0)
        with feed.listening(EVERYBODY, draw) as channel:
            gone, there = Room(room, channel, feed), Room(room, channel, feed)
            await until(lambda: there.client.bodies and gone.client.bodies)
            gone.client.gone = True
            await posted(room, "une")
            assert "une" in there.client.heard
            with pytest.raises(OSError, match="gone"):
                await gone.running
            there.running.cancel()


@in_a_loop
async def test_what_changes_without_an_event_is_told_at_once_and_once() -> None:
    async with running(FakeLog()) as room:
        feed = Feed(room, tick_seconds=0)
        with feed.listening(EVERYBODY, draw) as channel:
            await posted(room, "une")
            here = Room(room, channel, feed)
            await until(lambda: here.client.bodies)
            here.client.ready.clear()
            await posted(room, "deux")
            feed.renew()  # while the client is slow
            here.client.ready.set()
            await until(lambda: '"whole":true' in here.client.heard)
            channel.wake()
            await until(lambda: here.client.bodies[-1] == BEAT)
            assert here.client.heard.count('"whole":true') == 1
            here.running.cancel()
