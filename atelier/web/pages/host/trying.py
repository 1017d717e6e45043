"""What an import would do to a convention here: tried, told, and done once the button is pressed."""

import asyncio
from collections.abc import Awaitable, Callable

from nicegui import ui

from atelier.domain.actor import Actor
from atelier.domain.refusals import Refusal
from atelier.domain.state import Convention
from atelier.exchange.merging import Plan
from atelier.live.importing import Report
from atelier.live.room import Room
from atelier.translations import plans
from atelier.translations.refusals import sentence
from atelier.web.pages.host.entering import Machine, only_host
from atelier.web.pages.host.parts import button, note

_SHOWN_AT_ONCE = 12

Try = Callable[[Convention], Plan]
Do = Callable[[Room, Actor], Awaitable[Report | Refusal]]


class Trying:
    """A convention is chosen among those under way that this browser is host of."""

    def __init__(self, here: Machine, label: str, attempt: Try, do: Do) -> None:
        self._here = here
        self._attempt = attempt
        self._do = do
        rooms = [one.room for one in here.hosted if not one.room.state.closed]
        open_ones = {room.slug: f"{room.state.title} · {room.slug}" for room in rooms}
        if not open_ones:
            note(here.speech.text("Aucune convention ouverte ici pour la recevoir."))
            return
        self._chosen = ui.select(open_ones, label=label, on_change=only_host(here, self._look))
        self._chosen.classes("at-box").props("outlined stack-label hide-bottom-space options-dense")
        self._report = ui.element("div").props("aria-live=polite")

    async def _look(self) -> None:
        """Nothing is written."""
        room = self._room()
        self._report.clear()
        if room is None:
            return
        plan = await asyncio.to_thread(self._attempt, room.state)
        with self._report:
            self._tell(plan, room.state)
            if plan.commands and plan.refused is None:
                self._button = button(
                    self._here.speech.text("Importer"), only_host(self._here, self._import), main=True
                )

    async def _import(self) -> None:
        room = self._room()
        if room is None:
            return
        self._button.disable()
        slug = room.slug
        actor = next(self._here.visitor.actor_in(one) for one in self._here.hosted if one.room.slug == slug)
        report = await self._do(room, actor)
        self._report.clear()
        speech = self._here.speech
        with self._report:
            if isinstance(report, Refusal):
                ui.label(sentence(report, speech)).classes("at-fault")
                return
            if report.stopped is not None:
                ui.label(sentence(report.stopped, speech)).classes("at-fault")
                note(speech.text("L’import s’est arrêté en route. Refaites-le : il reprendra."))
                return
            ui.label(speech.text("C’est fait.")).classes("at-told").props("role=status")
            self._tell(report.plan, room.state)
            ui.link(speech.text("Voir la convention"), f"/host/{slug}").classes("at-link-main")

    def _tell(self, plan: Plan, state: Convention) -> None:
        speech = self._here.speech
        if plan.refused is not None:
            ui.label(sentence(plan.refused, speech)).classes("at-fault")
            return
        ui.label(plans.brought(plan, speech)).classes("at-told")
        for line in plans.numbers(plan, speech):
            note(line)
        settle = plans.to_settle(plan, state, speech)
        if settle:
            note(speech.text("À régler par une personne :"))
            with ui.element("div").classes("at-gaps"), ui.element("ul"):
                for line in settle[:_SHOWN_AT_ONCE]:
                    with ui.element("li"):
                        ui.label(line)
                left = len(settle) - _SHOWN_AT_ONCE
                if left > 0:
                    with ui.element("li"):
                        ui.label(speech.plural("et {n} autre", "et {n} autres", left))
            note(plans.said_each_time(speech))

    def _room(self) -> Room | None:
        """Of the one chosen, if this browser is still its host."""
        return next((one.room for one in self._here.hosted if one.room.slug == self._chosen.value), None)
