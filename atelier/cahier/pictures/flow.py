"""How the cards came through the day, quarter of an hour by quarter of an hour."""

from collections.abc import Iterator, Sequence

from atelier.cahier.overview import Slice
from atelier.cahier.pages.marks import Pen
from atelier.cahier.pictures.bars import entries_of, filled, filling_of, legend, patterns
from atelier.cahier.pictures.ink import INK, LINE, SIZE, Page, Picture, at, box, path, picture, words
from atelier.cahier.pictures.letters import width_of
from atelier.domain.words import Channel

_COLUMN_MIN = 15.0
_TALL = 200.0
_FOOT = 24.0


def draw_flow(pen: Pen) -> tuple[Picture, ...]:
    """On one scale; a long silence is cut, and the cut shows."""
    slices, page = pen.document.flow, pen.page
    if not slices:
        return ()
    title = pen.words.text("Les cartes au fil de la journée")
    says = pen.words.text(
        "Dessin : combien de cartes sont arrivées à chaque quart d’heure. Le tableau dit la même chose."
    )
    most = max(one.total for one in slices)
    columns = list(_columns(slices))
    room = int(page.width / _COLUMN_MIN)
    sheets = [columns[start : start + room] for start in range(0, len(columns), room)]
    return tuple(
        _sheet(pen, f"flow-{place}" if len(sheets) > 1 else "flow", title, says, sheet, most, page)
        for place, sheet in enumerate(sheets, start=1)
    )


def clock(pen: Pen, minutes: int) -> str:
    """Since the first card: « 1 h 15 »."""
    return pen.words.text("{hours} h {minutes}", hours=minutes // 60, minutes=f"{minutes % 60:02}")


def _columns(slices: Sequence[Slice]) -> Iterator[Slice | None]:
    """Every quarter of an hour; None for a silence of more than an hour."""
    reached = 0
    for one in slices:
        missing = one.start // 15 - reached
        if missing > 4:
            yield None
        else:
            yield from (Slice(start=15 * (reached + n), came={}) for n in range(missing))
        yield one
        reached = one.start // 15 + 1


def _sheet(
    pen: Pen, name: str, title: str, says: str, columns: Sequence[Slice | None], most: int, page: Page
) -> Picture:
    channels = [one for one in Channel if any(column and one in column.came for column in columns)]
    top, pieces = legend(name, 0, entries_of(pen, channels), page)
    top += 1.5 * LINE
    tall = min(_TALL, page.height_max - top - 2 * _FOOT)
    floor = top + tall
    wide = page.width / max(len(columns), 12)
    pieces = [
        patterns(name),
        *pieces,
        path(f"M{at(0, floor)} H{at(page.width)}", f'stroke="{INK}" stroke-width="1.6"'),
    ]
    for place, column in enumerate(columns):
        x = wide * place
        if column is None:
            pieces.append(words(x + wide / 2 - 6, floor - 6, "//", bold=True))
            continue
        pieces.extend(_bar(name, x, floor, wide, tall / most, column))
        after_cut = place == 0 or columns[place - 1] is None
        if column.start % 60 == 0 or after_cut:
            pieces.append(path(f"M{at(x, floor)} v6", f'stroke="{INK}" stroke-width="1.6"'))
            said = clock(pen, column.start)
            late = x + width_of(said, SIZE) > page.width
            pieces.append(words(page.width if late else x, floor + _FOOT, said, end=late))
    return picture(name, title, says, page, floor + _FOOT + 8, pieces)


def _bar(name: str, x: float, floor: float, wide: float, unit: float, column: Slice) -> Iterator[str]:
    y = floor
    for channel, number in column.came.items():
        y -= unit * number
        yield box(x + 1.5, y, wide - 3, unit * number, filled(name, filling_of(channel)))
    if column.total:
        said = str(column.total)
        yield words(x + wide / 2 - 4.4 * len(said), y - 4, said, size=13)
