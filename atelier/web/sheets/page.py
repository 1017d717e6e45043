"""What the four sheets have in common: who may see them, their tools on the screen, their language."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, Template
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response

from atelier.domain.state import Theme
from atelier.domain.words import Kind
from atelier.translations import LANGUAGES
from atelier.web.identity import remember
from atelier.web.plain import rendering
from atelier.web.plain.gzip_pages import answer, piece
from atelier.web.plain.paths import SLUG
from atelier.web.plain.reader import Place, Reader, elsewhere, place_of, reader_of
from atelier.web.sheets.assets import COMMON, RUNNING, WHOLE
from atelier.web.sheets.query import Query

_FOLDER = Path(__file__).parent / "templates"
_BAD_QUERY = 422


def path_of(sheet: str) -> str:
    """Where it is served."""
    return f"/{SLUG}/sheets/{sheet}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """A member of the team who wants something printed."""

    request: Request
    reader: Reader
    place: Place
    query: Query


@dataclass(frozen=True, slots=True, kw_only=True)
class Tools:
    """The form on the screen: which fields it has, and what is in them. None: no such field."""

    theme: Theme | None
    lang: str
    kind: Kind | str | None = None
    kinds: tuple[Kind, ...] = ()
    count: int | None = None
    first: int | None = None
    address: str | None = None
    addresses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """`values` are for the template of that name, in the language that is printed; `notes` for the screen."""

    name: str
    tools: Tools
    values: dict[str, object]
    notes: list[str] = field(default_factory=list)


@cache
def _environment(lang: str) -> Environment:
    """That of the participants’ pages, with its words and its escaping, over the templates of this folder."""
    return rendering.template(lang, "page.html").environment.overlay(loader=FileSystemLoader(_FOLDER))


@cache
def template(lang: str, file: str) -> Template:
    """Ready to be filled."""
    return _environment(lang).get_template(file)


def show(request: Request, make: Callable[[Desk], Sheet]) -> Response:
    """The sheet for the team; for anybody else, where to find the way in.

    Called from routes that are no coroutines: Starlette runs them in a thread, and
    three hundred phones do not wait until a thousand cards are laid out.
    """
    reader = reader_of(request)
    place = place_of(request, reader)
    name = request.url.path.rpartition("/")[2]
    moved = elsewhere(request, f"/{place.slug}/sheets/{name}")
    if moved is not None:
        return moved
    if not place.actor.team:
        refused = template(reader.lang, "team_only.html").render(reader=reader, place=place, style=COMMON)
        return remember(answer(request, [piece(refused)], 403), reader.visitor)
    query = Query(request.query_params, place.state, reader.speech)
    sheet = make(Desk(request=request, reader=reader, place=place, query=query))
    page = _framed(reader, place, sheet, query.problem)
    return answer(request, [piece(page)], _BAD_QUERY if query.problem else 200)


def _framed(reader: Reader, place: Place, sheet: Sheet, problem: str | None) -> str:
    """The tools in the reader’s language, the paper in the room’s."""
    printed = Markup()
    if problem is None:
        values = {**sheet.values, "place": place, "state": place.state, "text_tag": _tags(place, sheet)}
        printed = Markup(template(sheet.tools.lang, f"{sheet.name}.html").render(values))  # noqa: S704 - escaped there
    return template(reader.lang, "frame.html").render(
        reader=reader,
        place=place,
        sheet=sheet,
        tools=sheet.tools,
        printed=printed,
        problem=problem,
        styles=(COMMON, RUNNING if sheet.name == "proof" else WHOLE),
        languages=[(one, reader.speech.language(one)) for one in LANGUAGES],
    )


def _tags(place: Place, sheet: Sheet) -> Callable[[str], str]:
    """For a text in that language: what to announce, nothing when it is the language of the sheet."""

    def tag(lang: str) -> str:
        said = lang or place.state.language
        return "" if said == sheet.tools.lang else said

    return tag
