"""Counts that harm governs, on their way to figures: a part knows its whole, a bare number what it stands for."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ..analyse import Analysis, Sentence
from ..lang.figure_tables import Harm, Trigger
from ..model import Measure, Span
from .bonds import WEAK, Bond, Hit
from .counted import Counted, counted
from .harm import Clause
from .names import Name
from .parts import parts_of

BODILY = frozenset({Measure.KILLED, Measure.INJURED, Measure.ABDUCTED, Measure.DETAINED})
LONGEST = 200
"""Words of a sentence that are looked at together."""
TELLING = 13
"""The least number that is known again without its noun ("the 417"): smaller ones meet by chance."""


@dataclass(slots=True)
class Draft:
    """A count on its way to a figure; `whole` is the draft that it is a part of, `who` the noun counted or stood for."""

    one: Counted
    bond: Bond
    sentence: Sentence
    whole: "Draft | None" = None
    who: Span | None = None


class Drafts:
    """Reads one text from its start; remembers the figures told so far."""

    def __init__(self, analysis: Analysis, found: list[Name]) -> None:
        self.analysis, self.harm = analysis, analysis.language.harm
        self.names, self.firsts = found, [name.first for name in found]
        self.before: list[Draft] = []
        self.last: Draft | None = None
        self.told: dict[int, Draft] = {}
        self.roots: dict[Measure, Draft] = {}

    def __iter__(self) -> Iterator[Draft]:
        """Every governed count, in order; a part may look back to the sentence before in its own block."""
        block = -1
        for sentence in _pieces(self.analysis.sentences):
            if sentence.block != block:
                self.before, block = [], sentence.block
            if not self._may_hold(sentence):
                self.before = []
                continue
            drafts = self._in_sentence(sentence)
            yield from drafts
            self.before = drafts or self.before

    def _remember(self, draft: Draft) -> None:
        if draft.one.kind == "number" and draft.one.low == draft.one.high != 0:
            self.last = draft
            if draft.whole is None:
                self.roots[draft.bond.measure] = draft
        if (value := draft.one.low or draft.one.high) is not None and draft.bond.hit.trigger.form != WEAK:
            self.told.setdefault(value, draft)

    def _root(self, one: Counted, own: Bond | None) -> Draft | None:
        """The last number told of a harm, further back than the sentence before, that can hold a part of it ("Among the dead
        are 17 pupils")."""
        root = self.roots.get(own.measure) if own is not None else None
        if root is None or one.low is None or root.one.low is None or root.one.low <= one.low:
            return None
        return root

    def _may_hold(self, sentence: Sentence) -> bool:
        """A cheap look first: without a word of harm or of inclusion, or a number told before, there is no figure."""
        words = self.analysis.words[sentence.first : sentence.last]
        lowers = {word.lower for word in words}
        if not (lowers.isdisjoint(self.harm.heads) and lowers.isdisjoint(self.harm.part_heads)):
            return True
        numeral = self.analysis.language.numbers
        return self.last is not None and any(
            lower[0].isdecimal() or lower in numeral.units or lower in numeral.multipliers for lower in lowers
        )

    def _in_sentence(self, sentence: Sentence) -> list[Draft]:
        analysis, harm = self.analysis, self.harm
        near = self.names[bisect_left(self.firsts, sentence.first) : bisect_left(self.firsts, sentence.last)]
        counts = list(counted(analysis, sentence, analysis.language.numbers, harm, near))
        clause = Clause(analysis.words, sentence.first, sentence.last, counts, harm)
        bonds = clause.govern()
        drafts: dict[int, Draft] = {}
        parts: set[int] = set()
        earlier = [draft for draft in self.before if draft.whole is None]
        for i, whole, back in parts_of(clause, bonds, bool(earlier or self.roots)):
            parent = drafts.get(whole) if whole is not None else None
            if back:
                parent = _whole_before(earlier, bonds[i]) or self._root(counts[i], bonds[i])
            bond = _bond_of_part(bonds[i], parent) if parent is not None else self._known(counts[i], bonds[i])
            if parent is not None:
                parts.add(i)
            if bond is not None and _fits(counts[i], bond, harm):
                roots = [counts[j] for j in range(i) if j not in parts]
                who = counts[i].who or self._stands_for(counts[i], parent, roots)
                drafts[i] = Draft(counts[i], bond, sentence, parent, who)
                self._remember(drafts[i])
        return list(drafts.values())

    def _known(self, one: Counted, bond: Bond | None) -> Bond | None:
        """The bond of a count that only the text before makes one of harm: a number told before, or the object of "admits"."""
        if bond is not None and bond.hit.trigger.form != WEAK:
            return bond
        value = one.low if one.low is not None else one.high
        plain = one.kind == "number" and (not one.head or one.head in self.harm.persons)
        if plain and value is not None and value >= TELLING and (told := self.told.get(value)):
            hit = bond.hit if bond else Hit(one.lead, one.end, Trigger(told.bond.measure, WEAK))
            return Bond(told.bond.measure, hit, True, 0.5)
        return replace(bond, measure=self.last.bond.measure) if bond and self.last and value else None

    def _stands_for(self, one: Counted, whole: Draft | None, here: list[Counted]) -> Span | None:
        """The noun that a bare number stands for: that of its whole, else of the count before it in the sentence, else of
        the same number told before."""
        if one.kind != "number":
            return None
        near = [whole.who] if whole else []
        if one.others and whole is None:
            return None
        near += [each.who for each in here[::-1] if each.kind == "number" and each.head not in self.harm.objects]
        if one.back:
            near += [draft.who for draft in self.before[::-1]]
        if told := self.told.get(one.low or one.high or 0):
            near.append(told.who)
        return next((who for who in near if who is not None), None)


def _pieces(sentences: Iterable[Sentence]) -> Iterator[Sentence]:
    """Sentences, the overlong ones in pieces: no search in a sentence then grows with the text."""
    for sentence in sentences:
        for first in range(sentence.first, sentence.last, LONGEST):
            yield replace(sentence, first=first, last=min(first + LONGEST, sentence.last))


def _whole_before(earlier: list[Draft], own: Bond | None) -> Draft | None:
    """The figure of the sentence before that a part points back to: the last one of its own harm, if it tells that."""
    if own is None or own.sure < 0.9:
        return earlier[-1] if earlier else None
    return next((draft for draft in reversed(earlier) if draft.bond.measure is own.measure), None)


def _bond_of_part(own: Bond | None, parent: Draft) -> Bond:
    """A part keeps its whole's harm, unless words of harm stand right beside it."""
    return own if own is not None and own.sure >= 0.9 else replace(parent.bond, sure=0.75, shared=None)


def _fits(one: Counted, bond: Bond, harm: Harm) -> bool:
    """Whether the harm can befall what is counted: things are destroyed, people are not; one person whose noun is only
    guessed to be a person's must be harmed in body."""
    if one.back and one.high == 1 and one.head == "" and bond.sure < 0.9:
        return False
    if one.kind == "number" and one.high == 1 and one.head and one.head not in harm.persons | harm.person | harm.objects:
        return False
    thing = one.head in harm.objects
    if one.kind in {"one", "the one"} and one.head and one.head not in harm.person and bond.measure not in BODILY:
        return False
    if bond.measure is Measure.DESTROYED:
        return thing or (one.head != "" and one.head not in harm.persons | harm.person and one.kind == "number")
    return not thing
