"""The number grammar: which words are a count, and what they allow.

Written because no number library survives news ("some 2.3 million", "half a million", "1.5m people", "2 lakh", "scores").
Ages, years, dates, sizes, money, shares, ordinals and labels are refused here; whether a count is one of harm is for `harm`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..analyse import Word
from ..lang.figure_tables import Numbers
from ..model import Modifier

LARGEST = 10**12
"""No count in the news is larger; longer strings of digits are something else."""


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
        found = _number(words, i, last, table) if _may_begin(words[i], table) else None
        if found is None:
            i += 1
            continue
        i = found.last
        found = _modified(words, found, first, last, table)
        if _is_count(words, found, first, last, table):
            yield found


def _may_begin(word: Word, table: Numbers) -> bool:
    lower = word.lower
    return (
        lower[0].isdecimal()
        or lower in table.units
        or lower in table.articles
        or lower in table.vague
        or lower in table.zeros
        or lower in table.halves
        or ("-" in lower and lower.partition("-")[0] in table.units)
        or lower in table.multipliers
    )


def _number(words: tuple[Word, ...], i: int, last: int, table: Numbers) -> Number | None:
    """The number that begins at word `i`: zero, vague, a range or one value."""
    lower = words[i].lower
    following = words[i + 1].lower if i + 1 < last else ""
    if (lower, following) in table.modifiers or (lower, following) in table.modifier_heads:
        return None
    if lower in table.zeros or (lower, following) in table.zero_pairs:
        end = i + 2 if (lower, following) in table.zero_pairs else i + 1
        return Number(i, end, i, end, 0, 0)
    if end := _vague(words, i, last, table):
        return Number(i, end, i, end, None, None, Modifier.VAGUE)
    if end := _pair(words, i, last, table):
        two = 2 * table.multipliers.get(words[end - 1].lower, 1)
        return Number(i, end, i, end, two, two, Modifier.ABOUT)
    one = _value(words, i, last, table)
    if one is None:
        return None
    value, end, metric = one
    return _range(words, i, value, end, last, table) or _whole(i, end, value, metric)


def _whole(first: int, end: int, value: float, metric: bool) -> Number | None:
    if value != int(value) or value > LARGEST:
        return None
    return Number(first, end, first, end, int(value), int(value), metric=metric)


def _vague(words: tuple[Word, ...], i: int, last: int, table: Numbers) -> int:
    """The end of a vague count at word `i`, or 0."""
    if words[i].lower in table.articles and i + 1 < last and words[i + 1].lower in table.vague_after_article:
        return _vague_tail(words, i + 2, last, table)
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


def _value(words: tuple[Word, ...], i: int, last: int, table: Numbers) -> tuple[float, int, bool] | None:
    """Value, end and whether it may be a length, of the number without range or modifier at word `i`."""
    lower = words[i].lower
    if lower[0].isdecimal():
        return _digits(words, i, last, table)
    if lower in table.halves:
        return _half(words, i, last, table)
    if lower in table.articles:
        if i + 1 < last and words[i + 1].lower in {f"half-{word}" for word in table.multipliers}:
            return table.multipliers[words[i + 1].lower[5:]] / 2, i + 2, False
        if i + 1 < last and words[i + 1].lower in table.multipliers:
            value, end = _spelt(words, i + 1, last, table)
            return value, end, False
        return None
    value, end = _spelt(words, i, last, table)
    return (value, end, False) if end > i else None


def _digits(words: tuple[Word, ...], i: int, last: int, table: Numbers) -> tuple[float, int, bool] | None:
    value, end = _grouped(words, i, last)
    if value is None:
        return None
    metric = False
    if end < last and words[end].start == words[end - 1].end and words[end].lower in table.suffixes:
        value *= table.suffixes[words[end].lower]
        metric = words[end].lower == "m"
        end += 1
    while end < last and words[end].lower in table.multipliers and words[end].start > words[end - 1].end:
        value *= table.multipliers[words[end].lower]
        end += 1
    return round(value, 3), end, metric


def _grouped(words: tuple[Word, ...], i: int, last: int) -> tuple[float | None, int]:
    """Digits with separators of any style: 12,300 / 12.300 / 12 300 / 1,00,000 / 2.3."""
    text = words[i].text
    if len(text) > 18 or not all(mark.isdecimal() or mark in ",." for mark in text):
        return None, i
    end = i + 1
    while len(text) <= 15 and text.isdecimal() and len(words[i].text) <= 3 and end < last and _is_group(words, end):
        text += words[end].text
        end += 1
    commas, stops = text.split(","), text.split(".")
    if len(commas) > 1 and len(stops) == 1:
        well = len(commas[-1]) == 3 and all(0 < len(part) <= 3 for part in commas)
        return (float("".join(commas)), end) if well else (None, i)
    if len(stops) == 2 and len(commas) == 1:
        if len(stops[1]) == 3 and 0 < len(stops[0]) <= 3 and stops[0] != "0":
            return float("".join(stops)), end
        return float(text), end
    if len(stops) > 2 and any(len(part) != 3 for part in stops[1:]):
        return None, i
    if len(commas) > 1 or len(stops) > 1:
        bare = text.replace(",", "") if text.rfind(".") > text.rfind(",") else text.replace(".", "").replace(",", ".")
        return (float(bare), end) if bare.count(".") <= 1 else (float(bare.replace(".", "")), end)
    return float(text), end


def _is_group(words: tuple[Word, ...], at: int) -> bool:
    """Whether three digits follow one blank after the digits before ("12 300")."""
    return len(words[at].text) == 3 and words[at].text.isdecimal() and words[at].start - words[at - 1].end == 1


def _half(words: tuple[Word, ...], i: int, last: int, table: Numbers) -> tuple[float, int, bool] | None:
    """ "half a million", "a quarter of a million", "half dozen"."""
    j = i + 1
    while j < last and j < i + 3 and (words[j].lower in table.articles or words[j].lower == "of"):
        j += 1
    if j < last and words[j].lower in table.multipliers:
        return table.halves[words[i].lower] * table.multipliers[words[j].lower], j + 1, False
    return None


def _spelt(words: tuple[Word, ...], i: int, last: int, table: Numbers) -> tuple[float, int]:
    """A number in words: "three thousand two hundred and five", "twenty-one", "two and a half million"."""
    total, current, before, j = 0.0, 0.0, 0, i
    while j < last:
        lower = words[j].lower
        value = _small(lower, table)
        if value is not None:
            if before and not (before >= 20 and before % 10 == 0 and value < 10 and before < 100) and before < 100:
                break
            current, before = current + value, value
        elif lower in table.multipliers:
            factor = table.multipliers[lower]
            if factor > 100 and total and not current:
                total *= factor
            elif factor > 100:
                total, current = total + (current or 1) * factor, 0.0
            else:
                current = (current or 1) * factor
            before = factor
        elif lower in table.joins and before and (step := _joined(words, j, last, before, table)):
            if step > 1:
                current += 0.5
                j += step - 1
        else:
            break
        j += 1
    return total + current, j


def _joined(words: tuple[Word, ...], j: int, last: int, before: int, table: Numbers) -> int:
    """Length of an "and" that goes on with the number: "hundred and five" 1, "two and a half million" 3, else 0."""
    if j + 3 < last and words[j + 2].lower in table.halves and words[j + 3].lower in table.multipliers:
        return 3
    spelt = j + 1 < last and _small(words[j + 1].lower, table) is not None
    return int(spelt and before >= 100)


def _small(lower: str, table: Numbers) -> int | None:
    """A whole number under a hundred in one word: "twelve", "twenty-one"."""
    if lower in table.units:
        return table.units[lower]
    tens, _, unit = lower.partition("-")
    if unit in table.units and table.units[unit] < 10 and table.units.get(tens, 0) >= 20:
        return table.units[tens] + table.units[unit]
    return None


def _range(words: tuple[Word, ...], i: int, value: float, end: int, last: int, table: Numbers) -> Number | None:
    """ "30 to 40", "30-40", "between 30 and 40", "two or three", "2 to 3 million"."""
    if end + 1 >= last:
        return None
    before = words[i - 1].lower if i else ""
    joins = table.joins if before in table.between else table.range_joins
    moves = before in table.not_range_after and (i < 2 or words[i - 2].lower not in table.ranging)
    if words[end].lower not in joins or moves or before in table.months or not _may_begin(words[end + 1], table):
        return None
    other = _value(words, end + 1, last, table)
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
        if tuple(word.lower for word in words[tail : min(last, tail + len(phrase))]) == phrase:
            tail += len(phrase)
            modifier = found if modifier is Modifier.EXACT else modifier
            break
    return replace(number, lead=lead, tail=tail, modifier=modifier)


def _is_count(words: tuple[Word, ...], number: Number, first: int, last: int, table: Numbers) -> bool:
    """Whether the number can count people: no ordinal, age, size, sum, share, date, time, label or rate."""
    before = words[number.first - 1] if number.first > first else None
    end = number.tail
    after = words[end] if end < last else None
    text = words[number.first].text
    if before is not None:
        glued = before.end == words[number.first].start and before.text in {"-", "/", ":", ".", "–"} | table.money
        if glued or before.text in table.money or before.lower in table.labels_before:
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
        return False
    if after.text == "%" or after.lower in table.units_after or (after.lower, following) in table.per:
        return False
    return not (after.lower in table.months and text.isdecimal() and len(text) <= 2)
