"""The document as Markdown: what is printed, mailed, put online, read as it is.

CommonMark with tables, and a front matter for Pandoc. There is no raw HTML:
anchors are the identifiers that headings get by themselves (`#### DS-C1` is
reached by `#ds-c1`). With Pandoc the title stands both in the front matter and
as the only heading of level 1: `--shift-heading-level-by=-1` makes them one.
"""

from atelier.cahier.document import Document
from atelier.cahier.pages import chapter, closing, numbers, opening
from atelier.cahier.pages.marks import Blocks, Pen
from atelier.cahier.words import Words


def render(document: Document, words: Words) -> str:
    """The whole cahier; the same document in the same language gives the same text."""
    return "\n\n".join(_blocks(Pen(words=words, document=document))) + "\n"


def _blocks(pen: Pen) -> Blocks:
    yield opening.front_matter(pen.words, pen.document.cover)
    yield from opening.cover(pen)
    yield from opening.foreword(pen)
    yield from opening.how_to_read(pen)
    yield from opening.day(pen)
    yield from numbers.overview(pen)
    for one in pen.document.chapters:
        yield from chapter.chapter(pen, one)
    yield from closing.synthesis(pen)
    yield from closing.what_comes_next(pen)
    yield from closing.cards(pen)
    yield from closing.method(pen)
    yield from closing.organisations(pen)
    yield from closing.glossary(pen)
    yield from closing.credits_and_changes(pen)
