"""What a text is compared by, in the language it is written in."""

import pytest

from atelier.nearness.terms import primary, terms


@pytest.mark.parametrize(
    ("one", "other", "lang"),
    [
        ("Les guichets fermés", "le guichet ferme", "fr"),
        ("L’ÉCOLE", "une école", "fr"),
        ("ecole numerique", "École numérique", "fr"),
        ("The closed desks", "a desk closes", "en"),
        ("المدرسة", "مدرسة", "ar"),
        ("solicitud", "solicitudes", "es"),
    ],
)
def test_two_forms_of_a_word_have_one_stem(one: str, other: str, lang: str) -> None:
    assert terms(one, lang).stems == terms(other, lang).stems


def test_in_a_language_that_is_not_known_words_are_compared_as_they_stand() -> None:
    assert terms("Двері зачинені", "uk").stems == {"двері": 1, "зачинені": 1}
    assert terms("guichets guichet", "xx").stems == {"guichets": 1, "guichet": 1}


def test_runs_of_letters_go_over_from_one_word_into_the_next_without_the_small_words() -> None:
    assert set(terms("un bus sur la A7", "fr").grams) == {" bus", "bus ", "us a", "s a7", " a7 "}


def test_a_text_without_words_has_nothing_to_be_compared_by() -> None:
    for text in ("", "…", "le la les", "👩🏽‍🚒"):
        assert terms(text, "fr") == ({}, {})


def test_a_region_does_not_part_two_texts_of_one_language() -> None:
    assert {primary("fr-CA"), primary("FR"), primary("fr")} == {"fr"}
