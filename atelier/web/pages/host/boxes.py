"""The boxes of the form: each is bound to its place in the draft, and shows what is wrong beside it."""

from collections.abc import Callable, Mapping
from typing import Any

from nicegui import ui

from atelier.web.pages.host.draft import Box

Touched = Callable[[], None]


class Boxes:
    """Every box on the page, by its place. `touched` is called at each change, after the draft has it."""

    def __init__(self, touched: Touched) -> None:
        self._touched = touched
        self._shown: dict[Box, ui.input | ui.textarea | ui.label] = {}

    def text(
        self, row: dict[str, Any], name: str, label: str, at: Box = (), *, hint: str = "", kind: str = "text"
    ) -> ui.input:
        """One line. `kind` as HTML has it: `date`, `time`."""
        box = ui.input(label, value=row[name], placeholder=hint or None)
        box.props(f"outlined stack-label hide-bottom-space type={kind}").classes(f"at-box at-box-{name}")
        self._bind(box, row, name, (*at, name))
        return box

    def number(self, row: dict[str, Any], name: str, label: str, at: Box = ()) -> ui.input:
        """Digits, as text: what is typed by mistake stays to be corrected."""
        return self.text(row, name, label, at).props("inputmode=numeric")

    def lines(
        self, row: dict[str, Any], name: str, label: str, at: Box = (), *, rows: int = 2, hint: str = ""
    ) -> ui.textarea:
        """Several lines."""
        box = ui.textarea(label, value=row[name], placeholder=hint or None)
        box.props(f"outlined stack-label hide-bottom-space autogrow rows={rows}").classes(
            f"at-box at-box-{name}"
        )
        self._bind(box, row, name, (*at, name))
        return box

    def day(self, days: list[str], place: int, label: str) -> None:
        """One of several days."""
        box = ui.input(label, value=days[place]).props("outlined stack-label hide-bottom-space type=date")
        box.classes("at-box at-box-date")

        def changed(event: Any) -> None:
            days[place] = event.value or ""
            self._forgive(("dates", place))

        box.on_value_change(changed)
        self._shown["dates", place] = box

    def tick(self, row: dict[str, Any], name: str, label: str, one: str | None = None) -> None:
        """Yes or no; with `one`, that one is in the list."""
        box = ui.checkbox(label, value=row[name] if one is None else one in row[name]).classes("at-tick")

        def changed(event: Any) -> None:
            if one is None:
                row[name] = bool(event.value)
            else:
                row[name] = [*(it for it in row[name] if it != one), *([one] if event.value else [])]
            self._touched()

        box.on_value_change(changed)

    def choice(self, row: dict[str, Any], name: str, label: str, choices: Mapping[str, str]) -> None:
        """One of these."""
        given = row[name] if row[name] in choices else next(iter(choices))
        box = ui.select(dict(choices), value=given, label=label)
        box.props("outlined stack-label hide-bottom-space options-dense").classes(f"at-box at-box-{name}")

        def changed(event: Any) -> None:
            row[name] = event.value
            self._touched()

        box.on_value_change(changed)

    def place_for(self, *at: str | int) -> None:
        """Where something is told that belongs to no box."""
        self._shown[at] = ui.label().classes("at-fault").props("role=alert")

    def tell(self, faults: Mapping[Box, str]) -> list[str]:
        """Beside its box each; those that have none are given back."""
        for shown in self._shown.values():
            _say(shown, "")
        homeless = []
        for at, said in faults.items():
            nearest = next((at[:n] for n in range(len(at), -1, -1) if at[:n] in self._shown), None)
            if nearest is None:
                homeless.append(said)
            else:
                _say(self._shown[nearest], said)
        self._go_to_the_first(faults)
        return homeless

    def forget(self, table: str) -> None:
        """The boxes of a table that is drawn again."""
        self._shown = {at: shown for at, shown in self._shown.items() if at[:1] != (table,)}

    def _bind(self, box: ui.input | ui.textarea, row: dict[str, Any], name: str, at: Box) -> None:
        def changed(event: Any) -> None:
            row[name] = event.value or ""
            self._forgive(at)

        box.on_value_change(changed)
        self._shown[at] = box

    def _forgive(self, at: Box) -> None:
        _say(self._shown[at], "")
        self._touched()

    def _go_to_the_first(self, faults: Mapping[Box, str]) -> None:
        first = next((shown for at, shown in self._shown.items() if at in faults), None)
        if first is not None and not isinstance(first, ui.label):
            first.run_method("focus")


def _say(shown: ui.input | ui.textarea | ui.label, said: str) -> None:
    if isinstance(shown, ui.label):
        shown.set_text(said)
    else:
        shown.error = said or None
