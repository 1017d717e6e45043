"""The Markdown of the cahier as safe HTML, in parts: the cover, then one for each title of level 2."""

import re
from dataclasses import dataclass
from functools import partial

import markdown
import nh3
from markdown.extensions.tables import TableExtension
from markdown.extensions.toc import TocExtension
from markupsafe import Markup

from atelier.cahier.document import Document
from atelier.cahier.markdown import render
from atelier.cahier.pages.marks import slug
from atelier.cahier.pictures.album import album
from atelier.cahier.pictures.ink import PRINTED, Page
from atelier.cahier.words import Words
from atelier.exchange.html_tree import Shape, Shaping

_TEXT = {"a", "blockquote", "br", "code", "em", "hr", "img", "li", "ol", "p", "pre", "span", "strong", "ul"}
_TAGS = _TEXT | {"article", "div", "h1", "h2", "h3", "h4", "section"}
_TAGS |= {"table", "tbody", "td", "th", "thead", "tr"}
_ATTRIBUTES = {
    "*": {"id", "class", "dir", "lang"},
    "a": {"href", "rel"},
    "img": {"src", "alt"},
    "ol": {"start"},
    "td": {"align"},
    "th": {"align"},
}
_SCHEMES = {"http", "https", "mailto"}
_PART = re.compile(r"(?=<section )")
_IMAGE = re.compile(r'<img alt="[^"]*" src="([^"]*)">|<img src="([^"]*)" alt="[^"]*">')


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """`id` and `title` are those of its heading, the convention's for the cover. `chapter`: a theme's."""

    id: str
    title: Markup
    chapter: bool
    html: Markup


def _clean(html: str) -> str:
    return nh3.clean(html, tags=_TAGS, attributes=_ATTRIBUTES, url_schemes=_SCHEMES, link_rel=None)


def body(document: Document, words: Words, page: Page = PRINTED) -> tuple[Part, ...]:
    """The whole cahier, its pictures in their places, drawn for such a page."""
    drawn = {one.address: one.svg for one in album(document, words, page)}
    made = markdown.Markdown(
        output_format="html",
        extensions=[
            TableExtension(use_align_attribute=True),
            TocExtension(slugify=lambda title, _: slug(title)),
            Shaping(Shape.of(document, words, drawn)),
        ],
    )
    text = render(document, words, page).split("\n---\n", 1)[1]
    # Part by part: while it cleans nothing else runs, and somebody may be sending a card.
    sections = [_clean(one) for one in _PART.split(made.convert(text)) if one.startswith("<section ")]
    titles = [one for one in made.toc_tokens for one in (one, *one["children"])]  # type: ignore[attr-defined]
    heads = [one for one in titles if one["level"] <= 2]
    inline = partial(_IMAGE.sub, lambda found: drawn[found[1] or found[2]])
    return tuple(
        Part(
            id=head["id"],
            title=Markup(head["name"]),  # noqa: S704 - Python-Markdown escaped it
            chapter=section.startswith('<section class="part chapter">'),
            html=Markup(inline(section)),  # noqa: S704 - nh3 cleaned it
        )
        for head, section in zip(heads, sections, strict=True)
    )
