"""What the encoder says of those counted, beside what the rules say: counts whose harm no rule knows, and rules misled.

The rules know words; the encoder knows sentences like those it has learnt from. So a count that no rule governs becomes a
figure where the encoder is sure of a harm, a rule's figure is dropped where the encoder is sure of none, and of two harms the
encoder's is taken where it is much surer. Where nothing was read (`Reading` is None), and in headings, of which it has learnt
nothing, the rules stand alone.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from ..analyse import Sentence
from ..lang.figure_tables import Harm, Trigger
from ..model import Measure, Scope
from ..models.labels import LABELS, NONE, columns
from .bonds import Bond, Hit
from .clause import Clause
from .phrases import Counted
from .reading import Reading

TOLD = "told"
"""The form of a bond that the encoder alone gives."""
ADDED = 0.9
"""Probability of a harm, of any kind, from which on a count that no rule governs is a figure."""
NOUNED = 0.98
"""The same of a number with a noun, of which sentences hold many that nothing befell."""
DROPPED = 0.97
"""Probability of no harm from which on a rule's figure is none."""
CHANGED = 0.9
"""Probability of a harm from which on it is taken in the place of the rule's, ..."""
HELD = 0.02
"""... where the rule's own is no likelier than this."""
SCOPED = 0.95
"""Probability of a scope from which on it is taken in the place of the rules'. This and the others were chosen on a conflict and
on 28 monitored reports that the encoder of an earlier stage had not learnt from."""
NEAR = 3
"""Words between those who do harm and its verb at most."""
BODILY = frozenset({Measure.KILLED, Measure.INJURED, Measure.DETAINED, Measure.ABDUCTED, Measure.MISSING})
HINT = 0.5
"""Probability of a harm that a word of a sentence must have for the sentence to be looked at at all."""


@dataclass(frozen=True, slots=True)
class Harmed:
    """The likeliest harm of a count, its probability, that of no harm, and those of all."""

    measure: Measure
    sure: float
    none: float
    every: Mapping[str, float]


class Told:
    """Looks up counts in a reading."""

    def __init__(self, reading: Reading | None) -> None:
        self.reading = reading
        self._hints = np.exp(reading.result.labels[:, columns("measure").start]) if reading is not None else None

    def hints(self, sentence: Sentence) -> bool:
        """Whether a word of the sentence may count somebody harmed."""
        if self.reading is None or self._hints is None:
            return False
        first, end = self.reading.range(sentence.start, sentence.end)
        return first < end and bool((self._hints[first:end] < 1 - HINT).any())

    def harm(self, one: Counted) -> Harmed | None:
        """What befell those counted; None where nothing was read."""
        told = self.reading.of("measure", one.span) if self.reading is not None else {}
        if not told:
            return None
        best = max(LABELS["measure"][1:], key=lambda label: told[label])
        return Harmed(Measure(best), told[best], told[NONE], told)

    def scope(self, one: Counted) -> Scope | None:
        """What a count covers, where the encoder is sure of it."""
        told = self.reading.of("scope", one.span) if self.reading is not None else {}
        best = max(told, key=lambda label: told[label], default=None)
        return Scope(best) if best is not None and told[best] >= SCOPED else None

    def refuses(self, one: Counted) -> bool:
        """Whether the encoder is sure that nobody harmed is counted here."""
        harmed = self.harm(one)
        return harmed is not None and harmed.none >= DROPPED

    def bonds(self, clause: Clause, bonds: Sequence[Bond | None], head: bool = False) -> list[Bond | None]:
        """The bonds of a sentence's counts, as the encoder completes and mends them; those of a heading as they are."""
        if head:
            return list(bonds)
        return [self._bond(clause, bonds, i) for i in range(len(clause.counts))]

    def _bond(self, clause: Clause, bonds: Sequence[Bond | None], i: int) -> Bond | None:
        one, bond = clause.counts[i], bonds[i]
        harmed = self.harm(one)
        if harmed is None:
            return bond
        if bond is None:
            sure = 1 - harmed.none
            least = NOUNED if one.kind == "number" and one.head else ADDED
            if sure < least or _does(clause, bonds, one) or (harmed.measure in BODILY and _is_place(one, clause.harm)):
                return None
            hit = Hit(one.lead, one.end, Trigger(harmed.measure, TOLD))
            return Bond(harmed.measure, hit, True, round(sure, 3))
        if harmed.none >= DROPPED:
            return None
        other = harmed.sure >= CHANGED and harmed.every[bond.measure] <= HELD
        return replace(bond, measure=harmed.measure) if other else bond


def _is_place(one: Counted, harm: Harm) -> bool:
    """Whether places are counted: "five villages", "two communities"."""
    one_of = (one.head, one.head.removesuffix("s"), f"{one.head.removesuffix('ies')}y")
    return not harm.place_nouns.isdisjoint(one_of)


def _does(clause: Clause, bonds: Sequence[Bond | None], one: Counted) -> bool:
    """Whether those counted do the harm: "shot dead by two men", "three bombers killed at least nine"."""
    if one.lead > clause.first and clause.words[one.lead - 1].lower in clause.harm.agents_before:
        return True
    hits = (bond.hit for bond in bonds if bond is not None and bond.left)
    return any(0 <= hit.first - one.end <= NEAR and not _passive(clause, one, hit) for hit in hits)


def _passive(clause: Clause, one: Counted, hit: Hit) -> bool:
    return any(word.lower in clause.harm.be for word in clause.words[one.end : hit.first])
