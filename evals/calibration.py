"""Whether the confidence of an attribution is the share that is right: python -m evals.calibration

Each outermost attribution read from PolNeAR dev (it marks no others) counts as right where the scorer that lies beside the
data matches who said what. The knots of `hearsay.models.calibration` were fitted on these articles; what is told here is what
knots fitted on one half of the articles do on the other, and the other way round, so that no article judges itself.
"""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np

from hearsay.models.calibration import KNOTS, calibrated, uncalibrated

from .attribution import ROLES
from .command import read
from .corpus import default_shared, part, scorer

BINS = 10
WANTED = 90.0
"""Precision that one threshold is to give, in points."""

Judged = list[tuple[str, float, bool]]
"""Article, confidence as it is printed, right or not."""


def judged(shared: Path, workers: int = 2) -> tuple[Judged, int]:
    """Every attribution with a cue of its own, and how many there are in the gold."""
    gold = part(shared, "data/polnear/dev")
    module = scorer(shared, "score_attribution")
    found: Judged = []
    total = 0
    for line in read([gold / "text"], workers)[0]:
        name = line["document"]["name"]
        rows = [one for one in line["attributions"] if not one["inferred"] and one["inside"] is None]
        true, right = _right(module, gold, name, line["document"]["text"], rows)
        total += true
        found += [(name, one["confidence"], ok) for one, ok in zip(rows, right, strict=True)]
    return found, total


def _right(module: ModuleType, gold: Path, name: str, text: str, rows: Sequence[dict[str, Any]]) -> tuple[int, list[bool]]:
    """How many gold attributions an article has, and which of the rows match one: the scorer's own assignment."""
    from scipy.optimize import linear_sum_assignment  # type: ignore[import-untyped]

    words = module.Words(text)
    first = min((gold / "attributions").glob(f"{name}_????.ann"))
    true = [_sets(words, one) for one in module.load_gold(str(first), text)]
    mine = [_sets(words, {role: row.get(role) or [] for role in ROLES}) for row in rows]
    right = [False] * len(mine)
    if true and mine:
        weights = np.array([[_weight(module, a, b) for b in mine] for a in true])
        for i, j in zip(*linear_sum_assignment(-weights), strict=True):
            close = module.dice(true[i]["content"], mine[j]["content"]) >= 0.5
            right[j] = bool(weights[i, j] > 0 and close and module.same_source(words, true[i]["source"], mine[j]["source"]))
    return len(true), right


def _sets(words: Any, one: dict[str, Any]) -> dict[str, Any]:
    return {"source": words.of(one["source"]), "cue": words.cue(one["cue"]), "content": words.of(one["content"])}


def _weight(module: ModuleType, a: dict[str, Any], b: dict[str, Any]) -> float:
    if not a["content"] & b["content"]:
        return 0.0
    shares = [module.dice(a[role], b[role]) for role in ("content", "cue", "source")]
    return float(shares[0] + 0.5 * shares[1] + 0.25 * shares[2])


def fitted(raw: np.ndarray[Any, Any], right: np.ndarray[Any, Any], knots: int = len(KNOTS)) -> tuple[tuple[float, float], ...]:
    """Knots through equally filled bins of raw confidence, made to rise (pool adjacent violators, Ayer et al. 1955)."""
    order = np.argsort(raw, kind="stable")
    pools = [[float(raw[i].mean()), float(right[i].mean()), float(len(i))] for i in np.array_split(order, knots)]
    done: list[list[float]] = []
    for pool in pools:
        done.append(pool)
        while len(done) > 1 and done[-2][1] >= done[-1][1]:
            (x1, y1, n1), (x2, y2, n2) = done[-2:]
            whole = n1 + n2
            done[-2:] = [[(x1 * n1 + x2 * n2) / whole, (y1 * n1 + y2 * n2) / whole, whole]]
    return tuple((round(x, 3), round(y, 3)) for x, y, _ in done)


def crossed(found: Judged) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]:
    """Confidence by knots that were fitted on the other half of the articles, and what was right."""
    raw = np.array([uncalibrated(confidence) for _, confidence, _ in found])
    right = np.array([ok for _, _, ok in found])
    names = sorted({name for name, _, _ in found})
    odd = np.array([names.index(name) % 2 for name, _, _ in found])
    sure = np.empty(len(found))
    for half in (0, 1):
        knots = fitted(raw[odd != half], right[odd != half])
        sure[odd == half] = [calibrated(one, knots) for one in raw[odd == half]]
    return sure, right


def table(sure: np.ndarray[Any, Any], right: np.ndarray[Any, Any]) -> list[tuple[float, float, int]]:
    """Bins of equal size: mean confidence, share that is right, how many."""
    order = np.argsort(sure, kind="stable")
    return [(float(sure[i].mean()), float(right[i].mean()), len(i)) for i in np.array_split(order, BINS)]


def measure(shared: Path, workers: int = 2) -> dict[str, float]:
    """Points of 100: the expected calibration error over ten bins of equal size, cross-fitted; the threshold from which on at
    least nine of ten are right, and the share of the gold that is found above it."""
    found, total = judged(shared, workers)
    sure, right = crossed(found)
    error = sum(abs(a - b) * n for a, b, n in table(sure, right)) / len(found)
    order = np.argsort(-sure, kind="stable")
    precision = 100 * np.cumsum(right[order]) / np.arange(1, len(order) + 1)
    enough = np.flatnonzero(precision >= WANTED)
    last = int(enough[-1]) if len(enough) else -1
    return {
        "calibration error": round(100 * error, 1),
        "threshold for precision 90": round(float(100 * sure[order[last]]), 1) if last >= 0 else 100.0,
        "recall at precision 90": round(float(100 * right[order[: last + 1]].sum() / total), 1),
    }


def main() -> None:
    """Print the reliability table, the figures, and the knots that all articles give."""
    shared = Path(sys.argv[1]) if len(sys.argv) > 1 else default_shared()
    found, _ = judged(shared)
    print("| mean confidence | right | attributions |\n|--:|--:|--:|")
    for mean, share, number in table(*crossed(found)):
        print(f"| {mean:.2f} | {share:.2f} | {number} |")
    raw = np.array([uncalibrated(confidence) for _, confidence, _ in found])
    print("knots:", fitted(raw, np.array([ok for _, _, ok in found])))
    print(json.dumps(measure(shared), indent=1))


if __name__ == "__main__":
    main()
