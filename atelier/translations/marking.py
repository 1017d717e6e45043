"""Marks for sentences that stand in tables, so that they are found there and translated later.

A room that may not import this one writes the same two functions for itself:
they are recognised by their names.
"""


def msgid(sentence: str) -> str:
    """A sentence to translate where it is used: `speech.text(TABLE[key])`."""
    return sentence


def msgids(one: str, many: str) -> tuple[str, str]:
    """Its singular and its plural: `speech.plural(*TABLE[key], n)`."""
    return one, many
