"""How long a card takes from the press of a button to the other screens."""

import time
from collections.abc import Mapping

from tests.browser.phones import Phone

_NOTE = """window.atelierSeen = {};
new MutationObserver(() => {
  for (const one of document.querySelectorAll('[data-place] > [id]')) atelierSeen[one.id] ||= Date.now();
}).observe(document, { childList: true, subtree: true });"""


class Delays:
    """Whoever is watched notes when each card came to its page; `worst` by who waited."""

    def __init__(self) -> None:
        self.worst: dict[str, float] = {}

    @staticmethod
    def watch(person: Phone) -> None:
        """From the next page it opens."""
        person.context.add_init_script(_NOTE)

    def reached(self, watched: Mapping[str, Phone], item: str, since: float) -> None:
        """Everybody there has it, by themselves. `since`: when the button was pressed, in seconds."""
        for name, person in watched.items():
            person.page.locator(f'[id="{item}"]').first.wait_for(state="attached")
            seen = person.page.evaluate("id => atelierSeen[id]", item)
            self.worst[name] = max(self.worst.get(name, 0.0), seen / 1000 - since)

    def __str__(self) -> str:
        said = (f"{name} {1000 * seconds:.0f} ms" for name, seconds in self.worst.items())
        return "the longest wait for a card: " + ", ".join(said)


def now() -> float:
    """By the clock that the pages read too."""
    return time.time()
