"""Asking everyone for one word on statements: a show of hands, or grades."""

from dataclasses import dataclass

from atelier.domain.words import Choice, Count, Reference, Scale, ThemeCode


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPoll:
    """One statement for opinions; several for grades. All of one theme, each with its wording."""

    statements: tuple[Reference, ...]
    scale: Scale = Scale.OPINIONS


@dataclass(frozen=True, slots=True, kw_only=True)
class CastChoice:
    """This person's word on a statement; None takes it back."""

    statement: Reference
    choice: Choice | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CountChoices:
    """How many gave that word by hand or on paper: the total, not an addition."""

    statement: Reference
    channel: Count
    choice: Choice
    people: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosePoll:
    """No more words; the result is shown."""

    theme: ThemeCode


PollCommand = OpenPoll | CastChoice | CountChoices | ClosePoll
