"""The five verbs, which every back end of a ledger must do alike."""

from collections.abc import Callable
from datetime import timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.codec import id_of
from hearsay.errors import BadFinding, NotInLedger
from hearsay.ledger import State, standing
from hearsay.model import (
    AnyFinding,
    Attribution,
    Document,
    Figure,
    Link,
    Measure,
    Mention,
    Relation,
    Span,
    Stance,
    Verdict,
)
from hearsay.store.base import Store
from hearsay.store.sqlite import SqliteStore

from .ledgers import T0, made

ADA, BEA = "person:ada", "person:bea"
REPORT = made()
TEXT = REPORT.page.text
FIGURE = next(one for one, _ in REPORT.findings if isinstance(one, Figure) and one.low == 417)


BACK_ENDS: dict[str, Callable[[Path], Store]] = {"sqlite": lambda folder: SqliteStore(folder / "store.sqlite")}


@pytest.fixture(params=BACK_ENDS)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    return BACK_ENDS[request.param](tmp_path)


def filled(store: Store) -> Store:
    store.add_text(TEXT, REPORT.page.document, len(REPORT.item.data))
    store.add(REPORT.findings)
    return store


def test_a_text_comes_back_as_it_went_in(store: Store) -> None:
    assert store.add_text(TEXT, REPORT.page.document, 10)
    assert not store.add_text(TEXT, REPORT.page.document, 10)
    assert store.text(TEXT.id) == TEXT
    with pytest.raises(NotInLedger, match="h1:none"):
        store.text("h1:none")


def test_findings_come_back_as_they_went_in(store: Store) -> None:
    filled(store)
    assert {entry.id: entry.finding for entry in store.findings()} == {id_of(one): one for one, _ in REPORT.findings}
    assert {entry.text for entry in store.findings()} == {TEXT.id}
    assert sorted(store.verdicts(), key=repr) == sorted((verdict for _, verdict in REPORT.findings), key=repr)


def test_adding_again_adds_nothing(store: Store) -> None:
    filled(store)
    before = list(store.findings()), list(store.verdicts())
    assert store.add(REPORT.findings) == 0
    assert (list(store.findings()), list(store.verdicts())) == before


def test_findings_by_type_text_and_state(store: Store) -> None:
    filled(store)
    store.add([(FIGURE, Verdict(id_of(FIGURE), Stance.REJECTED, ADA, T0))])
    figures = [entry.finding for entry in store.findings(Figure)]
    assert [one.low for one in figures if isinstance(one, Figure)] == [417, 96, 130]  # in order of the text
    assert [entry.id for entry in store.findings(states={State.REJECTED})] == [id_of(FIGURE)]
    assert len(list(store.findings(Figure, states={State.PROPOSED, State.ACCEPTED}))) == 2
    assert list(store.findings(text="h1:none")) == []
    assert list(store.findings(Figure, text=TEXT.id)) == list(store.findings(Figure))


verdicts = st.lists(
    st.builds(
        Verdict,
        finding=st.just(id_of(FIGURE)),
        stance=st.sampled_from(Stance),
        agent=st.sampled_from(["test.counts@1", "test.counts@2", ADA, BEA]),
        at=st.integers(0, 3).map(lambda hours: T0 + timedelta(hours=hours)),
        instead=st.none(),
        confidence=st.sampled_from([None, 0.5]),
        note=st.sampled_from(["", "see page 2"]),
    ),
    max_size=6,
)


@pytest.mark.parametrize("back_end", BACK_ENDS)
def test_the_standing_on_file_is_that_of_the_function(back_end: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    template = tmp_path_factory.mktemp("template")
    store = filled(BACK_ENDS[back_end](template))
    said = [verdict for one, verdict in REPORT.findings if one == FIGURE]

    @settings(max_examples=60, deadline=None)
    @given(verdicts)
    def adding(words: list[Verdict]) -> None:
        """The same store all along: what was said stays, and more is said."""
        said.extend(words)
        store.add((FIGURE, word) for word in words)
        (entry,) = (entry for entry in store.findings(Figure) if entry.id == id_of(FIGURE))
        assert entry.standing == standing(said)
        assert set(store.verdicts(entry.id)) == set(said)

    adding()


@pytest.mark.parametrize(
    ("finding", "error", "reason"),
    [
        (Figure(TEXT.id, Span(0, 10_000), "417", Measure.KILLED), BadFinding, "not inside the text"),
        (Figure(TEXT.id, Span(0, 3), "417", Measure.KILLED), BadFinding, "do not stand at"),
        (Mention(TEXT.id, Span(0, 5), "Tolls", "tolls"), BadFinding, "do not stand at"),
        (Attribution(TEXT.id, ()), BadFinding, "without content"),
        (Mention("h1:none", Span(0, 5), "Tolls", "Tolls"), NotInLedger, "h1:none"),
        (Link(id_of(FIGURE), "h1:none", Relation.PART_OF), NotInLedger, "h1:none"),
        (Link("h1:none", id_of(FIGURE), Relation.PART_OF), NotInLedger, "h1:none"),
        (Link(TEXT.id, "h1:none", Relation.COPIES), NotInLedger, "h1:none"),
    ],
)
def test_what_does_not_fit_is_refused_whole(store: Store, finding: AnyFinding, error: type[Exception], reason: str) -> None:
    filled(store)
    before = list(store.findings()), list(store.verdicts())
    good = (FIGURE, Verdict(id_of(FIGURE), Stance.ACCEPTED, ADA, T0))
    with pytest.raises(error, match=reason):
        store.add([good, (finding, Verdict(id_of(finding), Stance.FOUND, ADA, T0))])
    assert (list(store.findings()), list(store.verdicts())) == before


def test_a_verdict_on_another_finding_is_refused(store: Store) -> None:
    filled(store)
    with pytest.raises(BadFinding, match="came with another finding"):
        store.add([(FIGURE, Verdict("h1:other", Stance.FOUND, ADA, T0))])
    before = list(store.findings())
    new = Figure(TEXT.id, FIGURE.span, "417", Measure.INJURED)
    with pytest.raises(NotInLedger, match="h1:none"):
        store.add([(new, Verdict(id_of(new), Stance.REPLACED, ADA, T0, "h1:none"))])
    assert list(store.findings()) == before


def test_a_text_of_another_document_is_refused(store: Store) -> None:
    with pytest.raises(BadFinding, match="sha256:other"):
        store.add_text(TEXT, Document("sha256:other", "text/plain"), 1)


def test_times_are_kept_to_the_microsecond_in_utc(store: Store) -> None:
    filled(store)
    at = (T0 + timedelta(microseconds=1)).astimezone(timezone(timedelta(hours=3)))
    store.add([(FIGURE, Verdict(id_of(FIGURE), Stance.ACCEPTED, ADA, at))])
    kept = [verdict for verdict in store.verdicts(id_of(FIGURE)) if verdict.agent == ADA]
    assert [verdict.at for verdict in kept] == [at]
    assert kept[0].at.utcoffset() == timedelta(0)
