"""Finds every sentence the code speaks, in Python and in the templates."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, TemplateSyntaxError, nodes

from atelier.translations.catalogue import FOLDER

PACKAGE = FOLDER.parent

SPEAK_ONE = frozenset({"_", "text", "said", "msgid"})
SPEAK_TWO = frozenset({"n_", "plural", "msgids"})
"""The names of the functions and methods whose first argument, or first two, are sentences."""


class Unreadable(Exception):  # noqa: N818 - what is unreadable is a sentence of the code
    """A file that does not parse, or a sentence that cannot be found as it stands."""


@dataclass(frozen=True, slots=True, order=True)
class Sentence:
    """`many` is empty for a sentence without a plural."""

    one: str
    many: str = ""


def sentences(package: Path = PACKAGE) -> dict[str, Sentence]:
    """Every sentence by its msgid, in alphabetical order."""
    found: dict[str, Sentence] = {}
    for path in sorted((*package.rglob("*.py"), *package.rglob("*.html"))):
        for sentence in in_file(path):
            known = found.get(sentence.one, sentence)
            if known.many and sentence.many and known.many != sentence.many:
                raise Unreadable(f"{path}: two plurals for {sentence.one!r}")
            found[sentence.one] = max(known, sentence)
    return dict(sorted(found.items()))


def in_file(path: Path) -> Iterator[Sentence]:
    """The sentences of one file, in order."""
    source = path.read_text(encoding="utf-8")
    try:
        yield from in_template(source) if path.suffix == ".html" else in_python(source)
    except (SyntaxError, TemplateSyntaxError, ValueError) as wrong:
        raise Unreadable(f"{path}: {wrong}") from wrong


def in_python(source: str) -> Iterator[Sentence]:
    """Calls of `text("…")`, `speech.text("…")`, `msgid("…")` and so on."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            yield from _spoken(name, (tuple(_python_texts(one)) for one in node.args), node.lineno)


def in_template(source: str) -> Iterator[Sentence]:
    """Calls of `_("…")` and `n_("…", "…", n)`."""
    for node in Environment(autoescape=True).parse(source).find_all(nodes.Call):
        if isinstance(node.node, nodes.Name):
            arguments = (tuple(_template_texts(one)) for one in node.args)
            yield from _spoken(node.node.name, arguments, node.lineno)


def _spoken(name: str, arguments: Iterator[tuple[str, ...]], line: int) -> Iterator[Sentence]:
    """A choice between two literal sentences is two sentences; a name is looked for in its table."""
    if name in SPEAK_ONE:
        yield from (Sentence(one) for one in next(arguments, ()) if one)
    elif name in SPEAK_TWO:
        singulars, plurals = next(arguments, ()), next(arguments, ())
        if len(singulars) != len(plurals):
            raise ValueError(f"line {line}: a singular without its plural")
        yield from map(Sentence, singulars, plurals)


def _python_texts(node: ast.expr) -> Iterator[str]:
    match node:
        case ast.Constant(value=str(sentence)):
            yield sentence
        case ast.IfExp(body=one, orelse=other):
            yield from _python_texts(one)
            yield from _python_texts(other)
        case ast.JoinedStr(lineno=line):
            raise ValueError(f"line {line}: values go into a sentence by name, not by an f-string")
        case _:
            pass


def _template_texts(node: nodes.Expr) -> Iterator[str]:
    match node:
        case nodes.Const(value=str(sentence)):
            yield sentence
        case nodes.CondExpr(expr1=one, expr2=other):
            for branch in (one, other):
                if branch is not None:
                    yield from _template_texts(branch)
        case nodes.Concat(lineno=line) | nodes.Add(lineno=line):
            raise ValueError(f"line {line}: a sentence is written in one piece")
        case _:
            pass
