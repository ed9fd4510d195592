"""Whom a text names and who has spoken so far: what a source's own words are looked up in."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..analyse import Analysis, Word
from ..lang.tables import Sources
from ..model import Source, SourceKind, Span
from .acronyms import SHORTEST
from .casing import cased, is_common
from .names import Kind, Name, names

_KINDS = {Kind.PERSON: SourceKind.PERSON, Kind.INSTITUTION: SourceKind.INSTITUTION, Kind.UNKNOWN: SourceKind.INSTITUTION}
_BRACKETS = re.compile(r"\s*\(([^)]*)\)")
_WORDS = re.compile(r"\w+")
_OFFICE = 6
"""Words of an apposition in which an office is looked for."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """A resolved source and where in the text it spoke (sentence number, code point); `span` holds its own words there.
    `inside`: whether it spoke in somebody else's words."""

    source: Source
    sentence: int
    span: Span
    inside: bool = False

    @property
    def at(self) -> int:
        return self.span.start


class Known:
    """The names of one text, its own outlet, and its speakers in the order in which they speak."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.table = analysis.language.sources
        self.words = cased(analysis)
        self.names = names(analysis)
        self.before: list[Spoken] = []
        self.telling = ""
        """In whose own words the source at hand stands: whoever is "I" there is not "he" or "the mayor"."""
        self._starts = [name.span.start for name in self.names]
        self._sentences = [sentence.start for sentence in analysis.sentences]
        self._openings = frozenset(self._sentences)
        self._places = frozenset(_places(self.words, self.names, self.table))
        self._media = frozenset(_media(self.words, self.names, analysis, self._places))
        self.own = own_voice(analysis)
        self._heads = _heads(self.own.name if self.own else "", self.table.links)

    # --- places -----------------------------------------------------------------------------------

    def words_at(self, span: Span) -> Sequence[Word]:
        """The words that begin in a span, as they would be written with small letters and capitals; a common word does not
        keep the capital that it has at the start of its sentence."""
        numbers = self.analysis.words_in(span.start, span.end)
        found = list(self.words[numbers.start : numbers.stop])
        if found and found[0].text[0].isupper() and found[0].start in self._openings:
            opening = found[0]
            if is_common(opening.lower, self.analysis.language.names):
                found[0] = replace(opening, text=opening.lower)
        return found

    def said(self, spans: Sequence[Span]) -> str:
        """The text of some spans on one line."""
        return " ".join(" ".join(self.analysis.content[span.start : span.end] for span in spans).split())

    def names_in(self, span: Span) -> Sequence[Name]:
        """The names that overlap a span."""
        first = max(0, bisect_left(self._starts, span.start) - 1)
        return [n for n in self.names[first : bisect_left(self._starts, span.end)] if n.span.end > span.start]

    def names_before(self, position: int) -> Sequence[Name]:
        """The names that begin before a code point, in order of place."""
        return self.names[: bisect_left(self._starts, position)]

    def sentence(self, position: int) -> int:
        """The number of the sentence that a code point stands in or behind."""
        return max(0, bisect_left(self._sentences, position + 1) - 1)

    # --- names ------------------------------------------------------------------------------------

    def of_name(self, name: Name) -> Source:
        """Who bears a name, as far as its words and its place in the text tell."""
        if self.is_own(name.full) and self.own:
            return self.own
        noun = self.words[name.first - 1] if name.first else None
        if self.is_medium(name):
            return Source(self._with_noun(name, noun), SourceKind.MEDIA)
        if name.kind is not Kind.PERSON:
            one = len(name.full.split()) == 1
            body = self._behind_body(noun) or self._called(name) in self.table.bodies
            if name.kind is Kind.UNKNOWN and one and name.full not in self._places and not body:
                return Source(name.full, SourceKind.PERSON)
        return Source(name.full, _KINDS[name.kind])

    def is_medium(self, name: Name) -> bool:
        """Whether a name is an outlet's: by one of its words, or by the noun before it ("the newspaper N")."""
        words = {word.lower() for word in name.full.split()}
        if name.kind is Kind.PERSON and (name.title or words.isdisjoint(self.table.media)):
            return self._called(name) in self.table.media and not name.title
        if words & self.table.media or (" " in name.full and name.full.lower().split()[-1] in self.table.mastheads):
            return words.isdisjoint(self.table.offices)
        if name.full in self._media or self._before_noun(name):
            return True
        if (called := self._called(name)) and called in self.table.media - self.table.roles:
            return True
        before = self.words[name.first - 1] if name.first else None
        return (
            before is not None
            and before.text.islower()
            and before.lower in self.table.media
            and before.lower not in self.table.roles
        )

    def _before_noun(self, name: Name) -> bool:
        """Whether a noun for a medium stands right behind a name ("Lantern magazine")."""
        after = self.words[name.last] if name.last < len(self.words) else None
        if after is None or name.kind is Kind.PERSON or after.start != name.span.end + 1 or not after.text.islower():
            return False
        return after.lower in self.table.media - self.table.roles - self.table.press

    def _called(self, name: Name) -> str:
        """The noun of an apposition behind a name: "channel" for "Ridge Line, a messaging channel, ..."."""
        after = self.words[name.last : name.last + _OFFICE]
        if len(after) < 3 or after[0].text != "," or after[1].lower not in self.table.indefinite:
            return ""
        noun = ""
        for word in after[2:]:
            if not word.text[0].isalnum() or word.lower in self.table.links:
                break
            noun = word.lower
        return noun

    def _with_noun(self, name: Name, noun: Word | None) -> str:
        broadcast = self.table.media & self.analysis.language.names.institutions
        own = not self.table.media.isdisjoint(name.words.lower().split())
        if (
            noun is not None
            and not own
            and noun.lower in broadcast
            and name.full == name.words
            and noun.end + 1 == name.span.start
        ):
            return self.said([Span(noun.start, name.span.end)])
        return name.full

    def _behind_body(self, noun: Word | None) -> bool:
        """Whether a noun for a body, the definite article or a preposition stands right before a name."""
        if noun is None:
            return False
        linked = noun.lower in self.table.links and noun.text[0].isalpha()
        return linked or noun.lower in self.table.bodies or noun.lower in self.table.definite

    def may_be_person(self, name: Name) -> bool:
        """Whether a name of several words may be a person's though nothing says so: no place, and no part of a body's name
        that goes on in small letters or with a number, as at the head of a report."""
        if name.kind is not Kind.UNKNOWN or " " not in name.words or name.full in self._places:
            return name.kind is Kind.PERSON
        after = self.words[name.last : name.last + 3]
        institutions = self.analysis.language.names.institutions
        for word in after:
            if word.lower in self.table.links and word.text[0].isalpha():
                return True
            if not word.text[0].isalpha():
                return not (word.text == "," and len(after) > 1 and after[1].text.isdigit())
            if word.lower in institutions:
                return False
        return True

    def is_common(self, name: Name) -> bool:
        """Whether each word of a name is a common one ("City Hall")."""
        table = self.analysis.language.names
        words = (word.lower.removesuffix("'s").removesuffix("’s") for word in self.words[name.first : name.last])
        return all(is_common(word, table) for word in words)

    def may_be_called(self, name: Name) -> bool:
        """Whether a person may bear a name that nothing explains: not if its first word is a common one that is no first name
        ("Free Tide")."""
        first = self.words[name.first].lower
        return first in self.table.given or not is_common(first, self.analysis.language.names)

    def person(self, name: Name) -> Source:
        """A name in a person's place; two capitalised words may still be the outlet's own name, or a medium's."""
        known = self.of_name(name)
        kept = name.kind is Kind.PERSON or known.kind in (SourceKind.OUTLET, SourceKind.MEDIA) or known is self.own
        return known if kept else Source(name.full, SourceKind.PERSON)

    def office(self, name: Name, noun: str, modifiers: Sequence[str] = ()) -> bool:
        """Whether a person is introduced with an office: before the name, or in an apposition about it. A vice president is
        no president, unless `modifiers` say so."""
        title = name.title.lower().split()
        if noun in title:
            at = name.first - len(title) + title.index(noun) - 1
            lesser = self.words[at].lower if at >= 0 else ""
            return lesser not in self.table.lesser or lesser in modifiers
        lower = [word.lower for word in self.words[max(0, name.first - 2 * _OFFICE) : name.first]]
        if lower and lower[-1] == "," and noun in lower[-_OFFICE - 1 :] and "." not in lower[-_OFFICE - 1 :]:
            return True
        after = [word.lower for word in self.words[name.last : name.last + _OFFICE + 1]]
        return after[:1] == [","] and noun in after and "." not in after[: after.index(noun)]

    # --- the page's own voice ---------------------------------------------------------------------

    def is_own(self, words: str) -> bool:
        """Whether words are the outlet's name, or the head of it ("the Standard" for the Harbour Standard)."""
        said = tuple(_WORDS.findall(words.casefold()))
        return bool(said) and said in self._heads

    def last(self, kinds: frozenset[SourceKind], before: int) -> Source | None:
        """The latest speaker of some kinds before a code point."""
        heard = (s.source for s in reversed(self.before) if s.at < before and s.source.name != self.telling)
        return next((source for source in heard if source.kind in kinds), None)


def own_voice(analysis: Analysis) -> Source | None:
    """The page's own voice: its outlet, or the body whose text is given in translation. None where no outlet is known."""
    name = _BRACKETS.sub("", analysis.outlet).strip()
    if not name:
        return None
    marks = {word for found in _BRACKETS.findall(analysis.outlet) for word in _WORDS.findall(found.lower())}
    given = bool(marks & analysis.language.sources.translated)
    return Source(name, SourceKind.INSTITUTION) if given else Source(analysis.outlet, SourceKind.OUTLET)


def _heads(outlet: str, links: frozenset[str]) -> frozenset[tuple[str, ...]]:
    """An outlet's name, and the last word of it and of what stands before its first preposition."""
    words = tuple(_WORDS.findall(outlet.casefold()))
    cut = next((i for i, word in enumerate(words) if word in links and i), len(words))
    whole = {words, words[1:]} if words and words[0] in {"the", "a"} else {words}
    short = "".join(word[0] for word in words)
    initials = (short,) if len(words) > 1 and len(short) >= SHORTEST else ()
    return frozenset(one for one in (*whole, words[-1:] if cut == len(words) else (), words[cut - 1 : cut], initials) if one)


def _places(words: Sequence[Word], found: Sequence[Name], table: Sources) -> Iterator[str]:
    """Names of one word that stand somewhere where a place or a state would: "in N", "N troops", in the name of a body."""
    nouns = table.bodies | table.roles | table.media
    for name in found:
        if name.kind is Kind.INSTITUTION and " " in name.words:
            yield from name.words.split()
        elif " " not in name.words:
            before = words[name.first - 1].lower if name.first else ""
            after = words[name.last].lower if name.last < len(words) else ""
            if before in table.within or (after in nouns and words[name.last].start == name.span.end + 1):
                yield name.full
        elif name.kind is Kind.UNKNOWN and name.first and words[name.first - 1].lower in table.within:
            yield name.full


def _media(words: Sequence[Word], found: Sequence[Name], analysis: Analysis, places: frozenset[str]) -> Iterator[str]:
    """Names that no word of theirs explains, of what does what media do: it prints or carries something, has reporters or
    readers, or was told something though it has an article as no person has ("told the Evening Gong")."""
    table = analysis.language.sources
    for name in found:
        if name.kind is not Kind.UNKNOWN or name.title:
            continue
        after = words[name.last].lower if name.last < len(words) else ""
        owns = name.span.end < words[name.last - 1].end and after in table.pressmen
        article = name.first > 0 and words[name.first - 1].lower in table.definite
        anybody = " " in name.full and not article and not is_common(words[name.first].lower, analysis.language.names)
        if (
            owns
            or (after in table.publishing and not anybody)
            or (name.full not in places and _was_told(words, name.first, analysis))
        ):
            yield name.full


def _was_told(words: Sequence[Word], first: int, analysis: Analysis) -> bool:
    """Whether the name at word `first` has an article and was told something, or was talked with in an interview."""
    table = analysis.language.sources
    if first < 2 or words[first - 1].lower not in table.definite:
        return False
    before = words[first - 2].lower
    told = analysis.language.cues.lemmas.get(before) in table.told
    return told or (before in table.toward and first > 2 and words[first - 3].lower in table.interviews)
