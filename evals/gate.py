"""The quality floors: measure every part and refuse a change that lowers one (`make evals`).

    python -m evals.gate [--shared FOLDER] [--part NAME ...] [--update [--lower REASON]]

The floors, the digest of each corpus and of the model lie in baseline.json. A figure may fall TOLERANCE points below
its floor; a corpus that has changed fails, because its floors mean nothing any more. Floors only rise, except with a
reason.
"""

import argparse
import importlib
import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from .corpus import CorpusAbsent, default_shared, digest, part

ROOT = Path(__file__).parent.parent
BASELINE = Path(__file__).with_name("baseline.json")
MODEL = ROOT / "src" / "hearsay" / "models" / "attribution.onnx"
TOLERANCE = 0.5
"""Points of 100: int8 arithmetic differs a little from one processor to another."""

OUTSIDE = "data/"
"""How the paths of corpora begin that lie outside the project."""
WORSE = {"higher": -1, "lower": 1}
Baseline = dict[str, Any]


@dataclass(frozen=True)
class Part:
    """What the gate knows of a part; its module is evals.NAME, with `measure(shared)` or, where not `shared`, `measure()`.
    More is better, but for figures in `lower`; those in `told` are kept and not held to, and where some are named in
    `held`, all others. `points` is what a figure is multiplied by to be in points of 100."""

    corpus: tuple[str, ...]
    shared: bool = True
    lower: frozenset[str] = frozenset()
    told: frozenset[str] = frozenset()
    held: frozenset[str] = frozenset()
    points: float = 1

    def better(self, figure: str) -> str:
        if figure in self.told or (self.held and figure not in self.held):
            return "neither"
        return "lower" if figure in self.lower else "higher"


FOUND = ("attribution found", "figure value and measure")
"""Precision and recall are told; their F1 is held to, so that one may be had for the other."""
OWN = frozenset(
    f"{part}: {what}"
    for part in ("dev", "test")
    for what in (
        *(f"{each}, F1" for each in ("who-said-what", "figure value and measure", "own voice", "nesting", "relay", "part of")),
        *("attribution speaker", "attribution source_kind", "figure scope", "figure window", "figure attribution"),
    )
)
"""What is held to on our own corpora, real and invented."""
KINDS = ("who-said-what, reporting", "who-said-what, quoted")
HALVES = frozenset(f"{each}, {half}" for each in FOUND for half in ("precision", "recall"))
MUC = frozenset(f"{kind}{what}" for kind in ("", "two and more, ") for what in ("items", "precision", "recall"))

PARTS: Mapping[str, Part] = {
    "attribution": Part(
        ("data/polnear/dev",),
        lower=frozenset({"documents lost"}),
        told=frozenset({"who-said-what F1, low", "who-said-what F1, high"})
        | {f"{each} {half}" for each in ("who-said-what", *KINDS, "exact triple") for half in "PR"},
    ),
    "pages": Part(
        ("data/pages", "data/pages-world"),
        lower=frozenset({"furniture_lines", "furniture_lines_mean", "furniture_prose"}),
        told=frozenset(
            {"f1_trafilatura", "furniture_lines_trafilatura", "furniture_prose_trafilatura", "paragraphs_trafilatura"}
        ),
        points=100,
    ),
    "figures": Part(("data/wad", "data/recognizers-specs", "data/time/tbaq")),
    "demo": Part(("src/hearsay/demo/reports", "tests/gold/demo"), shared=False, told=HALVES),
    "meantime": Part(
        ("data/meantime/cross-doc",),
        told=frozenset(
            {f"{kind}{base} {half}" for kind in ("event", "value") for base in ("", " baseline") for half in "PR"}
            | {f"{kind} {what}" for kind in ("event", "value") for what in ("pairs", "baseline F1")}
        ),
    ),
    "statements": Part(
        ("tests/gold/statements.json", "tests/gold/statements_held.json"),
        shared=False,
        told=frozenset({"pairs", "held-out pairs"}),
    ),
    "copies": Part(("data/polnear/train", "data/muc/dev")),
    "muc_keys": Part(("data/muc/dev",), told=MUC | {"recall, named"}),
    "invented": Part(("corpora/invented",), shared=False, held=OWN),
    "real": Part(("corpora/real", "data/muc/dev"), held=OWN),
    "gum": Part(("data/gum/dev",), told=frozenset({"relations"})),
    "calibration": Part(
        ("data/polnear/dev",), lower=frozenset({"calibration error"}), told=frozenset({"threshold for precision 90"})
    ),
    "swap": Part(("src/hearsay/demo/reports",), shared=False),
}


@dataclass(frozen=True)
class Row:
    """One figure beside its floor; `fault` says what is wrong with it, if anything."""

    part: str
    name: str
    value: float | None
    floor: float | None
    fault: str = ""


def measured(name: str, shared: Path) -> Baseline:
    """What a part measures now, in the form in which it is kept. A part that is missing is an error: a floor that nobody
    checks is none."""
    about = PARTS[name]
    module = importlib.import_module(f"evals.{name}")
    roots = [part(shared if path.startswith(OUTSIDE) else ROOT, path) for path in about.corpus]
    found: dict[str, float] = module.measure(shared) if about.shared else module.measure()
    figures: Baseline = {}
    for key, value in sorted(found.items()):
        figure = key.removeprefix(f"{name}.")
        figures[figure] = {"value": round(value * about.points, 3), "better": about.better(figure)}
    if unknown := (about.lower | about.told) - figures.keys():
        raise LookupError(f"evals.{name} no longer measures {', '.join(sorted(unknown))}")
    return {"corpus": digest(roots), "model": digest([MODEL])[:12], "date": _today(), "figures": figures}


def compare(name: str, now: Baseline, floors: Baseline | None) -> list[Row]:
    """Each figure beside its floor. A part, a corpus or a figure that does not match what is kept is a fault."""
    if floors is None:
        return [Row(name, "(the whole part)", None, None, "has no floors: run with --update")]
    rows = []
    if now["corpus"] != floors["corpus"]:
        rows.append(Row(name, "(corpus)", None, None, "is not the one that the floors were measured on"))
    for key in sorted({*now["figures"], *floors["figures"]}):
        rows.append(_row(name, key, now["figures"].get(key), floors["figures"].get(key)))
    return rows


def _row(name: str, key: str, now: Baseline | None, floor: Baseline | None) -> Row:
    if now is None or floor is None:
        fault = "is no longer measured" if now is None else "has no floor: run with --update"
        return Row(name, key, now["value"] if now else None, floor["value"] if floor else None, fault)
    fault = "below its floor" if _worse(now["value"], floor["value"], now["better"]) > TOLERANCE else ""
    return Row(name, key, now["value"], floor["value"], fault)


def _worse(value: float, floor: float, better: str) -> float:
    """By how much a figure is worse than its floor; below zero where it is better."""
    return 0.0 if better == "neither" else WORSE[better] * (value - floor)


def raised(now: Baseline, floors: Baseline | None, lower: str | None) -> Baseline:
    """The new floors of a part: each figure's better value, or with a reason to lower them what is measured now."""
    if floors is None:
        return now
    if lower:
        return now | {"lowered": lower}
    if now["corpus"] != floors["corpus"]:
        raise CorpusAbsent("the corpus has changed: new floors need --lower REASON")
    kept = dict(now["figures"])
    for key, floor in floors["figures"].items():
        if key not in kept:
            kept[key] = floor
        elif _worse(kept[key]["value"], floor["value"], kept[key]["better"]) > 0:
            kept[key] = kept[key] | {"value": floor["value"]}
    return {**floors, **now, "figures": kept}


def table(rows: list[Row]) -> str:
    """The rows as a Markdown table, faults marked."""
    lines = ["| part | figure | now | floor | |", "|---|---|--:|--:|---|"]
    for row in rows:
        now, floor = (("-" if value is None else f"{value:g}") for value in (row.value, row.floor))
        lines.append(f"| {row.part} | {row.name} | {now} | {floor} | {row.fault} |")
    return "\n".join(lines)


def load_floors() -> Baseline:
    """What is kept, by part; empty before the first --update."""
    if not BASELINE.exists():
        return {}
    floors: Baseline = json.loads(BASELINE.read_text(encoding="utf-8"))
    return floors


def _today() -> str:
    return datetime.now(UTC).date().isoformat()


def main() -> int:
    """Measure, then compare or update; the status is 1 where a floor is not held."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=default_shared(), help="folder of the corpora (HEARSAY_SHARED)")
    parser.add_argument("--part", nargs="+", choices=PARTS, default=list(PARTS), help="only these parts")
    parser.add_argument("--update", action="store_true", help="write the floors; they only rise")
    parser.add_argument("--lower", metavar="REASON", help="with --update: let floors fall, and say why")
    options = parser.parse_args()
    if options.lower and not options.update:
        parser.error("--lower goes with --update")
    floors, rows = load_floors(), []
    for name in options.part:
        try:
            now = measured(name, options.shared)
            if options.update:
                floors[name] = raised(now, floors.get(name), options.lower)
        except (OSError, ImportError, AttributeError, LookupError, RuntimeError) as error:
            print(f"{name}: {error}", file=sys.stderr)
            return 1
        rows += compare(name, now, floors.get(name))
    if options.update:
        BASELINE.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    print(table(rows))
    return int(any(row.fault for row in rows))


if __name__ == "__main__":
    sys.exit(main())
