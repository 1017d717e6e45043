"""What would undo the arranging of the cahier: its order, its blocks, its axes, its matches."""

from typing import assert_never

from atelier.domain import chapters, commands, events
from atelier.domain.matches import standing_in
from atelier.domain.state import Convention
from atelier.domain.words import MatchId

_Arranging = (
    events.DocumentArranged
    | events.BlockAdded
    | events.BlockEdited
    | events.BlockRemoved
    | events.BlockRestored
    | events.BoardArranged
    | events.AxisAdded
    | events.AxisEdited
    | events.AxisRemoved
    | events.AxisRestored
    | events.AxesArranged
    | events.AxisFilled
    | events.StatementsMatched
    | events.StatementsUnmatched
)


def of_arranging(before: Convention, event: _Arranging) -> commands.Command | None:
    """The earlier order or title again; what was added is removed, what was removed comes back."""
    match event:
        case events.DocumentArranged():
            return commands.ArrangeDocument(parts=before.outline)
        case events.BlockAdded(block=block) | events.BlockRestored(block=block):
            return commands.RemoveBlock(block=block)
        case events.BlockEdited(block=block):
            return commands.EditBlock(block=block, title=before.blocks[block].title)
        case events.BlockRemoved(block=block):
            return commands.RestoreBlock(block=block)
        case events.BoardArranged(chapter=chapter, kind=kind):
            ordered = (chapter, kind) in before.board_orders
            earlier = chapters.board(before, chapter, kind) if ordered else ()
            return commands.ArrangeBoard(chapter=chapter, kind=kind, statements=earlier)
        case events.AxisAdded(axis=axis) | events.AxisRestored(axis=axis):
            return commands.RemoveAxis(axis=axis)
        case events.AxisEdited(axis=axis):
            return commands.EditAxis(axis=axis, title=before.axes[axis].title)
        case events.AxisRemoved(axis=axis):
            return commands.RestoreAxis(axis=axis)
        case events.AxesArranged():
            return commands.ArrangeAxes(axes=tuple(before.axes))
        case events.AxisFilled(axis=axis):
            return commands.PlaceInAxis(axis=axis, statements=before.axes[axis].statements)
        case events.StatementsMatched(match=match):
            return _matched_as(before, match) or commands.UnmatchStatements(match=match)
        case events.StatementsUnmatched(match=match):
            return _matched_as(before, match)
        case _:
            assert_never(event)


def _matched_as(before: Convention, match: MatchId) -> commands.MatchStatements | None:
    """With what stood for its statements; None where that was not two."""
    earlier = before.matches.get(match)
    stood = () if earlier is None else standing_in(before, earlier)
    if earlier is None or len(stood) < 2:
        return None
    return commands.MatchStatements(statements=stood, text=earlier.text, match=match)
