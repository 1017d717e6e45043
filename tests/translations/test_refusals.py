import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from atelier import domain
from atelier.domain.completeness import Missing
from atelier.domain.personal_data import Personal
from atelier.domain.refusals import Because, Refusal
from atelier.domain.words import (
    AsideReason,
    Channel,
    Count,
    Fate,
    Kind,
    Maturity,
    ObjectionKind,
    Resolution,
    Role,
    WallMode,
)
from atelier.translations import LANGUAGES, speech
from atelier.translations.fitting import named
from atelier.translations.names import Named, kind_names, missing, name
from atelier.translations.refusals import SENTENCES, sentence
from atelier.translations.refused_fields import BY_FIELD

DOMAIN = Path(domain.__file__).parent


def _calls() -> Iterator[tuple[Because, set[str]]]:
    """Each place of the domain that refuses: its reason and what it tells about it."""
    for path in sorted(DOMAIN.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in {"refuse", "Refusal"}:
                yield from _told(node)


def _told(call: ast.Call) -> Iterator[tuple[Because, set[str]]]:
    keywords = {one.arg: one.value for one in call.keywords if one.arg}
    because = keywords.pop("because", call.args[0] if call.args else None)
    keywords.pop("field", None)
    about = keywords.pop("about", None)
    if isinstance(about, ast.Dict):
        keywords |= {str(key.value): key for key in about.keys if isinstance(key, ast.Constant)}
    if isinstance(because, ast.Attribute):
        yield Because[because.attr], set(keywords)


CARRIED: dict[Because, set[str]] = {}
for _because, _about in _calls():
    CARRIED.setdefault(_because, set()).update(_about)

_OF_KINDS = {"the_kind": "kind", "the_on": "on"}


@pytest.mark.parametrize("because", Because)
def test_every_refusal_has_a_sentence_that_needs_nothing(because: Because) -> None:
    for lang in LANGUAGES:
        said = sentence(Refusal(because=because), speech(lang))
        assert said.endswith(".")
        assert "{" not in said


@pytest.mark.parametrize("because", Because)
def test_a_sentence_only_needs_what_the_domain_tells(because: Because) -> None:
    special = [said for (reason, _), said in BY_FIELD.items() if reason is because]
    for said in (*SENTENCES[because], *special):
        needed = {_OF_KINDS.get(one, one) for one in named(said)}
        assert needed <= CARRIED.get(because, set()), said


def test_what_the_domain_tells_is_found_by_this_test() -> None:
    assert CARRIED[Because.TEXT_TOO_LONG] == {"length", "limit"}
    assert CARRIED[Because.NOTHING_TO_UNDO] == {"seq"}


_NOT_IN_EASY_WORDS = ("session", "token", "jeton", "soumettre", "erreur", "serveur", "invalide", "requête")


def test_refusals_are_said_in_easy_words() -> None:
    for said in (*(one for all_of in SENTENCES.values() for one in all_of), *BY_FIELD.values()):
        assert not [word for word in _NOT_IN_EASY_WORDS if word in said.lower()], said
        assert max(map(len, said.split(". "))) <= 150, said


def test_a_text_too_long_is_told_its_length_the_room_there_is_and_that_it_is_kept() -> None:
    refusal = Refusal(because=Because.TEXT_TOO_LONG, field="text", about={"length": 700, "limit": 600})
    assert sentence(refusal, speech("fr")) == (
        "Votre texte fait 700 signes, la place est de 600. Raccourcissez-le\u00a0: il est gardé ici."
    )
    assert sentence(refusal, speech("en")).startswith("Your text is 700 characters long")


def test_a_kind_is_called_by_its_name() -> None:
    refusal = Refusal(because=Because.KIND_NOT_NOW, about={"kind": "revendication", "step": "Constats"})
    assert sentence(refusal, speech("fr")).startswith(
        "Ce n’est pas le moment d’écrire les revendications. Maintenant, c’est\u00a0: Constats."
    )


def test_a_statement_that_went_nowhere_is_not_said_to_have_been_merged() -> None:
    gone = Refusal(because=Because.STATEMENT_GONE, about={"statement": "DS-C1", "into": ""})
    assert sentence(gone, speech("fr")).startswith("DS-C1 n’existe plus")
    merged = Refusal(because=Because.STATEMENT_GONE, about={"statement": "DS-C1", "into": "DS-C6"})
    assert "Continuez avec DS-C6" in sentence(merged, speech("fr"))


def test_what_is_unknown_is_named_by_its_field() -> None:
    unknown = Refusal(because=Because.UNKNOWN, field="card", about={"given": 99})
    assert sentence(unknown, speech("fr")) == "Il n’y a pas de carte n°\u00a099. Vérifiez le numéro."
    other = Refusal(because=Because.UNKNOWN, field="slot", about={"given": "S9"})
    assert "S9" in sentence(other, speech("fr"))


_NAMED: tuple[Named, ...] = tuple(
    one
    for kind in (Role, Channel, Count, AsideReason, Fate, Maturity, ObjectionKind, Resolution, WallMode)
    for one in kind
)


@pytest.mark.parametrize("thing", _NAMED, ids=lambda thing: f"{type(thing).__name__}.{thing.name}")
def test_everything_has_a_name_for_people(thing: Named) -> None:
    assert all(name(thing, speech(lang)) for lang in LANGUAGES)


def test_things_equal_as_strings_keep_their_own_names() -> None:
    assert name(Resolution.WITHDRAWN, speech("fr")) == "retirée"
    assert name(Fate.WITHDRAWN, speech("fr")) == "retirée par la personne qui l’a écrite"


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_of_card_has_all_its_names(kind: Kind) -> None:
    names = kind_names(kind, speech("fr"))
    assert names.many in names.the
    assert names.board.lower() == names.many


@pytest.mark.parametrize("gap", [one for one in Missing if one is not Missing.PERSONAL_DATA])
def test_every_gap_is_said_in_a_sentence(gap: Missing) -> None:
    said = missing(gap, "theme:DS:before/DS-C9", speech("fr"))
    assert "DS-C9" in said
    assert "theme:" not in said


@pytest.mark.parametrize("kind", Personal)
def test_what_may_be_personal_is_said_with_its_place(kind: Personal) -> None:
    places = {"41": "carte n°\u00a041", "DS-C9": "DS-C9", "theme:DS:before": "un texte du cahier"}
    for place, said in places.items():
        told = missing(Missing.PERSONAL_DATA, f"{place}/{kind}", speech("fr"))
        assert f"({said})" in told
        assert "/" not in told
