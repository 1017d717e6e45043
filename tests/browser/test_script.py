"""What the script adds: nothing typed is lost, and what could not leave leaves later, once."""

import re
from collections.abc import Callable

from playwright.sync_api import Route, expect

from tests.browser.phones import Phone
from tests.browser.serving import SILENT, Convention

TEXT = "La machine décide, et personne ne signe."
KEPT = "Pas de réseau. Votre texte est gardé, nous réessayons."
REFUSED_BY_NOBODY = "net::ERR_"


def _forgives_the_network(person: Phone) -> None:
    """The test cut it on purpose."""
    person.faults[:] = [fault for fault in person.faults if REFUSED_BY_NOBODY not in fault]


def test_a_draft_survives_a_reload_and_a_closed_tab(served: Convention, phone: Callable[..., Phone]) -> None:
    person = phone()
    person.opens(served.path("DS"))
    person.writes(TEXT, "revendication")
    person.page.reload()
    assert (person.text, person.kind) == (TEXT, "revendication")
    person.opens_a_new_tab(served.path("DS"))
    assert (person.text, person.kind) == (TEXT, "revendication")
    person.sends()
    assert person.number == 1
    person.opens_a_new_tab(served.path("DS"))
    assert person.text == ""  # what was sent is no draft


def test_a_draft_belongs_to_its_theme_and_is_forgotten_with_the_browser(
    served: Convention, phone: Callable[..., Phone]
) -> None:
    person = phone()
    person.opens(served.path("DS"))
    person.writes(TEXT)
    person.opens(served.path("TR"))
    assert person.text == ""
    person.opens(served.path("me"))
    person.page.get_by_role("button", name="Oublier ce navigateur").click()
    expect(person.page.get_by_text("C’est oublié.")).to_be_visible()
    person.opens_a_new_tab(served.path("DS"))
    assert person.text == ""


def test_a_server_killed_while_a_card_is_sent_gets_it_once_it_is_back(
    served: Convention, phone: Callable[..., Phone]
) -> None:
    person = phone()
    person.opens(served.path("DS"))
    person.writes(TEXT, "revendication")
    served.server.hold()
    person.sends()
    status = person.page.locator("#status")
    expect(status).to_have_text("Envoi…")
    expect(person.page.locator("#write .main")).to_be_disabled()
    served.server.kill()
    expect(status).to_have_text(KEPT)
    assert (person.text, person.kind) == (TEXT, "revendication")
    served.server.start()
    assert person.number == 1
    assert served.texts == [TEXT]
    _forgives_the_network(person)


def test_an_answer_lost_on_the_way_is_not_a_second_card(
    served: Convention, phone: Callable[..., Phone]
) -> None:
    person = phone()
    person.opens(served.path("DS"))
    lost: list[int] = []

    def lose_the_first(route: Route) -> None:
        if route.request.method == "POST" and not lost:
            lost.append(route.fetch().status)
            route.abort()
        else:
            route.continue_()

    person.page.route("**/DS", lose_the_first)
    person.writes(TEXT)
    person.sends()
    expect(person.page.locator("#status")).to_have_text(KEPT)
    assert lost == [201]
    assert person.number == 1
    assert served.texts == [TEXT]
    _forgives_the_network(person)


def test_a_tab_closed_before_the_answer_came_does_not_double_the_card(
    served: Convention, phone: Callable[..., Phone]
) -> None:
    person = phone()
    person.opens(served.path("DS"))
    arrived: list[int] = []

    def lose(route: Route) -> None:
        if route.request.method == "POST":
            arrived.append(route.fetch().status)
            route.abort()
        else:
            route.continue_()

    person.page.route("**/DS", lose)
    person.writes(TEXT)
    person.sends()
    expect(person.page.locator("#status")).to_have_text(KEPT)
    person.opens_a_new_tab(served.path("DS"))
    assert person.text == TEXT
    person.sends()
    assert person.number == 1
    assert (arrived, served.texts) == ([201], [TEXT])
    _forgives_the_network(person)


def test_a_card_sent_without_network_leaves_by_itself_when_it_comes_back(
    served: Convention, phone: Callable[..., Phone]
) -> None:
    person = phone()
    person.opens(served.path("DS"))
    person.context.set_offline(True)
    person.writes(TEXT)
    person.sends()
    expect(person.page.locator("#status")).to_have_text(KEPT)
    assert person.text == TEXT
    person.context.set_offline(False)
    assert person.number == 1
    assert served.texts == [TEXT]
    _forgives_the_network(person)


def test_the_counter_counts_what_the_server_counts(served: Convention, phone: Callable[..., Phone]) -> None:
    person = phone()
    page = person.opens(served.path("DS"))
    count = page.locator("#count")
    expect(count).to_have_text("0 / 600")
    page.fill("#text", "  Deux mots \n")
    expect(count).to_have_text("9 / 600")
    page.fill("#text", "é" * 600)
    expect(count).to_have_text("600 / 600")
    page.fill("#text", "é" * 603)
    expect(count).to_have_text("en trop : 3")
    person.sends()
    expect(page.locator("#problem")).to_contain_text("603 signes")


def test_the_timer_counts_down_and_says_when_it_is_over(
    served: Convention, phone: Callable[..., Phone]
) -> None:
    served.starts(SILENT)
    person = phone()
    person.page.clock.install()
    page = person.opens(served.path("DS"))
    timer = page.locator("#timer b")
    expect(timer).to_have_text(re.compile(r"1[45]:\d\d"))
    page.clock.fast_forward("10:00")
    page.clock.run_for(1000)
    expect(timer).to_have_text(re.compile(r"4:\d\d"))
    page.clock.fast_forward("05:00")
    page.clock.run_for(1000)
    expect(timer).to_have_text("terminé")


def test_a_press_on_an_empty_form_is_answered_by_the_server(
    served: Convention, phone: Callable[..., Phone]
) -> None:
    person = phone()
    person.opens(served.path("DS"))
    person.sends()
    expect(person.page.locator("#problem")).to_contain_text("Il manque le texte.")


def test_cards_of_others_come_by_themselves_without_moving_what_is_typed(
    served: Convention, phone: Callable[..., Phone]
) -> None:
    reader, writer = phone(), phone(script=False)
    page = reader.opens(served.path("DS"))
    expect(page.locator("#fresh")).to_be_hidden()
    page.focus("#text")
    page.keyboard.type("Je commence à")
    writer.opens(served.path("DS"))
    number = writer.posts(TEXT)
    expect(page.locator(f"#card-{number}")).to_be_visible()
    expect(page.locator("#text")).to_be_focused()
    assert reader.text == "Je commence à"
    assert reader.board() == [TEXT]


def test_a_page_catches_up_with_what_was_written_while_the_server_was_away(
    served: Convention, phone: Callable[..., Phone]
) -> None:
    reader = phone()
    page = reader.opens(served.path("DS"))
    expect(page.locator("#fresh")).to_be_hidden()
    served.server.kill()
    expect(page.locator("#fresh")).to_contain_text("La liaison est coupée.")
    served.server.start()
    number = served.has(TEXT)
    expect(page.locator(f"#card-{number}")).to_be_visible(timeout=15_000)
    expect(page.locator("#fresh")).to_be_hidden()


def test_the_server_stops_at_once_when_asked_while_phones_are_connected(
    served: Convention, phone: Callable[..., Phone]
) -> None:
    for person in (phone(), phone()):
        page = person.opens(served.path("DS"))
        expect(page.locator("#fresh")).to_be_hidden()
    served.server.stop(within=10)
    expect(page.locator("#fresh")).to_contain_text("La liaison est coupée.")
