"""What changed, told to everyone who looks: encoded once for an audience, sent as the same bytes to all.

A view is what an audience may see of the state, cut into items: each has an
id, a place, an order there, and a look. A frame carries the items that changed
since the frame before, and the ids of those that went: applying it twice or
late does no harm. The first change is told at once, then at most one frame a
tick, so that a burst costs one send per client and not one per card.
"""

import asyncio
import json
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from atelier.domain import limits
from atelier.domain.state import Convention
from atelier.domain.words import Seq, ThemeCode
from atelier.live.room import Room


class Item(NamedTuple):
    """`place`: the list it stands in. `order`: smaller first. `look`: what is shown, already safe."""

    place: str
    order: int
    look: str


View = Mapping[str, Item]

Draw = Callable[[Convention], View]
"""What an audience may see. Whatever this leaves out cannot be in a frame."""


class Eyes(StrEnum):
    """Who looks: everybody, the team, or the projected screen, which shows what everybody may see."""

    PUBLIC = "public"
    TEAM = "team"
    WALL = "wall"


class Audience(NamedTuple):
    """Those who are told the same bytes."""

    theme: ThemeCode
    lang: str
    eyes: Eyes


@dataclass(frozen=True, slots=True)
class Frame:
    """An event of the stream, as bytes; `seq` is the last event of the log it knows of."""

    seq: Seq
    data: bytes


class Channel:
    """The frames of one audience, for as long as anybody listens.

    Not `by_events`: what it shows also changes without an event, so its frames
    have numbers of their own, and who comes back takes everything anew.
    """

    def __init__(self, draw: Draw, state: Convention, *, by_events: bool = True) -> None:
        self._draw = draw
        self._by_events = by_events
        self._view = draw(state)
        self._frames: deque[Frame] = deque(maxlen=limits.FEED_FRAMES_KEPT)
        self._complete_from = state.seq
        self._whole: Frame | None = None
        self._calls: set[Callable[[], None]] = set()
        self.seq = state.seq
        self.edition = 0
        self.listeners = 0
        self.left_at = float("-inf")

    def publish(self, state: Convention) -> None:
        """Tell what changed, if anything did for this audience."""
        view = self._draw(state)
        put = {name: item for name, item in view.items() if self._view.get(name) != item}
        gone = [name for name in self._view if name not in view]
        seq = state.seq if self._by_events else Seq(self.seq + 1)
        if put or gone:
            if len(self._frames) == self._frames.maxlen:
                self._complete_from = self._frames[0].seq
            self._frames.append(_frame(seq, put, gone))
        self._view = view
        self._whole = None
        self.seq = seq
        if put or gone:
            self.wake()

    def renew(self, state: Convention) -> None:
        """What is shown changed without an event: everyone takes everything anew, under the same number."""
        self._frames.clear()
        self._view = self._draw(state)
        self._whole = None
        self.seq = state.seq if self._by_events else Seq(self.seq + 1)
        self._complete_from = Seq(self.seq + 1)  # this number and those before were told something else
        self.edition += 1
        self.wake()

    def since(self, seen: int | None) -> list[Frame]:
        """What follows that event; everything, where that can no longer be told."""
        if seen is None or not self._complete_from <= seen <= self.seq:
            if self._whole is None:  # a hall comes back together after a cut: encoded once for all
                self._whole = _frame(self.seq, self._view, [], whole=True)
            return [self._whole]
        found = []
        for frame in reversed(self._frames):  # mostly one: who listens is seldom far behind
            if frame.seq <= seen:
                break
            found.append(frame)
        return found[::-1]

    def after(self, seen: int | None) -> bytes:
        """The same, as it is sent; nothing when nothing follows."""
        frames = self._frames
        if len(frames) > 1 and seen is not None and frames[-2].seq <= seen < frames[-1].seq:
            return frames[-1].data  # who keeps up is told the same bytes as everyone
        return b"".join(frame.data for frame in self.since(seen))

    @contextmanager
    def calling(self, look: Callable[[], None]) -> Iterator[None]:
        """Have this called at each frame, and at each beat. It must not wait, nor raise."""
        self._calls.add(look)
        try:
            yield
        finally:
            self._calls.discard(look)

    def wake(self) -> None:
        """Let everyone look again."""
        for look in tuple(self._calls):
            look()


class Feed:
    """The channels of a room, and the tick that all of them share."""

    def __init__(
        self,
        room: Room,
        tick_seconds: float = limits.FEED_TICK_SECONDS,
        shown: Callable[[Convention], Convention] = lambda state: state,
    ) -> None:
        self._tick = tick_seconds
        self._state: Callable[[], Convention] = lambda: shown(room.state)
        self._channels: dict[Audience, Channel] = {}
        self._told_at = float("-inf")
        self._due: asyncio.TimerHandle | None = None
        self._beating: asyncio.TimerHandle | None = None
        self.closed = False
        room.watch(self._changed)

    @property
    def listeners(self) -> int:
        """How many people look, all audiences together."""
        return sum(channel.listeners for channel in self._channels.values())

    def phones(self, theme: ThemeCode) -> int:
        """How many look at the page of that theme."""
        here = (one for who, one in self._channels.items() if who.theme == theme and who.eyes is Eyes.PUBLIC)
        return sum(channel.listeners for channel in here)

    @contextmanager
    def listening(self, audience: Audience, draw: Draw) -> Iterator[Channel]:
        """The channel of an audience, while listening to it; `draw` is used when it is the first."""
        if audience not in self._channels:
            by_events = audience.eyes is not Eyes.WALL
            self._channels[audience] = Channel(draw, self._state(), by_events=by_events)
        channel = self._channels[audience]
        channel.listeners += 1
        if self._beating is None:
            self._beat_later()
        try:
            yield channel
        finally:
            channel.listeners -= 1
            channel.left_at = asyncio.get_running_loop().time()

    def poke(self) -> None:
        """Draw again: something that is shown changed, and it is no event."""
        self._changed()

    def renew(self) -> None:
        """Something is shown, or no more, without an event: at once, and to everyone."""
        for channel in self._channels.values():
            channel.renew(self._state())

    def close(self) -> None:
        """Let everyone go."""
        self.closed = True
        self.look()

    def look(self) -> None:
        """Let every line look whether it may go on."""
        for channel in self._channels.values():
            channel.wake()

    def _beat_later(self) -> None:
        self._beating = asyncio.get_running_loop().call_later(limits.FEED_BEAT_SECONDS, self._beat)

    def _beat(self) -> None:
        """One timer for everyone; none when nobody listens."""
        self._beating = None
        if self.listeners and not self.closed:
            self.look()
            self._beat_later()

    def _changed(self) -> None:
        """At once, unless something was told less than a tick ago."""
        if self._due is not None:
            return
        loop = asyncio.get_running_loop()
        wait = self._told_at + self._tick - loop.time()
        if wait <= 0:
            self._tell()
        else:
            self._due = loop.call_later(wait, self._tell)

    def _tell(self) -> None:
        self._due = None
        self._told_at = asyncio.get_running_loop().time()
        self._forget_the_idle()
        for channel in self._channels.values():
            channel.publish(self._state())

    def _forget_the_idle(self) -> None:
        """Nobody looks, and nobody has for a while: drawing for them would be for nothing."""
        long_ago = self._told_at - limits.FEED_CHANNEL_IDLE_SECONDS
        idle = [name for name, one in self._channels.items() if not one.listeners and one.left_at < long_ago]
        for name in idle:
            del self._channels[name]


def _frame(seq: Seq, put: View, gone: list[str], *, whole: bool = False) -> Frame:
    told: dict[str, object] = {"seq": seq, "put": [[name, *item] for name, item in put.items()]}
    if gone:
        told["gone"] = gone
    if whole:
        told["whole"] = True
    data = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    return Frame(seq, f"id: {seq}\ndata: {data}\n\n".encode())
