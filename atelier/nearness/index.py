"""The words of a convention, by language, kept up with it: every card and statement that is there."""

from collections.abc import Collection, Iterator, Mapping
from itertools import chain
from typing import NamedTuple

from atelier.domain.apart import Target
from atelier.domain.card import Card
from atelier.domain.state import NOTHING, Convention
from atelier.domain.statement import Statement
from atelier.nearness.space import Space
from atelier.nearness.terms import primary, terms


class Likeness(NamedTuple):
    """How alike, from 0 to 1, and in which language they were compared."""

    score: float
    lang: str


class _Spaces:
    """Of one language."""

    def __init__(self) -> None:
        self.grams: Space[Target] = Space()
        self.stems: Space[Target] = Space()


class Index:
    """`follow` the convention, then ask. What is withdrawn or set aside there is forgotten here."""

    def __init__(self) -> None:
        self._state: Convention = NOTHING
        self._seen: dict[Target, Card | Statement] = {}
        self._texts: dict[Target, Mapping[str, str]] = {}
        self._spaces: dict[str, _Spaces] = {}

    def follow(self, state: Convention) -> None:
        """Only what is another since the last time is read again."""
        if state is self._state:
            return
        if state.language != self._state.language:
            self._seen, self._texts, self._spaces = {}, {}, {}
        self._state = state
        for target, thing in _things(state):
            if self._seen.get(target) is not thing:
                self._take(target, thing)
        if len(self._seen) > len(state.cards) + len(state.statements):  # the log fell back
            for target in self._seen.keys() - {target for target, _ in _things(state)}:
                del self._seen[target]
                self._put(target, {})

    def texts(self, target: Target) -> Mapping[str, str]:
        """By language: as it was written, and as people translated it. Empty for what is not compared."""
        return self._texts.get(target, {})

    def alike(self, target: Target, among: Collection[Target]) -> dict[Target, Likeness]:
        """Those that share words with it, each in the language in which they are most alike."""
        found: dict[Target, Likeness] = {}
        for lang in self.texts(target):
            grams = self._spaces[lang].grams.alike(target, among)
            stems = self._spaces[lang].stems.alike(target, among)
            for other, score in grams.items():
                mean = (score + stems.get(other, 0.0)) / 2
                if other not in found or found[other].score < mean:
                    found[other] = Likeness(mean, lang)
        return found

    def _take(self, target: Target, thing: Card | Statement) -> None:
        self._seen[target] = thing
        texts = _texts_of(thing, self._state.language)
        if texts != self.texts(target):
            self._put(target, texts)

    def _put(self, target: Target, texts: Mapping[str, str]) -> None:
        for lang in self._texts.pop(target, {}):
            self._spaces[lang].grams.drop(target)
            self._spaces[lang].stems.drop(target)
        for lang, text in texts.items():
            spaces, found = self._spaces.setdefault(lang, _Spaces()), terms(text, lang)
            spaces.grams.put(target, found.grams)
            spaces.stems.put(target, found.stems)
        if texts:
            self._texts[target] = texts


def _things(state: Convention) -> Iterator[tuple[Target, Card | Statement]]:
    cards = ((card.number, card) for card in state.cards.values())
    statements = ((statement.reference, statement) for statement in state.statements.values())
    return chain(cards, statements)


def _texts_of(thing: Card | Statement, language: str) -> Mapping[str, str]:
    if isinstance(thing, Statement):
        text = thing.text or thing.title
        return {primary(language): text} if text and thing.live else {}
    if thing.withdrawn or thing.aside is not None:
        return {}
    translated = {primary(one.lang): one.text for one in thing.translations}
    return {**translated, primary(thing.lang or language): thing.text}
