"""The programme of the demonstration, from the welcome to the read-back, by the screens and nothing else.

A joint morning splits; two workshops are in different steps; phones have a script
or none; paper and raised hands count. At the end every screen says the same numbers.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from atelier.demonstration.day import FOLDER
from atelier.domain.words import Role
from atelier.exchange.programme import read_programme
from tests.browser.phones import Phone, pick_up
from tests.browser.screens import Desk, Paper, Wall
from tests.browser.serving import Convention, Server
from tests.printed import Printed, plain

TOGETHER, APART = "matin commun", "après-midi"
DEMANDS = {"DS-R1": "Un guichet ouvert dans chaque quartier.", "DS-R2": "Le papier reste possible partout."}


@dataclass(kw_only=True)
class Day:
    """Two desks, two walls, one secretary; in DS a phone with a script and one without, in TR another."""

    server: Server
    convention: Convention
    ana: Desk
    bob: Desk
    secretary: Paper
    wall: Wall
    other_wall: Wall
    young: Phone
    bare: Phone
    far: Phone

    @property
    def everyone(self) -> list[Phone]:
        team: list[Phone] = [self.ana, self.bob, self.secretary, self.wall, self.other_wall]
        return [*team, self.young, self.bare, self.far]

    def looks(self, person: Phone) -> None:
        """The page of a phone whose browser runs no script is read again."""
        if person is self.bare:
            person.opens(self.convention.path("DS"))

    def posts(self, person: Phone, text: str, kind: str = "constat") -> int:
        """The number, once the card stands among this person's own."""
        person.writes(text, kind)
        person.sends()
        expect(person.page.locator("#own")).to_contain_text(text)
        return person.number

    def counts(self, label: str, how_many: int) -> None:
        """The secretary types what was counted in the hall."""
        box = self.secretary.page.get_by_label(label)
        box.fill(str(how_many))
        box.press("Enter")
        said = self.secretary.page.locator("td", has=box).locator("small")
        expect(said).to_have_text("enregistré")


@pytest.fixture
def day(browser: Browser, tmp_path: Path) -> Iterator[Day]:
    server = Server(tmp_path)
    convention = server.founded(read_programme((FOLDER / "programme.toml").read_text(encoding="utf-8")))
    server.start()
    found = Day(
        server=server,
        convention=convention,
        ana=Desk(browser, server),
        bob=Desk(browser, server),
        secretary=Paper(browser, server),
        wall=Wall(browser, server),
        other_wall=Wall(browser, server),
        young=pick_up(browser, server),
        bare=pick_up(browser, server, script=False),
        far=pick_up(browser, server),
    )
    yield found
    for one in found.everyone:
        one.context.close()
    server.stop()
    assert "Traceback" not in server.log.read_text()
    assert [one.faults for one in found.everyone] == [[]] * len(found.everyone)


def test_the_day_is_played_from_the_welcome_to_the_read_back(day: Day) -> None:
    everybody_is_welcomed(day)
    constats_are_written_in_silence(day)
    they_are_shown_one_then_all(day)
    they_are_grouped(day)
    the_joint_morning_splits(day)
    demands_are_linked_and_discussed(day)
    the_room_is_asked(day)
    dots_are_given(day)
    every_number_agrees(day)


def everybody_is_welcomed(day: Day) -> None:
    slug, keys = day.convention.slug, day.convention.keys
    day.ana.opens_role(keys[Role.FACILITATOR], slug, "DS", "desk")
    day.bob.opens_role(keys[Role.FACILITATOR], slug, "TR", "desk")
    day.wall.opens_role(keys[Role.WALL], slug, "DS", "wall")
    day.other_wall.opens_role(keys[Role.WALL], slug, "TR", "wall")
    day.secretary.opens_role(keys[Role.SECRETARY])
    for person, theme in ((day.young, "DS"), (day.bare, "DS"), (day.far, "TR")):
        person.opens(day.convention.path(theme))
    day.ana.starts("Accueil")
    for wall in (day.wall, day.other_wall):
        wall.shows("join")


def constats_are_written_in_silence(day: Day) -> None:
    day.ana.starts("Constats, en silence")
    day.looks(day.bare)
    assert day.posts(day.young, "Le guichet est fermé depuis mars.") == 1
    assert day.posts(day.bare, "Il faut un code reçu sur un téléphone.") == 2
    assert day.posts(day.far, "Le planning tombe par une application.") == 3
    assert day.secretary.types("Personne ne répond au téléphone.") == 4
    for wall in (day.wall, day.other_wall):
        expect(wall.page.locator("#constat-notes")).to_contain_text("4 cartes écrites, montrées plus tard")
    for screen in (day.wall, day.other_wall, day.far):
        assert "depuis mars" not in screen.page.content()
    expect(day.bob.item(1)).to_be_visible()


def they_are_shown_one_then_all(day: Day) -> None:
    day.ana.starts("Lire et regrouper")
    for wall in (day.wall, day.other_wall):
        wall.shows("one_by_one")
        expect(wall.page.locator("#alone .place")).to_contain_text("1 / 4")
    day.ana.presses("next")
    expect(day.wall.page.locator("#alone .place")).to_contain_text("2 / 4")
    expect(day.other_wall.page.locator("#alone .place")).to_contain_text("1 / 4")
    for desk, wall in ((day.ana, day.wall), (day.bob, day.other_wall)):
        desk.shows_on_the_wall("wall")
        for number in (1, 2, 3, 4):
            expect(wall.item(number)).to_be_visible()


def they_are_grouped(day: Day) -> None:
    """Once for the three workshops: what one desk does, the other sees."""
    day.ana.chooses(1, 4)
    day.ana.acts("group")
    day.ana.item("DS-C1").wait_for()
    expect(day.ana.page.locator(".at-board .chosen")).to_have_count(0)
    day.ana.words("DS-C1", "Il n’y a plus personne pour répondre.", "Plus personne")
    day.ana.saves()
    for screen in (day.bob.item("DS-C1"), day.wall.item("DS-C1"), day.other_wall.item("DS-C1")):
        expect(screen).to_contain_text("Il n’y a plus personne pour répondre.")


def the_joint_morning_splits(day: Day) -> None:
    """Social rights go on to the demands; work is still reading."""
    day.ana.page.locator(".steps, .at-steps").get_by_role("button", name=APART).click()
    day.ana.starts("Revendications")
    expect(day.bob.page.locator("[aria-current=step]")).to_contain_text("Lire et regrouper")
    expect(day.far.page.locator("#moment")).to_contain_text("Lire et regrouper")
    expect(day.young.page.locator("#moment")).to_contain_text("Revendications")
    day.looks(day.bare)
    assert day.posts(day.bare, "Un guichet dans chaque quartier.", "revendication") == 5
    assert day.posts(day.young, "Garder le papier partout.", "revendication") == 6
    assert day.posts(day.far, "Le chef ne lit plus les lettres.") == 7
    expect(day.wall.item(5)).to_be_visible()
    expect(day.other_wall.item(7)).to_be_visible()
    expect(day.other_wall.item(5)).to_have_count(0)


def demands_are_linked_and_discussed(day: Day) -> None:
    ana = day.ana
    for number, (reference, sentence) in zip((5, 6), DEMANDS.items(), strict=True):
        ana.chooses(number)
        ana.acts("word")
        ana.sheet.locator("#wording").fill(sentence)
        ana.saves()
        expect(ana.page.locator(".at-board .chosen")).to_have_count(0)
        expect(day.wall.item(reference)).to_contain_text(sentence)
    ana.starts("Relier")
    ana.chooses("DS-R1")
    ana.acts("link")
    ana.sheet.get_by_role("checkbox").check()
    ana.saves()
    expect(day.wall.item("DS-R1")).to_contain_text("fondée sur DS-C1")

    asks_more(ana, "DS-R2", "object")
    ana.sheet.locator("textarea[name=text]").fill("Et les guides en ligne ?")
    ana.saves()
    asks_more(ana, "DS-R2", "consent")
    ana.sheet.get_by_role("button", name="adopté").click()
    expect(ana.sheet.get_by_role("alert")).to_contain_text("attend une réponse")
    ana.page.keyboard.press("Escape")
    asks_more(ana, "DS-R2", "object")
    ana.sheet.get_by_label("levée", exact=True).check()
    ana.sheet.get_by_role("button", name="Enregistrer la réponse").click()
    expect(ana.sheet).to_be_hidden()
    asks_more(ana, "DS-R2", "consent")
    ana.sheet.get_by_role("button", name="adopté").click()
    expect(ana.sheet).to_be_hidden()
    asks_more(ana, "DS-R1", "minority")
    ana.sheet.locator("textarea[name=text]").fill("Un bus plutôt qu’un guichet.")
    ana.sheet.locator("[name=people]").fill("2")
    ana.saves()
    expect(day.wall.item("DS-R1")).to_contain_text("Opinion de 2 personnes")


def asks_more(desk: Desk, name: str, act: str) -> None:
    """What stands behind « … »."""
    desk.item(name).locator(":scope > .more").click()
    desk.sheet.locator(f"button[value={act}]").click()


def the_room_is_asked(day: Day) -> None:
    """One sentence: a phone with a script, one without, hands."""
    asks_more(day.ana, "DS-R2", "ask")
    day.ana.saves()
    day.wall.shows("dots")
    expect(day.wall.page.locator("#result")).to_contain_text(DEMANDS["DS-R2"])
    day.looks(day.bare)
    day.bare.page.get_by_role("button", name="Pas d’accord", exact=True).click()
    day.young.page.get_by_role("button", name="D’accord", exact=True).click()
    expect(day.young.page.locator(".weigh p.left b")).to_be_visible()
    day.secretary.page.get_by_role("tab", name="Compter").click()
    day.counts("DS-R2 · d’accord · Mains levées", 9)
    day.counts("DS-R2 · sans avis · Papier", 1)
    assert "9" not in day.wall.page.locator("#result").inner_text()
    day.ana.presses("close_poll")
    expect(day.wall.page.locator("#result")).to_contain_text("D’accord : 10 téléphone 1, mains levées 9")
    expect(day.wall.page.locator("#result")).to_contain_text("Pas d’accord : 1")
    expect(day.young.page.locator(".weigh")).to_contain_text("D’accord : 10")


def dots_are_given(day: Day) -> None:
    """Three people, two phones: the others raise their hands, or stick paper ones."""
    day.ana.starts("Gommettes")
    day.looks(day.bare)
    for person, where in ((day.young, ("DS-R1", "DS-R1", "DS-R2")), (day.bare, ("DS-R1", "DS-R2"))):
        for reference in where:
            button = person.page.get_by_role("button", name=f"Poser une gommette sur {reference}", exact=True)
            button.click()
            expect(person.page.locator(".weigh .next b")).to_be_visible()
    day.counts("DS-R1 · Mains levées", 11)
    day.counts("DS-R1 · Papier", 4)
    day.counts("DS-R2 · Papier", 2)
    assert "gommettes téléphone" not in day.wall.page.content()
    day.ana.presses("close_vote")


def every_number_agrees(day: Day) -> None:
    """Wall, desk, phones, paper and cahier."""
    for text in (
        "18 gommettes téléphone 3, papier 4, mains levées 11",
        "4 gommettes téléphone 2, papier 2, mains levées 0",
    ):
        expect(day.wall.page.locator("#result")).to_contain_text(text)
        expect(day.young.page.locator(".weigh")).to_contain_text(text)
        day.looks(day.bare)
        expect(day.bare.page.locator(".weigh")).to_contain_text(text)
        expect(day.ana.page.locator(".at-board")).to_contain_text(text)
    day.ana.starts("Relecture")
    assert day.ana.fates["received"] == 6
    assert day.bob.fates["received"] == 5
    assert (day.wall.received, day.other_wall.received) == (6, 5)

    with day.secretary.page.expect_download() as download:
        day.secretary.page.evaluate(
            "address => { const a = document.createElement('a'); a.href = address; a.click(); }",
            f"/api/conventions/{day.convention.slug}/cahier.md",
        )
    printed = Printed(download.value.path().read_text(encoding="utf-8"))
    first, second = (printed.named(reference) for reference in DEMANDS)
    said = [plain(line) for line in (*first.bullets, *second.bullets)]
    assert "18 gommettes : téléphone 3, papier 4, mains levées 11" in said
    assert "4 gommettes : téléphone 2, papier 2" in said
    assert "Consentement : adopté" in said
    counts = "d’accord 10, je passe 0, pas d’accord 1 (téléphone 1, 0, 1 ; mains levées 9, 0, 0)"
    assert f"D’accord ou pas : {counts}" in said
    text = plain(download.value.path().read_text(encoding="utf-8"))
    assert "7 cartes reçues : 6 par téléphone, 1 sur papier, 0 à voix haute." in text
    assert re.search(r"Opinion|Avis minoritaire, porté par 2 personnes", text)
