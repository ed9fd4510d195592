"""Offices, trades, titles, initials and pronouns that tell who speaks: rules 13 and 14 of docs/annotation.md."""

import pytest

from hearsay.model import SourceKind

from .marked import last


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("a pharmacist in the old town", SourceKind.ROLE),
        ("the lamp-keeper", SourceKind.ROLE),
        ("two night nurses", SourceKind.ROLE),
        ("lorry drivers", SourceKind.ROLE),
        ("fishermen from the delta", SourceKind.COLLECTIVE),
        ("a deserter", SourceKind.ANONYMOUS),
        ("the coast guard", SourceKind.INSTITUTION),
        ("his guards", SourceKind.ROLE),
        ("her observers", SourceKind.ROLE),
        ("independent observers", SourceKind.COLLECTIVE),
        ("an officer close to the talks", SourceKind.ANONYMOUS),
        ("a porter who wanted his name kept out of it", SourceKind.ANONYMOUS),
        ("the former harbour prefect", SourceKind.ROLE),
        ("the kidnappers", SourceKind.ANONYMOUS),
        ("the family of one driver", SourceKind.COLLECTIVE),
        ("the depot's logbook", SourceKind.DOCUMENT),
        ("the railway", SourceKind.INSTITUTION),
        ("a user called Reedcutter", SourceKind.ANONYMOUS),
        ("reports", SourceKind.ANONYMOUS),
        ("two reports", SourceKind.DOCUMENT),
    ],
)
def test_kinds(source: str, kind: SourceKind) -> None:
    assert last(f"In the town on Monday <s1>{source}</s1> <q1>said</q1> <c1>that the road was open</c1>.").kind is kind


@pytest.mark.parametrize(
    "source",
    [
        "Rector Edra Mollin",
        "Dean Edra Mollin",
        "Council Speaker Edra Mollin",
        "the agitator Edra Mollin",
        "the registrar, Edra Mollin,",
        "a schoolteacher, Edra Mollin,",
        "its Speaker, Edra Mollin,",
    ],
)
def test_an_office_is_no_part_of_a_name(source: str) -> None:
    found = last(f"In the town on Monday <s1>{source}</s1> <q1>said</q1> <c1>that the road was open</c1>.")
    assert (found.name, found.kind) == ("Edra Mollin", SourceKind.PERSON)


def test_a_first_name_that_is_also_a_title_stays() -> None:
    assert last("On Monday <s1>Dean Tellow</s1> <q1>said</q1> <c1>that the road was open</c1>.").name == "Dean Tellow"


def test_common_words_and_mastheads_make_no_person() -> None:
    said = "<q1>counts</q1> <c1>nine dead</c1>."
    assert last(f"On Monday <s1>Open Water</s1> {said}").kind is SourceKind.INSTITUTION
    assert last(f"On Monday <s1>Tessary Mirror</s1> {said}").kind is SourceKind.MEDIA
    assert last(f"On Monday <s1>Rose Tellow</s1> {said}").kind is SourceKind.PERSON


def test_what_prints_or_has_reporters_or_was_told_is_a_medium() -> None:
    said = "On Monday <s1>the Red Kettle</s1> <q1>said</q1> <c1>that the road was open</c1>."
    assert last(said).kind is not SourceKind.MEDIA
    assert last(f"The Red Kettle prints two pages a week. {said}").kind is SourceKind.MEDIA
    assert last(f"The Red Kettle's correspondent left. {said}").kind is SourceKind.MEDIA
    assert last(f"The mayor told the Red Kettle nothing. {said}").kind is SourceKind.MEDIA
    assert last("Ana Tellow carried the child. <s1>Ana Tellow</s1> <q1>said</q1> <c1>so</c1>.").kind is SourceKind.PERSON


def test_initials_between_commas() -> None:
    said = "The Northern Relief Council, NRC, met in Orlen. <s1>The NRC</s1> <q1>said</q1> <c1>that the road was open</c1>."
    assert last(said).name == "Northern Relief Council"
    capitals = "THE NATIONAL RELIEF COUNCIL, CNR, MET TODAY. <s1>THE CNR</s1> <q1>SAID</q1> <c1>THAT THE ROAD WAS OPEN</c1>."
    assert last(capitals).name == "NATIONAL RELIEF COUNCIL"


def test_the_outlet_by_its_initials_and_by_its_report() -> None:
    own = last("<s1>NPS</s1> <q1>saw</q1> <c1>the carpenters start</c1>.", "Northern Press Service")
    assert own.kind is SourceKind.OUTLET
    report = "<s1>Our report of June 5</s1> <q1>said</q1> <c1>nine people had died</c1>."
    assert last(report, "Northern Press Service").kind is SourceKind.OUTLET


def test_an_office_by_another_name() -> None:
    marked = "Father Emmo Tellow came on Monday. Nobody else was there. <s1>The priest</s1> <q1>wants</q1> <c1>no flags</c1>."
    assert last(marked).name == "Emmo Tellow"


def test_the_only_person_is_the_minister() -> None:
    marked = "Edra Mollin took questions in the hall. {}<s1>The minister</s1> <q1>said</q1> <c1>that the road was open</c1>."
    assert last(marked.format("")).name == "Edra Mollin"
    assert last(marked.format("Ardo Venn listened. ")).name == "The minister"


def test_she_is_no_husband() -> None:
    marked = (
        "<s1>Edra Mollin</s1> <q1>said</q1> <c1>that the road was open</c1>. <s2>Her husband</s2> <q2>said</q2> "
        "<c2>that it was not</c2>. <s3>{}</s3> <q3>added</q3> <c3>that it had rained</c3>."
    )
    assert last(marked.format("She")).name == "Edra Mollin"
    assert last(marked.format("He")).name == "Her husband"


def test_she_is_nobody_in_what_she_says() -> None:
    marked = (
        "<s1>Edra Mollin</s1> <q1>said</q1> <c1>that the road was open</c1>. "
        "<c2>A clerk had sent her away</c2>, <s2>she</s2> <q2>recalls</q2>."
    )
    assert last(marked).name == "Edra Mollin"


def test_he_himself_is_he() -> None:
    marked = "<s1>Ardo Venn</s1> <q1>said</q1> <c1>so</c1>. <s2>He himself</s2> <q2>doubted</q2> <c2>the number</c2>."
    assert last(marked).name == "Ardo Venn"


def test_names_in_a_heading_that_is_no_title_case() -> None:
    body = "Recorded this morning.\n\n<s1>Mollin</s1> <q1>said</q1> <c1>that the road was open</c1>.\n"
    assert last(f"Rector Edra Mollin on leaving the University of Orlen\n\n{body}").name == "Edra Mollin"
    assert last(f"Rector Edra Mollin Leaving The University Of Orlen\n\n{body}").name == "Mollin"
