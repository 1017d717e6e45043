"""The programme, changed while it runs: of a slot, or of the convention."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from atelier.domain import limits, text
from atelier.domain.commands import EditSteps
from atelier.domain.permissions import permit
from atelier.domain.state import programme_of
from atelier.domain.steps import Step
from atelier.domain.words import Kind, Role, SlotId, WallMode
from atelier.translations.names import kind_names
from atelier.web.pages.desk.desk import Desk
from atelier.web.pages.desk.given import Given
from atelier.web.pages.desk.programme import scopes

Slot = SlotId | None


def programmes_of(desk: Desk) -> tuple[Slot, ...]:
    """Those that who sits here may change: of the slots of this theme, of the convention (None)."""
    slots = [scope.slot for scope in scopes(desk.state, desk.code) if scope.slot is not None]
    every: list[Slot] = [*slots, None]
    return tuple(slot for slot in every if _may(desk, slot))


def _may(desk: Desk, slot: Slot) -> bool:
    return isinstance(permit(desk.state, EditSteps(steps=(), slot=slot), desk.actor), Role)


@dataclass(frozen=True, slots=True)
class Line:
    """A step as it stands in its line: numbers as they were typed."""

    label: str = ""
    minutes: str = ""
    post: tuple[Kind, ...] = ()
    hidden: bool = False
    late: bool = True
    dots: str = ""
    dots_on: tuple[Kind, ...] = (Kind.REVENDICATION,)
    disagree: bool = False
    wall: WallMode = WallMode.WALL


@dataclass(slots=True)
class EditingSteps:
    """`before`: the programme as it was when this was opened, or when it was last said to have changed."""

    slot: Slot
    lines: list[Line]
    before: tuple[Step, ...]
    at: int | None = None
    _moves: dict[str, Callable[[int], None]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self._moves = {"up": self._up, "down": self._down, "out": self._out}

    @classmethod
    def opened(cls, desk: Desk) -> "EditingSteps":
        """On the programme that is followed now, else on the first that may be changed."""
        may = programmes_of(desk)
        followed = desk.scope.slot if desk.scope.slot and desk.state.slots[desk.scope.slot].steps else None
        slot = next((one for one in (followed, desk.scope.slot) if one in may), may[0])
        steps = programme_of(desk.state, slot)
        return cls(slot=slot, lines=[_line(step) for step in steps], before=steps)

    def draw(self, desk: Desk) -> str:
        """A line for each step; what is rare is folded."""
        slots, said = desk.state.slots, desk.here.speech
        return desk.fill(
            "sheets/steps.html",
            lines=self.lines,
            at=self.at,
            chosen=self.slot,
            programmes=programmes_of(desk),
            slots=slots,
            own=bool(self.slot and slots[self.slot].steps),
            running=desk.theme.running,
            kinds=list(Kind),
            walls=list(WallMode),
            many=lambda kinds: said.listing(kind_names(kind, said).many for kind in kinds),
        )

    async def sent(self, desk: Desk, given: Given) -> None:
        """A line moves, or all of them are kept."""
        self._read(desk, given)
        name, _, place = given.act.partition(":")
        if name in self._moves and place.isdecimal() and int(place[:4]) < len(self.lines):
            self._moves[name](int(place[:4]))
            desk.open(self)
        elif name == "add" and len(self.lines) < limits.STEPS_MAX:
            self.lines.append(Line())
            self.at = len(self.lines) - 1
            desk.open(self)
        elif name == "follow" and self.slot is not None:
            await desk.settle(EditSteps(steps=(), slot=self.slot))
        elif name == "save":
            await self._save(desk)

    async def _save(self, desk: Desk) -> None:
        now, said = programme_of(desk.state, self.slot), desk.here.speech.text
        wrong = next((n for n, line in enumerate(self.lines, 1) if not text.clean_line(line.label)), None)
        strange = next((n for n, line in enumerate(self.lines, 1) if not _numbers(line)), None)
        if wrong is not None:
            desk.parts.sheet.say(said("Donnez un nom à l’étape {n}.", n=wrong))
        elif strange is not None:
            desk.parts.sheet.say(said("À l’étape {n}, un nombre ne se lit pas.", n=strange))
        elif now != self.before:
            self.before = now
            other = said("Une autre personne vient de changer ce programme.")
            desk.parts.sheet.say(f"{other} {said('Enregistrez encore pour le remplacer.')}")
        else:
            await desk.settle(EditSteps(steps=tuple(map(_step, self.lines)), slot=self.slot))

    def _read(self, desk: Desk, given: Given) -> None:
        """What was typed; the programme meant, if it may be changed."""
        self.lines = [_given(given, place) for place in range(len(self.lines))]
        meant = SlotId(given.one("for")) if given.one("for") else None
        if meant != self.slot and "for" in given.fields and meant in programmes_of(desk):
            self.slot, self.before = meant, programme_of(desk.state, meant)

    def _up(self, place: int) -> None:
        self.at = max(0, place - 1)
        self.lines.insert(self.at, self.lines.pop(place))

    def _down(self, place: int) -> None:
        line = self.lines.pop(place)
        self.at = min(place + 1, len(self.lines))
        self.lines.insert(self.at, line)

    def _out(self, place: int) -> None:
        del self.lines[place]
        self.at = min(place, len(self.lines) - 1) if self.lines else None


def _line(step: Step) -> Line:
    return Line(
        label=step.label,
        minutes=str(step.minutes or ""),
        post=step.post,
        hidden=step.hidden,
        late=step.late,
        dots=str(step.dots or ""),
        dots_on=step.dots_on,
        disagree=step.disagree,
        wall=step.wall,
    )


def _given(given: Given, place: int) -> Line:
    def kinds(name: str) -> tuple[Kind, ...]:
        return tuple(kind for kind in Kind if kind in given.all(f"{name}-{place}"))

    wall = given.one(f"wall-{place}")
    return Line(
        label=given.one(f"label-{place}"),
        minutes=given.one(f"minutes-{place}"),
        post=kinds("post"),
        hidden=bool(given.all(f"hidden-{place}")),
        late=bool(given.all(f"late-{place}")),
        dots=given.one(f"dots-{place}"),
        dots_on=kinds("dots_on"),
        disagree=bool(given.all(f"disagree-{place}")),
        wall=WallMode(wall) if wall in set(WallMode) else WallMode.WALL,
    )


def _numbers(line: Line) -> bool:
    """Empty is none."""
    typed = [one.strip() for one in (line.minutes, line.dots) if one.strip()]
    return all(one.isascii() and one.isdecimal() and len(one) <= 6 for one in typed)


def _step(line: Line) -> Step:
    made = Step(
        label=text.clean_line(line.label),
        minutes=int(line.minutes.strip() or 0),
        post=line.post,
        hidden=line.hidden,
        late=line.late,
        dots=int(line.dots.strip() or 0),
        dots_on=line.dots_on,
        disagree=line.disagree,
        wall=line.wall,
    )
    return made if made.dots else replace(made, dots_on=Step(label="").dots_on)
