"""Sentences that go on under an earlier source without a cue (annotation rule 8), and quotation marks at their own level."""

import pytest

from hearsay.extract.enrich import enrich
from hearsay.extract.raw import RawAttribution
from hearsay.model import Attribution, Quoting, Span

from .marked import analysed, enriched, unmarked, words

SAID = "<s1>The mayor of Orlen</s1> <q1>said</q1> <c1>{}</c1>. {}"


def inferred(marked: str) -> list[str]:
    """The contents of the continuations in a marked text."""
    text, _ = unmarked(marked)
    return [words(text, one.content)[0] for one in enriched(marked) if one.inferred]


@pytest.mark.parametrize(
    ("said", "after", "found"),
    [
        ("that the depot was gone", "Over lunch he had changed his mind.", ["Over lunch he had changed his mind"]),
        ("that the depot was gone", "Two had gone, and one had come.", ["Two had gone, and one had come"]),
        ("that the depot was gone", "He has a beard, and had two.", []),
        ("that the depot was gone", "The town had a depot.", []),
        ("that the depot was gone", "It rains.", []),
        ('"The depot is gone"', '"Do the sum yourselves."', ['"Do the sum yourselves."']),
        ("that the depot was gone", '"Do the sum yourselves."', []),
    ],
)
def test_what_goes_on(said: str, after: str, found: list[str]) -> None:
    assert inferred(SAID.format(said, after)) == found


def test_it_goes_on_over_sentences_but_not_over_others() -> None:
    assert len(inferred(SAID.format("that it was gone", "He had seen it. It had burned."))) == 2
    assert len(inferred(SAID.format("that it was gone", "He had seen it. It rains. It had burned."))) == 1
    assert inferred(SAID.format("that it was gone", "") + "\n\nHe had seen it.") == []


def test_what_is_said_in_what_goes_on_has_its_source_for_a_relay() -> None:
    text, raw = unmarked(
        SAID.format("that it was gone", "The depot is old, <s2>a clerk</s2> <q2>believes</q2> <c2>it burned</c2>.")
    )
    start = text.index("The depot is old")
    raw.append(RawAttribution((), (), (Span(start, len(text) - 1),), 0.9, inferred=True))
    found = [one.finding for one in enrich(analysed(text), raw)]
    clerk = next(one for one in found if isinstance(one, Attribution) and one.source and one.source.name == "a clerk")
    assert [relay.name for relay in clerk.via] == ["The mayor of Orlen"]


def test_quotation_marks_belong_to_whoever_is_quoted() -> None:
    marked = '<s1>The mayor</s1> <q1>said</q1> <c1>that <s2>she</s2> <q2>mourned</q2> <c2>"every honest trader"</c2></c1>.'
    assert [one.quoting for one in enriched(marked)] == [Quoting.INDIRECT, Quoting.DIRECT]
    alone = '<s1>The mayor</s1> <q1>said</q1> <c1>that she mourned "every honest trader"</c1>.'
    assert enriched(alone)[0].quoting is Quoting.MIXED
    inside = '<c1>"<s2>I</s2> <q2>fear</q2> <c2>the river most</c2>"</c1>, <s1>the mayor</s1> <q1>said</q1>.'
    assert enriched(inside)[0].quoting is Quoting.DIRECT
