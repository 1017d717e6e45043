"""Whether a block of prose of another room can stand here as that room says it."""

from atelier.domain import events, limits
from atelier.domain.commands import BringBlock
from atelier.domain.decide.arranging import new_block
from atelier.domain.decide.checks import fit, fit_line, letter_known
from atelier.domain.state import Convention
from atelier.domain.words import PartName


def checked_block(state: Convention, command: BringBlock) -> events.BlockBrought:
    """It gets its place the first time; later it stays where it is."""
    letter_known(state, command.room, "room")
    known = (one for one in state.brought_blocks.values() if _is_it(one, command))
    block = next((one.block for one in known), None)
    parts: tuple[PartName, ...] = ()
    if block is None:
        block, parts = new_block(state, command.after)
    return events.BlockBrought(
        block=block,
        room=command.room,
        there=command.there,
        title=fit_line(command.title, limits.TITLE_GRAPHEMES_MAX, "title", optional=True),
        text=fit(command.text, limits.SECTION_GRAPHEMES_MAX, "text", optional=True),
        removed=command.removed,
        parts=parts,
    )


def _is_it(one: events.BlockBrought, command: BringBlock) -> bool:
    return (one.room, one.there) == (command.room, command.there)
