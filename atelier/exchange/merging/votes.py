"""The votes of another room: totals by wording and by way of giving them. Nobody's ballot travels."""

from collections.abc import Iterable
from dataclasses import replace

from atelier.domain.commands import BringVote
from atelier.domain.events import VoteBrought
from atelier.domain.references import renamed
from atelier.domain.rooms import ChoicesGiven, DotsGiven
from atelier.domain.state import Convention
from atelier.domain.totals import dots_given
from atelier.domain.votes import Vote
from atelier.domain.words import Reference
from atelier.exchange.merging.differences import keyed
from atelier.exchange.merging.names import Names
from atelier.exchange.merging.planned import Trial, What


def bring_votes(trial: Trial, other: Convention, names: Names) -> None:
    """Each once it is closed; dots belong for ever to the words they were given to."""
    for number, vote in sorted(other.votes.items()):
        if names.ours(names.letter_there(number)):
            continue
        themes = tuple(dict.fromkeys(names.themes[code] for code in vote.themes))
        if vote.open:
            trial.ask(What.VOTE_OPEN, ", ".join(themes))
            continue
        here, letter = names.vote(number)
        said = trial.state.brought_votes.get(here)
        given = _given(trial, vote, said, other, names)
        says = BringVote(
            vote=here,
            room=letter,
            themes=themes,
            dots=vote.dots,
            kinds=vote.kinds,
            voters=vote.voters,
            given=given,
        )
        trial.do(_said_again(trial, says, said) if said else says)


def _said_again(trial: Trial, says: BringVote, said: VoteBrought) -> BringVote:
    """Paper may be counted after the end, there or here; what both counted is left as it is."""
    current = dots_given(trial.state.votes[says.vote])
    told, disputed = keyed(current, said.given, says.given, lambda one: (one.statement, one.version))
    for ours, theirs in disputed:
        ask_of_counts(trial, What.VOTE, ours, theirs)
    return replace(says, given=_in_order(told))


def ask_of_counts(
    trial: Trial, what: What, here: DotsGiven | ChoicesGiven | None, there: DotsGiven | ChoicesGiven | None
) -> None:
    """Which of two counts of the same thing is right."""
    subject = next(one.statement for one in (here, there) if one is not None)
    trial.ask(
        what, subject, *(f"{one.phones} + {one.paper} + {one.hands}" if one else "" for one in (here, there))
    )


def _given(
    trial: Trial, vote: Vote, said: VoteBrought | None, other: Convention, names: Names
) -> tuple[DotsGiven, ...]:
    """What was given to words that are not here stays as it was said before."""
    found: dict[tuple[Reference, int], DotsGiven] = {}
    unknown: set[Reference] = set()
    for one in dots_given(vote):
        statement = names.references[one.statement]
        place = version_here(trial.state, one.statement, one.version, other, names)
        if place is None:
            ask_of_counts(trial, What.VOTE, None, replace(one, statement=statement))
            unknown.add(statement)
        else:
            found[statement, place] = replace(one, statement=statement, version=place)
    kept = {
        (one.statement, one.version): one for one in (said.given if said else ()) if one.statement in unknown
    }
    return _in_order((kept | found).values())


def _in_order(given: Iterable[DotsGiven]) -> tuple[DotsGiven, ...]:
    return tuple(sorted(given, key=lambda one: (one.statement, one.version)))


def version_here(
    here: Convention, reference: Reference, version: int, other: Convention, names: Names
) -> int | None:
    """Which wording here has those very words; None when it was worded otherwise here."""
    versions = here.statements[names.references[reference]].versions
    if version == 0:
        return 0
    said = renamed(other.statements[reference].versions[version - 1].text, names.renamed)
    places = [place for place, one in enumerate(versions, 1) if one.text == said]
    return min(places, key=lambda place: abs(place - version), default=None)
