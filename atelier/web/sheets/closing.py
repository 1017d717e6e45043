"""`/{slug}/sheets/closing`: the fingerprint on paper, to compare a cahier with later."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from atelier.cahier.content import fingerprint, short
from atelier.domain.fates import ledger
from atelier.domain.links import live_statements
from atelier.web.sheets.page import Desk, Sheet, Tools, path_of, show


def closing(request: Request) -> Response:
    """A half page."""
    return show(request, _sheet)


def _sheet(desk: Desk) -> Sheet:
    state = desk.place.state
    whole = fingerprint(state)
    return Sheet(
        name="closing",
        tools=Tools(theme=None, lang=desk.query.lang()),
        values={
            "short": short(whole),
            "whole": [whole[start : start + 8] for start in range(0, len(whole), 8)],
            "cards": ledger(state.cards.values()).received,
            "statements": len(live_statements(state)),
            "now": desk.reader.site.now(),
        },
    )


routes = [Route(path_of("closing"), closing, methods=["GET"])]
