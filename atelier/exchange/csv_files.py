"""Tables for a spreadsheet: the cards, the statements.

RFC 4180 (commas, CRLF), UTF-8 with a byte order mark so that spreadsheets read
the accents. The names of the columns never change and are in English; what
stands in the cells is said in the reader's language. A cell that a spreadsheet
would run as a formula gets a `'` in front, which shows.
"""

import csv
import io
from collections.abc import Iterable, Sequence

from atelier.cahier import vocabulary
from atelier.cahier.compose import compose
from atelier.cahier.entries import CardEntry, Graded, StatementEntry
from atelier.cahier.words import Words
from atelier.domain.judging import Heard
from atelier.domain.state import Convention
from atelier.domain.tally import Tally

CARD_COLUMNS = (
    "number",
    "themes",
    "kind",
    "text",
    "language",
    "translations",
    "channel",
    "carried_by",
    "late",
    "disagreement",
    "fate",
    "statement",
    "reason",
    "note",
)

STATEMENT_COLUMNS = (
    "reference",
    "themes",
    "kind",
    "title",
    "text",
    "cards",
    "founded_on",
    "founds",
    "taken_up_from",
    "dots",
    "dots_phones",
    "dots_paper",
    "dots_hands",
    "dots_earlier",
    "agree",
    "pass",
    "disagree",
    "majority_grade",
    "grades",
    "blanks",
    "consent",
    "disagreement",
    "objections",
    "minorities",
    "maturity",
    "added",
    "merged",
)

_RUN_BY_SPREADSHEETS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def cards_csv(state: Convention, words: Words) -> bytes:
    """Every card, as the cahier's annex publishes it; a text that is not published is said to be so."""
    return _table(CARD_COLUMNS, (_card(card, words) for card in compose(state).cards))


def statements_csv(state: Convention, words: Words) -> bytes:
    """Every statement that stands, chapter by chapter. No dots at all: it was not weighed."""
    rows = (
        _statement(one, chapter.name.themes, words)
        for chapter in compose(state).chapters
        for board in chapter.boards
        for one in board.statements
    )
    return _table(STATEMENT_COLUMNS, rows)


def _card(card: CardEntry, words: Words) -> Sequence[object]:
    return (
        card.written,
        " ".join(card.themes),
        vocabulary.a_card(words, card.kind),
        vocabulary.silence(words, card.withheld) if card.withheld else card.text,
        card.lang,
        "\n\n".join(f"{one.lang}: {one.text}" for one in card.translations),
        vocabulary.by(words, card.channel),
        card.carried_by,
        _mark(card.late),
        _mark(card.disagreement),
        vocabulary.became(words, card.fate),
        card.statement or "",
        vocabulary.reason(words, card.aside.reason) if card.aside else "",
        card.aside.note if card.aside else "",
    )


def _statement(one: StatementEntry, themes: Sequence[str], words: Words) -> Sequence[object]:
    return (
        one.reference,
        " ".join(themes),
        vocabulary.a_card(words, one.kind),
        one.title,
        one.text,
        " ".join(card.written for card in one.cards),
        " ".join(one.founded_on),
        " ".join(one.founds),
        "\n".join(taken.organisation for taken in one.taken_up),
        *_dots(one.tally),
        *_opinions(one.opinions),
        *_grades(one.grades, words),
        vocabulary.consent(words, one.consent) if one.consent else "",
        _mark(one.disagreement),
        len(one.objections),
        "\n".join(f"{minority.people}: {minority.text}" for minority in one.minorities),
        vocabulary.standing(words, one.maturity) if one.maturity else "",
        _mark(one.added),
        " ".join(one.merged),
    )


def _dots(given: Tally | None) -> Sequence[object]:
    if given is None:
        return ("",) * 5
    return (given.total, given.phones, given.paper, given.hands, given.earlier)


def _opinions(given: Heard | None) -> Sequence[object]:
    return ("",) * 3 if given is None else tuple(given.total.values())


def _grades(graded: Graded | None, words: Words) -> Sequence[object]:
    if graded is None:
        return ("",) * 3
    grade = vocabulary.choice(words, graded.verdict.grade) if graded.verdict else ""
    counts = (f"{vocabulary.choice(words, one)}: {n}" for one, n in graded.heard.total.items())
    return (grade, "\n".join(counts), graded.heard.blanks)


def _mark(on: bool) -> str:
    return "x" if on else ""


def _table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    sheet = io.StringIO(newline="")
    writer = csv.writer(sheet, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_inert(cell) for cell in row] for row in rows)
    return sheet.getvalue().encode("utf-8-sig")


def _inert(cell: object) -> str:
    said = str(cell)
    return f"'{said}" if said.lstrip(" \u00a0").startswith(_RUN_BY_SPREADSHEETS) else said
