"""Drawing the parts of a desk again, some moments after something changed: not once for every card."""

import asyncio

from atelier.domain import judging
from atelier.domain.completeness import untranslated
from atelier.domain.fates import ledger
from atelier.domain.tally import overfull
from atelier.domain.words import WallMode
from atelier.web.pages.desk.chosen import BEHIND_MORE
from atelier.web.pages.desk.desk import Desk
from atelier.web.pages.desk.near import show_near
from atelier.web.pages.desk.programme import hidden_in, scopes
from atelier.web.pages.desk.sheets.steps import programmes_of
from atelier.web.plain.looks import clock

_PAUSE_SECONDS = 0.3
_LOOK_SECONDS = 5.0
"""How often one counts who listens and asks after the disk, which no event tells."""


class Refreshing:
    """From `begin` until the page is gone."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._due: asyncio.TimerHandle | None = None
        self._looking: asyncio.TimerHandle | None = None
        self._stops = [desk.here.served.room.watch(self.soon), desk.here.served.curtain.watch(self.soon)]
        desk.client.on_connect(self.soon)
        self._look_again()

    def end(self) -> None:
        """The page is gone."""
        for stop in self._stops:
            stop()
        for timer in (self._due, self._looking):
            if timer is not None:
                timer.cancel()

    def soon(self) -> None:
        """In a moment, with all that will have changed until then."""
        if self._due is None:
            self._due = asyncio.get_running_loop().call_later(_PAUSE_SECONDS, self.now)

    def now(self) -> None:
        """Draw every part; what looks the same is not sent, and nothing to a laptop that sleeps."""
        self._due = None
        if not self._desk.client.has_socket_connection:
            return
        with self._desk.client:
            if self._desk.in_team:
                refresh(self._desk)
            else:
                self._desk.leave()

    def _look_again(self) -> None:
        self._looking = asyncio.get_running_loop().call_later(_LOOK_SECONDS, self._look)

    def _look(self) -> None:
        self._look_again()
        self.now()


def refresh(desk: Desk) -> None:
    """Every part, as things are."""
    show_head(desk)
    show_steps(desk)
    show_bar(desk)
    show_near(desk)
    show_side(desk)


def show_head(desk: Desk) -> None:
    """The black bar, and what is wrong with the disk."""
    slot = desk.state.slots.get(desk.theme.slot) if desk.theme.slot else None
    room = desk.here.served.room
    html = desk.fill(
        "head.html", slot=slot, trouble=room.trouble, phones=desk.here.served.feed.phones(desk.code)
    )
    desk.parts.head.show(html, now=desk.now)


def show_steps(desk: Desk) -> None:
    """The programme."""
    scope = desk.scope
    running = desk.theme.running if scope.here else None
    html = desk.fill(
        "steps.html",
        scope=scope,
        others=[one for one in scopes(desk.state, desk.code) if one != scope],
        running=running,
        ends=clock(desk.state, desk.theme) if running else "",
        hidden=len(hidden_in(desk.state, desk.code)),
        leads=desk.leads,
        edits=bool(programmes_of(desk)),
    )
    desk.parts.steps.show(html, now=desk.now)


def show_bar(desk: Desk) -> None:
    """What can be done with what is chosen; else what was done last."""
    desk.chosen = desk.chosen.still_there(desk.state)
    acts = [act for act in desk.possible(desk.chosen) if act not in BEHIND_MORE]
    html = desk.fill("bar.html", chosen=desk.chosen, acts=acts, done=desk.done())
    desk.parts.bar.show(html, now=desk.now)


def show_side(desk: Desk) -> None:
    """The fates and the journal."""
    state, journal = desk.state, desk.journal
    journal.take(desk.here.served.room.since(journal.behind(state)), state)
    cards = (card for card in state.cards.values() if desk.code in card.themes)
    html = desk.fill(
        "side.html",
        ledger=ledger(cards),
        lines=journal.lines(state, desk.actor, desk.here.speech),
        covered=[state.cards[number] for number in sorted(desk.covered)],
        holding=desk.here.served.curtain.holds_in(desk.code),
        untranslated=sum(desk.code in card.themes for card in untranslated(state)),
        leads=desk.leads,
        slug=desk.here.slug,
        **_voting(desk),
        wall=desk.wall.now,
        modes=list(WallMode),
    )
    desk.parts.side.show(html, now=desk.now)


def _voting(desk: Desk) -> dict[str, object]:
    """The last vote and the last poll of the theme, and whether they hold more than people can have given."""
    state, theme = desk.state, desk.theme
    vote = state.votes[theme.vote] if theme.vote is not None else None
    poll = state.polls[theme.poll] if theme.poll is not None else None
    too_many = (vote is not None and overfull(state, vote)) or (
        poll is not None and bool(judging.overfull(state, poll))
    )
    return {"vote": vote, "poll": poll, "overfull": too_many}
