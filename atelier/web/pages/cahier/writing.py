"""The text that is open: shown, saved, compared with what another wrote meanwhile."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from atelier.translations import Speech
from atelier.web.pages.cahier.bench import Bench


def words(speech: Speech) -> dict[str, str]:
    """Every sentence the editor may say."""
    return {}


def take_up(bench: Bench, told: Any) -> None:
    """What this browser had open before."""


async def asked(bench: Bench, told: Any) -> dict[str, Any] | None:
    """It wants to be saved."""
    return None


def show(bench: Bench) -> None:
    """As it is now."""


ACTS: Mapping[str, Callable[[Bench, str], Awaitable[None]]] = {}
