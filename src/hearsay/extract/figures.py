"""Figures: how many people, or things, were harmed, over what, and which figure is part of which."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ..analyse import Analysis, Sentence
from ..codec import id_of
from ..lang import Language
from ..lang.figure_tables import Harm
from ..model import Figure, Link, Measure, Modifier, Relation, Span
from . import Found
from .circumstances import Circumstances
from .counted import Counted, counted
from .harm import Bond, Clause
from .names import Name, names
from .numbers import loosened
from .parts import parts_of

VERSION = 1
LONGEST = 200
"""Words of a sentence that are looked at together."""
BODILY = frozenset({Measure.KILLED, Measure.INJURED, Measure.ABDUCTED, Measure.DETAINED})


@dataclass(slots=True)
class Draft:
    """A count on its way to a figure; `whole` is the draft that it is a part of."""

    one: Counted
    bond: Bond
    sentence: Sentence
    whole: "Draft | None" = None
    who: Span | None = None


class Figures:
    """The built-in extractor of figures: rules over the language's tables, no model."""

    @property
    def name(self) -> str:
        return f"hearsay.figures@{VERSION}"

    def __call__(self, analysis: Analysis) -> Iterator[Found]:
        if not analysis.language.harm.triggers:
            return
        made: dict[int, str] = {}
        found = names(analysis)
        circumstances = Circumstances(analysis, found)
        for draft in _distinct(_drafts(analysis, found)):
            figure = _figure(analysis, draft, circumstances)
            yield Found(figure, round(draft.bond.sure, 2))
            made[id(draft)] = id_of(figure)
            if draft.whole is not None and (whole := made.get(id(draft.whole))):
                yield Found(Link(made[id(draft)], whole, Relation.PART_OF), round(draft.bond.sure * 0.9, 2))


def _drafts(analysis: Analysis, found: list[Name]) -> Iterator[Draft]:
    """Every governed count, sentence by sentence; a part may look back to the sentence before in its own block."""
    language = analysis.language
    firsts = [name.first for name in found]
    before: list[Draft] = []
    block = -1
    for sentence in _pieces(analysis.sentences):
        if sentence.block != block:
            before, block = [], sentence.block
        if not _may_hold(analysis, sentence, language):
            before = []
            continue
        near = found[bisect_left(firsts, sentence.first) : bisect_left(firsts, sentence.last)]
        drafts = _in_sentence(analysis, sentence, near, before)
        yield from drafts
        before = drafts or before


def _pieces(sentences: Iterable[Sentence]) -> Iterator[Sentence]:
    """Sentences, the overlong ones in pieces: no search in a sentence then grows with the text."""
    for sentence in sentences:
        for first in range(sentence.first, sentence.last, LONGEST):
            yield replace(sentence, first=first, last=min(first + LONGEST, sentence.last))


def _may_hold(analysis: Analysis, sentence: Sentence, language: Language) -> bool:
    """A cheap look first: without a word of harm or of inclusion there is no figure."""
    lowers = {word.lower for word in analysis.words[sentence.first : sentence.last]}
    return not (lowers.isdisjoint(language.harm.heads) and lowers.isdisjoint(language.harm.part_heads))


def _in_sentence(analysis: Analysis, sentence: Sentence, near: list[Name], before: list[Draft]) -> list[Draft]:
    """The drafts of one sentence; `before` are those of the one before it."""
    numeral, harm = analysis.language.numbers, analysis.language.harm
    counts = list(counted(analysis, sentence, numeral, harm, near))
    clause = Clause(analysis.words, sentence.first, sentence.last, counts, harm)
    bonds = clause.govern()
    drafts: dict[int, Draft] = {}
    parted: set[int] = set()
    earlier = [draft for draft in before if draft.whole is None]
    for i, whole, back in parts_of(clause, bonds, bool(earlier)):
        parent = earlier[-1] if back else drafts.get(whole) if whole is not None else None
        bond = _bond_of_part(bonds[i], parent) if parent is not None else bonds[i]
        if parent is not None:
            parted.add(i)
        if bond is not None and _fits(counts[i], bond, harm):
            who = counts[i].who or _stands_for(counts[i], parent, [counts[j] for j in range(i) if j not in parted], before)
            drafts[i] = Draft(counts[i], bond, sentence, parent, who)
    return list(drafts.values())


def _bond_of_part(own: Bond | None, parent: Draft) -> Bond:
    """A part keeps its whole's harm, unless words of harm stand right beside it."""
    return own if own is not None and own.sure >= 0.9 else replace(parent.bond, sure=0.75, shared=None)


def _stands_for(one: Counted, whole: Draft | None, here: list[Counted], before: list[Draft]) -> Span | None:
    """The noun that a bare number stands for: that of its whole, else of the count before it in the sentence."""
    if one.kind != "number":
        return None
    near = [whole.who] if whole else []
    near += [each.who for each in here[::-1] if each.kind == "number"]
    if one.back:
        near += [draft.who for draft in before[::-1]]
    return next((who for who in near if who is not None), None)


def _fits(one: Counted, bond: Bond, harm: Harm) -> bool:
    """Whether the harm can befall what is counted: things are destroyed, people are not; one person whose noun is only
    guessed to be a person's must be harmed in body."""
    if one.back and one.high == 1 and one.head == "" and bond.sure < 0.9:
        return False
    thing = one.head in harm.objects
    if one.kind in {"one", "the one"} and one.head not in harm.person and bond.measure not in BODILY:
        return False
    if bond.measure is Measure.DESTROYED:
        return thing or (one.head != "" and one.head not in harm.persons | harm.person and one.kind == "number")
    return not thing


def _distinct(drafts: Iterator[Draft]) -> Iterator[Draft]:
    """Leaves out one person told of again: in apposition ("a lawyer, Irena Voss, was killed"), the same name under the
    same harm, "the ..." after another victim of that harm."""
    seen: set[tuple[str, Measure]] = set()
    last: Draft | None = None
    for draft in drafts:
        one, measure = draft.one, draft.bond.measure
        single = one.kind != "number" and draft.whole is None
        again = single and last is not None and last.sentence is draft.sentence and _apposed(last, draft)
        key = (one.name.full if one.name is not None else "", measure)
        if again:
            seen.add(key)
            continue
        if single and one.kind in {"name", "the one"} and key in seen:
            continue
        seen |= {key, ("", measure)}
        last = draft
        yield draft


def _apposed(before: Draft, draft: Draft) -> bool:
    """Whether one person is named right after the same person's office, or the office after the name."""
    gap = draft.one.lead - before.one.end
    single = before.one.kind != "number" or before.one.high == 1
    return single and gap <= 1 and before.bond.measure is draft.bond.measure and "name" in {before.one.kind, draft.one.kind}


def _figure(analysis: Analysis, draft: Draft, circumstances: Circumstances) -> Figure:
    one, bond = draft.one, draft.bond
    low, high, modifier = one.low, one.high, one.modifier
    if bond.shared is not None and modifier is Modifier.EXACT and draft.whole is None and one.kind == "number":
        modifier = bond.shared
        low, high = loosened(low, high, modifier)
    about = circumstances.of(draft.sentence, one, bond)
    who = draft.who
    return Figure(
        text=analysis.text.id,
        span=one.span,
        words=analysis.content[one.span.start : one.span.end],
        measure=bond.measure,
        low=low,
        high=high,
        modifier=modifier,
        who=analysis.content[who.start : who.end] if who else "",
        who_spans=(who,) if who else (),
        scope=about.scope,
        window=about.window,
        place=about.place,
        polarity=about.polarity,
        modality=about.modality,
    )
