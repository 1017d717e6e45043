"""The document as an ordered list of named parts: the generated ones, and prose that stands between them.

The cover is no part: it is always first. The annexes are always last, in their
order. What was never arranged, or was born since, stands at its natural place.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from atelier.domain import sections
from atelier.domain.chapters import board, chapter_name, chapters, key_of, sections_at
from atelier.domain.state import Axis, Block, Convention
from atelier.domain.words import BlockId, Kind, PartName, SectionName, ThemeCode


class PartKind(StrEnum):
    """What a part is, and so who writes it."""

    FOREWORD = "foreword"
    HOW_TO_READ = "how_to_read"
    DAY = "day"
    OVERVIEW = "overview"
    CHAPTER = "chapter"
    SYNTHESIS = "synthesis"
    NEXT = "next"
    ANNEX = "annex"
    BLOCK = "block"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """`themes` are those of a chapter, several when it is joint; `block` that of the secretary's prose."""

    name: PartName
    kind: PartKind
    themes: tuple[ThemeCode, ...] = ()
    block: BlockId | None = None


OPENING: Final = tuple(PartName(name) for name in ("foreword", "how_to_read", "day", "overview"))
CLOSING: Final = tuple(PartName(name) for name in ("synthesis", "next"))
ANNEXES: Final = tuple(
    PartName(f"annex:{name}") for name in ("cards", "method", "organisations", "glossary", "credits")
)

_BLOCK = re.compile(r"block:(B[1-9][0-9]{0,4})")


def parts(state: Convention) -> tuple[Part, ...]:
    """The whole document, in its order today."""
    return tuple(part(state, name) for name in order(state))


def order(state: Convention) -> tuple[PartName, ...]:
    """The names of the parts there are today, in order."""
    there = set(natural(state))
    return tuple(name for name in whole(state) if name in there)


def whole(state: Convention) -> tuple[PartName, ...]:
    """The same, with what is not there today in its place: removed blocks, chapters with nothing in them."""
    return placed(natural(state), state.outline)


def natural(state: Convention) -> tuple[PartName, ...]:
    """The order of a document that nobody arranged."""
    themes = (chapter_name(state, key) for key in chapters(state))
    return (*OPENING, *themes, *CLOSING, *(of_block(one.id) for one in blocks(state)), *ANNEXES)


def placed(earlier: Iterable[PartName], given: Iterable[PartName]) -> tuple[PartName, ...]:
    """What is given, with each part it leaves out after the one that it followed in the earlier order."""
    found = list(given)
    before: PartName | None = None
    for name in earlier:
        if name not in found:
            found.insert(_place(found, name, before), name)
        before = name
    return tuple(found)


def _place(found: list[PartName], name: PartName, before: PartName | None) -> int:
    """The annexes follow whatever is there."""
    if name == ANNEXES[0]:
        return next((place for place, one in enumerate(found) if one in ANNEXES), len(found))
    return 0 if before is None else found.index(before) + 1


def ends_with_the_annexes(names: Iterable[PartName]) -> bool:
    """All of them, in their order, after everything that is not the secretary's prose."""
    generated = [name for name in names if not _BLOCK.fullmatch(name)]
    return tuple(generated[-len(ANNEXES) :]) == ANNEXES


def known(state: Convention, name: str) -> bool:
    """There is, was or may be such a part in this convention's document."""
    if name in OPENING or name in CLOSING or name in ANNEXES:
        return True
    found = _BLOCK.fullmatch(name)
    if found is not None:
        return found[1] in state.blocks
    themes = key_of(name)
    return themes is not None and themes <= set(state.themes) and chapter_name(state, themes) == name


def part(state: Convention, name: PartName) -> Part:
    """What this name names."""
    key, block = key_of(name), _BLOCK.fullmatch(name)
    if key is not None:
        themes = tuple(code for code in state.themes if code in key)
        return Part(name=name, kind=PartKind.CHAPTER, themes=themes)
    if block is not None:
        return Part(name=name, kind=PartKind.BLOCK, block=BlockId(block[1]))
    return Part(name=name, kind=PartKind.ANNEX if name in ANNEXES else PartKind(name))


def of_block(block: BlockId) -> PartName:
    """`block:B1`, which is also the name of the section where its prose is."""
    return PartName(sections.of_block(block))


def blocks(state: Convention) -> tuple[Block, ...]:
    """The secretary's blocks that were not removed, in the order they were made."""
    return tuple(block for block in state.blocks.values() if not block.removed)


def axes(state: Convention) -> tuple[Axis, ...]:
    """The axes of the synthesis that were not removed, in order."""
    return tuple(axis for axis in state.axes.values() if not axis.removed)


def sections_of(state: Convention, part: Part) -> tuple[SectionName, ...]:
    """The places for prose in a part, in reading order; none where there is nothing to write."""
    if part.kind is PartKind.CHAPTER:
        return tuple(_of_chapter(state, part))
    name = SectionName(part.name.removeprefix("annex:"))
    return (name,) if sections.exists(state, name) else ()


def _of_chapter(state: Convention, part: Part) -> Iterator[SectionName]:
    key = frozenset(part.themes)
    for place in sections.PLACES:
        yield from sections_at(state, key, place)
        kinds = {"before": (Kind.CONSTAT,), "between": tuple(Kind)[1:]}.get(place, ())
        for kind in kinds:
            for reference in board(state, part.name, kind):
                yield from (sections.of_statement(reference, side) for side in sections.SIDES)
