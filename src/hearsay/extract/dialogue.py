"""Whose turn it is: in an interview, paragraphs begin with a name and a colon, and "I" is that name, "you" the other one."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from ..analyse import Analysis
from .names import Kind, Name, names

_LABEL = re.compile(r"(?P<label>[^\W\d_][^:\n.?!]{0,40}): ")
_TWICE = 2
"""Turns that a label must have, so that a heading with a colon is none."""


class Turns:
    """The turns of a text: which label each paragraph falls under."""

    def __init__(self, analysis: Analysis) -> None:
        self._starts = [span.start for span in analysis.paragraphs]
        labels = [_label(analysis.content, span.start, span.end) for span in analysis.paragraphs]
        counts = Counter(label for label in labels if label)
        often = {label for label, count in counts.items() if count >= _TWICE}
        self._labels: list[str] = []
        if len(often) > 1:
            for label in labels:
                previous = self._labels[-1] if self._labels else ""
                self._labels.append(label if label in often else previous)
        self._people = {label: _fullest(label, names(analysis)) for label in often} if self._labels else {}

    def speaker(self, position: int) -> str:
        """The name of whoever's turn a code point stands in; "" outside turns."""
        return self._people.get(self._label_at(position), "")

    def other(self, position: int) -> str:
        """The name of whom that speaker talks with: of the others, the one whose turn was last or comes next."""
        here = self._label_at(position)
        if not here:
            return ""
        at = bisect_right(self._starts, position) - 1
        around = [*self._labels[at + 1 :], *reversed(self._labels[:at])]
        return next((self._people[label] for label in around if label and label != here), "")

    def _label_at(self, position: int) -> str:
        at = bisect_right(self._starts, position) - 1
        return self._labels[at] if self._labels and at >= 0 else ""


def _label(content: str, start: int, end: int) -> str:
    match = _LABEL.match(content, start, min(end, start + 50))
    return match["label"] if match and match["label"][0].isupper() and len(match["label"].split()) <= 5 else ""


def _fullest(label: str, found: Sequence[Name]) -> str:
    """The longest name of the text that is the label, written together or apart, or that begins or ends with it."""
    squeezed = "".join(label.split()).casefold()
    same = [name.full for name in found if "".join(name.full.split()).casefold() == squeezed and " " in name.full]
    if same:
        return same[0]
    one = label.casefold()
    part = {name.full for name in found if name.kind is not Kind.INSTITUTION and one in name.full.casefold().split()}
    longer = [name for name in part if " " in name]
    return longer[0] if len(longer) == 1 else label
