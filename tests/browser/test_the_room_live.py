"""One workshop, led with nothing but the screens: eight pages at once, and a machine that dies."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from atelier.domain.words import Role
from tests.browser.codes import read_code
from tests.browser.delays import now
from tests.browser.room import Room, entered
from tests.browser.screens import Desk
from tests.browser.serving import NAMED, Convention

_CALLED = {
    Role.FACILITATOR: "Animation",
    Role.SECRETARY: "Secrétariat",
    Role.WALL: "Mur",
    Role.HOST: "Organisation",
}
_BACK_MS = 30_000  # a phone waits longer and longer before it tries again


@pytest.fixture
def room(browser: Browser, tmp_path: Path) -> Iterator[Room]:
    with entered(browser, tmp_path) as room:
        yield room


def test_a_workshop_is_led_with_nothing_but_the_screens(
    room: Room, capsys: pytest.CaptureFixture[str]
) -> None:
    the_host_prepares(room)
    the_team_sits_down(room)
    the_phones_come_in(room)
    cards_are_written(room)
    statements_are_worded(room)
    the_secretary_types_paper(room)
    the_machine_dies_and_comes_back(room)
    the_wall_shows_what_the_desk_chooses(room)
    everything_is_counted_and_exported(room)
    with capsys.disabled():
        print(f"\n{room.delays}")


def the_host_prepares(room: Room) -> None:
    """From an empty folder, with the link that the machine printed."""
    host = room.host
    room.server.start()
    host.opens(room.server.host_link)
    host.page.get_by_role("link", name="Créer une convention").click()
    slug = host.creates("Des droits sans écran", "Droits sociaux", "Santé")
    keys = {role: host.finds_key(slug, name) for role, name in _CALLED.items()}
    room.convention = Convention(room.server, slug, keys)
    host.opens(f"/host/{slug}")


def the_team_sits_down(room: Room) -> None:
    slug, keys = room.convention.slug, room.convention.keys
    room.ana.opens_role(keys[Role.FACILITATOR], slug, "DS", "desk")
    room.bob.opens_role(keys[Role.FACILITATOR], slug, "DS", "desk")
    room.secretary.opens_role(keys[Role.SECRETARY])
    room.wall.opens_role(keys[Role.WALL], slug, "DS", "wall")
    for desk in (room.ana, room.bob):
        expect(desk.page.get_by_role("heading", name="Droits sociaux")).to_be_visible()
    expect(room.secretary.page.locator("textarea")).to_be_focused()
    room.wall.shows("wall")
    expect(room.host.page.get_by_role("row", name="Animation")).to_contain_text("2")


def the_phones_come_in(room: Room) -> None:
    """By the code on the poster of the theme, as the desk prints it."""
    poster = room.ana.context.new_page()
    poster.goto(room.convention.path("sheets", "join?theme=DS"))
    code = poster.locator(".poster .qr svg").last.evaluate("one => one.outerHTML")
    poster.close()
    address = read_code(code)
    assert address == f"http://{NAMED}:{room.server.port}{room.convention.path('DS')}"
    for phone in (room.young, room.old, room.plain):
        phone.opens(address)
        expect(phone.page.get_by_role("heading", level=1)).to_have_text("Droits sociaux")


def cards_are_written(room: Room) -> None:
    """The first in silence, the others before everybody; demands when it is their turn."""
    room.ana.starts("Constats, en silence")
    room.young.writes("Le guichet est fermé depuis mars.")
    room.young.sends()
    expect(room.bob.item(1)).to_be_visible()
    expect(room.wall.page.locator("#constat-notes")).to_contain_text("1 carte écrite, montrée plus tard")
    for screen in (room.wall, room.old):
        assert "depuis mars" not in screen.page.content()
    room.bob.presses("reveal_all")
    expect(room.wall.item(1)).to_be_visible()
    expect(room.old.page.locator("#card-1")).to_be_visible()

    room.ana.starts("Lire et regrouper")
    room.wall.shows("one_by_one")
    room.bob.shows_on_the_wall("wall")
    assert room.posts(room.old, "Il faut un code reçu sur un téléphone.") == 2
    assert room.posts(room.plain, "Personne ne répond au téléphone.") == 3
    room.ana.starts("Revendications")
    room.wall.shows("wall")
    assert room.posts(room.plain, "Un guichet ouvert dans chaque quartier.", "revendication") == 4
    assert room.posts(room.young, "Une personne au bout du fil.", "revendication") == 5
    for number in (1, 3, 4):
        expect(room.wall.item(number)).to_be_visible()
    room.plain.page.reload()
    assert len(room.plain.board()) == 3


def statements_are_worded(room: Room) -> None:
    ana, bob = room.ana, room.bob
    ana.chooses(1, 3)
    ana.acts("group")
    expect(bob.item("DS-C1")).to_be_visible()
    ana.words("DS-C1", "Il n’y a plus personne au guichet.", "Plus personne")
    ana.saves()
    for screen in (bob.item("DS-C1"), room.wall.item("DS-C1"), room.old.page.locator("#DS-C1")):
        expect(screen).to_contain_text("Il n’y a plus personne au guichet.")

    both_word_it_at_once(ana, bob)
    found = "Ni guichet ni téléphone. On n’accueille plus personne."
    expect(ana.item("DS-C1")).to_contain_text(found)
    expect(room.wall.item("DS-C1")).to_contain_text(found)

    bob.chooses(4, 5)
    bob.acts("group")
    ana.item("DS-R1").wait_for()
    ana.words("DS-R1", "Un guichet avec une personne dans chaque quartier.")
    ana.saves()
    ana.chooses("DS-R1")
    ana.acts("link")
    ana.sheet.get_by_role("checkbox").check()
    ana.saves()
    for screen in (bob.item("DS-R1"), room.wall.item("DS-R1"), room.young.page.locator("#DS-R1")):
        expect(screen).to_contain_text("fondée sur DS-C1")

    bob.chooses(2)
    bob.acts("mark")
    expect(ana.item(2)).to_contain_text("⚡")
    ana.undoes("n° 2")
    for screen in (ana.item(2), bob.item(2), room.wall.item(2)):
        expect(screen).not_to_contain_text("⚡")


def both_word_it_at_once(ana: Desk, bob: Desk) -> None:
    """The second is told, sees both, and joins them."""
    ana.words("DS-C1", "On n’accueille plus personne.")
    bob.words("DS-C1", "Ni guichet ni téléphone.")
    ana.saves()
    bob.sheet.locator("button.main").click()
    expect(bob.sheet.locator(".warning")).to_be_visible()
    expect(bob.sheet.locator(".both")).to_contain_text("On n’accueille plus personne.")
    expect(bob.sheet.locator(".both")).to_contain_text("Ni guichet ni téléphone.")
    expect(bob.sheet.locator("#wording")).to_have_value("Ni guichet ni téléphone.")
    bob.sheet.get_by_role("button", name="L’ajouter au mien").click()
    bob.saves()


def the_secretary_types_paper(room: Room) -> None:
    for text in (
        "La borne ne rend pas la monnaie.",
        "Le numéro est surtaxé.",
        "Personne ne lit les lettres.",
    ):
        pressed = now()
        number = room.secretary.types(text)
        room.delays.reached(room.watched, f"card-{number}", pressed)
        expect(room.wall.item(number)).to_contain_text("papier")


def the_machine_dies_and_comes_back(room: Room) -> None:
    """While one card is on its way, another is written but not answered, and a sentence is being typed."""
    desk, lost, dark = room.bob, "Écrite, et jamais répondue.", "Partie dans le noir."
    desk.words("DS-R1", "Partout une personne, et le temps de parler.")
    with room.without_the_machine():
        room.old.writes(lost)
        room.old.page.route("**/DS", room.takes_it_and_falls_silent)
        room.old.sends()
        expect(room.old.page.locator("#status")).to_contain_text("gardé")
        room.old.page.unroute("**/DS")
        room.young.writes(dark, "revendication")
        room.young.sends()
        room.server.kill()
        expect(room.wall.page.locator(".lost-line")).to_be_visible()
        room.server.start()
        for phone, text in ((room.old, lost), (room.young, dark)):
            expect(phone.page.locator("#own")).to_contain_text(text, timeout=_BACK_MS)
        for screen in (room.wall, room.ana, room.bob):
            for name in (9, 10, "DS-C1", "DS-R1"):
                expect(screen.item(name)).to_be_visible(timeout=_BACK_MS)
        assert room.secretary.types("Après la panne.") == 11

    assert sorted(room.convention.texts) == sorted({*room.convention.texts, lost, dark})
    desk.words("DS-R1")
    expect(desk.sheet.locator("#wording")).to_have_value("Partout une personne, et le temps de parler.")
    desk.saves()
    expect(room.wall.item("DS-R1")).to_contain_text("le temps de parler")


def the_wall_shows_what_the_desk_chooses(room: Room) -> None:
    ana, wall = room.ana, room.wall
    ana.shows_on_the_wall("one_by_one")
    wall.shows("one_by_one")
    first = wall.page.locator("#alone .one").inner_text()
    room.bob.presses("next")
    expect(wall.page.locator("#alone .one")).not_to_have_text(first)
    expect(wall.page.locator("#alone .place")).to_contain_text("2 /")
    ana.shows_on_the_wall("join")
    wall.shows("join")
    code = wall.page.locator(".ways .qr svg").last
    expect(code).to_be_in_viewport(ratio=1)
    assert read_code(code.evaluate("one => one.outerHTML")).startswith(room.server.address)
    ana.shows_on_the_wall("wall")
    wall.shows("wall")


def everything_is_counted_and_exported(room: Room) -> None:
    """The same everywhere."""
    room.runs("export", "--format", "all", "--exports", str(room.server.exports))
    with room.ana.page.expect_download() as download:
        room.ana.page.get_by_role("link", name="Le cahier").click()
    cahier = (room.server.exports / room.convention.slug / "cahier.md").read_text()
    assert download.value.path().read_text() == cahier

    fates = {"received": 11, "to_place": 7, "in_statement": 4, "set_aside": 0, "withdrawn": 0}
    assert room.ana.fates == room.bob.fates == fates
    assert room.wall.received == 11
    assert room.host.reads("DS")[-3:] == ["11", "2", "7"]
    for phone in (room.young, room.old, room.plain):
        if phone is room.plain:
            phone.page.reload()
        assert room.counted_on(phone) == 11
    assert "11 cartes reçues : 7 par téléphone, 4 sur papier, 0 à voix haute." in cahier.replace(
        "\u00a0", " "
    )
    assert re.findall(r"^\| (Reprises|Encore|Mises|Retirées) .*?\| (\d+) \|$", cahier, re.MULTILINE) == [
        ("Reprises", "4"),
        ("Encore", "7"),
        ("Mises", "0"),
        ("Retirées", "0"),
    ]
    assert "tout est en ordre" in room.runs("check")
