"""What the team covers in a hurry: everything a browser wrote these last minutes, until somebody decides.

All of it is in memory and nowhere else. What could tie two cards to one
browser is its secret and when it last wrote: forgotten after some minutes.
Who may cover what is for `permissions` to say, and for those who call to have asked.
"""

import asyncio
import time
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, fields, replace

from atelier.domain import limits
from atelier.domain.actor import Actor
from atelier.domain.authorship import Secret
from atelier.domain.card import Card
from atelier.domain.permissions import owns
from atelier.domain.state import Convention
from atelier.domain.words import CardNumber, Seq, ThemeCode


class Covered(Card):
    """A card as everybody sees it while it waits for the team: as in a silent step."""


@dataclass(slots=True)
class _Writer:
    """`wrote`: after which events, the oldest first. `themes`: where what it writes is covered now."""

    wrote: deque[Seq] = field(default_factory=deque)
    themes: frozenset[ThemeCode] = frozenset()


class Curtain:
    """Of one convention. `turn` changes each time something is covered or shown. `now` is in seconds."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self.turn = 0
        self._now = now
        self._watchers: list[Callable[[], None]] = []
        self._writers: dict[Secret, _Writer] = {}
        self._held: set[Secret] = set()
        self._order: deque[tuple[float, Secret]] = deque()
        self._covered: dict[CardNumber, Covered | None] = {}
        self._looked = Seq(0)
        self._seen: tuple[Convention, int, Convention] | None = None
        self._forgetting: asyncio.TimerHandle | None = None

    def watch(self, watcher: Callable[[], None]) -> Callable[[], None]:
        """Have this called each time something is covered or shown; what is returned ends it."""
        self._watchers.append(watcher)
        return lambda: self._watchers.remove(watcher)

    @property
    def covered(self) -> frozenset[CardNumber]:
        """The cards that wait for the team to decide."""
        return frozenset(self._covered)

    @property
    def holds(self) -> bool:
        """Something is covered, or would be as soon as it is written."""
        return bool(self._covered or self._held)

    def holds_in(self, theme: ThemeCode) -> bool:
        """What some browser writes next in this theme will be covered."""
        self._forget()
        return any(theme in self._writers[one].themes for one in self._held)

    def writes(self, actor: Actor, seq: Seq) -> None:
        """This browser is about to write, after that event."""
        self._forget()
        if actor.secret is not None and len(self._writers) < limits.BROWSERS_REMEMBERED_MAX:
            self._writers.setdefault(actor.secret, _Writer()).wrote.append(seq)
            self._order.append((self._now(), actor.secret))
            self._forget_later()

    def cover(self, state: Convention, number: CardNumber, themes: frozenset[ThemeCode]) -> None:
        """This card, what its browser wrote these last minutes in these themes, and will write there."""
        self._forget()
        self._take(state)
        found = {number}
        for secret, writer in self._writers.items():
            if owns(state.cards[number], Actor(secret=secret)):
                writer.themes |= themes
                self._held.add(secret)
                since = writer.wrote[0]
                found.update(_written(state.cards.values(), secret, since, writer.themes))
        self._covered |= dict.fromkeys(sorted(found))
        self._change()

    def show(self, state: Convention, number: CardNumber) -> None:
        """This card again. Its browser writes as everybody does once none of its cards is left."""
        self._covered.pop(number, None)
        for secret in tuple(self._held):
            mine = Actor(secret=secret)
            left = any(owns(state.cards[one], mine) for one in self._covered)
            if not left and owns(state.cards[number], mine):
                self._let_go(secret, self._writers[secret].themes)
        self._change()

    def show_all(self, state: Convention, themes: frozenset[ThemeCode]) -> None:
        """In these themes, as if nothing had been covered."""
        for number in [one for one in self._covered if themes & set(state.cards[one].themes)]:
            del self._covered[number]
        for secret in tuple(self._held):
            self._let_go(secret, themes)
        self._change()

    def over(self, state: Convention) -> Convention:
        """The same, as it is shown: what is covered is hidden. The state itself when nothing is."""
        if not self.holds:
            return state
        if self._seen is None or self._seen[0] is not state or self._seen[1] != self.turn:
            self._take(state)
            self._seen = (state, self.turn, self._veil(state))
        return self._seen[2]

    def _take(self, state: Convention) -> None:
        """What was written meanwhile by those who are covered; what was decided is covered no more."""
        since = min(self._looked, state.seq)
        for secret in self._held:
            new = _written(state.cards.values(), secret, since, self._writers[secret].themes)
            self._covered |= dict.fromkeys(one for one in new if one not in self._covered)
        self._looked = state.seq
        for number in [one for one in self._covered if _decided(state.cards.get(one))]:
            del self._covered[number]

    def _veil(self, state: Convention) -> Convention:
        cards = state.cards
        for number in self._covered:
            cards = cards.put(number, self._look_of(cards[number]))
        return replace(state, cards=cards)

    def _look_of(self, card: Card) -> Covered:
        """The same object as long as the card is the same, so that it is drawn once."""
        kept = self._covered[card.number]
        if kept is None or kept.changed != card.changed:
            said = {one.name: getattr(card, one.name) for one in fields(card)}
            kept = self._covered[card.number] = Covered(**{**said, "hidden": True})
        return kept

    def _change(self) -> None:
        self.turn += 1
        self._seen = None
        for watcher in tuple(self._watchers):
            watcher()

    def _forget(self) -> None:
        """Nothing older than some minutes is known of any browser."""
        long_ago = self._now() - 60 * limits.COVER_MINUTES
        while self._order and self._order[0][0] <= long_ago:
            _, secret = self._order.popleft()
            writer = self._writers[secret]
            writer.wrote.popleft()
            if not writer.wrote:
                del self._writers[secret]
                self._held.discard(secret)

    def _let_go(self, secret: Secret, themes: frozenset[ThemeCode]) -> None:
        """What it writes there is covered no more."""
        writer = self._writers[secret]
        writer.themes -= themes
        if not writer.themes:
            self._held.discard(secret)

    def _forget_later(self) -> None:
        """Even when nobody writes any more."""
        if self._forgetting is None:
            wait = 60 * limits.COVER_MINUTES
            self._forgetting = asyncio.get_running_loop().call_later(wait, self._forget_on_time)

    def _forget_on_time(self) -> None:
        self._forgetting = None
        self._forget()
        if self._writers:
            self._forget_later()


def _written(
    cards: Iterable[Card], secret: Secret, since: Seq, themes: frozenset[ThemeCode]
) -> list[CardNumber]:
    """What this browser wrote or corrected after that event, and is still to be read."""
    mine = Actor(secret=secret)
    new = (one for one in cards if one.texts and one.texts[0] > since and themes & set(one.themes))
    return [one.number for one in new if not _decided(one) and owns(one, mine)]


def _decided(card: Card | None) -> bool:
    return card is None or card.withdrawn or card.aside is not None
