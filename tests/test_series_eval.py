"""The trial of time lines counts what it should, on a made series; the made reports of the benchmark stand in their texts."""

from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from evals.bench_across import KINDS, fill, measured, table
from evals.events import reports
from evals.series import Count, main, planted, recorded
from hearsay.model import Attribution, Figure


def made(days: int = 900) -> list[dict[str, Any]]:
    """A series with a second source for a while, days without a total, one late addition and a fall."""
    out: list[dict[str, Any]] = []
    toll = 0
    for i in range(days):
        row: dict[str, Any] = {"report_date": (date(2031, 5, 2) + timedelta(i)).isoformat(), "report_source": "mohtel"}
        toll += 40 + i % 7
        if i == 50:
            toll += 300
            row["killed_committee"] = 300
        if i in (20, 21):
            row["report_source"] = "other"
        if i in (30, 31, 60):
            row["ext_killed_cum"] = toll
        else:
            row["killed_cum"] = toll - (500 if i == 70 else 0)
        out.append(row)
    return out


def told(counts: list[Count]) -> dict[str, tuple[int, int]]:
    return {one.what: (one.there, one.found) for one in counts}


def test_what_is_recorded_is_found() -> None:
    counts = told(list(recorded(made())))
    assert counts["changes of source"] == (2, 2)
    assert counts["gaps of the main source"] == (3, 3)
    assert counts["late additions with their amounts"] == (1, 1)
    assert counts["falls of a total"] == (1, 1)
    assert counts["extrapolated twins kept on a line of their own"] == (3, 3)
    assert counts["totals that became points of their source's line"] == (897, 897)


def test_what_is_planted_is_found() -> None:
    assert all(there == found for there, found in told(list(planted(made()))).values())


def test_a_trial_without_its_series_says_where_it_should_be(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--shared", str(tmp_path)]) == 2
    assert "casualties_daily.json is missing" in capsys.readouterr().err


def test_made_reports_stand_in_their_texts_and_come_again() -> None:
    every = list(reports(120))
    assert [one.page.text.id for one in islice(reports(120), 120)] == [one.page.text.id for one in every]
    assert [one.page.text.id for one in reports(120, begin=100)] == [one.page.text.id for one in every[100:]]
    kinds = set()
    for report in every:
        content = report.page.text.content
        for finding, _ in report.findings:
            kinds.add(type(finding))
            if isinstance(finding, Figure):
                assert content[finding.span.start : finding.span.end] == finding.words
            if isinstance(finding, Attribution):
                assert finding.source is not None
                (span,) = finding.source.spans
                assert content[span.start : span.end].casefold().removeprefix("the ") == finding.source.name.casefold()
    assert {Figure, Attribution} <= kinds


def test_the_benchmark_measures_a_small_ledger(tmp_path: Path) -> None:
    assert fill(tmp_path / "ledger", 0, 60) > 0
    found = [measured(kind, tmp_path / "ledger", 60) for kind in KINDS]
    assert all(one.made > 0 and one.memory > 1 for one in found)
    assert table(found).count("\n") == len(KINDS) + 1
