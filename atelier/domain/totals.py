"""What was given in a vote or a poll, thing by thing, and the other way round: nobody's ballot."""

from collections.abc import Iterable, Mapping

from atelier.domain.polls import Poll
from atelier.domain.rooms import ChoicesGiven, DotsGiven
from atelier.domain.votes import Vote, Wording
from atelier.domain.words import Choice, Count, Reference


def dots_given(vote: Vote) -> tuple[DotsGiven, ...]:
    """By wording: those that received any."""
    wordings = {*vote.phones, *((reference, version) for reference, version, _ in vote.counted)}
    found = (
        DotsGiven(
            statement=reference,
            version=version,
            phones=vote.phones.get((reference, version), 0),
            paper=vote.counted.get((reference, version, Count.PAPER), 0),
            hands=vote.counted.get((reference, version, Count.HANDS), 0),
        )
        for reference, version in sorted(wordings)
    )
    return tuple(one for one in found if one.phones or one.paper or one.hands)


def choices_given(poll: Poll) -> tuple[ChoicesGiven, ...]:
    """By statement and word: those that somebody gave."""
    words = {*poll.phones, *((wording, choice) for wording, choice, _ in poll.counted)}
    found = (
        ChoicesGiven(
            statement=wording[0],
            choice=choice,
            phones=poll.phones.get((wording, choice), 0),
            paper=poll.counted.get((wording, choice, Count.PAPER), 0),
            hands=poll.counted.get((wording, choice, Count.HANDS), 0),
        )
        for wording, choice in sorted(words)
    )
    return tuple(one for one in found if one.phones or one.paper or one.hands)


def counted_dots(given: Iterable[DotsGiven]) -> Mapping[tuple[Reference, int, Count], int]:
    """Those of hands and paper, as a vote holds them."""
    return {
        (one.statement, one.version, channel): dots
        for one in given
        for channel, dots in ((Count.PAPER, one.paper), (Count.HANDS, one.hands))
        if dots
    }


def counted_choices(
    given: Iterable[ChoicesGiven], items: tuple[Wording, ...]
) -> Mapping[tuple[Wording, Choice, Count], int]:
    """Those of hands and paper, as a poll on these wordings holds them."""
    version = dict(items)
    return {
        ((one.statement, version[one.statement]), one.choice, channel): people
        for one in given
        for channel, people in ((Count.PAPER, one.paper), (Count.HANDS, one.hands))
        if people
    }
