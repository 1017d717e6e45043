"""How things were weighed."""

from dataclasses import dataclass

from atelier.domain.words import Count, Kind, Mark, Reference, ThemeCode, VoteNumber


@dataclass(frozen=True, slots=True, kw_only=True)
class VoteOpened:
    """So many dots a person."""

    vote: VoteNumber
    themes: tuple[ThemeCode, ...]
    dots: int
    kinds: tuple[Kind, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
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


@dataclass(frozen=True, slots=True, kw_only=True)
class DotsCounted:
    """The total counted by hands or on paper, for one wording."""

    vote: VoteNumber
    statement: Reference
    version: int
    channel: Count
    dots: int


@dataclass(frozen=True, slots=True, kw_only=True)
class VoteClosed:
    """The result may be read."""

    vote: VoteNumber


DotsEvent = VoteOpened | DotsCast | DotsCounted | VoteClosed
