"""Who is near whom in a convention under way: read at the first question, then as cards come."""

from atelier.domain.actor import Actor
from atelier.domain.apart import Target
from atelier.domain.state import Convention
from atelier.live.room import Room
from atelier.nearness.index import Index
from atelier.nearness.neighbours import Neighbour, neighbours


class Neighbourhood:
    """Kept in memory only. What is withdrawn leaves it at once."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._index = Index()
        self._following = False

    def of(
        self, shown: Convention, asked: Target, actor: Actor, *, elsewhere: bool = False
    ) -> tuple[Neighbour, ...]:
        """As this actor may see it; `shown` is the room's state, with what is covered there."""
        if not self._following:
            self._following = True
            self._room.watch(self._follow)
        self._follow()
        return neighbours(shown, self._index, asked, actor, elsewhere=elsewhere)

    def _follow(self) -> None:
        self._index.follow(self._room.state)
