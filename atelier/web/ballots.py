"""What one browser gave in a vote or a poll: found by its own mark, told to nobody else."""

from collections import Counter
from collections.abc import Mapping

from atelier.domain.actor import Actor
from atelier.domain.authorship import poll_mark, voter_mark
from atelier.domain.polls import Poll
from atelier.domain.votes import Vote
from atelier.domain.words import Choice, Reference


def dots_of(vote: Vote, actor: Actor) -> Mapping[Reference, int]:
    """Where this person's dots are; nothing once the ballots are forgotten."""
    found: Counter[Reference] = Counter()
    if actor.secret is not None:
        for (reference, _), dots in vote.ballots.get(voter_mark(actor.secret, vote.number), {}).items():
            found[reference] += dots
    return +found


def words_of(poll: Poll, actor: Actor) -> Mapping[Reference, Choice]:
    """What this person said of each statement; nothing once the ballots are forgotten."""
    if actor.secret is None:
        return {}
    ballot = poll.ballots.get(poll_mark(actor.secret, poll.number), {})
    return {reference: choice for (reference, _), choice in ballot.items()}
