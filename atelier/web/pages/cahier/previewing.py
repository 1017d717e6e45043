"""What will be printed, as it is now."""

from collections.abc import Awaitable, Callable, Mapping

from atelier.web.components.panel import Panel
from atelier.web.pages.cahier.bench import Bench

ACTS: Mapping[str, Callable[[Bench, str], Awaitable[None]]] = {}


def build(bench: Bench) -> Panel:
    """Where it stands on the page."""
    panel = Panel("bench-preview", now=bench.now)
    bench.hear(panel)
    return panel


def show(bench: Bench) -> None:
    """As it is now."""
