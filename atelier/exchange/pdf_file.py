"""`cahier.pdf` and `cahier-a5.pdf`: the HTML as a browser would print it, with page numbers in the contents.

WeasyPrint comes with `atelier-convention[pdf]`; it needs Pango, which every
Linux with a screen has. It is given the page, and fetches nothing.
"""

import logging
from ctypes.util import find_library
from typing import Never

from atelier.cahier.words import Words
from atelier.domain.state import Convention
from atelier.exchange.html_file import Paper, cahier_html


def cahier_pdf(state: Convention, words: Words, paper: Paper = Paper.A4) -> bytes:
    """The same state, language and paper give the same bytes, on a machine with the same letters."""
    from weasyprint import HTML  # of an extra: not there for everybody

    logging.getLogger("weasyprint").setLevel(logging.ERROR)  # it tells of rules that are for other readers
    page = HTML(string=cahier_html(state, words, paper).decode(), url_fetcher=_nothing)
    made: bytes = page.write_pdf(pdf_identifier=b"atelier", pdf_tags=True)
    return made


def can_draw() -> bool:
    """What WeasyPrint draws letters with is here."""
    return find_library("pango-1.0") is not None


def _nothing(url: str, *_: object, **__: object) -> Never:
    """The page needs nothing from elsewhere."""
    raise ValueError(url)
