"""What the benchmarks are made of: the command as it is run, and the table as it is written."""

from pathlib import Path

import pytest

from evals.bench import Row, page, ratios, table
from evals.command import read, run


def test_a_run_tells_what_it_cost() -> None:
    done = run(["--version"])
    assert done.status == 0
    assert done.output.startswith(b"hearsay ")
    assert 0 < done.cpu < 60
    assert 0 < done.wall < 60
    assert 5_000_000 < done.peak < 1_000_000_000


def test_a_failed_run_has_its_status() -> None:
    assert run(["no-such-command"]).status == 2


def test_start_up_loads_nothing_heavy() -> None:
    """Processor time, the best of five: 0.3 s is the limit by the clock on a machine with nothing else to do."""
    assert min(run(["--version"]).cpu for _ in range(5)) < 0.3


def test_a_command_that_says_nothing_is_an_error() -> None:
    with pytest.raises(RuntimeError, match="status 2"):
        read([])


def test_what_is_refused_is_a_line_too(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    (line,), done = read([tmp_path])
    assert line["status"] == "refused"
    assert done.status == 1


def test_ratios_and_table() -> None:
    rows = [
        Row("`hearsay read --json`, a second of one core", 2000, "words/s", "note"),
        Row("model alone: encoder and decoding", 4000, "words/s"),
        Row("HTML reader (all text, map, labels, dates)", 25, "pages/s"),
        Row("trafilatura alone (article's text)", 100, "pages/s"),
    ]
    assert [row.value for row in ratios(rows)] == [0.5, 0.25]
    assert "| `hearsay read --json`, a second of one core | 2,000 | words/s | note |" in table(rows)
    made = page(rows, "| reports | seconds |")
    assert table(rows) in made
    assert made.endswith("\n\n| reports | seconds |\n")
