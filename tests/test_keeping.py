"""A ledger keeps what it is given, once, and finds it again; people have the last word."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace as changed_report
from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from hearsay.codec import document_id, id_of
from hearsay.errors import BadFinding, NotInLedger
from hearsay.export.contract import line
from hearsay.ledger import State
from hearsay.model import (
    About,
    AnyFinding,
    Field,
    Figure,
    Measure,
    Refusal,
    Span,
    Stance,
    Verdict,
)
from hearsay.store.ledger import Ledger

from .ledgers import T0, Counts, Says, dump, made

ADA, BEA = "person:ada", "person:bea"
REPORT = made()
TEXT = REPORT.page.text
FIGURE = next(one for one, _ in REPORT.findings if isinstance(one, Figure) and one.low == 417)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "ledger") as ledger:
        yield ledger


# --- the ledger ----------------------------------------------------------------------------------------------
def test_a_report_is_added_once(ledger: Ledger) -> None:
    assert ledger.add(made())
    before = dump(ledger)
    assert not ledger.add(made())
    assert not ledger.add(made(at=T0 + timedelta(days=1)))  # the same, read again later
    assert dump(ledger) == before
    assert ledger.add(made(name="copy", at=T0 + timedelta(days=1)))  # the same bytes met elsewhere: one more sighting
    assert [sighting.name for sighting in ledger.report("copy").sightings] == ["orsa", "copy"]
    assert len(list(ledger.reports())) == 1


def test_a_later_extractor_adds_its_word_and_keeps_that_of_people(ledger: Ledger) -> None:
    ledger.add(made())
    ledger.judge(id_of(FIGURE), Stance.REJECTED, ADA)
    later = Counts()
    later.name = "test.counts@2"
    assert not ledger.has_read(document_id(REPORT.item.data), "text/plain", [later.name])
    assert ledger.add(made(extractors=[later]))
    assert ledger.finding(id_of(FIGURE)).standing.state is State.REJECTED
    assert [v.agent for v in ledger.verdicts(id_of(FIGURE))].count("test.counts@2") == 1
    assert not ledger.add(made(extractors=[later]))


def test_a_changed_page_is_another_document_of_the_same_url(ledger: Ledger) -> None:
    url = "https://orsa.example/bridge"
    ledger.add(made(url=url))
    ledger.add(made(url=url, words="The Northern Guard said 418 died.\n", at=T0 + timedelta(days=1)))
    assert [row.url for row in ledger.reports()] == [url, url]
    assert ledger.text(url).content.startswith("The Northern Guard said 418")  # the one met last


def test_has_read_asks_for_every_agent(ledger: Ledger) -> None:
    ledger.add(made(extractors=[Says()]))
    document = REPORT.page.document.id
    assert ledger.has_read(document, "text/plain", ["test.says@1"])
    assert ledger.has_read(document, "text/plain", ["hearsay.reader.plain@1", "test.says@1"])
    assert not ledger.has_read(document, "text/plain", ["test.says@1", "test.counts@1"])
    assert not ledger.has_read(document, "text/html", ["test.says@1"])
    assert not ledger.has_read("sha256:none", "text/plain", ["test.says@1"])
    assert not ledger.has_read("sha256:none", "text/plain", [])


def test_bytes_that_are_not_the_documents_are_refused(ledger: Ledger) -> None:
    report = made()
    with pytest.raises(BadFinding, match="orsa"):
        ledger.add(changed_report(report, item=changed_report(report.item, data=b"other")))
    assert list(ledger.reports()) == []


def test_a_report_comes_back_as_it_was_read(ledger: Ledger) -> None:
    report = made()
    ledger.add(report)
    ledger.add(made("other", "The Northern Guard said 12 died.\n"))
    again = ledger.report("orsa").report
    assert line(again) == line(report)
    assert again == changed_report(report, item=changed_report(report.item, at=T0))
    assert ledger.original(report.page.document.id) == report.item.data
    (row, _) = ledger.reports()
    assert (row.name, row.title, row.language) == ("orsa", "Tolls differ after the fall of the Orsa bridge", "en")
    assert (row.attributions, row.figures, row.mentions, row.at) == (2, 3, 2, T0)


def test_a_report_out_of_the_ledger_holds_what_stands(ledger: Ledger) -> None:
    ledger.add(made())
    right = replace(FIGURE, measure=Measure.INJURED)
    ledger.judge(id_of(FIGURE), Stance.REPLACED, ADA, instead=right, note="hurt")
    (headline,) = (e for e in ledger.findings(About) if isinstance(e.finding, About))
    title = About(TEXT.id, Field.HEADLINE, "The bridge", "content")
    ledger.judge(headline.id, Stance.REPLACED, ADA, instead=title)
    stored = ledger.report("orsa")
    found = [one for one, _ in stored.report.findings]
    assert right in found
    assert FIGURE not in found
    assert {e.standing.state for e in stored.entries if e.finding == FIGURE} == {State.REPLACED}
    assert [v.note for v in stored.verdicts[id_of(FIGURE)]] == ["", "hurt"]
    assert line(stored.report)["document"]["title"] == "The bridge"
    assert [row.title for row in ledger.reports()] == ["The bridge"]


def test_a_rejected_title_is_no_title(ledger: Ledger) -> None:
    ledger.add(made())
    (headline,) = ledger.findings(About)
    ledger.judge(headline.id, Stance.REJECTED, ADA)
    assert line(ledger.report("orsa").report)["document"]["title"] is None
    assert [row.title for row in ledger.reports()] == [None]


def test_names_beginnings_and_ids(ledger: Ledger) -> None:
    ledger.add(made())
    for key in (TEXT.id, TEXT.id[:9], TEXT.id[3:12], TEXT.document, TEXT.document[:15], TEXT.document[7:15], "orsa"):
        assert ledger.text(key) == TEXT, key
    id = id_of(FIGURE)
    assert ledger.finding(id).finding == ledger.finding(id[3:13]).finding == FIGURE
    assert ledger.finding(id).name == "orsa"
    first = Counter(entry.id[3:4] for entry in ledger.findings())
    (digit, count), *_ = first.most_common()
    assert count > 1
    with pytest.raises(NotInLedger, match="more than one finding"):
        ledger.finding(digit)
    for key in ("", "h1:", "orsa%", "h1:zz", "nowhere"):
        with pytest.raises(NotInLedger):
            ledger.text(key)


# --- judging -------------------------------------------------------------------------------------------------


def test_judging_and_taking_it_back(ledger: Ledger) -> None:
    ledger.add(made())
    id = id_of(FIGURE)
    verdict = ledger.judge(id[:14], Stance.REJECTED, ADA, note="a print error")
    assert ledger.verdicts(id)[-1] == verdict
    ledger.judge(id, Stance.ACCEPTED, BEA)
    assert ledger.finding(id).standing.state is State.DISPUTED
    ledger.judge(id, Stance.WITHDRAWN, ADA)
    assert ledger.finding(id).standing.state is State.ACCEPTED
    with pytest.raises(BadFinding, match="no word"):
        ledger.judge(id, Stance.WITHDRAWN, ADA)
    assert len(ledger.verdicts(id)) == 4


def test_a_replacement_is_accepted_and_taken_back_as_one(ledger: Ledger) -> None:
    ledger.add(made())
    right = replace(FIGURE, measure=Measure.INJURED)
    ledger.judge(id_of(FIGURE), Stance.REPLACED, ADA, instead=right)
    assert ledger.finding(id_of(FIGURE)).standing.instead == (id_of(right),)
    assert ledger.finding(id_of(right)).standing.state is State.ACCEPTED
    ledger.judge(id_of(FIGURE), Stance.WITHDRAWN, ADA)
    assert ledger.finding(id_of(FIGURE)).standing.state is State.PROPOSED
    assert ledger.finding(id_of(right)).standing.state is State.PROPOSED


def test_what_was_accepted_before_outlives_the_undo_of_a_replacement(ledger: Ledger) -> None:
    ledger.add(made())
    right = replace(FIGURE, measure=Measure.INJURED)
    ledger.propose(right, ADA)
    ledger.judge(id_of(FIGURE), Stance.REPLACED, ADA, instead=right)
    ledger.judge(id_of(FIGURE), Stance.WITHDRAWN, ADA)
    assert ledger.finding(id_of(right)).standing.state is State.ACCEPTED


def test_an_acceptance_that_was_taken_back_alone_is_not_taken_back_again(ledger: Ledger) -> None:
    ledger.add(made())
    right = replace(FIGURE, measure=Measure.INJURED)
    ledger.propose(right, "test.counts@2")
    ledger.judge(id_of(right), Stance.ACCEPTED, ADA)
    ledger.judge(id_of(FIGURE), Stance.REPLACED, ADA, instead=right)
    ledger.judge(id_of(right), Stance.WITHDRAWN, ADA)  # that of the replacement; the one before counts again
    ledger.judge(id_of(FIGURE), Stance.WITHDRAWN, ADA)
    assert ledger.finding(id_of(right)).standing.state is State.ACCEPTED


def test_what_fails_in_the_middle_leaves_nothing(ledger: Ledger) -> None:
    """The finding is fine and goes in first; what is to stand in its place is unknown."""
    ledger.add(made())
    before = dump(ledger)
    new = replace(FIGURE, measure=Measure.INJURED)
    with pytest.raises(NotInLedger, match="h1:none"):
        ledger.store.add([(new, Verdict(id_of(new), Stance.REPLACED, ADA, T0, "h1:none"))])
    assert dump(ledger) == before


def test_words_follow_each_other_even_where_the_clock_does_not(ledger: Ledger) -> None:
    ledger.add(made())
    ledger.judge(id_of(FIGURE), Stance.ACCEPTED, ADA, at=T0 + timedelta(days=36500))
    ledger.judge(id_of(FIGURE), Stance.REJECTED, ADA)
    assert ledger.finding(id_of(FIGURE)).standing.state is State.REJECTED


@pytest.mark.parametrize(
    ("stance", "instead", "reason"),
    [
        (Stance.REPLACED, None, "stand instead"),
        (Stance.ACCEPTED, replace(FIGURE, low=1), "stand instead"),
        (Stance.REPLACED, FIGURE, "by itself"),
        (Stance.REPLACED, replace(FIGURE, span=Span(0, 99_999)), "not inside"),
        (Stance.REPLACED, replace(FIGURE, words="four"), "do not stand"),
        (Stance.REPLACED, replace(FIGURE, text="h1:other"), "can't be replaced"),
    ],
)
def test_words_that_make_no_sense_are_refused(ledger: Ledger, stance: Stance, instead: AnyFinding | None, reason: str) -> None:
    ledger.add(made())
    before = dump(ledger)
    with pytest.raises(BadFinding, match=reason):
        ledger.judge(id_of(FIGURE), stance, ADA, instead=instead)
    with pytest.raises(NotInLedger):
        ledger.judge("h1:none", Stance.ACCEPTED, ADA)
    assert dump(ledger) == before


def test_findings_may_be_judged_while_they_are_listed(ledger: Ledger) -> None:
    ledger.add(made())
    for entry in ledger.findings():
        ledger.judge(entry.id, Stance.ACCEPTED, ADA)
    assert {entry.standing.state for entry in ledger.findings()} == {State.ACCEPTED}


def test_the_log_shows_the_last_words_first(ledger: Ledger) -> None:
    ledger.add(made())
    ledger.judge(id_of(FIGURE), Stance.REJECTED, ADA, at=T0 + timedelta(hours=1))
    ledger.judge(id_of(FIGURE), Stance.ACCEPTED, ADA, at=T0 + timedelta(hours=2), note="after all")
    first, second = ledger.log(people=True)
    assert (first.stance, first.note, first.words, first.name) == (Stance.ACCEPTED, "after all", "417", "orsa")
    assert second.stance is Stance.REJECTED
    assert [row.stance for row in ledger.log(since=T0 + timedelta(hours=2))] == [Stance.ACCEPTED]
    assert len(list(ledger.log(limit=3))) == 3
    assert len(list(ledger.log())) == len(REPORT.findings) + 2


def test_refusals_are_kept_once(ledger: Ledger) -> None:
    refusal = Refusal("empty.txt", "is empty", T0)
    assert ledger.refuse(refusal)
    assert not ledger.refuse(replace(refusal, at=T0 + timedelta(days=1)))
    assert ledger.refuse(replace(refusal, reason="is too large", at=T0 + timedelta(days=2)))
    assert [one.reason for one in ledger.refusals()] == ["is empty", "is too large"]
