"""The lists that a ledger keeps follow what is said of its findings."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from hearsay.claims.of import claims_of
from hearsay.export.view import of_report, of_stored
from hearsay.ledger import State
from hearsay.model import Attribution, Figure, Link, Stance
from hearsay.store.connect import writing
from hearsay.store.ledger import Ledger
from hearsay.store.schema import claims

from .sample import BRIDGE, DEPOT, report

PERSON = "person:reader"


@pytest.fixture
def held(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "ledger") as ledger:
        ledger.add(report(DEPOT, "depot"))
        ledger.add(report(BRIDGE, "bridge"))
        yield ledger


def test_the_list_says_what_the_reports_say(held: Ledger) -> None:
    for row in held.reports():
        of_report_ = sorted(claims_of(of_stored(held.report(row.text))), key=lambda one: one.id)
        assert sorted(held.claims(text=row.text), key=lambda one: one.id) == of_report_
    assert {one.id for one in held.claims()} == {one.id for text in (DEPOT, BRIDGE) for one in claims_of(of_report(report(text)))}


def test_a_figure_names_the_voice_it_is_told_in(held: Ledger) -> None:
    told = next(one for one in held.claims(Figure) if one.voices)
    assert told.voice is not None
    attribution = held.finding(told.voice.id).finding
    assert isinstance(attribution, Attribution)
    assert told.voice.source == attribution.source
    assert told.context[told.finding.span.start - told.context_start :].startswith(told.words)  # type: ignore[union-attr]


def test_verdicts_reach_the_list(held: Ledger) -> None:
    told = next(one for one in held.claims(Figure) if one.voice)
    assert told.voice is not None
    held.judge(told.id, Stance.ACCEPTED, PERSON)
    assert next(held.claims(ids=[told.id])).state is State.ACCEPTED
    held.judge(told.voice.id, Stance.REJECTED, PERSON)
    after = next(held.claims(ids=[told.id]))
    assert told.voice.id not in {voice.id for voice in after.voices}, "a rejected attribution is nobody's voice"
    assert told.voice.id not in {one.id for one in held.claims(Attribution)}
    assert next(held.claims(ids=[told.voice.id], states=None)).state is State.REJECTED
    held.judge(told.voice.id, Stance.WITHDRAWN, PERSON)
    assert next(held.claims(ids=[told.id])).voices == told.voices


def test_a_rejected_link_parts_the_figures(held: Ledger) -> None:
    part = next(one for one in held.claims(Figure) if one.part_of)
    link = next(e for e in held.findings(Link) if isinstance(e.finding, Link) and e.finding.left == part.id)
    held.judge(link.id, Stance.REJECTED, PERSON)
    assert next(held.claims(ids=[part.id])).part_of is None


def test_a_union_has_the_rows_of_both(held: Ledger, tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "other") as other:
        other.union(held)
        assert list(other.claims()) == list(held.claims())
        assert [row.name for row in other.reports()] == [row.name for row in held.reports()]


def test_rows_that_were_changed_are_told(held: Ledger) -> None:
    assert list(held.check()) == []
    with writing(held.store.engine) as connection:
        connection.execute(claims.update().where(claims.c.type == "figure").values(low=99))
    assert any("lists" in line for line in held.check())
