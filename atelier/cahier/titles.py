"""What the parts of the document are called, and the places where prose may be written in them."""

from typing import assert_never

from atelier.cahier.naming import Name, name_of
from atelier.cahier.words import Words
from atelier.domain import sections
from atelier.domain.outline import Part, PartKind
from atelier.domain.state import Convention
from atelier.domain.words import BlockId, Reference, SectionName, SlotId, ThemeCode


def of_part(words: Words, state: Convention, part: Part) -> str:
    """As its heading is printed; a block without a title has one here only."""
    match part.kind:
        case PartKind.FOREWORD:
            return words.text("Avant-propos")
        case PartKind.HOW_TO_READ:
            return words.text("Comment lire ce cahier")
        case PartKind.DAY:
            return words.text("La journée")
        case PartKind.OVERVIEW:
            return words.text("Vue d’ensemble")
        case PartKind.CHAPTER:
            return of_chapter(words, name_of(state, frozenset(part.themes)))
        case PartKind.SYNTHESIS:
            return words.text("Ce qui traverse les ateliers")
        case PartKind.NEXT:
            return words.text("Et maintenant")
        case PartKind.ANNEX:
            return _of_annex(words, part.name)
        case PartKind.BLOCK:
            return _of_block(words, state, part.block)
        case _:
            assert_never(part.kind)


def of_chapter(words: Words, name: Name) -> str:
    """« Droits sociaux (DS) »."""
    return f"{of_name(words, name)} ({', '.join(name.themes)})"


def of_name(words: Words, name: Name) -> str:
    """As it was typed, or the titles of its themes: « Travail, Agriculture »; all together: the plenary."""
    if name.plenary:
        return words.text("Plénière")
    return (name.title[:1].upper() + name.title[1:]) or ", ".join(name.titles)


def _of_annex(words: Words, name: str) -> str:
    return {
        "annex:cards": words.text("Annexe A. Toutes les cartes"),
        "annex:method": words.text("Annexe B. Méthode et comptes"),
        "annex:organisations": words.text("Annexe C. Organisations citées"),
        "annex:glossary": words.text("Annexe D. Mots expliqués"),
        "annex:credits": words.text("Annexe E. Crédits, données, changements"),
    }[name]


def _of_block(words: Words, state: Convention, block: BlockId | None) -> str:
    found = None if block is None else state.blocks.get(block)
    return found.title if found is not None and found.title else words.text("Texte sans titre")


def of_section(words: Words, state: Convention, section: SectionName) -> str:
    """Where the prose stands: « Droits sociaux : avant les constats »."""
    beside = sections.statement_of(section)
    kind, _, rest = section.partition(":")
    if beside is not None:
        return _beside(words, beside, section)
    if kind == "block":
        return _of_block(words, state, BlockId(rest))
    if kind in {"theme", "slot"}:
        return _in_chapter(words, state, section)
    known = {
        sections.FOREWORD: words.text("Avant-propos"),
        sections.HOW_TO_READ: words.text("Comment lire ce cahier"),
        sections.DAY: words.text("La journée"),
        sections.SYNTHESIS: words.text("Ce qui traverse les ateliers"),
        sections.NEXT: words.text("Et maintenant"),
    }
    return known[section] if section in known else _of_annex(words, f"annex:{section}")


def _beside(words: Words, reference: Reference, section: str) -> str:
    if section.endswith(":before"):
        return words.text("Avant {reference}", reference=reference)
    return words.text("Après {reference}", reference=reference)


def _in_chapter(words: Words, state: Convention, section: str) -> str:
    kind, code, place = section.split(":")
    whose = state.themes[ThemeCode(code)].title if kind == "theme" else state.slots[SlotId(code)].label
    match place:
        case "before":
            return words.text("{chapter} : avant les constats", chapter=whose)
        case "between":
            return words.text("{chapter} : avant les revendications", chapter=whose)
        case _:
            return words.text("{chapter} : à la fin", chapter=whose)
