"""Figures whose harm stands further off: losses told as a side's own, numbers set against others, persons by name, lists,
the scope, time and place that a bulletin tells once. All of an invented war."""

import pytest

from hearsay.model import Figure

from .test_figures import figures, parts, row

ROWS = [
    # verbs and nouns of harm
    ("Two sentries fell at the ford.", ["Two: killed 2 / sentries"]),
    ("Since the start of the year eleven guards have given their lives.", ["eleven: killed 11 / guards"]),
    ("Nine deserters laid down their arms.", ["Nine: detained 9 / deserters"]),
    ("A ferryman was shot on Friday.", ["A: killed 1 / ferryman"]),
    ("A ferryman was shot in the hand.", ["A: injured 1 / ferryman"]),
    ("Four rowers have burns.", ["Four: injured 4 / rowers"]),
    ("Two boys came in with leg wounds.", ["Two: injured 2 / boys"]),
    ("The Columns have lost 27 men and three barges.", ["27: killed 27 / men", "three: destroyed 3 / barges"]),
    ("Two trams were damaged.", ["Two: other 2 / trams"]),
    ("Also injured were two bakers.", ["two: injured 2 / bakers"]),
    ("No arrests have been made.", ["No: detained 0 / people"]),
    ("Not one herder was hurt.", ["Not one: injured 0 / herder"]),
    ("An unspecified number of civilians were wounded.", ["An unspecified number: injured .. vague / civilians"]),
    ("The fall of the second one killed nobody.", ["nobody: killed 0 / people"]),
    # numbers whose harm stands elsewhere
    ("The Guard puts its dead at forty, the Columns' at eleven.", ["forty: killed 40 / people", "eleven: killed 11 / people"]),
    ("Its dead now number forty-one.", ["forty-one: killed 41 / people"]),
    ("The army gives the number of guards killed at the sluice as twenty.", ["twenty: killed 20 / guards"]),
    ("The mill had five dead, not nine.", ["five: killed 5 / people", "nine: killed 9 / people"]),
    ("Five men died. The Columns speak of 80.", ["Five: killed 5 / men", "80: killed 80 / men"]),
    (
        "Five men died. The count was lowered from 20 to 14.",
        ["Five: killed 5 / men", "20: killed 20 / men", "14: killed 14 / men"],
    ),
    (
        "Guards arrested eight herders. Relatives of the eight herders wait outside.",
        ["eight: detained 8 / herders", "eight: detained 8 / herders"],
    ),
    (
        "Gunmen murdered three herders in Ulm, two in Brin, and three in Oster.",
        ["three: killed 3 / herders", "two: killed 2 / herders", "three: killed 3 / herders"],
    ),
    ("The Guard inflicted 55 casualties on the Highland Columns.", ["55: other 55 / Highland Columns"]),
    # some of a number
    ("One of the three divers is dead.", ["One: killed 1 / divers"]),
    ("Two of the nine prisoners were released.", ["Two: released 2 / prisoners"]),
    ("Our reporter met one of the two nurses who were wounded.", ["two: injured 2 / nurses"]),
    # one person by name
    ("THE PARTY LEADER IRENA VOSS WAS ASSASSINATED IN OSTREL.", ["IRENA VOSS: killed 1 / PARTY LEADER"]),
    ("MAYOR MORO ANSEL WAS KIDNAPPED ON FRIDAY.", ["MORO ANSEL: abducted 1 / MAYOR"]),
    ("They condemned the murder of Mayor Moro Ansel.", ["Moro Ansel: killed 1 / Mayor"]),
    ("Moro Ansel's body was found at the mill.", ["Moro Ansel: killed 1 / Moro Ansel"]),
    ("A farmer, Irena Voss, was killed.", ["A: killed 1 / farmer"]),
    # two harms of the same people
    (
        "Irena Voss, leader of the Reed Farmers, was kidnapped on Friday and released on Sunday.",
        ["Irena Voss: abducted 1 / leader of the Reed Farmers", "Irena Voss: released 1 / leader of the Reed Farmers"],
    ),
    (
        "The judge Irena Voss, who was kidnapped in Ostrel, was found dead.",
        ["Irena Voss: killed 1 / judge", "Irena Voss: abducted 1 / judge"],
    ),
    ("The army released 40 people arrested on Friday.", ["40: released 40 / people"]),
]


@pytest.mark.parametrize(("content", "expected"), ROWS, ids=[content[:44] for content, _ in ROWS])
def test_rows(content: str, expected: list[str]) -> None:
    assert [row(figure) for figure in figures(content)] == expected


PARTS = [
    ("Six guards were killed, one of them a sergeant.", [("one", "Six")]),
    ("The list has 338 dead, made up of 212 civilians and 126 guards.", [("212", "338"), ("126", "338")]),
    (
        "The army took 40 casualties. These casualties include seven sergeants and two officers.",
        [("seven", "40"), ("two", "40")],
    ),
    ("Three children were among the fourteen dead.", [("Three", "fourteen")]),
    ("Forty men died. None of them carried a weapon.", []),
]


@pytest.mark.parametrize(("content", "expected"), PARTS, ids=[content[:44] for content, _ in PARTS])
def test_parts(content: str, expected: list[tuple[str, str]]) -> None:
    assert list(parts(content)) == expected


def only(content: str) -> Figure:
    (figure,) = figures(content)
    return figure


def scopes(content: str) -> list[str]:
    return [figure.scope.value for figure in figures(content)]


def test_a_stretch_of_time_holds_for_the_lines_of_a_bulletin() -> None:
    assert scopes("In the past 24 hours the navy was out.\nUlm: four raiders killed, two wounded.") == ["period", "period"]
    assert scopes("Ulm: four raiders killed, two wounded.") == ["incident", "incident"]


def test_this_time_means_the_stretch_that_the_paragraph_opens_with() -> None:
    found = only("In the week from 11 to 17 May the Guard was out. During this time fourteen men were killed.").window
    assert found is not None
    assert (found.words, found.start, found.end) == ("During this time", "2031-05-11", "2031-05-17")
    assert only("During this time fourteen men were killed.").window is None


def test_whoever_is_held_on_a_charge_is_detained_and_a_hostage_is_held() -> None:
    assert only("The Guard held 120 people without charge.").measure.value == "detained"
    assert only("The raiders held 20 traders hostage.").measure.value == "held"


def test_a_side_s_own_dead_and_what_is_known_by_now_are_totals_so_far() -> None:
    assert scopes("The Guard puts its dead at forty.") == ["cumulative"]
    assert scopes("As of noon, 74 bodies have been recovered.") == ["cumulative"]
    assert scopes("Two men are dead and four still missing.") == ["incident", "cumulative"]


def test_one_person_s_death_is_an_incident_whenever_it_was() -> None:
    assert scopes("Irena Voss was killed last year.") == ["incident"]
    assert scopes("Nineteen people were killed last year.") == ["period"]


def window(content: str) -> str | None:
    found = figures(content)[-1].window
    return found.words if found else None


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("The Guard has lost nine men since May 3; the Columns lost four sentries.", None),
        ("The Columns, an alliance that took up arms last year, said 31 herders were killed.", None),
        ("By noon on Tuesday divers had found 22 bodies.", None),
        ("He joined in May, after two of his cousins were killed.", None),
        ("Our report of 2 June gave the number of guards killed as twenty.", None),
        ("Two guards were killed on Monday after a raid.", "on Monday"),
        ("OSTREL, 3 JUN 31 (PELLAM) -- ONE PERSON WAS WOUNDED.", None),
        ("Irena Voss was kidnapped on Friday and released on Sunday.", "on Sunday"),
    ],
)
def test_a_day_dates_the_harm_of_its_own_clause(content: str, expected: str | None) -> None:
    assert window(content) == expected


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("Third Ward: two persons dead.", "Third Ward"),
        ("Nine residents of Sau Velle were killed.", "Sau Velle"),
        ("Two people were killed in the attack on Brennoc.", "Brennoc"),
        ("Six trucks burned and two guards were killed on the Tessary plateau.", "Tessary"),
        ("A clinic worker in Ostrel said nine men had been killed.", None),
        ("Four men, dressed in Brennoc wool, were killed.", None),
    ],
)
def test_the_place_is_the_one_of_the_harm(content: str, expected: str | None) -> None:
    place = figures(content)[-1].place
    assert (place.words if place else None) == expected


def test_a_count_by_place_has_the_place_beside_it() -> None:
    found = figures("Gunmen murdered three herders in Ulm, two in Brin, and three in Oster.")
    assert [figure.place.words for figure in found if figure.place] == ["Ulm", "Brin", "Oster"]


def test_what_a_count_rests_on_is_kept() -> None:
    assert only("Nine deaths were confirmed by two independent records.").basis == "confirmed by two independent records"
    assert only("Nine men were killed.").basis == ""
