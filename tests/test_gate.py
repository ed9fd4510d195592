"""The floors hold: what has fallen, changed or gone is a fault, and an update never lowers one in silence."""

from dataclasses import replace
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals import attribution, gate
from evals.corpus import CorpusAbsent, digest, part

Figures = dict[str, tuple[float, str]]


def baseline(figures: Figures, corpus: str = "c1") -> dict[str, Any]:
    kept = {name: {"value": value, "better": better} for name, (value, better) in figures.items()}
    return {"corpus": corpus, "model": "m", "date": "2031-06-02", "figures": kept}


def faults(now: dict[str, Any], floors: dict[str, Any] | None) -> dict[str, str]:
    return {row.name: row.fault for row in gate.compare("p", now, floors) if row.fault}


@pytest.mark.parametrize(
    ("value", "better", "held"),
    [
        (70.0, "higher", True),
        (69.8, "higher", True),
        (69.4, "higher", False),
        (90.0, "higher", True),
        (70.2, "lower", True),
        (70.6, "lower", False),
        (3.0, "lower", True),
        (0.0, "neither", True),
    ],
)
def test_a_floor_is_held_within_the_tolerance(value: float, better: str, held: bool) -> None:
    found = faults(baseline({"f": (value, better)}), baseline({"f": (70.0, better)}))
    assert (found == {}) is held


def test_what_cannot_be_compared_is_a_fault() -> None:
    one, two = baseline({"a": (1, "higher")}), baseline({"b": (1, "higher")}, corpus="c2")
    assert set(faults(one, two)) == {"a", "b", "(corpus)"}
    assert set(faults(one, None)) == {"(the whole part)"}


VALUES = st.floats(0, 100)


@given(VALUES, VALUES, st.sampled_from(["higher", "lower"]))
def test_an_update_only_raises(before: float, after: float, better: str) -> None:
    new = gate.raised(baseline({"f": (after, better)}), baseline({"f": (before, better)}), None)
    best = max if better == "higher" else min
    assert new["figures"]["f"]["value"] == best(before, after)


def test_a_reason_lowers_and_is_kept() -> None:
    new = gate.raised(baseline({"f": (10, "higher")}), baseline({"f": (20, "higher")}), "smaller model")
    assert new["figures"]["f"]["value"] == 10
    assert new["lowered"] == "smaller model"


def test_an_update_keeps_a_figure_that_is_gone_and_refuses_a_changed_corpus() -> None:
    gone = gate.raised(baseline({}), baseline({"f": (20, "higher")}), None)
    assert gone["figures"]["f"]["value"] == 20
    with pytest.raises(CorpusAbsent, match="--lower"):
        gate.raised(baseline({}, corpus="c2"), baseline({}), None)


def test_a_missing_part_is_an_error(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(gate, "PARTS", {"nothing": gate.Part(("docs",), shared=False)})
    with pytest.raises(ImportError):
        gate.measured("nothing", tmp_path)


@pytest.fixture
def part_of(monkeypatch: pytest.MonkeyPatch) -> gate.Part:
    """A part whose module measures three shares."""
    about = gate.Part(("docs",), shared=False, lower=frozenset({"lost"}), told=frozenset({"other"}), points=100)
    module = SimpleNamespace(measure=lambda: {"p.f1": 0.71, "p.lost": 0.02, "p.other": 0.5})
    monkeypatch.setattr(gate, "PARTS", {"p": about})
    monkeypatch.setattr(gate, "MODEL", gate.ROOT / "LICENSE")
    monkeypatch.setattr(gate.importlib, "import_module", {"evals.p": module}.__getitem__)
    return about


@pytest.mark.usefixtures("part_of")
def test_figures_are_kept_in_points_with_their_direction(tmp_path: Path) -> None:
    assert gate.measured("p", tmp_path)["figures"] == {
        "f1": {"value": 71.0, "better": "higher"},
        "lost": {"value": 2.0, "better": "lower"},
        "other": {"value": 50.0, "better": "neither"},
    }


def test_a_direction_for_a_figure_that_is_gone_is_an_error(part_of: gate.Part, tmp_path: Path) -> None:
    gate.PARTS["p"] = replace(part_of, lower=frozenset({"lots"}))
    with pytest.raises(LookupError, match="lots"):
        gate.measured("p", tmp_path)


@pytest.mark.parametrize("name", gate.PARTS)
def test_every_part_has_a_module_that_measures(name: str) -> None:
    assert callable(import_module(f"evals.{name}").measure)


def test_the_digest_follows_names_and_contents(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "x.txt").write_text("one")
    first = digest([tmp_path])
    (tmp_path / "b" / "x.pyc").write_text("left by a run")
    assert digest([tmp_path]) == first
    (tmp_path / "b" / "x.txt").write_text("two")
    second = digest([tmp_path])
    (tmp_path / "b" / "x.txt").rename(tmp_path / "b" / "y.txt")
    assert len({first, second, digest([tmp_path])}) == 3
    with pytest.raises(CorpusAbsent, match="HEARSAY_SHARED"):
        part(tmp_path, "data/nowhere")


def test_predictions_leave_out_what_is_not_annotated() -> None:
    def one(cue: list[list[int]], **more: Any) -> dict[str, Any]:
        return {"source": [], "cue": cue, "content": [[0, 3]], "inferred": False, "inside": None} | more

    found = [one([[4, 8]], id="a"), one([], inferred=True), one([[9, 12]], inside="a")]
    lines = [
        {"status": "read", "document": {"name": "n"}, "attributions": found},
        {"status": "refused", "name": "m", "reason": "is empty"},
    ]
    assert [a["cue"] for a in attribution.predictions(lines)["n"]] == [[[4, 8]], [[9, 12]]]
    assert [a["cue"] for a in attribution.predictions(lines, nested=False)["n"]] == [[[4, 8]]]
    assert "m" not in attribution.predictions(lines)


def test_the_interval_holds_the_score_and_narrows_with_more_articles() -> None:
    def prf(hit: int, gold: int, _: int, predicted: int) -> list[float]:
        return [0.0, 0.0, 200 * hit / (gold + predicted)]

    module: Any = SimpleNamespace(prf=prf)
    few = [attribution.Counts({("all", "who"): hit, ("all", "g"): 20, ("all", "p"): 20}) for hit in (5, 10, 15, 20)]
    low, high = attribution.interval(module, few)
    many = attribution.interval(module, few * 30)
    assert low < 62.5 < high
    assert low < many[0] < 62.5 < many[1] < high
    assert attribution.interval(module, few) == (low, high)
