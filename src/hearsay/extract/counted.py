"""Those who are counted: a number with its noun, one person after an article, or one person by name."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from ..analyse import Analysis, Sentence, Word
from ..lang.figure_tables import Harm, Numbers
from ..model import Modifier, Span
from .bonds import hit_at
from .casing import cased
from .names import Name
from .numbers import Number, loosened, numbers
from .phrases import Counted, extent, phrase
from .victims import named_person


def counted(analysis: Analysis, sentence: Sentence, numeral: Numbers, harm: Harm, named: list[Name]) -> Iterator[Counted]:
    """Everyone counted in a sentence, in order of place, none inside another."""
    words, at = cased(analysis), sentence.first
    before: Counted | None = None
    found = {number.first: number for number in numbers(words, sentence.first, sentence.last, numeral)}
    by_word = {name.first: name for name in named}
    while at < sentence.last:
        one: Counted | None = None
        if at in found:
            one = _of_number(analysis, found[at], sentence.last, harm, found)
        elif at in by_word:
            one = named_person(words, by_word[at], sentence.first, sentence.last, harm)
        elif words[at].lower in harm.singles and not _speaks(words, at, sentence.first, harm):
            one = _of_article(analysis, at, sentence.last, harm, set(found))
            if one is not None and one.head and (name := _name_after(words, one, by_word, harm)) is not None:
                one = _with_name(words, one, name, sentence, harm)
        elif words[at].lower in harm.twos:
            one = _of_both(words, at, sentence.last, harm)
        elif words[at].lower in harm.pronouns:
            one = Counted(at, at + 1, Span(words[at].start, words[at].end), 1, 1, Modifier.EXACT, "the one")
        elif at == sentence.first:
            one = _of_bare(words, at, sentence.last, harm)
        if one is None or (before is not None and _is_age(words, before, one, harm)):
            at += 1
        else:
            yield one
            before, at = one, max(one.end, at + 1)


def _name_after(words: tuple[Word, ...], one: Counted, names: Mapping[int, Name], harm: Harm) -> Name | None:
    """The name of one person right after an office, or set off by a comma after "a lawyer"."""
    if one.end in names:
        return names[one.end]
    if one.kind == "one" and words[one.end].lower in harm.naming:  # "a foreigner named Irena Voss"
        called = one.end + 1 + (words[one.end + 1].lower in harm.replaced)
        if called in names:
            return names[called]
    name = names.get(one.end + 1) if one.kind == "one" and words[one.end].text == "," else None
    after = words[name.last].lower if name is not None and name.last < len(words) else ""
    return None if after in harm.reporting else name


def _with_name(words: tuple[Word, ...], one: Counted, name: Name, sentence: Sentence, harm: Harm) -> Counted:
    """An office and the name after it: "the party leader Irena Voss" is the name, "a farmer Irena Voss" the article."""
    named = named_person(words, name, sentence.first, sentence.last, harm)
    if named is None:
        return one
    if one.kind == "the one":
        return replace(named, lead=one.lead, who=named.who or one.who)
    return replace(one, end=named.end, name=name)


def _speaks(words: tuple[Word, ...], at: int, first: int, harm: Harm) -> bool:
    """Whether a verb of saying and a mark stand right before a person, who then speaks (", said an official")."""
    return at > first + 1 and words[at - 1].lower in harm.reporting and not words[at - 2].text[0].isalnum()


def _is_age(words: tuple[Word, ...], before: Counted, one: Counted, harm: Harm) -> bool:
    """Whether a bare number after a person and a comma is the person's age ("Voss, 38, ...")."""
    if one.head or one.kind != "number" or before.kind == "number":
        return False
    between = [word.lower for word in words[before.end : one.lead]]
    if len(between) == 3 and between[1] in harm.relatives and between[2] in harm.be:  # "Voss, who was 45 and a mother"
        return (one.high or 0) < 120
    if one.lead != before.end + 1:
        return False
    return words[before.end].text in {",", "("} and (one.high or 0) < 120


def _of_number(analysis: Analysis, number: Number, last: int, harm: Harm, found: Mapping[int, Number]) -> Counted | None:
    words = cased(analysis)
    if (inside := _inner(words, number, last, harm, found)) is not None:
        return inside
    at, back = number.tail, False
    if at < last and words[at].text in harm.quotes and words[at].start == words[at - 1].end:
        at += 1
    if at + 1 < last and words[at].lower in harm.of:
        back = words[at + 1].lower in harm.part_of or _of_those(words, at + 1, last, harm)
        at += 2 if back or words[at + 1].lower in harm.definite else 1
        if back and at < last and words[at].text == ",":
            at += 1
    quoted = at + 1 < last and words[at].text in harm.opening and words[at + 1].text[0].isalpha()
    if quoted and words[at + 1].lower not in harm.part_heads:  # seven "raiders", and not: the 417 "includes those who ..."
        at += 1
    begin = at
    while at < last and words[at].lower in harm.replaced and words[at].lower not in harm.stops:
        at += 1
    start, head, end = phrase(words, at, last, harm)
    if words[number.first].lower in harm.nobody and at == number.tail:
        start, head, end = at, "", at
    if back and number.tail + 2 < last and words[number.tail + 2].lower in harm.reporting:  # "one of the released said"
        return None
    beside = back and at + 1 < last and words[at - 1].text != ","
    if beside and words[at].lower in harm.singles | harm.definite and words[at].lower not in harm.part_of:
        told = phrase(words, at + 1, last, harm, single=number.high == 1)  # "one of them a schoolmaster"
        start, head, end = told if told[2] > told[0] else (start, head, end)
    if end == start and back:
        at = start = end = number.tail + 2
    elif end == start:
        end = max(at, begin if begin == number.tail else number.tail)
    if (number.metric or _year_like(words, number)) and head not in harm.persons | harm.objects:
        return None
    if not head and _between_commas(words, number, last, harm):
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
    if head and number.modifier is Modifier.EXACT:
        one = _loosened(analysis, one, last)
    if head:
        some = number.high == 1 and number.tail < last and words[number.tail].lower in harm.of
        return replace(one, who=extent(words, start, end), of=some)
    if stop := _predicate(words, end, last, harm):
        return replace(one, who=extent(words, end + 1, stop), end=stop, back=True)
    return one


def _loosened(analysis: Analysis, one: Counted, last: int) -> Counted:
    """The count with the modifier behind its noun ("nineteen children at least")."""
    words = cased(analysis)
    for told, modifier in analysis.language.numbers.after.items():
        stop = one.end + len(told)
        ends = stop >= last or not words[stop].text[0].isalnum() or words[stop].lower in analysis.language.harm.be
        if stop <= last and ends and tuple(word.lower for word in words[one.end : stop]) == told:
            low, high = loosened(one.low, one.high, modifier)
            return replace(one, low=low, high=high, modifier=modifier, end=stop)
    return one


def _between_commas(words: tuple[Word, ...], number: Number, last: int, harm: Harm) -> bool:
    """Whether a number is the age of somebody just named ("the clerk, 39, was shot")."""
    at = number.tail
    if number.lead == 0 or at + 1 >= last or words[number.lead - 1].text != "," or words[at].text != ",":
        return False
    young = words[number.first].text.isdecimal() and (number.high or 0) < 110
    return young and words[at + 1].lower in harm.be | harm.perfect | harm.relatives


def _inner(words: tuple[Word, ...], number: Number, last: int, harm: Harm, found: Mapping[int, Number]) -> Counted | None:
    """ "two" of "two of the three divers"."""
    at = number.tail
    if at + 1 >= last or words[at].lower not in harm.of:
        return None
    at += 1 + (words[at + 1].lower in harm.definite)
    if at not in found or (words[at].text.isdecimal() and words[at - 1].lower in harm.of):
        return None
    low, high = number.bounds()
    span = Span(words[number.first].start, words[number.last - 1].end)
    return Counted(number.lead, number.tail, span, low, high, number.modifier, "number", back=True, inner=True)


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
    start, head, end = phrase(words, at + 1, last, harm)
    return end if head in harm.persons and end > start else 0


def _year_like(words: tuple[Word, ...], number: Number) -> bool:
    text = words[number.first].text
    return number.last == number.first + 1 and text.isdecimal() and len(text) == 4 and "1900" <= text <= "2100"


def _of_article(analysis: Analysis, at: int, last: int, harm: Harm, taken: set[int]) -> Counted | None:
    """One person: "a medic", "another 12-year-old girl", "the village chief"."""
    words = cased(analysis)
    begin = at + 1
    if begin < last and words[begin].lower in {"other", "more"}:
        begin += 1
    after = begin < last and (hit_at(words, begin, last, harm) is not None or words[begin].lower in harm.be | harm.having)
    if words[at].lower in harm.bare and (after or _is_object(words, at, begin, last, harm)):
        return Counted(at, begin, Span(words[at].start, words[at].end), 1, 1, Modifier.EXACT, "one")
    if _is_ranked(words, at, last, harm):
        return Counted(at, at + 2, Span(words[at].start, words[at + 1].end), 1, 1, Modifier.EXACT, "one")
    start, head, end = phrase(words, begin, last, harm, taken, single=True)
    if end == start or words[begin].lower in harm.not_one:
        return None
    kind = "the one" if words[at].lower in harm.known else "one"
    who = extent(words, start, end)
    if kind == "the one" and words[start].text[0].isupper() and _is_body(words, start, end):
        return None
    span = Span(words[at].start, who.end if who and kind == "the one" else words[at].end)
    return Counted(at, end, span, 1, 1, Modifier.EXACT, kind, who=who, head=head)


def _is_ranked(words: tuple[Word, ...], at: int, last: int, harm: Harm) -> bool:
    """Whether "a fifth", "the other" stands here for one more person, with a verb after it."""
    if at + 2 >= last or words[at + 1].lower not in harm.ordinals or words[at].lower not in harm.bare | harm.known | harm.unknown:
        return False
    hit = hit_at(words, at + 2, last, harm)
    after = harm.be | harm.perfect | {"had"}
    governs = hit is not None and hit.trigger.form in {"verb", "intransitive", "adjective"}
    return words[at + 2].lower in after or (governs and words[at + 2].lower not in harm.predicates)


def _of_both(words: tuple[Word, ...], at: int, last: int, harm: Harm) -> Counted | None:
    """ "both girls", "both drowned": two who were told of before."""
    span = Span(words[at].start, words[at].end)
    start, head, end = phrase(words, at + 1, last, harm)
    if head in harm.persons and (at == 0 or words[at - 1].text != ","):  # not "two women, both teachers, ..."
        return Counted(at, end, span, 2, 2, Modifier.EXACT, "number", who=extent(words, start, end), head=head)
    after = at + 1 < last and (hit_at(words, at + 1, last, harm) is not None or words[at + 1].lower in harm.be | harm.perfect)
    begins = at == 0 or not words[at - 1].text[0].isalnum()
    return Counted(at, at + 1, span, 2, 2, Modifier.EXACT, "number") if after and begins else None


def _is_body(words: tuple[Word, ...], start: int, end: int) -> bool:
    """Whether all words have a capital: "the River Guard" is a body and no guard."""
    return all(words[k].text[0].isupper() and not words[k].text.isupper() for k in range(start, end))


def _is_object(words: tuple[Word, ...], at: int, begin: int, last: int, harm: Harm) -> bool:
    """Whether "another" is all that a verb of harm has as its object ("wounded another at a checkpoint")."""
    trigger = harm.triggers.get((words[at - 1].lower,)) if at else None
    ends = begin >= last or not words[begin].text[0].isalnum() or words[begin].lower in harm.prepositions
    return trigger is not None and trigger.form in {"verb", "base"} and ends


def _of_bare(words: tuple[Word, ...], at: int, last: int, harm: Harm) -> Counted | None:
    """One person without an article, as headlines and their like begin: "Village chief was shot dead"."""
    if not words[at].text[0].isupper() or words[at].lower in harm.stops | harm.singles:
        return None
    start, head, end = phrase(words, at, last, harm, set(), single=True)
    if head not in harm.person or end >= last:
        return None
    if words[end].lower not in harm.be | harm.perfect and not words[end].lower.endswith(harm.participles):
        return None
    who = extent(words, start, end)
    return Counted(at, end, who, 1, 1, Modifier.EXACT, "one", who=who, head=head) if who else None
