"""The document as an outline: its parts in order, the places for texts in them."""

from collections.abc import Awaitable, Callable, Mapping

from atelier.web.pages.cahier.bench import Bench


async def drop(bench: Bench, where: str, name: str, before: str) -> None:
    """It was dragged there."""


def show(bench: Bench) -> None:
    """As it is now."""


ACTS: Mapping[str, Callable[[Bench, str], Awaitable[None]]] = {}
