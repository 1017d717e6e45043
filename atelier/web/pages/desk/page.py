"""The page of the desk: its parts, and what is pressed in each."""

from collections.abc import Mapping

from nicegui import ui
from starlette.requests import Request
from starlette.responses import Response

from atelier.domain.state import Convention, Theme
from atelier.domain.words import Kind, Role, ThemeCode
from atelier.web.components.board import Board
from atelier.web.components.panel import Panel
from atelier.web.components.sheet import Sheet
from atelier.web.pages.desk import pressing
from atelier.web.pages.desk.desk import Desk, Parts
from atelier.web.pages.desk.given import given_item
from atelier.web.pages.desk.refreshing import Refreshing, refresh
from atelier.web.pages.frame import RECONNECT_SECONDS, enter, screen, style
from atelier.web.pages.visit import Visit
from atelier.web.plain.assets import LIVE
from atelier.web.plain.errors import error_page
from atelier.web.plain.paths import SLUG, THEME
from atelier.web.site import site_of

_STYLES = style("desk"), style("near")


@ui.page(f"/{SLUG}/{THEME}/desk", reconnect_timeout=RECONNECT_SECONDS)
def desk_page(request: Request, slug: str, theme: str) -> Response | None:
    """For who leads a theme, and those who help."""
    slug, code = slug.lower(), ThemeCode(theme.upper())
    served = site_of(request).rooms.get(slug)
    if served is None or code not in served.room.state.themes:
        return error_page(request, 404)
    here = enter(request, slug, Role.FACILITATOR, Role.SECRETARY, Role.HOST, theme=code)
    if here is not None:
        _sit_down(here, code, pointed_at(request.query_params, here.state))
    return None


def pointed_at(query: Mapping[str, str], state: Convention) -> str:
    """`?card=41` or `?statement=DS-R4`: what is chosen when the desk opens, as the boards name it."""
    card, statement = query.get("card", ""), query.get("statement", "")
    thing = given_item(f"card-{card}" if card else statement, state)
    return next((f"card-{one}" for one in thing.cards), next(iter(thing.statements), ""))


def _sit_down(here: Visit, code: ThemeCode, pointed: str) -> None:
    title = here.speech.text("Animer : {theme}", theme=here.state.themes[code].title)
    with screen(title, *_STYLES):
        desk = Desk(here=here, code=code, client=ui.context.client)
        desk.parts = _parts(desk, pointed)
        pressing.listen(desk)
        refresh(desk)
        desk.client.on_delete(Refreshing(desk).end)


def _parts(desk: Desk, pointed: str) -> Parts:
    """In the order of the page."""
    here, said, now = desk.here, desk.here.speech.text, desk.now
    with ui.element("div").classes("at-desk"):
        head, steps = Panel("at-head", now=now), Panel("at-steps", now=now)
        with ui.element("div").classes("at-work"):
            board = Board(
                skeleton=desk.fill("boards.html", columns=columns(desk.theme)),
                url=f"/api/conventions/{here.slug}/feed?theme={desk.code}&lang={here.speech.lang}&team",
                after=-1,
                script=LIVE,
                options={
                    "choosing": True,
                    "pointed": pointed,
                    "dragging": True,
                    "choose": said("Choisir"),
                    "more": said("Que faire de"),
                    "restore": said("Remettre"),
                },
            )
            bar = Panel("at-acts", now=now)
        with ui.element("div").classes("at-margin"):
            near, side = Panel("at-near", now=now), Panel("at-side", now=now)
    sheet = Sheet(drafts=f"atelier-desk:{here.slug}")
    return Parts(head=head, steps=steps, board=board, bar=bar, near=near, side=side, sheet=sheet)


def columns(theme: Theme) -> tuple[tuple[Kind, ...], tuple[Kind, ...]]:
    """What is seen on the left, what is asked for on the right."""
    left = tuple(kind for kind in (Kind.CONSTAT, Kind.QUESTION) if kind in theme.boards)
    right = tuple(kind for kind in (Kind.REVENDICATION, Kind.PISTE) if kind in theme.boards)
    return left, right
