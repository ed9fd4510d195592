"""Attributions, figures, mentions and sources as rows, and the rows as CSV or JSON lines.

Each row stands by itself: it names its document (and the SHA-256 of its bytes), the quoted words and their place in
code points, so that a row in a spreadsheet still leads back to the original.

CSV opens in spreadsheets, and a cell that begins with "=", "+", "-" or "@" would be run there as a formula. Such a
cell gets an apostrophe in front (`guarded`); `unguarded` takes it off again, without loss.
"""

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TextIO

from ..model import Attribution, Figure, Mention, Span
from .contract import rounded
from .view import View
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


def attribution_rows(view: View) -> Iterator[Row]:
    """A row for each attribution, in order of the text. `spans` are those of the content, in code points."""
    for key, one in view.attributions:
        yield {
            "id": key,
            **view.origin,
            "speaker": one.source.name if one.source else None,
            "kind": one.source.kind.value if one.source else None,
            "cue": _cue(view, one),
            "shade": one.cue.shade if one.cue else None,
            "polarity": one.polarity.value,
            "quoting": one.quoting.value,
            "via": _via(one),
            "content": view.words(one),
            "spans": _spans(one.content),
            "inside": view.inside[key],
            "inferred": one.inferred,
            **_standing(view, key),
        }


def figure_rows(view: View) -> Iterator[Row]:
    """A row for each figure with whose it is; `speaker` is None in the outlet's own voice. `low` and `high` are inclusive
    bounds, None where the words leave them open."""
    attributions = dict(view.attributions)
    for key, one in view.figures:
        owner = view.owners[key]
        yield {
            "id": key,
            **view.origin,
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
            "part_of": view.wholes.get(key),
            "speaker": view.speaker(owner),
            "via": _via(attributions[owner]) if owner else "",
            "attribution": owner,
            "context": _context(view, one),
            "spans": _spans((one.span,)),
            **_standing(view, key),
        }


def mention_rows(view: View) -> Iterator[Row]:
    """A row for each mention; `speaker` is in whose words it stands, None for the outlet's own."""
    for key, one in view.mentions:
        within = _narrowest(view, one.span)
        yield {
            "id": key,
            **view.origin,
            "actor": one.actor,
            "words": one.words,
            "speaker": view.speaker(within),
            "context": _context(view, one),
            "spans": _spans((one.span,)),
            **_standing(view, key),
        }


def source_rows(views: Iterable[View]) -> list[Row]:
    """Who speaks in these reports, the most quoted first: attributions, figures of their own, how often they pass on
    somebody else's words, in how many documents, and the first and last day of publication."""
    seen: dict[str, Row] = {}
    documents: dict[str, set[str]] = defaultdict(set)
    for view in views:
        figures = _figure_counts(view)
        for key, one in view.attributions:
            people = [(relay, "relayed") for relay in one.via]
            people += [(one.source, "attributions")] if one.source else []
            for person, role in people:
                row = seen.setdefault(person.name.casefold(), _source(person.name, person.kind.value))
                row[role] += 1
                _dated(row, view)
                documents[person.name.casefold()].add(view.text.document)
            if one.source:
                row = seen[one.source.name.casefold()]
                row["denials"] += one.polarity.value == "denied"
                row["figures"] += figures[key]
    for name, row in seen.items():
        row["documents"] = len(documents[name])
    return sorted(seen.values(), key=lambda row: (-row["attributions"], -row["relayed"], row["name"]))


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


def _standing(view: View, key: str) -> Row:
    standing = view.by_id[key].standing
    return {"standing": standing.state.value, "confidence": rounded(standing.confidence)}


def _cue(view: View, one: Attribution) -> str | None:
    if one.cue is None:
        return None
    return " … ".join(view.text.content[span.start : span.end] for span in one.cue.spans) or one.cue.lemma


def _via(one: Attribution) -> str:
    """The relays, nearest to the speaker first."""
    return "; ".join(relay.name for relay in one.via)


def _spans(spans: Iterable[Span]) -> str:
    return " ".join(f"{span.start}-{span.end}" for span in spans)


def _window(one: Figure) -> Row:
    window = one.window
    return {
        "window": window.words if window else None,
        "window_start": window.start if window else None,
        "window_end": window.end if window else None,
    }


def _context(view: View, one: Figure | Mention) -> str:
    """The words around a finding: up to 80 code points on each side, in the same line."""
    content, span = view.text.content, one.span
    start = max(content.rfind("\n", 0, span.start) + 1, span.start - _AROUND)
    line_end = content.find("\n", span.end)
    end = min(len(content) if line_end < 0 else line_end, span.end + _AROUND)
    return content[start:end].strip()


def _narrowest(view: View, span: Span) -> str | None:
    """The attribution with the shortest content that holds `span`."""
    around = [
        (sum(piece.end - piece.start for piece in one.content), key)
        for key, one in view.attributions
        if any(piece.start <= span.start and span.end <= piece.end for piece in one.content)
    ]
    return min(around)[1] if around else None


def _figure_counts(view: View) -> dict[str, int]:
    counts: dict[str, int] = defaultdict(int)
    for owner in view.owners.values():
        if owner is not None:
            counts[owner] += 1
    return counts


def _source(name: str, kind: str) -> Row:
    return {"name": name, "kind": kind, "attributions": 0, "denials": 0, "figures": 0, "relayed": 0}


def _dated(row: Row, view: View) -> None:
    day = view.published.value[:10] if view.published else None
    if day is not None:
        row["first"] = min(row.get("first") or day, day)
        row["last"] = max(row.get("last") or day, day)
