"""What every screen of the team shares: one style, one language, and a door for who may not enter."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from nicegui import ui
from starlette.requests import Request

from atelier.domain.permissions import in_team
from atelier.domain.words import Role, ThemeCode
from atelier.translations import Speech
from atelier.web.assets import serve
from atelier.web.pages.visit import Visit, visit

_STATIC = Path(__file__).parent / "static"
_SCREENS = serve(_STATIC / "screens.css")

RECONNECT_SECONDS = 900.0
"""A laptop that sleeps through lunch finds its screen as it left it."""


def style(name: str, *before: Path) -> str:
    """The address of one of our style sheets, `wall` or `desk`; after others, all in one."""
    return serve(*before, _STATIC / f"{name}.css")


@contextmanager
def screen(title: str, *styles: str) -> Iterator[None]:
    """A page in our look."""
    ui.page_title(title)
    for address in (_SCREENS, *styles):
        ui.add_head_html(f'<link rel="stylesheet" href="{address}">')
    yield


def enter(request: Request, slug: str, *roles: Role, theme: ThemeCode | None = None) -> Visit | None:
    """The visit of who may be here; for the others, what to do, said on the page.

    With a `theme`, its team alone: some keys open a few themes only.
    """
    found = visit(request, slug)
    if found is None or not found.may_be(*roles) or (theme is not None and not _leads(found, theme)):
        _closed_door(found.speech if found else None, slug)
        return None
    return found


def _leads(found: Visit, theme: ThemeCode) -> bool:
    return in_team(found.actor, theme)


def _closed_door(speech: Speech | None, slug: str) -> None:
    said = speech.text if speech else str
    with screen(said("Page de l’équipe")), ui.column().classes("q-pa-lg"):
        ui.label(said("Cette page est pour l’équipe.")).classes("text-h5")
        ui.label(said("Ouvrez le lien de votre rôle sur cet appareil, ou demandez-le à qui organise."))
        ui.link(said("Aller aux ateliers"), f"/{slug}" if speech else "/")
