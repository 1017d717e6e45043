"""The document as Markdown: what is printed, mailed, put online, read as it is.

CommonMark with tables, and a front matter for Pandoc. There is no raw HTML:
anchors are the identifiers that headings get by themselves (`#### DS-C1` is
reached by `#ds-c1`). With Pandoc the title stands both in the front matter and
as the only heading of level 1: `--shift-heading-level-by=-1` makes them one.
"""

from collections.abc import Callable, Mapping

from atelier.cahier.document import Document
from atelier.cahier.pages import block, chapter, closing, numbers, opening
from atelier.cahier.pages.marks import Blocks, Pen
from atelier.cahier.pictures.ink import PRINTED, Page
from atelier.cahier.words import Words
from atelier.domain import outline


def render(document: Document, words: Words, page: Page = PRINTED) -> str:
    """The whole cahier; the same document in the same language gives the same text.

    `page`: for which its pictures are drawn, since there are more of them where it is small.
    """
    return "\n\n".join(_blocks(Pen(words=words, document=document, page=page))) + "\n"


_PAGES: Mapping[str, Callable[[Pen], Blocks]] = {
    "foreword": opening.foreword,
    "how_to_read": opening.how_to_read,
    "day": opening.day,
    "overview": numbers.overview,
    "synthesis": closing.synthesis,
    "next": closing.what_comes_next,
    "annex:cards": closing.cards,
    "annex:method": closing.method,
    "annex:organisations": closing.organisations,
    "annex:glossary": closing.glossary,
    "annex:credits": closing.credits_and_changes,
}


def _blocks(pen: Pen) -> Blocks:
    yield opening.front_matter(pen.words, pen.document.cover)
    yield from opening.cover(pen)
    chapters = {one.part: one for one in pen.document.chapters}
    blocks = {outline.of_block(block_id): one for block_id, one in pen.document.blocks.items()}
    for name in pen.document.order:
        if name in chapters:
            yield from chapter.chapter(pen, chapters[name])
        elif name in blocks:
            yield from block.block(pen, blocks[name])
        else:
            yield from _PAGES[name](pen)
