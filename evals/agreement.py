"""How far two people agree who marked the same reports: python -m evals.agreement [FOLDER [FOLDER]]

Without a folder: what a second annotator marked of the invented and of the real reports, against the first one's marks as
they were before a third decided. Each folder holds inline files as `evals.inline` reads them (the first is the corpus where
left out). Reports are paired by name, and their texts must be the same but for white space at the ends. What both marked is
matched as in `evals.demo`, and its F1 told; for each label of what both marked, the share that agrees and Krippendorff's
alpha for nominal labels (Krippendorff 2011, "Computing Krippendorff's alpha-reliability"), which takes away what chance
alone would give: 1 is full agreement, 0 is chance.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from . import real
from .demo import Pairs, Tally, agrees, count, days, likeness, matched, report, same_figure
from .inline import CORPUS, Marked, MarkupError, corpus
from .inline_gold import Row, rows

SECOND = CORPUS.parent / "second" / "invented"
FIRST = CORPUS.parent / "first"
"""The first annotator's marks of the test parts, as they stood before a third decided where the two differ."""
ATTRIBUTION = ("speaker", "source_kind", "shade", "quoting", "polarity", "via", "inside", "inferred")
FIGURE = ("modifier", "scope", "window", "polarity", "modality", "part_of", "attribution", "who", "place")
Labels = list[tuple[str, str]]


@dataclass
class Agreement:
    """What two annotations of some reports share."""

    tally: Tally = field(default_factory=Counter)
    labels: dict[str, Labels] = field(default_factory=lambda: defaultdict(list))
    agreed: dict[str, list[bool]] = field(default_factory=lambda: defaultdict(list))
    reports: int = 0

    def scores(self) -> dict[str, float]:
        """F1 of what was marked, share and alpha of each label, in points of 100."""
        points = report(self.tally)
        for name, pairs in self.labels.items():
            points[f"{name}, agreed"] = round(100 * sum(self.agreed[name]) / len(pairs), 1)
            points[f"{name}, alpha"] = round(100 * alpha(pairs), 1)
        return points


def alpha(pairs: Labels) -> float:
    """Krippendorff's alpha of two coders, nominal, nothing missing: 1 where no label ever varies."""
    seen = Counter(label for pair in pairs for label in pair)
    total = sum(seen.values())
    expected = total * total - sum(n * n for n in seen.values())
    apart = sum(a != b for a, b in pairs)
    return 1.0 if not expected else 1 - (total - 1) * 2 * apart / expected


def compared(one: Sequence[Marked], other: Sequence[Marked]) -> Agreement:
    """The agreement over the reports that stand in both. Raises `MarkupError` where a text is not the same, or none is."""
    first = {marked.name: marked for marked in one}
    result = Agreement()
    for second in other:
        if second.name in first:
            _add(first[second.name], second, result)
    if not result.reports:
        raise MarkupError("no report stands in both")
    return result


def _add(one: Marked, other: Marked, result: Agreement) -> None:
    if one.text != other.text:
        at = next((i for i, (a, b) in enumerate(zip(one.text, other.text, strict=False)) if a != b), -1)
        raise MarkupError(f"{other.place}: not the text of {one.place}: {other.text[max(0, at - 20) : at + 20]!r}")
    result.reports += 1
    a, b = rows(one), rows(other)
    said = matched(a["attributions"], b["attributions"], lambda x, y: likeness(x, y, one.text))
    counted = matched(a["figures"], b["figures"], same_figure)
    own = matched(_spans(a["own"]), _spans(b["own"]), lambda x, y: float(x["span"] == y["span"]))
    count("attributions", a["attributions"], b["attributions"], said, result.tally)
    for role in ("source", "cue", "content"):
        same = [(x, y) for x, y in said if x[role] == y[role]]
        count(f"attributions, same {role}", a["attributions"], b["attributions"], same, result.tally)
    count("figures", a["figures"], b["figures"], counted, result.tally)
    count("own statements", a["own"], b["own"], own, result.tally)
    ids = {x["id"]: y["id"] for x, y in [*said, *counted]}
    _label("attribution", ATTRIBUTION, said, ids, result)
    _label("figure", FIGURE, counted, ids, result)


def _spans(spans: Sequence[Sequence[int]]) -> list[Row]:
    return [{"span": span} for span in spans]


def _label(kind: str, names: Sequence[str], pairs: Pairs, ids: dict[str, str], result: Agreement) -> None:
    for one, other in pairs:
        for name in names:
            a, b = _text(name, one, ids), _text(name, other, {})
            result.labels[f"{kind} {name}"].append((a, b))
            result.agreed[f"{kind} {name}"].append(agrees(name, one, other, ids))


def _text(name: str, row: Row, ids: dict[str, str]) -> str:
    """A label as a word, so that labels of any kind can be counted; ids of the first are those of the second where known."""
    value = days(row[name]) if name == "window" else row[name]
    if name in ("inside", "part_of", "attribution") and isinstance(value, str):
        return ids.get(value, f"first {value}") if ids else value
    return str(value)


def main() -> None:
    """Print the agreement."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path)
    folders = parser.parse_args().folders
    if folders:
        one, other = (CORPUS, folders[0]) if len(folders) == 1 else folders[:2]
        _print("given", compared(list(corpus(one)), list(corpus(other))))
        return
    _print("invented", compared(_first(corpus(), corpus(FIRST / "invented")), list(corpus(SECOND))))
    marked = _first(real.every(), real.every(file=FIRST / "real.jsonl"))
    _print("real", compared(marked, list(real.every(file=real.SECOND))))


def _first(now: Iterable[Marked], before: Iterable[Marked]) -> list[Marked]:
    """The reports as the first annotator marked them."""
    return list(({one.name: one for one in now} | {one.name: one for one in before}).values())


def _print(what: str, result: Agreement) -> None:
    print(f"{what}: {result.reports} reports")
    for name, value in result.scores().items():
        print(f"{name:44}{value:8.1f}")


if __name__ == "__main__":
    main()
