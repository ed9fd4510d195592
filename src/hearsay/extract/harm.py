"""Which words of harm govern which count, in either direction: "killed 12", "12 killed", "12 were killed and 30 wounded"."""

from dataclasses import replace

from ..model import Measure, Modifier
from .bonds import Bond
from .clause import Clause
from .further import attribute, brought_to, distributed, included, joined, past_object, toll, vague
from .left import left, own
from .right import right
from .twice import told_in_relative

STATES = frozenset({Measure.DETAINED, Measure.DISPLACED, Measure.INJURED})
"""Harms whose nouns say what people are ("12 detainees"), so that a verb says what became of them."""


def govern(clause: Clause) -> list[Bond | None]:
    """The bond of each count, None where nothing governs it."""
    for i in range(len(clause.counts)):
        noun = own(clause, i)
        plain = noun if noun is not None and noun.measure not in STATES else None
        clause.bonds[i] = plain or brought_to(clause, i) or left(clause, i) or right(clause, i) or noun or toll(clause, i)
        if clause.bonds[i] is None:
            clause.bonds[i] = (
                joined(clause, i)
                or distributed(clause, i)
                or past_object(clause, i)
                or included(clause, i)
                or attribute(clause, i)
                or told_in_relative(clause, clause.counts[i])
                or vague(clause, i)
            )
        clause.bonds[i] = _sharing(clause, i, clause.bonds[i])
    return clause.bonds


def _sharing(clause: Clause, i: int, bond: Bond | None) -> Bond | None:
    """The bond with the modifier of the count before, where both are joined under the same words of harm."""
    before = clause.bonds[i - 1] if i else None
    if bond is None or before is None or before.hit != bond.hit or clause.marker(clause.counts[i].lead):
        return bond
    gap = [word.lower for word in clause.words[clause.counts[i - 1].end : clause.counts[i].lead]]
    modifier = before.shared or clause.counts[i - 1].modifier
    loose = modifier not in {Modifier.EXACT, Modifier.VAGUE, Modifier.RANGE}
    joined = len(gap) <= 3 and any(word in clause.harm.joins or word == "," for word in gap)
    return replace(bond, shared=modifier) if loose and joined else bond
