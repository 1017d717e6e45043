"""Decisions about the order of the document, and about the blocks of prose between its parts."""

from typing import assert_never

from atelier.domain import chapters, events, limits, outline
from atelier.domain.commands import (
    AddBlock,
    ArrangeBoard,
    ArrangeDocument,
    EditBlock,
    RemoveBlock,
    RestoreBlock,
)
from atelier.domain.decide.checks import fit_line, refuse, statement_at
from atelier.domain.decide.outcome import Unchanged
from atelier.domain.refusals import Because
from atelier.domain.state import Block, Convention
from atelier.domain.words import BlockId, PartName

ArrangingCommand = ArrangeDocument | AddBlock | EditBlock | RemoveBlock | RestoreBlock | ArrangeBoard


def decide(state: Convention, command: ArrangingCommand) -> events.DocumentEvent | Unchanged:
    """One event, or nothing to do."""
    match command:
        case ArrangeDocument():
            return _arrange(state, command)
        case AddBlock():
            return _add_block(state, command)
        case EditBlock(block=block, title=given):
            title = fit_line(given, limits.TITLE_GRAPHEMES_MAX, "title", optional=True)
            if _block_at(state, block).title == title:
                return Unchanged(seq=state.seq)
            return events.BlockEdited(block=block, title=title)
        case RemoveBlock(block=block):
            return events.BlockRemoved(block=_block_at(state, block).id)
        case RestoreBlock(block=block):
            if block in state.blocks and not state.blocks[block].removed:
                return Unchanged(seq=state.seq)
            return events.BlockRestored(block=_block_at(state, block, removed=True).id)
        case ArrangeBoard():
            return _arrange_board(state, command)
        case _:
            assert_never(command)


def _arrange(state: Convention, command: ArrangeDocument) -> events.DocumentArranged | Unchanged:
    if command.base is not None and command.base < state.outlined:
        refuse(Because.CHANGED_MEANWHILE, "parts", seq=state.outlined)
    for name in command.parts:
        if not outline.known(state, name):
            refuse(Because.UNKNOWN, "parts", given=name[: limits.LABEL_GRAPHEMES_MAX])
    parts = outline.placed(outline.whole(state), dict.fromkeys(command.parts)) if command.parts else ()
    if parts and not outline.ends_with_the_annexes(parts):
        refuse(Because.BAD_VALUE, "parts")
    if parts in (state.outline, outline.whole(state)):
        return Unchanged(seq=state.seq)
    return events.DocumentArranged(parts=parts)


def _add_block(state: Convention, command: AddBlock) -> events.BlockAdded:
    title = fit_line(command.title, limits.TITLE_GRAPHEMES_MAX, "title", optional=True)
    block, parts = new_block(state, command.after)
    return events.BlockAdded(block=block, title=title, parts=parts)


def new_block(state: Convention, after: PartName | None) -> tuple[BlockId, tuple[PartName, ...]]:
    """Its id, and the whole order with it after that part; after none, it opens the document."""
    number = len(state.blocks) + 1
    if number > limits.BLOCKS_MAX:
        refuse(Because.TOO_MANY, "title", given=number, limit=limits.BLOCKS_MAX)
    block = BlockId(f"B{number}")
    parts = list(outline.whole(state))
    if after is not None and after not in parts:
        refuse(Because.UNKNOWN, "after", given=after[: limits.LABEL_GRAPHEMES_MAX])
    place = 0 if after is None else parts.index(after) + 1
    parts.insert(place, outline.of_block(block))
    return block, tuple(parts)


def _arrange_board(state: Convention, command: ArrangeBoard) -> events.BoardArranged | Unchanged:
    chapter, kind = command.chapter, command.kind
    if chapters.key_of(chapter) is None or not outline.known(state, chapter):
        refuse(Because.UNKNOWN, "chapter", given=chapter[: limits.LABEL_GRAPHEMES_MAX])
    there = chapters.board(state, chapter, kind)
    for reference in command.statements:
        if statement_at(state, reference, "statements").reference not in there:
            refuse(Because.BAD_VALUE, "statements", given=reference)
    order = tuple(dict.fromkeys((*command.statements, *there))) if command.statements else ()
    if order in (state.board_orders.get((chapter, kind), ()), there):
        return Unchanged(seq=state.seq)
    return events.BoardArranged(chapter=chapter, kind=kind, statements=order)


def _block_at(state: Convention, block: BlockId, *, removed: bool = False) -> Block:
    found = state.blocks.get(block)
    if found is None or found.removed is not removed:
        refuse(Because.UNKNOWN, "block", given=block)
    return found
