"""The polls of another room: how many gave which word, and how. Nobody's ballot travels."""

from collections.abc import Iterable
from dataclasses import replace

from atelier.domain.commands import BringPoll
from atelier.domain.events import PollBrought
from atelier.domain.polls import Poll
from atelier.domain.rooms import ChoicesGiven
from atelier.domain.state import Convention
from atelier.domain.totals import choices_given
from atelier.domain.words import Reference
from atelier.exchange.merging.differences import keyed
from atelier.exchange.merging.names import Names
from atelier.exchange.merging.planned import Trial, What
from atelier.exchange.merging.votes import ask_of_counts, version_here


def bring_polls(trial: Trial, other: Convention, names: Names) -> None:
    """Each once it is closed; what was said of words that are not here is left to a person."""
    for number, poll in sorted(other.polls.items()):
        if names.ours(names.letter_there(number)):
            continue
        themes = tuple(dict.fromkeys(names.themes[code] for code in poll.themes))
        if poll.open:
            trial.ask(What.VOTE_OPEN, ", ".join(themes))
            continue
        here, letter = names.poll(number)
        said = trial.state.brought_polls.get(here)
        versions = _items(trial.state, poll, said, other, names)
        given = [replace(one, statement=names.references[one.statement]) for one in choices_given(poll)]
        for one in given:
            if one.statement not in versions:
                ask_of_counts(trial, What.POLL, None, one)
        if not versions:
            continue
        says = BringPoll(
            poll=here,
            room=letter,
            themes=themes,
            scale=poll.scale,
            statements=tuple(versions),
            versions=tuple(versions.values()),
            voters=poll.voters,
            given=_in_order(one for one in given if one.statement in versions),
        )
        trial.do(_said_again(trial, says, said) if said else says)


def _items(
    here: Convention, poll: Poll, said: PollBrought | None, other: Convention, names: Names
) -> dict[Reference, int]:
    """The wordings people spoke of, as they are numbered here; those said before stay."""
    before = dict(zip(said.statements, said.versions, strict=True)) if said else {}
    places = {
        names.references[reference]: version_here(here, reference, version, other, names)
        for reference, version in poll.items
    }
    return before | {one: place for one, place in places.items() if place is not None and one not in before}


def _said_again(trial: Trial, says: BringPoll, said: PollBrought) -> BringPoll:
    """Paper may be counted after the end, there or here; what both counted is left as it is."""
    current = choices_given(trial.state.polls[says.poll])
    told, disputed = keyed(current, said.given, says.given, lambda one: (one.statement, one.choice))
    for ours, theirs in disputed:
        ask_of_counts(trial, What.POLL, ours, theirs)
    return replace(says, given=_in_order(told))


def _in_order(given: Iterable[ChoicesGiven]) -> tuple[ChoicesGiven, ...]:
    return tuple(sorted(given, key=lambda one: (one.statement, one.choice)))
