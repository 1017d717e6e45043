"""Drawing the workbench again, some moments after something changed."""

import asyncio

from atelier.web.pages.cahier import (
    completing,
    crossing,
    material,
    outlining,
    previewing,
    rescuing,
    taking,
    writing,
)
from atelier.web.pages.cahier.bench import Bench, Side

_PAUSE_SECONDS = 0.3


class Refreshing:
    """From `begin` until the page is gone."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self._due: asyncio.TimerHandle | None = None
        self._stops = [bench.here.served.room.watch(self.soon), bench.presence.watch(self.soon)]
        bench.client.on_connect(self._back)
        bench.client.on_disconnect(self._away)

    def end(self) -> None:
        """The page is gone."""
        for stop in self._stops:
            stop()
        if self._due is not None:
            self._due.cancel()
        self._bench.presence.leave(self._bench.post)

    def _back(self) -> None:
        self._bench.presence.open(self._bench.post, self._bench.opened)
        self.soon()

    def _away(self) -> None:
        """Nobody writes behind a screen that is shut; it may come back."""
        self._bench.presence.open(self._bench.post, None)

    def soon(self) -> None:
        """In a moment, with all that will have changed until then."""
        if self._due is None:
            self._due = asyncio.get_running_loop().call_later(_PAUSE_SECONDS, self.now)

    def now(self) -> None:
        """Draw every part; what looks the same is not sent, and nothing to a laptop that sleeps."""
        self._due = None
        if not self._bench.client.has_socket_connection:
            return
        with self._bench.client:
            if self._bench.may_stay:
                refresh(self._bench)
            else:
                self._bench.leave()


def refresh(bench: Bench) -> None:
    """Every part, as things are."""
    show_head(bench)
    show_tabs(bench)
    outlining.show(bench)
    writing.show(bench)
    previewing.show(bench)
    taking.show(bench)
    match bench.side:
        case Side.MATERIAL:
            material.show(bench)
        case Side.COMPLETING:
            completing.show(bench)
        case Side.CROSSING:
            crossing.show(bench)


def show_head(bench: Bench) -> None:
    """The black bar; what is wrong with the disk; that it is closed; what was done last."""
    trouble = bench.here.served.room.trouble
    bench.parts.head.show(bench.fill("head.html", trouble=trouble), now=bench.now)
    bench.parts.done.show(
        bench.fill("done.html", done=bench.done(), astray=rescuing.astray(bench)), now=bench.now
    )


def show_tabs(bench: Bench) -> None:
    """The left column, and what of it is seen."""
    html = bench.fill("tabs.html", sides=Side, open=completing.count(bench))
    bench.parts.tabs.show(html, now=bench.now)
    for side, element in bench.parts.sides.items():
        element.set_visibility(side is bench.side)
    bench.parts.root.classes(**{"add" if bench.looks else "remove": "looking"})
