"""What crosses a busy Wi-Fi: few requests, few bytes, all of them to the machine in the room."""

from collections.abc import Callable

from atelier.web.plain.boards import LOOSE_SHOWN_MAX
from tests.browser.phones import Phone
from tests.browser.serving import Convention
from tests.browser.walls import real_texts

REQUESTS_MAX = 3
PAGE_BYTES_MAX = 15_000
"""Of a theme of a hundred cards, each as long as people write them, with its style and the headers."""

FIRST_VISIT_BYTES_MAX = 20_000
"""With the script, which is not needed."""


def test_a_theme_of_a_hundred_cards_is_few_requests_and_few_bytes(
    served: Convention, phone: Callable[..., Phone]
) -> None:
    for number, text in enumerate(real_texts(100)):
        served.has(text, kind="constat" if number % 5 < 3 else "revendication")
    person = phone()
    received: list[float] = []
    network = person.context.new_cdp_session(person.page)
    network.on("Network.loadingFinished", lambda one: received.append(one["encodedDataLength"]))
    network.send("Network.enable")
    person.page.goto(served.path("DS"), wait_until="load")
    person.page.wait_for_timeout(300)  # for whatever a script would fetch afterwards
    asked = [url for url in person.requests if not url.startswith("data:") and "/feed?" not in url]
    assert len(asked) <= REQUESTS_MAX, asked
    assert sum(received) <= FIRST_VISIT_BYTES_MAX, received
    assert len(person.board()) == len(person.board("revendication")) == LOOSE_SHOWN_MAX
    assert "Voir les 20 plus anciennes" in person.page.inner_text("main")
    style = received[1]
    received.clear()
    person.page.goto(served.path("DS"), wait_until="load")
    assert sum(received) + style <= PAGE_BYTES_MAX, (received, style)
