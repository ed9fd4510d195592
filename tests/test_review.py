"""Edits, undo, many verdicts at once, and the log written out and replayed."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from hearsay.codec import id_of, to_json
from hearsay.errors import BadFinding, NotInLedger
from hearsay.ledger import State
from hearsay.model import Attribution, Figure, Measure, Mention, Modifier, Polarity, Span, Stance, Text
from hearsay.review import bulk, log
from hearsay.review.edit import changed, made
from hearsay.review.undo import Did, actions, last_action, undo, undo_last
from hearsay.store import people
from hearsay.store.ledger import Ledger

from . import ledgers
from .ledgers import T0

ME, YOU = "person:Ada Marsh", "person:Ben Kray"
WORDS = """Tolls differ 🌉 after the fall of the bridge

Irena Voss denied that at least 417 fighters died, between 90 and 120 of them at the Orsa bridge since June 2.
The council spoke of two dozen dead, or dozens. קולות نص 🌉 said 96 died.
"""


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "ledger") as held:
        held.add(ledgers.made(words=WORDS))
        yield held


@pytest.fixture
def text(ledger: Ledger) -> Text:
    return ledger.text("orsa")


def at(text: Text, words: str, nth: int = 0) -> list[int]:
    start = -1
    for _ in range(nth + 1):
        start = text.content.index(words, start + 1)
    return [start, start + len(words)]


def figure_of(ledger: Ledger, words: str) -> Figure:
    return next(e.finding for e in ledger.findings(Figure) if isinstance(e.finding, Figure) and e.finding.words == words)


def key(ledger: Ledger, words: str) -> str:
    return id_of(figure_of(ledger, words))


def states(ledger: Ledger) -> dict[str, tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """How everything stands that anybody still says."""
    every = ((e.id, e.standing) for e in ledger.findings())
    return {id: (one.state.value, one.by, one.instead) for id, one in every if one.by}


# --- edits --------------------------------------------------------------------------------------------


def test_bounds_follow_the_words(ledger: Ledger, text: Text) -> None:
    old = figure_of(ledger, "417")
    wide = changed(old, {"span": at(text, "90 and 120")}, text)
    assert isinstance(wide, Figure)
    assert (wide.words, wide.low, wide.high, wide.modifier) == ("90 and 120", 90, 120, Modifier.RANGE)
    dozen = changed(old, {"span": at(text, "two dozen")}, text)
    assert isinstance(dozen, Figure)
    assert (dozen.low, dozen.high) == (24, 24)
    many = changed(old, {"span": at(text, "dozens")}, text)
    assert isinstance(many, Figure)
    assert (many.low, many.high, many.modifier) == (None, None, Modifier.VAGUE)


def test_the_words_around_loosen(ledger: Ledger, text: Text) -> None:
    loose = changed(figure_of(ledger, "96"), {"span": at(text, "417")}, text)
    assert isinstance(loose, Figure)
    assert (loose.low, loose.high, loose.modifier) == (417, None, Modifier.AT_LEAST)


@pytest.mark.parametrize(
    ("modifier", "bounds"),
    [("exact", (96, 96)), ("about", (96, 96)), ("at least", (96, None)), ("at most", (None, 96)), ("vague", (None, None))],
)
def test_bounds_follow_the_modifier(ledger: Ledger, text: Text, modifier: str, bounds: tuple[int | None, int | None]) -> None:
    old = changed(figure_of(ledger, "96"), {"low": 7, "high": 8}, text)
    new = changed(old, {"modifier": modifier}, text)
    assert isinstance(new, Figure)
    assert (new.low, new.high) == bounds


def test_given_bounds_are_taken_as_given(ledger: Ledger, text: Text) -> None:
    new = changed(figure_of(ledger, "96"), {"span": at(text, "dozens"), "low": 24, "high": None}, text)
    assert isinstance(new, Figure)
    assert (new.words, new.low, new.high) == ("dozens", 24, None)


def test_who_where_and_when_repeat_their_words(ledger: Ledger, text: Text) -> None:
    given = {
        "who_spans": [at(text, "fighters")],
        "place.spans": [at(text, "Orsa bridge")],
        "window.spans": [at(text, "since June 2")],
        "window.start": "2031-06-02",
    }
    new = changed(figure_of(ledger, "96"), given, text)
    assert isinstance(new, Figure)
    assert new.place is not None
    assert new.window is not None
    assert (new.who, new.place.words, new.window.words, new.window.start) == (
        "fighters",
        "Orsa bridge",
        "since June 2",
        "2031-06-02",
    )
    other = changed(new, {"place": None, "who": "x"}, text)
    assert changed(new, {"place": None}, text) == changed(other, {"who": "fighters"}, text)


def test_a_cue_is_read_again(text: Text) -> None:
    old = made("attribution", {"content": [at(text, "417 fighters died")], "cue.spans": [at(text, "spoke")]}, text)
    assert isinstance(old, Attribution)
    assert old.polarity is Polarity.AFFIRMED
    new = changed(old, {"cue.spans": [at(text, "denied")], "content": [at(text, "at least 417 fighters died")]}, text)
    assert isinstance(new, Attribution)
    assert new.cue is not None
    assert (new.cue.lemma, new.cue.shade, new.polarity) == ("deny", "denies", Polarity.DENIED)


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"low": 500}, "above the highest"),
        ({"low": -1, "high": None}, "not below 0"),
        ({"span": [0, 100_000]}, "not inside the text"),
        ({"span": "here"}, r"\[start, end\]"),
        ({"measure": "hurt"}, "measure"),
        ({"colour": "red"}, "colour"),
        ({"text": "h1:other"}, "stays in its text"),
        ({"measure": "killed"}, "changes nothing"),
        ({"modifier": "nearly"}, "there are exact"),
        ({"modifier": "range"}, "two numbers"),
        ({"window": {"words": "", "start": "2031-06-03", "end": "2031-06-02"}}, "after its end"),
        ({"who_spans": [[0, 0]]}, "not inside"),
        ({"who_spans": 3}, "list of"),
    ],
)
def test_what_does_not_fit_is_refused(ledger: Ledger, text: Text, given: dict[str, Any], reason: str) -> None:
    with pytest.raises(BadFinding, match=reason):
        changed(figure_of(ledger, "96"), given, text)


def test_no_number_is_refused(ledger: Ledger, text: Text) -> None:
    with pytest.raises(BadFinding, match="'bridge' is no number"):
        changed(figure_of(ledger, "96"), {"span": at(text, "bridge")}, text)


def test_made_by_hand(text: Text) -> None:
    """After emoji and right-to-left words the offsets are still code points."""
    said = made("attribution", {"content": [at(text, "96 died")], "cue.spans": [at(text, "said")]}, text)
    assert isinstance(said, Attribution)
    assert said.cue is not None
    assert (said.cue.lemma, said.cue.shade, said.source) == ("say", "says", None)
    dead = made("figure", {"span": at(text, "96"), "who": "people"}, text)
    assert isinstance(dead, Figure)
    assert (dead.words, dead.low, dead.high, dead.measure) == ("96", 96, 96, Measure.KILLED)
    called = made("mention", {"span": at(text, "קולות")}, text)
    assert isinstance(called, Mention)
    assert called.actor == called.words == "קולות"
    with pytest.raises(BadFinding, match="mark the words first"):
        made("figure", {"measure": "killed"}, text)
    with pytest.raises(BadFinding, match="no words"):
        made("mention", {"span": at(text, "\n\n")}, text)
    with pytest.raises(BadFinding, match="not 'link'"):
        made("link", {"span": [0, 1]}, text)


# --- undo ---------------------------------------------------------------------------------------------


def test_undo_of_each_kind(ledger: Ledger, text: Text) -> None:
    """Undone in turn, everything stands as it did before each step."""
    before = [states(ledger)]
    old = figure_of(ledger, "96")
    ledger.judge(key(ledger, "417"), Stance.ACCEPTED, ME)
    before.append(states(ledger))
    ledger.judge(key(ledger, "417"), Stance.REJECTED, ME)
    before.append(states(ledger))
    ledger.judge(id_of(old), Stance.REPLACED, ME, instead=changed(old, {"who": "fighters"}, text))
    before.append(states(ledger))
    ledger.propose(made("mention", {"span": at(text, "council")}, text), ME)
    before.append(states(ledger))
    every = [entry.id for entry in ledger.findings(Figure)]
    bulk.judge_all(ledger, bulk.preview(ledger, every, Stance.REJECTED, ME))
    kinds = [Did.MANY, Did.ADDED, Did.EDITED, Did.REJECTED, Did.ACCEPTED]
    assert [action.did for action in actions(ledger, ME)] == kinds
    for state, kind in zip(reversed(before), kinds, strict=True):
        undone = undo_last(ledger, ME)
        assert undone is not None
        assert (undone.action.did, undone.kept) == (kind, ())
        assert states(ledger) == state
    assert undo_last(ledger, ME) is None


def test_undo_is_ones_own(ledger: Ledger) -> None:
    ledger.judge(key(ledger, "96"), Stance.ACCEPTED, YOU)
    assert last_action(ledger, ME) is None
    ledger.judge(key(ledger, "96"), Stance.REJECTED, ME)
    undo_last(ledger, ME)
    assert ledger.finding(key(ledger, "96")).standing.state is State.ACCEPTED


def test_a_later_word_survives_the_undo_of_many(ledger: Ledger) -> None:
    every = [entry.id for entry in ledger.findings(Figure)]
    action = bulk.judge_all(ledger, bulk.preview(ledger, every, Stance.ACCEPTED, ME))
    ledger.judge(key(ledger, "96"), Stance.REJECTED, ME)
    undone = undo(ledger, action)
    assert undone.kept == (key(ledger, "96"),)
    assert len(undone.withdrawn) == len(every) - 1
    assert ledger.finding(key(ledger, "96")).standing.state is State.REJECTED
    assert ledger.finding(key(ledger, "417")).standing.state is State.PROPOSED
    with pytest.raises(BadFinding, match="taken back before"):
        undo(ledger, action)


def test_undo_after_the_clock_was_put_back(ledger: Ledger) -> None:
    late = T0 + timedelta(days=40_000)
    ledger.judge(key(ledger, "96"), Stance.ACCEPTED, ME, at=late)
    undone = undo_last(ledger, ME)
    assert undone is not None
    assert ledger.finding(key(ledger, "96")).standing.state is State.PROPOSED


_STEPS = st.lists(st.tuples(st.sampled_from(["accept", "reject", "edit", "many"]), st.integers(0, 3)), max_size=6)


@given(_STEPS)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_undo_after_do_is_as_before(ledger: Ledger, steps: list[tuple[str, int]]) -> None:
    text = ledger.text("orsa")
    figures = [entry for entry in ledger.findings(Figure) if entry.standing.by and entry.standing.state is State.PROPOSED]
    before = states(ledger)
    done = 0
    for step, which in steps:
        one = figures[which % len(figures)]
        if step == "edit":
            assert isinstance(one.finding, Figure)
            ledger.judge(one.id, Stance.REPLACED, ME, instead=changed(one.finding, {"who": f"group {done}"}, text))
        elif step == "many":
            plan = bulk.preview(ledger, [entry.id for entry in figures], Stance.ACCEPTED, ME)
            if not plan.new:
                continue
            bulk.judge_all(ledger, plan)
        else:
            ledger.judge(one.id, Stance.ACCEPTED if step == "accept" else Stance.REJECTED, ME)
        done += 1
    for _ in range(done):
        assert undo_last(ledger, ME) is not None
    assert states(ledger) == before


# --- many at once -------------------------------------------------------------------------------------


def test_a_preview_changes_nothing_and_tells_all(ledger: Ledger) -> None:
    every = [entry.id for entry in ledger.findings(Figure)]
    ledger.judge(key(ledger, "96"), Stance.REJECTED, ME)
    before = states(ledger)
    plan = bulk.preview(ledger, every, Stance.ACCEPTED, ME)
    left = len(every) - 1
    assert (plan.total, len(plan.new), dict(plan.before)) == (len(every), left, {"nothing": left, "rejected": 1})
    assert len(bulk.preview(ledger, every, Stance.ACCEPTED, ME, overrule=True).new) == len(every)
    assert states(ledger) == before
    action = bulk.judge_all(ledger, plan, "figures of Orsa")
    assert action.note == "figures of Orsa"
    assert {verdict.at for verdict in action.verdicts} == {action.at}
    assert ledger.finding(key(ledger, "96")).standing.state is State.REJECTED
    assert list(ledger.check()) == []


def test_what_many_can_not_be(ledger: Ledger) -> None:
    every = [entry.id for entry in ledger.findings(Figure)]
    with pytest.raises(BadFinding, match="accepted or rejected"):
        bulk.preview(ledger, every, Stance.WITHDRAWN, ME)
    with pytest.raises(BadFinding, match="nothing new"):
        bulk.judge_all(ledger, bulk.preview(ledger, [], Stance.ACCEPTED, ME))
    with pytest.raises(NotInLedger):
        bulk.judge_all(ledger, bulk.preview(ledger, ["h1:none"], Stance.ACCEPTED, ME))
    with pytest.raises(BadFinding, match="narrow"):
        bulk.preview(ledger, map(str, range(bulk.MOST + 1)), Stance.ACCEPTED, ME)


# --- the log ------------------------------------------------------------------------------------------


def _worked(ledger: Ledger) -> list[bytes]:
    """Some verdicts of two people, and the log of all that was said."""
    text = ledger.text("orsa")
    old = figure_of(ledger, "96")
    ledger.judge(key(ledger, "417"), Stance.ACCEPTED, ME)
    ledger.judge(key(ledger, "417"), Stance.REJECTED, YOU)
    ledger.judge(id_of(old), Stance.REPLACED, ME, instead=changed(old, {"who": "fighters"}, text), note="who, as written")
    ledger.propose(made("mention", {"span": at(text, "council")}, text), YOU)
    undo_last(ledger, YOU)
    return list(log.written(ledger, people.by_people(ledger.store)))


def test_a_log_replayed_into_another_ledger(ledger: Ledger, tmp_path: Path) -> None:
    lines = _worked(ledger)
    with Ledger.open(tmp_path / "other") as other:
        other.add(ledgers.made(words=WORDS))
        before = states(other)
        dry = log.replay(other, lines, dry=True)
        assert states(other) == before, "a dry run keeps nothing"
        done = log.replay(other, lines)
        assert dry == done
        assert (done.new, done.known, done.refused) == (len(lines), 0, ())
        assert done.by_agent == {ME: 3, YOU: 3}
        assert states(other) == states(ledger)
        assert list(other.check()) == []
        again = log.replay(other, reversed(lines))
        assert (again.new, again.known) == (0, len(lines))


def test_lines_that_can_not_be_replayed(ledger: Ledger, tmp_path: Path) -> None:
    lines = _worked(ledger)
    with Ledger.open(tmp_path / "other") as other:
        other.add(ledgers.made("another", "Something else. 12 died.\n"))
        result = log.replay(other, [*lines, b"\n", b"{not json", b'{"verdict": 3}', "ł".encode("latin2")])
        assert result.new == 0
        assert len(result.refused) == len(lines) + 3
        assert "its report is not in this ledger" in result.refused[0].reason
        assert [one.number for one in result.refused] == [*range(1, len(lines) + 1), *range(len(lines) + 2, len(lines) + 5)]


def test_a_line_whose_replacement_is_missing(ledger: Ledger, tmp_path: Path) -> None:
    lines = [line for line in _worked(ledger) if b'"who":"fighters"' not in line]
    with Ledger.open(tmp_path / "other") as other:
        other.add(ledgers.made(words=WORDS))
        result = log.replay(other, lines)
        assert [one.reason.split(",")[0][:10] for one in result.refused] == ["refers to "]
        assert result.new == len(lines) - 1
        assert list(other.check()) == []


def test_a_forged_line(ledger: Ledger) -> None:
    line = _worked(ledger)[0].replace(b'"low":', b'"high":', 1)
    forged = _worked(ledger)[0].replace(b'"measure":"killed"', b'"measure":"injured"')
    assert forged != line
    result = log.replay(ledger, [forged])
    assert "another finding" in result.refused[0].reason


def test_moved_spans_are_not_replayed(ledger: Ledger, text: Text) -> None:
    figure = figure_of(ledger, "96")
    moved = Figure(text.id, Span(0, 2), figure.words, figure.measure, 96, 96)
    verdict = ledger.judge(id_of(figure), Stance.ACCEPTED, ME)
    line = to_json(log.Line(moved, replace(verdict, finding=id_of(moved))))
    assert "do not stand at" in log.replay(ledger, [line]).refused[0].reason
