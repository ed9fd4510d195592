"""The README's tour is what happens: its commands run on the demo's ledger, and what it shows is what is printed."""

import re
from typing import Any

import pytest
from click.testing import CliRunner

from hearsay.cli import main

from .source import ROOT
from .test_docs import Page, commands, words

LEDGER = "demo-ledger"
PAGE = Page(ROOT / "README.md", (ROOT / "README.md").read_text(encoding="utf-8"))
TOUR = [words(line) for line in commands(PAGE) if LEDGER in line]


@pytest.fixture(scope="module")
def tour(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, ...], str]:
    """Each command of the tour, in order, with what it prints."""
    patch = pytest.MonkeyPatch()
    patch.chdir(tmp_path_factory.mktemp("tour"))
    patch.delenv("HEARSAY_LEDGER", raising=False)
    printed: dict[tuple[str, ...], str] = {}
    for line in (["demo"], *TOUR):
        result: Any = CliRunner().invoke(main, line)
        assert result.exit_code == 0, f"hearsay {' '.join(line)}: {result.output}"
        printed[tuple(line)] = result.output
    patch.undo()
    return printed


def shown(beginning: str) -> str:
    """The block of the README that begins so."""
    return next(body for _, body in PAGE.fences if body.startswith(beginning))


def test_every_command_of_the_tour_runs(tour: dict[tuple[str, ...], str]) -> None:
    assert len(tour) > 10


def test_a_report_looks_as_shown(tour: dict[tuple[str, ...], str]) -> None:
    command, _, sheet = shown("$ hearsay show").partition("\n")
    assert plain(sheet) in plain(tour[tuple(words(command.removeprefix("$ ")))])


def test_the_rival_tolls_are_as_shown(tour: dict[tuple[str, ...], str]) -> None:
    printed = [plain(line) for line in tour[("demo",)].splitlines()]
    lines = [plain(line).removesuffix("...") for line in shown("Rival tolls").splitlines() if plain(line) not in ("", "...")]
    for line in lines:
        begins, _, ends = line.partition("...")
        assert any(one.startswith(begins.rstrip()) and one.endswith(ends.strip()) for one in printed), line


def plain(text: str) -> str:
    """The same in one line, with single blanks."""
    return re.sub(r"\s+", " ", text).strip()
