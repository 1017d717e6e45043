"""`/{slug}/sheets/join`: the posters that say how to come in, with a telephone or without."""

from dataclasses import dataclass

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from atelier.config import Wifi
from atelier.domain.state import Theme
from atelier.network.codes import qr_svg, wifi_string
from atelier.translations import Speech, speech
from atelier.web.sheets.addresses import came_by, own_addresses
from atelier.web.sheets.page import Desk, Sheet, Tools, path_of, show


@dataclass(frozen=True, slots=True, kw_only=True)
class Poster:
    """For everybody, or for the room of one theme: then its code opens that theme at once."""

    theme: Theme | None
    code: Markup | None


def posters(request: Request) -> Response:
    """One A4 for the hall and one for every theme, or the one that is asked for."""
    return show(request, _sheet)


def _sheet(desk: Desk) -> Sheet:
    query, site, state = desk.query, desk.reader.site, desk.place.state
    theme, lang = query.theme(), query.lang()
    own, came = own_addresses(desk.request, site.config.host), came_by(desk.request)
    addresses = tuple(dict.fromkeys((*own, came) if came else own))
    address = query.one_of("address", addresses, addresses[0] if addresses else "")
    said = speech(lang)
    wanted = (theme,) if theme else (None, *state.themes.values())
    return Sheet(
        name="join",
        tools=Tools(theme=theme, lang=lang, address=address, addresses=addresses),
        values={
            "posters": [_poster(desk, said, address, one) for one in wanted],
            "address": address,
            "also": came if came != address else None,
            "wifi": site.config.wifi,
            "wifi_code": _wifi_code(site.config.wifi, said),
        },
        notes=_notes(desk, address),
    )


def _poster(desk: Desk, said: Speech, address: str, theme: Theme | None) -> Poster:
    if not address:
        return Poster(theme=theme, code=None)
    label = said.text("QR des participant·es : ouvre {address}", address=address)
    return Poster(theme=theme, code=Markup(qr_svg(address + _path(desk, theme), label=label)))  # noqa: S704 - ours


def _path(desk: Desk, theme: Theme | None) -> str:
    """To the theme; for everybody the home page, as long as it leads to this convention."""
    if theme is not None:
        return f"/{desk.place.slug}/{theme.code}"
    under_way = [one.room.slug for one in desk.reader.site.rooms if not one.room.state.closed]
    return "" if under_way == [desk.place.slug] else f"/{desk.place.slug}"


def _wifi_code(wifi: Wifi | None, said: Speech) -> Markup | None:
    if wifi is None:
        return None
    label = said.text("QR du Wi-Fi {ssid}", ssid=wifi.ssid)
    return Markup(qr_svg(wifi_string(wifi.ssid, wifi.password), label=label))  # noqa: S704 - ours


def _notes(desk: Desk, address: str) -> list[str]:
    """What is missing, and what to do about it."""
    said = desk.reader.speech
    notes = []
    if desk.reader.site.config.wifi is None:
        notes.append(
            said.text(
                "Le Wi-Fi de la salle n’est pas connu : les affiches laissent une ligne à remplir à la main. "
                "Pour l’imprimer avec son QR, redémarrez ainsi : "
                "atelier --wifi NOM --wifi-password MOT-DE-PASSE."
            )
        )
    if not address:
        notes.append(
            said.text(
                "Aucun réseau n’atteint cette machine : les affiches laissent une ligne à remplir à la main. "
                "Branchez-la au Wi-Fi de la salle, puis rechargez cette page."
            )
        )
    return notes


routes = [Route(path_of("join"), posters, methods=["GET"])]
