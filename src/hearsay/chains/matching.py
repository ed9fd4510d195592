"""A plain test of whether two claims say the same, for use where nothing finer is at hand."""

import re

from ..claims.base import Claim
from ..model import Attribution, Figure, Polarity, Scope
from .hops import voices

_LIKE = 0.5
"""Share of telling words that two statements have in common at least (Jaccard)."""
_WORD = re.compile(r"\w{4,}|\d+")


def agree(one: Claim, other: Claim) -> bool:
    """Whether two figures count the same and agree, or two statements say the same in like words. Symmetric."""
    left, right = one.finding, other.finding
    if _denied(one) != _denied(other):
        return False
    if isinstance(left, Figure) and isinstance(right, Figure):
        return (
            left.measure is right.measure
            and left.modality is right.modality
            and _overlap(left, right)
            and _scopes(left, right)
            and _when(left, right)
            and _where(one, other)
        )
    if isinstance(left, Attribution) and isinstance(right, Attribution):
        words, others = (frozenset(_WORD.findall(claim.words.lower())) for claim in (one, other))
        return bool(words) and len(words & others) >= _LIKE * len(words | others)
    return False


def _denied(claim: Claim) -> bool:
    """Whether a claim is denied, all in all: by its own words, or by whoever is made to speak, but not by both."""
    own = isinstance(claim.finding, Figure) and claim.finding.polarity is Polarity.DENIED
    return own != any(voice.polarity is Polarity.DENIED for voice in voices(claim)[:1])


def _overlap(left: Figure, right: Figure) -> bool:
    low = max(left.low or 0, right.low or 0)
    return all(high is None or low <= high for high in (left.high, right.high))


def _scopes(left: Figure, right: Figure) -> bool:
    return left.scope is right.scope or Scope.UNKNOWN in (left.scope, right.scope)


def _when(left: Figure, right: Figure) -> bool:
    """Whether two windows meet, as far as both are told."""
    first, second = left.window, right.window
    if first is None or second is None:
        return True
    before = first.end is not None and second.start is not None and first.end < second.start
    after = second.end is not None and first.start is not None and second.end < first.start
    return not (before or after)


def _where(one: Claim, other: Claim) -> bool:
    mine, theirs = (_place(claim) for claim in (one, other))
    return not mine or not theirs or mine == theirs or mine in theirs or theirs in mine


def _place(claim: Claim) -> str:
    own = claim.finding.place if isinstance(claim.finding, Figure) else None
    return (own.words if own else claim.setting).lower()
