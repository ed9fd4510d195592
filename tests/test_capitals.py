"""Text without small letters: which words are names, and who speaks."""

import pytest

from hearsay.extract.casing import cased, is_common
from hearsay.extract.names import Kind, names
from hearsay.lang.en import ENGLISH
from hearsay.model import Source, SourceKind

from .marked import analysed, enriched

REPORT = (
    "ORLEN, 9 JUNE 31 (TESSARY RADIO) -- [TEXT] DEFENSE MINISTER GENERAL ARDO VENN SALLA REPORTED TODAY THAT THE ROAD IS OPEN. "
    "THE MINISTER'S OFFICE IN ORLEN CONFIRMED THIS. THE SEDRINI HIGHLAND RELIEF COMMITTEE (SHRC) DENIED IT."
)


def last(marked: str, outlet: str = "") -> Source:
    """The source of the last attribution of a marked text."""
    source = enriched(marked, outlet)[-1].source
    assert source is not None
    return source


@pytest.mark.parametrize(
    ("word", "common"),
    [("road", True), ("roads", True), ("stopped", True), ("denying", True), ("orvessa", False), ("venn", False)],
)
def test_common_words_are_known_in_their_inflected_forms(word: str, common: bool) -> None:
    assert is_common(word, ENGLISH.names) is common


def test_words_are_written_as_if_there_were_small_letters() -> None:
    written = " ".join(word.text for word in cased(analysed(REPORT)))
    assert "general Ardo Venn Salla reported today that the road is open" in written
    assert "highland relief committee ( SHRC )" in written


def test_mixed_text_is_left_as_it_is() -> None:
    analysis = analysed("General Ardo Venn said that NRC staff had left. BREAKING news follows.")
    assert cased(analysis) is analysis.words


def test_names_are_found_without_case() -> None:
    found = {name.words: name.kind for name in names(analysed(REPORT))}
    assert found["ARDO VENN SALLA"] is Kind.PERSON
    assert found["SHRC"] is Kind.INSTITUTION
    assert not {"ROAD", "REPORTED", "TODAY", "MINISTER"} & set(found)


@pytest.mark.parametrize(
    ("source", "name", "kind"),
    [
        ("GENERAL VENN", "ARDO VENN SALLA", SourceKind.PERSON),
        ("VENN SALLA", "ARDO VENN SALLA", SourceKind.PERSON),
        ("HE", "ARDO VENN SALLA", SourceKind.PERSON),
        ("THE MINISTER", "ARDO VENN SALLA", SourceKind.PERSON),
        ("THE SHRC", "SEDRINI HIGHLAND RELIEF COMMITTEE", SourceKind.INSTITUTION),
        ("ILMA TORREK, LEADER OF THE HIGHLAND PARTY,", "ILMA TORREK", SourceKind.PERSON),
        ("A MILITARY SPOKESMAN", "A MILITARY SPOKESMAN", SourceKind.ROLE),
        ("RELIABLE SOURCES", "RELIABLE SOURCES", SourceKind.ANONYMOUS),
        ("TWO VILLAGERS", "TWO VILLAGERS", SourceKind.COLLECTIVE),
        ("THE NEWSPAPER OSTRELLA", "OSTRELLA", SourceKind.MEDIA),
    ],
)
def test_speakers_in_capitals(source: str, name: str, kind: SourceKind) -> None:
    marked = (
        "<s1>DEFENSE MINISTER GENERAL ARDO VENN SALLA</s1> <q1>REPORTED</q1> "
        "<c1>THAT THE SEDRINI HIGHLAND RELIEF COMMITTEE (SHRC) HAD LEFT</c1>. "
        f"<s2>{source}</s2> <q2>SAID</q2> <c2>THAT THE BRIDGE WAS GONE</c2>."
    )
    found = last(marked)
    assert (found.name.removeprefix("THE "), found.kind) == (name, kind)


def test_initials_go_by_what_brackets_say_of_them() -> None:
    marked = (
        "TROOPS OF THE HLF [HIGHLAND LIBERATION FRONT] ENTERED ORLEN. "
        "<s1>THE HLF</s1> <q1>CLAIMED</q1> <c1>THE TOWN WAS FREE</c1>."
    )
    assert last(marked) == Source("HIGHLAND LIBERATION FRONT", SourceKind.INSTITUTION, last(marked).spans)


def test_an_editors_mark_stands_for_whoever_spoke_last() -> None:
    marked = (
        "<s1>MINISTER ARDO VENN</s1> <q1>SAID</q1> <c1>THE ROAD IS OPEN</c1>. [<s2>BEGIN RECORDING</s2><q2>]</q2> "
        "<c2>NOBODY WILL CLOSE IT</c2>."
    )
    assert last(marked).name == "ARDO VENN"
