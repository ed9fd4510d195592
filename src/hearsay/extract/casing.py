"""Text without small letters: which of its words would have had a capital.

In a sentence that is all capitals the letters tell nothing. There a word is taken to be written small if the language's table of
common words knows it, by itself or as an inflected form of one, and with a capital if not; initials stay as they are. What
reads names reads those words instead, so that one set of rules serves both ways of writing.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..analyse import Analysis, Sentence, Word
from ..lang.tables import Names

LONG = 6
"""Letters from which on an ending alone tells that a word is no name."""
_INITIALS = re.compile(r"[A-Z][A-Z0-9]*-?[A-Z0-9]*[0-9A-Z]")
_VOWELS = frozenset("AEIOUY")
_OPENING, _CLOSING = frozenset("(["), frozenset(")]")
_POSSESSIVE = ("'S", "’S", "S'", "S’")


def caseless(analysis: Analysis, sentence: Sentence) -> bool:
    """Whether a sentence of the running text holds no small letter at all."""
    return analysis.content[sentence.start : sentence.end].isupper() and not analysis.is_head(sentence.block)


def cased(analysis: Analysis) -> tuple[Word, ...]:
    """The words of an analysis, those of sentences without case as they would be written with it."""
    if "cased" not in analysis.memo:
        table = analysis.language.names
        blind = [one for one in analysis.sentences if caseless(analysis, one)] if table.vocabulary else []
        analysis.memo["cased"] = _cased(analysis, blind, table) if blind else analysis.words
    words: tuple[Word, ...] = analysis.memo["cased"]
    return words


def _cased(analysis: Analysis, blind: list[Sentence], table: Names) -> tuple[Word, ...]:
    words = list(analysis.words)
    short = frozenset(_initials(analysis, blind, table))
    known: dict[str, bool] = {}
    for sentence in blind:
        for i in range(sentence.first, sentence.last):
            word = words[i]
            if not word.text[0].isalpha():
                continue
            if word.lower not in known:
                known[word.lower] = is_common(word.lower, table)
            words[i] = replace(word, text=_written(word, known[word.lower], short))
    return tuple(words)


def _written(word: Word, common: bool, short: frozenset[str]) -> str:
    if common:
        return word.lower
    bare, ending = _parted(word.text)
    if bare in short:
        return bare + ending.lower()
    return "-".join(part[:1] + part[1:].lower() for part in bare.split("-")) + ending.lower()


def _parted(text: str) -> tuple[str, str]:
    """A word and its possessive ending."""
    for ending in _POSSESSIVE:
        if text.endswith(ending) and ending[0] in "'’":
            return text[: -len(ending)], ending
    return text, ""


def is_common(lower: str, table: Names) -> bool:
    """Whether a word in small letters, or each part of a hyphened one, is one that the language's tables know."""
    bare = lower.removesuffix("'s").removesuffix("’s").rstrip("'’")
    if bare in table.vocabulary or _inflected(bare, table):
        return True
    return "-" in bare and all(part in table.vocabulary or _inflected(part, table) for part in bare.split("-") if part)


def _inflected(bare: str, table: Names) -> bool:
    if len(bare) >= LONG and bare.endswith(table.endings):
        return True
    for ending, base in table.inflections:
        if bare.endswith(ending):
            stem = bare[: len(bare) - len(ending)]
            doubled = len(stem) > 3 and stem[-1] == stem[-2] and not base
            if stem + base in table.vocabulary or (doubled and stem[:-1] in table.vocabulary):
                return True
    return False


def _initials(analysis: Analysis, blind: list[Sentence], table: Names) -> Iterator[str]:
    """Words that stand for others: right before or alone inside brackets, without a vowel, or with a figure in them."""
    words = analysis.words
    for sentence in blind:
        for i in range(sentence.first, sentence.last):
            text = _parted(words[i].text)[0]
            if not _INITIALS.fullmatch(text) or len(text) > 8 or is_common(text.lower(), table):
                continue
            before = words[i - 1].text if i > sentence.first else ""
            after = words[i + 1].text if i + 1 < sentence.last else ""
            enclosed = before in _OPENING and after in _CLOSING and i - 1 > sentence.first
            enclosed = enclosed and words[i - 2].text[0].isalnum()  # no turn: "[Voss] ..."
            enclosed = enclosed or (before == "," and after in ",." and _stands_for(text, words[sentence.first : i - 1]))
            plain = (len(text) > 2 and not _VOWELS.intersection(text)) or any(c.isdigit() for c in text)
            if enclosed or plain or (after in _OPENING and len(text) <= 7):
                yield text


def _stands_for(text: str, before: Sequence[Word]) -> bool:
    """Whether the letters of a word begin, in any order, the words right before it ("the Northern Relief Council, CNR")."""
    initials = [word.text[0] for word in before if len(word.text) > 3][-len(text) :]
    return len(text) > 2 and sorted(text) == sorted(initials)
