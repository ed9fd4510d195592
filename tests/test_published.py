"""The day of a report: which field gives it, and when a header's date is not believed."""

from datetime import UTC, date, datetime
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.model import About, Block, Field, Label, Span
from hearsay.readers.base import Input
from hearsay.readers.calendar import dates, iso
from hearsay.readers.html import read_html
from hearsay.readers.published import Published, dateline_end, dates_in_text, settle


def told(*pairs: tuple[str, str], header: str | None = None) -> list[About]:
    found = [About("h1:x", Field.PUBLISHED, value, basis) for basis, value in pairs]
    return [*found, About("h1:x", Field.HEADER_DATE, header, "masthead")] if header else found


def blocks(*parts: tuple[Label, str]) -> tuple[str, list[Block]]:
    content, found = "", []
    for label, words in parts:
        content += "\n\n" if content else ""
        found.append(Block(Span(len(content), len(content) + len(words)), label, label is not Label.FURNITURE))
        content += words
    return content, found


def said(*parts: tuple[Label, str]) -> list[tuple[Field, str, str]]:
    content, found = blocks(*parts)
    result = list(dates_in_text(content, found))
    for _, _, _, span in result:
        assert span is not None
        assert content[span.start : span.end].strip()
    return [(field, value, basis) for field, value, basis, _ in result]


@pytest.mark.parametrize(
    ("pairs", "value", "basis"),
    [
        ([("url", "2031-06-01"), ("json-ld", "2031-06-05T10:00:00Z")], "2031-06-05T10:00:00Z", "json-ld"),
        ([("htmldate", "2031-06-09"), ("itemprop", "2031-06-05")], "2031-06-05", "itemprop"),
        (
            [("json-ld", "2031-01-02"), ("meta:article:published_time", "2031-06-05"), ("url", "2031-06-05")],
            "2031-06-05",
            "meta:article:published_time",
        ),
        ([("itemprop", "2030-12-18"), ("itemprop", "2031-01-05"), ("htmldate", "2031-01-05")], "2031-01-05", "itemprop"),
        ([("content", "2031-06-02"), ("htmldate", "2031-07-20")], "2031-06-02", "content"),
        ([("json-ld:after-capture", "2031-11-06"), ("htmldate", "2031-06-11")], "2031-06-11", "htmldate"),
        ([("content:latest", "2031-06-02")], "2031-06-02", "content"),
    ],
)
def test_the_best_field_gives_the_date_unless_two_agree_against_it(pairs: list[tuple[str, str]], value: str, basis: str) -> None:
    for order in permutations(told(*pairs)):
        assert settle(order) == Published(value, "day", basis, None, False)


def test_nothing_said_is_no_date() -> None:
    assert settle([]) is None
    assert settle([About("h1:x", Field.HEADLINE, "2031 in review", "json-ld")]) is None


def test_a_header_date_that_contradicts_is_a_conflict() -> None:
    assert settle(told(("json-ld", "2031-06-02T10:00:00Z"), header="2031-07-20")) == Published(
        "2031-06-02T10:00:00Z", "day", "json-ld", "2031-07-20", True
    )
    assert settle(told(("content:latest", "2031-06-02"), header="2031-07-20")) == Published(
        "2031-06-02", "day", "content", "2031-07-20", True
    )


def test_a_header_date_that_agrees_is_none() -> None:
    found = settle(told(("json-ld", "2031-06-02T23:30:00-05:00"), header="2031-06-03"))
    assert found is not None
    assert not found.conflict


def test_a_header_date_stands_in_where_nothing_else_speaks_unless_it_is_the_day_of_capture() -> None:
    assert settle(told(header="2031-07-20")) == Published("2031-07-20", "day", "masthead", "2031-07-20", False)
    assert settle([About("h1:x", Field.HEADER_DATE, "2031-07-20", "masthead:capture")]) is None


def test_guesswork_that_only_repeats_the_header_is_not_believed() -> None:
    found = settle(told(("htmldate", "2031-07-20"), ("content:latest", "2031-06-02"), header="2031-07-20"))
    assert found == Published("2031-06-02", "day", "content", "2031-07-20", True)


def test_the_dateline_gives_the_date_and_unmasks_the_header() -> None:
    assert said(
        (Label.FURNITURE, "The Tessary Post — Sunday, 20 July 2031"),
        (Label.HEADLINE, "Shelling kills 12"),
        (Label.MAIN, "VELL, June 2, 2031 (Tessary Post) — Shelling killed 12 people. The war began on March 14, 2031."),
    ) == [
        (Field.PUBLISHED, "2031-06-02", "content"),
        (Field.HEADER_DATE, "2031-07-20", "masthead"),
        (Field.PUBLISHED, "2031-06-02", "content:latest"),
    ]


def test_a_dateline_without_a_year_takes_the_last_such_day() -> None:
    found = said(
        (Label.FURNITURE, "January 20, 2032"),
        (Label.HEADLINE, "Twelve dead"),
        (Label.MAIN, "VELL, Dec. 30 (Agency) - Twelve died."),
    )
    assert (Field.PUBLISHED, "2031-12-30", "content") in found


def test_a_date_line_is_believed_until_the_text_contradicts_it() -> None:
    line = (Label.DATELINE, "July 20, 2031")
    head = (Label.HEADLINE, "Ten killed in Ostrel")
    assert (Field.PUBLISHED, "2031-07-20", "dateline") in said(
        head, line, (Label.MAIN, "Ten died on Friday, July 18, an aide said.")
    )
    assert (Field.HEADER_DATE, "2031-07-20", "dateline") in said(
        head, line, (Label.MAIN, "Ten died on Monday, June 2, an aide said.")
    )
    assert (Field.PUBLISHED, "2031-07-20", "dateline") in said(head, line, (Label.MAIN, "Some 400 have died since March 14."))


def test_updates_and_sentences_are_no_date_lines() -> None:
    assert said((Label.HEADLINE, "Ten killed"), (Label.DATELINE, "Updated July 20, 2031"), (Label.MAIN, "Ten died.")) == []
    assert said((Label.HEADLINE, "Ten were killed in the shelling of Ostrel on July 2, 2031"), (Label.MAIN, "Ten died.")) == [
        (Field.PUBLISHED, "2031-07-02", "content:latest")
    ]


@pytest.mark.parametrize(
    ("words", "dateline"),
    [
        ("VELL, June 2, 2031 (Tessary Post) — Twelve died.", "VELL, June 2, 2031 (Tessary Post)"),
        ("June 2, 2031 (Tessary Post) - Twelve died.", "June 2, 2031 (Tessary Post)"),
        ("NORTH TESSARY (Agency) — Twelve died.", "NORTH TESSARY (Agency)"),
        ("Twelve people died in Vell — among them two drivers.", ""),
        ("The governor — a former colonel — said so.", ""),
        ("Twelve died.", ""),
    ],
)
def test_datelines(words: str, dateline: str) -> None:
    assert words[: dateline_end(words)] == dateline


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("on Monday, June 2, 2031, and on 3 June", [(2031, 6, 2), (0, 6, 3)]),
        ("2031-06-02T10:00Z or 2.6.2031 or 13/6/2031 or 6/13/2031", [(2031, 6, 2), (2031, 6, 2), (2031, 6, 13), (2031, 6, 13)]),
        ("on 3/4/2031, May 45, 12 marches, 12.50, 2031", []),
        ("the 2nd of June, 2031; Sept. 4", [(2031, 6, 2), (0, 9, 4)]),
        ("In June 2031 he was 40", []),
    ],
)
def test_dates_are_found(words: str, days: list[tuple[int, int, int]]) -> None:
    assert [(each.year, each.month, each.day) for each in dates(words)] == days


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_every_written_form_of_a_day_is_read(day: date) -> None:
    month = day.strftime("%B")
    for words in (
        f"{month} {day.day}, {day.year}",
        f"{day.day} {month} {day.year}",
        day.isoformat(),
        f"{day:%A}, {day.day} {month[:3]}. {day.year}",
    ):
        assert [each.within(0) for each in dates(f"({words})")] == [day]
        assert iso(words) == day.isoformat()


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2031-06-02T10:00:00+0200", "2031-06-02T10:00:00+02:00"),
        ("2031-06-02 10:00:00", "2031-06-02T10:00:00"),
        ("Mon, 02 Jun 2031 10:00:00 GMT", "2031-06-02T10:00:00+00:00"),
        ("2031-06-02", "2031-06-02"),
        ("soon", ""),
        ("", ""),
    ],
)
def test_fields_become_iso_dates(value: str, expected: str) -> None:
    assert iso(value) == expected


def test_a_field_dated_after_the_capture_is_kept_and_not_believed() -> None:
    html = (
        '<html><head><meta property="article:published_time" content="2031-11-06"></head><body><h1>Ten killed in Ostrel</h1>'
        "<div>11 June 2031</div><p>Ten people were killed in Ostrel, the ministry said.</p></body></html>"
    )
    read = read_html(Input("x", html.encode(), "text/html", at=datetime(2031, 6, 12, tzinfo=UTC)))
    late = [about for about in read.abouts if about.basis == "meta:article:published_time:after-capture"]
    assert [about.value for about in late] == ["2031-11-06"]
    found = settle(read.abouts)
    assert found is not None
    assert (found.value, found.basis) == ("2031-06-11", "dateline")
