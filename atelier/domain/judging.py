"""What people said in a closed poll: counting, and the rule of majority judgement.

Channels are counted apart. For grades, the majority grade of a statement is
the median of the grades that were given: at least half of those who graded it
give it that grade or better, and at least half that grade or worse (of two
middle grades, the lower). Who said nothing of a statement is counted as blank,
and a blank weighs nothing. Between two statements of the same grade, the
larger camp decides: the share of those above it, or of those below it.
Source: M. Balinski and R. Laraki, "Majority Judgment", MIT Press, 2011.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from atelier.domain import limits
from atelier.domain.polls import SCALES, Poll
from atelier.domain.state import Convention
from atelier.domain.statement import Statement
from atelier.domain.weighing import asks, last_held
from atelier.domain.words import Choice, Count, Reference, Scale


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """How many gave each word of the scale, by channel; `blanks` spoke of other statements, not of this one.

    `earlier`: these words were given to a wording that no longer stands.
    """

    phones: Mapping[Choice, int]
    paper: Mapping[Choice, int]
    hands: Mapping[Choice, int]
    blanks: int
    earlier: bool

    @property
    def total(self) -> Mapping[Choice, int]:
        """All channels together."""
        return {
            choice: self.phones[choice] + self.paper[choice] + self.hands[choice] for choice in self.phones
        }

    @property
    def people(self) -> int:
        """Who said something."""
        return sum(self.total.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """A majority grade, and the shares of those who graded above it and below it."""

    grade: Choice
    above: Fraction
    below: Fraction


def heard(poll: Poll, reference: Reference, statement: Statement | None = None) -> Heard:
    """Of a statement of this poll; given the statement itself, whether its wording still stands."""
    wording = next(one for one in poll.items if one[0] == reference)
    scale = SCALES[poll.scale]
    phones = {choice: poll.phones.get((wording, choice), 0) for choice in scale}
    apart = {
        channel: {choice: poll.counted.get((wording, choice, channel), 0) for choice in scale}
        for channel in Count
    }
    silent = poll.voters - sum(phones.values()) if len(poll.items) > 1 else 0
    return Heard(
        phones=phones,
        paper=apart[Count.PAPER],
        hands=apart[Count.HANDS],
        blanks=silent + poll.counted.get((wording, Choice.BLANK, Count.PAPER), 0),
        earlier=statement is not None and wording[1] != len(statement.versions),
    )


def verdict(poll: Poll, reference: Reference) -> Verdict | None:
    """None when nobody graded it, or when the poll is not of grades."""
    if poll.scale is not Scale.GRADES:
        return None
    given = heard(poll, reference).total
    people = sum(given.values())
    if not people:
        return None
    everyone = [grade for grade in SCALES[poll.scale] for _ in range(given[grade])]
    middle = everyone[people // 2]
    above, below = everyone.index(middle), everyone[::-1].index(middle)
    return Verdict(grade=middle, above=Fraction(above, people), below=Fraction(below, people))


def ranking(poll: Poll) -> tuple[Reference, ...]:
    """Best first; those that nobody graded last, in the order of the poll."""
    return tuple(sorted((reference for reference, _ in poll.items), key=lambda one: _rank(poll, one)))


def last_poll(state: Convention, statement: Statement, scale: Scale) -> Poll | None:
    """The last closed one of that scale that asked about this statement; None while another asks."""
    those = (poll for poll in state.polls.values() if poll.scale is scale)
    poll = last_held(poll for poll in those if asks(state, poll, statement))
    return None if poll is None or poll.open else poll


def overfull(state: Convention, poll: Poll) -> tuple[Reference, ...]:
    """Statements of which more people spoke than there were; none where nobody counted them."""
    people = [state.themes[code].people for code in poll.themes]
    most = sum(people) if all(people) else limits.PEOPLE_MAX
    return tuple(reference for reference, _ in poll.items if heard(poll, reference).people > most)


def _rank(poll: Poll, reference: Reference) -> tuple[int, Fraction]:
    found = verdict(poll, reference)
    scale = SCALES[poll.scale]
    if found is None:
        return (len(scale), Fraction(0))
    leaning = -found.above if found.above > found.below else found.below
    return (scale.index(found.grade), leaning)
