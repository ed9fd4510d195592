"""Families of phrases for dying, hurting, vanishing, captivity and flight that hold no plain verb of harm, and what only looks
like harm. All of an invented war."""

import pytest

from hearsay.lang.en_captures import CAPTURES, NO_HARM
from hearsay.lang.en_fates import FATES, spelt_out

from .test_figures import figures, parts, row

ROWS = [
    # the dead
    ("Three rowers never woke.", ["Three: killed 3 / rowers"]),
    ("Two of the divers did not regain consciousness.", ["Two: killed 2 / divers"]),
    ("One miller could not be revived.", ["One: killed 1 / miller"]),
    ("Nine weavers lie in a mass grave at Ulm.", ["Nine: killed 9 / weavers"]),
    ("The sexton has put 40 bargemen in the ground.", ["40: killed 40 / bargemen"]),
    ("The priest closed the eyes of seven herders.", ["seven: killed 7 / herders"]),
    ("The eleven that we buried had no shoes.", ["eleven: killed 11 / people"]),
    ("Both boys were dead on arrival.", ["Both: killed 2 / boys"]),
    ("A mine claimed the lives of two coopers.", ["two: killed 2 / coopers"]),
    ("Five bakers were shot in the back of the head.", ["Five: killed 5 / bakers"]),
    ("Four men were recovered from the river.", ["Four: killed 4 / men"]),
    ("Brin: two burials.", ["two: killed 2 / burials"]),
    # the hurt
    ("A gunner lost two fingers.", ["A: injured 1 / gunner"]),
    ("One nurse had a hand blown off.", ["One: injured 1 / nurse"]),
    ("A drummer has no left foot.", ["A: injured 1 / drummer"]),
    ("Six rowers are blind in one eye.", ["Six: injured 6 / rowers"]),
    ("Three cooks will never walk again.", ["Three: injured 3 / cooks"]),
    ("Two porters were struck by flying glass.", ["Two: injured 2 / porters"]),
    ("Nine sentries are on crutches.", ["Nine: injured 9 / sentries"]),
    ("Eight welders were overcome by smoke.", ["Eight: injured 8 / welders"]),
    # those of whom nothing is heard
    ("Nobody has heard from four scouts.", ["four: missing 4 / scouts"]),
    ("Six pilots whom nobody has heard from are on the list.", ["Six: missing 6 / pilots"]),
    ("Two couriers have not reported back.", ["Two: missing 2 / couriers"]),
    ("Twelve herders can no longer be traced.", ["Twelve: missing 12 / herders"]),
    # the captive and the free
    ("Five deserters threw down their rifles.", ["Five: detained 5 / deserters"]),
    ("Seven printers are on remand.", ["Seven: detained 7 / printers"]),
    ("Gunmen pushed three clerks into a van.", ["three: abducted 3 / clerks"]),
    ("Thirteen guards sit in our cellars.", ["Thirteen: held 13 / guards"]),
    ("Four boys were handed back to their parents.", ["Four: released 4 / boys"]),
    # the driven out, the buried alive
    ("Some 300 families sleep under tarpaulins.", ["300: displaced 300 about / families"]),
    ("About 900 people have crossed into Brin.", ["900: displaced 900 about / people"]),
    ("Two miners are still beneath the slabs.", ["Two: trapped 2 / miners"]),
    ("Four miners have not come up.", ["Four: trapped 4 / miners"]),
    # things
    ("Eleven stalls were gutted by fire.", ["Eleven: destroyed 11 / stalls"]),
    ("Three barns were washed away.", ["Three: destroyed 3 / barns"]),
    # entries of bulletins
    ("Deaths in the week: 63 (previous week: 41).", ["63: killed 63 / people", "41: killed 41 / people"]),
    ("Newly displaced: 250 families.", ["250: displaced 250 / families"]),
    ("Died on the ward: six.", ["six: killed 6 / people"]),
    # one more, none at all
    (
        "Two rowers drowned; a third was saved, a fourth died on the quay.",
        ["Two: killed 2 / rowers", "a fourth: killed 1 / rowers"],
    ),
    ("Not a single baker was hurt.", ["Not a single: injured 0 / baker"]),
    (
        "Irena Voss; Moro Ansel; and Tila Oren, were killed.",
        [f"{name}: killed 1 / {name}" for name in ("Irena Voss", "Moro Ansel", "Tila Oren")],
    ),
    # a number of what was told before
    (
        "Nine men died. The Columns' list now has only 12 names.",
        ["Nine: killed 9 / men", "12: killed 12 / names"],
    ),
    ("Nine men died. The Columns stand by eleven.", ["Nine: killed 9 / men", "eleven: killed 11 / men"]),
    # what only looks like harm
    ("Forty deputies held talks in Brin.", []),
    ("Eight rowers fell ill.", []),
    ("Nine clerks lost their jobs.", []),
    ("Twelve prisoners were treated well.", []),
    ("All but two were hurt.", []),
    ("They would have us believe that they shot one another.", []),
    ("Some 3,000 soldiers have crossed into Brin.", []),
    ("The mayor had no hand in it.", []),
]


@pytest.mark.parametrize(("content", "expected"), ROWS, ids=[content[:44] for content, _ in ROWS])
def test_figures_of_fates(content: str, expected: list[str]) -> None:
    assert [row(figure) for figure in figures(content)] == expected


def test_a_partition_in_brackets_belongs_to_its_whole() -> None:
    content = "The list holds 71 deaths (26 in Brin, 29 from fire and 16 on the roads)."
    assert list(parts(content)) == [("26", "71"), ("29", "71"), ("16", "71")]


def test_a_family_is_spelt_out() -> None:
    assert list(spelt_out("[lay/lie] [dead/in graves]|stiff")) == [
        "lay dead",
        "lay in graves",
        "lie dead",
        "lie in graves",
        "stiff",
    ]
    assert {"never woke", "did not wake", "not woken"} <= set(spelt_out("~wake:woke:woken"))


def test_no_phrase_is_told_twice_with_different_harm() -> None:
    told = [(phrase, measure) for (measure, _), phrases in (FATES | CAPTURES).items() for phrase in set(phrases)]
    harms: dict[str, set[str]] = {}
    for phrase, measure in told:
        harms.setdefault(phrase, set()).add(measure)
    assert {phrase: found for phrase, found in harms.items() if len(found) > 1} == {}
    assert harms.keys().isdisjoint(NO_HARM)


def test_no_family_has_an_open_bracket() -> None:
    assert not [phrase for phrases in (FATES | CAPTURES).values() for phrase in phrases if set(phrase) & set("[]/~:|")]
