"""Votes and polls as JSON: what is asked, `mine` for the caller alone, the result once it is closed."""

from typing import Any

from atelier.domain import judging
from atelier.domain.actor import Actor
from atelier.domain.polls import SCALES, Poll
from atelier.domain.votes import Vote
from atelier.domain.words import Reference
from atelier.web.ballots import dots_of, words_of

Shape = dict[str, Any]


def of_vote(vote: Vote, actor: Actor) -> Shape:
    """Where the dots of others are is told by the statements, once it is closed."""
    mine = dots_of(vote, actor)
    return {
        "number": vote.number,
        "dots": vote.dots,
        "kinds": list(vote.kinds),
        "open": vote.open,
        "mine": dict(mine),
        "left": vote.dots - sum(mine.values()),
    }


def of_poll(poll: Poll, actor: Actor) -> Shape:
    """`result`: best first, for grades; None while it is open."""
    return {
        "number": poll.number,
        "scale": poll.scale,
        "choices": list(SCALES[poll.scale]),
        "statements": [{"statement": reference, "version": version} for reference, version in poll.items],
        "open": poll.open,
        "mine": dict(words_of(poll, actor)),
        "result": None if poll.open else [_said(poll, one) for one in judging.ranking(poll)],
    }


def _said(poll: Poll, reference: Reference) -> Shape:
    heard, verdict = judging.heard(poll, reference), judging.verdict(poll, reference)
    return {
        "statement": reference,
        "phones": dict(heard.phones),
        "paper": dict(heard.paper),
        "hands": dict(heard.hands),
        "total": dict(heard.total),
        "blanks": heard.blanks,
        "grade": verdict.grade if verdict else None,
    }
