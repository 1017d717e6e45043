"""Every convention of a sessions folder, each in its room; one that cannot be opened stops no other."""

import asyncio
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from atelier.domain.actor import Actor, Grant
from atelier.domain.commands import Command, CorrectCard, CorrectClock, PostCard
from atelier.domain.permissions import may_cover, teams_of
from atelier.domain.refusals import Because, Refusal
from atelier.domain.state import Convention
from atelier.domain.words import CardNumber, Role, ThemeCode
from atelier.live.creation import HOST, tell_keys
from atelier.live.curtain import Curtain
from atelier.live.feed import Feed
from atelier.live.neighbourhood import Neighbourhood
from atelier.live.own_cards import OwnCards
from atelier.live.receipt import Receipt
from atelier.live.room import Room
from atelier.live.wall import Wall
from atelier.store.errors import Reason, Unreadable
from atelier.store.folders import OpenFolder, list_slugs, open_folder
from atelier.store.keyring import Keyring, machine_secret

SHIPPED = "demonstration"
"""The example that comes with the program: to read and export, not to write in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """A room, its folder, and what its pages remember in memory."""

    room: Room
    folder: OpenFolder
    own_cards: OwnCards = field(default_factory=OwnCards)
    curtain: Curtain
    feed: Feed
    near: Neighbourhood
    walls: dict[ThemeCode, Wall] = field(default_factory=dict)

    @property
    def state(self) -> Convention:
        """As it is shown: what the team covered waits, hidden."""
        return self.curtain.over(self.room.state)

    async def submit(self, command: Command, actor: Actor) -> Receipt | Refusal:
        """Hand a command to the room; who may have to be covered is known for some minutes."""
        if isinstance(command, PostCard | CorrectCard):
            self.curtain.writes(actor, self.room.state.seq)
        return await self.room.submit(command, actor)

    def cover(self, number: CardNumber, actor: Actor) -> Refusal | None:
        """This card, and what its browser wrote these last minutes."""
        reach = self._reach(number, actor)
        if isinstance(reach, Refusal):
            return reach
        self.curtain.cover(self.room.state, number, reach)
        return None

    def uncover(self, number: CardNumber, actor: Actor) -> Refusal | None:
        """This card alone."""
        reach = self._reach(number, actor)
        if isinstance(reach, Refusal):
            return reach
        self.curtain.show(self.room.state, number)
        return None

    def uncover_all(self, actor: Actor) -> Refusal | None:
        """Everything this actor may cover."""
        reach = teams_of(self.room.state, actor)
        if not reach:
            return Refusal(because=Because.NOT_YOUR_ROLE)
        self.curtain.show_all(self.room.state, reach)
        return None

    def _reach(self, number: CardNumber, actor: Actor) -> frozenset[ThemeCode] | Refusal:
        card = self.room.state.cards.get(number)
        if card is None:
            return Refusal(because=Because.UNKNOWN, field="card", about={"given": number})
        return may_cover(self.room.state, card, actor)

    def wall(self, theme: ThemeCode) -> Wall:
        """What is projected of that theme."""
        if theme not in self.walls:
            self.walls[theme] = Wall(theme, lambda: self.state, self.feed.poke)
        return self.walls[theme]

    def grant_of(self, key: str) -> Grant | None:
        """What a role key opens here."""
        return self.folder.keys.grant_of(key)


class Rooms:
    """The conventions served by this process. `broken` says why others are not."""

    def __init__(self, sessions: Path, machine: Callable[[], float]) -> None:
        self.sessions = sessions
        self.broken: dict[str, Exception] = {}
        self._machine = machine
        self._served: dict[str, Served] = {}
        self._owner: Mapping[str, Any] = {}

    def open(self, owner: Mapping[str, Any], opening: Callable[[str], None] = lambda slug: None) -> None:
        """Hold every folder; `opening` is told each before it is read."""
        self._owner = owner
        for slug in list_slugs(self.sessions):
            if slug == SHIPPED:
                continue
            opening(slug)
            try:
                self._served[slug] = self._open(slug, owner)
            except Exception as error:  # whatever it holds, it stops no other
                self.broken[slug] = error

    async def add(self, slug: str) -> Served:
        """Hold a folder that was just made, and begin to take commands there. Errors: `StoreError`."""
        served = await asyncio.to_thread(self._open, slug, self._owner)
        self._served[slug] = served
        served.room.open()
        return served

    def _open(self, slug: str, owner: Mapping[str, Any]) -> Served:
        folder = open_folder(self.sessions, slug, owner)
        try:
            room = Room(slug, folder.log, self._machine)
            if not room.state.exists:  # its making was cut short
                raise Unreadable(folder.path, Reason.MISSING)
            folder.keys.complete(machine_secret(self.sessions), room.state.id)
        except BaseException:
            folder.close()
            raise
        curtain = Curtain()
        feed = Feed(room, shown=curtain.over)
        curtain.watch(feed.renew)
        return Served(room=room, folder=folder, curtain=curtain, feed=feed, near=Neighbourhood(room))

    async def let_go(self, slug: str) -> None:
        """Answer who waits there, and hold that folder no more."""
        served = self._served.pop(slug)
        served.feed.close()
        await served.room.close()

    def start(self) -> None:
        """Begin to take commands, in the running event loop."""
        for served in self:
            served.room.open()

    async def set_clocks(self, time: float) -> list[Receipt | Refusal]:
        """It is that time: every convention that is open goes by it from now on.

        For who is host of any of them: they share one machine, and one time.
        """
        late = [(one.room, round(time - one.room.clock.now(one.room.state))) for one in self._open_now()]
        asked = (room.submit(CorrectClock(seconds=seconds), HOST) for room, seconds in late)
        return await asyncio.gather(*asked)

    def _open_now(self) -> list[Served]:
        return [one for one in self if not one.room.state.closed]

    def hush(self) -> None:
        """Let go of everyone who listens."""
        for served in self:
            served.feed.close()

    async def close(self) -> None:
        """Answer who waits and let every folder go."""
        self.hush()
        for served in self:
            await served.room.close()

    def get(self, slug: str) -> Served | None:
        """The convention of that name."""
        return self._served.get(slug)

    def keys_of(self, slug: str) -> dict[Role, str]:
        """Its keys, those this machine can tell."""
        served = self._served[slug]
        return tell_keys(served.folder, machine_secret(self.sessions), served.room.state.id)

    def told_keys(self, slug: str) -> list[tuple[Grant, str | None]]:
        """All of its keys, those for some themes too; None in place of those another machine made."""
        served = self._served[slug]
        told = served.folder.keys.told(machine_secret(self.sessions), served.room.state.id)
        return [(one.grant, key) for one, key in told]

    async def add_key(self, slug: str, grant: Grant) -> Receipt | Refusal:
        """One more key there, for a function in some themes."""
        return await self._write_keys(slug, Keyring.add, grant)

    async def revoke_keys(self, slug: str, role: Role) -> Receipt | Refusal:
        """The keys of that function open nothing there any more, from now; new ones replace them.

        The screens that listened with one of them are cut off.
        """
        answer = await self._write_keys(slug, Keyring.revoke, role)
        self._served[slug].feed.look()
        return answer

    async def _write_keys(
        self, slug: str, write: Callable[..., None], what: Grant | Role
    ) -> Receipt | Refusal:
        served = self._served[slug]
        secret, convention_id = machine_secret(self.sessions), served.room.state.id
        return await served.room.beside(
            partial(write, served.folder.keys, secret, convention_id, what, sync=False)
        )

    def __iter__(self) -> Iterator[Served]:
        """Those under way first, then the closed ones; the newest first among each."""
        return iter(
            sorted(self._served.values(), key=lambda one: (one.room.state.closed, -one.room.state.created))
        )

    def __len__(self) -> int:
        return len(self._served)
