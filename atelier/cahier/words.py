"""What the renderer needs in order to speak a language."""

from collections.abc import Iterable, Sequence
from typing import Protocol


class Words(Protocol):
    """A language. The messages are the French sentences themselves, found and translated by gettext.

    `{name}` in a message stands for a value, put in as it is. In `plural`, `{n}` is the number.
    """

    def text(self, message: str, /, **values: object) -> str:
        """A sentence."""
        ...

    def plural(self, one: str, many: str, n: int, /, **values: object) -> str:
        """The sentence that agrees with `n`."""
        ...

    def day_range(self, dates: Sequence[str], /) -> str:
        """`2023-09-16`: « samedi 16 septembre 2023 »; several days in one expression; nothing for none."""
        ...

    def listing(self, items: Iterable[str], /) -> str:
        """« a, b et c »."""
        ...

    def time(self, clock: str, /) -> str:
        """`13:30`: « 13 h 30 »."""
        ...

    def language(self, tag: str, /) -> str:
        """`ar`: « arabe »; a tag that is not known comes back as it is."""
        ...
