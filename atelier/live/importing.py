"""Another room, or an earlier cahier, brought into a room under way: planned first, then asked in order.

What was begun and broken off is completed by asking again: what is here already
is not in the next plan.
"""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from atelier.domain.actor import Actor
from atelier.domain.commands import DirectCommand, RegisterRoom
from atelier.domain.permissions import permit
from atelier.domain.refusals import Refusal
from atelier.domain.state import Convention
from atelier.domain.words import ThemeCode
from atelier.exchange import carrying, merging
from atelier.exchange.carrying import Earlier
from atelier.exchange.merging import IMPORTER, Plan
from atelier.live.receipt import Receipt
from atelier.live.room import Room

_TOGETHER = 200
"""Commands that share a sync; people who write meanwhile wait no longer than for that."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What was planned, how many of its commands were done, and what stopped it, if something did."""

    plan: Plan
    done: int
    stopped: Refusal | None = None


async def bring(room: Room, other: Convention, actor: Actor) -> Report | Refusal:
    """All of another room; a copy of the convention is made first. Refused whole, or done whole."""
    state = room.state
    asked = RegisterRoom(source=other.source, letter=other.room, title=other.title)
    return await _done(room, asked, actor, lambda: merging.plan(state, other))


async def carry(
    room: Room, earlier: Earlier, actor: Actor, themes: Mapping[ThemeCode, ThemeCode] | None = None
) -> Report | Refusal:
    """The statements of an earlier cahier, as cards to work on."""
    state = room.state
    one = earlier.statements[0] if earlier.statements else None
    asked = carrying.as_command(earlier, one, ThemeCode("")) if one else None
    return await _done(room, asked, actor, lambda: carrying.plan(state, earlier, themes))


async def _done(
    room: Room, asked: DirectCommand | None, actor: Actor, make: Callable[[], Plan]
) -> Report | Refusal:
    if asked is not None:
        permitted = permit(room.state, asked, actor)
        if isinstance(permitted, Refusal):
            return permitted
    plan = await asyncio.to_thread(make)
    if plan.refused is not None:
        return plan.refused
    if plan.commands:
        refusal = await room.back_up()
        if refusal is not None:
            return refusal
    done = 0
    for first in range(0, len(plan.commands), _TOGETHER):
        some = plan.commands[first : first + _TOGETHER]
        answers = await asyncio.gather(*(room.submit(command, IMPORTER) for command in some))
        done += sum(isinstance(answer, Receipt) for answer in answers)
        stopped = next((answer for answer in answers if isinstance(answer, Refusal)), None)
        if stopped is not None:
            return Report(plan=plan, done=done, stopped=stopped)
    return Report(plan=plan, done=done)
