"""A chapter: prose, boards, statements with all that was said of them."""

from collections import Counter
from collections.abc import Iterator

from atelier.cahier import vocabulary
from atelier.cahier.document import Board, Chapter, Prose
from atelier.cahier.entries import CardEntry, StatementEntry, Withheld
from atelier.cahier.escape import escape_inline, escape_line, escape_text
from atelier.cahier.pages import drawn, weighed
from atelier.cahier.pages.marks import (
    RULE,
    Blocks,
    Pen,
    bullets,
    heading,
    quotation,
    spoken,
    to_statement,
    to_statements,
)
from atelier.cahier.words import Words
from atelier.domain.statement import Objection, TakenUp
from atelier.domain.words import Channel, Kind


def chapter(pen: Pen, one: Chapter) -> Blocks:
    """The constats, what stands between, the other boards, what stands after."""
    yield heading(2, pen.chapter_title(one.name))
    yield from _introduction(pen, one)
    yield from pen.prose(*one.before)
    for board in one.boards:
        if board.kind is Kind.CONSTAT:
            yield from _board(pen, board)
    yield from _apart(pen, one.between)
    for board in one.boards:
        if board.kind is not Kind.CONSTAT:
            yield from _board(pen, board)
    yield from _to_place(pen, one)
    yield from drawn.chain(pen, one)
    yield from _apart(pen, one.after)
    if not (one.before or one.boards or one.between or one.to_place or one.after):
        yield pen.words.text("Rien n’a été écrit dans cet atelier.")


def _apart(pen: Pen, texts: tuple[Prose, ...]) -> Blocks:
    """A rule first: this speaks of the chapter, not of the statement that stands above."""
    if texts:
        yield RULE
        yield from pen.prose(*texts)


def _introduction(pen: Pen, one: Chapter) -> Blocks:
    words = pen.words
    facts = []
    if one.name.joint and one.name.title:
        facts.append(words.text("Atelier commun : {themes}", themes=", ".join(one.name.titles)))
    if one.partners:
        facts.append(words.text("Avec {partners}", partners=", ".join(one.partners)))
    if one.people:
        facts.append(words.plural("{n} personne", "{n} personnes", one.people))
    if facts:
        yield escape_line(" · ".join(facts))
    if one.question:
        yield words.text("La question posée :")
        yield quotation(one.question)


def _board(pen: Pen, board: Board) -> Blocks:
    yield heading(3, vocabulary.board(pen.words, board.kind))
    for name, references in board.elsewhere:
        yield pen.words.text(
            "Avec d’autres ateliers, dans « {chapter} » : {references}.",
            chapter=escape_inline(pen.name(name)),
            references=to_statements(references),
        )
    for place, statement in enumerate(board.statements):
        before = board.before.get(statement.reference, ())
        yield from _apart(pen, before) if place else pen.prose(*before)
        yield from _statement(pen, statement)
        yield from _apart(pen, board.after.get(statement.reference, ()))


def _statement(pen: Pen, one: StatementEntry) -> Blocks:
    yield heading(4, one.reference)
    if one.title:
        yield f"**{escape_inline(one.title)}**"
    if one.text:
        yield escape_text(one.text)
    else:
        yield from _unworded(pen, one)
    yield from bullets(_facts(pen, one))
    yield from _carried(pen, one)
    for taken in one.taken_up:
        yield from _taken_up(pen.words, taken)
    for objection in one.objections:
        yield from _objection(pen.words, objection)
    for minority in one.minorities:
        yield pen.words.plural(
            "Avis minoritaire, porté par {n} personne :",
            "Avis minoritaire, porté par {n} personnes :",
            minority.people,
        )
        yield quotation(minority.text)


def _unworded(pen: Pen, one: StatementEntry) -> Blocks:
    """Its cards speak for it."""
    yield pen.words.text("Pas encore formulé. Les cartes disent :")
    for card in one.cards:
        yield from _card(pen, card)


def _card(pen: Pen, card: CardEntry) -> Blocks:
    link = pen.to_card(card.number)
    if card.withheld is None:
        yield pen.words.text("Carte {link} :", link=link)
        yield from spoken(pen, card)
    else:
        silence = vocabulary.silence(pen.words, card.withheld)
        yield pen.words.text("Carte {link} : {silence}", link=link, silence=silence)


def _facts(pen: Pen, one: StatementEntry) -> Iterator[str]:
    """One short line each."""
    words = pen.words
    if one.disagreement:
        yield words.text("⚡ Désaccord")
    if one.maturity is not None:
        said = vocabulary.standing(words, one.maturity)
        yield said[:1].upper() + said[1:]
    if one.founded_on:
        yield words.text("Fondée sur {references}", references=to_statements(one.founded_on))
    if one.founds:
        yield words.text("Fonde {references}", references=to_statements(one.founds))
    if one.also:
        yield words.text("Dit aussi dans {references}", references=to_statements(one.also))
    if one.cards and one.text:
        yield _sources(pen, one.cards)
    if one.added:
        yield words.text("Ajout du secrétariat")
    if one.merged:
        yield words.text("Réunit {references}", references=to_statements(one.merged))
    if one.split_from is not None:
        yield words.text("Faisait partie de {reference}", reference=to_statement(one.split_from))
    if one.wordings > 1:
        yield words.text("Phrase n° {n} : les précédentes sont à la fin du cahier", n=one.wordings)
    yield from weighed.facts(words, one)


def _sources(pen: Pen, cards: tuple[CardEntry, ...]) -> str:
    """« Cartes 7, 12 (retirée), 18, dont 2 sur papier »."""
    words = pen.words
    links = ", ".join(_source(pen, card) for card in cards)
    said = words.plural("Carte {cards}", "Cartes {cards}", len(cards), cards=links)
    counts = Counter(card.channel for card in cards)
    apart = [
        words.text("{n} {channel}", n=counts[channel], channel=vocabulary.by(words, channel))
        for channel in (Channel.PAPER, Channel.SPOKEN)
        if counts[channel]
    ]
    if not apart:
        return said
    if len(cards) == 1:
        return f"{said}, {vocabulary.by(words, cards[0].channel)}"
    return words.text("{cards}, dont {counts}", cards=said, counts=words.listing(apart))


def _source(pen: Pen, card: CardEntry) -> str:
    link = pen.to_card(card.number)
    if card.withheld is Withheld.WITHDRAWN:
        return pen.words.text("{card} (retirée)", card=link)
    return f"{link} ⚡" if card.disagreement else link


def _carried(pen: Pen, one: StatementEntry) -> Blocks:
    """What it owes to earlier cahiers, statement by statement."""
    origins = dict.fromkeys(card.origin.written for card in one.cards if card.origin is not None)
    if origins:
        cited = " ; ".join(escape_inline(origin) for origin in origins)
        yield pen.words.text("Repris d’un cahier précédent : {origins}", origins=cited)


def _taken_up(words: Words, taken: TakenUp) -> Blocks:
    who = escape_inline(taken.organisation)
    where = f" ({escape_inline(taken.reference)})" if taken.reference else ""
    if taken.quote:
        yield words.text("Déjà dit par {organisation}, mot pour mot :", organisation=who + where)
        yield quotation(taken.quote)
    else:
        yield words.text("Déjà dit par {organisation}.", organisation=who + where)


def _objection(words: Words, objection: Objection) -> Blocks:
    yield words.text("Objection ({kind}) :", kind=vocabulary.objection(words, objection.kind))
    yield quotation(objection.text)
    became = vocabulary.outcome(words, objection.how)
    if objection.outcome:
        yield words.text("Ce qu’elle est devenue ({outcome}) :", outcome=became)
        yield quotation(objection.outcome)
    else:
        yield words.text("Ce qu’elle est devenue : {outcome}.", outcome=became)


def _to_place(pen: Pen, one: Chapter) -> Blocks:
    if one.to_place:
        yield heading(3, pen.words.text("Cartes à placer"))
        yield pen.words.text("Elles ne sont encore dans aucun énoncé.")
    for card in one.to_place:
        yield from _card(pen, card)
