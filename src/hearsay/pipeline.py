"""One input to everything that stands in it: page, findings with the extractors' verdicts, readings.

Pure: no store, no state, no clock. The same bytes, name and extractors give the same findings on every machine.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from .analyse import Analysis, analyse
from .codec import id_of
from .errors import BadFinding
from .extract import Extractor, Found
from .model import AnyFinding, Field, Reading, Sighting, Stance, Text, Verdict
from .readers.base import Input, Page
from .readers.published import settle
from .registry import language

READER_AGENT = "hearsay.reader."
NO_LANGUAGE = "no model for this language"


@dataclass(frozen=True, slots=True)
class Report:
    """One input as read. `findings` are sorted by id, each with the verdict of the agent that found it; `readings` say
    which agents have read the text, or why they would not."""

    item: Input
    page: Page
    sighting: Sighting
    findings: tuple[tuple[AnyFinding, Verdict], ...]
    readings: tuple[Reading, ...]


def report_of(item: Input, page: Page, at: datetime, extractors: Sequence[Extractor]) -> Report:
    """What `extractors` find in a page that was read at `at`. Raises `BadFinding` where one breaks its word."""
    verdicts: dict[str, tuple[AnyFinding, Verdict]] = {}
    reader = reader_agent(page.text)
    _keep(verdicts, (Found(about) for about in page.abouts), reader, page.text, at)
    readings = [Reading(page.text.id, reader, at)]
    known = language(page.text.language)
    if known is None:
        code = page.text.language
        readings += [Reading(page.text.id, one.name, at, f"{NO_LANGUAGE} ({code})") for one in extractors]
    else:
        analysis: Analysis = analyse(page.text, known, published_day(page), outlet_of(page))
        for one in extractors:
            _keep(verdicts, one(analysis), one.name, page.text, at)
            readings.append(Reading(page.text.id, one.name, at))
    seen = Sighting(page.document.id, item.name, item.at or at, item.via, item.url)
    return Report(item, page, seen, tuple(verdicts[key] for key in sorted(verdicts)), tuple(readings))


def agents(extractors: Iterable[Extractor]) -> tuple[str, ...]:
    """The names under which these extractors write their readings."""
    return tuple(one.name for one in extractors)


def reader_agent(text: Text) -> str:
    """The agent's name of the reader that made a text: "hearsay.reader.html@1"."""
    return READER_AGENT + text.reader


def published_day(page: Page) -> date | None:
    """The day that relative dates in a page count from, or None where it is not known to the day."""
    told = settle(page.abouts)
    if told is None or told.precision != "day":
        return None
    return date.fromisoformat(told.value[:10])


def outlet_of(page: Page) -> str:
    """The outlet's name as the page gives it first, or ""."""
    return next((about.value for about in page.abouts if about.field is Field.OUTLET), "")


def _keep(kept: dict[str, tuple[AnyFinding, Verdict]], found: Iterable[Found], agent: str, text: Text, at: datetime) -> None:
    """Adds findings with their verdicts. The same finding twice is one, with its higher confidence."""
    for one in _checked(found, text, agent):
        key = id_of(one.finding)
        if key in kept and (kept[key][1].confidence or 0) >= (one.confidence or 0):
            continue
        kept[key] = (one.finding, Verdict(key, Stance.FOUND, agent, at, confidence=one.confidence))


def _checked(found: Iterable[Found], text: Text, agent: str) -> Iterator[Found]:
    """Only what points into its text: an extractor from elsewhere may be anything, a language model included."""
    from .checks import problems

    for one in found:
        for problem in problems(one.finding, text):
            raise BadFinding(f"{agent}: {problem}")
        yield one
