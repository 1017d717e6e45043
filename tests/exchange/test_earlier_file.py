"""An earlier cahier from its `cahier.json`: what is taken of it, and what is refused."""

import json
from typing import Any

import pytest

from atelier.demonstration import play
from atelier.domain.evolve import replay
from atelier.domain.limits import CONVENTION_NUMBER_MAX
from atelier.exchange.carrying import earlier_of
from atelier.exchange.earlier_file import NotACahier, following, read_earlier
from atelier.exchange.json_file import cahier_json
from atelier.translations import speech

STATE = replay(play(closed=True, id="k3f9z"))
SAID: dict[str, Any] = json.loads(cahier_json(STATE))


def changed(**parts: Any) -> bytes:
    return json.dumps({**SAID, **parts}).encode()


def with_statement(**fields: Any) -> bytes:
    first, *others = SAID["statements"]
    return changed(statements=[{**first, **fields}, *others])


def with_convention(**fields: Any) -> bytes:
    return changed(convention={**SAID["convention"], **fields})


def test_the_file_says_what_the_convention_says() -> None:
    read, known = read_earlier(cahier_json(STATE)), earlier_of(STATE)
    assert (read.title, read.number, dict(read.themes)) == (known.title, known.number, dict(known.themes))
    assert {one.reference: one for one in read.statements} == {one.reference: one for one in known.statements}
    assert len(read.statements) > 20


def test_what_no_longer_stands_is_not_taken_and_what_was_not_worded_keeps_its_title_or_its_cards() -> None:
    reference = SAID["statements"][0]["reference"]

    def text_of(content: bytes) -> list[str]:
        return [one.text for one in read_earlier(content).statements if one.reference == reference]

    assert text_of(with_statement(dissolved=True)) == []
    assert text_of(with_statement(merged_into="DS-C2")) == []
    assert text_of(with_statement(wordings=[], title="Un titre")) == ["Un titre"]
    number = SAID["cards"][0]["number"]
    heard = text_of(with_statement(wordings=[], title="", cards=[number]))
    assert heard == [SAID["cards"][0]["text"]]
    assert text_of(with_statement(wordings=[], title="", cards=[])) == []
    assert text_of(with_statement(wordings=["a\u202eb \u0007"])) == ["ab"]


def test_the_next_convention_has_the_same_themes_and_the_number_after() -> None:
    earlier = read_earlier(cahier_json(STATE))
    after = following(earlier, speech("fr"))
    assert (after.title, after.number) == (STATE.title, STATE.number + 1)
    assert [(one.code, one.title) for one in after.themes] == list(earlier.themes.items())
    last = read_earlier(with_convention(number=CONVENTION_NUMBER_MAX))
    assert following(last, speech("fr")).number == CONVENTION_NUMBER_MAX


def test_a_newer_cahier_is_said_to_be_newer() -> None:
    with pytest.raises(NotACahier) as caught:
        read_earlier(changed(format=2))
    assert caught.value.newer


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"5",
        b"null",
        b"\xff\xfe",
        b"[" * 100_000,
        b"9" * 10_000,
        b"{}",
        changed(format=0),
        changed(format="1"),
        changed(format=None),
        changed(themes=[]),
        changed(themes=[{"code": "../x", "title": "x"}]),
        changed(themes=[{"code": 5, "title": "x"}]),
        changed(themes=[{"code": "DS", "title": ""}]),
        changed(themes=[{"code": "DS", "title": "x" * 500}]),
        changed(themes=[{"code": "DS", "title": 5}]),
        changed(themes=[{"code": f"{a}{b}", "title": "x"} for a in "ABCDEFGH" for b in "ABCDEFGHIJ"]),
        changed(cards={}, statements=5),
        with_statement(kind="poem"),
        with_statement(themes=[]),
        with_statement(themes=["ZZ"]),
        with_statement(reference="<script>"),
        with_statement(wordings=[], title="", cards=[9999]),
        with_statement(wordings=[5]),
        with_convention(title=""),
        with_convention(number=-1),
        with_convention(number="1"),
        with_convention(number=10**9),
    ],
)
def test_what_is_no_cahier_is_refused(content: bytes) -> None:
    with pytest.raises(NotACahier) as caught:
        read_earlier(content)
    assert not caught.value.newer
