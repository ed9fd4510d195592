"""Transcripts: "[Name] what was said" (annotation rule 11). The name is the source, its closing bracket the cue."""

import re
from collections.abc import Iterator, Sequence

from ..analyse import Analysis
from ..model import Span
from .names import Name, names
from .raw import RawAttribution, overlap, trimmed

TURN = re.compile(
    r"(?P<mark>\[(?:begin|start of|video) [^\[\]\n]{2,40}\][ \t]+)?\[(?P<name>[^\[\]\n]{2,60})\](?P<gap>[ \t]+)", re.IGNORECASE
)
_NEAR = 4
"""Words beside a name among which it is told that its bearer reports."""
_CLOSING = re.compile(r"[ \t]*\[end [^\[\]\n]{2,40}\]\s*\Z", re.IGNORECASE)
SURE = 0.95
"""Confidence of a turn: the form leaves little doubt."""


def turns(analysis: Analysis) -> Iterator[RawAttribution]:
    """One attribution for each turn but those of the outlet's own people. A text with a single turn is none, unless that one is
    marked as a recording, or names somebody of whom the text speaks."""
    for match, span in _every(analysis):
        content = trimmed(Span(match.end(), _end(analysis, match.end(), span.end)), analysis.content)
        if content is None or _own(analysis, match["name"]):
            continue
        bracket = match.end("name")
        source = Span(match.start("name"), bracket)
        yield RawAttribution((source,), (Span(bracket, bracket + 1),), (content,), SURE)


def outside_names(analysis: Analysis, found: Sequence[RawAttribution]) -> Iterator[RawAttribution]:
    """The attributions of a model whose source is not the name before a turn: whose that is, `turns` knows better."""
    labels = [Span(match.start("name") - 1, match.end("name") + 1) for match, _ in _every(analysis)]
    yield from (one for one in found if not any(overlap(span, name) for span in one.source for name in labels))


def _every(analysis: Analysis) -> list[tuple[re.Match[str], Span]]:
    """The turns of a transcript; none in a text that is no transcript."""
    found = list(_turns(analysis))
    if len(found) > 1 or any(_known(analysis, match["name"]) for match, _ in found):
        return found
    return []


def _turns(analysis: Analysis) -> Iterator[tuple[re.Match[str], Span]]:
    inserts = analysis.language.sources.inserts
    for span in analysis.paragraphs:
        match = TURN.match(analysis.content, span.start, span.end)
        if match and not inserts.issuperset(match["name"].lower().split()):
            yield match, span


def _end(analysis: Analysis, start: int, end: int) -> int:
    """Where a turn ends, without the mark that ends a recording."""
    closing = _CLOSING.search(analysis.content, start, end)
    return closing.start() if closing else end


def _known(analysis: Analysis, name: str) -> bool:
    """Whether the name of a turn is somebody's of whom the text speaks by a longer name."""
    words = set(name.casefold().split())
    return any(words < set(one.full.casefold().split()) for one in names(analysis))


def _own(analysis: Analysis, name: str) -> bool:
    """Whether a turn is the outlet's: by its name, by a word for its people, or as its correspondent is called in the text."""
    words = {word.lower().strip(",") for word in name.split()}
    outlet = {word.lower() for word in analysis.outlet.split()}
    hosts = analysis.language.sources.hosts
    sent = any(words <= set(one.full.lower().split()) and _sent(analysis, one) for one in names(analysis))
    return sent or bool(words & hosts) or (bool(outlet) and (words <= outlet or outlet <= words))


def _sent(analysis: Analysis, name: Name) -> bool:
    """Whether a person is introduced as the outlet's own: by a title, or as whoever reports ("a report by N. N.")."""
    table = analysis.language.sources
    near = range(max(0, name.first - _NEAR), min(len(analysis.words), name.last + _NEAR))
    return bool(set(name.title.lower().split()) & table.hosts) or any(analysis.words[i].lower in table.dispatches for i in near)
