"""Our tables against TinyDB's own: one suite over every storage, then what only ours promises."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tinydb import TinyDB, where
from tinydb.storages import MemoryStorage
from tinydb.table import Document

from atelier.store.database import open_database
from atelier.store.tables import Draft
from tests.store.folder_bytes import contents, reopened

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(params=["memory", "json", "journal"])
def db(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[TinyDB]:
    match request.param:
        case "memory":
            base = TinyDB(storage=MemoryStorage)
        case "json":
            base = TinyDB(str(tmp_path / "stock.json"))
        case _:
            base = open_database(tmp_path / "ours")
    with base:
        yield base


def test_a_document_that_is_no_mapping_is_refused(db: TinyDB) -> None:
    with pytest.raises(ValueError, match="Mapping"):
        db.insert([1])
    assert db.all() == []


def test_an_id_already_taken_is_refused(db: TinyDB) -> None:
    db.insert(Document({"a": 1}, doc_id=3))
    with pytest.raises(ValueError, match="already exists"):
        db.insert(Document({"a": 2}, doc_id=3))
    with pytest.raises(ValueError, match="already exists"):
        db.insert_multiple([Document({"a": 2}, doc_id=3)])
    assert contents(db) == {"_default": [(3, {"a": 1})]}


def test_insert_gives_ids_that_go_up(db: TinyDB) -> None:
    assert db.insert({"a": 1}) == 1
    assert db.insert(Document({"a": 2}, doc_id=7)) == 7
    assert db.insert({"a": 3}) == 8
    assert db.insert_multiple([{"a": 4}, Document({"a": 5}, doc_id=20)]) == [9, 20]


def test_update_by_fields_function_ids_and_condition(db: TinyDB) -> None:
    db.insert_multiple({"n": n, "in": {"list": [n]}} for n in range(4))
    assert db.update({"x": 1}, where("n") == 2) == [3]
    assert db.update(lambda doc: doc["in"]["list"].append("y"), doc_ids=[1, 99]) == [1]
    assert db.update({"z": None}) == [1, 2, 3, 4]
    assert db.update_multiple([({"n": 50}, where("n") == 3)]) == [4]
    assert contents(db) == {
        "_default": [
            (1, {"n": 0, "in": {"list": [0, "y"]}, "z": None}),
            (2, {"n": 1, "in": {"list": [1]}, "z": None}),
            (3, {"n": 2, "in": {"list": [2]}, "x": 1, "z": None}),
            (4, {"n": 50, "in": {"list": [3]}, "z": None}),
        ]
    }


def test_upsert_updates_or_inserts(db: TinyDB) -> None:
    assert db.upsert({"k": 1, "v": 1}, where("k") == 1) == [1]
    assert db.upsert({"k": 1, "v": 2}, where("k") == 1) == [1]
    assert db.upsert(Document({"v": 3}, doc_id=9)) == [9]
    assert contents(db) == {"_default": [(1, {"k": 1, "v": 2}), (9, {"v": 3})]}


def test_remove_by_ids_and_condition(db: TinyDB) -> None:
    db.insert_multiple({"n": n} for n in range(5))
    assert db.remove(doc_ids=[2, 77]) == [2]
    assert db.remove(where("n") > 2) == [4, 5]
    assert contents(db) == {"_default": [(1, {"n": 0}), (3, {"n": 2})]}
    assert db.insert({"n": 9}) == 6


def test_get_contains_search_and_count_see_the_last_change(db: TinyDB) -> None:
    db.insert({"n": 1})
    assert db.search(where("n") == 1) == [{"n": 1}]
    db.update({"n": 2})
    assert db.search(where("n") == 1) == []
    assert (db.get(doc_id=1), db.contains(doc_id=2), db.count(where("n") == 2)) == ({"n": 2}, False, 1)


def test_truncate_empties_a_table_and_starts_its_ids_again(db: TinyDB) -> None:
    db.insert_multiple([{"a": 1}, {"a": 2}])
    db.truncate()
    assert contents(db) == {"_default": []}
    assert db.insert({"a": 3}) == 1


def test_tables_are_made_by_their_first_change_and_dropped(db: TinyDB) -> None:
    db.table("looked at").all()
    db.table("tried").remove(doc_ids=[1])
    db.table("kept", persist_empty=True)
    db.table("full").insert({"a": 1})
    assert db.tables() == {"tried", "kept", "full"}
    db.drop_table("full")
    db.drop_table("never")
    assert db.tables() == {"tried", "kept"}
    db.drop_tables()
    assert db.tables() == set()
    assert db.table("full").insert({"a": 2}) == 1


def test_a_truth_value_put_in_the_place_of_an_equal_number_is_a_change(db: TinyDB) -> None:
    db.insert({"n": 1, "l": [1, {"m": 0}]})
    db.update(lambda doc: doc.update(n=True))
    db.update(lambda doc: doc["l"][1].update(m=False))
    assert repr(db.get(doc_id=1)) == "{'n': True, 'l': [1, {'m': False}]}"


def test_an_id_that_is_no_number_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    with open_database(tmp_path) as db:
        for bad in ("x", True, 1.0):
            with pytest.raises(TypeError, match="whole number"):
                db.insert(Document({}, doc_id=bad))  # type: ignore[arg-type]
        assert db.storage.written == 0


@pytest.mark.parametrize("bad", [{"a": object()}, {"a": float("nan")}, {"a": {1, 2}}])
def test_what_json_cannot_hold_is_refused_and_nothing_is_written(tmp_path: Path, bad: dict[str, Any]) -> None:
    with open_database(tmp_path) as db:
        with pytest.raises((TypeError, ValueError)):
            db.insert(bad)
        assert (db.storage.written, db.all()) == (0, [])


def test_a_condition_that_fails_half_way_changes_nothing(tmp_path: Path) -> None:
    def fails_at_the_second(doc: dict[str, Any]) -> bool:
        return bool(1 / (2 - int(doc["n"])))

    with open_database(tmp_path) as db:
        db.insert_multiple([{"n": 1}, {"n": 2}])
        with pytest.raises(ZeroDivisionError):
            db.update({"x": 1}, fails_at_the_second)
        assert db.all() == [{"n": 1}, {"n": 2}]


def test_what_changes_nothing_writes_nothing(tmp_path: Path) -> None:
    with open_database(tmp_path) as db:
        db.insert({"n": 1, "l": [1, {"m": 0}]})
        before = db.storage.written
        db.update({"n": 1})
        db.update({"n": 2}, where("n") == 5)
        db.remove(doc_ids=[9])
        db.table("_default").update(lambda doc: doc["l"][1].update(m=0))
        db.storage.write(db.storage.read())
        assert db.storage.written == before


def test_tables_may_be_replaced_all_at_once_as_tinydb_may_ask(tmp_path: Path) -> None:
    with open_database(tmp_path) as db:
        db.table("old").insert({"n": 1})
        db.table("kept").insert({"n": 2})
        db.storage.write({"kept": db.storage.read()["kept"], "new": {3: {"n": 3}}})
        before = contents(db)
    assert before == {"kept": [(1, {"n": 2})], "new": [(3, {"n": 3})]}
    assert reopened(tmp_path) == before


def test_memory_holds_what_a_reopening_reads(tmp_path: Path) -> None:
    given: dict[Any, Any] = {"tuple": (1, 2), 3: "key", "lone": "\ud800", "é": "\u2028"}
    with open_database(tmp_path) as db:
        db.insert(given)
        given["tuple"] = "changed by its owner"
        before = contents(db)
    with open_database(tmp_path) as db:
        assert contents(db) == before
        assert db.all() == [{"tuple": [1, 2], "3": "key", "lone": "\ud800", "é": "\u2028"}]
        db.storage.compact()
    with open_database(tmp_path) as db:
        assert contents(db) == before


def test_a_document_is_written_alone_however_many_there_are(tmp_path: Path) -> None:
    with open_database(tmp_path, sync_each=False) as db:
        costs = []
        for _ in range(2):
            before = db.storage.written
            db.insert(Document({"a": 1}, doc_id=len(db) + 10_000))
            costs.append(db.storage.written - before)
            db.insert_multiple({"a": n} for n in range(1000))
    assert costs[0] == costs[1]


def test_the_next_id_follows_what_was_put_and_cut_without_looking_through(tmp_path: Path) -> None:
    with open_database(tmp_path) as db:
        storage, table = db.storage, db.table("t")
        assert storage.top_id("t") == 0
        table.insert(Document({}, doc_id=5))
        table.insert(Document({}, doc_id=2))
        assert storage.top_id("t") == 5
        table.remove(doc_ids=[2])
        assert storage.top_id("t") == 5
        table.update({"x": 1}, doc_ids=[5])
        table.remove(doc_ids=[5])
        assert storage.top_id("t") == 0
        table.truncate()
        db.drop_table("t")
        assert storage.top_id("t") == 0


def test_a_draft_behaves_as_the_table_it_stands_for() -> None:
    base = {"1": {"a": 1}, "2": {"a": 2}}
    draft = Draft(base)
    del draft[1]
    with pytest.raises(KeyError):
        draft[1]
    with pytest.raises(KeyError):
        del draft[1]
    draft[1] = {"a": 3}
    draft[5] = {}
    assert draft[2].setdefault("b", 4) == 4
    assert (list(draft), len(draft), 5 in draft, 6 in draft) == ([2, 1, 5], 3, True, False)
    del draft[5]
    assert draft.change() == {"cut": ["1"], "put": {"2": {"a": 2, "b": 4}, "1": {"a": 3}}}
    draft.clear()
    draft[2] = {"a": 2}
    assert (list(draft), draft.change()) == ([2], {"clear": True, "put": {"2": {"a": 2}}})
    assert base == {"1": {"a": 1}, "2": {"a": 2}}
