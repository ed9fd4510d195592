"""One sentence's counts and words of harm, and what the small words between them say."""

from collections.abc import Sequence

from ..analyse import Word
from ..lang.figure_tables import Harm
from ..model import Measure
from .bonds import Bond, Hit, hits, markers
from .phrases import Counted


class Clause:
    """One sentence's counts and words of harm, and the search between them."""

    def __init__(self, words: tuple[Word, ...], first: int, last: int, counts: Sequence[Counted], harm: Harm) -> None:
        self.words, self.first, self.last, self.counts, self.harm = words, first, last, counts, harm
        inside = {i for one in counts if one.head for i in range(one.lead, one.end)}
        self.hits = hits(words, first, last, harm)
        self.at = {hit.first: hit for hit in self.hits if hit.first not in inside}
        self.ending = {hit.last: hit for hit in self.hits if hit.first not in inside}
        self.back_ends = {one.end for one in counts if one.back}
        self.leads = {one.lead: i for i, one in enumerate(counts)}
        self.markers = markers(words, first, last, harm)
        self.markers_ending = {at + size: at for at, size in reversed(self.markers.items())}
        self.bonds: list[Bond | None] = [None] * len(counts)

    def marker(self, lead: int) -> int:
        """Length of the words of inclusion before a count's `lead`, 0 for none; a comma may stand between."""
        end = lead - 1 if lead > self.first and self.words[lead - 1].text == "," else lead
        begin = self.markers_ending.get(end)
        if end in self.back_ends:  # "one of them, a miller"
            return 0
        return lead - begin if begin is not None else 0

    def passive(self, hit: Hit) -> bool:
        """Whether a verb has a form of "be" before it, with light words between at most."""
        j = hit.first - 1
        while j >= self.first and j > hit.first - 5:
            lower = self.words[j].lower
            if lower in self.harm.be and not self.is_acronym(j):
                return True
            if lower not in self.harm.light and not lower.endswith("ly"):
                return False
            j -= 1
        return False

    def is_acronym(self, j: int) -> bool:
        """Whether a word is in capitals and the next one is not ("IS", the group)."""
        return len(self.words[j].text) > 1 and self.words[j].text.isupper() and not self.words[j + 1].text.isupper()

    def unreal(self, hit: Hit) -> bool:
        """Whether the verb is a threat, a plan, a possibility: "would kill", "to kill"."""
        before = [word.lower for word in self.words[max(self.first, hit.first - 3) : hit.first]]
        if hit.trigger.measure is Measure.RELEASED:
            return False
        if any(word in self.harm.modalities for word in before) and not self.harm.infinitive.isdisjoint(before):
            return False  # "believed to be buried"
        state = hit.trigger.form == "adjective" or not self.harm.perfect.isdisjoint(before)
        if state and not self.harm.possible.isdisjoint(before):
            return False  # "may have died", "may still be under the rubble"
        if before and before[-1] in self.harm.foretelling and hit.trigger.form == "intransitive":
            return False
        if before and before[-1] in self.harm.hypothetical:
            return True
        if len(before) > 1 and before[-2] in self.harm.infinitive and before[-1] in self.harm.perfect:
            return False  # "are thought to have died"
        return len(before) > 1 and before[-2] in self.harm.hypothetical and (before[-1] in self.harm.be | self.harm.light)

    def slides(self, lower: str) -> bool:
        """Whether a word may stand between a verb and its object's number."""
        return lower in self.harm.definite or (lower in self.harm.light and lower not in self.harm.prepositions)

    def several(self, hit: Hit, i: int | None) -> Measure:
        """The measure of a verb, or OTHER where it is joined to another without a count between ("killed or wounded 12")."""
        step = hit.first - 1 if i is not None else hit.last
        if not self.first <= step < self.last or self.words[step].lower not in self.harm.joins | {"/"}:
            return hit.trigger.measure
        other = self.ending.get(step) if i is not None else self.at.get(step + 1)
        both = {Measure.KILLED, Measure.INJURED}
        if other is None or {other.trigger.measure, hit.trigger.measure} != both or other.trigger.form != hit.trigger.form:
            return hit.trigger.measure
        if i is None and other.last in self.leads:
            return hit.trigger.measure
        if i is not None and i and (before := self.bonds[i - 1]) is not None and before.hit == other:
            return hit.trigger.measure
        return Measure.OTHER

    def beside(self, lead: int) -> bool:
        """Whether the count that begins here is joined to the one before it, or stands in brackets."""
        before = self.words[lead - 1].lower
        return before in self.harm.joins or before in {",", "/", ";"} or self.marker(lead) > 0
