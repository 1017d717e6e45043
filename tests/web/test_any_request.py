"""Whatever a program sends, it is answered; and nothing that was refused was written."""

import json
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from atelier.domain.words import AsideReason, Channel, Count, Kind, Maturity, Role
from atelier.web.commands_in import COMMANDS, schemas
from tests.web.hall import Hall, hall_in

NAMES = sorted({name for schema in schemas().values() for name in schema["properties"]} - {"command"})
WORDS = [
    *Kind,
    *Channel,
    *Count,
    *AsideReason,
    *Maturity,
    "DS",
    "TR",
    "DS-C1",
    "DS-R1",
    "TR-C1",
    "S1",
    "O1",
    "A1",
]
PLACES = ["TR-C1", "S1", "O1", "A1", "foreword", "theme:DS:before", "theme:XX:after", "slot:S1:before"]

texts = st.one_of(st.sampled_from([*WORDS, *PLACES]), st.text(st.characters(), max_size=30))
numbers = st.one_of(st.integers(-1, 6), st.integers(), st.floats())
few = st.integers(0, 5)
plain = st.one_of(st.none(), st.booleans(), numbers, texts)
values = st.recursive(plain, lambda one: st.lists(one, max_size=3) | st.dictionaries(texts, one, max_size=3))
commands = st.fixed_dictionaries(
    {"command": st.sampled_from(sorted(COMMANDS))},
    optional=dict.fromkeys(NAMES, values),
)


@st.composite
def likely(draw: st.DrawFn) -> dict[str, object]:
    """A command with exactly its own fields, mostly well filled."""
    name = draw(st.sampled_from(sorted(COMMANDS)))
    fields = [one for one in schemas()[name]["properties"] if one != "command"]
    asked: dict[str, object] = {"command": name}
    for field in fields:
        asked[field] = draw(
            st.one_of(
                texts, st.integers(0, 5), st.lists(texts, max_size=2), st.lists(st.integers(0, 5)), plain
            )
        )
    return asked


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    """One for all: a day during which anything is asked."""
    with hall_in(tmp_path_factory.mktemp("any") / "sessions") as made:
        secretary = made.program(Role.SECRETARY)
        for number, kind in enumerate((Kind.CONSTAT, Kind.REVENDICATION)):
            secretary.does("post_card", theme="DS", kind=kind, text=f"Carte {number}", key=str(number))
            secretary.does("group_cards", cards=[number + 1])
        yield made


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(asked=st.one_of(commands, likely()), role=st.sampled_from([None, *Role][2:]))
def test_any_command_is_done_or_refused_in_words(hall: Hall, asked: dict[str, object], role: Role) -> None:
    before = hall.state
    answer = hall.program(role).post(hall.api + "/commands", content=json.dumps(asked))
    told = answer.json()
    if answer.status_code == 200:
        assert told["seq"] <= hall.state.seq
        return
    assert answer.status_code in {403, 409, 413, 422}, answer.text
    assert told["message"]
    assert hall.state is before


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(body=st.binary(max_size=200))
def test_any_bytes_are_refused_in_words(hall: Hall, body: bytes) -> None:
    answer = hall.browser().post(hall.api + "/commands", content=body)
    assert (answer.status_code, bool(answer.json()["message"])) == (422, True)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(value=st.text(st.characters(codec="latin-1", categories=["L", "N", "P", "S", "Zs"])), data=st.data())
def test_any_header_is_put_up_with(hall: Hall, value: str, data: st.DataObject) -> None:
    name = data.draw(
        st.sampled_from(["accept-language", "authorization", "cookie", "referer", "last-event-id"])
    )
    answer = hall.browser(headers={name: value}).get(hall.api)
    assert answer.status_code in {200, 403, 429}
