"""What the projected screen shows, item by item: told by the feed, and drawn from the state alone.

Cards and statements look as on the phones; around them stand the step, the
counts, and whatever the team chose to show alone.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from atelier.domain.card import Card
from atelier.domain.state import Convention, Theme
from atelier.domain.votes import Vote
from atelier.domain.words import Channel, Kind, ThemeCode, WallMode
from atelier.live.feed import Draw, Item, View
from atelier.live.rooms import Served
from atelier.live.wall import WallState
from atelier.web.pages.templating import template
from atelier.web.plain.looks import BoardView, Eye, board_views, card_html, clock, statement_html, tag_of
from atelier.web.plain.shared import Kept, kept_for
from atelier.web.plain.weighing import DotsAsked, DotsGiven, Part, WordsAsked, WordsSaid, parts_of
from atelier.web.weighed import last_vote

_Items = Iterator[tuple[str, Item]]


def draw_wall(served: Served, theme: ThemeCode, lang: str) -> Draw:
    """What a projected screen is told."""
    kept, wall, eye = kept_for(served.room), served.wall(theme), Eye(lang, projected=True)
    return lambda state: wall_view(kept, state, state.themes[theme], eye, wall.at(state))


def wall_view(kept: Kept, state: Convention, theme: Theme, eye: Eye, wall: WallState) -> View:
    """Every item, by its id in the page."""
    return dict(_Projection(kept, state, theme, eye, wall).items())


@dataclass(frozen=True, slots=True)
class _Projection:
    kept: Kept
    state: Convention
    theme: Theme
    eye: Eye
    wall: WallState

    def items(self) -> _Items:
        parts: Any = template(self.eye.lang, "wall_parts.html").module
        theme, vote = self.theme, last_vote(self.state, self.theme.code)
        views = board_views(self.state, theme, self.eye)
        yield "@clock", Item("@", 0, clock(self.state, theme))
        yield "@wall", Item("@", 0, self._signal(vote))
        yield "title", _part(parts.title(theme, tag_of(self.state.language, self.eye.lang)))
        yield "step", _part(parts.step(self.state, theme, vote))
        yield "beside", _part(parts.beside(theme, *self._slot()))
        yield "cards", _part(parts.cards(*_counted(self._standing())))
        for view in views:
            yield from self._board(parts, view)
        hidden = sum(one.board.hidden for one in views)
        yield "alone", _part(parts.alone(self.wall, self._alone(views), hidden))
        yield "result", _part(parts.weighed(self._weighed()))

    def _signal(self, vote: Vote | None) -> str:
        """The mode, when there is something to show in it; the boards, all or those being weighed."""
        mode, kinds = self.wall.mode, self.theme.boards
        if mode is WallMode.DOTS and self._weighed() is None:
            mode, kinds = WallMode.WALL, (vote.kinds if vote else kinds)
        if mode is WallMode.ONE_BY_ONE and self.wall.focus is None:
            mode = WallMode.WALL
        written = not (self.state.closed or self.theme.frozen)
        return json.dumps({"mode": mode, "kinds": kinds, "paused": self.wall.paused, "written": written})

    def _weighed(self) -> Part | None:
        """In that mode: the question asked, or what came of the last one. Dots are put on the boards."""
        parts = parts_of(self.state, self.theme) if self.wall.mode is WallMode.DOTS else ()
        asked = next((one for one in parts if isinstance(one, WordsAsked)), None)
        if asked is None and any(isinstance(one, DotsAsked) for one in parts):
            return None
        ended = [one for one in parts if isinstance(one, DotsGiven | WordsSaid)]
        return max(ended, key=self._ended) if ended and asked is None else asked

    def _ended(self, part: DotsGiven | WordsSaid) -> int:
        state = self.state
        return (state.votes[part.number] if isinstance(part, DotsGiven) else state.polls[part.number]).closed

    def _slot(self) -> tuple[str, tuple[str, ...], tuple[ThemeCode, ...]]:
        """The name of the slot that is shared, with whom, and the codes of all."""
        slot = self.state.slots.get(self.theme.slot) if self.theme.slot else None
        if slot is None:
            return "", (), ()
        others = tuple(self.state.themes[one].title for one in slot.themes if one != self.theme.code)
        return slot.label, others, slot.themes if others else ()

    def _standing(self, kind: Kind | None = None) -> list[Card]:
        """Every card of the theme that counts: neither withdrawn nor set aside."""
        return [
            card
            for card in self.state.cards.values()
            if self.theme.code in card.themes
            and card.kind in ((kind,) if kind else self.theme.boards)
            and not card.withdrawn
            and card.aside is None
        ]

    def _board(self, parts: Any, view: BoardView) -> _Items:
        kind = view.board.kind
        paper = _counted(self._standing(kind))[-1]
        running = self.theme.running
        asked = view.writable and (running is None or kind in running.step.post)
        yield f"{kind}-count", _part(parts.count(view, paper))
        yield f"{kind}-notes", _part(parts.notes(view, asked))
        for one in view.statements:
            look = statement_html(self.kept, self.state, self.eye, one)
            yield one.statement.reference, Item(f"{kind}-statements", one.order, look)
        for card in view.loose:
            look = card_html(self.kept, self.state, self.eye, card)
            yield f"card-{card.number}", Item(f"{kind}-cards", -card.number, look)

    def _alone(self, views: list[BoardView]) -> Markup | None:
        """The card or the statement that the team chose."""
        focus = self.wall.focus
        if focus is None:
            return None
        if not isinstance(focus, str):
            return card_html(self.kept, self.state, self.eye, self.state.cards[focus])
        every = (one for view in views for one in view.statements)
        found = next(one for one in every if one.statement.reference == focus)
        return statement_html(self.kept, self.state, self.eye, found)


def _counted(cards: list[Card]) -> tuple[int, int, int]:
    """All of them, the people who carry them, and those that came on paper."""
    paper = sum(card.channel is Channel.PAPER for card in cards)
    return len(cards), sum(card.carried_by for card in cards), paper


def _part(look: Markup) -> Item:
    return Item("", 0, str(look).strip())
