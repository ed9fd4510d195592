"""What linked reports share is kept beside their links, and whoever waits for the comparison sees it go on."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from hearsay.across.copying import find_copies, pair_of, waiting
from hearsay.across.reuse import shared
from hearsay.store import passages
from hearsay.store.connect import reading, writing
from hearsay.store.ledger import Ledger

from .commands import Run
from .sample import written
from .test_across_copies import SOME, put, story
from .test_copies import STORY


def test_what_links_share_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Ledger.open(tmp_path / "l") as ledger:
        put(ledger, *SOME)
        assert find_copies(ledger) > 1
        first = list(shared(ledger))
        monkeypatch.setattr("hearsay.across.copying.compare_words", None)
        again = list(shared(ledger))
        assert [(one.reuse, one.reason) for one in again] == [(one.reuse, one.reason) for one in first]
        monkeypatch.undo()
        for one in first:
            made = pair_of(one.left, one.right)
            assert one.reuse == (made.reuse if made.left is one.left else made.reuse.swapped())


def test_what_is_kept_is_made_anew_where_it_is_missing_or_no_longer_holds(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "l") as ledger:
        put(ledger, *SOME)
        find_copies(ledger)
        before = [(one.link.id, one.reuse, one.reason) for one in shared(ledger)]
        with writing(ledger.store.engine) as connection:
            connection.exec_driver_sql("DELETE FROM passages")
        assert [(one.link.id, one.reuse, one.reason) for one in shared(ledger)] == before
        assert find_copies(ledger) == 0
        with reading(ledger.store.engine) as connection:
            assert passages.missing(connection, 10) == []
        with writing(ledger.store.engine) as connection:
            connection.exec_driver_sql("UPDATE pages SET published = '2031-09-09' WHERE name = 'first'")
        changed = {one.link.id: one.reason for one in shared(ledger)}
        assert changed != {id: reason for id, _, reason in before}
        assert [one.reuse for one in shared(ledger)] == [reuse for _, reuse, _ in before]


def test_each_report_that_is_compared_is_told(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "l") as ledger:
        put(ledger, *SOME)
        assert waiting(ledger) == len(SOME)
        told: list[str] = []
        find_copies(ledger, told.append)
        assert told == [one.sighting.name for one in SOME]
        assert waiting(ledger) == 0


def test_commands_that_compare_count_the_reports(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    counted: list[tuple[str, int, list[str]]] = []

    @contextmanager
    def recorded(total: Callable[[], int], *, quiet: bool, what: str = "") -> Iterator[Callable[[str], None]]:
        names: list[str] = []
        counted.append((what, total(), names))
        assert not quiet
        yield names.append

    monkeypatch.setattr("hearsay.cli.across_copies.counting", recorded)
    (tmp_path / "in").mkdir()
    written(tmp_path / "in", first=STORY, second=story(2))
    run("read", "in", "--ledger", "l", "--no-copies")
    run("copies", "--ledger", "l")
    written(tmp_path / "in", third=story(3))
    run("read", "in", "--ledger", "l")
    assert counted == [("comparing", 2, ["first", "second"]), ("comparing", 1, ["third"])]


def test_a_ledger_from_before_gets_the_table_and_is_filled(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "l") as ledger:
        put(ledger, *SOME)
        find_copies(ledger)
        first = [(one.link.id, one.reuse) for one in shared(ledger)]
        with writing(ledger.store.engine) as connection:
            connection.exec_driver_sql("DROP TABLE passages")
            connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0002'")
    with Ledger.open(tmp_path / "l") as ledger:
        assert [(one.link.id, one.reuse) for one in shared(ledger)] == first
        find_copies(ledger)
        with reading(ledger.store.engine) as connection:
            assert set(passages.of(connection, [id for id, _ in first])) == {id for id, _ in first}
