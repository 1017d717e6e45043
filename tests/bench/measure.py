"""A figure beside its yardstick and its budget, and the table of them."""

import gc
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """`value` and `yardstick` in `unit`. The budget is a ratio to the yardstick, or a limit in the unit."""

    name: str
    value: float
    unit: str = "ms"
    yardstick: float | None = None
    beside: str = ""
    ratio_max: float | None = None
    value_max: float | None = None

    @property
    def kept(self) -> bool | None:
        """Within the budget; None where there is none."""
        if self.ratio_max is not None and self.yardstick:
            return self.value / self.yardstick <= self.ratio_max
        return None if self.value_max is None else self.value <= self.value_max


def seconds(work: Callable[[], object]) -> float:
    """How long it takes once."""
    gc.collect()
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def median_ms(work: Callable[[], object], times: int) -> float:
    """The median of so many goes: a machine that hiccups is not a figure."""
    return 1000 * statistics.median(seconds_bare(work) for _ in range(times))


def seconds_bare(work: Callable[[], object]) -> float:
    """Without collecting first."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def table(figures: list[Figure]) -> str:
    """One line a figure."""
    head = ("figure", "value", "yardstick", "ratio", "budget", "")
    rows: list[tuple[str, ...]] = [head, *map(_row, figures)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows
    )


def _row(figure: Figure) -> tuple[str, ...]:
    value = f"{figure.value:.3g} {figure.unit}"
    beside, ratio, budget = "", "", ""
    if figure.yardstick is not None:
        beside = f"{figure.yardstick:.3g} {figure.unit} {figure.beside}"
        ratio = f"{figure.value / figure.yardstick:.2f}×" if figure.yardstick else ""
    if figure.ratio_max is not None:
        budget = f"≤ {figure.ratio_max:g}×"
    elif figure.value_max is not None:
        budget = f"≤ {figure.value_max:g} {figure.unit}"
    verdict = {True: "kept", False: "BROKEN", None: ""}[figure.kept]
    return figure.name, value, beside, ratio, budget, verdict
