"""What is not there, or broken: told to programs in the shape of every refusal, to people as pages."""

from collections.abc import Callable
from typing import Any

from fastapi import FastAPI
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from atelier.web import guard

_PROGRAMS = "/api/"

_SENTENCES = {
    404: "Il n’y a rien à cette adresse. / There is nothing at this address.",
    405: "Cela ne se demande pas ainsi à cette adresse. / This address is not asked in this way.",
}
CODES = {404: "unknown", 405: "unknown"}

Handler = Callable[[Request, Any], Any]


def add_api_errors(app: FastAPI) -> None:
    """After the pages have said what they do: they still do it everywhere else."""
    for kind in (HTTPException, Exception):
        app.add_exception_handler(kind, _for_programs(app.exception_handlers[kind]))


def _for_programs(for_people: Handler) -> Handler:
    async def told(request: Request, error: Exception) -> Response:
        if not request.url.path.startswith(_PROGRAMS):
            page: Response = await for_people(request, error)
            return page
        status, headers = 500, None
        if isinstance(error, HTTPException):
            status, headers = error.status_code, error.headers
        code = {**guard.CODES, **CODES}.get(status, "unknown")
        sentence = {**guard.SENTENCES, **_SENTENCES}.get(status, str(status))
        return JSONResponse({"refusal": code, "message": sentence}, status, headers)

    return told
