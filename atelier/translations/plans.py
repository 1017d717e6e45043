"""What an import brings, how numbers are written after it, and what a person must settle."""

from collections.abc import Iterator
from contextlib import suppress

from atelier.cahier.titles import of_section
from atelier.domain.state import Convention
from atelier.domain.words import SectionName
from atelier.exchange.merging import Conflict, Plan, What
from atelier.translations.marking import msgid, msgids
from atelier.translations.speech import Speech

_COUNTED = {
    "bring_card": msgids("{n} carte", "{n} cartes"),
    "bring_statement": msgids("{n} énoncé", "{n} énoncés"),
    "carry_statement": msgids("{n} énoncé d’un cahier précédent", "{n} énoncés d’un cahier précédent"),
    "bring_vote": msgids("{n} vote", "{n} votes"),
    "bring_poll": msgids("{n} vote d’avis ou de mentions", "{n} votes d’avis ou de mentions"),
    "bring_block": msgids("{n} texte entre deux parties", "{n} textes entre deux parties"),
    "match_statements": msgids("{n} rapprochement", "{n} rapprochements"),
    "write_section": msgids("{n} texte du cahier", "{n} textes du cahier"),
    "add_theme": msgids("{n} thème", "{n} thèmes"),
    "add_axis": msgids("{n} axe", "{n} axes"),
}

_TO_SETTLE = {
    What.THEME_RENAMED: msgid("Thème {subject} : il s’appelle « {here} » ici, « {there} » là-bas."),
    What.THEME_QUESTION: msgid("Thème {subject} : la question n’est pas la même. Là-bas : « {there} »."),
    What.CARD: msgid("Carte n° {subject} : changée ici et là-bas. Ici : « {here} ». Là-bas : « {there} »."),
    What.STATEMENT: msgid("{subject} : changé ici et là-bas. Ici : « {here} ». Là-bas : « {there} »."),
    What.OBJECTION: msgid("Objection sur {subject}. Ici : « {here} ». Là-bas : « {there} »."),
    What.SECTION: msgid("Le texte « {subject} » est écrit ici et là-bas. Là-bas : « {there} »."),
    What.AXIS: msgid("Axe « {subject} » : changé ici et là-bas."),
    What.VOTE_OPEN: msgid(
        "{subject} : un vote est encore ouvert là-bas. Fermez-le, puis importez de nouveau."
    ),
    What.VOTE: msgid(
        "{subject} : les gommettes ne sont plus les mêmes là-bas ({there}). Celles d’ici restent."
    ),
    What.POLL: msgid(
        "{subject} : les réponses ne sont plus les mêmes là-bas ({there}). Celles d’ici restent."
    ),
    What.BLOCK: msgid("Texte « {subject} » : il n’y a plus de place ici pour lui. Là-bas : « {there} »."),
    What.ORDER: msgid("L’ordre du cahier de là-bas ne vient pas : celui d’ici reste."),
}
_ANY = msgid("{subject} : ce n’est pas la même chose. Ici : « {here} ». Là-bas : « {there} ».")

_SHOWN_CHARACTERS_MAX = 200  # of each of two texts, side by side in one sentence


def brought(plan: Plan, speech: Speech) -> str:
    """« 41 cartes, 12 énoncés », or that everything is here already."""
    if plan.empty:
        return speech.text("Tout est déjà ici : rien à ajouter.")
    counted = [
        speech.plural(*_COUNTED[name], many)
        for name, many in plan.counts.items()
        if name in _COUNTED and many
    ]
    said = speech.listing(counted) or speech.text("des changements")
    return speech.text("À ajouter ou à mettre à jour : {what}.", what=said)


def numbers(plan: Plan, speech: Speech) -> Iterator[str]:
    """The slips that people hold stay valid: this says how they are read here."""
    for one in plan.letters_given:
        had = f"{one.had}-41" if one.had else "41"
        yield speech.text(
            "« {title} » : sa carte {had} s’écrit {now} ici. Les papiers déjà donnés restent valables.",
            title=one.title,
            had=had,
            now=f"{one.letter}-41",
        )


def to_settle(plan: Plan, here: Convention, speech: Speech) -> list[str]:
    """One sentence for each thing that the machine would have had to choose."""
    return [_conflict(one, here, speech) for one in plan.conflicts]


def said_each_time(speech: Speech) -> str:
    """So that nobody takes what was left as it is for something new."""
    return speech.text("Ce que vous laissez tel quel sera redit à chaque import : ce n’est pas nouveau.")


def _conflict(one: Conflict, here: Convention, speech: Speech) -> str:
    said = _TO_SETTLE.get(one.what, _ANY)
    subject = one.subject
    if one.what is What.SECTION:
        with suppress(KeyError):  # of a theme that is only to come
            subject = of_section(speech, here, SectionName(subject))
    return speech.text(said, subject=subject, here=_short(one.here), there=_short(one.there))


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN_CHARACTERS_MAX else f"{line[:_SHOWN_CHARACTERS_MAX]}…"
