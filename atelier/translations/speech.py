"""One language, speaking: sentences, plurals, days, hours, lists."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from gettext import GNUTranslations
from itertools import pairwise

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list

from atelier.translations.catalogue import LANGUAGES, SOURCE, compiled

_LOCALE = {"en": "en_GB"}
"""Where the day comes before the month, as in the other languages here."""


@dataclass(frozen=True, slots=True)
class Speech:
    """What every screen, sheet and document asks for its words.

    Values are put in as they are: who writes HTML escapes (see `templates`).
    """

    lang: str
    catalogue: GNUTranslations = field(repr=False, compare=False)

    def text(self, msgid: str, /, **values: object) -> str:
        """The sentence, with its `{named}` values."""
        sentence = self.catalogue.gettext(msgid)
        return sentence.format_map(values) if values else sentence

    def plural(self, one: str, many: str, n: int, /, **values: object) -> str:
        """The form that goes with this number; `{n}` is the number."""
        return self.catalogue.ngettext(one, many, n).format_map({"n": n, **values})

    def date(self, iso: str) -> str:
        """`2023-09-16` is « samedi 16 septembre 2023 »."""
        return self._day(datetime.date.fromisoformat(iso), "EEEE d MMMM y")

    def day_range(self, dates: Sequence[str]) -> str:
        """Several days, what they share said once: « du samedi 16 au dimanche 17 septembre 2023 »."""
        days = sorted({datetime.date.fromisoformat(iso) for iso in dates})
        if not days:
            return ""
        pairs = list(pairwise(days))
        names = [*(self._before(day, after) for day, after in pairs), self.date(days[-1].isoformat())]
        if pairs and all(after - day == datetime.timedelta(days=1) for day, after in pairs):
            return self.text("du {first} au {last}", first=names[0], last=names[-1])
        return self.listing(names)

    def time(self, moment: str | float) -> str:
        """« 14 h 05 », from `14:05` or from an instant, read on the clock of this machine."""
        if not isinstance(moment, str):
            moment = f"{datetime.datetime.fromtimestamp(moment, datetime.UTC).astimezone():%H:%M}"
        hours, _, minutes = moment.partition(":")
        return self.text("{hours}\u00a0h\u00a0{minutes}", hours=int(hours), minutes=minutes)

    def language(self, tag: str) -> str:
        """`ar` is « arabe », `fa-AF` « dari »; a tag that is not known comes back as it is."""
        names: Mapping[str, str] = Locale.parse(self._locale).languages
        return names.get(tag.replace("-", "_")) or names.get(tag.split("-")[0].lower(), tag)

    def listing(self, items: Iterable[str]) -> str:
        """« a, b et c »."""
        return format_list(list(items), locale=self._locale)

    @property
    def _locale(self) -> str:
        return _LOCALE.get(self.lang, self.lang)

    def _before(self, day: datetime.date, after: datetime.date) -> str:
        """A day that another follows in the sentence: only what the other does not say."""
        if day.year != after.year:
            return self._day(day, "EEEE d MMMM y")
        return self._day(day, "EEEE d" if day.month == after.month else "EEEE d MMMM")

    def _day(self, day: datetime.date, pattern: str) -> str:
        if self.lang == "fr" and day.day == 1:
            pattern = pattern.replace(" d", " d'er'")
        return format_date(day, pattern, locale=self._locale)


@cache
def speech(lang: str) -> Speech:
    """This language, or French where there is no catalogue for it."""
    known = lang if lang in LANGUAGES else SOURCE
    return Speech(known, compiled(known))
