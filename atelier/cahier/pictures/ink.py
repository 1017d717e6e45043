"""Our own SVG: boxes, bars, arrows and words, in black and white first, with colours that may be lost."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from atelier.cahier.pictures.letters import leftwards

SIZE = 15.0
LINE = 20.0
INK = "#1c1a17"
GREY = "#57514a"
_FAMILY = "system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans','DejaVu Sans',sans-serif"
_NAMES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """How wide a picture is, and how tall before another one goes on. Letters keep their size."""

    width: float
    height_max: float


PRINTED = Page(width=620, height_max=760)
HANDHELD = Page(width=320, height_max=900)
PROJECTED = Page(width=920, height_max=420)
_EDGE = 3.0  # for strokes to be whole


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """`name` is that of its file; `says` is the picture in words, for who does not see it."""

    name: str
    title: str
    says: str
    svg: str

    @property
    def address(self) -> str:
        """Beside the Markdown."""
        return f"pictures/{self.name}.svg"


def safe(text: str) -> str:
    """As it stands in SVG, and in HTML."""
    return re.sub('[&<>"]', lambda found: _NAMES[found[0]], text)


def picture(name: str, title: str, says: str, page: Page, height: float, pieces: Iterable[str]) -> Picture:
    """On white, so that it can be read whatever it is laid on."""
    says = f"{title}. {says}"
    wide, tall = _n(page.width + 2 * _EDGE), _n(height + 2 * _EDGE)
    size = f'viewBox="-{_n(_EDGE)} -{_n(_EDGE)} {wide} {tall}" width="{wide}" height="{tall}"'
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" aria-label="{safe(says)}"'
        f' font-family="{_FAMILY}" font-size="{_n(SIZE)}" fill="{INK}">'
    )
    back = f'<rect x="-{_n(_EDGE)}" y="-{_n(_EDGE)}" width="{wide}" height="{tall}" fill="#fff"/>'
    return Picture(name=name, title=title, says=says, svg="\n".join([head, back, *pieces, "</svg>\n"]))


def words(
    x: float,
    y: float,
    text: str,
    *,
    bold: bool = False,
    size: float = SIZE,
    end: bool = False,
    grey: bool = False,
) -> str:
    """One line; `y` is where its letters stand. `end`: it ends at `x`."""
    look = ' font-weight="700"' if bold else ""
    look += f' font-size="{_n(size)}"' if size != SIZE else ""
    look += f' fill="{GREY}"' if grey else ""
    backwards = leftwards(text)
    if backwards:
        look += ' direction="rtl"'
    anchor = ' text-anchor="end"' if end is not backwards else ""
    return f'<text x="{_n(x)}" y="{_n(y)}"{look}{anchor}>{safe(text)}</text>'


def paragraph(x: float, y: float, width: float, lines: Sequence[str], *, bold: bool = False) -> list[str]:
    """Several lines; `y` is the top of the first. What reads from right to left stands on the right."""
    first = y + LINE * 0.76
    from_right = any(map(leftwards, lines))
    return [
        words(x + width if from_right else x, first + LINE * place, line, bold=bold, end=from_right)
        for place, line in enumerate(lines)
    ]


def box(x: float, y: float, width: float, height: float, look: str) -> str:
    """`look`: attributes of ours."""
    return f'<rect x="{_n(x)}" y="{_n(y)}" width="{_n(width)}" height="{_n(height)}" {look}/>'


def path(drawn: str, look: str) -> str:
    """`drawn`: the `d` of a path."""
    return f'<path d="{drawn}" {look}/>'


def at(*numbers: float) -> str:
    """Coordinates, for a path."""
    return " ".join(map(_n, numbers))


def _n(number: float) -> str:
    """The same digits on every machine."""
    return f"{number:.1f}".removesuffix(".0")
