"""The programme on every screen: steps apart and together, one clock, a silence and what follows it."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from atelier.domain.commands import SlotDraft, ThemeDraft
from atelier.domain.steps import Step
from atelier.domain.words import Kind, Role, WallMode
from tests.browser.phones import DESK, Phone
from tests.browser.serving import PROGRAMME, Convention, Server

SILENCE, READING, DEMANDS, WEIGHING = range(1, 5)

DAY = replace(
    PROGRAMME,
    title="Le matin ensemble",
    themes=(*PROGRAMME.themes, ThemeDraft(code="AG", title="Agriculture")),
    slots=(
        SlotDraft(label="matin commun", themes=("DS", "TR", "AG")),
        SlotDraft(label="après-midi", themes=("DS",)),
    ),
    steps=(
        Step(label="Constats, en silence", minutes=15, post=(Kind.CONSTAT,), hidden=True),
        Step(label="Lire", minutes=30, post=(Kind.CONSTAT,), wall=WallMode.ONE_BY_ONE),
        Step(label="Revendications", minutes=20, post=(Kind.REVENDICATION,)),
        Step(label="Gommettes", dots=3, wall=WallMode.DOTS),
    ),
)

AT_ONCE = """() => [...document.querySelectorAll('#timer b, .moment .timer, .at-steps .clock')]
  .map(one => one.textContent)[0]"""


@pytest.fixture
def day(hall: Server) -> Convention:
    made = hall.founded(DAY)
    hall.stop()
    hall.start()
    return made


@pytest.fixture
def screens(phone: Callable[..., Phone], day: Convention) -> Callable[[str], dict[str, Page]]:
    """The phone, the wall and the desk of a theme."""

    def opened(theme: str) -> dict[str, Page]:
        found: dict[str, Page] = {"phone": phone().opens(day.path(theme))}
        for name, role in (("wall", Role.WALL), ("desk", Role.FACILITATOR)):
            one = phone(**DESK)
            one.opens(f"/r/{day.keys[role]}")
            found[name] = one.opens(day.path(theme, name))
        expect(found["wall"].locator("#title h1")).to_be_visible()
        expect(found["desk"].locator(".at-side h2").first).to_be_visible()
        return found

    return opened


def seconds(said: str | None) -> int:
    minutes, _, rest = (said or "").partition(":")
    return 60 * int(minutes) + int(rest)


def timers(screens: dict[str, Page]) -> list[int]:
    """Read one after the other, as fast as can be."""
    return [seconds(page.evaluate(AT_ONCE)) for page in screens.values()]


def agree(screens: dict[str, Page], at_most: int) -> None:
    read = timers(screens)
    assert max(read) - min(read) <= 1, read
    assert at_most - 60 < min(read) <= at_most, read


def test_the_timer_is_the_same_on_phone_wall_and_desk_and_grows_there_together(
    screens: Callable[[str], dict[str, Page]], day: Convention
) -> None:
    there = screens("DS")
    day.does("start_step", step=SILENCE, slot="S1")
    expect(there["phone"].locator("#timer")).to_be_visible()
    expect(there["wall"].locator(".timer")).to_be_visible()
    expect(there["desk"].locator(".clock")).to_be_visible()
    agree(there, 15 * 60)
    there["desk"].locator("[data-act=extend]").click()
    for page, where in (("phone", "#timer b"), ("wall", ".timer"), ("desk", ".clock")):
        expect(there[page].locator(where)).to_contain_text("16:")
    agree(there, 17 * 60)
    day.does("correct_clock", role=Role.HOST, seconds=3600)
    day.does("extend_step", slot="S1", minutes=-1)
    for page, where in (("phone", "#timer b"), ("wall", ".timer"), ("desk", ".clock")):
        expect(there[page].locator(where)).to_contain_text("15:")
    agree(there, 16 * 60)
    for one in there.values():
        one.reload()
    expect(there["wall"].locator(".timer")).to_contain_text("15:")
    expect(there["desk"].locator(".clock")).to_contain_text("15:")
    agree(there, 16 * 60)


def test_time_that_is_over_takes_no_form_away_and_a_late_card_says_so(
    phone: Callable[..., Phone], day: Convention, script: bool
) -> None:
    day.does("start_step", step=DEMANDS, theme="DS")
    person = phone(java_script_enabled=script)
    page = person.opens(day.path("DS"))
    person.writes("Un guichet ouvert", "revendication")
    day.does("extend_step", theme="DS", minutes=-20 + 1)
    day.does("extend_step", theme="DS", minutes=-1)
    if script:
        page.locator("#text").press_sequentially(" le matin.")
    assert page.input_value("#text").startswith("Un guichet ouvert")
    person.sends()
    assert person.number
    person.writes("Les bus sont rares.", "constat")
    person.sends()
    assert [card["late"] for card in day.seen["cards"]] == [False, True]


def test_a_phone_without_script_reads_how_long_is_left_as_the_page_comes(
    phone: Callable[..., Phone], day: Convention
) -> None:
    day.does("start_step", step=SILENCE, theme="DS")
    person = phone(java_script_enabled=False)
    page = person.opens(day.path("DS"))
    expect(page.locator("#timer")).to_contain_text("15 min")
    day.does("extend_step", theme="DS", minutes=5)
    page.reload()
    expect(page.locator("#timer")).to_contain_text("20 min")


def test_a_joint_morning_splits_and_each_screen_says_so(
    screens: Callable[[str], dict[str, Page]], day: Convention
) -> None:
    day.does("start_step", step=SILENCE, slot="S1")
    day.has("Le bus ne passe plus.")
    day.has("Le guichet est fermé.")
    ds, ag = screens("DS"), screens("AG")
    for there in (ds, ag):
        expect(there["wall"].locator("#beside")).to_contain_text("matin commun, ensemble avec")
        expect(there["wall"].locator(".later")).to_contain_text("2 cartes écrites, montrées plus tard")
        expect(there["desk"].locator(".scope").first).to_contain_text("ensemble pour DS, TR et AG")
        expect(there["phone"].locator("#constat-count")).to_contain_text("2")
    shown_on_no = [ds["wall"], ds["phone"], ag["wall"], ag["phone"]]
    for page in shown_on_no:
        assert "Le bus ne passe plus." not in page.content()

    leave(ag["desk"], "cet atelier seul", READING)
    expect(ag["phone"].locator("#moment")).to_contain_text("Lire")
    expect(ds["phone"].locator("#moment")).to_contain_text("Constats, en silence")
    expect(ds["desk"].locator(".programme .on")).to_contain_text("Constats, en silence")
    for page in shown_on_no:
        assert "Le bus ne passe plus." not in page.content()

    ag["desk"].locator("[data-act=reveal_next]").click()
    card = "[id='card-1']"
    for page in (ds["phone"], ag["phone"], ds["wall"]):
        expect(page.locator(card)).to_contain_text("Le bus ne passe plus.")
    expect(ag["wall"].locator(".alone .said")).to_contain_text("Le bus ne passe plus.")
    expect(ag["wall"].locator(".alone .codes")).to_be_visible()
    expect(ag["wall"].locator(".alone .waiting")).to_contain_text("encore 1 à montrer")
    for page in shown_on_no:
        assert "Le guichet est fermé." not in page.content()
    expect(ds["wall"].locator(f".boards {card} .codes")).to_be_hidden()
    expect(ds["phone"].locator(f"{card} .codes")).to_contain_text("DS, TR, AG")

    day.does("start_step", step=DEMANDS, slot="S1")
    for there in (ds, ag):
        expect(there["phone"].locator("#moment")).to_contain_text("Revendications")
        expect(there["wall"].locator(f".boards {card} .codes")).to_be_hidden()
    seen = day.seen
    assert [theme["cards"] for theme in seen["themes"]] == [2, 2, 2]
    assert seen["cards"][0]["themes"] == ["DS", "TR", "AG"]
    assert seen["ledger"]["received"] == len(seen["cards"]) == 2


def leave(desk: Page, how: str, step: int) -> None:
    desk.get_by_role("button", name=how).click()
    desk.locator(f".programme [data-act=step][data-of='{step}']").click()


def test_the_programme_is_changed_at_the_desk_and_what_was_typed_stays_when_it_is_refused(
    screens: Callable[[str], dict[str, Page]], day: Convention
) -> None:
    day.does("start_step", step=READING, slot="S1")
    desk = screens("DS")["desk"]
    desk.locator("[data-act=programme]").click()
    sheet = desk.locator("dialog[open]")
    sheet.get_by_label("Nom de l’étape 2").fill("Lire à voix haute")
    sheet.get_by_role("button", name="Descendre l’étape 1").click()
    expect(sheet.get_by_label("Nom de l’étape 1")).to_have_value("Lire à voix haute")
    expect(sheet.get_by_label("Nom de l’étape 2")).to_be_focused()
    sheet.get_by_role("button", name="Ajouter une étape").click()
    sheet.locator("button.main").click()
    expect(sheet.get_by_role("alert")).to_contain_text("Donnez un nom à l’étape 5.")
    sheet.get_by_label("Nom de l’étape 5").fill("Relecture")
    sheet.get_by_label("Minutes de l’étape 5").fill("dix")
    sheet.locator("button.main").click()
    expect(sheet.get_by_role("alert")).to_contain_text("un nombre ne se lit pas")
    sheet.get_by_label("Minutes de l’étape 5").fill("9999")
    sheet.locator("button.main").click()
    expect(sheet.get_by_role("alert")).not_to_be_empty()
    expect(sheet.get_by_label("Nom de l’étape 5")).to_have_value("Relecture")
    sheet.get_by_label("Minutes de l’étape 5").fill("10")
    sheet.get_by_role("button", name="Enlever l’étape 3").click()
    sheet.locator("button.main").click()
    expect(sheet).to_have_count(0)
    labels = [step["label"] for step in day.seen["steps"]]
    assert labels == ["Lire à voix haute", "Constats, en silence", "Gommettes", "Relecture"]
    expect(desk.locator(".scope").first).to_contain_text("En cours : Lire, qui n’est plus au programme.")
    desk.locator(".last [data-act=undo]").click()
    expect(desk.locator(".programme .on")).to_contain_text("Lire")


def test_a_slot_may_have_a_programme_of_its_own_and_go_back_to_the_other(
    screens: Callable[[str], dict[str, Page]], day: Convention
) -> None:
    desk = screens("DS")["desk"]
    desk.locator("[data-act=programme]").click()
    sheet = desk.locator("dialog[open]")
    sheet.get_by_label("après-midi (DS)").check()
    sheet.get_by_role("button", name="Enlever l’étape 1").click()
    sheet.locator("button.main").click()
    expect(sheet).to_have_count(0)
    expect(desk.locator(".programme li")).to_have_count(4)
    desk.get_by_role("button", name="après-midi").click()
    expect(desk.locator(".programme li")).to_have_count(3)
    desk.locator("[data-act=programme]").click()
    sheet.get_by_role("button", name="Suivre plutôt le programme de la convention").click()
    expect(sheet).to_have_count(0)
    expect(desk.locator(".programme li")).to_have_count(4)


@pytest.mark.parametrize("role", [Role.SECRETARY, Role.HOST])
def test_who_cannot_change_the_step_reads_why(
    phone: Callable[..., Phone], day: Convention, role: Role
) -> None:
    one: Any = phone(**DESK)
    one.opens(f"/r/{day.keys[role]}")
    page = one.opens(day.path("DS", "desk"))
    expect(page.locator(".scope").first).to_contain_text("Seule l’animation change d’étape")
    expect(page.locator(".programme button").first).to_be_disabled()
    expect(page.locator("[data-act=programme]")).to_have_count(int(role is Role.HOST))
