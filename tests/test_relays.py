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
