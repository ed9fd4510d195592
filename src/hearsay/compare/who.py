"""Whom a figure counts, as independent axes: status, age, sex, role, side, and what is counted at all.

An axis that the words leave open is "": "people" is the empty group, which holds every other. No list of parties is
needed: whatever proper name is left over is the side, as written.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from ..lang.en import ENGLISH
from ..model import Figure, Measure

_WHO = ENGLISH.who
_OBJECTS = ENGLISH.harm.objects
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_AND = "+"
"""Between the values of an axis of which a group has several ("civilian+combatant")."""
_STEM = 5
_NOT = "not "
"""Letters that two forms of one name share ("Orvessa", "Orvessan")."""


@dataclass(frozen=True, slots=True)
class Axes:
    """A group of those counted. `status` is "civilian", "combatant" or ""; `age` "child", "adult", "elderly" or ""; `sex`
    "female", "male" or ""; `role` such as "medic" or ""; `side` the words left over that are a proper name, in lower case;
    `words` the head noun in the singular; `unit` what is counted where it is not single people ("family", "mortar")."""

    status: str = ""
    age: str = ""
    sex: str = ""
    role: str = ""
    side: str = ""
    words: str = ""
    unit: str = ""

    @property
    def generic(self) -> bool:
        """Whether it is anybody at all."""
        return not (self.status or self.age or self.sex or self.role or self.side or self.unit)


class Groups(StrEnum):
    """How one group stands to another."""

    SAME = "same"
    WIDER = "wider"  # the left one holds the right one
    NARROWER = "narrower"
    CROSSING = "crossing"  # each is wider on some axis
    DIFFERENT = "different"


@lru_cache(maxsize=4096)
def axes(who: str) -> Axes:
    """The axes of a figure's `who`, as far as its words tell them."""
    words = _WORD.findall(who)
    lower = [word.lower().removesuffix("'s").removesuffix("’s") for word in words]
    head, age = _head(lower), _found(lower, _WHO.ages)
    return Axes(
        status=_found(lower, _WHO.statuses),
        age=age,
        sex="" if _AND in age else _found(lower, _WHO.sexes),  # "women and children" are of both
        role=_found(lower, _WHO.roles),
        side=_side(words, lower),
        words=head,
        unit=_WHO.units.get(_unit_word(lower), "") or (head if _is_object(head, lower) else ""),
    )


def group(figure: Figure) -> Axes:
    """The group of a figure; of what is destroyed the thing itself is what is counted."""
    found = axes(figure.who)
    return replace(found, unit=found.unit or found.words) if figure.measure is Measure.DESTROYED else found


@lru_cache(maxsize=8192)
def relate(left: Axes, right: Axes) -> Groups:
    """How the left group stands to the right one. Groups of different units are different; so are those that differ on an
    axis that both fill."""
    if left.unit != right.unit:
        return Groups.DIFFERENT
    wider = narrower = False
    for one, two in zip(_values(left), _values(right), strict=True):
        few, many = _parts(one), _parts(two)
        if few == many:
            continue
        if few and many and few.isdisjoint(many):
            return Groups.DIFFERENT
        # an empty axis holds every value; of two filled ones that with more values is the wider
        wider = wider or not few or bool(many and few - many)
        narrower = narrower or not many or bool(few and many - few)
    if left.side and right.side:
        if not _one_side(left.side, right.side):
            return Groups.DIFFERENT
    else:
        wider, narrower = wider or bool(right.side), narrower or bool(left.side)
    if wider and narrower:
        return Groups.CROSSING
    return Groups.WIDER if wider else Groups.NARROWER if narrower else Groups.SAME


@lru_cache(maxsize=4096)
def told(one: Axes) -> str:
    """A group in words: "child", "combatant (northern guard)", "people"."""
    parts = dict.fromkeys(part for part in (one.age, one.sex, one.status, one.role, one.unit) if part)
    said = " ".join(parts).replace(_AND, " and ") or "people"
    return f"{said} ({one.side})" if one.side else said


def singular(word: str) -> str:
    """The singular of a noun in lower case, by rule: "enemies" -> "enemy"."""
    if word in _WHO.singulars:
        return _WHO.singulars[word]
    for plural, end in _WHO.plural_ends:
        if word.endswith(plural) and len(word) > len(plural) + 1:
            return word.removesuffix(plural) + end
    return word


def _head(lower: list[str]) -> str:
    """The last noun before "of" and the like, in the singular; "" for anybody at all."""
    for at, word in enumerate(lower):
        if word in _WHO.ends and at:
            lower = lower[:at]
            break
    kept = [word for word in lower if word not in _WHO.ignored]
    if not kept or kept[-1] in _WHO.generic:
        return ""
    return singular(kept[-1])


def _unit_word(lower: list[str]) -> str:
    """The word that could make the group one of families: the last before "of" and the like."""
    cut = next((at for at, word in enumerate(lower) if word in _WHO.ends and at), len(lower))
    return lower[cut - 1] if cut else ""


def _is_object(head: str, lower: list[str]) -> bool:
    return bool(head) and (head in _OBJECTS or any(word in _OBJECTS and singular(word) == head for word in lower))


def _side(words: list[str], lower: list[str]) -> str:
    """The capitalised words that no table knows, in order."""
    known = (_WHO.statuses, _WHO.ages, _WHO.sexes, _WHO.roles, _WHO.units, _WHO.generic, _WHO.ignored)
    named = (low for word, low in zip(words, lower, strict=True) if word[:1].isupper())
    return " ".join(word for word in named if not any(word in table for table in known))


def _found(lower: list[str], table: Mapping[str, str]) -> str:
    """The values of the words, phrases of two before single words; several are joined: "civilian+combatant"."""
    values: set[str] = set()
    at = 0
    while at < len(lower):
        pair = " ".join(lower[at : at + 2])
        taken = 2 if at + 1 < len(lower) and pair in table else 1
        value = table.get(pair if taken == 2 else lower[at])
        values |= {value} if value else set()
        at += taken
    return _AND.join(sorted(values))


def _parts(value: str) -> frozenset[str]:
    return frozenset(value.split(_AND)) if value else frozenset()


def _values(one: Axes) -> tuple[str, ...]:
    return one.status, one.age, one.sex, one.role


def _one_side(left: str, right: str) -> bool:
    """Whether two sides may be one. "not NAME" is whoever else: the speaker's enemy."""
    plain = left.removeprefix(_NOT), right.removeprefix(_NOT)
    alike = _one_name(*plain)
    if left.startswith(_NOT) == right.startswith(_NOT):
        return alike
    return not alike


def _one_name(one: str, two: str) -> bool:
    """Whether two sides are one name: the words of the shorter are all in the longer, in some form."""
    few, many = sorted((one.split(), two.split()), key=len)
    return all(any(_alike(word, other) for other in many) for word in few)


def _alike(one: str, two: str) -> bool:
    return one == two or (min(len(one), len(two)) >= _STEM and (one.startswith(two) or two.startswith(one)))
