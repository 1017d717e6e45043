"""Fails when a sentence of the code is not said, or badly said, in one of the languages."""

import re
from functools import cache

import pytest

from atelier.translations import LANGUAGES
from atelier.translations.__main__ import main
from atelier.translations.catalogue import path_of, read
from atelier.translations.extraction import Sentence, sentences
from atelier.translations.fitting import named
from atelier.translations.typography import well_set
from atelier.translations.updating import translations, update


@cache
def _spoken() -> dict[str, Sentence]:
    return sentences()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_sentence_of_the_code_is_in_the_catalogue_and_no_other(lang: str) -> None:
    assert set(translations(lang)) == set(_spoken()), "run python -m atelier.translations"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_sentence_is_translated(lang: str) -> None:
    assert update(lang, _spoken()).untranslated == ()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_translation_uses_the_values_of_its_sentence_and_no_others(lang: str) -> None:
    for one, said in translations(lang).items():
        free = {"n"} if len(said) > 1 else set()
        assert all(named(form) | free == named(one) | free for form in said), one


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_catalogue_is_as_the_update_writes_it(lang: str) -> None:
    assert path_of(lang).read_bytes() == update(lang, _spoken()).content


def test_plurals_follow_their_language() -> None:
    assert read("fr").plural_expr == "(n > 1)"
    assert read("en").plural_expr == "(n != 1)"


_SET_WRONG = re.compile(
    r"(?<![\u00a0\u202f;!?])[;!?](?![\w{/])"  # a sign that could begin a line
    r"|(?<![\u00a0\u202f]):(?=\s|$)"
    r"|«(?![\u00a0\u202f])|(?<![\u00a0\u202f])»"
    r"|n° |\w'\w|\.\.\."
)


def test_french_sentences_have_french_typography() -> None:
    shown = (form for said in translations("fr").values() for form in said)
    assert [form for form in shown if _SET_WRONG.search(form)] == []


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Quoi ? Ici ; oui !", "Quoi\u202f? Ici\u202f; oui\u202f!"),
        ("Voici : « {x} », n° {n}", "Voici\u00a0: «\u00a0{x}\u00a0», n°\u00a0{n}"),
        ("{n} % à 10:00, http://a/?b", "{n}\u00a0% à 10:00, http://a/?b"),
    ],
)
def test_plain_spaces_typed_before_french_signs_are_shown_unbreakable(typed: str, shown: str) -> None:
    assert well_set(typed) == shown
    assert well_set(shown) == shown


def test_the_command_says_what_is_missing_and_changes_nothing_when_it_only_looks(
    capsys: pytest.CaptureFixture[str],
) -> None:
    before = {lang: path_of(lang).read_bytes() for lang in LANGUAGES}
    assert main(["--check"]) == 0
    assert {lang: path_of(lang).read_bytes() for lang in LANGUAGES} == before
    assert "0 to translate, 0 gone" in capsys.readouterr().out
