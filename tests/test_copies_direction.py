"""Credits by their form, and who copied whom."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.claims.base import Origin
from hearsay.copies import Form, Reason, credits_of, direction, side_of
from hearsay.copies.direction import Side
from hearsay.copies.outlets import masthead, outlets_of, same_outlet
from hearsay.model import Text

from .test_copies import PARAGRAPHS, lines, text

BODY = PARAGRAPHS[1]


@pytest.mark.parametrize(
    ("first", "last", "form", "names"),
    [
        ("HALMERE, June 15 (Pellam Wire) — " + BODY, "", Form.DATELINE, ["Pellam Wire"]),
        ("Halmere (OSNA) - " + BODY, "", Form.DATELINE, ["OSNA"]),
        ("HALMERE (OSNA/Pellam Wire) -- " + BODY, "", Form.DATELINE, ["OSNA", "Pellam Wire"]),
        ("Pellam Wire, Halmere — " + BODY, "", Form.DATELINE, ["Pellam Wire"]),
        (BODY, "The road is closed. (Pellam Wire)", Form.SIGNATURE, ["Pellam Wire"]),
        (BODY, "(Pellam Wire)", Form.SIGNATURE, ["Pellam Wire"]),
        (BODY, "- Orvessa Wire Service", Form.SIGNATURE, ["Orvessa Wire Service"]),
        (BODY, "— The Dunmarrow Courier", Form.SIGNATURE, ["The Dunmarrow Courier"]),
        (BODY, "Source: Pellam Wire", Form.SIGNATURE, ["Pellam Wire"]),
        ("By Oskar Thane, Pellam Wire", BODY, Form.BYLINE, ["Oskar Thane", "Pellam Wire"]),
        (BODY, "Pellam Wire contributed to this report.", Form.HELP, ["Pellam Wire"]),
        (BODY, "OSNA and Pellam Wire also contributed to this story.", Form.HELP, ["OSNA", "Pellam Wire"]),
        (BODY, "With reporting by Pellam Wire.", Form.HELP, ["Pellam Wire"]),
        (BODY, "Written in Halmere, with files from OSNA and Radio Ambel.", Form.HELP, ["OSNA", "Radio Ambel"]),
        (BODY, "This article was first published by Pellam Wire.", Form.FIRST, ["Pellam Wire"]),
        (BODY, "Originally appeared in The Dunmarrow Courier", Form.FIRST, ["The Dunmarrow Courier"]),
        (BODY, "Reprinted with permission from the Dunmarrow Courier.", Form.FIRST, ["the Dunmarrow Courier"]),
        (BODY, "The guns are back, Radio Ambel reported on Monday.", Form.CITED, ["Radio Ambel"]),
        (BODY, "He told Pellam Wire that the guns were back.", Form.CITED, ["Pellam Wire"]),
    ],
)
def test_forms_of_credit(first: str, last: str, form: Form, names: list[str]) -> None:
    page = text(lines("Guns above the ford", first, BODY, *([last] if last else [])))
    found = [credit for credit in credits_of(page) if credit.form is form]
    assert [credit.name for credit in found] == names
    for credit in found:
        assert credit.span is not None
        assert page.content[credit.span.start : credit.span.end] == credit.name


@pytest.mark.parametrize(
    "last",
    [
        "The boat (a barge) was lost.",
        "He came - and went.",
        "The letter was first published by a clerk in the harbour.",
        "It was the first of the reports that were written by hand.",
        "This is one of the council's plans, and was courtesy of the GOP's men.",
    ],
)
def test_what_is_no_credit(last: str) -> None:
    assert credits_of(text(lines("Guns above the ford", BODY, last))) == ()


def test_the_byline_that_the_page_tells() -> None:
    names = [credit.name for credit in credits_of(text(lines("Guns", BODY)), "By Oskar Thane for Pellam Wire")]
    assert names == ["Oskar Thane", "Pellam Wire"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Pellam Wire", "The Pellam Wire", True),
        ("Pellam Wire", "PELLAM WIRE staff", True),
        ("pellamwire", "Pellam Wire", True),
        ("OSNA", "Orvessan State News Agency", True),
        ("O.S.N.A", "Orvessan State News Agency", True),
        ("Osna", "Orvessan State News Agency", False),
        ("Pellam Wire", "Pellam Post", False),
        ("Pellam", "Pellam Wire", False),
        ("The", "The Agency", False),
        ("", "", False),
        ("أوسنا", "أوسنا", True),
    ],
)
def test_names_of_one_outlet(one: str, other: str, same: bool) -> None:
    assert same_outlet(one, other) is same
    assert same_outlet(other, one) is same


def test_names_of_a_page() -> None:
    assert outlets_of("Pellam Wire", "https://www.pellamwire.example/a") == ("Pellam Wire", "pellamwire")
    assert outlets_of("", "https://localhost/a") == ()
    assert masthead(text(lines("Grain hall dead", "Harbour Herald, 5 May 2034", BODY))) == "Harbour Herald"
    assert masthead(text(lines("Grain hall dead", "Nobody knew in 2034 what would come.", BODY))) == ""


def side(
    name: str,
    outlet: str = "",
    published: str | None = None,
    *,
    last: str = "",
    at: str = "2031-07-01T00:00:00Z",
    dated: bool = True,
) -> Side:
    """A report that has the same paragraph as all others."""
    origin = Origin("h1:" + name, "sha256:" + name, name, at, outlet=outlet, published=published)
    return side_of(_page(last), origin, dated=dated)


def _page(last: str) -> Text:
    return text(lines("Guns above the ford", BODY, *([last] if last else [])))


def test_a_credit_outweighs_time() -> None:
    wire = side("wire", "Pellam Wire", "2031-06-16T09:00:00+02:00")
    paper = side("paper", "The Courier", "2031-06-16T06:00:00+02:00", last="(Pellam Wire)")
    told = direction(paper, wire)
    assert (told.copier, told.reason) == (0, Reason.CREDIT)
    assert told.words == "paper credits Pellam Wire (signature)"


def test_a_citation_against_time_tells_nothing() -> None:
    wire = side("wire", "Pellam Wire", "2031-06-16T09:00:00+02:00")
    paper = side("paper", "The Courier", "2031-06-16T06:00:00+02:00", last="So Pellam Wire reported.")
    assert direction(paper, wire).reason is Reason.CONFLICT
    assert direction(paper, wire).copier is None
    later = side("paper", "The Courier", "2031-06-16T12:00:00+02:00", last="So Pellam Wire reported.")
    assert (direction(later, wire).copier, direction(later, wire).reason) == (0, Reason.CREDIT)


def test_two_copies_of_a_third_copied_from_neither() -> None:
    one = side("one", "The Courier", "2031-06-16T06:00:00Z", last="(Pellam Wire)")
    other = side("other", "Radio Ambel", "2031-06-18T06:00:00Z", last="Source: Pellam Wire")
    told = direction(one, other)
    assert (told.copier, told.reason, told.words) == (None, Reason.COMMON, "both credit Pellam Wire")


def test_a_reporters_name_that_both_have_is_no_third_outlet() -> None:
    one = side("one", "The Courier", "2031-06-16T06:00:00Z", last="With reporting by Lidia Farrow.")
    other = side("other", "Radio Ambel", "2031-06-18T06:00:00Z", last="With reporting by Lidia Farrow.")
    assert direction(one, other).copier == 1


def test_each_credits_the_other() -> None:
    one = side("one", "The Courier", last="(Radio Ambel)")
    other = side("other", "Radio Ambel", last="(The Courier)")
    assert direction(one, other).reason is Reason.MUTUAL
    cited = side("other", "Radio Ambel", last="So the Courier reported.")
    assert direction(one, cited).copier == 0
    assert direction(cited, one).copier == 1


def test_a_report_may_credit_itself() -> None:
    wire = side("wire", "Pellam Wire", last="(Pellam Wire)")
    assert direction(wire, side("paper", "The Courier", last="(Pellam Wire)")).copier == 1


@pytest.mark.parametrize(
    ("first", "second", "copier"),
    [
        ("2031-06-15T19:20:00+02:00", "2031-06-15T19:00:00+01:00", 1),
        ("2031-06-15T19:20:00+02:00", "2031-06-15T17:20:00Z", None),
        (
            "2031-06-15",
            "2031-06-17",
            None,
        ),  # 15 June ends at noon of the 16th in the west, 17 June begins at 10:00 of that day in the east
        ("2031-06-15", "2031-06-18", 1),
        ("2031-06-15", "2031-06-16", None),
        ("2031-06-15", "2031-06-15", None),
        ("2031-06-15", "2031-06-17T12:00:00Z", 1),
        ("2031-06-15T10:00:00", "2031-06-15T20:00:00", None),
        ("2031-06", "2031-08-15", None),
        ("2031-06-15", None, None),
        (None, None, None),
        ("soon", "2031-06-15", None),
    ],
)
def test_times_tell_as_far_as_they_are_told(first: str | None, second: str | None, copier: int | None) -> None:
    one, other = side("one", "The Courier", first, at=""), side("other", "Radio Ambel", second, at="")
    told = direction(one, other)
    assert told.copier == copier
    assert told.reason is (Reason.UNKNOWN if copier is None else Reason.TIME)
    assert told.words


def test_one_outlet_has_one_clock() -> None:
    assert direction(side("one", "The Courier", "2031-06-15"), side("other", "The Courier", "2031-06-16")).copier == 1


def test_a_page_that_contradicts_itself_tells_no_time() -> None:
    one = side("one", "The Courier", "2031-06-10", dated=False)
    assert direction(one, side("other", "Radio Ambel", "2031-06-18")).copier is None


def test_what_was_met_before_the_other_was_published_is_no_copy_of_it() -> None:
    one = side("one", "The Courier", at="2031-06-10T12:00:00Z")
    told = direction(one, side("other", "Radio Ambel", "2031-06-18T08:00:00Z"))
    assert (told.copier, told.reason) == (1, Reason.TIME)
    assert "was met" in told.words


def test_a_date_after_it_was_met_is_not_believed_to_be_met_late() -> None:
    """Reports dated after the day on which they were read keep their own order."""
    one = side("one", "The Courier", "2041-06-10T12:00:00Z")
    assert direction(one, side("other", "Radio Ambel", "2041-06-09T12:00:00Z")).copier == 0


SIDES = st.builds(
    side,
    st.sampled_from(["a", "b"]),
    st.sampled_from(["", "The Courier", "Pellam Wire", "OSNA"]),
    st.sampled_from([None, "2031-06", "2031-06-15", "2031-06-19", "2031-06-15T10:00:00Z", "2031-06-15T09:00:00+02:00"]),
    last=st.sampled_from(["", "(OSNA)", "(Pellam Wire)", "So Pellam Wire reported.", "With reporting by the Courier."]),
    dated=st.booleans(),
)


@given(SIDES, SIDES)
def test_exchanging_the_sides_exchanges_the_answer(one: Side, other: Side) -> None:
    assert direction(one, other).copier == direction(other, one).swapped().copier
    assert direction(one, other).reason == direction(other, one).reason
