"""A browser for tests: Debian's chromium, one for a whole run, and the room on a loopback port of its own.

Every test that uses `page` is marked `browser`. Where there is no chromium these are left out, and the run says so in
capitals at its end; with HEARSAY_BROWSER=required (as in .ci/run) that is an error instead.
"""

import faulthandler
import os
import shutil
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import uvicorn
from starlette.applications import Starlette

from hearsay.web.app import create_app

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

CHROMIUM = os.environ.get("HEARSAY_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
REQUIRED = os.environ.get("HEARSAY_BROWSER") == "required"
MARK = "browser"
HANGS = int(os.environ.get("HEARSAY_HANGS", "90"))
"""Seconds after which a test with a browser is given up."""

_FIXTURES = {"page", "context", "browser"}
_NOWHERE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
"""Nothing but this computer is found: without a handler in each request's way, which a busy test could leave waiting."""
_BY_POLICY = ("csp", "net::ERR_BLOCKED_BY_CSP", "net::ERR_BLOCKED_BY_CLIENT")
_FLAGS = ["--disable-gpu", "--disable-dev-shm-usage", _NOWHERE, *(["--no-sandbox"] if os.geteuid() == 0 else [])]


def sort_out(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Marks the tests that need a browser, and leaves them out where there is none."""
    needing = [item for item in items if _FIXTURES & set(getattr(item, "fixturenames", ()))]
    for item in needing:
        item.add_marker(MARK)
    if CHROMIUM or not needing:
        return
    if REQUIRED:
        raise pytest.UsageError(f"no chromium for {len(needing)} browser tests, and HEARSAY_BROWSER=required")
    config.hook.pytest_deselected(items=needing)
    items[:] = [item for item in items if item not in needing]


def warning(config: pytest.Config) -> str:  # noqa: ARG001 (the hook passes it)
    """What a run says where browser tests could not be run; "" where they could."""
    return "" if CHROMIUM else "THE BROWSER TESTS WERE NOT RUN: there is no chromium (apt-get install chromium)"


@contextmanager
def serving(app: Starlette) -> Iterator[str]:
    """The app on a free port of this computer, in a thread; its address without a slash at the end."""
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    listening.listen(64)
    server = uvicorn.Server(uvicorn.Config(app, log_level="error", timeout_graceful_shutdown=2))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(20)
        listening.close()


@pytest.fixture(scope="session")
def browser() -> Iterator["Browser"]:
    """One chromium for the whole run."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        made = driver.chromium.launch(executable_path=CHROMIUM, args=_FLAGS)
        yield made
        made.close()


@pytest.fixture
def outside() -> list[str]:
    """Addresses beyond this computer that the pages of a test asked for: must stay empty."""
    return []


@pytest.fixture
def watched(request: pytest.FixtureRequest) -> Iterator[None]:
    """Ends a run in which a browser hangs, as not every call to it has a limit of its own; where it hung stands in
    .pytest_cache/d/browser/hung-PROCESS.txt."""
    process = os.environ.get("PYTEST_XDIST_WORKER", "main")
    with (request.config.cache.mkdir("browser") / f"hung-{process}.txt").open("w") as file:
        faulthandler.dump_traceback_later(HANGS, exit=True, file=file)
        yield
        faulthandler.cancel_dump_traceback_later()


@pytest.fixture
def context(browser: "Browser", outside: list[str], watched: None) -> Iterator["BrowserContext"]:  # noqa: ARG001
    """A fresh profile; what would leave this computer finds no way, and fails the test."""
    made = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    made.set_default_timeout(10_000)

    def asked(request: Any) -> None:
        if request.url.startswith(("http:", "https:", "ws:", "wss:")) and not request.url.startswith("http://127.0.0.1:"):
            outside.append(request.url)

    def stopped(request: Any) -> None:
        """What the page's own policy stopped was never on its way."""
        if request.failure in _BY_POLICY and request.url in outside:
            outside.remove(request.url)

    made.on("request", asked)
    made.on("requestfailed", stopped)
    yield made
    made.close()
    assert outside == [], "something left this computer"


@pytest.fixture
def page(context: "BrowserContext") -> Iterator["Page"]:
    """A page of that profile. Errors in scripts and breaches of the policy fail the test."""
    made = context.new_page()
    faults: list[str] = []
    made.on("pageerror", lambda error: faults.append(str(error)))
    made.on("console", lambda message: faults.append(message.text) if "Content Security Policy" in message.text else None)
    yield made
    allowed = getattr(made, "allowed_faults", ())
    assert [fault for fault in faults if not any(word in fault for word in allowed)] == []


@pytest.fixture
def served(web_ledger: Path, noted: None) -> Iterator[str]:  # noqa: ARG001
    """The address of the room on `web_ledger`."""
    with serving(create_app(web_ledger, extractors=["noted"])) as address:
        yield address


@pytest.fixture
def named(context: "BrowserContext", served: str) -> str:
    """The address of the room, with the reviewer's name, mira, known."""
    context.add_cookies([{"name": "hearsay_name", "value": "mira", "url": served}])
    return served
