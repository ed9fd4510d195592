"""What sets two origins apart, in words: only then do they surely count as two. That two names share nothing sets nobody apart:
a spokesman and his army, a staff and its ministry, an official and his government are named with different words too.

Symmetric; kinds of words, no names.
"""

from collections.abc import Callable, Collection

from ..lang.en_names import NAMES
from ..lang.en_origins import OFFICIAL, ORIGINS
from ..lang.en_sources import SOURCES
from .graph import NodeKind
from .ground import OPEN, Ground, fields
from .tokens import alike, equal

_GENERAL = (
    SOURCES.bodies | NAMES.institutions | NAMES.bodies | SOURCES.roles | SOURCES.anonymous | ORIGINS.mouths | ORIGINS.ranks
    | ORIGINS.official | ORIGINS.portfolios | ORIGINS.general | ORIGINS.bodies_of_a_land | frozenset(ORIGINS.fields)
)  # fmt: skip
Words = tuple[str, ...]


def set_apart(one: Ground, other: Ground) -> str:
    """Why two grounds are surely two origins, neither of them part of the other nor of one body; "" where nothing tells."""
    left, right = sorted((one, other))
    if left.kind in OPEN or right.kind in OPEN:
        return ""
    rule = next((rule for kinds, rule in _RULES if left.kind in kinds or right.kind in kinds), _speakers)
    return rule(left, right)


def owners(words: Collection[str]) -> frozenset[str]:
    """The words of a body's name that tell whose it is: those that no other body of its sort has."""
    return frozenset(word for word in words if word not in _GENERAL)


def bodies_apart(left: Words, right: Words) -> str:
    """Why two bodies, by the telling words of their names, are surely two, and neither part of the other."""
    if not left or not right or equal(left, right):
        return ""
    whose, theirs = owners(left), owners(right)
    if whose and theirs and _meet(whose, theirs):
        return ""  # both of one side
    lands = ORIGINS.bodies_of_a_land
    if whose and theirs and lands & {*left} and lands & {*right}:
        return "they are bodies of two lands or parties"
    if whose and theirs and {*left} & {*right} & ORIGINS.houses:
        return "they are two houses of one sort"
    ours, other = ORIGINS.portfolios & {*left}, ORIGINS.portfolios & {*right}
    if "ministry" in left and "ministry" in right and ours and other and ours.isdisjoint(other):
        return "they are two ministries"
    return _walks(fields(left), fields(right))


def _walks(left: Words, right: Words) -> str:
    """Two walks of life, told of both."""
    if not left or not right or not set(left).isdisjoint(right):
        return ""
    return f"they are of two walks of life, {' and '.join(sorted((_walk(left), _walk(right))))}"


def _walk(found: Words) -> str:
    return "officials" if frozenset(found) == OFFICIAL else " or ".join(ORIGINS.walks.get(field, field) for field in found)


def _speakers(left: Ground, right: Ground) -> str:
    """People and bodies: what they speak for, and where nothing tells that, their walks of life."""
    bodies = _body(left), _body(right)
    if all(bodies):
        return bodies_apart(*bodies)
    if _one_side(left, right):
        return ""
    walks = _walks(left.fields, right.fields)
    named = left.kind is right.kind is NodeKind.PERSON and left.name != right.name
    if not walks and named and left.fields == right.fields == ("bystander",):
        return "they are two by name, and nobody's officials"
    return walks


def _body(ground: Ground) -> Words:
    return ground.words if ground.kind is NodeKind.INSTITUTION else ground.body


def _one_side(left: Ground, right: Ground) -> bool:
    """Whether the words of both name one owner."""
    return _meet(owners(_body(left) or left.words), owners(_body(right) or right.words))


def _correspondent(left: Ground, right: Ground) -> str:
    """An outlet's reporter was there; two of one outlet in one place may be one."""
    if left.kind is right.kind:
        if left.through and right.through and left.through != right.through:
            return "they are two outlets' own reporters"
        return "they are reporters in two places" if left.words and right.words and left.words != right.words else ""
    own = left if left.kind is NodeKind.CORRESPONDENT else right
    return f"{own.label} was there"


def _footage(left: Ground, right: Ground) -> str:
    """A recording shows by itself, but may be whoever's that its words name; two recordings may be one."""
    if left.kind is right.kind or not set(left.fields).isdisjoint(right.fields) or _one_side(left, right):
        return ""
    shown = left if left.kind is NodeKind.FOOTAGE else right
    return f"“{shown.label}” shows it by itself"


def _document(left: Ground, right: Ground) -> str:
    """A document may be anybody's but theirs whose walk of life is another."""
    return "" if left.kind is right.kind or _one_side(left, right) else _walks(left.fields, right.fields)


def _meet(left: Collection[str], right: Collection[str]) -> bool:
    return any(alike(one, other) for one in left for other in right)


_RULES: tuple[tuple[frozenset[NodeKind], Callable[[Ground, Ground], str]], ...] = (
    (frozenset({NodeKind.CORRESPONDENT}), _correspondent),
    (frozenset({NodeKind.FOOTAGE}), _footage),
    (frozenset({NodeKind.DOCUMENT}), _document),
)
