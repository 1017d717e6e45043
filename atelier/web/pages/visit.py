"""Who is at a screen of the team, and what they may ask: looked at again for every command."""

from dataclasses import dataclass

from nicegui import ui
from starlette.requests import Request

from atelier.domain.actor import Actor
from atelier.domain.commands import Command
from atelier.domain.refusals import Refusal
from atelier.domain.state import Convention
from atelier.domain.words import Role
from atelier.live.receipt import Receipt
from atelier.live.rooms import Served
from atelier.translations import Speech, choose, speech
from atelier.translations.refusals import sentence
from atelier.web.identity import Visitor, visitor_of
from atelier.web.site import Site, site_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One open screen. The keys it holds may be revoked while it is open."""

    site: Site
    served: Served
    visitor: Visitor
    speech: Speech

    @property
    def state(self) -> Convention:
        """As it is now."""
        return self.served.room.state

    @property
    def slug(self) -> str:
        """The convention's name in addresses."""
        return self.served.room.slug

    @property
    def actor(self) -> Actor:
        """What its keys open now."""
        return self.visitor.actor_in(self.served)

    def may_be(self, *roles: Role) -> bool:
        """It holds one of these functions now."""
        return any(grant.role in roles for grant in self.actor.grants)

    async def submit(self, command: Command) -> Receipt | Refusal:
        """Hand a command to the room."""
        return await self.served.submit(command, self.actor)

    async def ask(self, command: Command) -> Receipt | Refusal:
        """Hand a command to the room; a refusal is said on the screen."""
        answer = await self.submit(command)
        if isinstance(answer, Refusal):
            ui.notify(sentence(answer, self.speech), type="negative", multi_line=True, timeout=8000)
        return answer


def visit(request: Request, slug: str) -> Visit | None:
    """None where there is no such convention."""
    site = site_of(request)
    served = site.rooms.get(slug)
    if served is None:
        return None
    spoken = speech(language_of(request))
    return Visit(site=site, served=served, visitor=visitor_of(request), speech=spoken)


def language_of(request: Request) -> str:
    """What its reader chose, else what the browser asks for."""
    return choose(request.headers.get("accept-language"), request.cookies.get("atelier-lang"))
