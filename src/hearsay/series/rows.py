"""Lines as rows of a table: what was said, and beside it, in columns of their own, what is derived."""

from collections.abc import Iterable, Iterator
from typing import Any

from .interval import Interval
from .line import Line
from .points import Point, standing
from .steps import Step

SAID = (
    "id", "kind", "measure", "who", "place", "source", "since", "as_of", "precision", "stated", "words", "low", "high", "basis",
    "via", "outlets", "published", "revises", "revised_by", "ids",
)  # fmt: skip
"""Columns of what was said. `ids` are all figures that give this point, `kind` is "total" or "period" (then `since` and `as_of`
are its ends)."""
DERIVED = tuple(
    f"derived_{name}" for name in ("phase", "days", "rise_low", "rise_high", "late", "rest_low", "rest_high", "remarks")
)
"""Columns that nobody said: reckoned from this row and the one before it in its line."""
COLUMNS = (*SAID, *DERIVED)


def rows(lines: Iterable[Line]) -> Iterator[dict[str, Any]]:
    """A row for each point and each stretch, line by line in order of the days; all have the same columns."""
    for line in lines:
        into = {step.after: step for step in line.steps}
        for point in line.points:
            yield _empty() | _named(line) | _point(line, point) | _step(into.get(point.id), point)
        for bar in line.bars:
            said = {"id": bar.id, "kind": "period", "since": bar.start.isoformat(), "as_of": bar.end.isoformat()}
            report = bar.claim.report
            told = {"words": bar.words, "outlets": report.outlet or report.name, "published": report.published, "ids": bar.id}
            yield _empty() | _named(line) | said | told | {"low": bar.amount.low, "high": bar.amount.high}


def _empty() -> dict[str, Any]:
    return dict.fromkeys(COLUMNS)


def _named(line: Line) -> dict[str, Any]:
    return {"measure": line.key.measure, "who": line.who, "place": line.place, "source": line.source}


def _point(line: Line, point: Point) -> dict[str, Any]:
    return {
        "id": point.id,
        "kind": "total",
        "since": line.key.start,
        "as_of": point.day.isoformat(),
        "precision": point.precision.value,
        "stated": point.stated,
        "words": point.words,
        "low": point.amount.low,
        "high": point.amount.high,
        "basis": point.basis,
        "via": "; ".join(point.via),
        "outlets": "; ".join(point.outlets),
        "published": point.published or None,
        "revises": point.revises,
        "revised_by": point.revised_by,
        "ids": "; ".join(claim.id for claim in point.claims),
    }


def _step(step: Step | None, point: Point) -> dict[str, Any]:
    rise, rest = (step.amount, step.rest) if step else (Interval(), Interval())
    return {
        "derived_phase": point.phase,
        "derived_days": step.days if step else None,
        "derived_rise_low": rise.low,
        "derived_rise_high": rise.high,
        "derived_late": "; ".join(f"{one.amount} {one.how}" for one in step.late) if step else "",
        "derived_rest_low": rest.low,
        "derived_rest_high": rest.high,
        "derived_remarks": "; ".join(f"{flag.remark.value}: {flag.reason}" for flag in step.flags) if step else "",
    }


_BLOCKS = "▁▂▃▄▅▆▇█"


def spark(line: Line, most: int = 32) -> str:
    """The standing totals of a line in a row of small bars, from the least to the greatest; of many, evenly chosen ones and the
    last. "" for fewer than two."""
    values = [m for point in standing(line.points) if (m := point.amount.middle) is not None]
    if len(values) < 2:
        return ""
    if len(values) > most:
        values = [values[round(i * (len(values) - 1) / (most - 1))] for i in range(most)]
    low, high = min(values), max(values)
    return "".join(_BLOCKS[int((value - low) / ((high - low) or 1) * (len(_BLOCKS) - 1))] for value in values)
