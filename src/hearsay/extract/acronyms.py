"""What initials stand for: "Northern Relief Council (NRC)", "NRC [Northern Relief Council]", or a name elsewhere in the text."""

import re
from collections.abc import Iterator, Sequence

from ..analyse import Analysis, Word
from ..lang.tables import Names
from .casing import cased

INITIALS = re.compile(r"[A-Z][A-Z0-9&]*-?[A-Z0-9&\-]*[A-Z0-9]s?")
"""Initials as written: "NRC", "UC-ELN", "M-19"."""
LONGEST, SHORTEST = 10, 3
"""Words that a full name has at most, and letters that initials must have where only a name elsewhere explains them."""
_OPENING = {"(": ")", "[": "]"}
_INNER = frozenset({"and"})
_PARTING = re.compile(r"\s*(?:--|[;:,]|\s-\s)\s*")


def expansions(analysis: Analysis, found: Sequence[str]) -> dict[str, str]:
    """Initials -> the full name that the text gives them. `found` are the names of institutions in the text."""
    pairs: dict[str, str] = {}
    for i, close in _brackets(analysis):
        for short, long in _explained(analysis, i, close):
            pairs.setdefault(short, long)
    for short, long in _apposed(analysis):
        pairs.setdefault(short, long)
    for short in {one for one in found if INITIALS.fullmatch(one) and len(one) >= SHORTEST and one not in pairs}:
        full = {one for one in found if " " in one and _initials(one) == short}
        if len(full) == 1:
            pairs[short] = full.pop()
    return pairs


def _apposed(analysis: Analysis) -> Iterator[tuple[str, str]]:
    """Initials between commas right behind the name of a body: "the Northern Relief Council, NRC, said"."""
    words, table = cased(analysis), analysis.language.names
    for i in range(2, len(words) - 1):
        word = words[i]
        if (
            words[i - 1].text != ","
            or words[i + 1].text not in ",."
            or len(word.text) < SHORTEST
            or not INITIALS.fullmatch(word.text)
        ):
            continue
        first = _begin(words, i - 1, word.text, table)
        if first is not None and first < i - 2:
            long = " ".join(analysis.content[words[first].start : words[i - 2].end].split())
            if _is_body(long, table):
                yield word.text, long


def _brackets(analysis: Analysis) -> Iterator[tuple[int, int]]:
    """Pairs of brackets by the numbers of their words, at most `LONGEST` words apart."""
    if "(" not in analysis.content and "[" not in analysis.content:
        return
    words = analysis.words
    for i, word in enumerate(words):
        if word.text in _OPENING:
            for k in range(i + 2, min(len(words), i + 2 * LONGEST)):
                if words[k].text == _OPENING[word.text]:
                    yield i, k
                    break


def _explained(analysis: Analysis, opening: int, closing: int) -> Iterator[tuple[str, str]]:
    words, table = cased(analysis), analysis.language.names
    if opening == 0:
        return
    before = words[opening - 1]
    inside = analysis.content[words[opening].end : words[closing].start].strip()
    parts = [part for part in _PARTING.split(inside) if part]
    if closing - opening > 2 and INITIALS.fullmatch(before.text):
        if parts and " " in parts[0] and (_fits(before.text, parts[0]) or _is_body(parts[0], table)):
            yield before.text, parts[0]
    elif parts and INITIALS.fullmatch(short := parts[-1]) and len(short) > 1 and (opening + 2 == closing or len(parts) > 1):
        first = _begin(words, opening, short, table)
        if first is not None:
            yield short, " ".join(analysis.content[words[first].start : words[opening - 1].end].split())


def _begin(words: Sequence[Word], end: int, short: str, table: Names) -> int | None:
    """Where the full name begins that ends right before word `end`: as far back as a determiner or a mark, or less far
    where the initials fit."""
    first = end
    while first > max(0, end - LONGEST) and (words[first - 1].text[0].isalnum() or words[first - 1].text[0] in "’'"):
        word = words[first - 1].lower
        dated = first > 1 and words[first - 2].text.isdigit()  # "the 9 March Movement (9MM)"
        if word not in _INNER | table.links and not dated and word in table.common | table.reporting | table.titles:
            break
        first -= 1
    while first < end and words[first].lower in table.links | table.articles | _INNER:
        first += 1
    for start in range(first, end - 1):
        text = " ".join(word.text for word in words[start:end])
        if _fits(short, text):
            return start
    whole = " ".join(word.lower for word in words[first:end])
    led = first > 0 and words[first - 1].lower in table.articles
    return first if end - first > 1 and (led or _is_body(whole, table)) else None


def _is_body(words: str, table: Names) -> bool:
    """Whether some word is one for a body."""
    return any(word in table.institutions or word in table.bodies for word in words.lower().split())


def _initials(words: str) -> str:
    return "".join(part[0] for part in re.split(r"[\s\-]+", words) if part and (part[0].isupper() or part[0].isdigit()))


def _fits(short: str, words: str) -> bool:
    """Whether the letters of initials are among the initials of the words, in order, and begin with the first word's."""
    parts = [part for part in re.split(r"[\s\-]+", words) if part]
    letters = [letter for letter in short.rstrip("s").upper() if letter.isalnum()]
    initials = [part[0].upper() for part in parts]
    if not letters or not initials or letters[0] != initials[0] or len(letters) > len(initials) + 2:
        return False
    rest = iter("".join(initials))
    return all(letter in rest for letter in letters)
