"""A ledger of any size about an invented war, written through the ledger's own functions: what pages and lists are measured on.

The sentences are put together from tables, always in the same way for a seed; where each finding stands is known from how its
sentence was made, so nothing needs to be read. A report has an article of some paragraphs and about thirty findings; every third
one has a running total besides, of one of four offices, so that there are time lines to draw.

    python -m evals.many FOLDER [--findings 100000] [--seed 7]
"""

import argparse
import random
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from msgspec.structs import replace

from hearsay.codec import id_of
from hearsay.model import (
    About,
    AnyFinding,
    Attribution,
    Cue,
    Field,
    Figure,
    Measure,
    Mention,
    Modifier,
    Place,
    Precision,
    Reading,
    Scope,
    Sighting,
    Source,
    SourceKind,
    Span,
    Stance,
    Verdict,
    Window,
)
from hearsay.pipeline import Report
from hearsay.readers.base import Input, Page
from hearsay.readers.plain import read_plain
from hearsay.store.ledger import Ledger

AGENT = "evals.many@1"
BEGUN = date(2031, 1, 1)
DAYS = 700

_FIRST = "Irena Tomas Halvar Mira Oren Sela Joric Anja Petar Lena Davor Nessa Bram Ilse Koro Vela Radan Tessa Emin Yara".split()
_LAST = "Voss Karr Dell Marek Stoln Hadar Brenn Orlic Tamm Vesper Quill Sarn Ostrow Lind Farr Munk Reva Dorn Pell Zant".split()
_BODIES = tuple(
    f"the {side} {body}"
    for side in ("Orvessan", "Sedrin", "Northern", "Coastal", "Upland", "Harbour")
    for body in ("Guard", "Council", "health office", "relief service", "defence staff", "observers' mission")
)
_OUTLETS = tuple(
    f"{name} {form}" for name in ("Tessary", "Orsa", "Lower Vale", "Harbour", "Kestrel", "Midland", "Salt Coast", "Ferrow")
    for form in ("Post", "Wire", "Radio", "Evening", "Dispatch")
)  # fmt: skip
_PLACES = "Orsa Tessary Halm Kerrin Dova Marr Ostel Vinn Belgrave-on-Sarn Low Ferrow Upper Ferrow".split()
_CUES = (
    ("said", "say", "says"), ("claimed", "claim", "asserts"), ("admitted", "admit", "admits"), ("denied", "deny", "denies"),
    ("revealed", "reveal", "reveals"), ("ordered", "order", "orders"), ("believes", "believe", "believes"),
)  # fmt: skip
_HARM = (("killed", Measure.KILLED), ("wounded", Measure.INJURED), ("missing", Measure.MISSING), ("displaced", Measure.DISPLACED))
_WHO = "fighters civilians soldiers people residents medics children sailors".split()
_WHEN = ("one night", "two days of shelling", "the past week")
_OFFICES = ("the Sedrin health office", "the Orvessan Guard", "the Coastal observers' mission", "the Harbour relief service")
_COUNTED = ("", "civilians", "children")
_LISTED = ("", "Orsa", "Tessary")
_LOOSE = (("", Modifier.EXACT), ("", Modifier.EXACT), ("at least ", Modifier.AT_LEAST), ("about ", Modifier.ABOUT))


class _Article:
    """A text that grows by pieces, with the findings that stand in it; what text that is, is known at the end."""

    def __init__(self, dice: random.Random) -> None:
        self.dice = dice
        self.parts: list[str] = []
        self.size = 0
        self.findings: list[Attribution | Figure | Mention] = []

    def put(self, words: str) -> Span:
        """Adds words; where they stand."""
        start = self.size
        self.parts.append(words)
        self.size += len(words)
        return Span(start, self.size)


def ledger(folder: Path, findings: int, seed: int = 7, progress: bool = False) -> int:
    """Fills a new ledger with that many attributions, figures and mentions, or a few more; how many they are."""
    dice = random.Random(seed)
    made = 0
    began = time.monotonic()
    with Ledger.open(folder) as held:
        number = 0
        while made < findings:
            report = report_of(dice, number)
            held.add(report)
            made += len(report.findings) - 3
            number += 1
            if progress and number % 200 == 0:
                print(f"{made} findings in {number} reports, {time.monotonic() - began:.0f} s", flush=True)
    return made


def report_of(dice: random.Random, number: int) -> Report:
    """One report with all that is found in it."""
    day = BEGUN + timedelta(days=number * DAYS // 3500 % DAYS)
    article = _Article(dice)
    title = f"Tolls differ after the fighting at {dice.choice(_PLACES)} ({number})"
    headline = article.put(title)
    article.put("\n\n")
    for _ in range(10):
        _paragraph(article)
    if number % 3 == 0:
        _total(article, number // 3, day)
    content = "".join(article.parts)
    at = datetime(day.year, day.month, day.day, 9, tzinfo=UTC) + timedelta(seconds=number)
    item = Input(f"report-{number:05}", content.encode(), "text/plain", f"https://{number}.example.org/", at, "made")
    page = read_plain(item)
    if page.text.content != content:
        raise RuntimeError("the reader changed a made text")
    key = page.text.id
    outlet = dice.choice(_OUTLETS)
    abouts = (
        About(key, Field.HEADLINE, title, "first-line", headline),
        About(key, Field.OUTLET, outlet, "made"),
        About(key, Field.PUBLISHED, day.isoformat(), "made"),
    )
    page = Page(page.document, page.text, abouts)
    found = [*abouts, *(replace(one, text=key) for one in article.findings)]
    verdicts = {id_of(one): (one, _verdict(one, at, dice)) for one in found}
    sighting = Sighting(page.document.id, item.name, at, item.via, item.url)
    said = tuple(verdicts[id] for id in sorted(verdicts))
    return Report(item, page, sighting, said, (Reading(key, AGENT, at),))


def _paragraph(article: _Article) -> None:
    """Somebody says that so many were harmed: an attribution, a figure in it, and somebody who is called something."""
    dice = article.dice
    person = dice.random() < 0.6
    name = f"{dice.choice(_FIRST)} {dice.choice(_LAST)}" if person else dice.choice(_BODIES)
    source = Source(name, SourceKind.PERSON if person else SourceKind.INSTITUTION, (article.put(name[0].upper() + name[1:]),))
    article.put(" ")
    words, lemma, shade = dice.choice(_CUES)
    cue = Cue((article.put(words),), lemma, shade)
    article.put(" that ")
    start = article.size
    loose, modifier = dice.choice(_LOOSE)
    article.put(loose)
    count = int(dice.paretovariate(0.7)) % 5000 + 1
    number = article.put(f"{count:,}")
    article.put(" ")
    people = dice.choice(_WHO)
    who = article.put(people)
    harm, measure = dice.choice(_HARM)
    article.put(" of ")
    called = dice.choice(_BODIES)
    mention = article.put(called)
    article.put(f" were {harm} near {dice.choice(_PLACES)} in {dice.choice(_WHEN)}")
    end = article.size
    article.put(f", while the road to {dice.choice(_PLACES)} stayed closed.\n\n")
    high = None if modifier is Modifier.AT_LEAST else count
    article.findings += [
        Attribution("", (Span(start, end),), source, cue),
        Figure("", number, f"{count:,}", measure, count, high, modifier, people, (who,), Scope.INCIDENT),
        Mention("", mention, called.removeprefix("the "), called),
    ]


def _total(article: _Article, number: int, day: date) -> None:
    """An office gives its running total, which grows from report to report; now and then its day lies back, or its count
    rests on something else."""
    dice = random.Random(number)
    office = number % len(_OFFICES)
    harm, measure = _HARM[number // 4 % 4]
    people, where = dice.choice(_COUNTED), dice.choice(_LISTED)
    source = Source(_OFFICES[office], SourceKind.INSTITUTION, (article.put(_OFFICES[office].capitalize()),))
    article.put(" ")
    cue = Cue((article.put("said"),), "say", "says")
    article.put(" that ")
    start = article.size
    loose, modifier = dice.choice(_LOOSE)
    article.put(loose)
    count = 40 + number * (2 + office) + (0 if people else 300) + dice.randrange(30)
    digits = article.put(f"{count:,}")
    article.put(" ")
    who = article.put(people or "people")
    article.put(f" had been {harm}")
    site = article.put(f" in {where}").end if where else 0
    article.put(" ")
    window, span = _since(article, day, dice)
    article.put(", counting only those identified by name" if number % 17 == 0 else "")
    article.findings.append(Attribution("", (Span(start, article.size),), source, cue))
    article.put(".\n\n")
    place = Place(where, (Span(site - len(where), site),)) if where else None
    high = None if modifier is Modifier.AT_LEAST else count
    article.findings.append(
        Figure(
            "", digits, f"{count:,}", measure, count, high, modifier, people or "people", (who,), Scope.CUMULATIVE,
            replace(window, spans=(span,)), place,
        )
    )  # fmt: skip


def _since(article: _Article, day: date, dice: random.Random) -> tuple[Window, Span]:
    """From when on it is counted, and in one report of three up to which day."""
    begun = BEGUN.isoformat()
    if dice.random() < 2 / 3:
        words = "since 1 January 2031"
        return Window(words, begun, None, Precision.DAY), article.put(words)
    until = day - timedelta(days=dice.randrange(3))
    words = f"from 1 January 2031 to {until.day} {until:%B %Y}"
    return Window(words, begun, until.isoformat(), Precision.RANGE), article.put(words)


def _verdict(one: AnyFinding, at: datetime, dice: random.Random) -> Verdict:
    sure = None if isinstance(one, About | Mention) else round(dice.uniform(0.4, 0.99), 2)
    return Verdict(id_of(one), Stance.FOUND, AGENT, at, confidence=sure)


def main() -> None:
    """Makes a ledger and says how long it took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--findings", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=7)
    given = parser.parse_args()
    began = time.monotonic()
    made = ledger(given.folder, given.findings, given.seed, progress=True)
    print(f"{made} findings in {time.monotonic() - began:.0f} s")


if __name__ == "__main__":
    main()
