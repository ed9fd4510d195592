"""The gold of the demo reports: what a trained annotator marks in them, after docs/annotation.md.

One JSON file a report lies in `demo/`. Spans are written as the words themselves, so that a better reader moves none:
a *locator* is a string that stands once in the article or its captions ("⟦ ⟧" mark the part that is meant, where more
words are needed to tell the place: "Dravick, ⟦said⟧"), or [string, n] for its n-th occurrence, counted from 1. A blank
stands for any white space. `inside`, `part_of` and `attribution` name a `key` of the same file.
Headlines and headings hold no gold.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from hearsay.analyse import readable
from hearsay.model import Label, Span, Text

FOLDER = Path(__file__).parent / "demo"
Locator = str | tuple[str, int]
Row = dict[str, Any]
ROLES = ("source", "cue", "content")
HEADS = frozenset({Label.HEADLINE, Label.HEADING})


class GoldError(ValueError):
    """A gold file says something that its report does not bear out."""


class GoldAttribution(Struct, frozen=True, forbid_unknown_fields=True):
    """One attribution; the fields are those of docs/contract.md."""

    key: str
    source: tuple[Locator, ...]
    cue: tuple[Locator, ...]
    content: tuple[Locator, ...]
    speaker: str | None
    source_kind: str | None
    shade: str
    quoting: str
    via: tuple[str, ...]
    polarity: str
    inside: str | None
    inferred: bool


class GoldWindow(Struct, frozen=True, forbid_unknown_fields=True):
    """When the harm happened, in the text's words and as ISO dates."""

    words: str
    start: str | None
    end: str | None
    precision: str


class GoldFigure(Struct, frozen=True, forbid_unknown_fields=True):
    """One figure; the fields are those of docs/contract.md."""

    key: str
    span: tuple[Locator, ...]
    low: int | None
    high: int | None
    modifier: str
    measure: str
    who: str
    scope: str
    window: GoldWindow | None
    polarity: str
    modality: str
    part_of: str | None
    attribution: str | None


class GoldReport(Struct, frozen=True, forbid_unknown_fields=True):
    """One report: its file (and its number in it, from 0, where the file is a feed), what it says of itself, and what
    is said in it. `header` is the date in its masthead where that is not the day of publication."""

    report: str
    entry: int | None
    headline: str
    outlet: str
    language: str
    published: str
    header: str | None
    conflict: bool
    attributions: tuple[GoldAttribution, ...]
    figures: tuple[GoldFigure, ...]


def load(path: Path) -> GoldReport:
    """One gold file. Raises `GoldError` for one that does not fit the form."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=GoldReport)
    except msgspec.MsgspecError as error:
        raise GoldError(f"{path.name}: {error}") from error


def everything(folder: Path = FOLDER) -> dict[str, GoldReport]:
    """All gold files by their stem, in order."""
    return {path.stem: load(path) for path in sorted(folder.glob("*.json"))}


def locate(content: str, locator: Locator, within: Sequence[Span]) -> Span:
    """The span that a locator means, its words all in one of the stretches `within`. Raises `GoldError` where it is not
    found there, or found more than once."""
    words, number = (locator, 1) if isinstance(locator, str) else locator
    found = [span for span in _found(content, words) if any(_holds(stretch, span) for stretch in within)]
    if number > len(found) or (isinstance(locator, str) and len(found) > 1):
        wanted = "once" if isinstance(locator, str) else f"{number} times"
        raise GoldError(f"{words!r} stands in the article {len(found)} times, not {wanted}")
    return found[number - 1]


def _found(content: str, words: str) -> Iterator[Span]:
    """Where the marked part of the words stands, for each place of the whole of them."""
    before, mark, rest = words.partition("⟦")
    inner, _, after = rest.partition("⟧") if mark else (before, "", "")
    parts = (before if mark else "", inner, after)
    first, last = (r"\b" if words[at].isalnum() else "" for at in (0, -1))
    pattern = first + "".join(f"({_loose(part)})" for part in parts) + last
    return (Span(*match.span(2)) for match in re.finditer(pattern, content))


def _holds(stretch: Span, span: Span) -> bool:
    return stretch.start <= span.start and span.end <= stretch.end


def _loose(words: str) -> str:
    return r"\s+".join(re.escape(word) for word in re.split(r"\s+", words))


def line(gold: GoldReport, text: Text) -> Row:
    """The gold in the form of `hearsay read --json`, with keys for ids. Raises `GoldError`, which names the report and
    the key, where a string is not found in the article or its captions (headings left out)."""
    return {
        "attributions": [_row(one, ROLES, gold, text) for one in gold.attributions],
        "figures": [_row(one, ("span",), gold, text) for one in gold.figures],
    }


def _row(one: GoldAttribution | GoldFigure, places: Sequence[str], gold: GoldReport, text: Text) -> Row:
    row: Row = msgspec.to_builtins(one)
    row["id"] = row.pop("key")
    article = [block.span for block in text.blocks if readable(block) and block.label not in HEADS]
    for name in places:
        try:
            spans = [locate(text.content, each, article) for each in getattr(one, name)]
        except GoldError as error:
            raise GoldError(f"{gold.report}, {one.key}, {name}: {error}") from error
        row[name] = [[span.start, span.end] for span in spans]
    return row


def heads(text: Text) -> Iterator[Span]:
    """Where the headline and the headings stand."""
    return (block.span for block in text.blocks if block.label in HEADS)
