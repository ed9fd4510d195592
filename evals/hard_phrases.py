"""What Hearsay makes of hard phrases: docs/hard-phrases.md from tests/gold/hard-phrases.json (python -m evals.hard_phrases).

The file holds what a careful reader finds in each phrase; a test holds the code, the file and the page together. All phrases
are read as published on Wednesday 4 June 2031.
"""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from hearsay.analyse import analyse
from hearsay.codec import id_of
from hearsay.edtf import edtf
from hearsay.extract.figures import Figures
from hearsay.lang.en import ENGLISH
from hearsay.model import Block, Figure, Label, Link, Span, Text

ROOT = Path(__file__).parent.parent
GOLD = ROOT / "tests" / "gold" / "hard-phrases.json"
PAGE = ROOT / "docs" / "hard-phrases.md"
PUBLISHED = date(2031, 6, 4)
USUAL = {"modifier": "exact", "polarity": "affirmed", "modality": "reported", "part_of": None, "window": None, "edtf": None}
"""What goes without saying, and is left out of the file."""
HEAD = """# Sixty hard phrases

What Hearsay makes of each, read as published on Wednesday 4 June 2031. Written by `python -m evals.hard_phrases` from
`tests/gold/hard-phrases.json`, which holds what a careful reader finds; a test holds the code, that file and this page together.
Bounds: `12` is 12 and no other, `12-` at least 12, `-12` at most 12, `-` open. "part of" gives the words of the whole.

| | phrase | what is found |
|--:|---|---|
"""
Fields = dict[str, Any]


def read(phrase: str) -> list[Fields]:
    """The figures of a phrase, in order, with the fields that are not as usual."""
    text = Text("t", "d", "plain@1", "en", phrase, blocks=(Block(Span(0, len(phrase)), Label.MAIN, True),))
    found = [each.finding for each in Figures()(analyse(text, ENGLISH, PUBLISHED))]
    figures = {id_of(each): each for each in found if isinstance(each, Figure)}
    wholes = {each.left: each.right for each in found if isinstance(each, Link)}
    return [_fields(figure, figures.get(wholes.get(key, ""))) for key, figure in figures.items()]


def _fields(figure: Figure, whole: Figure | None) -> Fields:
    fields: Fields = {
        "words": figure.words,
        "measure": figure.measure.value,
        "low": figure.low,
        "high": figure.high,
        "modifier": figure.modifier.value,
        "who": figure.who,
        "scope": figure.scope.value,
        "window": figure.window.words if figure.window else None,
        "edtf": edtf(figure.window) if figure.window else None,
        "polarity": figure.polarity.value,
        "modality": figure.modality.value,
        "part_of": whole.words if whole else None,
    }
    return {name: value for name, value in fields.items() if name not in USUAL or value != USUAL[name]}


def gold() -> list[Fields]:
    """The phrases with what is to be found in each."""
    rows: list[Fields] = json.loads(GOLD.read_text(encoding="utf-8"))
    return rows


def told(fields: Mapping[str, Any]) -> str:
    """One figure as the page tells it."""
    low, high = ("" if fields[name] is None else f"{fields[name]:,}" for name in ("low", "high"))
    bounds = low if low == high and low else f"{low}-{high}"
    parts = [f"**{fields['words']}**: {fields['measure']} {bounds}"]
    parts += [fields[name] for name in ("modifier", "polarity", "modality") if name in fields]
    parts += [f"of {fields['who']}"] if fields["who"] and fields["who"] != fields["words"] else []
    parts += [fields["scope"]]
    parts += [f"“{fields['window']}” `{fields['edtf']}`"] if "window" in fields else []
    parts += [f"part of “{fields['part_of']}”"] if "part_of" in fields else []
    return ", ".join(parts)


def rows() -> Iterator[str]:
    """The lines of the table."""
    for number, row in enumerate(gold(), 1):
        found = "<br>".join(map(told, read(row["phrase"]))) or "no figure"
        yield f"| {number} | {row['phrase']} | {found} |"


def page() -> str:
    return HEAD + "\n".join(rows()) + "\n"


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
