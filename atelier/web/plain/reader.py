"""Who reads a page, how, and where: taken from the request, never from a form field."""

from dataclasses import dataclass

from starlette.datastructures import URL
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from atelier.domain.actor import Actor
from atelier.domain.state import Convention, Theme
from atelier.domain.words import Role, ThemeCode
from atelier.live.rooms import Served
from atelier.translations import Speech, choose, speech
from atelier.web.identity import Visitor, visitor_of
from atelier.web.site import Site, site_of

LANG_COOKIE = "atelier-lang"
SIZE_COOKIE = "atelier-size"
LARGE = "large"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """`back` is the page to come back to after a change of language or size."""

    site: Site
    visitor: Visitor
    speech: Speech
    large: bool
    back: str

    @property
    def lang(self) -> str:
        """The language of the page."""
        return self.speech.lang

    def tag(self, text_lang: str) -> str:
        """The language to announce beside a text; none when it is that of the page."""
        return "" if text_lang == self.lang else text_lang


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A convention as it is shown at this moment, and what this reader may do there."""

    served: Served
    state: Convention
    turn: int
    actor: Actor

    @property
    def slug(self) -> str:
        """Its name in addresses."""
        return self.served.room.slug

    @property
    def moment(self) -> tuple[int, int]:
        """What is drawn of the state is good until this is another."""
        return self.state.seq, self.turn

    @property
    def roles(self) -> tuple[Role, ...]:
        """The functions whose links this browser opened, each once."""
        return tuple(dict.fromkeys(one.role for one in self.actor.grants if one.role != Role.PARTICIPANT))


def reader_of(request: Request) -> Reader:
    """Language and size: what was chosen here, else what the browser asks for."""
    chosen = request.cookies.get(LANG_COOKIE)
    return Reader(
        site=site_of(request),
        visitor=visitor_of(request),
        speech=speech(choose(request.headers.get("accept-language"), chosen)),
        large=request.cookies.get(SIZE_COOKIE) == LARGE,
        back=request.url.path,
    )


def place_of(request: Request, reader: Reader) -> Place:
    """The convention of the address, or a page that says it is not here."""
    served = reader.site.rooms.get(request.path_params["slug"].lower())
    if served is None:
        raise HTTPException(404)
    return place_in(served, reader)


def place_in(served: Served, reader: Reader) -> Place:
    """That convention, for this reader."""
    state, turn = served.state, served.curtain.turn
    return Place(served=served, state=state, turn=turn, actor=reader.visitor.actor_in(served))


def theme_of(request: Request, place: Place) -> Theme:
    """The theme of the address, in capitals or small letters."""
    theme = place.state.themes.get(ThemeCode(request.path_params["theme"].upper()))
    if theme is None:
        raise HTTPException(404)
    return theme


def elsewhere(request: Request, path: str) -> Response | None:
    """A redirection, if this address was not typed as it is written."""
    if request.url.path == path:
        return None
    return RedirectResponse(str(URL(path=path, query=request.url.query)), 307)


def see(path: str) -> RedirectResponse:
    """Go and read that page: the answer to every form."""
    return RedirectResponse(path, 303)
