"""Lines of bulletins and lists: numbers after a label that no word of harm stands with ("Pellan: seven couriers; Sarl, 58"),
and lines that add up to a number told before."""

from collections.abc import Sequence
from itertools import product

from ..analyse import Sentence
from ..lang.figure_tables import Harm, Trigger
from ..model import Measure
from .bonds import WEAK, Bond, Hit
from .clause import Clause

LABEL = 5
"""Words of a label at most."""
TITLE = 6
"""Words of a title at most."""
MOST = 4096
"""Ways to add up lines that are tried at most."""
_ENDS = frozenset(";.:")
_MARKS = frozenset(":,")


def title(clause: Clause, sentence: Sentence) -> Measure | None:
    """The harm that a short line without a number tells of, as a title does ("Arrests")."""
    if sentence.last - sentence.first > TITLE or any(one.kind == "number" for one in clause.counts):
        return None
    return clause.hits[0].trigger.measure if clause.hits else None


def listed(clause: Clause, bonds: Sequence[Bond | None], told: Measure | None) -> list[Bond | None]:
    """The bonds of a sentence's counts, with those of numbers after a label, which count what the list counts: what the number
    before them does, or else `told`."""
    found = list(bonds)
    for i, bond in enumerate(found):
        if bond is not None and bond.hit.trigger.form != WEAK:
            continue
        before = next((each for each in found[:i] if each is not None and each.hit.trigger.form != WEAK), None)
        measure = before.measure if before is not None else told
        if measure is not None and _is_line(clause, i, before is not None):
            one = clause.counts[i]
            found[i] = Bond(measure, Hit(one.lead, one.end, Trigger(measure, "line")), True, 0.6)
    return found


def _is_line(clause: Clause, i: int, follows: bool) -> bool:
    """Whether a count stands right after a label, and its stretch tells of no harm; the last one may have words after it in
    place of a label ("87 elsewhere")."""
    one, words = clause.counts[i], clause.words
    if one.kind != "number" or one.back:
        return False
    begin = end = one.lead
    while begin > clause.first and words[begin - 1].text not in {";", "."} and one.lead - begin <= LABEL + 1:
        begin -= 1
    while end < clause.last and words[end].text not in _ENDS | {","}:
        end += 1
    if any(begin <= hit.first < end for hit in clause.hits):
        return False
    if begin == one.lead:
        return follows and begin > clause.first and end - one.lead == 2 and words[end - 1].lower in clause.harm.elsewhere
    return is_label(clause, begin, one.lead)


def is_label(clause: Clause, begin: int, lead: int) -> bool:
    """Whether words [begin, lead) are a label: capitals, and a colon or comma ("Pirran and Brath:")."""
    words = clause.words[begin : lead - 1]
    if clause.words[lead - 1].text not in _MARKS or not 0 < len(words) <= LABEL:
        return False
    return all(word.text[0].isupper() or word.lower in clause.harm.joins | clause.harm.place_nouns for word in words)


def labelled(clause: Clause, lead: int) -> int | None:
    """The first word of the last label with a colon before word `lead` of its sentence, None for none."""
    for k in range(lead - 1, clause.first, -1):
        if clause.words[k].text != ":":
            continue
        begin = k
        while begin > clause.first and clause.words[begin - 1].text not in _ENDS and k - begin <= LABEL:
            begin -= 1
        return begin if is_label(clause, begin, k + 1) else None
    return None


def adding_up(total: int, lines: Sequence[Sequence[int]]) -> list[int] | None:
    """Which number of each line, -1 for none, make up a total together; None where nothing does, or only one number."""
    ways = 1
    for line in lines:
        ways *= len(line) + 1
    if len(lines) < 2 or ways > MOST:
        return None
    for choice in product(*(range(-1, len(line)) for line in lines)):
        chosen = [line[at] for line, at in zip(lines, choice, strict=True) if at >= 0]
        if len(chosen) > 1 and sum(chosen) == total:
            return list(choice)
    return None


def destroyed(measure: Measure, word: str, thing: bool, harm: Harm) -> Measure:
    """What a word does to things and to people: "blown up", "burned", "lost" destroy the one, and kill or wound the other."""
    if word not in harm.both:
        return measure
    if thing:
        return Measure.DESTROYED if measure in {Measure.KILLED, Measure.INJURED, Measure.MISSING} else measure
    return harm.both[word] if measure is Measure.DESTROYED else measure
