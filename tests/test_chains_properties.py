"""What holds of every set of claims, whatever it is made of."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from random import Random

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from hearsay.chains import Copy, Material, build, independent, roots
from hearsay.chains.loops import DIRECTED
from hearsay.chains.matching import agree
from hearsay.claims.base import Claim

from .chained import Row, made

Rows = list[tuple[str, int, tuple[str, str] | None, list[tuple[str, str]]]]
Pairs = list[tuple[int, int, bool]]
GOLD: Row = {"number": 12, "measure": "killed"}
OUTLETS = ("Osna Daily", "Radio Ambel", "Pellam Wire", "Halmere Post")
SPEAKERS = (
    ("Orvessan army", "institution"),
    ("Sedrin army", "institution"),
    ("army", "institution"),
    ("Tarn Pell", "person"),
    ("Pell", "person"),
    ("a senior commander", "role"),
    ("an informed source", "anonymous"),
    ("a medical source", "anonymous"),
    ("residents", "collective"),
    ("local media", "media"),
    ("a video", "document"),
    ("Radio Ambel", "media"),
    ("Osna Daily", "media"),
    ("our correspondent in Tolmar", "role"),
)
VIA = st.lists(st.sampled_from([("Pellam Wire", "media"), ("Channel Rudan", "media"), ("Radio Ambel", "media")]), max_size=2)
ROWS = st.lists(
    st.tuples(st.sampled_from(OUTLETS), st.integers(25, 28), st.none() | st.sampled_from(SPEAKERS), VIA), min_size=1, max_size=6
)
PAIRS = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5), st.booleans()), max_size=4)
FEW = settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow], deadline=None)


def claims_of(rows: Rows) -> tuple[Claim, ...]:
    found = []
    for at, (outlet, day, speaker, via) in enumerate(rows):
        row: Row = {"report": f"r{at}", "outlet": outlet, "published": f"2031-02-{day}", "via": via}
        if speaker:
            row |= {"speaker": speaker[0], "kind": speaker[1]}
        found.append(made(at, row, GOLD))
    return tuple(found)


def copies_of(pairs: Pairs, claims: Sequence[Claim]) -> list[Copy]:
    """One link at most between two texts, as a ledger has it."""
    size = len(claims)
    texts = [claim.report.text for claim in claims]
    found = {frozenset((a, b)): Copy(texts[a], texts[b], way) for a, b, way in pairs if a < size and b < size and a != b}
    return list(found.values())


@FEW
@given(ROWS, PAIRS)
def test_the_count_is_an_interval_within_reports_and_voices(rows: Rows, pairs: Pairs) -> None:
    claims = claims_of(rows)
    known = build(Material(claims, agree, copies_of(pairs, claims)))
    count = independent(claims, known)
    assert 1 <= count.low <= count.high <= 2 * len(claims)
    assert {claim.id for claim in claims} == {key for root in roots(claims, known) for key in root.claims}


@FEW
@given(ROWS, PAIRS, st.randoms(use_true_random=False))
def test_the_order_is_no_part_of_it(rows: Rows, pairs: Pairs, random: Random) -> None:
    claims = claims_of(rows)
    copies = copies_of(pairs, claims)
    first = build(Material(claims, agree, copies))
    mixed, turned = list(claims), list(copies)
    random.shuffle(mixed)
    random.shuffle(turned)
    second = build(Material(mixed, agree, turned))
    assert first.graph == second.graph
    assert independent(claims, first) == independent(mixed, second)


@FEW
@given(ROWS, PAIRS)
def test_an_unrelated_report_changes_nothing(rows: Rows, pairs: Pairs) -> None:
    claims = claims_of(rows)
    copies = copies_of(pairs, claims)
    row: Row = {
        "report": "other",
        "outlet": "Oriel Review",
        "published": "2031-02-27",
        "speaker": "Oriel Council",
        "kind": "institution",
    }
    other = made(99, row, {"number": 7, "measure": "injured"})
    alone = build(Material(claims, agree, copies))
    beside = build(Material((*claims, other), agree, copies))
    assert independent(claims, alone) == independent(claims, beside)
    assert roots(claims, alone) == roots(claims, beside)


@FEW
@given(ROWS, PAIRS)
@example(
    [
        ("Osna Daily", 25, ("Radio Ambel", "media"), []),
        ("Osna Daily", 25, None, []),
        ("Osna Daily", 25, None, []),
        ("Radio Ambel", 25, ("Tarn Pell", "person"), []),
        ("Osna Daily", 25, ("Tarn Pell", "person"), []),
    ],
    [(3, 0, True)],
)
@example(
    [
        ("Osna Daily", 25, None, []),
        ("Osna Daily", 25, None, []),
        ("Osna Daily", 25, ("army", "institution"), [("Pellam Wire", "media")]),
        ("Pellam Wire", 25, ("Orvessan army", "institution"), []),
    ],
    [(3, 2, True)],
)
def test_without_a_copy_there_are_never_fewer(rows: Rows, pairs: Pairs) -> None:
    claims = claims_of(rows)
    # shared words without a direction in time may be a third one's: they can add an origin as well as take one away
    days = {claim.report.text: claim.report.day or "" for claim in claims}
    copies = [one for one in copies_of(pairs, claims) if one.directed and days[one.copied] <= days[one.copier]]
    full = independent(claims, build(Material(claims, agree, copies)))
    for at in range(len(copies)):
        less = independent(claims, build(Material(claims, agree, copies[:at] + copies[at + 1 :])))
        assert less.high >= full.high
        assert less.low >= full.low


@FEW
@given(ROWS, PAIRS)
def test_no_step_leads_to_what_was_published_later(rows: Rows, pairs: Pairs) -> None:
    claims = claims_of(rows)
    known = build(Material(claims, agree, copies_of(pairs, claims)))
    for edge in known.graph.edges:
        if edge.kind in DIRECTED and edge.start in known.claims and edge.end in known.claims:
            assert (known.claims[edge.end].report.day or "") <= (known.claims[edge.start].report.day or "")


@FEW
@given(ROWS, PAIRS)
def test_two_sides_exchanged_change_names_only(rows: Rows, pairs: Pairs) -> None:
    exchanged = {"Orvessan army": "Sedrin army", "Sedrin army": "Orvessan army"}
    turned = [(o, d, (exchanged.get(s[0], s[0]), s[1]) if s else None, v) for o, d, s, v in rows]
    first, second = claims_of(rows), claims_of(turned)
    one = build(Material(first, agree, copies_of(pairs, first)))
    other = build(Material(second, agree, copies_of(pairs, second)))
    left, right = independent(first, one), independent(second, other)
    assert (left.low, left.high) == (right.low, right.high)
    labels = sorted(exchanged.get(root.label, root.label) for root in roots(first, one))
    assert labels == sorted(root.label for root in roots(second, other))


@FEW
@given(ROWS)
def test_a_person_s_word_parts_and_joins(rows: Rows) -> None:
    """That two speakers are two is never answered with fewer origins; that they are one never with more."""
    claims = claims_of(rows)
    spoken = [claim.voices[0].id for claim in claims if claim.voices and claim.voices[0].source]
    material = Material(claims, agree)
    plain = independent(claims, build(material))
    for one, other in pairwise(spoken):
        assert independent(claims, build(replace(material, apart=[(one, other)]))).high >= plain.high
        assert independent(claims, build(replace(material, together=[(one, other)]))).high <= plain.high
