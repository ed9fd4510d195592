"""The chains of the gold: exact, or the right interval, in every one; and the gold is what it says it is."""

from functools import cache

import pytest

from hearsay.chains import NodeKind, independent, origins, roots

from .chained import GOLD, chain, names, says

NAMES = pytest.mark.parametrize("name", names())


@cache
def wrong(name: str) -> list[str]:
    """What of a chain's gold does not hold, in words."""
    one = chain(name)
    known, gold = one.known, one.gold
    count = independent(one.claims, known)
    found = [(root.kind.value, root.label) for root in roots(one.claims, known)]
    faults = []
    if [count.low, count.high] != gold["count"]:
        faults.append(f"count {count.low}..{count.high}, not {gold['count']}: {count.reasons} {count.unsure}")
    if not _fits(found, [tuple(pair) for pair in gold["origins"]]):
        faults.append(f"origins {found}, not {gold['origins']}")
    circles = {tuple(sorted({known.claims[key].report.outlet for key in group})) for group in known.loops}
    if circles != {tuple(group) for group in gold.get("loops", ())}:
        faults.append(f"circles {circles}, not {gold.get('loops', [])}")
    longest = max(len(path) for root in roots(one.claims, known) for path in root.paths)
    if "longest" in gold and longest != gold["longest"]:
        faults.append(f"the longest way has {longest} steps, not {gold['longest']}")
    return faults


def _fits(found: list[tuple[str, str]], wanted: list[tuple[str, str | None]]) -> bool:
    """Whether both are the same; a label of the gold that is None leaves open which of two names of one source is shown."""
    rest = list(found)
    for kind, label in sorted(wanted, key=lambda pair: pair[1] is None):
        match = next((one for one in rest if one[0] == kind and label in (None, one[1])), None)
        if match is None:
            return False
        rest.remove(match)
    return not rest


@NAMES
def test_chain(name: str) -> None:
    assert wrong(name) == [], "\n".join([*wrong(name), *says(chain(name).claims)])


def test_all_are_right_and_they_are_enough() -> None:
    every = names()
    assert sum(not wrong(name) for name in every) == len(every) >= 40
    assert sum("reports" in chain(name).gold for name in every) >= 25


def test_the_gold_has_every_kind_of_origin() -> None:
    kinds = {kind for name in names() for kind, _ in chain(name).gold["origins"]}
    assert kinds == {kind.value for kind in NodeKind} - {"claim"}


def test_the_gold_has_exact_counts_and_intervals() -> None:
    counts = [chain(name).gold["count"] for name in names()]
    assert sum(low == high for low, high in counts) >= 20
    assert sum(low < high for low, high in counts) >= 12
    assert len(list(GOLD.glob("*.json"))) == len(counts)


def test_every_counted_claim_is_found() -> None:
    """A chain that lost a report would be right for the wrong reason."""
    for name in names():
        one = chain(name)
        rows = one.gold.get("reports") or one.gold["claims"]
        assert {claim.report.name for claim in one.claims} == {row.get("name") or row["report"] for row in rows}, name


@NAMES
def test_whatever_is_not_settled_is_explained(name: str) -> None:
    one = chain(name)
    count = independent(one.claims, one.known)
    assert bool(count.unsure) == (count.low < count.high)
    for words in (*count.reasons, *count.unsure):
        assert words == words.strip()
        assert words[0].isupper() or words[0] in "“‘"


def test_the_reason_of_a_merge_in_words() -> None:
    one = chain("one-commander-told-one-channel")
    (first, *_) = independent(one.claims, one.known).reasons
    assert first.startswith("These 4 reports trace to one unnamed source (“")
    assert "quoted by Channel Rudan on 27 February 2031: " in first
    assert "Osna Daily of 2031-02-27" in first


def test_a_spokesman_is_said_to_speak_for_his_ministry() -> None:
    one = chain("spokesman-and-ministry")
    assert "Tarn Pell speaks for Health Ministry, as its spokesman" in independent(one.claims, one.known).reasons


def test_a_circle_is_named() -> None:
    one = chain("two-papers-cite-one-another")
    found = origins(one.claims[0], one.known)
    assert found.loops[:1] == ("Osna Daily and Radio Ambel cite one another in a circle",)


def test_the_graph_of_a_claim_is_its_own() -> None:
    """Only what the claim leads through is drawn, and every edge has both its ends."""
    one = chain("live-page-three-sources")
    found = origins(one.claims[0], one.known)
    drawn = {node.id for node in found.graph.nodes}
    assert {edge.start for edge in found.graph.edges} | {edge.end for edge in found.graph.edges} <= drawn
    assert {claim.id for claim in one.claims} <= drawn
    assert (found.count.low, found.count.high) == (1, 1)
    assert (found.independent.low, found.independent.high) == (2, 3)
