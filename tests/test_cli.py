"""The command line from the outside: reading, the demo, starting, help."""

import gzip
import pickle
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from hearsay.cli import COMMANDS, main
from hearsay.cli.reference import reference
from hearsay.codec import id_of
from hearsay.demo import reports
from hearsay.pipeline import Report
from hearsay.store.ledger import Ledger

from .commands import READ, Run, rows
from .sample import BRIDGE, DEPOT, report, written

# --- read ---------------------------------------------------------------------------------------------------------


def test_read_keeps_and_says_so(run: Run, tmp_path: Path) -> None:
    depot, bridge = written(tmp_path, depot=DEPOT, bridge=BRIDGE)
    shown = run("read", depot, bridge, *READ).stdout.splitlines()
    assert shown[0] == "read     depot: 3 attributions, 2 figures, 2 mentions"
    assert shown[1] == "read     bridge: 1 figures"
    assert shown[2] == "2 read, 0 known, 0 refused. The ledger is hearsay-ledger."
    assert {row["document"] for row in rows(run("reports", "--json"))} == {"depot", "bridge"}


def test_what_was_read_is_not_read_again(run: Run, tmp_path: Path) -> None:
    depot, bridge = written(tmp_path, depot=DEPOT, bridge=BRIDGE)
    run("read", depot, *READ)
    shown = run("read", depot, bridge, *READ).stdout.splitlines()
    assert shown[0] == "known    depot"
    assert shown[1].startswith("read     bridge")
    assert shown[2].startswith("1 read, 1 known, 0 refused.")
    run("read", depot, bridge, *READ, "--workers", "2")


def test_findings_keep_their_ids_on_the_way_between_processes() -> None:
    for finding, verdict in report(DEPOT).findings:
        assert id_of(pickle.loads(pickle.dumps(finding))) == verdict.finding


def test_many_workers_find_and_keep_the_same(run: Run) -> None:
    sources = [str(path) for path in sorted(reports().iterdir()) if path.suffix == ".txt"]
    figures = [
        run("read", *sources, "--json", "--ledger", f"by-{workers}", "--extractor", "figures", "--workers", workers).stdout
        for workers in ("1", "2")
    ]
    assert len(figures[0].splitlines()) == len(sources) > 3
    assert figures[0] == figures[1]
    assert run("figures", "--ledger", "by-1").stdout == run("figures", "--ledger", "by-2").stdout


def test_known_bytes_under_another_name_are_sighted_there_too(run: Run, tmp_path: Path) -> None:
    depot, copy = written(tmp_path, depot=DEPOT, copy=DEPOT)
    run("read", depot, *READ)
    assert run("read", copy, *READ).stdout.startswith("known    copy")
    with Ledger.open(tmp_path / "hearsay-ledger") as held:
        assert [sighting.name for sighting in held.report("depot").sightings] == ["depot", "copy"]
    assert run("show", "copy").stdout.startswith("Depot burns")


def test_json_line_is_the_contract_and_nothing_is_stored(run: Run, tmp_path: Path) -> None:
    (depot,) = written(tmp_path, depot=DEPOT)
    result = run("read", depot, "--json", *READ)
    (line,) = rows(result)
    assert line["status"] == "read"
    assert line["document"]["name"] == "depot"
    assert line["document"]["text"] == DEPOT
    assert {row["speaker"] for row in line["attributions"]} == {"Irena Voss", "Northern Guard"}
    assert [path.name for path in tmp_path.iterdir()] == ["depot.txt"]


def test_json_of_known_inputs_says_the_same_again(run: Run, tmp_path: Path) -> None:
    depot, missing = *written(tmp_path, depot=DEPOT), "missing.txt"
    first = rows(run("read", depot, missing, "--json", "--ledger", "kept", *READ, status=1))
    again = rows(run("read", depot, missing, "--json", "--ledger", "kept", *READ, status=1))
    assert again[0].pop("known") is True
    assert again == first
    assert first[1] == {"status": "refused", "name": "missing.txt", "reason": "does not exist"}


def test_standard_input(run: Run) -> None:
    (line,) = rows(run("read", "-", "--json", *READ, input=BRIDGE.encode()))
    assert line["document"]["name"] == "stdin"
    assert line["figures"][0]["low"] == 7


def test_a_batch_with_bad_inputs_goes_on(run: Run, tmp_path: Path) -> None:
    (good,) = written(tmp_path, good=DEPOT)
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "bomb.txt.gz").write_bytes(gzip.compress(b"\0" * 80_000_000))
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 99)
    bad = {
        "missing.txt": "does not exist",
        "empty.txt": "is empty",
        "bomb.txt.gz": "times its packed size",
        "picture.png": "no reader is installed for image/png",
        "http://127.0.0.1:9/a": "address",
        "ftp://example.org/a": "only http and https are fetched",
    }
    result = run("read", *list(bad)[:3], good, *list(bad)[3:], *READ, status=1)
    shown = result.stdout.splitlines()
    for name, reason in bad.items():
        assert any(line.startswith(f"refused  {name}: ") and reason in line for line in shown), f"{name}\n{shown}"
    assert shown[-1].startswith("1 read, 0 known, 6 refused.")
    assert [row["document"] for row in rows(run("reports", "--json"))] == ["good"]
    assert {row["name"] for row in rows(run("reports", "--refused", "--json"))} == set(bad)


def test_no_fetch(run: Run) -> None:
    result = run("read", "https://example.org/a", "--no-fetch", "--json", *READ, status=1)
    assert rows(result)[0]["reason"] == "fetching is switched off"


@pytest.mark.parametrize("words", [["read"], ["read", "a", "--workers", "0"], ["nonsense"], ["figures", "--measure", "x"]])
def test_wrong_usage_is_status_2(run: Run, words: list[str]) -> None:
    run(*words, status=2)


def test_an_extractor_that_is_not_there(run: Run, tmp_path: Path) -> None:
    result = run("read", *written(tmp_path, a=DEPOT), "--extractor", "nobody", status=1)
    assert result.stderr.startswith("Error: hearsay.extractors has no 'nobody'")
    assert len(result.stderr.splitlines()) == 1


def test_no_ledger_is_one_line(run: Run) -> None:
    for words in (["reports"], ["show", "x"], ["figures"], ["check"], ["log"], ["accept", "x"], ["search", "x"]):
        result = run(*words, status=1)
        assert result.stderr.startswith("Error: hearsay-ledger is no ledger")
        assert len(result.stderr.splitlines()) == 1


def test_an_interrupted_batch_goes_on_where_it_stopped(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = written(tmp_path, a=DEPOT, b=BRIDGE, c=DEPOT + "More.\n")
    add = Ledger.add

    def interrupted(self: Ledger, made: Report) -> bool:
        if made.sighting.name == "c":
            raise KeyboardInterrupt
        return add(self, made)

    with monkeypatch.context() as patch:
        patch.setattr(Ledger, "add", interrupted)
        result = run("read", *paths, *READ, status=130)
    assert result.stderr.startswith("Stopped: 2 read, 0 known, 0 refused; what was read is kept in hearsay-ledger")
    assert run("read", *paths, *READ).stdout.splitlines()[-1].startswith("1 read, 2 known, 0 refused.")


# --- demo -----------------------------------------------------------------------------------------------------------


def test_demo_reads_the_shipped_reports(run: Run, tmp_path: Path) -> None:
    shown = run("demo", *READ).stdout
    assert "20 read, 0 known, 0 refused. The ledger is demo-ledger." in shown
    assert [path.name for path in tmp_path.iterdir()] == ["demo-ledger"]
    assert "0 read, 20 known, 0 refused" in run("demo", *READ).stdout


def test_demo_guides_through_what_was_found(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shipped = tmp_path / "shipped"
    shipped.mkdir()
    dead = {name: BRIDGE.replace("7 people were hurt", f"{name[1:]} people were killed") for name in ("d11", "d14")}
    written(shipped, depot=DEPOT, bridge=BRIDGE, **dead)
    monkeypatch.setattr("hearsay.demo.reports", lambda: shipped)
    shown = run("demo", *READ).stdout
    lines = shown.splitlines()
    assert "Irena Voss\tperson\tsays\tRadio Tessary" in shown
    assert "96 killed\tpeople\tcumulative\tsince March 14 (2031-03-14/..)\tIrena Voss\tRadio Tessary\tdepot" in lines
    assert "7 injured\tpeople\tunknown\t\tthe page itself\t\tbridge" in lines
    at = lines.index("  killed, people; one incident; bridge; 11 to 14; differ in value:")
    assert [line.split("\t")[:5:4] for line in lines[at + 2 : at + 4]] == [["11", "contradicts 14"], ["14", "contradicts 11"]]
    assert "  hearsay disputes --ledger demo-ledger" in lines
    assert "  hearsay show depot --ledger demo-ledger" in lines


# --- starting, help, docs -------------------------------------------------------------------------------------------

HEAVY = {"onnxruntime", "numpy", "lxml", "trafilatura", "sqlalchemy", "rich", "tokenizers", "alembic", "msgspec"}


@pytest.mark.parametrize("words", [["--version"], ["--help"], ["figures", "--help"]])
def test_starting_imports_nothing_heavy(words: list[str]) -> None:
    code = f"import sys; from hearsay.cli import main; main({words}, standalone_mode=False); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.splitlines()[-1].split())
    allowed = {"msgspec"} if words != ["--version"] else set()
    assert "click" in loaded
    assert not HEAVY & loaded - allowed


def test_version() -> None:
    done = subprocess.run([sys.executable, "-m", "hearsay.cli", "--version"], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("hearsay 0.")


@pytest.mark.parametrize("name", COMMANDS)
def test_help_shows_an_example(run: Run, name: str) -> None:
    shown = run(name, "--help").stdout
    assert "Example" in shown
    assert f"  hearsay {name}" in shown


def test_the_reference_is_current() -> None:
    path = Path(__file__).parents[1] / "docs" / "cli.md"
    assert path.read_text(encoding="utf-8") == reference(), "run: python -m hearsay.cli.reference > docs/cli.md"


def test_examples_in_help_are_valid() -> None:
    """Every example of the reference names a command and options that there are."""
    lines = [line.strip() for line in reference().splitlines() if line.startswith("    hearsay ")]
    assert len(lines) > len(COMMANDS)
    for line in lines:
        words = shlex.split(line.partition(" > ")[0].partition(" | ")[0])
        command = main.get_command(None, words[1])  # type: ignore[arg-type]
        assert command is not None, line
        known = {option for parameter in command.params for option in parameter.opts}
        assert {word for word in words if word.startswith("--")} <= known, line
