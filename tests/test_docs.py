"""The documentation makes promises; here they are kept, or this fails."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from atelier.cli.main import atelier
from atelier.domain import limits

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]


def commands() -> list[str]:
    """What the README has typed in a terminal, without the remarks beside."""
    blocks: list[str] = re.findall(r"```sh\n(.*?)```", README, re.DOTALL)
    lines = (line.split("#")[0].strip() for block in blocks for line in block.splitlines())
    return [line for line in lines if line]


def run(line: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    words = shlex.split(line.replace(".venv/bin/atelier", f"{shlex.quote(sys.executable)} -m atelier"))
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(words, cwd=cwd, env=env, capture_output=True, text=True, timeout=60, check=False)


def test_the_two_commands_a_newcomer_types_are_there_and_are_what_the_project_has() -> None:
    assert commands()[0] == ("python3 -m venv .venv && .venv/bin/pip install . && .venv/bin/atelier --demo")
    assert "tests/run" in commands()
    assert os.access(ROOT / "tests" / "run", os.X_OK)
    assert "tests/run" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_what_the_readme_types_to_run_a_convention_works(tmp_path: Path) -> None:
    slug = ""
    typed = [line for line in commands() if line.startswith(".venv/bin/atelier") and "serve" not in line]
    assert len(typed) >= 4
    for line in typed:
        answer = run(line.replace("SLUG", slug), tmp_path)
        assert answer.returncode == 0, (line, answer.stderr)
        slug = answer.stdout.split()[0] if " new " in line else slug
    assert (tmp_path / "exports" / slug / "cahier.md").is_file()


def test_every_command_of_the_terminal_is_told_in_the_readme() -> None:
    assert [
        name for name in atelier.commands if not re.search(rf"`?atelier[^`\n]*\b{name}\b|`{name}", README)
    ] == []


def test_every_folder_in_the_readmes_tree_exists_and_every_room_is_in_it() -> None:
    tree = README.split("```\natelier/")[1].split("```")[0]
    rooms = re.findall(r"^[├└]── (\w+)/", tree, re.MULTILINE)
    there = {path.parent.name for path in (ROOT / "atelier").glob("*/__init__.py")} | {"guide"}
    assert set(rooms) == there
    for name in re.findall(r"^([\w/]+)/ ", tree, re.MULTILINE):
        assert (ROOT / name).is_dir(), name


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_to_a_file_leads_somewhere(page: Path) -> None:
    for link in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
        assert (page.parent / link).exists(), link


def test_decisions_are_few_and_each_says_its_context_and_its_consequences() -> None:
    records = sorted((ROOT / "docs" / "decisions").glob("*.md"))
    assert 0 < len(records) <= 10
    for record in records:
        text = record.read_text(encoding="utf-8")
        assert all(f"**{part}.**" in text for part in ("Context", "Decision", "Consequences")), record.name


def test_every_limit_has_its_reason_beside_it() -> None:
    lines = Path(limits.__file__).read_text(encoding="utf-8").splitlines()
    numbers = [line for line in lines if re.match(r"[A-Z_]+ = ", line)]
    assert [line for line in numbers if "  # " not in line] == []
