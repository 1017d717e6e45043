"""Pieces of the host's screens: titles, parts, buttons, the four pages of a convention, texts to copy."""

from collections.abc import Callable
from typing import Any

from nicegui import ui
from nicegui.element import Element

from atelier.domain.state import Convention
from atelier.network.codes import qr_svg
from atelier.translations import Speech
from atelier.web.components.copy import CopyText
from atelier.web.pages.bar import bar


def h1(said: str) -> None:
    """The title of a page."""
    ui.label(said).classes("at-h1").props("role=heading aria-level=1")


def part(title: str) -> Element:
    """A part of a page, under its title."""
    made = ui.element("section").classes("at-part")
    with made:
        ui.label(title).classes("at-h2").props("role=heading aria-level=2")
    return made


def note(said: str) -> ui.label:
    """What is explained, smaller."""
    return ui.label(said).classes("at-about")


def button(said: str, do: Callable[..., Any], *, main: bool = False, small: bool = False) -> ui.button:
    """`main`: the one thing to do on this page."""
    look = "at-main" if main else "at-plain"
    return (
        ui.button(said, on_click=do, color=None).classes(f"{look} at-small" if small else look).props("flat")
    )


def link_button(said: str, address: str, *, main: bool = False) -> None:
    """A link that looks like what it is worth; what it opens is a page of its own."""
    ui.link(said, address, new_tab=True).classes("at-link-main" if main else "at-link-plain")


def pages_of(slug: str, state: Convention, speech: Speech, current: str) -> None:
    """The bar, and the four pages of the host."""
    said = speech.text
    links = [
        (said("Les écrans de l’équipe"), f"/{slug}/team"),
        (said("Le cahier"), f"/{slug}/cahier"),
        (said("Mes conventions"), "/host"),
        (said("Mode d’emploi"), "/help/host"),
    ]
    bar(said("Organiser"), state.title, links, heads=False)
    pages = {
        "": said("Aujourd’hui"),
        "invite": said("Inviter"),
        "prepare": said("Préparer"),
        "finish": said("Finir"),
    }
    nav = ui.element("nav").classes("at-pages")
    nav.props["aria-label"] = said("Pages de l’organisation")
    with nav:
        for page, name in pages.items():
            link = ui.link(name, f"/host/{slug}/{page}".rstrip("/"))
            if page == current:
                link.props("aria-current=page")


def qr(text: str, label: str) -> None:
    """Our own drawing, never what somebody wrote."""
    ui.html(qr_svg(text, label=label), sanitize=False).classes("at-qr")


def copy_text(text: str, label: str, speech: Speech) -> None:
    """A text to take away."""
    words = {
        "copy": speech.text("Copier"),
        "copied": speech.text("Copié."),
        "by_hand": speech.text("Appuyez sur Ctrl et C pour copier."),
    }
    CopyText(text, label=label, words=words)


async def sure(question: str, explained: str, yes: str, no: str) -> bool:
    """Asked before what cannot be taken back."""
    with ui.dialog() as dialog, ui.card().classes("at-dialog"):
        ui.label(question).classes("at-h2").props("role=heading aria-level=2")
        ui.label(explained)
        with ui.row():
            button(no, lambda: dialog.submit(False), main=True)
            button(yes, lambda: dialog.submit(True))
    answer = await dialog
    dialog.delete()
    return bool(answer)
