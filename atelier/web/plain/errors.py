"""Pages for what is not there, not asked so, or broken: a sentence, and the way home."""

from fastapi import FastAPI
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from atelier.web.plain.gzip_pages import answer, piece
from atelier.web.plain.reader import reader_of
from atelier.web.plain.rendering import render


def add_error_pages(app: FastAPI) -> None:
    """What broke is told by the log; the page tells what to do."""
    app.add_exception_handler(HTTPException, _refused)
    app.add_exception_handler(Exception, _broken)


async def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101 - what it is registered for
    return error_page(request, error.status_code, dict(error.headers or {}))


async def _broken(request: Request, error: Exception) -> Response:
    return error_page(request, 500)


def error_page(request: Request, status: int, headers: dict[str, str] | None = None) -> Response:
    """What happened and what to do, as everywhere here."""
    page = render("error.html", reader_of(request), status=status)
    return answer(request, [piece(page)], status, headers=headers)
