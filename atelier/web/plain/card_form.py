"""The form of a card: the same for everybody but for its key, until something was typed in it."""

from dataclasses import dataclass
from functools import partial

from atelier.domain.refusals import Refusal
from atelier.domain.state import Theme
from atelier.translations.refusals import sentence
from atelier.web.plain import languages
from atelier.web.plain.forms import Typed, new_key
from atelier.web.plain.gzip_pages import Frame, Piece, filled, frame, piece, small
from atelier.web.plain.moment import Moment
from atelier.web.plain.reader import Place, Reader
from atelier.web.plain.rendering import hole, template
from atelier.web.plain.shared import kept_for

_FIELDS = ("kind", "text", "lang", "carried_by")


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Why nothing was saved, and beside which field to say it."""

    sentence: str
    field: str


def blank_form(reader: Reader, place: Place, theme: Theme, moment: Moment) -> list[Piece]:
    """With a key of its own and nothing in it; no form at all when nothing may be posted."""
    if not moment.choices:
        return []
    key = ("form", theme.code, reader.lang, place.actor.grants)
    form = kept_for(place.served.room).once(
        place.moment, key, partial(_blank, reader.lang, place, theme, moment)
    )
    return filled(form, key=[small(new_key())])


def typed_form(
    reader: Reader, place: Place, theme: Theme, moment: Moment, typed: Typed, refusal: Refusal
) -> list[Piece]:
    """Everything that was typed, under the same key, and what is wrong."""
    field = refusal.field if refusal.field in _FIELDS else "text"
    problem = Problem(sentence=sentence(refusal, reader.speech), field=field)
    return [piece(_render(reader.lang, place, theme, moment, typed, problem))]


def _blank(lang: str, place: Place, theme: Theme, moment: Moment) -> Frame:
    return frame(_render(lang, place, theme, moment, Typed(kind=moment.first or "", key=hole("key"))))


def _render(
    lang: str, place: Place, theme: Theme, moment: Moment, typed: Typed, problem: Problem | None = None
) -> str:
    return template(lang, "form.html").render(
        here=f"/{place.slug}/{theme.code}",
        choices=moment.choices_for(theme, typed.kind) if problem else moment.choices,
        typed=typed,
        problem=problem,
        written_languages=languages.WRITTEN,
        other_language=languages.OTHER,
        typed_language="" if typed.lang in languages.LISTED else typed.lang,
        default_language=place.state.language,
    )
