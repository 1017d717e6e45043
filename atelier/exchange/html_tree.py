"""What the style sheets need and Markdown does not say: parts, statements, cards, directions, languages."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element, SubElement

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import STX

from atelier.cahier.document import Document
from atelier.cahier.entries import CardEntry
from atelier.cahier.pages.marks import Pen, slug
from atelier.cahier.words import Words

_AFTER_TOC = 1
_OF_ITS_OWN_DIRECTION = frozenset({"p", "li", "blockquote", "td", "th", "h1", "h2", "h3", "h4"})
_REFERENCE = re.compile(r"[a-z]{2,3}-([crpq])[0-9]+")
_KINDS = {"c": "constat", "r": "revendication", "p": "piste", "q": "question"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """By the anchor of their heading: the chapters, the statements, the cards. The pictures that are ours."""

    chapters: Collection[str]
    cards: Mapping[str, CardEntry]
    statements: Collection[str]
    pictures: Collection[str]

    @classmethod
    def of(cls, document: Document, words: Words, pictures: Collection[str]) -> "Shape":
        """Found in the document, named as the Markdown names them."""
        pen = Pen(words=words, document=document)
        return cls(
            chapters={_anchor(pen.chapter_title(one.name)) for one in document.chapters},
            cards={slug(pen.card_title(card.number)): card for card in document.cards},
            statements={slug(reference) for reference in document.references},
            pictures=pictures,
        )


class Shaping(Extension):
    """After all the others, once every heading has its anchor."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self._shape = shape

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown names it
        """Called by Python-Markdown."""
        md.treeprocessors.register(_Shaper(md, self._shape), "shaping", _AFTER_TOC)


class _Shaper(Treeprocessor):
    def __init__(self, md: Markdown, shape: Shape) -> None:
        super().__init__(md)
        self._shape = shape

    def run(self, root: Element) -> None:
        anchors = {f"#{one.get('id')}" for one in root.iter() if one.get("id")}
        for one in list(root.iter()):
            if one.tag == "img" and one.get("src") not in self._shape.pictures:
                _as_words(one)
            elif one.tag == "a":
                _leads(one, anchors)
            elif one.tag in _OF_ITS_OWN_DIRECTION:
                one.set("dir", "auto")
        for quotation in root.iter("blockquote"):
            for one in quotation.iter():
                if one is not quotation:
                    one.attrib.pop("dir", None)
        root[:] = list(self._sections(self._gathered(list(root))))

    def _gathered(self, blocks: list[Element]) -> Iterator[Element]:
        """A statement or a card with all that is said of it, up to a rule or the next heading."""
        holder: Element | None = None
        for block in blocks:
            if block.tag in ("h1", "h2", "h3", "h4", "hr"):
                holder = None
                around = self._around(block)
                if around is not None:
                    around.append(block)
                    holder = SubElement(around, "div", {"class": "said"})
                yield block if around is None else around
            elif holder is None:
                yield block
            else:
                _led_by(holder, block)
                holder.append(block)
                self._speaks(around, block)

    def _around(self, heading: Element) -> Element | None:
        anchor = heading.get("id", "")
        if heading.tag != "h4":
            return None
        if anchor in self._shape.cards:
            return Element("article", {"class": "card"})
        kind = _REFERENCE.fullmatch(anchor)
        if kind and anchor in self._shape.statements:
            return Element("article", {"class": f"statement {_KINDS[kind[1]]}"})
        return None

    def _speaks(self, around: Element | None, block: Element) -> None:
        """The words of a card, then its translations, each in its language."""
        if around is None or block.tag != "blockquote":
            return
        card = self._shape.cards.get(around[0].get("id", ""))
        if card is None or card.withheld is not None:
            return
        langs = [card.lang, *(one.lang for one in card.translations)]
        place = sum(one.tag == "blockquote" for one in around[1]) - 1
        if place < len(langs) and langs[place]:
            block.set("lang", langs[place])

    def _sections(self, blocks: Iterator[Element]) -> Iterator[Element]:
        section: Element | None = None
        for block in blocks:
            if section is None or block.tag == "h2":
                chapter = " chapter" if block.get("id") in self._shape.chapters else ""
                kind = f"part{chapter}" if block.tag == "h2" else "cover"
                section = Element("section", {"class": kind})
                yield section
            section.append(block)


def _led_by(holder: Element, block: Element) -> None:
    """What must stay with what follows it, when a page ends: a title, the words that bring a quotation."""
    last = holder[-1] if len(holder) else None
    if last is None or last.tag != "p":
        return
    if block.tag == "blockquote":
        last.set("class", "leading")
    elif len(holder) == 1 and [one.tag for one in last] == ["strong"] and not (last.text or last[0].tail):
        last.set("class", "title")


def _anchor(title: str) -> str:
    """Python-Markdown takes every space for an ordinary one."""
    return slug(" ".join(title.split()))


def _leads(link: Element, anchors: Collection[str]) -> None:
    """Into this document or out of it; a link to nowhere is only its words."""
    where = link.get("href", "")
    if where in anchors:
        return
    if where.startswith(STX) or urlsplit(where).scheme:  # Python-Markdown hides addresses of e-mail in codes
        link.set("rel", "noreferrer")
        return
    link.attrib.clear()
    link.tag = "span"


def _as_words(image: Element) -> None:
    """A picture from elsewhere is never fetched: its words stand for it."""
    words, rest = image.get("alt", ""), image.tail
    image.clear()
    image.tag, image.text, image.tail = "span", words, rest
