"""The words of the product, said in the reader's language."""

from typing import assert_never

from atelier.cahier.entries import Withheld
from atelier.cahier.words import Words
from atelier.domain.completeness import Missing
from atelier.domain.words import (
    AsideReason,
    Channel,
    Choice,
    Consent,
    Fate,
    Kind,
    Maturity,
    ObjectionKind,
    Resolution,
)


def board(words: Words, kind: Kind) -> str:
    """The title of a board."""
    match kind:
        case Kind.CONSTAT:
            return words.text("Constats")
        case Kind.REVENDICATION:
            return words.text("Revendications")
        case Kind.PISTE:
            return words.text("Pistes d’action")
        case Kind.QUESTION:
            return words.text("Questions ouvertes")
        case _:
            assert_never(kind)


def a_card(words: Words, kind: Kind) -> str:
    """What one card says it is."""
    match kind:
        case Kind.CONSTAT:
            return words.text("Constat")
        case Kind.REVENDICATION:
            return words.text("Revendication")
        case Kind.PISTE:
            return words.text("Piste d’action")
        case Kind.QUESTION:
            return words.text("Question")
        case _:
            assert_never(kind)


def by(words: Words, channel: Channel) -> str:
    """How a card came."""
    match channel:
        case Channel.PHONE:
            return words.text("par téléphone")
        case Channel.PAPER:
            return words.text("sur papier")
        case Channel.SPOKEN:
            return words.text("à voix haute")
        case Channel.EARLIER:
            return words.text("d’un cahier précédent")
        case _:
            assert_never(channel)


def became(words: Words, fate: Fate) -> str:
    """A line of the ledger."""
    match fate:
        case Fate.IN_STATEMENT:
            return words.text("Reprises dans un énoncé")
        case Fate.TO_PLACE:
            return words.text("Encore à placer")
        case Fate.SET_ASIDE:
            return words.text("Mises de côté, avec la raison")
        case Fate.WITHDRAWN:
            return words.text("Retirées par la personne qui les avait écrites")
        case _:
            assert_never(fate)


def reason(words: Words, why: AsideReason) -> str:
    """Why a card was set aside."""
    match why:
        case AsideReason.DUPLICATE:
            return words.text("déjà dit sur une autre carte")
        case AsideReason.OFF_TOPIC:
            return words.text("hors sujet")
        case AsideReason.PERSONAL_DATA:
            return words.text("permet de reconnaître une personne")
        case AsideReason.AGAINST_FRAME:
            return words.text("contraire au cadre de la journée")
        case AsideReason.OTHER:
            return words.text("autre raison")
        case _:
            assert_never(why)


def silence(words: Words, why: Withheld) -> str:
    """What is printed where the words of a card are not."""
    match why:
        case Withheld.WITHDRAWN:
            return words.text("Carte retirée : texte effacé.")
        case Withheld.PERSONAL_DATA:
            return words.text("Texte non publié : on pourrait y reconnaître une personne.")
        case Withheld.AGAINST_FRAME:
            return words.text("Texte non publié : contraire au cadre.")
        case Withheld.HIDDEN:
            return words.text("Carte pas encore dévoilée.")
        case _:
            assert_never(why)


def standing(words: Words, maturity: Maturity) -> str:
    """How far the workshop stands behind a statement."""
    match maturity:
        case Maturity.FIRM:
            return words.text("porté par l’atelier")
        case Maturity.EXISTING_RIGHT:
            return words.text("un droit qui existe déjà")
        case Maturity.TO_DIG:
            return words.text("à creuser")
        case Maturity.OPEN_QUESTION:
            return words.text("question ouverte")
        case _:
            assert_never(maturity)


def choice(words: Words, given: Choice) -> str:
    """What one person says of a statement."""
    match given:
        case Choice.AGREE:
            return words.text("d’accord")
        case Choice.PASS:
            return words.text("je passe")
        case Choice.DISAGREE:
            return words.text("pas d’accord")
        case Choice.VERY_GOOD:
            return words.text("très bien")
        case Choice.GOOD:
            return words.text("bien")
        case Choice.FAIR:
            return words.text("passable")
        case Choice.POOR:
            return words.text("insuffisant")
        case Choice.REJECT:
            return words.text("à rejeter")
        case Choice.BLANK:
            return words.text("sans avis")
        case _:
            assert_never(given)


def consent(words: Words, stage: Consent) -> str:
    """How far a consent round has come."""
    match stage:
        case Consent.PROPOSED:
            return words.text("proposé")
        case Consent.CLARIFIED:
            return words.text("clarifié")
        case Consent.OBJECTIONS:
            return words.text("objections")
        case Consent.AMENDED:
            return words.text("amendé")
        case Consent.ADOPTED:
            return words.text("adopté")
        case _:
            assert_never(stage)


def objection(words: Words, kind: ObjectionKind) -> str:
    """What kind of objection."""
    match kind:
        case ObjectionKind.REASONED:
            return words.text("un argument contre")
        case ObjectionKind.LIMIT:
            return words.text("une limite à ne pas franchir")
        case _:
            assert_never(kind)


def outcome(words: Words, how: Resolution | None) -> str:
    """What became of an objection."""
    match how:
        case None:
            return words.text("sans suite pour l’instant")
        case Resolution.LIFTED:
            return words.text("levée")
        case Resolution.AMENDED:
            return words.text("levée : la phrase a changé")
        case Resolution.KEPT:
            return words.text("maintenue")
        case Resolution.WITHDRAWN:
            return words.text("retirée")
        case _:
            assert_never(how)


def lacking(words: Words, missing: Missing, subject: str) -> str:
    """What was left as it is; `subject` may be a link."""
    match missing:
        case Missing.CARD_TO_PLACE:
            return words.text("La carte n° {subject} n’est pas encore placée.", subject=subject)
        case Missing.CARD_UNTRANSLATED:
            return words.text("La carte n° {subject} n’est pas encore traduite.", subject=subject)
        case Missing.STATEMENT_UNWORDED:
            return words.text("{subject} n’a pas encore de phrase.", subject=subject)
        case Missing.STATEMENT_WITHOUT_SOURCE:
            return words.text("Toutes les cartes de {subject} ont été retirées.", subject=subject)
        case Missing.REVENDICATION_UNFOUNDED:
            return words.text("{subject} n’est fondée sur aucun constat.", subject=subject)
        case Missing.CONSTAT_UNUSED:
            return words.text("Aucune revendication ne se fonde sur {subject}.", subject=subject)
        case Missing.OBJECTION_OPEN:
            return words.text("L’objection {subject} attend une réponse.", subject=subject)
        case Missing.REFERENCE_BROKEN:
            return words.text(
                "Un texte du cahier cite un énoncé qui n’existe plus : {subject}.", subject=subject
            )
        case Missing.PROSE_ASTRAY:
            return words.text(
                "Un texte écrit près de {subject} n’est plus imprimé : cet énoncé a été défait.",
                subject=subject,
            )
        case Missing.PERSONAL_DATA:
            return words.text(
                "On pourrait peut-être y reconnaître une personne : {subject}.", subject=subject
            )
        case _:
            assert_never(missing)
