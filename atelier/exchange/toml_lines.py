"""On which line of a TOML file each value stands: the standard reader does not tell."""

import re
from bisect import bisect
from collections.abc import Mapping

Place = tuple[str | int, ...]
"""`("theme", 2, "code")`: the code of the third theme."""

_BLANK = re.compile(r"(?:\s|#[^\n]*)*")
_NAME = re.compile(r'[ \t]*("(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'|[A-Za-z0-9_-]+)[ \t]*')
_STRING = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"{3,5}'
    r"|'''(?:[^']|'(?!''))*'{3,5}"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'[^'\n]*'",
    re.DOTALL,
)
_BARE = re.compile(r"[^,\]}\n#]*")


def lines(text: str) -> Mapping[Place, int]:
    """Lines from 1 of every table, key and element. The text must be TOML that has been read."""
    return _Lines(text).found


class _Lines:
    """Walks the text once; relies on its being right."""

    def __init__(self, text: str) -> None:
        self.found: dict[Place, int] = {}
        self._text = text
        self._ends = [one.start() for one in re.finditer("\n", text)]
        self._at = 0
        self._lengths: dict[Place, int] = {}
        table: Place = ()
        while self._blank() < len(text):
            table = self._statement(table)

    def _statement(self, table: Place) -> Place:
        """A header, or a key and its value; gives the table that stands open after it."""
        if self._text[self._at] != "[":
            self._pair(table)
            return table
        line, many = self._line(), self._text.startswith("[[", self._at)
        self._at += 2 if many else 1
        names = self._names()
        self._at += 2 if many else 1
        return self._open(names, line, many=many)

    def _open(self, names: list[str], line: int, *, many: bool) -> Place:
        place: Place = ()
        for depth, name in enumerate(names, 1):
            place = (*place, name)
            if many and depth == len(names):
                self._lengths[place] = self._lengths.get(place, 0) + 1
                self.found.setdefault(place, line)
            if place in self._lengths:
                place = (*place, self._lengths[place] - 1)
            self.found.setdefault(place, line)
        return place

    def _pair(self, table: Place) -> None:
        line = self._line()
        place = (*table, *self._names())
        self.found[place] = line
        self._at += 1  # the equals sign
        self._value(place)

    def _value(self, place: Place) -> None:
        self._blank()
        match self._text[self._at]:
            case "[":
                self._array(place)
            case "{":
                self._inline_table(place)
            case '"' | "'":
                self._skip(_STRING)
            case _:
                self._skip(_BARE)

    def _array(self, place: Place) -> None:
        self._at += 1
        element = 0
        while self._text[self._blank()] != "]":
            if self._text[self._at] == ",":
                self._at += 1
                continue
            self.found[(*place, element)] = self._line()
            self._value((*place, element))
            element += 1
        self._at += 1

    def _inline_table(self, place: Place) -> None:
        self._at += 1
        while self._text[self._blank()] != "}":
            if self._text[self._at] == ",":
                self._at += 1
                continue
            self._pair(place)
        self._at += 1

    def _names(self) -> list[str]:
        """The parts of a dotted key."""
        names = []
        while found := _NAME.match(self._text, self._at):
            names.append(found[1].strip("\"'"))
            self._at = found.end()
            if not self._text.startswith(".", self._at):
                break
            self._at += 1
        return names

    def _blank(self) -> int:
        self._skip(_BLANK)
        return self._at

    def _skip(self, pattern: re.Pattern[str]) -> None:
        found = pattern.match(self._text, self._at)
        self._at = found.end() if found else self._at

    def _line(self) -> int:
        return bisect(self._ends, self._at - 1) + 1
