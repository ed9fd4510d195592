"""Where a figure is that names no place: what its surroundings tell. A reading of the report, so computed and never stored."""

import re
from collections import Counter
from collections.abc import Iterator

from ..lang.en import ENGLISH
from ..model import Field, Figure, Scope
from .view import View

_NAME = r"[^\W\d_a-z][\w’'-]*(?:\s[^\W\d_a-z][\w’'-]*){0,2}"
_AT = re.compile(rf"\b(?:of|on|{'|'.join(sorted(ENGLISH.names.places_after))})\s+({_NAME})")
_MOST = 2 / 3
"""Share of a report's placed figures that one place must have, to be that of the others; and at least _FEW of them."""
_FEW = 2
_GENERAL = frozenset[str]().union(
    ENGLISH.names.common, ENGLISH.names.articles, ENGLISH.names.institutions, ENGLISH.sources.bodies, ENGLISH.sources.documents
) | {"defence", "defense", "interior", "health"}
"""Words in a name that make it none of a place."""
_LONG = frozenset({Scope.PERIOD, Scope.CUMULATIVE})
"""Scopes that reach beyond the event that a report is about."""


def settings(view: View) -> dict[str, str]:
    """Figure id -> place, for the figures that name none: that of the figure before it in its paragraph, else the one place
    that the report is about: which most of its figures name, or which its headline and its text name; else that of the same
    number told elsewhere in the report, as a headline repeats it."""
    found: dict[str, str] = {}
    whole = _of_report(view)
    before: tuple[int, str] | None = None
    for key, figure in view.figures:
        paragraph = view.text.content.rfind("\n\n", 0, figure.span.start)
        if figure.place is not None:
            before = (paragraph, figure.place.words)
        elif figure.scope in _LONG:
            continue
        elif before is not None and before[0] == paragraph:
            found[key] = before[1]
        elif whole:
            found[key] = whole
        elif told := _told_elsewhere(view, figure):
            found[key] = told
    return found


def _told_elsewhere(view: View, figure: Figure) -> str:
    """The one place of the figures of the same measure and number, "" where they name none or several."""
    number = figure.low or figure.high
    same = (each for each in _placed(view) if each.measure is figure.measure and (each.low or each.high) == number)
    places = {each.place.words for each in same if each.place is not None} if number else set()
    return places.pop() if len(places) == 1 else ""


def _of_report(view: View) -> str:
    """The place that a report is about, or "" where no single one is: a place of its figures that the headline names, else a
    name of the headline that stands in the text as a place does, else the place of most figures."""
    placed = Counter(place for figure in _placed(view) if (place := figure.place.words if figure.place else ""))
    headline = view.about(Field.HEADLINE) or ""
    best = max(placed, key=lambda name: (name in headline, placed[name], name), default="")
    if best and best in headline:
        return best
    found = (match[1].removesuffix("'s").removesuffix("’s") for match in _AT.finditer(view.text.content))
    named = Counter(name for name in found if _titles(name, headline))
    if named:
        return max(named, key=lambda name: (named[name], name))
    return best if placed[best] >= max(_FEW, _MOST * placed.total()) else ""


def _titles(name: str, headline: str) -> bool:
    """Whether a name stands in the headline for itself: not as whose something is ("Tessary's highlands")."""
    at = headline.find(name)
    known = {word.lower() for word in name.split()}
    general = not known.isdisjoint(_GENERAL)
    return at >= 0 and not general and headline[at + len(name) :][:2] not in ("'s", "’s")


def _placed(view: View) -> Iterator[Figure]:
    return (figure for _, figure in view.figures if figure.place is not None)
