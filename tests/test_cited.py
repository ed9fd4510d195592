"""Whom a medium cites is the source, and the medium passes the words on."""

import pytest

from hearsay.extract.cited import cited
from hearsay.extract.raw import RawAttribution
from hearsay.model import Span
from tests.test_figures import analysed


def sources(text: str, source: str, cue: str, content: str) -> tuple[list[str], list[str]]:
    """The words of source and cue of an attribution after whoever is cited in it was looked for."""

    def span(words: str) -> tuple[Span, ...]:
        return (Span(text.index(words), text.index(words) + len(words)),)

    found = cited(analysed(text), RawAttribution(span(source), span(cue), span(content), 0.9))
    return [text[s.start : s.end] for s in found.source], [text[s.start : s.end] for s in found.cue]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "wanted"),
    [
        ("Nine fled, Radio Orsa reported, citing a clerk.", "Radio Orsa", "reported", "Nine fled",
         (["a clerk"], ["reported", "citing"])),
        ("Nine fled, Radio Orsa reported citing a clerk.", "Radio Orsa", "citing", "Nine fled", (["a clerk"], ["citing"])),
        ("The paper says, quoting two officers, that nine fled.", "The paper", "says", "that nine fled",
         (["two officers"], ["says", "quoting"])),
        ("The minister said, citing the census, that nine fled.", "The minister", "said", "that nine fled",
         (["The minister"], ["said"])),
        ("Radio Orsa reported, citing a clerk had fled.", "Radio Orsa", "reported", "a clerk had fled",
         (["Radio Orsa"], ["reported"])),
        ("Nine fled, Radio Orsa reported on Monday.", "Radio Orsa", "reported", "Nine fled", (["Radio Orsa"], ["reported"])),
        ("Nine fled, Radio Orsa reported, citing.", "Radio Orsa", "reported", "Nine fled", (["Radio Orsa"], ["reported"])),
    ],
)  # fmt: skip
def test_who_is_cited(text: str, source: str, cue: str, content: str, wanted: tuple[list[str], list[str]]) -> None:
    assert sources(text, source, cue, content) == wanted
