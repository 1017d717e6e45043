"""What is projected: the boards at reading size, one card alone, how to join, what the dots say."""

from pathlib import Path

from nicegui import ui
from starlette.requests import Request
from starlette.responses import Response

from atelier.domain.state import Theme
from atelier.domain.words import Kind, Role, ThemeCode
from atelier.translations import speech
from atelier.web.assets import serve
from atelier.web.components.wall import WallScreen
from atelier.web.pages.frame import RECONNECT_SECONDS, enter, screen, style
from atelier.web.pages.joining import joining
from atelier.web.pages.templating import template
from atelier.web.pages.visit import Visit
from atelier.web.plain.assets import LIVE
from atelier.web.plain.errors import error_page
from atelier.web.plain.paths import SLUG, THEME
from atelier.web.site import site_of

_STYLE = style("wall")
_TURNING = serve(Path(__file__).parent / "static" / "turning.js")
_LOOK_AROUND_SECONDS = 3.0  # phones come and go, networks too


@ui.page(f"/{SLUG}/{THEME}/wall", reconnect_timeout=RECONNECT_SECONDS)
def wall(request: Request, slug: str, theme: str) -> Response | None:
    """For who holds a role; read-only, whatever the role."""
    slug, code = slug.lower(), ThemeCode(theme.upper())
    served = site_of(request).rooms.get(slug)
    if served is None or code not in served.room.state.themes:
        return error_page(request, 404)
    here = enter(request, slug, Role.WALL, Role.FACILITATOR, Role.SECRETARY, Role.HOST)
    if here is not None:
        _project(request, here, here.state.themes[code])
    return None


def _project(request: Request, here: Visit, theme: Theme) -> None:
    """In the language of the room, whatever that of the browser."""
    said = speech(here.state.language)
    for script in (LIVE, _TURNING):
        ui.add_head_html(f'<script src="{script}"></script>')
    with screen(theme.title, _STYLE, lang=said.lang):
        projected = WallScreen(
            skeleton=template(said.lang, "wall.html").render(halves=_halves(theme)),
            url=f"/api/conventions/{here.slug}/feed?theme={theme.code}&lang={said.lang}&wall",
            now=here.served.room.clock.steady(),
        )
        projected.on_ready(lambda _: projected.set_clock(here.served.room.clock.steady()))

    def look_around() -> None:
        way = joining(request, here, theme.code, said)
        phones = here.served.feed.phones(theme.code)
        projected.say(
            ways=way.html,
            address=way.address,
            phones=said.plural("{n} téléphone ici", "{n} téléphones ici", phones) if phones else "",
        )

    look_around()
    ui.timer(_LOOK_AROUND_SECONDS, look_around)


def _halves(theme: Theme) -> list[list[Kind]]:
    """Constats on one side; on the other what follows from them, one board at a time."""
    left: list[Kind] = [kind for kind in theme.boards if kind is Kind.CONSTAT]
    right: list[Kind] = [kind for kind in theme.boards if kind is not Kind.CONSTAT]
    return [half for half in (left, right) if half]
