"""The templates of the desk, compiled once for each language."""

from functools import cache
from pathlib import Path

from jinja2 import Environment

from atelier.domain import limits
from atelier.translations import speech
from atelier.translations.names import kind_names, name
from atelier.web.jinja import environment

_FOLDER = Path(__file__).parent / "templates"


@cache
def _environment(lang: str) -> Environment:
    said = speech(lang)
    made = environment(_FOLDER, said)
    made.globals |= {
        "limits": limits,
        "name": lambda thing: name(thing, said),
        "kind_names": cache(lambda kind: kind_names(kind, said)),
        "language": said.language,
        "listing": said.listing,
        "time": said.time,
    }
    return made


def draw(file: str, lang: str, /, **values: object) -> str:
    """A part of the screen, or a sheet."""
    return _environment(lang).get_template(file).render(**values)
