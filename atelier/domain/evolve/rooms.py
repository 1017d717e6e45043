"""What is brought from other rooms, and carried from earlier cahiers.

The state keeps what each room last said of a thing. When the room says it
again, what it changed since then is changed here, and nothing else.
"""

from dataclasses import replace
from typing import assert_never

from atelier.domain import events
from atelier.domain.authorship import NOBODY
from atelier.domain.card import Card
from atelier.domain.evolve.brought import apply_card, apply_statement
from atelier.domain.evolve.brought_votes import apply_block, apply_poll, apply_vote
from atelier.domain.rooms import Room
from atelier.domain.state import Convention
from atelier.domain.words import Channel, Instant, Seq


def apply(state: Convention, event: events.RoomEvent, seq: Seq, at: Instant) -> Convention:
    """The state with this thing from elsewhere."""
    match event:
        case events.RoomRegistered():
            return _registered(state, event)
        case events.CardBrought():
            return apply_card(state, event, seq)
        case events.StatementBrought():
            return apply_statement(state, event, seq)
        case events.VoteBrought():
            return apply_vote(state, event, seq)
        case events.PollBrought():
            return apply_poll(state, event, seq)
        case events.BlockBrought():
            return apply_block(state, event, seq)
        case events.StatementCarried():
            return _carried(state, event, seq, at)
        case _:
            assert_never(event)


def _registered(state: Convention, event: events.RoomRegistered) -> Convention:
    """The people that it counts in a theme are added to those who were here."""
    earlier = state.rooms.get(event.source)
    counted = {one.there: one.people for one in earlier.themes} if earlier else {}
    themes = dict(state.themes)
    for one in event.themes:
        more = one.people - counted.get(one.there, 0)
        themes[one.here] = replace(themes[one.here], people=max(0, themes[one.here].people + more))
    room = Room(
        source=event.source,
        letter=event.letter,
        title=event.title,
        themes=event.themes,
        slots=event.slots,
    )
    return replace(state, themes=themes, rooms={**state.rooms, room.source: room})


def _carried(state: Convention, event: events.StatementCarried, seq: Seq, at: Instant) -> Convention:
    card = Card(
        number=event.card,
        themes=event.themes,
        kind=event.kind,
        text=event.text,
        lang="",
        channel=Channel.EARLIER,
        author=NOBODY,
        carried_by=1,
        slip="",
        table="",
        slot=None,
        late=False,
        hidden=False,
        at=at,
        posted=seq,
        changed=seq,
        texts=(seq,),
        origin=event.origin,
    )
    return replace(state, cards=state.cards.put(card.number, card), own_cards=state.own_cards + 1)
