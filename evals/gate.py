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
from typing import Any, Protocol, cast

from .corpus import CorpusAbsent, default_shared, digest, part

ROOT = Path(__file__).parent.parent
BASELINE = Path(__file__).with_name("baseline.json")
MODEL = ROOT / "src" / "hearsay" / "models" / "attribution.onnx"
TOLERANCE = 0.3
"""Points of 100: int8 arithmetic differs a little from one processor to another."""

PARTS = {"attribution": True, "pages": True, "figures": True, "demo": False}
"""Part -> whether its corpus lies in the shared folder; a part's module is evals.PART."""

WORSE = {"higher": -1, "lower": 1}
Baseline = dict[str, Any]


class Part(Protocol):
    """A module that measures. CORPUS names what it is measured on (below the shared folder, or the project for a part
    that needs none); BETTER tells for a figure "higher" (as when it is not named), "lower", or "neither"."""

    CORPUS: tuple[str, ...]
    BETTER: Mapping[str, str]

    def measure(self, *shared: Path) -> dict[str, float]: ...


@dataclass(frozen=True)
class Row:
    """One figure beside its floor; `fault` says what is wrong with it, if anything."""

    part: str
    name: str
    value: float | None
    floor: float | None
    fault: str = ""


def load_part(name: str) -> Part:
    """The module of a part. One that is missing is an error: a floor that nobody checks is none."""
    module = importlib.import_module(f"evals.{name}")
    for needed in ("measure", "CORPUS", "BETTER"):
        if not hasattr(module, needed):
            raise AttributeError(f"evals.{name} has no {needed}")
    return cast(Part, module)


def measured(name: str, shared: Path) -> Baseline:
    """What a part measures now, in the form in which it is kept."""
    module = load_part(name)
    in_shared = PARTS[name]
    roots = [part(shared if in_shared else ROOT, path) for path in module.CORPUS]
    figures = module.measure(shared) if in_shared else module.measure()
    better = {key: module.BETTER.get(key, "higher") for key in figures}
    floors = {key: {"value": round(value, 3), "better": better[key]} for key, value in sorted(figures.items())}
    return {"corpus": digest(roots), "model": digest([MODEL])[:12], "date": _today(), "figures": floors}


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
    fault = "below its floor" if _worse(now["value"], floor["value"], floor["better"]) > TOLERANCE else ""
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
        if key not in kept or _worse(kept[key]["value"], floor["value"], floor["better"]) > 0:
            kept[key] = floor
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
        except (CorpusAbsent, ImportError, AttributeError) as error:
            print(f"{name}: {error}", file=sys.stderr)
            return 1
        rows += compare(name, now, floors.get(name))
    if options.update:
        BASELINE.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    print(table(rows))
    return int(any(row.fault for row in rows))


if __name__ == "__main__":
    sys.exit(main())
