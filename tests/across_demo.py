"""The demo's reports in a ledger, read once by the real pipeline."""

from pathlib import Path

import pytest

import hearsay
from hearsay.demo import reports
from hearsay.store.ledger import Ledger


@pytest.fixture(scope="module")
def demo_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger that tests copy before they change it."""
    return read_demo(tmp_path_factory.mktemp("demo") / "ledger")


def read_demo(folder: Path) -> Path:
    """Fills a ledger with the demo's reports."""
    with Ledger.open(folder) as held:
        for one in hearsay.read(str(reports())):
            assert isinstance(one, hearsay.Report)
            held.add(one)
    return folder
