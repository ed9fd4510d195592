"""Keeps the figures in docs/status.md equal to the floors: python -m evals.status

A row of its table that names a figure of baseline.json in its third column ("attribution/who-said-what F1", in
backticks) gets that figure and its date. Other rows are left as they are.
"""

import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from .gate import ROOT, load_floors

STATUS = ROOT / "docs" / "status.md"
ABSENT = "not measured"
_KEY = re.compile(r"`(\w+)/([^`]+)`")


def fill(text: str, floors: Mapping[str, Any]) -> str:
    """The page with its figures and dates set from the floors; a figure without a floor is "not measured"."""
    return "".join(_row(line, floors) for line in text.splitlines(keepends=True))


def _row(line: str, floors: Mapping[str, Any]) -> str:
    cells = line.rstrip("\n").split("|")
    if len(cells) != 7 or not (key := _KEY.fullmatch(cells[3].strip())):
        return line
    part = floors.get(key[1], {})
    kept = part.get("figures", {}).get(key[2])
    cells[2] = f" {kept['value']:.1f} " if kept else f" {ABSENT} "
    cells[5] = f" {part['date']} " if kept else "  "
    return "|".join(cells) + "\n"


def main() -> int:
    """Rewrite the page; the status is 0 also where nothing changed."""
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else STATUS
    path.write_text(fill(path.read_text(encoding="utf-8"), load_floors()), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
