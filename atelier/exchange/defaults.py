"""What a convention has when its programme file says nothing of it."""

from collections.abc import Sequence

from atelier.domain.steps import Step
from atelier.domain.words import Kind, WallMode
from atelier.translations import Speech

LICENCE = "CC BY-SA 4.0"
KEEP_DAYS = 90

_DEMANDS = (Kind.REVENDICATION, Kind.PISTE, Kind.QUESTION)


def steps(speech: Speech) -> tuple[Step, ...]:
    """Two hours. Nobody writes before the privacy notice was read aloud, nor once all is read back."""
    text = speech.text
    return (
        Step(label=text("Accueil"), minutes=10, late=False, wall=WallMode.JOIN),
        Step(label=text("Constats, en silence"), minutes=15, post=(Kind.CONSTAT,), hidden=True),
        Step(label=text("Lire et regrouper"), minutes=30, post=(Kind.CONSTAT,), wall=WallMode.ONE_BY_ONE),
        Step(label=text("Revendications"), minutes=20, post=_DEMANDS),
        Step(label=text("Relier"), minutes=15, post=_DEMANDS, disagree=True),
        Step(label=text("Gommettes"), minutes=10, dots=5, wall=WallMode.DOTS),
        Step(label=text("Relecture"), minutes=20, late=False),
    )


def privacy_notice(speech: Speech, organisers: Sequence[str], keep_days: int) -> str:
    """What is read aloud before anybody writes, in one minute; Markdown."""
    text = speech.text
    asking = speech.listing(organisers) or text("Les personnes qui organisent cette journée")
    return "\n\n".join(
        (
            text("**Qui demande ?** {organisers}.", organisers=asking),
            text(
                "**Pourquoi ?** Pour écrire ensemble un cahier : ce que nous voyons, ce que nous voulons. "
                "Le cahier sera publié. Tout le monde pourra le lire."
            ),
            text(
                "**Qu’est-ce qui est gardé ?** Le texte de vos cartes, et vos gommettes. Pas votre nom, "
                "pas votre adresse, pas votre numéro. Écrire n’est pas obligatoire. Si vous écrivez, "
                "vous acceptez que votre texte soit dans le cahier. N’écrivez rien qui permette de vous "
                "reconnaître, vous ou une autre personne."
            ),
            text(
                "**Combien de temps ?** À la fin, nous effaçons ce qui relie une carte à un téléphone. "
                "Après {keep_days} jours au plus, nous effaçons les notes de la journée. Le cahier reste.",
                keep_days=keep_days,
            ),
            text(
                "**Vous changez d’avis ?** Corrigez ou retirez votre carte depuis votre téléphone, "
                "ou demandez au secrétariat."
            ),
            text(
                "**Internet ?** Non. Rien ne sort de cette salle avant le cahier. Sans téléphone, "
                "prenez une carte en papier : elle compte autant."
            ),
        )
    )
