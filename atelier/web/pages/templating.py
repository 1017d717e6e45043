"""The templates of the team's screens: the words and the escaping are those of the participants' pages."""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, Template

from atelier.web.plain import rendering

_FOLDER = Path(__file__).parent / "templates"


@cache
def _environment(lang: str) -> Environment:
    return rendering.template(lang, "page.html").environment.overlay(loader=FileSystemLoader(_FOLDER))


@cache
def template(lang: str, file: str) -> Template:
    """Ready to be filled."""
    return _environment(lang).get_template(file)
