"""`cahier.html`: the Markdown of the cahier, laid out. One file that fetches nothing and runs nothing.

On paper, the margins hold the chapter and the number of the page, in browsers
that know page margins. The table of contents has page numbers where the
program that prints can tell them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import groupby
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from atelier.cahier.compose import compose
from atelier.cahier.document import Cover
from atelier.cahier.words import Words
from atelier.domain.state import Convention
from atelier.exchange.html_body import Part, body

_FOLDER = Path(__file__).parent / "templates"

STYLE = _FOLDER / "cahier.css"
"""How it looks, on paper and on a screen."""


class Paper(StrEnum):
    """The size of the pages."""

    A4 = "A4"
    A5 = "A5"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What begins on a page of its own; `name` is the anchor of its first heading, none for the cover."""

    name: str
    html: Markup


def cahier_html(state: Convention, words: Words, paper: Paper = Paper.A4) -> bytes:
    """The same state, language and paper give the same bytes."""
    document = compose(state)
    cover, *parts = body(document, words)
    runs = _runs(parts)
    page = _template("cahier.html").render(
        _=words.text,
        document=document,
        paper=paper,
        style=Markup(STYLE.read_text(encoding="utf-8")),  # noqa: S704 - ours
        heads=_heads(document.cover, runs, words),
        cover=cover,
        parts=parts,
        runs=runs,
    )
    return page.encode()


def sheets(words: Words, parts: Sequence[Part]) -> tuple[Sheet, ...]:
    """The same, sheet by sheet, of what `body` made of the document."""
    cover, *rest = parts
    contents = Markup(_template("contents.html").render(_=words.text, parts=rest))  # noqa: S704 - escaped
    runs = (Sheet(name=run[0].id, html=Markup("\n").join(part.html for part in run)) for run in _runs(rest))
    return (Sheet(name="", html=cover.html), Sheet(name="contents", html=contents), *runs)


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _template(file: str) -> Template:
    return _environment().get_template(file)


def _runs(parts: Sequence[Part]) -> list[list[Part]]:
    """What follows on the same page: each chapter begins its own, the other parts stay together."""
    return [list(run) for _, run in groupby(parts, key=lambda part: part.id if part.chapter else None)]


def _heads(cover: Cover, runs: Sequence[Sequence[Part]], words: Words) -> Markup:
    """What stands under the pages of each run: a page with a name of its own may have margins of its own."""
    cahier = words.text("Cahier n° {number}", number=cover.number) if cover.number else ""
    rules = []
    for place, run in enumerate(runs, start=1):
        title = run[0].title.unescape() if run[0].chapter else cover.title
        said = _string(" — ".join(filter(None, (cahier, title))))
        rules.append(f"#run-{place}{{page:run-{place}}}@page run-{place}{{@bottom-left{{content:{said}}}}}")
    return Markup("\n".join(rules))  # noqa: S704 - `_string` leaves neither quotes nor tags


def _string(text: str) -> str:
    """A string of CSS, in which nothing but letters, digits and spaces stands for itself."""
    return '"' + "".join(one if one.isalnum() or one == " " else f"\\{ord(one):x} " for one in text) + '"'
