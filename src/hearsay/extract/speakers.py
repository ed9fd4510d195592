"""Who speaks: from a source's own words to the fullest name in the document, and to the kind of the source.

Annotation rules 13 and 14. Anonymous sources keep their description and are never merged with anybody named.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from ..analyse import Analysis, Word
from ..model import Source, SourceKind, Span
from .names import Kind, Name, names

LOOK_BACK = 4
"""Sentences that a pronoun may look back over."""
_KINDS = {Kind.PERSON: SourceKind.PERSON, Kind.INSTITUTION: SourceKind.INSTITUTION, Kind.UNKNOWN: SourceKind.INSTITUTION}
_PLURALS = frozenset({"people", "men", "women", "children", "police"})
_UNNAMED = frozenset({SourceKind.ROLE, SourceKind.ANONYMOUS, SourceKind.COLLECTIVE})
_POSSESSIVE = re.compile(r"[’']s?\Z")
_SINGULAR = frozenset({SourceKind.PERSON, SourceKind.ROLE, SourceKind.ANONYMOUS})
_BODIES = frozenset({SourceKind.INSTITUTION, SourceKind.MEDIA, SourceKind.DOCUMENT})


@dataclass(frozen=True, slots=True)
class Spoken:
    """A resolved source and where in the text it spoke (sentence number, code point)."""

    source: Source
    sentence: int
    at: int


class Speakers:
    """Resolves the sources of one text, in the order of the text; it remembers who spoke before."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.names = names(analysis)
        self._starts = [name.span.start for name in self.names]
        self._sentences = [sentence.start for sentence in analysis.sentences]
        self.before: list[Spoken] = []

    def resolve(self, spans: Sequence[Span], around: Source | None) -> Source | None:
        """The source that stands at `spans`; `around` is the speaker of the attribution that encloses it."""
        if not spans:
            return None
        words = [self.analysis.words[i] for span in spans for i in self.analysis.words_in(span.start, span.end)]
        said = " ".join(" ".join(self.analysis.content[span.start : span.end] for span in spans).split())
        found = self._pronoun(words, spans[0], around) or self._named(words, spans) or self._noun(words, spans, said)
        source = Source(found.name, found.kind, tuple(spans))
        self.before.append(Spoken(source, self._sentence(spans[0].start), spans[0].start))
        return source

    def describe(self, span: Span) -> Source:
        """Whoever is named at `span`, without remembering it as a speaker."""
        words = [self.analysis.words[i] for i in self.analysis.words_in(span.start, span.end)]
        said = " ".join(self.analysis.content[span.start : span.end].split())
        found = self._named(words, (span,)) or self._noun(words, (span,), said)
        return Source(found.name, found.kind, (span,))

    # --- pronouns ---------------------------------------------------------------------------------

    def _pronoun(self, words: Sequence[Word], span: Span, around: Source | None) -> Source | None:
        table = self.analysis.language.sources
        if not words or (len(words) > 1 and words[0].lower not in table.first):
            return None
        word = words[0].lower
        if word in table.first and len(words) == 1:
            return around or Source(self.analysis.outlet or words[0].text, SourceKind.OUTLET)
        if word in table.relative:
            return self._antecedent(span)
        if word in table.singular:
            return self._recent(span, _SINGULAR, Kind.PERSON)
        if word in table.plural:
            return self._recent(span, frozenset(SourceKind) - _SINGULAR | {SourceKind.ROLE}, Kind.INSTITUTION)
        if word in table.neuter:
            return self._recent(span, _BODIES, Kind.INSTITUTION)
        return None

    def _antecedent(self, pronoun: Span) -> Source | None:
        """What stands right before a relative pronoun."""
        for name in reversed(self._names_before(pronoun.start)):
            gap = self.analysis.content[name.span.end : pronoun.start]
            if gap.strip(" ,") == "":
                return self._of_name(name)
            break
        numbers = self.analysis.words_in(self.analysis.sentences[self._sentence(pronoun.start)].start, pronoun.start)
        table = self.analysis.language.sources
        for i in reversed(numbers):
            if self.analysis.words[i].lower in table.articles:
                span = Span(self.analysis.words[i].start, self.analysis.words[numbers[-1]].end)
                return self.describe(Span(span.start, _before_comma(self.analysis.content, span)))
        return None

    def _recent(self, pronoun: Span, kinds: frozenset[SourceKind], wanted: Kind) -> Source | None:
        """The latest speaker of these kinds; but a name of the wanted kind that came up since, as the first of its
        sentence, goes before."""
        here = self._sentence(pronoun.start)
        spoken = next(
            (
                s
                for s in reversed(self.before)
                if s.source.kind in kinds
                and here - s.sentence <= LOOK_BACK
                and not (wanted is Kind.PERSON and s.source.kind is not SourceKind.PERSON and self._several(s.source))
            ),
            None,
        )
        for name in reversed(self._names_before(pronoun.start)):
            at = self._sentence(name.span.start)
            if here - at > LOOK_BACK or (spoken is not None and name.span.start <= spoken.at):
                break
            if name.kind is wanted and self._leads(name, at):
                return self._of_name(name)
        return spoken.source if spoken else None

    def _several(self, source: Source) -> bool:
        """Whether an unnamed source is more than one person ("officials")."""
        head: list[str] = []
        for word in source.name.lower().split():
            if word in self.analysis.language.sources.links and head:
                break
            head.append(word.strip(","))
        return bool(head) and _plural(head[-1])

    def _leads(self, name: Name, sentence: int) -> bool:
        """Whether a name is the first of its kind in its sentence (the likely subject)."""
        start = self.analysis.sentences[sentence].start
        return not any(
            other.kind is name.kind
            for other in self.names[bisect_left(self._starts, start) : bisect_left(self._starts, name.span.start)]
        )

    # --- names and nouns --------------------------------------------------------------------------

    def _named(self, words: Sequence[Word], spans: Sequence[Span]) -> Source | None:
        """A person named in the source, unless somebody speaks for them; else a body whose name is the head."""
        inside = [name for span in spans for name in self._names_in(span)]
        for name in inside:
            if self._is_person(words, name) and not self._behind_link(words, name):
                return self._person(name)
        head = self._head_words(words)
        for name in inside:
            if head and name.span.start <= head[-1].start < name.span.end and not self._is_noun(head[-1], name):
                return self._of_name(name)
        return None

    def _is_person(self, words: Sequence[Word], name: Name) -> bool:
        """Whether a name is a person's: said so, or two words or more behind no article and no preposition."""
        if name.kind is not Kind.UNKNOWN or len(name.full.split()) == 1:
            return name.kind is Kind.PERSON
        table = self.analysis.language.sources
        before = [word.lower for word in words if word.start < name.span.start]
        return not before or not (before[-1] in table.articles or before[-1] in table.links - {","})

    def _person(self, name: Name) -> Source:
        """A name in a person's place; two capitalised words may still be the outlet's own name, or a medium's."""
        if name.kind is Kind.PERSON:
            return self._of_name(name)
        known = self._of_name(name)
        return known if known.kind in (SourceKind.OUTLET, SourceKind.MEDIA) else Source(name.full, SourceKind.PERSON)

    def _is_noun(self, head: Word, name: Name) -> bool:
        """Whether a head inside a capitalised stretch is the noun of an office ("Interior Ministry Spokesman")."""
        return head.lower in self.analysis.language.sources.roles and name.kind is not Kind.PERSON

    def _behind_link(self, words: Sequence[Word], name: Name) -> bool:
        """Whether a name only qualifies a noun before it ("a spokesman for Mr X", "X's lawyer")."""
        before = [word.lower for word in words if word.start < name.span.start]
        if "," in before:  # an apposition names whoever stands before it
            before = before[len(before) - before[::-1].index(",") :]
        after = self.analysis.content[name.span.end : name.span.end + 2]
        table = self.analysis.language.sources
        possessive = after in ("'s", "’s") and any(word.start > name.span.end + 1 for word in words)
        nouns = table.roles | table.anonymous | table.collective | table.documents | table.bodies
        linked = any(w in nouns for w in before) and any(w in table.behalf for w in before)
        return possessive or linked

    def _of_name(self, name: Name) -> Source:
        table = self.analysis.language.sources
        last = {word.lower() for word in name.full.split()}
        if name.full == self.analysis.outlet:
            return Source(name.full, SourceKind.OUTLET)
        if name.kind is not Kind.PERSON and last & table.media and not last & {"ministry"}:
            return Source(name.full, SourceKind.MEDIA)
        return Source(name.full, _KINDS[name.kind])

    def _noun(self, words: Sequence[Word], spans: Sequence[Span], said: str) -> Source:
        """By the head noun; documents speak for the body that is named with them."""
        table = self.analysis.language.sources
        head = self._head_words(words)
        noun = head[-1].lower.removesuffix("'s").removesuffix("’s") if head else ""
        every = {word.lower for word in words}
        said = _POSSESSIVE.sub("", said.strip(" ,"))
        definite = bool(words) and words[0].lower in table.articles and words[0].lower not in table.indefinite
        if definite and len(words) <= 3:
            known = (self._holder(noun, spans[0]) if noun in table.roles else None) or self._described(noun, spans[0])
            if known is not None:
                return known
        if noun in table.anonymous or (every & table.unnamed and noun not in table.media):
            return Source(said, SourceKind.ANONYMOUS)
        if noun in table.documents:
            body = next((n for span in spans for n in self._names_in(span) if n.kind is not Kind.PERSON), None)
            return self._of_name(body) if body else Source(said, SourceKind.DOCUMENT)
        if noun in table.roles:
            return Source(said, SourceKind.ROLE)
        if noun in table.media:
            return Source(said, SourceKind.MEDIA)
        if noun in table.bodies or noun.removesuffix("s") in table.bodies:
            full = self._body(noun, spans[0]) if definite and len(words) <= 2 else None
            return full or Source(said, SourceKind.INSTITUTION)
        if head and head[0].lower in table.singles:
            return Source(said, SourceKind.ANONYMOUS)
        single = bool(words) and (words[0].lower in table.indefinite or words[0].lower in table.articles)
        if noun in table.collective and single and not _plural(noun):
            return Source(said, SourceKind.ANONYMOUS)
        if noun in table.collective or (noun.endswith("s") and not noun[:1].isupper()):
            return Source(said, SourceKind.COLLECTIVE)
        return Source(said, self._fallback(words, spans))

    def _fallback(self, words: Sequence[Word], spans: Sequence[Span]) -> SourceKind:
        inside = [name for span in spans for name in self._names_in(span)]
        if inside:
            return SourceKind.ROLE if words and words[0].text.islower() else _KINDS[inside[0].kind]
        return SourceKind.INSTITUTION if words and words[0].text[0].isupper() and len(words) <= 2 else SourceKind.COLLECTIVE

    def _described(self, noun: str, span: Span) -> Source | None:
        """The latest speaker that was described with this noun and more ("the source" after "a source close to ...")."""
        for spoken in reversed(self.before):
            words = spoken.source.name.lower().split()
            if spoken.at < span.start and spoken.source.kind in _UNNAMED and noun in words and len(words) > 2:
                return spoken.source
        return None

    def _holder(self, noun: str, span: Span) -> Source | None:
        """The person that was introduced with this office ("the spokesman" after "Army spokesman N. N.")."""
        for name in reversed(self._names_before(span.start)):
            person = name.kind is Kind.PERSON or (name.kind is Kind.UNKNOWN and len(name.full.split()) > 1)
            if person and (noun in name.title.lower().split() or self._appositive(name, noun)):
                return self._person(name)
        return None

    def _appositive(self, name: Name, noun: str) -> bool:
        before = self.analysis.content[max(0, name.span.start - 60) : name.span.start].split(".")[-1].lower()
        if before.rstrip().endswith(",") and noun in before.replace(",", " ").split():
            return True
        after = self.analysis.content[name.span.end : name.span.end + 60]
        return after.startswith(",") and noun in after.split(".")[0].lower().replace(",", " ").split()[:6]

    def _body(self, noun: str, span: Span) -> Source | None:
        for name in reversed(self._names_before(span.start)):
            if name.kind is Kind.INSTITUTION and noun in name.full.lower().split():
                return self._of_name(name)
        return None

    def _head_words(self, words: Sequence[Word]) -> Sequence[Word]:
        """The words of a noun phrase up to its head: everything before the first preposition, relative or comma."""
        head: list[Word] = []
        table = self.analysis.language.sources
        for word in words:
            if word.lower in self.analysis.language.sources.links and head:
                break
            if word.text[0].isalnum():
                head.append(word)
        known = table.roles | table.anonymous | table.collective | table.documents | table.media | table.bodies
        while len(head) > 1 and head[-1].text.islower() and head[-1].lower not in known:
            if not any(word.lower in known for word in head[:-1]):
                break
            head.pop()  # a participle behind the noun ("a diplomat briefed on ...")
        return head

    # --- places -----------------------------------------------------------------------------------

    def _names_in(self, span: Span) -> Sequence[Name]:
        first = max(0, bisect_left(self._starts, span.start) - 1)
        return [n for n in self.names[first : bisect_left(self._starts, span.end)] if n.span.end > span.start]

    def _names_before(self, position: int) -> Sequence[Name]:
        return self.names[: bisect_left(self._starts, position)]

    def _sentence(self, position: int) -> int:
        return max(0, bisect_left(self._sentences, position + 1) - 1)


def _plural(noun: str) -> bool:
    return (noun.endswith("s") and not noun.endswith("ss")) or noun in _PLURALS


def _before_comma(content: str, span: Span) -> int:
    """The end of a span without a comma and blanks at its end."""
    return span.start + len(content[span.start : span.end].rstrip(" ,"))
