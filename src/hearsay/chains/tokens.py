"""Names and descriptions as bags of telling words, and when two such words are one."""

import re
from collections.abc import Collection, Iterable

from ..lang.en_origins import ORIGINS

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_POSSESSIVE = re.compile(r"[’']s?(?!\w)")
_STEM = 4
"""Letters that a country's name and its people's share at least ("Orvessa", "Orvessan")."""


def parts(name: str) -> tuple[str, ...]:
    """The words of a name as written, without possessive endings and marks."""
    return tuple(_WORD.findall(_POSSESSIVE.sub("", name)))


def telling(name: str) -> frozenset[str]:
    """The words of a name or description that tell who it is, in small letters, each in one spelling."""
    joined = _POSSESSIVE.sub("", name.lower()).replace("armed forces", "army")
    return frozenset(ORIGINS.alike.get(word, word) for word in _WORD.findall(joined) if word not in ORIGINS.empty)


def alike(left: str, right: str) -> bool:
    """Whether two words are one, a country's name and its people's included."""
    if left == right:
        return True
    shared = _shared(left, right)
    return shared >= _STEM and left[shared:] in ORIGINS.demonyms and right[shared:] in ORIGINS.demonyms


def within(small: Collection[str], large: Collection[str]) -> bool:
    """Whether each word of `small` has its like in `large`."""
    return all(any(alike(one, other) for other in large) for one in small)


def equal(left: Collection[str], right: Collection[str]) -> bool:
    """Whether two bags hold the same words."""
    return within(left, right) and within(right, left)


def initials(words: Iterable[str]) -> str:
    """The first letters of a name's words, without those that link them."""
    return "".join(word[0] for word in words if word.lower() not in ORIGINS.empty).upper()


def abbreviates(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether the one name is made of the other's initials ("JRO", "Joint Relief Office")."""
    if len(short) != 1 or len(full) < 2 or not short[0].isupper() or len(short[0]) < 2:
        return False
    return short[0] in (initials(full), "".join(word[0] for word in full).upper())


def near(left: str, right: str) -> bool:
    """Whether two words may be two spellings of one: the same first letter, and one letter changed, added or left out."""
    if left == right:
        return True
    if left[:1] != right[:1] or min(len(left), len(right)) < _STEM or abs(len(left) - len(right)) > 1:
        return False
    shared = _shared(left, right)
    rest, other = left[shared:], right[shared:]
    return rest[1:] == other[1:] or rest[1:] == other or rest == other[1:]


def _shared(left: str, right: str) -> int:
    """Letters that two words begin with alike."""
    for at, (one, other) in enumerate(zip(left, right, strict=False)):
        if one != other:
            return at
    return min(len(left), len(right))
