"""What the words around a number tell of how it was counted: its basis, whether it is an earlier number, over which sites."""

import re
from functools import lru_cache

from ..claims.base import Claim
from ..lang.en import ENGLISH
from ..model import Figure
from .blocks import plain

_WHO = ENGLISH.who
_END = re.compile(r"[.!?][\"'”’)]*\s")
_NEAR = 24
"""Code points before a number in which a phrase makes it an earlier one."""
_NAME = r"[^\W\d_a-z][\w’'-]*(?:\s[^\W\d_a-z][\w’'-]*)?"


def sentence(claim: Claim) -> tuple[str, int]:
    """The sentence of a figure as far as its context holds it, and where in it the number begins."""
    assert isinstance(claim.finding, Figure)
    return _around(claim.context, claim.finding.span.start - claim.context_start)


@lru_cache(maxsize=1024)  # asked for several times by each of those below
def _around(context: str, at: int) -> tuple[str, int]:
    if not 0 <= at <= len(context):
        return "", 0
    start = max((match.end() for match in _END.finditer(context) if match.end() <= at), default=0)
    end = _END.search(context, at)
    return context[start : end.start() if end else len(context)], at - start


def basis(claim: Claim) -> str:
    """What a figure's count rests on ("identified", "all reported" ...): as found, else by the words of its group, else by those
    of its sentence; "" where nothing tells it."""
    figure = claim.finding
    assert isinstance(figure, Figure)
    if figure.basis:
        return figure.basis
    if earlier(claim):  # what its sentence tells is how the later number was counted
        return ""
    for words in (figure.who, sentence(claim)[0]):
        found = _bases().findall(words.lower())
        if found:
            return _WHO.bases[max(found, key=len)]
    return ""


def earlier(claim: Claim) -> bool:
    """Whether a number's own report gives it as one that held earlier: "cut to 29 from 38", "after it had reported 38"."""
    words, at = sentence(claim)
    before = words[max(0, at - _NEAR) : at].lower().rstrip()
    return any(before == phrase or before.endswith(" " + phrase) for phrase in _WHO.earlier)


def sites(claim: Claim) -> tuple[str, ...]:
    """The places of a figure whose words name several ("in Seldon and Varne"), as they are compared; else none."""
    figure = claim.finding
    if not isinstance(figure, Figure) or figure.place is None:
        return ()
    words, _ = sentence(claim)
    named = re.escape(figure.place.words)
    joined = re.search(rf"{named}((?:,\s{_NAME})*,?\sand\s(?:in\s|at\s)?{_NAME})", words)
    if joined is None:
        return ()
    others = re.findall(_NAME, joined[1])
    return tuple(sorted({plain(figure.place.words), *map(plain, others)}))


@lru_cache(maxsize=1)
def _bases() -> re.Pattern[str]:
    phrases = sorted(_WHO.bases, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, phrases))})\b")
