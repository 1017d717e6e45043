"""What a text is compared by: runs of four letters, and the stems of its words."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from snowballstemmer import stemmer

from atelier.nearness.stop_words import STOP_WORDS

_GRAM = 4
_WORDS_KEPT = 4096
"""Whose stems are remembered: most words of a day come again and again."""

_STEMMERS = {
    "ar": "arabic",
    "ca": "catalan",
    "cs": "czech",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "en": "english",
    "es": "spanish",
    "eu": "basque",
    "fa": "persian",
    "fi": "finnish",
    "fr": "french",
    "hi": "hindi",
    "hu": "hungarian",
    "hy": "armenian",
    "it": "italian",
    "lt": "lithuanian",
    "nl": "dutch",
    "no": "norwegian",
    "pl": "polish",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sr": "serbian",
    "sv": "swedish",
    "ta": "tamil",
    "tr": "turkish",
}
_WORD = re.compile(r"[^\W_]+")


class Terms(NamedTuple):
    """How many times each is there."""

    grams: Counter[str]
    stems: Counter[str]


def primary(lang: str) -> str:
    """`pt` of `pt-BR`: what texts are compared within."""
    return lang.partition("-")[0].lower()


def terms(text: str, lang: str) -> Terms:
    """In a language that is not known, words are compared as they stand."""
    words = [word for word in _words(text) if word not in STOP_WORDS.get(lang, frozenset())]
    stem = _stemming(lang)
    return Terms(grams=Counter(_grams(words)), stems=Counter(stem(word) for word in words))


def _words(text: str) -> list[str]:
    """In small letters, without accents; `l’école` is two words."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(char for char in apart if not unicodedata.combining(char))
    return _WORD.findall(unicodedata.normalize("NFC", bare))


def _grams(words: list[str]) -> Iterator[str]:
    """They run over from one word into the next."""
    line = f" {' '.join(words)} "
    return (line[start : start + _GRAM] for start in range(len(line) - _GRAM + 1))


@cache
def _stemming(lang: str) -> Callable[[str], str]:
    named = _STEMMERS.get(lang)
    if named is None:
        return str
    stem: Callable[[str], str] = stemmer(named).stemWord
    return lru_cache(_WORDS_KEPT)(stem)
