"""What a person reads when one field of a command is at fault, where that is better said apart."""

from atelier.domain.refusals import Because
from atelier.translations.marking import msgid

BY_FIELD: dict[tuple[Because, str], str] = {
    (Because.UNKNOWN, "theme"): msgid("Il n’y a pas de thème « {given} » ici. Choisissez dans la liste."),
    (Because.UNKNOWN, "card"): msgid("Il n’y a pas de carte n° {given}. Vérifiez le numéro."),
    (Because.UNKNOWN, "cards"): msgid("Il n’y a pas de carte n° {given}. Vérifiez le numéro."),
    (Because.UNKNOWN, "statement"): msgid("Il n’y a pas d’énoncé {given}. Vérifiez la référence."),
    (Because.UNKNOWN, "statements"): msgid("Il n’y a pas d’énoncé {given}. Vérifiez la référence."),
    (Because.UNKNOWN, "founded_on"): msgid("Il n’y a pas d’énoncé {given}. Vérifiez la référence."),
    (Because.UNKNOWN, "parts"): msgid(
        "Cette partie n’est plus dans le cahier. Regardez l’ordre, puis recommencez."
    ),
    (Because.UNKNOWN, "block"): msgid(
        "Ce texte n’est plus dans le cahier. Regardez la liste, puis recommencez."
    ),
    (Because.UNKNOWN, "axis"): msgid(
        "Ce fil n’est plus dans le cahier. Regardez la liste, puis recommencez."
    ),
    (Because.UNKNOWN, "match"): msgid("Ces énoncés sont déjà séparés. Vous n’avez rien à faire."),
    (Because.BAD_VALUE, "parts"): msgid(
        "Les annexes restent à la fin, dans leur ordre. Remettez-les à la fin, puis recommencez."
    ),
    (Because.CHANGED_MEANWHILE, "parts"): msgid(
        "Une autre personne a changé l’ordre en même temps que vous. "
        "Regardez le nouvel ordre, puis recommencez."
    ),
    (Because.ALREADY_THERE, "statements"): msgid(
        "{given} est déjà rapproché d’autres énoncés. Séparez-les d’abord, puis recommencez."
    ),
    (Because.BAD_VALUE, "key"): msgid("La carte n’est pas partie. Votre texte est gardé ici. Renvoyez-le."),
    (Because.ALREADY_THERE, "source"): msgid(
        "Ce paquet vient de cette convention-ci, ou d’une copie sans lettre de salle. Il n’y a rien à réunir."
    ),
    (Because.BAD_VALUE, "room"): msgid("« {given} » ne va pas. La salle a une seule lettre, de A à Z."),
    (Because.BAD_VALUE, "code"): msgid("Le code « {given} » ne va pas. Il faut 2 ou 3 lettres majuscules."),
    (Because.BAD_VALUE, "dates"): msgid("La date « {given} » ne va pas. Écrivez-la ainsi : 2023-09-16."),
    (Because.BAD_VALUE, "start"): msgid("L’heure « {given} » ne va pas. Écrivez-la ainsi : 10:00."),
    (Because.BAD_VALUE, "lang"): msgid("La langue « {given} » ne va pas. Choisissez dans la liste."),
    (Because.NOT_A_BOARD_HERE, "boards"): msgid(
        "Le thème {theme} a déjà des cartes parmi {the_kind}. Gardez leur colonne."
    ),
    (Because.VOTE_OPEN, "convention"): msgid(
        "On vote ici en ce moment, dans le thème {theme}. Fermez ce vote, puis importez de nouveau."
    ),
    (Because.NOTHING_CHOSEN, "statements"): msgid("Choisissez au moins deux énoncés, puis recommencez."),
}
"""What is better said for one field."""
