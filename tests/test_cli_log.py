"""`hearsay log`: narrowed, written out, replayed, made anew; and what the command line took out."""

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from hearsay.errors import BadFinding
from hearsay.model import Stance
from hearsay.review.rebuild import rebuild
from hearsay.store.ledger import Ledger

from .commands import Run

pytestmark = pytest.mark.usefixtures("ledger")


def rows(words: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in words.splitlines()]


def judged(ledger: Path) -> list[str]:
    """Two people have judged two figures; their ids."""
    with Ledger.open(ledger) as held:
        ids = [claim.id for claim in held.claims()][:2]
        held.judge(ids[0], Stance.ACCEPTED, "person:mira")
        held.judge(ids[1], Stance.REJECTED, "person:mira", note="an age")
        held.judge(ids[1], Stance.ACCEPTED, "person:oren")
    return ids


def test_it_is_narrowed(run: Run, ledger: Path) -> None:
    one, other = judged(ledger)
    assert [row["agent"] for row in rows(run("log", "--agent", "oren", "--json").stdout)] == ["person:oren"]
    assert [row["id"] for row in rows(run("log", "--stance", "rejected", "--json").stdout)] == [other]
    assert [row["id"] for row in rows(run("log", "--id", one[3:11], "--json").stdout)] == [one]
    assert rows(run("log", "--until", "2001-01-01", "--json").stdout) == []
    assert len(rows(run("log", "--until", "2999-01-01", "--json").stdout)) == 3
    assert rows(run("log", "--since", "2999-01-01", "--json").stdout) == []
    assert {row["what"] for row in rows(run("log", "--what", "import", "--what", "run", "--json").stdout)} == {"import", "run"}
    machines = rows(run("log", "--machines", "--limit", "500", "--json").stdout)
    assert any(row["confidence"] for row in machines)
    assert run("log", "--id", "ffffffffff", status=1).stderr.startswith("Error: no finding")


def test_what_is_taken_out_is_noted_with_its_digest(run: Run) -> None:
    taken = run("figures", "--measure", "killed", "--csv").stdout_bytes
    run("figures", "--as", "ucdp", "--json")
    run("figures")  # a table is looked at
    newest, first = rows(run("log", "--what", "export", "--json").stdout)
    assert (first["stance"], first["words"], first["agent"]) == ("csv", "measure=killed", "person:mira")
    assert first["note"] == sha256(taken).hexdigest()
    assert first["rows"] == taken.count(b"\r\n") - 1
    assert (newest["stance"], newest["words"]) == ("jsonl", "table=ucdp")


def test_written_out_and_replayed(run: Run, ledger: Path, tmp_path: Path) -> None:
    ids = judged(ledger)
    assert "3 verdicts" in run("log", "--export", "log.jsonl").stdout
    note = rows(run("log", "--what", "export", "--json").stdout)[0]
    assert (note["rows"], note["note"]) == (3, sha256((tmp_path / "log.jsonl").read_bytes()).hexdigest())
    run("log", "--export", "log.jsonl", status=1)  # a file that is there is not written over
    for id in ids:
        run("undo", id)
    assert "3 known before" in run("log", "--replay", "log.jsonl", "--dry-run").stdout
    (tmp_path / "broken.jsonl").write_text("{}\n")
    assert "line 1" in run("log", "--replay", "broken.jsonl", status=1).stderr
    run("log", "--dry-run", status=2)
    run("log", "--verify", "--json", status=2)


def test_made_anew_all_stands_as_it_did(run: Run, ledger: Path, tmp_path: Path) -> None:
    judged(ledger)
    said = run("log", "--rebuild", "anew", "--verify").stdout
    assert "2 reports" in said
    assert "each stands as it does here" in said
    assert "Sound" in said
    assert "is there already" in run("log", "--rebuild", "anew", status=1).stderr
    with Ledger.open(ledger) as held, Ledger.open(tmp_path / "anew") as made:
        assert [(one.id, one.standing) for one in held.store.findings()] == [
            (one.id, one.standing) for one in made.store.findings()
        ]
        assert list(held.claims(states=None)) == list(made.claims(states=None))


def test_a_word_that_is_not_in_the_log_is_told(ledger: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    id = judged(ledger)[0]
    with Ledger.open(ledger) as held:
        every = list(held.store.verdicts())
        monkeypatch.setattr(held.store, "verdicts", lambda: (one for one in every if one.agent != "person:mira"))
        made = rebuild(held, tmp_path / "anew")
        assert id in made.differing
        assert not made.same
        with pytest.raises(BadFinding, match="is there already"):
            rebuild(held, tmp_path / "anew")
