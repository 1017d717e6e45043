"""How the programme went."""

from atelier.domain.events.shape import event
from atelier.domain.steps import Step
from atelier.domain.words import CardNumber, SlotId, ThemeCode, VoteNumber


@event
class StepStarted:
    """On these themes; open votes there closed, and `vote` opened if the step gives dots."""

    themes: tuple[ThemeCode, ...]
    number: int
    step: Step
    slot: SlotId | None = None
    vote: VoteNumber | None = None


@event
class StepExtended:
    """By so many minutes, perhaps negative."""

    themes: tuple[ThemeCode, ...]
    minutes: int


@event
class CardsRevealed:
    """Everybody may read them now."""

    theme: ThemeCode
    cards: tuple[CardNumber, ...]


@event
class ThemePaused:
    """Or no longer."""

    theme: ThemeCode
    on: bool


@event
class ThemeFrozen:
    """Its cards no longer change."""

    theme: ThemeCode


@event
class ThemeReopened:
    """They may again."""

    theme: ThemeCode


ProgrammeEvent = StepStarted | StepExtended | CardsRevealed | ThemePaused | ThemeFrozen | ThemeReopened
