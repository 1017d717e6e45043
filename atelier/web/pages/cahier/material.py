"""What was said, to write with: the statements, and the cards that have no place yet."""

from collections.abc import Awaitable, Callable, Mapping

from atelier.web.pages.cahier.bench import Bench


def search(bench: Bench, words: str) -> None:
    """Somebody typed in the box."""
    bench.looking.words = words
    show(bench)


def show(bench: Bench) -> None:
    """What is found, the first of it."""


ACTS: Mapping[str, Callable[[Bench, str], Awaitable[None]]] = {}
