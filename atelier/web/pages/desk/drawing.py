"""The templates of the desk, compiled once for each language."""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from atelier.domain import limits
from atelier.translations import speech
from atelier.translations.names import kind_names, name
from atelier.translations.templates import for_templates

_FOLDER = Path(__file__).parent / "templates"


@cache
def _environment(lang: str) -> Environment:
    said = speech(lang)
    made = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.globals |= for_templates(said)
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
