"""Numbers as our own corpora write them, read apart from the program's grammar so that the corpus does not take its word."""

import re

from .inline import MarkupError

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_WORDS = (
    {word: i for i, word in enumerate(_ONES)}
    | {word: 10 * i for i, word in enumerate(_TENS, 2)}
    | {"a": 1, "an": 1, "no": 0, "none": 0, "nobody": 0, "both": 2, "dozen": 12}
)
_SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000}
_ZERO = ("no one", "not one", "not a single", "no-one", "nobody", "none", "no")
_TOKEN = re.compile(r"\d+(?:[,.  ]\d{3})*(?:\.\d+)?|[a-z]+")
_JOINED = re.compile(r"\s*(?:-|–|\bto\b|\band\b|\bor\b)\s*")

Bounds = tuple[int | None, int | None]


def bounds(words: str, modifier: str, given: str, place: str) -> Bounds:
    """What the words allow under a modifier (docs/contract.md); `given` ("12" or "12-15") instead of the words' own number.
    Raises `MarkupError` where the number cannot be told."""
    if modifier == "vague":
        return None, None
    low, high = _given(given, place) if given else _read(words, modifier == "range", place)
    if (modifier == "range") != (low != high):
        raise MarkupError(f"{place}: {words!r} is {'no range' if low == high else 'a range'}")
    return {
        "at least": (low, None),
        "more than": (low, None),
        "at most": (None, high),
        "fewer than": (None, high),
    }.get(modifier, (low, high))


def _given(given: str, place: str) -> tuple[int, int]:
    ends = given.split("-")
    if not all(end.isdigit() for end in ends) or len(ends) > 2:
        raise MarkupError(f"{place}: ={given} is no number")
    return int(ends[0]), int(ends[-1])


def _read(words: str, ranged: bool, place: str) -> tuple[int, int]:
    if ranged:
        ends = _JOINED.split(words.lower())
        if len(ends) != 2:
            raise MarkupError(f"{place}: {words!r} has not two ends")
        low, high = (number(end, place) for end in ends)
        return low, high
    value = number(words.lower(), place)
    return value, value


def number(words: str, place: str) -> int:
    """The value of a number in words or digits, small letters. Raises `MarkupError`."""
    if words in _ZERO:
        return 0
    total = current = 0.0
    seen = False
    for token in _TOKEN.findall(words):
        if token[0].isdigit():
            if seen:
                raise MarkupError(f"{place}: {words!r} is no number but several")
            current += float(re.sub(r"[,  ](?=\d{3})|\.(?=\d{3}\b)", "", token))
        elif token in _SCALES:
            scale = _SCALES[token]
            current = (current if current or seen else 1) * scale
            if scale > 100:
                total, current = total + current, 0
        elif token == "dozen":
            current = (current or 1) * 12
        elif token in _WORDS:
            current += _WORDS[token]
        elif token != "and":
            raise MarkupError(f"{place}: {words!r} is no number: give =N")
        seen = True
    if not seen or (total + current) % 1:
        raise MarkupError(f"{place}: {words!r} is no number: give =N")
    return int(total + current)
