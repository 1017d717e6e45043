"""The catalogues: one `.po` file a language, read and compiled in memory."""

import gettext
from functools import cache
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

FOLDER = Path(__file__).parent

SOURCE = "fr"
"""The language of the msgids."""


def path_of(lang: str) -> Path:
    """Where this language is written down."""
    return FOLDER / lang / "LC_MESSAGES" / "atelier.po"


def _languages() -> tuple[str, ...]:
    found = (folder.name for folder in FOLDER.iterdir() if path_of(folder.name).is_file())
    return tuple(sorted(found, key=lambda lang: (lang != SOURCE, lang)))


LANGUAGES = _languages()
"""Those that have a catalogue, French first."""


def read(lang: str) -> Catalog:
    """The catalogue as it is written, for tools."""
    with path_of(lang).open("rb") as file:
        return read_po(file, locale=lang)


@cache
def compiled(lang: str) -> gettext.GNUTranslations:
    """The catalogue ready to answer."""
    machine = BytesIO()
    write_mo(machine, read(lang))
    machine.seek(0)
    return gettext.GNUTranslations(machine)
