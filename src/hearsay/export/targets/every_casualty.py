"""The data that Every Casualty Counts asks recorders to collect at the least, a row a figure of deaths."""

from ...model import Measure
from ..columns import Column, Counted, Target, figure_columns, iso, where_prec
from ..policies import POLICIES

_AGES = {"child": "child", "adult": "adult", "elderly": "adult", "": None}


def _kind(one: Counted) -> str:
    voice = one.claim.voice
    return "outlet" if voice is None else voice.source.kind.value if voice.source else "not named"


def _source(one: Counted) -> str | None:
    voice = one.claim.voice
    if voice is None:
        return None
    return "; relayed by ".join((one.claim.speaker or "nobody named", *(via.name for via in voice.via)))


def _document(one: Counted) -> str:
    report = one.claim.report
    return ", ".join(filter(None, (report.outlet, report.title or report.name, report.published, report.url)))


def _one(value: str) -> str | None:
    """A value of an axis, None where the words tell several or none."""
    return None if "+" in value else value or None


COLUMNS: tuple[Column[Counted], ...] = (
    *figure_columns(),
    Column("location", "the place as named, else that of the figure's surroundings", lambda one: one.named or None),
    Column("location_precision", "as UCDP's where_prec", where_prec),
    Column("location_country", "where all candidates that fit lie in one", lambda one: one.place.country or None),
    Column("date_start", "first day of the window, or of the three before the report", lambda one: iso(one.when.first)),
    Column("date_end", "last day of the window, or the day before the report", lambda one: iso(one.when.last)),
    Column("time", "a figure's window is in days"),
    Column("source_kind", "what kind of source gives the number; outlet in the report's own voice", _kind),
    Column("source", "who gives it, and through whom; empty in the report's own voice", _source),
    Column("source_document", "outlet, headline, date and URL of the report", _document),
    Column("numbers_killed_low", "the least that the words allow", lambda one: one.number.low),
    Column("numbers_killed_high", "the most that the words allow; empty where they leave it open", lambda one: one.number.high),
    Column("name", "people are counted here, not named"),
    Column("age", "child or adult, where the words tell it of all who are counted", lambda one: _AGES.get(one.group.age)),
    Column("sex", "female or male, where the words tell it of all who are counted", lambda one: _one(one.group.sex)),
    Column("status", "civilian or combatant as the source calls them", lambda one: _one(one.group.status)),
    Column("type_of_death", "how they died is not read"),
    Column("involved_actors", "who fought whom is no part of a figure"),
    Column("perpetrators", "whose act it was is no part of a figure; attributions hold who says so"),
)

EVERY_CASUALTY = Target(
    "every-casualty",
    "Every Casualty Counts, minimum data",
    POLICIES["every-casualty"],
    "figure",
    frozenset({Measure.KILLED}),
    COLUMNS,
    ("date_start", "date_end", "location", "numbers_killed_low", "numbers_killed_high", "age", "sex", "status", "source"),
)
