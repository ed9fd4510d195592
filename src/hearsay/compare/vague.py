"""Bounds of vague words ("dozens"), one table a policy: a vague word keeps its words everywhere else."""

from collections.abc import Mapping
from math import prod

from ..lang.en import ENGLISH

Bounds = tuple[int, int | None]
"""The least and the most; None: open."""

OURS = "hearsay-vague-1"
ACLED = "acled-fatalities"

TABLES: Mapping[str, Mapping[str, Bounds]] = {
    OURS: ENGLISH.who.vague,
    ACLED: {"tens": (10, 10), "dozens": (12, 12), "dozen": (12, 12), "hundreds": (100, 100)},
}
"""Policy -> word -> bounds. ACLED's are those of its "Fatalities" FAQ, which names no others."""


SCALES: Mapping[str, int] = {
    form: size for word, size in (("hundred", 100), ("thousand", 1000), ("million", 10**6)) for form in (word, word + "s")
}
"""What a vague word is multiplied by where one of these stands after it: "tens of thousands", "several hundred"."""


def bounds(words: str, policy: str) -> Bounds | None:
    """The bounds of vague words under a policy; None where it has none for them. Raises `KeyError` for no policy of that name."""
    table, said = TABLES[policy], words.lower().split()
    at = next((i for i, word in enumerate(said) if word in table), None)
    if at is None:
        return None
    size = prod(SCALES.get(word, 1) for word in said[at + 1 :])
    low, high = table[said[at]]
    return low * size, high * size if high is not None else None
