"""⚡ from a phone: where the step lets, asked twice, and never taken away by who did not mark it."""

import pytest

from atelier.domain.words import Reference, Role
from tests.web.hall import Caller, Hall
from tests.web.plain.room import OPEN, SILENT, send, theme, words

LINK = "⚡ Je ne suis pas d’accord"
C1 = Reference("DS-C1")


@pytest.fixture
def stated(hall: Hall) -> Caller:
    """A statement, at a step where disagreement is asked for."""
    facilitator = hall.program(Role.FACILITATOR)
    send(hall, hall.browser())
    facilitator.does("group_cards", cards=[1])
    facilitator.does("start_step", theme="DS", step=OPEN)
    return facilitator


def test_where_the_step_does_not_ask_nothing_is_offered_and_it_is_refused(hall: Hall, stated: Caller) -> None:
    stated.does("start_step", theme="DS", step=SILENT)
    reader = hall.browser()
    assert LINK not in words(reader.get(theme(hall)))
    for page in (reader.get(f"{theme(hall)}/disagree/DS-C1"), reader.post(f"{theme(hall)}/disagree/DS-C1")):
        assert page.status_code == 409
        assert "Signaler" not in words(page)
    assert not hall.state.statements[C1].disagreement


@pytest.mark.parametrize("path", ["DS/disagree/DS-C2", "TR/disagree/DS-C1", "DS/disagree/n41"])
def test_what_is_no_statement_of_the_theme_is_not_here(hall: Hall, stated: Caller, path: str) -> None:
    for method in ("get", "post"):
        assert getattr(hall.browser(), method)(f"/{hall.slug}/{path}").status_code == 404


def test_the_link_leads_to_a_question_and_the_question_to_the_mark(hall: Hall, stated: Caller) -> None:
    reader = hall.browser()
    page = reader.get(theme(hall))
    assert LINK in words(page)
    assert 'href="DS/disagree/DS-C1"' in page.text
    asked = reader.get(f"{theme(hall)}/disagree/ds-c1")
    assert asked.status_code == 200
    assert not hall.state.statements[C1].disagreement
    for _ in range(2):
        done = reader.post(f"{theme(hall)}/disagree/DS-C1")
        assert (done.status_code, done.headers["location"]) == (303, f"{theme(hall)}#DS-C1")
    assert hall.state.statements[C1].disagreement
    page = reader.get(theme(hall))
    assert "⚡ désaccord" in words(page)
    assert LINK not in words(page)
    assert "déjà signalé" in words(reader.get(f"{theme(hall)}/disagree/DS-C1"))
