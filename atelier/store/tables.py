"""TinyDB's own tables, over a storage that is told what changes instead of being handed everything."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import MutableMapping
from typing import TYPE_CHECKING, Any, cast

from tinydb.storages import Storage
from tinydb.table import Table

from atelier.store.changes import TableChange

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from atelier.store.changes import Change, Documents, Fields, Tables


class TableStorage(Storage):
    """Tables in memory; what changes goes through `append`.

    Documents handed out share their inner lists and objects with the memory, as with TinyDB's own
    `MemoryStorage`: change them through the table, never in place.
    """

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._tops: dict[str, int] = {}
        self.rollbacks = 0

    @abstractmethod
    def append(self, change: Change) -> int:
        """Make one change, whole or not at all."""

    def read(self) -> Tables:
        """Hand over the tables; adding or removing one there changes nothing here."""
        return dict(self._tables)

    def write(self, data: Mapping[str, Mapping[Any, Mapping[str, Any]]]) -> None:
        """Become these tables: what TinyDB asks for to drop tables."""
        change: Change = {name: None for name in self._tables if name not in data}
        for name, table in data.items():
            if table is not self._tables.get(name):
                put = {str(doc_id): dict(fields) for doc_id, fields in table.items()}
                change[name] = TableChange(clear=True, put=put)
        if change:
            self.append(change)

    def has(self, name: str) -> bool:
        """Whether the table exists, be it empty."""
        return name in self._tables

    def documents(self, name: str) -> Documents:
        """Look at one table, without a copy: only to read."""
        return self._tables.get(name, {})

    def top_id(self, name: str) -> int:
        """Return the highest id in the table, 0 if it is empty."""
        if name not in self._tops:
            self._tops[name] = max(map(int, self.documents(name)), default=0)
        return self._tops[name]

    def _follow_tops(self, change: Change) -> None:
        """Keep the highest ids in step with a change, without looking through the tables."""
        for name, part in change.items():
            top = self._tops.pop(name, None)
            if top is not None and part and not part.get("clear") and str(top) not in part.get("cut", ()):
                self._tops[name] = max([top, *map(int, part.get("put", ()))])


class Draft(MutableMapping[int, dict[str, Any]]):
    """A table as TinyDB's updaters see it: nothing they do reaches it, and what they did can be told."""

    def __init__(self, documents: Documents) -> None:
        self._base = documents
        self._own: dict[int, Fields] = {}
        self._cut: dict[int, None] = {}
        self._cleared = False

    def __getitem__(self, doc_id: int) -> Fields:
        if doc_id not in self._own:
            if not self._in_base(doc_id):
                raise KeyError(doc_id)
            self._own[doc_id] = _copy(self._base[str(doc_id)])
        return self._own[doc_id]

    def __setitem__(self, doc_id: int, fields: Fields) -> None:
        if type(doc_id) is not int:
            raise TypeError(f"a document's id is a whole number, not {doc_id!r}")
        self._own[doc_id] = fields

    def __delitem__(self, doc_id: int) -> None:
        if self._in_base(doc_id):
            self._cut[doc_id] = None
            self._own.pop(doc_id, None)
        else:
            del self._own[doc_id]

    def __contains__(self, doc_id: object) -> bool:
        return doc_id in self._own or self._in_base(doc_id)

    def __iter__(self) -> Iterator[int]:
        if not self._cleared:
            yield from (doc_id for doc_id in map(int, self._base) if doc_id not in self._cut)
        yield from (doc_id for doc_id in self._own if not self._in_base(doc_id))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def clear(self) -> None:
        """Remove every document."""
        self._cleared = bool(self._base)
        self._own.clear()
        self._cut.clear()

    def change(self) -> TableChange:
        """Tell what was done; empty if nothing was."""
        change = TableChange()
        if self._cleared:
            change["clear"] = True
        if self._cut:
            change["cut"] = [str(doc_id) for doc_id in self._cut]
        if put := {str(doc_id): fields for doc_id, fields in self._own.items() if self._differs(doc_id)}:
            change["put"] = put
        return change

    def _in_base(self, doc_id: object) -> bool:
        return not self._cleared and doc_id not in self._cut and str(doc_id) in self._base

    def _differs(self, doc_id: int) -> bool:
        return not self._in_base(doc_id) or not _same(self._own[doc_id], self._base[str(doc_id)])


class JournalTable(Table):
    """A table whose every change is told to the storage as one change."""

    def __init__(self, storage: TableStorage, name: str, cache_size: int = 0, persist_empty: bool = False):
        """Open a table. `cache_size` is TinyDB's and ignored: a rollback would not empty its query cache."""
        self._rollbacks = storage.rollbacks
        super().__init__(storage, name, cache_size=0, persist_empty=persist_empty)

    def _update_table(self, updater: Callable[[dict[int, Mapping[str, Any]]], None]) -> None:
        storage = cast("TableStorage", self._storage)
        draft = Draft(storage.documents(self.name))
        updater(cast("dict[int, Mapping[str, Any]]", draft))
        change = draft.change()
        if change or not storage.has(self.name):
            storage.append({self.name: change})

    def _get_next_id(self) -> int:
        storage = cast("TableStorage", self._storage)
        known = cast("int | None", self._next_id)
        if known is None or self._rollbacks != storage.rollbacks:
            self._rollbacks = storage.rollbacks
            known = storage.top_id(self.name) + 1
        self._next_id = cast("None", known + 1)
        return known


def _copy(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _copy(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_copy(inner) for inner in value]
    return value


def _same(one: Any, other: Any) -> bool:
    """Whether a copy was left as it was. Stricter than `==`, for which 1 is True."""
    if one is other:
        return True
    if isinstance(one, dict) and isinstance(other, dict):
        return list(one) == list(other) and all(map(_same, one.values(), other.values()))
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(_same, one, other))
    return False
