"""The black bar at the top of a screen: what it is, of which convention, and where else to go."""

from collections.abc import Iterable

from nicegui import ui

from atelier.web.pages.frame import style

BAR = style("bar")


def bar(title: str, about: str, links: Iterable[tuple[str, str]] = ()) -> None:
    """`links` are said and addressed."""
    with ui.element("header").classes("at-bar"):
        ui.label(title).props("role=heading aria-level=1").classes("at-bar-title")
        ui.label(about).classes("at-bar-about")
        with ui.element("nav"):
            for said, address in links:
                ui.link(said, address)
