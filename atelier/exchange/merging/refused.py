"""Why an import is refused, in terms of what its host can do about it."""

from atelier.domain.refusals import Because, Refusal
from atelier.domain.state import Convention
from atelier.domain.weighing import asks, weighs
from atelier.domain.words import Reference


def explained(refusal: Refusal, here: Convention) -> Refusal:
    """A vote under way here stops everything: in which themes."""
    statement = here.statements.get(Reference(str(refusal.about.get("statement", ""))))
    if refusal.because is not Because.VOTE_OPEN or statement is None:
        return refusal
    votes = (one.themes for one in here.votes.values() if one.open and weighs(here, one, statement))
    polls = (one.themes for one in here.polls.values() if one.open and asks(here, one, statement))
    codes = dict.fromkeys(code for themes in (*votes, *polls) for code in themes)
    about = {"statement": statement.reference, "theme": ", ".join(codes)}
    return Refusal(because=refusal.because, field="convention", about=about)
