"""The time of a convention: that of the machine, and what its log says the machine is late by.

A machine without a battery or a network wakes up in the past. What the host
corrected (`ClockCorrected`) is added for as long as this process runs; at the
next opening the machine is believed again, but never to be earlier than the
last thing that happened. What is wrong then, the host's browser notices.
"""

from collections.abc import Callable

from atelier.domain.events import ClockCorrected, Envelope
from atelier.domain.state import Convention
from atelier.domain.words import Instant


class Clock:
    """`machine` is in seconds; `opened` is the state at opening, and `last` what happened last before."""

    def __init__(self, machine: Callable[[], float], opened: Convention, last: Envelope | None) -> None:
        self._machine = machine
        late = max(0, last.at - int(machine())) if last is not None and not opened.closed else 0
        self._late = late - opened.corrected

    def now(self, state: Convention) -> Instant:
        """In whole seconds, as that state has it."""
        return Instant(int(self._machine()) + self._late + state.corrected)

    def at(self, state: Convention, event: object) -> Instant:
        """When an event happens to that state; a correction is the first to bear the right time."""
        own = event.seconds if isinstance(event, ClockCorrected) else 0
        return Instant(self.now(state) + own)

    def steady(self) -> float:
        """What timers run by: a correction does not move it, so that pages that are open stay right."""
        return round(self._machine() + self._late, 1)


def steady_end(state: Convention, ends: Instant) -> int:
    """When a step ends, by `Clock.steady`."""
    return ends - state.corrected
