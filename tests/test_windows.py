"""Time expressions, counted back from a Wednesday."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.analyse import tokens
from hearsay.extract.windows import Clock, window
from hearsay.lang.en_numbers import NUMBERS
from hearsay.lang.en_time import TIMES
from hearsay.model import Span, Window

PUBLISHED = date(2031, 6, 4)


def windows(content: str, published: date | None = PUBLISHED) -> list[Window]:
    words = tuple(tokens(content, Span(0, len(content))))
    found = Clock(TIMES, NUMBERS, published).expressions(words, 0, len(words))
    return [window(content, words, each) for each in found]


DAYS = [
    ("killed on Tuesday", "on Tuesday", "2031-06-03", "2031-06-03", "day"),
    ("killed on Wednesday", "on Wednesday", "2031-06-04", "2031-06-04", "day"),
    ("killed on Thursday night", "on Thursday night", "2031-05-29", "2031-05-29", "day"),
    ("killed on Tuesday, May 27", "on Tuesday, May 27", "2031-05-27", "2031-05-27", "day"),
    ("killed in Sunday’s raid", "in Sunday’s", "2031-06-01", "2031-06-01", "day"),
    ("killed between 1 and 3 June", "between 1 and 3 June", "2031-06-01", "2031-06-03", "range"),
    ("killed today", "today", "2031-06-04", "2031-06-04", "day"),
    ("killed yesterday morning", "yesterday morning", "2031-06-03", "2031-06-03", "day"),
    ("killed last night", "last night", "2031-06-03", "2031-06-03", "day"),
    ("killed on March 14", "on March 14", "2031-03-14", "2031-03-14", "day"),
    ("killed on 14 March", "on 14 March", "2031-03-14", "2031-03-14", "day"),
    ("killed on July 14", "on July 14", "2030-07-14", "2030-07-14", "day"),
    ("killed on March 14, 2029", "on March 14, 2029", "2029-03-14", "2029-03-14", "day"),
    ("killed on the 14th of March 2029", "on the 14th of March 2029", "2029-03-14", "2029-03-14", "day"),
    ("killed on 2029-03-14", "on 2029-03-14", "2029-03-14", "2029-03-14", "day"),
    ("killed two days ago", "two days ago", "2031-06-02", "2031-06-02", "day"),
    ("killed March 3-9", "March 3-9", "2031-03-03", "2031-03-09", "range"),
    ("killed since March 14", "since March 14", "2031-03-14", None, "day"),
    ("killed until May 30", "until May 30", None, "2031-05-30", "day"),
    ("killed between May 1 and May 9", "between May 1 and May 9", "2031-05-01", "2031-05-09", "range"),
    ("killed from Monday to Tuesday", "from Monday to Tuesday", "2031-06-02", "2031-06-03", "range"),
    ("killed overnight", "overnight", "2031-06-03", "2031-06-04", "range"),
    ("killed overnight into Tuesday", "overnight into Tuesday", "2031-06-02", "2031-06-03", "range"),
    ("killed in the past 24 hours", "in the past 24 hours", "2031-06-03", "2031-06-04", "range"),
    ("killed over the last 72 hours", "over the last 72 hours", "2031-06-02", "2031-06-04", "range"),
    ("killed in the past three days", "in the past three days", "2031-06-01", "2031-06-03", "range"),
    ("killed over the past week", "over the past week", "2031-05-28", "2031-06-04", "week"),
    ("killed last week", "last week", "2031-05-26", "2031-06-01", "week"),
    ("killed this week", "this week", "2031-06-02", "2031-06-04", "week"),
    ("killed over the weekend", "over the weekend", "2031-05-31", "2031-06-01", "range"),
    ("killed last month", "last month", "2031-05-01", "2031-05-31", "month"),
    ("killed in March", "in March", "2031-03-01", "2031-03-31", "month"),
    ("killed in July", "in July", "2030-07-01", "2030-07-31", "month"),
    ("killed in February 2028", "in February 2028", "2028-02-01", "2028-02-29", "month"),
    ("killed in early March", "in early March", "2031-03-01", "2031-03-10", "range"),
    ("killed late last week", "late last week", "2031-05-30", "2031-06-01", "range"),
    ("killed earlier this week", "earlier this week", "2031-06-02", "2031-06-03", "week"),
    ("killed last summer", "last summer", "2030-06-01", "2030-08-31", "season"),
    ("killed in the winter of 2029", "in the winter of 2029", "2029-12-01", "2030-02-28", "season"),
    ("killed a few days ago", "a few days ago", "2031-06-01", "2031-06-03", "range"),
    ("killed in recent days", "in recent days", "2031-06-01", "2031-06-03", "range"),
    ("killed the day before yesterday", "the day before yesterday", "2031-06-02", "2031-06-02", "day"),
    ("killed on the first Friday of May", "on the first Friday of May", "2031-05-02", "2031-05-02", "day"),
    ("killed in the third week of May", "in the third week of May", "2031-05-12", "2031-05-18", "week"),
    ("killed on Friday last week", "on Friday last week", "2031-05-30", "2031-05-30", "day"),
    ("killed in July last year", "in July last year", "2030-07-01", "2030-07-31", "month"),
    ("killed in the week to Tuesday", "in the week to Tuesday", "2031-05-28", "2031-06-03", "week"),
    ("killed in the week of May 12", "in the week of May 12", "2031-05-12", "2031-05-18", "week"),
    ("killed in the first quarter of 2031", "in the first quarter of 2031", "2031-01-01", "2031-03-31", "range"),
    ("killed in the 1990s", "in the 1990s", "1990-01-01", "1999-12-31", "range"),
    ("killed in the early 1990s", "in the early 1990s", "1990-01-01", "1992-12-31", "range"),
    ("killed on the twenty-first of May", "on the twenty-first of May", "2031-05-21", "2031-05-21", "day"),
    ("killed on 14.3.2029", "on 14.3.2029", "2029-03-14", "2029-03-14", "day"),
    ("killed on 14/3/2029", "on 14/3/2029", "2029-03-14", "2029-03-14", "day"),
    ("killed on 4/3/2029", "on 4/3/2029", None, None, "unresolved"),
    ("killed 1 month and 3 days ago", "1 month and 3 days ago", "2031-05-01", "2031-05-01", "day"),
    ("killed between Monday and now", "between Monday and now", "2031-06-02", "2031-06-04", "range"),
    ("killed from Thursday to Tuesday", "from Thursday to Tuesday", "2031-05-29", "2031-06-03", "range"),
    ("killed from November to March", "from November to March", "2030-11-01", "2031-03-31", "range"),
    ("will vote on Friday", "on Friday", "2031-06-06", "2031-06-06", "day"),
    ("will vote on July 14", "on July 14", "2031-07-14", "2031-07-14", "day"),
    ("will vote next week", "next week", "2031-06-09", "2031-06-15", "week"),
    ("will vote in three weeks from now", "in three weeks from now", "2031-06-23", "2031-06-29", "week"),
    ("will vote tomorrow", "tomorrow", "2031-06-05", "2031-06-05", "day"),
    ("in office until the end of next month", "until the end of next month", None, "2031-07-31", "range"),
    ("killed in 2029", "in 2029", "2029-01-01", "2029-12-31", "year"),
    ("killed this year", "this year", "2031-01-01", "2031-06-04", "year"),
    ("killed last year", "last year", "2030-01-01", "2030-12-31", "year"),
    ("fled since the fighting began", "since the fighting began", None, None, "unresolved"),
    ("fled since the start of the war", "since the start of the war", None, None, "unresolved"),
    ("fled since the start of the war on May 2", "since the start of the war on May 2", "2031-05-02", None, "day"),
    ("killed in a single day", "in a single day", None, None, "unresolved"),
    ("besieged for nearly three months", "for nearly three months", None, None, "unresolved"),
    ("killed on the second day of the truce", "on the second day of the truce", None, None, "unresolved"),
    ("killed during the truce", "during the truce", None, None, "unresolved"),
]


@pytest.mark.parametrize(("content", "words", "start", "end", "precision"), DAYS, ids=[row[0] for row in DAYS])
def test_expressions(content: str, words: str, start: str | None, end: str | None, precision: str) -> None:
    (found,) = windows(content)
    assert (found.words, found.start, found.end, found.precision.value) == (words, start, end, precision)


@pytest.mark.parametrize(
    "content", ["may be killed", "the march began", "sat down", "since he was ill", "12 houses", "32 March", "2031 people"]
)
def test_what_is_no_time(content: str) -> None:
    assert windows(content) == []


def test_without_a_day_of_publication_nothing_is_guessed() -> None:
    (weekday,) = windows("killed on Tuesday", None)
    assert (weekday.words, weekday.start, weekday.end, weekday.precision.value) == ("on Tuesday", None, None, "unresolved")
    (full,) = windows("killed on March 14, 2029", None)
    assert full.start == "2029-03-14"


def test_29_february_is_found_in_a_year_that_has_one() -> None:
    (found,) = windows("killed on February 29")
    assert found.start == "2028-02-29"


TERMS = st.sampled_from(
    "since until between and from to March May Tuesday 14 31 2031 the past last this week months three days hours overnight into "
    "early mid late of weekend ago - , th in on over for war began second day truce night 0 99999".split()
)


@given(st.lists(TERMS, max_size=25).map(" ".join), st.dates() | st.none())
def test_any_words_and_any_day(content: str, published: date | None) -> None:
    at = 0
    for found in windows(content, published):
        (span,) = found.spans
        assert found.words == content[span.start : span.end]
        assert at <= span.start < span.end
        at = span.end
        for each in (found.start, found.end):
            assert each is None or date.fromisoformat(each)
