"""Decisions about the programme under way."""

from typing import assert_never

from atelier.domain import events, limits
from atelier.domain.commands import (
    CorrectClock,
    EditSteps,
    ExtendStep,
    FreezeTheme,
    PauseTheme,
    ProgrammeCommand,
    ReopenTheme,
    RevealCards,
    StartStep,
)
from atelier.domain.decide.checks import card_at, refuse, slot_at, theme_at, within
from atelier.domain.decide.outcome import Unchanged
from atelier.domain.decide.steps import fit_steps
from atelier.domain.refusals import Because
from atelier.domain.state import Convention, Theme, programme_of
from atelier.domain.words import SlotId, ThemeCode, VoteNumber


def decide(state: Convention, command: ProgrammeCommand) -> events.ProgrammeEvent | Unchanged:
    """One event, or nothing to do."""
    match command:
        case StartStep():
            return _start(state, command)
        case ExtendStep():
            return _extend(state, command)
        case RevealCards():
            return _reveal(state, command)
        case PauseTheme(theme=code, on=on):
            if theme_at(state, code).paused == on:
                return Unchanged(seq=state.seq)
            return events.ThemePaused(theme=code, on=on)
        case FreezeTheme(theme=code):
            if theme_at(state, code).frozen:
                return Unchanged(seq=state.seq)
            return events.ThemeFrozen(theme=code)
        case ReopenTheme(theme=code):
            if not theme_at(state, code).frozen:
                return Unchanged(seq=state.seq)
            return events.ThemeReopened(theme=code)
        case EditSteps(steps=steps, slot=slot):
            before = state.steps if slot is None else slot_at(state, slot).steps
            if fit_steps(steps) == before:
                return Unchanged(seq=state.seq)
            return events.StepsEdited(steps=steps, slot=slot)
        case CorrectClock(seconds=seconds):
            within(seconds, -limits.CLOCK_SECONDS_MAX, limits.CLOCK_SECONDS_MAX, "seconds")
            return events.ClockCorrected(seconds=seconds) if seconds else Unchanged(seq=state.seq)
        case _:
            assert_never(command)


def _extend(state: Convention, command: ExtendStep) -> events.StepExtended:
    themes, _ = _moment(state, command.theme, command.slot)
    within(command.minutes, -limits.STEP_MINUTES_MAX, limits.STEP_MINUTES_MAX, "minutes")
    for theme in themes:
        if theme.running is None:
            refuse(Because.NO_STEP, "theme", theme=theme.code)
        within(theme.running.minutes + command.minutes, 0, limits.STEP_MINUTES_MAX, "minutes")
    return events.StepExtended(themes=tuple(theme.code for theme in themes), minutes=command.minutes)


def _start(state: Convention, command: StartStep) -> events.StepStarted:
    themes, slot = _moment(state, command.theme, command.slot)
    programme = programme_of(state, slot)
    if not programme:
        refuse(Because.NO_STEP, "step")
    step = programme[within(command.step, 1, len(programme), "step") - 1]
    return events.StepStarted(
        themes=tuple(theme.code for theme in themes),
        number=command.step,
        step=step,
        slot=slot,
        vote=VoteNumber(len(state.votes) + 1) if step.dots else None,
    )


def _moment(
    state: Convention, code: ThemeCode | None, slot: SlotId | None
) -> tuple[list[Theme], SlotId | None]:
    """The themes meant: one alone (out of any joint slot), or all those of a slot."""
    if (code is None) == (slot is None):
        refuse(Because.NOTHING_CHOSEN, "theme")
    if slot is not None:
        return [state.themes[one] for one in slot_at(state, slot).themes], slot
    theme = theme_at(state, ThemeCode(code or ""))
    alone = theme.slot is not None and state.slots[theme.slot].themes == (theme.code,)
    return [theme], theme.slot if alone else None


def _reveal(state: Convention, command: RevealCards) -> events.CardsRevealed | Unchanged:
    theme = theme_at(state, command.theme)
    chosen = [card_at(state, number, "cards") for number in command.cards] or state.cards.values()
    numbers = tuple(card.number for card in chosen if card.hidden and theme.code in card.themes)
    if not numbers:
        return Unchanged(seq=state.seq)
    return events.CardsRevealed(theme=theme.code, cards=numbers)
