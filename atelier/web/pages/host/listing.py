"""`/host`: the conventions of this machine, and the way to make another."""

import datetime
from collections import Counter

from nicegui import ui
from starlette.requests import Request

from atelier.live.rooms import Served
from atelier.web.pages.bar import bar
from atelier.web.pages.frame import RECONNECT_SECONDS
from atelier.web.pages.host import facts
from atelier.web.pages.host.entering import Machine, enter_machine, host_screen
from atelier.web.pages.host.parts import copy_text, h1, note, part


@ui.page("/host", reconnect_timeout=RECONNECT_SECONDS)
def listing(request: Request) -> None:
    """For whoever is host of something here."""
    here = enter_machine(request)
    if here is None:
        return
    said = here.speech.text
    with host_screen(said("Organiser")):
        bar(
            said("Organiser"),
            said("cette machine"),
            [(said("Accueil"), "/"), (said("Mode d’emploi"), "/help/host")],
            heads=False,
        )
        with ui.element("div").classes("at-host"):
            hosted = here.hosted
            if hosted:
                h1(said("Vos conventions"))
                called = Counter(served.room.state.title for served in hosted)
                with ui.element("ol").classes("at-conventions"):
                    for served in hosted:
                        _convention(served, here, alike=called[served.room.state.title] > 1)
            else:
                h1(said("Aucune convention ici pour le moment"))
                note(said("Une convention, c’est une journée : un titre, des thèmes, un programme."))
            with ui.element("div").classes("at-links"):
                ui.link(said("Créer une convention"), "/host/new").classes("at-link-main")
                ui.link(said("Importer"), "/host/import").classes("at-link-plain")
            _broken(here)
            with part(said("Les fichiers")):
                note(said("Chaque convention est un dossier. Copiez-le : vous avez tout copié."))
                copy_text(
                    str(here.site.rooms.sessions.resolve()), said("Dossier des conventions"), here.speech
                )


def _convention(served: Served, here: Machine, *, alike: bool) -> None:
    """Of two that are called alike, each says when it was made and its own name in addresses."""
    state, speech, now = served.room.state, here.speech, here.site.now()
    about = [state.place, speech.day_range(state.dates), speech.text("terminée") if state.closed else ""]
    counts = [
        speech.plural("{n} thème", "{n} thèmes", len(state.themes)),
        speech.plural("{n} carte", "{n} cartes", len(state.cards)),
        speech.plural("{n} énoncé", "{n} énoncés", sum(one.live for one in state.statements.values())),
    ]
    with ui.element("li").classes("at-convention"):
        ui.link(state.title, f"/host/{served.room.slug}").classes("at-h2")
        ui.label(" · ".join(filter(None, about)))
        ui.label(" · ".join(counts)).classes("at-about")
        if alike:
            made = datetime.datetime.fromtimestamp(state.created, datetime.UTC).astimezone()
            ui.label(
                speech.text(
                    "créée le {day} à {time} · /{slug}",
                    day=speech.date(made.date().isoformat()),
                    time=speech.time(state.created),
                    slug=served.room.slug,
                )
            ).classes("at-about at-alike")
        if facts.kept_too_long(state, now):
            ui.label(facts.reminder(state, now, speech)).classes("at-fault")


def _broken(here: Machine) -> None:
    """Those that did not open: the reason is in the window of the machine, their folder is untouched."""
    broken = here.site.rooms.broken
    if broken:
        said = here.speech.text
        with part(said("Ce qui ne s’ouvre pas")):
            note(said("Rien n’a été touché. Pour savoir pourquoi, tapez : atelier show NOM"))
            with ui.element("ul").classes("at-broken"):
                for slug in broken:
                    with ui.element("li"):
                        ui.label(slug).classes("code")
