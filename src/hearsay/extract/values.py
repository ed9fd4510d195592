"""The value of a number in words or figures, whatever it counts: separators of any style, multipliers, halves, shares.

A share of one ("two thirds", "nine point four") is known here so that no part of it is taken for a count.
"""

from ..analyse import Word
from ..lang.figure_tables import Numbers

LARGEST = 10**12
"""No count in the news is larger; longer strings of digits are something else."""
ARABIC_THOUSANDS = "\N{ARABIC THOUSANDS SEPARATOR}"
"""The mark between groups of Arabic-Indic digits."""


def may_begin(word: Word, table: Numbers) -> bool:
    """Whether a number may begin with a word."""
    lower = word.lower
    return (
        lower[0].isdecimal()
        or lower in table.units
        or lower in table.articles
        or lower in table.vague
        or lower in table.zeros
        or lower in table.zero_firsts
        or lower in table.any
        or lower in table.halves
        or ("-" in lower and lower.partition("-")[0] in table.units)
        or lower in table.multipliers
    )


def share_at(words: tuple[Word, ...], i: int, last: int, table: Numbers) -> tuple[int | None, int] | None:
    """A part of one: what it makes of the number it is taken of ("two thirds of the 300" is about 200), None where it is taken
    of none ("one third", "two and a half", "nine point four"); and where it ends. None for no part."""
    lower = words[i].lower
    if lower in table.articles and i + 1 < last and words[i + 1].lower in table.halves and _half(words, i + 1, last, table):
        return None
    first = (1, i + 1, False) if lower in table.articles else value_at(words, i, last, table)
    if "-" in lower:
        name = lower.partition("-")
        part = small_number(name[0], table), table.fractions.get(name[2])
        if part[0] and part[1]:
            return _of_number(words, i + 1, last, part[0] / part[1], table)
    if lower in table.zeros and (stop := _decimals(words, i + 1, last, table)):
        return None, stop
    if lower in table.halves and (first is None or first[1] == i):
        return _of_number(words, i + 1, last, table.halves[lower], table)
    if first is None or first[1] >= last:
        return None
    value, end, _ = first
    at = end + 1 if words[end].text == "-" and end + 1 < last else end
    if stop := _decimals(words, end, last, table):
        return None, stop
    if at < last and (whole := table.fractions.get(_tail(words[at].lower))) and (value == 1 or not words[at].lower.endswith("d")):
        return _of_number(words, at + 1, last, value / whole, table)
    return _and_part(words, end, last, table)


def _decimals(words: tuple[Word, ...], end: int, last: int, table: Numbers) -> int:
    """The end of "point nought four" after a number, or 0."""
    if end + 1 >= last or words[end].lower not in table.points:
        return 0
    stop = end + 1
    while stop < last and (words[stop].lower in table.zeros or small_number(words[stop].lower, table) is not None):
        stop += 1
    return stop if stop > end + 1 else 0


def _tail(lower: str) -> str:
    """The last part of a word with hyphens ("twenty-fifth")."""
    return lower.rpartition("-")[2]


def _and_part(words: tuple[Word, ...], end: int, last: int, table: Numbers) -> tuple[int | None, int] | None:
    """The rest of "three and a fifth", "forty-two and two thirds", where no multiplier follows or goes before."""
    if end + 2 >= last or words[end].lower not in table.joins:
        return None
    lower = words[end + 1].lower
    unit = lower in table.articles or small_number(lower, table) is not None
    if not unit or words[end + 2].lower not in table.fractions or (end + 3 < last and words[end + 3].lower in table.multipliers):
        return None
    return None, end + 3


def _of_number(words: tuple[Word, ...], j: int, last: int, part: float, table: Numbers) -> tuple[int | None, int]:
    """A part of the number after "of the"; None for its value where there is none, or it is no whole count of people."""
    if j + 1 >= last or words[j].lower not in table.of:
        return None, j
    k = j + 2 if words[j + 1].lower in table.additions or words[j + 1].lower in table.determiners else j + 1
    one = value_at(words, k, last, table) if k < last and may_begin(words[k], table) else None
    if one is None or one[1] == k or one[0] != int(one[0]) or one[0] > LARGEST:
        return None, one[1] if one and one[1] > k else j
    return round(part * one[0]), one[1]


def value_at(words: tuple[Word, ...], i: int, last: int, table: Numbers) -> tuple[float, int, bool] | None:
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
    if end > i and end < last and words[end].lower in table.plurals:
        value, end = value * table.plurals[words[end].lower], end + 1
    value, end = _with_half(words, value, end, last, table) if end > i else (value, end)
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
    multipliers = (
        {**table.multipliers, **table.plurals} if end < last and words[end].lower in table.plurals else table.multipliers
    )
    while end < last and words[end].lower in multipliers and words[end].start > words[end - 1].end:
        value *= multipliers[words[end].lower]
        end += 1
    value, end = _mixed(words, value, end, last, table) if end > i + 1 else (value, end)
    value, end = _with_half(words, value, end, last, table)
    return round(value, 3), end, metric


def _counts(words: tuple[Word, ...], j: int, last: int, table: Numbers) -> bool:
    """Whether a word follows that a number before it may count."""
    return j < last and words[j].text[0].isalpha() and words[j].lower not in table.no_nouns


def _mixed(words: tuple[Word, ...], value: float, end: int, last: int, table: Numbers) -> tuple[float, int]:
    """ "4 thousand 3 hundred and 21": smaller figures that go on after a multiplier of at least a hundred; what follows "and"
    must end the number, for "3 thousand and 40 children" are two counts."""
    factor = table.multipliers.get(words[end - 1].lower, 1)
    while factor >= 100 and end < last:
        joined = words[end].lower in table.joins
        j = end + joined
        more = (
            value_at(words, j, last, table)
            if j < last and (words[j].text.isdecimal() or small_number(words[j].lower, table))
            else None
        )
        if more is None or not 0 < more[0] < factor or (joined and _counts(words, more[1], last, table)):
            break
        multiplied = words[more[1] - 1].lower in table.multipliers
        if not joined and not multiplied:
            break
        value, end, factor = value + more[0], more[1], table.multipliers.get(words[more[1] - 1].lower, 1)
    return value, end


def _with_half(words: tuple[Word, ...], value: float, end: int, last: int, table: Numbers) -> tuple[float, int]:
    """ "3 million and a half", "two million and three fifths": the part is one of the multiplier before."""
    factor = table.multipliers.get(words[end - 1].lower, 1)
    if factor < 1000 or end + 2 >= last or words[end].lower not in table.joins:
        return value, end
    lower, name = words[end + 1].lower, words[end + 2].lower
    count = 1 if lower in table.articles else small_number(lower, table)
    if not count or name not in table.fractions or (end + 3 < last and words[end + 3].lower in table.multipliers):
        return value, end
    return value + factor * count / table.fractions[name], end + 3


def _grouped(words: tuple[Word, ...], i: int, last: int) -> tuple[float | None, int]:
    """Digits with separators of any style: 12,300 / 12.300 / 12 300 / 1,00,000 / 2.3."""
    text = words[i].text
    if len(text) > 18 or not all(mark.isdecimal() or mark in ",." for mark in text):
        return None, i
    end = i + 1
    while end + 1 < last and words[end].text == ARABIC_THOUSANDS and words[end].start == words[end - 1].end:
        text, end = text + words[end + 1].text, end + 2
    if not text.isdecimal() and end > i + 1:
        return None, i
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
        value = small_number(lower, table)
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
        elif (
            lower in table.joins
            and before
            and not _is_part(words, j, last, table)
            and (step := _joined(words, j, last, before, table))
        ):
            if step > 1:
                current += 0.5
                j += step - 1
        else:
            break
        j += 1
    return total + current, j


def _is_part(words: tuple[Word, ...], j: int, last: int, table: Numbers) -> bool:
    """Whether "and two thirds" stands here, without a multiplier after it."""
    near = [word.lower for word in words[j + 1 : min(last, j + 4)]]
    return (
        len(near) > 1
        and near[1] in table.fractions
        and near[0] not in table.articles
        and (len(near) < 3 or near[2] not in table.multipliers)
    )


def _joined(words: tuple[Word, ...], j: int, last: int, before: int, table: Numbers) -> int:
    """Length of an "and" that goes on with the number: "hundred and five" 1, "two and a half million" 3, else 0."""
    if j + 3 < last and words[j + 2].lower in table.halves and words[j + 3].lower in table.multipliers:
        return 3
    spelt = j + 1 < last and small_number(words[j + 1].lower, table) is not None
    return int(spelt and before >= 100)


def small_number(lower: str, table: Numbers) -> int | None:
    """A whole number under a hundred in one word: "twelve", "twenty-one"."""
    if lower in table.units:
        return table.units[lower]
    tens, _, unit = lower.partition("-")
    if unit in table.units and table.units[unit] < 10 and table.units.get(tens, 0) >= 20:
        return table.units[tens] + table.units[unit]
    return None
