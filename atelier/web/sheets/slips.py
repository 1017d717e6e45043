"""How large a card is printed, and how printed cards share sheets. Only shapes and numbers."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from textwrap import wrap

from atelier.domain.card import Card
from atelier.domain.text import graphemes
from atelier.domain.words import Kind


class Paper(StrEnum):
    """What a card takes of an A4: a quarter, a half, all of it, or several."""

    A6 = "a6"
    A5 = "a5"
    A4 = "a4"
    PAGES = "pages"


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """Letters so large that this many stand in a line, and this many lines on the paper.

    Counted for the width of Noto Sans, and a line less than there is for wider fonts.
    """

    paper: Paper
    points: int
    columns: int
    lines: int


SIZES = (
    Size(paper=Paper.A6, points=28, columns=15, lines=7),
    Size(paper=Paper.A6, points=22, columns=19, lines=9),
    Size(paper=Paper.A6, points=18, columns=23, lines=11),
    Size(paper=Paper.A6, points=15, columns=27, lines=14),
    Size(paper=Paper.A5, points=18, columns=52, lines=11),
    Size(paper=Paper.A5, points=15, columns=63, lines=14),
    Size(paper=Paper.A4, points=18, columns=52, lines=30),
    Size(paper=Paper.A4, points=15, columns=63, lines=36),
)
"""From the best to the least good."""

SEVERAL = Size(paper=Paper.PAGES, points=15, columns=63, lines=0)
"""For a card with many translations: as many pages as they need."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """A card and its size."""

    card: Card
    size: Size

    @property
    def beside(self) -> bool:
        """There is room for the one translation at the side of the text."""
        return _is_beside(self.card, self.size)


def slip_of(card: Card) -> Slip:
    """The largest letters that leave nothing out."""
    length = sum(len(text) for text in (card.text, *(one.text for one in card.translations)))
    enough = (size for size in SIZES if length <= size.columns * size.lines)
    return Slip(card=card, size=next((size for size in enough if _lines(card, size) <= size.lines), SEVERAL))


def _is_beside(card: Card, size: Size) -> bool:
    return size.paper in (Paper.A5, Paper.A4) and len(card.translations) == 1


def _lines(card: Card, size: Size) -> int:
    """How many lines the texts take; one more for the label of each translation."""
    texts = [card.text, *(one.text for one in card.translations)]
    columns = size.columns
    if card.kind is Kind.REVENDICATION:
        columns -= columns // 8  # bold letters are wider
    if _is_beside(card, size):
        return max(_lines_of(text, columns // 2 - 2) for text in texts) + 1
    return sum(_lines_of(text, columns) for text in texts) + len(texts) - 1


def _lines_of(text: str, columns: int) -> int:
    if any(unicodedata.east_asian_width(char) in "WF" for char in text):
        return sum(max(1, -(-2 * graphemes(line) // columns)) for line in text.split("\n"))
    columns = columns * 2 // 3 if _mostly_capitals(text) else columns
    return sum(_wrapped(line, columns) for line in text.split("\n"))


def _wrapped(line: str, columns: int) -> int:
    return max(1, len(wrap(line, columns)))


def _mostly_capitals(text: str) -> bool:
    return 2 * sum(char.isupper() for char in text) > graphemes(text)


def on_sheets(slips: Iterable[Slip]) -> list[list[Slip]]:
    """One list for each A4, in order but for the small ones that fill up what larger ones leave."""
    sheets: list[list[Slip]] = []
    half: list[Slip] = []
    rows: list[list[Slip]] = []
    for slip in slips:
        match slip.size.paper:
            case Paper.A6:
                half.append(slip)
                if len(half) == 2:
                    rows.append(half)
                    half = []
            case Paper.A5:
                rows.append([slip])
            case Paper.A4 | Paper.PAGES:
                sheets.append([slip])
        if len(rows) == 2:
            sheets.append([*rows[0], *rows[1]])
            rows = []
    left = [one for row in (*rows, half) for one in row]
    return [*sheets, left] if left else sheets
