"""Who speaks, by name, by description and by turn: rules 13 and 14 of docs/annotation.md."""

import pytest

from hearsay.extract.dialogue import Turns
from hearsay.model import SourceKind

from .marked import analysed, last, sources

INTERVIEW = (
    "Ilma Torrek is the director of the Orlen hospital.\n\nDesk: What do you think of the truce?\n\nIlmaTorrek: I think it holds."
    "\n\nDesk: Did you see the lists?\n\nIlmaTorrek: I saw them all."
)


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("a customs broker", SourceKind.ROLE),
        ("a former officer", SourceKind.ANONYMOUS),
        ("former members of the council", SourceKind.COLLECTIVE),
        ("a goatherd of twelve", SourceKind.ANONYMOUS),
        ("two fishermen who hid in the reeds", SourceKind.ANONYMOUS),
        ("three witnesses", SourceKind.COLLECTIVE),
        ("a guard at the gate", SourceKind.ROLE),
        ("army experts", SourceKind.ROLE),
        ("an account named Reedcutter", SourceKind.ANONYMOUS),
        ("the decree", SourceKind.DOCUMENT),
        ("spokesmen representing the owners", SourceKind.ROLE),
        ("City Hall", SourceKind.INSTITUTION),
        ("Tolmar Evening", SourceKind.MEDIA),
    ],
)
def test_kinds(source: str, kind: SourceKind) -> None:
    assert last(f"In the town on Monday <s1>{source}</s1> <q1>said</q1> <c1>that the road was open</c1>.").kind is kind


def test_a_name_of_one_word_is_a_person_unless_it_stands_like_a_place() -> None:
    said = "<s1>Tellow</s1> <q1>said</q1> <c1>that the road was open</c1>."
    assert last(said).kind is SourceKind.PERSON
    assert last(f"The dam in Tellow broke. {said}").kind is SourceKind.INSTITUTION
    assert last(f"A Tellow army patrol left. {said}").kind is SourceKind.INSTITUTION


def test_the_report_is_whose_report_it_is() -> None:
    marked = (
        "<s1>The Ministry of Roads</s1> <q1>said</q1> <c1>that the road was open</c1>. "
        "<s2>The statement</s2> <q2>added</q2> <c2>that the bridge was gone</c2>."
    )
    assert [source.name.removeprefix("The ") for source in sources(marked)] == ["Ministry of Roads"] * 2
    issued = last("<s1>A bulletin issued by the army at noon</s1> <q1>said</q1> <c1>that the road was open</c1>.")
    assert (issued.name.removeprefix("the "), issued.kind) == ("army", SourceKind.INSTITUTION)
    alone = last("<s1>An early dispatch</s1> <q1>said</q1> <c1>that the road was open</c1>.")
    assert (alone.name, alone.kind) == ("An early dispatch", SourceKind.DOCUMENT)
    seen = last("<s1>A list seen by Radio Tessary</s1> <q1>gave</q1> <c1>nine names</c1>.")
    assert seen.kind is SourceKind.DOCUMENT


def test_a_lesser_office_is_another_one() -> None:
    marked = (
        "President Ardo Venn met Vice President Ilma Torrek in Orlen. "
        "<s1>The president</s1> <q1>said</q1> <c1>nothing was lost</c1>."
    )
    assert last(marked).name == "Ardo Venn"
    assert last(marked.replace("The president<", "The vice president<")).name == "Ilma Torrek"
    assert last(marked.replace("The president<", "The presidents<")).kind is SourceKind.ROLE


def test_the_officer_is_who_spoke_last_but_the_governor_is_no_captain() -> None:
    marked = (
        "<s1>Captain Ardo Venn</s1> <q1>said</q1> <c1>that the road was open</c1>. "
        "<s2>The {}</s2> <q2>added</q2> <c2>that the bridge was gone</c2>."
    )
    assert last(marked.format("officer")).name == "Ardo Venn"
    assert last(marked.format("governor")).name == "The governor"


def test_an_aide_to_a_commander_is_not_the_commander() -> None:
    marked = "<s1>An aide to the commander of the Columns, Ardo Venn,</s1> <q1>said</q1> <c1>that the road was open</c1>."
    assert last(marked).kind is SourceKind.ROLE


@pytest.mark.parametrize("source", ["this newspaper", "our correspondent", "The Standard", "an earlier version"])
def test_the_page_itself(source: str) -> None:
    found = last(f"In the town <s1>{source}</s1> <q1>reported</q1> <c1>that the road was open</c1>.", "Harbour Standard")
    assert (found.name, found.kind) == ("Harbour Standard", SourceKind.OUTLET)


def test_in_a_translation_we_is_the_body_whose_text_it_is() -> None:
    found = last("<s1>We</s1> <q1>deny</q1> <c1>that the road was closed</c1>.", "Highland Columns (translation)")
    assert (found.name, found.kind) == ("Highland Columns", SourceKind.INSTITUTION)


def test_he_is_the_man_who_was_the_subject_and_not_the_one_who_spoke_long_before() -> None:
    marked = (
        "<s1>Captain Ardo Venn</s1> <q1>said</q1> <c1>that the road was open</c1>. A ferryman stood on the pier. "
        "<s2>He</s2> <q2>said</q2> <c2>that the bridge was gone</c2>."
    )
    assert last(marked).name == "A ferryman"


def test_nobody_is_he_or_the_mayor_in_his_own_words() -> None:
    marked = (
        "<s1>Ardo Venn</s1> <q1>said</q1>: <c1>“A ferryman came. <s2>{}</s2> <q2>told</q2> me "
        "<c2>that the bridge was gone</c2>.”</c1>"
    )
    assert sources(marked.format("He"))[-1].name == "A ferryman"
    assert sources(marked.format("The mayor"))[-1].kind is SourceKind.ROLE


def test_who_belongs_to_the_person_and_not_to_her_office() -> None:
    marked = (
        "Twelve are held, according to Ilma Torrek of the Press Guild of Orlen, "
        "<s1>who</s1> <q1>called for</q1> <c1>their release</c1>."
    )
    assert last(marked).name == "Ilma Torrek"


def test_initials_spelled_out_elsewhere() -> None:
    marked = (
        "The World Grain Organisation met in Orlen. <s1>WGO</s1> <q1>said</q1> <c1>that the stores were full</c1>. "
        "<s2>It</s2> <q2>added</q2> <c2>that ships were due</c2>."
    )
    assert {source.name for source in sources(marked)} == {"World Grain Organisation"}


def test_turns_of_an_interview_tell_who_i_and_you_are() -> None:
    analysis = analysed(INTERVIEW)
    turns = Turns(analysis)
    question, answer = INTERVIEW.index("you think"), INTERVIEW.index("I saw")
    assert (turns.speaker(answer), turns.other(question)) == ("Ilma Torrek", "Ilma Torrek")
    assert turns.speaker(0) == ""
    assert Turns(analysed("Desk: one line.\n\nAnother line.")).speaker(3) == ""
