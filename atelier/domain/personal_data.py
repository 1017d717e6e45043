"""What may tell who somebody is: found by its shape, here and by nobody else, for a person to judge.

Advice, not proof: it should seldom cry wolf, and it cannot see everything. A
name without « M. » or « Mme », a street, a face described: only reading tells.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Personal(StrEnum):
    """What it looks like."""

    PHONE = "phone"
    EMAIL = "email"
    NIR = "nir"
    ALLOCATAIRE = "allocataire"
    NAME = "name"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """`text[start:end]` looks like that."""

    kind: Personal
    start: int
    end: int


_HINT = re.compile(r"[0-9@]|\bM(?:[.rm]|lle|onsieur|adame|ademoiselle)", re.IGNORECASE)
"""Without any of these there is nothing to find: most cards are read no further."""

_GAP = "[ .\u00a0\u202f-]?"
_PHONE = re.compile(  # not 08: what begins so answers to everybody
    rf"(?<![\w+.,-])(?<!\d )(?:0|(?:\+|00)33{_GAP}(?:\(0\){_GAP})?)[1-79](?P<gap>{_GAP})"
    r"[0-9]{2}(?:(?P=gap)[0-9]{2}){3}(?![\w-]|[.,][0-9])"
    rf"|(?<![\w+])\+(?!33)[1-9][0-9]{{0,2}}(?:{_GAP}[0-9]{{2,4}}){{3,5}}(?![\w-])"
)
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){0,4}\.[^\W\d_]{2,24}(?![\w-])")
_NIR = re.compile(
    r"(?<![\w-])(?P<number>[1-478]{b}[0-9]{2}{b}[0-9]{2}{b}(?:[0-9]{2}|2[ABab]){b}[0-9]{3}{b}[0-9]{3})"
    r"(?:{b}(?P<key>[0-9]{2}))?(?![\w-])".replace("{b}", _GAP)
)
_ALLOCATAIRE = re.compile(
    r"\b(?:{what})\b[^\n0-9]{0,30}(?P<after>(?<![\w.,-])[0-9]{7}(?: ?[A-Z])?(?![\w-]|[.,][0-9]))"
    r"|(?P<before>(?<![\w.,-])[0-9]{7}(?![\w-]|[.,][0-9]))[^\n0-9]{0,15}\b(?:{what})\b"
    "".replace("{what}", "allocataire|matricule|caf"),
    re.IGNORECASE,
)
_TITLE = r"(?:M\.|MM\.|Mr\.?|Mme\.?|Mmes|Mlle\.?|[Mm]onsieur|[Mm]adame|[Mm]ademoiselle)"
_SPACE = "[ \u00a0\u202f]+"
_FUNCTION = (
    "Ministre|Maire|Président|Présidente|Préfet|Préfète|Directeur|Directrice|Députée?|Sénateur|Sénatrice"
    "|Juge|Procureure?|Guichet|CAF|CPAM|MDPH|ANTS"
    "|Les?|La|L|Une?|Des|Du|De|Et|Ou|Je|Il|Elle|On|Nous|Vous|Tout|Toute"
)
_NAME = re.compile(
    rf"(?<!\w){_TITLE}{_SPACE}(?![Ll][ea]{_SPACE}(?:{_FUNCTION})\b)"
    rf"(?:(?:de|du|des){_SPACE}|d[’']|(?:[Ll][ea]|El|Ben|van|von){_SPACE}){{0,2}}"
    rf"(?!(?:{_FUNCTION})\b)[^\W\d_a-zà-öø-ÿ][\w’'-]*"
)
"""A title, then a capital: not a function, nor the beginning of a sentence."""


def findings(text: str) -> tuple[Finding, ...]:
    """Everything that looks personal, in the order it stands in the text."""
    if not _HINT.search(text):
        return ()
    return tuple(sorted(_found(text), key=lambda one: (one.start, one.end)))


def _found(text: str) -> Iterator[Finding]:
    for kind, pattern in (
        (Personal.PHONE, _PHONE),
        (Personal.EMAIL, _EMAIL),
        (Personal.NAME, _NAME),
    ):
        yield from (Finding(kind=kind, start=it.start(), end=it.end()) for it in pattern.finditer(text))
    for it in _NIR.finditer(text):
        if _is_nir(it["number"], it["key"]):
            yield Finding(kind=Personal.NIR, start=it.start(), end=it.end())
    for it in _ALLOCATAIRE.finditer(text):
        group = "after" if it["after"] else "before"
        yield Finding(kind=Personal.ALLOCATAIRE, start=it.start(group), end=it.end(group))


_MONTHS: Final = frozenset({*range(1, 13), 20, *range(30, 43), *range(50, 100)})
"""Beside the twelve, those given where the month of birth is not known."""

_KEY_OF: Final = 97
_CORSICA: Final = {"2A": "19", "2B": "18"}


def _is_nir(said: str, key: str | None) -> bool:
    """Its key is right; or it has none, and is written in groups as nobody writes another number."""
    signs = re.sub(r"[^0-9A-B]", "", said.upper())
    if int(signs[3:5]) not in _MONTHS:
        return False
    number = int(signs[:5] + _CORSICA.get(signs[5:7], signs[5:7]) + signs[7:])
    if key is not None:
        return int(key) == _KEY_OF - number % _KEY_OF
    return len(signs) < len(said)
