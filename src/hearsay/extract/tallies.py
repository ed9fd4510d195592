"""Counts with a subject: "the hospital counted 43", "the army acknowledges 31", "medics put the wounded at about 150".

The model learnt from a corpus in which such sentences hardly occur. Found by rule: a verb of counting whose object is, or
ends in, a number, in a clause of which the model took nothing.
"""

from collections.abc import Iterator, Sequence

from ..analyse import Analysis, Sentence
from ..model import Span
from .raw import RawAttribution, overlap, trimmed

SURE = 0.55
"""Confidence: the form is clear, but no model has seen it."""
SUBJECT, REACH = 8, 10
"""Words that a subject may have; words after the verb within which the number must begin."""


def tallies(analysis: Analysis, found: Sequence[RawAttribution], heads: Sequence[int]) -> Iterator[RawAttribution]:
    """Attributions of counts in sentences of blocks that are no `heads`, beside those already `found`."""
    taken = sorted(span for one in found for span in (*one.source, *one.cue, *one.content))
    for sentence in analysis.sentences:
        if sentence.block in heads:
            continue
        near = [span for span in taken if span.start < sentence.end and span.end > sentence.start]
        for i in range(sentence.first + 1, sentence.last - 1):
            if _counts(analysis, i) and (one := _tally(analysis, sentence, i, near)):
                yield one
                break


def _counts(analysis: Analysis, i: int) -> bool:
    """Whether word `i` is a verb of counting: inflected, or "put"; a bare "list" or "report" is more often a noun."""
    table, word = analysis.language.cues, analysis.words[i].lower
    lemma = table.lemmas.get(word, "")
    inflected = word != lemma or word in table.uninflected or analysis.words[i - 1].lower.endswith("s")
    noun = analysis.words[i - 1].lower in analysis.language.sources.articles or analysis.words[i - 1].lower.endswith("ed")
    return lemma in table.counting and inflected and not noun


def _tally(analysis: Analysis, sentence: Sentence, verb: int, taken: Sequence[Span]) -> RawAttribution | None:
    words = analysis.words
    subject = _subject(analysis, sentence, verb)
    if subject is None or not _number_follows(analysis, sentence, verb):
        return None
    first = verb + 1 + (words[verb + 1].lower == "to")
    content = trimmed(Span(words[first].start, _clause_end(analysis, sentence, first)), analysis.content)
    source = Span(words[subject].start, words[_last(analysis, subject, verb)].end)
    cue = Span(words[_last(analysis, subject, verb) + 1].start, words[first - 1].end)
    if content is None or any(overlap(span, other) for span in (content, source, cue) for other in taken):
        return None
    return RawAttribution((source,), (cue,), (content,), SURE)


def _subject(analysis: Analysis, sentence: Sentence, verb: int) -> int | None:
    """The word at which the subject of a verb begins: after the last comma, colon or conjunction before it."""
    words, table = analysis.words, analysis.language.cues
    begin = verb
    while begin > sentence.first and words[begin - 1].text[0] not in ",;:—–(" and words[begin - 1].lower not in table.clauses:
        begin -= 1
    last = _last(analysis, begin, verb)
    if not begin <= last < verb or last - begin >= SUBJECT:
        return None
    named = words[begin].text[0].isupper() or words[begin].lower in analysis.language.sources.articles
    verbs = any(words[i].lower in table.lemmas and words[i].lower.endswith("ed") for i in range(begin, last + 1))
    return begin if named and not verbs and words[begin].text[0].isalpha() else None


def _last(analysis: Analysis, begin: int, verb: int) -> int:
    """The last word of a subject, before the auxiliaries of its verb."""
    last = verb - 1
    while last >= begin and analysis.words[last].lower in analysis.language.cues.auxiliaries:
        last -= 1
    return last


def _number_follows(analysis: Analysis, sentence: Sentence, verb: int) -> bool:
    """Whether a number begins within reach and before any other clause: at once, or behind "at"."""
    words, table = analysis.words, analysis.language.cues
    level = words[verb].lower in table.uninflected
    for i in range(verb + 1, min(sentence.last, verb + 1 + REACH)):
        level = level and words[i].lower not in table.levels
        if words[i].text[0] in ",;:" or words[i].lower in table.complementisers:
            return False
        if words[i].text[0].isdigit() and (i <= verb + 3 or words[verb].lower in table.uninflected):
            return not level and (i + 1 == sentence.last or words[i + 1].text[0] != "%")
    return False


def _clause_end(analysis: Analysis, sentence: Sentence, first: int) -> int:
    words = analysis.words
    for i in range(first, sentence.last - 1):
        if words[i].text[0] in ";" or (words[i].text == "," and words[i + 1].lower in analysis.language.cues.clauses):
            return words[i].start
    return words[sentence.last - 1].end
