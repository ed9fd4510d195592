"""UCDP GED's columns (the 49 of its API, but for coordinates), a row a figure of deaths."""

from ...compare.windows import published
from ...model import Measure, Scope
from ..columns import NO_COORDINATES, Column, Counted, Target, admin1, admin2, figure_columns, iso, where_prec
from ..policies import POLICIES

_CODED = "given by UCDP's coders"
_DYAD = "who fought whom is no part of a figure"
_SIDES = "which side is a and which b is a decision of UCDP's; whose dead they are stands in hearsay_words"
_PREC = ((1, 1), (6, 2), (7, 3), (31, 4), (366, 5))
"""Longest stretch in days -> date_prec."""
_CLARITY = {Scope.INCIDENT: 1, Scope.PERIOD: 2, Scope.CUMULATIVE: 2}


def date_prec(days: int | None) -> int | None:
    """UCDP's precision of a stretch of days: 1 a day, 2 to six days, 3 a week, 4 to a month, 5 to a year; None beyond that."""
    return next((code for most, code in _PREC if days is not None and 1 <= days <= most), None)


def _deaths(status: str) -> Column[Counted]:
    name = "deaths_civilians" if status else "deaths_unknown"
    called = f"called {status}s" if status else "not said to be civilian or combatant"
    return Column(name, f"best, where those counted are {called}; else 0", lambda one: _of(one, status))


def _of(one: Counted, status: str) -> int | None:
    if one.number.best is None or "+" in one.group.status:  # "soldiers and civilians": how many of each is not told
        return None
    return one.number.best if one.group.status == status else 0


def _article(one: Counted) -> str:
    report = one.claim.report
    return ", ".join(filter(None, (report.outlet, report.published, report.title or report.name, report.url)))


def _empty(names: str, why: str) -> tuple[Column[Counted], ...]:
    return tuple(Column(name, why) for name in names.split())


COLUMNS: tuple[Column[Counted], ...] = (
    *figure_columns(),
    *_empty("id relid", _CODED),
    Column("year", "of date_end", lambda one: one.when.last.year if one.when.last else None),
    *_empty("active_year code_status type_of_violence", _CODED),
    *_empty("conflict_dset_id conflict_new_id conflict_name dyad_dset_id dyad_new_id dyad_name", _DYAD),
    *_empty("side_a_dset_id side_a_new_id side_a side_b_dset_id side_b_new_id side_b", _SIDES),
    Column("number_of_sources", "1: a row is what one report tells", lambda _: 1),
    Column("source_article", "outlet, date, headline and URL of the report", _article),
    Column("source_office", "the outlet", lambda one: one.claim.report.outlet or None),
    Column("source_date", "day of publication", lambda one: iso(published(one.claim))),
    Column("source_headline", "headline", lambda one: one.claim.report.title or None),
    Column("source_original", "who is made to speak; empty in the outlet's own voice", lambda one: one.claim.speaker),
    Column("where_prec", "by the kind of place, from its words or the gazetteer; 2 where the words say near it", where_prec),
    Column("where_description", "the place as named, else that of the figure's surroundings", lambda one: one.named or None),
    Column("adm_1", "the place itself, or where all candidates that fit lie in one; GeoNames gives a code", admin1),
    Column("adm_2", "the place itself, where it is one; the gazetteer tells no other", admin2),
    Column("country", "where all candidates that fit lie in one", lambda one: one.place.country or None),
    *_empty("country_id region", _CODED),
    Column(
        "event_clarity", "1 incident; 2 period or running total; empty where unknown", lambda one: _CLARITY.get(one.figure.scope)
    ),
    Column("date_prec", "by the days from date_start to date_end", lambda one: date_prec(one.when.length)),
    Column("date_start", "first day of the window, or of the three before the report", lambda one: iso(one.when.first)),
    Column("date_end", "last day of the window, or the day before the report", lambda one: iso(one.when.last)),
    *_empty("deaths_a deaths_b", _SIDES),
    _deaths("civilian"),
    _deaths(""),
    Column("best", "the number that the words give", lambda one: one.number.best),
    Column("high", "the most that the words allow; empty where they leave it open", lambda one: one.number.high),
    Column("low", "the least that the words allow", lambda one: one.number.low),
    *_empty("gwnoa gwnob", _CODED),
)

UCDP = Target(
    "ucdp",
    "UCDP Georeferenced Event Dataset",
    POLICIES["ucdp-19.1"],
    "figure",
    frozenset({Measure.KILLED}),
    COLUMNS,
    ("date_start", "date_end", "date_prec", "where_description", "where_prec", "low", "best", "high", "source_original"),
    (("where_coordinates, latitude, longitude, geom_wkt, priogrid_gid", NO_COORDINATES),),
)
