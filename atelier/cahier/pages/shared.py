"""What several themes said alike, in the overview: counted apart, weighed apart."""

from atelier.cahier.escape import escape_cell
from atelier.cahier.naming import Name
from atelier.cahier.overview import Shared
from atelier.cahier.pages.marks import Blocks, Pen, heading, table, to_all, to_statement
from atelier.domain.tally import Tally
from atelier.domain.words import Reference


def counted(pen: Pen) -> Blocks:
    """The rows above count every statement in its own theme."""
    shared = pen.document.overview.shared
    if shared:
        gathered = sum(1 + len(one.pointer.also) for one in shared)
        said = pen.words.plural("{n} énoncé", "{n} énoncés", gathered)
        yield pen.words.plural(
            "{n} chose est dite par plusieurs ateliers : {statements}, comptés chacun dans son atelier.",
            "{n} choses sont dites par plusieurs ateliers : {statements}, comptés chacun dans son atelier.",
            len(shared),
            statements=said,
        )


def weighed(pen: Pen) -> Blocks:
    """Each once, with the dots of each origin: they are never added up."""
    shared, words = pen.document.overview.shared, pen.words
    if shared:
        yield heading(3, words.text("Dit par plusieurs ateliers"))
        head = [words.text("Énoncés"), words.text("Début du texte"), words.text("Gommettes")]
        yield table(head, [_row(pen, one) for one in shared], words=3)


def _row(pen: Pen, one: Shared) -> list[str]:
    said = escape_cell(one.pointer.words) or pen.words.text("pas encore formulé")
    given = " ; ".join(_given(pen, name, weighed) for name, weighed in one.weighed)
    return [to_all(one.pointer), said, given or "–"]


def _given(pen: Pen, name: Name | None, weighed: tuple[tuple[Reference, Tally], ...]) -> str:
    """« Plénière : DS-R4 12 · TR-R2 5 »."""
    who = pen.words.text("Chaque atelier") if name is None else escape_cell(pen.name(name))
    dots = " · ".join(f"{to_statement(reference)} {given.total}" for reference, given in weighed)
    return pen.words.text("{who} : {dots}", who=who, dots=dots)
