"""Whom a pronoun means: "I" in somebody's words, "you" in an interview, "he", "they", "it", "who"."""

from bisect import bisect_left
from collections.abc import Callable, Sequence

from ..analyse import OPENING, Word
from ..model import Source, SourceKind, Span
from .dialogue import Turns
from .known import Known, Spoken
from .names import Kind, Name
from .nouns import bare, head_words, plural

LOOK_BACK = 4
"""Sentences that a pronoun may look back over."""
BODIES = frozenset({SourceKind.INSTITUTION, SourceKind.MEDIA, SourceKind.DOCUMENT, SourceKind.OUTLET})
"""Kinds of speakers that are "it"."""
_EDGES = " ,[]"
_SINGULAR = frozenset({SourceKind.PERSON, SourceKind.ROLE, SourceKind.ANONYMOUS})
_SEVERAL = frozenset(SourceKind) - _SINGULAR - {SourceKind.OUTLET} | {SourceKind.ROLE, SourceKind.ANONYMOUS}
_SUBJECT = 4
"""Words of a noun phrase at the start of a sentence that a pronoun may mean."""


class Pronouns:
    """Resolves pronouns by what is known of one text; `describe` tells who stands at a span."""

    def __init__(self, known: Known, turns: Turns, describe: Callable[[Span], Source]) -> None:
        self.known = known
        self.turns = turns
        self.analysis = known.analysis
        self.table = known.table
        self._describe = describe
        self.content: Sequence[Span] = ()
        """What the source at hand says: whoever is named in it first is somebody else."""
        self._genders: dict[str, str] = {}
        """Whom a "he" or a "she" has meant already."""
        self._gender = ""
        """What the pronoun at hand tells."""

    def meant(self, words: Sequence[Word], span: Span, around: Source | None) -> Source | None:
        """Whom a source means that is a pronoun, or ends in a relative one; None for other sources."""
        table = self.table
        if not words or (len(words[0].text) > 1 and words[0].text.isupper()):  # "WHO"
            return None
        if len(words) > 1 and words[-1].lower in table.selves:
            words = words[:-1]  # "he himself"
        word = words[0].lower
        if len(words) > 1:
            return self._antecedent(words, span) if words[-1].lower in table.relative and words[-2].text == "," else None
        if word in table.first:
            return self._first(span, around)
        if word in table.second:
            other = self.turns.other(span.start)
            return Source(other, SourceKind.PERSON) if other else None
        if word in table.relative:
            return self._antecedent(words, span)
        if word in table.singular:
            self._gender = self._of_word(word)
            found = self.recent(span, _SINGULAR, Kind.PERSON, around) or self._anybody(span)
            if found and self._gender:
                self._genders[found.name] = self._gender
            return found or Source(self.known.said((span,)), SourceKind.ANONYMOUS)
        self._gender = ""
        if word in table.plural:
            several = self.recent(span, _SEVERAL, Kind.INSTITUTION, around)
            return several or Source(self.known.said((span,)), SourceKind.COLLECTIVE)
        if word in table.neuter:
            body = self.recent(span, BODIES, Kind.INSTITUTION, around)
            return body or Source(self.known.said((span,)), SourceKind.INSTITUTION)
        return None

    def _of_word(self, word: str) -> str:
        """What a pronoun or a noun tells of somebody: "m", "f", or nothing."""
        return "m" if word in self.table.male else "f" if word in self.table.female else ""

    def _other_gender(self, name: str, title: str = "") -> bool:
        """Whether the pronoun at hand cannot mean somebody: by an earlier pronoun, or by the noun of a description or title."""
        if not self._gender:
            return False
        words = [word.strip(",").lower() for word in name.split()]
        cut = next((i for i, word in enumerate(words) if i and word in self.table.links), len(words))
        noun = words[cut - 1] if words and words[0] in self.table.articles | self.table.indefinite else ""
        told = self._genders.get(name) or self._of_word(noun) or next(filter(None, map(self._of_word, title.lower().split())), "")
        return bool(told) and told != self._gender

    def _anybody(self, span: Span) -> Source | None:
        """The last person that spoke, however long ago: in a portrait "she" is whom it portrays."""
        return self.known.last(frozenset({SourceKind.PERSON}), span.start)

    def _first(self, span: Span, around: Source | None) -> Source:
        """Who "I" is: whose words are being told, whose turn it is, who was quoted last, or the page itself."""
        if around is not None:
            return around
        if turn := self.turns.speaker(span.start):
            return Source(turn, SourceKind.PERSON)
        if self.analysis.quoted[span.start] and self.known.before:
            return self.known.before[-1].source
        return self.known.own or Source(self.known.said((span,)), SourceKind.OUTLET)

    def _antecedent(self, words: Sequence[Word], pronoun: Span) -> Source | None:
        """What stands right before a relative pronoun."""
        if len(words) > 1:
            return self._describe(Span(words[0].start, words[-3].end)) if len(words) > 2 else None
        start = self.analysis.sentences[self.known.sentence(pronoun.start)].start
        before = self.known.names_before(pronoun.start)
        if before and self._gap(before[-1].span.end, pronoun.start) == "":
            person = next((n for n in reversed(before) if self._fits(n, Kind.PERSON) and n.span.start >= start), None)
            who = words[0].lower in self.table.who and before[-1].kind is not Kind.PERSON
            return self.known.person(person) if who and person else self.known.of_name(before[-1])
        numbers = self.analysis.words_in(start, pronoun.start)
        for i in reversed(numbers):
            if self.known.words[i].lower in self.table.by:
                return self._describe(Span(self.known.words[i + 1].start, self.known.words[numbers[-1]].end))
            if self.known.words[i].lower in self.table.articles:
                span = Span(self.known.words[i].start, self.known.words[numbers[-1]].end)
                return self._describe(Span(span.start, _before_comma(self.analysis.content, span)))
        return None

    def _gap(self, start: int, end: int) -> str:
        """What stands between a name and a pronoun, commas and "himself" apart."""
        words = self.analysis.content[start:end].lower().replace(",", " ").split()
        return " ".join(word for word in words if word not in self.table.selves and word.strip(_EDGES))

    def recent(self, pronoun: Span, kinds: frozenset[SourceKind], wanted: Kind, around: Source | None) -> Source | None:
        """The latest speaker of these kinds; but a name of the wanted kind that came up since, as the first of its
        sentence, goes before, and so does somebody who is no name but the subject of a sentence."""
        here = self.known.sentence(pronoun.start)
        heard = (s for s in reversed(self.known.before) if around is not None or not s.inside)
        spoken = next((s for s in heard if self._may_mean(s, here, kinds, wanted)), None)
        since = spoken.at if spoken is not None else -1
        for name in reversed(self.known.names_before(pronoun.start)):
            at = self.known.sentence(name.span.start)
            if here - at > LOOK_BACK or name.span.start <= since:
                break
            if self._said(name.span.start) or (wanted is Kind.PERSON and self._other_gender(name.full, name.title)):
                continue
            if name.full != self.known.telling and self._fits(name, wanted) and self._leads(name, at):
                if wanted is Kind.PERSON:
                    return self._subject(pronoun, at, here, name.span.start) or self.known.person(name)
                if SourceKind.OUTLET in kinds or not self.known.is_own(name.full):
                    return self.known.of_name(name)
        nearer = self._subject(pronoun, here - 1, here, since) if wanted is Kind.PERSON else None
        return nearer or (spoken.source if spoken else None)

    def _fits(self, name: Name, wanted: Kind) -> bool:
        """Whether a pronoun for somebody, or for a body, may mean a name."""
        if name.kind is not Kind.UNKNOWN or wanted is not Kind.PERSON or " " not in name.words:
            return name.kind is wanted
        before = self.known.words[name.first - 1].lower if name.first else ""
        told = name.first > 1 and self.known.words[name.first - 2].lower in self.analysis.language.cues.openers
        placed = before in self.table.articles or before in self.table.links - {","}
        return (told or not placed) and self.known.may_be_person(name) and not self.known.is_common(name)

    def _may_mean(self, spoken: Spoken, here: int, kinds: frozenset[SourceKind], wanted: Kind) -> bool:
        source = spoken.source
        if source.kind not in kinds or here - spoken.sentence > LOOK_BACK or source.name == self.known.telling:
            return False
        if wanted is Kind.PERSON and self._other_gender(source.name):
            return False
        unnamed = source.kind in (SourceKind.ROLE, SourceKind.ANONYMOUS)
        return not unnamed or self._several(source) is (wanted is not Kind.PERSON)

    def _subject(self, pronoun: Span, first: int, here: int, since: int) -> Source | None:
        """Somebody without a name with whom a sentence begins ("A ferryman hid in the reeds. He ...")."""
        for number in range(here, max(first, here - 1, 0) - 1, -1):
            sentence = self.analysis.sentences[number]
            inner = (i + 1 for i in range(sentence.last - 1, sentence.first, -1) if self.known.words[i].text in OPENING)
            first_word = next(inner, sentence.first)  # a quotation begins like a sentence
            words = self.known.words[first_word : first_word + _SUBJECT]
            if not words or words[0].start < since or words[0].lower not in self.table.articles or self._said(words[0].start):
                continue
            if same := next((s.source for s in self.known.before if s.at == words[0].start), None):
                fits = same.kind in _SINGULAR and not self._several(same) and not self._other_gender(same.name)
                return same if fits else None
            head = head_words(words, self.table)
            at = next((i for i, word in enumerate(head) if i and bare(word) in self.table.roles | self.table.collective), 0)
            if at and self._gender and self._of_word(bare(head[at])) not in ("", self._gender):
                continue
            if at and not plural(bare(head[at])) and head[at].end < pronoun.start and head[at].lower == bare(head[at]):
                return self._describe(Span(words[0].start, head[at].end))
        return None

    def _several(self, source: Source) -> bool:
        """Whether an unnamed source is more than one person ("officials")."""
        head: list[str] = []
        for word in source.name.lower().split():
            if word in self.table.links and head:
                break
            head.append(word.strip(","))
        return bool(head) and plural(head[-1])

    def _said(self, position: int) -> bool:
        """Whether a code point stands in what the source at hand says."""
        return any(span.start <= position < span.end for span in self.content)

    def _leads(self, name: Name, sentence: int) -> bool:
        """Whether a name is the first of its kind in its sentence (the likely subject)."""
        start = self.analysis.sentences[sentence].start
        inside = self.known.names_before(name.span.start)
        return not any(other.kind is name.kind for other in inside[bisect_left([n.span.start for n in inside], start) :])


def _before_comma(content: str, span: Span) -> int:
    """The end of a span without a comma and blanks at its end."""
    return span.start + len(content[span.start : span.end].rstrip(" ,"))
