"""A bundle into this machine: as a convention of its own, or merged into one that is here."""

import asyncio

from nicegui import ui

from atelier.domain.words import Role
from atelier.exchange import merging
from atelier.live.importing import bring
from atelier.live.restoring import here_already, restore
from atelier.store.bundle import Bundle
from atelier.store.errors import StoreError
from atelier.web.pages.host.entering import Machine, only_host
from atelier.web.pages.host.facts import trouble
from atelier.web.pages.host.parts import button, note, part
from atelier.web.pages.host.trying import Trying


class Adding:
    """Both ways are offered; a convention that is here already is not made twice."""

    def __init__(self, here: Machine, bundle: Bundle) -> None:
        self._here = here
        self._bundle = bundle
        said = here.speech.text
        with part(said("Ajouter cette salle à une convention d’ici")):
            note(said("Rien n’est perdu, rien n’est doublé : importer deux fois ne change rien."))
            Trying(
                here,
                said("Convention"),
                lambda state: merging.plan(state, bundle.state),
                lambda room, actor: bring(room, bundle.state, actor),
            )
        with part(said("En faire une convention de cette machine")):
            self._fault = ui.label().classes("at-fault").props("role=alert")
            self._button = button(said("Ajouter cette convention"), only_host(here, self._restore))

    async def _restore(self) -> None:
        """Its folder in a thread, then its room in this loop; the key of its host comes by its link."""
        here, rooms = self._here, self._here.site.rooms
        self._button.disable()
        try:
            there = await asyncio.to_thread(here_already, rooms.sessions, self._bundle.state.id)
            if there is not None:
                self._fault.set_text(here.speech.text("Elle est déjà ici : {slug}.", slug=there))
                return
            created = await asyncio.to_thread(restore, rooms.sessions, self._bundle)
            await rooms.add(created.slug)
        except StoreError as error:
            self._fault.set_text(trouble(error, here.speech))
            return
        finally:
            self._button.enable()
        ui.navigate.to(f"/r/{created.keys[Role.HOST]}")
