"""The form of a convention, to make one or to change one: the same boxes for both."""

from collections.abc import Callable, Mapping
from copy import deepcopy
from functools import partial

from nicegui import ui

from atelier.domain.words import Kind, WallMode
from atelier.translations import Speech
from atelier.translations.names import kind_names, name
from atelier.web.pages.host.boxes import Boxes
from atelier.web.pages.host.draft import Box, Draft, new_row
from atelier.web.pages.host.parts import button, part
from atelier.web.plain.languages import WRITTEN


class ProgrammeForm:
    """Draws a draft and keeps it as it is typed. `fixed`: how many rows there are for good."""

    def __init__(
        self, draft: Draft, speech: Speech, touched: Callable[[], None], fixed: dict[str, int] | None = None
    ) -> None:
        self.draft = draft
        self._speech = speech
        self._touched = touched
        self._fixed = fixed or {}
        self._unfolded: Draft | None = None
        self.boxes = Boxes(touched)
        self._whole()
        self._tables = {one: ui.refreshable(self._table) for one in ("theme", "slot", "step")}
        for table, draw in self._tables.items():
            draw(table)

    def _whole(self) -> None:
        said, draft, boxes = self._speech.text, self.draft, self.boxes
        with part(said("La journée")):
            with ui.element("div").classes("at-grid"):
                boxes.text(draft, "title", said("Titre"), hint=said("Convention des droits"))
                boxes.text(draft, "place", said("Lieu"))
                boxes.number(draft, "number", said("Numéro"))
                boxes.text(draft, "room", said("Lettre de la salle"), hint=said("s’il y en a plusieurs"))
            with ui.element("div").classes("at-grid at-grid-five"):
                self._days = ui.refreshable(self._draw_days)
                self._days()
                boxes.lines(draft, "organisers", said("Qui organise"), hint=said("un nom par ligne"))
                boxes.choice(draft, "language", said("Langue du cahier"), _languages(self._speech))
                boxes.text(draft, "licence", said("Licence du cahier"))
                boxes.number(draft, "keep_days", said("Notes gardées (jours)"))
            self._more = ui.expansion(said("Ce qui est lu à voix haute sur les données")).classes("at-more")
            with self._more:
                hint = said("Laissez vide : un bon texte est proposé.")
                boxes.lines(draft, "privacy_notice", said("Texte, en Markdown"), rows=6, hint=hint)

    def tell(self, faults: Mapping[Box, str]) -> list[str]:
        """Beside their boxes, none of them hidden; those that have no box are given back."""
        if ("privacy_notice",) in faults:
            self._more.open()
        return self.boxes.tell(faults)

    def _draw_days(self) -> None:
        days = self.draft["dates"]
        with ui.element("div").classes("at-days"):
            for place in range(len(days)):
                self.boxes.day(days, place, self._speech.text("Jour"))
            button(self._speech.text("Un jour de plus"), self._add_day, small=True)

    def _add_day(self) -> None:
        self.draft["dates"].append("")
        self._days.refresh()

    def _table(self, table: str) -> None:
        said = self._speech.text
        self.boxes.forget(table)
        titles = {"theme": said("Les thèmes"), "slot": said("Les séances"), "step": said("Le programme")}
        draw: dict[str, Callable[[Draft, int], None]] = {
            "theme": self._theme,
            "slot": self._slot,
            "step": self._step,
        }
        with part(titles[table]):
            ui.label(self._about(table)).classes("at-about")
            self.boxes.place_for(table)
            for place, row in enumerate(self.draft[table]):
                with ui.element("div").classes(f"at-row at-row-{table}"):
                    draw[table](row, place)
            more = {
                "theme": said("Ajouter un thème"),
                "slot": said("Ajouter une séance"),
                "step": said("Ajouter une étape"),
            }
            button(more[table], lambda: self._add(table))

    def _about(self, table: str) -> str:
        said = self._speech.text
        match table:
            case "theme":
                return said("Chaque thème a son mur. Son code de 2 ou 3 lettres est sur toutes ses cartes.")
            case "slot":
                return said("Sans séance, chaque thème a sa journée. Plusieurs codes : une séance commune.")
            case _:
                return said("Les étapes de chaque atelier. Celles-ci sont proposées : changez-les.")

    def _theme(self, row: Draft, place: int) -> None:
        said, boxes, at = self._speech.text, self.boxes, ("theme", place)
        code = boxes.text(row, "code", said("Code"), at, hint="DS")
        if place < self._fixed.get("theme", 0):
            code.props("readonly").classes("at-fixed")
        boxes.text(row, "title", said("Titre"), at, hint=said("Droits sociaux"))
        boxes.lines(row, "question", said("Question qui cadre"), at, rows=1)
        boxes.lines(row, "partners", said("Partenaires"), at, rows=1, hint=said("un nom par ligne"))
        boxes.number(row, "people", said("Personnes attendues"), at)
        with ui.element("div").classes("at-ticks"):
            ui.label(said("Aussi :"))
            for kind in (Kind.PISTE, Kind.QUESTION):
                boxes.tick(row, "boards", kind_names(kind, self._speech).many, f"{kind}s")
        self._remove("theme", place)

    def _slot(self, row: Draft, place: int) -> None:
        said, boxes, at = self._speech.text, self.boxes, ("slot", place)
        boxes.text(row, "label", said("Nom"), at, hint=said("matin commun"))
        boxes.text(row, "themes", said("Codes des thèmes"), at, hint="DS, TR")
        boxes.text(row, "room", said("Salle"), at)
        boxes.text(row, "start", said("Heure"), at, kind="time")
        self._remove("slot", place)
        with ui.element("div").classes("at-own"):
            if row["step"]:
                self._own_steps(row, at)
            else:
                button(said("Un programme à elle"), lambda: self._begin_own(row), small=True)

    def _own_steps(self, row: Draft, at: Box) -> None:
        """The programme of one slot, folded until it is worked on."""
        steps, said = row["step"], self._speech.text
        many = self._speech.plural("Son programme : {n} étape", "Son programme : {n} étapes", len(steps))
        folded = ui.expansion(many, value=self._unfolded is row).classes("at-more")
        with folded:
            for place, step in enumerate(steps):
                with ui.element("div").classes("at-row at-row-step"):
                    self._step_boxes(step, (*at, "step", place), partial(self._drop_own, row, place))
            button(said("Ajouter une étape"), lambda: self._add_own(row), small=True)
            button(said("Suivre le programme de la convention"), lambda: self._end_own(row), small=True)

    def _begin_own(self, row: Draft) -> None:
        row["step"] = deepcopy(self.draft["step"]) or [new_row("step")]
        self._own_changed(row)

    def _add_own(self, row: Draft) -> None:
        row["step"].append(new_row("step"))
        self._own_changed(row)

    def _drop_own(self, row: Draft, place: int) -> None:
        del row["step"][place]
        self._own_changed(row)

    def _end_own(self, row: Draft) -> None:
        row["step"] = []
        self._own_changed(row)

    def _own_changed(self, row: Draft) -> None:
        self._unfolded = row
        self._drawn_again("slot")

    def _step(self, row: Draft, place: int) -> None:
        self._step_boxes(row, ("step", place), partial(self._take_out, "step", place))

    def _step_boxes(self, row: Draft, at: Box, out: Callable[[], None]) -> None:
        said, boxes = self._speech.text, self.boxes
        boxes.text(row, "label", said("Étape"), at)
        boxes.number(row, "minutes", said("Minutes"), at)
        boxes.number(row, "dots", said("Gommettes"), at)
        walls = {mode.value: name(mode, self._speech) for mode in WallMode}
        boxes.choice(row, "wall", said("Le mur montre"), walls)
        self._remove_button(str(row["label"] or at[-1]), out)
        with ui.element("div").classes("at-ticks-row"):
            with ui.element("div").classes("at-ticks"):
                ui.label(said("On écrit :"))
                for kind in Kind:
                    boxes.tick(row, "post", kind_names(kind, self._speech).many, f"{kind}s")
            with ui.element("div").classes("at-ticks"):
                boxes.tick(row, "late", said("les autres cartes aussi"))
                boxes.tick(row, "hidden", said("cartes cachées"))
                boxes.tick(row, "disagree", said("désaccords ⚡"))

    def _remove(self, table: str, place: int) -> None:
        if place >= self._fixed.get(table, 0):
            row = self.draft[table][place]
            called = row.get("title") or row.get("label") or str(place + 1)
            self._remove_button(called, partial(self._take_out, table, place))

    def _remove_button(self, called: str, out: Callable[[], None]) -> None:
        said = self._speech.text("Enlever")
        button(said, out, small=True).props["aria-label"] = f"{said} : {called}"

    def _add(self, table: str) -> None:
        self.draft[table].append(new_row(table))
        self._drawn_again(table)

    def _take_out(self, table: str, place: int) -> None:
        del self.draft[table][place]
        self._drawn_again(table)

    def _drawn_again(self, table: str) -> None:
        self._tables[table].refresh(table)
        self._touched()


def _languages(speech: Speech) -> dict[str, str]:
    named = {tag: speech.language(tag) for tag, _ in WRITTEN if len(tag) == 2}
    return dict(sorted(named.items(), key=lambda one: one[1]))
