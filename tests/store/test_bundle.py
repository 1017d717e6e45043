"""Bundles: the same log gives the same bytes; what comes from elsewhere is believed or refused whole."""

import dataclasses
import hashlib
import io
import json
import stat
import warnings
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings

from atelier.demonstration import play
from atelier.domain import limits
from atelier.domain.authorship import NOBODY
from atelier.domain.commands import CastDots, OpenVote, StartStep
from atelier.domain.events import CardPosted, DotsCast
from atelier.domain.evolve import replay
from atelier.domain.fates import ledger
from atelier.domain.tally import result
from atelier.domain.unmarked import unmarked
from atelier.domain.words import Mark
from atelier.store import unbundling
from atelier.store.bundle import EVENTS, MANIFEST, bundle_name, write_bundle
from atelier.store.codec import EVENT_TYPES
from atelier.store.unbundling import BadBundle, Because, read_bundle
from tests.domain.moves import Move, moves, played
from tests.domain.play import ANA, DS, OPEN, REVENDICATION, Play

LOG = play(closed=False, id="k3f9z")
SLUG = "des-droits-sans-ecran-k3f9z"
GOOD = write_bundle(SLUG, LOG)


def lines(bundle: bytes = GOOD) -> list[Any]:
    with zipfile.ZipFile(io.BytesIO(bundle)) as opened:
        return [json.loads(line) for line in opened.read(EVENTS).splitlines()]


def manifest(**said: Any) -> bytes:
    with zipfile.ZipFile(io.BytesIO(GOOD)) as opened:
        return json.dumps({**json.loads(opened.read(MANIFEST)), **said}).encode()


def zipped(*members: tuple[str | zipfile.ZipInfo, bytes], how: int = zipfile.ZIP_STORED) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", how) as opened, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of a name that is there twice
        for name, content in members:
            opened.writestr(name, content)
    return made.getvalue()


def with_events(events: bytes, /, last: int = len(LOG), **said: Any) -> bytes:
    """Its manifest tells the truth about it."""
    told = {EVENTS: {"bytes": len(events), "sha256": hashlib.sha256(events).hexdigest()}}
    return zipped((EVENTS, events), (MANIFEST, manifest(members=told, last=last, **said)))


def with_lines(documents: list[Any]) -> bytes:
    return with_events(b"".join(json.dumps(one).encode() + b"\n" for one in documents), len(documents))


def changed(seq: int, **fields: Any) -> bytes:
    """One event says something else."""
    documents = lines()
    documents[seq - 1] |= fields
    return with_lines(documents)


def first_of(kind: str) -> int:
    found: int = next(one["seq"] for one in lines() if one["type"] == kind)
    return found


def created(**fields: Any) -> bytes:
    """A log of one event."""
    return with_lines([lines()[0] | fields])


def linked(name: str) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(name)
    member.external_attr = (stat.S_IFLNK | 0o777) << 16
    return member


def again(bundle: bytes) -> bytes:
    read = read_bundle(io.BytesIO(bundle))
    return write_bundle(read.slug, read.log)


def refused(bundle: bytes) -> tuple[Because, str]:
    with pytest.raises(BadBundle) as caught:
        read_bundle(io.BytesIO(bundle))
    return caught.value.because, caught.value.about


# --- What is written --------------------------------------------------------


def test_the_same_convention_gives_the_same_bytes_and_reading_them_gives_it_back() -> None:
    assert write_bundle(SLUG, LOG) == GOOD == again(GOOD)
    assert read_bundle(io.BytesIO(GOOD)).slug == SLUG


def test_its_name_says_which_convention_which_day_and_which_event() -> None:
    assert bundle_name(SLUG, LOG) == f"{SLUG}-2026-10-10-{len(LOG)}.zip"


def test_a_bundle_is_an_ordinary_zip_of_text_without_a_date() -> None:
    with zipfile.ZipFile(io.BytesIO(GOOD)) as opened:
        assert opened.testzip() is None
        assert [(one.filename, one.date_time) for one in opened.infolist()] == [
            (EVENTS, (1980, 1, 1, 0, 0, 0)),
            (MANIFEST, (1980, 1, 1, 0, 0, 0)),
        ]


def test_no_field_of_any_event_that_ties_it_to_a_browser_leaves_the_machine() -> None:
    for kind in EVENT_TYPES.values():
        fields = dataclasses.fields(kind)
        assert not any(isinstance(one.type, str) for one in fields), kind  # or its marks would not be known
        marks = {one.name for one in fields if one.type is Mark}
        assert {one.name for one in fields} & {"author", "receipt", "voter", "mark", "secret"} <= marks, kind


def test_a_card_and_dots_leave_without_marks() -> None:
    day = Play()
    day.do(StartStep(theme=DS, step=OPEN))
    day.post()
    posted = day.log[-1].event
    assert isinstance(posted, CardPosted)
    assert posted.author
    assert unmarked(posted) == dataclasses.replace(posted, author=NOBODY, receipt=NOBODY)
    reference = day.statement(REVENDICATION)
    day.do(OpenVote(theme=DS, dots=3, kinds=(REVENDICATION,)))
    cast = day.do(CastDots(statement=reference, dots=2), ANA)
    assert isinstance(cast, DotsCast)
    assert cast.voter
    bundle = write_bundle(SLUG, day.log)
    for envelope in day.log:
        for name in ("author", "receipt", "voter"):
            mark = getattr(envelope.event, name, "")
            assert not mark or mark.encode() not in bundle


@given(moves())
@settings(max_examples=40)
def test_any_day_comes_back_from_its_bundle_with_all_its_words_and_numbers(day: list[Move]) -> None:
    *_, (end, _, _) = played(day)
    bundle = write_bundle(SLUG, end.kept)
    read = read_bundle(io.BytesIO(bundle))
    assert again(bundle) == bundle
    assert read.state == replay(read.log)
    assert read.state.statements == end.state.statements
    assert ledger(read.state.cards.values()) == ledger(end.state.cards.values())
    assert [card.text for card in read.state.cards.values()] == [
        card.text for card in end.state.cards.values()
    ]
    assert [result(vote) for vote in read.state.votes.values()] == [
        result(vote) for vote in end.state.votes.values()
    ]
    assert not any(card.author for card in read.state.cards.values())
    assert not read.state.receipts
    assert not any(vote.ballots for vote in read.state.votes.values())


def test_marks_that_somebody_left_in_a_bundle_are_not_taken_in() -> None:
    posted = first_of("card_posted")
    read = read_bundle(io.BytesIO(changed(posted, author="ab" * 16, receipt="cd" * 16)))
    assert read.log == read_bundle(io.BytesIO(GOOD)).log


# --- What is refused --------------------------------------------------------

_WHOLE = ((EVENTS, b"{}\n"), (MANIFEST, manifest()))


@pytest.mark.parametrize(
    ("bundle", "because"),
    [
        (b"", Because.NOT_A_ZIP),
        (b"une lettre", Because.NOT_A_ZIP),
        (b"x" * 4000, Because.NOT_A_ZIP),
        (zipped(), Because.ABSENT),
        (zipped((EVENTS, b"")), Because.ABSENT),
        (zipped((MANIFEST, manifest())), Because.ABSENT),
        (zipped(("../../etc/passwd", b"x"), *_WHOLE), Because.NAME_LEADS_OUT),
        (zipped(("..", b"x"), *_WHOLE), Because.NAME_LEADS_OUT),
        (zipped(("/etc/passwd", b"x"), *_WHOLE), Because.NAME_LEADS_OUT),
        (zipped(("\\\\server\\x", b"x"), *_WHOLE), Because.NAME_LEADS_OUT),
        (zipped(("C:\\x", b"x"), *_WHOLE), Because.NAME_LEADS_OUT),
        (zipped(("a\\..\\x", b"x"), *_WHOLE), Because.NAME_LEADS_OUT),
        (zipped((linked(EVENTS), b"/etc/passwd"), (MANIFEST, manifest())), Because.LINK),
        (zipped((linked("autre"), b"/etc/passwd"), *_WHOLE), Because.LINK),
        (zipped(("autre.txt", b"x"), *_WHOLE), Because.UNEXPECTED),
        (zipped(("dossier/", b""), *_WHOLE), Because.UNEXPECTED),
        (zipped((f"sessions/{EVENTS}", b""), *_WHOLE), Because.UNEXPECTED),
        (zipped(("dedans.zip", GOOD), *_WHOLE), Because.UNEXPECTED),
        (zipped((EVENTS, b"{}\n"), *_WHOLE), Because.UNEXPECTED),
        (zipped(*((f"{n}", b"") for n in range(200))), Because.UNEXPECTED),
        (zipped(*_WHOLE, how=zipfile.ZIP_DEFLATED), Because.REPACKED),
        (zipped(*_WHOLE, how=zipfile.ZIP_LZMA), Because.REPACKED),
        (zipped((EVENTS, b""), (MANIFEST, b" " * 5000)), Because.TOO_LARGE),
        (with_events(b"{}\n", 1, format=2), Because.NEWER),
        (with_events(b"{}\n", 1, events=99), Because.NEWER),
        (with_events(b"{}\n", limits.BUNDLE_EVENTS_MAX + 1), Because.TOO_MANY_EVENTS),
    ],
)
def test_what_is_no_bundle_is_refused_with_the_reason(bundle: bytes, because: Because) -> None:
    assert refused(bundle)[0] is because


@pytest.mark.parametrize(
    "said",
    [
        {"format": 0},
        {"format": "1"},
        {"format": None},
        {"events": 0},
        {"events": "1"},
        {"slug": "../x"},
        {"slug": "a/b"},
        {"slug": ""},
        {"slug": ["x"]},
        {"slug": "x" * 200},
        {"last": 0},
        {"last": "348"},
        {"last": True},
        {"last": None},
        {"last": len(LOG) + 1},
        {"convention": 5},
        {"convention": "another"},
        {"members": {}},
        {"members": []},
        {"members": {EVENTS: {"bytes": "1", "sha256": "a" * 64}}},
        {"members": {EVENTS: {"bytes": 1, "sha256": "A" * 64}}},
        {"members": {EVENTS: {"bytes": 1, "sha256": 5}}},
    ],
)
def test_a_manifest_that_is_not_ours_is_refused(said: dict[str, Any]) -> None:
    with zipfile.ZipFile(io.BytesIO(GOOD)) as opened:
        events = opened.read(EVENTS)
    assert refused(zipped((EVENTS, events), (MANIFEST, manifest(**said)))) == (Because.NOT_OURS, MANIFEST)


@pytest.mark.parametrize("said", [b"", b"{", b"[]", b"5", b"\xff", b"[" * 4000])
def test_a_manifest_that_cannot_be_read_is_refused(said: bytes) -> None:
    assert refused(zipped((EVENTS, b""), (MANIFEST, said))) == (Because.NOT_OURS, MANIFEST)


def test_a_bundle_cut_short_anywhere_is_refused() -> None:
    for kept in (*range(0, len(GOOD), 997), *range(len(GOOD) - 200, len(GOOD))):
        because, _ = refused(GOOD[:kept])
        assert because in {Because.NOT_A_ZIP, Because.DAMAGED}, kept


def test_any_bit_that_changed_in_it_is_found_or_changes_nothing() -> None:
    for at in (*range(0, len(GOOD), 1009), *range(len(GOOD) - 900, len(GOOD))):
        bundle = GOOD[:at] + bytes([GOOD[at] ^ 4]) + GOOD[at + 1 :]
        try:
            assert again(bundle) == GOOD, at
        except BadBundle:
            continue


def test_bytes_that_are_not_those_of_the_manifest_are_refused_before_they_are_read() -> None:
    told = {EVENTS: {"bytes": 3, "sha256": "0" * 64}}
    assert refused(zipped((EVENTS, b"{}\n"), (MANIFEST, manifest(members=told))))[0] is Because.DAMAGED
    told = {EVENTS: {"bytes": 4, "sha256": hashlib.sha256(b"{}\n").hexdigest()}}
    assert refused(zipped((EVENTS, b"{}\n"), (MANIFEST, manifest(members=told))))[0] is Because.DAMAGED


def test_a_file_that_is_too_large_is_not_even_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "BUNDLE_BYTES_MAX", len(GOOD) - 1)
    monkeypatch.setattr(unbundling, "ZipFile", None)
    assert refused(GOOD)[0] is Because.TOO_LARGE


def test_sizes_that_lie_are_refused() -> None:
    """A member that says it is larger than it is, in the directory alone."""
    at = GOOD.rindex(b"PK\x01\x02", 0, GOOD.rindex(b"PK\x01\x02"))
    for offset in (20, 24):  # its compressed size, its size
        for size in (5, 1_000_000_000):
            lying = GOOD[: at + offset] + size.to_bytes(4, "little") + GOOD[at + offset + 4 :]
            assert refused(lying)[0] in {Because.TOO_LARGE, Because.DAMAGED}


def test_a_zip_of_the_large_kind_is_refused() -> None:
    lying = GOOD[:-22] + b"PK\x06\x07" + bytes(16) + GOOD[-22:]
    assert refused(lying)[0] is Because.UNEXPECTED


def test_a_protected_zip_is_refused() -> None:
    """The bit that says so, in the directory."""
    at = GOOD.rindex(b"PK\x01\x02")
    assert refused(GOOD[: at + 8] + b"\x01" + GOOD[at + 9 :])[0] is Because.REPACKED


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"{",
        b"[]",
        b"5",
        b"null",
        b"{}",
        b"\xff",
        b"[" * 100_000,
        b'{"v":1,"seq":1,"at":1,"by":"host","type":"no_such_event"}',
        b'{"v":2,"seq":1,"at":1,"by":"host","type":"convention_closed"}',
        b'{"v":1,"seq":1,"at":NaN,"by":"host","type":"convention_closed"}',
        b'{"v":1,"seq":1,"at":1,"by":"nobody","type":"convention_closed"}',
        b'{"v":1,"seq":1,"at":1,"by":"host","type":"convention_closed","more":1}',
        b'{"v":1,"seq":2,"at":1,"by":"host","type":"convention_closed"}',
        b'{"v":1,"seq":1,"at":-1,"by":"host","type":"convention_closed"}',
        b'{"v":1,"seq":1,"at":' + b"9" * 30 + b',"by":"host","type":"convention_closed"}',
        b'{"v":1,"seq":1,"at":' + b"9" * 9000 + b',"by":"host","type":"convention_closed"}',
    ],
)
def test_a_line_that_is_no_event_is_refused_with_its_number(line: bytes) -> None:
    assert refused(with_events(line + b"\n", 1)) == (Because.NOT_AN_EVENT, "1")


def test_a_line_that_is_too_long_and_a_line_too_many_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with zipfile.ZipFile(io.BytesIO(GOOD)) as opened:
        events = opened.read(EVENTS)
    assert refused(with_events(events, len(LOG) - 1)) == (Because.NOT_AN_EVENT, str(len(LOG)))
    monkeypatch.setattr(limits, "BUNDLE_EVENT_BYTES_MAX", 100)
    assert refused(GOOD) == (Because.NOT_AN_EVENT, "1")


@pytest.mark.parametrize(
    "text", ["vu\u202eelbisivni", "\x07", "  deux", "zero\u200bwidth", "\ud800", "fin\n"]
)
def test_words_that_were_never_cleaned_are_refused(text: str) -> None:
    posted = first_of("card_posted")
    assert refused(changed(posted, text=text)) == (Because.NOT_AN_EVENT, str(posted))


@pytest.mark.parametrize(
    "bundle",
    [
        lambda: with_lines([{**lines()[1], "seq": 1}]),
        lambda: with_lines([lines()[0], {**lines()[0], "seq": 2}]),
        lambda: created(id="../../x"),
        lambda: created(id="x" * 60),
        lambda: created(dates=["2023-02-31"]),
        lambda: created(themes=[], slots=[]),
        lambda: created(themes=[{"theme": "../..", "title": "x", "boards": ["constat"]}], slots=[]),
        lambda: created(themes=[{"theme": "ds", "title": "x", "boards": ["constat"]}], slots=[]),
        lambda: created(slots=[{"slot": "S1", "label": "x", "themes": ["ZZ"]}]),
        lambda: created(slots=[{"slot": "S1", "label": "x", "themes": []}]),
        lambda: changed(first_of("card_posted"), themes=["ZZ"]),
        lambda: changed(first_of("card_posted"), themes=[]),
        lambda: changed(first_of("card_posted"), card=4_000),
        lambda: changed(first_of("cards_grouped"), cards=[3_999]),
        lambda: changed(first_of("cards_grouped"), statement="../x"),
        lambda: changed(first_of("statements_linked"), founded_on=["ZZ-C1"]),
    ],
)
def test_a_log_that_no_convention_can_have_had_is_refused(bundle: Callable[[], bytes]) -> None:
    assert refused(bundle())[0] is Because.IMPOSSIBLE


def test_more_than_any_day_holds_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "CARDS_MAX", 5)
    assert refused(GOOD) == (Because.IMPOSSIBLE, "cards:many")
