"""Accounts of one event drawn: a bar each, and one for each policy."""

from hearsay.compare.disputes import disputes
from hearsay.plots.incident import incident_rows, incident_svg

from .pictures import accounts, parsed, words
from .totals import day, total


def test_every_account_and_policy_is_a_bar() -> None:
    root = parsed(accounts())
    kinds = [one.get("class") for one in root.iter() if one.get("class", "").startswith("mark ")]
    assert kinds.count("mark policy") == 4
    assert "mark denied" in kinds
    assert "mark earlier" in kinds
    assert kinds.count("mark account") >= 3


def test_policies_are_named_and_nobodys_account() -> None:
    said = [word.text for word in words(accounts())]
    assert {f"By the rule of {name}" for name in ("UCDP", "Airwars", "Iraq Body Count", "ACLED")} <= set(said)
    root = parsed(accounts())
    assert not any(one.tag.endswith("}a") for one in root.iter() if "policy" in one.get("class", "").split())


def test_one_account_alone_has_no_spread() -> None:
    from hearsay.model import Scope

    made = disputes(
        "killed|incident|brennoc|2031-06", [total(38, day(8), scope=Scope.INCIDENT, place="Brennoc", since=day(8), until=day(8))]
    )
    assert [row["kind"] for row in incident_rows(made)] == ["account"]


def test_no_account_is_a_picture_all_the_same() -> None:
    assert parsed(incident_svg([])).tag.endswith("svg")
