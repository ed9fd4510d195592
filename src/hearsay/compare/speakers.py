"""Whose account a claim is, and when two namings are one source. Names are compared as written: no list knows that two names
are one body, and nothing is guessed across reports for those who are not named."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from ..claims.base import Claim
from ..lang.en import ENGLISH
from ..model import Figure, SourceKind
from .basis import sentence
from .blocks import place
from .who import Axes

_WHO = ENGLISH.who
_WORD = re.compile(r"[^\W_]+")
_LOOSE = frozenset(word for phrase in ENGLISH.numbers.modifiers for word in phrase)
_AHEAD = 48
_BEFORE = 14
"""Code points before a number in which "lost" makes those counted the speaker's own."""
_BODIES = frozenset({SourceKind.INSTITUTION, SourceKind.ROLE})
_NAMELESS = frozenset({SourceKind.ANONYMOUS, SourceKind.COLLECTIVE})
"""Kinds of sources that are the same only inside one report."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """A source as it is compared: `key` is equal for equal sources, `name` is what is shown, `named` whether it can be known
    again in another report, `report` the text in which it was met."""

    key: str
    name: str
    named: bool
    report: str = ""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Speaker) and self.key == other.key

    def __hash__(self) -> int:
        return hash(self.key)


def speaker(claim: Claim) -> Speaker:
    """The source of a claim: who is made to speak, else the page itself (its outlet, where it tells one)."""
    text = claim.report.text
    source = claim.voice.source if claim.voice else None
    if claim.voice is not None and source is None:
        return Speaker(f"nobody in {text}", "nobody named", False, text)
    if source is None:
        outlet = claim.report.outlet or claim.report.name
        return Speaker(f"page {' '.join(words(outlet)) or text}", outlet, bool(claim.report.outlet), text)
    name = " ".join(words(source.name))
    proper = any(word[:1].isupper() for word in _WORD.findall(source.name) if word.lower() not in _WHO.titles)
    if not proper and name and source.kind in _BODIES and place(claim) and not name.split()[-1].endswith("s"):
        return Speaker(f"{name} at {place(claim)}", source.name, True, text)  # "the hospital" of one place is one
    if source.kind in _NAMELESS or not name or not proper:
        return Speaker(f"{name} in {text}", source.name, False, text)
    return Speaker(name, source.name, True, text)


def one_source(left: Speaker, right: Speaker) -> bool:
    """Whether two namings are of one source: the same words, or all words of the shorter among those of the longer, two of them
    at least or the last one ("Ostane", "Mirel Ostane")."""
    if left == right:
        return True
    here = left.report == right.report
    if not (left.named and right.named) and not here:
        return False
    few, many = sorted((words(left.name), words(right.name)), key=len)
    return bool(few) and set(few) <= set(many) and (here or len(few) > 1 or few[0] == many[-1])


def side_of(claim: Claim, found: Axes) -> Axes:
    """A group with the side that the words beside it give: the speaker's own ("58 of its fighters"), or "not NAME" for
    "enemy"."""
    if found.side or found.unit or not isinstance(claim.finding, Figure):
        return found
    source = claim.voice.source if claim.voice else None
    if source is None or source.kind in _NAMELESS or source.kind is SourceKind.MEDIA:
        return found
    name = " ".join(word for word in words(source.name) if word not in _WHO.bodies)
    if not name:
        return found
    if _names(claim.finding.who, _WHO.others) or _struck(claim):
        return replace(found, side=f"not {name}")
    return replace(found, side=name) if _own(claim) else found


@lru_cache(maxsize=4096)
def words(name: str) -> tuple[str, ...]:
    """The words of a name that count when it is compared, in lower case."""
    bare = name.replace("’s", "").replace("'s", "")
    return tuple(word for word in (one.lower() for one in _WORD.findall(bare)) if word not in _WHO.titles)


def _struck(claim: Claim) -> bool:
    """Whether the speaker's side did the harm: "it had killed 417 fighters"."""
    said, at = sentence(claim)
    before = said[max(0, at - _AHEAD) : at].lower().split()
    while before and before[-1] in _LOOSE:
        before.pop()
    return bool(before) and before[-1] in _WHO.striking and any(word in _WHO.speaking for word in before[-4:-1])


def _own(claim: Claim) -> bool:
    figure = claim.finding
    assert isinstance(figure, Figure)
    said, at = sentence(claim)
    after = at + figure.span.end - figure.span.start
    between = said[after : _index(said, figure.who, after)]
    if _names(between, _WHO.own) or _names(figure.who.split(" of ")[0], _WHO.own):
        return True
    return any(word in said[max(0, at - _BEFORE) : at].lower().split() for word in ("lost", "loses", "lose", "losing"))


def _index(said: str, who: str, after: int) -> int:
    """Where the words of a group begin behind its number; the number's end where they do not follow it."""
    at = said.find(who.split()[0], after) if who else -1
    return at if at >= 0 else after


def _names(said: str, table: frozenset[str]) -> bool:
    return any(word in table for word in said.lower().split())
