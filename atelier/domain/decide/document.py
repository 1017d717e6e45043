"""Decisions about the prose of the cahier, and about what is left as it is."""

from atelier.domain import completeness, events, limits, sections
from atelier.domain.commands import AnswerGap, DocumentCommand, WriteSection
from atelier.domain.decide import arranging, axes, matching
from atelier.domain.decide.checks import fit, refuse, unchanged_since
from atelier.domain.decide.outcome import Unchanged
from atelier.domain.refusals import Because
from atelier.domain.state import Convention
from atelier.domain.words import SectionName


def decide(state: Convention, command: DocumentCommand) -> events.DocumentEvent | Unchanged:
    """One event, or nothing to do."""
    if isinstance(command, WriteSection):
        return _write(state, command)
    if isinstance(command, AnswerGap):
        return _answer(state, command)
    if isinstance(command, axes.AxisCommand):
        return axes.decide(state, command)
    if isinstance(command, matching.MatchCommand):
        return matching.decide(state, command)
    return arranging.decide(state, command)


def _write(state: Convention, command: WriteSection) -> events.SectionWritten | Unchanged:
    name = SectionName(command.section)
    text = fit(command.text, limits.SECTION_GRAPHEMES_MAX, "text", optional=True)
    astray = name in dict(sections.astray(state))
    if not sections.exists(state, name) and (text or not astray):
        refuse(Because.UNKNOWN, "section", given=name)
    section = state.sections.get(name)
    last, theirs = (section.written, section.text) if section else (0, "")
    unchanged_since(command.base, last, theirs, text)
    if text == theirs:
        return Unchanged(seq=section.written if section else state.seq)
    return events.SectionWritten(section=name, text=text)


def _answer(state: Convention, command: AnswerGap) -> events.GapAnswered | Unchanged:
    gap = command.gap
    reason = fit(command.reason, limits.ANSWER_GRAPHEMES_MAX, "reason", optional=True)
    if state.answers.get(gap, "") == reason:
        return Unchanged(seq=state.seq)
    if gap not in state.answers and all(one.name != gap for one in completeness.gaps(state)):
        refuse(Because.UNKNOWN, "gap", given=gap[: limits.LABEL_GRAPHEMES_MAX])
    return events.GapAnswered(gap=gap, reason=reason)
