"""Figures on sentences of an invented war, and what must hold for any text."""

from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.analyse import Analysis, analyse
from hearsay.codec import id_of, spans_of
from hearsay.extract.figures import Figures
from hearsay.lang.en import ENGLISH
from hearsay.model import Block, Figure, Label, Link, Modality, Polarity, Relation, Span, Text

PUBLISHED = date(2031, 6, 4)  # a Wednesday


def analysed(content: str, *labels: Label) -> Analysis:
    """An analysis of a text with one block a line; the first lines have the labels given, the others are main text."""
    blocks: list[Block] = []
    at = 0
    for number, line in enumerate(content.split("\n")):
        if line.strip():
            label = labels[number] if number < len(labels) else Label.MAIN
            blocks.append(Block(Span(at, at + len(line)), label, True))
        at += len(line) + 1
    text = Text("text", "document", "plain@1", "en", content, blocks=tuple(blocks))
    return analyse(text, ENGLISH, PUBLISHED)


def figures(content: str, *labels: Label) -> list[Figure]:
    return [each.finding for each in Figures(read=False)(analysed(content, *labels)) if isinstance(each.finding, Figure)]


def row(figure: Figure) -> str:
    """One figure in short: words; measure; bounds; modifier; who."""
    low, high = ("" if bound is None else str(bound) for bound in (figure.low, figure.high))
    bounds = low if low == high and low else f"{low}..{high}"
    modifier = "" if figure.modifier.value == "exact" else f" {figure.modifier.value}"
    return f"{figure.words}: {figure.measure.value} {bounds}{modifier} / {figure.who}"


def parts(content: str) -> Iterator[tuple[str, str]]:
    """Words of each part and of its whole."""
    words: dict[str, str] = {}
    for each in Figures(read=False)(analysed(content)):
        if isinstance(each.finding, Figure):
            words[id_of(each.finding)] = each.finding.words
        elif isinstance(each.finding, Link):
            assert each.finding.relation is Relation.PART_OF
            yield words[each.finding.left], words[each.finding.right]


HARD = [
    # numbers, and what loosens them
    (
        "At least 417 officers and soldiers of the Northern Guard have been killed.",
        ["417: killed 417.. at least / officers and soldiers of the Northern Guard"],
    ),
    ("Some 2.3 million people were displaced.", ["2.3 million: displaced 2300000 about / people"]),
    ("About half a million people fled.", ["half a million: displaced 500000 about / people"]),
    ("More than 1.5m people have fled.", ["1.5m: displaced 1500000.. more than / people"]),
    ("Over 40k civilians were displaced.", ["40k: displaced 40000.. more than / civilians"]),
    ("Nearly 2 lakh villagers were displaced.", ["2 lakh: displaced 200000 about / villagers"]),
    ("Dozens of people were wounded.", ["Dozens: injured .. vague / people"]),
    ("The flood displaced tens of thousands of villagers.", ["tens of thousands: displaced .. vague / villagers"]),
    ("Several hundred fighters were captured.", ["Several hundred: detained .. vague / fighters"]),
    ("More than a dozen miners died.", ["a dozen: killed 12.. more than / miners"]),
    ("Half a dozen medics were hurt.", ["Half a dozen: injured 6 / medics"]),
    ("Between 30 and 40 people were trapped under the rubble.", ["30 and 40: trapped 30..40 range / people"]),
    ("The shelling killed 100 to 300 people.", ["100 to 300: killed 100..300 range / people"]),
    ("Six to eight people died.", ["Six to eight: killed 6..8 range / people"]),
    ("The raid killed 30-40 men.", ["30-40: killed 30..40 range / men"]),
    ("Up to 300 people may be buried, and as many as 40 were killed.", ["40: killed ..40 at most / people"]),
    ("Fewer than 20 soldiers were wounded.", ["20: injured ..20 fewer than / soldiers"]),
    ("Fifty or more prisoners were freed.", ["Fifty: released 50.. at least / prisoners"]),
    ("An estimated 12,300 families fled.", ["12,300: displaced 12300 about / families"]),
    ("Three thousand two hundred and five people died.", ["Three thousand two hundred and five: killed 3205 / people"]),
    ("No one was hurt.", ["No one: injured 0 / people"]),
    ("No civilians were killed.", ["No: killed 0 / civilians"]),
    ("No fewer than 27 herders died.", ["27: killed 27.. at least / herders"]),
    ("A couple of hundred people were detained.", ["A couple of hundred: detained 200 about / people"]),
    ("Another 15 were wounded.", ["15: injured 15 / people"]),
    ("At least another 15 people were wounded.", ["15: injured 15.. at least / people"]),
    # direction of the verb
    ("Gunmen killed 12 people and wounded 30.", ["12: killed 12 / people", "30: injured 30 / people"]),
    ("12 gunmen killed five villagers.", ["five: killed 5 / villagers"]),
    ("Two soldiers shot and killed three men.", ["three: killed 3 / men"]),
    ("12 gunmen killed the guards.", []),
    ("12 soldiers killed Irena Voss.", ["Irena Voss: killed 1 / Irena Voss"]),
    ("12 people were killed and 30 others wounded.", ["12: killed 12 / people", "30: injured 30 / people"]),
    ("The blast left 12 people dead.", ["12: killed 12 / people"]),
    ("12 dead, 30 wounded in market attack", ["12: killed 12 / people", "30: injured 30 / people"]),
    (
        "Seven guards and at least 19 herders died, while 46 more were hurt.",
        ["Seven: killed 7 / guards", "19: killed 19.. at least / herders", "46: injured 46 / herders"],
    ),
    (
        "At least 12 soldiers and 3 medics were killed.",
        ["12: killed 12.. at least / soldiers", "3: killed 3.. at least / medics"],
    ),
    ("The strike killed at least 9 and wounded 27.", ["9: killed 9.. at least / people", "27: injured 27 / people"]),
    (
        "The strike killed 12 soldiers, three medics and a child.",
        ["12: killed 12 / soldiers", "three: killed 3 / medics", "a: killed 1 / child"],
    ),
    ("Twelve people, the ministry said, were killed.", ["Twelve: killed 12 / people"]),
    ("Twelve people who were in the building were killed.", ["Twelve: killed 12 / people"]),
    ("12 people were killed or wounded.", ["12: other 12 / people"]),
    ("The attack killed and wounded 22 workers.", ["22: other 22 / workers"]),
    ("The brigade lost 12 men.", ["12: killed 12 / men"]),
    ("The raid has claimed the lives of 56 herders.", ["56: killed 56 / herders"]),
    ("The attack claimed 56 lives.", ["56: killed 56 / lives"]),
    ("The death toll rose to 12.", ["12: killed 12 / people"]),
    ("The toll from the blast now stands at 65.", ["65: killed 65 / people"]),
    ("The bodies of 12 men were found.", ["12: killed 12 / men"]),
    ("The strikes caused 12 deaths.", ["12: killed 12 / deaths"]),
    ("Gunmen killed the governor and three others.", ["the governor: killed 1 / governor", "three: killed 3 / people"]),
    # what only the text before tells
    ("The army said 417 men were killed. The Columns admitted to 96.", ["417: killed 417 / men", "96: killed 96 / men"]),
    ("Shells killed 38 people. Nobody has seen the 38 since.", ["38: killed 38 / people", "38: killed 38 / people"]),
    ("The toll rose from 9 to 12.", ["9: killed 9 / people", "12: killed 12 / people"]),
    ("The Columns admitted to 96.", []),
    # other harms
    (
        "The rebels abducted 2 teachers, released 14 hostages and destroyed 30 houses.",
        ["2: abducted 2 / teachers", "14: released 14 / hostages", "30: destroyed 30 / houses"],
    ),
    ("The fighting forced 4,000 families to flee.", ["4,000: displaced 4000 / families"]),
    ("Police arrested 40 demonstrators.", ["40: detained 40 / demonstrators"]),
    ("Some 275 men are being held.", ["275: held 275 about / men"]),
    ("Seven sailors are missing.", ["Seven: missing 7 / sailors"]),
    ("Some 40 miners remain trapped.", ["40: trapped 40 about / miners"]),
    ("Four men were taken hostage.", ["Four: abducted 4 / men"]),
    # one person
    ("A medic was killed.", ["A: killed 1 / medic"]),
    ("Irena Voss, 38, was killed.", ["Irena Voss: killed 1 / Irena Voss"]),
    ("A 12-year-old girl was wounded.", ["A: injured 1 / 12-year-old girl"]),
    ("Gunmen shot dead a village chief.", ["a: killed 1 / village chief"]),
    ("His wife and their three sons were killed.", ["His: killed 1 / wife", "three: killed 3 / sons"]),
    ("Nine miners were stoned to death.", ["Nine: killed 9 / miners"]),
    ("Two herders were early on Sunday killed.", ["Two: killed 2 / herders"]),
    ("Irena Voss, one of the town's best known lawyers, was killed.", ["Irena Voss: killed 1 / Irena Voss"]),
    ("Irena Voss, 38, a lawyer, was killed.", ["Irena Voss: killed 1 / lawyer"]),
    ("The mayor and one of his guards were killed.", ["The mayor: killed 1 / mayor", "one: killed 1 / guards"]),
    ("Village chief was shot dead by gunmen.", ["Village chief: killed 1 / Village chief"]),
    ("Gunmen killed a reporter covering the unrest.", ["a: killed 1 / reporter"]),
    ("Gunmen beheaded a highly respected elder.", ["a: killed 1 / highly respected elder"]),
    ("Gunmen seized a miller and killed him.", ["a: detained 1 / miller", "him: killed 1 / "]),
    ("Gunmen killed five men and wounded another at a gate.", ["five: killed 5 / men", "another: injured 1 / men"]),
    ("Two of the wounded succumbed to their injuries.", ["Two: killed 2 / people"]),
    ("A further 55 civilians were injured.", ["55: injured 55 / civilians"]),
    ("The death total climbed to 12.", ["12: killed 12 / people"]),
    ("Some 60 people are believed to be buried under the rubble.", ["60: trapped 60 about / people"]),
    # what is no figure
    ("Shells killed five men, said an official.", ["five: killed 5 / men"]),
    ("Seven mourners loyal to the cleric Moro Ansel were killed.", ["Seven: killed 7 / mourners"]),
    ("The court had nine herders shot dead in three secret executions.", ["nine: killed 9 / herders"]),
    ("He was killed at the age of 38 in 2029.", []),
    ("A 500-pound bomb killed him 12 kilometres from the front.", ["him: killed 1 / "]),
    ("Resolution 2334 was adopted 12 days after the killing.", []),
    ("They paid $12,000 to the families of the dead.", []),
    ("Some 30 percent were killed.", []),
    ("He was the third man killed in Ward 101.", []),
    ("An average of 12 a day were killed.", []),
    ("He threatened to kill 12 hostages.", []),
    ("The attack could kill hundreds.", []),
    ("The 12th Brigade killed nobody it knew.", ["nobody: killed 0 / people"]),
    ("Civilians were killed and soldiers wounded.", []),
    ("The army captured 12 villages.", []),
    ("The ministry said 12 ships left the port.", []),
]


@pytest.mark.parametrize(("sentence", "expected"), HARD, ids=[sentence[:40] for sentence, _ in HARD])
def test_hard_phrases(sentence: str, expected: list[str]) -> None:
    assert [row(figure) for figure in figures(sentence)] == expected


PARTS = [
    ("Twelve people, including 5 children and 3 women, were killed.", [("5", "Twelve"), ("3", "Twelve")]),
    ("Ten people including three children were killed.", [("three", "Ten")]),
    ("12 people were killed, three of them children.", [("three", "12")]),
    ("12 people were killed. Of them, five were children.", [("five", "12")]),
    ("The Guard lost 417 men since May 1, of them 96 in Ostrel.", [("96", "417")]),
    ("Nine travellers (seven herders and two guards) died.", [("seven", "Nine"), ("two", "Nine")]),
    ("Nine travellers, seven herders and two guards, died.", [("seven", "Nine"), ("two", "Nine")]),
    ("30 were wounded, 12 of whom are in hospital.", [("12", "30")]),
    ("12 people were killed, among them a medic.", [("a", "12")]),
    ("12 people were killed and 30 wounded.", []),
    ("Five men were killed. A commander was among the dead.", [("A", "Five")]),
    ("Thirty men were killed. It lists 113 wounded.\nAmong the dead are 17 pupils.", [("17", "Thirty")]),
    ("The strike killed 12 soldiers, three medics and a child.", []),
]


@pytest.mark.parametrize(("sentence", "expected"), PARTS, ids=[sentence[:40] for sentence, _ in PARTS])
def test_parts(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert list(parts(sentence)) == expected


SCOPES = [
    ("An airstrike killed 12 people in Ostrel on Sunday.", "incident"),
    ("The death toll from the blast rose to 12.", "incident"),
    ("Since March 14, 417 soldiers have been killed.", "cumulative"),
    ("More than 3,000 people have been killed in the war.", "cumulative"),
    ("Some 40,000 people have been displaced so far this year.", "cumulative"),
    ("Some 275 men are being held.", "cumulative"),
    ("The army lost 12 men in the past 24 hours.", "period"),
    ("Shelling killed 12 people last week.", "period"),
    ("Clashes killed 12 soldiers on Tuesday.", "period"),
    ("About 4,000 people were displaced.", "unknown"),
    ("A village chief has been killed.", "incident"),
    ("Eleven men died on the second day of the truce.", "incident"),
]


@pytest.mark.parametrize(("sentence", "expected"), SCOPES)
def test_scope(sentence: str, expected: str) -> None:
    assert [figure.scope.value for figure in figures(sentence)] == [expected]


WINDOWS = [
    ("Shells killed 12 people on Sunday, the ministry said on Monday.", ("on Sunday", "2031-06-01", "2031-06-01")),
    ("The ministry told reporters on Monday that 12 people were killed.", None),
    ("The ministry said on Monday that 12 men had died on May 30.", ("on May 30", "2031-05-30", "2031-05-30")),
    ("Since March 14, 417 soldiers have been killed.", ("Since March 14", "2031-03-14", None)),
    ("Some 4,000 people fled since the fighting began.", ("since the fighting began", None, None)),
    ("12 people were killed overnight into Tuesday.", ("overnight into Tuesday", "2031-06-02", "2031-06-03")),
    ("12 people died in the past 24 hours.", ("in the past 24 hours", "2031-06-03", "2031-06-04")),
]


@pytest.mark.parametrize(("sentence", "expected"), WINDOWS)
def test_window(sentence: str, expected: tuple[str, str | None, str | None] | None) -> None:
    (figure,) = figures(sentence)
    window = figure.window
    assert (window and (window.words, window.start, window.end)) == expected


def test_place() -> None:
    assert [figure.place and figure.place.words for figure in figures("A shell killed 12 people in Port Lume.")] == ["Port Lume"]
    assert [figure.place and figure.place.words for figure in figures("A shell killed 12 people in the town of Ostrel.")] == [
        "Ostrel"
    ]


def test_modality_and_polarity() -> None:
    (feared,) = figures("Dozens are feared dead.")
    assert feared.modality is Modality.FEARED
    (presumed,) = figures("Twelve sailors are presumed dead.")
    assert presumed.modality is Modality.PRESUMED
    (expected,) = figures("Some 40 prisoners will be released.")
    assert expected.modality is Modality.EXPECTED
    (denied,) = figures("The ministry denied that 12 soldiers were killed.")
    assert denied.polarity is Polarity.DENIED
    (affirmed,) = figures("The ministry said that 12 soldiers were killed.")
    assert affirmed.polarity is Polarity.AFFIRMED


def test_a_headline_has_figures_of_its_own() -> None:
    found = figures("Strike kills 12 in Ostrel\nAt least 14 people were killed.", Label.HEADLINE)
    assert [figure.words for figure in found] == ["12", "14"]


def test_nothing_runs_across_a_heading() -> None:
    assert not figures("Killed\n12 people came to the market.", Label.HEADING)
    assert not list(parts("12 people were killed.\nOf them, five were children."))


def test_one_person_is_told_of_once_in_a_sentence() -> None:
    found = figures("A lawyer, Irena Voss, was killed on Sunday. Irena Voss was killed at her home.")
    assert [figure.words for figure in found] == ["A", "Irena Voss"], "once a sentence: who says it twice is asked twice"


REPORT = (
    "The Kessen army killed 12 Tessary soldiers on Sunday, the Tessary ministry said. Kessen forces lost 30 men, among them "
    "a commander. Tessary rebels abducted 4 Kessen teachers near Ostrel; 3 of them were released."
)


def test_swapping_the_sides_swaps_the_figures_and_nothing_else() -> None:
    swapped = REPORT.replace("Kessen", "#").replace("Tessary", "Kessen").replace("#", "Tessary")
    mine, theirs = figures(REPORT), figures(swapped)
    assert len(mine) == 5
    for one, other in zip(mine, theirs, strict=True):
        who = one.who.replace("Kessen", "#").replace("Tessary", "Kessen").replace("#", "Tessary")
        assert who == other.who
        same = ("words", "measure", "low", "high", "modifier", "scope", "modality", "polarity")
        assert [getattr(one, field) for field in same] == [getattr(other, field) for field in same]


WORDS = st.sampled_from(
    "12 1.5m 2,300 a dozen dozens no one killed wounded were people soldiers , . ( ) of them including at least between and 30 "
    "- to or million half since March 14 on Sunday overnight the death toll rose Irena Voss in Ostrel 2031 $ % th".split()
)


@given(st.lists(WORDS, max_size=40).map(" ".join) | st.text(max_size=200))
@settings(max_examples=300, deadline=None)
def test_any_text_yields_figures_that_stand_in_it(content: str) -> None:
    for each in Figures(read=False)(analysed(content.replace("\r", " "))):
        finding = each.finding
        for start, end in spans_of(finding):
            assert 0 <= start < end <= len(content)
        if isinstance(finding, Figure):
            assert finding.words == content.replace("\r", " ")[finding.span.start : finding.span.end]
            assert finding.low is None or finding.high is None or finding.low <= finding.high
            if finding.who_spans:
                (span,) = finding.who_spans
                assert finding.who == content.replace("\r", " ")[span.start : span.end]
            if finding.window is not None and finding.window.start and finding.window.end:
                assert finding.window.start <= finding.window.end
        assert each.confidence is not None
        assert 0 < each.confidence <= 1


def test_a_language_without_tables_finds_nothing() -> None:
    from dataclasses import replace

    from hearsay.lang.figure_tables import Harm

    analysis = analysed("12 people were killed.")
    assert not list(Figures(read=False)(replace(analysis, language=replace(ENGLISH, harm=Harm()))))
