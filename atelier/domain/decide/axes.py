"""Decisions about the axes of the synthesis."""

from typing import assert_never

from atelier.domain import events, limits
from atelier.domain.commands import AddAxis, ArrangeAxes, EditAxis, PlaceInAxis, RemoveAxis, RestoreAxis
from atelier.domain.decide.checks import at_most, fit_line, refuse, statement_at
from atelier.domain.decide.outcome import Unchanged
from atelier.domain.refusals import Because
from atelier.domain.state import Axis, Convention
from atelier.domain.words import AxisId

AxisCommand = AddAxis | EditAxis | RemoveAxis | RestoreAxis | ArrangeAxes | PlaceInAxis


def decide(state: Convention, command: AxisCommand) -> events.DocumentEvent | Unchanged:
    """One event, or nothing to do."""
    match command:
        case AddAxis(title=given):
            title = fit_line(given, limits.TITLE_GRAPHEMES_MAX, "title")
            if len(state.axes) >= limits.AXES_MAX:
                refuse(Because.TOO_MANY, "title", given=len(state.axes) + 1, limit=limits.AXES_MAX)
            return events.AxisAdded(axis=AxisId(f"A{len(state.axes) + 1}"), title=title)
        case EditAxis(axis=axis, title=given):
            title = fit_line(given, limits.TITLE_GRAPHEMES_MAX, "title")
            if _axis_at(state, axis).title == title:
                return Unchanged(seq=state.seq)
            return events.AxisEdited(axis=axis, title=title)
        case RemoveAxis(axis=axis):
            return events.AxisRemoved(axis=_axis_at(state, axis).id)
        case RestoreAxis(axis=axis):
            if axis in state.axes and not state.axes[axis].removed:
                return Unchanged(seq=state.seq)
            return events.AxisRestored(axis=_axis_at(state, axis, removed=True).id)
        case ArrangeAxes(axes=given_axes):
            return _arrange(state, given_axes)
        case PlaceInAxis():
            return _place(state, command)
        case _:
            assert_never(command)


def _arrange(state: Convention, given: tuple[AxisId, ...]) -> events.AxesArranged | Unchanged:
    for axis in given:
        if axis not in state.axes:
            refuse(Because.UNKNOWN, "axes", given=axis)
    order = tuple(dict.fromkeys((*given, *state.axes)))
    return Unchanged(seq=state.seq) if order == tuple(state.axes) else events.AxesArranged(axes=order)


def _place(state: Convention, command: PlaceInAxis) -> events.AxisFilled | Unchanged:
    axis = _axis_at(state, command.axis)
    placed = tuple(dict.fromkeys(command.statements))
    for reference in at_most(limits.AXIS_STATEMENTS_MAX, placed, "statements"):
        statement_at(state, reference, "statements")
    if axis.statements == placed:
        return Unchanged(seq=state.seq)
    return events.AxisFilled(axis=axis.id, statements=placed)


def _axis_at(state: Convention, axis: AxisId, *, removed: bool = False) -> Axis:
    found = state.axes.get(axis)
    if found is None or found.removed is not removed:
        refuse(Because.UNKNOWN, "axis", given=axis)
    return found
