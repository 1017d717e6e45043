"""French signs stand after a space that does not break: put there for whoever types a plain one."""

import re

_RULES = (
    (re.compile(r" (?=[;!?](?![\w{/]))"), "\u202f"),
    (re.compile(r" (?=:(?:\s|$))"), "\u00a0"),
    (re.compile(r"(?<=«) | (?=»)"), "\u00a0"),
    (re.compile(r"(?<=\bn°) "), "\u00a0"),
    (re.compile(r"(?<=[\d}]) (?=[%€])"), "\u00a0"),
)


def well_set(sentence: str) -> str:
    """The sentence as it is shown and printed; changes nothing when it is so already."""
    for plain, space in _RULES:
        sentence = plain.sub(space, sentence)
    return sentence
