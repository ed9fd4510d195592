"""Small reports on an invented conflict, and an extractor that finds in them what is written down here."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from hearsay.analyse import Analysis
from hearsay.codec import id_of
from hearsay.extract import Found
from hearsay.model import (
    About,
    Attribution,
    Cue,
    Field,
    Figure,
    Link,
    Measure,
    Mention,
    Modifier,
    Place,
    Polarity,
    Precision,
    Quoting,
    Relation,
    Scope,
    Source,
    SourceKind,
    Span,
    Window,
)
from hearsay.pipeline import Report, report_of
from hearsay.readers import Input, read

AT = datetime(2031, 6, 3, 12, 0, tzinfo=UTC)

DEPOT = """Depot burns near Orlen

ORLEN, June 2, 2031 (Tessary Courier) - The Northern Guard said that at least 12 soldiers had died.

"We lost 96 people since March 14, and 417 is a lie," Colonel Irena Voss told Radio Tessary.
"""

BRIDGE = """Shelling at the bridge

BRENNOC, June 9, 2031 (Voice of Pellam) - Nobody knows how the bridge fell. 7 people were hurt.
"""

HOSTILE = (
    "Alarm\x1b[2J\x1b]0;owned\x07 at \u202edne eht\u202c of the road\n\n"
    "=HYPERLINK(1) 12 \x9b31mred people died, the Guard said.\n\n" + "The road was quiet before the morning came. " * 20 + "\n"
)
"""A report that would steer the terminal, and run a formula in a spreadsheet. (With fewer words around it, it is no text.)"""


COUNTED = re.compile(r"(\d+) people were (hurt|killed)")


class Noted:
    """Finds the attributions, figures and mentions of `DEPOT`, `BRIDGE` and `HOSTILE`."""

    name = "tests.noted@1"

    def __call__(self, analysis: Analysis) -> Iterator[Found]:
        content, text = analysis.content, analysis.text.id
        if "Depot burns" in content:
            yield from _depot(content, text)
        elif "how the bridge fell" in content and (counted := COUNTED.search(content)):
            words = counted[1]
            harm = {"hurt": Measure.INJURED, "killed": Measure.KILLED}[counted[2]]
            place = Place("bridge", (at(content, "bridge"),))
            yield Found(Figure(text, at(content, words), words, harm, int(words), int(words), who="people", place=place), 0.9)
        elif "Alarm" in content:
            said = at(content, "=HYPERLINK(1) 12 \x9b31mred people died")
            guard = at(content, "the Guard")
            cue = Cue((at(content, "said"),), "say")
            source = Source("the \x1b[1mGuard", SourceKind.INSTITUTION, (guard,))
            yield Found(Attribution(text, (said,), source, cue))
            yield Found(Figure(text, at(content, "12"), "12", Measure.KILLED, 12, 12, who="=people"))


def at(content: str, words: str) -> Span:
    """Where words first stand."""
    start = content.index(words)
    return Span(start, start + len(words))


def _depot(content: str, text: str) -> Iterator[Found]:
    radio = Source("Radio Tessary", SourceKind.MEDIA, (at(content, "Radio Tessary"),))
    guard = Source("Northern Guard", SourceKind.INSTITUTION, (at(content, "The Northern Guard"),))
    voss = Source("Irena Voss", SourceKind.PERSON, (at(content, "Colonel Irena Voss"),))
    quote = at(content, '"We lost 96 people since March 14, and 417 is a lie,"')
    denied = at(content, "417")
    yield Found(Attribution(text, (at(content, "at least 12 soldiers had died"),), guard, _cue(content, "said", "say")), 0.9)
    yield Found(
        Attribution(text, (quote,), voss, _cue(content, "told", "tell"), Quoting.DIRECT, (radio,)),
        0.8,
    )
    yield Found(Attribution(text, (denied,), voss, _cue(content, "is a lie", "lie", "denies"), polarity=Polarity.DENIED))
    total = Figure(
        text,
        at(content, "96"),
        "96",
        Measure.KILLED,
        96,
        96,
        who="people",
        scope=Scope.CUMULATIVE,
        window=Window("since March 14", "2031-03-14", None, Precision.DAY),
    )
    part = Figure(text, at(content, "12"), "12", Measure.KILLED, 12, None, Modifier.AT_LEAST, "soldiers")
    yield Found(total, 0.7)
    yield Found(part, 0.6)
    yield Found(Link(id_of(part), id_of(total), Relation.PART_OF))
    yield Found(Mention(text, at(content, "Northern Guard"), "Northern Guard", "Northern Guard"))
    yield Found(Mention(text, at(content, "soldiers"), "Northern Guard", "soldiers"))


def _cue(content: str, words: str, lemma: str, shade: str = "says") -> Cue:
    return Cue((at(content, words),), lemma, shade)


def report(content: str, name: str = "depot", day: str = "") -> Report:
    """The report that is made of this text, met at a fixed time; `day` is what the page says of its publication."""
    item = Input(name, content.encode(), "text/plain")
    page = read(item)
    said = (About(page.text.id, Field.PUBLISHED, day, "json-ld"),) if day else ()
    return report_of(item, replace(page, abouts=(*page.abouts, *said)), AT, [Noted()])


def written(folder: Path, **contents: str) -> list[str]:
    """Files NAME.txt with these contents; their paths."""
    paths = []
    for name, content in contents.items():
        path = folder / f"{name}.txt"
        path.write_bytes(content.encode())
        paths.append(str(path))
    return paths
