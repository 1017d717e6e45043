"""The prose that another room wrote between two parts of its cahier: each block after what it followed."""

from collections.abc import Iterator

from atelier.domain import outline
from atelier.domain.chapters import chapter_name, key_of
from atelier.domain.commands import BringBlock
from atelier.domain.events import BlockBrought
from atelier.domain.references import renamed
from atelier.domain.sections import of_block
from atelier.domain.state import Block, Convention
from atelier.domain.words import BlockId, PartName, RoomLetter
from atelier.exchange.merging.differences import units
from atelier.exchange.merging.document import bring_section
from atelier.exchange.merging.names import Names
from atelier.exchange.merging.planned import Trial, What

_GROUPS = (("title",), ("text", "removed"))


def bring_blocks(trial: Trial, other: Convention, names: Names) -> None:
    """Also those that were taken out there: they come so, with their words."""
    for block in _in_order(other):
        letter, there = _origin(other, block.id)
        if names.ours(letter):
            bring_section(trial, other, of_block(block.id), of_block(there), names)
            continue
        says = BringBlock(
            room=names.letter_of(letter),
            there=there,
            title=block.title,
            text=renamed(_text(other, block.id), names.renamed),
            removed=block.removed,
            after=_after(trial.state, other, block.id, names),
        )
        said = _said(trial.state, says.room, there)
        if said is not None:
            _say_again(trial, says, said)
        elif trial.attempt(says) is not None:
            trial.ask(What.BLOCK, block.title, "", says.text)


def _say_again(trial: Trial, says: BringBlock, said: BlockBrought) -> None:
    here = trial.state.blocks[said.block]
    current = BringBlock(
        room=says.room,
        there=says.there,
        title=here.title,
        text=_text(trial.state, here.id),
        removed=here.removed,
    )
    told, disputed = units(_GROUPS, current, said, says)
    for name in (group[0] for group in disputed):
        texts = (getattr(one, name) for one in (current, says))
        trial.ask(What.SECTION, of_block(said.block), *texts)
    trial.do(BringBlock(room=says.room, there=says.there, **told))


def _in_order(other: Convention) -> Iterator[Block]:
    """As they stand there; those that stand nowhere any more come last."""
    named = {outline.of_block(block.id): block for block in other.blocks.values()}
    yield from (named.pop(name) for name in outline.whole(other) if name in named)
    yield from named.values()


def _origin(other: Convention, block: BlockId) -> tuple[RoomLetter, BlockId]:
    """The letter in `other` of the room that wrote it, and its id in that room."""
    brought = other.brought_blocks.get(block)
    return (brought.room, brought.there) if brought else (other.room, block)


def _said(here: Convention, room: RoomLetter, there: BlockId) -> BlockBrought | None:
    brought = here.brought_blocks.values()
    return next((one for one in brought if (one.room, one.there) == (room, there)), None)


def _text(state: Convention, block: BlockId) -> str:
    section = state.sections.get(of_block(block))
    return section.text if section else ""


def _after(here: Convention, other: Convention, block: BlockId, names: Names) -> PartName | None:
    """The nearest part before it there that is here too; none: it opened the document."""
    there, mine = outline.whole(other), set(outline.whole(here))
    name = outline.of_block(block)
    before = there[: there.index(name)] if name in there else outline.CLOSING
    parts = (_part_here(here, other, one, names) for one in reversed(before))
    return next((part for part in parts if part in mine), None)


def _part_here(here: Convention, other: Convention, name: PartName, names: Names) -> PartName | None:
    key = key_of(name)
    if key is not None:
        return chapter_name(here, frozenset(names.themes[code] for code in key))
    block = outline.part(other, name).block
    if block is None:
        return name
    letter, there = _origin(other, block)
    if names.ours(letter):
        return outline.of_block(there)
    said = _said(here, names.letter_of(letter), there)
    return outline.of_block(said.block) if said else None
