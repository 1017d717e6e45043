"""`/host/{slug}/prepare`: what the convention is, changed while it runs."""

from nicegui import ui
from starlette.requests import Request

from atelier.domain.commands import CreateConvention
from atelier.domain.refusals import Refusal
from atelier.translations.refusals import sentence
from atelier.web.pages.frame import RECONNECT_SECONDS
from atelier.web.pages.host.changes import box_of, changes
from atelier.web.pages.host.draft import Box, draft_of, read
from atelier.web.pages.host.entering import enter_convention, host_screen, only_host
from atelier.web.pages.host.form import ProgrammeForm
from atelier.web.pages.host.parts import button, h1, note, pages_of
from atelier.web.pages.visit import Visit


@ui.page("/host/{slug}/prepare", reconnect_timeout=RECONNECT_SECONDS)
def prepare(request: Request, slug: str) -> None:
    """For the host of this convention."""
    here = enter_convention(request, slug)
    if here is None:
        return
    said = here.speech.text
    with host_screen(said("Préparer")):
        pages_of(here.slug, here.state, here.speech, "prepare")
        with ui.element("div").classes("at-host"):
            h1(said("Préparer"))
            note(said("Ce qui change ici se voit tout de suite sur les écrans. Les cartes ne changent pas."))
            _Prepare(here)


class _Prepare:
    """The form as the convention was when it was opened; only what is changed is saved."""

    def __init__(self, here: Visit) -> None:
        self._here = here
        self._drawn = ui.refreshable(self._draw)
        self._drawn()
        self._said = ui.label().classes("at-told").props("role=status")
        button(here.speech.text("Enregistrer"), only_host(here, self._save), main=True)

    def _draw(self) -> None:
        self._before = self._here.state
        fixed = {"theme": len(self._before.themes), "slot": len(self._before.slots)}
        draft = draft_of(self._before)
        self._form = ProgrammeForm(draft, self._here.speech, self._touched, fixed)

    def _touched(self) -> None:
        self._said.set_text("")

    async def _save(self) -> None:
        text = self._here.speech.text
        found = read(self._form.draft, self._here.speech)
        if not isinstance(found, CreateConvention):
            self._tell(found, text("Rien n’est enregistré : il y a quelque chose à corriger plus haut."))
            return
        asked = changes(self._before, found)
        faults: dict[Box, str] = {}
        for box, command in asked:
            answer = await self._here.submit(command)
            if isinstance(answer, Refusal):
                faults[box_of(box, answer)] = sentence(answer, self._here.speech)
        if faults:
            self._tell(faults, text("Tout n’est pas enregistré. Le reste l’est."))
            return
        self._drawn.refresh()
        self._said.set_text(text("Enregistré.") if asked else text("Rien n’avait changé."))

    def _tell(self, faults: dict[Box, str], said: str) -> None:
        homeless = self._form.tell(faults)
        self._said.set_text(" ".join([said, *homeless]))
