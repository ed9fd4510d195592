"""What the words around a figure say of why a total moved, and the words that names are lined up under."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from ..claims.base import Claim
from ..compare.who import axes
from ..lang.series_tables import Changes
from ..model import Figure
from ..registry import language

_END = re.compile(r"[.!?][\"'”’»)\]]*\s+(?=[\"'“‘«(\[]?[^\W\d_a-z])|\n")
"""Between two sentences: a stop, white space, then no small letter."""
_GAP = r"(?:\W+\w+){0,3}?\W+"
_NONE = Changes()


@lru_cache(maxsize=64)
def changes(code: str) -> Changes:
    """The tables of a language; empty ones where it is not installed: then nothing is read out of its words."""
    found = language(code)
    return found.changes if found else _NONE


def sentence(claim: Claim) -> str:
    """The sentence that a figure stands in, as far as its context holds it; in small letters."""
    if not isinstance(claim.finding, Figure):
        return claim.context.casefold()
    at = claim.finding.span.start - claim.context_start
    start, end = 0, len(claim.context)
    for match in _END.finditer(claim.context):
        if match.end() <= at:
            start = match.end()
        elif match.start() >= at:
            end = match.end()
            break
    return claim.context[start:end].casefold()


def lateness(claim: Claim, around: bool = False) -> str:
    """How those counted came into a total late, by the words of the figure's sentence (or all words `around` it); "" where they
    say nothing of it."""
    return _first(changes(claim.report.language).late, claim.context.casefold() if around else sentence(claim))


def restarts(claim: Claim) -> bool:
    """Whether the words around say that the count begins again."""
    return _holds(changes(claim.report.language).restarts, claim.context.casefold())


def lowered(claim: Claim) -> bool:
    """Whether the words around say that the source takes a part of its count back."""
    return _holds(changes(claim.report.language).lowered, claim.context.casefold())


def bare(words: str, code: str) -> str:
    """A name or a group without the words before it that are no part of it, in small letters, with single blanks."""
    parts = words.casefold().replace("’", "'").split()
    drop = changes(code).determiners
    while len(parts) > 1 and parts[0] in drop:
        del parts[0]
    return " ".join(parts)


def group(words: str, code: str) -> str:
    """Who is counted, for lining up: what is known of the group ("combatant", "adult female"), else its words; "" where nobody is
    set apart ("people", "deaths")."""
    found = axes(words)
    known = (found.status, found.age, found.sex, found.role, found.side, found.unit)
    if any(known):
        return " ".join(part for part in known if part)
    kept = bare(words, code)
    return "" if kept in changes(code).anyone else kept


def _first(table: Mapping[str, tuple[str, ...]], text: str) -> str:
    return next((name for name, phrases in table.items() if _holds(phrases, text)), "")


def _holds(phrases: Iterable[str], text: str) -> bool:
    return bool(phrases and text) and _pattern(tuple(phrases)).search(text) is not None


@lru_cache(maxsize=64)
def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """One expression for all of them; a blank in a phrase is any white space."""
    made = (_GAP.join(r"\s+".join(map(re.escape, part.split())) for part in one.split(" ... ")) for one in phrases)
    return re.compile(rf"\b(?:{'|'.join(made)})\b")
