"""Chains of the gold: from a file to the claims, the copies and what people say of them."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

from hearsay.chains import Copy, Material, Provenance, build
from hearsay.chains.matching import agree
from hearsay.claims.base import Claim, Origin, Voice
from hearsay.claims.of import claims_of
from hearsay.claims.view import of_report
from hearsay.model import Figure, Measure, Polarity, Scope, Source, SourceKind, Span, Text
from hearsay.pipeline import report_of
from hearsay.readers import read
from hearsay.readers.base import Input
from hearsay.registry import DEFAULT_EXTRACTORS, extractor

from .sample import AT

GOLD = Path(__file__).parent / "gold" / "chains"
Row = dict[str, Any]


@dataclass(frozen=True)
class Chain:
    """A chain of the gold with its material; `claims` are those that are counted."""

    name: str
    gold: Row
    material: Material
    claims: tuple[Claim, ...]

    @property
    def known(self) -> Provenance:
        return build(self.material)


def names() -> list[str]:
    """The names of all chains."""
    return sorted(path.stem for path in GOLD.glob("*.json"))


@cache
def chain(name: str) -> Chain:
    """One chain of the gold: its reports read, or its claims made."""
    gold = json.loads((GOLD / f"{name}.json").read_text(encoding="utf-8"))
    return from_reports(name, gold) if "reports" in gold else from_claims(name, gold)


def from_reports(name: str, gold: Row) -> Chain:
    """A chain whose reports go through the whole pipeline."""
    views = {row["name"]: of_report(as_read(row)) for row in gold["reports"]}
    every = [claim for view in views.values() for claim in claims_of(view)]
    wanted = tuple(one for one in every if _counted(one, gold))
    texts = {view.text.id: view.text for view in views.values()}
    ids = {key: view.text.id for key, view in views.items()}
    refused = [pair[:2] for pair in gold.get("rejected_copies", ())]
    copies = [_copy(row, ids, texts) for row in gold.get("copies", ()) if row[:2] not in refused]
    copies += [Copy(ids[one], ids[other], directed=False) for one, other in gold.get("shared", ())]
    return Chain(name, gold, Material(every, agree, copies, texts), wanted)


def as_read(row: Row) -> Any:
    """A row of the gold as a page, read by the real readers and extractors."""
    body = "".join(f"<p>{escape(text, quote=False)}</p>" for text in row["text"])
    byline = f'<meta name="author" content="{escape(row["byline"])}">' if "byline" in row else ""
    page = (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{escape(row["headline"])}</title>'
        f'<meta property="og:site_name" content="{escape(row["outlet"])}">{byline}'
        f'<meta property="article:published_time" content="{row["published"]}"></head>'
        f"<body><main><article><h1>{escape(row['headline'])}</h1>{body}</article></main></body></html>"
    )
    item = Input(row["name"], page.encode(), "text/html")
    return report_of(item, read(item), AT, [extractor(one) for one in DEFAULT_EXTRACTORS])


def from_claims(name: str, gold: Row) -> Chain:
    """A chain whose claims are made by hand."""
    claims = tuple(made(at, row, gold) for at, row in enumerate(gold["claims"]))
    by_report = {claim.report.name: claim for claim in claims}
    voices = {key: claim.voices[0].id for key, claim in by_report.items() if claim.voices}
    different = {frozenset((by_report[a].id, by_report[b].id)) for a, b in gold.get("different", ())}

    def matches(one: Claim, other: Claim) -> bool:
        return frozenset((one.id, other.id)) not in different and agree(one, other)

    together = [(voices[a], voices[b]) for a, b in gold.get("together", ())]
    apart = [(voices[a], voices[b]) for a, b in gold.get("apart", ())]
    return Chain(name, gold, Material(claims, matches, together=together, apart=apart), claims)


def made(at: int, row: Row, gold: Row) -> Claim:
    """A figure made by hand, with the voices around it."""
    report = Origin(f"text-{row['report']}", "", row["report"], "2031-03-01", outlet=row["outlet"], published=row["published"])
    number = gold["number"]
    figure = Figure(
        report.text, Span(at * 1000, at * 1000 + 2), str(number), Measure(gold["measure"]), number, number, scope=Scope.INCIDENT
    )
    voices = []
    if row.get("unsaid"):
        voices.append(Voice(f"voice-{at}", None, (), "reportedly", "doubts"))
    elif "speaker" in row:
        via = tuple(_source(*pair) for pair in row.get("via", ()))
        voices.append(Voice(f"voice-{at}", _source(row["speaker"], row["kind"]), via, "say", "says"))
    for number, (speaker, kind, shade, polarity) in enumerate(row.get("around", ())):
        voices.append(Voice(f"around-{at}-{number}", _source(speaker, kind), (), shade, shade, polarity=Polarity(polarity)))
    return Claim(f"claim-{at}", figure, report, voices=tuple(voices), words="12", context=row.get("context", ""))


def _source(name: str, kind: str) -> Source:
    return Source(name, SourceKind(kind))


def _counted(claim: Claim, gold: Row) -> bool:
    one = claim.finding
    return isinstance(one, Figure) and one.measure.value == gold["measure"] and one.low == gold["number"]


def _copy(row: list[str], ids: dict[str, str], texts: dict[str, Text]) -> Copy:
    copier, copied, *passage = row
    content = texts[ids[copier]].content
    spans = tuple(Span(start := content.index(words), start + len(words)) for words in passage)
    return Copy(ids[copier], ids[copied], spans=spans)


def says(claims: tuple[Claim, ...]) -> Iterator[str]:
    """Who says what in some claims, for messages of failed tests."""
    for one in claims:
        voice = one.voice
        yield f"{one.report.name}: {one.words!r} {voice.source if voice else 'own voice'} via {voice.via if voice else ()}"
