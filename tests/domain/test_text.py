import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from atelier.domain.text import MARKS_PER_LETTER_MAX, clean, clean_line, graphemes

TRICKY = (
    "ab \n\r\té\u0301\u0323\u0308\u200b\u200c\u200d\u200e\u202e\u2066\u2028\ufe0f\u20e3\u00ad\ufeff\ue000"
    "\ud83d👩❤🏽🏴🇫\U000e0067\U000e007f한\u1112\u1161\u11abกำิ์नम\u094d\u093fب\u064b\u0651ש\u05bc\u0600\u1000\u1031\u3164"
)
"""Few characters, each of a class with rules of its own, so that they meet often."""

texts = (
    st.text()
    | st.text(st.sampled_from(TRICKY), max_size=40)
    | st.text(st.characters(categories=["M", "Cf", "Lo"]))
)

FAMILY = "👨‍👩‍👧‍👦"
SCOTLAND = "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f"
HEBREW = "\u05e9\u05bc\u05c1\u05b8\u0596\u05bd"
BURMESE = "မြွှို့"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        pytest.param("ab\x00c\x1b[31md\x7fe\x9ff", "abc[31mdef", id="controls"),
        pytest.param("facture\u202egpj.exe", "facturegpj.exe", id="override"),
        pytest.param("\u2066a\u2069\u202ab\u202c", "ab", id="isolates and embeddings"),
        pytest.param("mo\u00adt ca\u200bch\u2060é\ufeff", "mot caché", id="zero width"),
        pytest.param("a\ud800\udfffb", "ab", id="lone surrogates"),
        pytest.param(
            "a\ue000\ufdd0\ufffe\U0005ffff\U000f0000\U0010ffffb", "ab", id="private use, noncharacters"
        ),
        pytest.param("oui\U000e0073\U000e0065\U000e0063", "oui", id="words hidden in tags"),
        pytest.param("🏴" + "\U000e0061" * 6 + "\U000e007f", "🏴", id="a flag that is too long"),
        pytest.param("e" + "\u0316" * 50 + "!", "e" + "\u0316" * MARKS_PER_LETTER_MAX + "!", id="zalgo"),
        pytest.param("👍" + "🏽" * 50, "👍" + "🏽" * MARKS_PER_LETTER_MAX, id="zalgo of skin tones"),
        pytest.param("a\u200d\u200c\u200d\u200db", "a\u200db", id="joiners in a run"),
        pytest.param("\u200d\u200e \ufe0f\n\u3164\u2800", "", id="nothing to see"),
        pytest.param("  \n\n", "", id="spaces only"),
    ],
)
def test_what_hides_reorders_or_floods_is_taken_out(typed: str, kept: str) -> None:
    assert clean(typed) == kept


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        pytest.param("e\u0301te\u0301", "été", id="NFC"),
        pytest.param("a\r\nb\rc\u2028d\u2029e\u0085f", "a\nb\nc\nd\ne\nf", id="newlines"),
        pytest.param("a\n\n\n \n\nb", "a\n\nb", id="blank lines"),
        pytest.param("\n a \t\n\tb  \n", "a\n b", id="spaces at the ends"),
        pytest.param("- un  deux", "- un  deux", id="inner spaces stay"),
        pytest.param("Quoi\u202f? 10\u00a0€", "Quoi\u202f? 10\u00a0€", id="French spaces stay"),
    ],
)
def test_newlines_and_spaces_are_made_regular(typed: str, kept: str) -> None:
    assert clean(typed) == kept


@pytest.mark.parametrize(
    "text",
    [
        "L’été, ça « coûte » 12 €…",
        "می\u200cخواهم",  # Persian, with a non-joiner
        "क्\u200dष",
        "שלום\u200f (ok)\u200e",
        "\u061c١٢",
        f"{FAMILY} 👍🏽 ❤️ 1️⃣ 🇫🇷 🏳️‍🌈 👩🏽‍❤️‍💋‍👨🏻",
        SCOTLAND,
        HEBREW,
        BURMESE,
        unicodedata.normalize("NFC", "بِسْمِ ٱللَّٰهِ"),
        "ก็ที่น้ำ",
        "བསྒྲུབས",
        "\u0600١",
    ],
)
def test_what_people_really_write_is_left_alone(text: str) -> None:
    assert clean(text) == unicodedata.normalize("NFC", text)


def test_a_decomposed_vietnamese_word_keeps_its_marks_in_one_letter() -> None:
    assert clean(unicodedata.normalize("NFD", "Việt Nam ổ")) == "Việt Nam ổ"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Un\ntitre\r\n\r\nlong", "Un titre long"),
        ("\u200fאב\u200e\u061c", "אב"),
        ("a\u200e\u0301", "á"),
        (" Vélo   partagé ", "Vélo partagé"),
        ("Quoi\u202f? 10\u00a0€", "Quoi\u202f? 10\u00a0€"),
        ("a \n b", "a b"),
    ],
)
def test_a_title_is_one_line_without_direction_marks(typed: str, kept: str) -> None:
    assert clean_line(typed) == kept


@given(texts)
@example("🇫\u200b🇷🇫")
@example("a\u0323\u0323\u0323\u0323\u0323\u0323\u0323\u1161")
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert clean_line(clean_line(text)) == clean_line(text)


@given(texts)
@example("👩" + "\u0301" * 6 + "\u200d👩")
@example("क" + "\u0301" * 6 + "\u094dक")
@example("क\u094d\u200c\u200dक")
def test_cleaning_never_makes_a_text_longer_to_read(text: str) -> None:
    assert graphemes(clean(text)) <= graphemes(text)
    assert graphemes(clean_line(text)) <= graphemes(text)


@given(texts)
def test_a_cleaned_text_can_be_written_sent_and_compared(text: str) -> None:
    kept = clean(text)
    assert kept.encode().decode() == kept
    assert unicodedata.is_normalized("NFC", kept)
    assert kept == kept.strip()
    assert "\n\n\n" not in kept
    assert not {"Cs", "Co"} & {unicodedata.category(char) for char in kept}
    assert [char for char in kept if unicodedata.category(char) == "Cc" and char != "\n"] == []
    assert "\n" not in clean_line(text)


@given(texts)
def test_a_grapheme_of_a_cleaned_text_is_bounded_in_characters(text: str) -> None:
    assert len(clean(text)) <= 100 * graphemes(text)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("été\n", 4),
        ("e\u0301te\u0301", 3),
        ("a\r\nb", 3),
        ("a\n\rb", 4),
        ("\u0301a", 2),
        (FAMILY, 1),
        ("👍🏽👍", 2),
        ("❤️", 1),
        ("1️⃣2️⃣", 2),
        ("🇫🇷🇧🇪🇨", 3),
        (SCOTLAND, 1),
        ("🏳️‍🌈", 1),
        ("👩🏽‍❤️‍💋‍👨🏻", 1),
        ("a\u200d👩", 2),
        ("© ® ™", 5),
        ("नमस्ते", 3),
        ("क्ष", 1),
        ("क्\u200cष", 2),
        ("বাংলা", 2),
        ("தமிழ்", 3),
        ("한국어", 3),
        ("\u1112\u1161\u11ab\u1100\u116e\u11a8", 2),
        ("가\u11a8각\u11a8", 2),
        ("\u1100\u1100\u11a8", 2),
        ("ก็ที่น้ำ", 3),
        ("مُحَمَّد", 4),
        ("\u0600١٢", 2),
        ("\u0600", 1),
        ("\u0600\n\u0600\u0301", 3),
        ("\u1000\u102c", 2),
        (HEBREW, 1),
        ("日本語", 3),
        ("ﾊﾟ", 1),
        ("a\u200eb", 3),
    ],
)
def test_a_text_is_as_long_as_a_reader_finds_it(text: str, count: int) -> None:
    assert graphemes(text) == count


@pytest.mark.parametrize(
    "link",
    ["👩\u200d", "क\u094d", "\u1100", "\u1161", "\u11a8", "\u0600"],
    ids=["emoji", "consonants", "jamo L", "jamo V", "jamo T", "prefixes"],
)
def test_an_endless_chain_does_not_count_as_one(link: str) -> None:
    assert graphemes(link * 900) >= 90


@given(texts, texts)
def test_two_texts_on_two_lines_are_as_long_as_the_two_and_the_newline(first: str, second: str) -> None:
    if not first.endswith("\r"):
        assert graphemes(f"{first}\n{second}") == graphemes(first) + 1 + graphemes(second)


def test_more_kinds_of_characters_than_are_remembered_still_count() -> None:
    assert graphemes("".join(map(chr, range(0x4E00, 0x7000)))) == 0x7000 - 0x4E00
