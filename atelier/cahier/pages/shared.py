"""What several themes said alike, in the overview: counted apart, weighed apart."""

from atelier.cahier.document import Shared
from atelier.cahier.escape import escape_cell
from atelier.cahier.pages.marks import Blocks, Pen, heading, table, to_all, to_statement
from atelier.cahier.words import Words


def counted(pen: Pen) -> Blocks:
    """The rows above count every statement in its own theme."""
    shared = pen.document.overview.shared
    if shared:
        gathered = sum(len(one.weighed) for one in shared)
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
        yield table(head, [_row(words, one) for one in shared], words=3)


def _row(words: Words, one: Shared) -> list[str]:
    said = escape_cell(one.pointer.words) or words.text("pas encore formulé")
    given = [
        f"{to_statement(reference)} {tally.total}" for reference, tally in one.weighed if tally is not None
    ]
    return [to_all(one.pointer), said, " · ".join(given) or "–"]
