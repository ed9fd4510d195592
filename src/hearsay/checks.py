"""Whether a finding fits the text that it points into."""

from collections.abc import Iterator

from .codec import spans_of
from .model import AnyFinding, Attribution, Figure, Link, Mention, Text


def problems(finding: AnyFinding, text: Text) -> Iterator[str]:
    """What is wrong with a finding of this text, in words: a foreign text, a span outside it or out of order, or
    words that are not the characters at their span. Nothing is yielded for a sound one."""
    if isinstance(finding, Link):
        return
    if finding.text != text.id:
        yield f"a finding of another text ({finding.text})"
        return
    size = len(text.content)
    for start, end in spans_of(finding):
        if not 0 <= start < end <= size:
            yield f"span [{start}, {end}) is not inside the text of {size} code points"
            return
    if isinstance(finding, Figure | Mention) and text.content[finding.span.start : finding.span.end] != finding.words:
        yield f"the words {finding.words!r} do not stand at [{finding.span.start}, {finding.span.end})"
    if isinstance(finding, Attribution) and not finding.content:
        yield "an attribution without content"
