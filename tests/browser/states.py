"""Every page in every state that it is drawn for, as (name, how to get there)."""

from collections.abc import Callable, Iterator

from tests.browser.phones import Phone
from tests.browser.serving import Convention
from tests.browser.walls import ARABIC, close, hide_one, try_everything

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

    def too_many_dots() -> None:
        served.does("open_vote", theme="DS", dots=1, kinds=["constat", "revendication"])
        person.opens(theme)
        for _ in range(2):
            person.page.locator(".give button").nth(1).click(force=True)
        person.page.locator(".told:not(:empty), #problem").first.wait_for()

    def poll(scale: str, *statements: str) -> None:
        served.does("open_poll", scale=scale, statements=list(statements))
        person.opens(theme)

    def grades() -> None:
        served.does("word_statement", statement="DS-C1", text=ARABIC)
        poll("grades", "DS-R1", "DS-C1")

    def graded() -> None:
        for choice, people in (("very_good", 3), ("fair", 2), ("reject", 4), ("blank", 1)):
            served.does("count_choices", statement="DS-R1", channel="paper", choice=choice, people=people)
        after("close_poll")

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
    yield "too many dots", too_many_dots
    yield "dots closed", lambda: after("close_vote")
    yield "opinions", lambda: poll("opinions", "DS-R1")
    yield "opinions closed", lambda: after("close_poll")
    yield "grades", grades
    yield "grades closed", graded
    yield "hidden", hidden
    yield "paused", lambda: after("pause_theme")
    yield "frozen", lambda: after("freeze_theme")
    yield "not yours", lambda: person.opens(served.path("DS", "cards", "2", "correct"))
    yield "no page", lambda: person.opens("/nulle/part")
    yield "wrong link", lambda: person.opens("/r/aaaaaaaaaaaaaaaaaaaaaaaaaa")
    yield "home", lambda: person.opens("/")
    yield "closed", closed
    yield "contents", lambda: person.opens(served.path("read"))
    yield "chapter", lambda: person.opens(served.path("read", "DS"))
    yield "all cards", lambda: person.opens(served.path("read", "annexe-a-toutes-les-cartes"))
    yield "convention closed", lambda: person.opens(served.path())
