"""From constats to what is founded on them: a card on the left, an arrow, a placard on the right."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from atelier.cahier.document import Chapter, Document
from atelier.cahier.entries import StatementEntry
from atelier.cahier.naming import in_few_words
from atelier.cahier.pages.marks import Pen, slug
from atelier.cahier.pictures.ink import INK, LINE, Page, Picture, at, box, paragraph, path, picture
from atelier.cahier.pictures.letters import lines_of
from atelier.cahier.words import Words
from atelier.domain.words import Kind, Reference

_PAD = 9.0
_APART = 9.0
_GROUPS_APART = 20.0
_ARROWS = 0.13
_LINES_MAX = 6
_MANY = 4
"""Cards beyond which each has one line of words: the picture says which, the cahier says what."""

_FOLD = 12.0
_THIN = f'fill="none" stroke="{INK}" stroke-width="1.6"'
_LOOKS = {
    Kind.CONSTAT: f'fill="#fdf3cf" stroke="{INK}" stroke-width="1.4"',
    Kind.REVENDICATION: f'fill="#fff" stroke="{INK}" stroke-width="3.2"',
    Kind.PISTE: f'fill="#fff" stroke="{INK}" stroke-width="2.2" stroke-dasharray="9 5"',
    Kind.QUESTION: f'fill="#fff" stroke="{INK}" stroke-width="2.2" stroke-dasharray="2 4"',
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A statement and those it is founded on."""

    statement: StatementEntry
    founded_on: tuple[StatementEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """What a chapter says of its foundations; `unused`: constats nothing is founded on."""

    links: tuple[Link, ...]
    unused: tuple[StatementEntry, ...]


def chain_of(document: Document, chapter: Chapter) -> Chain | None:
    """None where nothing is founded on anything."""
    known = _entries(document)
    here = [one for board in chapter.boards for one in board.statements]
    links = tuple(
        Link(statement=one, founded_on=tuple(known[ref] for ref in one.founded_on if ref in known))
        for one in here
        if one.kind in (Kind.REVENDICATION, Kind.PISTE)
    )
    if not any(link.founded_on for link in links):
        return None
    unused = tuple(one for one in here if one.kind is Kind.CONSTAT and not one.founds)
    return Chain(links=links, unused=unused)


def draw_chain(pen: Pen, chapter: Chapter) -> tuple[Picture, ...]:
    """As many pictures as it takes."""
    chain, page = chain_of(pen.document, chapter), pen.page
    if chain is None:
        return ()
    title = pen.words.text("D’où viennent les demandes : {chapter}", chapter=pen.name(chapter.name))
    name = f"chain-{slug('-'.join(chapter.name.themes))}"
    says = pen.words.text(
        "Dessin : à gauche les constats, à droite ce qui est fondé sur eux. Le tableau dit la même chose."
    )
    sheets = _sheets(list(_groups(pen.words, chain, page)), page)
    return tuple(
        picture(f"{name}-{place}" if len(sheets) > 1 else name, title, says, page, height, pieces)
        for place, (height, pieces) in enumerate(sheets, start=1)
    )


def _entries(document: Document) -> Mapping[Reference, StatementEntry]:
    every = (board for chapter in document.chapters for board in chapter.boards)
    return {one.reference: one for board in every for one in board.statements}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Box:
    """A statement as it is drawn, wherever it is put."""

    kind: Kind
    lines: tuple[str, ...]
    width: float

    @property
    def height(self) -> float:
        return LINE * len(self.lines) + 2 * _PAD

    def at(self, x: float, y: float) -> Iterator[str]:
        if self.kind is Kind.CONSTAT:
            right, bottom = x + self.width, y + self.height
            corner = f"M{at(x, y)} H{at(right)} V{at(bottom - _FOLD)} L{at(right - _FOLD, bottom)} H{at(x)} Z"
            fold = f"M{at(right, bottom - _FOLD)} H{at(right - _FOLD)} V{at(bottom)}"
            yield path(corner, _LOOKS[self.kind])
            yield path(fold, _THIN)
        else:
            yield box(x + 1.6, y + 1.6, self.width - 3.2, self.height - 3.2, _LOOKS[self.kind])
        inner = self.width - 2 * _PAD
        yield from paragraph(x + _PAD, y + _PAD, inner, self.lines[:1], bold=True)
        bold = self.kind is Kind.REVENDICATION
        yield from paragraph(x + _PAD, y + _PAD + LINE, inner, self.lines[1:], bold=bold)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Group:
    """What is drawn together: cards on the left, at most one placard on the right."""

    left: tuple[_Box, ...]
    right: _Box | None

    @property
    def height(self) -> float:
        return max(_stack(self.left), self.right.height if self.right else 0.0)


def _groups(words: Words, chain: Chain, page: Page) -> Iterator[_Group]:
    width = page.width * (1 - _ARROWS) / 2
    for link in chain.links:
        right = _box(words, link.statement, width)
        many = len(link.founded_on) > _MANY
        boxes = [_box(words, one, width, short=many) for one in link.founded_on]
        yield from (_Group(left=left, right=right) for left in _fitting(boxes, page.height_max))
    alone = [_box(words, one, width, short=len(chain.unused) > _MANY) for one in chain.unused]
    if alone:
        yield from (_Group(left=left, right=None) for left in _fitting(alone, page.height_max))


def _box(words: Words, one: StatementEntry, width: float, *, short: bool = False) -> _Box:
    said = in_few_words(one.title or one.text) or words.text("pas encore formulé")
    bold = one.kind is Kind.REVENDICATION
    lines = lines_of(said, width - 2 * _PAD, 15.0, 1 if short else _LINES_MAX, bold=bold)
    return _Box(kind=one.kind, lines=(one.reference, *lines), width=width)


def _fitting(boxes: Sequence[_Box], height_max: float) -> list[tuple[_Box, ...]]:
    """In stacks that a page can hold; one empty stack for none."""
    stacks: list[tuple[_Box, ...]] = [()]
    for one in boxes:
        if stacks[-1] and _stack((*stacks[-1], one)) > height_max:
            stacks.append(())
        stacks[-1] = (*stacks[-1], one)
    return stacks


def _stack(boxes: Sequence[_Box]) -> float:
    return sum(one.height for one in boxes) + _APART * max(0, len(boxes) - 1)


def _sheets(groups: Sequence[_Group], page: Page) -> list[tuple[float, list[str]]]:
    """The height of each sheet, and what is drawn there."""
    sheets: list[tuple[float, list[str]]] = []
    for group in groups:
        y = sheets[-1][0] + _GROUPS_APART if sheets else 0.0
        if not sheets or y + group.height > page.height_max:
            sheets.append((0.0, []))
            y = 0.0
        pieces = sheets[-1][1]
        pieces.extend(_drawn(group, y, page))
        sheets[-1] = (y + group.height, pieces)
    return sheets


def _drawn(group: _Group, y: float, page: Page) -> Iterator[str]:
    top = y
    middles = []
    for one in group.left:
        yield from one.at(0, top)
        middles.append((one.width, top + one.height / 2))
        top += one.height + _APART
    if group.right is None:
        return
    x = page.width - group.right.width
    middle = y + group.height / 2
    yield from group.right.at(x, middle - group.right.height / 2)
    for left, from_y in middles:
        yield from _arrow(left + 2, from_y, x - 3, middle)


def _arrow(x: float, y: float, to_x: float, to_y: float) -> Iterator[str]:
    bend = (to_x - x) / 2
    yield path(f"M{at(x, y)} C{at(x + bend, y, to_x - bend, to_y, to_x - 8, to_y)}", _THIN)
    yield path(f"M{at(to_x, to_y)} l-11 -5 v10 Z", f'fill="{INK}"')
