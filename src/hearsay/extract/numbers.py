"""The number grammar: which words are a count, and what they allow.

Written because no number library survives news ("some 2.3 million", "half a million", "1.5m people", "2 lakh", "scores").
Ages, years, dates, sizes, money, shares, ordinals and labels are refused here; whether a count is one of harm is for `harm`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..analyse import Word
from ..lang.figure_tables import Numbers
from ..model import Modifier
from .values import LARGEST, may_begin, share_at, value_at


@dataclass(frozen=True, slots=True)
class Number:
    """Words [first, last) are the expression without its modifier; `lead` is the first word of the modifiers before it and
    `tail` the end of those after. Bounds are of the words alone; `modifier` is what they were loosened by."""

    first: int
    last: int
    lead: int
    tail: int
    low: int | None
    high: int | None
    modifier: Modifier = Modifier.EXACT
    metric: bool = False
    """Whether it ends in a letter that may be a unit of length ("1.5m"): it then needs a noun."""

    def bounds(self) -> tuple[int | None, int | None]:
        """Lowest and highest count that number and modifier allow."""
        return loosened(self.low, self.high, self.modifier)


def loosened(low: int | None, high: int | None, modifier: Modifier) -> tuple[int | None, int | None]:
    """Bounds under a modifier: "at least 12" is 12/None, "up to 12" None/12, "about 12" 12/12."""
    if modifier in {Modifier.AT_LEAST, Modifier.MORE_THAN}:
        return low, None
    if modifier in {Modifier.AT_MOST, Modifier.FEWER_THAN}:
        return None, high
    return low, high


def numbers(words: tuple[Word, ...], first: int, last: int, table: Numbers) -> Iterator[Number]:
    """The counts among words [first, last), in order, none inside another."""
    i = first
    while i < last:
        found = _number(words, i, last, table) if may_begin(words[i], table) else None
        if found is None:
            i = max(i + 1, _refused(words, i, last, table))
            continue
        i = found.last
        found = _modified(words, found, first, last, table)
        if _is_count(words, found, first, last, table):
            yield found


def _refused(words: tuple[Word, ...], i: int, last: int, table: Numbers) -> int:
    """The end of a number that is no count at word `i` (a share, a decimal, one too large), so that no part of it is taken for
    one; 0 for none."""
    if not may_begin(words[i], table):
        return 0
    one = share_at(words, i, last, table) or value_at(words, i, last, table)
    return one[1] if one is not None else 0


def _number(words: tuple[Word, ...], i: int, last: int, table: Numbers) -> Number | None:
    """The number that begins at word `i`: zero, vague, a range or one value."""
    lower = words[i].lower
    following = words[i + 1].lower if i + 1 < last else ""
    if (lower, following) in table.modifiers or (lower, following) in table.modifier_heads:
        return None
    if end := _not_a_single(words, i, last, table):
        return Number(i, end, i, end, 0, 0)
    zero = lower in table.zeros or (lower, following) in table.zero_pairs
    if zero and following not in table.points and not following[:1].isdecimal():
        end = i + 2 if (lower, following) in table.zero_pairs else i + 1
        return Number(i, end, i, end, 0, 0)
    if end := _vague(words, i, last, table):
        return Number(i, end, i, end, None, None, Modifier.VAGUE)
    if end := _pair(words, i, last, table):
        two = 2 * table.multipliers.get(words[end - 1].lower, 1)
        return Number(i, end, i, end, two, two, Modifier.ABOUT)
    if share := share_at(words, i, last, table):
        return Number(i, share[1], i, share[1], share[0], share[0], Modifier.ABOUT) if share[0] is not None else None
    one = value_at(words, i, last, table)
    if one is None:
        return None
    value, end, metric = one
    return _range(words, i, value, end, last, table) or _whole(i, end, value, metric)


def _not_a_single(words: tuple[Word, ...], i: int, last: int, table: Numbers) -> int:
    """The end of "not a single", "no single" at word `i`, or 0."""
    if words[i].lower not in table.zero_firsts:
        return 0
    following = words[i + 1].lower if i + 1 < last else ""
    at = i + 2 if following in table.articles or (words[i].lower, following) in table.zero_pairs else i + 1
    return at + 1 if at < last and words[at].lower in table.zero_lone else 0


def _whole(first: int, end: int, value: float, metric: bool) -> Number | None:
    if value != int(value) or value > LARGEST:
        return None
    return Number(first, end, first, end, int(value), int(value), metric=metric)


def _vague(words: tuple[Word, ...], i: int, last: int, table: Numbers) -> int:
    """The end of a vague count at word `i`, or 0."""
    if words[i].lower in table.articles | table.any:
        j = i + 1
        while j < last and words[j].lower in table.vague_adjectives:
            j += 1
        if j < last and words[j].lower in table.vague_after_article:
            return _vague_tail(words, j + 1, last, table)
    before = words[i - 1].lower if i else ""
    if words[i].lower in table.vague and before not in table.comparing:
        return _vague_tail(words, i + 1, last, table)
    return 0


def _pair(words: tuple[Word, ...], i: int, last: int, table: Numbers) -> int:
    """The end of "a couple of" or "a couple of hundred" at word `i`, or 0."""
    lowers = [word.lower for word in words[i : min(last, i + 4)]]
    if len(lowers) < 3 or lowers[0] not in table.articles or lowers[1] not in table.pairs or lowers[2] != "of":
        return 0
    return i + 4 if len(lowers) > 3 and lowers[3] in table.multipliers else i + 2


def _vague_tail(words: tuple[Word, ...], end: int, last: int, table: Numbers) -> int:
    """Past "of thousands" (tens of thousands) and "hundred" (several hundred)."""
    while end < last:
        if words[end].lower in table.multipliers or (words[end].lower in table.vague and words[end - 1].lower == "of"):
            end += 1
        elif words[end].lower == "of" and end + 1 < last and words[end + 1].lower in table.vague:
            end += 2
        else:
            break
    return end


def _range(words: tuple[Word, ...], i: int, value: float, end: int, last: int, table: Numbers) -> Number | None:
    """ "30 to 40", "30-40", "between 30 and 40", "two or three", "2 to 3 million"."""
    if end + 1 >= last:
        return None
    before = words[i - 1].lower if i else ""
    joins = table.joins if before in table.between else table.range_joins
    moves = before in table.not_range_after and (i < 2 or words[i - 2].lower not in table.ranging)
    if words[end].lower not in joins or moves or before in table.months or not may_begin(words[end + 1], table):
        return None
    other = value_at(words, end + 1, last, table)
    if other is None:
        return None
    high, stop, metric = other
    if value < 1000 <= high and words[stop - 1].lower in table.multipliers and words[end - 1].lower not in table.multipliers:
        scaled = value * table.multipliers[words[stop - 1].lower]
        value = scaled if scaled < high else value
    if not value < high <= LARGEST or value != int(value) or high != int(high):
        return None
    return Number(i, stop, i, stop, int(value), int(high), Modifier.RANGE, metric)


def _modified(words: tuple[Word, ...], number: Number, first: int, last: int, table: Numbers) -> Number:
    """The number with the modifiers around it, and its `lead` moved over them and the determiners before."""
    lead, modifier = number.first, number.modifier
    if lead > first and words[lead - 1].lower in table.between and modifier is Modifier.RANGE:
        lead -= 1
    while lead > first and words[lead - 1].lower in table.additions:
        lead -= 1
    for size in (3, 2, 1):
        phrase = tuple(word.lower for word in words[max(first, lead - size) : lead])
        if len(phrase) == size and phrase in table.modifiers:
            lead -= size
            modifier = table.modifiers[phrase] if modifier is Modifier.EXACT else modifier
            break
    while lead > first and words[lead - 1].lower in table.determiners:
        lead -= 1
    tail = number.last
    for phrase, found in table.after.items():
        stop = tail + len(phrase)
        if tuple(word.lower for word in words[tail : min(last, stop)]) == phrase:
            if stop < last and words[stop].lower in table.comparatives:  # "12 and more than 30"
                continue
            tail = stop
            modifier = found if modifier in {Modifier.EXACT, Modifier.ABOUT} else modifier
            break
    return replace(number, lead=lead, tail=tail, modifier=modifier)


def _numbers(words: tuple[Word, ...], number: Number, last: int, table: Numbers) -> bool:
    """Whether a number in words only happens to stand after the noun of a label: "its dead now number forty-one" (but not
    "number one"), "since the end of the year eleven guards"."""
    spelt = words[number.first].lower not in table.articles and not words[number.first].text[0].isdecimal()
    before = words[number.first - 1]
    if before.lower in table.numbering:
        return spelt and number.high != 1
    return spelt and before.text.islower() and _counts_noun(words, number.last, last, table)


def _counts_noun(words: tuple[Word, ...], at: int, last: int, table: Numbers) -> bool:
    """Whether a plural follows that a number may count."""
    return at < last and words[at].text[0].isalpha() and words[at].lower.endswith("s") and words[at].lower not in table.no_nouns


def _is_pronoun(words: tuple[Word, ...], number: Number, last: int, table: Numbers) -> bool:
    """Whether the number is a "one" that nothing follows which it could count."""
    if number.last != number.first + 1 or table.units.get(words[number.first].lower) != 1:
        return False
    after = words[number.last].lower if number.last < last else "."
    return not after[0].isalpha() or after in table.no_nouns


def _is_count(words: tuple[Word, ...], number: Number, first: int, last: int, table: Numbers) -> bool:
    """Whether the number can count people: no ordinal, age, size, sum, share, date, time, label or rate."""
    before = words[number.first - 1] if number.first > first else None
    end = number.tail
    after = words[end] if end < last else None
    text = words[number.first].text
    if number.lead - 2 >= first and (words[number.lead - 2].lower, words[number.lead - 1].lower) in table.all_but:
        return False  # "all but two died"
    if after is not None and after.lower in table.additions and number.high == 1:
        return False  # "one another"
    if before is not None and before.lower in table.ranks and table.units.get(words[number.first].lower) == 1:
        return False  # "the second one fell"
    if before is not None and before.lower in table.pronouns and _is_pronoun(words, number, last, table):
        return False
    if before is not None:
        glued = before.end == words[number.first].start and before.text in {"-", "/", ":", ".", "–"} | table.money
        earlier = words[number.first - 2] if number.first - 2 >= first else None
        model = before.text == "-" and earlier is not None and earlier.end == before.start and earlier.text.isalpha()  # "AK- 47"
        hour = before.lower in table.clock and text.isdecimal() and len(text) == 4 and text < "2400"
        if model or (hour and (after is None or not after.text[0].isalpha())):
            return False
        labelled = before.lower in table.labels_before and not _numbers(words, number, last, table)
        if glued or labelled or before.text in table.money:
            return False
        if before.lower in table.months and text.isdecimal() and len(text) <= 2:
            return False
    if text.isdecimal() and len(text) == 4 and number.last == number.first + 1 and "1900" <= text <= "2100":
        dated = before is not None and (before.lower in table.year_after | table.months or before.text == ",")
        if dated or after is None or not after.text[0].isalpha():
            return False
    if after is None:
        return True
    following = words[end + 1].lower if end + 1 < last else ""
    if after.start == words[end - 1].end and (after.lower in table.ordinals or after.text in {"-", "%", "/", ":", "–"}):
        apart = after.text == ":" and end + 1 < last and words[end + 1].start > after.end  # "stands at 312: 114 women ..."
        if not apart:
            return False
    if after.lower in table.range_joins and end + 2 < last and words[end + 2].lower in table.months and text.isdecimal():
        return False  # "from 6 to 12 September"
    if after.text == "%" or after.lower in table.units_after or (after.lower, following) in table.per:
        return False
    month = after.lower in table.months and following not in table.after_may  # "30 may be dead"
    return not (month and text.isdecimal() and len(text) <= 2)
