"""Whom a medium cites: of "Radio Orsa reported, citing a clerk", the clerk is the source, and the radio passes the words on."""

from dataclasses import replace

from ..analyse import Analysis, Word
from ..model import Span
from .casing import cased
from .raw import RawAttribution, overlap

LONGEST = 8
"""Words of whom is cited at most."""


def cited(analysis: Analysis, one: RawAttribution) -> RawAttribution:
    """The attribution with whoever is cited right behind its cue as its source, and the word of citing as a part of the cue.

    It stays as it is where nobody is cited there, and where no medium does so: a minister who cites figures speaks himself."""
    if not one.cue or not one.source or not _reports(analysis, one):
        return one
    words, table = cased(analysis), analysis.language.sources
    sentence = analysis.sentence_at(one.cue[-1].start)
    if sentence is None:
        return one
    at = _citing(analysis, one, sentence.last)
    first = last = at + 1
    stop = min(sentence.last, first + LONGEST)
    while last < stop and _in_phrase(words[last].text) and words[last].lower not in table.ends:
        last += 1
    if not at or first == last:
        return one
    source, word = Span(words[first].start, words[last - 1].end), Span(words[at].start, words[at].end)
    if any(overlap(source, span) for span in (*one.content, *one.source)):
        return one
    cue = one.cue if any(overlap(word, span) for span in one.cue) else (*one.cue, word)
    return replace(one, source=(source,), cue=cue)


def _citing(analysis: Analysis, one: RawAttribution, last: int) -> int:
    """The word of citing that ends the cue, or stands right behind cue and source with or without a comma; 0 where none does."""
    words, table = cased(analysis), analysis.language.sources
    signs = table.citing - table.having
    of_cue = analysis.words_in(one.cue[-1].start, one.cue[-1].end)
    if one.source[0].start < one.cue[-1].start and len(of_cue) and words[of_cue[-1]].lower in signs:
        return of_cue[-1]
    at = analysis.words_in(0, max(one.cue[-1].end, one.source[-1].end)).stop
    at += at < last and words[at].text == ","
    return at if at < last and words[at].lower in signs else 0


def _reports(analysis: Analysis, one: RawAttribution) -> bool:
    """Whether the source has a word for media in it, or the cue is one of publishing."""
    table, lemmas = analysis.language.sources, analysis.language.cues.lemmas
    source = {word.lower for span in one.source for word in _words(analysis, span)}
    cue = {lemmas.get(word.lower, word.lower) for span in one.cue for word in _words(analysis, span)}
    return bool(source & table.media) or bool(cue & table.publishing)


def _words(analysis: Analysis, span: Span) -> list[Word]:
    numbers = analysis.words_in(span.start, span.end)
    return list(cased(analysis)[numbers.start : numbers.stop])


def _in_phrase(text: str) -> bool:
    return text[0].isalnum() or text[0] in "’'"
