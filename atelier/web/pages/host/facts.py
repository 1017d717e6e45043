"""What the host's screens tell of the machine and of the day: decided from values, said elsewhere."""

import datetime
import os
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from atelier.domain.completeness import Gap, Missing, unanswered
from atelier.domain.fates import fate_of
from atelier.domain.state import Convention, Theme
from atelier.domain.words import Fate, Role, ThemeCode
from atelier.store.errors import CannotWrite, StoreError
from atelier.translations import Speech

CLOCK_SECONDS_APART_MAX = 90
"""Beyond, people see that the times on the cards and the end of the steps are wrong."""

_SCREENS = (
    (Role.WALL, "/{slug}/[A-Za-z]{{2,3}}/wall"),
    (Role.FACILITATOR, "/{slug}/[A-Za-z]{{2,3}}/desk"),
    (Role.SECRETARY, "/{slug}/(?:paper|cahier)"),
    (Role.HOST, "/host/{slug}(?:/.*)?"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeNow:
    """Where a theme is."""

    theme: Theme
    cards: int
    people: int
    statements: int
    to_place: int


def themes_now(state: Convention) -> list[ThemeNow]:
    """In their order."""
    standing = [card for card in state.cards.values() if fate_of(card) is not Fate.WITHDRAWN]
    cards = Counter(code for card in standing for code in card.themes)
    people = Counter[ThemeCode]()
    for card in standing:
        people.update(dict.fromkeys(card.themes, card.carried_by))
    loose = Counter(code for card in standing if fate_of(card) is Fate.TO_PLACE for code in card.themes)
    statements = Counter(code for one in state.statements.values() if one.live for code in one.themes)
    return [
        ThemeNow(
            theme=theme,
            cards=cards[code],
            people=people[code],
            statements=statements[code],
            to_place=loose[code],
        )
        for code, theme in state.themes.items()
    ]


def cards_in_all(state: Convention) -> int:
    """Each once, whatever the number of its themes; the withdrawn ones left out."""
    return sum(fate_of(card) is not Fate.WITHDRAWN for card in state.cards.values())


def people_expected(state: Convention) -> int:
    """As the programme says; 0 when it does not."""
    return sum(theme.people for theme in state.themes.values())


def screen_of(path: str, slug: str) -> Role | None:
    """The function a screen of the team is for, from its address."""
    for role, pattern in _SCREENS:
        if re.fullmatch(pattern.format(slug=re.escape(slug)), path):
            return role
    return None


def screens_open(paths: Iterable[str], slug: str) -> dict[Role, int]:
    """How many screens of each function."""
    found = Counter(screen_of(path, slug) for path in paths)
    return {role: found[role] for role in (Role.HOST, Role.FACILITATOR, Role.SECRETARY, Role.WALL)}


def clock_apart(browser_ms: float, asked: float, answered: float) -> int:
    """Seconds by which this machine is late (less than 0: early), or 0 when it hardly matters.

    The browser was asked and answered at these times of the machine: it looked at its clock half-way.
    """
    apart = round(browser_ms / 1000 - (asked + answered) / 2)
    return apart if abs(apart) > CLOCK_SECONDS_APART_MAX else 0


def trouble(error: StoreError, speech: Speech) -> str:
    """What the disk refuses."""
    reason = os.strerror(error.errno) if isinstance(error, CannotWrite) else str(error)
    return speech.text(
        "Le disque refuse d’écrire ({reason}). Ce qui a été enregistré reste. "
        "Faites de la place ou changez de disque, puis recommencez. En attendant : du papier.",
        reason=reason,
    )


def gaps_by_kind(state: Convention) -> dict[Missing, list[Gap]]:
    """What must be settled or explained before the end."""
    found: dict[Missing, list[Gap]] = {}
    for gap in unanswered(state):
        found.setdefault(gap.missing, []).append(gap)
    return found


def days_kept(state: Convention, now: int) -> int:
    """Since its last day, or since it was made if that came later. Units: `now` in seconds."""
    days = [*map(datetime.date.fromisoformat, state.dates), _day(state.created)]
    return (_day(now) - max(days)).days


def kept_too_long(state: Convention, now: int) -> bool:
    """Longer than was said to those who wrote."""
    return days_kept(state, now) > state.keep_days


def reminder(state: Convention, now: int, speech: Speech) -> str:
    """A promise to be kept."""
    return speech.text(
        "Gardée depuis {n} jours ; vous aviez dit {promised} : effacer ?",
        n=days_kept(state, now),
        promised=state.keep_days,
    )


def _day(moment: int) -> datetime.date:
    return datetime.datetime.fromtimestamp(moment, datetime.UTC).date()


def codes(themes: Iterable[ThemeCode] | None) -> str:
    """`DS, TR`, or nothing for all of them."""
    return ", ".join(sorted(themes or ()))
