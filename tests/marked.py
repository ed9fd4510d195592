"""Texts with inline marks, for tests of what follows after the model: [s ...] source, [q ...] cue, [c ...] content."""

import re
from collections.abc import Sequence
from datetime import date

from hearsay.analyse import Analysis, analyse
from hearsay.extract.enrich import enrich
from hearsay.extract.raw import RawAttribution
from hearsay.lang.en import ENGLISH
from hearsay.model import Attribution, Source, Span
from hearsay.readers import Input
from hearsay.readers.plain import read_plain

_MARK = re.compile(r"<(/?)([sqc])(\d)>")


def analysed(text: str, published: date | None = None, outlet: str = "") -> Analysis:
    """The analysis of a plain text."""
    page = read_plain(Input("test", text.encode(), "text/plain"))
    return analyse(page.text, ENGLISH, published, outlet)


def unmarked(marked: str) -> tuple[str, list[RawAttribution]]:
    """The text without its marks ("<s1>She</s1> <q1>said</q1> <c1>so</c1>") and the attributions that they stand for."""
    spans: dict[tuple[str, str], list[Span]] = {}
    begun: dict[tuple[str, str], int] = {}
    text, at = "", 0
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        at = mark.end()
        key = (mark[3], mark[2])
        if mark[1]:
            spans.setdefault(key, []).append(Span(begun[key], len(text)))
        else:
            begun[key] = len(text)
    text += marked[at:]
    numbers = sorted({number for number, _ in spans})
    roles = [[tuple(spans.get((number, role), ())) for role in "sqc"] for number in numbers]
    return text, [RawAttribution(source, cue, content, 0.9) for source, cue, content in roles]


def enriched(marked: str, outlet: str = "") -> list[Attribution]:
    """What the rules make of marked attributions, in the order of the text; continuations last."""
    text, raw = unmarked(marked)
    found = [one.finding for one in enrich(analysed(text, outlet=outlet), raw)]
    assert all(isinstance(one, Attribution) for one in found)
    return [one for one in found if isinstance(one, Attribution)]


def words(text: str, spans: Sequence[Span]) -> list[str]:
    """The characters at some spans."""
    return [text[span.start : span.end] for span in spans]


def sources(marked: str, outlet: str = "") -> list[Source]:
    """The sources of a marked text, in its order."""
    return [one.source for one in enriched(marked, outlet) if one.source]


def last(marked: str, outlet: str = "") -> Source:
    """The source of its last attribution that has one."""
    return sources(marked, outlet)[-1]
