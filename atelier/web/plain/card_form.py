"""The form of a card: the same for everybody but for its key, until something was typed in it."""

from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from atelier.domain.refusals import Refusal
from atelier.domain.state import Theme
from atelier.translations.refusals import sentence
from atelier.web.plain import languages
from atelier.web.plain.forms import Typed, new_key
from atelier.web.plain.moment import Moment
from atelier.web.plain.reader import Place, Reader
from atelier.web.plain.rendering import template
from atelier.web.plain.shared import kept_for

_FIELDS = ("kind", "text", "lang", "carried_by")
_KEY = "<!--key-->"
"""Where the key goes. No text of a person can hold it: `<` is escaped."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Why nothing was saved, and beside which field to say it."""

    sentence: str
    field: str


def blank_form(reader: Reader, place: Place, theme: Theme, moment: Moment) -> Markup:
    """With a key of its own, and nothing in it."""
    make = partial(_render, reader.lang, place, theme, moment, Typed(kind=moment.first or ""), None)
    key = ("form", theme.code, reader.lang, place.actor.grants)
    form = kept_for(place.served.room).once(place.state.seq, key, make)
    return Markup(form.replace(_KEY, new_key()))  # noqa: S704 - the form was escaped; a key is letters


def typed_form(
    reader: Reader, place: Place, theme: Theme, moment: Moment, typed: Typed, refusal: Refusal
) -> Markup:
    """Everything that was typed, under the same key, and what is wrong."""
    field = refusal.field if refusal.field in _FIELDS else "text"
    problem = Problem(sentence=sentence(refusal, reader.speech), field=field)
    form = _render(reader.lang, place, theme, moment, typed, problem)
    return Markup(form.replace(_KEY, Markup.escape(typed.key)))  # noqa: S704 - both are escaped


def _render(
    lang: str, place: Place, theme: Theme, moment: Moment, typed: Typed, problem: Problem | None
) -> str:
    return template(lang, "form.html").render(
        here=f"/{place.slug}/{theme.code}",
        choices=moment.choices_for(theme, typed.kind) if problem else moment.choices,
        typed=typed,
        key=Markup(_KEY),  # noqa: S704 - ours
        problem=problem,
        written_languages=languages.WRITTEN,
        other_language=languages.OTHER,
        typed_language="" if typed.lang in languages.LISTED else typed.lang,
        default_language=place.state.language,
    )
