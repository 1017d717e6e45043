import time
from gettext import GNUTranslations
from io import BytesIO

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from jinja2 import Environment
from markupsafe import Markup

from atelier.cahier.words import Words
from atelier.translations import LANGUAGES, Speech, choose, speech
from atelier.translations.templates import for_templates

FRENCH = speech("fr")
ENGLISH = speech("en")


def test_the_renderer_can_be_given_a_speech() -> None:
    words: Words = FRENCH
    assert words.day_range(["2023-09-16"]) == "samedi 16 septembre 2023"


def test_french_comes_first() -> None:
    assert LANGUAGES[0] == "fr"
    assert "en" in LANGUAGES


def test_a_language_without_a_catalogue_is_spoken_in_french() -> None:
    assert speech("xx").lang == "fr"


def test_a_sentence_that_is_not_translated_is_said_in_french() -> None:
    assert ENGLISH.text("Cette phrase n’est dans aucun catalogue.") == (
        "Cette phrase n’est dans aucun catalogue."
    )


def test_values_are_put_in_by_name_and_as_they_are() -> None:
    said = FRENCH.text("« {given} » n’existe pas", given="<b>{x}</b>")
    assert said == "« <b>{x}</b> » n’existe pas"


def test_zero_is_singular_in_french_and_plural_in_english() -> None:
    french, english = _taught("fr", "{n} carte", "{n} cartes"), _taught("en", "{n} card", "{n} cards")
    assert [french.plural(*_CARDS, n) for n in (0, 1, 2)] == ["0 carte", "1 carte", "2 cartes"]
    assert [english.plural(*_CARDS, n) for n in (0, 1, 2)] == ["0 cards", "1 card", "2 cards"]


_CARDS = ("{n} carte", "{n} cartes")


def _taught(lang: str, *forms: str) -> Speech:
    """A speech that knows this plural and nothing else."""
    catalogue, machine = Catalog(locale=lang), BytesIO()
    catalogue[_CARDS[0]] = Message(_CARDS, forms)
    write_mo(machine, catalogue)
    machine.seek(0)
    return Speech(lang, GNUTranslations(machine))


@pytest.mark.parametrize(
    ("lang", "iso", "said"),
    [
        ("fr", "2023-09-16", "samedi 16 septembre 2023"),
        ("fr", "2023-10-01", "dimanche 1er octobre 2023"),
        ("en", "2023-09-16", "Saturday 16 September 2023"),
    ],
)
def test_a_day_is_said_in_full(lang: str, iso: str, said: str) -> None:
    assert speech(lang).date(iso) == said


@pytest.mark.parametrize(
    ("dates", "said"),
    [
        ([], ""),
        (["2023-09-16"], "samedi 16 septembre 2023"),
        (["2023-09-17", "2023-09-16"], "du samedi 16 au dimanche 17 septembre 2023"),
        (["2023-09-30", "2023-10-01"], "du samedi 30 septembre au dimanche 1er octobre 2023"),
        (["2023-12-31", "2024-01-01"], "du dimanche 31 décembre 2023 au lundi 1er janvier 2024"),
        (
            ["2023-09-16", "2023-09-23", "2023-10-07"],
            "samedi 16, samedi 23 septembre et samedi 7 octobre 2023",
        ),
    ],
)
def test_several_days_say_once_what_they_share(dates: list[str], said: str) -> None:
    assert FRENCH.day_range(dates) == said


def test_an_hour_is_said_as_one_says_it() -> None:
    assert FRENCH.time("09:05") == "9\u00a0h\u00a005"
    assert ENGLISH.time("09:05") == "9:05"


def test_an_instant_is_said_on_the_clock_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "UTC-2")
    time.tzset()
    try:
        assert FRENCH.time(1_694_858_700) == "12\u00a0h\u00a005"
    finally:
        monkeypatch.undo()
        time.tzset()


def test_a_list_ends_with_and() -> None:
    assert FRENCH.listing(["a", "b", "c"]) == "a, b et c"
    assert ENGLISH.listing(["a", "b", "c"]) == "a, b and c"
    assert FRENCH.listing(["a{0}"]) == "a{0}"
    assert FRENCH.listing([]) == ""


def test_a_language_has_a_name_in_each_language() -> None:
    assert FRENCH.language("ar") == "arabe"
    assert FRENCH.language("fa-AF") == "dari"
    assert ENGLISH.language("uk-UA") == "Ukrainian"
    assert FRENCH.language("xx-nowhere") == "xx-nowhere"


@pytest.mark.parametrize(
    ("header", "chosen", "lang"),
    [
        (None, None, "fr"),
        ("", "en", "en"),
        ("fr", "xx", "fr"),
        ("en-GB,en;q=0.9", None, "en"),
        ("ar,en;q=0.5,fr;q=0.7", None, "fr"),
        ("de, EN-us;q=0.2", None, "en"),
        ("en;q=0", None, "fr"),
        ("en;q=nan, en;q=plenty, ;;,,q=1", None, "fr"),
        ("*", None, "fr"),
    ],
)
def test_the_chosen_language_wins_then_the_browser_then_french(
    header: str | None, chosen: str | None, lang: str
) -> None:
    assert choose(header, chosen) == lang


def test_in_a_template_sentences_and_values_are_escaped_but_not_markup() -> None:
    page = Environment(autoescape=True).from_string(
        "{{ _('Voir {where} & {link}', where=where, link=link) }} {{ n_('{n} carte', '{n} cartes', 2) }}"
        "{{ _('<b>') }}"
    )
    said = page.render(where="<i>", link=Markup("<a>"), **for_templates(FRENCH))
    assert said == "Voir &lt;i&gt; &amp; <a> 2 cartes&lt;b&gt;"


def test_speeches_of_one_language_are_one() -> None:
    assert speech("fr") == Speech("fr", FRENCH.catalogue)
