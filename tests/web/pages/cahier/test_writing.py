"""What the editor asks, and what it is answered: nothing is written over that was not seen."""

import asyncio
from types import SimpleNamespace
from typing import Any, cast

import pytest

from atelier.domain.sections import FOREWORD
from atelier.domain.words import Role
from atelier.translations import speech
from atelier.web.identity import Visitor
from atelier.web.pages.cahier.bench import Bench, Parts
from atelier.web.pages.cahier.writing import asked
from atelier.web.pages.visit import Visit
from tests.web.hall import Hall


def bench(hall: Hall, role: Role = Role.SECRETARY) -> Bench:
    """As it is when a page is open, without the page."""
    served = hall.site.rooms.get(hall.slug)
    assert served is not None
    visitor = Visitor(token="t" * 22, new=False, keys=(hall.keys[role],))
    here = Visit(site=hall.site, served=served, visitor=visitor, speech=speech("fr"))
    made = Bench(here=here, client=cast(Any, None), post=hall.site.presences[hall.slug].sit(role))
    made.parts = cast(Parts, SimpleNamespace(outline=SimpleNamespace(forget=lambda section, text: None)))
    return made


def ask(hall: Hall, at: Bench, act: str, **more: Any) -> Any:
    return hall.run(asked(at, {"id": "i1", "act": act, "section": FOREWORD, **more}))


def saves(hall: Hall, at: Bench, text: str, base: int) -> int:
    answer = ask(hall, at, "save", text=text, base=base)
    assert answer["id"] == "i1"
    return int(answer["saved"])


def text(hall: Hall) -> str:
    return hall.state.sections[FOREWORD].text


@pytest.mark.parametrize("told", [None, [], {}, {"act": "erase"}, {"act": None}])
def test_what_is_no_question_has_no_answer(hall: Hall, told: object) -> None:
    assert hall.run(asked(bench(hall), told)) is None


@pytest.mark.parametrize(
    ("role", "fields", "words"),
    [
        (Role.HOST, {}, "secrétariat"),
        (Role.SECRETARY, {"section": "nowhere"}, ""),
        (Role.SECRETARY, {"text": "x" * 40_001}, "40"),
    ],
)
def test_what_the_room_refuses_is_said_in_words(
    hall: Hall, role: Role, fields: dict[str, str], words: str
) -> None:
    answer = ask(hall, bench(hall, role), "save", **{"text": "Bonjour.", "base": 0, **fields})
    assert answer["refused"]
    assert FOREWORD not in hall.state.sections


def test_a_facilitator_is_not_answered(hall: Hall) -> None:
    assert ask(hall, bench(hall, Role.FACILITATOR), "save", text="Bonjour.", base=0) is None


def test_what_another_wrote_meanwhile_comes_back_and_stands(hall: Hall) -> None:
    mine, other = bench(hall), bench(hall)
    first = saves(hall, mine, "Un.", 0)
    saves(hall, other, "Un, autrement.", first)
    answer = ask(hall, mine, "save", text="Un, à ma façon.", base=first)
    assert answer["conflict"]["text"] == text(hall) == "Un, autrement."
    assert saves(hall, mine, "Un, à ma façon.", answer["conflict"]["base"])
    assert text(hall) == "Un, à ma façon."


def test_where_the_words_that_were_seen_stand_again_nobody_is_written_over(hall: Hall) -> None:
    mine, other = bench(hall), bench(hall)
    first = saves(hall, mine, "Un.", 0)
    saves(hall, other, "Un.", saves(hall, other, "Deux.", first))
    assert saves(hall, mine, "Un et demi.", first)
    assert text(hall) == "Un et demi."


def test_what_was_sent_twice_is_saved_once(hall: Hall) -> None:
    mine = bench(hall)
    once = saves(hall, mine, "Un.", 0)
    assert saves(hall, mine, "Un.", 0) == once
    assert len(hall.state.sections[FOREWORD].versions) == 1


def together(hall: Hall, *questions: tuple[Bench, str]) -> list[Any]:
    """At the same moment, before any is on the disk."""

    async def all_of_them() -> list[Any]:
        told = {"id": "i1", "act": "save", "section": FOREWORD, "base": 0}
        return list(await asyncio.gather(*(asked(at, {**told, "text": said}) for at, said in questions)))

    return hall.run(all_of_them())


def test_who_asks_again_before_the_answer_is_in_no_conflict_with_themselves(hall: Hall) -> None:
    mine = bench(hall)
    first, second = together(hall, (mine, "Un. "), (mine, "Un. "))
    assert first["saved"] == second["saved"]
    assert len(hall.state.sections[FOREWORD].versions) == 1
    assert not mine.kept


def test_of_two_who_save_at_the_same_moment_the_second_sees_what_the_first_wrote(hall: Hall) -> None:
    first, second = together(hall, (bench(hall), "Un."), (bench(hall), "Deux."))
    assert second["conflict"] == {"text": "Un.", "base": first["saved"]}


def test_taking_the_words_of_the_other_leaves_ones_own_among_the_versions(hall: Hall) -> None:
    mine, other = bench(hall), bench(hall)
    saves(hall, other, "Le sien.", 0)
    answer = ask(hall, mine, "take", text="Le mien, en entier.")
    assert answer["taken"]["text"] == text(hall) == "Le sien."
    listed = ask(hall, mine, "versions")["versions"]
    texts = [ask(hall, mine, "version", seq=one["seq"])["version"] for one in listed]
    assert "Le mien, en entier." in texts


def test_the_last_save_is_undone_unless_another_wrote_since(hall: Hall) -> None:
    mine, other = bench(hall), bench(hall)
    first = saves(hall, mine, "Un.", 0)
    second = saves(hall, mine, "Un, deux.", first)
    assert ask(hall, mine, "undo")["taken"]["text"] == text(hall) == "Un."
    saves(hall, other, "Trois.", ask(hall, mine, "undo")["taken"]["base"])
    assert ask(hall, mine, "undo") == {"id": "i1"}
    assert text(hall) == "Trois."
    assert second


def test_of_what_is_typed_in_one_go_only_what_was_lost_is_a_version(hall: Hall) -> None:
    mine = bench(hall)
    assert ask(hall, mine, "versions")["versions"] == []
    base = 0
    for said in ("Un", "Un, deux", "Un, deux, trois", "Un, trois", "Un, trois, quatre"):
        base = saves(hall, mine, said, base)
    listed = ask(hall, mine, "versions")["versions"]
    assert [one["n"] for one in listed] == [3]
    assert listed[0]["length"] == "15 signes"
    assert listed[0]["when"]
