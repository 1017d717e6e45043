"""A change to the tables: what one line of the journal says, how it is done and undone.

Shape: `{"cards": {"clear": true, "cut": ["2"], "put": {"3": {…}}}, "old": null}`. For each table: `clear`
empties it, then `cut` removes documents, then `put` sets them; each is optional. `null` drops the table.
Ids are whole numbers written as text, the way TinyDB writes them.
"""

from __future__ import annotations

from typing import Any, TypeAlias, TypedDict

from atelier.store.errors import Reason

Fields: TypeAlias = dict[str, Any]
Documents: TypeAlias = dict[str, Fields]
Tables: TypeAlias = dict[str, Documents]


class TableChange(TypedDict, total=False):
    """What happens to one table."""

    clear: bool
    cut: list[str]
    put: Documents


_PART_KEYS = TableChange.__optional_keys__
Change: TypeAlias = dict[str, TableChange | None]
Undo: TypeAlias = list[tuple[str, Documents | None, dict[str, Fields | None]]]


def apply(tables: Tables, change: Change) -> None:
    """Make the change, in place."""
    for name, part in change.items():
        if part is None:
            tables.pop(name, None)
            continue
        table = {} if part.get("clear") else tables.get(name, {})
        for doc_id in part.get("cut", ()):
            table.pop(doc_id, None)
        table.update(part.get("put", {}))
        tables[name] = table


def apply_undoably(tables: Tables, change: Change) -> Undo:
    """Make the change and return what undoes it.

    A document put is undone for itself; a table that loses documents is copied first, since a
    document put back would come last and no longer where it was.
    """
    undo: Undo = []
    for name, part in change.items():
        before = tables.get(name)
        kept: dict[str, Fields | None] = {}
        if before is not None and part is not None:
            if part.get("cut"):
                tables[name] = before.copy()
            elif not part.get("clear"):
                kept = {doc_id: before.get(doc_id) for doc_id in part.get("put", {})}
        undo.append((name, before, kept))
    apply(tables, change)
    return undo


def revert(tables: Tables, undo: Undo) -> None:
    """Undo the last change."""
    for name, before, kept in undo:
        if before is None:
            tables.pop(name, None)
            continue
        for doc_id, fields in kept.items():
            if fields is None:
                del before[doc_id]
            else:
                before[doc_id] = fields
        tables[name] = before


def is_id(text: object) -> bool:
    """Whether this is a whole number, written the one way we write it."""
    try:
        return isinstance(text, str) and str(int(text)) == text
    except ValueError:
        return False


def fault_in_table(documents: object) -> Reason | None:
    """Say why this is not documents by id, if it is not."""
    if not isinstance(documents, dict):
        return Reason.BAD_SHAPE
    for doc_id, fields in documents.items():
        if not isinstance(fields, dict):
            return Reason.BAD_SHAPE
        if not is_id(doc_id):
            return Reason.BAD_ID
    return None


def fault_in_change(change: object) -> Reason | None:
    """Say why this is not a change as described above, if it is not."""
    if not isinstance(change, dict):
        return Reason.BAD_SHAPE
    for part in change.values():
        if part is not None and (fault := _fault_in_part(part)):
            return fault
    return None


def _fault_in_part(part: object) -> Reason | None:
    if not isinstance(part, dict) or not part.keys() <= _PART_KEYS:
        return Reason.BAD_SHAPE
    cut = part.get("cut", [])
    if not isinstance(part.get("clear", True), bool) or not isinstance(cut, list):
        return Reason.BAD_SHAPE
    if not all(map(is_id, cut)):
        return Reason.BAD_ID
    return fault_in_table(part.get("put", {}))
