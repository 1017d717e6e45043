"""The small pieces that every page is made of."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from atelier.cahier import titles
from atelier.cahier.document import Document, Prose
from atelier.cahier.entries import CardEntry
from atelier.cahier.escape import escape_heading, escape_inline, escape_text, quoted
from atelier.cahier.naming import Name, Pointer
from atelier.cahier.pictures.ink import PRINTED, Page
from atelier.cahier.prose import tamed
from atelier.cahier.words import Words
from atelier.domain.references import written
from atelier.domain.words import CardNumber, Reference

Blocks = Iterator[str]

RULE = "* * *"
"""Before what speaks of the whole, not of what stands just above."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pen:
    """What every page needs: the language, which references can be followed, how wide pictures are."""

    words: Words
    document: Document
    page: Page = PRINTED

    def prose(self, *texts: Prose) -> Blocks:
        """The secretary's Markdown, in its place."""
        for text in texts:
            if text:
                yield tamed(text, self.document.references, to_statement)

    def card_title(self, number: CardNumber) -> str:
        """The heading of a card, from which its anchor follows."""
        return self.words.text("Carte {number}", number=written(number))

    def to_card(self, number: CardNumber) -> str:
        """A link to the card in the annex: `[41](#carte-41)`."""
        return f"[{written(number)}](#{slug(self.card_title(number))})"

    def name(self, name: Name) -> str:
        """A chapter's name as it was typed, or the titles of its themes: « Travail, Agriculture »."""
        return titles.of_name(self.words, name)

    def chapter_title(self, name: Name) -> str:
        """The heading of a chapter: « Droits sociaux (DS) »."""
        return titles.of_chapter(self.words, name)

    def language(self, tag: str) -> str:
        """« arabe »."""
        return escape_inline(self.words.language(tag))


def slug(heading: str) -> str:
    """The identifier that GitHub, Pandoc and Python-Markdown all give to a plain heading by themselves."""
    kept = "".join(char for char in heading.lower() if char.isalnum() or char in " _-")
    return kept.strip().replace(" ", "-")


def to_statement(reference: Reference) -> str:
    """A link to the statement: `[DS-C1](#ds-c1)`."""
    return f"[{reference}](#{slug(reference)})"


def to_statements(references: Iterable[Reference]) -> str:
    """Several links."""
    return ", ".join(map(to_statement, references))


def to_all(pointer: Pointer) -> str:
    """The statement and those that say the same: `[DS-R4](#ds-r4) · [TR-R2](#tr-r2)`."""
    return " · ".join(map(to_statement, (pointer.reference, *pointer.also)))


def heading(level: int, title: str) -> str:
    """`title` is text."""
    return f"{'#' * level} {escape_heading(title)}"


def bullets(items: Iterable[str]) -> Blocks:
    """A list, or nothing."""
    listed = "\n".join(f"- {item}" for item in items)
    if listed:
        yield listed


def quotation(text: str) -> str:
    """What somebody wrote."""
    return quoted(escape_text(text))


def table(head: Sequence[str], rows: Iterable[Sequence[str]], *, words: int) -> str:
    """The `words` first columns hold words, the others numbers. Cells are Markdown."""
    rule = ["---" if column < words else "---:" for column in range(len(head))]
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, rule, *rows))


def spoken(pen: Pen, card: CardEntry) -> Blocks:
    """The words of a card, then what people made of them in other languages."""
    yield quotation(card.text)
    for translation in card.translations:
        language = pen.language(translation.lang)
        yield pen.words.text("Traduction ({language}) :", language=language)
        yield quotation(translation.text)
