"""How a finding stands, given everything that was said of it."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta, timezone
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.ledger import Standing, State, standing, words_of
from hearsay.model import Stance, Verdict

T0 = datetime(2031, 6, 2, tzinfo=UTC)
ADA, BEA = "person:ada", "person:bea"
MACHINE = "hearsay.figures@1+ab12cd"


def said(
    stance: Stance, agent: str = ADA, hour: float = 1, instead: str | None = None, confidence: float | None = None
) -> Verdict:
    return Verdict("h1:f", stance, agent, T0 + timedelta(hours=hour), instead, confidence)


FOUND = said(Stance.FOUND, MACHINE, 0, confidence=0.5)

verdicts = st.lists(
    st.builds(
        said,
        stance=st.sampled_from(Stance),
        agent=st.sampled_from([MACHINE, "hearsay.figures@2", ADA, BEA, "person:cyd"]),
        hour=st.integers(0, 4),
        instead=st.sampled_from([None, "h1:a", "h1:b"]),
        confidence=st.sampled_from([None, 0.25, 0.75]),
    ),
    max_size=10,
)


@given(verdicts, st.randoms())
def test_neither_order_nor_repetition_matters(words: list[Verdict], random: Random) -> None:
    again = words + words
    random.shuffle(again)
    assert standing(again) == standing(words)


@given(verdicts, verdicts, st.data())
def test_the_union_stands_as_any_interleaving(here: list[Verdict], there: list[Verdict], data: st.DataObject) -> None:
    mixed = data.draw(st.permutations(here + there))
    assert standing(set(here) | set(there)) == standing(mixed)


@given(verdicts, st.sampled_from([Stance.ACCEPTED, Stance.REJECTED, Stance.REPLACED, Stance.FOUND]))
def test_a_withdrawal_restores_what_stood_before(words: list[Verdict], stance: Stance) -> None:
    word = said(stance, ADA, 10, "h1:c" if stance is Stance.REPLACED else None)
    undone = said(Stance.WITHDRAWN, ADA, 11)
    assert standing([*words, word, undone]) == standing(words)
    assert words_of([*words, word])[ADA] == word


@given(verdicts)
def test_machines_never_settle_anything(words: list[Verdict]) -> None:
    machines = [word for word in words if not word.agent.startswith("person:")]
    assert standing(machines).state is State.PROPOSED
    assert standing(machines).instead == ()


@given(verdicts)
def test_what_machines_say_changes_no_state_that_people_gave(words: list[Verdict]) -> None:
    people = [word for word in words if word.agent.startswith("person:")]
    if words_of(people):
        all_of_them, theirs = standing(words), standing(people)
        assert (all_of_them.state, all_of_them.by, all_of_them.instead) == (theirs.state, theirs.by, theirs.instead)


@given(verdicts)
def test_names_of_people_do_not_matter(words: list[Verdict]) -> None:
    """Swapping two people swaps who decided, and nothing else."""
    swap = {ADA: BEA, BEA: ADA}
    other = [said_by(word, swap.get(word.agent, word.agent)) for word in words]
    here, there = standing(words), standing(other)
    assert (here.state, here.instead, here.confidence) == (there.state, there.instead, there.confidence)
    assert set(there.by) == {swap.get(agent, agent) for agent in here.by}


def said_by(word: Verdict, agent: str) -> Verdict:
    return Verdict(word.finding, word.stance, agent, word.at, word.instead, word.confidence, word.note)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ([], Standing(State.PROPOSED)),
        ([FOUND], Standing(State.PROPOSED, (MACHINE,), (), 0.5)),
        ([FOUND, said(Stance.ACCEPTED)], Standing(State.ACCEPTED, (ADA,), (), 0.5)),
        ([said(Stance.FOUND)], Standing(State.ACCEPTED, (ADA,))),
        ([FOUND, said(Stance.REJECTED)], Standing(State.REJECTED, (ADA,), (), 0.5)),
        ([FOUND, said(Stance.REPLACED, instead="h1:a")], Standing(State.REPLACED, (ADA,), ("h1:a",), 0.5)),
        ([said(Stance.ACCEPTED, hour=1), said(Stance.REJECTED, hour=2)], Standing(State.REJECTED, (ADA,))),
        ([said(Stance.ACCEPTED), said(Stance.ACCEPTED, BEA)], Standing(State.ACCEPTED, (ADA, BEA))),
        ([said(Stance.ACCEPTED), said(Stance.REJECTED, BEA)], Standing(State.DISPUTED, (ADA, BEA))),
        (
            [said(Stance.REPLACED, instead="h1:b"), said(Stance.REPLACED, BEA, instead="h1:a")],
            Standing(State.DISPUTED, (ADA, BEA), ("h1:a", "h1:b")),
        ),
        (
            [said(Stance.REPLACED, instead="h1:a"), said(Stance.REPLACED, BEA, instead="h1:a")],
            Standing(State.REPLACED, (ADA, BEA), ("h1:a",)),
        ),
        # who gives way ends a dispute
        (
            [said(Stance.ACCEPTED), said(Stance.REJECTED, BEA), said(Stance.WITHDRAWN, BEA, 2)],
            Standing(State.ACCEPTED, (ADA,)),
        ),
        # an undo of an undo is a new word: two withdrawals take two words back
        (
            [said(Stance(word), hour=i) for i, word in enumerate("accepted rejected withdrawn withdrawn".split())],
            Standing(State.PROPOSED),
        ),
        # at one moment the word comes before its withdrawal
        ([said(Stance.WITHDRAWN), said(Stance.ACCEPTED)], Standing(State.PROPOSED)),
        # nobody withdraws the word of another
        ([said(Stance.REJECTED), said(Stance.WITHDRAWN, BEA, 2)], Standing(State.REJECTED, (ADA,))),
        # a withdrawal before there is anything to withdraw takes nothing back
        ([said(Stance.WITHDRAWN, hour=0), said(Stance.REJECTED)], Standing(State.REJECTED, (ADA,))),
        # a machine may take back what it found, and has no other say
        ([FOUND, said(Stance.WITHDRAWN, MACHINE)], Standing(State.PROPOSED)),
        ([FOUND, said(Stance.REJECTED, "hearsay.figures@2")], Standing(State.PROPOSED, (MACHINE,), (), 0.5)),
        (
            [FOUND, said(Stance.FOUND, "hearsay.figures@2", confidence=0.9)],
            Standing(State.PROPOSED, (MACHINE, "hearsay.figures@2"), (), 0.9),
        ),
    ],
)
def test_standing(words: Sequence[Verdict], expected: Standing) -> None:
    assert standing(words) == expected


def test_only_the_rejected_and_the_replaced_do_not_stand() -> None:
    assert {state for state in State if not Standing(state).stands} == {State.REJECTED, State.REPLACED}


@settings(max_examples=50)
@given(st.integers(-12, 12), st.integers(-12, 12))
def test_time_zones_do_not_matter(here: int, there: int) -> None:
    def at(hour: int, zone: int) -> datetime:
        return (T0 + timedelta(hours=hour)).astimezone(timezone(timedelta(hours=zone)))

    first = Verdict("h1:f", Stance.ACCEPTED, ADA, at(1, here))
    last = Verdict("h1:f", Stance.REJECTED, ADA, at(2, there))
    assert standing([last, first]).state is State.REJECTED


def test_a_time_without_a_zone_is_in_utc() -> None:
    naive = Verdict("h1:f", Stance.ACCEPTED, ADA, datetime(2031, 6, 2, 3))
    assert standing([naive, said(Stance.REJECTED, hour=2)]).state is State.ACCEPTED
