"""What somebody looks for in the material: some words, a theme, statements or cards, cited or not."""

from dataclasses import dataclass
from enum import StrEnum

from atelier.domain.words import ThemeCode

PAGE = 40
"""Shown at once; more on demand."""


class Which(StrEnum):
    """All of it, or what is left to do something with."""

    ALL = "all"
    STATEMENTS = "statements"
    NOT_CITED = "not_cited"
    CARDS = "cards"


@dataclass(slots=True, kw_only=True)
class Looking:
    """`large`: the one thing that is shown whole, `DS-R4` or `41`."""

    words: str = ""
    theme: ThemeCode | None = None
    which: Which = Which.ALL
    shown: int = PAGE
    large: str | None = None
