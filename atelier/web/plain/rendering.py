"""The templates, compiled once for each language."""

from functools import cache
from pathlib import Path

from jinja2 import Environment, Template
from markupsafe import Markup

from atelier.domain.limits import CARD_GRAPHEMES_MAX, CARRIED_BY_PEOPLE_MAX
from atelier.translations import LANGUAGES, speech
from atelier.translations.names import kind_names, name
from atelier.web.jinja import environment
from atelier.web.plain.assets import SCRIPT, STYLE, WEIGH_SCRIPT, WEIGH_STYLE
from atelier.web.plain.reader import Place, Reader

_FOLDER = Path(__file__).parent / "templates"

_OWN_NAMES = {"fr": "Français", "en": "English"}


def hole(name: str) -> Markup:
    """Room that a page leaves, see `gzip_pages.frame`."""
    return Markup(f"<!--{name}-->")  # noqa: S704 - a word of ours


@cache
def _environment(lang: str) -> Environment:
    said = speech(lang)
    made = environment(_FOLDER, said)
    made.globals |= {
        "lang": lang,
        "other_languages": [(one, _OWN_NAMES.get(one, one)) for one in LANGUAGES if one != lang],
        "style": STYLE,
        "script": SCRIPT,
        "weigh_style": WEIGH_STYLE,
        "weigh_script": WEIGH_SCRIPT,
        "hole": hole,
        "text_max": CARD_GRAPHEMES_MAX,
        "people_max": CARRIED_BY_PEOPLE_MAX,
        "name": lambda thing: name(thing, said),
        "kind_names": cache(lambda kind: kind_names(kind, said)),
        "day_range": said.day_range,
        "time": said.time,
        "listing": said.listing,
    }
    made.filters |= {
        "role_name": lambda role: name(role, said),
        "the_kind": lambda kind: kind_names(kind, said).the,
    }
    return made


@cache
def template(lang: str, file: str) -> Template:
    """Ready to be filled."""
    return _environment(lang).get_template(file)


def render(file: str, reader: Reader, place: Place | None = None, **values: object) -> str:
    """A whole page for one reader."""
    return template(reader.lang, file).render(reader=reader, place=place, **values)
