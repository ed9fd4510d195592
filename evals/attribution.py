"""Who said what: `hearsay read --json` on the raw texts of PolNeAR dev, scored by the scorer that lies beside them.

PolNeAR annotates neither a continuation without a cue ("inferred" here) nor an attribution inside another, so the first
are left out; what the second cost is told by the figures "without nested".
"""

import json
import sys
import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np

from .command import Line, read
from .corpus import default_shared, part, scorer

SAMPLES = 1000
SEED = 20310602
ROLES = ("source", "cue", "content")
Predictions = dict[str, list[dict[str, Any]]]
Counts = Counter[Any]


def measure(shared: Path, workers: int = 2) -> dict[str, float]:
    """Points of 100 (documents lost: a count). The interval holds 95 % of bootstrap samples of whole articles."""
    gold = part(shared, "data/polnear/dev")
    lines, _ = read([gold / "text"], workers)
    module = scorer(shared, "score_attribution")
    counts = by_article(module, gold, predictions(lines))
    flat = by_article(module, gold, predictions(lines, nested=False))
    low, high = interval(module, list(counts.values()))
    return named(module.report(total(counts.values()))) | {
        "who-said-what F1, low": low,
        "who-said-what F1, high": high,
        "who-said-what F1, without nested": main_score(module, total(flat.values())),
    }


def predictions(lines: Sequence[Line], nested: bool = True) -> Predictions:
    """The scorer's form of what was read: inferred continuations left out, nested attributions too if so asked.
    A refused input is no document, so the scorer counts it as lost."""
    found: Predictions = {}
    for line in lines:
        if line["status"] != "read":
            continue
        kept = [a for a in line["attributions"] if not a["inferred"] and (nested or a["inside"] is None)]
        found[line["document"]["name"]] = [{role: a[role] for role in ROLES} for a in kept]
    return found


def by_article(module: ModuleType, gold: Path, found: Predictions) -> dict[str, Counts]:
    """The scorer's counts for each article by itself; they add up to those of the whole."""
    counts: dict[str, Counts] = {}
    for text in sorted((gold / "text").glob("*.txt")):
        with tempfile.TemporaryDirectory() as scratch:
            alone = Path(scratch)
            annotated = sorted((gold / "attributions").glob(f"{text.stem}_????.ann"))
            for folder, paths in (("text", [text]), ("attributions", annotated)):
                (alone / folder).mkdir()
                for path in paths:
                    (alone / folder / path.name).symlink_to(path.resolve())
            counts[text.stem] = module.score(str(alone), found)
    return counts


def total(counts: Any) -> Counts:
    """The sum of several articles' counts."""
    whole: Counts = Counter()
    for one in counts:
        whole.update(one)
    return whole


def main_score(module: ModuleType, counts: Counts) -> float:
    """F1 of who-said-what."""
    return float(module.report(counts)["who-said-what"][2])


def interval(module: ModuleType, counts: Sequence[Counts]) -> tuple[float, float]:
    """The middle 95 % of the main F1 over samples of as many articles, drawn with replacement."""
    drawn = np.random.default_rng(SEED).integers(0, len(counts), (SAMPLES, len(counts)))
    table = np.array([[c["all", "who"], c["all", "g"], c["all", "p"]] for c in counts])
    sums = table[drawn].sum(1)
    scores = [module.prf(hit, gold, hit, predicted)[2] for hit, gold, predicted in sums.tolist()]
    low, high = np.percentile(scores, [2.5, 97.5])
    return round(float(low), 1), round(float(high), 1)


def named(report: Mapping[str, Any]) -> dict[str, float]:
    """The scorer's report as flat figures."""
    scores: dict[str, float] = {}
    for key in ("who-said-what", "who-said-what, reporting", "who-said-what, quoted", "exact triple"):
        for name, value in zip(("P", "R", "F1"), report[key], strict=True):
            scores[f"{key} {name}"] = float(value)
    return scores | {"recall, no source": float(report["recall, no source"]), "documents lost": float(report["lost"])}


def main() -> None:
    """Print the figures as JSON."""
    shared = Path(sys.argv[1]) if len(sys.argv) > 1 else default_shared()
    print(json.dumps(measure(shared), indent=1))


if __name__ == "__main__":
    main()
