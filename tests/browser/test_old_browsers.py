"""The script runs where JavaScript stopped in 2009, and asks such a browser for nothing it lacks."""

import re
from pathlib import Path

import pytest
from calmjs.parse import es5
from calmjs.parse.asttypes import Identifier, PropIdentifier
from calmjs.parse.exceptions import ECMASyntaxError
from calmjs.parse.walkers import Walker

from atelier.web import plain

STATIC = Path(plain.__file__).parent / "static"
_FILES = ("live.js", "weigh.js", "atelier.js")
SCRIPT = "".join((STATIC / name).read_text(encoding="utf-8") for name in _FILES)

TOO_YOUNG = {
    *(
        "Promise",
        "fetch",
        "Map",
        "Set",
        "Symbol",
        "URL",
        "URLSearchParams",
        "FormData",
        "IntersectionObserver",
    ),
    *(
        "closest",
        "matches",
        "remove",
        "append",
        "prepend",
        "replaceWith",
        "includes",
        "startsWith",
        "endsWith",
    ),
    *("assign", "entries", "values", "find", "findIndex", "repeat", "padStart", "normalize", "requestSubmit"),
}
"""What browsers learnt after 2014."""


def _names(script: str) -> set[str]:
    walker = Walker()
    found = walker.filter(es5(script), lambda node: isinstance(node, Identifier | PropIdentifier))
    return {str(node.value) for node in found}


def test_the_script_is_ecmascript_5_and_asks_for_nothing_younger() -> None:
    names = _names(SCRIPT)
    assert "localStorage" in names
    assert names & TOO_YOUNG == set()


@pytest.mark.parametrize("young", ["let a = 1", "(a) => a", "`a`", "f(...a)", "class A {}", "a?.b"])
def test_what_is_younger_would_be_seen(young: str) -> None:
    with pytest.raises(ECMASyntaxError):
        es5(f"{SCRIPT};{young}")


def test_every_colour_that_is_named_has_a_plain_value_before_it() -> None:
    style = "".join((STATIC / name).read_text(encoding="utf-8") for name in ("atelier.css", "weigh.css"))
    for declarations in re.findall(r"\{([^{}]*)\}", style):
        parts = [part.strip() for part in declarations.split(";") if part.strip()]
        for at, part in enumerate(parts):
            name, _, value = part.partition(":")
            if "var(" in value:
                assert any(name.startswith(earlier.partition(":")[0]) for earlier in parts[:at]), declarations
