"""The formats that a package apart makes: whether it is here, and how to bring it."""

from enum import StrEnum
from importlib.util import find_spec

from atelier.cahier.words import Words
from atelier.exchange.pdf_file import can_draw


class Extra(StrEnum):
    """As they are asked of pip."""

    OFFICE = "office"
    PDF = "pdf"


def is_here(extra: Extra) -> bool:
    """Looked for, not loaded: it may be large."""
    match extra:
        case Extra.OFFICE:
            return find_spec("pypandoc") is not None
        case Extra.PDF:
            return find_spec("weasyprint") is not None and can_draw()


def how_to_bring(extra: Extra, words: Words) -> str:
    """One sentence, for the page and for the terminal."""
    command = f".venv/bin/pip install '.[{extra}]'"
    match extra:
        case Extra.OFFICE:
            return words.text(
                "Pour les formats ODT et DOCX, tapez dans le dossier d’Atelier : {command}", command=command
            )
        case Extra.PDF:
            return words.text(
                "Pour le format PDF, tapez dans le dossier d’Atelier : {command} "
                "(il faut aussi Pango, présent sur tout bureau Linux). "
                "Ou imprimez cahier.html dans un fichier PDF.",
                command=command,
            )
