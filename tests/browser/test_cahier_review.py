"""The workbench in a real browser: what is printed, what is left to finish, what crosses, what is taken."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Locator, expect

from atelier.domain.words import Role
from tests.browser.benches import Bench
from tests.browser.measures import grave_faults
from tests.browser.serving import OPEN, Convention, Server

Sits = Callable[..., Bench]


@pytest.fixture
def sits(browser: Browser, hall: Server) -> Iterator[Sits]:
    """One more screen where the cahier is open, on which nothing goes wrong."""
    made: list[Bench] = []

    def sit(served: Convention, role: Role = Role.SECRETARY, **options: object) -> Bench:
        made.append(Bench(browser, hall, **options))
        return made[-1].sits_down(served, role)

    yield sit
    for one in made:
        one.context.close()
    assert [one.faults for one in made] == [[] for _ in made]


@pytest.fixture
def day(served: Convention) -> Convention:
    """Of two themes: statements, a card without a place that names somebody, a text that cites nothing."""
    served.starts(OPEN)
    for theme, text in (("DS", "Un guichet dans chaque bourg."), ("TR", "Une porte, une personne.")):
        secretary(served, "add_statement", theme=theme, kind="revendication", text=text)
    served.has("Appelez Mme Petit au 06 12 34 56 78.")
    secretary(served, "write_section", section="next", text="Voir DS-C9.")
    return served


def secretary(served: Convention, command: str, **fields: object) -> None:
    served.does(command, role=Role.SECRETARY, **fields)


def printed(bench: Bench) -> Locator:
    return bench.page.locator(".at-leaves .view")


def aside(bench: Bench, name: str) -> None:
    bench.page.locator(".bench-tabs").get_by_role("button", name=name).click()


def top_of(one: Locator) -> float:
    """Once all that is in sight is drawn."""
    top: float = one.evaluate(
        """async (one) => {
            for (let frame = 0; frame < 40; frame++) await new Promise(requestAnimationFrame);
            return one.getBoundingClientRect().top;
        }"""
    )
    return top


def sheet(bench: Bench) -> Locator:
    return bench.page.locator(".at-sheet")


def test_what_is_written_elsewhere_is_soon_among_what_will_be_printed(day: Convention, sits: Sits) -> None:
    bench = sits(day)
    expect(printed(bench).locator(".statement")).to_have_count(2)
    secretary(day, "write_section", section="theme:TR:before", text="Nous étions **douze**.")
    expect(printed(bench).locator("strong", has_text="douze")).to_be_attached()


def test_what_somebody_wrote_is_only_text_in_what_will_be_printed(day: Convention, sits: Sits) -> None:
    bench = sits(day)
    hostile = "<img src=x onerror=\"document.title='pris'\"><script>document.title='pris'</script>"
    day.has(hostile)
    secretary(day, "write_section", section="foreword", text=f"{hostile}\n\n[ici](javascript:alert(1))")
    expect(printed(bench).get_by_text("onerror").first).to_be_attached()
    expect(printed(bench).locator("script, img, [onerror], a[href^=javascript]")).to_have_count(0)
    assert "pris" not in bench.page.title()


def test_a_statement_that_is_clicked_is_written_beside_and_a_text_that_is_open_is_in_view(
    day: Convention, sits: Sits
) -> None:
    bench = sits(day)
    printed(bench).locator(".statement", has_text="TR-R1").click()
    expect(bench.box).to_be_focused()
    assert bench.page.get_by_text("Après TR-R1").count()
    bench.opens_text("next")
    expect(printed(bench).locator("h2", has_text="Et maintenant")).to_be_in_viewport()
    expect(printed(bench).locator("h2", has_text="Et maintenant")).to_have_class("here")


def test_what_one_reads_stays_where_it_is_when_something_grows_above(day: Convention, sits: Sits) -> None:
    bench = sits(day)
    heading = printed(bench).locator("h2", has_text="Travail (TR)")
    heading.evaluate("(one) => one.scrollIntoView()")
    before = top_of(heading)
    secretary(day, "write_section", section="theme:DS:before", text="Une ligne.\n\n" * 60)
    expect(printed(bench).get_by_text("Une ligne.").first).to_be_attached()
    assert abs(top_of(heading) - before) < 3


def test_the_pages_are_made_larger_and_stay_so(day: Convention, sits: Sits) -> None:
    bench = sits(day)
    title = printed(bench).locator("h1")
    before = title.bounding_box()
    bench.page.get_by_role("button", name="Plus grand").click()
    larger = title.bounding_box()
    assert before
    assert larger
    assert larger["height"] > before["height"]
    bench.page.reload()
    expect(title).to_be_visible()
    again = title.bounding_box()
    assert again
    assert again["height"] == pytest.approx(larger["height"], abs=1)


def test_a_card_to_place_is_settled_at_its_desk_where_it_is_chosen(day: Convention, sits: Sits) -> None:
    bench = sits(day)
    aside(bench, "À finir")
    gap = bench.page.locator(".card_to_place li")
    expect(gap).to_have_count(1)
    with bench.context.expect_page() as opened:
        gap.get_by_role("link").click()
    desk = opened.value
    expect(desk.locator("#card-1 > .choose input")).to_be_checked()
    expect(desk.locator("#card-1")).to_be_in_viewport()
    expect(desk.locator(".at-acts")).to_contain_text("1 carte")


def test_a_card_to_translate_is_the_first_at_the_screen_where_one_translates(
    day: Convention, sits: Sits
) -> None:
    day.has("لا أحد هنا.", lang="ar")
    number = day.has("Nobody here.", lang="en")
    bench = sits(day)
    aside(bench, "À finir")
    with bench.context.expect_page() as opened:
        bench.page.locator(".card_untranslated li").last.get_by_role("link").click()
    page = opened.value
    expect(page.get_by_role("textbox").first).to_be_focused()
    page.keyboard.type("Personne ici.")
    page.keyboard.press("Enter")
    expect(bench.page.locator(".card_untranslated li")).to_have_count(1)
    translated = next(card for card in day.seen["cards"] if card["number"] == number)
    assert [one["text"] for one in translated["translations"]] == ["Personne ici."]


def test_words_that_may_be_personal_are_underlined_and_only_they(day: Convention, sits: Sits) -> None:
    bench = sits(day)
    aside(bench, "À finir")
    expect(bench.page.locator(".personal_data mark")).to_have_text(["Mme Petit", "06 12 34 56 78"])


def test_a_broken_reference_opens_its_text(day: Convention, sits: Sits) -> None:
    bench = sits(day)
    aside(bench, "À finir")
    bench.page.locator(".reference_broken").get_by_role("button", name="Ouvrir le texte").click()
    expect(bench.box).to_have_value("Voir DS-C9.")


def test_what_is_left_with_a_reason_is_listed_and_the_reason_taken_back(day: Convention, sits: Sits) -> None:
    bench = sits(day)
    aside(bench, "À finir")
    unfounded = bench.page.locator(".revendication_unfounded")
    expect(unfounded.locator("li")).to_have_count(2)
    unfounded.get_by_role("button", name="Laisser ainsi…").first.click()
    sheet(bench).get_by_role("button", name="Garder cette raison").click()
    expect(sheet(bench).get_by_role("alert")).to_have_text("Il manque le texte.")
    sheet(bench).get_by_label("Pourquoi").fill("Plus le temps d’en parler.")
    sheet(bench).get_by_label("La même raison pour l’autre de ce genre").check()
    sheet(bench).get_by_role("button", name="Garder cette raison").click()
    expect(unfounded).to_have_count(0)
    left = bench.page.locator(".lacks.left")
    left.get_by_role("button", name="Laissé ainsi").click()
    expect(left.locator(".reason")).to_have_text(["Plus le temps d’en parler."] * 2)
    left.get_by_role("button", name="Retirer la raison").first.click()
    expect(unfounded.locator("li")).to_have_count(1)


def test_prose_of_a_statement_that_was_dissolved_becomes_a_text_of_its_own(
    day: Convention, sits: Sits
) -> None:
    secretary(day, "write_section", section="statement:TR-R1:after", text="Nous y tenons.")
    secretary(day, "dissolve_statement", statement="TR-R1")
    bench = sits(day)
    aside(bench, "À finir")
    bench.page.get_by_role("button", name="En faire un texte à part").click()
    expect(bench.box).to_have_value("Nous y tenons.")
    expect(bench.page.locator(".prose_astray")).to_have_count(0)
    expect(printed(bench).get_by_text("Nous y tenons.")).to_be_attached()


def test_when_nothing_is_left_it_is_said(served: Convention, sits: Sits) -> None:
    bench = sits(served)
    aside(bench, "À finir")
    expect(bench.page.get_by_text("Tout est réglé.")).to_be_visible()


def test_a_thread_is_made_filled_ordered_and_removed(day: Convention, sits: Sits) -> None:
    bench = sits(day)
    aside(bench, "Fils")
    bench.page.get_by_role("button", name="Nouveau fil…").click()
    sheet(bench).get_by_role("textbox", name="Titre").fill("Quelqu’un en face")
    sheet(bench).get_by_role("searchbox").fill("PORTE")
    expect(sheet(bench).locator("li:visible")).to_have_count(1)
    sheet(bench).get_by_role("searchbox").fill("")
    for box in sheet(bench).get_by_role("checkbox").all():
        box.check()
    sheet(bench).get_by_role("button", name="Faire ce fil").click()
    rows = bench.page.locator(".thread").first.locator("li .code")
    expect(rows).to_have_text(["DS-R1", "TR-R1"])
    bench.page.get_by_role("button", name="Descendre DS-R1").last.click()
    expect(rows).to_have_text(["TR-R1", "DS-R1"])
    bench.page.get_by_role("button", name="Sortir DS-R1 de ce fil").click()
    expect(rows).to_have_text(["TR-R1"])
    expect(printed(bench).locator("h3", has_text="Quelqu’un en face")).to_be_attached()
    bench.page.get_by_role("button", name="Enlever Quelqu’un en face").click()
    expect(bench.page.get_by_text("Pas encore de fil.")).to_be_visible()


def test_what_two_themes_say_is_united_in_common_words_then_separated(day: Convention, sits: Sits) -> None:
    bench = sits(day)
    aside(bench, "Fils")
    bench.page.get_by_role("button", name="Réunir des énoncés…").click()
    sheet(bench).get_by_role("checkbox").first.check()
    sheet(bench).get_by_role("button", name="Réunir").click()
    expect(sheet(bench).get_by_role("alert")).not_to_be_empty()
    for box in sheet(bench).get_by_role("checkbox").all():
        box.check()
    sheet(bench).get_by_label("Les mots pour tous").fill("Partout, quelqu’un qui reçoit.")
    sheet(bench).get_by_role("button", name="Réunir").click()
    expect(bench.page.locator(".thread .said")).to_have_text("Partout, quelqu’un qui reçoit.")
    expect(printed(bench).get_by_text("Partout, quelqu’un qui reçoit.").first).to_be_attached()
    bench.page.get_by_role("button", name="Séparer DS-R1 et TR-R1").click()
    expect(bench.page.get_by_text("Rien n’a été réuni.")).to_be_visible()


def test_a_file_is_taken_and_it_is_said_that_it_has_come(day: Convention, sits: Sits) -> None:
    bench = sits(day)
    bench.page.get_by_role("button", name="Emporter").click()
    with bench.page.expect_download() as come:
        bench.page.get_by_role("link", name="cahier.md").click()
    assert come.value.suggested_filename == f"{day.slug}-cahier.md"
    assert "DS-R1" in come.value.path().read_text(encoding="utf-8")
    expect(bench.page.get_by_text("C’est dans vos téléchargements.")).to_be_visible()
    expect(bench.page.get_by_role("link", name="Toute la convention en un fichier")).to_be_visible()
    bench.page.get_by_role("button", name="Tout écrire dans le dossier des exports").click()
    expect(bench.page.get_by_text("fichiers sont écrits.")).to_be_visible(timeout=60_000)
    assert (day.server.exports / day.slug / "cahier.html").exists()


def test_axe_finds_nothing_grave_in_what_is_reviewed(day: Convention, sits: Sits) -> None:
    bench = sits(day)
    expect(printed(bench).locator(".statement")).to_have_count(2)
    found = {"printed": grave_faults(bench.page)}
    aside(bench, "À finir")
    found["to finish"] = grave_faults(bench.page)
    bench.page.get_by_role("button", name="Laisser ainsi…").first.click()
    sheet(bench).locator("h2").wait_for()
    found["leaving"] = grave_faults(bench.page)
    bench.page.keyboard.press("Escape")
    aside(bench, "Fils")
    found["threads"] = grave_faults(bench.page)
    bench.page.get_by_role("button", name="Réunir des énoncés…").click()
    sheet(bench).locator("h2").wait_for()
    found["uniting"] = grave_faults(bench.page)
    bench.page.keyboard.press("Escape")
    bench.page.get_by_role("button", name="Emporter").click()
    expect(bench.page.get_by_text("À emporter")).to_be_visible()
    bench.page.wait_for_function("document.getAnimations().every((one) => one.playState !== 'running')")
    found["taking"] = grave_faults(bench.page)
    assert found == {name: [] for name in found}
