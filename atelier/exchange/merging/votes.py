"""The votes of another room: totals by wording and by way of giving them. Nobody's ballot travels."""

from atelier.domain.commands import BringVote
from atelier.domain.references import renamed
from atelier.domain.rooms import DotsGiven
from atelier.domain.state import Convention
from atelier.domain.votes import Vote
from atelier.domain.words import Count, Reference
from atelier.exchange.merging.names import Names
from atelier.exchange.merging.planned import Trial, What


def bring_votes(trial: Trial, other: Convention, names: Names) -> None:
    """Each once, closed; dots belong for ever to the words they were given to. Polls stay there."""
    for number, vote in sorted(other.votes.items()):
        here, letter = names.vote(number)
        if names.ours(names.letter_there(number)) or here in trial.state.votes:
            continue
        if vote.open:
            trial.ask(What.VOTE_OPEN, ", ".join(names.themes[code] for code in vote.themes))
            continue
        trial.do(
            BringVote(
                vote=here,
                room=letter,
                themes=tuple(dict.fromkeys(names.themes[code] for code in vote.themes)),
                dots=vote.dots,
                kinds=vote.kinds,
                voters=vote.voters,
                given=_given(trial, vote, other, names),
            )
        )
    for poll in other.polls.values():
        if poll.phones or poll.counted:
            asked = ", ".join(names.references[reference] for reference, _ in poll.items)
            trial.ask(What.POLL, ", ".join(names.themes[code] for code in poll.themes), "", asked)


def _given(trial: Trial, vote: Vote, other: Convention, names: Names) -> tuple[DotsGiven, ...]:
    wordings = {*vote.phones, *((reference, version) for reference, version, _ in vote.counted)}
    found = []
    for reference, version in sorted(wordings):
        place = _version_here(trial.state, reference, version, other, names)
        dots = DotsGiven(
            statement=names.references[reference],
            version=place or 0,
            phones=vote.phones.get((reference, version), 0),
            paper=vote.counted.get((reference, version, Count.PAPER), 0),
            hands=vote.counted.get((reference, version, Count.HANDS), 0),
        )
        if place is None:
            trial.ask(What.VOTE, dots.statement, "", f"{dots.phones} + {dots.paper} + {dots.hands}")
        else:
            found.append(dots)
    return tuple(found)


def _version_here(
    here: Convention, reference: Reference, version: int, other: Convention, names: Names
) -> int | None:
    """Which wording here has those very words; None when it was worded otherwise here."""
    versions = here.statements[names.references[reference]].versions
    if version == 0:
        return 0
    said = renamed(other.statements[reference].versions[version - 1].text, names.renamed)
    places = [place for place, one in enumerate(versions, 1) if one.text == said]
    return min(places, key=lambda place: abs(place - version), default=None)
