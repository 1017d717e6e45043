"""What is asked of a sheet, from its address: every value known, or a sentence that says which is not."""

import re
from collections.abc import Sequence

from starlette.datastructures import QueryParams

from atelier.domain.refusals import Because, Refusal
from atelier.domain.state import Convention, Theme
from atelier.domain.text import clean_line
from atelier.domain.words import Kind, ThemeCode
from atelier.translations import LANGUAGES, Speech
from atelier.translations.names import kind_names
from atelier.translations.refusals import sentence

_NUMBER = re.compile(r"[0-9]{1,6}")
_SHOWN_CHARACTERS_MAX = 30  # of what was asked and is not known


class Query:
    """Reads one value after the other; `problem` is the sentence for the first that will not do."""

    def __init__(self, asked: QueryParams, state: Convention, speech: Speech) -> None:
        self._asked = asked
        self._state = state
        self._speech = speech
        self.problem: str | None = None

    def theme(self) -> Theme | None:
        """The theme chosen; None for all of them."""
        given = self._given("theme")
        if not given:
            return None
        theme = self._state.themes.get(ThemeCode(given.upper()))
        if theme is None:
            self._refuse(Because.UNKNOWN, "theme", given=given)
        return theme

    def kind(self, themes: Sequence[Theme]) -> Kind | None:
        """The kind chosen, on the boards of these themes; None for all of them."""
        given = self._given("kind")
        if not given:
            return None
        if given not in tuple(Kind):
            self._refuse(Because.BAD_VALUE, "kind", given=given)
            return None
        kind = Kind(given)
        if not any(kind in theme.boards for theme in themes):
            the = kind_names(kind, self._speech).the
            self.refuse(self._speech.text("Il n’y a pas de place ici pour {the_kind}.", the_kind=the))
        return kind

    def number(self, name: str, default: int, low: int, high: int) -> int:
        """A whole number between these two."""
        given = self._given(name)
        if not given:
            return default
        if not _NUMBER.fullmatch(given) or not low <= int(given) <= high:
            self._refuse(Because.BAD_VALUE, name, given=given, low=low, high=high)
            return default
        return int(given)

    def one_of(self, name: str, known: Sequence[str], default: str) -> str:
        """One of those that are offered."""
        given = self._given(name)
        if not given:
            return default
        if given not in known:
            self._refuse(Because.BAD_VALUE, name, given=given)
            return default
        return given

    def lang(self) -> str:
        """The language that is printed: the room’s, unless another is chosen."""
        spoken = self._state.language
        return self.one_of("lang", LANGUAGES, spoken if spoken in LANGUAGES else self._speech.lang)

    def refuse(self, problem: str) -> None:
        """Only the first is said: one thing to correct at a time."""
        self.problem = self.problem or problem

    def too_many(self, given: int, limit: int) -> None:
        """More than one should print at once."""
        if given > limit:
            self._refuse(Because.TOO_MANY, "count", given=given, limit=limit)

    def _given(self, name: str) -> str:
        return clean_line(self._asked.get(name, "")[: 4 * _SHOWN_CHARACTERS_MAX])

    def _refuse(self, because: Because, field: str, *, given: str | int, **about: int) -> None:
        shown = given[:_SHOWN_CHARACTERS_MAX] if isinstance(given, str) else given
        refusal = Refusal(because=because, field=field, about={"given": shown, **about})
        self.refuse(sentence(refusal, self._speech))
