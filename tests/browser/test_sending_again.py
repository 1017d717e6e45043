"""Impatience, doubt and habit: whatever is pressed twice is one card."""

from collections.abc import Callable

from playwright.sync_api import expect

from tests.browser.phones import Phone
from tests.browser.serving import Convention

TEXT = "Il faut un ordinateur pour demander de l’aide sur l’ordinateur."


def test_a_double_press_is_one_card(served: Convention, phone: Callable[..., Phone], script: bool) -> None:
    person = phone(script=script)
    person.opens(served.path("DS"))
    person.writes(TEXT)
    person.page.dblclick("#write .main")
    assert person.number == 1
    assert served.texts == [TEXT]


def test_reloading_the_receipt_sends_nothing(served: Convention, phone: Callable[..., Phone]) -> None:
    person = phone(script=False)
    person.opens(served.path("DS"))
    person.posts(TEXT)
    person.page.reload()
    person.page.reload()
    assert served.texts == [TEXT]
    expect(person.page.locator("#card-1")).to_be_visible()


def test_going_back_and_sending_the_same_text_again_is_one_card(
    served: Convention, phone: Callable[..., Phone], script: bool
) -> None:
    person = phone(script=script)
    person.opens(served.path("DS"))
    person.posts(TEXT)
    person.page.go_back()
    assert person.posts(TEXT) == 1
    assert served.texts == [TEXT]


def test_going_back_and_changing_the_text_is_a_second_card(
    served: Convention, phone: Callable[..., Phone]
) -> None:
    person = phone(script=False)
    person.opens(served.path("DS"))
    person.posts(TEXT)
    person.page.go_back()
    assert person.posts(TEXT + " C’est absurde.") == 2
    assert served.texts == [TEXT, TEXT + " C’est absurde."]


def test_the_same_page_sent_from_two_tabs_is_one_card(
    served: Convention, phone: Callable[..., Phone]
) -> None:
    person = phone(script=False)
    person.opens(served.path("DS"))
    key = person.page.locator("[name=key]").input_value()
    person.posts(TEXT)
    answer = person.context.request.post(
        served.path("DS"),
        form={"kind": "constat", "text": TEXT, "key": key},
        headers={"origin": served.server.address},
    )
    assert "Carte n°\u00a01 enregistrée" in answer.text()
    assert served.texts == [TEXT]


def test_a_refused_page_reloaded_once_the_pause_is_over_is_the_card(
    served: Convention, phone: Callable[..., Phone], script: bool
) -> None:
    person = phone(script=script)
    person.opens(served.path("DS"))
    served.does("pause_theme", theme="DS")
    person.writes(TEXT)
    person.sends()
    expect(person.page.locator("#problem")).to_be_visible()
    served.does("pause_theme", theme="DS", on=False)
    person.page.reload()  # the browser sends the form again
    person.page.reload()
    assert served.texts == [TEXT]


def test_withdrawing_twice_is_the_same_answer(served: Convention, phone: Callable[..., Phone]) -> None:
    person = phone(script=False)
    page = person.opens(served.path("DS"))
    person.posts(TEXT)
    page.locator("#receipt").get_by_role("link", name="retirer").click()
    page.get_by_role("button", name="Retirer ma carte").dblclick()
    expect(page.get_by_text("Carte n° 1 retirée.")).to_be_visible()
    assert served.texts == []
