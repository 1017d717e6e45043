"""What is pressed, dropped, typed or sent on the workbench, and what comes of it."""

from collections.abc import Awaitable, Callable, Mapping
from functools import partial

from nicegui import events

from atelier.domain.commands import Undo
from atelier.domain.words import Seq
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
from atelier.web.pages.cahier.refreshing import refresh
from atelier.web.pages.desk.given import given_form

Event = events.GenericEventArguments
Act = Callable[[Bench, str], Awaitable[None]]


def listen(bench: Bench) -> None:
    """Hear every part of the workbench."""
    parts = bench.parts
    bench.press = partial(press, bench)
    for part in (parts.head, parts.tabs, parts.material, parts.done, parts.outline):
        bench.hear(part)
    parts.outline.on_moved(lambda event: _moved(bench, event))
    parts.outline.on_rescued(lambda event: _rescued(bench, event))
    parts.outline.on_ready(lambda event: _ready(bench, event))
    parts.writing.on_closed(lambda _: bench.press("close_text", ""))
    parts.sheet.on_sent(lambda event: _answer(bench, event))
    parts.sheet.on_left(lambda _: _left(bench))


async def press(bench: Bench, name: str, of: str) -> None:
    """A button, by the name of what it does; the page is then drawn again."""
    done = _BUTTONS.get(name)
    if done is not None and bench.may_stay:
        await done(bench, of)
    refresh(bench)


async def _moved(bench: Bench, event: Event) -> None:
    told = event.args
    await outlining.drop(bench, str(told["list"]), str(told["name"]), str(told["before"]))
    refresh(bench)


async def _rescued(bench: Bench, event: Event) -> None:
    await rescuing.rescue(bench, event.args)
    refresh(bench)


async def _ready(bench: Bench, event: Event) -> None:
    """The page has just arrived, perhaps after the machine was started again: as it was left."""
    writing.take_up(bench, event.args)
    refresh(bench)


async def _answer(bench: Bench, event: Event) -> None:
    if bench.question is not None and bench.may_stay:
        await bench.question.sent(bench, given_form(event.args))
    refresh(bench)


def _left(bench: Bench) -> None:
    bench.question = None


async def _undo(bench: Bench, of: str) -> None:
    if of.isdecimal():
        await bench.do(Undo(seq=Seq(int(of[:9]))))


async def _aside(bench: Bench, of: str) -> None:
    if of in set(Side):
        bench.side, bench.looks = Side(of), False


async def _look(bench: Bench, of: str) -> None:
    bench.looks = not bench.looks


_BUTTONS: Mapping[str, Act] = {
    "undo": _undo,
    "aside": _aside,
    "look": _look,
    **material.ACTS,
    **outlining.ACTS,
    **writing.ACTS,
    **rescuing.ACTS,
    **previewing.ACTS,
    **completing.ACTS,
    **crossing.ACTS,
    **taking.ACTS,
}
