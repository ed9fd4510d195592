"""The commands that look into a ledger, and those that add to it by hand."""

import csv
import os
import pty
import shlex
import subprocess
import sys
from contextlib import suppress
from io import StringIO
from pathlib import Path

import pytest

from hearsay import api
from hearsay.cli.progress import expected
from hearsay.store.ledger import Ledger

from .commands import READ, Run, first, rows
from .sample import BRIDGE, DEPOT, HOSTILE, report, written

# --- what the ledger holds ------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("ledger")
def test_show_and_search(run: Run) -> None:
    shown = run("show", "depot").stdout
    assert "‹at least 12[a] soldiers had died›[1]" in shown
    assert "\x1b" not in shown
    (hit,) = rows(run("search", "bridge", "fell", "--json"))
    assert hit["document"] == "bridge"
    assert run("search", "zeppelin").stdout.splitlines() == ["document\twords"]
    assert "no report or text 'nothing'" in run("show", "nothing", status=1).stderr


@pytest.mark.usefixtures("ledger")
@pytest.mark.parametrize(
    ("words", "count"),
    [
        (["attributions"], 3),
        (["attributions", "--source", "VOSS"], 2),
        (["attributions", "--source", "radio tessary"], 1),
        (["attributions", "--kind", "institution"], 1),
        (["attributions", "--document", "bridge"], 0),
        (["attributions", "--standing", "accepted"], 0),
        (["figures"], 3),
        (["figures", "--measure", "injured"], 1),
        (["figures", "--document", "depot"], 2),
        (["figures", "--standing", "proposed"], 3),
        (["figures", "--since", "2031-06-05"], 1),
        (["figures", "--until", "2031-06-05"], 2),
        (["figures", "--since", "2031-06", "--until", "2031"], 3),
        (["figures", "--since", "2032"], 0),
        (["mentions"], 2),
        (["mentions", "--source", "guard"], 1),
        (["mentions", "--source", "nobody"], 0),
        (["sources"], 3),
        (["sources", "--kind", "media"], 1),
        (["sources", "--document", "bridge"], 0),
    ],
)
def test_tables_and_their_filters(run: Run, words: list[str], count: int) -> None:
    as_json = rows(run(*words, "--json"))
    as_csv = list(csv.DictReader(StringIO(run(*words, "--csv").stdout, newline="")))
    as_lines = run(*words).stdout.splitlines()
    assert len(as_json) == len(as_csv) == len(as_lines) - 1 == count
    assert "\x1b" not in "".join(as_lines)
    assert len({line.count("\t") for line in as_lines}) == 1


@pytest.mark.usefixtures("ledger")
def test_one_form_at_a_time(run: Run) -> None:
    run("figures", "--json", "--csv", status=2)
    run("figures", "--since", "yesterday", status=2)


def test_what_a_report_says_can_not_steer(run: Run, tmp_path: Path) -> None:
    (hostile,) = written(tmp_path, hostile=HOSTILE)
    printed = [run("read", hostile, *READ).stdout, run("show", "hostile").stdout, run("read", hostile, "--json", *READ).stdout]
    printed += [run(name).stdout for name in ("attributions", "figures", "mentions", "sources", "reports")]
    printed += [run("attributions", "--json").stdout, run("search", "guard").stdout]
    assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set("".join(printed))
    assert "␛[1mGuard" in printed[3]


# --- review ---------------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("ledger")
def test_accept_reject_undo(run: Run) -> None:
    key = first(run, "figures", "--document", "bridge")["id"]
    said = run("accept", key[3:11], "--note", "read twice").stdout
    assert said == f"{key} is accepted by person:mira; it stands as accepted.\n"
    assert "disputed" in run("reject", key[3:11], "--as", "tomas").stdout
    assert "accepted" in run("undo", key, "--as", "tomas").stdout
    log = rows(run("log", "--json"))
    assert [(row["agent"], row["stance"]) for row in log] == [
        ("person:tomas", "withdrawn"),
        ("person:tomas", "rejected"),
        ("person:mira", "accepted"),
    ]
    assert log[2]["note"] == "read twice"
    assert len(rows(run("log", "--machines", "--json"))) > 3
    assert "has no word" in run("undo", key, "--as", "tomas", status=1).stderr


@pytest.mark.usefixtures("ledger")
def test_rejected_findings_are_not_listed(run: Run) -> None:
    run("reject", first(run, "figures", "--document", "bridge")["id"])
    assert rows(run("figures", "--document", "bridge", "--json")) == []
    assert len(rows(run("figures", "--document", "bridge", "--standing", "rejected", "--json"))) == 1
    assert "7[a]" not in run("show", "bridge").stdout
    assert "rejected" in run("show", "bridge", "--all").stdout


@pytest.mark.usefixtures("ledger")
def test_replace(run: Run) -> None:
    old = first(run, "figures", "--document", "bridge")
    run("replace", old["id"], "--set", "modifier=at least", "--set", "high=null", "--json", '{"who": "civilians"}')
    new = first(run, "figures", "--document", "bridge")
    assert new["id"] != old["id"]
    assert (new["low"], new["high"], new["modifier"], new["who"]) == (7, None, "at least", "civilians")
    assert new["standing"] == "accepted"
    run("undo", old["id"])
    assert first(run, "figures", "--document", "bridge")["id"] == old["id"]


@pytest.mark.usefixtures("ledger")
def test_replace_reads_the_words_of_a_new_place(run: Run) -> None:
    old = first(run, "figures", "--document", "depot")
    place = DEPOT.index("417")
    run("replace", old["id"], "--set", f"span=[{place}, {place + 3}]", "--set", "low=417")
    assert "417" in {row["words"] for row in rows(run("figures", "--json"))}
    voss = first(run, "attributions", "--source", "voss")
    run("replace", voss["id"], "--set", "source.name=Irena Voss-Maren", "--set", "cue.shade=admits")
    assert first(run, "attributions", "--source", "maren")["shade"] == "admits"


@pytest.mark.usefixtures("ledger")
@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (["--set", "low=many"], "Expected `int | null`, got `str`"),
        (["--set", "colour=red"], "unknown field"),
        (["--set", "span=[0, 99999]"], "is not inside the text"),
        (["--set", "span=7"], "a span is [start, end]"),
        (["--set", "words=nothing"], "do not stand at"),
        (["--set", "low"], "FIELD=VALUE"),
        (["--set", "text=h1:00"], "stays in its text"),
        (["--json", "{"], "is no JSON"),
        (["--json", "[]"], "an object of fields"),
        (["--set", "low=7"], "changes nothing"),
    ],
)
def test_a_replacement_that_does_not_fit_is_refused(run: Run, words: list[str], reason: str) -> None:
    key = first(run, "figures", "--document", "bridge")["id"]
    assert reason in run("replace", key, *words, status=1).stderr
    assert rows(run("log", "--json")) == []


@pytest.mark.usefixtures("ledger")
def test_ids_that_name_nothing_or_too_much(run: Run) -> None:
    assert "no finding 'ffffffffff'" in run("accept", "ffffffffff", status=1).stderr
    run("replace", "ffffffffff", status=2)


# --- care -----------------------------------------------------------------------------------------------------------


def test_check(run: Run, ledger: Path) -> None:
    assert run("check").stdout == "hearsay-ledger: sound, 2 reports.\n"
    original = next(path for path in (ledger / "originals").rglob("*") if path.is_file())
    original.write_bytes(b"")
    result = run("check", status=1)
    assert "1 damaged" in result.stderr
    assert len(result.stdout.splitlines()) == 1


def test_a_folder_that_can_not_be_made_is_one_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    result = run("read", *written(tmp_path, a=DEPOT), "--ledger", "file/below", *READ, status=1)
    assert result.stderr.startswith("Error: file")
    assert len(result.stderr.splitlines()) == 1


# --- on a terminal --------------------------------------------------------------------------------------------------


def on_terminal(*words: str, folder: Path) -> str:
    """What a command writes to a terminal of 100 columns."""
    master, slave = pty.openpty()
    env = {**os.environ, "COLUMNS": "100", "TERM": "xterm", "HEARSAY_USER": "mira"}
    env.pop("NO_COLOR", None)
    command = [sys.executable, "-m", "hearsay.cli", *words]
    with subprocess.Popen(command, stdin=slave, stdout=slave, stderr=slave, cwd=folder, env=env) as process:
        os.close(slave)
        shown = b""
        with suppress(OSError):  # the other end is closed when the command ends
            while part := os.read(master, 65536):
                shown += part
        os.close(master)
        process.wait()
    return shown.decode()


def test_on_a_terminal_lists_are_tables(ledger: Path) -> None:
    assert "─────" in on_terminal("figures", folder=ledger.parent)
    assert "\x1b[1m" in on_terminal("show", "depot", folder=ledger.parent)


def test_the_progress_bar_leaves_whole_lines(ledger: Path) -> None:
    paths = written(ledger.parent, a=DEPOT, b=BRIDGE)
    shown = on_terminal("read", *paths, "--extractor", "figures", folder=ledger.parent)
    assert "/2" in shown, "no bar"
    for name in ("a", "b"):
        before = shown.split(f"read     {name}: ")[0]
        assert before.endswith(("\n", "\r\x1b[2K")), before[-80:]


def test_another_locale_is_no_reason_to_stop(ledger: Path) -> None:
    env = {**os.environ, "PYTHONIOENCODING": "ascii"}
    for words in (["show", "depot"], ["show", "depot", "--json"], ["figures", "--csv"]):
        command = [sys.executable, "-m", "hearsay.cli", *words]
        done = subprocess.run(command, cwd=ledger.parent, env=env, capture_output=True, check=True)
        assert done.stdout


def test_on_a_terminal_a_report_can_not_steer(ledger: Path) -> None:
    with Ledger.open(ledger) as held:
        held.add(report(HOSTILE, "hostile"))
    for words in (["show", "hostile"], ["attributions"], ["attributions", "--csv"], ["attributions", "--json"]):
        shown = on_terminal(*words, folder=ledger.parent)
        assert "HYPERLINK" in shown
        assert not {"\x07", "\x9b", "\u202e"} & set(shown), words
        assert "\x1b[2J" not in shown
        assert "\x1b]0;" not in shown


def test_a_reader_that_stops_early_is_no_error(ledger: Path) -> None:
    command = f"{shlex.quote(sys.executable)} -m hearsay.cli log --machines --limit 1000 --json | head -n 1"
    done = subprocess.run(command, shell=True, cwd=ledger.parent, capture_output=True, text=True, check=True)
    assert len(done.stdout.splitlines()) == 1
    assert done.stderr == ""


def test_files_are_counted_for_the_progress_bar(tmp_path: Path) -> None:
    written(tmp_path, a=DEPOT, b=DEPOT)
    (tmp_path / "below").mkdir()
    (tmp_path / ".hidden").mkdir()
    written(tmp_path / "below", c=DEPOT)
    written(tmp_path / ".hidden", d=DEPOT)
    assert expected([str(tmp_path), "http://127.0.0.1/a", "-"]) == 5


def test_a_newer_reader_reads_again_what_an_older_one_has_read(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "depot.txt").write_text(DEPOT, encoding="utf-8")
    run("read", "depot.txt", "--extractor", "noted")
    assert "0 read, 1 known" in run("read", "depot.txt", "--extractor", "noted").output
    monkeypatch.setattr(api, "READERS", {**api.READERS, "text/plain": "plain@99"})
    assert "1 read, 0 known" in run("read", "depot.txt", "--extractor", "noted").output
