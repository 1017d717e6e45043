"""A mapping that never changes: adding to it makes another one, and both can be read."""

from collections.abc import Iterator, Mapping, ValuesView
from typing import Any, Generic, TypeVar
from zlib import crc32

K = TypeVar("K", bound=int | str)
V = TypeVar("V")

_NUMBERS_PER_BUCKET = 64
_BUCKETS_FOR_NAMES = 256


class FrozenMap(Mapping[K, V], Generic[K, V]):
    """Replacing one value copies two small dictionaries, not ten thousand entries.

    Iterates over numbers in the order in which they were first put, which is
    ascending for numbers given in turn; over names in an order of its own that
    is the same on every machine.
    """

    __slots__ = ("_buckets", "_count")

    def __init__(self, entries: Mapping[K, V] | None = None) -> None:
        self._buckets: dict[int, dict[K, V]] = {}
        self._count = 0
        for key, value in (entries or {}).items():
            bucket = self._buckets.setdefault(_slot(key), {})
            self._count += key not in bucket
            bucket[key] = value

    def put(self, key: K, value: V) -> "FrozenMap[K, V]":
        """A mapping with this value under this key."""
        slot = _slot(key)
        bucket = self._buckets.get(slot, {})
        other: FrozenMap[K, V] = FrozenMap()
        other._buckets = {**self._buckets, slot: {**bucket, key: value}}
        other._count = self._count + (key not in bucket)
        return other

    def __getitem__(self, key: K) -> V:
        return self._buckets[_slot(key)][key]

    def __iter__(self) -> Iterator[K]:
        for bucket in self._buckets.values():
            yield from bucket

    def values(self) -> ValuesView[V]:
        """Without looking each of them up again."""
        return _Values(self)

    def __len__(self) -> int:
        return self._count

    def __repr__(self) -> str:
        return f"FrozenMap({dict(self)!r})"


class _Values(ValuesView[V]):
    _mapping: FrozenMap[Any, V]

    def __iter__(self) -> Iterator[V]:
        for bucket in self._mapping._buckets.values():  # noqa: SLF001 - its own
            yield from bucket.values()


def _slot(key: int | str) -> int:
    if isinstance(key, int):
        return key // _NUMBERS_PER_BUCKET
    return crc32(key.encode(errors="surrogatepass")) % _BUCKETS_FOR_NAMES
