"""The programme under way: steps, silence, pauses, freezing."""

from dataclasses import dataclass

from atelier.domain.steps import Step
from atelier.domain.words import CardNumber, SlotId, ThemeCode


@dataclass(frozen=True, slots=True, kw_only=True)
class StartStep:
    """Start step number `step` (from 1) of the programme, on a theme or on all the themes of a slot."""

    step: int
    theme: ThemeCode | None = None
    slot: SlotId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtendStep:
    """More minutes (or fewer, if negative), on a theme or on all the themes of a slot."""

    minutes: int
    theme: ThemeCode | None = None
    slot: SlotId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RevealCards:
    """Hidden cards are shown: these, or all of the theme."""

    theme: ThemeCode
    cards: tuple[CardNumber, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PauseTheme:
    """Nothing may be posted for now, whatever the step says."""

    theme: ThemeCode
    on: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class FreezeTheme:
    """Cards of this theme can no longer be posted, corrected or withdrawn."""

    theme: ThemeCode


@dataclass(frozen=True, slots=True, kw_only=True)
class ReopenTheme:
    """They can again."""

    theme: ThemeCode


@dataclass(frozen=True, slots=True, kw_only=True)
class EditSteps:
    """The whole programme of a slot, or of the convention; none for a slot: it follows the convention's."""

    steps: tuple[Step, ...]
    slot: SlotId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectClock:
    """The clock of the machine is late by so many seconds, or early if negative."""

    seconds: int


ProgrammeCommand = (
    StartStep | ExtendStep | RevealCards | PauseTheme | FreezeTheme | ReopenTheme | EditSteps | CorrectClock
)
