"""A language for tests: the messages as they stand in the code."""

from collections.abc import Iterable, Sequence

_MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre",
)  # fmt: skip
_LANGUAGES = {"ar": "arabe", "en": "anglais", "fr": "français", "uk": "ukrainien"}


class French:
    """What a catalogue does, without a catalogue."""

    def text(self, message: str, /, **values: object) -> str:
        return message.format(**values)

    def plural(self, one: str, many: str, n: int, /, **values: object) -> str:
        return (many if n > 1 else one).format(n=n, **values)

    def date(self, iso: str, /) -> str:
        year, month, day = iso.split("-")
        return f"{int(day)} {_MONTHS[int(month) - 1]} {year}"

    def day_range(self, dates: Sequence[str], /) -> str:
        return self.listing(map(self.date, dates))

    def listing(self, items: Iterable[str], /) -> str:
        *first, last = [*items] or [""]
        return f"{', '.join(first)} et {last}" if first else last

    def time(self, clock: str, /) -> str:
        hours, minutes = clock.split(":")
        return f"{int(hours)} h {minutes}" if minutes != "00" else f"{int(hours)} h"

    def language(self, tag: str, /) -> str:
        return _LANGUAGES.get(tag, tag)
