"""The workbench in a real browser: written, ordered, read back; nothing typed lost, nothing written over."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, expect

from atelier.domain.words import Role
from tests.browser.benches import Bench
from tests.browser.serving import OPEN, Convention, Server

Sits = Callable[..., Bench]


@pytest.fixture
def sits(browser: Browser, hall: Server) -> Iterator[Sits]:
    """One more screen where the cahier is open. No fault is met, but that the machine is away."""
    made: list[Bench] = []

    def sit(served: Convention, role: Role = Role.SECRETARY, **options: object) -> Bench:
        made.append(Bench(browser, hall, **options))
        return made[-1].sits_down(served, role)

    yield sit
    for one in made:
        one.context.close()
    faults = [fault for one in made for fault in one.faults if "net::ERR_" not in fault]
    assert faults == []


@pytest.fixture
def day(served: Convention) -> Convention:
    """Two constats, two revendications, one card without a place."""
    served.starts(OPEN)
    for text, kind in (
        ("Plus personne au guichet.", "constat"),
        ("Sans adresse mail, on perd ses droits.", "constat"),
        ("Des guichets humains.", "revendication"),
        ("Tout faire sur papier.", "revendication"),
    ):
        made = served.does("group_cards", cards=[served.has(text, kind)])["statement"]
        served.does("word_statement", statement=made, text=text)
    served.has("Le téléphone sonne dans le vide à l’été.")
    return served


def text_of(served: Convention, section: str) -> str:
    found = served.seen["sections"].get(section)
    return str(found["text"]) if found else ""


def writes(served: Convention, section: str, text: str) -> None:
    """Somebody else, elsewhere."""
    served.does("write_section", section=section, text=text, role=Role.SECRETARY)


def test_what_is_typed_is_saved_by_itself_and_said_so(day: Convention, sits: Sits) -> None:
    bench = sits(day)
    bench.opens_text("foreword")
    expect(bench.box).to_be_focused()
    bench.types("Ce cahier est à nous.")
    assert text_of(day, "foreword") == "Ce cahier est à nous."
    expect(bench.part("foreword").locator(".fold small")).to_have_text("écrit")
    bench.page.get_by_role("button", name="Annuler le dernier enregistrement").click()
    expect(bench.box).to_have_value("")
    assert text_of(day, "foreword") == ""


def test_what_was_typed_while_the_machine_was_away_is_there_when_it_is_back(
    day: Convention, sits: Sits
) -> None:
    bench = sits(day)
    bench.opens_text("foreword")
    bench.types("Avant la panne.")
    day.server.kill()
    bench.page.keyboard.type(" Pendant la panne.")
    day.server.start()
    bench.page.wait_for_function("document.querySelector('.writing textarea')?.value.includes('Pendant')")
    expect(bench.status).to_have_class("status saved", timeout=20_000)
    assert text_of(day, "foreword") == "Avant la panne. Pendant la panne."


def test_while_the_machine_does_not_answer_it_is_said_that_the_text_is_kept_here(
    day: Convention, sits: Sits
) -> None:
    bench = sits(day)
    bench.opens_text("foreword")
    day.server.hold()
    bench.page.keyboard.type("Sans réponse.")
    expect(bench.status).to_have_text(
        "Pas de liaison avec la machine. Votre texte est gardé sur cet appareil.", timeout=15_000
    )
    bench.page.keyboard.type(" Toujours rien.")
    day.server.go_on()
    expect(bench.status).to_have_class("status saved", timeout=20_000)
    expect(bench.page.locator(".conflict")).to_have_count(0)
    assert text_of(day, "foreword") == "Sans réponse. Toujours rien."


def test_a_page_that_is_left_at_once_keeps_what_was_typed(day: Convention, sits: Sits) -> None:
    bench = sits(day)
    bench.opens_text("foreword")
    day.server.hold()
    bench.page.keyboard.type("Écrit puis parti.")
    bench.page.goto("about:blank")
    day.server.kill()
    day.server.start()
    bench.opens(day.path("cahier"))
    expect(bench.box).to_have_value("Écrit puis parti.")
    expect(bench.page.get_by_text("Votre brouillon, gardé sur cet appareil, a été repris.")).to_be_visible()
    bench.is_saved()
    assert text_of(day, "foreword") == "Écrit puis parti."


@pytest.mark.parametrize(
    ("button", "kept"),
    [
        ("Garder le mien", "Le mien."),
        ("Prendre le sien", "Le sien."),
        ("Les deux, l’un après l’autre", "Le sien.\n\nLe mien."),
    ],
)
def test_of_two_who_write_the_same_text_both_are_shown_and_none_is_lost(
    day: Convention, sits: Sits, button: str, kept: str
) -> None:
    bench = sits(day)
    bench.opens_text("foreword")
    day.server.hold()
    bench.page.keyboard.type("Le mien.")
    bench.page.wait_for_timeout(50)
    day.server.go_on()
    writes(day, "foreword", "Le sien.")
    conflict = bench.page.locator(".conflict")
    expect(conflict).to_contain_text("Le sien.")
    expect(conflict).to_contain_text("Le mien.")
    conflict.get_by_role("button", name=button).click()
    expect(conflict).to_have_count(0)
    bench.is_saved()
    expect(bench.box).to_have_value(kept)
    assert text_of(day, "foreword") == kept
    for other in {"Le sien.", "Le mien."} - set(kept.split("\n\n")):
        bench.page.get_by_role("button", name="Versions").click()
        bench.page.locator(".versions li button").first.click()
        expect(bench.page.locator(".versions .both .said").first).to_have_text(other)


def test_two_see_that_the_other_has_the_same_text_open(day: Convention, sits: Sits) -> None:
    one, two = sits(day), sits(day)
    one.opens_text("foreword")
    expect(two.part("foreword").locator("em")).to_have_text("ouvert aussi sur le poste 1")
    two.opens_text("foreword")
    expect(one.page.locator(".writing .others")).to_have_text("Ouvert aussi sur le poste 2 (secrétariat).")
    one.types("Bonjour.")
    expect(two.box).to_have_value("Bonjour.")
    two.context.close()
    expect(one.page.locator(".writing .others")).to_have_count(0, timeout=30_000)


def test_what_is_typed_beside_a_statement_that_is_dissolved_becomes_a_text_apart(
    day: Convention, sits: Sits
) -> None:
    bench = sits(day)
    bench.presses("fold", "theme:DS")
    bench.presses("open", "statement:DS-C2:after")
    expect(bench.box).to_be_focused()
    day.server.hold()
    bench.page.keyboard.type("Ce que la salle en a dit.")
    day.server.go_on()
    day.does("dissolve_statement", statement="DS-C2")
    expect(bench.box).to_have_count(0)
    bench.page.get_by_role("button", name="En faire un texte à part").click()
    expect(bench.box).to_have_value("Ce que la salle en a dit.")
    assert text_of(day, "block:B1") == "Ce que la salle en a dit."
    expect(bench.page.locator(".astray")).to_have_count(0)


def test_a_reference_is_completed_with_the_keys_and_a_broken_one_is_named(
    day: Convention, sits: Sits
) -> None:
    bench = sits(day)
    bench.opens_text("foreword")
    bench.page.keyboard.type("Voir ds-")
    offers = bench.page.get_by_role("option")
    expect(offers).to_have_count(4)
    expect(offers.nth(1)).to_have_text(re.compile("DS-C2 *Sans adresse mail"))
    for key in ("ArrowDown", "ArrowUp", "ArrowUp", "ArrowUp", "Enter"):
        bench.page.keyboard.press(key)
    expect(bench.box).to_have_value("Voir DS-R1")
    bench.page.keyboard.type(" et DS-")
    expect(offers).to_have_count(4)
    bench.page.keyboard.press("Escape")
    expect(offers).to_have_count(0)
    bench.page.keyboard.type("R9.")
    expect(offers).to_have_count(0)
    expect(bench.page.locator(".problems")).to_have_text("DS-R9 n’existe pas.")
    bench.page.get_by_role("button", name="Lien vers un énoncé").click()
    offers.nth(0).click()
    expect(bench.box).to_have_value("Voir DS-R1 et DS-R9.DS-C1")
    expect(bench.box).to_be_focused()
    bench.is_saved()


def test_the_buttons_write_markdown_which_the_keys_undo(day: Convention, sits: Sits) -> None:
    bench = sits(day)
    bench.opens_text("foreword")
    bench.page.keyboard.type("droits")
    bench.page.keyboard.press("Control+a")
    bench.page.keyboard.press("Control+i")
    expect(bench.box).to_have_value("*droits*")
    bench.page.keyboard.press("Control+z")
    bench.page.keyboard.press("Control+a")
    bench.page.get_by_role("button", name="Gras").click()
    expect(bench.box).to_have_value("**droits**")
    bench.page.keyboard.press("Control+z")
    expect(bench.box).to_have_value("droits")
    bench.page.get_by_role("button", name="Citation").click()
    expect(bench.box).to_have_value("> droits")
    bench.is_saved()


def test_parts_are_moved_with_the_keys_and_back(day: Convention, sits: Sits) -> None:
    bench = sits(day)
    before = bench.parts
    down = bench.button("down", "foreword")
    down.focus()
    bench.page.keyboard.press("Enter")
    expect(bench.page.locator(".outline > .part").nth(1)).to_have_attribute("data-name", "foreword")
    expect(down).to_be_focused()
    assert day.seen["outline"][:2] == ["how_to_read", "foreword"]
    up = bench.button("up", "foreword")
    up.focus()
    bench.page.keyboard.press("Enter")
    expect(bench.page.locator(".outline > .part").nth(0)).to_have_attribute("data-name", "foreword")
    expect(down).to_be_focused()  # it cannot go higher: whoever pressed is not thrown out
    assert bench.parts == before


def test_a_part_and_a_statement_are_dragged_to_their_place(day: Convention, sits: Sits) -> None:
    bench = sits(day)
    bench.part("next").locator("> .part-head [data-drag]").drag_to(
        bench.part("foreword").locator("> .part-head .fold"), target_position={"x": 20, "y": 2}
    )
    expect(bench.page.locator(".outline > .part").nth(0)).to_have_attribute("data-name", "next")
    bench.presses("fold", "theme:DS")
    expect(bench.part("DS-C2")).to_be_visible()
    bench.part("DS-C2").locator("[data-drag]").drag_to(
        bench.part("DS-C1").locator(".words"), target_position={"x": 20, "y": 2}
    )
    expect(bench.page.locator(".lines .statement").nth(0)).to_have_attribute("data-name", "DS-C2")
    assert bench.statements == ["DS-C2", "DS-C1", "DS-R1", "DS-R2"]


def test_statements_are_put_in_order_and_text_is_written_beside_one(day: Convention, sits: Sits) -> None:
    bench = sits(day)
    bench.presses("fold", "theme:DS")
    bench.presses("down", "DS-R1")
    expect(bench.page.locator(".lines .statement").nth(2)).to_have_attribute("data-name", "DS-R2")
    assert bench.statements == ["DS-C1", "DS-C2", "DS-R2", "DS-R1"]
    bench.presses("open", "statement:DS-R2:after")
    expect(bench.box).to_be_focused()
    bench.types("Ce que la salle a ajouté.")
    bench.page.get_by_role("button", name="Fermer").click()
    expect(bench.box).to_have_count(0)
    expect(bench.button("open", "statement:DS-R2:after")).to_contain_text("Ce que la salle a ajouté.")


def test_a_text_is_added_between_parts_renamed_removed_and_put_back(day: Convention, sits: Sits) -> None:
    bench = sits(day)
    bench.presses("add_block", "day")
    bench.sheet.locator("[name=title]").fill("Le repas")
    bench.sheet.locator("button.main").click()
    expect(bench.part("block:B1").locator(".fold b")).to_have_text("Le repas")
    expect(bench.box).to_be_focused()
    assert bench.parts.index("block:B1") == bench.parts.index("day") + 1
    bench.types("On a bien mangé.")
    bench.presses("name_block", "B1")
    bench.sheet.locator("[name=title]").fill("À table")
    bench.sheet.locator("button.main").click()
    expect(bench.part("block:B1").locator(".fold b")).to_have_text("À table")
    bench.presses("remove_block", "B1")
    expect(bench.part("block:B1")).to_have_count(0)
    bench.page.locator(".bench-done [data-act=undo]").click()
    expect(bench.part("block:B1").locator(".fold small")).to_have_text("écrit")
    assert text_of(day, "block:B1") == "On a bien mangé."


def test_the_material_is_searched_without_accents_and_cited_at_the_caret(day: Convention, sits: Sits) -> None:
    bench = sits(day)
    bench.opens_text("foreword")
    bench.page.keyboard.type("Comme dit , tout le monde.")
    for _ in ", tout le monde.":
        bench.page.keyboard.press("ArrowLeft")
    bench.page.get_by_role("searchbox").fill("ETE telephone")
    things = bench.page.locator(".things li")
    expect(things).to_have_count(1)
    bench.page.get_by_role("searchbox").fill("guichet")
    expect(things).to_have_count(2)
    bench.presses("large", "DS-R1")
    bench.presses("cite", "DS-R1")
    expect(bench.box).to_have_value("Comme dit DS-R1, tout le monde.")
    bench.is_saved()
    expect(bench.page.locator(".things li").nth(1)).to_contain_text("cité dans 1 texte")


def test_the_host_looks_and_a_facilitator_is_told_what_this_is(
    day: Convention, sits: Sits, phone: Callable[..., object]
) -> None:
    writes(day, "foreword", "Déjà là.")
    bench = sits(day, Role.HOST)
    expect(bench.page.get_by_text("Vous regardez : seul le secrétariat écrit le cahier.")).to_be_visible()
    bench.opens_text("foreword")
    expect(bench.box).to_have_value("Déjà là.")
    expect(bench.box).to_have_attribute("readonly", "")
    expect(bench.page.locator(".moves")).to_have_count(0)
    bench.opens(f"/r/{day.keys[Role.FACILITATOR]}")
    bench.context.clear_cookies()
    bench.opens(f"/r/{day.keys[Role.FACILITATOR]}")
    bench.opens(day.path("cahier"))
    expect(bench.page.get_by_text("Ici, le secrétariat écrit le cahier.")).to_be_visible()


def test_a_closed_cahier_is_read_and_what_was_being_typed_is_not_lost(day: Convention, sits: Sits) -> None:
    bench = sits(day)
    bench.opens_text("foreword")
    bench.types("Avant la fin.")
    day.server.hold()
    bench.page.keyboard.type(" Trop tard ?")
    day.server.go_on()
    for gap in day.seen["gaps"]:
        day.does("answer_gap", gap=gap["name"] if isinstance(gap, dict) else gap, reason="Vu.")
    bench.is_saved()
    day.does("close_convention", role=Role.HOST)
    expect(bench.page.get_by_text("le cahier se lit, il ne s’écrit plus")).to_be_visible()
    expect(bench.box).to_have_attribute("readonly", "")
    expect(bench.box).to_have_value("Avant la fin. Trop tard ?")
    expect(bench.page.locator(".tools, .moves")).to_have_count(0)
    day.does("reopen_convention", role=Role.HOST)
    expect(bench.page.locator(".tools")).to_be_visible()
    bench.box.focus()
    bench.page.keyboard.press("Control+End")
    bench.types(" Non.")
    assert text_of(day, "foreword") == "Avant la fin. Trop tard ? Non."


def test_of_many_cards_only_those_that_are_shown_are_sent(day: Convention, sits: Sits) -> None:
    for number in range(60):
        day.has(f"Encore une carte, la {number}.")
    bench = sits(day)
    things = bench.page.locator(".things li")
    expect(things).to_have_count(40)
    bench.presses("which", "cards")
    expect(bench.page.locator(".found")).to_have_text("61 trouvés")
    bench.presses("more")
    expect(things).to_have_count(61)
    bench.page.get_by_role("searchbox").fill("la 59.")
    expect(things).to_have_count(1)
    bench.presses("theme", "TR")
    expect(bench.page.locator(".found")).to_contain_text("Rien ne correspond.")


def test_the_link_of_the_secretary_leads_here(day: Convention, sits: Sits) -> None:
    bench = sits(day)
    for screen in (f"/r/{day.keys[Role.SECRETARY]}", day.path("DS", "desk"), day.path("team")):
        bench.opens(screen)
        link = bench.page.locator(f"a[href='{day.path('cahier')}']").first
        link.evaluate("one => one.removeAttribute('target')")
        link.click()
        expect(bench.part("foreword")).to_be_visible()
