"""A card or a statement beside each of its neighbours, both texts whole."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from atelier.domain.apart import Target
from atelier.web.pages.desk import near
from atelier.web.pages.desk.desk import Desk
from atelier.web.pages.desk.given import Given, given_item


@dataclass(frozen=True, slots=True)
class Comparing:
    """Stays open until one is put together with it, or the sheet is closed."""

    asked: Target

    def draw(self, desk: Desk) -> str:
        """The nearest first."""
        return near.draw(desk, "sheets/comparing.html", self.asked)

    async def sent(self, desk: Desk, given: Given) -> None:
        """The button says what, and with which."""
        act, _, name = given.act.partition(" ")
        other = near.subject(given_item(name, desk.state))
        if act == "elsewhere":
            near.search_elsewhere(desk, self.asked)
        elif act == "join" and other is not None:
            await near.join(desk, self.asked, other)
            return
        elif act == "part" and other is not None and not await near.part(desk, self.asked, other):
            return
        desk.open(self)


async def compare(desk: Desk, _: str = "") -> None:
    """Open the sheet on what is chosen."""
    asked = near.subject(desk.chosen)
    if asked is not None:
        desk.open(Comparing(asked))


async def _search_elsewhere(desk: Desk, _: str) -> None:
    asked = near.subject(desk.chosen)
    if asked is not None:
        near.search_elsewhere(desk, asked)


async def _beside(desk: Desk, of: str, do: Callable[[Desk, Target, Target], Awaitable[bool]]) -> None:
    """What is chosen and that neighbour: together, or apart."""
    asked, other = near.subject(desk.chosen), near.subject(given_item(of, desk.state))
    if asked is not None and other is not None:
        await do(desk, asked, other)


BUTTONS: dict[str, Callable[[Desk, str], Awaitable[None]]] = {
    "near_join": lambda desk, of: _beside(desk, of, near.join),
    "near_part": lambda desk, of: _beside(desk, of, near.part),
    "near_elsewhere": _search_elsewhere,
    "near_compare": compare,
}
"""Those of the margin."""
