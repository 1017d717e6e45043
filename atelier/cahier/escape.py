r"""What people wrote, as Markdown that shows exactly those characters.

Sure in CommonMark, its GitHub dialect, Python-Markdown and Pandoc, which do not
agree on much: a backslash protects only what all of them let it protect, and an
entity stands for the rest. Escapes only where a parser could see markup, so that
ordinary sentences stay as they were typed. Expects text as the domain keeps it:
no tab, no space at the end of a line, at most one blank line between paragraphs.
"""

import re
from typing import Final

_BACKSLASH: Final = frozenset("\\`*_{[]().#+->")
_NAMED: Final = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}

_INLINE = re.compile(
    r"[\\`*\[\]{~]"
    r"|(?<![^\W_])_|_(?![^\W_])"  # not within a word: nobody reads emphasis in snake_case
    r"|<(?![\s\d])"  # tags, comments, autolinks; not « < 3 »
    r"|&(?=#?\w+;)"  # what would be read as an entity
    r"|[$^@](?! )"  # Pandoc: mathematics, superscripts, citations; GitHub: e-mail addresses
    r"|:(?=//)|(?<=[wW]{3})\."  # bare links
)

_LINE_START = re.compile(
    r"(?P<space>\s+)"
    r"|(?P<mark>[#>]"  # headings, quotations
    r"|[-+](?=\s|$|[-+=|:])"  # lists, rules, underlined headings, tables
    r"|=(?==*$)"  # underlined headings
    r"|\|"  # tables, line blocks
    r"|:(?=\s|$|[:|-]))"  # definitions, divisions, tables
    r"|(?P<number>\(?(?:\d+|[A-Za-z]|[ivxlcdm]+|[IVXLCDM]+))(?P<point>[.)])(?=\s|$)"  # numbered lists
)


def escape_inline(text: str) -> str:
    """For the middle of a line. The newlines of the text become spaces."""
    return _INLINE.sub(_protect, text.replace("\n", " "))


def escape_line(text: str) -> str:
    """For a line of its own, where markup that opens blocks could be read."""
    escaped = escape_inline(text)
    found = _LINE_START.match(escaped)
    if found is None:
        return escaped
    rest = escaped[found.end() :]
    if found["space"]:
        return "".join(f"&#{ord(space)};" for space in found["space"]) + rest
    if found["number"]:
        return f"{found['number']}\\{found['point']}{rest}"
    return _protect(found) + rest


def escape_text(text: str) -> str:
    """Paragraphs stay paragraphs; a line within one ends with two spaces, a hard break everywhere."""
    paragraphs = text.split("\n\n")
    return "\n\n".join("  \n".join(map(escape_line, one.split("\n"))) for one in paragraphs)


def escape_cell(text: str) -> str:
    """For a cell of a table."""
    return escape_inline(text).replace("|", "&#124;")


def escape_heading(text: str) -> str:
    """For a heading, whose last `#` would be taken for its end."""
    return re.sub("#(?=#*$)", r"\\#", escape_inline(text))


def quoted(markdown: str) -> str:
    """Markdown as a quotation."""
    return "\n".join(f"> {line}" if line else ">" for line in markdown.split("\n"))


def _protect(found: re.Match[str]) -> str:
    char = found[0]
    if char in _BACKSLASH:
        return f"\\{char}"
    return _NAMED.get(char, f"&#{ord(char)};")
