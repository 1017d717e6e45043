"""A change to the tables: what one line of the journal says, how it is done and undone.

Shape: `{"cards": {"clear": true, "cut": ["2"], "put": {"3": {…}}}, "old": null}`. For each table: `clear`
empties it, then `cut` removes documents, then `put` sets them; each is optional. `null` drops the table.
Ids are whole numbers written as text, the way TinyDB writes them.
"""

from __future__ import annotations

from typing import Any, TypeAlias, TypedDict

Fields: TypeAlias = dict[str, Any]
Documents: TypeAlias = dict[str, Fields]
Tables: TypeAlias = dict[str, Documents]


class TableChange(TypedDict, total=False):
    """What happens to one table."""

    clear: bool
    cut: list[str]
    put: Documents


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


def is_table(value: object) -> bool:
    """Whether this is documents by id, whatever the ids."""
    return isinstance(value, dict) and all(isinstance(fields, dict) for fields in value.values())


def is_change(value: object) -> bool:
    """Whether this is a change as described above, whatever the ids."""
    return isinstance(value, dict) and all(part is None or _is_part(part) for part in value.values())


def _is_part(part: object) -> bool:
    return (
        isinstance(part, dict)
        and part.keys() <= {"clear", "cut", "put"}
        and isinstance(part.get("clear", True), bool)
        and isinstance(part.get("cut", []), list)
        and is_table(part.get("put", {}))
    )


def ids_of(change: Change) -> list[str]:
    """Every id a change names."""
    parts = [part for part in change.values() if part is not None]
    return [doc_id for part in parts for doc_id in (*part.get("cut", ()), *part.get("put", ()))]
