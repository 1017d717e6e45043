"""Decisions about the prose and the axes of the cahier."""

from typing import assert_never

from atelier.domain import completeness, events, limits, sections
from atelier.domain.commands import AddAxis, AnswerGap, DocumentCommand, PlaceInAxis, WriteSection
from atelier.domain.decide.checks import at_most, fit, fit_line, refuse, statement_at, unchanged_since
from atelier.domain.decide.outcome import Unchanged
from atelier.domain.refusals import Because
from atelier.domain.state import Convention
from atelier.domain.words import AxisId, SectionName


def decide(state: Convention, command: DocumentCommand) -> events.DocumentEvent | Unchanged:
    """One event, or nothing to do."""
    match command:
        case WriteSection():
            return _write(state, command)
        case AddAxis(title=given):
            title = fit_line(given, limits.TITLE_GRAPHEMES_MAX, "title")
            if len(state.axes) >= limits.AXES_MAX:
                refuse(Because.TOO_MANY, "title", given=len(state.axes) + 1, limit=limits.AXES_MAX)
            return events.AxisAdded(axis=AxisId(f"A{len(state.axes) + 1}"), title=title)
        case PlaceInAxis(axis=axis, statements=given_statements):
            if axis not in state.axes:
                refuse(Because.UNKNOWN, "axis", given=axis)
            placed = tuple(dict.fromkeys(given_statements))
            for reference in at_most(limits.AXIS_STATEMENTS_MAX, placed, "statements"):
                statement_at(state, reference, "statements")
            if state.axes[axis].statements == placed:
                return Unchanged(seq=state.seq)
            return events.AxisFilled(axis=axis, statements=placed)
        case AnswerGap(gap=gap, reason=given):
            reason = fit(given, limits.ANSWER_GRAPHEMES_MAX, "reason", optional=True)
            if state.answers.get(gap, "") == reason:
                return Unchanged(seq=state.seq)
            if gap not in state.answers and all(one.name != gap for one in completeness.gaps(state)):
                refuse(Because.UNKNOWN, "gap", given=gap[: limits.LABEL_GRAPHEMES_MAX])
            return events.GapAnswered(gap=gap, reason=reason)
        case _:
            assert_never(command)


def _write(state: Convention, command: WriteSection) -> events.SectionWritten | Unchanged:
    name = SectionName(command.section)
    if not sections.exists(state, name):
        refuse(Because.UNKNOWN, "section", given=name)
    text = fit(command.text, limits.SECTION_GRAPHEMES_MAX, "text", optional=True)
    section = state.sections.get(name)
    last, theirs = (section.written, section.text) if section else (0, "")
    unchanged_since(command.base, last, theirs, text)
    if text == theirs:
        return Unchanged(seq=section.written if section else state.seq)
    return events.SectionWritten(section=name, text=text)
