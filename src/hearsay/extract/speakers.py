"""Who speaks: from a source's own words to the fullest name in the document, and to the kind of the source.

Annotation rules 13 and 14. Anonymous sources keep their description and are never merged with anybody named.
"""

import re
from collections.abc import Sequence

from ..analyse import Analysis, Word
from ..model import Source, SourceKind, Span
from .acronyms import INITIALS
from .described import meant
from .dialogue import Turns
from .known import Known, Spoken
from .names import Kind, Name
from .nouns import bare, fallback, head_words, kind_of, speaking
from .pronouns import BODIES, Pronouns

_POSSESSIVE = re.compile(r"[’']s?\Z", re.IGNORECASE)
_EDGES = " ,[]"
_WIDEST = 6
"""Words of a source of which only the article was found."""


class Speakers:
    """Resolves the sources of one text, in the order of the text; it remembers who spoke before."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.known = Known(analysis)
        self.table = analysis.language.sources
        self.turns = Turns(analysis)
        self.pronouns = Pronouns(self.known, self.turns, self.describe)

    def resolve(self, spans: Sequence[Span], around: Source | None, content: Sequence[Span] = ()) -> Source | None:
        """The source that stands at `spans`; `around` is the speaker of the attribution that encloses it, `content` what it
        says, in which no pronoun for it looks for its name."""
        if not spans:
            return None
        found_at = tuple(spans)
        words = unbracketed([word for span in spans for word in self.known.words_at(span)])
        if len(words) == 1 and words[0].lower in self.table.definite | self.table.indefinite - self.table.many:
            spans = (self._widened(spans[0]), *spans[1:])
            words = unbracketed(self.known.words_at(spans[0]))
        self.known.telling = around.name if around is not None and self._direct(spans[0]) else ""
        self.pronouns.content = content
        found = self._insert(words) or self.pronouns.meant(words, spans[0], around)
        found = found or self._named(words, spans) or self._noun(words, spans)
        source = Source(found.name, found.kind, found_at)
        self.known.before.append(Spoken(source, self.known.sentence(spans[0].start), spans[0], around is not None))
        return source

    def _direct(self, span: Span) -> bool:
        """Whether a source stands in somebody's own words: in quotation marks, or in a turn."""
        paragraph = self.analysis.paragraphs[self.analysis.sentences[self.known.sentence(span.start)].paragraph]
        turn = self.analysis.content.startswith("[", paragraph.start)
        return turn or bool(self.analysis.quoted[span.start]) or bool(self.turns.speaker(span.start))

    def _insert(self, words: Sequence[Word]) -> Source | None:
        """The last speaker, where an editor's mark stands for one: what follows "[begin recording]" is in his words."""
        if words and all(word.lower in self.table.inserts for word in words):
            return next((spoken.source for spoken in reversed(self.known.before) if not spoken.inside), None)
        return None

    def _widened(self, article: Span) -> Span:
        """An article that was taken for a source, with the noun phrase that it begins."""
        words = self.known.words
        first = self.analysis.words_in(article.start, article.end).start
        end = first + 1
        while end < min(len(words), first + _WIDEST) and (words[end].text[0].isalnum() or words[end].text[0] in "’'"):
            if words[end].lower in self.table.ends or words[end].lower in self.analysis.language.cues.lemmas:
                break
            end += 1
        return Span(article.start, words[end - 1].end)

    def describe(self, span: Span) -> Source:
        """Whoever is named at `span`, without remembering it as a speaker."""
        words = self.known.words_at(span)
        found = self._named(words, (span,)) or self._noun(words, (span,))
        return Source(found.name, found.kind, (span,))

    def is_own(self, source: Source) -> bool:
        """Whether a source is the page's own outlet."""
        return source.kind is SourceKind.OUTLET or self.known.is_own(source.name)

    # --- names and nouns --------------------------------------------------------------------------

    def _named(self, words: Sequence[Word], spans: Sequence[Span]) -> Source | None:
        """A person named in the source, unless somebody speaks for them; else whose name is the head."""
        said = _POSSESSIVE.sub("", self.known.said(spans).strip(_EDGES))
        if self.known.own and self.known.is_own(_without_article(said, self.table.articles)) and said[:1].isupper():
            return self.known.own
        inside = self._heard(words, spans)
        head = head_words(words, self.table)
        if head and bare(head[-1]) in self.table.anonymous:
            return None
        persons = [name for name in inside if self._is_person(words, name) and not self._behind_link(words, name)]
        if persons:
            return self.known.person(next((name for name in persons if name.kind is Kind.PERSON), persons[0]))
        for name in inside:
            if head and name.span.start <= head[-1].start < name.span.end and not self._is_noun(head[-1], name):
                return self.known.of_name(name)
        if inside and self._apposed(words, inside[-1]):
            return Source(inside[-1].full, SourceKind.PERSON)
        return None

    def _heard(self, words: Sequence[Word], spans: Sequence[Span]) -> list[Name]:
        """The names in a source, but for those in brackets and in a relative clause."""
        starts = {word.start for word in words}
        clause = next((word.start for word in words[1:] if word.lower in self.table.relative), None)
        every = [name for span in spans for name in self.known.names_in(span) if self.known.words[name.first].start in starts]
        return [name for name in every if clause is None or name.span.start < clause]

    def _apposed(self, words: Sequence[Word], name: Name) -> bool:
        """Whether a name of one word ends a source behind a noun for a person and a comma ("her eldest, Ilo")."""
        rest = [word for word in words if word.start >= name.span.end and word.text[0].isalnum()]
        before = [word.lower for word in words if word.start < name.span.start]
        one = name.kind is Kind.UNKNOWN and " " not in name.words
        return one and not rest and before[-1:] == [","] and before.count(",") == 1

    def _is_person(self, words: Sequence[Word], name: Name) -> bool:
        """Whether a name is a person's: said so, or two words or more, none of them a common one, behind no article and no
        preposition."""
        if name.kind is not Kind.UNKNOWN or len(name.full.split()) == 1:
            return name.kind is Kind.PERSON
        before = [word.lower for word in words if word.start < name.span.start]
        if before and (before[-1] in self.table.articles or before[-1] in self.table.links - {","}):
            return False
        if before and before[0] in self.table.articles and not any(word in speaking(self.table) for word in before):
            return False
        head = head_words(words, self.table)
        governed = bool(head) and head[-1].start >= name.span.end and bare(head[-1]) in speaking(self.table)
        return not governed and not self.known.is_common(name) and self.known.may_be_called(name)

    def _is_noun(self, head: Word, name: Name) -> bool:
        """Whether a head inside a capitalised stretch is the noun of an office ("Interior Ministry Spokesman")."""
        return head.lower in self.table.roles - self.table.bodies and name.kind is not Kind.PERSON

    def _behind_link(self, words: Sequence[Word], name: Name) -> bool:
        """Whether a name only qualifies a noun before it ("a spokesman for Mr X", "X's lawyer")."""
        before = [word.lower for word in words if word.start < name.span.start]
        listed = before[-1:] and before[-1] in self.table.pairs
        if "," in before and not listed and not self._two_offices(before):  # an apposition names whoever stands before it
            before = before[len(before) - before[::-1].index(",") :]
        after = self.analysis.content[name.span.end : name.span.end + 2].lower()
        nouns = speaking(self.table) - self.table.media
        possessive = after in ("'s", "’s") and any(word.start > name.span.end + 1 for word in words)
        linked = any(w in nouns for w in before) and any(w in self.table.behalf for w in before)
        return possessive or (linked and not self._holds_office(words, before, name))

    def _two_offices(self, before: Sequence[str]) -> bool:
        """Whether an office is tied to another one ("an aide to the commander, N. N.": the commander is N. N.)."""
        nouns = [i for i, word in enumerate(before) if word in self.table.roles]
        return len(nouns) > 1 and any(word in self.table.serving for word in before[nouns[0] : nouns[-1]])

    def _holds_office(self, words: Sequence[Word], before: Sequence[str], name: Name) -> bool:
        """Whether a name stands behind its office and what that is of: "secretary of government N. N.", "President of the
        Council N. N.", but "a spokesman for the president of the Council, N. N."."""
        if before[0] in self.table.articles or name.kind is not Kind.PERSON:
            return False
        names = self.analysis.language.names
        last = words[len(before) - 1] if before[-1] != "," else None
        joined = last is not None and (last.lower in names.institutions or last.lower in self.table.bodies)
        return joined or (bool(name.title) and name.title.lower() not in names.titles and " " not in name.title)

    def _noun(self, words: Sequence[Word], spans: Sequence[Span]) -> Source:
        """By what the words mean in this text, else by the head noun; documents speak for the body that is named with them."""
        if known := meant(self.known, words, spans[0]):
            return known
        table = self.table
        said = _POSSESSIVE.sub("", self.known.said(spans).strip(_EDGES))
        head = head_words(words, table)
        kind = kind_of(head, words, table) or self._explained(spans)
        inside = self._heard(words, spans)
        if kind is SourceKind.DOCUMENT:
            return self._issuer(words, head, inside, spans[0]) or Source(said, kind)
        if kind is SourceKind.ROLE and bare(head[-1]) in table.hosts and self.known.own and self._of_own(inside, words):
            return self.known.own
        return Source(said, kind or fallback(head, words, bool(inside), table))

    def _explained(self, spans: Sequence[Span]) -> SourceKind | None:
        """A body, where the source gives the initials of its name in brackets."""
        words = [word for span in spans for word in self.known.words_at(span)]
        short = any(
            before.text in "([" and INITIALS.fullmatch(word.text) and after.text in ")]"
            for before, word, after in zip(words, words[1:], words[2:], strict=False)
        )
        return SourceKind.INSTITUTION if short else None

    def _of_own(self, inside: Sequence[Name], words: Sequence[Word]) -> bool:
        """Whether a reporter is the page's own."""
        return words[0].lower in self.table.first or any(self.known.is_own(name.full) for name in inside)

    def _issuer(self, words: Sequence[Word], head: Sequence[Word], inside: Sequence[Name], span: Span) -> Source | None:
        """The body whose document it is: named with it, or called by a noun ("a report issued by the army", "its report")."""
        if any(word.lower in self.table.obtained for word in words):
            return None
        if writer := next((name for name in inside if self._wrote(name, words, head)), None):
            return self.known.person(writer)
        body = next((name for name in inside if name.kind is Kind.INSTITUTION or self.known.is_medium(name)), None)
        if body is not None:
            return self.known.of_name(body)
        if words[0].lower in self.table.neuter | self.table.plural:
            return self.pronouns.recent(span, BODIES - {SourceKind.DOCUMENT}, Kind.INSTITUTION, None)
        nouns = (self.table.bodies | self.table.media) - self.table.press
        if bare(head[-1]) not in self.table.issued:
            return None
        clause = next((i for i, word in enumerate(words) if i and word.lower in self.table.relative), len(words))
        for i, word in enumerate(words[:clause]):
            if bare(word) in nouns and word.start != head[-1].start:
                first = self._begin(words, i)
                span = Span(words[first].start, word.start + len(bare(word)))
                kind = SourceKind.MEDIA if bare(word) in self.table.media else SourceKind.INSTITUTION
                return self._named(words[first : i + 1], (span,)) or Source(self.known.said((span,)), kind)
        return None

    def _wrote(self, name: Name, words: Sequence[Word], head: Sequence[Word]) -> bool:
        """Whether a document is a person's: "N. N.'s own post", "a letter by N. N."."""
        if not self.known.may_be_person(name) and self.known.of_name(name).kind is not SourceKind.PERSON:
            return False
        owns = self.analysis.content[name.span.end : name.span.end + 2].lower() in ("'s", "’s") and name.span.end < head[-1].start
        before = [word.lower for word in words if head[-1].start < word.start < name.span.start]
        return owns or before[-1 - len(name.title.split()) :][:1] == ["by"]

    def _begin(self, words: Sequence[Word], i: int) -> int:
        """Where the noun phrase begins whose head is word `i`."""
        while i > 0 and words[i - 1].text[0].isalnum() and words[i - 1].lower not in self.table.behalf | {"by"}:
            i -= 1
        return i


def unbracketed(words: Sequence[Word]) -> list[Word]:
    """The words of a source but for what stands in brackets, unless that is all."""
    kept: list[Word] = []
    depth = 0
    for word in words:
        if word.text in "([":
            depth += 1
        elif word.text in ")]" and depth:
            depth -= 1
        elif not depth:
            kept.append(word)
    return kept or list(words)


def _without_article(said: str, articles: frozenset[str]) -> str:
    first, _, rest = said.partition(" ")
    return rest if rest and first.lower() in articles else said
