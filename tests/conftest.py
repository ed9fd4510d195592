"""What several tests of the command line need."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from hearsay import registry
from hearsay.cli import main
from hearsay.store.ledger import Ledger

from . import browser
from .commands import Run
from .sample import BRIDGE, DEPOT, report

pytest_plugins = ("tests.web_app", "tests.browser")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", f"{browser.MARK}: needs a chromium (set by itself)")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    browser.sort_out(config, items)


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    if said := browser.warning(config):
        terminalreporter.section(said, sep="!", red=True, bold=True)


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Run]:
    """Runs a command in an empty folder, with the extractor of `sample` as "noted"."""
    noted = {**registry.BUILT_IN[registry.EXTRACTORS], "noted": "tests.sample:Noted"}
    monkeypatch.setattr(registry, "BUILT_IN", {**registry.BUILT_IN, registry.EXTRACTORS: noted})
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("HEARSAY_LEDGER", raising=False)
    monkeypatch.setenv("HEARSAY_USER", "mira")

    def run(*words: str, status: int = 0, **options: Any) -> Result:
        result = CliRunner().invoke(main, words, **options)
        assert result.exit_code == status, result.output
        assert "Traceback" not in result.output
        return result

    yield run
    registry.extractor.cache_clear()


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """A ledger with two reports, where the commands look for it."""
    with Ledger.open(tmp_path / "hearsay-ledger") as held:
        held.add(report(DEPOT, "depot", "2031-06-02"))
        held.add(report(BRIDGE, "bridge", "2031-06-09"))
    return tmp_path / "hearsay-ledger"
