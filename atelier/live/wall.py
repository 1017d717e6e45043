"""What is projected of a theme: what the team chose, else what the step asks for.

Kept in memory and nowhere else: after a restart, and when another step begins,
the programme decides again. Who may choose is for those who call to have asked.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from atelier.domain.links import standing
from atelier.domain.references import sort_key
from atelier.domain.state import Convention, RunningStep, Theme
from atelier.domain.views import boards, public
from atelier.domain.words import CardNumber, Reference, Seq, ThemeCode, WallMode

Focus = CardNumber | Reference
"""What stands alone on the wall."""

_Rank = tuple[int, int, int, str, int]
"""Board; statements before cards; theme, room, number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WallState:
    """`focus` is the `place`-th of `count` that can be shown one by one; None when there is nothing."""

    mode: WallMode
    paused: bool = False
    focus: Focus | None = None
    place: int = 0
    count: int = 0


@dataclass(frozen=True, slots=True)
class _Choice:
    mode: WallMode
    focus: Focus | None
    during: Seq | None


class Wall:
    """The wall of one theme. `state` is the convention as it is now; `tell` has the wall drawn again."""

    def __init__(
        self, theme: ThemeCode, state: Callable[[], Convention], tell: Callable[[], None] = lambda: None
    ) -> None:
        self._theme = theme
        self._state = state
        self._tell = tell
        self._choice: _Choice | None = None
        self._paused = False

    @property
    def now(self) -> WallState:
        """What is on it."""
        return self.at(self._state())

    def at(self, state: Convention) -> WallState:
        """What is on it, the convention being so."""
        theme = state.themes[self._theme]
        choice = self._standing_choice(theme)
        mode = choice.mode if choice else theme.running.step.wall if theme.running else WallMode.WALL
        if mode is not WallMode.ONE_BY_ONE:
            return WallState(mode=mode, paused=self._paused)
        order = one_by_one(state, theme)
        focus = nearest(state, theme, choice.focus if choice else None)
        place = order.index(focus) + 1 if focus in order else 0
        return WallState(mode=mode, paused=self._paused, focus=focus, place=place, count=len(order))

    def show(self, mode: WallMode, focus: Focus | None = None) -> None:
        """From now until the next step begins. `focus` is for one by one; without it, the first."""
        self._choice = _Choice(mode, focus, _run_of(self._state().themes[self._theme].running))
        self._tell()

    def next(self) -> None:
        """The one that follows, alone; the last stays."""
        self._move(1)

    def previous(self) -> None:
        """The one before, alone; the first stays."""
        self._move(-1)

    def pause(self, paused: bool = True) -> None:
        """Stop the pages where they are, or let them turn again."""
        self._paused = paused
        self._tell()

    def _move(self, by: int) -> None:
        state = self._state()
        theme = state.themes[self._theme]
        now = self.at(state)
        if now.mode is WallMode.ONE_BY_ONE and now.focus is not None:
            self.show(WallMode.ONE_BY_ONE, beside(state, theme, now.focus, by))
        else:
            self.show(WallMode.ONE_BY_ONE)

    def _standing_choice(self, theme: Theme) -> _Choice | None:
        choice = self._choice
        return choice if choice is not None and choice.during == _run_of(theme.running) else None


def one_by_one(state: Convention, theme: Theme) -> list[Focus]:
    """As they are read out: board after board, statements, then the cards that stand alone, oldest first."""
    return list(_in_order(state, theme))


def _in_order(state: Convention, theme: Theme) -> Iterator[Focus]:
    for board in boards(state, theme.code):
        yield from (one.reference for one in board.statements)
        yield from (one.number for one in reversed(board.loose))


def nearest(state: Convention, theme: Theme, focus: Focus | None) -> Focus | None:
    """What was asked for if all may read it, else what follows it, else what comes last."""
    if isinstance(focus, str):
        focus = standing(state, focus) or focus
    order = one_by_one(state, theme)
    rank = _rank(state, theme, focus) if focus is not None else None
    if rank is None:
        return order[0] if order else None
    if focus in order or (isinstance(focus, int) and public(state.cards[focus])):
        return focus
    return next((one for one in order if _rank_of(state, theme, one) > rank), order[-1] if order else None)


def beside(state: Convention, theme: Theme, focus: Focus, by: int) -> Focus:
    """The one after, or before; itself at the end. It may itself stand in the order no more."""
    order = one_by_one(state, theme)
    rank = _rank_of(state, theme, focus)
    if by > 0:
        return next((one for one in order if _rank_of(state, theme, one) > rank), focus)
    return next((one for one in reversed(order) if _rank_of(state, theme, one) < rank), focus)


def _rank(state: Convention, theme: Theme, focus: Focus) -> _Rank | None:
    """Where it stands, or would; None for what is not of this theme."""
    thing = state.statements.get(focus) if isinstance(focus, str) else state.cards.get(focus)
    if thing is None or theme.code not in thing.themes or thing.kind not in theme.boards:
        return None
    board = theme.boards.index(thing.kind)
    if isinstance(focus, str):
        code, _, room, number = sort_key(focus)
        return (board, 0, list(state.themes).index(ThemeCode(code)), room, number)
    return (board, 1, 0, "", focus)


def _rank_of(state: Convention, theme: Theme, focus: Focus) -> _Rank:
    return _rank(state, theme, focus) or (-1, 0, 0, "", 0)


def _run_of(running: RunningStep | None) -> Seq | None:
    return running.since if running else None
