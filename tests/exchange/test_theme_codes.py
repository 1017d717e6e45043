import pytest
from hypothesis import given
from hypothesis import strategies as st

from atelier.domain.references import THEME_CODE
from atelier.exchange.theme_codes import code_for


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("Droits sociaux", "DS"),
        ("Santé", "SA"),
        ("Éducation", "ED"),
        ("L’école", "EC"),
        ("Les services publics de proximité", "SP"),
        ("À la maison", "MA"),
        ("الصحة", "LS"),
        ("2030", "AA"),
    ],
)
def test_a_code_recalls_its_title(title: str, code: str) -> None:
    assert code_for(title, ()) == code


def test_a_code_that_is_taken_gives_way_to_another() -> None:
    assert code_for("Santé", {"SA"}) == "SN"
    assert code_for("Services publics de proximité", {"SP"}) == "SPP"


@given(st.lists(st.text(), max_size=60))
def test_any_titles_have_codes_of_their_own(titles: list[str]) -> None:
    taken: set[str] = set()
    for title in titles:
        code = code_for(title, taken)
        assert THEME_CODE.fullmatch(code)
        assert code not in taken
        taken.add(code)
