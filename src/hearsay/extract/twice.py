"""A second harm of the same people: "who was kidnapped, was found dead", "were arrested and later released"."""

from ..lang.figure_tables import Trigger
from ..model import Measure
from .bonds import Bond, Hit
from .clause import Clause
from .phrases import Counted
from .right import has_object

FAR = 25
"""Words between the first harm and the second at most."""
_PASSIVE, _ACTIVE = "verb", "intransitive"


def told_in_relative(clause: Clause, one: Counted) -> Bond | None:
    """The harm in a relative clause or a participle right after those counted."""
    j = one.end
    if j < clause.last and clause.words[j].text == ",":
        j += 1
    j = _past_age(clause, j)
    relative = j < clause.last and clause.words[j].lower in clause.harm.relatives
    hit, passive = _reached(clause, j + relative)
    if hit is None or clause.unreal(hit) or hit.trigger.form not in {_PASSIVE, _ACTIVE} or (passive and not relative):
        return None
    if hit.trigger.form == _PASSIVE and not passive and (relative or has_object(clause, hit)):
        return None
    return Bond(hit.trigger.measure, hit, False, 0.8) if relative or hit.trigger.form == _PASSIVE else None


def also(clause: Clause, i: int, bond: Bond) -> Bond | None:
    """The second harm of a count whose first one is `bond`, None where the text tells one only."""
    one = clause.counts[i]
    if bond.measure is Measure.OTHER or bond.hit.first < clause.first or one.back:
        return None
    relative = told_in_relative(clause, one)
    if bond.left and relative is not None and relative.hit.first <= one.end + 1:  # "released 40 people arrested on Friday"
        return None
    for found in (relative, None if bond.left else _goes_on(clause, one, bond)):
        if found is not None and found.measure not in {bond.measure, Measure.OTHER} and found.hit != bond.hit:
            return found
    return None


def _past_age(clause: Clause, j: int) -> int:
    """Past an age and its comma ("Voss, 45, who ..."), or a remark in brackets ("[name as heard], kidnapped by ...")."""
    words = clause.words
    if j + 1 < clause.last and words[j].text.isdecimal() and words[j + 1].text == ",":
        return j + 2
    if j < clause.last and words[j].text in {"[", "("}:
        end = next((k for k in range(j, clause.last) if words[k].text in {"]", ")"}), j)
        return end + 1 + (end + 1 < clause.last and words[end + 1].text == ",")
    return j


def _reached(clause: Clause, j: int) -> tuple[Hit | None, bool]:
    """The word of harm at word `j`, past auxiliaries and adverbs, and whether it is a passive."""
    passive = False
    while j < clause.last and j not in clause.at:
        lower = clause.words[j].lower
        if lower in clause.harm.be:
            passive = True
        elif lower not in clause.harm.light and not lower.endswith(clause.harm.adverb):
            return None, False
        j += 1
    return clause.at.get(j), passive


def _goes_on(clause: Clause, one: Counted, bond: Bond) -> Bond | None:
    """The harm after the first one: "kidnapped on Friday and released on Sunday", "who was kidnapped was found dead"."""
    relative = any(word.lower in clause.harm.relatives for word in clause.words[one.end : bond.hit.first])
    before = {word.lower for word in clause.words[one.end : bond.hit.first]}
    participle = bond.hit.trigger.form == _PASSIVE and before.isdisjoint(clause.harm.be)
    if bond.hit.trigger.form not in {_PASSIVE, _ACTIVE}:
        return None
    for j in range(bond.hit.last, min(clause.last, bond.hit.last + FAR)):
        lower = clause.words[j].lower
        if j in clause.leads or lower in clause.harm.breaks | clause.harm.reporting or lower in ";:":
            return None
        joined, verb = lower in clause.harm.joins, lower in clause.harm.be
        if not (joined or (verb and (relative or participle))):
            continue
        hit, passive = _reached(clause, j if verb else j + 1)
        if hit is not None and _holds(clause, hit, passive or joined):
            return Bond(hit.trigger.measure, hit, False, 0.7)
    return None


def _holds(clause: Clause, hit: Hit, governed: bool) -> bool:
    trigger: Trigger = hit.trigger
    if clause.unreal(hit) or has_object(clause, hit):
        return False
    return governed and trigger.form in {_PASSIVE, _ACTIVE}
