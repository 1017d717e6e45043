"""`cahier.odt` and `cahier.docx`: the same HTML, given to Pandoc, for who wants to go on writing.

Pandoc comes whole in one wheel with `atelier-convention[office]`. It runs in its
sandbox: it reads no file and asks the network for nothing.
"""

import subprocess

from markupsafe import Markup, escape

from atelier.cahier.compose import compose
from atelier.cahier.words import Words
from atelier.domain.state import Convention
from atelier.exchange.html_body import body

_SECONDS_MAX = 120
_PAGE = "<!doctype html><html lang='{lang}'><head><meta charset='utf-8'></head><body>{parts}</body></html>"
_OPTIONS = ("--sandbox", "--from=html", "--shift-heading-level-by=-1", "--output=-")  # the first is the title


def cahier_odt(state: Convention, words: Words) -> bytes:
    """The same state and language give the same bytes, with the same Pandoc."""
    return _converted(state, words, "odt")


def cahier_docx(state: Convention, words: Words) -> bytes:
    """The same."""
    return _converted(state, words, "docx")


def _converted(state: Convention, words: Words, into: str) -> bytes:
    """Errors: `OSError` when the converter fails."""
    import pypandoc  # of an extra: not there for everybody

    document = compose(state)
    parts = Markup().join(part.html for part in body(document, words))
    page = _PAGE.format(lang=escape(state.language), parts=parts)
    try:
        # The date that is written in these files: none, or the bytes would change with the clock.
        made = subprocess.run(  # noqa: S603 - our own options, and the text by the pipe
            [pypandoc.get_pandoc_path(), *_OPTIONS, f"--to={into}"],
            input=page.encode(),
            capture_output=True,
            check=True,
            timeout=_SECONDS_MAX,
            env={"SOURCE_DATE_EPOCH": "0", "LC_ALL": "C.UTF-8"},
        )
    except subprocess.SubprocessError as error:
        raise OSError(str(error)) from error
    return made.stdout
