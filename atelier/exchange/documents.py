"""Every document that can be made of a convention, by file name: one list for the API and for `export`."""

from collections.abc import Callable
from dataclasses import dataclass

from atelier.cahier.compose import compose
from atelier.cahier.markdown import render
from atelier.cahier.words import Words
from atelier.domain.state import Convention
from atelier.exchange.csv_files import cards_csv, statements_csv
from atelier.exchange.html_file import Paper, cahier_html
from atelier.exchange.json_file import cahier_json


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentKind:
    """`make` is pure: same state, same language, same bytes."""

    format: str
    media_type: str
    make: Callable[[Convention, Words], bytes]


def _markdown(state: Convention, words: Words) -> bytes:
    return render(compose(state), words).encode()


DOCUMENTS = {
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
}

FORMATS = tuple(dict.fromkeys(kind.format for kind in DOCUMENTS.values()))
"""What `--format` knows, the main one first."""
