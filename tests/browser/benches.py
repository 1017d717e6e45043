"""The workbench of the cahier, and what a secretary does there."""

from playwright.sync_api import Locator, expect

from atelier.domain.words import Role
from tests.browser.screens import Screen
from tests.browser.serving import Convention


class Bench(Screen):
    """Of somebody who writes the cahier, or looks at it."""

    def sits_down(self, served: Convention, role: Role = Role.SECRETARY) -> "Bench":
        self.opens(f"/r/{served.keys[role]}")
        self.opens(served.path("cahier"))
        expect(self.part("foreword")).to_be_visible()
        return self

    def part(self, name: str) -> Locator:
        """A row of the outline: of a part, or of a statement."""
        return self.page.locator(f'.outline li[data-name="{name}"]')

    @property
    def parts(self) -> list[str | None]:
        """Their names, in the order of the page."""
        return [one.get_attribute("data-name") for one in self.page.locator(".outline > .part").all()]

    @property
    def statements(self) -> list[str | None]:
        """Those that are shown in the outline, in their order."""
        return [one.get_attribute("data-name") for one in self.page.locator(".lines .statement").all()]

    def presses(self, act: str, of: str = "") -> None:
        self.button(act, of).click()

    def button(self, act: str, of: str = "") -> Locator:
        return self.page.locator(f'[data-act="{act}"][data-of="{of}"]')

    def opens_text(self, name: str) -> Locator:
        """Of a part that has one text: its box, where the caret then is."""
        self.presses("fold", name)
        expect(self.box).to_be_focused()
        return self.box

    @property
    def box(self) -> Locator:
        return self.page.locator(".writing textarea")

    @property
    def status(self) -> Locator:
        return self.page.locator(".writing .status")

    @property
    def sheet(self) -> Locator:
        return self.page.locator("dialog.at-sheet:not(.bench-taken)")

    def types(self, text: str) -> None:
        """Where the caret is, and waits until the room has it."""
        self.page.keyboard.type(text)
        self.is_saved()

    def is_saved(self) -> None:
        expect(self.status).to_have_class("status saved")
