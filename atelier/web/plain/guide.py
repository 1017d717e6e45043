"""The guide: Markdown of ours, filled with what the program knows, made into safe HTML once.

`{NAME}` is one of the facts; `[[Libellé]]` is written on a screen, said in the language of the reader
(`[[Carte n° {n}::n=41]]` where it holds something);
`![what matters](name.png "caption")` on a line of its own is a picture of a screen.
"""

import re
from dataclasses import dataclass
from functools import cache
from html import unescape
from pathlib import Path

import markdown
import nh3
from markupsafe import Markup, escape

from atelier.translations import Speech, speech
from atelier.translations.typography import well_set
from atelier.web.assets import serve_picture
from atelier.web.plain.guide_facts import facts

FOLDER = Path(__file__).parents[2] / "guide"
INDEX = "index"
PAGES = ("participant", "host", "facilitator", "secretary", "paper", "privacy")
"""In the order in which they are offered."""

_FACT = re.compile(r"\{([A-Z0-9_]+)\}")
_LABEL = re.compile(r"\[\[(.+?)\]\]")
_PICTURE = re.compile(r'<p><img alt="([^"]*)" src="([a-z0-9-]+\.png)" title="([^"]*)" ?/?></p>')
_SIZE = slice(16, 24)  # of a PNG: its width and its height, four bytes each

_TAGS = {
    *("h1", "h2", "h3", "p", "ul", "ol", "li", "strong", "em", "b", "code", "a", "blockquote"),
    *("table", "thead", "tbody", "tr", "th", "td", "figure", "figcaption", "img"),
}
_ATTRIBUTES = {
    "a": {"href"},
    "b": {"class"},
    "figure": {"class"},
    "h2": {"id"},
    "img": {"alt", "src", "width", "height", "loading"},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class GuidePage:
    """`contents`: the anchor and the words of each of its parts."""

    name: str
    title: str
    html: Markup
    contents: tuple[tuple[str, str], ...]

    @property
    def address(self) -> str:
        """Where it is read."""
        return "/help" if self.name == INDEX else f"/help/{self.name}"


def source(lang: str, name: str) -> str:
    """As it is written."""
    return (FOLDER / lang / f"{name}.md").read_text(encoding="utf-8")


@cache
def page(lang: str, name: str) -> GuidePage:
    """Ready to be read in that language."""
    said = speech(lang)
    title, _, body = source(said.lang, name).removeprefix("# ").partition("\n")
    reader = markdown.Markdown(extensions=["tables", "toc"], output_format="html")
    made = _with_pictures(reader.convert(_filled(body, said)), said)
    parts = tuple((one["id"], one["name"]) for one in reader.toc_tokens)  # type: ignore[attr-defined]
    safe = nh3.clean(made, tags=_TAGS, attributes=_ATTRIBUTES, url_schemes=set(), link_rel=None)
    return GuidePage(
        name=name,
        title=_set(title, said),
        html=Markup(safe),  # noqa: S704 - nh3 has just cleaned it
        contents=tuple((anchor, unescape(words)) for anchor, words in parts),
    )


def _filled(text: str, said: Speech) -> str:
    known = facts(said.lang)
    text = _LABEL.sub(lambda found: _pressed(found[1], said), text)
    return _set(_FACT.sub(lambda found: known[found[1]], text), said)


def _pressed(label: str, said: Speech) -> str:
    msgid, *values = label.split("::")
    words = said.text(msgid, **dict(one.split("=") for one in values))
    return f'<b class="press">{escape(words)}</b>'


def _set(text: str, said: Speech) -> str:
    return well_set(text) if said.lang == "fr" else text


def _with_pictures(made: str, said: Speech) -> str:
    def shown(found: re.Match[str]) -> str:
        alt, name, caption = found.groups()
        width, height, address = PICTURES[name]
        called = name.removesuffix(".png")
        return (
            f'<figure class="{called.partition("-")[0]} {called}">'
            f'<img alt="{alt}" src="{address}" width="{width}" height="{height}" loading="lazy">'
            f"<figcaption>{_set(caption, said)}</figcaption></figure>"
        )

    return _PICTURE.sub(shown, made)


def _size(path: Path) -> tuple[int, int]:
    sides = path.read_bytes()[_SIZE]
    return int.from_bytes(sides[:4]), int.from_bytes(sides[4:])


PICTURES = {path.name: (*_size(path), serve_picture(path)) for path in FOLDER.glob("pictures/*.png")}
"""Of each by its name: how wide, how high, where. Served from the start, for pages ask for them late."""
