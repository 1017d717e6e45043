"""What is written around the statements."""

from dataclasses import replace
from typing import assert_never

from atelier.domain import events
from atelier.domain.state import Axis, Convention, Section
from atelier.domain.statement import Wording
from atelier.domain.words import Seq


def apply(state: Convention, event: events.DocumentEvent, seq: Seq) -> Convention:
    """The state with these words."""
    match event:
        case events.SectionWritten(section=name, text=text):
            before = state.sections[name].versions if name in state.sections else ()
            section = Section(versions=(*before, Wording(text=text, seq=seq)))
            return replace(state, sections={**state.sections, name: section})
        case events.AxisAdded(axis=axis, title=title):
            return replace(state, axes={**state.axes, axis: Axis(id=axis, title=title)})
        case events.AxisFilled(axis=axis, statements=statements):
            filled = replace(state.axes[axis], statements=statements)
            return replace(state, axes={**state.axes, axis: filled})
        case events.GapAnswered(gap=gap, reason=reason):
            return replace(state, answers={**state.answers, gap: reason})
        case _:
            assert_never(event)
