"""How things were weighed."""

from atelier.domain.events.shape import event
from atelier.domain.words import Count, Kind, Mark, Reference, ThemeCode, VoteNumber


@event
class VoteOpened:
    """So many dots a person."""

    vote: VoteNumber
    themes: tuple[ThemeCode, ...]
    dots: int
    kinds: tuple[Kind, ...]


@event
class DotsCast:
    """One person's dots on one wording (`version`, from 0: no wording yet).

    `dots` replace `before`; `first` is true for the first dots of this person
    in this vote, so that counts survive the erasing of `voter`.
    """

    vote: VoteNumber
    statement: Reference
    version: int
    dots: int
    before: int
    first: bool
    voter: Mark


@event
class DotsCounted:
    """The total counted by hands or on paper, for one wording."""

    vote: VoteNumber
    statement: Reference
    version: int
    channel: Count
    dots: int


@event
class VoteClosed:
    """The result may be read."""

    vote: VoteNumber


DotsEvent = VoteOpened | DotsCast | DotsCounted | VoteClosed
