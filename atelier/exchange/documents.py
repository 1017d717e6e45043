"""Every document that can be made of a convention, by file name: one list for the API and for `export`."""

from collections.abc import Callable
from dataclasses import dataclass

from atelier.cahier.compose import compose
from atelier.cahier.markdown import render
from atelier.cahier.pictures.album import album
from atelier.cahier.words import Words
from atelier.domain.state import Convention
from atelier.exchange.csv_files import cards_csv, statements_csv
from atelier.exchange.extras import Extra, is_here
from atelier.exchange.html_file import Paper, cahier_html
from atelier.exchange.json_file import cahier_json
from atelier.exchange.office_file import cahier_docx, cahier_odt
from atelier.exchange.pdf_file import cahier_pdf


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentKind:
    """`make` is pure: same state, same language, same bytes. `extra`: what must be installed for it."""

    format: str
    media_type: str
    make: Callable[[Convention, Words], bytes]
    extra: Extra | None = None


def pictures(state: Convention, words: Words) -> dict[str, bytes]:
    """What the Markdown shows, by its address from there."""
    return {one.address: one.svg.encode() for one in album(compose(state), words)}


def _markdown(state: Convention, words: Words) -> bytes:
    return render(compose(state), words).encode()


_ALL = {
    "cahier.md": DocumentKind(format="md", media_type="text/markdown; charset=utf-8", make=_markdown),
    "cahier.html": DocumentKind(format="html", media_type="text/html; charset=utf-8", make=cahier_html),
    "cahier-a5.html": DocumentKind(
        format="html",
        media_type="text/html; charset=utf-8",
        make=lambda state, words: cahier_html(state, words, Paper.A5),
    ),
    "cahier.json": DocumentKind(
        format="json", media_type="application/json", make=lambda state, _: cahier_json(state)
    ),
    "cards.csv": DocumentKind(format="csv", media_type="text/csv; charset=utf-8", make=cards_csv),
    "statements.csv": DocumentKind(format="csv", media_type="text/csv; charset=utf-8", make=statements_csv),
    "cahier.odt": DocumentKind(
        format="odt",
        media_type="application/vnd.oasis.opendocument.text",
        make=cahier_odt,
        extra=Extra.OFFICE,
    ),
    "cahier.docx": DocumentKind(
        format="docx",
        media_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        make=cahier_docx,
        extra=Extra.OFFICE,
    ),
    "cahier.pdf": DocumentKind(format="pdf", media_type="application/pdf", make=cahier_pdf, extra=Extra.PDF),
    "cahier-a5.pdf": DocumentKind(
        format="pdf",
        media_type="application/pdf",
        make=lambda state, words: cahier_pdf(state, words, Paper.A5),
        extra=Extra.PDF,
    ),
}

_HERE = {extra for extra in Extra if is_here(extra)}

DOCUMENTS = {name: kind for name, kind in _ALL.items() if kind.extra is None or kind.extra in _HERE}
"""Those that can be made on this machine."""

FORMATS = tuple(dict.fromkeys(kind.format for kind in DOCUMENTS.values()))
"""What `--format` knows, the main one first."""

MISSING = {kind.format: kind.extra for kind in _ALL.values() if kind.extra and kind.extra not in _HERE}
"""The formats that could be made too, with what brings them."""
