"""The hall with the sheets, and a press that prints them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from atelier.web import sheets
from tests.web.hall import Hall
from tests.web.sheets.press import Press


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What drives Chromium is marked so, and runs in one process."""
    for item in items:
        if Path(__file__).parent in item.path.parents and "press" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.xdist_group("browser"))


@pytest.fixture
def hall(hall: Hall) -> Hall:
    """With the sheets, if the application does not have them already."""
    if not any(getattr(one, "original_router", one) is sheets.router for one in hall.routes.routes):
        hall.routes.include_router(sheets.router)
    return hall


@pytest.fixture(scope="package")
def press() -> Iterator[Press]:
    with Press() as ready:
        yield ready
