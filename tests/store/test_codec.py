"""Events to documents and back, whatever they hold; and nothing else is taken for an event."""

import dataclasses
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from atelier.domain import events
from atelier.domain.steps import Step
from atelier.domain.words import AsideReason, CardNumber, Channel, Instant, Kind, Mark, Role, Seq, ThemeCode
from atelier.store import codec
from atelier.store.codec import EVENT_TYPES, NotAnEvent, to_document, to_envelope
from atelier.store.lines import to_json

HEAD = {"v", "seq", "at", "by", "type"}


def any_of(kind: type) -> st.SearchStrategy[Any]:
    """Every field given, those with a default too."""
    return st.builds(kind, **{one.name: ... for one in dataclasses.fields(kind)})


for inner in (Step, events.ThemeAdded, events.SlotAdded):
    st.register_type_strategy(inner, any_of(inner))


def envelope(event: events.Event, seq: int = 41) -> events.Envelope:
    return events.Envelope(seq=Seq(seq), at=Instant(1_694_851_200), by=Role.SECRETARY, event=event)


POSTED = events.CardPosted(
    card=CardNumber(7),
    themes=(ThemeCode("DS"),),
    kind=Kind.CONSTAT,
    text="Guichet fermé.",
    author=Mark("a" * 32),
    receipt=Mark("b" * 32),
    channel=Channel.PHONE,
)
DOCUMENT = {
    "v": 1,
    "seq": 41,
    "at": 1_694_851_200,
    "by": "secretary",
    "type": "card_posted",
    "card": 7,
    "themes": ["DS"],
    "kind": "constat",
    "text": "Guichet fermé.",
    "author": "a" * 32,
    "receipt": "b" * 32,
    "channel": "phone",
}


@pytest.mark.parametrize(
    "garbage",
    [
        {"v": None},
        {"v": 0},
        {"v": 2},
        {"v": "1"},
        {"v": [1]},
        {"type": None},
        {"type": "card_eaten"},
        {"type": "Envelope"},
        {"type": ["card_posted"]},
        {"seq": "41"},
        {"seq": 41.0},
        {"seq": True},
        {"at": None},
        {"at": "2023-09-16"},
        {"by": "nobody"},
        {"by": ["host"]},
        {"card": "seven"},
        {"card": None},
        {"kind": "rant"},
        {"kind": ["constat"]},
        {"themes": "DS"},
        {"text": 3},
        {"late": "perhaps"},
        {"name": "Ana"},
    ],
    ids=str,
)
def test_a_document_that_is_wrong_anywhere_is_not_an_event(garbage: dict[str, Any]) -> None:
    with pytest.raises(NotAnEvent):
        to_envelope({**DOCUMENT, **garbage})


@pytest.mark.parametrize("name", sorted(DOCUMENT))
def test_a_document_without_what_it_must_say_is_not_an_event(name: str) -> None:
    with pytest.raises(NotAnEvent) as caught:
        to_envelope({key: value for key, value in DOCUMENT.items() if key != name})
    assert caught.value.seq == (0 if name == "seq" else 41)
    assert str(caught.value) == f"event {caught.value.seq}: {caught.value.reason}"


def test_a_field_unknown_deep_inside_is_not_passed_over() -> None:
    step = events.StepStarted(themes=(), number=1, step=Step(label="Libre"), slot=None, vote=None)
    document = to_document(envelope(step))
    document["step"]["colour"] = "red"
    with pytest.raises(NotAnEvent):
        to_envelope(document)


_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)


@given(st.dictionaries(st.sampled_from(sorted(DOCUMENT)) | st.text(), _values))
def test_garbage_is_never_anything_but_not_an_event(garbage: dict[str, Any]) -> None:
    with pytest.raises(NotAnEvent):
        to_envelope(garbage)


@given(st.dictionaries(st.sampled_from(sorted(DOCUMENT)), _values))
def test_a_document_with_garbage_in_it_is_an_event_or_not_and_nothing_else(garbage: dict[str, Any]) -> None:
    try:
        read = to_envelope({**DOCUMENT, **garbage})
    except NotAnEvent:
        return
    assert to_envelope(to_document(read)) == read


def test_every_event_has_a_type_of_its_own() -> None:
    told = {name for name in events.__all__ if dataclasses.is_dataclass(getattr(events, name))}
    assert {kind.__name__ for kind in EVENT_TYPES.values()} == told - {"Envelope"}


@pytest.mark.parametrize("kind", EVENT_TYPES.values(), ids=EVENT_TYPES)
def test_no_field_of_an_event_has_a_name_of_the_head(kind: type) -> None:
    assert not HEAD & {one.name for one in dataclasses.fields(kind)}


@pytest.mark.parametrize("kind", EVENT_TYPES.values(), ids=EVENT_TYPES)
@given(data=st.data())
@settings(max_examples=30)
def test_what_is_written_is_read_again(kind: type, data: st.DataObject) -> None:
    role = data.draw(st.sampled_from(Role))
    seq, at = Seq(data.draw(st.integers(1))), Instant(data.draw(st.integers(0)))
    written = events.Envelope(seq=seq, at=at, by=role, event=data.draw(any_of(kind)))
    document = to_document(written)
    assert to_envelope(json.loads(to_json(document))) == written
    assert type(to_envelope(document).event) is kind
    for one in dataclasses.fields(kind):
        is_default = (
            one.default is not dataclasses.MISSING and getattr(written.event, one.name) == one.default
        )
        assert (one.name in document) != is_default


def test_a_document_is_what_it_is_for_ever() -> None:
    assert to_document(envelope(POSTED)) == DOCUMENT
    assert list(to_document(envelope(POSTED)))[:5] == ["v", "seq", "at", "by", "type"]
    late = dataclasses.replace(POSTED, late=True, carried_by=3)
    assert to_document(envelope(late)) == {**DOCUMENT, "late": True, "carried_by": 3}
    aside = events.CardSetAside(card=CardNumber(7), reason=AsideReason.OFF_TOPIC)
    assert to_document(envelope(aside)) | {"v": 1} == {
        **{name: DOCUMENT[name] for name in ("v", "seq", "at", "by")},
        "type": "card_set_aside",
        "card": 7,
        "reason": "off_topic",
    }


def test_enums_come_back_as_enums() -> None:
    event = to_envelope(DOCUMENT).event
    assert isinstance(event, events.CardPosted)
    assert (type(event.kind), type(event.channel), type(event.themes)) == (Kind, Channel, tuple)
    assert type(to_envelope(DOCUMENT).by) is Role


@pytest.mark.parametrize("target", [41, "41"])
def test_a_number_and_a_reference_are_not_taken_for_one_another(target: Any) -> None:
    marked = envelope(events.DisagreementMarked(target=target, on=True))
    read = to_envelope(json.loads(to_json(to_document(marked)))).event
    assert isinstance(read, events.DisagreementMarked)
    assert (read.target, type(read.target)) == (target, type(target))


def test_old_documents_are_brought_up_to_date_one_version_after_the_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def from_1(document: dict[str, Any]) -> dict[str, Any]:
        return {"words": document.pop("phrase"), **document}

    def from_2(document: dict[str, Any]) -> dict[str, Any]:
        return {"text": document.pop("words"), **document}

    monkeypatch.setattr(codec, "VERSION", 3)
    monkeypatch.setattr(codec, "_OLDER", {1: from_1, 2: from_2})
    rest = {name: value for name, value in DOCUMENT.items() if name not in {"v", "text"}}
    said = "Guichet fermé."
    oldest = {**rest, "v": 1, "phrase": said}
    for stored in (oldest, {**rest, "v": 2, "words": said}, {**rest, "v": 3, "text": said}):
        before = dict(stored)
        assert to_envelope(stored) == envelope(POSTED)
        assert stored == before
    assert to_document(envelope(POSTED))["v"] == 3
    with pytest.raises(NotAnEvent):
        to_envelope({**oldest, "v": 2})
