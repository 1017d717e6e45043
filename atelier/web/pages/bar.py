"""The black bar at the top of a screen: what it is, of which convention, and where else to go."""

from collections.abc import Iterable

from nicegui import ui

from atelier.web.pages.frame import style

BAR = style("bar")


def bar(title: str, about: str, links: Iterable[tuple[str, str]] = (), *, heads: bool = True) -> None:
    """`links` are said and addressed. `heads`: its title is that of the page, which has no other."""
    with ui.element("header").classes("at-bar"):
        name = ui.label(title).classes("at-bar-title")
        if heads:
            name.props("role=heading aria-level=1")
        ui.label(about).classes("at-bar-about")
        with ui.element("nav"):
            for said, address in links:
                ui.link(said, address)
