"""`atelier serve`: the rooms, the addresses, the server."""

import asyncio
import contextlib
import errno
import logging
import socket
import time
from pathlib import Path
from types import FrameType

import click
import uvicorn

from atelier.cli.conventions import exports_option, sessions_option
from atelier.cli.helping import command
from atelier.cli.opening import nothing_in, read_convention
from atelier.cli.saying import Failed, spoken, tell, why
from atelier.config import Config, Wifi
from atelier.demonstration import play
from atelier.live.creation import found, short_id
from atelier.live.rooms import SHIPPED, Rooms
from atelier.network.addresses import AllowedHosts, host_name, interfaces, printed, typed_address
from atelier.network.codes import qr_terminal
from atelier.store.errors import StoreError
from atelier.store.folders import list_slugs
from atelier.translations import LANGUAGES, msgid
from atelier.web.site import Site

_USUAL_PORTS = (80, 8080)
_GRACE_SECONDS = 5  # for what is being sent when it is stopped
_KEEP_ALIVE_SECONDS = 15  # between two pages of a phone


@command(help=msgid("Ouvrir toutes les conventions à la salle."))
@click.option("--demo", is_flag=True, help=msgid("Avec la démonstration, toute neuve."))
@click.option("--host", default="0.0.0.0", show_default=True, help=msgid("L’adresse où écouter."))  # noqa: S104
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=None,
    help=msgid("Le port : 80 si c’est permis, sinon 8080."),
)
@sessions_option
@exports_option
@click.option("--wifi", metavar="SSID", help=msgid("Le Wi-Fi de la salle, à imprimer avec l’adresse."))
@click.option("--wifi-password", default="", help=msgid("Son mot de passe."))
@click.option("--name", "names", multiple=True, help=msgid("Un nom de cette machine, comme atelier.lan."))
@click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    default="fr",
    show_default=True,
    help=msgid("La langue de la salle, et celle de cette fenêtre."),
)
@click.option(
    "--open/--no-open",
    "open_browser",
    default=False,
    help=msgid("Ouvrir la page de l’hôte dans un navigateur."),
)
def serve(
    demo: bool,
    host: str,
    port: int | None,
    sessions: Path,
    exports: Path,
    wifi: str | None,
    wifi_password: str,
    names: tuple[str, ...],
    lang: str,
    open_browser: bool,
) -> None:
    """Serve every convention to the room."""
    config = Config(
        sessions=sessions,
        exports=exports,
        host=host,
        port=port or 0,
        names=tuple(map(_host_name, names)),
        wifi=Wifi(ssid=wifi, password=wifi_password) if wifi else None,
        lang=lang,
    )
    listening = _listen(host, port)
    if demo:
        _add_demonstration(sessions)
    site = _open_site(config, listening.getsockname()[1])
    address = _announce(site, listening.getsockname()[1])
    if open_browser:
        click.launch(f"{address}/r/{site.host_key}")
    _run(site, listening)


def _host_name(given: str) -> str:
    name = host_name(given)
    if name is None:
        raise click.UsageError(spoken().text("« {name} » ne peut pas être un nom de machine.", name=given))
    return name


def _add_demonstration(sessions: Path) -> None:
    """A fresh copy, or one that nobody has touched since it was made."""
    tell(spoken().text("Préparation de la démonstration…"))
    name = short_id()
    log = play(closed=False, id=name)
    copies = (slug for slug in list_slugs(sessions) if slug.startswith(f"{SHIPPED}-"))
    if any(read_convention(sessions, slug)[1].seq == len(log) for slug in copies):
        return
    try:
        found(sessions, f"{SHIPPED}-{name}", name, log)
    except StoreError as error:
        raise Failed(why(error, sessions)) from error


def _listen(host: str, port: int | None) -> socket.socket:
    """The port asked for, or the first usual one that is free and allowed."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    for one in (port,) if port is not None else _USUAL_PORTS:
        listening = socket.socket(family, socket.SOCK_STREAM)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((host, one))
            listening.listen(1024)
        except OSError as error:
            listening.close()
            if one != _USUAL_PORTS[0] or port is not None:
                raise Failed(_why_not(error, host, one)) from error
        else:
            return listening
    raise AssertionError(_USUAL_PORTS)  # the last one was listened on, or refused


def _why_not(error: OSError, host: str, port: int) -> str:
    words = spoken()
    if error.errno == errno.EADDRINUSE:
        return words.text(
            "Le port {port} est déjà pris, peut-être par un autre Atelier."
            " Arrêtez-le, ou choisissez un autre port : atelier serve --port {other}",
            port=port,
            other=port + 1,
        )
    if error.errno == errno.EACCES:
        return words.text(
            "Cette machine ne laisse pas prendre le port {port}."
            " Choisissez-en un autre : atelier serve --port 8080",
            port=port,
        )
    return words.text(
        "Impossible d’écouter à l’adresse {host} : {reason}. Sans --host, toute la salle peut venir.",
        host=host,
        reason=error.strerror or error,
    )


def _open_site(config: Config, port: int) -> Site:
    words = spoken()
    rooms = Rooms(config.sessions, time.time)
    try:
        rooms.open({"port": port}, lambda slug: tell(words.text("Lecture de {slug}…", slug=slug)))
    except StoreError as error:
        raise Failed(why(error, config.sessions)) from error
    for slug, reason in rooms.broken.items():
        tell("! " + why(reason, config.sessions / slug))
    if not rooms:
        tell(nothing_in(config.sessions))
    return Site(config=config, rooms=rooms, hosts=AllowedHosts(config.names))


def _announce(site: Site, port: int) -> str:
    """Say where to go; returns the first address."""
    words = spoken()
    here = [typed_address(ip, port).rstrip("/") for ip in printed(interfaces())]
    named = [f"http://{name}" if port == 80 else f"http://{name}:{port}" for name in site.config.names]
    if site.config.host.startswith("127.") or not here:
        here = [typed_address("127.0.0.1", port).rstrip("/")]
    tell()
    tell(words.text("Adresse à taper ou à scanner :"))
    for address in (*here, *named):
        tell(f"  {address}")
    tell(qr_terminal(here[0]))
    tell(words.text("Lien de l’hôte, valable une fois, à ne montrer à personne :"))
    tell(f"  {here[0]}/r/{site.host_key}")
    tell(words.text("Pour arrêter : Ctrl+C. Tout est gardé."))
    return here[0]


class _Server(uvicorn.Server):
    """Lets the feeds go before it waits for its connections, which would never end by themselves."""

    def __init__(self, config: uvicorn.Config, site: Site) -> None:
        super().__init__(config)
        self._site = site

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        asyncio.get_running_loop().call_soon_threadsafe(self._site.rooms.hush)
        super().handle_exit(sig, frame)


def _run(site: Site, listening: socket.socket) -> None:
    # A third of a second that only this command needs.
    from atelier.web.app import create_app

    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(message)s")
    config = uvicorn.Config(
        create_app(site, screens=True),
        access_log=False,  # it would hold addresses
        log_level="warning",
        server_header=False,
        timeout_keep_alive=_KEEP_ALIVE_SECONDS,
        timeout_graceful_shutdown=_GRACE_SECONDS,
        proxy_headers=False,
        ws_per_message_deflate=False,
    )
    with contextlib.suppress(KeyboardInterrupt):
        _Server(config, site).run(sockets=[listening])


COMMANDS = (serve,)
