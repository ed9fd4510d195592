"""Our own marked reports as articles for training: what stands outermost in a page, and then what stands inside each content.

PolNeAR marks outermost attributions alone, and a tagger gives a word one role. So a report is shown as a page with its
outermost attributions, and its contents are shown once more as paragraphs of their own with the attributions that stand
right inside them: as `hearsay.extract.nested` reads them. What goes on in quotation marks without a cue is a piece of the
content before, as in PolNeAR; what goes on without them is `continued`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from evals.inline import Marked
from evals.inline_gold import rows
from hearsay.models.labels import NONE

from .polnear import Article, Gold, Labelling

SHORTEST = 5
"""Words of a content that is shown as a paragraph of its own."""
QUOTES = ('"', "“")
Row = Mapping[str, Any]


def articles(reports: Iterable[Marked], copies: int) -> Iterator[Article]:
    """A page, and its contents level by level, of each report; each is shown `copies` times an epoch."""
    for report in reports:
        gold = rows(report)
        every = gold["attributions"]
        by_id = {row["id"]: row for row in every}
        level = [row for row in every if row["inside"] is None]
        outer = _gold(level, report.text)
        marked = tuple(_figures(gold["figures"]))
        yield Article(report.name, report.text, (tuple(outer.values()),), (), copies, marked)
        depth = 1
        while level:
            around = {row["id"] for row in level}
            inner = [row for row in every if row["inside"] in around]
            stretches = _stretches(report.text, level)
            if stretches:
                told = tuple(_gold(inner, report.text).values())
                yield Article(f"{report.name}/{depth}", report.text, (told,), stretches, copies)
            level, depth = [by_id[row["id"]] for row in inner], depth + 1


def _stretches(text: str, level: Sequence[Row]) -> tuple[tuple[int, int], ...]:
    """The pieces of contents that are long enough, none of them inside another."""
    found = sorted({(a, b) for row in level for a, b in row["content"] if len(text[a:b].split()) >= SHORTEST})
    return tuple((a, b) for a, b in found if not any(c <= a and b <= d and (c, d) != (a, b) for c, d in found))


def _gold(level: Sequence[Row], text: str) -> dict[str, Gold]:
    """The attributions of a level by their ids; a quotation that goes on is taken into the one before it."""
    whole: dict[str, Gold] = {}
    last = ""
    for row in sorted(level, key=lambda row: min(a for a, _ in row["content"])):
        content = [(a, b) for a, b in row["content"]]
        if not row["cue"] and last and whole[last].cue and text[content[0][0]] in QUOTES:
            before = whole[last]
            whole[last] = Gold(before.source, before.cue, sorted([*before.content, *content]))
            continue
        last = row["id"]
        if row["cue"]:
            whole[last] = Gold([(a, b) for a, b in row["source"]], [(a, b) for a, b in row["cue"]], content)
        else:
            whole[last] = Gold([], [], [], content)
    return whole


def _figures(figures: Sequence[Row]) -> Iterator[Labelling]:
    """Harm and scope of each figure on the words of its number."""
    for group, rest in (("measure", NONE), ("scope", None)):
        yield Labelling(group, tuple((a, b, row[group]) for row in figures for a, b in row["span"]), rest)
