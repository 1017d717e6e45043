"""The document as an outline: unfolded, put in order, with blocks of prose between its parts."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from atelier.domain import chapters, events, outline, sections
from atelier.domain.commands import AddBlock, ArrangeBoard, ArrangeDocument, EditBlock, RemoveBlock
from atelier.domain.words import BlockId, Kind, PartName, Reference, SectionName
from atelier.web.pages.cahier.bench import Bench
from atelier.web.pages.cahier.lines import Lines
from atelier.web.pages.cahier.ordering import moved, put_before, swapped
from atelier.web.pages.desk.given import Given


def show(bench: Bench) -> None:
    """As it is now."""
    if bench.opened is not None and part_of(bench, bench.opened) is None:
        open_text(bench, None)
    bench.parts.outline.show(Lines(bench=bench).look(), opened=bench.opened or "")


def open_text(bench: Bench, name: SectionName | None) -> None:
    """In the editor, with its part unfolded."""
    before = bench.opened and part_of(bench, bench.opened)
    if before and len(outline.sections_of(bench.state, outline.part(bench.state, before))) == 1:
        bench.unfolded.discard(before)
    bench.opened = name
    bench.presence.open(bench.post, name)
    part = name and part_of(bench, name)
    if part:
        bench.unfolded.add(part)


def part_of(bench: Bench, name: SectionName) -> PartName | None:
    """Where this text stands in the document; None where there is no such text."""
    state = bench.state
    if not sections.exists(state, name):
        return None
    reference = sections.statement_of(name)
    if reference is not None:
        return chapters.chapter_name(state, frozenset(state.statements[reference].themes))
    return next((one.name for one in outline.parts(state) if name in outline.sections_of(state, one)), None)


async def drop(bench: Bench, where: str, name: str, before: str) -> None:
    """It was dragged there, in the list of the parts or of a board."""
    if where == "parts":
        names = outline.order(bench.state)
        last = next(iter(outline.ANNEXES)) if before == "" else before
        if name in names:
            await _arrange(bench, put_before(names, PartName(name), last))
    else:
        await _arrange_board(bench, where, lambda board: put_before(board, Reference(name), before), name)


async def _arrange(bench: Bench, names: tuple[PartName, ...]) -> None:
    await bench.do(ArrangeDocument(parts=names, base=bench.state.outlined))


async def _arrange_board(
    bench: Bench, where: str, order: Callable[[tuple[Reference, ...]], tuple[Reference, ...]], name: str
) -> None:
    chapter, _, kind = where.partition("|")
    board = chapters.board(bench.state, chapter, Kind(kind)) if kind in set(Kind) else ()
    if name in board:
        command = ArrangeBoard(chapter=PartName(chapter), kind=Kind(kind), statements=order(board))
        await bench.do(command)


async def _fold(bench: Bench, of: str) -> None:
    """A part with one text opens it; another shows what there is to write."""
    name = PartName(of)
    if name not in outline.order(bench.state):
        return
    places = outline.sections_of(bench.state, outline.part(bench.state, name))
    if len(places) == 1:
        open_text(bench, None if bench.opened == places[0] else places[0])
    elif name in bench.unfolded:
        if bench.opened in places:
            open_text(bench, None)
        bench.unfolded.discard(name)
    else:
        bench.unfolded.add(name)


async def _open(bench: Bench, of: str) -> None:
    name = SectionName(of)
    if name == bench.opened:
        open_text(bench, None)
    elif part_of(bench, name) is not None:
        open_text(bench, name)


async def _move(bench: Bench, of: str, by: int) -> None:
    """A part, or a statement in its board."""
    names = outline.order(bench.state)
    if of in names:
        found = moved(names, PartName(of), by)
        if found is not None:
            await _arrange(bench, found)
    elif of in bench.state.statements:
        one = bench.state.statements[Reference(of)]
        where = f"{chapters.chapter_name(bench.state, frozenset(one.themes))}|{one.kind}"
        await _arrange_board(bench, where, lambda board: swapped(board, one.reference, by), of)


async def _add_block(bench: Bench, of: str) -> None:
    bench.ask(Naming(after=PartName(of)))


async def _name_block(bench: Bench, of: str) -> None:
    if of in bench.state.blocks:
        bench.ask(Naming(block=BlockId(of)))


async def _remove_block(bench: Bench, of: str) -> None:
    """Its words are kept, and it can be put back."""
    if bench.opened == sections.of_block(BlockId(of)):
        open_text(bench, None)
    await bench.do(RemoveBlock(block=BlockId(of)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """The title of a block of prose, new or not."""

    after: PartName | None = None
    block: BlockId | None = None

    def draw(self, bench: Bench) -> str:
        """One box; a text may have no title."""
        title = bench.state.blocks[self.block].title if self.block else ""
        return bench.fill("sheets/naming.html", title=title, new=self.block is None)

    async def sent(self, bench: Bench, given: Given) -> None:
        """A new one is opened at once."""
        title = given.one("title")
        if self.block is not None:
            await bench.settle(EditBlock(block=self.block, title=title))
        elif await bench.settle(AddBlock(title=title, after=self.after)):
            added = bench.last and bench.last.event
            if isinstance(added, events.BlockAdded):
                open_text(bench, sections.of_block(added.block))


ACTS: Mapping[str, Callable[[Bench, str], Awaitable[None]]] = {
    "fold": _fold,
    "open": _open,
    "up": lambda bench, of: _move(bench, of, -1),
    "down": lambda bench, of: _move(bench, of, 1),
    "add_block": _add_block,
    "name_block": _name_block,
    "remove_block": _remove_block,
}
