"""`/host/import`: another room, or an earlier convention. What will come is shown before it comes."""

import asyncio
from typing import IO

from nicegui import ui
from starlette.requests import Request

from atelier.domain.limits import BUNDLE_BYTES_MAX
from atelier.exchange.carrying import Earlier, earlier_of
from atelier.exchange.earlier_file import NotACahier
from atelier.live.incoming import Incoming, read_incoming
from atelier.live.rooms import Served
from atelier.store.unbundling import BadBundle, Because
from atelier.translations.bundles import why_no_cahier, why_not
from atelier.web.components.upload import Upload
from atelier.web.pages.bar import bar
from atelier.web.pages.frame import RECONNECT_SECONDS
from atelier.web.pages.host.adding import Adding
from atelier.web.pages.host.beginning import Beginning
from atelier.web.pages.host.entering import Machine, enter_machine, host_screen, only_host
from atelier.web.pages.host.parts import button, h1, note, part


@ui.page("/host/import", reconnect_timeout=RECONNECT_SECONDS)
def incoming(request: Request) -> None:
    """For whoever is host of something here."""
    here = enter_machine(request)
    if here is None:
        return
    said = here.speech.text
    with host_screen(said("Importer")):
        bar(said("Organiser"), said("cette machine"), [(said("Mes conventions"), "/host")], heads=False)
        with ui.element("div").classes("at-host"):
            h1(said("Importer"))
            _Incoming(here)


class _Incoming:
    """A file or a convention of this machine is chosen; then what may be done with it."""

    def __init__(self, here: Machine) -> None:
        self._here = here
        said = here.speech.text
        with ui.element("div").classes("at-two"):
            with ui.element("div"):
                with part(said("Un fichier")):
                    note(said("L’archive .zip d’une autre salle, ou celle d’une convention passée."))
                    note(said("Ou le fichier cahier.json d’une convention passée."))
                    Upload(
                        said("Choisir le fichier"),
                        self._come,
                        self._too_large,
                        limit=BUNDLE_BYTES_MAX,
                        accept=".zip,.json",
                    )
                    self._fault = ui.label().classes("at-fault").props("role=alert")
                self._ours()
            self._next = ui.element("div").props("aria-live=polite")

    def _ours(self) -> None:
        closed = [one for one in self._here.hosted if one.room.state.closed]
        if not closed:
            return
        said = self._here.speech.text
        with part(said("Une convention terminée de cette machine")):
            note(said("Ses énoncés deviennent le point de départ de la suivante."))
            for served in closed:
                label = said("Partir de « {title} »", title=served.room.state.title)
                button(label, only_host(self._here, lambda one=served: self._from(one)), small=True)

    def _from(self, served: Served) -> None:
        if served in self._here.hosted:  # its key may have been replaced meanwhile
            self._show(earlier_of(served.room.state))

    def _too_large(self) -> None:
        self._refuse(why_not(BadBundle(Because.TOO_LARGE), self._here.speech))

    async def _come(self, name: str, content: IO[bytes]) -> None:
        if not self._here.is_host():
            return
        self._refuse("")
        try:
            found = await asyncio.to_thread(read_incoming, content)
        except BadBundle as bad:
            self._refuse(why_not(bad, self._here.speech))
        except NotACahier as bad:
            self._refuse(why_no_cahier(bad, self._here.speech))
        else:
            self._show(found)

    def _refuse(self, said: str) -> None:
        self._fault.set_text(said)
        self._next.clear()

    def _show(self, found: Incoming) -> None:
        self._refuse("")
        with self._next:
            self._say_what(found)
            if not isinstance(found, Earlier):
                Adding(self._here, found)
            Beginning(self._here, found)

    def _say_what(self, found: Incoming) -> None:
        speech = self._here.speech
        known = found if isinstance(found, Earlier) else found.state
        counts = [
            speech.plural("{n} thème", "{n} thèmes", len(known.themes)),
            speech.plural("{n} énoncé", "{n} énoncés", len(known.statements)),
        ]
        if not isinstance(found, Earlier):
            counts.append(speech.plural("{n} carte", "{n} cartes", len(found.state.cards)))
            counts.append(speech.day_range(found.state.dates))
        with part(known.title):
            ui.label(" · ".join(filter(None, counts)))
