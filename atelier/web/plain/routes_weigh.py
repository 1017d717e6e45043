"""`/{slug}/{THEME}/dots`, `/choice`, `/grades`: forms that weigh. `/mine`: what this browser gave."""

from collections.abc import Sequence

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from atelier.domain import limits
from atelier.domain.commands import CastChoice, CastDots
from atelier.domain.refusals import Because, Refusal
from atelier.domain.state import Theme
from atelier.domain.words import Choice, Reference
from atelier.translations.refusals import sentence
from atelier.web.plain.forms import fields_of
from atelier.web.plain.paths import SLUG, THEME
from atelier.web.plain.reader import Place, Reader, place_of, reader_of, see, theme_of
from atelier.web.plain.theme_page import not_weighed_page
from atelier.web.plain.weigh_look import mine_in
from atelier.web.statuses import status_of

_REFERENCE_CHARACTERS_MAX = 40  # ours have ten or so; what is longer is not said again
_CHOICES = {choice.value: choice for choice in Choice}


async def dots(request: Request) -> Response:
    """So many dots on a statement: the number there is, so that a form sent twice is one."""
    fields = await fields_of(request, "statement", "dots")
    number = fields["dots"].strip()
    if not (number.isascii() and number.isdigit() and len(number) <= len(str(limits.DOTS_PER_PERSON_MAX))):
        return await _do(request, fields["statement"], _bad(number))
    reference = _reference(fields["statement"])
    return await _do(request, reference, CastDots(statement=reference, dots=int(number)))


async def choice(request: Request) -> Response:
    """One word on one statement; none takes it back."""
    fields = await fields_of(request, "statement", "choice")
    return await _do(request, fields["statement"], _cast(fields["statement"], fields["choice"]))


async def grades(request: Request) -> Response:
    """One word on each statement of the poll; those that are not in the form stay as they are."""
    place = place_of(request, reader_of(request))
    theme = theme_of(request, place)
    poll = place.state.polls.get(theme.poll) if theme.poll is not None else None
    names = [reference for reference, _ in poll.items] if poll else []
    async with request.form(max_files=0, max_fields=limits.GRADED_STATEMENTS_MAX) as form:
        found = {name: form[name] for name in names if isinstance(form.get(name), str)}
    if not found:
        return await _do(request, "", Refusal(because=Because.NOTHING_CHOSEN))
    return await _do(request, names[0], *(_cast(name, str(value)) for name, value in found.items()))


async def mine(request: Request) -> Response:
    """What this browser gave here: nobody else is ever answered with it."""
    reader = reader_of(request)
    place = place_of(request, reader)
    return _own(place, theme_of(request, place))


async def back(request: Request) -> Response:
    """An address of a form, typed: the page it stands on."""
    place = place_of(request, reader_of(request))
    return see(f"/{place.slug}/{theme_of(request, place).code}")


async def _do(request: Request, about: str, *asked: CastDots | CastChoice | Refusal) -> Response:
    """All of it, up to what is refused; then the page again, or for the script what there is now."""
    reader = reader_of(request)
    place = place_of(request, reader)
    refusal = await _submit(reader, place, asked)
    place = place_of(request, reader)  # as it has become meanwhile
    theme = theme_of(request, place)
    by_script = request.headers.get("accept", "") == "application/json"
    if refusal is not None:
        said = sentence(refusal, reader.speech)
        if by_script:
            return _own(place, theme, status_of(refusal.because), said)
        return not_weighed_page(request, reader, place, theme, refusal)
    if by_script:
        return _own(place, theme)
    where = "dots" if isinstance(asked[0], CastDots) else "choice"
    return see(f"/{place.slug}/{theme.code}?noted={about}#{where}-{about}")


async def _submit(
    reader: Reader, place: Place, asked: Sequence[CastDots | CastChoice | Refusal]
) -> Refusal | None:
    """A browser that keeps no cookie would be somebody else each time: it cannot be held to its number."""
    if reader.visitor.new:
        return Refusal(because=Because.NEEDS_A_BROWSER)
    for one in asked:
        answered = one if isinstance(one, Refusal) else await place.served.submit(one, place.actor)
        if isinstance(answered, Refusal):
            return answered
    return None


def _own(place: Place, theme: Theme, status: int = 200, problem: str = "") -> Response:
    """By the keys of the page, which hold the number of the vote: another vote begins with nothing."""
    own = mine_in(place.state, theme, place.actor)
    found: dict[str, str] = {f"dots-{theme.vote}-{one}": str(dots) for one, dots in own.dots.items()}
    found |= {f"choice-{theme.poll}-{one}": word for one, word in own.words.items()}
    return JSONResponse({"mine": found, "problem": problem}, status, {"cache-control": "no-store"})


def _cast(statement: str, word: str) -> CastChoice | Refusal:
    if word and word not in _CHOICES:
        return Refusal(because=Because.NOTHING_CHOSEN)
    return CastChoice(statement=_reference(statement), choice=_CHOICES.get(word))


def _bad(number: str) -> Refusal:
    about: dict[str, str | int] = {"given": number[:20], "low": 0, "high": limits.DOTS_PER_PERSON_MAX}
    return Refusal(because=Because.BAD_VALUE, field="dots", about=about)


def _reference(typed: str) -> Reference:
    return Reference(typed.strip()[:_REFERENCE_CHARACTERS_MAX])


_HERE = f"/{SLUG}/{THEME}"
_FORMS = {"dots": dots, "choice": choice, "grades": grades}
routes = [
    *(Route(f"{_HERE}/{name}", answer, methods=["POST"]) for name, answer in _FORMS.items()),
    *(Route(f"{_HERE}/{name}", back, methods=["GET"]) for name in _FORMS),
    Route(f"{_HERE}/mine", mine, methods=["GET"]),
]
