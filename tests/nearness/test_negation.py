"""What turns a sentence round is flagged when it stands on one side only."""

import pytest

from atelier.nearness.negation import flags


def flagged(one: str, other: str, lang: str = "fr") -> list[tuple[str, bool, list[str]]]:
    return [
        (flag.words, flag.first, [(one if flag.first else other)[start:end] for start, end in flag.spans])
        for flag in flags(one, other, lang)
    ]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Ne pas interdire les caméras", "Interdire les caméras", [("ne … pas", True, ["pas"])]),
        ("Interdire les caméras", "Ne pas interdire les caméras", [("ne … pas", False, ["pas"])]),
        ("Plus de caméras", "Trop de caméras", [("plus", True, ["Plus"]), ("trop", False, ["Trop"])]),
        ("Plus de bus", "On n’a plus de bus", [("ne … plus", False, ["plus"]), ("plus", True, ["Plus"])]),
        ("Vivre sans portable", "Vivre avec un portable", [("sans", True, ["sans"])]),
        ("Jamais de juge", "Un juge", [("jamais", True, ["Jamais"])]),
        ("Aucune aide", "Une aide", [("aucun", True, ["Aucune"])]),
        ("Personne ne répond", "Une personne répond", [("personne ne", True, ["Personne"])]),
        ("Je ne vois personne", "Je vois cette personne", [("personne ne", True, ["personne"])]),
        ("Interdiction de filmer", "Autorisation de filmer", [("interdire", True, ["Interdiction"])]),
        ("La fin des files", "Des files", [("fin de", True, ["fin des"])]),
        ("Il N’Y A PAS de bus", "Il y a un bus", [("ne … pas", True, ["PAS"])]),
        ("C’est pas clair", "Ce n’est pas clair", []),
        ("Le guichet est à deux pas", "Le guichet est proche", []),
        ("On avance pas à pas", "On avance", []),
    ],
)  # fmt: skip
def test_in_french(one: str, other: str, expected: list[tuple[str, bool, list[str]]]) -> None:
    assert flagged(one, other) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Do not ban cameras", "Ban cameras", [("not", True, ["not"])]),
        ("We don’t have a desk", "We have a desk", [("not", True, ["n’t"])]),
        ("No more cameras", "More cameras", [("no longer", True, ["No more"]), ("more", False, ["More"])]),
        ("A life without a phone", "A life with a phone", [("without", True, ["without"])]),
        ("Nobody answers", "Somebody answers", [("none", True, ["Nobody"])]),
        ("Forbid it", "Allow it", [("forbid", True, ["Forbid"])]),
    ],
)
def test_in_english(one: str, other: str, expected: list[tuple[str, bool, list[str]]]) -> None:
    assert flagged(one, other, "en") == expected


def test_in_a_language_whose_small_words_are_not_known_nothing_is_claimed() -> None:
    assert flagged("Ne pas interdire", "Interdire", "uk") == []
