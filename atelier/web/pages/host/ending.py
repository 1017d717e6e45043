"""The end of a convention: closed, opened again if need be, and erased for good."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress

from nicegui import ui

from atelier.domain.commands import CloseConvention, ReopenConvention
from atelier.domain.refusals import Refusal
from atelier.live.erasing import Erased, erase
from atelier.store.errors import StoreError
from atelier.translations.refusals import sentence
from atelier.web.pages.host import facts
from atelier.web.pages.host.entering import only_host
from atelier.web.pages.host.parts import button, copy_text, note, part, sure
from atelier.web.pages.host.taking import seal
from atelier.web.pages.visit import Visit

_LOOK_AGAIN_SECONDS = 2.0


class End:
    """Closing erases for good what tied cards to browsers; opening again does not bring it back.

    `closed` is called once the convention is closed: everything is then written out.
    """

    def __init__(self, here: Visit, closed: Callable[[], Awaitable[None]]) -> None:
        self._here = here
        self._when_closed = closed
        self._closed = here.state.closed
        self._drawn = ui.refreshable(self._draw)
        self._drawn()
        self._told = ui.label().classes("at-fault").props("role=alert")
        self._timer = ui.timer(_LOOK_AGAIN_SECONDS, self._look_again)

    def _look_again(self) -> None:
        if self._here.state.closed != self._closed:
            self._closed = self._here.state.closed
            self._drawn.refresh()

    def _draw(self) -> None:
        said = self._here.speech.text
        if not self._here.state.closed:
            with part(said("Terminer la convention")):
                note(
                    said(
                        "On n’écrit plus de carte. Ce qui relie une carte à un appareil "
                        "est effacé pour de bon. Puis tout est écrit dans le dossier des exports."
                    )
                )
                button(said("Terminer la convention…"), only_host(self._here, self._close), main=True)
            return
        seal(self._here)
        with part(said("La convention est terminée")):
            note(said("On n’écrit plus. Ce qui reliait une carte à un appareil est effacé."))
            days = self._here.state.keep_days
            note(
                said(
                    "Vous avez promis d’effacer les notes après {n} jours : cette page le rappellera.", n=days
                )
            )
            folder = str(self._here.served.folder.path.resolve())
            copy_text(folder, said("Dossier de la convention"), self._here.speech)
            button(said("Rouvrir la convention"), only_host(self._here, self._reopen))

    async def _close(self) -> None:
        self._told.set_text("")
        said = self._here.speech.text
        if await sure(
            said("Terminer la convention ?"),
            said(
                "Personne ne pourra plus corriger ni retirer sa carte depuis son téléphone, "
                "même si vous rouvrez la convention."
            ),
            said("Terminer"),
            said("Pas encore"),
        ):
            await only_host(self._here, self._closes)()

    async def _closes(self) -> None:
        if await self._do(CloseConvention()):
            await self._when_closed()

    async def _reopen(self) -> None:
        await self._do(ReopenConvention())

    async def _do(self, command: CloseConvention | ReopenConvention) -> bool:
        answer = await self._here.submit(command)
        refused = isinstance(answer, Refusal)
        self._told.set_text(sentence(answer, self._here.speech) if isinstance(answer, Refusal) else "")
        self._look_again()
        return not refused


class Erasing:
    """For real, once its name was typed. What was exported stays, unless that is asked for."""

    def __init__(self, here: Visit, done: Callable[[Erased], None]) -> None:
        self._here = here
        self._done = done
        said = here.speech.text
        with part(said("Effacer")):
            late = facts.kept_too_long(here.state, here.site.now())
            if late:
                ui.label(facts.reminder(here.state, here.site.now(), here.speech)).classes("at-fault")
            with ui.expansion(said("Effacer cette convention pour de bon"), value=late).classes("at-more"):
                note(said("Les cartes, les énoncés, le texte et les copies sont effacés de cette machine."))
                note(said("Les clés USB et les autres machines gardent les leurs : effacez-les là-bas."))
                self._exports = ui.checkbox(said("Effacer aussi ce qui a été exporté")).classes("at-tick")
                self._box = ui.input(said("Pour effacer, tapez : {name}", name=here.slug))
                self._box.classes("at-box").props("outlined stack-label hide-bottom-space autocomplete=off")
                self._button = button(said("Effacer pour de bon"), only_host(here, self._erase))

    async def _erase(self) -> None:
        here, said = self._here, self._here.speech.text
        if str(self._box.value or "").strip() != here.slug:
            self._box.error = said("Ce n’est pas son nom : rien n’est effacé.")
            return
        self._box.error = None
        self._button.disable()
        exports = here.site.config.exports / here.slug if self._exports.value else None
        rooms, slug = here.site.rooms, here.slug
        await rooms.let_go(slug)
        try:
            found = await asyncio.to_thread(erase, rooms.sessions, slug, here.site.now, exports)
        except StoreError as error:
            self._box.error = facts.trouble(error, here.speech)
            self._button.enable()
            with suppress(
                StoreError
            ):  # half erased, it can no longer be served: the terminal erases the rest
                await rooms.add(slug)
            return
        self._done(found)
