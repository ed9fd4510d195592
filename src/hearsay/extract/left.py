"""Words of harm that are a count's own noun or stand to its left: "12 deaths", "killed 12", "the bodies of nine"."""

from ..model import Measure
from .bonds import Bond, Hit
from .clause import Clause
from .phrases import Counted, possessive

PARTICLE = 3
"""Words of a particle behind its verb's object at most ("out of", "to the ground")."""
_HEADS = frozenset({"noun", "verb", "adjective", "toll", "intransitive", "suffered"})
HEADING = 6
"""Words between the harm that heads an entry and its colon at most."""
DAY = 9
"""Words of a day between a noun of harm and its "of" at most."""


def own(clause: Clause, i: int) -> Bond | None:
    """ "12 deaths", "12 bodies"; "lives" only where they are lost or claimed; "Voss's murder"."""
    one = clause.counts[i]
    if one.kind != "number":
        return _owned(clause, one)
    trigger = clause.harm.triggers.get((one.head,)) if one.kind == "number" else None
    if not one.head and (hit := clause.at.get(one.end)) and clause.words[hit.first].lower in clause.harm.plain_nouns:
        return Bond(hit.trigger.measure, hit, True, 0.9)  # "no arrests have been made"
    if trigger is None or trigger.form != "noun" or _is_occasion(clause, one):
        return None
    if one.head in clause.harm.lives and not _lost(clause, one):
        return None
    hit = Hit(one.end - 1, one.end, trigger)
    return Bond(trigger.measure, hit, True, 0.9)


def _owned(clause: Clause, one: Counted) -> Bond | None:
    """The harm that one person's genitive belongs to: "the mayor's murder"."""
    mark = one.end < clause.last and clause.words[one.end].text in {"'", "’"}
    hit = clause.at.get(one.end + mark) if mark or possessive(clause.words[one.end - 1].lower) else None
    if hit is None or hit.trigger.form not in {"noun", "base"}:
        return None
    return Bond(hit.trigger.measure, hit, False, 0.9)


def _is_occasion(clause: Clause, one: Counted) -> bool:
    """ "in two separate executions" counts what happened, not those whom it befell."""
    before = clause.words[one.lead - 1].lower if one.lead > clause.first else ""
    return before in clause.harm.place_words and one.head in clause.harm.occasions


def _lost(clause: Clause, one: Counted) -> bool:
    near = clause.words[max(clause.first, one.lead - 4) : one.lead] + clause.words[one.end : min(clause.last, one.end + 4)]
    return any(word.lower in clause.harm.losing for word in near)


def left(clause: Clause, i: int) -> Bond | None:
    """ "killed 12", "the deaths of 12", "lost 12 men"."""
    one = clause.counts[i]
    j = one.lead
    while j > clause.first and j not in clause.ending and clause.slides(clause.words[j - 1].lower):
        j -= 1
    if j - 1 > clause.first and clause.words[j - 1].lower in clause.harm.of and clause.words[j - 2].lower in clause.harm.groups:
        j -= 2
        while j > clause.first and clause.slides(clause.words[j - 1].lower):
            j -= 1
    if j > clause.first and j not in clause.ending and clause.words[j - 1].lower in clause.harm.of:
        hit = _noun_before(clause, j - 1)
        if (
            hit
            and clause.words[hit.first].lower in clause.harm.losing
            and one.head not in clause.harm.persons | clause.harm.person
        ):
            return None
        return Bond(hit.trigger.measure, hit, True, 0.9) if hit else None
    hit = clause.ending.get(j) or _inverted(clause, j)
    if one.kind == "number" and (entry := _entry(clause, one)):
        return entry
    if hit is None:
        return _around(clause, one, j)
    form = hit.trigger.form
    if j not in clause.ending:
        return Bond(hit.trigger.measure, hit, True, 0.9)
    if form == "lose":
        if one.head in clause.harm.objects:
            return Bond(Measure.DESTROYED, hit, True, 0.8)
        bare = not one.head and (one.end >= clause.last or not clause.words[one.end].text[0].isalnum())
        person = one.head in clause.harm.persons or (one.head in clause.harm.person and one.kind != "the one")
        return Bond(hit.trigger.measure, hit, True, 0.8) if bare or person else None
    if form not in {"verb", "base"} or (form == "verb" and clause.passive(hit)) or clause.unreal(hit):
        return None
    if form == "verb" and _taken(clause, hit, i):
        return None
    return Bond(clause.several(hit, i), hit, True, 0.9)


def _around(clause: Clause, one: Counted, j: int) -> Bond | None:
    """A verb whose particle stands behind those counted ("dragged three teachers out of a bus", "let nine of them go")."""
    beside = clause.at.get(one.end)
    if one.kind == "name" or j - 1 < clause.first:
        return None
    lowers = [word.lower for word in clause.words[one.end : min(clause.last, one.end + PARTICLE)]]
    for size in range(len(lowers), 0, -1):
        trigger = clause.harm.triggers.get((clause.words[j - 1].lower, *lowers[:size]))
        if trigger is not None and trigger.form in {"verb", "base"}:
            hit = Hit(j - 1, j, trigger)
            state = beside.trigger if beside is not None and beside.trigger.form == "adjective" else trigger
            if state.measure is not trigger.measure:  # "put 12 men out of action"
                return None
            return None if clause.passive(hit) or clause.unreal(hit) else Bond(trigger.measure, hit, True, 0.9)
    return None


def _entry(clause: Clause, one: Counted) -> Bond | None:
    """ "Dead: 4. Wounded: 9.": an entry of a list, which the harm itself heads."""
    mark = one.lead > clause.first and clause.words[one.lead - 1].text == ":"
    hit = _heading(clause, one.lead - 1) if mark and one.head not in clause.harm.objects else None
    if hit is None:
        return None
    begin = hit.first
    while begin > clause.first and clause.words[begin - 1].lower.endswith(clause.harm.adverb):  # "Newly displaced: 40 families"
        begin -= 1
    if begin > clause.first and clause.words[begin - 1].text not in ".;,":
        return None
    return Bond(hit.trigger.measure, hit, True, 0.9) if hit.trigger.form in _HEADS else None


def _heading(clause: Clause, colon: int) -> Hit | None:
    """The word of harm before a colon; a time or a place may stand between ("Deaths in the week:", "Died on the ward:")."""
    k = colon
    while k > clause.first and colon - k < HEADING and k not in clause.ending:
        lower = clause.words[k - 1].lower
        if not lower[0].isalnum() or lower in clause.harm.be | clause.harm.perfect | clause.harm.reporting:
            return None
        k -= 1
    following = clause.words[k].lower
    harm = clause.harm
    plain = k == colon or following in harm.prepositions | harm.after_bare | harm.time_words | harm.sequence
    return clause.ending.get(k) if plain else None


def _inverted(clause: Clause, j: int) -> Hit | None:
    """The word of harm in "also injured were two boys", "killed were 338", which nobody goes before."""
    hit = clause.ending.get(j - 1) if j > clause.first and clause.words[j - 1].lower in clause.harm.be else None
    if hit is None or hit.trigger.form not in {"verb", "adjective"}:
        return None
    before = clause.words[hit.first - 1].lower if hit.first > clause.first else ","
    return hit if not before[0].isalnum() or before in clause.harm.light | clause.harm.joins else None


def _noun_before(clause: Clause, at: int) -> Hit | None:
    """The harm noun that ends at word `at` ("bodies of"), or a verb used as one ("killing of")."""
    hit = clause.ending.get(at) or _before_day(clause, at)
    if hit is None:
        return None
    return hit if hit.trigger.form in {"noun", "base"} else None


def _before_day(clause: Clause, at: int) -> Hit | None:
    """The word of harm before a day that stands in front of "of" ("the murder on the night of 27 May of the mayor")."""
    k = at
    while k > clause.first and at - k < DAY and k not in clause.ending:
        lower = clause.words[k - 1].lower
        if not (lower.isdecimal() or lower in clause.harm.time_words | clause.harm.stops | clause.harm.light):
            return None
        k -= 1
    return clause.ending.get(k) if any(clause.words[n].text.isdecimal() for n in range(k, at)) else None


def _taken(clause: Clause, hit: Hit, i: int) -> bool:
    """Whether the count before already has this verb as its own ("12 killed, 30 ...")."""
    before = clause.bonds[i - 1] if i else None
    return before is not None and before.hit == hit and not before.left
