"""The union of two ledgers is a ledger, whichever is added to which."""

import shutil
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.codec import id_of
from hearsay.errors import LedgerDamaged
from hearsay.export.contract import line
from hearsay.model import (
    Figure,
    Refusal,
    Stance,
    Verdict,
)
from hearsay.store.ledger import Ledger

from .ledgers import T0, dump, made

ADA, BEA = "person:ada", "person:bea"
REPORT = made()
TEXT = REPORT.page.text
FIGURE = next(one for one, _ in REPORT.findings if isinstance(one, Figure) and one.low == 417)


FIGURES = [one for one, _ in REPORT.findings if isinstance(one, Figure)]
words = st.lists(
    st.tuples(
        st.integers(0, len(FIGURES) - 1),
        st.sampled_from([Stance.ACCEPTED, Stance.REJECTED, Stance.WITHDRAWN]),
        st.sampled_from([ADA, BEA]),
        st.integers(0, 3),
    ),
    max_size=5,
)


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("ledgers") / "template"
    with Ledger.open(folder) as ledger:
        ledger.add(made())
    return folder


@settings(max_examples=15, deadline=None)
@given(words, words)
def test_the_union_is_the_same_in_any_order(
    template: Path, here: list[tuple[int, Stance, str, int]], there: list[tuple[int, Stance, str, int]]
) -> None:
    def ledger(folder: str, name: str, parts: list[tuple[int, Stance, str, int]]) -> Ledger:
        made_of = Ledger.open(shutil.copytree(template, Path(folder) / name))
        pairs = [(FIGURES[n], stance, agent, T0 + timedelta(hours=hour)) for n, stance, agent, hour in parts]
        made_of.store.add((one, Verdict(id_of(one), stance, agent, at)) for one, stance, agent, at in pairs)
        return made_of

    with TemporaryDirectory() as folder:
        one, other = ledger(folder, "one", here), ledger(folder, "other", there)
        both = ledger(folder, "both", here + there)
        back = ledger(folder, "back", there)
        back.union(one)
        one.union(other)
        assert dump(one) == dump(back) == dump(both)
        assert one.union(other) == 0
        assert list(one.check()) == []
        for each in (one, other, both, back):
            each.close()


def test_the_union_brings_everything(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "one") as one, Ledger.open(tmp_path / "other") as other:
        one.add(made())
        other.add(made("cafe", "The Southern Council said 12 died.\n"))
        other.refuse(Refusal("empty.txt", "is empty", T0))
        other.add(made("orsa-copy", at=T0 + timedelta(days=1)))
        before = dump(other)
        assert one.union(other) > 0
        assert dump(other) == before
        assert {row.name for row in one.reports()} == {"orsa", "cafe"}
        assert [sighting.name for sighting in one.report(TEXT.id).sightings] == ["orsa", "orsa-copy"]
        assert [hit.name for hit in one.search("council 12")] == ["cafe"]
        assert line(one.report("cafe").report) == line(other.report("cafe").report)
        assert list(one.check()) == []


def test_nothing_is_taken_from_a_ledger_with_damaged_originals(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "one") as one, Ledger.open(tmp_path / "other") as other:
        other.add(made())
        other._originals.path(TEXT.document).write_bytes(b"torn")
        with pytest.raises(LedgerDamaged, match=TEXT.document):
            one.union(other)
        assert list(one.reports()) == []
