"""Through whom words came: rule 16 of docs/annotation.md."""

import pytest

from .marked import enriched


def relays(marked: str, outlet: str = "") -> list[list[str]]:
    """The names of the relays of each attribution."""
    return [[relay.name for relay in one.via] for one in enriched(marked, outlet)]


@pytest.mark.parametrize(
    ("middle", "names"),
    [
        ("<q1>told</q1> state television", ["state television"]),
        ("<q1>said</q1> in an interview with the Ridge Line channel", ["the Ridge Line channel"]),
        ("<q1>said</q1> in remarks carried by a radio and television network", ["a radio and television network"]),
        ("<q1>told</q1> this newspaper", []),
        ("<q1>told</q1> local radio stations", []),
        ("<q1>said</q1> in a statement on Sunday", []),
        ("<q1>told</q1> the nation", []),
        ("<q1>said</q1> by radio", []),
        ("<q1>said</q1> during a news conference", []),
    ],
)
def test_media_between_a_speaker_and_the_page(middle: str, names: list[str]) -> None:
    found = relays(f"<s1>A commander</s1> {middle} <c1>that the road was open</c1>.")[0]
    assert [name.removeprefix("the ") for name in found] == [name.removeprefix("the ") for name in names]


def test_a_relay_of_the_outer_words_comes_last() -> None:
    marked = (
        "<s1>The mayor of Orlen</s1> <q1>told</q1> Radio Tessary <c1>that <s2>a driver</s2> <q2>believed</q2> "
        "<c2>that <s3>the guard</s3> <q3>had said</q3> <c3>the bridge was gone</c3></c2></c1>."
    )
    assert relays(marked) == [
        ["Radio Tessary"],
        ["The mayor of Orlen", "Radio Tessary"],
        ["a driver", "The mayor of Orlen", "Radio Tessary"],
    ]


def test_who_cites_somebody_passes_it_on() -> None:
    marked = "<q1>According to</q1> Radio Tessary, <q1>quoting</q1> <s1>a pilot</s1>, <c1>the bridge was gone</c1>."
    assert relays(marked) == [["Radio Tessary"]]


def test_the_page_is_no_relay_of_itself() -> None:
    marked = "<s1>The Standard</s1> <q1>reported</q1> <c1>that <s2>a driver</s2> <q2>said</q2> <c2>the bridge was gone</c2></c1>."
    assert relays(marked, "Harbour Standard") == [[], []]
    assert relays(marked)[1] != []


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        ("<s1>A commander</s1>, to Radio Tessary<q1>:</q1> <c1>the bridge was gone</c1>.", ["Radio Tessary"]),
        ("Radio Tessary carries Ardo Venn: <s1>he</s1> <q1>denies</q1> <c1>that the bridge is gone</c1>.", ["Radio Tessary"]),
        ("<s1>A pilot</s1>, in a letter printed by the Tessary Mirror, <q1>says</q1> <c1>so</c1>.", ["Tessary Mirror"]),
        ("According <q1>to</q1> a lodger, <q1>quoting</q1> <s1>a pilot</s1>, <c1>the bridge was gone</c1>.", ["a lodger"]),
        ("<q1>Quoting</q1> <s1>a pilot</s1>, Deep Water <q1>claims</q1> <c1>that the bridge is gone</c1>.", ["Deep Water"]),
        ("The Post, <q1>having it from</q1> <s1>a pilot</s1>, <q1>writes</q1> <c1>that it is gone</c1>.", ["Post"]),
        ("<s1>A pilot</s1> <q1>told</q1> the Evening Kettle <c1>that the bridge was gone</c1>.", ["Evening Kettle"]),
        ("<s1>Ardo Venn's letter in the Tessary Mirror</s1> <q1>says</q1> <c1>that it is gone</c1>.", ["Tessary Mirror"]),
        ("<s1>A pilot</s1> <q1>said</q1> <c1>that Radio Tessary was burning</c1>.", []),
        ("<s1>A pilot</s1> <q1>told</q1> President Ardo Venn <c1>that the bridge was gone</c1>.", []),
        ("<s1>The court</s1>, <q1>having ordered</q1> <c1>a search</c1>, closed.", []),
    ],
)
def test_ways_of_passing_words_on(marked: str, names: list[str]) -> None:
    assert relays(marked)[0] == names


def test_a_medium_of_another_attribution_is_none_of_this_one() -> None:
    marked = (
        "<s1>A pilot</s1> <q1>said</q1> <c1>that the bridge was gone</c1>, and <s2>a clerk</s2>, speaking on Radio Tessary, "
        "<q2>said</q2> <c2>that it was not</c2>."
    )
    assert relays(marked) == [[], ["Radio Tessary"]]


def test_two_cues_of_one_source_share_its_medium() -> None:
    marked = (
        "<s1><s2>Ardo Venn</s2></s1> <q1>told</q1> Radio Tessary <c1>that the bridge was gone</c1>, "
        "<q2>disputing</q2> <c2>the army's account</c2>."
    )
    assert relays(marked) == [["Radio Tessary"]] * 2


def test_an_interview_goes_on() -> None:
    marked = (
        "<s1>Ardo Venn</s1> <q1>said</q1> in {} with Radio Tessary <c1>that the bridge was gone</c1>. "
        "<s2>Venn</s2> <q2>added</q2> <c2>that it had rained</c2>."
    )
    assert relays(marked.format("an interview"))[1] == ["Radio Tessary"]
    assert relays(marked.format("a quarrel"))[1] == []


def test_statements_that_came_out_in_a_magazine() -> None:
    marked = (
        "<s1>Ardo Venn</s1> <q1>asked for</q1> <c1>a trial</c1>. Venn's statements were {} in Lantern magazine. "
        "<s2>Venn</s2> <q2>added</q2> <c2>that it had rained</c2>."
    )
    assert relays(marked.format("published")) == [["Lantern"]] * 2
    assert relays(marked.format("mocked")) == [[]] * 2


def test_who_mocks_the_words_of_others_passes_nothing_on() -> None:
    marked = "<s1>The Post</s1> <q1>{}</q1> <c1>mothers who <q2>believe</q2> <c2>that a book stops bullets</c2></c1>."
    assert relays(marked.format("mocks"))[-1] == []
    assert relays(marked.format("heard"))[-1] == ["Post"]
