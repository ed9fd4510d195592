"""The JSON of `hearsay read --json`: one object an input, as docs/contract.md has it."""

from collections.abc import Iterable
from typing import Any

from ..claims.view import first
from ..codec import id_of
from ..covering import inside, owner
from ..model import About, Attribution, Field, Figure, Link, Mention, Refusal, Relation, Span
from ..pipeline import Report
from ..readers.published import Published, settle

Row = dict[str, Any]


def line(report: Report) -> Row:
    """What was read in one input. Offsets are code points, half-open, into `document.text`."""
    found = [(id_of(finding), finding, verdict.confidence) for finding, verdict in report.findings]
    attributions = [(key, one) for key, one, _ in found if isinstance(one, Attribution)]
    within = inside(attributions)
    wholes = {one.left: one.right for _, one, _ in found if isinstance(one, Link) and one.relation is Relation.PART_OF}
    rows = [attribution_row(key, one, within[key], sure) for key, one, sure in found if isinstance(one, Attribution)]
    figures = [
        figure_row(key, one, wholes.get(key), owner(one, attributions), sure)
        for key, one, sure in found
        if isinstance(one, Figure)
    ]
    return {
        "status": "read",
        "document": document_row(report),
        "attributions": sorted(rows, key=lambda row: (row["content"], row["id"])),
        "figures": sorted(figures, key=lambda row: (row["span"], row["id"])),
        "mentions": sorted(
            (mention_row(key, one) for key, one, _ in found if isinstance(one, Mention)), key=lambda row: row["span"]
        ),
        "readings": [{"agent": one.agent, **({"refused": one.refused} if one.refused else {})} for one in report.readings],
    }


def refused(refusal: Refusal) -> Row:
    """An input that could not be read."""
    return {"status": "refused", "name": refusal.name, "reason": refusal.reason}


def document_row(report: Report) -> Row:
    """The document: its identity, its text, what its stretches are, and when it was published."""
    page = report.page
    abouts = [one for one, _ in report.findings if isinstance(one, About)]
    return {
        "name": report.sighting.name,
        "id": page.document.id,
        "text_id": page.text.id,
        "url": report.sighting.url,
        "media_type": page.document.media_type,
        "language": page.text.language,
        "title": first(page.abouts, Field.HEADLINE),
        "outlet": first(page.abouts, Field.OUTLET),
        "byline": first(page.abouts, Field.BYLINE),
        "text": page.text.content,
        "blocks": [
            {"span": pair(block.span), "label": block.label.value, "article": block.article, **_timed(block.at)}
            for block in page.text.blocks
        ],
        "published": published_row(settle(page.abouts)),
        "dates": [
            {"field": one.field.value, "value": one.value, "basis": one.basis, "span": one.span and pair(one.span)}
            for one in abouts
            if one.field in (Field.PUBLISHED, Field.HEADER_DATE)
        ],
    }


def _timed(at: str) -> Row:
    return {"at": at} if at else {}


def published_row(told: Published | None) -> Row | None:
    """The date that the report's own statements amount to."""
    if told is None:
        return None
    return {
        "value": told.value,
        "precision": told.precision,
        "basis": told.basis,
        "header": told.header,
        "conflict": told.conflict,
    }


def attribution_row(key: str, one: Attribution, within: str | None, sure: float | None) -> Row:
    """An attribution; `inside` is the id of the one that it is nested in."""
    source, cue = one.source, one.cue
    return {
        "id": key,
        "source": pairs(source.spans) if source else [],
        "cue": pairs(cue.spans) if cue else [],
        "content": pairs(one.content),
        "speaker": source.name if source else None,
        "source_kind": source.kind.value if source else None,
        "cue_lemma": cue.lemma if cue else None,
        "shade": cue.shade if cue else "says",
        "quoting": one.quoting.value,
        "via": [relay.name for relay in one.via],
        "polarity": one.polarity.value,
        "inside": within,
        "inferred": one.inferred,
        "confidence": rounded(sure),
    }


def figure_row(key: str, one: Figure, whole: str | None, attribution: str | None, sure: float | None) -> Row:
    """A figure; `attribution` is whose it is, null for the outlet's own voice."""
    window = one.window
    return {
        "id": key,
        "span": [pair(one.span)],
        "words": one.words,
        "low": one.low,
        "high": one.high,
        "modifier": one.modifier.value,
        "measure": one.measure.value,
        "who": one.who,
        "scope": one.scope.value,
        "window": window
        and {"start": window.start, "end": window.end, "precision": window.precision.value, "words": window.words},
        "place": one.place.words if one.place else None,
        "polarity": one.polarity.value,
        "modality": one.modality.value,
        "basis": one.basis or None,
        "part_of": whole,
        "attribution": attribution,
        "confidence": rounded(sure),
    }


def mention_row(key: str, one: Mention) -> Row:
    """What somebody is called."""
    return {"id": key, "span": [pair(one.span)], "actor": one.actor, "words": one.words}


def pair(span: Span) -> list[int]:
    """A span as [start, end]."""
    return [span.start, span.end]


def pairs(spans: Iterable[Span]) -> list[list[int]]:
    """Spans as a list of [start, end]."""
    return [pair(span) for span in spans]


def rounded(confidence: float | None) -> float | None:
    """A confidence to three places."""
    return None if confidence is None else round(confidence, 3)
