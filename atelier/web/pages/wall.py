"""What is projected: two boards at reading size, and how to join."""

from nicegui import ui
from starlette.requests import Request

from atelier.domain.words import Role, ThemeCode
from atelier.web.components.board import Board
from atelier.web.pages.frame import RECONNECT_SECONDS, enter, screen, style
from atelier.web.plain.assets import LIVE

_STYLE = style("wall")


@ui.page("/{slug}/{theme}/wall", reconnect_timeout=RECONNECT_SECONDS)
def wall(request: Request, slug: str, theme: str) -> None:
    """For who holds a role; read-only, whatever the role."""
    here = enter(request, slug, Role.WALL, Role.FACILITATOR, Role.SECRETARY, Role.HOST)
    if here is None:
        return
    code = ThemeCode(theme.upper())
    found = here.state.themes[code]
    with screen(found.title, _STYLE):
        url = f"/api/conventions/{here.slug}/feed?theme={code}&lang={here.speech.lang}"
        Board(
            skeleton="<ol data-place='constat-cards'></ol>",
            url=url,
            after=-1,
            script=LIVE,
            options={"still": False},
        )
