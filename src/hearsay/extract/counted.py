"""Those who are counted: a number with its noun, one person after an article, or one person by name."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..analyse import Analysis, Sentence, Word
from ..lang.figure_tables import Harm, Numbers
from ..model import Modifier, Span
from .bonds import hit_at
from .names import Kind, Name
from .numbers import Number, numbers

REACH = 9
"""Words of a noun phrase at most, to either side of its "of"."""


@dataclass(frozen=True, slots=True)
class Counted:
    """Words [lead, last): modifiers, number, noun phrase. `span` is the number expression (an article or a name for one
    person), `who` the noun phrase, None for none. `kind` is "number", "one", "the one" or "name"; `back` says that it points
    back ("3 of them"); `end` is where the phrase stops, its of-phrase included."""

    lead: int
    end: int
    span: Span
    low: int | None
    high: int | None
    modifier: Modifier
    kind: str
    who: Span | None = None
    head: str = ""
    back: bool = False
    name: Name | None = None
    of: bool = False
    """Whether the number is one of some that are not counted ("one of his guards")."""
    others: bool = False
    """Whether it counts "others", who need not be of the kind told of before."""


def counted(analysis: Analysis, sentence: Sentence, numeral: Numbers, harm: Harm, named: list[Name]) -> Iterator[Counted]:
    """Everyone counted in a sentence, in order of place, none inside another."""
    words, at = analysis.words, sentence.first
    before: Counted | None = None
    found = {number.first: number for number in numbers(words, sentence.first, sentence.last, numeral)}
    by_word = {name.first: name for name in named}
    while at < sentence.last:
        one: Counted | None = None
        if at in found:
            one = _of_number(analysis, found[at], sentence.last, harm)
        elif at in by_word:
            one = _of_name(by_word[at])
        elif words[at].lower in harm.singles and not _speaks(words, at, sentence.first, harm):
            one = _of_article(analysis, at, sentence.last, harm, set(found))
        elif words[at].lower in harm.pronouns:
            one = Counted(at, at + 1, Span(words[at].start, words[at].end), 1, 1, Modifier.EXACT, "the one")
        elif at == sentence.first:
            one = _of_bare(words, at, sentence.last, harm)
        if one is None or (before is not None and _is_age(words, before, one)):
            at += 1
        else:
            yield one
            before, at = one, max(one.end, at + 1)


def _speaks(words: tuple[Word, ...], at: int, first: int, harm: Harm) -> bool:
    """Whether a verb of saying and a mark stand right before a person, who then speaks (", said an official")."""
    return at > first + 1 and words[at - 1].lower in harm.reporting and not words[at - 2].text[0].isalnum()


def _is_age(words: tuple[Word, ...], before: Counted, one: Counted) -> bool:
    """Whether a bare number after a person and a comma is the person's age ("Voss, 38, ...")."""
    if one.head or one.kind != "number" or before.kind == "number" or one.lead != before.end + 1:
        return False
    return words[before.end].text in {",", "("} and (one.high or 0) < 120


def _of_number(analysis: Analysis, number: Number, last: int, harm: Harm) -> Counted | None:
    words = analysis.words
    at, back = number.tail, False
    if at < last and words[at].text in harm.quotes and words[at].start == words[at - 1].end:
        at += 1
    if at + 1 < last and words[at].lower in harm.of:
        back = words[at + 1].lower in harm.part_of or _of_those(words, at + 1, last, harm)
        at += 2 if back or words[at + 1].lower in harm.definite else 1
        if back and at < last and words[at].text == ",":
            at += 1
    begin = at
    while at < last and words[at].lower in harm.replaced and words[at].lower not in harm.stops:
        at += 1
    start, head, end = _phrase(words, at, last, harm)
    if end == start and back:
        at = start = end = number.tail + 2
    elif end == start:
        end = max(at, begin if begin == number.tail else number.tail)
    if (number.metric or _year_like(words, number)) and head not in harm.persons | harm.objects:
        return None
    low, high = number.bounds()
    others = at > begin and words[at - 1].lower in harm.others
    one = Counted(
        lead=number.lead,
        end=end,
        span=Span(words[number.first].start, words[number.last - 1].end),
        low=low,
        high=high,
        modifier=number.modifier,
        kind="number",
        head=head,
        back=back,
        others=others,
    )
    if head:
        some = number.high == 1 and number.tail < last and words[number.tail].lower in harm.of
        return replace(one, who=_extent(words, start, end), of=some)
    if found := _predicate(words, end, last, harm):
        return replace(one, who=_extent(words, end + 1, found), end=found)
    return one


def _of_those(words: tuple[Word, ...], at: int, last: int, harm: Harm) -> bool:
    """Whether "the dead", "those killed" stands here."""
    if at + 1 >= last or words[at].lower not in harm.definite or (words[at + 1].lower,) not in harm.triggers:
        return False
    following = words[at + 2].lower if at + 2 < last else ""
    return following not in harm.persons


def _predicate(words: tuple[Word, ...], at: int, last: int, harm: Harm) -> int:
    """The end of what a bare number is said to be ("of them, 47 were children"), or 0."""
    if at >= last or words[at].lower not in harm.be:
        return 0
    start, head, end = _phrase(words, at + 1, last, harm)
    return end if head in harm.persons and end > start else 0


def _year_like(words: tuple[Word, ...], number: Number) -> bool:
    text = words[number.first].text
    return number.last == number.first + 1 and text.isdecimal() and len(text) == 4 and "1900" <= text <= "2100"


def _of_name(name: Name) -> Counted | None:
    if name.words.isupper() and " " in name.words:  # a dateline
        return None
    if name.kind is Kind.INSTITUTION or (name.kind is Kind.UNKNOWN and name.last - name.first < 2):
        return None
    return Counted(name.first, name.last, name.span, 1, 1, Modifier.EXACT, "name", who=name.span, head=name.words, name=name)


def _of_article(analysis: Analysis, at: int, last: int, harm: Harm, taken: set[int]) -> Counted | None:
    """One person: "a medic", "another 12-year-old girl", "the village chief"."""
    words = analysis.words
    begin = at + 1
    if begin < last and words[begin].lower in {"other", "more"}:
        begin += 1
    after = begin < last and hit_at(words, begin, last, harm) is not None
    if words[at].lower in harm.bare and (after or _is_object(words, at, begin, last, harm)):
        return Counted(at, begin, Span(words[at].start, words[at].end), 1, 1, Modifier.EXACT, "one")
    start, head, end = _phrase(words, begin, last, harm, taken, single=True)
    if end == start or words[begin].lower in harm.not_one:
        return None
    kind = "the one" if words[at].lower in harm.known else "one"
    span = Span(words[at].start, words[at].end)
    return Counted(at, end, span, 1, 1, Modifier.EXACT, kind, who=_extent(words, start, end), head=head)


def _is_object(words: tuple[Word, ...], at: int, begin: int, last: int, harm: Harm) -> bool:
    """Whether "another" is all that a verb of harm has as its object ("wounded another at a checkpoint")."""
    trigger = harm.triggers.get((words[at - 1].lower,)) if at else None
    ends = begin >= last or not words[begin].text[0].isalnum() or words[begin].lower in harm.prepositions
    return trigger is not None and trigger.form in {"verb", "base"} and ends


def _of_bare(words: tuple[Word, ...], at: int, last: int, harm: Harm) -> Counted | None:
    """One person without an article, as headlines and their like begin: "Village chief was shot dead"."""
    if not words[at].text[0].isupper() or words[at].lower in harm.stops | harm.singles:
        return None
    start, head, end = _phrase(words, at, last, harm, set(), single=True)
    if head not in harm.person or end >= last:
        return None
    if words[end].lower not in harm.be | harm.perfect and not words[end].lower.endswith(harm.participles):
        return None
    who = _extent(words, start, end)
    return Counted(at, end, who, 1, 1, Modifier.EXACT, "one", who=who, head=head) if who else None


def _phrase(
    words: tuple[Word, ...], at: int, last: int, harm: Harm, taken: set[int] | None = None, single: bool = False
) -> tuple[int, str, int]:
    """First word, head noun and end of the noun phrase at word `at`; an empty one has no head."""
    end = _run(words, at, last, harm, single)
    nouns = harm.person if single else harm.persons | harm.objects | harm.person
    known = [i for i in range(at, end) if _noun(words[i].lower) in nouns]
    if known:
        stop = known[-1] + 1
        compound = stop < end and words[stop].text[0].islower() and not words[stop].lower.endswith(harm.participles)
        if single and (_possessive(words[stop - 1].lower) or compound):
            return at, "", at
    elif end == at or (single and not _agent(words[end - 1].lower, harm)):
        return at, "", at
    elif single:
        stop = end
    else:
        plural = [i for i in range(at, end) if words[i].lower.endswith("s")]
        stop = plural[0] + 1 if plural else end
        if stop - at > 4:
            return at, "", at
    if taken and any(i in taken for i in range(at, stop)) and words[stop - 1].lower not in nouns:
        return at, "", at
    head = _noun(words[stop - 1].lower)
    if not single:
        stop = _joined(words, stop, last, harm)
    return at, head, _with_of(words, stop, last, harm)


def _agent(lower: str, harm: Harm) -> bool:
    """Whether a word in no table looks like the noun of a person ("announcer")."""
    return len(lower) > 5 and lower.endswith(harm.agents) and lower not in harm.no_agents | harm.objects


def _noun(lower: str) -> str:
    return lower.partition("’")[0].partition("'")[0]


def _run(words: tuple[Word, ...], at: int, last: int, harm: Harm, single: bool = False) -> int:
    """The end of a run of words that a noun phrase may hold."""
    end = at
    while end < last and end - at < REACH:
        lower = words[end].lower
        if lower in harm.stops or not lower[0].isalnum():
            if lower == "-" and end > at and end + 1 < last and words[end].start == words[end - 1].end:
                end += 1
                continue
            break
        if (lower,) in harm.triggers and not _attribute(words, end, last, harm, single):
            break
        plain = lower in harm.heads or (harm.adverb and lower.endswith(harm.adverb))
        if plain and end == at and _before_noun(words, end, last, harm):
            end += 1
            continue
        if lower in harm.heads and (hit := hit_at(words, end, last, harm)) and hit.last > end + 1:
            break
        if lower.isdecimal() and (end + 1 >= last or words[end + 1].text != "-"):
            break
        if harm.adverb and lower.endswith(harm.adverb) and lower not in harm.not_adverbs:
            if single and end == at:  # "a highly respected elder"
                end += 1
                continue
            break
        if end > at and _possessive(words[end - 1].lower) and words[end - 1].lower in harm.stops:
            break
        end += 1
    return end


def _before_noun(words: tuple[Word, ...], at: int, last: int, harm: Harm) -> bool:
    """Whether "internally displaced" or the like stands before the noun that it belongs to."""
    near = [word.lower for word in words[at + 1 : min(last, at + 3)]]
    return len(near) == 2 and near[1] in harm.persons and (near[0],) in harm.triggers


def _attribute(words: tuple[Word, ...], at: int, last: int, harm: Harm, single: bool) -> bool:
    """Whether a word of harm stands before the noun that it belongs to ("12 wounded soldiers"), or is itself a noun."""
    form = harm.triggers[(words[at].lower,)].form
    if form == "noun" or (single and words[at].lower in harm.predicates):
        return True
    following = words[at + 1] if at + 1 < last else words[at]
    named = following.text[0].isupper() and following.lower not in harm.stops
    return following.lower in harm.persons or (named and following.lower.endswith("s") and words[at].text[0].islower())


def _possessive(lower: str) -> bool:
    return lower.endswith(("'s", "’s"))


def _joined(words: tuple[Word, ...], stop: int, last: int, harm: Harm) -> int:
    """Past a second noun of the same count: "officers and soldiers", "men, women and children"."""
    while stop + 1 < last:
        if words[stop].lower in harm.joins and words[stop + 1].lower in harm.persons:
            stop += 2
        elif words[stop].text == "," and stop + 3 < last and words[stop + 1].lower in harm.persons:
            if words[stop + 2].lower not in harm.joins or words[stop + 3].lower not in harm.persons:
                break
            stop += 4
        else:
            break
    return stop


def _with_of(words: tuple[Word, ...], stop: int, last: int, harm: Harm) -> int:
    """Past an of-phrase: "members of the village watch", "soldiers of the Northern Guard"."""
    if stop + 1 >= last or words[stop].lower not in harm.of or words[stop + 1].lower in harm.part_of:
        return stop
    at = stop + 1
    if words[at].lower in harm.definite:
        at += 1
    end = _run(words, at, last, harm)
    while end > at and (words[end - 1].text == "-" or words[end - 1].lower in harm.be):
        end -= 1
    if end > at and words[at].lower[0].isalpha():
        return end
    return stop


def _extent(words: tuple[Word, ...], start: int, end: int) -> Span | None:
    return Span(words[start].start, words[end - 1].end) if end > start else None
