"""The secretary's Markdown, made safe to stand within ours.

Kept as written but for what could break the outline or reach out of its place:
a heading becomes a bold line; raw HTML, fences and divisions show as text.
References to statements become links, unless they stand in a link or in code.
"""

import re
from collections.abc import Callable, Set

from atelier.domain.references import cited
from atelier.domain.words import Reference

_NUMBER = r"(?:\(?(?:\d{1,9}|[A-Za-z]|[ivxlcdmIVXLCDM]{2,9}|@[\w-]{0,99})[.)]|\(#\))"
_CONTAINER = re.compile(rf"\s*(?:>\s*|(?:[-+*:~]|{_NUMBER}|\[\^[^\]\n]{{1,99}}\]:)\s+)*")
"""What may stand before a block: indents, quotations, items of lists, definitions, footnotes."""

_HEADING = re.compile(r"#{1,6}(?=\s|$)(.*)")
_UNDERLINE = re.compile(r"(=+|-+)$")
_FENCE = re.compile(r"`{3,}|~{3,}|:{3,}|#|\$\$|\\begin\b|\[\^[^\]\n]{1,99}\]:$|\*\[[^\]\n]{1,99}\]:")
"""What would hold all that follows until it is closed, or the next block; or explain a word everywhere."""

_SENTENCE = re.compile(r"[^\s>|#*+:~=-]")
_HTML = re.compile(r"\\?<(?!(?:https?://|mailto:)[^\s<>]{1,999}>)(?![\s\d])")
_BLANK_LINES = re.compile(r"\n{3,}")
_REFERENCE = re.compile(
    r"(`+[^`\n]{1,999}`+|\[[^\]\n]{0,999}\](?:\([^)\n]{0,999}\)|\[[^\]\n]{0,99}\])|<[^\s<>]{1,999}>|https?://\S+)"
    r"|(?<![\w-])[A-Z]{2,3}-[CRPQ][1-9][0-9]{0,4}(?![\w-])"
)


def tamed(prose: str, known: Set[Reference], link: Callable[[Reference], str]) -> str:
    """The same prose; `link` says how to point to one of the `known` references."""

    def linked(found: re.Match[str]) -> str:
        references = () if found[1] else cited(found[0])
        return link(references[0]) if references and references[0] in known else found[0]

    return _REFERENCE.sub(linked, _within_its_place(_HTML.sub("&lt;", prose)))


def _within_its_place(prose: str) -> str:
    lines: list[str] = []
    before = ""
    for line in prose.split("\n"):
        container = _opening(line)
        said = line[len(container) :].rstrip()
        if _UNDERLINE.fullmatch(said):
            _underline(lines, container, said, before)
        elif heading := _HEADING.fullmatch(said):
            _heading(lines, container, heading[1])
        elif _FENCE.match(said):
            lines.append(container + _as_text(said))
        else:
            lines.append(line)
        before = said
    return _BLANK_LINES.sub("\n\n", "\n".join(lines)).strip("\n")


def _opening(line: str) -> str:
    found = _CONTAINER.match(line)
    return found[0] if found else ""


def _underline(lines: list[str], container: str, said: str, before: str) -> None:
    """Under a sentence it makes a heading, under nothing a rule; elsewhere it is shown."""
    if _SENTENCE.match(before) and not container.strip() and not _opening(lines[-1]).strip():
        _heading(lines, container, lines.pop())
    elif not before and len(said) > 2 and said[0] == "-":
        lines.append(f"{container}* * *")
    else:
        lines.append(container + _as_text(said))


def _heading(lines: list[str], container: str, words: str) -> None:
    """A bold line, a paragraph of its own where nothing contains it."""
    words = words.strip().rstrip("#").rstrip().replace("**", "")
    bold = f"**{words}**" if words else ""
    lines.extend([container + bold] if container.strip() else ["", bold, ""])


def _as_text(said: str) -> str:
    """Its first sign shows instead of acting."""
    run = re.match(r"(\W)\1*", said)
    signs = run[0] if run else ""
    return "".join(f"&#{ord(sign)};" for sign in signs) + said[len(signs) :]
