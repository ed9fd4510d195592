"""Independent origins where they are needed: beside the accounts of a quantity, under policies, in one report; events as
pictures."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from hearsay.across.backing import backing, surely, told_elsewhere
from hearsay.across.copying import find_copies
from hearsay.across.disputes import every
from hearsay.compare.disputes import Dispute
from hearsay.compare.spread import POLICIES
from hearsay.model import Figure
from hearsay.store.ledger import Ledger

from .chained import Row, as_read
from .commands import Run, rows

SAID = {
    "army": "The Orvessan army said 12 people were killed in Tolmar on Tuesday.",
    "mouth": "Tarn Pell, a spokesman for the Orvessan army, said 12 people were killed in Tolmar on Tuesday.",
    "staff": "The General Staff said 12 people were killed in Tolmar on Tuesday.",
    "foes": "The Sedrin Assembly said 30 people were killed in Tolmar on Tuesday.",
}
THIRD = "The Sedrin Assembly said 12 people were killed in Tolmar on Tuesday."


def row(name: str, text: str, day: int = 26) -> Row:
    return {"name": name, "outlet": f"The {name} post", "published": f"2031-02-{day}", "headline": f"Of {name}", "text": [text]}


def made(folder: Path, said: dict[str, str]) -> Path:
    with Ledger.open(folder) as ledger:
        for name, text in said.items():
            ledger.add(as_read(row(name, text)))
        find_copies(ledger)
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return made(tmp_path / "ledger", SAID)


@pytest.fixture
def held(folder: Path) -> Iterator[Ledger]:
    with Ledger.open(folder, create=False) as ledger:
        yield ledger


def only(ledger: Ledger) -> Dispute:
    (one,) = every(ledger)
    return one


def test_each_number_has_its_independent_origins(held: Ledger) -> None:
    one = only(held)
    count = backing(held, one)
    found = {}
    for position in one.positions:
        spans = count([claim for account in position.accounts for claim in account.claims])
        found[position.first.value.said] = (spans.low, spans.high)
    assert found == {12: (1, 2), 30: (1, 1)}, "an army, its spokesman and its staff may be one"


def test_two_sources_of_iraq_body_count_are_two_origins(tmp_path: Path, held: Ledger) -> None:
    one = only(held)
    policy = POLICIES["iraq-body-count"]
    assert policy(one).low == 12, "three names are three sources"
    assert policy(one, surely(backing(held, one))).low is None, "but all may be one army"
    with Ledger.open(made(tmp_path / "two", SAID | {"foes": THIRD})) as two:
        (both,) = every(two, lone=True)
        assert policy(both, surely(backing(two, both))).low == 12


def test_who_is_set_against_another_in_one_report_is_another(tmp_path: Path) -> None:
    """ "Northern Guard" may be a part of the army until a report sets the one against the other."""
    guard = "The Northern Guard said 30 people were killed in Tolmar on Tuesday."
    agree = "The Northern Guard said 12 people were killed in Tolmar on Tuesday."
    counts = []
    for name, first in (("plain", SAID["army"]), ("quarrel", f"{SAID['army']} {guard}")):
        with Ledger.open(made(tmp_path / name, {"one": first, "two": agree})) as ledger:
            (one,) = every(ledger, lone=True)
            claims = [claim for claim in one.claims if isinstance(claim.finding, Figure) and claim.finding.low == 12]
            counts.append(backing(ledger, one)(claims))
    assert [(count.low, count.high) for count in counts] == [(1, 2), (2, 2)]
    assert "sets the one against the other" in counts[1].apart[0]


def test_what_other_reports_say_of_a_figure(held: Ledger) -> None:
    army = next(claim for claim in held.claims(Figure) if claim.report.name == "army")
    foes = next(claim for claim in held.claims(Figure) if claim.report.name == "foes")
    found = told_elsewhere(held, [army, foes])
    assert set(found) == {army.id}, "nobody else gives 30"
    reports, count = found[army.id]
    assert (reports, count.low, count.high) == (3, 1, 2)


def test_only_what_is_shown_is_counted(held: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    monkeypatch.setattr("hearsay.across.backing.of_quantity", lambda _, one: made.append(one.id))
    backing(held, only(held))
    assert made == []


def test_the_commands_tell_origins(run: Run, folder: Path) -> None:
    table = run("disputes", "--ledger", str(folder)).output
    assert "reports\torigins" in table
    assert any(line.startswith("12\t") and line.split("\t")[-3:-1] == ["3", "1 to 2"] for line in table.splitlines())
    (one,) = rows(run("disputes", "--ledger", str(folder), "--json"))
    assert {account["origins"]["at_most"] for account in one["accounts"]} == {1}
    assert next(each for each in one["spreads"] if each["policy"] == "iraq-body-count")["low"] is None
    listed = run("incidents", "--ledger", str(folder)).output
    assert "12: 1 to 2; 30: 1" in listed
    shown = run("show", "army", "--ledger", str(folder)).output
    assert "3 reports say so, from at least 1, at most 2 independent origins" in shown
    assert "reports say so" not in run("show", "foes", "--ledger", str(folder)).output


def test_an_event_is_drawn(run: Run, folder: Path) -> None:
    at = ("--ledger", str(folder))
    run("incidents", *at, "--svg", "event.svg", "--png", "event.png")
    drawn = Path("event.svg").read_text(encoding="utf-8")
    assert "Tolmar" in drawn
    assert "provisional: no number has two independent" in drawn
    assert Path("event.png").read_bytes().startswith(b"\x89PNG")
    (event,) = rows(run("incidents", *at, "--json"))
    assert rows(run("incidents", *at, "--json", "--id", event["id"])) == [event]


def test_a_picture_shows_one_event(run: Run, tmp_path: Path) -> None:
    elsewhere = "The Harbour Council said 9 people were killed in Brennoc on Tuesday."
    folder = made(tmp_path / "two", SAID | {"harbour": elsewhere})
    told = run("incidents", "--ledger", str(folder), "--svg", "event.svg", status=2)
    assert "here are 2: brennoc" in told.stderr
    assert not Path("event.svg").exists()
    run("incidents", "--ledger", str(folder), "--place", "brennoc", "--svg", "event.svg")
    assert Path("event.svg").exists()
    assert "No single event" in run("incidents", "--ledger", str(folder), "--place", "nowhere").output
