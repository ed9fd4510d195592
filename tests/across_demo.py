"""The demo's reports in a ledger, read once by the real pipeline."""

import atexit
import shutil
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest

import hearsay
from hearsay.across.copying import find_copies
from hearsay.demo import reports
from hearsay.store.ledger import Ledger


@pytest.fixture(scope="module")
def demo_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger that tests copy before they change it."""
    return read_demo(tmp_path_factory.mktemp("demo") / "ledger")


def read_demo(folder: Path) -> Path:
    """Fills a ledger with the demo's reports, which are read once in a process."""
    return Path(shutil.copytree(_read(), folder))


def compared_demo(folder: Path) -> Path:
    """The same, compared for copies."""
    with Ledger.open(read_demo(folder)) as held:
        find_copies(held)
    return folder


@cache
def _read() -> Path:
    made = Path(mkdtemp(prefix="hearsay-demo-"))
    atexit.register(shutil.rmtree, made, ignore_errors=True)
    with Ledger.open(made / "ledger") as held:
        for one in hearsay.read(str(reports())):
            assert isinstance(one, hearsay.Report)
            held.add(one)
    return made / "ledger"
