"""Mentions: who is called what. Named persons and bodies, and the nouns that a party is called by ("the rebels").

A name that may as well be a place is left out. The actor of a noun is the one body in the document whose name ends in
that noun ("the Tessary rebels" -> "the rebels"); where there is none, or more than one, the noun is all that is known.
"""

from collections import defaultdict
from collections.abc import Iterator

from ..analyse import Analysis
from ..model import Mention, Span
from . import Found
from .names import Kind, Name, names

VERSION = 1


class Mentions:
    """The built-in extractor of mentions: rules over the language's tables, no model."""

    @property
    def name(self) -> str:
        return f"hearsay.mentions@{VERSION}"

    def __call__(self, analysis: Analysis) -> Iterator[Found]:
        named = [each for each in names(analysis) if each.kind is not Kind.UNKNOWN]
        found = [*(_of_name(analysis, each) for each in named), *_of_nouns(analysis, named)]
        yield from sorted(found, key=_place)


def _place(found: Found) -> int:
    finding = found.finding
    return finding.span.start if isinstance(finding, Mention) else -1


def _of_name(analysis: Analysis, name: Name) -> Found:
    sure = 0.9 if name.title or " " in name.words else 0.75
    return Found(Mention(analysis.text.id, name.span, name.full, name.words), sure)


def _of_nouns(analysis: Analysis, named: list[Name]) -> Iterator[Found]:
    """Small-letter nouns for a party, with the naming words before them ("occupation forces")."""
    table, words = analysis.language.names, analysis.words
    if not table.parties:
        return
    bodies: dict[str, set[str]] = defaultdict(set)
    for name in named:
        bodies[words[name.last - 1].text].add(name.full)
    taken = {i for name in named for i in range(name.first, name.last)}
    for sentence in analysis.sentences:
        for i in range(sentence.first, sentence.last):
            word = words[i]
            if i in taken or word.text != word.lower or word.lower not in table.parties:
                continue
            qualified = i > sentence.first and words[i - 1].text in table.party_words and words[i].start - words[i - 1].end == 1
            if word.lower in table.weak_parties and not qualified:
                continue
            start = words[i - 1].start if qualified else word.start
            called = analysis.content[start : word.end]
            known = bodies.get(word.text, set()) if not qualified else set()
            actor = next(iter(known)) if len(known) == 1 else called
            yield Found(Mention(analysis.text.id, Span(start, word.end), actor, called), 0.6)
