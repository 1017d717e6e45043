"""How to come in, as it is projected: the Wi-Fi, the address, the paper."""

from dataclasses import dataclass

from markupsafe import Markup
from starlette.requests import Request

from atelier.domain.words import ThemeCode
from atelier.network.codes import qr_svg, wifi_string
from atelier.translations import Speech
from atelier.web.pages.templating import template
from atelier.web.pages.visit import Visit
from atelier.web.sheets.addresses import came_by, own_addresses


@dataclass(frozen=True, slots=True)
class Joining:
    """The address that people type, and the whole strip as HTML."""

    address: str
    html: str


def joining(request: Request, here: Visit, theme: ThemeCode, said: Speech) -> Joining:
    """As the machine can be reached now: its network may have changed since the page was opened."""
    config = here.site.config
    came = came_by(request)
    address = next(iter(own_addresses(request, config.host)), came)
    typed = address or f"http://{request.headers['host']}"
    wifi = config.wifi
    page = template(said.lang, "join.html").render(
        wifi=wifi,
        wifi_code=_code(
            wifi_string(wifi.ssid, wifi.password), said.text("QR du Wi-Fi {ssid}", ssid=wifi.ssid)
        )
        if wifi
        else "",
        address=typed,
        code=_code(
            f"{typed}/{here.slug}/{theme}",
            said.text("QR des participant·es : ouvre {address}", address=typed),
        ),
        only_here=address is None,
    )
    return Joining(typed, page)


def _code(text: str, label: str) -> Markup:
    return Markup(qr_svg(text, label=label))  # noqa: S704 - ours
