"""Taking the cahier away: in every format, the whole at once, the proof to read again together."""

import inspect
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from nicegui import ui
from nicegui.element import Element

from atelier.domain.permissions import may_carry_away
from atelier.web.pages.cahier.bench import Bench
from atelier.web.pages.host.entering import Handler
from atelier.web.pages.host.parts import button, link_button, part
from atelier.web.pages.host.taking import Taking
from atelier.web.pages.visit import Visit

ACTS: Mapping[str, Callable[[Bench, str], Awaitable[None]]] = {}


def build(bench: Bench) -> Element:
    """A button; behind it, everything that can be taken."""
    here, said = bench.here, bench.here.speech.text
    with bench.client.content:
        dialog = ui.element("dialog").classes("at-sheet at-host bench-taken")
        dialog.props["aria-label"] = said("À emporter")
        with dialog:
            Taking(here, gate=_whoever_may)
            with part(said("À imprimer, à relire ensemble")), ui.element("div").classes("at-links"):
                link_button(said("Relecture des énoncés"), f"/{here.slug}/sheets/proof")
                link_button(said("Lire le cahier"), f"/{here.slug}/read")
            button(said("Fermer"), lambda: dialog.run_method("close"))
    with ui.element("div").classes("bench-taking") as made:
        button(said("Emporter"), lambda: dialog.run_method("showModal"))
    return made


def show(bench: Bench) -> None:
    """It is always the same."""


def _whoever_may(here: Visit, work: Handler) -> Callable[..., Awaitable[None]]:
    """A gesture, done if whoever makes it may still carry the whole away."""

    async def handle(*given: Any) -> None:
        if not may_carry_away(here.actor):
            ui.navigate.reload()
            return
        done = work(*given)
        if inspect.isawaitable(done):
            await done

    return handle
