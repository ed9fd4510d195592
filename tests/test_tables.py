"""Rows of a report, and the rows as CSV and JSON lines."""

import csv
import json
from collections.abc import Sequence
from dataclasses import replace
from io import StringIO
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from msgspec.structs import replace as changed

from hearsay.claims.of import claims_of
from hearsay.export import tables
from hearsay.export.view import View, of_report
from hearsay.model import Attribution, Figure, Mention
from hearsay.pipeline import Report

from .sample import BRIDGE, DEPOT, HOSTILE, report

GOLDEN = (
    "document,words,low,high,modifier,measure,who,scope,window,window_start,window_end,speaker,via,spans,standing,confidence\r\n"
    "depot,12,12,,at least,killed,soldiers,unknown,,,,Northern Guard,,102-104,proposed,0.6\r\n"
    "depot,96,96,96,exact,killed,people,cumulative,since March 14,2031-03-14,,Irena Voss,Radio Tessary,134-136,proposed,0.7\r\n"
)


def as_csv(rows: Sequence[dict[str, Any]], columns: Sequence[str]) -> str:
    stream = StringIO()
    tables.write_csv(rows, columns, stream)
    return stream.getvalue()


def seen(content: str, name: str = "depot") -> View:
    return of_report(report(content, name))


def test_golden_csv() -> None:
    rows = list(tables.rows_of(seen(DEPOT), Figure))
    assert as_csv(rows, GOLDEN.partition("\r\n")[0].split(",")) == GOLDEN


def test_every_row_leads_back_to_the_original() -> None:
    made = report(DEPOT)
    view = of_report(made)
    for rows in (tables.rows_of(view, Attribution), tables.rows_of(view, Figure), tables.rows_of(view, Mention)):
        for row in rows:
            assert row["sha256"] == made.page.document.id.removeprefix("sha256:")
            pairs = [map(int, span.split("-")) for span in row["spans"].split()]
            quoted = " … ".join(DEPOT[start:end] for start, end in pairs)
            assert quoted == row.get("content", row.get("words"))


def test_columns_are_those_of_the_rows() -> None:
    view = seen(DEPOT)
    assert {*tables.ATTRIBUTIONS} == set(next(tables.rows_of(view, Attribution)))
    assert {*tables.FIGURES} == set(next(tables.rows_of(view, Figure)))
    assert {*tables.MENTIONS} == set(next(tables.rows_of(view, Mention)))
    assert set(tables.source_rows(claims_of(view))[0]) <= {*tables.SOURCES}


def test_attribution_row() -> None:
    first, told, denied = tables.rows_of(seen(DEPOT), Attribution)
    assert (first["speaker"], first["kind"], first["cue"]) == ("Northern Guard", "institution", "said")
    assert first["via"] == ""
    assert (told["speaker"], told["via"], told["quoting"]) == ("Irena Voss", "Radio Tessary", "direct")
    assert (denied["polarity"], denied["shade"], denied["inside"]) == ("denied", "denies", told["id"])


def test_a_part_names_its_whole_and_a_page_figure_nobody() -> None:
    part, whole = tables.rows_of(seen(DEPOT), Figure)
    assert part["part_of"] == whole["id"]
    own = next(tables.rows_of(seen(BRIDGE), Figure))
    assert (own["speaker"], own["attribution"], own["low"]) == (None, None, 7)
    assert own["context"].endswith("Nobody knows how the bridge fell. 7 people were hurt.")


def test_mentions_tell_in_whose_words_they_stand() -> None:
    own, quoted = tables.rows_of(seen(DEPOT), Mention)
    assert (own["actor"], own["words"], own["speaker"]) == ("Northern Guard", "Northern Guard", None)
    assert (quoted["actor"], quoted["words"], quoted["speaker"]) == ("Northern Guard", "soldiers", "Northern Guard")


def test_sources_are_counted_over_reports() -> None:
    views = [seen(DEPOT), seen(DEPOT + "\nMore follows.\n", "again"), seen(BRIDGE, "bridge")]
    rows = tables.source_rows(claim for view in views for claim in claims_of(view))
    counts = {row["name"]: row for row in rows}
    assert list(counts) == ["Irena Voss", "Northern Guard", "Radio Tessary"]
    voss = counts["Irena Voss"]
    assert (voss["attributions"], voss["denials"], voss["figures"], voss["documents"]) == (4, 2, 2, 2)
    assert (counts["Radio Tessary"]["relayed"], counts["Radio Tessary"]["attributions"]) == (2, 0)


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t=", "\r", "＝", " =", "'=", "''-"])
def test_formulas_are_guarded(sign: str) -> None:
    assert tables.guarded(sign + "1+1") == "'" + sign + "1+1"


@pytest.mark.parametrize("text", ["", "417", "'We lost 96'", "a=b", "Guard - Corps", "…"])
def test_ordinary_words_are_not_guarded(text: str) -> None:
    assert tables.guarded(text) == text


@given(st.text() | st.text(alphabet="'=+-@ \ta"))
@example("'=1")
@example("'")
def test_the_guard_comes_off_without_loss(text: str) -> None:
    assert tables.unguarded(tables.guarded(text)) == text


@given(st.lists(st.text(alphabet=st.characters(exclude_characters="\x00", exclude_categories=["Cs"])), min_size=1))
def test_csv_comes_back_as_it_was(cells: list[str]) -> None:
    columns = [f"c{i}" for i in range(len(cells))]
    written = as_csv([dict(zip(columns, cells, strict=True))], columns)
    (back,) = list(csv.DictReader(StringIO(written, newline="")))
    assert [tables.unguarded(back[column]) for column in columns] == cells


def test_no_formula_of_a_report_reaches_a_spreadsheet() -> None:
    view = seen(HOSTILE)
    for rows, columns in (
        (list(tables.rows_of(view, Attribution)), tables.ATTRIBUTIONS),
        (list(tables.rows_of(view, Figure)), tables.FIGURES),
    ):
        cells = [cell for row in csv.reader(StringIO(as_csv(rows, columns), newline="")) for cell in row]
        assert any(cell.startswith("'=") for cell in cells)
        assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]


def test_numbers_stay_numbers() -> None:
    assert as_csv([{"n": -3, "x": 0.5, "yes": True, "none": None}], ["n", "x", "yes", "none"]) == (
        "n,x,yes,none\r\n-3,0.5,true,\r\n"
    )


def test_json_lines() -> None:
    stream = StringIO()
    tables.write_json(tables.rows_of(seen(HOSTILE), Attribution), tables.ATTRIBUTIONS, stream)
    (line,) = stream.getvalue().splitlines()
    assert "\x9b" not in line
    assert json.loads(line)["content"] == "=HYPERLINK(1) 12 \x9b31mred people died"
    assert list(json.loads(line)) == list(tables.ATTRIBUTIONS)


def test_confidence_is_rounded() -> None:
    made: Report = report(BRIDGE)
    ((finding, verdict),) = [pair for pair in made.findings if pair[1].confidence]
    view = of_report(replace(made, findings=((finding, changed(verdict, confidence=0.123456)),)))
    assert next(tables.rows_of(view, Figure))["confidence"] == 0.123
