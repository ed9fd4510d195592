"""A ledger is a folder that moves, a database that other tools can read, and sound after any end."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from hearsay.codec import id_of
from hearsay.errors import LedgerDamaged, NotInLedger
from hearsay.model import (
    Figure,
    Stance,
    Text,
)
from hearsay.store.connect import reading
from hearsay.store.ledger import Ledger
from hearsay.store.schema import VERSION, metadata

from .ledgers import changed, dump, made
from .source import ROOT

ADA, BEA = "person:ada", "person:bea"
REPORT = made()
TEXT = REPORT.page.text
FIGURE = next(one for one, _ in REPORT.findings if isinstance(one, Figure) and one.low == 417)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "ledger") as ledger:
        yield ledger


# --- folders and files ---------------------------------------------------------------------------------------


def test_what_is_no_ledger_says_so(tmp_path: Path) -> None:
    with pytest.raises(NotInLedger, match="does not exist"):
        Ledger.open(tmp_path / "none", create=False)
    with pytest.raises(NotInLedger, match=r"has no ledger\.sqlite"):
        Ledger.open(tmp_path, create=False)
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(NotInLedger, match="other files"):
        Ledger.open(tmp_path)
    with pytest.raises(NotInLedger, match="is a file"):
        Ledger.open(tmp_path / "notes.txt")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["notes.txt"]


def test_a_database_of_something_else_is_left_alone(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "ledger.sqlite") as other:
        other.execute("CREATE TABLE recipes (name TEXT)")
    other.close()
    with pytest.raises(NotInLedger, match="something else"):
        Ledger.open(tmp_path)


def test_a_damaged_or_newer_database_is_named(tmp_path: Path) -> None:
    Ledger.open(tmp_path / "newer").close()
    changed(tmp_path / "newer", "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(LedgerDamaged, match="newer version"):
        Ledger.open(tmp_path / "newer")
    (tmp_path / "torn").mkdir()
    (tmp_path / "torn" / "ledger.sqlite").write_bytes(b"not a database" * 1000)
    with pytest.raises(LedgerDamaged, match="not a database"):
        Ledger.open(tmp_path / "torn")


def test_a_ledger_moves_with_its_folder(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "here") as ledger:
        ledger.add(made())
        before = dump(ledger)
    assert sorted(path.name for path in (tmp_path / "here").iterdir()) == ["ledger.sqlite", "originals"]
    shutil.move(tmp_path / "here", tmp_path / "there")
    with Ledger.open(tmp_path / "there", create=False) as ledger:
        assert dump(ledger) == before
        assert list(ledger.check()) == []


def test_the_migrations_lead_to_the_tables_that_the_code_knows(ledger: Ledger) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    def ours(name: str | None, _: str, __: object) -> bool:
        return "_fts" not in (name or "")

    with reading(ledger.store.engine) as connection:
        context = MigrationContext.configure(connection, opts={"include_name": ours, "compare_type": True})
        assert compare_metadata(context, metadata) == []
        assert context.get_current_revision() == VERSION


def test_two_threads_and_two_ledgers_write_in_turns(tmp_path: Path) -> None:
    folder = tmp_path / "ledger"
    errors: list[BaseException] = []

    def adding(first: int) -> None:
        try:
            with Ledger.open(folder) as ledger:
                for i in range(first, first + 15):
                    ledger.add(made(f"report-{i}", f"The Northern Guard said {i} died.\n"))
        except BaseException as error:
            errors.append(error)

    threads = [threading.Thread(target=adding, args=(first,)) for first in (0, 10, 20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    with Ledger.open(folder) as ledger:
        assert len(list(ledger.reports())) == 35
        assert list(ledger.check()) == []


# --- the file as it is ---------------------------------------------------------------------------------------


def test_the_file_can_be_read_with_any_sql_tool(ledger: Ledger) -> None:
    ledger.add(made())
    ledger.judge(id_of(FIGURE), Stance.REJECTED, ADA)
    plain = sqlite3.connect(ledger.folder / "ledger.sqlite")
    figures = plain.execute(
        'SELECT report, low, high, measure, modifier, words, state, "by", part_of FROM v_figures ORDER BY start'
    ).fetchall()
    assert figures == [
        ("orsa", 417, 417, "killed", "exact", "417", "rejected", '["person:ada"]', None),
        ("orsa", 96, 96, "killed", "exact", "96", "proposed", '["test.counts@1"]', id_of(FIGURE)),
        ("orsa", 130, 130, "killed", "exact", "130", "proposed", '["test.counts@1"]', None),
    ]
    said = plain.execute("SELECT speaker, cue, shade, quoting, content, inferred FROM v_attributions ORDER BY start")
    assert said.fetchall()[0] == (
        *("Irena Voss", "said", "says", "indirect"),
        *("417 fighters of the Northern Guard died, 96 of them at the Orsa bridge 🌉.", 0),
    )
    assert plain.execute("SELECT actor, words FROM v_mentions").fetchall() == [("Northern Guard",) * 2] * 2
    assert plain.execute("SELECT name, figures FROM v_reports").fetchall() == [("orsa", 2)]
    assert plain.execute("SELECT agent, words FROM v_log WHERE stance = 'rejected'").fetchall() == [(ADA, "417")]
    plain.close()


# --- an end without warning ----------------------------------------------------------------------------------

_BATCH = """
import os, sys
from tests.ledgers import made
from hearsay.codec import document_id
from hearsay.store.ledger import Ledger
os.fsync = lambda _: None  # a loss of power is not what is tried here; the disk would take most of the time
with Ledger.open(sys.argv[1]) as ledger:
    for i in range(int(sys.argv[2])):
        words = f"Report {i}\\n\\nThe Northern Guard said {i} died, {i + 1} of them at Orsa.\\n"
        if not ledger.has_read(document_id(words.encode()), "text/plain", ["test.says@1", "test.counts@1"]):
            ledger.add(made(f"report-{i}", words))
        print(i, flush=True)
"""
_MANY = 500


def batch(folder: Path, kill_after: int | None = None) -> None:
    """Adds reports in a process of its own, which is killed once it has added so many."""
    command = [sys.executable, "-c", _BATCH, str(folder), str(_MANY)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        for line_ in process.stdout:
            if kill_after is not None and int(line_) >= kill_after:
                os.kill(process.pid, signal.SIGKILL)
                break
    assert process.returncode == (0 if kill_after is None else -signal.SIGKILL)


def test_a_batch_that_was_killed_is_simply_run_again(tmp_path: Path) -> None:
    """Killed twice in the middle and then run to its end: the ledger of an undisturbed run, and sound in between."""
    batch(tmp_path / "whole")
    for kill_after in (60, 310):
        batch(tmp_path / "killed", kill_after)
        with Ledger.open(tmp_path / "killed") as ledger:
            assert kill_after < len(list(ledger.reports())) < _MANY
            assert list(ledger.check()) == []
    batch(tmp_path / "killed")
    with Ledger.open(tmp_path / "whole") as whole, Ledger.open(tmp_path / "killed") as killed:
        assert dump(killed) == dump(whole)
        assert len(list(killed.reports())) == _MANY


def test_an_unfinished_original_is_written_again(ledger: Ledger) -> None:
    """What a killed process leaves of a file is no original, and stands in nobody's way."""
    path = ledger._originals.path(TEXT.document)
    path.parent.mkdir(parents=True)
    (path.parent / ".half.part").write_bytes(b"\x1f\x8b")
    ledger.add(made())
    assert ledger.original(TEXT.document) == REPORT.item.data
    assert list(ledger.check()) == []


def test_texts_are_frozen(ledger: Ledger) -> None:
    """A text's id holds its characters: the same document read otherwise is another text."""
    ledger.add(made())
    other = made(words=REPORT.item.data.decode() + "\n")
    assert other.page.text.id != TEXT.id
    assert isinstance(ledger.text("orsa"), Text)
