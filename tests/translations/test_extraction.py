from pathlib import Path

import pytest

from atelier.translations.extraction import Sentence, Unreadable, sentences
from atelier.translations.updating import update


def _code(folder: Path, **files: str) -> Path:
    for name, source in files.items():
        path = folder / name.replace("_dot_", ".")
        path.write_text(source, encoding="utf-8")
    return folder


def test_sentences_are_found_in_calls_methods_tables_and_choices(tmp_path: Path) -> None:
    source = """
words.text("Un {x}", x=1); text("Deux"); TABLE = {1: msgid("Trois"), 2: msgids("{n} i", "{n} is")}
speech.plural("{n} carte", "{n} cartes", n); speech.text("Oui" if x else "Non"); speech.text(TABLE[1])
other("rien"); mark(f"rien {x}")
"""
    found = sentences(_code(tmp_path, code_dot_py=source))
    assert list(found) == ["Deux", "Non", "Oui", "Trois", "Un {x}", "{n} carte", "{n} i"]
    assert found["{n} carte"] == Sentence("{n} carte", "{n} cartes")


def test_sentences_are_found_in_templates(tmp_path: Path) -> None:
    page = """{% if x %}{{ _("Un") }}{% endif %}<p title="{{ _("Deux {a}", a=b) }}">
{{ n_("{n} a", "{n} b", 3) }} {{ _("Oui" if x else "Non") }}{{ unknown("rien") | filter }}"""
    found = sentences(_code(tmp_path, page_dot_html=page))
    assert list(found) == ["Deux {a}", "Non", "Oui", "Un", "{n} a"]


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("code.py", 'text(f"Carte {n}")'),
        ("code.py", 'plural("une", n)'),
        ("code.py", "def ("),
        ("code.py", 'plural("a", "b", 1)\nplural("a", "c", 1)'),
        ("page.html", '{{ _("a" ~ b) }}'),
        ("page.html", "{% if %}"),
    ],
)
def test_a_sentence_that_cannot_be_found_is_said_with_its_file(
    tmp_path: Path, name: str, source: str
) -> None:
    (tmp_path / name).write_text(source, encoding="utf-8")
    with pytest.raises(Unreadable, match=name):
        sentences(tmp_path)


def test_a_new_sentence_is_its_own_french_and_waits_for_its_english() -> None:
    new = {"Zut {n}": Sentence("Zut {n}", "Zuts {n}")}
    assert update("fr", new).untranslated == ()
    assert update("en", new).untranslated == ("Zut {n}",)
    assert 'msgstr[1] "Zuts {n}"' in update("fr", new).content.decode()


def test_a_sentence_that_is_gone_leaves_the_catalogue_and_is_told_with_its_translation() -> None:
    made = update("en", {})
    assert made.gone["un constat"] == ("a constat",)
    assert "un constat" not in made.content.decode()


def test_a_percentage_is_not_taken_for_a_format() -> None:
    content = update("fr", {"20 % de plus": Sentence("20 % de plus")}).content.decode()
    assert "#," not in content
