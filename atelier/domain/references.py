"""`DS-C1`, `n° 41`: how statements and cards are numbered, and read back from what people write."""

import re

from atelier.domain.words import Kind, Reference, ThemeCode

_LETTER = {Kind.CONSTAT: "C", Kind.REVENDICATION: "R", Kind.PISTE: "P", Kind.QUESTION: "Q"}
_KIND = {letter: kind for kind, letter in _LETTER.items()}
_REFERENCE = re.compile(r"([A-Z]{2,3})-([CRPQ])([1-9][0-9]{0,4})")
_IN_TEXT = re.compile(rf"(?<![\w-]){_REFERENCE.pattern}(?![\w-])")

THEME_CODE = re.compile(r"[A-Z]{2,3}")


def make(theme: ThemeCode, kind: Kind, number: int) -> Reference:
    """`make("DS", Kind.CONSTAT, 1)` is `DS-C1`."""
    return Reference(f"{theme}-{_LETTER[kind]}{number}")


def parse(text: str) -> tuple[ThemeCode, Kind, int] | None:
    """Theme, kind and number of `DS-C1`, in small letters or capitals; None for anything else."""
    given = text.strip()
    found = _REFERENCE.fullmatch(given.upper())
    if found is None or not given.isascii():
        return None
    return ThemeCode(found[1]), _KIND[found[2]], int(found[3])


def sort_key(reference: Reference) -> tuple[str, int, int]:
    """Theme, then constats, revendications, pistes, questions, then number."""
    theme, _, board = reference.partition("-")
    return (theme, list(_LETTER.values()).index(board[0]), int(board[1:]))


def cited(text: str) -> tuple[Reference, ...]:
    """The references that stand in a text, in order, each once."""
    return tuple(dict.fromkeys(Reference(found[0]) for found in _IN_TEXT.finditer(text)))
