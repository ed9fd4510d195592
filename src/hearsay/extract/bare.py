"""Bare numbers whose harm stands elsewhere: "puts its dead at forty, ours at nine", "five dead, not a dozen", "speaks of 80"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..lang.figure_tables import Trigger
from ..model import Measure
from .bonds import WEAK, Bond, Hit
from .clause import Clause
from .lines import destroyed
from .phrases import Counted, possessive

LONGEST = 4
"""Words of a phrase before such a number at most."""
NOUN = 5
"""Words between "number of" and a word of harm at most ("the number of river guards killed")."""
HEADED = 0.4
"""How plain the harm of a number is whose noun must be one told of before ("now says one barge, not two")."""
TOLL_FAR = 14
"""Words between a noun of those harmed and its number at most."""


def completed(clause: Clause, bonds: Sequence[Bond | None]) -> list[Bond | None]:
    """The bonds of a sentence's counts, with those of bare numbers that no word of harm beside them governs."""
    found = list(bonds)
    for i, bond in enumerate(found):
        one = clause.counts[i]
        far = bond is not None and not bond.left and bond.hit.first > one.end and one.kind == "number" and not one.head
        found[i] = (_nominal(clause, i) if far else None) or bond or _bare(clause, found, i)
    return found


def _bare(clause: Clause, bonds: Sequence[Bond | None], i: int) -> Bond | None:
    one = clause.counts[i]
    if one.kind != "number" or one.back:
        return None
    if found := _contrast(clause, bonds, i) or _before_but(clause, bonds, i) or _elliptic(clause, bonds, i):
        return found
    if not one.head and (found := _nominal(clause, i) or _own(clause, bonds, i)):
        return found
    return _weak(clause, one)


def _before(clause: Clause, one: Counted) -> int:
    """The word after the last one before a count; quotation marks between are passed over."""
    end = one.lead
    while end > clause.first and clause.words[end - 1].text in clause.harm.opening:
        end -= 1
    return end


def _nominal(clause: Clause, i: int) -> Bond | None:
    """ "puts the Guard's dead at forty", "its dead now number 41": those harmed are named as a group before."""
    end, harm = _before(clause, clause.counts[i]), clause.harm
    if end - 1 <= clause.first or clause.words[end - 1].lower not in harm.group_links:
        return None
    for k in range(end - 2, max(clause.first, end - TOLL_FAR) - 1, -1):
        word = clause.words[k]
        if word.text in {";", ":"} or any(one.lead <= k < one.end and one.kind == "number" for one in clause.counts[:i]):
            return None
        measure = harm.group_nouns.get(word.lower)
        before = clause.words[k - 1].lower if k > clause.first else ""
        told = {each.lower for each in clause.words[max(clause.first, k - NOUN) : k]}
        owned = before in harm.definite | harm.others | harm.owners or before.endswith(("'s", "’s", "s'", "s’"))
        if measure is not None and (owned or not told.isdisjoint(harm.tallies)):
            return Bond(measure, Hit(k, k + 1, Trigger(measure, "toll")), True, 0.8, noun=_counted_there(clause, k))
        if (hit := _numbered(clause, k, end)) is not None:
            thing = clause.words[k - 1].lower in harm.objects
            done = destroyed(hit.trigger.measure, word.lower, thing, harm)
            noun = (k - 1, k) if thing else _counted_there(clause, k)
            return Bond(done, replace(hit, trigger=Trigger(done, "toll")), True, 0.75, noun=noun)
    return None


def _numbered(clause: Clause, k: int, end: int) -> Hit | None:
    """The harm at word `k` of those whose number follows: "the tanks lost at the depot number 17", "put the number of men still
    in rebel hands at 33"."""
    hit = clause.at.get(k)
    if hit is None or hit.trigger.form not in {"verb", "adjective", "intransitive", "lose"} or hit.last >= end:
        return None
    before = {word.lower for word in clause.words[max(clause.first, k - NOUN - 2) : k]}
    verb = clause.words[end - 1].lower in clause.harm.numbering
    return hit if verb or not before.isdisjoint(clause.harm.tallies) else None


def _counted_there(clause: Clause, k: int) -> tuple[int, int] | None:
    """Whom the noun of those harmed at word `k` goes with: "the number of [guards] killed", "the [Guard]'s dead"."""
    words, first = clause.words, max(clause.first, k - NOUN)
    for j in range(k - 1, first, -1):
        if words[j].lower in clause.harm.of and words[j - 1].lower in clause.harm.tallies:
            begin = j + 1 + (words[j + 1].lower in clause.harm.definite)
            return (begin, k) if begin < k else None
    if possessive(words[k - 1].lower) or words[k - 1].lower.endswith(("s'", "s’")):
        begin = k - 1
        while begin > first and words[begin - 1].text[0].isupper() and words[begin - 1].lower not in clause.harm.definite:
            begin -= 1
        return begin, k
    return None


def _contrast(clause: Clause, bonds: Sequence[Bond | None], i: int) -> Bond | None:
    """ "five dead, not a dozen", "from 20 to 14": the number that is put against the one before."""
    before = bonds[i - 1] if i else None
    if before is None:
        return None
    begin = max(clause.counts[i - 1].end, before.hit.last)
    gap = [word.lower for word in clause.words[begin : clause.counts[i].lead]]
    plain = [lower for lower in gap if lower not in {",", "—", "–", "-"}]
    lead = clause.counts[i - 1].lead
    moved = lead > clause.first and clause.words[lead - 1].lower in clause.harm.movement and plain == ["to"]
    if len(gap) > 2 and gap[0] in {"(", ","} and gap[1] in clause.harm.previous and not clause.counts[i].head:
        return Bond(before.measure, before.hit, True, 0.75)  # "163 (previous week: 97)"
    opposed = not clause.counts[i].head and len(plain) == 1 and plain[0] in clause.harm.negations | clause.harm.contrasts
    if opposed or (moved and clause.counts[i].head not in clause.harm.objects):
        return Bond(before.measure, before.hit, True, 0.75)
    return None


def _before_but(clause: Clause, bonds: Sequence[Bond | None], i: int) -> Bond | None:
    """ "not seven but nine men died": the number that is put aside for the one after."""
    after = bonds[i + 1] if i + 1 < len(bonds) else None
    if after is None or clause.counts[i].head:
        return None
    gap = [word.lower for word in clause.words[clause.counts[i].end : clause.counts[i + 1].lead] if word.text != ","]
    return Bond(after.measure, after.hit, after.left, 0.75) if gap == [clause.harm.but] else None


def _elliptic(clause: Clause, bonds: Sequence[Bond | None], i: int) -> Bond | None:
    """ "the hospital counted 15 dead, the ministry 12": another source's number without its verb."""
    before, one = bonds[i - 1] if i else None, clause.counts[i]
    if before is None or one.head or one.back or clause.counts[i - 1].kind != "number":
        return None
    ends = one.end >= clause.last or not clause.words[one.end].text[0].isalnum()
    gap = clause.words[max(clause.counts[i - 1].end, before.hit.last) : one.lead]
    plain = gap[1:-1] if gap and gap[-1].lower in clause.harm.light else gap[1:]
    if not ends or not 1 <= len(plain) <= LONGEST or gap[0].text not in {",", ";"}:
        return None
    subject = plain[0].lower in clause.harm.definite or plain[0].text[0].isupper()
    free = all(word.text[0].isalnum() and (word.lower,) not in clause.harm.triggers for word in plain)
    other = clause.harm.be | clause.harm.perfect | clause.harm.prepositions | clause.harm.joins
    if not (subject and free and other.isdisjoint(word.lower for word in plain)):
        return None
    return Bond(before.measure, before.hit, True, 0.7)


def _own(clause: Clause, bonds: Sequence[Bond | None], i: int) -> Bond | None:
    """ "puts its dead at forty, the enemy's at eleven": the same noun is meant again."""
    before = bonds[i - 1] if i else None
    end = _before(clause, clause.counts[i])
    if before is None or before.hit.trigger.form != "toll" or clause.words[end - 1].lower not in clause.harm.group_links:
        return None
    gap = clause.words[clause.counts[i - 1].end : end]
    return Bond(before.measure, before.hit, True, 0.7) if len(gap) <= 6 and all(word.text != ";" for word in gap) else None


def _told_after(clause: Clause, one: Counted) -> bool:
    """ "142 murders were reported in May, while 126 were reported in June"."""
    if one.end < clause.last and clause.words[one.end].text == ",":  # "Twelve, the ministry says"
        after = [word.lower for word in clause.words[one.end + 1 : min(clause.last, one.end + 1 + NOUN)]]
        verb = next((k for k, lower in enumerate(after) if lower in clause.harm.reporting), None)
        return verb is not None and all(lower[0].isalpha() for lower in after[:verb])
    near = [word.lower for word in clause.words[one.end : min(clause.last, one.end + 2)]]
    return len(near) == 2 and near[0] in clause.harm.be and near[1] in clause.harm.registering | clause.harm.reporting


def _weak(clause: Clause, one: Counted) -> Bond | None:
    """ "the army admits to 31": whose harm it is only the text before can tell (`weak`)."""
    harm, end = clause.harm, _before(clause, one)
    after = clause.words[one.end].lower if one.end < clause.last else "."
    known = harm.weak
    if one.head in harm.persons:
        known = harm.counting | harm.weak
    elif one.head:
        known = harm.weak
    elif after[0].isalpha() and after not in harm.joins | harm.prepositions | harm.after_bare:
        return None
    if not one.head and _told_after(clause, one):
        return Bond(Measure.OTHER, Hit(one.end, one.end + 2, Trigger(Measure.OTHER, WEAK)), True, 0.5)
    linked = end > clause.first and clause.words[end - 1].lower in harm.toll_links
    for stop in (end, end - 1) if linked else (end,):
        for first, phrase in _ending_at(clause, stop):
            if phrase in known:
                plain = not one.head or (one.head in harm.persons and phrase in harm.counting)
                return Bond(Measure.OTHER, Hit(first, stop, Trigger(Measure.OTHER, WEAK)), True, 0.5 if plain else HEADED)
    return None


def _ending_at(clause: Clause, stop: int) -> Iterator[tuple[int, tuple[str, ...]]]:
    """First word and words of each phrase that ends before word `stop`, with its fillers and without ("the list [now] has")."""
    for first in range(stop - 1, max(clause.first - 1, stop - LONGEST - 1), -1):
        phrase = tuple(word.lower for word in clause.words[first:stop])
        yield first, phrase
        yield first, tuple(lower for lower in phrase if lower not in clause.harm.fillers)
