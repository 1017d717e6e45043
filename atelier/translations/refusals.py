"""What a person reads when a command is refused: what happened, what is kept, what to do."""

from atelier.domain.references import written
from atelier.domain.refusals import Because, Refusal
from atelier.domain.words import Kind
from atelier.translations.fitting import fitting
from atelier.translations.marking import msgid
from atelier.translations.names import kind_names
from atelier.translations.refused_fields import BY_FIELD
from atelier.translations.speech import Speech

SENTENCES: dict[Because, tuple[str, ...]] = {
    Because.NOT_YOUR_ROLE: (
        msgid("On ne peut pas faire cela depuis cet écran. Demandez à l’équipe qui anime."),
    ),
    Because.NOT_YOUR_THEME: (
        msgid("Vous vous occupez d’un autre thème que celui-ci. Demandez à l’équipe de ce thème."),
    ),
    Because.NOT_YOUR_CARD: (
        msgid(
            "La carte n° {card} a été écrite sur un autre appareil. "
            "Reprenez cet appareil, ou parlez au secrétariat."
        ),
        msgid(
            "Cette carte a été écrite sur un autre appareil. Reprenez cet appareil, ou parlez au secrétariat."
        ),
    ),
    Because.NEEDS_A_BROWSER: (
        msgid(
            "Cet appareil refuse les cookies : il ne peut pas voter. "
            "Votez sur papier ou à main levée : cela compte autant."
        ),
    ),
    Because.TEAM_ONLY_FIELD: (
        msgid(
            "Cette case est pour l’équipe. Laissez-la vide et renvoyez votre carte : "
            "votre texte est gardé ici."
        ),
    ),
    Because.CONVENTION_CLOSED: (
        msgid(
            "La convention est finie : plus rien ne change. "
            "Ce que vous avez écrit est gardé ici. Montrez-le à l’équipe."
        ),
    ),
    Because.CONVENTION_OPEN: (msgid("La convention est déjà ouverte. Vous n’avez rien à faire."),),
    Because.THEME_FROZEN: (
        msgid(
            "Les cartes du thème {theme} ne changent plus. "
            "Ce que vous avez écrit est gardé ici. Montrez-le au secrétariat."
        ),
        msgid(
            "Les cartes de ce thème ne changent plus. "
            "Ce que vous avez écrit est gardé ici. Montrez-le au secrétariat."
        ),
    ),
    Because.THEME_PAUSED: (
        msgid("C’est la pause. Votre texte est gardé ici. Renvoyez-le quand la pause est finie."),
    ),
    Because.KIND_NOT_NOW: (
        msgid(
            "Ce n’est pas le moment d’écrire {the_kind}. Maintenant, c’est : {step}. "
            "Votre texte est gardé ici. Renvoyez-le plus tard, ou montrez-le au secrétariat."
        ),
        msgid("Ce n’est pas le moment d’écrire cela. Votre texte est gardé ici. Renvoyez-le plus tard."),
    ),
    Because.NO_STEP: (
        msgid("Aucune étape n’a commencé pour le thème {theme}. Commencez d’abord une étape."),
        msgid("Il n’y a pas d’étape dans le programme. Ajoutez-en une, puis recommencez."),
    ),
    Because.CHANGED_MEANWHILE: (
        msgid(
            "Une autre personne a changé ce texte en même temps que vous. Le vôtre est gardé ici. "
            "Comparez les deux, puis enregistrez."
        ),
    ),
    Because.CARD_WITHDRAWN: (
        msgid("La carte n° {card} a été retirée. Son texte est effacé. Choisissez une autre carte."),
        msgid("Cette carte a été retirée. Son texte est effacé. Choisissez une autre carte."),
    ),
    Because.CARD_SET_ASIDE: (
        msgid("La carte n° {card} est mise de côté. Remettez-la d’abord sur le mur."),
        msgid("Cette carte est mise de côté. Remettez-la d’abord sur le mur."),
    ),
    Because.CARD_PLACED: (
        msgid("La carte n° {card} est déjà dans {statement}. Sortez-la d’abord de {statement}."),
        msgid("Cette carte est déjà dans un énoncé. Sortez-la d’abord."),
    ),
    Because.CARD_NOT_PLACED: (
        msgid("La carte n° {card} n’est pas dans cet énoncé. Choisissez une autre carte."),
        msgid("Cette carte n’est pas dans cet énoncé. Choisissez une autre carte."),
    ),
    Because.CARD_MOVED_SINCE: (
        msgid("La carte n° {card} n’est plus dans {statement}. Rien n’a changé : vous pouvez continuer."),
        msgid("Une carte n’est plus dans cet énoncé. Rien n’a changé : vous pouvez continuer."),
    ),
    Because.STATEMENT_GONE: (
        msgid("{statement} a été réuni avec d’autres dans {into}. Continuez avec {into}."),
        msgid("{statement} n’existe plus. Ses cartes sont revenues sur le mur."),
        msgid("Cet énoncé n’existe plus. Ses cartes sont revenues sur le mur."),
    ),
    Because.STATEMENT_LIVE: (
        msgid("{statement} est déjà là. Vous n’avez rien à faire."),
        msgid("Cet énoncé est déjà là. Vous n’avez rien à faire."),
    ),
    Because.VOTE_OPEN: (
        msgid("On vote sur {statement}. Attendez la fin pour le changer."),
        msgid("On vote déjà dans le thème {theme}. Attendez la fin."),
        msgid("On vote en ce moment. Attendez la fin."),
    ),
    Because.NO_VOTE: (
        msgid("On ne vote pas sur {statement} en ce moment. Attendez qu’on vous le demande."),
        msgid("On ne vote pas dans le thème {theme} en ce moment. Ouvrez d’abord le vote."),
        msgid("On ne vote pas en ce moment. Attendez qu’on vous le demande."),
    ),
    Because.DISAGREEMENT_NOT_NOW: (
        msgid(
            "Ce n’est pas le moment de marquer un désaccord. Dites-le à voix haute : l’équipe peut le noter."
        ),
    ),
    Because.NOT_WORDED: (
        msgid("{statement} n’a pas encore de phrase. Formulez-la d’abord, ensemble."),
        msgid("Cet énoncé n’a pas encore de phrase. Formulez-la d’abord, ensemble."),
    ),
    Because.OBJECTIONS_OPEN: (
        msgid("Une objection à {statement} attend une réponse. Dites d’abord ce qu’elle est devenue."),
        msgid("Une objection attend une réponse. Dites d’abord ce qu’elle est devenue."),
    ),
    Because.NOTHING_TO_UNDO: (
        msgid("Cela ne peut pas être annulé. Rien n’a changé : vous pouvez continuer."),
    ),
    Because.GAPS_OPEN: (
        msgid(
            "Le cahier n’est pas fini. Choses à régler ou à expliquer : {gaps}. "
            "Regardez la liste, puis recommencez."
        ),
        msgid("Le cahier n’est pas fini. Regardez la liste de ce qui manque, puis recommencez."),
    ),
    Because.TEXT_TOO_LONG: (
        msgid(
            "Votre texte fait {length} signes, la place est de {limit}. Raccourcissez-le : il est gardé ici."
        ),
        msgid("Votre texte est trop long. Raccourcissez-le : il est gardé ici."),
    ),
    Because.TOO_MANY: (
        msgid("Il y en a {given}, la limite est {limit}. Enlevez-en, puis recommencez."),
        msgid("Il y en a trop. Enlevez-en, puis recommencez."),
    ),
    Because.TEXT_EMPTY: (msgid("Il manque le texte. Écrivez, puis renvoyez."),),
    Because.BAD_VALUE: (
        msgid("« {given} » ne va pas ici. Choisissez un nombre entre {low} et {high}."),
        msgid("« {given} » ne va pas ici. Corrigez, puis recommencez."),
        msgid("Une case n’est pas bien remplie. Corrigez-la, puis recommencez."),
    ),
    Because.UNKNOWN: (
        msgid("« {given} » n’existe pas ici. Vérifiez, puis recommencez."),
        msgid("Cela n’existe pas ici. Revenez à la première page."),
    ),
    Because.UNKNOWN_COMMAND: (
        msgid("Cette page demande une chose que nous ne savons pas faire. Rechargez la page."),
    ),
    Because.NOT_A_BOARD_HERE: (
        msgid(
            "Le thème {theme} n’a pas de place pour {the_kind}. Choisissez autre chose. "
            "Ce que vous avez écrit est gardé ici."
        ),
        msgid(
            "Ce thème n’a pas de place pour cela. Choisissez autre chose. "
            "Ce que vous avez écrit est gardé ici."
        ),
    ),
    Because.KINDS_DIFFER: (
        msgid(
            "Ces choix ne vont pas ensemble : il y a des constats et autre chose. Choisissez une seule sorte."
        ),
    ),
    Because.NO_COMMON_THEME: (
        msgid("Ces choix n’ont pas de thème en commun. Choisissez dans un seul thème."),
    ),
    Because.THEME_SHARED: (
        msgid("{statement} vient du même atelier qu’un autre choix. Réunissez-les plutôt en un seul énoncé."),
        msgid("Ces énoncés viennent du même atelier. Réunissez-les plutôt en un seul énoncé."),
    ),
    Because.CANNOT_BE_FOUNDED: (
        msgid(
            "On ne peut pas fonder {the_kind} sur {the_on}. Une revendication se fonde sur des constats, "
            "une piste d’action sur des constats ou des revendications."
        ),
        msgid(
            "Cela ne peut pas se fonder ainsi. Une revendication se fonde sur des constats, "
            "une piste d’action sur des constats ou des revendications."
        ),
    ),
    Because.TOO_MANY_DOTS: (
        msgid(
            "Vos gommettes en tout : {limit}. Il vous en reste : {left}. "
            "Enlevez-en ailleurs pour en poser ici."
        ),
        msgid("Vous n’avez plus assez de gommettes. Enlevez-en ailleurs pour en poser ici."),
    ),
    Because.ALREADY_THERE: (
        msgid("« {given} » est déjà pris. Choisissez autre chose."),
        msgid("C’est déjà fait. Vous n’avez rien à faire."),
    ),
    Because.ROOM_FIXED: (
        msgid("Il y a déjà des cartes : la lettre de la salle ne change plus. Vous n’avez rien perdu."),
    ),
    Because.CARD_CARRIED: (
        msgid("La carte n° {card} vient d’un cahier précédent : ses mots restent ce qu’ils étaient."),
        msgid("Cette carte vient d’un cahier précédent : ses mots restent ce qu’ils étaient."),
    ),
    Because.NOTHING_CHOSEN: (msgid("Il manque un choix. Choisissez, puis recommencez."),),
    Because.TOO_FAST: (
        msgid(
            "Cela va trop vite. Ce que vous avez écrit est gardé ici. Attendez une minute, puis recommencez."
        ),
    ),
    Because.CANNOT_WRITE: (
        msgid(
            "La machine ne peut plus rien enregistrer. Ce que vous avez écrit est gardé ici. "
            "Prévenez l’équipe, ou écrivez sur papier."
        ),
    ),
}
"""Each reason, from the sentence that says most to the one that needs nothing."""

_KINDS = ("kind", "on")


def sentence(refusal: Refusal, speech: Speech) -> str:
    """The sentence that says most with what the refusal carries."""
    known = _values(refusal, speech)
    special = BY_FIELD.get((refusal.because, refusal.field or ""))
    told = (*((special,) if special else ()), *SENTENCES[refusal.because])
    return fitting(told, known, speech)


def _values(refusal: Refusal, speech: Speech) -> dict[str, str | int]:
    """What the refusal carries and is not empty; kinds under the names they have for people."""
    values = {name: value for name, value in refusal.about.items() if value != ""}
    if refusal.field in {"card", "cards", "target", "targets"}:
        numbers = {name: value for name, value in values.items() if name in {"card", "given"}}
        values |= {name: written(value) for name, value in numbers.items() if isinstance(value, int)}
    for name in _KINDS:
        if values.get(name) in tuple(Kind):
            values[f"the_{name}"] = kind_names(Kind(str(values[name])), speech).the
    return values
