"""A browser and a running server for the whole folder; a fresh convention and fresh phones for each test.

The browser lives as long as this folder is being tested and no longer:
Playwright keeps an event loop running in the thread, in which no other test
could run its own.
"""

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Playwright, sync_playwright

from tests.browser.phones import PHONE, Phone, pick_up
from tests.browser.serving import NAMED, Convention, Server

_FLAGS = (
    f"--host-resolver-rules=MAP {NAMED} 127.0.0.1",
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
LAUNCH: dict[str, Any] = {
    "executable_path": shutil.which("chromium") or "chromium-browser",
    "args": list(_FLAGS),
}


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All that drives Chromium is marked so, and runs in one process: two cores are not many."""
    for item in items:
        if Path(__file__).parent in item.path.parents and "browser" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.xdist_group("browser"))


@pytest.fixture(scope="package")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="package")
def browser(playwright: Playwright) -> Iterator[Browser]:
    launched = playwright.chromium.launch(**LAUNCH)
    yield launched
    launched.close()


@pytest.fixture(scope="package")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server for many tests. At the end, its log must hold no error."""
    server = Server(tmp_path_factory.mktemp("hall"))
    yield server
    if server.running:
        server.stop()
    assert "Traceback" not in server.log.read_text()


@pytest.fixture
def served(hall: Server) -> Convention:
    """A convention that nobody has touched; `served.server` may be stopped, killed and started."""
    return hall.convention()


@pytest.fixture
def phone(browser: Browser, hall: Server) -> Iterator[Callable[..., Phone]]:
    """`phone()` is one more person. What must never happen to a phone did not happen to any."""
    made: list[Phone] = []

    def make(**options: Any) -> Phone:
        made.append(pick_up(browser, hall, **options))
        return made[-1]

    yield make
    for one in made:
        one.context.close()
    assert [one.faults for one in made] == [[] for _ in made]


@pytest.fixture
def phone_without_cookies(playwright: Playwright, hall: Server, tmp_path: Path) -> Iterator[Phone]:
    """Its owner refused all cookies in the settings of the browser."""
    settings = tmp_path / "Default" / "Preferences"
    settings.parent.mkdir()
    settings.write_text(json.dumps({"profile": {"default_content_setting_values": {"cookies": 2}}}))
    context = playwright.chromium.launch_persistent_context(
        tmp_path, **{**LAUNCH, **PHONE, "base_url": hall.address}
    )
    yield Phone(context, hall)
    context.close()


@pytest.fixture(params=[True, False], ids=["with the script", "without a script"])
def script(request: pytest.FixtureRequest) -> bool:
    """Everything that counts is proved both ways."""
    return bool(request.param)
