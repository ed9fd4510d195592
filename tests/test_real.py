"""Real reports are kept without their text, and come back with it."""

import json
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals import real
from evals.inline import Marked, MarkupError, corpus, parse
from evals.inline_gold import rows

INVENTED = list(corpus())


@given(st.sampled_from(INVENTED))
def test_a_report_comes_back_from_its_marks_and_text(report: Marked) -> None:
    row = json.loads(json.dumps(real.packed(report)))
    back = real._unpacked(row, report.text)
    assert [(m.role, m.numbers, m.start, m.end) for m in back.marks] == [
        (m.role, m.numbers, m.start, m.end) for m in report.marks
    ]
    assert {name: (one.name.lower(), one.kind) for name, one in back.cast.items()} == {
        name: (one.name.lower(), one.kind) for name, one in report.cast.items()
    }
    assert [row["id"] for row in rows(back)["figures"]] == [row["id"] for row in rows(report)["figures"]]


@given(st.sampled_from(INVENTED))
def test_written_out_it_reads_as_it_was(report: Marked) -> None:
    [again] = parse(real.written(report), "again", report.conflict)
    assert again.text == report.text
    assert rows(again) == rows(report)


@given(st.sampled_from(INVENTED))
def test_no_run_of_its_words_is_kept(report: Marked) -> None:
    kept = json.dumps(real.packed(report), ensure_ascii=False)
    words = report.text.split()
    assert not any(" ".join(words[i : i + 5]) in kept for i in range(len(words) - 4))


def test_another_text_is_refused() -> None:
    row = real.packed(INVENTED[0])
    with pytest.raises(MarkupError, match="not the one that was marked"):
        real._unpacked(row, INVENTED[0].text + "More.\n")


def test_texts_that_are_not_there_are_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="no MUC texts under"):
        list(real.every(tmp_path))


def test_the_test_part_is_fixed() -> None:
    names = {json.loads(line)["name"] for line in real.FILE.read_text(encoding="utf-8").splitlines()}
    tests = {name for name in names if real.is_test(name)}
    assert (len(names), len(tests)) == (440, 40)
    assert sha256(" ".join(sorted(tests)).encode()).hexdigest()[:12] == "8da3b4f10b36"
