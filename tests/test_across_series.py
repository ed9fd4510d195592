"""`hearsay series` and the lines of a ledger, on small bulletins of an invented conflict."""

import json
from datetime import date
from pathlib import Path

import pytest

from hearsay.across.series import series
from hearsay.api import read
from hearsay.errors import UnknownName
from hearsay.pipeline import Report
from hearsay.store.ledger import Ledger

from .commands import Run, rows
from .pictures import parsed

HEAD = "Toll of the highlands\nJune {0}, 2031\n\nHALMERE, Orvessa, June {0} (Pellam Wire) - "
BULLETINS = {
    "first": HEAD.format(15) + "The Joint Relief Office said that 640 people had been killed in the highlands since May 2.\n",
    "second": HEAD.format(18)
    + "The Joint Relief Office said that 702 people had been killed in the highlands since May 2. Ana Tellow, its coordinator, "
    "said 57 deaths from May had been added to the overall count because they were registered late.\n",
    "women": HEAD.format(18) + "The Joint Relief Office said that 118 women had been killed in the highlands since May 2.\n",
    "battle": HEAD.format(16) + "The army said on Monday that 417 fighters were killed in an assault on Tolmar on Sunday.\n",
    "third": HEAD.format(20) + "The Joint Relief Office said that 715 people had been killed in the highlands since May 2.\n",
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of the bulletins."""
    folder = tmp_path_factory.mktemp("series")
    for name, text in BULLETINS.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    with Ledger.open(folder / "ledger") as held:
        for report in read(*sorted(folder.glob("*.txt"))):
            assert isinstance(report, Report)
            held.add(report)
    return folder / "ledger"


def test_the_lines_of_a_ledger(made: Path) -> None:
    with Ledger.open(made) as held:
        found = series(held, "killed", who="people")
    (line,) = [one for one in found.lines if one.points]
    assert line.source == "Joint Relief Office"
    assert [str(point.amount) for point in line.points] == ["640", "702", "715"]
    assert [(str(step.amount), str(step.rest)) for step in line.steps] == [("62", "5"), ("13", "13")]


def test_what_is_rejected_is_on_no_line(made: Path, tmp_path: Path) -> None:
    from shutil import copytree

    from hearsay.model import Stance

    with Ledger.open(Path(copytree(made, tmp_path / "copy"))) as held:
        before = series(held, "killed", who="people")
        (point,) = [p for line in before.lines for p in line.points if str(p.amount) == "702"]
        held.judge(point.id, Stance.REJECTED, "person:mira")
        after = series(held, "killed", who="people")
    assert [str(p.amount) for line in after.lines for p in line.points] == ["640", "715"]


def test_lines_are_chosen_by_group_source_and_days(made: Path) -> None:
    with Ledger.open(made) as held:
        assert [p.words for one in series(held, "killed", who="women").lines for p in one.points] == ["118"]
        assert series(held, "killed", source="Assembly").lines == ()
        late = series(held, "killed", who="people", since=date(2031, 6, 17), until=date(2031, 6, 19))
        (line,) = [one for one in late.lines if one.points]
        assert [str(point.amount) for point in line.points] == ["702"]
        assert [str(step.amount) for step in line.steps] == ["62"]
        assert series(held, "injured").lines == ()


def test_a_measure_that_there_is_not(made: Path) -> None:
    with Ledger.open(made) as held, pytest.raises(UnknownName, match="no measure 'wounded'; there are killed, injured"):
        series(held, "wounded")


def test_many_reports_are_read_some_at_a_time_with_the_same_lines(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Ledger.open(made) as held:
        at_once = series(held, "killed")
        monkeypatch.setattr("hearsay.across.series._SOME", 1)
        assert series(held, "killed").lines == at_once.lines
        assert any(step.late for line in at_once.lines for step in line.steps)


def test_the_command_prints_lines_as_tables(run: Run, made: Path) -> None:
    said = run("series", "killed", "--ledger", str(made), "--who", "people").stdout
    assert "Joint Relief Office, since 2031-05-02  ▁▆█" in said
    assert "57 registered late" in said
    assert "417" not in said


def test_the_command_writes_json_and_csv(run: Run, made: Path) -> None:
    found = rows(run("series", "killed", "--ledger", str(made), "--who", "people", "--source", "relief", "--json"))
    assert [(row["as_of"], row["low"], row["derived_rise_low"]) for row in found] == [
        ("2031-06-15", 640, None),
        ("2031-06-18", 702, 62),
        ("2031-06-20", 715, 13),
    ]
    assert run("series", "killed", "--ledger", str(made), "--csv").stdout.startswith("id,kind,measure,")


def test_the_command_draws(run: Run, made: Path, tmp_path: Path) -> None:
    run("series", "killed", "--ledger", str(made), "--svg", "a.svg", "--png", "a.png")
    root = parsed((tmp_path / "a.svg").read_text(encoding="utf-8"))
    assert root.get("aria-label") == "Running totals of killed, by source"
    assert (tmp_path / "a.png").read_bytes().startswith(b"\x89PNG")


def test_the_command_says_when_there_is_nothing(run: Run, made: Path) -> None:
    assert "No running total of abducted." in run("series", "abducted", "--ledger", str(made)).stdout
    assert "is not one of" in run("series", "wounded", "--ledger", str(made), status=2).output


def test_rows_are_json(run: Run, made: Path) -> None:
    for line in run("series", "killed", "--ledger", str(made), "--json").stdout.splitlines():
        json.loads(line)
