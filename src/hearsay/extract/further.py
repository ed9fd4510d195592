"""Words of harm further off: a toll and its number, the object joined to one before, an attribute of the noun."""

from ..lang.figure_tables import Trigger
from ..model import Measure
from .bonds import Bond, Hit
from .clause import Clause
from .names import Kind

NUMBER = 9
"""Words between "the number" and the harm it is of at most."""
BODY = 6
"""Words between a verb and the part of the body that it takes at most."""
TOLL_FAR = 30
"""Words between a toll and its number at most."""


def toll(clause: Clause, i: int) -> Bond | None:
    """ "the death toll rose to 12"; "12" after a toll noun and a word like "to"."""
    one = clause.counts[i]
    if one.kind != "number" or one.lead == clause.first:
        return None
    before = one.lead - 1
    plain = clause.words[before].lower not in clause.harm.toll_links
    if plain and before > clause.first and clause.words[before].lower in clause.harm.light:  # "is now nine"
        before -= 1
    if clause.words[before].lower not in clause.harm.toll_links:
        return None
    for hit in reversed(clause.hits):
        if hit.trigger.form == "toll" and 0 < one.lead - hit.last + 1 <= TOLL_FAR:
            between = [word.text for word in clause.words[hit.last : one.lead]]
            return None if ";" in between else Bond(hit.trigger.measure, hit, True, 0.85)
    return None


def brought_to(clause: Clause, i: int) -> Bond | None:
    """ "brings to 14 the number of staff abducted": the number goes before what it counts."""
    one, words = clause.counts[i], clause.words
    if one.kind != "number" or one.head or one.lead == clause.first or words[one.lead - 1].lower not in clause.harm.toll_links:
        return None
    at = one.end + 1
    if at + 1 >= clause.last or words[one.end].lower not in clause.harm.definite or words[at].lower not in clause.harm.tallies:
        return None
    hit = next((hit for hit in clause.hits if at <= hit.first <= at + NUMBER), None)
    if hit is None:
        return None
    begin = at + 2 + (words[at + 2].lower in clause.harm.definite) if at + 2 < hit.first else hit.first
    return Bond(hit.trigger.measure, hit, True, 0.85, noun=(begin, hit.first) if begin < hit.first else None)


def joined(clause: Clause, i: int) -> Bond | None:
    """ "killed 12 soldiers, three medics and a child": the words that govern the count before govern this one."""
    if not i or (before := clause.bonds[i - 1]) is None:
        return None
    gap = clause.words[clause.counts[i - 1].end : clause.counts[i].lead]
    after = [word.lower for word in clause.words[before.hit.last : clause.counts[i].lead]]
    if not before.left and after and after[-1] in clause.harm.together and len(after) <= 9:
        near = len(after) < 3 or after[-2] in clause.harm.along
        return Bond(before.measure, before.hit, True, 0.8) if near else None
    if before.left and tuple(word.lower for word in gap) in clause.harm.besides:
        return Bond(before.measure, before.hit, True, before.sure * 0.85)
    joined = any(word.lower in clause.harm.joins or word.text in ",/(" for word in gap)
    if not before.left or not joined or len(gap) > 8:
        return None
    if len(gap) > 2 and all(word.lower not in clause.harm.joins for word in gap):
        return None
    one = clause.counts[i]
    if one.end < clause.last and clause.words[one.end].lower in clause.harm.reporting:
        return None
    unknown = one.kind == "name" and one.name is not None and one.name.kind is not Kind.PERSON
    if one.kind == "name" and clause.words[one.lead - 1].lower in clause.harm.place_words:
        return None
    if one.kind == "the one" or (unknown and not _listed(clause, i)):
        return None
    if any(word.lower in clause.harm.be | clause.harm.breaks for word in gap):
        return None
    return Bond(before.measure, before.hit, True, before.sure * 0.85)


def _listed(clause: Clause, i: int) -> bool:
    """Whether a name of unknown kind goes on a list of people, or has its office beside it."""
    one, before = clause.counts[i], clause.counts[i - 1]
    return one.who is not None or (before.kind == "name" and one.name is not None and one.name.last - one.name.first > 1)


def distributed(clause: Clause, i: int) -> Bond | None:
    """ "killed three herders in Ulm, two in Brin and three in Oster": a number for each place."""
    before, one = clause.bonds[i - 1] if i else None, clause.counts[i]
    if before is None or one.head or one.kind != "number" or one.end >= clause.last:
        return None
    gap = [word.lower for word in clause.words[max(clause.counts[i - 1].end, before.hit.last) : one.lead]]
    if len(gap) < 3 or gap[0] not in clause.harm.place_words or clause.words[one.end].lower not in clause.harm.place_words:
        return None
    if gap[-1] not in clause.harm.joins | {","} or not clause.harm.be.isdisjoint(gap) or not clause.harm.breaks.isdisjoint(gap):
        return None
    return Bond(before.measure, before.hit, before.left, before.sure * 0.85)


def past_object(clause: Clause, i: int) -> Bond | None:
    """ "killed the governor and three others": the verb's first object is counted by nothing."""
    one = clause.counts[i]
    j = one.lead - 1
    if j <= clause.first or clause.words[j].lower not in clause.harm.joins or one.kind != "number":
        return None
    for k in range(j, max(clause.first, j - 10), -1):
        hit = clause.ending.get(k)
        if hit is not None:
            active = hit.trigger.form in {"verb", "base"} and not clause.passive(hit) and not clause.unreal(hit)
            return Bond(hit.trigger.measure, hit, True, 0.7) if active else None
        lower = clause.words[k - 1].lower
        if lower in clause.harm.be | clause.harm.breaks | clause.harm.reporting or lower in ";:" or k - 1 in clause.leads:
            return None
    return None


def included(clause: Clause, i: int) -> Bond | None:
    """ "the dead included four herders", "casualties include two guards": the harm is in or before the words of inclusion."""
    lead = clause.counts[i].lead
    size = clause.marker(lead)
    begin = lead - size
    nouns = {"noun", "toll", "adjective"}
    near = (hit for hit in clause.hits if size)
    found = (hit for hit in near if begin <= hit.first < lead or (hit.last == begin and hit.trigger.form in nouns))
    return next((Bond(hit.trigger.measure, hit, True, 0.9) for hit in found), None)


def vague(clause: Clause, i: int) -> Bond | None:
    """ "38 victims", where nothing else tells of harm."""
    one = clause.counts[i]
    hit = Hit(one.end - 1, one.end, Trigger(Measure.KILLED, "noun"))
    return Bond(Measure.KILLED, hit, True, 0.55) if one.head in clause.harm.vague_nouns else None


def _maimed(clause: Clause, i: int) -> Bond | None:
    """ "a gunner lost two fingers", "the porter had a hand torn off": what harm does to a part of the body."""
    words, harm, at = clause.words, clause.harm, clause.counts[i].end
    while at < clause.last and at < clause.counts[i].end + 3 and words[at].lower in harm.relatives | harm.light - harm.having:
        at += 1
    verb = words[at].lower if at < clause.last else ""
    if verb not in harm.having | harm.maiming:
        return None
    near = [word.lower for word in words[at + 1 : min(clause.last, at + 1 + BODY)]]
    end = next((k for k, lower in enumerate(near) if not lower[0].isalnum()), len(near))
    part = next((k for k, lower in enumerate(near[:end]) if lower in harm.limbs), None)
    if part is None or (verb not in harm.maiming and harm.severed.isdisjoint(near[: part + 4])):
        return None
    if "in" in near[part + 1 : part + 2]:  # "had no hand in it"
        return None
    return Bond(Measure.INJURED, Hit(at, at + part + 2, Trigger(Measure.INJURED, "suffered")), False, 0.8)


def attribute(clause: Clause, i: int) -> Bond | None:
    """ "12 dead soldiers": the harm is an attribute inside the count's own noun phrase, or befalls a part of the body."""
    one = clause.counts[i]
    people = clause.harm.persons | clause.harm.person
    for hit in clause.hits:
        apart = clause.words[hit.first].lower != one.head
        if apart and one.lead <= hit.first < one.end and hit.trigger.form in {"adjective", "verb"} and one.head in people:
            return Bond(hit.trigger.measure, hit, True, 0.6)
    return _maimed(clause, i)
