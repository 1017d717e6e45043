"""The desk in a real browser: everything by the keys or by touch, nothing typed lost, nothing overwritten."""

import re
from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from atelier.domain.words import Role
from tests.browser.phones import DESK, Phone
from tests.browser.screens import ticks
from tests.browser.serving import DEMANDS, SILENT, Convention
from tests.browser.walls import try_everything

TABLET = {**DESK, "viewport": {"width": 1024, "height": 768}, "has_touch": True}


class Desk:
    """Somebody who leads the workshop, at a laptop or a tablet."""

    def __init__(self, phone: Phone, served: Convention, role: Role = Role.FACILITATOR) -> None:
        self.phone, self.served = phone, served
        phone.opens(f"/r/{served.keys[role]}")
        self.page = phone.opens(served.path("DS", "desk"))
        expect(self.page.locator(".at-side h2").first).to_be_visible()

    def item(self, name: int | str) -> Locator:
        return self.page.locator(f"[id='{f'card-{name}' if isinstance(name, int) else name}']")

    def chooses(self, *names: int | str) -> None:
        for name in names:
            ticks(self.item(name).locator("> .choose input"))

    def acts(self, act: str) -> None:
        self.page.locator(f".acts [data-act={act}]").click()

    def asks_more(self, name: int | str, act: str) -> None:
        self.item(name).locator("> .more").click()
        self.sheet.locator(f"button[value={act}]").click()

    @property
    def sheet(self) -> Locator:
        return self.page.locator("dialog[open]")

    def saves(self) -> None:
        self.sheet.locator("button.main").click()

    @property
    def offered(self) -> list[str | None]:
        return [one.get_attribute("data-act") for one in self.page.locator(".acts [data-act]").all()]


@pytest.fixture
def desk(phone: Callable[..., Phone], served: Convention) -> Desk:
    return Desk(phone(**DESK), served)


def cards_of(served: Convention, reference: str) -> list[int]:
    found = next(one for one in served.seen["statements"] if one["reference"] == reference)
    return [int(number) for number in found["cards"]]


def statement(served: Convention, *cards: int, text: str = "") -> str:
    made = str(served.does("group_cards", cards=list(cards))["statement"])
    if text:
        served.does("word_statement", statement=made, text=text)
    return made


def test_who_leads_nothing_finds_a_door_and_no_card(phone: Callable[..., Phone], served: Convention) -> None:
    served.starts(SILENT)
    served.has("Écrit en silence.")
    page = phone(**DESK).opens(served.path("DS", "desk"))
    expect(page.get_by_text("Cette page est pour l’équipe.")).to_be_visible()
    assert "Écrit en silence." not in page.content()


def test_a_group_is_made_and_undone_with_the_keys_alone(desk: Desk) -> None:
    one, two = desk.served.has("Le guichet est fermé."), desk.served.has("On ne répond plus.")
    desk.item(two).locator("> .choose input").focus()
    for key in ("Space", "ArrowDown", "Space", "g"):
        desk.page.keyboard.press(key)
    expect(desk.item("DS-C1").locator(".card")).to_have_count(2)
    assert cards_of(desk.served, "DS-C1") == [two, one]
    undo = desk.page.locator(".last [data-act=undo]")
    undo.focus()
    desk.page.keyboard.press("Enter")
    expect(desk.item("DS-C1")).to_have_count(0)
    expect(desk.item(one)).to_be_visible()


def test_only_what_makes_sense_is_offered_and_escape_chooses_nothing(desk: Desk) -> None:
    one, two = desk.served.has("Un constat."), desk.served.has("Nous voulons.", "revendication")
    desk.chooses(one)
    expect(desk.page.locator(".acts b")).to_have_text("1 carte")
    assert desk.offered == ["word", "mark", "set_aside", "move", "nothing"]
    desk.chooses(two)
    expect(desk.page.locator(".acts b")).to_have_text("2 cartes")
    assert desk.offered == ["mark", "set_aside", "move", "nothing"]
    desk.page.keyboard.press("Escape")
    expect(desk.page.locator(".acts")).to_have_count(0)
    expect(desk.page.locator(".chosen")).to_have_count(0)


def test_of_two_who_write_at_once_the_second_sees_both_texts_and_loses_none(desk: Desk) -> None:
    made = statement(desk.served, desk.served.has("Le guichet est fermé."))
    desk.asks_more(made, "word")
    desk.sheet.locator("[name=text]").fill("Ma phrase.")
    desk.served.does("word_statement", statement=made, text="La phrase de l’autre.")
    desk.saves()
    both = desk.sheet.locator(".both")
    expect(both).to_contain_text("La phrase de l’autre.")
    expect(both).to_contain_text("Ma phrase.")
    expect(desk.sheet.locator("[name=text]")).to_have_value("Ma phrase.")
    both.get_by_text("L’ajouter au mien").click()
    desk.saves()
    expect(desk.sheet).to_have_count(0)
    expect(desk.item(made).locator("> .said")).to_have_text("Ma phrase. La phrase de l’autre.")


def test_a_title_given_meanwhile_is_not_written_over_unseen(desk: Desk) -> None:
    made = statement(desk.served, desk.served.has("Le guichet est fermé."), text="Une phrase.")
    desk.asks_more(made, "word")
    desk.sheet.locator("[name=title]").fill("Mon titre")
    desk.served.does("word_statement", statement=made, text="Une phrase.", title="Un autre titre")
    desk.saves()
    expect(desk.sheet.locator(".both")).to_contain_text("Un autre titre")
    expect(desk.sheet.locator("[name=title]")).to_have_value("Mon titre")


def test_a_phrase_half_written_is_there_after_the_page_was_lost(desk: Desk) -> None:
    made = statement(desk.served, desk.served.has("Le guichet est fermé."))
    desk.asks_more(made, "word")
    desk.sheet.locator("[name=text]").press_sequentially("Une phrase à moitié")
    desk.page.reload()
    desk.asks_more(made, "word")
    expect(desk.sheet.locator("[name=text]")).to_have_value("Une phrase à moitié")
    expect(desk.sheet.locator("[data-restored]")).to_be_visible()
    desk.saves()
    expect(desk.sheet).to_have_count(0)
    desk.asks_more(made, "word")
    expect(desk.sheet.locator("[data-restored]")).to_be_hidden()


def test_a_refusal_is_said_in_the_sheet_and_what_was_typed_stays(desk: Desk) -> None:
    made = statement(desk.served, desk.served.has("Le guichet est fermé."))
    desk.asks_more(made, "word")
    desk.sheet.locator("[name=title]").fill("t" * 200)
    desk.sheet.locator("[name=text]").fill("Une phrase.")
    desk.saves()
    expect(desk.sheet.locator("[role=alert]")).to_contain_text("200")
    expect(desk.sheet.locator("[name=text]")).to_have_value("Une phrase.")


def test_links_are_made_from_either_end_and_leave_those_of_others(desk: Desk) -> None:
    seen, other = (statement(desk.served, desk.served.has(text)) for text in ("Un.", "Deux."))
    asked = statement(desk.served, desk.served.has("Nous voulons.", "revendication"))
    expect(desk.item(asked)).to_contain_text("aucun constat relié")
    desk.asks_more(asked, "link")
    desk.served.does("link_statements", statement=asked, founded_on=[other])
    desk.sheet.locator(f"[value={seen}]").check()
    desk.saves()
    expect(desk.item(asked)).to_contain_text(f"fondée sur {other} et {seen}")
    desk.asks_more(seen, "link")
    desk.sheet.locator(f"[value={asked}]").uncheck()
    desk.saves()
    expect(desk.item(asked)).to_contain_text(f"fondée sur {other}")
    expect(desk.item(asked)).not_to_contain_text(seen)


def test_a_card_set_aside_stays_in_sight_and_comes_back(desk: Desk) -> None:
    one = desk.served.has("Vive le foot.")
    desk.chooses(one)
    desk.acts("set_aside")
    desk.saves()
    expect(desk.sheet.locator("[role=alert]")).to_have_text("Choisissez une raison.")
    desk.sheet.locator("[value=off_topic]").check()
    desk.saves()
    aside = desk.page.locator("[data-place=constat-aside]")
    expect(aside).to_contain_text("mise de côté : hors sujet")
    aside.get_by_role("button", name="Remettre").click()
    expect(desk.page.locator("[data-place=constat-cards]")).to_contain_text("Vive le foot.")


def test_hidden_cards_are_read_here_and_shown_to_all_at_once(desk: Desk, phone: Callable[..., Phone]) -> None:
    desk.served.starts(SILENT)
    one = desk.served.has("Écrit en silence.")
    expect(desk.item(one)).to_contain_text("pas encore montrée")
    reader = phone().opens(desk.served.path("DS"))
    assert "Écrit en silence." not in reader.content()
    desk.page.locator("[data-act=reveal_all]").click()
    expect(reader.locator(f"#card-{one}")).to_be_visible()
    expect(desk.page.locator("[data-act=reveal_all]")).to_be_disabled()


def test_the_steps_go_on_and_back_and_the_timer_is_lengthened(desk: Desk) -> None:
    desk.page.locator(".control .main").click()
    expect(desk.page.locator("[aria-current=step]")).to_contain_text("Constats, en silence")
    expect(desk.page.locator("[role=timer]")).to_have_text(re.compile(r"1[45]:\d\d"))
    desk.page.locator("[data-act=extend]").click()
    expect(desk.page.locator("[role=timer]")).to_have_text(re.compile(r"1[67]:\d\d"))
    desk.page.locator(f".programme [data-of='{DEMANDS}']").click()
    expect(desk.page.locator("[aria-current=step]")).to_contain_text("Revendications")
    desk.page.locator(".programme [data-of='1']").click()
    expect(desk.page.locator("[aria-current=step]")).to_contain_text("Constats, en silence")


def test_a_step_that_would_close_the_dots_asks_first(desk: Desk) -> None:
    desk.served.starts(DEMANDS)
    desk.served.does("open_vote", theme="DS", dots=3)
    desk.page.locator(".control .main").click()
    expect(desk.sheet).to_contain_text("gommettes")
    desk.page.keyboard.press("Escape")
    expect(desk.page.locator("[aria-current=step]")).to_contain_text("Revendications")
    desk.page.locator(".control .main").click()
    desk.saves()
    expect(desk.page.locator("[aria-current=step]")).to_contain_text("Relecture")


def test_who_hosts_sees_the_programme_and_cannot_move_it(
    phone: Callable[..., Phone], served: Convention
) -> None:
    desk = Desk(phone(**DESK), served, Role.HOST)
    expect(desk.page.locator(".control button")).to_have_count(0)
    expect(desk.page.locator(".programme button").first).to_be_disabled()


def test_a_pause_is_said_and_ended(desk: Desk) -> None:
    desk.page.locator("[data-act=pause]").click()
    expect(desk.page.get_by_text("Pause : personne ne peut envoyer de carte.")).to_be_visible()
    desk.page.locator("[data-act=pause]").click()
    expect(desk.page.get_by_text("Pause : personne ne peut envoyer de carte.")).to_have_count(0)


def test_the_wall_shows_what_is_chosen_here(desk: Desk) -> None:
    one, two = desk.served.has("Un."), desk.served.has("Deux.")
    desk.asks_more(two, "project")
    turn = desk.page.locator(".turn")
    expect(turn).to_contain_text(f"n° {two} 2 / 2".replace("° ", "°\u00a0", 1))
    turn.get_by_role("button", name="La précédente").click()
    expect(turn).to_contain_text(f"n°\u00a0{one}")
    desk.page.locator("[data-act=wall][data-of=join]").click()
    expect(desk.page.locator("[data-act=wall][data-of=join]")).to_have_attribute("aria-pressed", "true")


def test_after_a_restart_of_the_machine_the_desk_is_there_again_with_everything(desk: Desk) -> None:
    made = statement(desk.served, desk.served.has("Le guichet est fermé."), text="Une phrase.")
    expect(desk.item(made)).to_be_visible()
    desk.served.server.stop()
    expect(desk.page.locator(".at-board.lost")).to_have_count(1)
    desk.served.server.start()
    expect(desk.page.locator(".at-board.lost")).to_have_count(0, timeout=30_000)
    card = desk.served.has("Après.")
    expect(desk.item(card)).to_be_visible(timeout=30_000)
    expect(desk.page.locator(".journal")).to_contain_text(f"n°\u00a0{card} ajoutée", timeout=30_000)
    desk.phone.faults.clear()  # the browser says that the machine was away


def test_by_touch_everything_is_as_high_as_a_thumb(phone: Callable[..., Phone], served: Convention) -> None:
    one, two = served.has("Un."), served.has("Deux.")
    desk = Desk(phone(**TABLET), served)
    for name in (one, two):
        desk.item(name).locator(".said").tap()
    expect(desk.page.locator(".acts b")).to_have_text("2 cartes")
    low = desk.page.evaluate(_TOO_LOW)
    assert low == []
    desk.page.locator(".acts [data-act=group]").tap()
    expect(desk.item("DS-C1")).to_be_visible()
    assert desk.page.evaluate("document.documentElement.scrollWidth") <= 1024


_TOO_LOW = """
[...document.querySelectorAll('.at-desk button, .choose, .at-head a')]
  .filter((one) => one.offsetParent && one.getBoundingClientRect().height < 43.5)
  .map((one) => one.outerHTML)
"""


def test_the_desk_and_its_sheets_pass_axe(desk: Desk) -> None:
    statement(desk.served, desk.served.has("Le guichet est fermé."), text="Une phrase.")
    made = statement(desk.served, desk.served.has("Nous voulons.", "revendication"))
    desk.chooses(made)
    expect(desk.page.locator(".acts [data-act]").first).to_be_visible()
    expect(desk.page.locator(".at-near h2")).to_be_visible()
    assert _violations(desk.page) == []
    for act in ("word", "link", "attribute", "object", "minority", "maturity"):
        desk.asks_more(made, act)
        expect(desk.sheet.locator(".choices button[value=word]")).to_have_count(
            0
        )  # the list it was asked from
        expect(desk.sheet.locator("h2")).to_be_visible()
        assert _violations(desk.page) == [], act
        desk.page.keyboard.press("Escape")
        expect(desk.sheet).to_have_count(0)


@pytest.mark.parametrize("width", [1280, 1440])
def test_whatever_is_written_stays_within_its_card_and_long_texts_within_some_lines(
    phone: Callable[..., Phone], served: Convention, width: int
) -> None:
    try_everything(served)
    desk = Desk(phone(**{**DESK, "viewport": {"width": width, "height": 800}}), served)
    expect(desk.item("DS-R1")).to_be_visible()
    wide = ".at-board :is(.card, .statement, .ref, .ref strong, .said, .minority)"
    outside = "found => found.filter(one => one.scrollWidth > one.clientWidth + 1 && one.clientWidth).length"
    assert desk.page.locator(wide).evaluate_all(outside) == 0
    long = desk.page.locator("[data-place$=cards] > .card .said, .statement > .minority")
    lines = """found => Math.max(...found.map(
      one => one.offsetHeight / parseFloat(getComputedStyle(one).lineHeight)))"""
    assert long.evaluate_all(lines) < 4.5


def test_one_button_at_most_is_black(desk: Desk) -> None:
    desk.served.starts(DEMANDS)
    desk.chooses(desk.served.has("Nous voulons.", "revendication"))
    expect(desk.page.locator(".at-near h2")).to_be_visible()
    black = """found => found.filter(one => getComputedStyle(one).backgroundColor === 'rgb(28, 26, 23)')
      .map(one => one.textContent.trim())"""
    shown = desk.page.locator(".control button:visible, .at-margin button:visible, .acts button:visible")
    expect(desk.page.locator(".control button.main")).to_be_visible()
    assert len(shown.evaluate_all(black)) == 1


def _violations(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{one['id']}: {node['html']}" for one in found for node in one["nodes"]]
