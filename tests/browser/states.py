"""Every page in every state that it is drawn for, as (name, how to get there)."""

from collections.abc import Callable, Iterator

from tests.browser.phones import Phone
from tests.browser.serving import Convention
from tests.browser.walls import close, hide_one, try_everything

Visit = tuple[str, Callable[[], object]]


def visits(served: Convention, person: Phone) -> Iterator[Visit]:
    """In an order in which each can follow the one before. Whoever is told of one has to go there."""
    theme = served.path("DS")

    def refused() -> None:
        person.opens(theme)
        person.writes("é" * 601, lang="uk", people="7")
        person.sends()
        person.page.locator("#problem").wait_for()

    def receipt() -> None:
        person.opens(theme)
        person.posts("Une carte à moi.")

    def full() -> None:
        try_everything(served)
        person.opens(theme)

    def hidden() -> None:
        hide_one(served)
        person.opens(theme)

    def after(command: str) -> None:
        served.does(command, theme="DS")
        person.opens(theme)

    def closed() -> None:
        close(served)
        person.opens(theme)

    yield "convention", lambda: person.opens(served.path())
    yield "empty", lambda: person.opens(theme)
    yield "receipt", receipt
    yield "correct", lambda: person.opens(served.path("DS", "cards", "1", "correct"))
    yield "withdraw", lambda: person.opens(served.path("DS", "cards", "1", "withdraw"))
    yield "me", lambda: person.opens(served.path("me"))
    yield "full", full
    yield "refused", refused
    yield "hidden", hidden
    yield "paused", lambda: after("pause_theme")
    yield "frozen", lambda: after("freeze_theme")
    yield "not yours", lambda: person.opens(served.path("DS", "cards", "2", "correct"))
    yield "no page", lambda: person.opens("/nulle/part")
    yield "wrong link", lambda: person.opens("/r/aaaaaaaaaaaaaaaaaaaaaaaaaa")
    yield "home", lambda: person.opens("/")
    yield "closed", closed
    yield "convention closed", lambda: person.opens(served.path())
