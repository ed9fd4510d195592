"""The demo reports are read as their gold expects, and the gold keeps its own rules."""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from evals.demo import (
    ATTRIBUTION_LABELS,
    FIGURE_LABELS,
    JACCARD,
    Tally,
    agrees,
    label,
    likeness,
    matched,
    report,
    same_figure,
)
from hearsay import demo
from hearsay.model import Label, Measure, Modality, Modifier, Polarity, Precision, Quoting, Scope, SourceKind, Span
from hearsay.readers import Page, read
from hearsay.readers.base import Input
from hearsay.readers.feed import entries
from hearsay.readers.inputs import sniff
from hearsay.readers.published import settle

from .gold import ROLES, GoldError, GoldReport, Row, everything, line, locate
from .gold.bulletin import pdf

GOLD = everything()
SHADES = frozenset({"says", "asserts", "reveals", "admits", "doubts", "denies", "orders", "believes", "other"})
NAMES = pytest.mark.parametrize("name", GOLD)


@cache
def page(name: str) -> Page:
    """The report of a gold file, as read."""
    gold = GOLD[name]
    path = demo.reports() / gold.report
    data = path.read_bytes()
    item = Input(path.stem, data, sniff(data, path.name))
    return read(item if gold.entry is None else list(entries(item))[gold.entry])


@cache
def placed(name: str) -> Row:
    """The gold with its strings as spans."""
    return line(GOLD[name], page(name).text)


def innermost(spans: Iterable[list[int]], rows: list[Row], but: Row | None = None) -> str | None:
    """The id of the shortest content that covers all spans."""
    wanted = list(spans)
    around = [row for row in rows if row is not but and all(any(a <= s and e <= b for a, b in row["content"]) for s, e in wanted)]
    if but is not None:
        around = [row for row in around if length(row) > length(but)]
    return min(around, key=length)["id"] if around else None


def length(row: Row) -> int:
    return sum(end - start for start, end in row["content"])


def test_every_report_has_gold() -> None:
    shipped = {path.name for path in demo.reports().iterdir()}
    assert {gold.report for gold in GOLD.values()} == shipped
    assert len(GOLD) >= 16
    assert len({Path(name).stem for name in shipped}) == len(shipped)


@NAMES
def test_strings_are_found(name: str) -> None:
    rows = placed(name)
    assert len(rows["attributions"]) == len(GOLD[name].attributions)
    assert all(spans == sorted(spans) for row in rows["attributions"] for spans in (row[role] for role in ROLES))


@NAMES
def test_roles_do_not_overlap(name: str) -> None:
    for row in placed(name)["attributions"]:
        spans = sorted(span for role in ROLES for span in row[role])
        for (_, end), (start, _) in pairwise(spans):
            assert end <= start, (row["id"], page(name).text.content[start:end])


@NAMES
def test_labels_are_known(name: str) -> None:
    for row in placed(name)["attributions"]:
        assert row["shade"] in SHADES
        Quoting(row["quoting"])
        Polarity(row["polarity"])
        assert (row["speaker"] is None) == (row["source_kind"] is None)
        if row["source_kind"]:
            SourceKind(row["source_kind"])
        assert row["content"]
        assert row["inferred"] == (not row["cue"])
    for row in placed(name)["figures"]:
        Measure(row["measure"])
        Scope(row["scope"])
        Modality(row["modality"])
        Polarity(row["polarity"])


@NAMES
def test_bounds_fit_the_modifier(name: str) -> None:
    for row in placed(name)["figures"]:
        low, high = row["low"], row["high"]
        fits = {
            Modifier.EXACT: low is not None and low == high,
            Modifier.ABOUT: low is not None and low == high,
            Modifier.AT_LEAST: low is not None and high is None,
            Modifier.MORE_THAN: low is not None and high is None,
            Modifier.AT_MOST: low is None and high is not None,
            Modifier.FEWER_THAN: low is None and high is not None,
            Modifier.RANGE: low is not None and high is not None and low < high,
            Modifier.VAGUE: low is None and high is None,
        }
        assert fits[Modifier(row["modifier"])], row["id"]


@NAMES
def test_windows(name: str) -> None:
    """The words stand in the text, the days are in order, and nothing is counted before it happens."""
    for row in placed(name)["figures"]:
        if (window := row["window"]) is None:
            continue
        Precision(window["precision"])
        assert window["words"] in " ".join(page(name).text.content.split())
        days = [day for day in (window["start"], window["end"]) if day]
        assert days == sorted(days)
        assert (window["precision"] == "unresolved") == (not days)
        if window["precision"] != "month":
            assert all(day <= GOLD[name].published for day in days)


@NAMES
def test_keys_are_resolved(name: str) -> None:
    rows = placed(name)
    attributions, figures = rows["attributions"], {row["id"]: row for row in rows["figures"]}
    assert len({row["id"] for row in attributions}) == len(attributions)
    assert len(figures) == len(rows["figures"])
    for row in figures.values():
        if row["part_of"] is not None:
            assert figures[row["part_of"]]["measure"] == row["measure"]
            assert row["part_of"] != row["id"]


@NAMES
def test_nesting_follows_from_the_spans(name: str) -> None:
    """Annotation rule 12, and the contract's word on whose a figure is."""
    rows = placed(name)
    for row in rows["attributions"]:
        assert row["inside"] == innermost(row["cue"] + row["content"], rows["attributions"], row), row["id"]
    for row in rows["figures"]:
        assert row["attribution"] == innermost(row["span"], rows["attributions"]), row["id"]


@NAMES
def test_names_are_the_document_s_own(name: str) -> None:
    words = " ".join(page(name).text.content.split()).casefold()
    for row in placed(name)["attributions"]:
        for one in filter(None, [row["speaker"], *row["via"]]):
            assert one.casefold() in words or one == GOLD[name].outlet, one


@NAMES
def test_quoting_follows_from_the_marks(name: str) -> None:
    """Annotation rule 15: what is in marks, leaving out what belongs to attributions further inside."""
    content, rows = page(name).text.content, placed(name)["attributions"]
    for row in rows:
        inner = [span for other in rows if other["inside"] == row["id"] for span in other["content"]]
        inner = [span for span in inner if span not in row["content"]]
        state = [marked for start, end in row["content"] for marked in _marked(content, start, end, inner)]
        within = row["inside"] is not None and row["quoting"] == "indirect"
        expected = "direct" if state and all(state) else "mixed" if any(state) else "indirect"
        assert row["quoting"] == expected or within, (row["id"], expected)


def _marked(content: str, start: int, end: int, inner: list[list[int]]) -> Iterator[bool]:
    """For each word of a stretch whether it stands in double marks; one marked word alone does not count, nor does an
    introducing "that" or "and"."""
    inside, run, out = False, [], []
    for at, word in _words(content, start, end):
        if word in ("that", "and") and not inside and at == start:
            continue
        opens = word[0] in '"“' and not inside
        inside = inside or opens
        if not any(a <= at < b for a, b in inner):
            out.append(inside)
            run += [len(out) - 1] if inside else []
        if inside and any(mark in word[1:] for mark in '"”'):
            if len(run) == 1 and sum(1 for _ in _words(content, start, end)) > 1:
                out[run[0]] = False
            inside, run = False, []
    return iter(out)


def _words(content: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    at = start
    for word in content[start:end].split():
        at = content.index(word, at)
        yield at, word
        at += len(word)


@NAMES
def test_published_day(name: str) -> None:
    gold, told = GOLD[name], settle(page(name).abouts)
    assert told is not None
    assert told.value[:10] == gold.published
    assert told.conflict == gold.conflict
    if gold.conflict:
        assert told.header == gold.header


@NAMES
def test_headline_and_language(name: str) -> None:
    read_page, gold = page(name), GOLD[name]
    heads = [read_page.text.content[b.span.start : b.span.end] for b in read_page.text.blocks if b.label is Label.HEADLINE]
    assert [" ".join(head.split()) for head in heads] == [gold.headline]
    assert read_page.text.language == gold.language


def test_bulletin_is_the_one_its_script_makes() -> None:
    assert (demo.reports() / "jro-bulletin-14.pdf").read_bytes() == pdf()


def test_locators() -> None:
    content = "He said no.\nShe said 196 and\n  96 more, he said."
    whole = [Span(0, len(content))]
    assert locate(content, "96 more", whole) == Span(31, 38)
    assert locate(content, "and 96", whole) == Span(25, 33)
    assert locate(content, "She ⟦said⟧", whole) == Span(16, 20)
    assert locate(content, ("said", 3), whole) == Span(43, 47)
    assert locate(content, "said", [Span(0, 11)]) == Span(3, 7)
    for fault in ("said", "nobody", "96 and", ("said", 4)):
        with pytest.raises(GoldError):
            locate(content, fault, whole)


def test_a_report_that_says_something_else_is_refused() -> None:
    gold: GoldReport = GOLD["osna-0610-brennoc"]
    with pytest.raises(GoldError, match="osna-0610-brennoc"):
        line(gold, page("voice-0610-brennoc").text)


@NAMES
def test_gold_scored_against_itself_is_perfect(name: str) -> None:
    rows, content = placed(name), page(name).text.content
    said = matched(rows["attributions"], rows["attributions"], lambda a, b: likeness(a, b, content))
    counted = matched(rows["figures"], rows["figures"], same_figure)
    assert len(said) == len(rows["attributions"])
    assert [a["id"] for a, b in counted if a is b] == [a["id"] for a, _ in counted]
    tally: Tally = Counter()
    own = {row["id"]: row["id"] for row in rows["attributions"] + rows["figures"]}
    label("attribution", ATTRIBUTION_LABELS, said, own, tally)
    label("figure", FIGURE_LABELS, counted, own, tally)
    assert set(report(tally).values()) <= {100.0}


def test_scores_tell_what_is_wrong() -> None:
    rows, content = placed("pellam-0615-tolmar"), page("pellam-0615-tolmar").text.content
    gold = rows["attributions"][0]
    start, end = gold["content"][0]
    assert likeness(gold, gold | {"content": [[start, end - 9]]}, content) > JACCARD
    assert likeness(gold, gold | {"content": [[start, start + (end - start) // 3]]}, content) == 0
    assert likeness(gold, gold | {"cue": [[0, 1]]}, content) == 0
    assert likeness(gold, gold | {"source": []}, content) == 0
    figure = rows["figures"][0]
    assert not same_figure(figure, figure | {"low": 1})
    assert not same_figure(figure, figure | {"measure": "injured"})
    assert not agrees("attribution", figure, figure, {})
    assert not agrees("window", rows["figures"][7], figure, {})
    assert agrees("via", {"via": ["the Ridge Line channel"]}, {"via": ["Ridge Line"]}, {})
    assert not agrees("via", {"via": []}, {"via": ["Ridge Line"]}, {})
    assert not agrees("speaker", {"speaker": "Sena Dravick", "source_kind": "person"}, {"speaker": "Dravick"}, {})
