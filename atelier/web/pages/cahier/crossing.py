"""What runs through several themes: axes, what several said alike, what the plenary put first."""

from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar, cast

from atelier.cahier.naming import in_few_words
from atelier.domain import outline
from atelier.domain.commands import ArrangeAxes, PlaceInAxis, RemoveAxis, UnmatchStatements
from atelier.domain.matches import live_matches
from atelier.domain.state import Axis, Convention
from atelier.domain.statement import Statement
from atelier.domain.tally import Tally, result
from atelier.domain.votes import Vote
from atelier.domain.words import AxisId, MatchId, Reference
from atelier.web.components.panel import Panel
from atelier.web.pages.cahier.bench import Bench
from atelier.web.pages.cahier.gathering import Filling, Matching, NewAxis, Renaming, open_axis, placed_in

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Several statements of a match, and the words that stand for all."""

    match: MatchId
    words: str
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferred:
    """What several themes put first, together, in one vote."""

    vote: Vote
    ranked: tuple[tuple[Statement, Tally], ...]


def build(bench: Bench) -> Panel:
    """Where it stands on the page."""
    panel = Panel("bench-crossing", now=bench.now)
    bench.hear(panel)
    return panel


def show(bench: Bench) -> None:
    """As it is now."""
    state = bench.state
    html = bench.fill(
        "crossing.html",
        axes=[
            (axis, [state.statements[one] for one in placed_in(state, axis)]) for axis in outline.axes(state)
        ],
        matches=list(matches(state)),
        preferred=list(preferred(state)),
        few=lambda one: in_few_words(one.title or one.text),
        arranges=bench.arranges,
    )
    _panel(bench).show(html, now=bench.now)


def matches(state: Convention) -> Iterator[Said]:
    """Those that still gather several statements."""
    for one in live_matches(state):
        statements = tuple(state.statements[reference] for reference in one.statements)
        yield Said(
            match=one.id,
            words=one.text or statements[0].title or statements[0].text,
            statements=statements,
        )


def preferred(state: Convention) -> Iterator[Preferred]:
    """Vote by vote of several themes, the last first: statements that stand, most dots first."""
    for vote in reversed(tuple(state.votes.values())):
        if len(vote.themes) > 1 and not vote.open:
            ranked = ((state.statements[one], tally) for one, tally in result(vote) if tally.total)
            found = tuple((one, tally) for one, tally in ranked if one.live)
            if found:
                yield Preferred(vote=vote, ranked=found)


def moved(those: Sequence[T], one: T, by: int) -> tuple[T, ...]:
    """The same, with that one a place earlier or later, where there is one."""
    found, at = list(those), those.index(one)
    to = at + by
    if 0 <= to < len(found):
        found[at], found[to] = found[to], found[at]
    return tuple(found)


def _panel(bench: Bench) -> Panel:
    return cast(Panel, bench.parts.crossing)


async def _add(bench: Bench, of: str) -> None:
    bench.ask(NewAxis())


async def _rename(bench: Bench, of: str) -> None:
    axis = open_axis(bench.state, of)
    if axis is not None:
        bench.ask(Renaming(axis.id))


async def _remove(bench: Bench, of: str) -> None:
    await bench.do(RemoveAxis(axis=AxisId(of)))


async def _fill(bench: Bench, of: str) -> None:
    axis = open_axis(bench.state, of)
    if axis is not None:
        bench.ask(Filling(axis.id))


async def _move(bench: Bench, of: str, by: int) -> None:
    names = [axis.id for axis in outline.axes(bench.state)]
    if of in names:
        await bench.do(ArrangeAxes(axes=moved(names, AxisId(of), by)))


async def _shift(bench: Bench, of: str, by: int) -> None:
    """`A1 DS-R4`."""
    axis, statement = _within(bench.state, of)
    if axis is not None and statement is not None:
        order = moved(placed_in(bench.state, axis), statement, by)
        await bench.do(PlaceInAxis(axis=axis.id, statements=order))


async def _take_out(bench: Bench, of: str) -> None:
    axis, statement = _within(bench.state, of)
    if axis is not None and statement is not None:
        rest = tuple(one for one in placed_in(bench.state, axis) if one != statement)
        await bench.do(PlaceInAxis(axis=axis.id, statements=rest))


def _within(state: Convention, of: str) -> tuple[Axis | None, Reference | None]:
    name, _, reference = of.partition(" ")
    axis = open_axis(state, name)
    there = axis is not None and reference in placed_in(state, axis)
    return axis, Reference(reference) if there else None


async def _match(bench: Bench, of: str) -> None:
    bench.ask(Matching())


async def _change(bench: Bench, of: str) -> None:
    if of in bench.state.matches:
        bench.ask(Matching(MatchId(of)))


async def _unmatch(bench: Bench, of: str) -> None:
    await bench.do(UnmatchStatements(match=MatchId(of)))


async def _from_priorities(bench: Bench, of: str) -> None:
    """An axis of some of them: all are proposed, in their order."""
    for one in preferred(bench.state):
        if str(one.vote.number) == of:
            bench.ask(NewAxis(tuple(statement.reference for statement, _ in one.ranked)))


ACTS: Mapping[str, Callable[[Bench, str], Awaitable[None]]] = {
    "axis_add": _add,
    "axis_rename": _rename,
    "axis_remove": _remove,
    "axis_fill": _fill,
    "axis_up": lambda bench, of: _move(bench, of, -1),
    "axis_down": lambda bench, of: _move(bench, of, 1),
    "axis_earlier": lambda bench, of: _shift(bench, of, -1),
    "axis_later": lambda bench, of: _shift(bench, of, 1),
    "axis_out": _take_out,
    "axis_priorities": _from_priorities,
    "match_add": _match,
    "match_change": _change,
    "match_undo": _unmatch,
}
