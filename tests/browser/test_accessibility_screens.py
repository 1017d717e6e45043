"""axe-core on the screens of the team, in the states that they are worked in."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, expect

from atelier.domain.words import Role, WallMode
from tests.browser.benches import Bench
from tests.browser.measures import grave_faults
from tests.browser.screens import Desk, Host, Paper, Screen, Wall
from tests.browser.serving import OPEN, Convention, Server
from tests.browser.walls import try_everything

_SHEETS: dict[str, int | str] = {
    "word": "DS-R1",
    "link": "DS-R1",
    "set_aside": 1,
    "move": 1,
    "put_in": 1,
}


@pytest.fixture
def full(served: Convention) -> Convention:
    served.starts(OPEN)
    try_everything(served)
    return served


@pytest.fixture
def sits(browser: Browser, hall: Server) -> Iterator[Callable[[type[Screen]], Screen]]:
    made: list[Screen] = []

    def sit(kind: type[Screen]) -> Screen:
        made.append(kind(browser, hall))
        return made[-1]

    yield sit
    for one in made:
        one.context.close()
    assert [one.faults for one in made] == [[] for _ in made]


@pytest.fixture
def desk(full: Convention, sits: Callable[[type[Screen]], Screen]) -> Desk:
    desk = sits(Desk)
    assert isinstance(desk, Desk)
    desk.opens_role(full.keys[Role.FACILITATOR], full.slug, "DS", "desk")
    expect(desk.item(1)).to_be_visible()
    return desk


def test_axe_finds_nothing_grave_on_the_desk_and_its_sheets(desk: Desk) -> None:
    desk.chooses(1, 2)
    found = {"boards": grave_faults(desk.page)}
    desk.chooses_nothing()
    for act, name in _SHEETS.items():
        desk.chooses(name)
        desk.acts(act)
        desk.sheet.locator("h2").wait_for()
        found[act] = grave_faults(desk.page)
        desk.page.keyboard.press("Escape")
        expect(desk.sheet).to_be_hidden()
        desk.chooses_nothing()
    desk.presses("keys")
    found["keys"] = grave_faults(desk.page)
    assert {name: faults for name, faults in found.items() if faults} == {}


def test_axe_finds_nothing_grave_on_the_wall_in_any_mode(
    desk: Desk, full: Convention, sits: Callable[[type[Screen]], Screen]
) -> None:
    wall = sits(Wall)
    assert isinstance(wall, Wall)
    wall.opens_role(full.keys[Role.WALL], full.slug, "DS", "wall")
    full.does("open_vote", theme="DS", dots=3)
    full.does("count_dots", statement="DS-R1", channel="hands", dots=7)
    full.does("close_vote", theme="DS")
    found = {}
    for mode in WallMode:
        desk.shows_on_the_wall(mode)
        wall.shows(mode)
        found[mode] = [*grave_faults(wall.page), *grave_faults(desk.page)]
    assert {name: faults for name, faults in found.items() if faults} == {}


def test_axe_finds_nothing_grave_where_paper_is_typed(
    full: Convention, sits: Callable[[type[Screen]], Screen]
) -> None:
    paper = sits(Paper)
    assert isinstance(paper, Paper)
    paper.opens_role(full.keys[Role.SECRETARY])
    found = {"empty": grave_faults(paper.page)}
    paper.types("Une carte de papier.")
    found["after one"] = grave_faults(paper.page)
    assert {name: faults for name, faults in found.items() if faults} == {}


def test_axe_finds_nothing_grave_on_any_page_of_the_host(
    full: Convention, sits: Callable[[type[Screen]], Screen]
) -> None:
    host = sits(Host)
    host.opens_role(full.keys[Role.HOST])
    found = {}
    for path in ("", "/invite", "/prepare", "/finish"):
        host.opens(f"/host/{full.slug}{path}")
        found[path] = grave_faults(host.page)
    host.page.get_by_role("link", name="Mes conventions").click()
    host.page.get_by_role("link", name="Créer une convention").wait_for()
    found["list"] = grave_faults(host.page)
    host.opens("/host/import")
    host.page.get_by_label("Choisir le fichier").wait_for()
    found["import"] = grave_faults(host.page)
    host.opens("/host/new")
    host.page.get_by_role("button", name="Créer la convention").click()
    expect(host.page.get_by_text("Il manque le texte.").first).to_be_visible()
    found["new, refused"] = grave_faults(host.page)
    assert {name: faults for name, faults in found.items() if faults} == {}


def test_axe_finds_nothing_grave_where_the_cahier_is_written(
    full: Convention, sits: Callable[[type[Screen]], Screen]
) -> None:
    bench = sits(Bench)
    assert isinstance(bench, Bench)
    bench.sits_down(full)
    found = {"outline": grave_faults(bench.page)}
    bench.presses("fold", "theme:DS")
    bench.presses("large", "DS-R1")
    bench.opens_text("foreword")
    bench.page.keyboard.type("Voir DS-R999 et DS-")
    bench.page.get_by_role("option").first.wait_for()
    found["offered"] = grave_faults(bench.page)
    bench.page.keyboard.press("Escape")
    bench.page.locator(".problems").wait_for()
    bench.is_saved()
    full.server.hold()
    bench.page.keyboard.type(" Le mien.")
    full.server.go_on()
    full.does("write_section", section="foreword", text="Le sien.", role=Role.SECRETARY)
    bench.page.locator(".conflict").wait_for()
    found["conflict"] = grave_faults(bench.page)
    bench.page.get_by_role("button", name="Garder le mien").click()
    bench.is_saved()
    bench.page.get_by_role("button", name="Versions").click()
    bench.page.locator(".versions li button").first.click()
    bench.page.locator(".versions .both").wait_for()
    found["versions"] = grave_faults(bench.page)
    bench.presses("add_block", "day")
    bench.sheet.locator("h2").wait_for()
    found["naming"] = grave_faults(bench.page)
    assert {name: faults for name, faults in found.items() if faults} == {}
