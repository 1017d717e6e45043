"""Any operations at all, on stock TinyDB and on ours: the same contents, before and after anything."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from tinydb import TinyDB, where
from tinydb.storages import MemoryStorage
from tinydb.table import Document

from atelier.store.database import open_database
from tests.store.folder_bytes import Contents, contents

if TYPE_CHECKING:
    pass


names = st.sampled_from(["cards", "tokens", "_default"])
ids = st.integers(1, 12)
scalars = st.none() | st.booleans() | st.integers(-3, 3) | st.text(max_size=3)
fields = st.dictionaries(
    st.sampled_from("abc"), scalars | st.lists(scalars, max_size=2) | st.dictionaries(st.text(), scalars)
)


class AnyOperations(RuleBasedStateMachine):
    """The same operations on stock TinyDB in memory and on ours; contents must stay the same."""

    def __init__(self) -> None:
        super().__init__()
        self.place = tempfile.TemporaryDirectory()
        self.folder = Path(self.place.name)
        self.ours = open_database(self.folder, sync_each=False)
        self.stock = TinyDB(storage=MemoryStorage)
        self.safe: Contents = {}

    def both(self, name: str, operation: str, *args: Any, **kwargs: Any) -> None:
        """Run it on both; both must return, or refuse, alike."""
        before, outcomes = contents(self.stock), []
        for db in (self.stock, self.ours):
            try:
                outcomes.append(getattr(db.table(name), operation)(*args, **kwargs))
            except ValueError:
                outcomes.append("refused")
        assert outcomes[0] == outcomes[1]
        if outcomes[0] == "refused":
            assert contents(self.ours) == before

    @rule(name=names, document=fields)
    def insert(self, name: str, document: dict[str, Any]) -> None:
        self.both(name, "insert", document)

    @rule(name=names, document=fields, doc_id=ids)
    def insert_at(self, name: str, document: dict[str, Any], doc_id: int) -> None:
        self.both(name, "insert", Document(document, doc_id=doc_id))

    @rule(name=names, documents=st.lists(fields, max_size=3))
    def insert_multiple(self, name: str, documents: list[dict[str, Any]]) -> None:
        self.both(name, "insert_multiple", documents)

    @rule(name=names, document=fields, doc_ids=st.lists(ids, max_size=3))
    def update(self, name: str, document: dict[str, Any], doc_ids: list[int]) -> None:
        self.both(name, "update", document, doc_ids=doc_ids)

    @rule(name=names, document=fields, value=scalars)
    def upsert(self, name: str, document: dict[str, Any], value: Any) -> None:
        self.both(name, "upsert", document, where("a") == value)

    @rule(name=names, doc_ids=st.lists(ids, max_size=3, unique=True))
    def remove(self, name: str, doc_ids: list[int]) -> None:
        self.both(name, "remove", doc_ids=doc_ids)

    @rule(name=names, value=scalars)
    def remove_where(self, name: str, value: Any) -> None:
        self.both(name, "remove", where("b") == value)

    @rule(name=names)
    def truncate(self, name: str) -> None:
        self.both(name, "truncate")

    @rule(name=names)
    def drop_table(self, name: str) -> None:
        for db in (self.stock, self.ours):
            db.drop_table(name)

    @rule()
    def drop_tables(self) -> None:
        for db in (self.stock, self.ours):
            db.drop_tables()

    @rule()
    def sync(self) -> None:
        self.ours.storage.sync()
        self.safe = contents(self.ours)

    @rule()
    def roll_back(self) -> None:
        self.ours.storage.rollback()
        self.restart_stock(self.safe)

    @rule()
    def compact(self) -> None:
        self.ours.storage.compact()
        self.safe = contents(self.ours)

    @rule()
    def reopen(self) -> None:
        self.ours.close()
        self.ours = open_database(self.folder, sync_each=False)
        self.safe = contents(self.ours)
        self.restart_stock(contents(self.stock))

    def restart_stock(self, wanted: Contents) -> None:
        self.stock = TinyDB(storage=MemoryStorage)
        tables = {name: {str(n): fields for n, fields in documents} for name, documents in wanted.items()}
        self.stock.storage.write(tables)

    @invariant()
    def contents_are_the_same(self) -> None:
        assert contents(self.ours) == contents(self.stock)

    @precondition(lambda self: self.ours.storage.written == self.ours.storage.durable)
    @invariant()
    def what_is_durable_is_what_memory_holds(self) -> None:
        assert contents(self.ours) == self.safe

    def teardown(self) -> None:
        self.ours.close()
        with open_database(self.folder) as again:
            assert contents(again) == contents(self.stock)
        self.place.cleanup()


TestAnyOperations = AnyOperations.TestCase
TestAnyOperations.settings = settings(
    max_examples=60, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
)
