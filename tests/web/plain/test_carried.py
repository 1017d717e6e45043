"""Cards, and the people who carry them: counted apart wherever cards are counted."""

from atelier.domain.words import Role
from tests.web.hall import Hall
from tests.web.plain.room import send, theme, words


def test_people_are_said_beside_cards_once_a_group_has_written(hall: Hall) -> None:
    author = hall.browser()
    send(hall, author, "Seule.")
    for page in (author.get(theme(hall)), author.get(f"/{hall.slug}")):
        assert "portée" not in words(page)
    send(hall, author, "À plusieurs.", carried_by="12")
    for page in (author.get(theme(hall)), author.get(f"/{hall.slug}")):
        assert "2 cartes, portées par 13 personnes" in words(page)
    cahier = hall.program(Role.SECRETARY).get(hall.api + "/cahier.md").text
    assert "2 cartes reçues" in cahier
    assert "portées par 13 personnes" in cahier.replace("\u202f", " ").replace("\u00a0", " ")


def test_an_objection_is_read_with_what_became_of_it(hall: Hall) -> None:
    secretary = hall.program(Role.SECRETARY)
    send(hall, hall.browser())
    secretary.does("group_cards", cards=[1])
    raised = secretary.does("raise_objection", statement="DS-C1", text="Trop cher.")
    assert "Objection (sans réponse) : Trop cher." in words(hall.browser().get(theme(hall)))
    secretary.does("resolve_objection", objection=raised["objection"], how="kept", text="Nous en parlons.")
    page = words(hall.browser().get(theme(hall)))
    assert "Objection (maintenue) : Trop cher. → Nous en parlons." in page
