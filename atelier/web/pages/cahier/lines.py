"""The outline as it is drawn: a row for each part; below the unfolded ones, what can be written."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from atelier.cahier import titles
from atelier.cahier.naming import in_few_words
from atelier.domain import chapters, outline, sections
from atelier.domain.outline import Part, PartKind
from atelier.domain.words import Kind, PartName, Reference, SectionName
from atelier.web.components.outline import Look
from atelier.web.pages.cahier.bench import Bench
from atelier.web.pages.cahier.ordering import movable, moved
from atelier.web.presence import Post

Line = dict[str, Any]

_BOARDS = {"before": (Kind.CONSTAT,), "between": tuple(Kind)[1:], "after": ()}
"""Which statements follow each place of a chapter."""


@dataclass(slots=True, kw_only=True)
class Lines:
    """Looked at once for the whole outline."""

    bench: Bench
    arranges: bool = field(init=False)
    names: tuple[PartName, ...] = field(init=False)
    elsewhere: dict[SectionName, tuple[Post, ...]] = field(init=False)

    def __post_init__(self) -> None:
        self.arranges = self.bench.arranges
        self.names = outline.order(self.bench.state)
        self.elsewhere = dict(self.bench.presence.others(self.bench.post))

    def look(self) -> Look:
        """Every part of the document, in its order."""
        return [self._part(outline.part(self.bench.state, name)) for name in self.names]

    def _part(self, part: Part) -> dict[str, Any]:
        state, bench = self.bench.state, self.bench
        places = outline.sections_of(state, part)
        html = bench.fill(
            "part.html",
            part=part,
            title=titles.of_part(bench.here.speech, state, part),
            places=places,
            alone=len(places) == 1,
            written=sum(self._text(name) != "" for name in places),
            unfolded=part.name in bench.unfolded,
            statements={kind: len(chapters.board(state, part.name, kind)) for kind in Kind},
            others=self._others(*places),
            kept=any(name in bench.kept and name != bench.opened for name in places),
            arranges=self.arranges,
            movable=self.arranges and movable(part.name),
            up=moved(self.names, part.name, -1) is not None,
            down=moved(self.names, part.name, 1) is not None,
        )
        lines = list(self._lines(part)) if part.name in bench.unfolded else []
        held = "parts" if movable(part.name) else ""
        return {"name": part.name, "kind": part.kind, "list": held, "html": html, "lines": lines}

    def _lines(self, part: Part) -> Iterator[Line]:
        if part.kind is PartKind.CHAPTER:
            yield from self._of_chapter(part)
        else:
            places = outline.sections_of(self.bench.state, part)
            yield from (self._place(name, alone=True) for name in places)

    def _of_chapter(self, part: Part) -> Iterator[Line]:
        state = self.bench.state
        for place, kinds in _BOARDS.items():
            for name in chapters.sections_at(state, frozenset(part.themes), place):
                yield self._place(name)
            for kind in kinds:
                yield from self._board(part.name, kind)

    def _board(self, chapter: PartName, kind: Kind) -> Iterator[Line]:
        board = chapters.board(self.bench.state, chapter, kind)
        if board:
            yield {"name": f"{chapter}|{kind}", "kind": "board", "list": "", "html": self._heading(kind)}
        for place, reference in enumerate(board):
            before, after = (sections.of_statement(reference, side) for side in sections.SIDES)
            yield from self._beside(before)
            yield self._statement(f"{chapter}|{kind}", reference, place, len(board))
            yield from self._beside(after)

    def _heading(self, kind: Kind) -> str:
        return self.bench.fill("board.html", kind=kind)

    def _statement(self, board: str, reference: Reference, place: int, count: int) -> Line:
        one = self.bench.state.statements[reference]
        html = self.bench.fill(
            "line.html",
            one=one,
            words=in_few_words(one.title or one.text),
            arranges=self.arranges,
            first=place == 0,
            last=place == count - 1,
            free=[side for side in sections.SIDES if self._is_free(sections.of_statement(reference, side))],
        )
        return {"name": reference, "kind": f"statement {one.kind}", "list": board, "html": html}

    def _is_free(self, name: SectionName) -> bool:
        return self.bench.writes(name) and name != self.bench.opened and not self._text(name)

    def _beside(self, name: SectionName) -> Iterator[Line]:
        """Only where there is something, or somebody: they would be most of the outline."""
        if self._text(name) or name == self.bench.opened or name in self.elsewhere or name in self.bench.kept:
            yield self._place(name)

    def _place(self, name: SectionName, *, alone: bool = False) -> Line:
        bench = self.bench
        html = bench.fill(
            "place.html",
            name=name,
            title=titles.of_section(bench.here.speech, bench.state, name),
            text=in_few_words(self._text(name)),
            opened=name == bench.opened,
            others=self._others(name),
            kept=name in bench.kept and name != bench.opened,
            writable=bench.writes(name),
            alone=alone,
        )
        return {"name": name, "kind": "alone" if alone else "place", "list": "", "html": html}

    def _text(self, name: SectionName) -> str:
        section = self.bench.state.sections.get(name)
        return section.text if section else ""

    def _others(self, *names: SectionName) -> tuple[Post, ...]:
        return tuple(post for name in names for post in self.elsewhere.get(name, ()))
