"""The inline marks of our own corpus: what is read from them, what is refused, and whether the corpus keeps its rules."""

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.agreement import alpha, compared
from evals.inline import Marked, MarkupError, corpus, parse
from evals.inline_check import faults
from evals.inline_gold import rows
from evals.inline_numbers import bounds, number
from evals.inline_shades import SHADES, negated, shade_of
from evals.invented import TEST, page_of, reports, scores
from hearsay.pipeline import outlet_of, published_day

HEAD = "=== x-1 | 2041-02-13 | wire story | Delta Post\n@a person Ana Voll\n@b institution Guard\n\n"
CORPUS = list(corpus())
NAMES = pytest.mark.parametrize("marked", CORPUS, ids=[one.name for one in CORPUS])


def one(body: str) -> Marked:
    """The report with this text."""
    return next(parse(HEAD + body, "t.txt", "c"))


def test_marks_become_rows() -> None:
    marked = one(
        "{s1 a|Ana Voll} {q1|said} on {v1|Radio Reed} {c1|that {s2 b|the Guard} {q2|denied} {c2|killing {f1 killed atleast|"
        "twelve} {w1,2|fishers} {t1 02-12|on Tuesday}}, {f2 killed of=1|two} of them young}. {c3 ^1|It was late}."
    )
    gold = rows(marked)
    said, denied, more = gold["attributions"]
    assert marked.text[slice(*said["content"][0])].startswith("that the Guard denied killing twelve fishers")
    assert (said["via"], denied["inside"], denied["via"]) == (["Radio Reed"], "a1", ["Ana Voll", "Radio Reed"])
    assert (denied["shade"], denied["polarity"], denied["speaker"]) == ("denies", "denied", "Guard")
    assert (more["inferred"], more["speaker"], more["via"], more["cue"]) == (True, "Ana Voll", ["Radio Reed"], [])
    twelve, two = gold["figures"]
    assert (twelve["low"], twelve["high"], twelve["attribution"], twelve["who"]) == (12, None, "a2", "fishers")
    assert twelve["window"] == {"words": "on Tuesday", "start": "2041-02-12", "end": "2041-02-12", "precision": "day"}
    assert (two["part_of"], two["attribution"], two["window"]) == ("f1", "a1", None)


@pytest.mark.parametrize(
    ("body", "quoting"),
    [
        ('{s1 a|Voll} {q1|said} {c1|"It rained."}', "direct"),
        ('{s1 a|Voll} {q1|said} {c1|that "it rained"}', "direct"),
        ('{s1 a|Voll} {q1|said} {c1|that it was "very wet" there}', "mixed"),
        ('{s1 a|Voll} {q1|said} {c1|that it was "wet" there}', "indirect"),
        ('{s1 a|Voll} {q1|said} {c1|that {s2 b|the Guard} {q2|spoke of} {c2|"a long night"}}', "indirect"),
        ('{s1 a|Voll} {q1|said} {c1|"It rained.}', "direct"),
    ],
)
def test_quoting_is_that_of_its_own_level(body: str, quoting: str) -> None:
    assert rows(one(body))["attributions"][0]["quoting"] == quoting


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("{c1|it rained}", "needs a cue"),
        ("{q1|said} {c1|it rained}", "has no source and does not say 0"),
        ("{s1 zed|He} {q1|said} {c1|so}", "names nobody of the cast"),
        ("{s1 a|He} {q1|warbled} {c1|so}", "shade of 'warbled'"),
        ("{s1 a|He} {q1|did not say} {c1|so}", "polarity of 'did not say'"),
        ("{c1 ^2|So}. {s2 a|He} {q2|said} {c2|so}", "no earlier attribution"),
        ("{f1 killed|sundry} men", "no number"),
        ("{f1|12} men", "without a measure"),
        ("{f1 killed of=3|12} men", "no other figure"),
        ("{f1 killed|10 and 12} men", "no number"),
        ("{f1 killed|12} men {t1 02-31|in vain}", "day is out of range"),
        ("{t1 02-12|on Tuesday}", "serves nothing"),
    ],
)
def test_wrong_marks_are_refused(body: str, reason: str) -> None:
    with pytest.raises(MarkupError, match=reason) as refused:
        rows(one(body))
    assert str(refused.value).startswith("t.txt:5")


@pytest.mark.parametrize("body", ["a {c1|b", "a } b", "a | b", "{y1|b}", "{c|b}", "{o1|b}", "{c1|}", "{c1| b}", "{c1|a\nb}"])
def test_broken_marks_are_refused(body: str) -> None:
    with pytest.raises(MarkupError, match=r"t\.txt:5"):
        one(body)


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ("{o|It rained.} It snowed.", "nobody says"),
        ("{s1 a|Ana Voll} {q1|said} {c1|it rained.}", "mark of punctuation"),
        ("{o|{f1 killed|3} {w1|men} died, {f2 killed of=1|5} of them old.}", "more than its whole"),
        ("{o|{f1 killed|3} {w1|men} died {t1 02-12|on Monday}.}", "is not 2041-02-12"),
        ("{o|{f1 killed|3} {w1|men} died {t1 02-14|on Thursday}.}", "after the day of publication"),
        ("{h|A {f1 killed|3} heading}", "heading"),
        ("{s1 a|Mr Voll} {q1|said} {c1|so}.", "does not stand in the text"),
    ],
)
def test_faults_are_found(body: str, fault: str) -> None:
    assert any(fault in found for found in faults(one(body))), list(faults(one(body)))


WORDS = st.text("ab c.\n", min_size=1, max_size=8).map(lambda words: f"x{words}x")
NESTED = st.recursive(
    WORDS.map(lambda words: (words, words)),
    lambda inner: st.tuples(st.sampled_from(["o", "x"]), st.lists(inner, min_size=1, max_size=3)).map(
        lambda pair: ("{" + pair[0] + "|" + "".join(m for m, _ in pair[1]) + "}", "".join(t for _, t in pair[1]))
    ),
    max_leaves=8,
)


@given(NESTED)
def test_text_is_the_markup_without_its_marks(pair: tuple[str, str]) -> None:
    marked = one(pair[0])
    assert marked.text == pair[1] + "\n"
    for mark in marked.marks:
        assert 0 <= mark.start < mark.end <= len(pair[1])


@pytest.mark.parametrize(
    ("words", "value"),
    [("12", 12), ("1,140", 1140), ("two hundred and twelve", 212), ("a dozen", 12), ("1.2 million", 1_200_000), ("no one", 0)],
)
def test_numbers(words: str, value: int) -> None:
    assert number(words, "t") == value


def test_bounds_follow_the_modifier() -> None:
    assert bounds("30 and 45", "range", "", "t") == (30, 45)
    assert bounds("nine", "at most", "", "t") == (None, 9)
    assert bounds("scores", "vague", "", "t") == (None, None)
    with pytest.raises(MarkupError):
        bounds("nine", "range", "", "t")


def test_shades() -> None:
    assert [shade_of(cue) for cue in ("has said", "firmly denies", "called for", "warbled")] == ["says", "denies", "orders", None]
    assert all(negated(cue) for cue in ("didn't say", "would not say"))
    assert not negated("noted")


@NAMES
def test_corpus_keeps_its_rules(marked: Marked) -> None:
    assert not list(faults(marked))
    assert not re.search(r"[{}|]|  ", marked.text)
    gold = rows(marked)
    assert gold["attributions"] or gold["own"]
    assert {row["shade"] for row in gold["attributions"]} <= set(SHADES)


def test_corpus_is_large_and_varied() -> None:
    gold = [rows(marked) for marked in CORPUS]
    said = [row for each in gold for row in each["attributions"]]
    assert len(CORPUS) >= 100
    assert len(said) >= 600
    assert sum(len(each["figures"]) for each in gold) >= 420
    assert len({marked.conflict for marked in CORPUS}) >= 6
    assert len(list(reports("test"))) * 4 >= len(CORPUS)
    assert {marked.conflict for marked in reports("dev")}.isdisjoint(TEST)
    assert sum(count >= 4 for count in Counter(marked.register for marked in CORPUS).values()) >= 13
    assert min(Counter(row["shade"] for row in said).values()) >= 5


@NAMES
def test_corpus_is_read_with_its_day_and_outlet(marked: Marked) -> None:
    page = page_of(marked)
    assert page.text.content == marked.text
    assert page.text.language == "en"
    assert (published_day(page), outlet_of(page)) == (marked.published, marked.outlet)


def test_an_annotation_agrees_with_itself() -> None:
    scores_of_same = compared(CORPUS[:6], CORPUS[:6]).scores()
    assert set(scores_of_same.values()) == {100.0}


def test_disagreement_is_told() -> None:
    first = one("{s1 a|Ana Voll} {q1|said} {c1|that it rained}.")
    other = one("{s1 b|Ana Voll} {q1 asserts|said} {c1|that it rained}.")
    found = compared([first], [other]).scores()
    assert found["attributions, F1"] == 100.0
    assert found["attribution shade, agreed"] == found["attribution speaker, agreed"] == 0.0
    with pytest.raises(MarkupError, match="not the text"):
        compared([first], [one("{s1 b|Ana Voll} {q1|said} {c1|that it snowed}.")])


def test_alpha() -> None:
    """Krippendorff 2011, section A: ten binary units of two coders give 0.095."""
    one_coder, other = "0100000010", "1110010000"
    assert alpha(list(zip(one_coder, other, strict=True))) == pytest.approx(0.095, abs=0.001)
    assert alpha([("a", "a"), ("a", "a")]) == 1.0


def test_scores_are_points() -> None:
    assert all(0 <= value <= 100 for value in scores("dev").values())
