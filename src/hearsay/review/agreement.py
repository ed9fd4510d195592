"""How far reviewers agree: Krippendorff's alpha for nominal values.

alpha = 1 - D_o / D_e. From the matrix of coincidences o(c, k) — each pair of values that two reviewers gave to one finding,
counted 1 / (m - 1) times in a finding with m values — with margins n(c) and total n:

    D_o = sum over c != k of o(c, k) / n          D_e = sum over c != k of n(c) n(k) / (n (n - 1))

1 is full agreement, 0 what chance would give, below 0 is systematic disagreement. Any number of reviewers, and gaps, are allowed:
only findings with two values or more count. Source: K. Krippendorff, Content Analysis: An Introduction to Its Methodology
(2nd edition, 2004), chapter 11; the worked examples of his "Computing Krippendorff's Alpha-Reliability" (2011) are tests here.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, permutations

from ..ledger import State, is_person, words_of
from ..model import Stance, Verdict

Values = Mapping[str, Hashable]
"""Reviewer -> value that they gave to one finding."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """`findings` were judged by two or more; `same` of them alike by all. `alpha` is None where it is not defined: nothing
    was judged twice, or every value is the same, so that chance could not differ either."""

    findings: int
    same: int
    alpha: float | None

    @property
    def share(self) -> float | None:
        """The share judged alike, chance not taken off; None where nothing was judged twice."""
        return self.same / self.findings if self.findings else None


def agreement(findings: Iterable[Values]) -> Agreement:
    """Agreement over findings; those that fewer than two reviewers judged are left out."""
    twice = [tuple(values.values()) for values in findings if len(values) > 1]
    return Agreement(len(twice), sum(len(set(values)) == 1 for values in twice), alpha(twice))


def alpha(units: Iterable[Sequence[Hashable]]) -> float | None:
    """Krippendorff's alpha (nominal) of the values that each unit was given; None where it is not defined."""
    margins: Counter[Hashable] = Counter()
    observed = 0.0
    for values in units:
        if len(values) < 2:
            continue
        counts = Counter(values)
        margins.update(counts)
        unlike = len(values) ** 2 - sum(n * n for n in counts.values())
        observed += unlike / (len(values) - 1)
    total = margins.total()
    expected = total * total - sum(n * n for n in margins.values())
    if not expected:
        return None
    return 1 - (total - 1) * observed / expected


def coincidences(units: Iterable[Sequence[Hashable]]) -> dict[tuple[Hashable, Hashable], float]:
    """The matrix of coincidences: how often each ordered pair of values stands together, each unit's pairs weighing
    1 / (values - 1)."""
    matrix: defaultdict[tuple[Hashable, Hashable], float] = defaultdict(float)
    for values in units:
        for a, b in permutations(range(len(values)), 2):
            matrix[values[a], values[b]] += 1 / (len(values) - 1)
    return dict(matrix)


def pairs(findings: Iterable[Values]) -> dict[tuple[str, str], Agreement]:
    """Agreement of each two reviewers over what both judged, the names of a pair in order."""
    by_pair: defaultdict[tuple[str, str], list[Values]] = defaultdict(list)
    for values in findings:
        for a, b in combinations(sorted(values), 2):
            by_pair[a, b].append({a: values[a], b: values[b]})
    return {pair: agreement(theirs) for pair, theirs in sorted(by_pair.items())}


def values_of(verdicts: Iterable[Verdict]) -> dict[str, str]:
    """What each person makes of one finding, as a value to be compared: "accepted", "rejected", or "replaced ID" (two people
    who replace it differently differ)."""
    return dict(_values(words_of(verdicts)))


def _values(words: Mapping[str, Verdict]) -> Iterator[tuple[str, str]]:
    for agent, word in words.items():
        if not is_person(agent):
            continue
        if word.stance is Stance.REPLACED:
            yield agent, f"{State.REPLACED} {word.instead}"
        else:
            yield agent, (State.REJECTED if word.stance is Stance.REJECTED else State.ACCEPTED).value
