"""`/host/{slug}`: how the day goes: the themes, the screens, the disk, the clock, the radio."""

from nicegui import Client, ui
from starlette.requests import Request

from atelier.domain.refusals import Refusal
from atelier.domain.words import Role
from atelier.network.radio import PI_PHONES_BEST, PI_PHONES_SURE, Room, room_for
from atelier.store.backups import list_backups
from atelier.translations import Speech
from atelier.translations.names import name
from atelier.translations.refusals import sentence
from atelier.web.identity import visitor_of
from atelier.web.pages.frame import RECONNECT_SECONDS
from atelier.web.pages.host import facts
from atelier.web.pages.host.clock import MachineClock
from atelier.web.pages.host.entering import enter_convention, host_screen, only_host
from atelier.web.pages.host.parts import button, copy_text, h1, note, pages_of, part
from atelier.web.pages.visit import Visit

_LOOK_AGAIN_SECONDS = 2.0
_PHONES_TYPED_MAX = 100_000


@ui.page("/host/{slug}", reconnect_timeout=RECONNECT_SECONDS)
def today(request: Request, slug: str) -> None:
    """For the host of this convention."""
    here = enter_convention(request, slug)
    if here is None:
        return
    said = here.speech.text
    with host_screen(said("Aujourd’hui")):
        pages_of(here.slug, here.state, here.speech, "")
        with ui.element("div").classes("at-host"):
            h1(here.state.title)
            _reminder(here)
            MachineClock(here)
            with ui.element("div").classes("at-two"):
                with ui.element("div"):
                    _Day(here)
                with ui.element("div"):
                    _Disk(here)
                    _radio(here)


def _reminder(here: Visit) -> None:
    """The notes were promised to be erased some day."""
    now = here.site.now()
    if facts.kept_too_long(here.state, now):
        with ui.element("div").classes("at-fault"):
            ui.link(facts.reminder(here.state, now, here.speech), f"/host/{here.slug}/finish")


class _Day:
    """The themes and the screens, looked at again while the page is open."""

    def __init__(self, here: Visit) -> None:
        self._here = here
        self._drawn = ui.refreshable(self._draw)
        self._seen = self._look()
        self._drawn()
        ui.timer(_LOOK_AGAIN_SECONDS, self._look_again)

    def _look(self) -> tuple[object, ...]:
        served = self._here.served
        return (served.room.state.seq, tuple(_screens(self._here).items()), served.feed.listeners)

    def _look_again(self) -> None:
        found = self._look()
        if found != self._seen:
            self._seen = found
            self._drawn.refresh()

    def _draw(self) -> None:
        here, said = self._here, self._here.speech.text
        themes, received = facts.themes_now(here.state), facts.cards_in_all(here.state)
        with part(said("Les thèmes")):
            with ui.element("table").classes("at-table"):
                _head(said("Thème"), said("Étape"), said("Cartes"), said("Énoncés"), said("À placer"))
                with ui.element("tbody"):
                    for one in themes:
                        _theme(one, here.speech)
            if sum(one.cards for one in themes) > received:
                once = said("Une carte de plusieurs thèmes compte une fois : {n} en tout.", n=received)
                note(once)
        team = part(said("L’équipe, en ce moment"))
        with team, ui.element("table").classes("at-table at-team"), ui.element("tbody"):
            for role, count in _screens(here).items():
                screens = here.speech.plural("{n} écran ouvert", "{n} écrans ouverts", count)
                _row(name(role, here.speech), screens if count else said("personne"))
            listening = here.speech.plural("{n} page", "{n} pages", here.served.feed.listeners)
            _row(said("pages qui se mettent à jour seules, téléphones compris"), listening)


def _screens(here: Visit) -> dict[Role, int]:
    """Screens of the team open now: their browsers hold a key that opens something here."""
    open_now = [one for one in tuple(Client.instances.values()) if one.has_socket_connection]
    requests = [one.request for one in open_now if one.request is not None]
    ours = [one for one in requests if len(visitor_of(one).actor_in(here.served).grants) > 1]
    return facts.screens_open((one.url.path for one in ours), here.slug)


def _theme(one: facts.ThemeNow, speech: Speech) -> None:
    theme = one.theme
    step = theme.running.step.label if theme.running else speech.text("pas commencé")
    with ui.element("tr"):
        with ui.element("th").props("scope=row"):
            ui.label(theme.code).classes("code")
            ui.label(theme.title)
        _cell(speech.text("terminé") if theme.frozen else step)
        _cell(_cards(one, speech), "code")
        for number in (one.statements, one.to_place):
            _cell(str(number), "code")


def _cards(one: facts.ThemeNow, speech: Speech) -> str:
    if one.people <= one.cards:
        return str(one.cards)
    return f"{one.cards} ({speech.plural('{n} personne', '{n} personnes', one.people)})"


def _head(*names: str) -> None:
    with ui.element("thead"), ui.element("tr"):
        for one in names:
            with ui.element("th").props("scope=col"):
                ui.label(one)


def _row(head: str, value: str) -> None:
    with ui.element("tr"):
        with ui.element("th").props("scope=row"):
            ui.label(head)
        _cell(value)


def _cell(value: str, classes: str = "") -> None:
    with ui.element("td"):
        ui.label(value).classes(classes)


class _Disk:
    """Where the files are, whether they can be written, and a copy when it is asked for."""

    def __init__(self, here: Visit) -> None:
        self._here = here
        said = here.speech.text
        folder = here.served.folder.path.resolve()
        with part(said("Les fichiers")):
            self._trouble = ui.label().classes("at-fault").props("role=alert")
            note(said("Tout est dans ce dossier. Copiez-le sur une clé USB : vous avez tout copié."))
            copy_text(str(folder), said("Dossier de la convention"), here.speech)
            self._told = ui.label().classes("at-told").props("role=status")
            self._button = button(said("Faire une copie maintenant"), only_host(here, self._copy), main=True)
        self._look()
        ui.timer(_LOOK_AGAIN_SECONDS, self._look)

    def _look(self) -> None:
        found = self._here.served.room.trouble
        self._trouble.set_text(facts.trouble(found, self._here.speech) if found else "")

    async def _copy(self) -> None:
        self._button.disable()
        refusal = await self._here.served.room.back_up()
        self._button.enable()
        self._look()
        if isinstance(refusal, Refusal):
            self._told.set_text(sentence(refusal, self._here.speech))
            return
        last = list_backups(self._here.served.folder.path)[-1]
        self._told.set_text(self._here.speech.text("Copie faite : {file}", file=f"backups/{last.name}"))


def _radio(here: Visit) -> None:
    """How many telephones are to come in, and by what."""
    said = here.speech.text
    with part(said("Les téléphones et le Wi-Fi")):
        expected = facts.people_expected(here.state)
        box = ui.input(said("Téléphones attendus"), value=str(expected or "")).classes("at-box at-box-people")
        box.props("outlined stack-label hide-bottom-space inputmode=numeric")
        told = ui.label().classes("at-told")

        def look() -> None:
            typed = str(box.value or "").strip()
            phones = min(int(typed), _PHONES_TYPED_MAX) if typed.isdecimal() else None
            told.set_text(_advice(phones, here.speech))

        box.on_value_change(look)
        look()


def _advice(phones: int | None, speech: Speech) -> str:
    values = {"sure": PI_PHONES_SURE, "best": PI_PHONES_BEST}
    pi = speech.text("Le Wi-Fi d’un Raspberry Pi tient {sure} à {best} téléphones à la fois.", **values)
    if phones is None:
        return pi
    match room_for(phones):
        case Room.ENOUGH:
            rest = speech.text("Pour {n}, il suffit.", n=phones)
        case Room.UNSURE:
            rest = speech.text("Pour {n}, ce n’est pas sûr : prévoyez une borne Wi-Fi.", n=phones)
        case Room.TOO_FEW:
            rest = speech.text(
                "Pour {n}, il ne suffit pas : branchez une borne Wi-Fi (point d’accès) avec un câble.",
                n=phones,
            )
    return f"{pi} {rest}"
