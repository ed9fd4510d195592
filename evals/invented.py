"""Our own invented reports against their gold: who said what through whom, which figures, and what the outlet says itself.

    python -m evals.invented [--part dev|test] [--misses]

The marks are taken away and the text is read like any file, the day and the outlet given as a page's metadata would
give them. Things are matched as in `evals.demo`. Conflicts in `TEST` are for the test part alone: `--misses`, which prints
what was not found, is refused for it, so that no rule is made after it. Scores on invented reports are synthetic: they
stand beside those on real ones, never instead.
"""

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from hearsay.claims.own import own_voice
from hearsay.claims.view import of_report
from hearsay.export import contract
from hearsay.model import About, Field, Span
from hearsay.pipeline import Report, report_of
from hearsay.readers import Page, read
from hearsay.readers.base import Input
from hearsay.registry import extractor

from .demo import (
    SCORED,
    Pairs,
    Tally,
    agrees,
    count,
    label,
    likeness,
    matched,
    overlap,
    report,
    same_figure,
    same_name,
    tick,
    words,
)
from .inline import Marked, corpus
from .inline_gold import Row, rows

TEST = frozenset({"khesa", "lakes", "pasque", "uller"})
"""Conflicts whose reports nobody looks at while rules are made or a model is trained."""
PARTS = ("dev", "test")

_ATTRIBUTION = ("speaker", "source_kind", "shade", "quoting", "polarity", "via", "inside")
_FIGURE = ("modifier", "scope", "window", "polarity", "modality", "attribution")
_READ_AT = datetime(2050, 1, 1, tzinfo=UTC)
_HALF = 0.5


def measure() -> dict[str, float]:
    """Points of 100 over both parts, each figure under "dev: " or "test: ". Raises `MarkupError`."""
    return {f"{part}: {name}": value for part in PARTS for name, value in scores(part).items()}


def scores(part: str) -> dict[str, float]:
    """Points of 100 over one part."""
    tally: Tally = Tally()
    for marked in reports(part):
        score(marked, tally)
    return report(tally)


def reports(part: str) -> Iterator[Marked]:
    """The reports of a part."""
    return (marked for marked in corpus() if (marked.conflict in TEST) == (part == "test"))


def page_of(marked: Marked) -> Page:
    """A report as the reader sees it, with its day and outlet as told by a page."""
    page = read(Input(marked.name, marked.text.encode(), "text/plain"))
    told = (
        About(page.text.id, Field.PUBLISHED, marked.published.isoformat(), "json-ld"),
        About(page.text.id, Field.OUTLET, marked.outlet, "json-ld"),
    )
    return replace(page, abouts=(*told, *page.abouts))


def found_in(marked: Marked) -> tuple[Row, tuple[Span, ...]]:
    """What is read in a report, in the form of docs/contract.md, and what the outlet states itself."""
    page = page_of(marked)
    item = Input(marked.name, marked.text.encode(), "text/plain")
    done: Report = report_of(item, page, _READ_AT, [extractor(name) for name in SCORED])
    return contract.line(done), own_voice(of_report(done))


def score(marked: Marked, tally: Tally) -> None:
    """Adds one report to the tally. What was read in headings counts neither way."""
    gold = rows(marked)
    line, own = found_in(marked)
    heads = [mark.span for mark in marked.of("h")]
    found = {
        "attributions": [row for row in line["attributions"] if not overlap(row["content"], heads)],
        "figures": [row for row in line["figures"] if not overlap(row["span"], heads)],
    }
    said = matched(gold["attributions"], found["attributions"], lambda a, b: likeness(a, b, marked.text))
    counted = matched(gold["figures"], found["figures"], same_figure)
    ids: dict[str, str] = {a["id"]: b["id"] for a, b in [*said, *counted]}
    _score_attributions(gold["attributions"], found["attributions"], said, ids, tally)
    _score_figures(gold["figures"], found["figures"], counted, ids, tally)
    _score_own(marked, gold["own"], outside(own, heads), tally)


def _score_attributions(gold: Sequence[Row], found: Sequence[Row], said: Pairs, ids: Mapping[str, str], tally: Tally) -> None:
    count("who-said-what", gold, found, said, tally)
    label("attribution", _ATTRIBUTION, said, ids, tally)
    right = [(a, b) for a, b in said if a["inside"] and agrees("inside", a, b, ids)]
    count("nesting", _with(gold, "inside"), _with(found, "inside"), right, tally)
    both = [(a, b) for a, b in said if a["inferred"] and b["inferred"]]
    count("continuation", _with(gold, "inferred"), _with(found, "inferred"), both, tally)
    relayed = [(a, b) for a, b in said if a["via"] and agrees("via", a, b, ids)]
    count("relay", _with(gold, "via"), _with(found, "via"), relayed, tally)


def _score_figures(gold: Sequence[Row], found: Sequence[Row], counted: Pairs, ids: Mapping[str, str], tally: Tally) -> None:
    count("figure value and measure", gold, found, counted, tally)
    label("figure", _FIGURE, counted, ids, tally)
    right = [(a, b) for a, b in counted if a["part_of"] and agrees("part_of", a, b, ids)]
    count("part of", _with(gold, "part_of"), _with(found, "part_of"), right, tally)
    for a, b in counted:
        tick("figure who, same words", same_name(a["who"], b["who"], whole=True), tally)
        tick("figure who, one within the other", same_name(a["who"], b["who"]), tally)
        for name in ("place", "basis"):
            if a[name] or b[name]:
                tick(f"figure {name} (where any)", same_name(a[name], b[name]), tally)


def _with(rows: Sequence[Row], field: str) -> list[Row]:
    return [row for row in rows if row[field]]


def outside(spans: Sequence[Span], heads: Sequence[Sequence[int]]) -> list[list[int]]:
    """The outlet's own statements as found, those in headings left out."""
    return [[span.start, span.end] for span in spans if not overlap([[span.start, span.end]], heads)]


def _score_own(marked: Marked, gold: Sequence[Sequence[int]], found: Sequence[Sequence[int]], tally: Tally) -> None:
    """Own statements share half their words or more."""

    def shared(one: Row, other: Row) -> float:
        a, b = words([one["span"]], marked.text), words([other["span"]], marked.text)
        same = len(a & b) / len(a | b) if a | b else 0.0
        return same if same >= _HALF else 0.0

    wanted, seen = ([{"span": span} for span in spans] for spans in (gold, found))
    count("own voice", wanted, seen, matched(wanted, seen, shared), tally)


def misses(marked: Marked) -> Iterator[str]:
    """What was not found in a report, what was found and is not there, and labels that differ."""
    gold, (line, _) = rows(marked), found_in(marked)

    def text(spans: Sequence[Sequence[int]]) -> str:
        return " … ".join(marked.text[start:end] for start, end in spans)

    said = matched(gold["attributions"], line["attributions"], lambda a, b: likeness(a, b, marked.text))
    counted = matched(gold["figures"], line["figures"], same_figure)
    for kind, pairs, place in (("attributions", said, "content"), ("figures", counted, "span")):
        met: tuple[list[Any], list[Any]] = ([a["id"] for a, _ in pairs], [b["id"] for _, b in pairs])
        for sign, side, known in (("-", gold[kind], met[0]), ("+", line[kind], met[1])):
            for row in side:
                if row["id"] not in known:
                    extra = f"{row['measure']} {row['who']}" if place == "span" else f"{text(row['source'])} | {text(row['cue'])}"
                    yield f"{marked.name} {sign} {kind[:-1]} {extra} | {text(row[place])}"


def main() -> None:
    """Print the scores of the parts, or what was missed in the dev part."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--part", choices=PARTS)
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    if options.misses and options.part == "test":
        sys.exit("nobody looks at the test part")
    if options.misses:
        for marked in reports("dev"):
            print(*misses(marked), sep="\n")
        return
    for part in [options.part] if options.part else PARTS:
        for name, value in scores(part).items():
            print(f"{part:5}{name:44}{value:8.1f}")


if __name__ == "__main__":
    main()
