"""A folder with a small convention in it."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from atelier.exchange.programme import read_programme
from atelier.live.creation import Created, create
from atelier.web.site import wall_clock

PROGRAMME = """\
title = "Des droits sans écran"
place = "Saint-Étienne"
dates = ["2023-09-16"]

[[theme]]
title = "Droits sociaux"
code = "DS"

[[theme]]
title = "Travail"
code = "TR"
"""


@dataclass(frozen=True, slots=True)
class Made:
    """Where it is, what it is called, what opens it."""

    cwd: Path
    slug: str
    keys: dict[str, str]

    @property
    def folder(self) -> Path:
        return self.cwd / "sessions" / self.slug


@pytest.fixture
def made(tmp_path: Path) -> Made:
    (tmp_path / "programme.toml").write_text(PROGRAMME, encoding="utf-8")
    created = create(tmp_path / "sessions", read_programme(PROGRAMME), wall_clock)
    assert isinstance(created, Created)
    return Made(tmp_path, created.slug, {role.value: key for role, key in created.keys.items()})
