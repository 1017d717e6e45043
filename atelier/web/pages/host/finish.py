"""`/host/{slug}/finish`: what is missing, the documents to take away, and the end."""

from nicegui import ui
from starlette.requests import Request

from atelier.domain.commands import AnswerGap, CloseConvention, ReopenConvention
from atelier.domain.completeness import Gap, Missing
from atelier.domain.refusals import Refusal
from atelier.domain.text import clean
from atelier.exchange.documents import DOCUMENTS, MISSING
from atelier.exchange.extras import how_to_bring
from atelier.translations.names import missing
from atelier.translations.refusals import sentence
from atelier.web.pages.frame import RECONNECT_SECONDS
from atelier.web.pages.host import facts
from atelier.web.pages.host.entering import enter_convention, host_screen, only_host
from atelier.web.pages.host.parts import button, copy_text, h1, note, pages_of, part, sure
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
    with host_screen(said("Finir")):
        pages_of(here.slug, here.state, here.speech, "finish")
        with ui.element("div").classes("at-host"):
            h1(said("Finir"))
            with ui.element("div").classes("at-two"):
                with ui.element("div"):
                    _Missing(here)
                with ui.element("div"):
                    _documents(here)
                    _End(here)


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


def _documents(here: Visit) -> None:
    said = here.speech.text
    with part(said("À emporter")):
        with ui.element("ul").classes("at-documents"):
            for file in DOCUMENTS:
                with ui.element("li"):
                    ui.link(file, f"/api/conventions/{here.slug}/{file}").props["download"] = file
        for extra in dict.fromkeys(MISSING.values()):
            note(how_to_bring(extra, here.speech))
        note(said("Pour tout écrire dans le dossier des exports, tapez :"))
        copy_text(f"atelier export {here.slug} --format all", said("Commande"), here.speech)


class _End:
    """Closing erases for good what tied cards to browsers; opening again does not bring it back."""

    def __init__(self, here: Visit) -> None:
        self._here = here
        self._drawn = ui.refreshable(self._draw)
        self._closed = here.state.closed
        self._drawn()
        self._told = ui.label().classes("at-fault").props("role=alert")
        ui.timer(_LOOK_AGAIN_SECONDS, self._look_again)

    def _look_again(self) -> None:
        if self._here.state.closed != self._closed:
            self._closed = self._here.state.closed
            self._drawn.refresh()

    def _draw(self) -> None:
        said = self._here.speech.text
        if self._here.state.closed:
            with part(said("La convention est terminée")):
                days = self._here.state.keep_days
                note(said("On n’écrit plus. Ce qui reliait une carte à un appareil est effacé."))
                note(
                    said(
                        "Vous avez promis d’effacer les notes après {n} jours : effacez alors ce dossier.",
                        n=days,
                    )
                )
                folder = str(self._here.served.folder.path.resolve())
                copy_text(folder, said("Dossier de la convention"), self._here.speech)
                button(said("Rouvrir la convention"), only_host(self._here, self._reopen))
            return
        with part(said("Terminer la convention")):
            note(
                said("On n’écrit plus de carte. Ce qui relie une carte à un appareil est effacé pour de bon.")
            )
            button(said("Terminer la convention…"), only_host(self._here, self._close), main=True)

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
            await only_host(self._here, lambda: self._do(CloseConvention()))()

    async def _reopen(self) -> None:
        await self._do(ReopenConvention())

    async def _do(self, command: CloseConvention | ReopenConvention) -> None:
        answer = await self._here.submit(command)
        self._told.set_text(sentence(answer, self._here.speech) if isinstance(answer, Refusal) else "")
        self._look_again()
