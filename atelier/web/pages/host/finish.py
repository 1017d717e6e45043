"""`/host/{slug}/finish`: what is missing, what is taken away, the end."""

from nicegui import ui
from starlette.requests import Request

from atelier.cahier.content import short
from atelier.domain.commands import AnswerGap
from atelier.domain.completeness import Gap, Missing
from atelier.domain.refusals import Refusal
from atelier.domain.text import clean
from atelier.live.erasing import Erased
from atelier.translations.names import missing
from atelier.translations.refusals import sentence
from atelier.web.pages.frame import RECONNECT_SECONDS
from atelier.web.pages.host import facts
from atelier.web.pages.host.ending import End, Erasing
from atelier.web.pages.host.entering import enter_convention, host_screen, only_host
from atelier.web.pages.host.parts import button, copy_text, h1, note, pages_of, part
from atelier.web.pages.host.taking import TakingAway, is_loopback
from atelier.web.pages.visit import Visit

_SHOWN_AT_ONCE = 12
_LOOK_AGAIN_SECONDS = 2.0


@ui.page("/host/{slug}/finish", reconnect_timeout=RECONNECT_SECONDS)
def finish(request: Request, slug: str) -> None:
    """For the host of this convention."""
    here = enter_convention(request, slug)
    if here is None:
        return
    said = here.speech.text
    on_machine = is_loopback(request.client.host if request.client else None)
    with host_screen(said("Finir")):
        pages_of(here.slug, here.state, here.speech, "finish")
        with ui.element("div").classes("at-host") as page:
            h1(said("Finir"))
            with ui.element("div").classes("at-two"):
                with ui.element("div"):
                    _Missing(here)
                    ends = ui.element("div")
                with ui.element("div"):
                    taking = TakingAway(here, on_machine=on_machine)
                    Erasing(here, lambda found: _erased(page, found, here))
                with ends:
                    End(here, taking.write)


class _Missing:
    """What the cahier still lacks, kind by kind: settled elsewhere, or left with a reason given here."""

    def __init__(self, here: Visit) -> None:
        self._here = here
        self._seen = facts.gaps_by_kind(here.state)
        self._reasons: dict[str, str] = {}
        self._drawn = ui.refreshable(self._draw)
        self._drawn()
        ui.timer(_LOOK_AGAIN_SECONDS, self._look_again)

    def _look_again(self) -> None:
        found = facts.gaps_by_kind(self._here.state)
        if found != self._seen:
            self._seen = found
            self._drawn.refresh()

    def _draw(self) -> None:
        said = self._here.speech.text
        many = sum(map(len, self._seen.values()))
        with part(said("Ce qui manque")):
            if not many:
                note(said("Rien ne manque : chaque carte a son devenir, chaque énoncé sa phrase."))
                return
            note(said("Réglez chaque chose sur son écran, ou dites ici pourquoi elle reste. C’est imprimé."))
            for kind, gaps in self._seen.items():
                self._kind(kind, gaps)

    def _kind(self, kind: Missing, gaps: list[Gap]) -> None:
        said = self._here.speech.text
        with ui.element("div").classes("at-gaps"):
            with ui.element("ul"):
                for gap in gaps[:_SHOWN_AT_ONCE]:
                    with ui.element("li"):
                        ui.label(missing(kind, gap.subject, self._here.speech))
                left = len(gaps) - _SHOWN_AT_ONCE
                if left > 0:
                    with ui.element("li"):
                        ui.label(self._here.speech.plural("et {n} autre", "et {n} autres", left))
            one = len(gaps) == 1
            label = said("Pourquoi elle reste ainsi") if one else said("Pourquoi elles restent ainsi")
            box = ui.input(label, value=self._reasons.get(kind, "")).classes("at-box")
            box.props("outlined stack-label hide-bottom-space")
            box.on_value_change(lambda event: self._reasons.update({kind: event.value or ""}))
            button(
                said("Garder cette raison"),
                only_host(self._here, lambda: self._answer(kind, box)),
                small=True,
            )

    async def _answer(self, kind: Missing, box: ui.input) -> None:
        """The same reason for all those of a kind; each can still be settled later."""
        reason = clean(str(box.value or ""))
        if not reason:
            box.error = self._here.speech.text("Il manque le texte.")
            return
        for gap in facts.gaps_by_kind(self._here.state).get(kind, []):
            answer = await self._here.submit(AnswerGap(gap=gap.name, reason=reason))
            if isinstance(answer, Refusal):
                box.error = sentence(answer, self._here.speech)
                return
        self._reasons.pop(kind, None)
        self._look_again()


def _erased(page: ui.element, found: Erased, here: Visit) -> None:
    """All that this page still says."""
    said = here.speech.text
    page.clear()
    with page:
        h1(said("C’est effacé"))
        files = here.speech.plural("{n} fichier", "{n} fichiers", found.files)
        note(said("{slug} : {files} de moins sur cette machine.", slug=found.slug, files=files))
        if found.fingerprint is not None:
            note(said("Empreinte du texte : {fingerprint}", fingerprint=short(found.fingerprint)))
        if found.exports is None:
            note(said("Ce qui a été exporté est resté."))
        note(said("La date et les comptes sont écrits ici, sans un mot des cartes :"))
        copy_text(str(found.record.resolve()), said("Relevé"), here.speech)
        ui.link(said("Mes conventions"), "/host").classes("at-link-main")
