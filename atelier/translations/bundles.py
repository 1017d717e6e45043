"""Why a bundle is refused, in a sentence that says what to do."""

from atelier.exchange.earlier_file import NotACahier
from atelier.store.unbundling import BadBundle, Because
from atelier.translations.marking import msgid
from atelier.translations.speech import Speech

_SENTENCES = {
    Because.NOT_A_ZIP: msgid(
        "Ce n’est pas une archive d’Atelier : il faut le fichier .zip d’une convention."
    ),
    Because.TOO_LARGE: msgid("Cette archive est trop grosse pour être celle d’une convention."),
    Because.NAME_LEADS_OUT: msgid(
        "Cette archive est dangereuse : « {about} » voudrait s’écrire ailleurs. N’ouvrez pas ce fichier."
    ),
    Because.LINK: msgid(
        "Cette archive est dangereuse : « {about} » renvoie ailleurs. N’ouvrez pas ce fichier."
    ),
    Because.UNEXPECTED: msgid("Ce fichier .zip contient autre chose qu’une convention : {about}"),
    Because.ABSENT: msgid("Il manque {about} dans ce fichier .zip : ce n’est pas une archive d’Atelier."),
    Because.REPACKED: msgid(
        "Cette archive a été refaite par un autre programme. Prenez le fichier qu’Atelier a écrit."
    ),
    Because.DAMAGED: msgid(
        "Cette archive est abîmée, ou sa copie n’est pas finie. Copiez-la de nouveau depuis l’autre machine."
    ),
    Because.NOT_OURS: msgid("Cette archive n’a pas été écrite par Atelier."),
    Because.NEWER: msgid("Cette archive vient d’une version plus récente d’Atelier. Mettez Atelier à jour."),
    Because.TOO_MANY_EVENTS: msgid("Cette archive est trop grosse pour être celle d’une convention."),
    Because.NOT_AN_EVENT: msgid("L’événement n° {about} de cette archive n’a pas pu être écrit par Atelier."),
    Because.IMPOSSIBLE: msgid(
        "Cette archive raconte une journée qui n’a pas pu avoir lieu ({about}) : elle n’est pas d’Atelier."
    ),
}


def why_not(refused: BadBundle, speech: Speech) -> str:
    """It ends by saying that nothing was written."""
    said = speech.text(_SENTENCES[refused.because], about=_short(refused.about))
    return speech.text("{why} Rien n’a été importé.", why=said)


def why_no_cahier(refused: NotACahier, speech: Speech) -> str:
    """The same, of an earlier cahier."""
    newer = speech.text("Ce cahier vient d’une version plus récente d’Atelier. Mettez Atelier à jour.")
    other = speech.text("Ce n’est pas un cahier d’Atelier : il faut son cahier.json, ou l’archive .zip.")
    return speech.text("{why} Rien n’a été importé.", why=newer if refused.newer else other)


def _short(about: str) -> str:
    """A name comes from anywhere: as much as can be read, and nothing that moves the screen."""
    return "".join(letter if letter.isprintable() else "?" for letter in about[:60])
