"""The names that things have for people. One word for one thing, everywhere."""

from dataclasses import dataclass
from enum import StrEnum

from atelier.domain.completeness import Missing
from atelier.domain.personal_data import Personal
from atelier.domain.references import parse, written
from atelier.domain.words import (
    AsideReason,
    Channel,
    Choice,
    Consent,
    Count,
    Fate,
    Kind,
    Maturity,
    ObjectionKind,
    Resolution,
    Role,
    Scale,
    WallMode,
)
from atelier.translations.marking import msgid
from atelier.translations.speech import Speech


@dataclass(frozen=True, slots=True, kw_only=True)
class KindNames:
    """How one speaks of a kind of card: « un constat », « constats », « Ce que je vois »."""

    one: str
    a: str
    many: str
    the: str
    board: str
    meaning: str
    mine: str


_KINDS = {
    Kind.CONSTAT: KindNames(
        one=msgid("constat"),
        a=msgid("un constat"),
        many=msgid("constats"),
        the=msgid("les constats"),
        board=msgid("Constats"),
        meaning=msgid("ce que je vois, ce qui se passe"),
        mine=msgid("Mon constat"),
    ),
    Kind.REVENDICATION: KindNames(
        one=msgid("revendication"),
        a=msgid("une revendication"),
        many=msgid("revendications"),
        the=msgid("les revendications"),
        board=msgid("Revendications"),
        meaning=msgid("ce que nous voulons"),
        mine=msgid("Ma revendication"),
    ),
    Kind.PISTE: KindNames(
        one=msgid("piste d’action"),
        a=msgid("une piste d’action"),
        many=msgid("pistes d’action"),
        the=msgid("les pistes d’action"),
        board=msgid("Pistes d’action"),
        meaning=msgid("ce que nous pouvons faire"),
        mine=msgid("Ma piste d’action"),
    ),
    Kind.QUESTION: KindNames(
        one=msgid("question ouverte"),
        a=msgid("une question ouverte"),
        many=msgid("questions ouvertes"),
        the=msgid("les questions ouvertes"),
        board=msgid("Questions ouvertes"),
        meaning=msgid("ce que nous ne savons pas encore"),
        mine=msgid("Ma question"),
    ),
}

_NAMES: dict[type[StrEnum], dict[str, str]] = {
    Role: {
        Role.PARTICIPANT: msgid("participant·e"),
        Role.WALL: msgid("mur"),
        Role.FACILITATOR: msgid("animation"),
        Role.SECRETARY: msgid("secrétariat"),
        Role.HOST: msgid("organisation"),
    },
    Channel: {
        Channel.PHONE: msgid("téléphone"),
        Channel.PAPER: msgid("papier"),
        Channel.SPOKEN: msgid("à voix haute"),
        Channel.EARLIER: msgid("cahier précédent"),
    },
    Count: {
        Count.PAPER: msgid("papier"),
        Count.HANDS: msgid("mains levées"),
    },
    Scale: {
        Scale.OPINIONS: msgid("d’accord ou pas d’accord"),
        Scale.GRADES: msgid("jugement majoritaire"),
    },
    Choice: {
        Choice.AGREE: msgid("d’accord"),
        Choice.PASS: msgid("je passe"),
        Choice.DISAGREE: msgid("pas d’accord"),
        Choice.VERY_GOOD: msgid("très bien"),
        Choice.GOOD: msgid("bien"),
        Choice.FAIR: msgid("passable"),
        Choice.POOR: msgid("insuffisant"),
        Choice.REJECT: msgid("à rejeter"),
        Choice.BLANK: msgid("sans avis"),
    },
    Consent: {
        Consent.PROPOSED: msgid("proposé"),
        Consent.CLARIFIED: msgid("clarifié"),
        Consent.OBJECTIONS: msgid("objections"),
        Consent.AMENDED: msgid("amendé"),
        Consent.ADOPTED: msgid("adopté"),
    },
    AsideReason: {
        AsideReason.DUPLICATE: msgid("déjà dit sur une autre carte"),
        AsideReason.OFF_TOPIC: msgid("hors sujet"),
        AsideReason.PERSONAL_DATA: msgid("permet de reconnaître une personne"),
        AsideReason.AGAINST_FRAME: msgid("contraire au cadre de la journée"),
        AsideReason.OTHER: msgid("autre raison"),
    },
    Fate: {
        Fate.IN_STATEMENT: msgid("reprise dans un énoncé"),
        Fate.TO_PLACE: msgid("à placer"),
        Fate.SET_ASIDE: msgid("mise de côté"),
        Fate.WITHDRAWN: msgid("retirée par la personne qui l’a écrite"),
    },
    Maturity: {
        Maturity.FIRM: msgid("porté par l’atelier"),
        Maturity.EXISTING_RIGHT: msgid("un droit qui existe déjà"),
        Maturity.TO_DIG: msgid("à creuser"),
        Maturity.OPEN_QUESTION: msgid("question ouverte"),
    },
    ObjectionKind: {
        ObjectionKind.REASONED: msgid("un argument contre"),
        ObjectionKind.LIMIT: msgid("une limite à ne pas franchir"),
    },
    Resolution: {
        Resolution.LIFTED: msgid("levée"),
        Resolution.AMENDED: msgid("levée : la phrase a changé"),
        Resolution.KEPT: msgid("maintenue"),
        Resolution.WITHDRAWN: msgid("retirée"),
    },
    WallMode: {
        WallMode.WALL: msgid("le mur entier"),
        WallMode.ONE_BY_ONE: msgid("une carte à la fois"),
        WallMode.JOIN: msgid("comment se connecter"),
        WallMode.DOTS: msgid("le vote"),
    },
}
"""By type, for « papier » is a channel and a way to count: equal as strings, not as things."""

_MISSING = {
    Missing.CARD_TO_PLACE: msgid("La carte n° {subject} n’est pas encore placée."),
    Missing.CARD_UNTRANSLATED: msgid("La carte n° {subject} n’est pas encore traduite."),
    Missing.STATEMENT_UNWORDED: msgid("{subject} n’a pas encore de phrase."),
    Missing.STATEMENT_WITHOUT_SOURCE: msgid("Toutes les cartes de {subject} ont été retirées."),
    Missing.REVENDICATION_UNFOUNDED: msgid("{subject} n’est fondée sur aucun constat."),
    Missing.CONSTAT_UNUSED: msgid("Aucune revendication ne se fonde sur {subject}."),
    Missing.OBJECTION_OPEN: msgid("L’objection {subject} attend une réponse."),
    Missing.REFERENCE_BROKEN: msgid("Un texte du cahier cite un énoncé qui n’existe plus : {subject}."),
    Missing.PROSE_ASTRAY: msgid(
        "Un texte écrit près de {subject} n’est plus imprimé : cet énoncé a été défait."
    ),
    Missing.PERSONAL_DATA: msgid("On pourrait peut-être reconnaître une personne ({where}) : {what}."),
}

_PERSONAL = {
    Personal.PHONE: msgid("un numéro de téléphone"),
    Personal.EMAIL: msgid("une adresse e-mail"),
    Personal.NIR: msgid("un numéro de sécurité sociale"),
    Personal.ALLOCATAIRE: msgid("un numéro d’allocataire"),
    Personal.NAME: msgid("le nom d’une personne"),
}

Named = (
    Role
    | Channel
    | Count
    | Scale
    | Choice
    | Consent
    | AsideReason
    | Fate
    | Maturity
    | ObjectionKind
    | Resolution
    | WallMode
)


def kind_names(kind: Kind, speech: Speech) -> KindNames:
    """Everything one says of this kind of card, in this language."""
    names = _KINDS[kind]
    return KindNames(
        one=speech.text(names.one),
        a=speech.text(names.a),
        many=speech.text(names.many),
        the=speech.text(names.the),
        board=speech.text(names.board),
        meaning=speech.text(names.meaning),
        mine=speech.text(names.mine),
    )


def name(thing: Named, speech: Speech) -> str:
    """A role, a channel, a reason, a fate…: in small letters, to stand within a sentence."""
    return speech.text(_NAMES[type(thing)][thing])


def missing(gap: Missing, subject: str, speech: Speech) -> str:
    """What is not finished, in a sentence. Of `section/reference`, the reference is said."""
    before, _, last = subject.rpartition("/")
    if gap is Missing.PERSONAL_DATA:
        return speech.text(
            _MISSING[gap], where=_where(before, speech), what=speech.text(_PERSONAL[Personal(last)])
        )
    return speech.text(_MISSING[gap], subject=written(int(last)) if last.isdigit() else last)


def _where(place: str, speech: Speech) -> str:
    """A card, a statement, or a text of the secretary."""
    if place.isdigit():
        return speech.text("carte n° {n}", n=written(int(place)))
    return place if parse(place) else speech.text("un texte du cahier")
