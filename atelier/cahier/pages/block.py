"""The secretary's prose between two parts."""

from atelier.cahier.document import BlockEntry
from atelier.cahier.pages.marks import RULE, Blocks, Pen, heading


def block(pen: Pen, one: BlockEntry) -> Blocks:
    """Under its title; without one, under a rule, for it belongs to nothing that stands above."""
    if one.title:
        yield heading(2, one.title)
    elif one.prose:
        yield RULE
    yield from pen.prose(one.prose)
