"""What the encoder says of each piece besides its role in an attribution: two labellings, read off the same states.

    measure  the harm that a count stands under, on the words of the count
    scope    what that count covers, on the same words

Tried and left, because the rules are better at them: links of figures to their wholes, to whom they count, when and where;
the kind of a source; what is the page's own statement.

The columns of `Pass.labels` stand in the order of `LABELS`, one group after the other.
"""

from collections.abc import Mapping

from ..model import Measure, Scope

NONE = ""
"""The first label of a group in which a piece may have none."""
UNKNOWN = "?"
"""Stands in training for a label that nobody knows."""
LABELS: Mapping[str, tuple[str, ...]] = {
    "measure": (NONE, *Measure),
    "scope": tuple(Scope),
}
"""Group -> its labels. The order is that of the shipped weights."""
WIDTH = sum(map(len, LABELS.values()))


def columns(group: str) -> slice:
    """Where a group's columns stand."""
    first = 0
    for name, labels in LABELS.items():
        if name == group:
            return slice(first, first + len(labels))
        first += len(labels)
    raise KeyError(group)
