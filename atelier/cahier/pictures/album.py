"""All the pictures of a document."""

from collections.abc import Iterator

from atelier.cahier.document import Document
from atelier.cahier.pages.marks import Pen
from atelier.cahier.pictures.bars import draw_dots, draw_ledger
from atelier.cahier.pictures.chain import draw_chain
from atelier.cahier.pictures.flow import draw_flow
from atelier.cahier.pictures.ink import PRINTED, Page, Picture
from atelier.cahier.words import Words


def album(document: Document, words: Words, page: Page = PRINTED) -> tuple[Picture, ...]:
    """In the order of the document; the same document in the same language gives the same bytes."""
    return tuple(_pictures(Pen(words=words, document=document, page=page)))


def _pictures(pen: Pen) -> Iterator[Picture]:
    document = pen.document
    yield from draw_ledger(pen)
    for place, (name, priorities) in enumerate(document.overview.priorities, start=1):
        yield from draw_dots(pen, place, name, priorities)
    for chapter in document.chapters:
        yield from draw_chain(pen, chapter)
    yield from draw_flow(pen)
