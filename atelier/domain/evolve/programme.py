"""How the programme goes."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, assert_never

from atelier.domain import events
from atelier.domain.evolve import polls
from atelier.domain.evolve.cards import change as change_cards
from atelier.domain.evolve.dots import closed
from atelier.domain.state import Convention, RunningStep, programme_of
from atelier.domain.steps import place_of
from atelier.domain.votes import Vote
from atelier.domain.words import CardNumber, Instant, Seq, ThemeCode


def apply(state: Convention, event: events.ProgrammeEvent, seq: Seq, at: Instant) -> Convention:
    """The state with these themes where they are now."""
    match event:
        case events.StepStarted():
            return _started(state, event, seq, at)
        case events.StepExtended(themes=codes, minutes=minutes):
            for code in codes:
                running = state.themes[code].running
                assert running is not None  # noqa: S101 - `decide` lets no other through
                longer = replace(running, minutes=running.minutes + minutes)
                state = change(state, [code], running=longer)
            return state
        case events.CardsRevealed(cards=numbers):
            return change_cards(state, numbers, seq, hidden=False)
        case events.ThemePaused(theme=code, on=on):
            return change(state, [code], paused=on)
        case events.ThemeFrozen(theme=code):
            return change(state, [code], frozen=True)
        case events.ThemeReopened(theme=code):
            return change(state, [code], frozen=False)
        case events.StepsEdited(steps=steps, slot=slot):
            if slot is None:
                return renumbered(state, replace(state, steps=steps))
            slots = {**state.slots, slot: replace(state.slots[slot], steps=steps)}
            return renumbered(state, replace(state, slots=slots))
        case events.ClockCorrected(seconds=seconds):
            return _corrected(state, seconds)
        case _:
            assert_never(event)


def change(state: Convention, codes: Iterable[ThemeCode], **fields: Any) -> Convention:
    """These themes with these fields."""
    changed = {code: replace(state.themes[code], **fields) for code in codes}
    return replace(state, themes={**state.themes, **changed})


def renumbered(before: Convention, after: Convention) -> Convention:
    """`after` an edit of programmes: what runs stays as it began, at the place it has now."""
    for code, theme in before.themes.items():
        steps = programme_of(after, theme.slot)
        if theme.running is not None and steps != programme_of(before, theme.slot):
            place = place_of(theme.running.step, theme.running.number, steps)
            after = change(after, [code], running=replace(theme.running, number=place))
    return after


def _corrected(state: Convention, seconds: int) -> Convention:
    """Every timer has as long to go as it had."""
    for code, theme in state.themes.items():
        if theme.running is not None:
            started = Instant(theme.running.started + seconds)
            state = change(state, [code], running=replace(theme.running, started=started))
    return replace(state, corrected=state.corrected + seconds)


def _started(state: Convention, event: events.StepStarted, seq: Seq, at: Instant) -> Convention:
    """Votes end with their step; cards hidden in the last one are shown by one that hides nothing."""
    state = _out_of_what_is_open(state, event.themes, seq)
    running = RunningStep(
        number=event.number, step=event.step, started=at, minutes=event.step.minutes, since=seq
    )
    state = change(state, event.themes, running=running, slot=event.slot)
    if not event.step.hidden:
        state = change_cards(state, _no_longer_hidden(state, set(event.themes)), seq, hidden=False)
    if event.vote is None:
        return state
    vote = Vote(number=event.vote, themes=event.themes, dots=event.step.dots, kinds=event.step.dots_on)
    state = replace(state, votes={**state.votes, event.vote: vote})
    return change(state, event.themes, vote=event.vote)


def _out_of_what_is_open(state: Convention, codes: tuple[ThemeCode, ...], seq: Seq) -> Convention:
    """What several themes weigh together goes on for those that stay; the last to leave closes it."""
    closing: tuple[tuple[str, Any, Any], ...] = (
        ("vote", state.votes, closed),
        ("poll", state.polls, polls.closed),
    )
    for name, those, close in closing:
        for number in [number for number, one in those.items() if one.open]:
            holding = [code for code, theme in state.themes.items() if getattr(theme, name) == number]
            leaving = [code for code in holding if code in codes]
            last = leaving == holding
            state = close(state, number, seq) if last else change(state, leaving, **{name: None})
    return state


def _no_longer_hidden(state: Convention, here: set[ThemeCode]) -> list[CardNumber]:
    """A card of several themes waits for the last of them to leave the silence."""
    silent = {code for code, theme in state.themes.items() if theme.running and theme.running.step.hidden}
    return [
        card.number
        for card in state.cards.values()
        if card.hidden and here & set(card.themes) and not silent & set(card.themes)
    ]
