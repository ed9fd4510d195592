"""What is kept of comparison is never older than the ledger: every kind of word on it counts the next time it is asked for."""

from datetime import date
from pathlib import Path

import pytest

from hearsay.across import kept
from hearsay.across.disputes import of_block
from hearsay.across.kept import Kept
from hearsay.across.links import judge_link
from hearsay.model import Attribution, Link, Relation, Stance
from hearsay.store.ledger import Ledger

from . import overtime

PERSON = "person:mira"
BLOCK = "killed|total|since 2031-03|2031-04"
OTHER = "injured|total|since 2031-03|2031-04"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return overtime.filled(tmp_path / "ledger")


def ids(known: Kept, block: str = BLOCK) -> set[str]:
    return {claim.id for one in known.quantities(block) for claim in one.claims}


def test_a_new_report_is_seen(folder: Path) -> None:
    with Ledger.open(folder) as held:
        known = kept.of(held)
        before, points = ids(known), len(known.lines("killed").lines)
        held.add(overtime.total(90, (date(2031, 4, 28), "the Harbour Board", 999, "")))
        assert len(ids(known)) == len(before) + 1
        assert len(known.lines("killed").lines) == points + 1


def test_what_another_process_says_is_seen(folder: Path) -> None:
    with Ledger.open(folder) as held, Ledger.open(folder) as elsewhere:
        known = kept.of(held)
        (gone, *_) = sorted(ids(known))
        elsewhere.judge(gone, Stance.REJECTED, PERSON)
        assert gone not in ids(known)
        elsewhere.judge(gone, Stance.ACCEPTED, PERSON)
        assert gone in ids(known)


def test_a_word_on_who_spoke_is_seen(folder: Path) -> None:
    with Ledger.open(folder) as held:
        known = kept.of(held)
        voices = {line.source for line in known.lines("killed").lines}
        assert "the Health Office" in voices
        for one in list(held.claims(Attribution)):
            if one.speaker == "the Health Office":
                held.judge(one.id, Stance.REJECTED, PERSON)
        assert "the Health Office" not in {line.source for line in known.lines("killed").lines}
        sources = {account.source.name for one in known.quantities(BLOCK) for account in one.accounts}
        assert "the Health Office" not in sources


def test_a_word_on_a_link_is_seen(folder: Path) -> None:
    with Ledger.open(folder) as held:
        known = kept.of(held)
        drawn = next(one for each in known.quantities(BLOCK) for one in each.stands if one.relation is not None)
        assert drawn.relation is not None
        judge_link(held, Link(drawn.left, drawn.right, Relation.SAME_QUANTITY), PERSON, accept=False)
        assert known.quantities(BLOCK) == of_block(held, BLOCK)
        assert drawn not in [one for each in known.quantities(BLOCK) for one in each.stands]


def test_other_blocks_stay_as_they_were(folder: Path) -> None:
    with Ledger.open(folder) as held:
        held.add(overtime.total(91, (date(2031, 4, 5), "the Harbour Board", 30, ""), overtime.Measure.INJURED))
        known = kept.of(held)
        ids(known, OTHER)
        (gone, *_) = sorted(ids(known))
        held.judge(gone, Stance.REJECTED, PERSON)
        made = known.computed
        ids(known, OTHER)
        assert known.computed == made
        ids(known)
        assert known.computed == made + 1


def test_what_was_asked_for_longest_ago_is_forgotten(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "MOST", 1)
    with Ledger.open(folder) as held:
        known = kept.of(held)
        ids(known)
        known.lines("killed")
        made = known.computed
        ids(known)
        assert known.computed == made + 1


def test_origins_are_those_of_now(folder: Path) -> None:
    with Ledger.open(folder) as held:
        known = kept.of(held)
        id = sorted(ids(known))[0]
        first = known.origins(id)
        assert known.origins(id) is first
        other = next(one for one in sorted(ids(known)) if one != id)
        held.judge(other, Stance.ACCEPTED, PERSON)
        assert known.origins(id) is not first
