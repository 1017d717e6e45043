"""The secretary's screen: type a slip, read its number, take the next one. The hands never leave the keys."""

from nicegui import ui
from starlette.requests import Request

from atelier.domain.limits import CARD_GRAPHEMES_MAX
from atelier.domain.words import Role
from atelier.translations import Speech
from atelier.web.components.counting import CountingForm
from atelier.web.components.paper import PaperForm
from atelier.web.pages.bar import BAR, bar
from atelier.web.pages.frame import RECONNECT_SECONDS, enter, screen, style
from atelier.web.pages.paper import counts, entries, words
from atelier.web.pages.paper.asking import Answer, answer_to
from atelier.web.pages.visit import Visit
from atelier.web.plain.languages import OTHER, WRITTEN

_STYLE = style("paper")
_LOOK_AGAIN_SECONDS = 1.0


@ui.page("/{slug}/paper", reconnect_timeout=RECONNECT_SECONDS)
def paper(request: Request, slug: str) -> None:
    """For who types what is on paper."""
    here = enter(request, slug, Role.SECRETARY, Role.FACILITATOR, Role.HOST)
    if here is None:
        return
    said = here.speech.text
    with screen(said("Saisir du papier"), BAR, _STYLE):
        bar(said("Saisir du papier"), here.state.title, _links(here))
        if here.state.closed:
            ui.label(said("La convention est terminée. On n’écrit plus de carte.")).classes("at-notice")
        _Entry(here, request.query_params.get("card", ""))


def _links(here: Visit) -> list[tuple[str, str]]:
    said = here.speech.text
    return [
        (said("Feuilles à imprimer"), f"/{here.slug}/sheets/cards"),
        (said("Le cahier"), f"/{here.slug}/cahier"),
        (said("Les ateliers"), f"/{here.slug}"),
        (said("Mode d’emploi"), "/help/secretary"),
    ]


class _Entry:
    """The two tabs, and what keeps them as the room is."""

    def __init__(self, here: Visit, card: str) -> None:
        """`card`: the one to translate first, if it waits for that."""
        self._here = here
        self._seen = here.state.seq
        said = here.speech.text
        with ui.tabs().classes("at-tabs") as self._tabs:
            typing = ui.tab("type", label=said("Saisir"), icon=None)
            ui.tab("count", label=said("Compter les mains et les gommettes"), icon=None)
        with ui.tab_panels(self._tabs, value=typing, animated=False, keep_alive=True).classes("at-panels"):
            with ui.tab_panel(typing):
                self._form = PaperForm(
                    words=words.of_entry(here.speech),
                    look=self._entries(),
                    ask=self._ask,
                    store=f"atelier-paper-{here.slug}",
                    languages=_languages(here.state.language, here.speech),
                    language=here.state.language,
                    limit=CARD_GRAPHEMES_MAX,
                    first=entries.to_translate(here.state, here.actor, here.speech, card),
                )
            with ui.tab_panel("count"):
                self._counting = CountingForm(
                    words=words.of_counting(here.speech), look=self._counts(), ask=self._ask
                )
        self._show()
        ui.timer(_LOOK_AGAIN_SECONDS, self._look_again)

    async def _ask(self, asked: object) -> Answer:
        answer = await answer_to(self._here, asked)
        self._look_again()
        return answer

    def _look_again(self) -> None:
        """Somebody else may have typed, or opened the dots."""
        if self._here.state.seq != self._seen:
            self._seen = self._here.state.seq
            self._show()

    def _show(self) -> None:
        found = self._counts()
        self._form.show(self._entries())
        self._counting.show(found)
        self._tabs.set_visibility(bool(found["sheets"]))

    def _entries(self) -> entries.Shown:
        return entries.look(self._here.state, self._here.actor, self._here.speech)

    def _counts(self) -> counts.Shown:
        return counts.look(self._here.state, self._here.actor, self._here.speech)


def _languages(usual: str, speech: Speech) -> list[tuple[str, str]]:
    """The room's own first, said by saying nothing; the others by the name that is typed to find them."""
    others = sorted((speech.language(tag), tag, own) for tag, own in WRITTEN if tag != usual)
    named = [(tag, f"{name} ({own})") for name, tag, own in others]
    return [("", speech.language(usual)), *named, (OTHER, speech.text("une autre langue"))]
