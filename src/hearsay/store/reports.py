"""Reports out of the ledger: in a list, or one with all that stands in it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

import sqlalchemy as sa

from ..codec import from_json
from ..errors import LedgerDamaged
from ..ledger import DROPPED, State, is_person
from ..model import About, Document, Field, Reading, Sighting, Stance, Text, Verdict
from ..pipeline import Report
from ..readers.base import Input, Page
from . import rows
from .base import Entry, ReportRow
from .originals import Originals
from .schema import findings, pages, readings, sightings, standings, texts, verdicts
from .sqlite import SqliteStore

ACROSS = ("hearsay.copies@",)
"""How the agents begin that look at reports beside each other: what they note is no part of how one was read."""


@dataclass(frozen=True, slots=True)
class StoredReport:
    """One report with all that is known of it. `report` is what stands (rejected and replaced findings left out), in the
    form in which `hearsay.read` gives it; `entries` are all findings, in order of the text, and `verdicts` what was
    said of each. `sightings` are all times that the bytes were met, the first first."""

    report: Report
    entries: tuple[Entry, ...]
    verdicts: Mapping[str, tuple[Verdict, ...]]
    sightings: tuple[Sighting, ...]


def listed(store: SqliteStore) -> Iterator[ReportRow]:
    """Every report, in the order in which they were met."""
    met = sa.select(pages).order_by(pages.c.at, pages.c.name, pages.c.text)
    return map(report_row, store.stream(met))


def report_row(row: rows.Stored) -> ReportRow:
    """A report from its row in `pages`."""
    return ReportRow(
        name=row["name"],
        url=row["url"],
        document=row["document"],
        text=row["text"],
        media_type=row["media_type"],
        language=row["language"],
        title=row["title"] or None,
        outlet=row["outlet"] or None,
        published=row["published"],
        conflict=bool(row["conflict"]),
        attributions=row["attributions"],
        figures=row["figures"],
        mentions=row["mentions"],
        at=rows.moment(row["at"]),
    )


def stored(store: SqliteStore, originals: Originals, text: str) -> StoredReport:
    """All that is known of the report with that text. Raises `NotInLedger` and, where its original is not what it
    was, `LedgerDamaged`."""
    page = Page(*_page(store, text))
    met = tuple(map(rows.sighting_of, store.stream(_sightings(page.document.id))))
    if not met:
        raise LedgerDamaged(f"text {text}: nobody ever met its document")
    entries = tuple(sorted(store.findings(text=text), key=_in_order))
    said = _verdicts(store, text)
    standing = [entry for entry in entries if entry.standing.stands]
    first = met[0]
    report = Report(
        item=Input(first.name, originals.get(page.document.id), page.document.media_type, first.url, first.at, first.via),
        page=Page(page.document, page.text, _abouts(store, text)),
        sighting=first,
        findings=tuple(sorted(((e.finding, _deciding(said[e.id])) for e in standing), key=lambda pair: pair[1].finding)),
        readings=tuple(one for one in _readings(store, text) if not one.agent.startswith(ACROSS)),
    )
    return StoredReport(report, entries, said, met)


def _page(store: SqliteStore, text: str) -> tuple[Document, Text]:
    found = store.text(text)
    media_type = next(iter(store.stream(sa.select(texts.c.media_type).where(texts.c.id == text))))["media_type"]
    return Document(found.document, media_type), found


def _sightings(document: str) -> sa.Select[tuple[object, ...]]:
    return sa.select(sightings).where(sightings.c.document == document).order_by(sightings.c.at, sightings.c.id)


def _readings(store: SqliteStore, text: str) -> Iterator[Reading]:
    query = sa.select(readings).where(readings.c.text == text).order_by(readings.c.at, sa.literal_column("readings.rowid"))
    return map(rows.reading_of, store.stream(query))


def _verdicts(store: SqliteStore, text: str) -> dict[str, tuple[Verdict, ...]]:
    query = (
        sa.select(verdicts)
        .join(findings, findings.c.id == verdicts.c.finding)
        .where(findings.c.text == text)
        .order_by(verdicts.c.finding, verdicts.c.at, verdicts.c.id)
    )
    every = map(rows.verdict_of, store.stream(query))
    return {id: tuple(group) for id, group in groupby(every, key=lambda verdict: verdict.finding)}


def _deciding(said: Iterable[Verdict]) -> Verdict:
    """The verdict that a finding is shown with: that of the surest machine, else a person's first."""
    return max(said, key=lambda v: (v.stance is Stance.FOUND and not is_person(v.agent), v.confidence or 0.0))


def _in_order(entry: Entry) -> tuple[int, int, str]:
    """By place, the wider first; what has none goes last."""
    start, end = rows.place(entry.finding)
    return (1 << 62, 0, entry.id) if start is None or end is None else (start, -end, entry.id)


def _abouts(store: SqliteStore, text: str, *fields: Field) -> tuple[About, ...]:
    """What the page says of itself and still stands, in the page's order; what people accepted goes first."""
    query = (
        sa.select(findings.c.body)
        .join(standings, standings.c.n == findings.c.n)
        .where(findings.c.text == text, findings.c.type == "about")
        .where(standings.c.state.not_in([state.value for state in DROPPED]))
        .order_by((standings.c.state == State.ACCEPTED.value).desc(), findings.c.n)
    )
    if fields:
        field = sa.func.json_extract(findings.c.body, "$.field")
        query = query.where(field.in_([field.value for field in fields]))
    found = (from_json(row["body"].encode()) for row in store.stream(query))
    return tuple(about for about in found if isinstance(about, About))
