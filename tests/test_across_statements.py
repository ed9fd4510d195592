"""The same statement by several: grouped, denied, weakened, copied; and the command that lists them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from hearsay.across.copying import find_copies
from hearsay.across.statements import every, of_claim, told
from hearsay.compare.statements import LEAST
from hearsay.errors import NotInLedger
from hearsay.model import Attribution, Link, Relation, Stance
from hearsay.store.ledger import Ledger

from .commands import Run, rows
from .ledgers import Says, made

HEAD = "Heads of a page\n\n"
SHELLED = "the Northern Guard shelled the hospital in Orlen on Monday"
SAID = {
    "voss": f"Irena Voss said {SHELLED}.",
    "ostane": "Mirel Ostane said the Northern Guard did not shell the hospital in Orlen on Monday.",
    "kaleth": "Jorin Kaleth said the Northern Guard may have shelled the hospital in Orlen on Monday.",
    "orrend": "Tavis Orrend said the bridge in Varne had been closed for a week.",
}
LONG = """

The boats had stopped an hour before, and the benches under the tin roof were full of families who waited for the other bank.

A second shell fell into the shallows and did no harm, and a third broke the harbour wall beside the customs scales at noon.
"""


def fill(folder: Path, said: dict[str, str]) -> Path:
    with Ledger.open(folder) as ledger:
        for name, words in said.items():
            ledger.add(made(name, HEAD + words + "\n", extractors=(Says(),)))
        find_copies(ledger)
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return fill(tmp_path / "ledger", SAID)


@pytest.fixture
def held(folder: Path) -> Iterator[Ledger]:
    with Ledger.open(folder, create=False) as ledger:
        yield ledger


def test_a_statement_with_all_that_stand_to_it(held: Ledger) -> None:
    (one,) = every(held)
    assert [claim.report.name for claim in one.claims] == ["kaleth", "ostane", "voss"]
    by_id = {claim.id: claim.report.name for claim in one.claims}
    drawn = {(by_id[each.left], each.relation, by_id[each.right]) for each in one.stands}
    assert ("ostane", Relation.DENIES, "voss") in drawn
    assert ("kaleth", Relation.QUALIFIES, "voss") in drawn
    assert all(each.confidence >= LEAST for each in one.stands)
    assert (one.copied, one.only_copied) == (frozenset(), False)


def test_what_is_asked_for(held: Ledger) -> None:
    assert list(every(held, document="orrend")) == []
    (one,) = every(held, document="voss")
    assert {claim.report.name for claim in one.claims} == {"kaleth", "ostane", "voss"}
    assert {stand.confidence for one in every(held, least=0.99) for stand in one.stands} == {1.0}
    with pytest.raises(NotInLedger):
        list(every(held, document="nobody"))


def test_a_person_parts_two_statements(held: Ledger) -> None:
    (before,) = every(held)
    voss, ostane = (next(c for c in before.claims if c.report.name == name) for name in ("voss", "ostane"))
    id = held.propose(Link(ostane.id, voss.id, Relation.DENIES), "hearsay.test@1")
    held.judge(id, Stance.REJECTED, "person:ada")
    (after,) = every(held)
    assert len(after.stands) < len(before.stands)
    assert not any({one.left, one.right} == {voss.id, ostane.id} for one in after.stands)


def test_a_copy_is_no_second_voice(tmp_path: Path) -> None:
    wire = SAID["voss"] + LONG
    with Ledger.open(fill(tmp_path / "copied", {"wire": wire, "paper": wire + "\nA line of its own.\n"})) as ledger:
        (one,) = every(ledger)
        assert one.only_copied
        assert one.copied == {(one.claims[0].id, one.claims[1].id)}
        claim, others = of_claim(ledger, one.claims[0].id)
        same = told(ledger, [claim, *(other for other, _ in others)], [stand for _, stand in others])
        assert same.copied == one.copied


def test_the_command(run: Run, folder: Path) -> None:
    at = ("--ledger", str(folder))
    table = run("statements", *at).output
    assert table.startswith("3 reports; both tell of ")
    assert "; 1 denies it" in table
    assert "hospit," not in table, "words are shown as they are written"
    (one,) = rows(run("statements", *at, "--json"))
    relations = {each["relation"] for each in one["relations"]}
    assert {"denies", "qualifies"} <= relations
    assert {each["speaker"] for each in one["statements"]} == {"Irena Voss", "Mirel Ostane", "Jorin Kaleth"}
    (alone,) = rows(run("statements", one["statements"][2]["id"], *at, "--json"))
    assert alone["statements"][-1]["document"] == "voss"
    assert rows(run("statements", *at, "--json", "--relation", "says-the-same")) == []
    assert run("statements", *at, "--document", "orrend").output == "No statement is told by two reports.\n"
    assert "is not in the range" in run("statements", *at, "--least", "0.3", status=2).stderr


def test_a_statement_of_one_report_alone(run: Run, folder: Path) -> None:
    with Ledger.open(folder) as ledger:
        alone = next(claim for claim in ledger.claims(Attribution) if claim.report.name == "orrend")
    told = run("statements", alone.id, "--ledger", str(folder)).output
    assert told == "No statement of another report stands so.\n"
    assert "no finding" in run("statements", "zzz", "--ledger", str(folder), status=1).stderr


def test_copies_are_named_and_left_out_unless_asked_for(run: Run, tmp_path: Path) -> None:
    wire = SAID["voss"] + LONG
    folder = fill(tmp_path / "copied", {"wire": wire, "paper": wire + "\nA line of its own.\n"})
    at = ("--ledger", str(folder))
    assert run("statements", *at).output == "Not shown: 1 statement that reports have from each other (--copies shows them).\n"
    assert "of the words of 1" in run("statements", *at, "--copies").output
