import pytest
from hypothesis import example, given

from atelier.cahier.pages.marks import to_statement
from atelier.cahier.prose import tamed
from atelier.domain.words import Reference
from tests.cahier.reading import PARSERS, read
from tests.cahier.wild import texts

EVERY_PARSER = pytest.mark.parametrize("parser", PARSERS)
KNOWN = frozenset({Reference("DS-C1"), Reference("TR-R2")})


def in_place(prose: str) -> str:
    return tamed(prose, KNOWN, to_statement)


@EVERY_PARSER
@given(prose=texts)
@example(prose="Titre\n=====\n\nsous-titre\n---\ntexte")
@example(prose="> # un\n\n- # deux\n\n1. ## trois\n\n- \n  # quatre")
@example(prose="```\npas fermé")
@example(prose="<!-- pas fermé")
@example(prose="- liste\n\n  ---\n\n  titre\n  ---")
@example(prose="# # # encore")
@example(prose=": # def\n\n(1) # un\n\na. # deux\n\n#. # trois")
def test_prose_adds_no_heading_no_html_and_hides_nothing_after_it(parser: str, prose: str) -> None:
    seen = read(PARSERS[parser], f"## Avant\n\n{in_place(prose)}\n\n## Après\n\nFin.")
    assert seen.headings == [(2, "Avant"), (2, "Après")]
    assert seen.blocks[-1] == ("p", "Fin.") or "footnote" in PARSERS[parser](in_place(prose))
    assert "script" not in seen.tags


@pytest.mark.parametrize(
    "prose",
    [
        "Un paragraphe avec **du gras**, *de l’italique* et [un lien](https://a.fr).",
        "- une liste\n- à deux lignes\n\n> une citation\n\n1. un\n2. deux",
        "| a | b |\n| --- | --- |\n| 1 | 2 |",
        "<https://a.fr> et 3 < 4",
    ],
)
def test_ordinary_markdown_is_kept_as_written(prose: str) -> None:
    assert in_place(prose) == prose


@pytest.mark.parametrize(
    ("prose", "printed"),
    [
        ("## Qui était là ##\nDes gens.", "**Qui était là**\n\nDes gens."),
        ("Qui était là\n============\n\nDes gens.", "**Qui était là**\n\nDes gens."),
        ("Un **mot**\n---", "**Un mot**"),
        ("##\n\nvide", "vide"),
        ("> ## Cité\n> texte", "> **Cité**\n> texte"),
        ("avant\n\n---\n\naprès", "avant\n\n* * *\n\naprès"),
        ("> cité\n---", "> cité\n&#45;&#45;&#45;"),
        ("#mot-dièse", "&#35;mot-dièse"),
        ("[^1]:", "&#91;^1]:"),
        ("\\begin{x}", "&#92;begin{x}"),
        ("```\ncode\n```", "&#96;&#96;&#96;\ncode\n&#96;&#96;&#96;"),
        ("<b>gras</b> \\<i>", "&lt;b>gras&lt;/b> &lt;i>"),
    ],
)
def test_what_would_reach_out_of_its_place_is_held_back(prose: str, printed: str) -> None:
    assert in_place(prose) == printed


@pytest.mark.parametrize(
    ("prose", "printed"),
    [
        ("Voir DS-C1, et (TR-R2).", "Voir [DS-C1](#ds-c1), et ([TR-R2](#tr-r2))."),
        ("## Sur DS-C1", "**Sur [DS-C1](#ds-c1)**"),
        ("DS-C9 n’existe pas", "DS-C9 n’existe pas"),
        ("[DS-C1](https://a.fr) `DS-C1` <https://a.fr/DS-C1> https://a.fr/DS-C1 [DS-C1][x]",) * 2,
        ("xDS-C1 DS-C1-bis", "xDS-C1 DS-C1-bis"),
    ],
)
def test_a_known_reference_becomes_a_link_where_it_is_not_one_yet(prose: str, printed: str) -> None:
    assert in_place(prose) == printed


def test_forty_thousand_signs_are_read_in_no_time() -> None:
    for sign in ("[", "`", "<", "- ", "> ", "1. ", "# ", "\\<", "DS-C1 ", "http://"):
        in_place((sign * 40_000)[:40_000])
