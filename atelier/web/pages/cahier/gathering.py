"""The sheets that gather statements: into an axis, or because they say the same."""

from collections.abc import Sequence
from dataclasses import dataclass

from atelier.domain import outline
from atelier.domain.commands import AddAxis, EditAxis, MatchStatements, PlaceInAxis
from atelier.domain.events import AxisAdded
from atelier.domain.links import live_statements, standing
from atelier.domain.matches import groups, standing_in
from atelier.domain.state import Axis, Convention
from atelier.domain.statement import Statement
from atelier.domain.words import AxisId, Kind, MatchId, Reference
from atelier.web.pages.cahier.bench import Bench
from atelier.web.pages.desk.given import Given


def placed_in(state: Convention, axis: Axis) -> tuple[Reference, ...]:
    """What stands today for the statements of an axis, each once."""
    found = (standing(state, reference) for reference in axis.statements)
    return tuple(dict.fromkeys(one for one in found if one is not None))


def open_axis(state: Convention, of: str) -> Axis | None:
    """That one, if it is there and was not removed."""
    return next((axis for axis in outline.axes(state) if axis.id == of), None)


@dataclass(slots=True)
class NewAxis:
    """Its title, and at once its statements if one likes; `ticked`: those that were proposed."""

    ticked: tuple[Reference, ...] = ()

    def draw(self, bench: Bench) -> str:
        """A title and a list to tick."""
        return _draw(bench, "new_axis.html", self.ticked, title="")

    async def sent(self, bench: Bench, given: Given) -> None:
        """Those proposed keep the order they were proposed in."""
        chosen = _in_order(_ticked(bench.state, given), self.ticked)
        made = await bench.do(AddAxis(title=given.one("title")))
        if made is None or not isinstance(made.event, AxisAdded):
            return
        await bench.settle(*([PlaceInAxis(axis=made.event.axis, statements=chosen)] if chosen else []))


@dataclass(frozen=True, slots=True)
class Renaming:
    """Another title."""

    axis: AxisId

    def draw(self, bench: Bench) -> str:
        """One box."""
        return bench.fill("sheets/renaming_axis.html", axis=bench.state.axes[self.axis])

    async def sent(self, bench: Bench, given: Given) -> None:
        """As typed."""
        await bench.settle(EditAxis(axis=self.axis, title=given.one("title")))


@dataclass(slots=True)
class Filling:
    """Statements put into an axis or taken out. Only what is ticked or unticked here changes."""

    axis: AxisId
    was: tuple[Reference, ...] = ()

    def draw(self, bench: Bench) -> str:
        """The list, those that are in it ticked."""
        axis = bench.state.axes[self.axis]
        self.was = placed_in(bench.state, axis)
        return _draw(bench, "filling_axis.html", self.was, axis=axis)

    async def sent(self, bench: Bench, given: Given) -> None:
        """What another put there meanwhile stays; the new come last."""
        now, ticked = placed_in(bench.state, bench.state.axes[self.axis]), _ticked(bench.state, given)
        gone = set(self.was) - set(ticked)
        kept = [one for one in now if one not in gone]
        added = [one for one in ticked if one not in self.was and one not in kept]
        await bench.settle(PlaceInAxis(axis=self.axis, statements=(*kept, *added)))


@dataclass(slots=True)
class Matching:
    """Statements of several themes that say the same; with `match`, the whole of that one anew."""

    match: MatchId | None = None
    ticked: tuple[Reference, ...] = ()
    text: str = ""

    def draw(self, bench: Bench) -> str:
        """The list, and the words for all."""
        if self.match is not None:
            match = bench.state.matches[self.match]
            self.ticked, self.text = standing_in(bench.state, match), match.text
        return _draw(bench, "matching.html", self.ticked, matching=True, text=self.text, match=self.match)

    async def sent(self, bench: Bench, given: Given) -> None:
        """The first chosen lends its words where none are given for all."""
        chosen = _in_order(_ticked(bench.state, given), self.ticked)
        command = MatchStatements(statements=chosen, text=given.one("text"), match=self.match)
        await bench.settle(command)


def _draw(
    bench: Bench, file: str, ticked: Sequence[Reference], *, matching: bool = False, **values: object
) -> str:
    """Those that are ticked first: a long list is read from the top.

    `matching`: kind by kind, without those that are said alike with others already.
    """
    kinds, state = list(Kind), bench.state
    elsewhere = set(groups(state)) - set(ticked) if matching else set()

    def rank(one: Statement) -> tuple[bool, int]:
        return one.reference not in ticked, kinds.index(one.kind) if matching else 0

    choices = sorted((one for one in live_statements(state) if one.reference not in elsewhere), key=rank)
    return bench.fill(f"sheets/{file}", choices=choices, ticked=set(ticked), **values)


def _ticked(state: Convention, given: Given) -> tuple[Reference, ...]:
    return tuple(Reference(one) for one in given.all("put") if one in state.statements)


def _in_order(ticked: Sequence[Reference], before: Sequence[Reference]) -> tuple[Reference, ...]:
    kept = [one for one in before if one in ticked]
    return (*kept, *(one for one in ticked if one not in kept))
