"""The named places where the secretary's prose may stand in the cahier."""

import re

from atelier.domain.state import Convention
from atelier.domain.words import SectionName, SlotId, ThemeCode

FOREWORD = SectionName("foreword")
HOW_TO_READ = SectionName("how_to_read")
DAY = SectionName("day")
METHOD = SectionName("method")
SYNTHESIS = SectionName("synthesis")
NEXT = SectionName("next")
GLOSSARY = SectionName("glossary")
CREDITS = SectionName("credits")

GENERAL = (FOREWORD, HOW_TO_READ, DAY, METHOD, SYNTHESIS, NEXT, GLOSSARY, CREDITS)

PLACES = ("before", "between", "after")
"""Within a theme's chapter, or a joint slot's: before the constats, before the revendications, at the end."""

_IN_CHAPTER = re.compile(r"(theme|slot):([A-Z0-9]+):(before|between|after)")


def of_theme(code: ThemeCode, place: str) -> SectionName:
    """`theme:DS:before`."""
    return SectionName(f"theme:{code}:{place}")


def of_slot(slot: SlotId, place: str) -> SectionName:
    """`slot:S1:before`."""
    return SectionName(f"slot:{slot}:{place}")


def exists(state: Convention, name: str) -> bool:
    """There is such a place in this convention's cahier."""
    if name in GENERAL:
        return True
    found = _IN_CHAPTER.fullmatch(name)
    if found is None:
        return False
    return found[2] in (state.themes if found[1] == "theme" else state.slots)
