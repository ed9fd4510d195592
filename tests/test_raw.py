"""Spans before enrichment: holes, edges, sections, transcripts, counts, nesting; properties over any text."""

from hypothesis import given
from hypothesis import strategies as st

from hearsay.extract.nested import nested
from hearsay.extract.raw import RawAttribution, tidy, trimmed
from hearsay.extract.sections import within_section
from hearsay.extract.tallies import tallies
from hearsay.extract.transcript import turns
from hearsay.model import Span

from .marked import analysed, unmarked, words


def test_a_small_hole_in_a_content_is_filled_and_a_cue_is_none() -> None:
    text, (one,) = unmarked("<c1>that the road</c1> was <c1>open</c1>, <s1>she</s1> <q1>said</q1>, <c1>at noon</c1>.")
    assert words(text, tidy(one, text).content) == ["that the road was open", "at noon"]  # type: ignore[union-attr]


def test_edges_lose_commas_and_the_last_stop_but_not_an_abbreviation() -> None:
    assert trimmed(Span(0, 12), ", the road. ") == Span(2, 10)
    assert trimmed(Span(0, 10), "the U.N.  ") == Span(0, 8)
    assert trimmed(Span(0, 3), ", –") is None


@given(st.text(max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_trimming_stays_inside_and_never_ends_in_blanks(text: str, a: int, b: int) -> None:
    start, end = sorted((min(a, len(text)), min(b, len(text))))
    found = trimmed(Span(start, end), text)
    if found is not None:
        assert start <= found.start < found.end <= end
        assert text[found.start : found.end].strip() != ""


def test_no_attribution_runs_across_a_heading() -> None:
    text, (one,) = unmarked(
        "<c1>Road open again</c1>\n\n"
        "<c1>The road to Orlen was open on Monday</c1>, <s1>the ministry</s1> <q1>said</q1> in the town.\n"
    )
    kept = within_section(analysed(text), one)
    assert words(text, kept.content) == ["The road to Orlen was open on Monday"]


def test_turns_of_a_transcript_but_not_the_outlet_s_own() -> None:
    text = "[Elsa Morrin, Radio Ambel] Is it so?\n\n[Mirel Ostane] Not in caves. We took in 43.\n\n[Reporter] And you?\n"
    found = list(turns(analysed(text, outlet="Radio Ambel")))
    assert [words(text, one.source) for one in found] == [["Mirel Ostane"]]
    assert words(text, found[0].cue) == ["]"]
    assert words(text, found[0].content) == ["Not in caves. We took in 43"]


def test_counts_with_a_subject() -> None:
    text = "The hospital has counted 43 bodies since noon, but the army listed the 12. The medics put the wounded at about 150."
    found = list(tallies(analysed(text), [], []))
    assert [words(text, one.source) for one in found] == [["The hospital"], ["The medics"]]
    assert words(text, found[0].content) == ["43 bodies since noon"]
    assert words(text, found[1].content) == ["the wounded at about 150"]


def test_what_looks_like_a_count_and_is_none() -> None:
    for text in ("The toll follows the revised list of 29 dead.", "The army reported that 12 had died.", "He put down 3 bags."):
        assert list(tallies(analysed(text), [], [])) == []


def test_nested_attributions_lie_inside_and_are_read_at_most_two_levels_down() -> None:
    text, (outer,) = unmarked(
        "<s1>She</s1> <q1>said</q1> <c1>that the mayor said that a driver told him that the road was open</c1>."
    )
    calls: list[list[str]] = []

    def read(stretches: object) -> list[RawAttribution]:
        assert isinstance(stretches, list)
        calls.append(words(text, stretches))
        at = stretches[0].start + 9
        return [RawAttribution((Span(at - 4, at),), (Span(at, at + 5),), (Span(at + 6, stretches[0].end),), 0.95)]

    found = list(nested(analysed(text), [outer], read))
    assert len(calls) == 2
    assert all(outer.content[0].start <= span.start and span.end <= outer.content[0].end for one in found for span in one.content)


def test_the_speaker_s_own_thoughts_are_no_nested_attribution() -> None:
    text, (outer,) = unmarked("<c1>“I said long ago that the road was open,”</c1> <s1>she</s1> <q1>said</q1>.")
    start = outer.content[0].start
    inner = RawAttribution((Span(start + 1, start + 2),), (Span(start + 3, start + 7),), (Span(start + 18, start + 30),), 0.99)
    assert list(nested(analysed(text), [outer], lambda _: [inner])) == []
