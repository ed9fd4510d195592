"""Whose reports are at hand: from a name in a text to the reports of the outlet that it names, and what was published when."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import datetime

from ..claims.base import Claim, Origin
from ..copies.credits import Credit, Form
from ..copies.outlets import is_like_an_outlet, same_outlet
from ..lang.en_sources import SOURCES
from ..model import Source, SourceKind
from .ground import medium_words
from .tokens import parts

WHOLE = frozenset({Form.DATELINE, Form.SIGNATURE, Form.BYLINE})
"""Credits that are a whole report's."""


class Outlets:
    """The outlets of some reports. A report that credits one agency as a whole is the agency's; `credits` are those of texts."""

    def __init__(self, reports: Iterable[Origin], credits: Mapping[str, Collection[Credit]]) -> None:
        every = {one.text: one for one in reports}
        named = sorted({one.outlet for one in every.values() if one.outlet})
        self._of = {text: _agency(one, named, credits.get(text, ())) or one.outlet for text, one in every.items()}
        self._asked: dict[tuple[str, SourceKind], list[str]] = {}
        self._texts: defaultdict[str, list[str]] = defaultdict(list)
        for text, one in sorted(every.items()):
            if one.outlet or self._of[text]:
                self._texts[one.outlet or self._of[text]].append(text)

    def of(self, text: str) -> str:
        """The outlet whose account a report is, "" where it is not known."""
        return self._of[text]

    def reports_of(self, source: Source) -> list[str]:
        """The texts of the one outlet that a source names; none where it names no outlet at hand, or may name several."""
        asked = (source.name, source.kind)
        if asked not in self._asked:
            self._asked[asked] = self._reports(source)
        return self._asked[asked]

    def _reports(self, source: Source) -> list[str]:
        words = medium_words(source.name)
        media = source.kind is SourceKind.MEDIA
        same = [name for name in self._texts if same_outlet(name, source.name)]
        if not same and media:
            same = [name for name in self._texts if _part(words, medium_words(name))]
        if len({frozenset(medium_words(name)) for name in same}) > 1:
            return []
        if not media and not any(len(parts(name)) > 1 for name in same):
            return []  # one word may as well be a place or a party
        return [text for name in same for text in self._texts[name]]


def later(one: Origin, other: Origin) -> bool:
    """Whether a report was surely published after another one: compared no finer than both are dated."""
    mine, theirs = one.published or "", other.published or ""
    if len(mine) > 10 and len(theirs) > 10:
        first, second = _moment(mine), _moment(theirs)
        if first is not None and second is not None and (first.tzinfo is None) == (second.tzinfo is None):
            return first > second
    size = min(len(mine), len(theirs), 10)
    return mine[:size] > theirs[:size]


def latest(claims: list[Claim]) -> list[Claim]:
    """Those of some claims whose reports were published last."""
    return [one for one in claims if not any(later(other.report, one.report) for other in claims)]


def _moment(published: str) -> datetime | None:
    try:
        return datetime.fromisoformat(published)
    except ValueError:
        return None


def _agency(report: Origin, named: list[str], credits: Collection[Credit]) -> str:
    """The one agency that a report credits as a whole, "" where there is none, or several."""
    names = [report.byline, *(credit.name for credit in credits if credit.form in WHOLE)]
    found = {_medium(name, named) for name in names if not (report.outlet and same_outlet(name, report.outlet))}
    found.discard("")
    return found.pop() if len(found) == 1 else ""


def _medium(credit: str, named: list[str]) -> str:
    """The medium that a credit names: an outlet at hand, or a name like one; "" for what may be a person."""
    known = next((outlet for outlet in named if same_outlet(outlet, credit)), "")
    return known or (credit if is_like_an_outlet(credit) else "")


def _part(words: frozenset[str], name: frozenset[str]) -> bool:
    """Whether a shortened name fits: "the Courier" for "The Pellam Courier"."""
    return bool(words) and (words < name) and bool(words & SOURCES.media)
