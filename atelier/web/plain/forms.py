"""What a person typed, field by field; nothing else of a form is looked at."""

import re
import secrets
from dataclasses import dataclass

from starlette.requests import Request

from atelier.domain.commands import PostCard
from atelier.domain.limits import CARRIED_BY_PEOPLE_MAX
from atelier.domain.refusals import Because, Refusal
from atelier.domain.state import Theme
from atelier.domain.words import Kind

_FIELDS_MAX = 32  # ours have five
_NUMBER = re.compile(r"0*[1-9][0-9]{0,5}")
_SHOWN_CHARACTERS_MAX = 40  # of what does not fit, said again


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """A card as it was typed: any text at all, to be given back as it is."""

    kind: str = ""
    text: str = ""
    key: str = ""
    lang: str = ""
    carried_by: str = ""


def new_key() -> str:
    """128 bits: a page sent twice is one card, two pages are two."""
    return secrets.token_urlsafe(16)


async def fields_of(request: Request, *names: str) -> dict[str, str]:
    """These fields, empty when they are not there. Files are not read."""
    async with request.form(max_files=0, max_fields=_FIELDS_MAX) as form:
        found = {name: form.get(name) for name in names}
    return {name: value if isinstance(value, str) else "" for name, value in found.items()}


async def typed_in(request: Request) -> Typed:
    """The card form."""
    fields = await fields_of(request, "kind", "text", "key", "lang", "carried_by")
    return Typed(**{**fields, "key": fields["key"] or new_key()})


def command_from(typed: Typed, theme: Theme) -> PostCard | Refusal:
    """The command it asks for, or which field is no such thing."""
    if typed.kind not in tuple(Kind):
        return Refusal(because=Because.NOTHING_CHOSEN, field="kind")
    people = typed.carried_by.strip()
    if people and not _NUMBER.fullmatch(people):
        about: dict[str, str | int] = {
            "given": people[:_SHOWN_CHARACTERS_MAX],
            "low": 1,
            "high": CARRIED_BY_PEOPLE_MAX,
        }
        return Refusal(because=Because.BAD_VALUE, field="carried_by", about=about)
    return PostCard(
        theme=theme.code,
        kind=Kind(typed.kind),
        text=typed.text,
        key=typed.key,
        lang=typed.lang.strip() or None,
        carried_by=int(people) if people else None,
    )
