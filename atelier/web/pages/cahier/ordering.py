"""Another order: of the parts of the document, of the statements of a board."""

from collections.abc import Sequence
from typing import TypeVar

from atelier.domain import outline
from atelier.domain.words import PartName

One = TypeVar("One", bound=str)


def movable(name: PartName) -> bool:
    """The annexes keep their order, at the end."""
    return name not in outline.ANNEXES


def moved(names: Sequence[PartName], name: PartName, by: int) -> tuple[PartName, ...] | None:
    """The part a place further; None where it cannot go."""
    there = names.index(name) + by
    if not movable(name) or not 0 <= there < len(names):
        return None
    found = swapped(names, name, by)
    return found if outline.ends_with_the_annexes(found) else None


def swapped(names: Sequence[One], name: One, by: int) -> tuple[One, ...]:
    """With this one a place further, if there is one."""
    here, found = names.index(name), list(names)
    there = min(max(here + by, 0), len(found) - 1)
    found[here], found[there] = found[there], found[here]
    return tuple(found)


def put_before(names: Sequence[One], name: One, before: str) -> tuple[One, ...]:
    """With this one just before that one; before none, at the end."""
    rest = [one for one in names if one != name]
    place = next((place for place, one in enumerate(rest) if one == before), len(rest))
    return (*rest[:place], name, *rest[place:])
