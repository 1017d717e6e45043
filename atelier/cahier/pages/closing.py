"""From the synthesis to the annexes."""

from collections.abc import Iterator

from atelier.cahier import vocabulary
from atelier.cahier.document import AxisEntry, Citation, History, VoteEntry
from atelier.cahier.entries import CardEntry, Withheld
from atelier.cahier.escape import escape_inline, escape_line
from atelier.cahier.naming import Pointer
from atelier.cahier.pages import drawn, weighed
from atelier.cahier.pages.marks import (
    Blocks,
    Pen,
    bullets,
    heading,
    quotation,
    spoken,
    to_all,
    to_statement,
    to_statements,
)
from atelier.domain.completeness import Gap, Missing
from atelier.domain.words import CardNumber, Channel, Reference

CARDS_PER_HEADING = 50
"""A place to jump to every few pages."""


def synthesis(pen: Pen) -> Blocks:
    """What runs through several themes."""
    document = pen.document
    if not (document.synthesis or document.axes or document.shared):
        return
    yield heading(2, pen.words.text("Ce qui traverse les ateliers"))
    yield from pen.prose(document.synthesis)
    for place, axis in enumerate(document.axes, start=1):
        yield from _axis(pen, place, axis)
    if document.shared:
        yield heading(3, pen.words.text("Dit par plusieurs ateliers"))
        yield from _pointed(pen, document.shared)


def _axis(pen: Pen, place: int, axis: AxisEntry) -> Blocks:
    yield heading(3, pen.words.text("Axe {number}. {title}", number=place, title=axis.title))
    yield from _pointed(pen, axis.statements)


def _pointed(pen: Pen, pointers: tuple[Pointer, ...]) -> Blocks:
    """What several themes say stands once, after all its references."""
    unworded = pen.words.text("pas encore formulé")
    yield from bullets(f"{to_all(one)} {escape_inline(one.words) or unworded}" for one in pointers)


def what_comes_next(pen: Pen) -> Blocks:
    """Dates, places, how to answer."""
    if pen.document.next:
        yield heading(2, pen.words.text("Et maintenant"))
        yield from pen.prose(pen.document.next)


def cards(pen: Pen) -> Blocks:
    """Annex A: every card, word for word."""
    yield heading(2, pen.words.text("Annexe A. Toutes les cartes"))
    if not pen.document.cards:
        yield pen.words.text("Aucune carte pour l’instant.")
    for place, card in enumerate(pen.document.cards):
        if place % CARDS_PER_HEADING == 0:
            last = pen.document.cards[place : place + CARDS_PER_HEADING][-1]
            yield heading(3, pen.words.text("Cartes {first} à {last}", first=card.written, last=last.written))
        yield from _card(pen, card)


def _card(pen: Pen, card: CardEntry) -> Blocks:
    yield heading(4, pen.card_title(card.number))
    if card.withheld is Withheld.WITHDRAWN:
        yield vocabulary.silence(pen.words, card.withheld)
        return
    yield f"{escape_line(' · '.join(_labels(pen, card)))} · {_fate(pen, card)}"
    if card.withheld is None:
        yield from spoken(pen, card)
    else:
        yield vocabulary.silence(pen.words, card.withheld)
    if card.aside is not None and card.aside.note:
        yield pen.words.text("Pourquoi elle est de côté :")
        yield quotation(card.aside.note)


def _labels(pen: Pen, card: CardEntry) -> Iterator[str]:
    """Paper and voices are never late: only the typing is."""
    words = pen.words
    yield vocabulary.a_card(words, card.kind)
    yield ", ".join(card.themes)
    yield card.origin.written if card.origin else vocabulary.by(words, card.channel)
    if card.carried_by > 1:
        yield words.text("au nom de {n} personnes", n=card.carried_by)
    if card.lang:
        yield words.text("en {language}", language=words.language(card.lang))
    if card.late and card.channel is Channel.PHONE:
        yield words.text("hors de l’étape prévue")
    if card.disagreement:
        yield words.text("⚡ désaccord")


def _fate(pen: Pen, card: CardEntry) -> str:
    if card.aside is not None:
        why = vocabulary.reason(pen.words, card.aside.reason)
        return pen.words.text("mise de côté : {reason}", reason=why)
    if card.statement is None:
        return pen.words.text("à placer")
    return pen.words.text("dans {reference}", reference=to_statement(card.statement))


def method(pen: Pen) -> Blocks:
    """Annex B: how it was done, how it was weighed, what was left as it is."""
    document, words = pen.document, pen.words
    yield heading(2, words.text("Annexe B. Méthode et comptes"))
    yield from pen.prose(document.method)
    yield words.text(
        "Les cartes sont imprimées telles qu’elles ont été données : regrouper, formuler et traduire n’a "
        "changé aucune carte. Ce cahier ne dit ni qui a écrit une carte, ni l’heure où elle est arrivée : "
        "seulement combien de cartes sont arrivées à chaque quart d’heure."
    )
    if document.votes:
        yield words.text("Gommettes :")
        yield from bullets(_vote(pen, vote) for vote in document.votes)
    yield from weighed.polls(pen, document.polls)
    yield from drawn.flow(pen)
    if document.left_open:
        yield words.text("Ce qui a été laissé tel quel, et pourquoi :")
        yield from bullets(_gap(pen, gap, reason) for gap, reason in document.left_open)


def _vote(pen: Pen, vote: VoteEntry) -> str:
    words = pen.words
    kinds = ", ".join(vocabulary.board(words, kind).lower() for kind in vote.kinds)
    said = words.plural(
        "{themes}, {kinds} : {n} gommette par personne",
        "{themes}, {kinds} : {n} gommettes par personne",
        vote.dots,
        themes=", ".join(vote.themes),
        kinds=kinds,
    )
    if vote.open:
        return words.text("{vote}. Le compte n’est pas fini.", vote=said)
    voters = words.plural("{n} personne", "{n} personnes", vote.voters)
    return words.text("{vote}. Par téléphone : {voters}.", vote=said, voters=voters)


def _gap(pen: Pen, gap: Gap, reason: str) -> str:
    said = vocabulary.lacking(pen.words, gap.missing, _subject(pen, gap))
    return f"{said} {escape_inline(reason)}"


def _subject(pen: Pen, gap: Gap) -> str:
    """What the sentence is about. Of what may be personal, where it stands; a text is not named."""
    subject = gap.subject
    if gap.missing is Missing.PERSONAL_DATA:
        subject = subject.rpartition("/")[0]
        if not subject.isdigit() and subject not in pen.document.references:
            return pen.words.text("un texte du secrétariat")
    if subject.isdigit():
        return pen.to_card(CardNumber(int(subject)))
    reference = Reference(subject.rpartition("/")[2])
    return to_statement(reference) if reference in pen.document.references else reference


def organisations(pen: Pen) -> Blocks:
    """Annex C: whose words were taken up."""
    if pen.document.citations:
        yield heading(2, pen.words.text("Annexe C. Organisations citées"))
        yield from bullets(_citation(citation) for citation in pen.document.citations)


def _citation(citation: Citation) -> str:
    sources = "".join(f", {escape_inline(source)}" for source in citation.sources)
    return f"{escape_line(citation.organisation)}{sources} : {to_statements(citation.statements)}"


def glossary(pen: Pen) -> Blocks:
    """Annex D."""
    if pen.document.glossary:
        yield heading(2, pen.words.text("Annexe D. Mots expliqués"))
        yield from pen.prose(pen.document.glossary)


def credits_and_changes(pen: Pen) -> Blocks:
    """Annex E: who did it, what is kept, which words came before."""
    document, words = pen.document, pen.words
    yield heading(2, words.text("Annexe E. Crédits, données, changements"))
    yield from pen.prose(document.credits)
    if document.privacy:
        yield heading(3, words.text("Ce qui est gardé, et ce qui ne l’est pas"))
        yield from pen.prose(document.privacy)
    if document.histories:
        yield heading(3, words.text("Phrases d’avant"))
        yield words.text("Les énoncés qui ont changé, et les références qui ne servent plus.")
    for history in document.histories:
        yield from _history(pen, history)
    yield heading(3, words.text("Empreinte du texte"))
    yield document.cover.fingerprint
    yield words.text("C’est la somme SHA-256 du fichier cahier.json exporté avec ce texte.")


def _history(pen: Pen, history: History) -> Blocks:
    """A reference no longer in use gets its own heading: earlier papers may point to it."""
    words = pen.words
    if history.in_use:
        yield heading(4, words.text("Avant {reference}", reference=history.reference))
        yield words.text("Aujourd’hui : {reference}", reference=to_statement(history.reference))
    else:
        yield heading(4, history.reference)
        yield _became(pen, history)
    for place, wording in enumerate(history.wordings, start=1):
        yield words.text("Phrase n° {n} :", n=place)
        yield quotation(wording)


def _became(pen: Pen, history: History) -> str:
    if history.now is None:
        return pen.words.text("Cet énoncé a été défait : ses cartes sont ailleurs dans ce cahier.")
    return pen.words.text("Réuni avec d’autres dans {reference}.", reference=to_statement(history.now))
