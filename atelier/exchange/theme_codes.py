"""Two or three letters for a theme that was given none: « Droits sociaux » is DS, « Santé » SA."""

from collections.abc import Collection, Iterator
from itertools import combinations, product
from string import ascii_uppercase

from slugify import slugify

from atelier.domain.words import ThemeCode

_LITTLE_FRENCH = {
    "a",
    "au",
    "aux",
    "avec",
    "d",
    "dans",
    "de",
    "des",
    "du",
    "en",
    "et",
    "l",
    "la",
    "le",
    "les",
}
_LITTLE_FRENCH |= {"ou", "par", "pour", "sur", "un", "une"}
_LITTLE_ENGLISH = {"an", "and", "for", "in", "of", "on", "the", "to"}
_LITTLE_WORDS = _LITTLE_FRENCH | _LITTLE_ENGLISH


def code_for(title: str, taken: Collection[str]) -> ThemeCode:
    """The first code that recalls the title and is free; any that is free, failing that."""
    return ThemeCode(next(code for code in _candidates(title) if code not in taken))


def _candidates(title: str) -> Iterator[str]:
    words = _words(title)
    initials = "".join(word[0] for word in words)
    letters = "".join(words)
    if len(initials) > 1:
        yield initials[:2]
        yield from ([initials[:3]] if len(initials) > 2 else [])
    for length in (2, 3):
        yield from ("".join((letters[:1], *rest)) for rest in combinations(letters[1:12], length - 1))
    for length in (2, 3):
        yield from map("".join, product(ascii_uppercase, repeat=length))


def _words(title: str) -> list[str]:
    """In capitals without accents, from any script, the little words left out."""
    plain = slugify(title.replace("’", " ").replace("'", " "), separator=" ", allow_unicode=False)
    words = ["".join(filter(str.isalpha, word)).upper() for word in plain.split()]
    return [word for word in words if word and word.lower() not in _LITTLE_WORDS] or [
        word for word in words if word
    ]
