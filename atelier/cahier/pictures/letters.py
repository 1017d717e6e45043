"""How much room words take, without knowing the letters of the machine: a little more than they need."""

import unicodedata

_NARROW = frozenset(" !'(),-./:;I[]fijlrt|’·\u00a0\u202f")
_WIDE = frozenset("%@MWmwŒœ—…")
_LEFTWARDS = frozenset({"R", "AL"})
_ELLIPSIS = "…"


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """In the units of `size`."""
    return sum(map(_share, text)) * size * (1.08 if bold else 1)


def lines_of(text: str, width: float, size: float, lines_max: int, *, bold: bool = False) -> tuple[str, ...]:
    """Broken between words, or within one that is longer than a line; what does not fit becomes « … »."""
    lines = [""]
    for word in _pieces(text, width, size, bold=bold):
        longer = f"{lines[-1]} {word}".strip()
        if width_of(longer, size, bold=bold) <= width or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    if len(lines) > lines_max:
        lines = [*lines[: lines_max - 1], _cut(lines[lines_max - 1], width, size, bold=bold)]
    return tuple(lines)


def leftwards(text: str) -> bool:
    """Whether it reads from right to left: as its first letter does."""
    kinds = (unicodedata.bidirectional(char) for char in text)
    return next((kind in _LEFTWARDS for kind in kinds if kind in _LEFTWARDS | {"L"}), False)


def _pieces(text: str, width: float, size: float, *, bold: bool) -> list[str]:
    pieces: list[str] = []
    for word in text.split():
        pieces.append("")
        for char in word:
            if pieces[-1] and width_of(pieces[-1] + char, size, bold=bold) > width:
                pieces.append("")
            pieces[-1] += char
    return pieces


def _cut(line: str, width: float, size: float, *, bold: bool) -> str:
    while width_of(line + _ELLIPSIS, size, bold=bold) > width and line:
        line = line[:-1]
    return line.rstrip(" .,;:") + _ELLIPSIS


def _share(char: str) -> float:
    if char in _NARROW:
        return 0.36
    if char in _WIDE or unicodedata.east_asian_width(char) in "WF":
        return 1.0
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0.0
    return 0.74 if char.isupper() else 0.6
