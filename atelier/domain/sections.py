"""The named places where the secretary's prose may stand in the cahier."""

import re

from atelier.domain.links import standing
from atelier.domain.state import Convention
from atelier.domain.words import BlockId, Reference, SectionName, SlotId, ThemeCode

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

SIDES = ("before", "after")
"""Of a statement."""

_IN_CHAPTER = re.compile(r"(theme|slot):([A-Z0-9]+):(before|between|after)")
_AT_STATEMENT = re.compile(r"statement:([^:]+):(?:before|after)")
_BLOCK = re.compile(r"block:([^:]+)")


def of_theme(code: ThemeCode, place: str) -> SectionName:
    """`theme:DS:before`."""
    return SectionName(f"theme:{code}:{place}")


def of_slot(slot: SlotId, place: str) -> SectionName:
    """`slot:S1:before`."""
    return SectionName(f"slot:{slot}:{place}")


def of_statement(reference: Reference, side: str) -> SectionName:
    """`statement:DS-R4:after`."""
    return SectionName(f"statement:{reference}:{side}")


def of_block(block: BlockId) -> SectionName:
    """`block:B1`, which is also the name of that part of the document."""
    return SectionName(f"block:{block}")


def statement_of(name: str) -> Reference | None:
    """The statement beside which this section stands, if it stands beside one."""
    found = _AT_STATEMENT.fullmatch(name)
    return None if found is None else Reference(found[1])


def exists(state: Convention, name: str) -> bool:
    """There is such a place in this convention's cahier."""
    if name in GENERAL:
        return True
    if found := _IN_CHAPTER.fullmatch(name):
        return found[2] in (state.themes if found[1] == "theme" else state.slots)
    if found := _BLOCK.fullmatch(name):
        block = BlockId(found[1])
        return block in state.blocks and not state.blocks[block].removed
    reference = statement_of(name)
    return reference is not None and reference in state.statements and state.statements[reference].live


def printed(state: Convention) -> tuple[SectionName, ...]:
    """The sections that hold words and stand somewhere in the cahier, by name."""
    written = (name for name, section in state.sections.items() if section.text)
    return tuple(sorted(name for name in written if _is_printed(state, name)))


def astray(state: Convention) -> tuple[tuple[SectionName, Reference], ...]:
    """What was written beside a statement for which nothing stands any more: kept, not printed."""
    beside = ((name, statement_of(name)) for name, section in sorted(state.sections.items()) if section.text)
    return tuple((name, one) for name, one in beside if one is not None and standing(state, one) is None)


def _is_printed(state: Convention, name: SectionName) -> bool:
    """What was written beside a statement follows it into what it was merged into."""
    reference = statement_of(name)
    if reference is not None:
        return standing(state, reference) is not None
    return exists(state, name)
