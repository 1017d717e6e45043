"""`/host/new`: a convention made from the browser; it opens at once."""

import asyncio
from typing import Any

from nicegui import ui
from starlette.requests import Request

from atelier.domain.commands import CreateConvention
from atelier.domain.limits import REQUEST_BODY_BYTES_MAX
from atelier.domain.refusals import Refusal
from atelier.domain.words import Role
from atelier.exchange.faults import ProgrammeErrors
from atelier.exchange.programme import read_programme
from atelier.live.creation import create
from atelier.store.errors import StoreError
from atelier.translations.refusals import sentence
from atelier.web.components.kept import Kept
from atelier.web.components.text_file import TextFile
from atelier.web.pages.bar import bar
from atelier.web.pages.frame import RECONNECT_SECONDS
from atelier.web.pages.host.draft import Draft, draft_of, new_draft, read, restored
from atelier.web.pages.host.entering import Machine, enter_machine, host_screen, only_host
from atelier.web.pages.host.facts import trouble
from atelier.web.pages.host.form import ProgrammeForm
from atelier.web.pages.host.parts import button, h1, note


@ui.page("/host/new", reconnect_timeout=RECONNECT_SECONDS)
def new(request: Request) -> None:
    """For whoever is host of something here."""
    here = enter_machine(request)
    if here is None:
        return
    said = here.speech.text
    with host_screen(said("Créer une convention")):
        bar(said("Organiser"), "", [(said("Mes conventions"), "/host")], heads=False)
        with ui.element("div").classes("at-host"):
            _New(here)


class _New:
    """The form, what fills it, and the button."""

    def __init__(self, here: Machine) -> None:
        self._here = here
        self._draft = new_draft(here.speech)
        h1(self._here.speech.text("Créer une convention"))
        note(self._here.speech.text("Un titre et un thème suffisent. Tout le reste se change plus tard."))
        self._file()
        self._drawn = ui.refreshable(self._draw)
        self._drawn()
        self._fault = ui.label().classes("at-fault").props("role=alert")
        self._button = button(
            self._here.speech.text("Créer la convention"), only_host(here, self._create), main=True
        )
        self._kept = Kept("atelier-new-convention", self._found)

    def _file(self) -> None:
        said = self._here.speech.text
        with ui.expansion(said("J’ai un fichier de programme (TOML)")).classes("at-more"):
            TextFile(
                said("Choisir le fichier"), self._paste, limit=REQUEST_BODY_BYTES_MAX, accept=".toml,.txt"
            )
            note(said("Ou collez son texte ici, puis remplissez le formulaire avec."))
            self._pasted = ui.textarea(said("Texte du programme")).classes("at-box at-box-toml")
            self._pasted.props("outlined stack-label hide-bottom-space rows=8 spellcheck=false")
            self._toml_faults = ui.label().classes("at-fault at-lines").props("role=alert")
            button(said("Remplir le formulaire avec ce fichier"), self._fill)

    def _draw(self) -> None:
        self._form = ProgrammeForm(self._draft, self._here.speech, self._touched)

    def _paste(self, text: str) -> None:
        self._pasted.set_value(text)
        self._fill()

    def _fill(self) -> None:
        """What the form held is replaced; a file with a fault replaces nothing."""
        try:
            command = read_programme(self._pasted.value or "")
        except ProgrammeErrors as errors:
            self._toml_faults.set_text(errors.told(self._here.speech))
            return
        self._toml_faults.set_text("")
        self._replace(draft_of(command))

    def _found(self, kept: Any) -> None:
        self._replace(restored(kept, self._here.speech))

    def _replace(self, draft: Draft) -> None:
        self._draft = draft
        self._drawn.refresh()
        self._touched()

    def _touched(self) -> None:
        self._kept.keep(self._draft)

    async def _create(self) -> None:
        self._fault.set_text("")
        found = read(self._draft, self._here.speech)
        if isinstance(found, CreateConvention):
            self._button.disable()
            try:
                await self._make(found)
            finally:
                self._button.enable()
            return
        homeless = self._form.tell(found)
        told = self._here.speech.text("Rien n’est créé : il y a quelque chose à corriger plus haut.")
        self._fault.set_text(" ".join([told, *homeless]))

    async def _make(self, command: CreateConvention) -> None:
        """Its folder in a thread, then its room in this loop; the key of its host comes by its link."""
        rooms, now = self._here.site.rooms, self._here.site.now
        try:
            created = await asyncio.to_thread(create, rooms.sessions, command, now)
            if isinstance(created, Refusal):
                self._fault.set_text(sentence(created, self._here.speech))
                return
            await rooms.add(created.slug)
        except StoreError as error:
            self._fault.set_text(trouble(error, self._here.speech))
            return
        self._kept.forget()
        ui.navigate.to(f"/r/{created.keys[Role.HOST]}")
