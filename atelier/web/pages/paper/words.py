"""Every sentence the entry screen may say, in the language of who types."""

from atelier.domain.words import Channel, Kind
from atelier.translations import Speech
from atelier.translations.names import kind_names, name


def of_entry(speech: Speech) -> dict[str, str]:
    """For the slip and the last entries."""
    text = speech.text
    return {
        **{kind.value: _capital(kind_names(kind, speech).one) for kind in Kind},
        "paper": _capital(name(Channel.PAPER, speech)),
        "spoken": _capital(name(Channel.SPOKEN, speech)),
        "number": text("n° {n}"),
        "theme": text("Thème"),
        "kind": text("Sorte de carte"),
        "frozen": text("terminé"),
        "escape": text("Échap"),
        "enter_key": text("Entrée"),
        "enter": text("Entrée : enregistrer. Maj + Entrée : aller à la ligne."),
        "slip": text("N° du papier"),
        "table": text("Table"),
        "people": text("Portée par"),
        "lang": text("Langue"),
        "hint_paper": text("Recopiez le papier tel qu’il est écrit."),
        "hint_spoken": text("Écrivez ce qui est dit, avec les mots de la personne."),
        "translation": text("Votre traduction"),
        "save_write": text("Enregistrer la carte"),
        "save_correct": text("Enregistrer la correction"),
        "save_translate": text("Enregistrer la traduction"),
        "saving": text("Enregistrement…"),
        "title_correct": text("Corriger la carte n° {number}"),
        "title_translate": text("Traduire la carte n° {number}"),
        "leave": text("Laisser comme avant"),
        "first": text("Le numéro de la carte s’affiche ici."),
        "did_post_card": text("Écrivez ce numéro sur le papier. {kind} · {theme}"),
        "did_post_spoken": text("Dite à voix haute, enregistrée. {kind} · {theme}"),
        "did_correct_card": text("Correction enregistrée."),
        "did_translate_card": text("Traduction enregistrée."),
        "did_withdraw_card": text("Carte retirée. Son texte est effacé."),
        "refused": text("Pas enregistrée. Ce que vous avez tapé est gardé."),
        "waiting": text("Pas encore enregistrée. Elle est gardée ici, et part toute seule."),
        "last": text("Les dernières"),
        "none": text("Aucune carte de papier pour le moment."),
        "to_translate": text("À traduire"),
        "correct": text("Corriger"),
        "translate": text("Traduire"),
        "withdraw": text("Retirer"),
        "keep": text("Garder"),
        "sure": text("Retirer la carte n° {number} ? Son texte sera effacé."),
        "withdrawn": text("retirée"),
        "carried": text("portée par {n}"),
        "at_table": text("table {table}"),
        "untranslated": text("{language}, à traduire"),
        "translated": text("{language}, traduite"),
        "keys": text("Champ vide, puis ↑ : aller aux dernières. Entrée : corriger. Suppr : retirer."),
    }


def of_counting(speech: Speech) -> dict[str, str]:
    """For hands and paper dots."""
    text = speech.text
    return {
        "intro": text(
            "Tapez le nombre compté, puis Entrée pour passer au suivant. "
            "Les mains levées et le papier se comptent à part."
        ),
        "open": text("vote ouvert"),
        "closed": text("vote fermé"),
        "statement": text("Énoncé"),
        "answer": text("Réponse"),
        "hands": text("Mains levées"),
        "paper": text("Papier"),
        "phones": text("Téléphones"),
        "total": text("Total"),
        "saving": text("Enregistrement…"),
        "saved": text("enregistré"),
        "none": text("Aucun énoncé à compter dans ce thème."),
        "overfull": text(
            "Il y a plus de voix que de personnes dans la salle. Recomptez le papier et les mains levées."
        ),
    }


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]
