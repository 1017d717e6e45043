"""The result of a closed vote, as it is shown: each wording with the dots it received, by channel."""

from dataclasses import dataclass

from atelier.domain.references import room_of
from atelier.domain.state import Convention
from atelier.domain.tally import Tally, result
from atelier.domain.votes import Vote
from atelier.domain.weighing import weighs
from atelier.domain.words import CardNumber, Reference, ThemeCode


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """`text` is the wording that was weighed; `changed` when it no longer stands."""

    reference: Reference
    text: str
    changed: bool
    dots: Tally


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """Most dots first; `most` is what the longest bar stands for, `without` how many received none."""

    rows: tuple[Weighed, ...]
    most: int
    without: int


def last_vote(state: Convention, theme: ThemeCode) -> Vote | None:
    """The last one opened on this theme, in this room."""
    own = (one for one in reversed(tuple(state.votes.values())) if not room_of(CardNumber(one.number)))
    return next((one for one in own if theme in one.themes), None)


def result_of(state: Convention, vote: Vote) -> Result:
    """Of a closed vote."""
    rows = tuple(_weighed(state, vote, reference, dots) for reference, dots in result(vote) if dots.total)
    with_dots = {row.reference for row in rows}
    others = (one for one in state.statements.values() if one.live and weighs(state, vote, one))
    return Result(
        rows=rows,
        most=max((row.dots.total for row in rows), default=0),
        without=sum(one.reference not in with_dots for one in others),
    )


def _weighed(state: Convention, vote: Vote, reference: Reference, dots: Tally) -> Weighed:
    statement = state.statements[reference]
    versions = [version for one, version in vote.phones if one == reference]
    versions += [version for one, version, _ in vote.counted if one == reference]
    version = max(versions)
    text = statement.versions[version - 1].text if version else statement.title
    changed = version < len(statement.versions) or not statement.live
    return Weighed(reference=reference, text=text, changed=changed, dots=dots)
