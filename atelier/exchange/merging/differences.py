"""Three texts of one thing: what its room said last time, what it says now, what stands here."""

from collections.abc import Callable, Hashable, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


def settled(current: object, said: object, says: object) -> bool:
    """What the room changed was not changed here; or was changed to the same."""
    return says == said or current in (said, says)


def keyed(
    current: Sequence[T], said: Sequence[T], says: Sequence[T], key: Callable[[T], Hashable]
) -> tuple[tuple[T, ...], list[tuple[T | None, T | None]]]:
    """What may be said of a list, thing by thing; and the things that both changed, as here and as there."""
    here, before, now = ({key(one): one for one in those} for those in (current, said, says))
    told = dict(now)
    disputed: list[tuple[T | None, T | None]] = []
    for name in dict.fromkeys((*now, *before)):
        if settled(here.get(name), before.get(name), now.get(name)):
            continue
        disputed.append((here.get(name), now.get(name)))
        told.pop(name, None)
        if name in before:
            told[name] = before[name]
    return tuple(told.values()), disputed


def units(
    groups: Sequence[tuple[str, ...]], current: Any, said: Any, says: Any
) -> tuple[dict[str, Any], list[tuple[str, ...]]]:
    """For each group of fields that change together, what may be said; and the groups that both changed."""
    told: dict[str, Any] = {}
    disputed: list[tuple[str, ...]] = []
    for group in groups:
        values = [tuple(getattr(one, name) for name in group) for one in (current, said, says)]
        agreed = settled(*values)
        told |= dict(zip(group, values[2] if agreed else values[1], strict=True))
        if not agreed:
            disputed.append(group)
    return told, disputed
