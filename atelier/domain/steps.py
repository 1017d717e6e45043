"""A moment of a programme, as a value: the same inside commands, events and state."""

from dataclasses import dataclass

from atelier.domain.words import Kind, WallMode


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What may be done during a stretch of time. Everything a programme does not say stays open.

    `post`: the kinds that may be posted; `late`: the other kinds are accepted and
    marked late. `hidden`: new cards wait to be revealed. `dots` per person on the
    statements of the kinds `dots_on`; 0: no weighing. `disagree`: participants may
    put the ⚡ on statements. `minutes` 0: no timer.
    """

    label: str
    minutes: int = 0
    post: tuple[Kind, ...] = ()
    hidden: bool = False
    late: bool = True
    dots: int = 0
    dots_on: tuple[Kind, ...] = (Kind.REVENDICATION,)
    disagree: bool = False
    wall: WallMode = WallMode.WALL


def place_of(running: Step, number: int, steps: tuple[Step, ...]) -> int:
    """Where what was step `number` is in a programme that changed, the nearest if it is there twice.

    Taken out, it has the place of the one before, 0 at the beginning: the next step is the one that follows.
    """
    same = [place for place, step in enumerate(steps, 1) if step == running]
    alike = same or [place for place, step in enumerate(steps, 1) if step.label == running.label]
    return min(alike, key=lambda place: abs(place - number)) if alike else min(number - 1, len(steps))
