"""A hall for each test that asks for one."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.web.hall import Hall, hall_in


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[Hall]:
    with hall_in(tmp_path / "sessions") as made:
        yield made
