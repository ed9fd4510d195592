"""Values to rows of the tables and back. A row holds what its id was made from, so that each can be checked alone."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any, TypeVar

import msgspec
from msgspec.structs import replace

from ..codec import digest, id_of, spans_of, to_json
from ..ledger import Standing, State, in_utc
from ..model import (
    About,
    AnyFinding,
    Attribution,
    Block,
    Export,
    Figure,
    Link,
    Mention,
    Piece,
    Reading,
    Refusal,
    Sighting,
    Stance,
    Text,
    Verdict,
)

T = TypeVar("T")

Row = dict[str, Any]
Stored = Mapping[Any, Any]
"""A row as it comes out of the database."""

_pieces = msgspec.json.Decoder(tuple[Piece, ...]).decode
_names = msgspec.json.Decoder(tuple[str, ...]).decode
_blocks = msgspec.json.Decoder(tuple[Block, ...]).decode


def decoder(kind: type[T]) -> Callable[[str], T]:
    """Reads the JSON of a value of that type."""
    return msgspec.json.Decoder(kind).decode


def stamp(at: datetime) -> str:
    """A time as it is stored: UTC, always with microseconds, so that text order is time order."""
    return in_utc(at).isoformat(timespec="microseconds").replace("+00:00", "Z")


def moment(stored: str) -> datetime:
    """The time that `stamp` wrote."""
    return in_utc(datetime.fromisoformat(stored))


def text_row(text: Text, media_type: str) -> Row:
    """A text, with the media type that its document was read as."""
    return {
        "id": text.id,
        "document": text.document,
        "media_type": media_type,
        "reader": text.reader,
        "language": text.language,
        "encoding": text.encoding,
        "content": text.content,
        "pieces": to_json(text.pieces).decode(),
        "blocks": to_json(text.blocks).decode(),
    }


def text_of(row: Stored) -> Text:
    """The text of a row."""
    return Text(
        row["id"],
        row["document"],
        row["reader"],
        row["language"],
        row["content"],
        row["encoding"],
        _pieces(row["pieces"]),
        _blocks(row["blocks"]),
    )


def sighting_row(sighting: Sighting) -> Row:
    """A sighting, its time in UTC."""
    sighting = replace(sighting, at=in_utc(sighting.at))
    return {
        "id": id_of(sighting),
        "document": sighting.document,
        "name": sighting.name,
        "url": sighting.url,
        "via": sighting.via,
        "at": stamp(sighting.at),
    }


def sighting_of(row: Stored) -> Sighting:
    """The sighting of a row."""
    return Sighting(row["document"], row["name"], moment(row["at"]), row["via"], row["url"])


def unmet(document: str) -> Sighting:
    """Stands in for the sighting of a document that nobody met: without a name, at the beginning of time."""
    return Sighting(document, "", datetime.min.replace(tzinfo=UTC), "")


def finding_row(id: str, finding: AnyFinding, text: str) -> Row:
    """A finding that stands in `text`."""
    start, end = place(finding)
    body = to_json(finding).decode()
    return {"id": id, "type": kind_of(finding), "text": text, "start": start, "end": end, "body": body}


def kind_of(finding: AnyFinding) -> str:
    """The name of a finding's type as it is written."""
    return type(finding).__name__.lower()


def place(finding: AnyFinding) -> tuple[int | None, int | None]:
    """The stretch of the text that a finding is listed under, in code points; None where it has none."""
    if isinstance(finding, Link):
        return None, None
    if isinstance(finding, Attribution):
        spans = spans_of(finding)
        return min(start for start, _ in spans), max(end for _, end in spans)
    assert isinstance(finding, Figure | Mention | About)
    return (finding.span.start, finding.span.end) if finding.span else (None, None)


def verdict_row(verdict: Verdict) -> Row:
    """A verdict, its time in UTC."""
    verdict = replace(verdict, at=in_utc(verdict.at))
    return {
        "id": id_of(verdict),
        "finding": verdict.finding,
        "stance": verdict.stance.value,
        "agent": verdict.agent,
        "at": stamp(verdict.at),
        "instead": verdict.instead,
        "confidence": verdict.confidence,
        "note": verdict.note,
    }


def verdict_of(row: Stored) -> Verdict:
    """The verdict of a row."""
    return Verdict(
        row["finding"],
        Stance(row["stance"]),
        row["agent"],
        moment(row["at"]),
        row["instead"],
        row["confidence"],
        row["note"],
    )


def reading_row(reading: Reading) -> Row:
    """A reading, its time in UTC."""
    reading = replace(reading, at=in_utc(reading.at))
    return {
        "id": digest(to_json(reading)),
        "text": reading.text,
        "agent": reading.agent,
        "at": stamp(reading.at),
        "refused": reading.refused,
    }


def reading_of(row: Stored) -> Reading:
    """The reading of a row."""
    return Reading(row["text"], row["agent"], moment(row["at"]), row["refused"])


def refusal_row(refusal: Refusal) -> Row:
    """A refusal, its time in UTC."""
    refusal = replace(refusal, at=in_utc(refusal.at))
    return {
        "id": id_of(refusal),
        "name": refusal.name,
        "reason": refusal.reason,
        "at": stamp(refusal.at),
        "document": refusal.document,
    }


def refusal_of(row: Stored) -> Refusal:
    """The refusal of a row."""
    return Refusal(row["name"], row["reason"], moment(row["at"]), row["document"])


def standing_row(n: int, standing: Standing) -> Row:
    """How the finding in row `n` stands; lists as JSON."""
    return {
        "n": n,
        "state": standing.state.value,
        "by": to_json(standing.by).decode(),
        "instead": to_json(standing.instead).decode(),
        "confidence": standing.confidence,
    }


def standing_of(row: Stored) -> Standing:
    """The standing of a row."""
    return Standing(State(row["state"]), _names(row["by"]), _names(row["instead"]), row["confidence"])


def export_row(export: Export) -> Row:
    """An export, its time in UTC."""
    export = replace(export, at=in_utc(export.at))
    return {
        "id": digest(to_json(export)),
        "agent": export.agent,
        "at": stamp(export.at),
        "what": export.what,
        "form": export.form,
        "query": export.query,
        "rows": export.rows,
        "sha256": export.sha256,
    }


def export_of(row: Stored) -> Export:
    """The export of a row."""
    return Export(row["agent"], moment(row["at"]), row["what"], row["form"], row["query"], row["rows"], row["sha256"])
