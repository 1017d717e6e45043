"""Hands and paper dots: what was counted on each statement of a theme's last vote."""

from typing import Any

from atelier.domain.actor import Actor
from atelier.domain.links import live_statements
from atelier.domain.state import Convention, Theme
from atelier.domain.statement import Statement
from atelier.domain.tally import overfull
from atelier.domain.votes import Vote
from atelier.domain.words import Count
from atelier.translations import Speech
from atelier.web.pages.paper.entries import themes_of

Shown = dict[str, Any]


def look(state: Convention, actor: Actor, speech: Speech) -> Shown:
    """Each theme that was weighed, the votes under way first; none: nothing to count."""
    found = [
        (vote, theme)
        for theme in themes_of(state, actor)
        if theme.vote is not None and (vote := state.votes[theme.vote])
    ]
    found.sort(key=lambda one: not one[0].open)
    return {"votes": [_vote(state, vote, theme, speech) for vote, theme in found], "closed": state.closed}


def _vote(state: Convention, vote: Vote, theme: Theme, speech: Speech) -> Shown:
    weighed = [one for one in live_statements(state) if _version(vote, one) is not None]
    here = [one for one in weighed if theme.code in one.themes and one.kind in vote.kinds]
    return {
        "theme": theme.code,
        "title": theme.title,
        "open": vote.open,
        "dots": speech.plural("{n} gommette par personne", "{n} gommettes par personne", vote.dots),
        "overfull": bool(theme.people) and overfull(vote, theme.people),
        "people": theme.people,
        "rows": [_row(vote, one) for one in here],
    }


def _row(vote: Vote, statement: Statement) -> Shown:
    version = _version(vote, statement) or 0
    counted = {
        channel.value: vote.counted.get((statement.reference, version, channel), 0) for channel in Count
    }
    phones = None if vote.open else vote.phones.get((statement.reference, version), 0)
    text = statement.versions[version - 1].text if version else statement.title
    return {"statement": statement.reference, "text": text, "phones": phones, **counted}


def _version(vote: Vote, statement: Statement) -> int | None:
    """The wording that was weighed: what came after the vote closed had no dots. None: not there yet."""
    if vote.open:
        return len(statement.versions)
    return sum(wording.seq < vote.closed for wording in statement.versions) or None
