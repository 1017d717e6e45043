"""What is written around the statements, and its order."""

from dataclasses import replace
from typing import assert_never

from atelier.domain import events
from atelier.domain.state import Axis, Block, Convention, Match, Section
from atelier.domain.statement import Wording
from atelier.domain.words import Seq


def apply(state: Convention, event: events.DocumentEvent, seq: Seq) -> Convention:
    """The state with these words, in this order."""
    match event:
        case events.SectionWritten(section=name, text=text):
            before = state.sections[name].versions if name in state.sections else ()
            section = Section(versions=(*before, Wording(text=text, seq=seq)))
            return replace(state, sections={**state.sections, name: section})
        case events.DocumentArranged(parts=parts):
            return replace(state, outline=parts, outlined=seq)
        case events.BlockAdded(block=block, title=title, parts=parts):
            return replace(_put_block(state, Block(id=block, title=title)), outline=parts, outlined=seq)
        case events.BlockEdited(block=block, title=title):
            return _put_block(state, replace(state.blocks[block], title=title))
        case events.BlockRemoved(block=block):
            return _put_block(state, replace(state.blocks[block], removed=True))
        case events.BlockRestored(block=block):
            return _put_block(state, replace(state.blocks[block], removed=False))
        case events.BoardArranged(chapter=chapter, kind=kind, statements=order):
            return replace(state, board_orders={**state.board_orders, (chapter, kind): order})
        case events.StatementsMatched(match=match, statements=statements, text=text):
            return _put_match(state, Match(id=match, statements=statements, text=text))
        case events.StatementsUnmatched(match=match):
            return _put_match(state, Match(id=match))
        case events.GapAnswered(gap=gap, reason=reason):
            return replace(state, answers={**state.answers, gap: reason})
        case _:
            return _axes(state, event)


AxisEvent = (
    events.AxisAdded | events.AxisEdited | events.AxisRemoved | events.AxisRestored
    | events.AxesArranged | events.AxisFilled
)  # fmt: skip


def _axes(state: Convention, event: AxisEvent) -> Convention:
    match event:
        case events.AxisAdded(axis=axis, title=title):
            return _put_axis(state, Axis(id=axis, title=title))
        case events.AxisEdited(axis=axis, title=title):
            return _put_axis(state, replace(state.axes[axis], title=title))
        case events.AxisRemoved(axis=axis):
            return _put_axis(state, replace(state.axes[axis], removed=True))
        case events.AxisRestored(axis=axis):
            return _put_axis(state, replace(state.axes[axis], removed=False))
        case events.AxesArranged(axes=order):
            return replace(state, axes={axis: state.axes[axis] for axis in order})
        case events.AxisFilled(axis=axis, statements=statements):
            return _put_axis(state, replace(state.axes[axis], statements=statements))
        case _:
            assert_never(event)


def _put_axis(state: Convention, axis: Axis) -> Convention:
    return replace(state, axes={**state.axes, axis.id: axis})


def _put_block(state: Convention, block: Block) -> Convention:
    return replace(state, blocks={**state.blocks, block.id: block})


def _put_match(state: Convention, match: Match) -> Convention:
    return replace(state, matches={**state.matches, match.id: match})
