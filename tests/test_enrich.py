"""What the rules make of bare spans: speakers, kinds, shades, quoting, relays, continuations."""

import pytest

from hearsay.model import Attribution, Polarity, Quoting, SourceKind

from .marked import enriched

OPENING = "Colonel Irena Voss, a spokeswoman for the Northern Guard, arrived in Orlen on Monday. "


def only(marked: str, outlet: str = "") -> Attribution:
    found = enriched(marked, outlet)
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(
    ("cue", "lemma", "shade", "polarity"),
    [
        ("said", "say", "says", Polarity.AFFIRMED),
        ("went on to claim", "claim", "asserts", Polarity.AFFIRMED),
        ("admitted", "admit", "admits", Polarity.AFFIRMED),
        ("denied", "deny", "denies", Polarity.DENIED),
        ("did not say", "say", "says", Polarity.DENIED),
        ("refused to confirm", "refuse", "denies", Polarity.DENIED),
        ("condemned", "condemn", "other", Polarity.AFFIRMED),
        ("believes", "believe", "believes", Polarity.AFFIRMED),
        ("disclosed", "disclose", "reveals", Polarity.AFFIRMED),
        ("did not deny", "deny", "denies", Polarity.AFFIRMED),
        ("would not say", "say", "denies", Polarity.DENIED),
        ("did not comment", "comment", "denies", Polarity.DENIED),
        ("repeated its call for", "call for", "orders", Polarity.AFFIRMED),
        ("expressed support", "support", "other", Polarity.AFFIRMED),
        ("called it a lie:", "call", "says", Polarity.AFFIRMED),
        ("asked", "ask", "orders", Polarity.AFFIRMED),
        ("made known", "make known", "reveals", Polarity.AFFIRMED),
        ("was unable to say", "say", "says", Polarity.DENIED),
    ],
)
def test_shade_and_polarity(cue: str, lemma: str, shade: str, polarity: Polarity) -> None:
    found = only(f"The local <s1>ministry</s1> <q1>{cue}</q1> <c1>that the road to Orlen was open</c1>.")
    assert found.cue is not None
    assert (found.cue.lemma, found.cue.shade, found.polarity) == (lemma, shade, polarity)


def test_what_nobody_says_is_denied() -> None:
    found = only("<s1>No group</s1> <q1>has claimed</q1> <c1>responsibility</c1>.")
    assert found.polarity is Polarity.DENIED


def test_an_infinitive_makes_an_order() -> None:
    found = only("<s1>The mayor</s1> <q1>told</q1> them <c1>to leave the town before dawn</c1>.")
    assert found.cue is not None
    assert found.cue.shade == "orders"


@pytest.mark.parametrize(
    ("content", "quoting"),
    [
        ("that the road was open", Quoting.INDIRECT),
        ("“the road is open,”", Quoting.DIRECT),
        ("that “the road is open”", Quoting.DIRECT),
        ("that the road was “as open as ever”", Quoting.MIXED),
        ("that the “road” was open", Quoting.INDIRECT),
    ],
)
def test_quoting(content: str, quoting: Quoting) -> None:
    assert only(f"The army on Monday and <s1>the mayor</s1> <q1>said</q1> <c1>{content}</c1>.").quoting is quoting


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("Irena Voss", SourceKind.PERSON),
        ("the Ministry of Roads", SourceKind.INSTITUTION),
        ("a spokesman for the ministry", SourceKind.ROLE),
        ("a source close to the talks", SourceKind.ANONYMOUS),
        ("a villager", SourceKind.ANONYMOUS),
        ("villagers", SourceKind.COLLECTIVE),
        ("analysts", SourceKind.COLLECTIVE),
        ("a report", SourceKind.DOCUMENT),
        ("Radio Tessary", SourceKind.MEDIA),
        ("an official who asked to remain unnamed", SourceKind.ANONYMOUS),
    ],
)
def test_kind_of_source(source: str, kind: SourceKind) -> None:
    found = only(f"On Monday in the town <s1>{source}</s1> <q1>said</q1> <c1>that the road was open</c1>.")
    assert found.source is not None
    assert found.source.kind is kind


@pytest.mark.parametrize("source", ["she", "Voss", "the spokeswoman", "the colonel", "Colonel Voss"])
def test_speakers_are_resolved_to_the_fullest_name(source: str) -> None:
    found = only(OPENING + f"The road was open, <s1>{source}</s1> <q1>said</q1> <c1>before noon on that day</c1>.")
    assert found.source is not None
    assert (found.source.name, found.source.kind) == ("Irena Voss", SourceKind.PERSON)


def test_an_anonymous_source_keeps_its_description_and_is_not_merged_with_a_name() -> None:
    marked = (
        OPENING + "<s1>A senior source in the Guard</s1> <q1>said</q1> <c1>that the road was open</c1>. "
        "<s2>The source</s2> <q2>added</q2> <c2>that the bridge was gone</c2>."
    )
    names = [(one.source.name, one.source.kind) for one in enriched(marked) if one.source]
    assert names == [("A senior source in the Guard", SourceKind.ANONYMOUS)] * 2


def test_a_medium_that_was_told_is_a_relay_and_the_press_is_none() -> None:
    told = only("<s1>A commander</s1> <q1>told</q1> Radio Tessary <c1>that the road was open</c1>.")
    assert [relay.name for relay in told.via] == ["Radio Tessary"]
    for crowd in ("reporters", "the press", "the media"):
        assert only(f"<s1>A commander</s1> <q1>told</q1> {crowd} <c1>that the road was open</c1>.").via == ()
    own = only("<s1>A commander</s1> <q1>told</q1> Radio Tessary <c1>that the road was open</c1>.", "Radio Tessary")
    assert own.via == ()


def test_relays_go_from_the_speaker_outwards() -> None:
    marked = (
        "<s1>The mayor of Orlen</s1> <q1>said</q1> <c1>that <s2>a driver</s2> <q2>told</q2> Radio Tessary "
        "<c2>that the bridge was gone</c2></c1>."
    )
    outer, inner = enriched(marked)
    assert outer.via == ()
    assert [relay.name for relay in inner.via] == ["Radio Tessary", "The mayor of Orlen"]


def test_who_only_denies_the_words_of_another_is_no_relay() -> None:
    marked = (
        "<s1>The mayor of Orlen</s1> <q1>denied</q1> <c1>that <s2>the council</s2> <q2>said</q2> "
        "<c2>that the bridge was gone</c2></c1>."
    )
    assert enriched(marked)[1].via == ()


def test_a_sentence_that_goes_on_counting_is_inferred() -> None:
    marked = "<s1>The hospital</s1> <q1>said</q1> <c1>that 41 people had died</c1>. Of them, nine were children."
    found = enriched(marked)
    assert [one.inferred for one in found] == [False, True]
    assert found[1].source is not None
    assert found[1].source.name == found[0].source.name if found[0].source else False
    assert found[1].cue is None


def test_nothing_is_inferred_over_a_paragraph_or_from_a_denial() -> None:
    assert len(enriched("<s1>It</s1> <q1>said</q1> <c1>that 41 people had died</c1>.\n\nOf them, nine were children.")) == 1
    assert len(enriched("<s1>It</s1> <q1>denied</q1> <c1>that 41 people died</c1>. Of them, nine were children.")) == 1


def test_swapping_two_sides_swaps_the_output_and_nothing_else() -> None:
    text = (
        "<s1>The Northern Guard</s1> <q1>claimed</q1> <c1>that 12 men of the Southern League had died</c1>. "
        "<s2>The Southern League</s2> <q2>denied</q2> <c2>it</c2>."
    )
    swapped = text.replace("Northern Guard", "@").replace("Southern League", "Northern Guard").replace("@", "Southern League")

    def told(marked: str) -> list[tuple[object, ...]]:
        return [
            (one.source.name if one.source else None, one.source and one.source.kind, one.cue and one.cue.shade, one.polarity)
            for one in enriched(marked)
        ]

    back = {"Northern Guard": "Southern League", "Southern League": "Northern Guard"}
    assert [(back[str(name)], *rest) for name, *rest in told(swapped)] == told(text)
