"""Votes, polls and prose of other rooms: made here once, then changed as their room changed them."""

from dataclasses import replace
from typing import Any

from atelier.domain import events, sections
from atelier.domain.polls import Poll
from atelier.domain.rooms import updated
from atelier.domain.state import Block, Convention, Section
from atelier.domain.statement import Wording
from atelier.domain.totals import choices_given, counted_choices, counted_dots, dots_given
from atelier.domain.votes import Vote
from atelier.domain.words import Seq


def apply_vote(state: Convention, event: events.VoteBrought, seq: Seq) -> Convention:
    """Paper is also counted after the end, there as here."""
    said, held = state.brought_votes.get(event.vote), state.votes.get(event.vote)
    given = updated(
        dots_given(held) if held else (),
        said.given if said else (),
        event.given,
        lambda one: (one.statement, one.version),
    )
    vote = Vote(
        number=event.vote,
        themes=event.themes,
        dots=event.dots,
        kinds=event.kinds,
        open=False,
        closed=held.closed if held else seq,
        voters=event.voters,
        phones={(one.statement, one.version): one.phones for one in given if one.phones},
        counted=counted_dots(given),
    )
    return replace(
        state,
        votes={**state.votes, vote.number: vote},
        brought_votes={**state.brought_votes, vote.number: event},
    )


def apply_poll(state: Convention, event: events.PollBrought, seq: Seq) -> Convention:
    """The same."""
    said, held = state.brought_polls.get(event.poll), state.polls.get(event.poll)
    given = updated(
        choices_given(held) if held else (),
        said.given if said else (),
        event.given,
        lambda one: (one.statement, one.choice),
    )
    items = tuple(zip(event.statements, event.versions, strict=True))
    version = dict(items)
    poll = Poll(
        number=event.poll,
        themes=event.themes,
        scale=event.scale,
        items=items,
        open=False,
        closed=held.closed if held else seq,
        voters=event.voters,
        phones={
            ((one.statement, version[one.statement]), one.choice): one.phones for one in given if one.phones
        },
        counted=counted_choices(given, items),
    )
    return replace(
        state,
        polls={**state.polls, poll.number: poll},
        brought_polls={**state.brought_polls, poll.number: event},
    )


def apply_block(state: Convention, event: events.BlockBrought, seq: Seq) -> Convention:
    """Its place is found once; then its title, its words and whether it was taken out are followed."""
    said = state.brought_blocks.get(event.block)
    block = state.blocks.get(event.block, Block(id=event.block, title=""))
    new = {name: getattr(event, name) for name in ("title", "text", "removed")}
    fields: dict[str, Any] = {
        name: value for name, value in new.items() if said is None or getattr(said, name) != value
    }
    text = fields.pop("text", None)
    state = replace(
        state,
        blocks={**state.blocks, block.id: replace(block, **fields)},
        brought_blocks={**state.brought_blocks, block.id: event},
    )
    if event.parts:
        state = replace(state, outline=event.parts, outlined=seq)
    name = sections.of_block(block.id)
    versions = state.sections[name].versions if name in state.sections else ()
    if text is None or text == (versions[-1].text if versions else ""):
        return state
    section = Section(versions=(*versions, Wording(text=text, seq=seq)))
    return replace(state, sections={**state.sections, name: section})
