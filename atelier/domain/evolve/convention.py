"""How the convention is made, changed, closed."""

from dataclasses import fields, replace
from typing import Any, assert_never

from atelier.domain import events
from atelier.domain.authorship import NOBODY
from atelier.domain.evolve.programme import renumbered
from atelier.domain.frozenmap import FrozenMap
from atelier.domain.state import Convention, Slot, Theme
from atelier.domain.words import Instant, Seq


def apply(state: Convention, event: events.ConventionEvent, seq: Seq, at: Instant) -> Convention:
    """The state with this convention as it is now."""
    match event:
        case events.ConventionCreated():
            return _created(event, at)
        case events.ConventionEdited():
            return renumbered(state, replace(state, **_given(event)))
        case events.ThemeAdded():
            return replace(state, themes={**state.themes, event.theme: _theme(event)})
        case events.ThemeEdited(theme=code):
            edited = replace(state.themes[code], **_given(event, but="theme"))
            return replace(state, themes={**state.themes, code: edited})
        case events.SlotAdded():
            return replace(state, slots={**state.slots, event.slot: _slot(event)})
        case events.SlotEdited(slot=slot):
            changed = replace(state.slots[slot], **_given(event, but="slot"))
            return renumbered(state, replace(state, slots={**state.slots, slot: changed}))
        case events.ConventionClosed():
            return _closed(state, seq)
        case events.ConventionReopened():
            return replace(state, closed=False)
        case _:
            assert_never(event)


def _given(event: events.Event, but: str = "") -> dict[str, Any]:
    """The fields that an edit gives."""
    named = ((one.name, getattr(event, one.name)) for one in fields(event) if one.name != but)
    return {name: value for name, value in named if value is not None}


def _created(event: events.ConventionCreated, at: Instant) -> Convention:
    return Convention(
        id=event.id,
        title=event.title,
        number=event.number,
        place=event.place,
        dates=event.dates,
        organisers=event.organisers,
        language=event.language,
        licence=event.licence,
        privacy_notice=event.privacy_notice,
        keep_days=event.keep_days,
        steps=event.steps,
        room=event.room,
        created=at,
        themes={one.theme: _theme(one) for one in event.themes},
        slots={one.slot: _slot(one) for one in event.slots},
    )


def _theme(event: events.ThemeAdded) -> Theme:
    return Theme(
        code=event.theme,
        title=event.title,
        question=event.question,
        partners=event.partners,
        boards=event.boards,
        people=event.people,
    )


def _slot(event: events.SlotAdded) -> Slot:
    return Slot(
        id=event.slot,
        label=event.label,
        themes=event.themes,
        room=event.room,
        start=event.start,
        steps=event.steps,
    )


def _closed(state: Convention, seq: Seq) -> Convention:
    """Nothing left ties a card or a dot to a browser."""
    cards = state.cards
    for card in state.cards.values():
        if card.author:
            cards = cards.put(card.number, replace(card, author=NOBODY))
    votes = {
        number: replace(vote, open=False, closed=vote.closed or seq, ballots={}, cast=())
        for number, vote in state.votes.items()
    }
    polls = {
        number: replace(poll, open=False, closed=poll.closed or seq, ballots={}, cast=())
        for number, poll in state.polls.items()
    }
    return replace(state, closed=True, cards=cards, votes=votes, polls=polls, receipts=FrozenMap())
