"""The printed cahier, read back: its headings, what stands under each, where its links lead."""

import re
from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from markdown_it.token import Token

_BREAKS = {"softbreak": "\n", "hardbreak": "\n"}
_NOT_A_WORD = re.compile(r"[^\w\- ]")


@dataclass(slots=True)
class Part:
    """What stands between a heading and the next: quotations, paragraphs, lines of lists, rows of tables."""

    title: str
    level: int
    quotes: list[str] = field(default_factory=list)
    paragraphs: list[str] = field(default_factory=list)
    bullets: list[str] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    images: list[str] = field(default_factory=list)


class Printed:
    """A cahier in Markdown, as any reader of Markdown takes it."""

    def __init__(self, markdown: str) -> None:
        _, front, body = markdown.split("---\n", 2)
        self.front = front
        self.parts: list[Part] = []
        self.markup: set[str] = set()
        self._read(MarkdownIt("commonmark").enable("table").enable("strikethrough").parse(body))

    def named(self, title: str) -> Part:
        (found,) = [part for part in self.parts if part.title == title]
        return found

    def titles(self, level: int) -> list[str]:
        return [part.title for part in self.parts if part.level == level]

    def anchors(self) -> set[str]:
        """What headings are reached by: GitHub's and Pandoc's own identifiers."""
        return {_NOT_A_WORD.sub("", part.title.lower()).replace(" ", "-") for part in self.parts}

    def _read(self, tokens: list[Token]) -> None:
        within: list[str] = []
        for token in tokens:
            if token.nesting == 1:
                within.append(token.type.removesuffix("_open"))
                self._open(token)
            elif token.nesting == -1:
                within.pop()
            elif token.type == "inline":
                self._put(within, token)
            else:
                self.markup.add(token.type)

    def _open(self, token: Token) -> None:
        if token.type == "heading_open":
            self.parts.append(Part("", int(token.tag[1])))
        elif token.type == "blockquote_open":
            self.parts[-1].quotes.append("")
        elif token.type == "tr_open":
            self.parts[-1].rows.append([])

    def _put(self, within: list[str], token: Token) -> None:
        text, part = self._text(token), self.parts[-1]
        if "heading" in within:
            part.title += text
        elif "blockquote" in within:
            part.quotes[-1] += ("\n\n" if part.quotes[-1] else "") + text
        elif "tr" in within:
            part.rows[-1].append(text)
        elif "list_item" in within:
            part.bullets.append(text)
        else:
            part.paragraphs.append(text)

    def _text(self, token: Token) -> str:
        text = ""
        for child in token.children or []:
            if child.type == "link_open":
                self.parts[-1].links.append(str(child.attrs["href"]))
            elif child.type == "image":
                self.parts[-1].images.append(str(child.attrs["src"]))
            elif child.type not in {"text", "text_special", "link_close", *_BREAKS}:
                self.markup.add(child.type)
            text += _BREAKS.get(child.type, child.content if child.nesting == 0 else "")
        return text


def plain(text: str) -> str:
    """With ordinary spaces, to compare sentences."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")
