"""What changed, told: never what may not be seen, never twice at odds, never more often than a tick."""

import asyncio
import json
from collections.abc import Iterator
from typing import Any

import pytest

from atelier.domain import limits
from atelier.domain.state import Convention
from atelier.domain.words import ThemeCode
from atelier.live.feed import Audience, Channel, Eyes, Feed, Frame, Item, View
from tests.domain.play import Play
from tests.live.fakes import FakeLog, a_moment, in_a_loop, posted, running

EVERYBODY = Audience(ThemeCode("DS"), "fr", Eyes.PUBLIC)


def draw(state: Convention) -> View:
    """The texts of the cards, and how many there are."""
    items = {f"card-{one.number}": Item("cards", -one.number, one.text) for one in state.cards.values()}
    return {**items, "count": Item("", 0, str(len(items)))}


def told(frame: Frame) -> Any:
    lines = frame.data.decode().split("\n")
    assert lines[0] == f"id: {frame.seq}"
    return json.loads(lines[1].removeprefix("data: "))


async def called(channel: Channel) -> None:
    """Until it calls."""
    waiting = asyncio.Event()
    with channel.calling(waiting.set):
        await waiting.wait()


def growing(cards: int) -> Iterator[Convention]:
    play = Play()
    for number in range(cards):
        play.post(f"Carte {number}")
        yield play.state


def test_a_frame_holds_what_changed_and_nothing_else() -> None:
    first, second = growing(2)
    channel = Channel(draw, first)
    assert channel.since(first.seq) == []
    channel.publish(second)
    (frame,) = channel.since(first.seq)
    put = {name: item for name, *item in told(frame)["put"]}
    assert put == {"card-2": ["cards", -2, "Carte 1"], "count": ["", 0, "2"]}
    assert "gone" not in told(frame)


def test_what_is_no_longer_to_be_seen_is_gone() -> None:
    first, second = growing(2)
    channel = Channel(draw, second)
    channel.publish(first)
    assert told(channel.since(0)[-1])["whole"]
    assert told(channel._frames[-1])["gone"] == ["card-2"]


def test_nothing_is_told_when_nothing_is_seen_to_change() -> None:
    first, second = growing(2)
    channel = Channel(lambda _: {}, first)
    channel.publish(second)
    assert channel.since(first.seq) == []
    assert channel.seq == second.seq


@pytest.mark.parametrize("seen", [None, 0, 10_000])
def test_who_says_nothing_or_what_never_was_takes_everything(seen: int | None) -> None:
    (state,) = growing(1)
    (frame,) = Channel(draw, state).since(seen)
    assert told(frame)["whole"]
    assert [name for name, *_ in told(frame)["put"]] == ["card-1", "count"]


def test_who_was_away_for_more_frames_than_are_kept_takes_everything(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(limits, "FEED_FRAMES_KEPT", 2)
    states = list(growing(5))
    channel = Channel(draw, states[0])
    for state in states[1:]:
        channel.publish(state)
    assert told(channel.since(states[0].seq)[0])["whole"]
    assert len(channel.since(states[2].seq)) == 2
    assert len(channel.since(states[3].seq)) == 1


@in_a_loop
async def test_a_burst_is_one_frame_now_and_one_a_tick_later() -> None:
    async with running(FakeLog()) as room:
        feed = Feed(room, tick_seconds=0.05)
        with feed.listening(EVERYBODY, draw) as channel:
            start = channel.seq
            for number in range(10):
                await posted(room, f"Carte {number}")
            assert len(channel.since(start)) == 1
            await called(channel)
            frames = channel.since(start)
            assert len(frames) == 2
            assert sum(name.startswith("card") for one in frames for name, *_ in told(one)["put"]) == 10


@in_a_loop
async def test_everyone_who_waits_is_woken_by_a_change_by_a_beat_and_by_the_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(limits, "FEED_BEAT_SECONDS", 0.01)
    async with running(FakeLog()) as room:
        feed = Feed(room)
        with feed.listening(EVERYBODY, draw) as channel:
            await called(channel)
            assert channel.since(channel.seq) == []
            assert feed.listeners == feed.phones(EVERYBODY.theme) == 1
            feed.close()
            assert feed.closed


@in_a_loop
async def test_nobody_is_drawn_for_when_nobody_looked_for_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "FEED_CHANNEL_IDLE_SECONDS", 0)
    drawn = []

    def counted(state: Convention) -> View:
        drawn.append(state.seq)
        return draw(state)

    async with running(FakeLog()) as room:
        feed = Feed(room, tick_seconds=0)
        with feed.listening(EVERYBODY, counted):
            await posted(room, "une")
        looked = len(drawn)
        await a_moment()
        await posted(room, "deux")
        assert len(drawn) == looked


@in_a_loop
async def test_what_changes_without_an_event_is_told_whole_to_who_is_there_and_to_who_comes_back() -> None:
    hidden: list[str] = []

    def without(state: Convention) -> View:
        return {name: item for name, item in draw(state).items() if item.look not in hidden}

    async with running(FakeLog()) as room:
        feed = Feed(room, tick_seconds=0)
        projected = EVERYBODY._replace(eyes=Eyes.WALL)
        with feed.listening(EVERYBODY, without) as phones, feed.listening(projected, without) as wall:
            await posted(room, "Une insulte.")
            seen, on_wall = phones.seq, wall.seq
            hidden.append("Une insulte.")
            feed.renew()
            assert (phones.seq, phones.edition) == (seen, 1)
            assert wall.seq > on_wall
            for channel, before in ((phones, seen), (wall, on_wall)):
                (frame,) = channel.since(before)
                assert told(frame)["whole"]
                assert b"insulte" not in frame.data
            await posted(room, "Une carte.")
            assert b"Une carte." in phones.after(seen)
            assert b"insulte" not in phones.after(0)
