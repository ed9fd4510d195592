"""Transcripts: "[Name] what was said" (annotation rule 11). The name is the source, its closing bracket the cue."""

import re
from collections.abc import Iterator, Sequence

from ..analyse import Analysis
from ..model import Span
from .raw import RawAttribution, overlap, trimmed

TURN = re.compile(r"\[(?P<name>[^\[\]\n]{2,60})\](?P<gap>[ \t]+)")
SURE = 0.95
"""Confidence of a turn: the form leaves little doubt."""


def turns(analysis: Analysis) -> Iterator[RawAttribution]:
    """One attribution for each turn but those of the outlet's own people. A text with a single turn is none."""
    found = list(_turns(analysis))
    if len(found) < 2:
        return
    for match, span in found:
        content = trimmed(Span(match.end(), span.end), analysis.content)
        if content is None or _own(analysis, match["name"]):
            continue
        bracket = match.end("name")
        source = Span(match.start("name"), bracket)
        yield RawAttribution((source,), (Span(bracket, bracket + 1),), (content,), SURE)


def outside_names(analysis: Analysis, found: Sequence[RawAttribution]) -> Iterator[RawAttribution]:
    """The attributions of a model whose source is not the name before a turn: whose that is, `turns` knows better."""
    if len(list(_turns(analysis))) < 2:
        yield from found
        return
    names = [Span(match.start(), match.end("name") + 1) for match, _ in _turns(analysis)]
    yield from (one for one in found if not any(overlap(span, name) for span in one.source for name in names))


def _turns(analysis: Analysis) -> Iterator[tuple[re.Match[str], Span]]:
    for span in analysis.paragraphs:
        if match := TURN.match(analysis.content, span.start, span.end):
            yield match, span


def _own(analysis: Analysis, name: str) -> bool:
    """Whether a turn is the outlet's: by its name, or by a word for its people."""
    words = {word.lower().strip(",") for word in name.split()}
    outlet = {word.lower() for word in analysis.outlet.split()}
    return bool(words & analysis.language.sources.hosts) or (bool(outlet) and (words <= outlet or outlet <= words))
