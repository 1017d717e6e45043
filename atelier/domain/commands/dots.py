"""Weighing."""

from dataclasses import dataclass

from atelier.domain.words import Count, Kind, Reference, ThemeCode


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenVote:
    """So many dots a person, on the statements of these kinds."""

    theme: ThemeCode
    dots: int
    kinds: tuple[Kind, ...] = (Kind.REVENDICATION,)


@dataclass(frozen=True, slots=True, kw_only=True)
class CastDots:
    """This person's dots on a statement: the number there is, not one more; 0 takes them back."""

    statement: Reference
    dots: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CountDots:
    """Dots given by hands or on paper, as counted: the total, not an addition."""

    statement: Reference
    channel: Count
    dots: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseVote:
    """No more dots; the result is shown."""

    theme: ThemeCode


DotsCommand = OpenVote | CastDots | CountDots | CloseVote
