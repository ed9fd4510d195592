"""Words of harm and of inclusion where they stand, and what ties a count to them."""

from dataclasses import dataclass

from ..analyse import Word
from ..lang.figure_tables import Harm, Trigger
from ..model import Measure, Modifier

OFFICE = 4
"""Words of article and office before a name at most."""
WEAK = "weak"
"""The form of words that make a number one of harm only after others were."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Words [first, last) are a word or phrase of harm."""

    first: int
    last: int
    trigger: Trigger


@dataclass(frozen=True, slots=True)
class Bond:
    """What governs a count: the harm, by which words (`hit`), from which side, and how plain it is (0 to 1).
    `shared` is the modifier of the count that it is joined to under the same words ("at least 12 soldiers and 3 medics"),
    `noun` the words of whom it counts where they stand with the harm ("the Guard's dead")."""

    measure: Measure
    hit: Hit
    left: bool
    sure: float
    shared: Modifier | None = None
    noun: tuple[int, int] | None = None


def hits(words: tuple[Word, ...], first: int, last: int, harm: Harm) -> list[Hit]:
    """Words and phrases of harm among words [first, last), the longest at each place."""
    found: list[Hit] = []
    i = first
    while i < last:
        hit = hit_at(words, i, last, harm) if words[i].lower in harm.heads else None
        if hit is None:
            i += 1
        else:
            found.append(hit)
            i = hit.last
    return found


def hit_at(words: tuple[Word, ...], i: int, last: int, harm: Harm) -> Hit | None:
    """The longest word or phrase of harm at word `i`."""
    for size in range(min(harm.longest, last - i), 0, -1):
        trigger = harm.triggers.get(tuple(word.lower for word in words[i : i + size]))
        if trigger is not None:
            return Hit(i, i + size, trigger)
    return None


def markers(words: tuple[Word, ...], first: int, last: int, harm: Harm) -> dict[int, int]:
    """Words of inclusion ("including", "of whom"): the first word of each, and how many words it has at most."""
    found: dict[int, int] = {}
    for i in range(first, last):
        if words[i].lower not in harm.part_starts:
            continue
        for size in range(min(harm.longest, last - i), 0, -1):
            if tuple(word.lower for word in words[i : i + size]) in harm.parts:
                found[i] = size
                break
    return found


def oblique(words: tuple[Word, ...], lead: int, first: int, harm: Harm) -> bool:
    """Whether a name stands after a preposition ("loyal to the cleric Ansel"), after the name of a larger place ("Brin,
    Tessary") or after a noun of no person ("the newspaper Ostrel Courier")."""
    if lead == first:
        return False
    before = lead - 1
    while before > first and before > lead - OFFICE and _is_office(words[before].lower, harm):
        before -= 1
    return words[before].lower in harm.prepositions or _is_called(words, before, lead, first, harm)


def _is_office(lower: str, harm: Harm) -> bool:
    """Whether a word may stand between a preposition and the name it governs."""
    return lower in harm.definite or lower in harm.person


def _is_called(words: tuple[Word, ...], before: int, lead: int, first: int, harm: Harm) -> bool:
    """Whether an article and a noun of no person stand right before a name."""
    nouns = 0
    while before > first and words[before].text.islower() and words[before].text.isalpha():
        if words[before].lower in harm.definite:
            return 0 < nouns < OFFICE and before + nouns + 1 == lead
        if words[before].lower in harm.stops or words[before].lower in harm.person:
            return False
        nouns, before = nouns + 1, before - 1
    return False


@dataclass(slots=True)
class Path:
    """The way from a subject to its verb: nothing between (`direct`), a passive just before, one earlier (`was`), and
    "and" since."""

    direct: bool = True
    passive: bool = False
    was: bool = False
    joined: bool = False
    relative: bool = False
