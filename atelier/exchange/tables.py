"""One table of a TOML file, read key by key: what is wrong is noted with its line, never raised."""

import datetime
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import TypeVar

from atelier.exchange.faults import Fault, Wrong
from atelier.exchange.toml_lines import Place

T = TypeVar("T")


@dataclass(slots=True)
class Notes:
    """Every fault found so far."""

    lines: Mapping[Place, int]
    faults: list[Fault] = field(default_factory=list)

    def note(self, place: Place, reason: Wrong, **about: str | int) -> None:
        """The line is that of the place, or of the nearest thing that holds it."""
        holders = (place[:length] for length in range(len(place), 0, -1))
        line = next((self.lines[one] for one in holders if one in self.lines), 1)
        names = [one for one in place if isinstance(one, str)]
        self.faults.append(Fault(line=line, key=".".join(names[-1:]), reason=reason, about=about))


@dataclass(frozen=True, slots=True)
class Table:
    """Each method reads one key, or gives None where the file says nothing that can be used."""

    content: Mapping[str, object]
    place: Place
    notes: Notes

    def only(self, known: Iterable[str]) -> None:
        """Any other key is a fault: a misspelt one would be lost in silence."""
        known = tuple(known)
        for key in self.content.keys() - set(known):
            self.note(key, Wrong.UNKNOWN_KEY, **_near(key, known))

    def note(self, key: str | int, reason: Wrong, *within: int, **about: str | int) -> None:
        """A fault at this key, or at an element of its list."""
        self.notes.note((*self.place, key, *within), reason, **about)

    def string(self, key: str) -> str | None:
        """A string."""
        return self._read(key, _text, Wrong.NOT_A_TEXT)

    def number(self, key: str) -> int | None:
        """A whole number."""
        return self._read(key, _number, Wrong.NOT_A_NUMBER)

    def flag(self, key: str) -> bool | None:
        """`true` or `false`."""
        return self._read(key, _flag, Wrong.NOT_YES_OR_NO)

    def clock(self, key: str) -> str | None:
        """An hour of the day, as TOML writes it or within quotes."""
        return self._read(key, _clock, Wrong.BAD_TIME)

    def strings(self, key: str) -> tuple[str, ...] | None:
        """A list of strings."""
        return self._each(key, _text, Wrong.NOT_A_TEXT)

    def days(self, key: str) -> tuple[str, ...] | None:
        """A list of dates, as TOML writes them or within quotes."""
        return self._each(key, _day, Wrong.BAD_DATE)

    def choice(self, key: str, choices: Mapping[str, T]) -> T | None:
        """One of these words."""
        given = self.string(key)
        return None if given is None else self._chosen(given, choices, key)

    def choices(self, key: str, choices: Mapping[str, T]) -> tuple[T, ...] | None:
        """Some of these words."""
        given = self.strings(key)
        if given is None:
            return None
        chosen = (self._chosen(one, choices, key, place) for place, one in enumerate(given))
        return tuple(dict.fromkeys(one for one in chosen if one is not None))

    def tables(self, key: str) -> list["Table"]:
        """The tables of a `[[key]]`, in order."""
        given = self.content.get(key, [])
        if not isinstance(given, list) or not all(isinstance(one, dict) for one in given):
            self.note(key, Wrong.NOT_A_LIST_OF_TABLES)
            return []
        return [Table(one, (*self.place, key, place), self.notes) for place, one in enumerate(given)]

    def _read(self, key: str, convert: Callable[[object], T | None], wrong: Wrong) -> T | None:
        if key not in self.content:
            return None
        given = self.content[key]
        value = convert(given)
        if value is None:
            self.note(key, wrong, given=_shown(given))
        return value

    def _each(self, key: str, convert: Callable[[object], T | None], wrong: Wrong) -> tuple[T, ...] | None:
        if key not in self.content:
            return None
        given = self.content[key]
        if not isinstance(given, list):
            self.note(key, Wrong.NOT_A_LIST)
            return None
        values = [convert(one) for one in given]
        for place, value in enumerate(values):
            if value is None:
                self.note(key, wrong, place, given=_shown(given[place]))
        return tuple(value for value in values if value is not None)

    def _chosen(self, given: str, choices: Mapping[str, T], key: str, *within: int) -> T | None:
        for form in (given, f"{given}s"):  # « constat » will do for « constats »
            if form in choices:
                return choices[form]
        known = ", ".join(choices)
        near = _near(given, choices)
        self.note(key, Wrong.UNKNOWN_CHOICE, *within, given=_shown(given), known=known, **near)
        return None


def _near(given: str, known: Iterable[str]) -> dict[str, str]:
    """What was probably meant, where something comes close."""
    close = get_close_matches(given.lower(), [*known], n=1)
    return {"near": close[0]} if close else {}


def _shown(given: object) -> str:
    return str(given)[:40]


def _text(given: object) -> str | None:
    return given if isinstance(given, str) else None


def _number(given: object) -> int | None:
    return given if isinstance(given, int) and not isinstance(given, bool) else None


def _flag(given: object) -> bool | None:
    return given if isinstance(given, bool) else None


def _clock(given: object) -> str | None:
    if isinstance(given, datetime.time):
        return f"{given:%H:%M}"
    return _text(given)


def _day(given: object) -> str | None:
    if isinstance(given, datetime.date) and not isinstance(given, datetime.datetime):
        return given.isoformat()
    try:
        return datetime.date.fromisoformat(str(_text(given))).isoformat()
    except ValueError:
        return _text(given)
