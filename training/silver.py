"""Figures that the rules read in conflict reports nobody marked, so that the net sees many of them.

What a rule reads is right nine times of ten, but rules miss what is told in words they do not know. So the net learns from
what they find, and where they find nothing it learns nothing of those who could be counted there ("?"): only other words
are taken for no figures. Texts: messages of MUC but for the marked ones (and what is near a report of our test part), the event
descriptions of WAD's development half, and re3d. They stay outside the project.
"""

import json
from bisect import bisect_left
from collections.abc import Iterator
from pathlib import Path

from evals.real import every, is_test, texts
from hearsay.analyse import Analysis, analyse
from hearsay.extract.counted import counted
from hearsay.extract.figures import Figures
from hearsay.extract.names import names
from hearsay.lang.en import ENGLISH
from hearsay.model import Block, Figure, Label, Span, Text
from hearsay.models.labels import NONE, UNKNOWN

from .polnear import Article, Labelling

RUN = 6
"""Words of a run that two reports may share."""
SHARED = 0.1
"""Share of such runs of the shorter one from which on two reports are too near."""
TOGETHER = 4
"""Event descriptions that are read as paragraphs of one page: each is a sentence or two."""


def articles(shared: Path) -> Iterator[Article]:
    """One article a report, with its figures alone."""
    for name, text in _texts(shared):
        article = _article(name, text)
        if article is not None:
            yield article


def _texts(shared: Path) -> Iterator[tuple[str, str]]:
    marked = {one.name for one in every(shared)}
    every_text = texts(shared)
    tests = [_runs(text) for name, text in every_text.items() if is_test(name)]
    for name, text in every_text.items():
        runs = _runs(text)
        near = any(len(runs & other) > SHARED * min(len(runs), len(other)) for other in tests)
        if name not in marked and not near:
            yield name, text
    lines = (shared / "data" / "wad" / "dev.jsonl").read_text(encoding="utf-8").splitlines()
    events = [json.loads(line)["text"] for line in lines]
    for first in range(0, len(events), TOGETHER):
        yield f"wad-{first}", "\n\n".join(" ".join(text.split()) for text in events[first : first + TOGETHER]) + "\n"
    for folder in sorted((shared / "data" / "re3d").glob("*/documents.json")):
        for line in folder.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            yield f"re3d-{row['_id']}", row["text"]


def _runs(text: str) -> frozenset[tuple[str, ...]]:
    words = text.split()
    return frozenset(tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1))


def _article(name: str, content: str) -> Article | None:
    """The report with what the rules read in it; None where that is nothing."""
    text = Text("t", "d", "plain@1", "en", content, blocks=(Block(Span(0, len(content)), Label.MAIN, True),))
    analysis = analyse(text, ENGLISH)
    figures = [one.finding for one in Figures(read=False)(analysis) if isinstance(one.finding, Figure)]
    if not figures:
        return None
    told = [(one.span.start, one.span.end, one.measure.value) for one in figures]
    unsure = [(a, b, UNKNOWN) for a, b in _counted(analysis) if not any(c < b and a < d for c, d, _ in told)]
    scopes = [(one.span.start, one.span.end, one.scope.value) for one in figures]
    marked = (Labelling("measure", (*unsure, *told), NONE), Labelling("scope", tuple(scopes)))
    return Article(name, content, (), (), 1, marked)


def _counted(analysis: Analysis) -> Iterator[tuple[int, int]]:
    """Everyone who could be counted."""
    found = names(analysis)
    firsts = [name.first for name in found]
    for sentence in analysis.sentences:
        near = found[bisect_left(firsts, sentence.first) : bisect_left(firsts, sentence.last)]
        for one in counted(analysis, sentence, analysis.language.numbers, analysis.language.harm, near):
            yield one.span.start, one.span.end
