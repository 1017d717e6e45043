"""How the programme went."""

from dataclasses import dataclass

from atelier.domain.steps import Step
from atelier.domain.words import CardNumber, SlotId, ThemeCode, VoteNumber


@dataclass(frozen=True, slots=True, kw_only=True)
class StepStarted:
    """On these themes; open votes there closed, and `vote` opened if the step gives dots."""

    themes: tuple[ThemeCode, ...]
    number: int
    step: Step
    slot: SlotId | None = None
    vote: VoteNumber | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StepExtended:
    """By so many minutes, perhaps negative."""

    themes: tuple[ThemeCode, ...]
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CardsRevealed:
    """Everybody may read them now."""

    theme: ThemeCode
    cards: tuple[CardNumber, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemePaused:
    """Or no longer."""

    theme: ThemeCode
    on: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeFrozen:
    """Its cards no longer change."""

    theme: ThemeCode


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeReopened:
    """They may again."""

    theme: ThemeCode


@dataclass(frozen=True, slots=True, kw_only=True)
class StepsEdited:
    """The programme is another, of a slot or of the convention; what runs stays as it began."""

    steps: tuple[Step, ...]
    slot: SlotId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockCorrected:
    """From this event on, times are later by so many seconds than the machine would have said."""

    seconds: int


ProgrammeEvent = (
    StepStarted
    | StepExtended
    | CardsRevealed
    | ThemePaused
    | ThemeFrozen
    | ThemeReopened
    | StepsEdited
    | ClockCorrected
)
