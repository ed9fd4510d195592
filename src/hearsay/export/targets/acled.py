"""ACLED's 31 columns, but for coordinates, a row a figure of deaths."""

from datetime import date, timedelta

from ...model import Measure
from ...places.base import Kind
from ..columns import NO_COORDINATES, PLACE_LEVELS, Column, Counted, Target, admin1, admin2, figure_columns, iso, where_prec
from ..policies import POLICIES

_CODED = "given by ACLED's coders"
_ACTORS = "who did what to whom is no part of a figure"
_WEEK, _MONTH = 7, 31
_NEAR, _WIDE = PLACE_LEVELS[Kind.DISTRICT], PLACE_LEVELS[Kind.REGION]


def event_date(one: Counted) -> date | None:
    """The day in the middle of the window, the earlier of two; None where an end is open."""
    first, length = one.when.first, one.when.length
    return first + timedelta(days=(length - 1) // 2) if first is not None and length is not None and length > 0 else None


def time_precision(one: Counted) -> int | None:
    """1 a day, 2 up to a week, 3 up to a month; None beyond that."""
    length = one.when.length
    return None if length is None or not 0 < length <= _MONTH else 1 if length == 1 else 2 if length <= _WEEK else 3


def geo_precision(one: Counted) -> int | None:
    """1 a named place, 2 near one or a district, 3 a province; None for anything wider, and where nothing tells."""
    level = where_prec(one)
    return None if level is None or level > _WIDE else 3 if level == _WIDE else 2 if level in (2, _NEAR) else 1


def _year(one: Counted) -> int | None:
    day = event_date(one)
    return day.year if day else None


def _notes(one: Counted) -> str:
    said = f"{one.claim.speaker}: " if one.claim.speaker else ""
    return said + one.quoted


def _empty(names: str, why: str) -> tuple[Column[Counted], ...]:
    return tuple(Column(name, why) for name in names.split())


COLUMNS: tuple[Column[Counted], ...] = (
    *figure_columns(),
    *_empty("event_id_cnty", _CODED),
    Column(
        "event_date", "the day in the middle of the window; time_precision says how wide it is", lambda one: iso(event_date(one))
    ),
    Column("year", "of event_date", _year),
    Column("time_precision", "1 a day, 2 to a week, 3 to a month; empty beyond that", time_precision),
    *_empty("disorder_type event_type sub_event_type", _CODED),
    *_empty("actor1 assoc_actor_1 inter1 actor2 assoc_actor_2 inter2 interaction civilian_targeting", _ACTORS),
    *_empty("iso region", _CODED),
    Column("country", "where all candidates that fit lie in one", lambda one: one.place.country or None),
    Column("admin1", "the place itself, or where all candidates that fit lie in one; GeoNames gives a code", admin1),
    Column("admin2", "the place itself, where it is one; the gazetteer tells no other", admin2),
    *_empty("admin3", "the gazetteer tells no third level"),
    Column("location", "the place as named, else that of the figure's surroundings", lambda one: one.named or None),
    Column("geo_precision", "1 a named place, 2 near one or a district, 3 a province; empty for anything wider", geo_precision),
    Column(
        "source", "the outlet; who is made to speak stands in notes", lambda one: one.claim.report.outlet or one.claim.report.name
    ),
    *_empty("source_scale", _CODED),
    Column("notes", "who is made to speak, and the report's words around the number", _notes),
    Column(
        "fatalities", "one number, the most conservative; empty for words that ACLED has none for", lambda one: one.number.best
    ),
    *_empty("tags timestamp", _CODED),
)

ACLED = Target(
    "acled",
    "ACLED",
    POLICIES["acled-fatalities"],
    "figure",
    frozenset({Measure.KILLED}),
    COLUMNS,
    ("event_date", "time_precision", "location", "geo_precision", "fatalities", "source", "hearsay_words"),
    (("latitude, longitude", NO_COORDINATES),),
)
