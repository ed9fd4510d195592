"""Counts that harm governs, on their way to figures: a part knows its whole, a bare number what it stands for."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ..analyse import Analysis, Sentence
from ..lang.figure_tables import Harm, Trigger
from ..model import Measure, Modifier, Span
from .bare import HEADED, completed
from .bonds import WEAK, Bond, Hit
from .casing import cased
from .clause import Clause
from .counted import counted
from .harm import govern
from .lines import adding_up, destroyed, labelled, listed, title
from .names import Name
from .parts import parts_of, points_back
from .phrases import Counted
from .told import TOLD, Told
from .twice import also
from .whom import Whom

BODILY = frozenset({Measure.KILLED, Measure.INJURED, Measure.ABDUCTED, Measure.DETAINED})
PERSONAL = BODILY | {Measure.RELEASED, Measure.HELD, Measure.MISSING}
VAGUE = 0.55
"""How plain the harm of victims is at most where nothing else tells of it."""
CUSTODY = 14
"""Words around "held" within which those of custody stand."""
LONGEST = 200
"""Words of a sentence that are looked at together."""
SURE = 0.9
"""How plain the harm of a part is at least that is told with it."""
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
    label: int | None = None
    """The first word of the label that a line of a bulletin begins with."""


class Drafts:
    """Reads one text from its start; remembers the figures told so far."""

    def __init__(self, analysis: Analysis, found: list[Name], told: Told) -> None:
        self.analysis, self.harm, self.read = analysis, analysis.language.harm, told
        self.names, self.firsts = found, [name.first for name in found]
        self.before: list[Draft] = []
        self.last: Draft | None = None
        self.told: dict[int, Draft] = {}
        self.whom = Whom(analysis)
        self.roots: dict[Measure, Draft] = {}
        self.title: Measure | None = None
        self.heads: dict[str, Measure] = {}

    def __iter__(self) -> Iterator[Draft]:
        """Every governed count, in order; a part may look back to the sentence before in its own block."""
        block = -1
        for sentence in _pieces(self.analysis.sentences):
            if sentence.block != block:
                self.before, block = [], sentence.block
            if not self._may_hold(sentence):
                self.before = []
                self.title = None
                continue
            drafts = self._in_sentence(sentence)
            yield from drafts
            self.before = drafts or self.before

    def _remember(self, draft: Draft) -> None:
        one = draft.one
        if one.kind == "number" and one.head and one.head != self.harm.people:
            self.heads[one.head] = draft.bond.measure
        if one.kind == "number" and one.modifier is not Modifier.VAGUE and (one.low or one.high):
            self.last = draft
            if draft.whole is None and one.low == one.high:
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
        if self.read.hints(sentence):
            return True
        words = cased(self.analysis)[sentence.first : sentence.last]
        lowers = {word.lower for word in words}
        if not all(map(lowers.isdisjoint, (self.harm.heads, self.harm.part_heads, self.harm.vague_nouns))):
            return True
        numeral = self.analysis.language.numbers
        return self.last is not None and any(
            lower[0].isdecimal() or lower in numeral.units or lower in numeral.multipliers for lower in lowers
        )

    def _in_sentence(self, sentence: Sentence) -> list[Draft]:
        analysis, harm = self.analysis, self.harm
        near = self.names[bisect_left(self.firsts, sentence.first) : bisect_left(self.firsts, sentence.last)]
        counts = list(counted(analysis, sentence, analysis.language.numbers, harm, near))
        clause = Clause(cased(analysis), sentence.first, sentence.last, counts, harm)
        self.whom.learn(counts)
        listing = self.title or self._listing(sentence)
        ruled = listed(clause, completed(clause, govern(clause)), listing)
        bonds = self.read.bonds(clause, ruled, analysis.is_head(sentence.block))
        drafts: dict[int, Draft] = {}
        twice: list[Draft] = []
        earlier = [draft for draft in self.before if draft.whole is None]
        ahead = next((bond.measure for bond in bonds if bond is not None and bond.hit.trigger.form != WEAK), None)
        rows = _inner_first(clause, parts_of(clause, bonds, bool(earlier or self.roots)))
        parts = {i for i, whole, _ in rows if whole is not None}
        for i, whole, back in rows:
            parent = drafts.get(whole) if whole is not None else None
            if counts[i].inner and not _partitive(clause, bonds, i):
                continue
            if back:
                joined = i - 1 in drafts and not points_back(clause, i)
                own = bonds[i - 1] if joined else bonds[i]
                parent = _whole_before(earlier, own) or self._root(counts[i], own)
            if parent is not None and bonds[i] is None and (counts[i].high == 0 or self.read.refuses(counts[i])):
                continue  # "none of them carried a weapon"
            if parent is None and whole is None:
                parent = _victims(counts[i], earlier, harm)
            bond = _bond_of_part(bonds[i], parent) if parent is not None else self._known(counts[i], bonds[i], ahead)
            if parent is not None:
                parts.add(i)
            if bond is not None and (_fits(counts[i], bond, harm) or _part_of_things(counts[i], bond, parent)):
                roots = [counts[j] for j in range(i) if j not in parts]
                who = self.whom.of(counts[i], bond, parent.who if parent else None, roots, [draft.who for draft in self.before])
                who = who or (counts[i + 1].who if counts[i].inner else None)
                self.whom.remember(counts[i], bond.measure, who)
                drafts[i] = Draft(counts[i], bond, sentence, parent, who, labelled(clause, counts[i].lead))
                self._remember(drafts[i])
                second = also(clause, i, bond) if parent is None else None
                if second is not None and _fits(counts[i], second, harm):
                    twice.append(Draft(counts[i], second, sentence, None, who))
        self.title = title(clause, sentence) or (self.title if any(each.label is not None for each in drafts.values()) else None)
        return sorted([*drafts.values(), *twice], key=_place)

    def _listing(self, sentence: Sentence) -> Measure | None:
        """What the last line of the list counts that a sentence goes on with."""
        last = next((each for each in self.before if each.label is not None), None)
        return last.bond.measure if last is not None and last.sentence.block == sentence.block else None

    def _known(self, one: Counted, bond: Bond | None, ahead: Measure | None) -> Bond | None:
        """The bond of a count that only the text before makes one of harm: a number told before, or the object of "admits";
        `ahead` is the harm of the first number of the sentence."""
        if bond is not None and bond.hit.trigger.form == TOLD:
            again = self.told.get(one.low or one.high or 0)
            known = again is not None and (one.low or one.high or 0) >= TELLING
            return replace(bond, measure=again.bond.measure) if again is not None and known else bond
        if bond is not None and bond.hit.trigger.form != WEAK:
            word = cased(self.analysis)[bond.hit.first].lower
            thing = one.head in self.harm.objects or (bond.noun is not None and bond.measure is Measure.DESTROYED)
            bond = replace(bond, measure=destroyed(bond.measure, word, thing, self.harm))
            return self._in_custody(self._of_victims(one, bond))
        value = one.low if one.low is not None else one.high
        words = cased(self.analysis)
        speaks = one.end < len(words) and words[one.end].lower in self.harm.reporting
        plain = one.kind == "number" and not speaks and (not one.head or one.head in self.harm.persons)
        if plain and value is not None and (told := self.told.get(value)) and (value >= TELLING or self._again(one, told)):
            hit = bond.hit if bond else Hit(one.lead, one.end, Trigger(told.bond.measure, WEAK))
            return Bond(told.bond.measure, hit, True, 0.5)
        if bond is not None and bond.sure <= HEADED:
            told_of = self.heads.get(one.head) or self.heads.get(f"{one.head}s")
            return replace(bond, measure=told_of) if told_of is not None and value else None
        last = ahead or (self.last.bond.measure if self.last is not None else None)
        return replace(bond, measure=last) if bond and last and value else None

    def _of_victims(self, one: Counted, bond: Bond) -> Bond:
        """ "one of the victims" is one of those told of last; "no victims" are neither dead nor hurt."""
        if one.head not in self.harm.vague_nouns or bond.sure > VAGUE:
            return bond
        if one.high == 0:
            return replace(bond, measure=Measure.OTHER)
        last = self.last.bond.measure if self.last is not None and one.of else Measure.KILLED
        return replace(bond, measure=last if last in BODILY else Measure.KILLED)

    def _in_custody(self, bond: Bond) -> Bond:
        """Whoever is "held without charge", "held for trial" is detained, and no hostage."""
        words = cased(self.analysis)
        near = {word.lower for word in words[max(0, bond.hit.first - CUSTODY) : bond.hit.last + CUSTODY]}
        if bond.measure is Measure.HELD and near & self.harm.custody and not near & self.harm.captives:
            return replace(bond, measure=Measure.DETAINED)
        return bond

    def _again(self, one: Counted, told: Draft) -> bool:
        """Whether "the eight", "the nine men of the Kestrel" are those told of before: the article says so."""
        if one.low == one.high == 1 or told.bond.measure is Measure.DESTROYED:
            return False
        return any(word.lower in self.harm.known_many for word in cased(self.analysis)[max(0, one.lead - 1) : one.lead + 1])


def summed(drafts: list[Draft]) -> None:
    """Makes the lines of a bulletin parts of the number told before that they add up to."""
    for at, total in enumerate(drafts):
        if total.one.kind != "number" or total.label is not None or not total.one.low or total.one.low != total.one.high:
            continue
        lines: dict[int, list[Draft]] = {}
        for each in drafts[at + 1 :]:
            if each.label is not None and each.bond.measure is total.bond.measure and each.whole is None and each.one.low:
                lines.setdefault(each.label, []).append(each)
        rows = list(lines.values())
        chosen = adding_up(total.one.low, [[each.one.low or 0 for each in row] for row in rows])
        for row, k in zip(rows, chosen or [-1] * len(rows), strict=True):
            if k >= 0:
                row[k].whole = total


def _pieces(sentences: Iterable[Sentence]) -> Iterator[Sentence]:
    """Sentences, the overlong ones in pieces: no search in a sentence then grows with the text."""
    for sentence in sentences:
        for first in range(sentence.first, sentence.last, LONGEST):
            yield replace(sentence, first=first, last=min(first + LONGEST, sentence.last))


def _place(draft: Draft) -> float:
    """Where a draft stands; "one of the sixteen", "three were among the sixteen" come after the sixteen, their whole."""
    whole = draft.whole
    after = whole is not None and whole.sentence is draft.sentence and whole.one.lead > draft.one.lead
    return whole.one.lead + 0.5 if whole is not None and after else draft.one.lead


def _victims(one: Counted, earlier: list[Draft], harm: Harm) -> Draft | None:
    """The figure of the sentence before that "one of the victims" is a part of."""
    if not one.of or one.head not in harm.vague_nouns:
        return None
    many = (draft for draft in reversed(earlier) if draft.bond.measure in BODILY and (draft.one.low or 0) > (one.high or 0))
    return next(many, None)


def _inner_first(clause: Clause, found: Iterable[tuple[int, int | None, bool]]) -> list[tuple[int, int | None, bool]]:
    """The parts with "the sixteen" before "one of the sixteen", whose whole it is."""
    rows = [(i, i + 1, False) if clause.counts[i].inner else (i, whole, back) for i, whole, back in found]
    return sorted(rows, key=lambda row: row[1] + 0.5 if row[1] is not None and row[1] > row[0] else row[0])


def _partitive(clause: Clause, bonds: list[Bond | None], i: int) -> bool:
    """Whether "two of the three divers" tells something of the two: a harm of their own, or that they belong to those told of."""
    own, inner = bonds[i], bonds[i + 1]
    before = clause.words[clause.counts[i].lead - 1].lower if clause.counts[i].lead > clause.first else ""
    return before in clause.harm.be or inner is None or (own is not None and own.hit != inner.hit)


def _whole_before(earlier: list[Draft], own: Bond | None) -> Draft | None:
    """The figure of the sentence before that a part points back to: the last one of its own harm, if it tells that."""
    if own is None or own.sure < 0.9:
        return earlier[-1] if earlier else None
    return next((draft for draft in reversed(earlier) if draft.bond.measure is own.measure), None)


def _bond_of_part(own: Bond | None, parent: Draft) -> Bond:
    """A part keeps its whole's harm, unless words of harm stand right beside it."""
    return own if own is not None and own.sure >= 0.9 else replace(parent.bond, sure=0.75, shared=None)


def _part_of_things(one: Counted, bond: Bond, parent: Draft | None) -> bool:
    """Whether a count without a noun is a part of things destroyed ("nine of them")."""
    return parent is not None and not one.head and bond.measure is Measure.DESTROYED is parent.bond.measure


def _fits(one: Counted, bond: Bond, harm: Harm) -> bool:
    """Whether the harm can befall what is counted: things are destroyed, people are not; one person whose noun is only
    guessed to be a person's must be harmed in body. What the encoder tells needs no noun that a table knows."""
    if bond.hit.trigger.form == TOLD:
        return True
    if one.back and not one.head and bond.measure is Measure.DESTROYED and bond.sure >= SURE:  # "two of which were destroyed"
        return True
    if one.back and one.high == 1 and one.head == "" and bond.sure < 0.9:
        return False
    if one.kind == "number" and one.high == 1 and one.head and one.head not in harm.persons | harm.person | harm.objects:
        return False
    if one.kind == "name" and bond.measure in {Measure.OTHER, Measure.DESTROYED}:
        return False
    thing = one.head in harm.objects
    if one.kind in {"one", "the one"} and one.head and one.head not in harm.person and bond.measure not in PERSONAL:
        return False
    if bond.measure is Measure.OTHER and thing:
        return bond.hit.trigger.form in {"verb", "base", "adjective"}
    if bond.measure is Measure.DESTROYED:
        return (
            thing
            or bond.noun is not None
            or (one.head != "" and one.head not in harm.persons | harm.person and one.kind == "number")
        )
    return not thing
