"""Hands and paper: what was counted in the last vote and the last poll of each theme.

One sheet each: rows of boxes. `ask` is the command a box sends, without its channel
and its number; a box that is None is not there.
"""

from collections.abc import Iterator
from typing import Any

from atelier.domain import judging
from atelier.domain.actor import Actor
from atelier.domain.links import live_statements
from atelier.domain.polls import SCALES, Poll
from atelier.domain.state import Convention, Theme
from atelier.domain.statement import Statement
from atelier.domain.tally import overfull
from atelier.domain.votes import Vote, Wording
from atelier.domain.words import Choice, Count
from atelier.translations import Speech
from atelier.translations.names import name
from atelier.web.pages.paper.entries import themes_of

Shown = dict[str, Any]


def look(state: Convention, actor: Actor, speech: Speech) -> Shown:
    """Those under way first; none: nothing to count."""
    themes = themes_of(state, actor)
    polls = dict.fromkeys(theme.poll for theme in themes if theme.poll is not None)
    votes = ((state.votes[theme.vote], theme) for theme in themes if theme.vote is not None)
    sheets = [sheet for number in polls for sheet in _of_poll(state, state.polls[number], speech)]
    sheets += [_of_vote(state, vote, theme, speech) for vote, theme in votes]
    return {"sheets": sorted(sheets, key=lambda one: not one["open"]), "closed": state.closed}


def _of_vote(state: Convention, vote: Vote, theme: Theme, speech: Speech) -> Shown:
    weighed = [one for one in live_statements(state) if _version(vote, one) is not None]
    here = [one for one in weighed if theme.code in one.themes and one.kind in vote.kinds]
    return {
        "key": f"{theme.code} {vote.number}",
        "theme": theme.code,
        "title": theme.title,
        "open": vote.open,
        "about": speech.plural("{n} gommette par personne", "{n} gommettes par personne", vote.dots),
        "overfull": overfull(state, vote),
        "rows": [_weighed(vote, one) for one in here],
    }


def _weighed(vote: Vote, statement: Statement) -> Shown:
    version = _version(vote, statement) or 0
    counted = {
        channel.value: vote.counted.get((statement.reference, version, channel), 0) for channel in Count
    }
    phones = None if vote.open else vote.phones.get((statement.reference, version), 0)
    text = statement.versions[version - 1].text if version else statement.title
    ask = {"command": "count_dots", "statement": statement.reference}
    return {
        "key": statement.reference,
        "code": statement.reference,
        "text": text,
        "ask": ask,
        "amount": "dots",
        "phones": phones,
        **counted,
    }


def _version(vote: Vote, statement: Statement) -> int | None:
    """The wording that was weighed: what came after the vote closed had no dots. None: not there yet."""
    if vote.open:
        return len(statement.versions)
    return sum(wording.seq < vote.closed for wording in statement.versions) or None


def _of_poll(state: Convention, poll: Poll, speech: Speech) -> Iterator[Shown]:
    """A sheet for each statement: a row for each word of the scale."""
    too_many = judging.overfull(state, poll)
    for item in poll.items:
        reference, version = item
        statement = state.statements[reference]
        if statement.live:
            yield {
                "key": f"poll {poll.number} {reference}",
                "theme": reference,
                "title": statement.versions[version - 1].text,
                "open": poll.open,
                "about": name(poll.scale, speech),
                "overfull": reference in too_many,
                "rows": [_said(poll, item, choice, speech) for choice in (*SCALES[poll.scale], Choice.BLANK)],
            }


def _said(poll: Poll, item: Wording, choice: Choice, speech: Speech) -> Shown:
    """Nobody raises a hand to say nothing."""
    counted = {channel.value: poll.counted.get((item, choice, channel), 0) for channel in Count}
    blank = choice is Choice.BLANK
    phones = None if poll.open else 0 if blank else poll.phones.get((item, choice), 0)
    return {
        "key": f"{poll.number} {item[0]} {choice}",
        "code": "",
        "text": name(choice, speech),
        "ask": {"command": "count_choices", "statement": item[0], "choice": choice},
        "amount": "people",
        "phones": phones,
        **counted,
        **({Count.HANDS.value: None} if blank else {}),
    }
