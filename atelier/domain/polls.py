"""A poll: each person gives each statement one word of a scale."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from atelier.domain.votes import Wording
from atelier.domain.words import Choice, Count, Mark, PollNumber, Reference, Scale, Seq, ThemeCode

SCALES: Mapping[Scale, tuple[Choice, ...]] = {
    Scale.OPINIONS: (Choice.AGREE, Choice.PASS, Choice.DISAGREE),
    Scale.GRADES: (Choice.VERY_GOOD, Choice.GOOD, Choice.FAIR, Choice.POOR, Choice.REJECT),
}
"""The words of each scale, the best first."""

_NOT_YET = Seq(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Poll:
    """`items` are the wordings people speak of; `closed` is the event that closed it, 0 before.

    `phones` and `counted` say how many gave which word. `ballots`, and `cast`,
    the events that hold them, are forgotten when the convention closes.
    """

    number: PollNumber
    themes: tuple[ThemeCode, ...]
    scale: Scale
    items: tuple[Wording, ...]
    open: bool = True
    closed: Seq = _NOT_YET
    voters: int = 0
    phones: Mapping[tuple[Wording, Choice], int] = field(default_factory=dict)
    counted: Mapping[tuple[Wording, Choice, Count], int] = field(default_factory=dict)
    ballots: Mapping[Mark, Mapping[Wording, Choice]] = field(default_factory=dict)
    cast: tuple[Seq, ...] = ()

    def wording_of(self, reference: Reference) -> Wording | None:
        """What people speak of, of this statement; None when it is not in this poll."""
        return next((one for one in self.items if one[0] == reference), None)
