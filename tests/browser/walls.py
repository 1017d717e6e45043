"""Boards that try a page: long, wide, foreign, and many."""

from atelier.demonstration.day import entries
from atelier.domain.words import Role
from tests.browser.serving import SILENT, Convention

WORD = "anticonstitutionnellement" * 6
ADDRESS = "https://services.exemple.fr/demarches/" + "identifiant-perdu-" * 8
LONG = ("Trois heures de route, deux heures d’attente, et le guichet ferme devant nous. " * 8)[:600].strip()
ARABIC = "لا يوجد أحد يشرح لنا الرسائل التي تصلنا."
UKRAINIAN = "Ніхто не пояснює нам листи, які ми отримуємо."


def real_texts(how_many: int) -> list[str]:
    """As people write them: the cards of the demonstration, then other sentences of its day."""
    said = sorted(entries("day.toml"), key=lambda one: one.command != "post_card")
    texts = [text for one in said if len(text := str(one.fields.get("text", ""))) in range(20, 400)]
    assert len(texts) >= how_many
    return texts[:how_many]


def try_everything(served: Convention) -> None:
    """One of each thing that a theme page can show."""
    served.has(LONG)
    served.has(f"{WORD} {ADDRESS}")
    served.has(LONG, "revendication")
    served.has(ADDRESS, "revendication", carried_by=12, channel="paper")
    served.has(WORD, "piste")
    served.has("Qui décide ?", "question")
    arabic = served.has(ARABIC, lang="ar")
    served.has(UKRAINIAN, lang="uk")
    served.does("translate_card", card=arabic, lang="fr", text="Personne ne nous explique les lettres.")
    served.does("mark_disagreement", target=arabic, on=True)
    grouped = [served.has("Un guichet ouvert, avec une personne.", "revendication") for _ in range(3)]
    made = served.does("group_cards", cards=grouped, title=f"Des guichets {WORD[:75]}")["statement"]
    served.does("word_statement", statement=made, text=LONG)
    seen = [served.has("Tout passe par un compte en ligne."), served.has("Il n’y a plus de guichet.")]
    founded = served.does("group_cards", cards=seen, title="Les guichets ferment")["statement"]
    served.does("link_statements", statement=made, founded_on=[founded])
    served.does("record_minority", statement=made, text=LONG, people=3)
    aside = served.has("Hors sujet.")
    served.does("set_aside_card", card=aside, reason="off_topic", note="Pour le thème Travail.")


def hide_one(served: Convention) -> None:
    served.starts(SILENT)
    served.has("Écrit en silence.")


def close(served: Convention) -> None:
    """With an answer to everything that the cahier still lacks."""
    for gap in served.seen["gaps"]:
        served.does("answer_gap", role=Role.SECRETARY, gap=gap, reason="Pas eu le temps.")
    served.does("close_convention", role=Role.HOST)
