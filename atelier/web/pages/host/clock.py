"""The clock of the machine beside that of the host's browser, which mostly was set by a network."""

import time

from nicegui import ui

from atelier.domain.refusals import Refusal
from atelier.translations.refusals import sentence
from atelier.web.pages.host import facts
from atelier.web.pages.host.entering import only_host
from atelier.web.pages.host.parts import button
from atelier.web.pages.visit import Visit

_LOOK_AGAIN_SECONDS = 60.0


class MachineClock:
    """Says how far apart they are, and offers to go by the one of this screen."""

    def __init__(self, here: Visit) -> None:
        self._here = here
        said = here.speech.text
        with ui.element("div").props("aria-live=polite"):
            self._said = ui.label().classes("at-fault")
            self._button = button(
                said("Mettre la machine à l’heure de cet appareil"), only_host(here, self._set)
            )
        self._button.set_visibility(False)
        ui.timer(_LOOK_AGAIN_SECONDS, self._look)

    async def _apart(self) -> int | None:
        """Seconds by which the convention is late on this screen; None where it did not answer."""
        room = self._here.served.room
        ahead = room.clock.now(room.state) - int(time.time())
        asked = time.time()
        try:
            browser = float(await ui.run_javascript("return Date.now()"))
        except (TimeoutError, TypeError, ValueError):
            return None
        return facts.clock_apart(browser, asked + ahead, time.time() + ahead)

    async def _look(self) -> None:
        apart = await self._apart()
        if apart is None:
            return
        self._button.set_visibility(apart != 0)
        self._said.set_text(self._words(apart) if apart else "")

    def _words(self, apart: int) -> str:
        text, minutes = self._here.speech.text, max(1, round(abs(apart) / 60))
        late = text("L’horloge de la machine retarde de {n} min sur celle de cet écran.", n=minutes)
        early = text("L’horloge de la machine avance de {n} min sur celle de cet écran.", n=minutes)
        rest = text(
            "Les heures des cartes et la fin des étapes en dépendent. Les minuteurs ne bougeront pas."
        )
        return f"{late if apart > 0 else early} {rest}"

    async def _set(self) -> None:
        """Asked again: it may have been a while since it was said."""
        apart = await self._apart()
        if not apart:
            return
        room, said = self._here.served.room, self._here.speech.text
        answers = await self._here.site.rooms.set_clocks(room.clock.now(room.state) + apart)
        refused = next((one for one in answers if isinstance(one, Refusal)), None)
        if refused is not None:
            ui.notify(sentence(refused, self._here.speech), type="negative", timeout=8000)
            return
        self._button.set_visibility(False)
        done, again = (
            said("C’est fait, pour toutes les conventions."),
            said("Après un redémarrage, revenez voir ici."),
        )
        self._said.set_text(f"{done} {again}")
