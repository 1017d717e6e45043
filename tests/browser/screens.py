"""The screens of the team, and what is done at each of them, in the words of the page."""

import re
from typing import Any

from playwright.sync_api import Browser, Locator, Response, WebSocket, expect

from tests.browser.phones import DESK, Phone
from tests.browser.serving import Server


class Screen(Phone):
    """Somebody of the team at a large screen. Nothing it asks for is missing, or outside the server."""

    def __init__(self, browser: Browser, server: Server, **options: Any) -> None:
        super().__init__(browser.new_context(**{**DESK, "base_url": server.address, **options}), server)
        self.page.on("websocket", self._linked)

    def opens_role(self, key: str, *path: str) -> None:
        """The link of a role, then one of the screens it leads to."""
        self.opens(f"/r/{key}")
        if path:
            self.page.locator(f"a[href='/{'/'.join(path)}']").click()

    def _linked(self, link: WebSocket) -> None:
        ours = (self.server.address, self.server.direct)
        if not link.url.startswith(tuple(one.replace("http", "ws", 1) for one in ours)):
            self.faults.append(f"{link.url} was linked to")

    def _answered(self, response: Response) -> None:
        if response.status >= 400:
            self.faults.append(f"{response.status} {response.url}")


class Host(Screen):
    """Whoever started the machine, and sits at it."""

    def __init__(self, browser: Browser, server: Server) -> None:
        super().__init__(browser, server, base_url=server.direct)

    def creates(self, title: str, *themes: str) -> str:
        """A convention with these themes and the programme that is there; its name in addresses."""
        page = self.opens("/host/new")
        page.get_by_label("Titre").first.fill(title)
        for number, theme in enumerate(themes, 1):
            if number > 1:
                page.get_by_role("button", name="Ajouter un thème").click()
            page.get_by_label("Titre").nth(number).fill(theme)
        page.get_by_role("button", name="Créer la convention").click()
        expect(page.get_by_role("heading", level=1)).to_have_text(title)
        return page.url.rpartition("/")[2]

    def finds_key(self, slug: str, role: str) -> str:
        """Of the link that is shown for that function."""
        page = self.opens(f"/host/{slug}/invite")
        row = page.locator(".at-key", has_text=role)
        row.get_by_role("button", name="Montrer").click()
        return row.get_by_role("textbox").input_value().rpartition("/r/")[2]

    def reads(self, row: str) -> list[str]:
        """What the page of today says there, after its name."""
        found = self.page.get_by_role("row", name=re.compile(f"^{row}"))
        return found.get_by_role("cell").all_inner_texts()


class Desk(Screen):
    """Of a facilitator, in one theme."""

    def item(self, name: int | str) -> Locator:
        """A card by its number, a statement by its reference."""
        return self.page.locator(f'.at-board [id="{name if isinstance(name, str) else f"card-{name}"}"]')

    def chooses(self, *names: int | str) -> None:
        for name in names:
            ticks(self.item(name).locator(":scope > .choose input"))

    def chooses_nothing(self) -> None:
        self.acts("nothing")
        expect(self.page.locator(".at-board .chosen")).to_have_count(0)

    def acts(self, act: str) -> None:
        """On what is chosen."""
        self.page.locator(f".at-acts [data-act={act}]").click()

    def presses(self, act: str, of: str = "") -> None:
        """A button of the programme, or of the side."""
        self.page.locator(f'[data-act="{act}"][data-of="{of}"]').last.click()

    def starts(self, step: str) -> None:
        """Of the programme; it is there when it is the one under way."""
        self.page.locator(".programme button", has_text=step).click()
        expect(self.page.locator(".programme [aria-current=step]")).to_contain_text(step)

    @property
    def sheet(self) -> Locator:
        return self.page.locator("dialog.at-sheet")

    def words(self, reference: str, text: str = "", title: str = "") -> None:
        """Opens the sheet of that statement, and types; saves nothing."""
        self.chooses(reference)
        self.acts("word")
        if title:
            self.sheet.locator("#wording-title").fill(title)
        if text:
            self.sheet.locator("#wording").fill(text)

    def saves(self) -> None:
        """And the sheet closes."""
        self.sheet.locator("button.main").click()
        expect(self.sheet).to_be_hidden()

    def undoes(self, what: str) -> None:
        """The line of the journal that says so."""
        line = self.page.locator(".journal li").filter(has_text=what).first
        line.get_by_role("button").click()

    def shows_on_the_wall(self, mode: str) -> None:
        self.presses("wall", mode)
        expect(self.page.locator(f'[data-act=wall][data-of="{mode}"]')).to_have_attribute(
            "aria-pressed", "true"
        )

    @property
    def fates(self) -> dict[str, int]:
        """How many cards were received, and what became of them."""
        rows = self.page.locator(".fates > div").all()
        return {str(row.get_attribute("class")): int(row.locator("dd").inner_text()) for row in rows}


class Wall(Screen):
    """The projected screen of one theme."""

    def __init__(self, browser: Browser, server: Server) -> None:
        super().__init__(browser, server, viewport={"width": 1920, "height": 1080})

    def item(self, name: int | str) -> Locator:
        """Among the boards."""
        return self.page.locator(f'.boards [id="{name if isinstance(name, str) else f"card-{name}"}"]')

    def shows(self, mode: str) -> None:
        """By itself, soon."""
        expect(self.page.locator(".at-wall")).to_have_attribute("data-mode", mode)

    @property
    def received(self) -> int:
        return _number(self.page.locator("#cards").inner_text())


class Paper(Screen):
    """The secretary's, by its keys alone."""

    def types(self, text: str) -> int:
        """A slip, its words and Enter; the number to write on it."""
        keyboard = self.page.keyboard
        keyboard.type(text)
        keyboard.press("Enter")
        expect(self.page.locator(".typed .text").get_by_text(text, exact=True)).to_be_visible()
        expect(self.page.locator("textarea")).to_have_value("")
        return _number(self.page.locator(".receipt.done .big").inner_text())


def _number(said: str) -> int:
    """The first that is said there."""
    found = re.search(r"\d+", said)
    assert found is not None, said
    return int(found[0])


def ticks(box: Locator) -> None:
    """Once more, where the board was drawn anew under the finger."""
    box.click()
    try:
        expect(box).to_be_checked(timeout=1_000)
    except AssertionError:
        box.click()
        expect(box).to_be_checked()
