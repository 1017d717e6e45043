"""Counts as bars. Channels are told apart by what fills them: plain, striped, dotted."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from atelier.cahier import vocabulary
from atelier.cahier.naming import Name
from atelier.cahier.overview import Priority
from atelier.cahier.pages.marks import Pen
from atelier.cahier.pictures.ink import INK, LINE, Page, Picture, box, paragraph, picture, words
from atelier.cahier.pictures.letters import lines_of, width_of
from atelier.domain.words import Channel

_BAR = 20.0
_APART = 14.0
_EDGE = f'stroke="{INK}" stroke-width="1.2"'


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """A part of a bar; `filling` is 0 for plain, 1 for striped, 2 for dotted, 3 for empty."""

    filling: int
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Words, and under them a bar with its number."""

    label: str
    shares: tuple[Share, ...]

    @property
    def total(self) -> int:
        """Of its shares."""
        return sum(share.number for share in self.shares)


def patterns(name: str) -> str:
    """What fills the bars of the picture of this name."""
    common = 'width="7" height="7" patternUnits="userSpaceOnUse"'
    return (
        f'<defs><pattern id="fill-{name}-1" {common}><rect width="7" height="7" fill="#fff"/>'
        f'<path d="M-1 1l2 -2M0 7l7 -7M6 8l2 -2" stroke="{INK}" stroke-width="2"/></pattern>'
        f'<pattern id="fill-{name}-2" {common}><rect width="7" height="7" fill="#fff"/>'
        f'<circle cx="3.5" cy="3.5" r="1.6" fill="{INK}"/></pattern></defs>'
    )


def filled(name: str, filling: int) -> str:
    """Attributes."""
    ink = {0: INK, 3: "#fff"}.get(filling, f"url(#fill-{name}-{filling})")
    return f'fill="{ink}" {_EDGE}'


def legend(name: str, y: float, entries: Sequence[tuple[int, str]], page: Page) -> tuple[float, list[str]]:
    """What each filling means: the height it takes, and how it is drawn."""
    x, pieces, bottom = 0.0, [], y + LINE
    for filling, said in entries:
        width = 26 + width_of(said, 15.0) + 22
        if x and x + width > page.width:
            x, y, bottom = 0.0, y + LINE + 4, bottom + LINE + 4
        pieces += [box(x + 1, y + 3, 17, 14, filled(name, filling)), words(x + 26, y + 15, said)]
        x += width
    return bottom, pieces


def filling_of(channel: Channel) -> int:
    """The same in every picture."""
    return list(Channel).index(channel)


def entries_of(pen: Pen, channels: Iterable[Channel]) -> list[tuple[int, str]]:
    """For the legend."""
    return [(filling_of(one), vocabulary.by(pen.words, one)) for one in channels]


def draw_dots(pen: Pen, place: int, name: Name, priorities: Sequence[Priority]) -> tuple[Picture, ...]:
    """What the dots of those who weighed together say; `place`: theirs among all."""
    said = pen.words
    rows = [
        Row(
            label=f"{one.pointer.reference} {one.pointer.words or said.text('pas encore formulé')}",
            shares=(
                Share(filling=0, number=one.tally.phones),
                Share(filling=1, number=one.tally.paper),
                Share(filling=2, number=one.tally.hands),
            ),
        )
        for one in priorities
    ]
    entries = [(0, said.text("téléphone")), (1, said.text("papier")), (2, said.text("mains levées"))]
    title = said.text("Les gommettes : {chapter}", chapter=pen.name(name))
    says = said.text("Dessin : les gommettes de chaque énoncé, par canal. Le tableau dit la même chose.")
    return _draw(f"dots-{place}", title, says, rows, entries, pen.page)


def draw_ledger(pen: Pen) -> tuple[Picture, ...]:
    """How the cards came, and what became of them."""
    seen, said = pen.document.overview.ledger, pen.words
    if not seen.received:
        return ()
    came = tuple(
        Share(filling=filling_of(channel), number=number) for channel, number in seen.channels.items()
    )
    rows = [
        Row(label=said.text("Cartes reçues"), shares=came),
        *(
            Row(label=vocabulary.became(said, fate), shares=(Share(filling=3, number=number),))
            for fate, number in seen.fates.items()
        ),
    ]
    entries = entries_of(pen, [channel for channel, number in seen.channels.items() if number])
    title = said.text("Ce que sont devenues les cartes")
    says = said.text(
        "Dessin : les cartes reçues, et ce qu’elles sont devenues. Le tableau dit la même chose."
    )
    return _draw("ledger", title, says, rows, entries, pen.page)


def _draw(
    name: str, title: str, says: str, rows: Sequence[Row], entries: Sequence[tuple[int, str]], page: Page
) -> tuple[Picture, ...]:
    """In as many pictures as it takes, all on the same scale, each with its legend."""
    most = max((row.total for row in rows), default=0)
    sheets: list[list[Row]] = [[]]
    height = 0.0
    for row in rows:
        tall = _height(row, page)
        if sheets[-1] and height + tall > page.height_max - 2 * LINE:
            sheets.append([])
            height = 0.0
        sheets[-1].append(row)
        height += tall
    many = len(sheets) > 1
    return tuple(
        _sheet(f"{name}-{place}" if many else name, title, says, sheet, entries, most, page)
        for place, sheet in enumerate(sheets, start=1)
        if sheet
    )


def _sheet(
    name: str,
    title: str,
    says: str,
    rows: Sequence[Row],
    entries: Sequence[tuple[int, str]],
    most: int,
    page: Page,
) -> Picture:
    y, pieces = legend(name, 0, entries, page)
    y += _APART
    pieces = [patterns(name), *pieces]
    for row in rows:
        pieces.extend(_bar(name, y, row, most, page))
        y += _height(row, page)
    return picture(name, title, says, page, y, pieces)


def _lines(row: Row, page: Page) -> tuple[str, ...]:
    return lines_of(row.label, page.width, 15.0, 2)


def _height(row: Row, page: Page) -> float:
    return LINE * len(_lines(row, page)) + 4 + _BAR + _APART


def _bar(name: str, y: float, row: Row, most: int, page: Page) -> Iterator[str]:
    lines = _lines(row, page)
    yield from paragraph(0, y, page.width, lines)
    y += LINE * len(lines) + 4
    unit = (page.width - 70) / max(most, 1)
    x = 1.0
    for share in row.shares:
        if share.number:
            yield box(x, y, unit * share.number, _BAR, filled(name, share.filling))
            x += unit * share.number
    yield words(x + 8, y + 15, str(row.total), bold=True)
