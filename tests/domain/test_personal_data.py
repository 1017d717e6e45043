"""Everything here was made up: numbers that no one has, names of no one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atelier.domain.personal_data import Finding, Personal, findings

PHONE, EMAIL, NIR, ALLOCATAIRE, NAME = Personal


def nir(number: str) -> str:
    """With its key."""
    digits = number.upper().replace("2A", "19").replace("2B", "18")
    return f"{number}{97 - int(digits) % 97:02}"


@pytest.mark.parametrize(
    ("text", "kind", "said"),
    [
        ("Appelez le 06 12 34 56 78.", PHONE, "06 12 34 56 78"),
        ("Tél. 0612345678", PHONE, "0612345678"),
        ("au 01.23.45.67.89, le soir", PHONE, "01.23.45.67.89"),
        ("ou +33 6 12 34 56 78", PHONE, "+33 6 12 34 56 78"),
        ("ou +33 (0)6 12 34 56 78", PHONE, "+33 (0)6 12 34 56 78"),
        ("au pays : +213 555 12 34 56", PHONE, "+213 555 12 34 56"),
        ("Écrire à lea.b@mail.exemple.fr.", EMAIL, "lea.b@mail.exemple.fr"),
        ("Mon numéro : 1 99 05 99 123 456", NIR, "1 99 05 99 123 456"),
        (f"n° {nir('1990599123456')} !", NIR, nir("1990599123456")),
        (f"en Corse {nir('299052A123456')}", NIR, nir("299052A123456")),
        (f"là-bas {nir('299422B123456')}", NIR, nir("299422B123456")),
        ("Allocataire n° 1234567", ALLOCATAIRE, "1234567"),
        ("la CAF me connaît : 1234567 K", ALLOCATAIRE, "1234567 K"),
        ("1234567, c’est mon matricule", ALLOCATAIRE, "1234567"),
        ("M. Durand a refusé", NAME, "M. Durand"),
        ("Mme Ben Salah attend", NAME, "Mme Ben Salah"),
        ("madame de La Tour", NAME, "madame de La Tour"),
        ("M. d’Orval", NAME, "M. d’Orval"),
        ("M. Le Guen", NAME, "M. Le Guen"),
        ("Mlle É.", NAME, "Mlle É"),
        ("Monsieur\u00a0X", NAME, "Monsieur\u00a0X"),
    ],
)
def test_what_may_tell_who_somebody_is_is_found_where_it_stands(text: str, kind: Personal, said: str) -> None:
    start = text.index(said)
    assert findings(text) == (Finding(kind=kind, start=start, end=start + len(said)),)


@pytest.mark.parametrize(
    "text",
    [
        "De 2019 à 2023, rien.",
        "Voir DS-R4, la carte n° 41 et DS-C12.",
        "Le 16/09/2023 à 10 h 30, salle 12",
        "16 09 2023 10 30",
        "M. le préfet, M. le Préfet, Monsieur Le Maire, Mme la directrice, Mme Préfète",
        "Monsieur et madame tout le monde, M. Tout le monde",
        "1 234 567 € volés, 12 000 euros, 1234567 €",
        "La CAF a fermé en 2023, le 115 et le 3949 ne répondent pas",
        "Le 08 06 00 01 23 sonne dans le vide",
        "loi n° 2018-493 du 20 juin 2018, article L. 312-1",
        "a@b, @lea, 10 @ 12",
        "1 99 05 99 123 456 00",
        "1990599123456",
        "1 99 13 99 123 456",
        "1,2345678901 et 0,61 23 45 67 89",
        "Mesdames, messieurs",
        "",
    ],
)
def test_what_looks_like_it_from_afar_is_left_alone(text: str) -> None:
    assert findings(text) == ()


def test_several_are_told_in_order() -> None:
    found = findings("M. Durand, 06 12 34 56 78, d@exemple.org")
    assert [one.kind for one in found] == [NAME, PHONE, EMAIL]


@given(st.text())
def test_whatever_the_text_what_is_found_stands_in_it(text: str) -> None:
    assert all(0 <= one.start < one.end <= len(text) for one in findings(text))


@given(st.text(st.characters(exclude_characters="0123456789")), st.text(alphabet=" .,\n"))
def test_a_number_is_found_whatever_stands_around_it(before: str, after: str) -> None:
    text = f"{before} : 06 12 34 56 78{after}"
    assert PHONE in {one.kind for one in findings(text)}
