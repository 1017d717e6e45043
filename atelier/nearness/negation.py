"""Small words that turn a sentence round: « Interdire » and « Ne pas interdire » share all the others.

What is looked for is more than grammar asks: a flag too many costs a glance,
one too few may cost somebody their sentence.
"""

import re
from dataclasses import dataclass
from typing import NamedTuple

_NE = r"\bn(?:e\s+|['’]\s*)(?:\w+[\s'’-]+){0,4}?"
_FRENCH = {
    "ne … pas": rf"{_NE}(?P<mark>pas)\b|(?<!\bun )(?<!deux )(?<!faux )(?<!pas à )\bpas\b(?! à pas)",
    "ne … plus": rf"{_NE}(?P<mark>plus)\b",
    "plus": r"\bplus\b",
    "moins": r"\bmoins\b",
    "trop": r"\btrop\b",
    "jamais": r"\bjamais\b",
    "aucun": r"\baucune?s?\b",
    "rien": r"\brien\b",
    "personne ne": r"\b(?P<mark>personne)\s+n(?:e\b|['’])|" + _NE + r"(?P<mark_2>personne)\b",
    "ni": r"\bni\b",
    "non": r"\bnon\b",
    "sans": r"\bsans\b",
    "contre": r"\bcontre\b",
    "fin de": r"\bfin\s+(?:de\b|des\b|du\b|d['’])",
    "interdire": r"\binterdi\w*",
    "refuser": r"\brefus\w*",
    "supprimer": r"\bsuppr(?:im|ess)\w*",
    "arrêter": r"\barr[êe]t(?:er|ez|ons|ent|e)\b|\bcess(?:er|ez|ons|ent|e)\b|\bstop\b",
    "empêcher": r"\bemp[êe]ch\w*",
}
_ENGLISH = {
    "not": r"\b(?:not|cannot)\b|n['’]t\b",
    "no longer": r"\bno\s+(?:longer|more)\b|\bany\s?more\b",
    "no": r"\bno\b(?!\s+(?:longer|more)\b)",
    "more": r"(?<!\bno )(?<!\bany )\bmore\b",
    "less": r"\b(?:less|fewer)\b",
    "too": r"\btoo\s+(?:many|much)\b",
    "never": r"\bnever\b",
    "none": r"\b(?:none|nobody|nothing|nowhere)\b",
    "nor": r"\b(?:neither|nor)\b",
    "without": r"\bwithout\b",
    "against": r"\bagainst\b",
    "end of": r"\bend\s+(?:of|to)\b",
    "forbid": r"\b(?:forbid\w*|forbade|ban|bans|banned|banning|prohibit\w*)\b",
    "refuse": r"\brefus\w*",
    "remove": r"\b(?:remov\w*|abolish\w*|suppress\w*)\b",
    "stop": r"\bstop\w*",
    "prevent": r"\bprevent\w*",
}
_MARKERS = {
    lang: {words: re.compile(pattern, re.IGNORECASE) for words, pattern in table.items()}
    for lang, table in (("en", _ENGLISH), ("fr", _FRENCH))
}


class Span(NamedTuple):
    """From one character to before another."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """`words` turn one of two texts round and not the other: the first when `first`. `spans`: where."""

    words: str
    first: bool
    spans: tuple[Span, ...]


def flags(one: str, other: str, lang: str) -> tuple[Flag, ...]:
    """What stands on one side only; nothing in a language whose small words are not known."""
    left, right = _marks(one, lang), _marks(other, lang)
    return tuple(
        Flag(words=words, first=words in left, spans=left.get(words) or right[words])
        for words in _MARKERS.get(lang, ())
        if (words in left) != (words in right)
    )


def _marks(text: str, lang: str) -> dict[str, tuple[Span, ...]]:
    """Each place counts once, for the first of the table that it answers to."""
    found: dict[str, tuple[Span, ...]] = {}
    taken: set[int] = set()
    for words, pattern in _MARKERS.get(lang, {}).items():
        spans = [_marked(match) for match in pattern.finditer(text)]
        new = tuple(span for span in spans if span.start not in taken)
        taken.update(span.start for span in new)
        if new:
            found[words] = new
    return found


def _marked(match: re.Match[str]) -> Span:
    """The word itself, without what led to it."""
    named = [name for name, value in match.groupdict().items() if value is not None]
    return Span(*match.span(named[0] if named else 0))
