"""The fingerprint on paper."""

import hashlib

from atelier.cahier.content import content, short
from atelier.domain.words import Role
from tests.web.hall import Hall
from tests.web.sheets.reading import sheet, team, words


def test_a_participant_does_not_see_it(hall: Hall) -> None:
    assert hall.browser().get(sheet(hall, "closing")).status_code == 403


def test_it_is_that_of_the_cahier_and_says_whether_it_may_still_change(hall: Hall) -> None:
    for said in ("cette empreinte changera", "Convention terminée."):
        page = team(hall).get(sheet(hall, "closing"))
        digest = hashlib.sha256(content(hall.state)).hexdigest()
        assert page.status_code == 200
        assert short(digest) in words(page)
        assert digest in words(page).replace(" ", "")
        assert said in words(page)
        if not hall.state.closed:
            team(hall, Role.HOST).does("close_convention")
