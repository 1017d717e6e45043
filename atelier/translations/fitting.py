"""Of several ways to say one thing, the one that says most with what is known."""

from collections.abc import Iterable, Mapping
from string import Formatter

from atelier.translations.speech import Speech


def named(sentence: str) -> set[str]:
    """The values a sentence needs."""
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


def fitting(sentences: Iterable[str], known: Mapping[str, object], speech: Speech) -> str:
    """The first sentence whose values are all known. The last one needs none."""
    best = next(one for one in sentences if named(one) <= known.keys())
    return speech.text(best, **known)
