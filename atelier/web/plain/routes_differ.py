"""⚡ on a statement, by who does not agree, where the step lets them; asked twice: the team alone unmarks."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from atelier.domain.commands import MarkDisagreement
from atelier.domain.decide import decide
from atelier.domain.refusals import Refusal
from atelier.domain.statement import Statement
from atelier.domain.words import Reference
from atelier.translations.refusals import sentence
from atelier.web.identity import remember
from atelier.web.plain.gzip_pages import answer, piece
from atelier.web.plain.paths import SLUG, THEME
from atelier.web.plain.reader import Place, Reader, place_of, reader_of, see, theme_of
from atelier.web.plain.rendering import render
from atelier.web.statuses import status_of

_HERE = f"/{SLUG}/{THEME}/disagree/{{reference}}"


async def ask(request: Request) -> Response:
    """The sentence, what ⚡ means, and a button."""
    reader, place, one = _find(request)
    outcome = decide(place.state, MarkDisagreement(target=one.reference), place.actor)
    return _page(request, reader, place, one, outcome if isinstance(outcome, Refusal) else None)


async def mark(request: Request) -> Response:
    """Marked twice, it is marked once."""
    reader, place, one = _find(request)
    answered = await place.served.submit(MarkDisagreement(target=one.reference), place.actor)
    if isinstance(answered, Refusal):
        return _page(request, reader, place, one, answered)
    return remember(see(f"/{place.slug}/{theme_of(request, place).code}#{one.reference}"), reader.visitor)


def _find(request: Request) -> tuple[Reader, Place, Statement]:
    reader = reader_of(request)
    place = place_of(request, reader)
    one = place.state.statements.get(Reference(request.path_params["reference"].upper()))
    if one is None or theme_of(request, place).code not in one.themes:
        raise HTTPException(404)
    return reader, place, one


def _page(
    request: Request, reader: Reader, place: Place, one: Statement, refusal: Refusal | None
) -> Response:
    said = None if refusal is None else sentence(refusal, reader.speech)
    theme = theme_of(request, place)
    page = render("differ.html", reader, place, theme=theme, one=one, sentence=said)
    return answer(request, [piece(page)], 200 if refusal is None else status_of(refusal.because))


routes = [Route(_HERE, ask, methods=["GET"]), Route(_HERE, mark, methods=["POST"])]
