"""`/r/{key}`: the link of a function, given once for a cookie. `/{slug}/team`: the screens it opens."""

import math

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from atelier.domain.actor import Grant
from atelier.domain.state import Convention, Theme
from atelier.domain.words import Role
from atelier.translations import Speech
from atelier.web.identity import remember_keys
from atelier.web.plain.gzip_pages import answer, piece
from atelier.web.plain.paths import SLUG
from atelier.web.plain.reader import Place, Reader, elsewhere, place_of, reader_of, see
from atelier.web.plain.rendering import render


async def open_link(request: Request) -> Response:
    """To the screen it opens, the key out of the address. A right key is never kept waiting."""
    if request.method == "HEAD":
        raise HTTPException(405)  # whoever only looks ahead spends no key
    reader = reader_of(request)
    site = reader.site
    key = request.path_params["key"].lower()
    for served in site.rooms:
        grant = served.grant_of(key)
        if grant is not None:
            page = first_page(served.room.slug, served.room.state, grant)
            return remember_keys(see(page), reader.visitor.with_keys([key]))
    if site.is_host_key(key):
        return remember_keys(see("/host"), reader.visitor.with_keys(site.host_keys()))
    return _wrong(request, reader)


async def team(request: Request) -> Response:
    """Which screen, for whoever holds a function: theme by theme, those of their links alone."""
    reader = reader_of(request)
    place = place_of(request, reader)
    if not place.roles:
        return see(f"/{place.slug}")
    screens, rooms = _screens(place, reader.speech), _rooms(place, reader.speech)
    page = render("team.html", reader, place, screens=screens, rooms=rooms)
    return elsewhere(request, f"/{place.slug}/team") or answer(request, [piece(page)])


def first_page(slug: str, state: Convention, grant: Grant) -> str:
    """Where the link of this function leads: to its screen, or to those there are to choose from."""
    if grant.role is Role.HOST:
        return f"/host/{slug}"
    if grant.role is Role.SECRETARY:
        return f"/{slug}/paper"
    themes = _themes(state, [grant], grant.role)
    if len(themes) == 1 and grant.role in _SCREEN:
        return f"/{slug}/{themes[0].code}/{_SCREEN[grant.role]}"
    return f"/{slug}/team"


_SCREEN = {Role.FACILITATOR: "desk", Role.WALL: "wall"}
"""The screens there is one of for each theme."""


def _themes(state: Convention, grants: list[Grant], *roles: Role) -> list[Theme]:
    """Those in which somebody holds one of these functions."""
    held = [grant for grant in grants if grant.role in roles]
    return [
        theme
        for theme in state.themes.values()
        if any(grant.themes is None or theme.code in grant.themes for grant in held)
    ]


def _screens(place: Place, said: Speech) -> list[tuple[str, str]]:
    """Of the convention as a whole."""
    found = []
    if Role.HOST in place.roles:
        found.append((said.text("Organiser : inviter, préparer, finir"), f"/host/{place.slug}"))
    if place.actor.team:
        found.append((said.text("Saisir du papier"), f"/{place.slug}/paper"))
        if {Role.SECRETARY, Role.HOST} & set(place.roles):
            found.append((said.text("Écrire le cahier"), f"/{place.slug}/cahier"))
        found.append((said.text("Lire le cahier"), f"/{place.slug}/read"))
    found.append((said.text("Projeter les images"), f"/{place.slug}/pictures"))
    return found


def _rooms(place: Place, said: Speech) -> list[tuple[str, str, list[Theme]]]:
    """Of each theme."""
    grants = list(place.actor.grants)
    animated = _themes(place.state, grants, Role.FACILITATOR, Role.SECRETARY, Role.HOST)
    projected = _themes(place.state, grants, Role.WALL, Role.FACILITATOR, Role.SECRETARY, Role.HOST)
    found = [(said.text("Animer"), "desk", animated), (said.text("Projeter le mur"), "wall", projected)]
    return [one for one in found if one[2]]


def _wrong(request: Request, reader: Reader) -> Response:
    """Never says whether such a key was ever right. Too many of them, and they wait."""
    address = request.client.host if request.client else ""
    site = reader.site
    wait = max(site.wrong_keys.wait(address), site.wrong_keys_anywhere.wait(""))
    status, headers = (429, {"retry-after": str(math.ceil(wait))}) if wait else (404, None)
    page = render("wrong_link.html", reader, wait=math.ceil(wait))
    return answer(request, [piece(page)], status, headers=headers)


routes = [
    Route("/r/{key}", open_link, methods=["GET"]),
    Route(f"/{SLUG}/team", team, methods=["GET"]),
]
