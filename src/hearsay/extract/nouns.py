"""Sources that are no names: the head of a noun phrase, and the kind of source that it tells (annotation rule 14)."""

from collections.abc import Sequence

from ..analyse import Word
from ..lang.tables import Sources
from ..model import SourceKind

_PLURALS = ("men", "women", "people", "children", "police", "clergy", "fishermen")


def head_words(words: Sequence[Word], table: Sources) -> Sequence[Word]:
    """The words of a noun phrase up to its head: everything before the first preposition, relative or comma."""
    head: list[Word] = []
    known = speaking(table)
    for word in words:
        if head and (word.lower in table.links or word.lower in table.definite):
            break
        if head and word.lower.endswith(table.participles) and _among(head[-1], known):
            break  # "spokesmen representing the owners"
        if word.text[0].isalnum():
            head.append(word)
    while len(head) > 1 and head[-1].text.isdigit():
        head.pop()  # "investigating judge 40"
    while len(head) > 1 and head[-1].text.islower() and not _among(head[-1], known):
        if not any(_among(word, known) for word in head[:-1]):
            break
        head.pop()  # a participle behind the noun ("a diplomat briefed on ...")
    return head


def _among(word: Word, known: frozenset[str]) -> bool:
    """Whether a noun, or the one that it is the plural of, is among some."""
    return bare(word) in known or bare(word).removesuffix("s") in known


def speaking(table: Sources) -> frozenset[str]:
    """Every noun that tells a kind of source."""
    return table.roles | table.anonymous | table.collective | table.documents | table.media | table.bodies


def bare(word: Word) -> str:
    """A noun in small letters without a possessive ending."""
    return word.lower.removesuffix("'s").removesuffix("’s").rstrip("'’")


def plural(noun: str) -> bool:
    """Whether a noun names several."""
    return (noun.endswith("s") and not noun.endswith("ss")) or noun.endswith(_PLURALS)


def kind_of(head: Sequence[Word], words: Sequence[Word], table: Sources) -> SourceKind | None:
    """The kind that a head noun and the words about it tell; None where no table knows the noun."""
    noun = bare(head[-1]) if head else ""
    every = {word.lower for word in words}
    if noun in table.anonymous or (every & table.unnamed and noun not in table.media):
        return SourceKind.ANONYMOUS
    if noun in table.documents:
        return SourceKind.DOCUMENT
    if noun in table.roles:
        return _former(noun) if every & table.former else SourceKind.ROLE
    if noun in table.media:
        return SourceKind.MEDIA
    if noun in table.collective and noun.removesuffix("s") in table.bodies and not (plural(noun) or _one(words, table)):
        return SourceKind.INSTITUTION  # "the guard", but "a guard", "guards"
    if noun not in table.collective and (noun in table.bodies or noun.removesuffix("s") in table.bodies):
        return SourceKind.INSTITUTION
    if head and head[0].lower in table.singles:
        return SourceKind.ANONYMOUS
    if noun in table.many:
        return SourceKind.COLLECTIVE
    if noun in table.collective:
        if noun in table.witnesses and any(word.lower in table.bodies for word in head[:-1]):
            return SourceKind.ROLE  # "police experts"
        return _of_people(noun, head, table)
    return None


def _one(words: Sequence[Word], table: Sources) -> bool:
    """Whether a noun phrase is about somebody new."""
    return words[0].lower in table.indefinite


def _former(noun: str) -> SourceKind:
    """Who held an office and holds it no more."""
    return SourceKind.COLLECTIVE if plural(noun) else SourceKind.ANONYMOUS


def _of_people(noun: str, head: Sequence[Word], table: Sources) -> SourceKind:
    """One of the people, or a counted few, is an anonymous source; many are a collective."""
    if plural(noun):
        few = head[0].lower in table.few and noun not in table.witnesses
        return SourceKind.ANONYMOUS if few else SourceKind.COLLECTIVE
    alone = head[0].lower in table.articles or len(head) == 1 or bare(head[-1]) != head[-1].lower
    return SourceKind.ANONYMOUS if alone or any(word.lower.endswith(("'s", "’s")) for word in head) else SourceKind.COLLECTIVE


def fallback(head: Sequence[Word], words: Sequence[Word], named: bool, table: Sources) -> SourceKind:
    """The kind of a noun that no table knows: one behind an article is somebody, several are a collective; a capital makes a
    body of it; a name that stands with it makes it somebody's."""
    noun = bare(head[-1]) if head else ""
    small = bool(head) and head[-1].text[0].islower()
    first = words[0].lower if words else ""
    owned = any(word.lower.endswith(("'s", "’s")) for word in head[:-1])
    if small and plural(noun):
        return SourceKind.ANONYMOUS if first in table.few else SourceKind.COLLECTIVE
    if small and (first in table.articles or owned):
        if named and not owned and first not in table.indefinite:
            return SourceKind.ROLE if noun.endswith(table.person_endings) else SourceKind.INSTITUTION
        return SourceKind.ANONYMOUS
    if words and words[0].text[0].isupper() and len(words) <= 2:
        return SourceKind.COLLECTIVE if plural(noun) and not named and len(head) < 2 else SourceKind.INSTITUTION
    return SourceKind.INSTITUTION if not small and head else SourceKind.COLLECTIVE
