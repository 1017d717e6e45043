"""`/host/{slug}/invite`: the address, the Wi-Fi, the sheets, and the links of the team."""

from dataclasses import replace

from nicegui import ui
from starlette.requests import Request

from atelier.config import Wifi
from atelier.web.pages.frame import RECONNECT_SECONDS
from atelier.web.pages.host.entering import enter_convention, host_screen, only_host
from atelier.web.pages.host.links import Links
from atelier.web.pages.host.parts import button, copy_text, h1, link_button, note, pages_of, part, qr
from atelier.web.pages.visit import Visit
from atelier.web.sheets.addresses import came_by, own_addresses

_SSID_BYTES_MAX = 32
_PASSWORD_CHARACTERS_MAX = 63
"""As Wi-Fi has them; and shorter than 8, no password is one."""


@ui.page("/host/{slug}/invite", reconnect_timeout=RECONNECT_SECONDS)
def invite(request: Request, slug: str) -> None:
    """For the host of this convention."""
    here = enter_convention(request, slug)
    if here is None:
        return
    said = here.speech.text
    addresses = addresses_of(request, here)
    with host_screen(said("Inviter")):
        pages_of(here.slug, here.state, here.speech, "invite")
        with ui.element("div").classes("at-host"):
            h1(said("Inviter"))
            with ui.element("div").classes("at-two"):
                with ui.element("div"):
                    _room(here, addresses)
                    _Radio(here)
                with ui.element("div"):
                    _sheets(here)
                    Links(here, addresses[0])


def addresses_of(request: Request, here: Visit) -> list[str]:
    """By which the room reaches this machine, the likeliest first; that of this page, failing all."""
    own = own_addresses(request, here.site.config.host)
    port = request.url.port or 80
    named = [f"http://{name}" if port == 80 else f"http://{name}:{port}" for name in here.site.config.names]
    found = [*own, *named, came_by(request) or ""]
    return list(dict.fromkeys(filter(None, found))) or [f"{request.url.scheme}://{request.url.netloc}"]


def _room(here: Visit, addresses: list[str]) -> None:
    said = here.speech.text
    with part(said("Pour tout le monde")), ui.element("div").classes("at-join"):
        qr(addresses[0], said("QR des participant·es : ouvre {address}", address=addresses[0]))
        with ui.element("div"):
            note(said("QR des participant·es. Vous pouvez le projeter."))
            for address in addresses:
                copy_text(address, said("Adresse à taper"), here.speech)


class _Radio:
    """The network to print, kept by the program until it stops."""

    def __init__(self, here: Visit) -> None:
        self._here = here
        said = here.speech.text
        wifi = here.site.config.wifi
        with part(said("Le Wi-Fi de la salle")):
            note(said("Pour les affiches et le mur. Gardé jusqu’au prochain démarrage."))
            note(said("Sans mot de passe, le réseau est ouvert."))
            with ui.element("div").classes("at-grid at-grid-two"):
                self._ssid = self._box(said("Nom du réseau"), wifi.ssid if wifi else "")
                label = said("Mot de passe")
                self._password = self._box(label, wifi.password if wifi else "")
            button(said("Garder ce Wi-Fi"), only_host(here, self._keep))
            self._told = ui.label().classes("at-told").props("role=status")

    def _box(self, label: str, value: str) -> ui.input:
        box = ui.input(label, value=value).classes("at-box")
        return box.props("outlined stack-label hide-bottom-space autocomplete=off spellcheck=false")

    def _keep(self) -> None:
        said, site = self._here.speech.text, self._here.site
        ssid, password = str(self._ssid.value or "").strip(), str(self._password.value or "")
        too_long = len(ssid.encode()) > _SSID_BYTES_MAX
        self._ssid.error = said("Ce nom est trop long : 32 signes au plus.") if too_long else None
        wrong = password and not 8 <= len(password) <= _PASSWORD_CHARACTERS_MAX
        self._password.error = said("Un mot de passe Wi-Fi a de 8 à 63 signes.") if wrong else None
        if self._ssid.error or self._password.error:
            self._told.set_text(said("Rien n’a changé."))
            return
        site.config = replace(site.config, wifi=Wifi(ssid=ssid, password=password) if ssid else None)
        kept = said("Gardé : il est sur les affiches.") if ssid else said("Le Wi-Fi n’est plus affiché.")
        self._told.set_text(kept)


def _sheets(here: Visit) -> None:
    said = here.speech.text
    with part(said("À imprimer")), ui.element("div").classes("at-links"):
        link_button(said("Affiches pour se connecter"), f"/{here.slug}/sheets/join", main=True)
        link_button(said("Cartes en papier"), f"/{here.slug}/sheets/cards")
        link_button(said("Cartes pour un vrai mur"), f"/{here.slug}/sheets/wall")
        link_button(said("Énoncés à relire ensemble"), f"/{here.slug}/sheets/proof")
