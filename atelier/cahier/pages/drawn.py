"""The pictures, and their twins in words: nothing is said by a picture alone."""

from atelier.cahier import vocabulary
from atelier.cahier.document import Chapter
from atelier.cahier.escape import escape_inline
from atelier.cahier.overview import Slice
from atelier.cahier.pages.marks import Blocks, Pen, heading, table, to_statement, to_statements
from atelier.cahier.pictures.chain import chain_of, draw_chain
from atelier.cahier.pictures.flow import clock, draw_flow
from atelier.cahier.pictures.ink import Picture
from atelier.domain.words import Channel


def images(pictures: tuple[Picture, ...]) -> Blocks:
    """Each in a paragraph of its own; the files stand beside the Markdown."""
    for one in pictures:
        yield f"![{escape_inline(one.says)}]({one.address})"


def chain(pen: Pen, chapter: Chapter) -> Blocks:
    """What is founded on what."""
    found = chain_of(pen.document, chapter)
    if found is None:
        return
    words = pen.words
    yield heading(3, words.text("D’où viennent les demandes"))
    yield from images(draw_chain(pen, chapter))
    head = [words.text("Ce que nous demandons"), words.text("Sur quoi cela se fonde")]
    yield table(
        head,
        [
            [
                to_statement(link.statement.reference),
                to_statements(one.reference for one in link.founded_on) or "–",
            ]
            for link in found.links
        ],
        words=2,
    )
    if found.unused:
        yield words.text(
            "Rien ne se fonde encore sur {references}.",
            references=to_statements(one.reference for one in found.unused),
        )


def flow(pen: Pen) -> Blocks:
    """How the cards came, in numbers too."""
    if not pen.document.flow:
        return
    words = pen.words
    yield heading(3, words.text("Les cartes au fil de la journée"))
    yield words.text(
        "Par quart d’heure, depuis la première carte. "
        "Une carte sur papier ou dite à voix haute compte au moment où elle a été recopiée."
    )
    yield from images(draw_flow(pen))
    channels = [one for one in Channel if any(one in slice_.came for slice_ in pen.document.flow)]
    titles = [vocabulary.by(words, one) for one in channels]
    head = [words.text("Depuis la première carte"), *titles, words.text("Ensemble")]
    yield table(head, [_row(pen, one, channels) for one in pen.document.flow], words=1)


def _row(pen: Pen, one: Slice, channels: list[Channel]) -> list[str]:
    start, end = clock(pen, one.start), clock(pen, one.start + 15)
    counts = [str(one.came.get(channel, 0)) for channel in channels]
    return [pen.words.text("de {start} à {end}", start=start, end=end), *counts, str(one.total)]
