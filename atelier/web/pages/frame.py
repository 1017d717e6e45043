"""What every screen of the team shares: one style, one language, and a door for who may not enter."""

from collections.abc import Iterator
from contextlib import contextmanager
from copy import copy
from html import escape
from pathlib import Path

from nicegui import ui
from starlette.requests import Request

from atelier.domain.permissions import in_team
from atelier.domain.words import Role, ThemeCode
from atelier.translations import Speech, speech
from atelier.web.assets import serve
from atelier.web.pages.visit import Visit, language_of, visit

_STATIC = Path(__file__).parent / "static"
_SCREENS = serve(_STATIC / "screens.css")
_LINK = serve(_STATIC / "link.js")
_NAMED: dict[str, str] = {"en": "en-GB"}  # as NiceGUI calls it, where that is not as we do

RECONNECT_SECONDS = 900.0
"""A laptop that sleeps through lunch finds its screen as it left it."""


def style(name: str, *before: Path) -> str:
    """The address of one of our style sheets, `wall` or `desk`; after others, all in one."""
    return serve(*before, _STATIC / f"{name}.css")


@contextmanager
def screen(title: str, *styles: str, lang: str | None = None) -> Iterator[None]:
    """A page in our look, and in the language of its reader unless another is given."""
    words = speech(lang or language_of(ui.context.client.request))
    _speak(words)
    ui.page_title(title)
    for address in (_SCREENS, *styles):
        ui.add_head_html(f'<link rel="stylesheet" href="{address}">')
    ui.add_head_html(f'<script src="{_LINK}"></script>')
    ui.add_body_html(_link_line(words))
    yield


def _speak(words: Speech) -> None:
    """NiceGUI keeps one language for all who open a page: this one has its own."""
    client = ui.context.client
    client.page = copy(client.page)
    client.page.language = _NAMED.get(words.lang, words.lang)  # type: ignore[assignment]


def _link_line(words: Speech) -> str:
    """Empty while all is well: what is written there is read out when it comes."""
    lost = words.text("La liaison avec la machine est coupée. Elle revient toute seule : attendez un moment.")
    long = words.text("C’est trop long pour partir en une fois. Rien n’est enregistré : raccourcissez.")
    return f'<p class="at-link" role="status" data-lost="{escape(lost)}" data-long="{escape(long)}"></p>'


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
