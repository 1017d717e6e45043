"""The templates of the workbench; what all sheets share is that of the desk."""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader

from atelier.web.pages.desk import drawing

_FOLDER = Path(__file__).parent / "templates"


@cache
def _environment(lang: str) -> Environment:
    return drawing.templates(lang).overlay(loader=FileSystemLoader([_FOLDER, drawing.FOLDER]))


def draw(file: str, lang: str, /, **values: object) -> str:
    """A part of the screen, or a sheet."""
    return _environment(lang).get_template(file).render(**values)
