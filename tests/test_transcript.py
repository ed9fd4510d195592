"""Transcripts: turns marked by a name in brackets (annotation rule 11)."""

from hearsay.extract.transcript import turns

from .marked import analysed, words


def said(text: str, outlet: str = "") -> list[tuple[str, str]]:
    """Name and content of each turn."""
    return [(words(text, one.source)[0], words(text, one.content)[0]) for one in turns(analysed(text, outlet=outlet))]


def test_a_single_turn_of_somebody_of_whom_the_text_speaks() -> None:
    text = "{} spoke in Orlen today, and this is what was heard.\n\n[Mollin] We asked for two hours.\n"
    assert said(text.format("Edra Mollin")) == [("Mollin", "We asked for two hours")]
    assert said(text.format("Ardo Venn")) == []


def test_a_recording_begins_and_ends_outside_the_words() -> None:
    text = "Edra Mollin spoke today, as follows.\n\n[begin recording] [Mollin] We asked for two hours. [end recording]\n"
    assert said(text) == [("Mollin", "We asked for two hours")]


def test_whoever_reports_for_the_outlet_has_no_turn() -> None:
    text = "{} Edra Mollin was in Orlen today, as follows.\n\n[Mollin] The road is open. Cars pass.\n"
    assert said(text.format("Our special correspondent")) == []
    assert said(text.format("Here is a report by")) == []
    assert said(text.format("The tireless")) == [("Mollin", "The road is open. Cars pass")]
    two = "[Announcer] The road is open now.\n\n[Mollin] Cars pass.\n"
    assert said(two) == [("Mollin", "Cars pass")]


def test_editors_marks_are_no_names() -> None:
    assert said("[Words indistinct] The road is open now.\n\n[Passage omitted] Cars pass.\n") == []
