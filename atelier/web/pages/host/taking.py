"""What is taken away: each document, all of them in the exports folder or on a stick; the fingerprint."""

import asyncio
from collections.abc import Awaitable, Callable
from ipaddress import ip_address
from pathlib import Path

from nicegui import ui

from atelier.cahier.content import fingerprint, short
from atelier.domain.permissions import may_carry_away
from atelier.exchange.documents import DOCUMENTS, MISSING
from atelier.exchange.documents import FORMATS as DOCUMENT_FORMATS
from atelier.exchange.extras import how_to_bring
from atelier.live.exports import FORMATS, exports, folder_on, write_one
from atelier.store.sticks import Stick, sticks
from atelier.translations import Speech
from atelier.web.components.downloads import Downloads
from atelier.web.pages.host.entering import Handler, only_host
from atelier.web.pages.host.parts import button, copy_text, link_button, note, part
from atelier.web.pages.visit import Visit

Gate = Callable[[Visit, Handler], Callable[..., Awaitable[None]]]

_LOOK_AGAIN_SECONDS = 3.0
_MEGABYTE = 1_000_000


class Taking:
    """One by one; and all at once into the exports folder, for whoever may carry the whole away.

    `gate` asks again at each gesture whether it is allowed.
    """

    def __init__(self, here: Visit, *, gate: Gate = only_host) -> None:
        self._here = here
        self._writing = False
        said = here.speech.text
        with part(said("À emporter")):
            self._documents()
            if may_carry_away(here.actor):
                with ui.element("div").classes("at-links"):
                    button(said("Tout écrire dans le dossier des exports"), gate(here, self.write))
            self._told = ui.label().classes("at-told").props("role=status")
            self._where = ui.element("div")

    async def write(self) -> None:
        """Every document, in the exports folder; what was there is kept under its day.

        Not the bundle: what stands there is published, and cards set aside are in it.
        """
        await self._write_to(self._here.site.config.exports / self._here.slug, DOCUMENT_FORMATS)

    def _documents(self) -> None:
        here, said = self._here, self._here.speech.text
        path = f"/api/conventions/{here.slug}"
        files = [(file, f"{path}/{file}", about(file, here.speech)) for file in DOCUMENTS]
        if may_carry_away(here.actor):
            warning = said(
                "Pour une autre machine : ne la publiez pas, les cartes mises de côté y sont. "
                "Aucun lien d’équipe n’est dedans, ni rien sur les appareils."
            )
            files.append((said("Toute la convention en un fichier"), f"{path}/bundle", warning))
        words = {
            "making": said("Le fichier se prépare…"),
            "made": said("C’est dans vos téléchargements."),
            "failed": said("Le fichier n’est pas venu. Recommencez dans un moment."),
        }
        Downloads(files, words=words)
        for extra in dict.fromkeys(MISSING.values()):
            note(how_to_bring(extra, here.speech))

    async def _write_to(self, target: Path, formats: tuple[str, ...]) -> None:
        here, text = self._here, self._here.speech.text
        if self._writing:
            return
        self._writing = True
        kept: list[str] = []
        try:
            files = exports(here.slug, here.served.room.since(0), formats)
            for number, file in enumerate(files, 1):
                self._told.set_text(text("{n} sur {all} : {file}", n=number, all=len(files), file=file.name))
                written = await asyncio.to_thread(write_one, target, file)
                kept += [written.kept.name] if written.kept else []
        except OSError as error:
            self._told.set_text(self._refused(target, error))
            return
        finally:
            self._writing = False
        done = here.speech.plural("{n} fichier est écrit.", "{n} fichiers sont écrits.", len(files))
        old = text("Ceux d’avant sont gardés : {files}.", files=", ".join(kept)) if kept else ""
        self._told.set_text(" ".join(filter(None, [done, old])))
        self._where.clear()
        with self._where:
            copy_text(str(target.resolve()), text("Dossier"), here.speech)

    def _refused(self, place: Path, error: OSError) -> str:
        return self._here.speech.text(
            "Impossible d’écrire dans {target} : {reason}. Choisissez un autre endroit.",
            target=place,
            reason=error.strerror or error,
        )


class TakingAway(Taking):
    """On a stick too, plugged into the machine that serves.

    `on_machine`: this browser runs on that very machine, whose folders its owner may name.
    """

    def __init__(self, here: Visit, *, on_machine: bool) -> None:
        super().__init__(here)
        self._plugged: list[Stick] = []
        with part(here.speech.text("Sur une clé USB")):
            self._sticks = ui.refreshable(self._draw_sticks)
            self._sticks()
            if on_machine:
                self._typed()
        ui.timer(_LOOK_AGAIN_SECONDS, self._look_again)

    def _draw_sticks(self) -> None:
        said = self._here.speech.text
        self._plugged = sticks()
        if not self._plugged:
            note(said("Branchez une clé sur la machine : elle sera proposée ici."))
            return
        for one in self._plugged:
            label = said("Copier sur la clé « {name} »", name=one.name)
            button(label, only_host(self._here, lambda place=one.path: self._copy_to(place)))
            note(said("{n} Mo libres", n=one.free // _MEGABYTE))

    def _look_again(self) -> None:
        if not self._writing and [one.path for one in sticks()] != [one.path for one in self._plugged]:
            self._sticks.refresh()

    def _typed(self) -> None:
        """Only where whoever types could open that folder anyway."""
        said = self._here.speech.text
        with ui.expansion(said("Dans un autre dossier de cette machine")).classes("at-more"):
            box = ui.input(said("Dossier"), placeholder="/home/…").classes("at-box at-box-folder")
            box.props("outlined stack-label hide-bottom-space")

            async def copy() -> None:
                place = Path(str(box.value or "").strip())
                if not place.is_absolute() or not place.is_dir():
                    box.error = said("Ce dossier n’existe pas sur cette machine.")
                    return
                box.error = None
                await self._copy_to(place)

            button(said("Copier dans ce dossier"), only_host(self._here, copy))

    async def _copy_to(self, place: Path) -> None:
        """In a new folder: nothing of what is there is touched."""
        try:
            folder = await asyncio.to_thread(folder_on, place, self._here.slug)
        except OSError as error:
            self._told.set_text(self._refused(place, error))
            return
        await self._write_to(folder, FORMATS)


def about(file: str, speech: Speech) -> str:
    """What one does with it."""
    said = speech.text
    return {
        "cahier.md": said("le texte, pour le retravailler ou le mettre en ligne"),
        "cahier.html": said("à lire sur un écran, à imprimer sur A4"),
        "cahier-a5.html": said("à imprimer en livret A5"),
        "cahier.json": said("pour commencer une autre convention à partir de celle-ci"),
        "cards.csv": said("toutes les cartes, pour un tableur"),
        "statements.csv": said("tous les énoncés, pour un tableur"),
        "cahier.odt": said("pour LibreOffice"),
        "cahier.docx": said("pour Word"),
        "cahier.pdf": said("à envoyer, à imprimer sur A4"),
        "cahier-a5.pdf": said("à imprimer en livret A5"),
    }[file]


def seal(here: Visit) -> None:
    """The fingerprint: what paper and file are compared by."""
    said = here.speech.text
    with part(said("L’empreinte du texte")):
        ui.label(short(fingerprint(here.state))).classes("at-seal code")
        note(said("Elle est imprimée sur le cahier. Un texte où une lettre a changé en a une autre."))
        link_button(said("Feuille à imprimer"), f"/{here.slug}/sheets/closing")


def is_loopback(host: str | None) -> bool:
    """The browser runs on this machine."""
    try:
        return host is not None and ip_address(host).is_loopback
    except ValueError:
        return False
