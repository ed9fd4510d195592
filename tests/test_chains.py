"""The parts that chains are made of: words, offices, judgements, circles, groups."""

from itertools import combinations, product

import pytest

from hearsay.chains.classes import ordered
from hearsay.chains.cover import EXACT, fewest
from hearsay.chains.graph import Edge, EdgeKind, NodeKind
from hearsay.chains.ground import Ground, ground_of
from hearsay.chains.judge import Same, bodies, judge
from hearsay.chains.loops import circles, endless, onward
from hearsay.chains.offices import introduced, is_medium, office
from hearsay.chains.outlets import later
from hearsay.chains.phrases import listed, on
from hearsay.chains.tokens import abbreviates, alike, near, telling, within
from hearsay.claims.base import Origin
from hearsay.model import Source, SourceKind

from .chained import made

GOLD = {"number": 12, "measure": "killed"}


def ground(name: str, kind: str, *, content: str = "", outlet: str = "Osna Daily", relay: str = "", at: int = 0) -> Ground:
    claim = made(at, {"report": f"r{at}", "outlet": outlet, "published": "2031-02-27"}, GOLD)
    return ground_of(Source(name, SourceKind(kind)), claim, content, outlet, relay)


# --- words -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("left", "right", "one"),
    [
        ("orvessa", "orvessan", True),
        ("sedrin", "sedrini", True),
        ("tessary", "tessaran", True),
        ("army", "army", True),
        ("orvessa", "orsha", False),
        ("health", "defence", False),
        ("mollin", "molten", False),
    ],
)
def test_a_land_and_its_people(left: str, right: str, one: bool) -> None:
    assert alike(left, right) is alike(right, left) is one


def test_telling_words() -> None:
    assert telling("the Defense Ministry’s") == telling("Ministry of Defence") == {"defence", "ministry"}
    assert telling("a senior commander") == telling("Commanders") == {"commander"}
    assert within({"army"}, telling("Orvessa’s armed forces"))


def test_initials() -> None:
    assert abbreviates(("JRO",), ("Joint", "Relief", "Office"))
    assert abbreviates(("CP",), ("Council", "of", "Peers"))
    assert not abbreviates(("JR",), ("Joint", "Relief", "Office"))
    assert not abbreviates(("Jro",), ("Joint", "Relief", "Office"))
    assert not abbreviates(("J",), ("Joint", "Office"))


def test_spellings() -> None:
    assert near("tarn", "tarm")
    assert near("yusuf", "yusuff")
    assert not near("tarn", "barn")
    assert not near("voss", "vessel")


# --- offices -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "title", "body", "speaks"),
    [
        ("A spokesman for the Health Ministry", "spokesman", "Health Ministry", True),
        ("Health Ministry spokeswoman", "spokeswoman", "Health Ministry", True),
        ("ministry officials", "officials", "ministry", True),
        ("deputy police chief", "chief", "police", True),
        ("a senior Orvessan army commander", "commander", "Orvessan army", False),
        ("a doctor at Tolmar hospital", "doctor", "Tolmar hospital", False),
        ("a security official", "official", "", True),
        ("the army’s chief of staff", "chief", "army", True),
        ("Health Minister", "minister", "Health Ministry", True),
    ],
)
def test_office(words: str, title: str, body: str, speaks: bool) -> None:
    found = office(words)
    assert found is not None
    assert (found.title, found.body_words, found.speaks) == (title, body, speaks)


def test_no_office() -> None:
    assert office("residents of Tolmar") is None


CONTENT = """On Tuesday Health Ministry spokesman Tarn Pell said so. Edra Voss, the Orvessan health minister, agreed.
Ilan Voss, a spokesman for the Sedrin Assembly, denied it. Mara Quill of the Joint Relief Office waited.
The army’s spokesman, Jor Venn, slept. Lena Tosk, a farmer, watched. Colonel Dav Orrin left the Assembly."""


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("Tarn Pell", {"health", "ministry"}),
        ("Edra Voss", {"orvessan", "health", "ministry"}),
        ("Ilan Voss", {"sedrin", "assembly"}),
        ("Mara Quill", {"joint", "relief", "office"}),
        ("Jor Venn", {"army"}),
    ],
)
def test_how_a_text_introduces_somebody(name: str, body: set[str]) -> None:
    found = introduced(name, CONTENT)
    assert found is not None
    assert found.body == body


def test_who_is_introduced_without_a_body() -> None:
    assert introduced("Lena Tosk", CONTENT) is None
    orrin = introduced("Dav Orrin", CONTENT)
    assert orrin is not None
    assert (orrin.title, orrin.body) == ("colonel", frozenset())


def test_what_a_text_calls_a_channel() -> None:
    assert is_medium("Delta Now", "the channel Delta Now reported")
    assert is_medium("Delta Now", "according to Delta Now, a small channel in the delta")
    assert not is_medium("Tarn Pell", "Tarn Pell, a farmer, watched a channel")


# --- judgements --------------------------------------------------------------------------------------

SOURCES = [
    ground("Tarn Pell", "person", content="Army spokesman Tarn Pell said"),
    ground("Tarn Pell", "person"),
    ground("Pell", "person"),
    ground("Edra Voss", "person", content="Health Minister Edra Voss said"),
    ground("Health Ministry", "institution"),
    ground("Orvessan Health Ministry", "institution"),
    ground("army", "institution"),
    ground("a Health Ministry official", "role"),
    ground("officials", "role"),
    ground("a senior commander", "role", relay="Channel Rudan"),
    ground("a senior commander", "role", relay="Channel Lisk", at=1),
    ground("a medical source", "anonymous"),
    ground("a source", "anonymous", at=2),
    ground("residents of Tolmar", "collective"),
    ground("residents of Brennoc", "collective", at=3),
    ground("a video", "document"),
    ground("Bulletin 14", "document"),
    ground("a statement", "document"),
    ground("Radio Ambel", "media"),
    ground("local media", "media"),
    ground("our correspondent in Tolmar", "role"),
]


def judged(left: str, right: str) -> Same:
    by_label = {one.label: one for one in SOURCES}
    return judge(by_label[left], by_label[right]).same


def test_judging_is_symmetric_and_everything_is_itself() -> None:
    for one, other in combinations(SOURCES, 2):
        assert judge(one, other) == judge(other, one)
    assert all(judge(one, one).same is Same.YES for one in SOURCES)


def test_a_judgement_has_a_reason() -> None:
    for one, other in product(SOURCES, SOURCES):
        found = judge(one, other)
        assert bool(found.reason) == (found.same is not Same.NO), (one.label, other.label)


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("Edra Voss", "Health Ministry", Same.YES),
        ("Edra Voss", "Orvessan Health Ministry", Same.MAYBE),
        ("a Health Ministry official", "Edra Voss", Same.YES),
        ("Health Ministry", "Orvessan Health Ministry", Same.MAYBE),
        ("Health Ministry", "army", Same.NO),
        ("officials", "Health Ministry", Same.MAYBE),
        ("officials", "residents of Tolmar", Same.NO),
        ("a medical source", "Health Ministry", Same.MAYBE),
        ("a medical source", "army", Same.NO),
        ("a medical source", "a source", Same.MAYBE),
        ("residents of Tolmar", "residents of Brennoc", Same.NO),
        ("a video", "Bulletin 14", Same.NO),
        ("a statement", "Health Ministry", Same.MAYBE),
        ("Radio Ambel", "Health Ministry", Same.MAYBE),
        ("local media", "Edra Voss", Same.MAYBE),
        ("our correspondent in Tolmar", "residents of Tolmar", Same.NO),
        ("Pell", "Edra Voss", Same.NO),
    ],
)
def test_judgement(left: str, right: str, same: Same) -> None:
    assert judged(left, right) is same


def test_one_name_with_and_without_an_office_is_one() -> None:
    assert judge(SOURCES[0], SOURCES[1]).same is Same.YES
    assert judge(SOURCES[1], SOURCES[2]).same is Same.ONLY


def test_one_description_through_two_channels_is_open() -> None:
    assert judge(SOURCES[9], SOURCES[10]).same is Same.MAYBE


def test_bodies_of_two_countries_are_two() -> None:
    assert bodies(("health", "ministry", "orvessan"), ("health", "ministry", "sedrin")).same is Same.NO
    assert bodies(("health", "ministry", "orvessan"), ("health", "ministry", "orvessa")).same is Same.YES


# --- circles, groups, days ---------------------------------------------------------------------------


def test_circles() -> None:
    edges = [Edge(pair[0], pair[1], EdgeKind.CITES) for pair in ("ab", "bc", "ca", "cd", "ef", "fe", "gh")]
    steps = onward(edges)
    assert circles(steps) == [("a", "b", "c"), ("e", "f")]
    assert not endless("abc", steps)
    assert endless("ef", steps)


def test_what_is_one_makes_no_circle() -> None:
    assert circles(onward([Edge("a", "b", EdgeKind.SAME), Edge("b", "a", EdgeKind.MAYBE)])) == []


def apart(*pairs: str, alone: str = "") -> dict[str, frozenset[str]]:
    keys = sorted({key for pair in pairs for key in pair} | set(alone))
    return {key: frozenset(other for pair in pairs if key in pair for other in pair if other != key) for key in keys}


@pytest.mark.parametrize(
    ("pairs", "alone", "least"),
    [
        ((), "", 0),
        ((), "abc", 1),
        (("ab",), "c", 2),
        (("ab", "bc"), "", 2),
        (("ab", "bc", "ca"), "", 3),
        (("ab", "bc", "cd", "de", "ea"), "", 3),  # five in a ring: no two neighbours alike takes three
    ],
)
def test_fewest(pairs: tuple[str, ...], alone: str, least: int) -> None:
    assert fewest(apart(*pairs, alone=alone)) == least


def test_fewest_of_many_is_a_lower_bound() -> None:
    keys = [f"k{n}" for n in range(EXACT + 10)]
    all_differ = {key: frozenset(keys) - {key} for key in keys}
    assert fewest(all_differ) == len(keys)


@pytest.mark.parametrize(
    ("one", "other", "is_later"),
    [
        ("2031-02-28", "2031-02-27", True),
        ("2031-02-27", "2031-02-27", False),
        ("2031-02-27T10:00:00+00:00", "2031-02-27T09:00:00+00:00", True),
        ("2031-02-27T10:00:00+02:00", "2031-02-27T09:00:00+00:00", False),
        ("2031-02-27T10:00:00", "2031-02-27", False),
        ("2031-03", "2031-02-27", True),
        ("2031-02", "2031-02-27", False),
        (None, "2031-02-27", False),
    ],
)
def test_later(one: str | None, other: str | None, is_later: bool) -> None:
    left, right = (Origin("t", "", "r", "", published=published) for published in (one, other))
    assert later(left, right) is is_later
    assert not (later(left, right) and later(right, left))


def test_words_of_lists_and_days() -> None:
    assert listed(["A"]) == "A"
    assert listed(["A", "B", "C"]) == "A, B and C"
    assert listed([f"r{n}" for n in range(15)]).endswith("r11 and 3 more")
    assert on("2031-02-27") == " on 27 February 2031"
    assert on(None) == on("2031-02") == ""
    assert ordered("b", "a") == ("a", "b")


def test_kinds_of_grounds() -> None:
    assert ground("our correspondent in Tolmar", "role").kind is NodeKind.CORRESPONDENT
    assert ground("an Osna Daily reporter", "role").kind is NodeKind.CORRESPONDENT
    assert ground("a reporter", "role").kind is NodeKind.ANONYMOUS
    assert ground("media reports", "document").kind is NodeKind.UNTRACED
    assert ground("aerial footage", "document").kind is NodeKind.FOOTAGE
    assert ground("Delta Now", "person", content="the channel Delta Now said").kind is NodeKind.MEDIA
