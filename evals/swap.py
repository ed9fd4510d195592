"""Are both sides treated alike? The names of the two sides are exchanged in every English demo report, and what is found
must be exchanged with them and nothing else.

    python -m evals.swap

A finding is the same where its place (counted in words), its fields and, for attributions, its confidence (within
`NEAR`) are the same once names are exchanged back.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from hearsay import api, demo
from hearsay.export.contract import line
from hearsay.pipeline import Report, report_of
from hearsay.readers import Input, read
from hearsay.registry import DEFAULT_EXTRACTORS, extractor

NEAR = 0.1
SIDES = {"Orvessan": "Sedrini", "Orvessa": "Sedrin", "Halmere": "Perrow"}
"""The two sides of the demo's conflict: people, land and seat of each; one word for one word."""
AT = datetime(2031, 6, 30, tzinfo=UTC)

_BOTH = {**SIDES, **{value: key for key, value in SIDES.items()}}
_NAME = re.compile("|".join(rf"\b{name}\b" for name in _BOTH))
_WORD = re.compile(r"\w+")
Key = tuple[Any, ...]


def exchanged(words: str) -> str:
    """The words with each side's names in the place of the other's."""
    return _NAME.sub(lambda name: _BOTH[name[0]], words)


def measure() -> dict[str, float]:
    """The share of attributions and of figures, in points of 100, that an exchange of names leaves as they are."""
    tally = {"attributions": [0, 0], "figures": [0, 0]}
    for text in _texts():
        before, after = _found(text), _found(exchanged(text))
        for kind, counts in tally.items():
            counts[0] += sum(_same(key, sure, after[kind]) for key, sure in before[kind].items())
            counts[1] += len(before[kind])
    return {f"{kind} the same": round(100 * same / every, 1) for kind, (same, every) in tally.items()}


def _texts() -> Iterator[str]:
    """The article text of each English demo report, a block a paragraph."""
    for outcome in api.read(demo.reports(), extractors=()):
        if isinstance(outcome, Report) and outcome.page.text.language == "en":
            content = outcome.page.text.content
            blocks = [block.span for block in outcome.page.text.blocks if block.article]
            yield "\n\n".join(content[span.start : span.end] for span in blocks)


def _found(text: str) -> Mapping[str, Mapping[Key, float]]:
    item = Input("text", text.encode(), "text/plain")
    row = line(report_of(item, read(item), AT, [extractor(name) for name in DEFAULT_EXTRACTORS]))
    starts = {match.start(): number for number, match in enumerate(_WORD.finditer(text))}

    def places(spans: list[list[int]]) -> Key:
        return tuple(number for start, number in starts.items() if any(a <= start < b for a, b in spans))

    said = {
        (places(one["content"]), one["speaker"], *(one[name] for name in ("source_kind", "shade", "quoting", "polarity"))): one
        for one in row["attributions"]
    }
    counted = {
        (places(one["span"]), one["who"], *(one[name] for name in ("low", "high", "measure", "modifier", "scope"))): one
        for one in row["figures"]
    }
    return {
        kind: {key: one["confidence"] or 0.0 for key, one in found.items()}
        for kind, found in (("attributions", said), ("figures", counted))
    }


def _same(key: Key, sure: float, after: Mapping[Key, float]) -> bool:
    other = tuple(exchanged(part) if isinstance(part, str) else part for part in key)
    return other in after and abs(after[other] - sure) <= NEAR


def main() -> None:
    """Print the shares."""
    for name, value in measure().items():
        print(f"{name:24} {value:5.1f}")


if __name__ == "__main__":
    main()
