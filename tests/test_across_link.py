"""What a person says of how two findings stand to each other, on the command line."""

from pathlib import Path

import pytest

from hearsay.model import Attribution, Figure, Mention
from hearsay.store.ledger import Ledger

from .commands import Run, rows
from .test_across_backing import made

SAID = {
    "army": "The Orvessan army said 12 people were killed in Tolmar on Tuesday.",
    "foes": "The Sedrin Assembly said 30 people were killed in Tolmar on Tuesday.",
    "staff": "The General Staff said 12 people were killed in Tolmar on Tuesday.",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return made(tmp_path / "ledger", SAID)


def id_of(folder: Path, kind: type[Figure | Attribution | Mention], report: str) -> str:
    with Ledger.open(folder, create=False) as held:
        return next(claim.id for claim in held.claims(kind) if claim.report.name == report)


def test_a_contradiction_is_taken_out_and_put_back(run: Run, folder: Path) -> None:
    at = ("--ledger", str(folder))
    army, foes = (id_of(folder, Figure, name) for name in ("army", "foes"))
    (before,) = rows(run("disputes", *at, "--json"))
    assert before["contested"]
    said = run("link", army, "contradicts", foes, "--not", "--note", "wounded are counted", *at).output
    link = said.partition(": ")[0]
    assert "not contradicts" in said
    assert said.rstrip().endswith("says person:mira.")
    kept = [one for each in rows(run("disputes", *at, "--json", "--agreed")) for one in each["relations"]]
    assert not any({one["left"], one["right"]} == {army, foes} for one in kept)
    assert any(one["relation"] == "contradicts" for one in kept), "nothing was said of the staff's 12"
    assert run("link", foes, "contradicts", army, *at).output.startswith(link), "in either order it is one link"
    run("undo", link, *at)
    run("undo", link, *at)
    assert [one["contested"] for one in rows(run("disputes", *at, "--json"))] == [True]


def test_two_figures_are_parted(run: Run, folder: Path) -> None:
    at = ("--ledger", str(folder))
    army, foes = (id_of(folder, Figure, name) for name in ("army", "foes"))
    run("link", army, "same-quantity", foes, "--not", *at)
    assert all(len({account["says"] for account in one["accounts"]}) == 1
               for one in rows(run("disputes", *at, "--json", "--agreed")))  # fmt: skip


def test_two_speakers_are_said_to_be_one_or_two(run: Run, folder: Path) -> None:
    at = ("--ledger", str(folder))
    army, staff = (id_of(folder, Figure, name) for name in ("army", "staff"))

    def independent() -> tuple[int, int]:
        (found,) = rows(run("origins", army, *at, "--json"))
        return found["independent"]["at_least"], found["independent"]["at_most"]

    assert independent() == (1, 2)
    run("link", army, "same-actor", staff, *at)
    assert independent() == (1, 1)
    run("link", army, "same-actor", staff, "--not", *at)
    assert independent() == (2, 2)
    assert "Set apart:" in run("origins", army, *at).output


@pytest.mark.parametrize(
    ("relation", "left", "right", "why"),
    [
        ("says-the-same", (Figure, "army"), (Figure, "foes"), "says-the-same is said of attributions, not of figure"),
        ("agrees", (Attribution, "army"), (Figure, "foes"), "agrees is said of figures, not of attribution and figure"),
        ("denies", (Attribution, "army"), (Figure, "foes"), "denies is said of figures or attributions"),
        ("agrees", (Figure, "army"), (Figure, "army"), "is linked with itself"),
    ],
)
def test_what_cannot_be(
    run: Run, folder: Path, relation: str, left: tuple[type[Figure], str], right: tuple[type[Figure], str], why: str
) -> None:
    ends = id_of(folder, *left), id_of(folder, *right)
    assert why in run("link", ends[0], relation, ends[1], "--ledger", str(folder), status=1).stderr
    assert "no finding" in run("link", "zzz", relation, ends[1], "--ledger", str(folder), status=1).stderr
