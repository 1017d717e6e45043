"""What the secretary does to the document is said in the journal, without the words of the texts."""

from atelier.domain import commands as c
from atelier.domain.words import AxisId, BlockId, Kind, MatchId, PartName
from atelier.translations import speech
from atelier.web.pages.desk.telling import tell
from tests.domain.play import REVENDICATION, SECRETARY, Play

FRENCH = speech("fr")
A1, B1 = AxisId("A1"), BlockId("B1")


def test_every_act_on_the_document_is_told() -> None:
    play = Play()
    one, other = play.statement(REVENDICATION, "Oui."), play.statement(REVENDICATION, "Oui.", "TR")
    second = play.statement(REVENDICATION, "Aussi.")
    board = c.ArrangeBoard(chapter=PartName("theme:DS"), kind=Kind.REVENDICATION, statements=(second,))
    asked: list[tuple[c.Command, str]] = [
        (c.WriteSection(section="next", text="Secret."), "texte écrit : Et maintenant"),
        (c.ArrangeDocument(parts=(PartName("next"), PartName("foreword"))), "cahier mis en ordre"),
        (c.AddBlock(title=""), "texte ajouté : Texte sans titre"),
        (c.EditBlock(block=B1, title="Récit"), "titre changé : Récit"),
        (c.RemoveBlock(block=B1), "texte enlevé du cahier : Récit"),
        (c.RestoreBlock(block=B1), "texte remis dans le cahier : Récit"),
        (board, "Revendications mis en ordre : Droits sociaux (DS)"),
        (c.MatchStatements(statements=(one, other)), "DS-R1 et TR-R1 disent la même chose"),
        (c.UnmatchStatements(match=MatchId("M1")), "des énoncés rapprochés sont de nouveau séparés"),
        (c.AddAxis(title="Portes"), "fil ajouté : Portes"),
        (c.AddAxis(title="Temps"), "fil ajouté : Temps"),
        (c.EditAxis(axis=A1, title="Accueil"), "titre changé : Accueil"),
        (c.PlaceInAxis(axis=A1, statements=(one, other)), "Accueil : 2 énoncés"),
        (c.ArrangeAxes(axes=(AxisId("A2"),)), "fils mis en ordre"),
        (c.RemoveAxis(axis=A1), "fil enlevé : Accueil"),
        (c.RestoreAxis(axis=A1), "fil remis : Accueil"),
        (c.AnswerGap(gap=f"revendication_unfounded:{one}", reason="Tard."), "laissé tel quel : « Tard. »"),
        (c.AnswerGap(gap=f"revendication_unfounded:{one}", reason=""), "raison enlevée"),
    ]
    for command, said in asked:
        event = play.do(command, SECRETARY)
        told = tell(event, play.state, FRENCH).replace("\u00a0", " ").replace("\u202f", " ")
        assert told == said
