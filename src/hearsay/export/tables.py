"""Attributions, figures, mentions and sources as rows, and the rows as CSV or JSON lines.

Each row stands by itself: it names its document (and the SHA-256 of its bytes), the quoted words and their place in
code points, so that a row in a spreadsheet still leads back to the original.

CSV opens in spreadsheets, and a cell that begins with "=", "+", "-" or "@" would be run there as a formula. Such a
cell gets an apostrophe in front (`guarded`); `unguarded` takes it off again, without loss.
"""

import csv
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, TextIO

from ..claims.base import Claim, Origin
from ..claims.of import claims_of
from ..claims.view import View
from ..model import Attribution, Figure, Mention, Polarity, Source, Span
from .contract import rounded
from .visible import json_line

Row = dict[str, Any]

_PLACE = ("standing", "confidence", "url", "sha256")
ATTRIBUTIONS = (
    *("id", "document", "published", "speaker", "kind", "cue", "shade", "polarity", "quoting", "via"),
    *("content", "spans", "inside", "inferred", *_PLACE),
)
FIGURES = (
    *("id", "document", "published", "words", "low", "high", "modifier", "measure", "who", "scope"),
    *("window", "window_start", "window_end", "place", "polarity", "modality", "part_of"),
    *("speaker", "via", "attribution", "context", "spans", *_PLACE),
)
MENTIONS = ("id", "document", "published", "actor", "words", "speaker", "context", "spans", *_PLACE)
SOURCES = ("name", "kind", "attributions", "denials", "figures", "relayed", "documents", "first", "last")

_FORMULA = re.compile(r"'*[\s\x00]*[=+\-@\t\r\n＝＋－＠]")
_AROUND = 80


def attribution_row(claim: Claim) -> Row:
    """An attribution. `spans` are those of the content, in code points; `inside` is the id of the one it is nested in."""
    one = claim.finding
    assert isinstance(one, Attribution)
    return {
        "id": claim.id,
        **_origin(claim.report),
        "speaker": claim.speaker,
        "kind": one.source.kind.value if one.source else None,
        "cue": claim.cue or None,
        "shade": one.cue.shade if one.cue else None,
        "polarity": one.polarity.value,
        "quoting": one.quoting.value,
        "via": _names(one.via),
        "content": claim.words,
        "spans": _spans(one.content),
        "inside": claim.voice.id if claim.voice else None,
        "inferred": one.inferred,
        **_standing(claim),
    }


def figure_row(claim: Claim) -> Row:
    """A figure with whose it is; `speaker` is None in the outlet's own voice. `low` and `high` are inclusive bounds, None where
    the words leave them open."""
    one = claim.finding
    assert isinstance(one, Figure)
    return {
        "id": claim.id,
        **_origin(claim.report),
        "words": one.words,
        "low": one.low,
        "high": one.high,
        "modifier": one.modifier.value,
        "measure": one.measure.value,
        "who": one.who,
        "scope": one.scope.value,
        **_window(one),
        "place": one.place.words if one.place else None,
        "polarity": one.polarity.value,
        "modality": one.modality.value,
        "part_of": claim.part_of,
        "speaker": claim.speaker,
        "via": _names(claim.voice.via) if claim.voice else "",
        "attribution": claim.voice.id if claim.voice else None,
        "context": _context(claim, one.span),
        "spans": _spans((one.span,)),
        **_standing(claim),
    }


def mention_row(claim: Claim) -> Row:
    """A mention; `speaker` is in whose words it stands, None for the outlet's own."""
    one = claim.finding
    assert isinstance(one, Mention)
    return {
        "id": claim.id,
        **_origin(claim.report),
        "actor": one.actor,
        "words": one.words,
        "speaker": claim.speaker,
        "context": _context(claim, one.span),
        "spans": _spans((one.span,)),
        **_standing(claim),
    }


def rows_of(view: View, kind: type[Attribution | Figure | Mention]) -> Iterator[Row]:
    """A row for each finding of that type in a report, in order of the text."""
    return (ROW[kind](claim) for claim in claims_of(view) if isinstance(claim.finding, kind))


ROW: dict[type[Attribution | Figure | Mention], Callable[[Claim], Row]] = {
    Attribution: attribution_row,
    Figure: figure_row,
    Mention: mention_row,
}


def source_rows(claims: Iterable[Claim]) -> list[Row]:
    """Who speaks in these claims, the most quoted first: attributions, figures of their own, how often they pass on
    somebody else's words, in how many documents, and the first and last day of publication."""
    seen: dict[str, Row] = {}
    documents: dict[str, set[str]] = defaultdict(set)
    figures: dict[str, int] = defaultdict(int)
    for claim in claims:
        if isinstance(claim.finding, Figure) and claim.speaker:
            figures[claim.speaker.casefold()] += 1
        for person, role in _people(claim):
            row = seen.setdefault(person.name.casefold(), _source(person.name, person.kind.value))
            row[role] += 1
            row["denials"] += role == "attributions" and _denies(claim)
            _dated(row, claim.report.day)
            documents[person.name.casefold()].add(claim.report.document)
    for name, row in seen.items():
        row["documents"], row["figures"] = len(documents[name]), figures[name]
    return sorted(seen.values(), key=lambda row: (-row["attributions"], -row["relayed"], row["name"]))


def _people(claim: Claim) -> Iterator[tuple[Source, str]]:
    """Who has a part in an attribution, and which."""
    if isinstance(claim.finding, Attribution):
        yield from ((relay, "relayed") for relay in claim.finding.via)
        if claim.finding.source:
            yield claim.finding.source, "attributions"


def _denies(claim: Claim) -> bool:
    return isinstance(claim.finding, Attribution) and claim.finding.polarity is Polarity.DENIED


def write_csv(rows: Iterable[Mapping[str, Any]], columns: Sequence[str], stream: TextIO) -> None:
    """RFC 4180 with a header line; None is an empty cell; text is `guarded`."""
    writer = csv.writer(stream)
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_cell(row.get(column)) for column in columns])


def write_json(rows: Iterable[Mapping[str, Any]], columns: Sequence[str], stream: TextIO) -> None:
    """One JSON object a line, with these columns."""
    for row in rows:
        stream.write(json_line({column: row.get(column) for column in columns}) + "\n")


def guarded(text: str) -> str:
    """`text` with an apostrophe in front where a spreadsheet would take it for a formula."""
    return "'" + text if _FORMULA.match(text) else text


def unguarded(cell: str) -> str:
    """What `guarded` was given."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def _cell(value: object) -> object:
    if isinstance(value, bool):
        return "true" if value else "false"
    return guarded(value) if isinstance(value, str) else value


def _origin(report: Origin) -> Row:
    """Which report a row stands in."""
    return {
        "document": report.name,
        "published": report.published,
        "url": report.url,
        "sha256": report.document.removeprefix("sha256:"),
    }


def _standing(claim: Claim) -> Row:
    return {"standing": claim.state.value, "confidence": rounded(claim.confidence)}


def _names(relays: Iterable[Source]) -> str:
    """The relays, nearest to the speaker first."""
    return "; ".join(relay.name for relay in relays)


def _spans(spans: Iterable[Span]) -> str:
    return " ".join(f"{span.start}-{span.end}" for span in spans)


def _window(one: Figure) -> Row:
    window = one.window
    return {
        "window": window.words if window else None,
        "window_start": window.start if window else None,
        "window_end": window.end if window else None,
    }


def _context(claim: Claim, span: Span) -> str:
    """The words around a finding: up to 80 code points on each side, in the same line."""
    start = max(0, span.start - claim.context_start - _AROUND)
    return claim.context[start : span.end - claim.context_start + _AROUND].strip()


def _source(name: str, kind: str) -> Row:
    return {"name": name, "kind": kind, "attributions": 0, "denials": 0, "figures": 0, "relayed": 0}


def _dated(row: Row, day: str | None) -> None:
    if day is not None:
        row["first"] = min(row.get("first") or day, day)
        row["last"] = max(row.get("last") or day, day)
