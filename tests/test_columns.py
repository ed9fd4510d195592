"""Figures in the columns of other people's tables: each number and day under the policy that the row names."""

import csv
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from hearsay.claims.base import Claim
from hearsay.cli import columns as command
from hearsay.compare.blocks import key
from hearsay.compare.disputes import disputes
from hearsay.compare.incidents import Incident, incidents
from hearsay.compare.vague import ACLED, OURS, bounds
from hearsay.export.columns import Counted, where_prec
from hearsay.export.policies import POLICIES, Number, number, when
from hearsay.export.targets import TARGETS
from hearsay.export.targets.airwars import GROUPS, Event
from hearsay.export.targets.reference import reference
from hearsay.export.targets.ucdp import date_prec
from hearsay.model import Figure, Measure, Modality, Modifier, Place, Scope, Span, Window
from hearsay.places import geonames
from hearsay.places.base import Candidate, Kind
from hearsay.places.gazetteer import Gazetteer

from .claims import figure_claim
from .commands import Run, rows
from .source import ROOT

NOWHERE = Gazetteer()
UCDP, CONSERVATIVE = POLICIES["ucdp-19.1"], POLICIES["acled-fatalities"]
COORDINATES = ("latitude", "longitude", "coordinates", "geom", "mgrs", "priogrid")
GED = """id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id conflict_name dyad_dset_id
dyad_new_id dyad_name side_a_dset_id side_a_new_id side_a side_b_dset_id side_b_new_id side_b number_of_sources source_article
source_office source_date source_headline source_original where_prec where_description adm_1 adm_2 country country_id region
event_clarity date_prec date_start date_end deaths_a deaths_b deaths_civilians deaths_unknown best high low gwnoa gwnob"""
ACLED_COLUMNS = """event_id_cnty event_date
year time_precision disorder_type event_type sub_event_type actor1 assoc_actor_1 inter1
actor2 assoc_actor_2 inter2 interaction civilian_targeting iso region country admin1 admin2 admin3 location geo_precision source
source_scale notes fatalities tags timestamp"""


def changed(claim: Claim, **fields: Any) -> Claim:
    """The claim with other fields of its figure."""
    assert isinstance(claim.finding, Figure)
    return replace(claim, finding=replace(claim.finding, **fields))


def row(name: str, claim: Claim, places: Gazetteer = NOWHERE) -> dict[str, Any]:
    target = TARGETS[name]
    return target.row(Counted(claim, target.policy, places))


# --- the tables -------------------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "expected"), [("ucdp", GED), ("acled", ACLED_COLUMNS)])
def test_the_columns_are_those_of_the_table(name: str, expected: str) -> None:
    own = [column for column in TARGETS[name].names if not column.startswith("hearsay_")]
    assert own == expected.split()


def test_airwars_has_four_ends_for_each_of_its_groups() -> None:
    ends = {f"{group}_{harm}_{end}" for group in GROUPS for harm in ("killed", "injured") for end in ("min", "max")}
    assert len(GROUPS) == 18
    assert ends <= set(TARGETS["airwars"].names)


@pytest.mark.parametrize("name", TARGETS)
def test_every_table_names_its_policy_and_holds_no_coordinates(name: str) -> None:
    names = TARGETS[name].names
    assert names[:3] == ("hearsay_policy", "hearsay_policy_version", "hearsay_figures")
    assert not [column for column in names for word in COORDINATES if word in column]
    assert len(set(names)) == len(names)
    assert set(TARGETS[name].brief) <= set(names)
    assert tuple(TARGETS) == command.NAMES


def test_the_page_is_made_from_the_tables() -> None:
    assert (ROOT / "docs" / "columns.md").read_text(encoding="utf-8") == reference()
    for target in TARGETS.values():
        assert all(f"`{column}`" in reference() for column in target.names)


# --- numbers ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("claim", "low", "best", "high"),
    [
        (figure_claim(12), 12, 12, 12),
        (figure_claim(3000), 3000, 3000, 3000),
        (figure_claim(50, modifier=Modifier.ABOUT), 50, 50, 50),
        (figure_claim(10, modifier=Modifier.AT_LEAST), 10, 10, None),
        (figure_claim(30, modifier=Modifier.AT_MOST), 0, 30, 30),
        (figure_claim(30, high=40, modifier=Modifier.RANGE), 30, 30, 40),
        (figure_claim(0), 0, 0, 0),
        (figure_claim(12, denied=True), None, None, None),
        (figure_claim(12, shade="denies"), None, None, None),
        (changed(figure_claim(12), modality=Modality.FEARED), 0, None, 12),
        (changed(figure_claim(12), modality=Modality.EXPECTED), None, None, None),
        (figure_claim(None, words="dozens", modifier=Modifier.VAGUE), 12, 12, 120),
        (figure_claim(None, words="tens of thousands", modifier=Modifier.VAGUE), 10_000, 10_000, 100_000),
    ],
)
def test_numbers_under_the_ucdp_policy(claim: Claim, low: int | None, best: int | None, high: int | None) -> None:
    found = number(claim, UCDP)
    assert (found.low, found.best, found.high) == (low, best, high)
    assert [row("ucdp", claim)[name] for name in ("low", "best", "high")] == [low, best, high]
    assert found.note or found.low == found.best == found.high or claim.finding.modifier is Modifier.RANGE  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("words", "fatalities"),
    [("tens", 10), ("dozens", 12), ("hundreds", 100), ("several", None), ("hundreds of thousands", 100_000)],
)
def test_acleds_vague_words(words: str, fatalities: int | None) -> None:
    claim = figure_claim(None, words=words, modifier=Modifier.VAGUE)
    assert row("acled", claim)["fatalities"] == fatalities
    assert words in number(claim, CONSERVATIVE).note


def test_acled_takes_the_lower_end() -> None:
    assert row("acled", figure_claim(30, high=40, modifier=Modifier.RANGE))["fatalities"] == 30
    assert row("acled", figure_claim(40, modifier=Modifier.MORE_THAN))["fatalities"] == 40


@given(
    st.sampled_from(["dozens", "hundreds", "tens"]),
    st.sampled_from(["", "thousand", "of thousands"]),
)
def test_bounds_are_in_order_and_multiply(word: str, scale: str) -> None:
    for policy in (OURS, ACLED):
        plain, scaled = bounds(word, policy), bounds(f"{word} {scale}".strip(), policy)
        assert plain is not None
        assert plain[1] is not None
        assert 0 < plain[0] <= plain[1]
        size = 1000 if scale else 1
        assert scaled == (plain[0] * size, plain[1] * size)


def test_a_figure_alone_has_a_number() -> None:
    claim = replace(figure_claim(3), finding=replace(figure_claim(3).finding, words="three"))
    assert number(claim, UCDP) == Number(3, 3, 3, "")


# --- days -------------------------------------------------------------------------------------------


def day(number: int) -> date:
    return date(2031, 6, number)


@pytest.mark.parametrize(
    ("claim", "first", "last"),
    [
        (figure_claim(1, day="2031-06-09"), day(9), day(9)),
        (figure_claim(1, window=("2031-06-05", None)), day(5), day(10)),
        (figure_claim(1, window=(None, "2031-06-05")), None, day(5)),
        (figure_claim(1, day=None), day(7), day(9)),
        (figure_claim(1, day=None, scope=Scope.CUMULATIVE), None, day(10)),
        (figure_claim(1, day=None, published=None), None, None),
        (changed(figure_claim(1), window=Window("since the fighting began")), None, None),
    ],
)
def test_days_under_the_ucdp_conventions(claim: Claim, first: date | None, last: date | None) -> None:
    found = when(claim)
    assert (found.first, found.last) == (first, last)
    assert found.note or claim.finding.window  # type: ignore[union-attr]
    assert row("ucdp", claim)["date_start"] == (first.isoformat() if first else None)
    assert row("every-casualty", claim)["date_end"] == (last.isoformat() if last else None)


@pytest.mark.parametrize(
    ("days", "code"),
    [(1, 1), (2, 2), (6, 2), (7, 3), (8, 4), (30, 4), (31, 4), (32, 5), (366, 5), (367, None), (None, None), (0, None)],
)
def test_precision_of_dates(days: int | None, code: int | None) -> None:
    assert date_prec(days) == code


@pytest.mark.parametrize(
    ("window", "middle", "precision"),
    [
        (("2031-06-09", "2031-06-09"), "2031-06-09", 1),
        (("2031-06-02", "2031-06-08"), "2031-06-05", 2),
        (("2031-06-01", "2031-06-30"), "2031-06-15", 3),
        (("2031-01-01", "2031-12-31"), "2031-07-02", None),
        ((None, "2031-06-08"), None, None),
    ],
)
def test_acleds_date(window: tuple[str | None, str | None], middle: str | None, precision: int | None) -> None:
    found = row("acled", figure_claim(1, window=window))
    assert (found["event_date"], found["time_precision"]) == (middle, precision)
    assert found["year"] == (2031 if middle else None)


# --- whose, who, where ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("who", "civilians", "unknown", "status"),
    [
        ("civilians", 8, 0, "civilian"),
        ("soldiers", 0, 0, "combatant"),
        ("people", 0, 8, None),
        ("soldiers and civilians", None, None, None),
    ],
)
def test_status_is_what_the_words_say(who: str, civilians: int | None, unknown: int | None, status: str | None) -> None:
    found = row("ucdp", figure_claim(8, who=who))
    assert (found["deaths_civilians"], found["deaths_unknown"], found["deaths_a"]) == (civilians, unknown, None)
    assert row("every-casualty", figure_claim(8, who=who))["status"] == status


def test_the_source_is_who_is_made_to_speak() -> None:
    said, own = figure_claim(8, outlet="The Courier"), figure_claim(8, outlet="The Courier", speaker=None)
    assert (row("ucdp", said)["source_original"], row("ucdp", said)["source_office"]) == ("Northern Guard", "The Courier")
    assert row("ucdp", own)["source_original"] is None
    assert (row("every-casualty", said)["source_kind"], row("every-casualty", own)["source_kind"]) == ("institution", "outlet")
    assert row("acled", said)["notes"].startswith("Northern Guard: ")


@pytest.mark.parametrize(
    ("scope", "clarity"), [(Scope.INCIDENT, 1), (Scope.PERIOD, 2), (Scope.CUMULATIVE, 2), (Scope.UNKNOWN, None)]
)
def test_clarity_is_the_scope(scope: Scope, clarity: int | None) -> None:
    assert row("ucdp", figure_claim(8, scope=scope))["event_clarity"] == clarity


def placed(words: str, name: str) -> Claim:
    """A claim whose place stands in words around it."""
    claim = figure_claim(8, context=words, words="Eight")
    at = words.index(name)
    return changed(claim, place=Place(name, (Span(at, at + len(name)),)))


OWN = Gazetteer(
    {
        "varne": (Candidate("Varne", Kind.PLACE, "Orvessa", "Tolm"),),
        "tolm": (Candidate("Tolm", Kind.REGION, "Orvessa"),),
        "lisk": (Candidate("Lisk", Kind.PLACE, "Orvessa"), Candidate("Lisk", Kind.PLACE, "Sedrin")),
        "cadda": (Candidate("Cadda", Kind.PLACE, "Orvessa"), Candidate("Cadda", Kind.DISTRICT, "Orvessa")),
    }
)


@pytest.mark.parametrize(
    ("words", "name", "code", "geo", "country"),
    [
        ("Eight died in Varne.", "Varne", 1, 1, "Orvessa"),
        ("Eight died near Varne.", "Varne", 2, 2, "Orvessa"),
        ("Eight died in Tolm.", "Tolm", 4, 3, "Orvessa"),
        ("Eight died in Tolm province.", "Tolm", 4, 3, "Orvessa"),
        ("Eight died in Hethin district.", "Hethin", 3, 2, None),
        ("Eight died in the Hethin valley.", "Hethin", 5, None, None),
        ("Eight died in Lisk.", "Lisk", 1, 1, None),
        ("Eight died in Lisk, a town of Sedrin.", "Lisk", 1, 1, "Sedrin"),
        ("Eight died in Lisk, Sedrin’s army said.", "Lisk", 1, 1, "Sedrin"),
        ("Eight died in Lisk, Sedrin Army officers said.", "Lisk", 1, 1, "Sedrin"),
        ("Eight died in Lisk, between Orvessa and Sedrin.", "Lisk", 1, 1, None),
        ("Eight died in Cadda.", "Cadda", None, None, "Orvessa"),
        ("Eight died in Hethin.", "Hethin", None, None, None),
    ],
)
def test_how_precise_a_place_is(words: str, name: str, code: int | None, geo: int | None, country: str | None) -> None:
    claim = placed(words, name)
    assert where_prec(Counted(claim, UCDP, OWN)) == code
    assert row("acled", claim, OWN)["geo_precision"] == geo
    assert row("ucdp", claim, OWN)["country"] == country
    assert row("ucdp", claim, OWN)["where_description"].startswith(name)


def test_the_surroundings_give_the_place() -> None:
    claim = replace(figure_claim(8, place=None), setting="Varne")
    assert row("ucdp", claim, OWN)["where_description"] == "Varne"
    assert row("ucdp", figure_claim(8, place=None), OWN)["where_prec"] is None


# --- incidents --------------------------------------------------------------------------------------


def event(*claims: Claim) -> dict[str, Any]:
    """The one row of an incident at Brennoc."""
    by_block: dict[str, list[Claim]] = {}
    for claim in claims:
        by_block.setdefault(key(claim), []).append(claim)
    found: list[Incident] = incidents("brennoc", [each for block, some in by_block.items() for each in disputes(block, some)])
    assert len(found) == 1
    target = TARGETS["airwars"]
    return target.row(Event(found[0], target.policy, NOWHERE))


def test_an_incident_goes_from_the_least_to_the_most() -> None:
    found = event(
        figure_claim(8, who="civilians", outlet="The Courier"),
        figure_claim(11, who="civilians", speaker="Ministry of Health", published="2031-06-09"),
        figure_claim(20, who="people", measure=Measure.INJURED),
    )
    assert (found["civilian_non_combatants_killed_min"], found["civilian_non_combatants_killed_max"]) == (8, 11)
    assert (found["undetermined_injured_min"], found["undetermined_injured_max"]) == (20, 20)
    assert found["civilian_non_combatants_injured_min"] is found["belligerents_killed_min"] is None
    assert (found["date"], found["date_type"], found["num_sources"], found["first_reported"]) == (
        "2031-06-09",
        "single",
        3,
        "2031-06-09",
    )
    assert found["civilian_harm_status_slug"] is None


def test_contested_status_has_no_minimum() -> None:
    found = event(figure_claim(8, who="civilians"), figure_claim(8, who="fighters", speaker="Southern Council"))
    ends = [found[f"{group}_killed_{end}"] for group in ("civilian_non_combatants", "belligerents") for end in ("min", "max")]
    assert ends == [0, 8, 0, 8]
    assert "contested" in found["hearsay_note"]


def test_a_part_is_no_total() -> None:
    found = event(figure_claim(60, who="people"), figure_claim(9, who="children", speaker="Ministry of Health"))
    assert (found["undetermined_killed_min"], found["undetermined_killed_max"]) == (60, 60)
    assert (found["children_killed_min"], found["children_killed_max"]) == (9, 9)


def test_sides_are_alike() -> None:
    def of(one: str, two: str) -> dict[str, Any]:
        said = event(figure_claim(8, who=f"{one} soldiers", speaker=two), figure_claim(5, who=f"{two} soldiers", speaker=one))
        return {name: value for name, value in said.items() if not name.startswith("hearsay_") and name != "first_reported_by"}

    assert of("Orvessa", "Sedrin") == of("Sedrin", "Orvessa")


# --- the command ------------------------------------------------------------------------------------


@pytest.fixture
def alone(ledger: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The ledger of the tests, without GeoNames."""
    monkeypatch.setattr(geonames, "installed", lambda: False)
    return ledger


@pytest.mark.usefixtures("alone")
def test_the_command_gives_rows_and_says_what_has_none(run: Run) -> None:
    result = run("figures", "--as", "ucdp", "--json")
    found = rows(result)
    assert [one["best"] for one in found] == [12, 96]
    assert {one["hearsay_policy_version"] for one in found} == {1}
    assert found[0]["hearsay_policy"].startswith("ucdp-19.1 (")
    assert "1 figures have no row: ucdp holds killed alone." in result.stderr
    assert "Places stay unresolved: no gazetteer" in result.stderr
    assert rows(run("figures", "--as", "ucdp", "--json", "--source", "nobody")) == []


@pytest.mark.usefixtures("alone")
@pytest.mark.parametrize("name", TARGETS)
def test_every_table_is_written_as_csv(run: Run, name: str) -> None:
    text = run("figures", "--as", name, "--csv").stdout
    assert next(csv.reader(StringIO(text))) == list(TARGETS[name].names)
    assert run("figures", "--as", name).stdout.splitlines()[0] == "\t".join(TARGETS[name].brief)


def test_a_bad_places_file_is_named(run: Run, alone: Path) -> None:
    (alone / "places.csv").write_text("town\nVarne\n", encoding="utf-8")
    assert "places.csv: it has no column `name`" in run("figures", "--as", "ucdp", status=1).stderr
