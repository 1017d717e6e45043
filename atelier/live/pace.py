"""How fast, kept in memory only: who asked and how much of their allowance is left."""

from collections import OrderedDict
from collections.abc import Callable

from atelier.domain import limits


class Pace:
    """A bucket for each name: `burst` at once, then `per_second` for ever.

    Names are forgotten when there are too many, the least recent first; a
    forgotten name starts with a full bucket. `now` is in seconds.
    """

    def __init__(self, *, burst: float, per_second: float, now: Callable[[], float]) -> None:
        self._burst = burst
        self._per_second = per_second
        self._now = now
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def wait(self, name: str, cost: float = 1.0) -> float:
        """Take from the bucket: 0.0, or, with nothing taken, how many seconds to wait."""
        now = self._now()
        left, since = self._left.pop(name, (self._burst, now))
        left = min(self._burst, left + (now - since) * self._per_second)
        missing = max(0.0, cost - left)
        self._left[name] = (left if missing else left - cost, now)
        if len(self._left) > limits.BROWSERS_REMEMBERED_MAX:
            self._left.popitem(last=False)
        return missing / self._per_second
