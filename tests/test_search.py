"""Full-text search gives places in code points, whatever stands before them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.model import (
    Figure,
)
from hearsay.store.ledger import Ledger

from .ledgers import made

ADA, BEA = "person:ada", "person:bea"
REPORT = made()
TEXT = REPORT.page.text
FIGURE = next(one for one, _ in REPORT.findings if isinstance(one, Figure) and one.low == 417)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "ledger") as ledger:
        yield ledger


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("orsa", ["Orsa", "Orsa"]),
        ("bridge 🌉", ["bridge", "bridge"]),
        ('"northern guard" lost', ["Northern Guard lost"]),
        ("fight*", ["fighters", "fighters"]),
        ("café", ["cafe\u0301"]),
        ("cafe", ["cafe\u0301"]),
        ("Ўорса", ["Ўорса"]),
        ("AND", []),
        ("NEAR(orsa bridge) OR (", []),
        ('lost "', ["lost"]),
        ("", []),
        ("… — !", []),
        ("nowhere", []),
    ],
)
def test_hits_are_spans_of_code_points(ledger: Ledger, words: str, found: list[str]) -> None:
    """With emoji, combining marks and marks of other scripts before them."""
    ledger.add(made())
    ledger.add(made("cafe", "🌉🌉 e\u0301e\u0301 The cafe\u0301 👩‍👩‍👧 of Ўорса fell.\n"))
    hits = list(ledger.search(words))
    contents = [ledger.text(hit.text).content for hit in hits]
    shown = [c[hit.span.start : hit.span.end] for hit, c in zip(hits, contents, strict=True)]
    if found and " " in found[0]:
        assert shown == found
    else:
        pieces = [c[m.start : m.end] for hit, c in zip(hits, contents, strict=True) for m in hit.matches]
        assert pieces == found
    for hit, content in zip(hits, contents, strict=True):
        assert content[hit.snippet_start :].startswith(hit.snippet)
        assert hit.snippet_start <= hit.span.start < hit.span.end <= hit.snippet_start + len(hit.snippet)


word = st.sampled_from(["🌉", "e\u0301", "orsa", "\u200d", "ﷺ", "\ufdd0", "\n", "bridge", "ß", " ", "\U0001f469"])


def test_the_place_of_a_hit_is_never_off(ledger: Ledger) -> None:
    @settings(max_examples=40, deadline=None)
    @given(st.lists(word, max_size=12), st.lists(word, max_size=12))
    def finding(before: list[str], after: list[str]) -> None:
        content = "".join(before) + " Kestrel " + "".join(after) + "."
        report = made("kestrel", content, extractors=())
        ledger.add(report)
        hits = {hit.text: hit for hit in ledger.search("kestrel", limit=10_000)}
        span = hits[report.page.text.id].span
        assert content[span.start : span.end] == "Kestrel"

    finding()


def test_one_long_text_does_not_hide_the_others(ledger: Ledger) -> None:
    ledger.add(made("long", "The Orsa bridge.\n" * 30))
    ledger.add(made("short", "The bridge at Orsa fell after a long day of talks in the valley.\n"))
    assert {hit.name for hit in ledger.search("orsa", limit=6)} == {"long", "short"}
    assert len(list(ledger.search("orsa", limit=2))) == 2
