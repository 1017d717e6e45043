"""The pictures of the guide: real screens, small enough for a phone, legible in black and white."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

from PIL import Image
from playwright.sync_api import Browser, Locator, Page, expect

from atelier.domain.words import Role
from tests.browser.phones import PHONE, Phone, pick_up
from tests.browser.serving import ROOT

if TYPE_CHECKING:
    from tests.browser.screens_pictures import Pictures

FOLDER = ROOT / "atelier" / "guide" / "pictures"
BYTES_MAX = 40_000

_SCREEN, _LAPTOP = (1120, 680), (1200, 680)
_WALL = (960, 540)
_PHONE = {**PHONE, "device_scale_factor": 1.5}
_CALM_MS = 1_500  # for whatever still comes by the feed
_THEME = "DS"
_DOTS = 6  # the step, by its number

_INK = "1c1a17"
_GROUNDS = ("f6f1e5", "fffdf7", "f7d774", "fdf3cf")
_COLOURS = (
    *(_INK, *_GROUNDS, "57514a", "d9d0bd", "e6e0d0", "8d8268", "ffffff", "8a6100", "c8321f", "fff4f0"),
    *("0b57d0", "8fb0e8", "1f6b3a", "e4f1e6", "3d4f8a", "2f6f5e"),
)

_AT_HOME = """here => document.querySelectorAll("input").forEach((one) => {
  one.value = one.value.replace(here, "/home/atelier");
})"""
"""The folder where pictures are taken is nobody’s."""

_TYPED = "Un guichet ouvert le samedi, avec une personne qui peut décider."
_RUDE = ("N’importe quoi, n’importe quoi !", "Vous êtes tous nuls.")


def take(pictures: Pictures, browser: Browser) -> None:
    """All of them, in an order in which nothing spoils what comes after."""
    phone = pick_up(browser, pictures.person.server, **_PHONE)
    _desk(pictures)
    _paper(pictures)
    _write(pictures, phone)
    _cover(pictures, pick_up(browser, pictures.person.server))
    _vote(pictures, phone)
    _evening(pictures)


def _desk(pictures: Pictures) -> None:
    midday, page = pictures.midday, pictures.person.page
    pictures.opens(midday.path(_THEME, "wall"), _WALL)
    _keep(page, "wall")
    pictures.opens(midday.path(_THEME, "desk"), _SCREEN)
    _keep(page, "desk")
    pictures.choose_two()
    height = _SCREEN[1]
    _keep(page, "desk-chosen", clip={"x": 0, "y": height - 330, "width": 860, "height": 330})
    pictures.person.chooses_nothing()


def _paper(pictures: Pictures) -> None:
    midday, page = pictures.midday, pictures.person.page
    pictures.opens(midday.path("paper"), (_SCREEN[0], 750))
    _keep(page, "paper")
    pictures.opens(midday.path("sheets", f"cards?theme={_THEME}&count=4"), (900, 900))
    _keep(page, "paper-card", of=page.locator("article.blank").first)


def _write(pictures: Pictures, phone: Phone) -> None:
    page = phone.opens(pictures.midday.path(_THEME))
    phone.writes(_TYPED, "revendication")
    page.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
    _keep(page, "phone-write", of=page.locator("#write"))
    phone.sends()
    receipt = page.locator("#receipt")
    expect(receipt).to_be_visible()
    page.evaluate("document.activeElement.blur(); document.querySelector('#receipt').scrollIntoView()")
    _keep(page, "phone-saved", clip={"x": 0, "y": 0, "width": 360, "height": 330})


def _cover(pictures: Pictures, phone: Phone) -> None:
    midday, person = pictures.midday, pictures.person
    phone.opens(midday.path(_THEME))
    for text in _RUDE:
        phone.writes(text, "revendication")
        phone.sends()
        expect(phone.page.locator("#own")).to_contain_text(text)
    pictures.opens(midday.path(_THEME, "desk"), _LAPTOP)
    person.page.locator(".at-board .card", has_text=_RUDE[0]).locator("> .more").click()
    person.sheet.locator("button[value=cover]").click()
    waiting = person.page.locator("section.covered")
    expect(waiting).to_be_visible()
    _keep(person.page, "desk-covered", of=waiting)
    person.presses("show_again")


def _vote(pictures: Pictures, phone: Phone) -> None:
    midday, page = pictures.midday, pictures.person.page
    midday.does("start_step", slot="S6", step=_DOTS)
    opened = phone.opens(midday.path(_THEME))
    opened.locator(".give button").nth(1).click()
    expect(opened.locator(".next b")).to_be_visible()
    opened.evaluate(
        "document.activeElement.blur(); document.querySelector('[id=dots-DS-R2]').scrollIntoView()"
    )
    opened.evaluate("scrollBy(0, -290)")
    _keep(opened, "phone-dots", clip={"x": 0, "y": 0, "width": 360, "height": 600})
    pictures.opens(midday.path("paper"), (_SCREEN[0], 460))
    page.get_by_role("tab", name="Compter").click()
    _keep(page, "paper-count")


def _evening(pictures: Pictures) -> None:
    evening, person = pictures.evening, pictures.person
    pictures.opens(evening.path(_THEME, "desk"))
    person.shows_on_the_wall("dots")
    pictures.opens(evening.path(_THEME, "wall"), _WALL)
    _keep(person.page, "wall-dots")
    for path, name in (("", "today"), ("/invite", "invite"), ("/finish", "finish")):
        pictures.opens(f"/host/{evening.slug}{path}", (_LAPTOP[0], 700))
        person.page.wait_for_timeout(_CALM_MS)
        person.page.evaluate(_AT_HOME, str(evening.server.sessions.parent))
        _keep(person.page, f"host-{name}")
    person.opens(f"/r/{evening.keys[Role.SECRETARY]}")
    pictures.opens(evening.path("cahier"), _LAPTOP)
    _keep(person.page, "cahier")


def _keep(page: Page, name: str, *, of: Locator | None = None, **options: Any) -> None:
    """Of the page, or of one thing on it; as many shades as there is room for."""
    page.wait_for_timeout(_CALM_MS)
    taken = (of or page).screenshot(animations="disabled", caret="hide", **options)
    FOLDER.mkdir(parents=True, exist_ok=True)
    path = FOLDER / f"{name}.png"
    for greys in (4, 3, 2, 1):
        small = _smaller(taken, greys)
        if len(small) <= BYTES_MAX:
            break
    path.write_bytes(small)
    print(f"{path.name}: {len(small) // 1000} kB, {greys} greys to a letter")


def _smaller(taken: bytes, greys: int) -> bytes:
    """In the colours of the product alone, and `greys` between ink and paper, for the edges of letters."""
    palette = Image.new("P", (1, 1))
    colours = [_rgb(one) for one in _COLOURS]
    for ground in map(_rgb, _GROUNDS):
        for step in range(1, greys + 1):
            part = step / (greys + 1)
            colours.append(tuple(round(a + (b - a) * part) for a, b in zip(_rgb(_INK), ground, strict=True)))
    palette.putpalette([side for colour in colours for side in colour])
    image = Image.open(BytesIO(taken)).convert("RGB").quantize(palette=palette, dither=Image.Dither.NONE)
    out = BytesIO()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()


def _rgb(colour: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour))
