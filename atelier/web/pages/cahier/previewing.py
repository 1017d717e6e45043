"""What will be printed, as it is now: made apart from the loop, about a second after a change."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, cast

from atelier.domain import outline, sections
from atelier.domain.links import standing
from atelier.domain.state import Convention
from atelier.domain.words import PartName, Reference, SectionName, Seq
from atelier.exchange.html_file import STYLE
from atelier.web.components.leaves import LeavesView
from atelier.web.pages.cahier.bench import Bench
from atelier.web.pages.frame import style
from atelier.web.plain.leaves import Leaves, leaves_of

_LOOK = style("leaves", STYLE)
_PAUSE_SECONDS = 0.7
_REST = 3
"""What took a second to make is not made again for three: a small machine has cards to take."""

ACTS: Mapping[str, Callable[[Bench, str], Awaitable[None]]] = {}


class Preview(LeavesView):
    """`followed`: the text that was open when it was last brought into view."""

    def __init__(self, bench: Bench) -> None:
        said = bench.here.speech.text
        super().__init__(
            words={
                "title": said("Ce qui sera imprimé"),
                "size": said("Taille des pages"),
                "smaller": said("Plus petit"),
                "larger": said("Plus grand"),
                "none": said("Les pages arrivent."),
            },
            style=_LOOK,
            url=f"/{bench.here.slug}/cahier/leaf/",
            lang=bench.state.language,
            store="atelier-cahier-size",
        )
        self._bench = bench
        self._leaves: Leaves | None = None
        self._followed: SectionName | None = None
        self._made: Seq | None = None
        self._making: asyncio.Task[None] | None = None
        self.on_opened(lambda event: self._open(event.args))

    def refresh(self) -> None:
        """Later what changed, now what is open."""
        if self._making is None and self._made != self._bench.state.seq:
            self._making = asyncio.create_task(self._make())
        self._follow()

    async def _make(self) -> None:
        """Until it is as things are."""
        try:
            while self._made != self._bench.state.seq and not self.is_deleted:
                await asyncio.sleep(_PAUSE_SECONDS if self._made is not None else 0)
                began, self._made = time.monotonic(), self._bench.state.seq
                self._leaves = await asyncio.to_thread(leaves_of, self._bench.here.served.room)
                if not self.is_deleted:
                    self.show(self._leaves.order)
                    self._follow()
                await asyncio.sleep((time.monotonic() - began) * _REST)
        finally:
            self._making = None

    def _follow(self) -> None:
        opened = self._bench.opened
        if opened == self._followed or self._leaves is None:
            return
        self._followed = opened
        place = None if opened is None else place_of(self._bench.state, self._leaves, opened)
        if place is not None:
            self.follow(place)

    async def _open(self, told: Any) -> None:
        leaves, state = self._leaves, self._bench.state
        if leaves is None or not isinstance(told, dict):
            return
        section = section_at(state, leaves, str(told.get("statement", "")), str(told.get("heading", "")))
        if section is not None:
            self._followed = section
            await self._bench.press("open", section)


def place_of(state: Convention, leaves: Leaves, section: SectionName) -> str | None:
    """The anchor of the statement or of the part where that text stands."""
    beside = sections.statement_of(section)
    if beside is not None:
        now = standing(state, beside)
        return None if now is None else now.lower()
    whose = (part.name for part in outline.parts(state) if section in outline.sections_of(state, part))
    return next((leaves.places[name] for name in whose if name in leaves.places), None)


def section_at(state: Convention, leaves: Leaves, statement: str, heading: str) -> SectionName | None:
    """The text to write where somebody pointed: beside a statement, or the first of a part."""
    reference = Reference(statement.upper())
    if reference in state.statements and state.statements[reference].live:
        beside = [sections.of_statement(reference, side) for side in sections.SIDES]
        return next((one for one in beside if _is_written(state, one)), beside[-1])
    name = leaves.part_at(heading)
    return None if name is None else _first_of(state, name)


def _first_of(state: Convention, name: PartName) -> SectionName | None:
    if name not in outline.order(state):
        return None
    return next(iter(outline.sections_of(state, outline.part(state, name))), None)


def _is_written(state: Convention, section: SectionName) -> bool:
    return section in state.sections and bool(state.sections[section].text)


def build(bench: Bench) -> Preview:
    """Where it stands on the page."""
    return Preview(bench)


def show(bench: Bench) -> None:
    """As it is now."""
    cast(Preview, bench.parts.preview).refresh()
