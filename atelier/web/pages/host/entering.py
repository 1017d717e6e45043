"""Who may be at the host's screens; asked again at every gesture, for a key may be revoked meanwhile."""

import inspect
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from nicegui import ui
from starlette.requests import Request

from atelier.domain.words import Role
from atelier.live.rooms import Served
from atelier.translations import Speech, choose, speech
from atelier.web.identity import Visitor, visitor_of
from atelier.web.pages.bar import BAR
from atelier.web.pages.frame import screen, style
from atelier.web.pages.host.parts import h1
from atelier.web.pages.visit import Visit, visit
from atelier.web.site import Site, site_of

HOST_STYLE = style("host")

Handler = Callable[..., Awaitable[None] | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Machine:
    """A visit to this machine as a whole: what it serves, and what it could."""

    site: Site
    visitor: Visitor
    speech: Speech

    @property
    def hosted(self) -> list[Served]:
        """The conventions this browser is host of, now."""
        return [one for one in self.site.rooms if _hosts(self.visitor, one)]

    def is_host(self) -> bool:
        """Of a convention, or by the link that was printed at start."""
        return any(key in self.site.machine_keys for key in self.visitor.keys) or bool(self.hosted)


def machine(request: Request) -> Machine:
    """Whoever asks."""
    chosen = choose(request.headers.get("accept-language"), request.cookies.get("atelier-lang"))
    return Machine(site=site_of(request), visitor=visitor_of(request), speech=speech(chosen))


def enter_machine(request: Request) -> Machine | None:
    """For a host; for the others, what to do, said on the page."""
    found = machine(request)
    if not found.is_host():
        _closed_door(found.speech)
        return None
    return found


def enter_convention(request: Request, slug: str) -> Visit | None:
    """The same, for the host of this convention."""
    found = visit(request, slug)
    if found is None or not found.may_be(Role.HOST):
        _closed_door(machine(request).speech)
        return None
    return found


def only_host(here: Visit | Machine, work: Handler) -> Callable[..., Awaitable[None]]:
    """A gesture, done if whoever makes it is still host."""

    async def handle(*given: Any) -> None:
        allowed = here.may_be(Role.HOST) if isinstance(here, Visit) else here.is_host()
        if not allowed:
            ui.notify(here.speech.text("Ce lien d’organisation a été remplacé. Ouvrez le nouveau."))
            ui.navigate.to("/host")
            return
        done = work(*given)
        if inspect.isawaitable(done):
            await done

    return handle


@contextmanager
def host_screen(title: str) -> Iterator[None]:
    """A page of the host, in its look."""
    with screen(title, BAR, HOST_STYLE):
        yield


def _hosts(visitor: Visitor, served: Served) -> bool:
    return any(grant.role is Role.HOST for grant in visitor.actor_in(served).grants)


def _closed_door(speech: Speech) -> None:
    said = speech.text
    with host_screen(said("Page de l’organisation")), ui.element("div").classes("at-host"):
        h1(said("Cette page est pour qui organise."))
        ui.label(
            said(
                "Ouvrez sur cet appareil le lien d’organisation. "
                "L’ordinateur qui sert Atelier l’a écrit dans sa fenêtre noire au démarrage."
            )
        )
        ui.link(said("Aller à l’accueil"), "/")
