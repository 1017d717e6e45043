"""The next convention from an earlier one: its statements are the starting board."""

import asyncio

from nicegui import ui

from atelier.domain.refusals import Refusal
from atelier.domain.words import Role
from atelier.exchange import carrying
from atelier.exchange.earlier_file import following
from atelier.live.creation import HOST, create
from atelier.live.importing import carry
from atelier.live.incoming import Incoming, as_start
from atelier.store.errors import StoreError
from atelier.translations.refusals import sentence
from atelier.web.pages.host.entering import Machine, only_host
from atelier.web.pages.host.facts import trouble
from atelier.web.pages.host.parts import button, note, part
from atelier.web.pages.host.trying import Trying


class Beginning:
    """A new one with the same themes, or one that is already prepared."""

    def __init__(self, here: Machine, found: Incoming) -> None:
        self._here = here
        self._earlier = earlier = as_start(found)
        said = here.speech.text
        with part(said("Commencer la convention suivante")):
            note(said("Chaque énoncé arrive comme une carte, avec d’où il vient. Tout se change ensuite."))
            self._fault = ui.label().classes("at-fault").props("role=alert")
            self._button = button(
                said("Créer la suivante, avec les mêmes thèmes"), only_host(here, self._begin)
            )
            Trying(
                here,
                said("Ou dans une convention d’ici"),
                lambda state: carrying.plan(state, earlier),
                lambda room, actor: carry(room, earlier, actor),
            )

    async def _begin(self) -> None:
        here, rooms = self._here, self._here.site.rooms
        self._button.disable()
        try:
            command = following(self._earlier, here.speech)
            created = await asyncio.to_thread(create, rooms.sessions, command, here.site.now)
            if isinstance(created, Refusal):
                self._fault.set_text(sentence(created, here.speech))
                return
            served = await rooms.add(created.slug)
            report = await carry(served.room, self._earlier, HOST)
        except StoreError as error:
            self._fault.set_text(trouble(error, here.speech))
            return
        finally:
            self._button.enable()
        refused = report if isinstance(report, Refusal) else report.stopped
        if refused is not None:
            self._fault.set_text(sentence(refused, here.speech))
            return
        ui.navigate.to(f"/r/{created.keys[Role.HOST]}")
