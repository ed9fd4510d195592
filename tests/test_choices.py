"""Sides and named queries: small files beside a ledger, written by people or by us."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hearsay.errors import BadFinding, LedgerDamaged
from hearsay.review import choices
from hearsay.store.ledger import Ledger


def test_sides_written_by_hand(tmp_path: Path) -> None:
    assert choices.sides(tmp_path) == {}
    (tmp_path / "sides.toml").write_text('[sides]\nNorth = ["Northern Guard", "Irena Voss"]\n"The south" = []\n')
    found = choices.sides(tmp_path)
    assert found == {"North": ("Northern Guard", "Irena Voss"), "The south": ()}
    assert choices.side_of(found) == {"northern guard": "North", "irena voss": "North"}


@pytest.mark.parametrize("body", ["[sides", "sides = 3", "[sides]\nNorth = 'Guard'", "[sides]\nNorth = [1]"])
def test_a_damaged_file_is_named(tmp_path: Path, body: str) -> None:
    (tmp_path / "sides.toml").write_text(body)
    with pytest.raises(LedgerDamaged, match=r"sides\.toml"):
        choices.sides(tmp_path)


def test_a_name_has_one_side(tmp_path: Path) -> None:
    choices.keep_sides(tmp_path, {"North": ["Guard", " guard ", ""], "South": []})
    assert choices.sides(tmp_path) == {"North": ("Guard",), "South": ()}
    with pytest.raises(BadFinding, match="two sides, 'North' and 'South'"):
        choices.keep_sides(tmp_path, {"North": ["Guard"], "South": ["GUARD"]})
    assert choices.sides(tmp_path) == {"North": ("Guard",), "South": ()}, "nothing was written"


_words = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


@given(st.dictionaries(_words.filter(lambda s: " ".join(s.split()) == s and s and s.isprintable()), _words, max_size=4))
@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_queries_come_back(tmp_path: Path, kept: dict[str, str]) -> None:
    for name, query in kept.items():
        choices.keep_query(tmp_path, name, query)
        assert choices.queries(tmp_path)[name] == query
    for name in kept:
        choices.drop_query(tmp_path, name)
    assert choices.queries(tmp_path) == {}


@given(st.lists(_words, max_size=4))
@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_names_of_a_side_come_back(tmp_path: Path, names: list[str]) -> None:
    choices.keep_sides(tmp_path, {"x": names})
    expected = list({name.casefold().strip(): name.strip() for name in reversed(names) if name.strip()}.values())
    assert sorted(choices.sides(tmp_path)["x"]) == sorted(expected)


def test_bad_names_of_queries(tmp_path: Path) -> None:
    for name in ("", "  ", "x" * 201):
        with pytest.raises(BadFinding, match="name of a query"):
            choices.keep_query(tmp_path, name, "a=b")
    with pytest.raises(BadFinding, match="no query named"):
        choices.drop_query(tmp_path, "x")
    choices.keep_query(tmp_path, " two \n words ", "a=b")
    assert choices.queries(tmp_path) == {"two words": "a=b"}


def test_a_ledger_opens_with_them(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "ledger"):
        pass
    choices.keep_query(tmp_path / "ledger", "q", "a=b")
    with Ledger.open(tmp_path / "ledger") as held:
        assert list(held.check()) == []
