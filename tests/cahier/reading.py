"""What parsers see in our Markdown, told alike for all of them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from html.parser import HTMLParser

import markdown
from markdown_it import MarkdownIt

_VOID = frozenset({"br", "hr", "img"})
_COMMONMARK = MarkdownIt("commonmark").enable("table")
_GITHUB = MarkdownIt("gfm-like", {"linkify": False})


def _python_markdown(source: str) -> str:
    return markdown.markdown(source, extensions=["tables", "toc"])


def _python_markdown_extra(source: str) -> str:
    """Closest to what Pandoc adds: definitions, footnotes, attributes, abbreviations, fences."""
    return markdown.markdown(source, extensions=["extra", "toc", "sane_lists"])


PARSERS: dict[str, Callable[[str], str]] = {
    "commonmark": _COMMONMARK.render,
    "github": _GITHUB.render,
    "python-markdown": _python_markdown,
    "python-markdown-extra": _python_markdown_extra,
}


@dataclass
class Seen:
    """`blocks`: where a text stands (`blockquote p`), and the text, a hard break as a newline."""

    blocks: list[tuple[str, str]] = field(default_factory=list)
    headings: list[tuple[int, str]] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)
    tags: set[str] = field(default_factory=set)

    def texts(self, place: str) -> list[str]:
        return [text for where, text in self.blocks if where == place]


def read(parse: Callable[[str], str], source: str) -> Seen:
    reader = _Reader()
    reader.feed(parse(source))
    reader.close()
    return reader.seen


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.seen = Seen()
        self._open: list[str] = []
        self._said: list[str] = []
        self._links: list[tuple[str, int]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.tags.add(tag)
        if tag == "br":
            self._said.append("\n")
        elif tag == "a":
            self._links.append((dict(attrs).get("href") or "", len(self._said)))
        elif tag not in _VOID and tag not in ("strong", "em", "code"):
            self._close()
            self._open.append(tag)

    def handle_data(self, data: str) -> None:
        after_break = bool(self._said) and self._said[-1] == "\n" and data.startswith("\n")
        self._said.append(data[1:] if after_break else data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            href, start = self._links.pop()
            self.seen.links.append((href, "".join(self._said[start:])))
        elif self._open and tag == self._open[-1]:
            self._close()
            self._open.pop()

    def _close(self) -> None:
        text, self._said = "".join(self._said), []
        where = " ".join(one for one in self._open if one not in ("table", "thead", "tbody", "tr"))
        if text.strip("\n"):
            self.seen.blocks.append((where, text.strip("\n")))
            if where[:1] == "h" and where[1:].isdigit():
                self.seen.headings.append((int(where[1:]), text))
