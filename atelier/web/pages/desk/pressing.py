"""What is pressed, dropped or sent from a desk, and what comes of it: every command goes to the core."""

from collections.abc import Awaitable, Callable

from nicegui import events, ui

from atelier.domain.commands import (
    ClosePoll,
    CloseVote,
    GroupCards,
    RestoreCard,
    Undo,
)
from atelier.domain.completeness import untranslated
from atelier.domain.words import CardNumber, Reference, Seq, WallMode
from atelier.web.pages.desk.acting import act
from atelier.web.pages.desk.chosen import Act
from atelier.web.pages.desk.desk import Desk
from atelier.web.pages.desk.given import given_choice, given_form, given_item
from atelier.web.pages.desk.keys import asked_by
from atelier.web.pages.desk.near import show_near
from atelier.web.pages.desk.refreshing import refresh, show_bar
from atelier.web.pages.desk.sheets import comparing
from atelier.web.pages.desk.sheets.asking import Keys, More
from atelier.web.pages.desk.sheets.placing import SettingAside
from atelier.web.pages.desk.sheets.translating import Translating
from atelier.web.pages.desk.sheets.weighing import EndingDots, OpeningDots
from atelier.web.pages.desk.stepping import STEPPING

Event = events.GenericEventArguments


def listen(desk: Desk) -> None:
    """Hear every part of the desk."""
    parts = desk.parts
    for panel in (parts.head, parts.steps, parts.bar, parts.near, parts.side):
        panel.on_act(lambda event: pressed(desk, str(event.args["act"]), str(event.args["of"])))
    parts.steps.on_ready(lambda _: parts.steps.set_clock(desk.now))
    parts.board.on_chosen(lambda event: _choose(desk, event))
    parts.board.on_more(lambda event: _more(desk, event))
    parts.board.on_restored(lambda event: _restore(desk, event))
    parts.board.on_dropped(lambda event: _drop(desk, event))
    parts.board.on_key(lambda event: _key(desk, str(event.args["key"])))
    parts.sheet.on_sent(lambda event: _answer(desk, event))
    parts.sheet.on_left(lambda _: _left(desk))


async def pressed(desk: Desk, name: str, of: str) -> None:
    """A button of the programme, of the journal, or an act on what is chosen."""
    done = _BUTTONS.get(name)
    if done is not None:
        await done(desk, of)
    elif name in set(Act):
        await _act(desk, Act(name))
    refresh(desk)


async def _act(desk: Desk, wanted: Act) -> None:
    """On what is chosen, if it still makes sense: another may have been there first."""
    if wanted in desk.possible(desk.chosen):
        await act(desk, wanted, desk.chosen)
    else:
        said = desk.here.speech.text("Une autre personne vient de changer ce qui est choisi ici. Regardez.")
        ui.notify(said, type="negative", timeout=8000)


async def _undo(desk: Desk, of: str) -> None:
    if of.isdecimal():
        await desk.do(Undo(seq=Seq(int(of[:9]))))


async def _wall(desk: Desk, of: str) -> None:
    if desk.in_team and of in set(WallMode):
        desk.wall.show(WallMode(of))


async def _turn(desk: Desk, by: int) -> None:
    if desk.in_team:
        (desk.wall.next if by > 0 else desk.wall.previous)()


async def _still(desk: Desk, of: str) -> None:
    if desk.in_team:
        desk.wall.pause(of == "on")


async def _show_again(desk: Desk, of: str) -> None:
    """One card that was covered; without a number, all."""
    served = desk.here.served
    if not of:
        served.uncover_all(desk.actor)
    elif of.isdecimal():
        served.uncover(CardNumber(int(of[:9])), desk.actor)


async def _set_aside(desk: Desk, of: str) -> None:
    """One card that was covered: why?"""
    thing = given_item(f"card-{of}", desk.state)
    if Act.SET_ASIDE in desk.possible(thing):
        desk.open(SettingAside(thing.cards))


async def _translate(desk: Desk, of: str) -> None:
    """The first of those that wait."""
    first = next((one for one in untranslated(desk.state) if desk.code in one.themes), None)
    if first is not None:
        desk.open(Translating(first.number))


async def _nothing(desk: Desk, of: str) -> None:
    desk.parts.board.clear_choice()


async def _keys(desk: Desk, of: str) -> None:
    desk.open(Keys())


async def _open_vote(desk: Desk, of: str) -> None:
    desk.open(OpeningDots())


async def _close_vote(desk: Desk, of: str) -> None:
    """A question first, where others vote too."""
    vote = desk.state.votes.get(desk.theme.vote) if desk.theme.vote is not None else None
    if vote is not None and len(vote.themes) > 1:
        desk.open(EndingDots(vote))
    else:
        await _show_result(desk, CloseVote(theme=desk.code))


async def _close_poll(desk: Desk, of: str) -> None:
    await _show_result(desk, ClosePoll(theme=desk.code))


async def _show_result(desk: Desk, command: CloseVote | ClosePoll) -> None:
    if await desk.do(command):
        desk.wall.show(WallMode.DOTS)


_BUTTONS: dict[str, Callable[[Desk, str], Awaitable[None]]] = {
    **STEPPING,
    "undo": _undo,
    "wall": _wall,
    "next": lambda desk, _: _turn(desk, 1),
    "previous": lambda desk, _: _turn(desk, -1),
    "still": _still,
    "show_again": _show_again,
    "decide_aside": _set_aside,
    "translate_all": _translate,
    "open_vote": _open_vote,
    "close_vote": _close_vote,
    "close_poll": _close_poll,
    "nothing": _nothing,
    "keys": _keys,
    **comparing.BUTTONS,
}


def _choose(desk: Desk, event: Event) -> None:
    desk.chosen = given_choice(event.args, desk.state)
    show_bar(desk)
    show_near(desk)


def _more(desk: Desk, event: Event) -> None:
    thing = given_item(event.args["id"], desk.state)
    if len(thing):
        desk.open(More(thing))


async def _restore(desk: Desk, event: Event) -> None:
    thing = given_item(event.args["id"], desk.state)
    await desk.do(*(RestoreCard(card=number) for number in thing.cards))
    refresh(desk)


async def _drop(desk: Desk, event: Event) -> None:
    """A card on a statement joins it; on another card, both make one."""
    card = given_choice({"cards": [event.args["card"]]}, desk.state)
    on = given_item(event.args["on"], desk.state)
    if card.cards and on.statements:
        await desk.do(GroupCards(cards=card.cards, statement=Reference(on.statements[0])))
    elif card.cards and on.cards:
        await desk.do(GroupCards(cards=(*on.cards, *card.cards)))
    refresh(desk)


async def _key(desk: Desk, key: str) -> None:
    if key == "?":
        desk.open(Keys())
    elif key.lower() == "p":
        await comparing.compare(desk)
    wanted = asked_by(key, desk.possible(desk.chosen))
    if wanted is not None:
        await act(desk, wanted, desk.chosen)
        refresh(desk)


async def _answer(desk: Desk, event: Event) -> None:
    if desk.question is not None:
        await desk.question.sent(desk, given_form(event.args))
        refresh(desk)


def _left(desk: Desk) -> None:
    desk.question = None
