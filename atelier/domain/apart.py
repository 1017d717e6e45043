"""Two things that people compared and found to be different."""

from typing import Any

from atelier.domain.references import sort_key
from atelier.domain.words import CardNumber, Reference

Target = CardNumber | Reference
"""A card or a statement."""

Pair = tuple[Target, Target]


def pair(one: Target, other: Target) -> Pair:
    """The same whichever is named first: cards before statements, each in their order."""
    first, second = sorted((one, other), key=_rank)
    return first, second


def _rank(target: Target) -> tuple[int, Any]:
    return (0, target) if isinstance(target, int) else (1, sort_key(target))
