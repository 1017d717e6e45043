"""How the programme goes."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, assert_never

from atelier.domain import events
from atelier.domain.evolve.cards import change as change_cards
from atelier.domain.evolve.dots import closed
from atelier.domain.state import Convention, RunningStep
from atelier.domain.votes import Vote
from atelier.domain.words import Instant, Seq, ThemeCode


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
        case _:
            assert_never(event)


def change(state: Convention, codes: Iterable[ThemeCode], **fields: Any) -> Convention:
    """These themes with these fields."""
    changed = {code: replace(state.themes[code], **fields) for code in codes}
    return replace(state, themes={**state.themes, **changed})


def _started(state: Convention, event: events.StepStarted, seq: Seq, at: Instant) -> Convention:
    """Votes end with their step; cards hidden in the last one are shown by one that hides nothing."""
    for code in event.themes:
        number = state.themes[code].vote
        if number is not None:
            state = closed(state, number, seq)
    running = RunningStep(number=event.number, step=event.step, started=at, minutes=event.step.minutes)
    state = change(state, event.themes, running=running, slot=event.slot)
    if not event.step.hidden:
        here = set(event.themes)
        shown = [card.number for card in state.cards.values() if card.hidden and here & set(card.themes)]
        state = change_cards(state, shown, seq, hidden=False)
    if event.vote is None:
        return state
    vote = Vote(number=event.vote, themes=event.themes, dots=event.step.dots, kinds=event.step.dots_on)
    state = replace(state, votes={**state.votes, event.vote: vote})
    return change(state, event.themes, vote=event.vote)
