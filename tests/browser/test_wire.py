"""What crosses a busy Wi-Fi: few requests, few bytes, all of them to the machine in the room."""

from collections.abc import Callable

from tests.browser.phones import Phone
from tests.browser.serving import Convention
from tests.browser.walls import real_texts

REQUESTS_MAX = 3
PAGE_BYTES_MAX = 15_000
"""Of a theme of a hundred cards, each as long as people write them, with the headers of the answer."""

FIRST_VISIT_BYTES_MAX = 24_000
"""With the style and the script, which a browser then keeps."""


def test_a_theme_of_a_hundred_cards_is_few_requests_and_few_bytes(
    served: Convention, phone: Callable[..., Phone]
) -> None:
    for text in real_texts(100):
        served.has(text)
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
    assert len(person.board()) == 100
    received.clear()
    person.page.goto(served.path("DS"), wait_until="load")
    assert sum(received) <= PAGE_BYTES_MAX, received
