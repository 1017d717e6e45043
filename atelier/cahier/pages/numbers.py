"""The overview and the counts."""

from atelier.cahier import vocabulary
from atelier.cahier.escape import escape_cell, escape_line
from atelier.cahier.overview import Overview, Priority, Row
from atelier.cahier.pages import shared
from atelier.cahier.pages.drawn import images
from atelier.cahier.pages.marks import Blocks, Pen, bullets, heading, table, to_statement
from atelier.cahier.pictures.bars import draw_dots, draw_ledger
from atelier.cahier.words import Words
from atelier.domain.words import Kind


def overview(pen: Pen) -> Blocks:
    """Who spoke of what, how it came, what became of it, what weighed most."""
    seen, words = pen.document.overview, pen.words
    yield heading(2, words.text("Vue d’ensemble"))
    yield _rows(pen, seen)
    yield from shared.counted(pen)
    yield from ledger(pen)
    yield from shared.weighed(pen)
    if seen.priorities:
        yield heading(3, words.text("Ce qui a pesé le plus"))
        yield words.text(
            "Chaque atelier a donné ses gommettes pour lui-même : "
            "les nombres ne se comparent pas d’un atelier à l’autre."
        )
        for place, (name, priorities) in enumerate(seen.priorities, start=1):
            yield f"**{escape_line(pen.name(name))}**"
            yield from images(draw_dots(pen, place, name, priorities))
            yield _priorities(words, priorities)


def _rows(pen: Pen, seen: Overview) -> str:
    kinds = [kind for kind in Kind if any(row.statements[kind] for row in seen.rows)]
    titles = [vocabulary.board(pen.words, kind) for kind in kinds]
    head = [pen.words.text("Atelier"), pen.words.text("Avec"), *titles, pen.words.text("Cartes reçues")]
    sums = [sum(row.statements[kind] for row in seen.rows) for kind in kinds]
    total = [pen.words.text("Ensemble"), "", *map(str, sums), str(seen.ledger.received)]
    return table(head, [*(_row(pen, row, kinds) for row in seen.rows), total], words=2)


def _row(pen: Pen, row: Row, kinds: list[Kind]) -> list[str]:
    counts = [str(row.statements[kind]) for kind in kinds]
    partners = ", ".join(row.name.titles if row.name.joint and row.name.title else row.partners)
    name = escape_cell(pen.chapter_title(row.name))
    return [name, escape_cell(partners) or "–", *counts, str(row.received)]


def ledger(pen: Pen) -> Blocks:
    """Where the cards came from and what became of them: both add up to what was received."""
    counts, words = pen.document.overview.ledger, pen.words
    yield heading(3, words.text("Ce que sont devenues les cartes"))
    came = [f"{counts.channels[one]} {vocabulary.by(words, one)}" for one in counts.channels]
    received = words.plural("{n} carte reçue", "{n} cartes reçues", counts.received)
    yield words.text("{received} : {channels}.", received=received, channels=", ".join(came))
    if counts.people > counts.received:
        yield words.plural(
            "Elle est portée par {people} personnes.",
            "Elles sont portées par {people} personnes : un groupe écrit parfois une seule carte.",
            counts.received,
            people=counts.people,
        )
    yield from images(draw_ledger(pen))
    head = [words.text("Devenir"), words.text("Cartes")]
    rows = [[vocabulary.became(words, fate), str(number)] for fate, number in counts.fates.items()]
    yield table(head, [*rows, [words.text("Ensemble"), str(counts.received)]], words=1)
    if counts.reasons:
        yield words.text("Raisons des mises de côté :")
        yield from bullets(f"{vocabulary.reason(words, why)} : {n}" for why, n in counts.reasons.items())


def _priorities(words: Words, priorities: tuple[Priority, ...]) -> str:
    head = [
        words.text("Énoncé"),
        words.text("Début du texte"),
        words.text("Gommettes"),
        words.text("Téléphone"),
        words.text("Papier"),
        words.text("Mains levées"),
    ]
    return table(head, [_priority(words, one) for one in priorities], words=2)


def _priority(words: Words, one: Priority) -> list[str]:
    said = escape_cell(one.pointer.words) or words.text("pas encore formulé")
    given = one.tally
    counts = map(str, (given.total, given.phones, given.paper, given.hands))
    return [to_statement(one.pointer.reference), said, *counts]
