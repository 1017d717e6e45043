"""Dots, opinions and grades on phones: what each person gave is theirs alone, whatever the Wi-Fi does."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Route, expect

from atelier.domain.words import Role
from tests.browser.phones import Phone
from tests.browser.serving import READING, Convention

TEXTS = ("Un guichet ouvert, avec une personne.", "Le papier reste possible partout.")
REFUSED_BY_NOBODY = "net::ERR_"


@pytest.fixture
def statements(served: Convention) -> list[str]:
    """Two, each with its wording, in a step that asks for no card."""
    made = []
    for text in TEXTS:
        card = served.has(text, "revendication")
        reference: str = served.does("group_cards", cards=[card])["statement"]
        served.does("word_statement", statement=reference, text=text)
        made.append(reference)
    served.starts(READING)
    return made


def opens_the_vote(served: Convention, dots: int = 3) -> None:
    served.does("open_vote", theme="DS", dots=dots, kinds=["revendication"])


def button(person: Phone, said: str) -> Locator:
    return person.page.get_by_role("button", name=said, exact=True)


def gives(person: Phone, reference: str) -> None:
    """Press « + », even where it is grey."""
    button(person, f"Poser une gommette sur {reference}").click(force=True)


def takes(person: Phone, reference: str) -> None:
    button(person, f"Enlever une gommette de {reference}").click(force=True)


def shows(person: Phone, *dots: int) -> None:
    """So many of this person's dots on each statement, in order."""
    expect(person.page.locator(".give b")).to_have_text([str(one) for one in dots])


def phones(served: Convention) -> list[int]:
    """What the machine holds, once the vote is closed."""
    return [one["dots"]["phones"] for one in served.seen["statements"] if one["dots"]]


def forgives_the_network(person: Phone) -> None:
    """The test cut it on purpose."""
    person.faults[:] = [fault for fault in person.faults if REFUSED_BY_NOBODY not in fault]


def test_dots_are_given_taken_back_and_refused_kindly(
    served: Convention, statements: list[str], phone: Callable[..., Phone], script: bool
) -> None:
    one, other = statements
    opens_the_vote(served)
    person = phone(script=script)
    page = person.opens(served.path("DS"))
    gives(person, one)
    shows(person, 1, 0)
    gives(person, one)
    shows(person, 2, 0)
    gives(person, other)
    shows(person, 2, 1)
    expect(page.locator(".weigh")).to_contain_text("Vos 3 gommettes sont posées")
    gives(person, other)
    expect(page.locator(".weigh")).to_contain_text("Enlevez-en ailleurs pour en poser ici.")
    shows(person, 2, 1)
    takes(person, one)
    shows(person, 1, 1)
    expect(page.locator(".weigh .next b")).to_be_visible()
    person.opens(served.path("DS"))
    shows(person, 1, 1)
    served.does("close_vote", theme="DS")
    assert phones(served) == [1, 1]


def test_two_phones_and_a_closing_by_themselves(
    served: Convention, statements: list[str], phone: Callable[..., Phone]
) -> None:
    one, other = statements
    ana, bob = phone(), phone()
    for person in (ana, bob):
        person.opens(served.path("DS"))
    opens_the_vote(served)
    gives(ana, one)
    shows(ana, 1, 0)
    gives(bob, other)
    gives(bob, other)
    shows(bob, 0, 2)
    shows(ana, 1, 0)
    for person in (ana, bob):
        expect(person.page.locator(".weigh .next b")).to_be_visible()
    served.does("count_dots", role=Role.SECRETARY, statement=one, channel="hands", dots=4)
    served.does("close_vote", theme="DS")
    for person in (ana, bob):
        result = person.page.locator(".weigh .dots")
        expect(result).to_have_text(
            [
                "5 gommettes téléphone 1, papier 0, mains levées 4",
                "2 gommettes téléphone 2, papier 0, mains levées 0",
            ]
        )
        expect(person.page.locator(".give")).to_have_count(0)


def test_dots_given_while_the_machine_is_away_arrive_once_it_is_back(
    served: Convention, statements: list[str], phone: Callable[..., Phone]
) -> None:
    one, other = statements
    opens_the_vote(served)
    person = phone()
    person.opens(served.path("DS"))
    for _ in range(3):
        gives(person, one)
    expect(person.page.locator(".weigh .next b")).to_be_visible()
    served.server.kill()
    takes(person, one)
    gives(person, other)
    takes(person, one)
    shows(person, 1, 1)
    expect(person.page.locator(".told")).to_contain_text("Vos choix sont gardés ici, nous réessayons.")
    served.server.start()
    expect(person.page.locator(".weigh .next b")).to_be_visible(timeout=60_000)
    shows(person, 1, 1)
    expect(person.page.locator(".told")).to_have_text("")
    served.does("close_vote", theme="DS")
    assert phones(served) == [1, 1]
    forgives_the_network(person)


def test_an_answer_lost_on_the_way_is_not_another_dot(
    served: Convention, statements: list[str], phone: Callable[..., Phone]
) -> None:
    opens_the_vote(served)
    person = phone()
    person.opens(served.path("DS"))
    lost: list[int] = []

    def lose_the_first(route: Route) -> None:
        if not lost:
            lost.append(route.fetch().status)
            route.abort()
        else:
            route.continue_()

    person.page.route("**/dots", lose_the_first)
    gives(person, statements[0])
    expect(person.page.locator(".weigh .next b")).to_be_visible(timeout=30_000)
    assert lost == [200]
    served.does("close_vote", theme="DS")
    assert phones(served) == [1, 0]
    forgives_the_network(person)


def test_what_is_pressed_while_an_answer_is_on_its_way_is_what_counts(
    served: Convention, statements: list[str], phone: Callable[..., Phone]
) -> None:
    opens_the_vote(served)
    person = phone()
    person.opens(served.path("DS"))
    held: list[Route] = []
    person.page.route("**/dots", lambda route: route.continue_() if held else held.append(route))
    with person.page.expect_request("**/dots"):
        gives(person, statements[0])
    takes(person, statements[0])
    shows(person, 0, 0)
    with person.page.expect_response(lambda one: (one.request.post_data or "").endswith("dots=0")):
        held[0].continue_()
    shows(person, 0, 0)
    served.does("close_vote", theme="DS")
    assert phones(served) == [0, 0]


def test_two_tabs_show_what_there_is(
    served: Convention, statements: list[str], phone: Callable[..., Phone]
) -> None:
    one, other = statements
    opens_the_vote(served)
    person = phone()
    person.opens(served.path("DS"))
    second = person.context.new_page()
    second.goto(served.path("DS"))
    gives(person, one)
    gives(person, one)
    expect(person.page.locator(".weigh .next b")).to_be_visible()
    second.get_by_role("button", name=f"Poser une gommette sur {other}").click()
    expect(second.locator(".give b")).to_have_text(["2", "1"])
    gives(person, one)
    expect(person.page.locator(".told")).to_contain_text("Il vous en reste")
    shows(person, 2, 1)


def test_going_back_shows_what_there_is(
    served: Convention, statements: list[str], phone: Callable[..., Phone], script: bool
) -> None:
    opens_the_vote(served)
    person = phone(script=script)
    person.opens(served.path("DS"))
    gives(person, statements[0])
    shows(person, 1, 0)
    expect(person.page.locator(".weigh .next b")).to_be_visible()
    person.page.goto(served.path())
    person.page.go_back()
    shows(person, 1, 0)
    gives(person, statements[0])
    shows(person, 2, 0)


def test_a_double_press_without_a_script_is_one_dot(
    served: Convention, statements: list[str], phone: Callable[..., Phone]
) -> None:
    opens_the_vote(served)
    person = phone(script=False)
    person.opens(served.path("DS"))
    button(person, f"Poser une gommette sur {statements[0]}").dblclick()
    shows(person, 1, 0)


def test_who_votes_too_late_is_told(
    served: Convention, statements: list[str], phone: Callable[..., Phone]
) -> None:
    opens_the_vote(served)
    person = phone()
    person.opens(served.path("DS"))
    person.page.route("**/dots", lambda route: route.abort())
    gives(person, statements[0])
    expect(person.page.locator(".told")).to_contain_text("nous réessayons")
    served.does("close_vote", theme="DS")
    expect(person.page.locator(".told")).to_contain_text("arrivé après la fin")
    forgives_the_network(person)


def test_whoever_writes_does_not_see_the_form_move_when_a_vote_opens(
    served: Convention, statements: list[str], phone: Callable[..., Phone]
) -> None:
    served.starts(2)
    person = phone()
    page = person.opens(served.path("DS"))
    page.locator("#text").press_sequentially("Je suis en train d’écrire")
    before = page.locator("#text").bounding_box()
    opens_the_vote(served)
    expect(page.locator(".weigh")).to_have_count(1)
    after = page.locator("#text").bounding_box()
    assert before is not None
    assert after is not None
    assert abs(before["y"] - after["y"]) < 2
    assert person.text == "Je suis en train d’écrire"


def test_an_opinion_is_given_changed_and_told_at_the_end(
    served: Convention, statements: list[str], phone: Callable[..., Phone], script: bool
) -> None:
    served.does("open_poll", statements=statements[:1], scale="opinions")
    person = phone(script=script)
    page = person.opens(served.path("DS"))
    button(person, "D’accord").click()
    expect(button(person, "D’accord")).to_have_attribute("aria-pressed", "true")
    button(person, "Pas d’accord").click()
    expect(button(person, "Pas d’accord")).to_have_attribute("aria-pressed", "true")
    expect(button(person, "D’accord")).to_have_attribute("aria-pressed", "false")
    expect(page.locator("p.left b")).to_be_visible()
    served.does("close_poll", theme="DS")
    if not script:
        page.reload()
    expect(page.locator(".told-apart")).to_contain_text("Pas d’accord : 1")


def test_grades_are_given_in_one_press_and_kept(
    served: Convention, statements: list[str], phone: Callable[..., Phone], script: bool
) -> None:
    served.does("open_poll", statements=statements, scale="grades")
    person = phone(script=script)
    page = person.opens(served.path("DS"))
    page.check(f"[id='{statements[0]}-very_good']")
    page.check(f"[id='{statements[1]}-poor']")
    button(person, "Donner mes mentions").click()
    expect(page.locator("p.left b")).to_be_visible()
    person.opens(served.path("DS"))
    expect(page.locator(f"[id='{statements[0]}-very_good']")).to_be_checked()
    expect(page.locator(f"[id='{statements[1]}-poor']")).to_be_checked()
    served.does("close_poll", theme="DS")
    if not script:
        page.reload()
    expect(page.locator(".verdict")).to_have_text(["Mention : Très bien", "Mention : Insuffisant"])
