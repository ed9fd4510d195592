"""Which words of harm govern which count, in either direction: "killed 12", "12 killed", "12 were killed and 30 wounded"."""

from collections.abc import Sequence
from dataclasses import replace

from ..analyse import Word
from ..lang.figure_tables import Harm, Trigger
from ..model import Measure, Modifier
from .bonds import WEAK, Bond, Hit, Path, hits, markers, oblique
from .counted import Counted
from .names import Kind

FAR = 40
"""Words between a subject and its verb at most."""
TOLL_FAR = 30


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

    def govern(self) -> list[Bond | None]:
        """The bond of each count, None where nothing governs it."""
        for i in range(len(self.counts)):
            self.bonds[i] = self._own(i) or self._left(i) or self._right(i) or self._toll(i)
            if self.bonds[i] is None:
                self.bonds[i] = (
                    self._joined(i)
                    or self._past_object(i)
                    or self._included(i)
                    or self._attribute(i)
                    or self._vague(i)
                    or self._weak(i)
                )
            self.bonds[i] = self._sharing(i, self.bonds[i])
        return self.bonds

    def _sharing(self, i: int, bond: Bond | None) -> Bond | None:
        """The bond with the modifier of the count before, where both are joined under the same words of harm."""
        before = self.bonds[i - 1] if i else None
        if bond is None or before is None or before.hit != bond.hit or self.marker(self.counts[i].lead):
            return bond
        gap = [word.lower for word in self.words[self.counts[i - 1].end : self.counts[i].lead]]
        modifier = before.shared or self.counts[i - 1].modifier
        loose = modifier not in {Modifier.EXACT, Modifier.VAGUE, Modifier.RANGE}
        joined = len(gap) <= 3 and any(word in self.harm.joins or word == "," for word in gap)
        return replace(bond, shared=modifier) if loose and joined else bond

    # --- the count's own noun ------------------------------------------------------------------------

    def _own(self, i: int) -> Bond | None:
        """ "12 deaths", "12 bodies"; "lives" only where they are lost or claimed."""
        one = self.counts[i]
        trigger = self.harm.triggers.get((one.head,)) if one.kind == "number" else None
        if trigger is None or trigger.form != "noun" or self._is_occasion(one):
            return None
        if one.head in self.harm.lives and not self._lost(one):
            return None
        hit = Hit(one.end - 1, one.end, trigger)
        return Bond(trigger.measure, hit, True, 0.9)

    def _is_occasion(self, one: Counted) -> bool:
        """ "in two separate executions" counts what happened, not those whom it befell."""
        before = self.words[one.lead - 1].lower if one.lead > self.first else ""
        return before in self.harm.place_words and one.head in self.harm.occasions

    def _lost(self, one: Counted) -> bool:
        near = self.words[max(self.first, one.lead - 4) : one.lead] + self.words[one.end : min(self.last, one.end + 4)]
        return any(word.lower in self.harm.losing for word in near)

    # --- to the left -----------------------------------------------------------------------------------

    def _left(self, i: int) -> Bond | None:
        """ "killed 12", "the deaths of 12", "lost 12 men"."""
        one = self.counts[i]
        j = one.lead
        while j > self.first and j not in self.ending and self._slides(self.words[j - 1].lower):
            j -= 1
        if j - 1 > self.first and self.words[j - 1].lower in self.harm.of and self.words[j - 2].lower in self.harm.groups:
            j -= 2
            while j > self.first and self._slides(self.words[j - 1].lower):
                j -= 1
        if j > self.first and self.words[j - 1].lower in self.harm.of:
            hit = self._noun_before(j - 1)
            if hit and self.words[hit.first].lower in self.harm.losing and one.head not in self.harm.persons:
                return None
            return Bond(hit.trigger.measure, hit, True, 0.9) if hit else None
        hit = self.ending.get(j)
        if hit is None:
            return None
        form = hit.trigger.form
        if form == "lose":
            bare = not one.head and (one.end >= self.last or not self.words[one.end].text[0].isalnum())
            return Bond(hit.trigger.measure, hit, True, 0.8) if bare or one.head in self.harm.persons else None
        if form not in {"verb", "base"} or (form == "verb" and self._passive(hit)) or self._unreal(hit):
            return None
        if form == "verb" and self._taken(hit, i):
            return None
        return Bond(self._several(hit, i), hit, True, 0.9)

    def _slides(self, lower: str) -> bool:
        """Whether a word may stand between a verb and its object's number."""
        return lower in self.harm.definite or (lower in self.harm.light and lower not in self.harm.prepositions)

    def _noun_before(self, at: int) -> Hit | None:
        """The harm noun that ends at word `at` ("bodies of"), or a verb used as one ("killing of")."""
        hit = self.ending.get(at)
        if hit is None:
            return None
        return hit if hit.trigger.form in {"noun", "base"} else None

    def _passive(self, hit: Hit) -> bool:
        """Whether a verb has a form of "be" before it, with light words between at most."""
        j = hit.first - 1
        while j >= self.first and j > hit.first - 5:
            lower = self.words[j].lower
            if lower in self.harm.be and not self._is_acronym(j):
                return True
            if lower not in self.harm.light and not lower.endswith("ly"):
                return False
            j -= 1
        return False

    def _is_acronym(self, j: int) -> bool:
        """Whether a word is in capitals and the next one is not ("IS", the group)."""
        return len(self.words[j].text) > 1 and self.words[j].text.isupper() and not self.words[j + 1].text.isupper()

    def _unreal(self, hit: Hit) -> bool:
        """Whether the verb is a threat, a plan, a possibility: "would kill", "to kill"."""
        before = [word.lower for word in self.words[max(self.first, hit.first - 3) : hit.first]]
        if hit.trigger.measure is Measure.RELEASED:
            return False
        if any(word in self.harm.modalities for word in before) and not self.harm.infinitive.isdisjoint(before):
            return False  # "believed to be buried"
        if before and before[-1] in self.harm.hypothetical:
            return True
        if len(before) > 1 and before[-2] in self.harm.infinitive and before[-1] in self.harm.perfect:
            return False  # "are thought to have died"
        return len(before) > 1 and before[-2] in self.harm.hypothetical and (before[-1] in self.harm.be | self.harm.light)

    def _taken(self, hit: Hit, i: int) -> bool:
        """Whether the count before already has this verb as its own ("12 killed, 30 ...")."""
        before = self.bonds[i - 1] if i else None
        return before is not None and before.hit == hit and not before.left

    # --- to the right ----------------------------------------------------------------------------------

    def _right(self, i: int) -> Bond | None:
        """ "12 killed", "12 people were killed", "12 and 3 more died", "12 people, the ministry said, are missing"."""
        words, harm = self.words, self.harm
        if died := self._died_since(i):
            return died
        j, limit = self.counts[i].end, min(self.last, self.counts[i].end + FAR)
        path = Path()
        while j < limit:
            if (hit := self.at.get(j)) is not None:
                return self._subject_of(i, hit, path)
            lower = words[j].lower
            if j in self.leads:
                if not self._passes(j, path):
                    return None
                j = self.counts[self.leads[j]].end
                continue
            if lower in harm.be and not (j + 1 < self.last and self._is_acronym(j)):
                path.passive = path.was = True
            elif lower in harm.light or lower.endswith("ly") or self._dates(j):
                pass
            elif skipped := self._aside(j, limit):
                j = skipped
                continue
            elif lower in harm.relatives:
                if not path.direct:
                    return None
                path.relative = True
            elif lower in harm.reporting and (path.passive or path.relative):
                pass
            elif lower in harm.breaks or lower in harm.reporting or lower in ";:":
                return None
            elif lower in harm.joins:
                path.joined = True
            else:
                path.direct = path.passive = path.joined = False
            j += 1
        return None

    def _died_since(self, i: int) -> Bond | None:
        """ "two of the wounded died": what became of those who had been harmed before."""
        one = self.counts[i]
        before = self.at.get(one.end) if one.back else None
        after = self.at.get(before.last) if before else None
        if after is None or after.trigger.form != "intransitive":
            return None
        return Bond(after.trigger.measure, after, False, 0.9)

    def _dates(self, j: int) -> bool:
        """Whether a preposition stands before a day ("were on Friday killed")."""
        near = [word.lower for word in self.words[j : min(self.last, j + 2)]]
        return len(near) == 2 and near[0] in self.harm.prepositions and near[1] in self.harm.days

    def _passes(self, lead: int, path: Path) -> bool:
        """Whether the search for a verb goes on past another count: one that is joined, in an insertion or oblique."""
        one = self.counts[self.leads[lead]]
        if self._beside(lead):
            path.direct = True
            hit = self.at.get(one.end) if not one.head else None
            return not path.was and (hit is None or hit.trigger.form not in {"verb", "adjective"})
        path.direct = path.passive = path.joined = False
        oblique = self.words[lead - 1].lower in self.harm.prepositions
        return oblique or self.counts[self.leads[lead]].kind == "name"

    def _subject_of(self, i: int, hit: Hit, path: Path) -> Bond | None:
        form, one = hit.trigger.form, self.counts[i]
        if self._unreal(hit) and not self._forced(one, hit):
            return None
        near = path.direct or path.passive
        if one.kind == "name" and (not near or oblique(self.words, one.lead, self.first, self.harm)):
            return None
        measure = self._several(hit, None)
        if form == "verb":
            joined = path.was and (path.joined or self.words[hit.first].lower in self.harm.manner)
            if not (path.passive or joined) and (not path.direct or self._has_object(hit)):
                return None
        elif form == "lose":
            following = self.words[hit.last].lower if hit.last < self.last else "."
            if not path.direct or (following[0].isalnum() and following not in self.harm.prepositions):
                return None
        elif form not in {"intransitive", "adjective"} or (form == "adjective" and not near):
            return None
        return Bond(measure, hit, False, 0.9 if near else 0.65)

    def _has_object(self, hit: Hit) -> bool:
        """Whether a bare verb after a noun has an object, so that the noun is who did it ("12 gunmen killed five")."""
        if hit.last >= self.last:
            return False
        if hit.last in self.leads:
            following = self.counts[self.leads[hit.last]]
            nearer = self.at.get(following.end) if following.kind == "number" and not following.head else None
            return nearer is None
        following_word = self.words[hit.last]
        capital = following_word.text[0].isupper() and self.words[hit.first].text[0].islower()
        return following_word.lower in self.harm.definite or (capital and following_word.lower not in self.harm.stops)

    def _forced(self, one: Counted, hit: Hit) -> bool:
        """ "forced 4,000 families to flee"."""
        near = self.words[max(self.first, one.lead - 3) : one.lead]
        return self.words[hit.first - 1].lower == "to" and any(word.lower in self.harm.forcing for word in near)

    def _beside(self, lead: int) -> bool:
        """Whether the count that begins here is joined to the one before it, or stands in brackets."""
        before = self.words[lead - 1].lower
        return before in self.harm.joins or before in {",", "/"} or self.marker(lead) > 0

    def _aside(self, j: int, limit: int) -> int:
        """The word after an insertion that begins here (brackets, "including ...", ", of the town of Oster, "), or 0."""
        text = self.words[j].text
        if text in _PAIRS:
            return next((k + 1 for k in range(j + 1, limit) if self.words[k].text == _PAIRS[text]), 0)
        marked = self.markers.get(j, 0)
        if marked and j + marked in self.leads:
            return self.counts[self.leads[j + marked]].end
        if text == ",":
            if j + 1 in self.leads or (
                j + 1 < self.last and self.words[j + 1].lower in self.harm.joins | self.harm.be | self.harm.perfect
            ):
                return j + 1
            for k in range(j + 1, min(limit, j + 26)):
                if self.words[k].text == "," and k + 1 < self.last:
                    return k + 1
        return 0

    def marker(self, lead: int) -> int:
        """Length of the words of inclusion before a count's `lead`, 0 for none; a comma may stand between."""
        end = lead - 1 if lead > self.first and self.words[lead - 1].text == "," else lead
        begin = self.markers_ending.get(end)
        if end in self.back_ends:  # "one of them, a miller"
            return 0
        return lead - begin if begin is not None else 0

    # --- further off -----------------------------------------------------------------------------------

    def _toll(self, i: int) -> Bond | None:
        """ "the death toll rose to 12"; "12" after a toll noun and a word like "to"."""
        one = self.counts[i]
        if one.kind != "number" or one.lead == self.first:
            return None
        if self.words[one.lead - 1].lower not in self.harm.toll_links:
            return None
        for hit in reversed(self.hits):
            if hit.trigger.form == "toll" and 0 < one.lead - hit.last + 1 <= TOLL_FAR:
                between = [word.text for word in self.words[hit.last : one.lead]]
                return None if ";" in between else Bond(hit.trigger.measure, hit, True, 0.85)
        return None

    def _joined(self, i: int) -> Bond | None:
        """ "killed 12 soldiers, three medics and a child": the words that govern the count before govern this one."""
        if not i or (before := self.bonds[i - 1]) is None:
            return None
        gap = self.words[self.counts[i - 1].end : self.counts[i].lead]
        after = [word.lower for word in self.words[before.hit.last : self.counts[i].lead]]
        if not before.left and after and after[-1] in self.harm.together and len(after) <= 9:
            near = len(after) < 3 or after[-2] in self.harm.along
            return Bond(before.measure, before.hit, True, 0.8) if near else None
        joined = any(word.lower in self.harm.joins or word.text in ",/(" for word in gap)
        if not before.left or not joined or len(gap) > 8:
            return None
        if len(gap) > 2 and all(word.lower not in self.harm.joins for word in gap):
            return None
        one = self.counts[i]
        if one.end < self.last and self.words[one.end].lower in self.harm.reporting:
            return None
        if one.kind == "the one" or (one.name is not None and one.name.kind is not Kind.PERSON):
            return None
        if any(word.lower in self.harm.be | self.harm.breaks for word in gap):
            return None
        return Bond(before.measure, before.hit, True, before.sure * 0.85)

    def _past_object(self, i: int) -> Bond | None:
        """ "killed the governor and three others": the verb's first object is counted by nothing."""
        one = self.counts[i]
        j = one.lead - 1
        if j <= self.first or self.words[j].lower not in self.harm.joins or one.kind != "number":
            return None
        for k in range(j, max(self.first, j - 10), -1):
            hit = self.ending.get(k)
            if hit is not None:
                active = hit.trigger.form in {"verb", "base"} and not self._passive(hit) and not self._unreal(hit)
                return Bond(hit.trigger.measure, hit, True, 0.7) if active else None
            lower = self.words[k - 1].lower
            if lower in self.harm.be | self.harm.breaks | self.harm.reporting or lower in ";:" or k - 1 in self.leads:
                return None
        return None

    def _included(self, i: int) -> Bond | None:
        """ "the dead included four herders": the harm is in the words of inclusion."""
        lead = self.counts[i].lead
        size = self.marker(lead)
        found = (hit for hit in self.hits if size and lead - size <= hit.first < lead)
        return next((Bond(hit.trigger.measure, hit, True, 0.9) for hit in found), None)

    def _vague(self, i: int) -> Bond | None:
        """ "38 victims", where nothing else tells of harm."""
        one = self.counts[i]
        hit = Hit(one.end - 1, one.end, Trigger(Measure.KILLED, "noun"))
        return Bond(Measure.KILLED, hit, True, 0.55) if one.head in self.harm.vague_nouns else None

    def _weak(self, i: int) -> Bond | None:
        """ "the army admits to 31": whose harm it is only the text before can tell (`weak`)."""
        one = self.counts[i]
        after = self.words[one.end].text if one.end < self.last else "."
        if (
            one.head
            or one.kind != "number"
            or one.back
            or (after[0].isalpha() and after.lower() not in self.harm.joins | self.harm.prepositions)
        ):
            return None
        ends = (one.lead, one.lead - 1) if self.words[one.lead - 1].lower in self.harm.toll_links else (one.lead,)
        for end in ends:
            for size in range(1, min(4, end - self.first + 1)):
                if tuple(word.lower for word in self.words[end - size : end]) in self.harm.weak:
                    return Bond(Measure.OTHER, Hit(end - size, end, Trigger(Measure.OTHER, WEAK)), True, 0.5)
        return None

    def _attribute(self, i: int) -> Bond | None:
        """ "12 dead soldiers": the harm is an attribute inside the count's own noun phrase."""
        one = self.counts[i]
        people = self.harm.persons | self.harm.person
        for hit in self.hits:
            if one.lead <= hit.first < one.end and hit.trigger.form in {"adjective", "verb"} and one.head in people:
                return Bond(hit.trigger.measure, hit, True, 0.6)
        return None

    def _several(self, hit: Hit, i: int | None) -> Measure:
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


_PAIRS = {"(": ")", "[": "]", "—": "—", "–": "–"}
