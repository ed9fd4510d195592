"""The part of a report around a finding, as it is shown where the finding is judged or corrected. Pure."""

from collections.abc import Iterator, Sequence

from ..analyse import lines
from ..model import Attribution, Figure, Finding, Mention, Span, Text
from .cutting import Mark, Piece, pieces

AROUND = 700
"""Code points on each side; whole paragraphs are shown."""

Paragraph = tuple[Piece, ...]


def passage(text: Text, finding: Finding | None, span: Span, around: int = AROUND) -> list[Paragraph]:
    """The paragraphs around a stretch of the text, in pieces, with the parts of the finding marked."""
    content = text.content
    first, last = max(0, span.start - around), min(len(content), span.end + around)
    start = content.rfind("\n", 0, first) + 1
    end = content.find("\n", last)
    shown = Span(start, len(content) if end < 0 else end)
    marks = sorted(_marks(finding), key=lambda mark: (mark.start, -mark.end, mark.looks))
    return [tuple(pieces(content, line, marks)) for line in lines(content, shown)]


def place(finding: Attribution | Figure | Mention) -> Span:
    """From the first to the last code point of what a finding is about."""
    if isinstance(finding, Attribution):
        return Span(finding.content[0].start, finding.content[-1].end)
    return finding.span


def _marks(finding: Finding | None) -> Iterator[Mark]:
    if isinstance(finding, Attribution):
        denied = " denied" if finding.polarity.value == "denied" else ""
        yield from _each(finding.content, "is said d1 q-" + finding.quoting.value + denied)
        yield from _each(finding.source.spans if finding.source else (), "src")
        yield from _each(finding.cue.spans if finding.cue else (), "cue")
    elif isinstance(finding, Figure):
        yield from _each((finding.span,), "is fig")
        yield from _each(finding.who_spans, "whom")
        yield from _each(finding.place.spans if finding.place else (), "where")
        yield from _each(finding.window.spans if finding.window else (), "when")
    elif isinstance(finding, Mention):
        yield from _each((finding.span,), "is men")


def _each(spans: Sequence[Span], looks: str) -> Iterator[Mark]:
    return (Mark(span.start, span.end, "", looks) for span in spans)
