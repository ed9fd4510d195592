"""How one and the same figure may be told: families of verbs, lists, elliptic answers, corrections, parts.

All of an invented war."""

import pytest

from hearsay.lang.en_people import PERSON, PERSONS

from .test_figures import figures, parts, row

ROWS = [
    # verbs with a particle behind their object
    ("Masked men dragged three teachers out of a bus.", ["three: abducted 3 / teachers"]),
    ("The river guard put nine rowers ashore.", ["nine: released 9 / rowers"]),
    ("Raiders set four barges on fire.", ["four: other 4 / barges"]),
    ("Nine rowers were put ashore on Sunday.", ["Nine: released 9 / rowers"]),
    ("Two millers were picked up on Monday.", ["Two: detained 2 / millers"]),
    # what a word does to things, and to people
    ("A mine blew up two ferries.", ["two: destroyed 2 / ferries"]),
    ("Two bakers were blown up by a mine.", ["Two: killed 2 / bakers"]),
    ("The convoy lost three lorries.", ["three: destroyed 3 / lorries"]),
    ("She lost a cousin at the weir.", ["a: killed 1 / cousin"]),
    ("Two stokers were burned on both hands.", ["Two: injured 2 / stokers"]),
    ("Eleven barns went up in flames.", ["Eleven: destroyed 11 / barns"]),
    # states
    ("Twenty-two constables are in rebel hands.", ["Twenty-two: held 22 / constables"]),
    ("Oster Watch lists 41 printers and binders in custody.", ["41: detained 41 / printers and binders"]),
    ("Six children have not been found.", ["Six: missing 6 / children"]),
    ("Some 600 quarry workers are unable to leave Brin.", ["600: trapped 600 about / quarry workers"]),
    ("Six boatmen are fighting for their lives.", ["Six: injured 6 / boatmen"]),
    # entries of lists
    ("Dead: 4. Wounded: 9. Missing: 2.", ["4: killed 4 / people", "9: injured 9 / people", "2: missing 2 / people"]),
    ("Brin: 4 dead, 9 wounded; Oster: none.", ["4: killed 4 / people", "9: injured 9 / people", "none: killed 0 / people"]),
    (
        "By district: Brin, 96 civilians dead; Oster, 77; Ulm, 58; 87 elsewhere.",
        ["96: killed 96 / civilians", "77: killed 77 / civilians", "58: killed 58 / civilians", "87: killed 87 / civilians"],
    ),
    ("The toll stands at 50: 30 men and 20 women.", ["50: killed 50 / people", "30: killed 30 / men", "20: killed 20 / women"]),
    # elliptic answers and corrections
    ("The hospital counted 15 dead, the ministry 12.", ["15: killed 15 / people", "12: killed 12 / people"]),
    ("The hospital counted 15 dead; the ministry only 12.", ["15: killed 15 / people", "12: killed 12 / people"]),
    ("It was not seven dead but nine.", ["seven: killed 7 / people", "nine: killed 9 / people"]),
    ("Not seven but nine men died.", ["seven: killed 7 / people", "nine: killed 9 / men"]),
    ("The toll, first given as 20, is now nine.", ["20: killed 20 / people", "nine: killed 9 / people"]),
    (
        "Two barges were sunk. The clerk now says one barge.",
        ["Two: destroyed 2 / barges", "one: destroyed 1 / barge"],
    ),
    ("The tanks lost at Brin number seventeen.", ["seventeen: destroyed 17 / tanks"]),
    ("The raid brings to fourteen the number of porters abducted.", ["fourteen: abducted 14 / porters"]),
    ("The ministry puts the dead at nine and the injured at 54.", ["nine: killed 9 / people", "54: injured 54 / people"]),
    # two, and a number with its modifier behind
    ("Both girls were found dead.", ["Both: killed 2 / girls"]),
    ("Two women, both teachers, were abducted.", ["Two: abducted 2 / women"]),
    ("Nineteen children at least were wounded.", ["Nineteen: injured 19.. at least / children"]),
    # what may be, and what will be
    ("Up to 30 people may have died.", ["30: killed ..30 at most / people"]),
    ("Up to 30 may still be under the rubble.", ["30: trapped ..30 at most / people"]),
    ("Ten of the patients will die.", ["Ten: killed 10 / patients"]),
    # what is no count
    ("Nobody knows how many died.", []),
    ("The clerk, 39, was shot.", ["The clerk: killed 1 / clerk"]),
    ("At 1545 (2145 GMT) the clinic confirmed that two had died.", ["two: killed 2 / people"]),
    ("He ordered that no prisoner be beaten.", []),
    ("Voss's guards fled.", []),
    # one person
    ("A foreigner named Irena Voss was killed.", ["A: killed 1 / foreigner"]),
    ("One prisoner died of typhus.", ["One: killed 1 / prisoner"]),
    ("A miller was murdered. The miller was stabbed.", ["A: killed 1 / miller"]),
    ("They mourn the murder on the night of 27 May of six porters.", ["six: killed 6 / porters"]),
    (
        "The clinic listed three dead porters besides a watchman.",
        ["three: killed 3 / dead porters", "a: killed 1 / watchman"],
    ),
]


@pytest.mark.parametrize(("content", "expected"), ROWS, ids=[content[:44] for content, _ in ROWS])
def test_families(content: str, expected: list[str]) -> None:
    assert [row(figure) for figure in figures(content)] == expected


PARTS = [
    ("Four people are dead in Brin: a watchman, two porters and a girl.", 3),
    ("Twelve people were killed (nine children, two women and a man).", 3),
    ("The army recorded 87 barges sunk, 14 ferries among them.", 1),
    ("A total of 312 people died; 114 were women.", 1),
    ("Twenty-six rowers were killed.\n\nBrin: fourteen killed. Oster: twelve killed.", 2),
]


@pytest.mark.parametrize(("content", "count"), PARTS, ids=[content[:44] for content, _ in PARTS])
def test_parts(content: str, count: int) -> None:
    found = list(parts(content))
    first = figures(content)[0]
    assert len(found) == count, found
    assert {whole for _, whole in found} == {first.words}


def test_lines_that_do_not_add_up_are_no_parts() -> None:
    assert not list(parts("Twenty-six rowers were killed.\n\nBrin: fourteen killed. Oster: eleven killed."))


def test_a_title_tells_what_its_lines_count() -> None:
    content = "Two porters were killed.\n\nArrests\n\nBrin: twelve porters. Oster: seven millers.\n"
    assert [row(figure) for figure in figures(content)][-2:] == ["twelve: detained 12 / porters", "seven: detained 7 / millers"]


def test_plurals_of_people_follow_from_their_singulars() -> None:
    many = set(PERSONS.split())
    assert {"skippers", "watchmen", "midwives", "secretaries", "princesses", "schoolchildren"} <= many
    assert {"skipper", "watchman"} <= set(PERSON.split())
    assert "anchors" not in many
