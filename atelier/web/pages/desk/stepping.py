"""What is pressed in the programme: steps, minutes, pauses, what is shown after a silence."""

from collections.abc import Awaitable, Callable

from atelier.domain.commands import ExtendStep, PauseTheme, RevealCards, StartStep
from atelier.web.pages.desk.desk import Desk
from atelier.web.pages.desk.programme import hidden_in, scopes, votes_that_end
from atelier.web.pages.desk.refreshing import show_steps
from atelier.web.pages.desk.sheets.asking import ClosingDots
from atelier.web.pages.desk.sheets.steps import EditingSteps, programmes_of


async def _start(desk: Desk, of: str) -> None:
    """The step of that number; a question first, where it would close the dots."""
    scope = desk.scope
    if not of.isdecimal() or not 1 <= int(of) <= len(scope.steps):
        return
    theme = desk.code if scope.slot is None else None
    command = StartStep(step=int(of), slot=scope.slot, theme=theme)
    voting = votes_that_end(desk.state, scope)
    if voting:
        desk.open(ClosingDots(command, scope.steps[int(of) - 1].label, voting))
    elif await desk.do(command):
        desk.apart = None


async def _extend(desk: Desk, of: str) -> None:
    scope = desk.scope
    theme = desk.code if scope.slot is None else None
    await desk.do(ExtendStep(minutes=2, slot=scope.slot, theme=theme))


async def _pause(desk: Desk, of: str) -> None:
    await desk.do(PauseTheme(theme=desk.code, on=of == "on"))


async def _reveal(desk: Desk, of: str) -> None:
    """All of them; those chosen are another act, of the bar."""
    await desk.do(RevealCards(theme=desk.code))


async def _reveal_next(desk: Desk, of: str) -> None:
    """One card, read aloud; the wall follows where it shows one at a time."""
    waiting = hidden_in(desk.state, desk.code)
    if waiting and await desk.do(RevealCards(theme=desk.code, cards=waiting[:1])):
        desk.follow(waiting[0])


async def _programme(desk: Desk, of: str) -> None:
    if programmes_of(desk):
        desk.open(EditingSteps.opened(desk))


async def _apart(desk: Desk, of: str) -> None:
    """From now on, here, steps move this; nothing has changed for the others."""
    desk.apart = next((one for one in scopes(desk.state, desk.code) if (one.slot or "") == of), None)
    show_steps(desk)


STEPPING: dict[str, Callable[[Desk, str], Awaitable[None]]] = {
    "step": _start,
    "extend": _extend,
    "pause": _pause,
    "reveal_all": _reveal,
    "reveal_next": _reveal_next,
    "scope": _apart,
    "programme": _programme,
}
