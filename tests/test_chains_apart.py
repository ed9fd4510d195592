"""What sets two origins apart: only then do they surely count as two."""

import pytest

from hearsay.chains import Count, independent
from hearsay.chains.apart import bodies_apart, set_apart
from hearsay.chains.graph import NodeKind
from hearsay.chains.ground import Ground, fields
from hearsay.chains.offices import office
from hearsay.chains.tokens import parts, telling

from .chained import Row, from_claims

SIDES = {"Orvessan": "Sedrin", "Sedrin": "Orvessan", "Orvessa": "Sedra", "Sedra": "Orvessa"}


def body(name: str) -> tuple[str, ...]:
    return tuple(sorted(telling(name)))


def ground(kind: NodeKind, label: str, holds: str = "") -> Ground:
    """A source by its words; `holds` is the office with which a person is introduced."""
    words, held = body(label), office(holds or label)
    told = fields(tuple(sorted(held.body | {held.title}))) if held else ()
    return Ground(
        kind,
        label,
        words,
        parts(label),
        title=held.title if held else "",
        body=tuple(sorted(held.body)) if held else (),
        speaks=bool(held and held.speaks and held.body),
        fields=fields(words) or told,
    )


def counted(*speakers: tuple[str, str]) -> Count:
    """The origins of one number that each of these gives in a report of its own."""
    rows: list[Row] = [
        {"report": f"r{at}", "outlet": f"Paper {at}", "published": "2031-02-27", "speaker": name, "kind": kind}
        for at, (name, kind) in enumerate(speakers)
    ]
    chain = from_claims("made", {"measure": "killed", "number": 12, "claims": rows})
    return independent(chain.claims, chain.known)


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("Orvessan army", "Sedrin Assembly", True),
        ("Orvessan army", "Sedrin army", True),
        ("Tolmar hospital", "Brennoc hospital", True),
        ("Health Ministry", "Defence Ministry", True),
        ("Orvessan army", "Sedrin hospital", True),
        # whatever may be of one body, or of one side
        ("Health Ministry", "Tolmar hospital", False),
        ("Orvessan army", "Orvessan Health Ministry", False),
        ("General Staff", "Orvessan army", False),
        ("Northern Guard", "Orvessan army", False),
        ("Health Ministry", "Sedrin Assembly", False),
        ("Orvessan government", "Tolmar hospital", False),
        ("government", "army", False),
        ("army", "army", False),
    ],
)
def test_bodies(one: str, other: str, apart: bool) -> None:
    assert bool(bodies_apart(body(one), body(other))) is apart
    assert bodies_apart(body(one), body(other)) == bodies_apart(body(other), body(one))
    turned = [" ".join(SIDES.get(word, word) for word in name.split()) for name in (one, other)]
    assert bool(bodies_apart(body(turned[0]), body(turned[1]))) is apart, "both sides are treated alike"


K = NodeKind


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        (ground(K.ANONYMOUS, "a medical source"), ground(K.ANONYMOUS, "a military source"), "medicine and the military"),
        (ground(K.COLLECTIVE, "witnesses"), ground(K.INSTITUTION, "Health Ministry"), "bystanders and medicine"),
        (ground(K.CORRESPONDENT, "our reporter"), ground(K.INSTITUTION, "Health Ministry"), "our reporter was there"),
        (ground(K.FOOTAGE, "a video"), ground(K.INSTITUTION, "Orvessan army"), "shows it by itself"),
        (
            ground(K.PERSON, "Tarn Pell", "spokesman for the Orvessan army"),
            ground(K.INSTITUTION, "Sedrin Assembly"),
            "two lands or parties",
        ),
        (ground(K.PERSON, "Tarn Pell"), ground(K.PERSON, "Edra Voss"), ""),
        (ground(K.PERSON, "Tarn Pell", "army spokesman"), ground(K.INSTITUTION, "Defence Ministry"), ""),
        (ground(K.ANONYMOUS, "a source"), ground(K.INSTITUTION, "Health Ministry"), ""),
        (ground(K.ANONYMOUS, "officials"), ground(K.INSTITUTION, "Orvessan army"), ""),
        (ground(K.DOCUMENT, "Bulletin 14"), ground(K.DOCUMENT, "Bulletin 15"), ""),
        (ground(K.FOOTAGE, "army video"), ground(K.INSTITUTION, "Orvessan army"), ""),
        (ground(K.OUTLET, "Osna Daily"), ground(K.INSTITUTION, "Orvessan army"), ""),
        (ground(K.MEDIA, "Radio Ambel"), ground(K.CORRESPONDENT, "our reporter"), ""),
    ],
)
def test_sources(one: Ground, other: Ground, reason: str) -> None:
    assert (reason in set_apart(one, other)) if reason else set_apart(one, other) == ""
    assert set_apart(one, other) == set_apart(other, one)


def test_names_alone_are_no_second_source() -> None:
    found = counted(("Vard Hossin", "person"), ("General Staff", "institution"), ("Orvessan army", "institution"))
    assert (found.low, found.high) == (1, 3)
    assert found.apart == ()
    assert any("Nothing sets" in words and "Vard Hossin" in words for words in found.unsure)


def test_what_sets_them_apart_is_told() -> None:
    found = counted(("Orvessan army", "institution"), ("Sedrin Assembly", "institution"), ("a source", "anonymous"))
    assert (found.low, found.high) == (2, 3)
    assert found.apart == ("Orvessan army and Sedrin Assembly: they are bodies of two lands or parties",)


def test_a_land_before_its_body_is_met_behind_a_word_for_it() -> None:
    told = office("spokeswoman for the rebel Sedrin Assembly")
    assert told is not None
    assert (told.title, told.body_words) == ("spokeswoman", "Sedrin Assembly")
