"""Bags of terms that come and go, and how alike two of them are: the cosine of their TF-IDF."""

import math
from collections.abc import Container, Hashable, Mapping
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)

Bag = Mapping[str, int]
"""How many times each term is there."""


class Space(Generic[K]):
    """What a term weighs moves with every bag that comes or goes, so only counts are kept for good.

    A question walks the holders of its own terms. The lengths of the bags, all
    their terms weighed, are found when first asked for, and kept until one comes or goes.
    """

    def __init__(self) -> None:
        self._bags: dict[K, Bag] = {}
        self._holders: dict[str, dict[K, int]] = {}
        self._squares = _Squares(0)
        self._lengths: dict[K, float] = {}

    def put(self, key: K, bag: Bag) -> None:
        """In place of the one that was there."""
        self.drop(key)
        self._bags[key] = bag
        for term, times in bag.items():
            self._holders.setdefault(term, {})[key] = times
        self._moved()

    def drop(self, key: K) -> None:
        """Nothing of it is left, not even a term that it alone held."""
        for term in self._bags.pop(key, {}):
            holders = self._holders[term]
            del holders[key]
            if not holders:
                del self._holders[term]
        self._moved()

    def alike(self, key: K, among: Container[K]) -> dict[K, float]:
        """Those that share a term with it: from 0, which is left out, to 1."""
        squares, products = self._squares, dict[K, float]()
        for term, times in self._bags.get(key, {}).items():
            holders = self._holders[term]
            weight = times * squares[len(holders)]
            for other, others in holders.items():
                products[other] = products.get(other, 0.0) + weight * others
        own = self._length(key)
        return {
            other: product / (own * self._length(other))
            for other, product in products.items()
            if other in among
        }

    def _length(self, key: K) -> float:
        length = self._lengths.get(key)
        if length is None:
            squares, holders = self._squares, self._holders
            bag = self._bags.get(key, {}).items()
            length = math.sqrt(sum([times * times * squares[len(holders[term])] for term, times in bag]))
            self._lengths[key] = length
        return length

    def _moved(self) -> None:
        self._squares = _Squares(len(self._bags))
        self._lengths = {}


class _Squares(dict[int, float]):
    """The square of the weight of a term, by how many of so many bags hold it: few, and it weighs more."""

    def __init__(self, bags: int) -> None:
        self._bags = bags

    def __missing__(self, holders: int) -> float:
        weight = math.log((1 + self._bags) / (1 + holders)) + 1
        self[holders] = square = weight * weight
        return square
