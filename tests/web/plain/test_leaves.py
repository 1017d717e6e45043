"""The sheets of the cahier that is being written: for who may read it, and only those that changed."""

import pytest

from atelier.domain.words import PartName, Role
from atelier.web.plain.leaves import Leaves, leaves_of
from tests.web.hall import Hall

TEXT = "Le guichet est fermé."


@pytest.fixture
def said(hall: Hall) -> Hall:
    hall.browser().does("post_card", theme="DS", kind="constat", text=TEXT, key="k1")
    hall.program(Role.SECRETARY).does("group_cards", cards=[1])
    return hall


def made(hall: Hall) -> Leaves:
    served = hall.site.rooms.get(hall.slug)
    assert served is not None
    return leaves_of(served.room)


def address(hall: Hall, stamp: str) -> str:
    return f"/{hall.slug}/cahier/leaf/{stamp}"


def test_a_sheet_is_refused_to_participants_and_to_the_wall(said: Hall) -> None:
    stamps = [address(said, stamp) for _, stamp in made(said).order]
    assert stamps
    for caller in (said.browser(), said.program(Role.WALL)):
        assert {caller.get(one).status_code for one in stamps} == {404}


def test_the_team_gets_every_sheet_and_all_of_them_hold_what_was_said(said: Hall) -> None:
    team = said.program(Role.SECRETARY)
    pages = [team.get(address(said, stamp)) for _, stamp in made(said).order]
    assert {page.status_code for page in pages} == {200}
    assert TEXT in "".join(page.text for page in pages)


def test_what_is_no_sheet_or_no_longer_one_is_not_there(said: Hall) -> None:
    team, before = said.program(Role.SECRETARY), made(said)
    team.does("write_section", section="foreword", text="Bonjour à tous.")
    gone = dict(before.order).items() - dict(made(said).order).items()
    assert gone
    for stamp in ("none-such", *(stamp for _, stamp in gone)):
        assert team.get(address(said, stamp)).status_code == 404


def test_a_change_in_one_theme_leaves_the_sheet_of_another_as_it_was(said: Hall) -> None:
    before = dict(made(said).order)
    said.program(Role.SECRETARY).does("write_section", section="theme:DS:before", text="Nous étions douze.")
    after = dict(made(said).order)
    changed = {name for name in after if after[name] != before.get(name)}
    assert "droits-sociaux-ds" in changed
    assert "travail-tr" not in changed


def test_every_part_has_its_heading_or_that_of_what_it_stands_under(said: Hall) -> None:
    secretary = said.program(Role.SECRETARY)
    secretary.does("add_block", title="Ce que la salle a chanté", after="theme:DS")
    secretary.does("add_block", title="", after="theme:TR")
    secretary.does("write_section", section="block:B2", text="Sans titre.")
    found = made(said)
    assert found.places[PartName("theme:DS")] == "droits-sociaux-ds"
    assert found.places[PartName("block:B1")] == "ce-que-la-salle-a-chanté"
    assert found.places[PartName("block:B2")] == found.places[PartName("theme:TR")] == "travail-tr"
    assert found.part_at("travail-tr") == "theme:TR"
    assert found.part_at("nulle-part") is None
    assert found.places[PartName("annex:cards")].startswith("annexe-a")
