"""The templates of the desk, compiled once for each language."""

from functools import cache
from pathlib import Path

from jinja2 import Environment

from atelier.domain import limits
from atelier.translations import speech
from atelier.translations.names import kind_names, name
from atelier.web.jinja import environment

FOLDER = Path(__file__).parent / "templates"


@cache
def templates(lang: str) -> Environment:
    """Ready to be taken from, with the words of a language."""
    said = speech(lang)
    made = environment(FOLDER, said)
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
    return templates(lang).get_template(file).render(**values)
