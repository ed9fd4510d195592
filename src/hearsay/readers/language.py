"""Which language a text is in."""

import re

SAMPLE = 4_000
"""Code points that are looked at, half from the beginning and half from the middle of a longer text."""

LEAST = 12
"""Letters below which no language is named: a date line or a single name is in none."""

_LETTER = re.compile(r"[^\W\d_]")


def detect(content: str) -> str:
    """The ISO 639-1 code of the language of `content`, or "und" where there are too few letters to tell.

    py3langid (a naive Bayes classifier over byte n-grams, Lui & Baldwin 2012) on lower-cased text, so that a page
    set in capitals is judged like any other."""
    sample = _sample(content).lower()
    if len(_LETTER.findall(sample)) < LEAST:
        return "und"
    from py3langid import rank  # type: ignore[import-untyped]

    codes = (str(code) for code, _ in rank(sample))
    return next(code for code in codes if len(code) == 2)  # it also knows "pcm" and "zxx"


def _sample(content: str) -> str:
    if len(content) <= SAMPLE:
        return content
    middle = len(content) // 2
    return content[: SAMPLE // 2] + "\n" + content[middle : middle + SAMPLE // 2]
