"""Sources that are no names: the head of a noun phrase, and the kind of source that it tells (annotation rule 14)."""

from collections.abc import Sequence

from ..analyse import Word
from ..lang.tables import Sources
from ..model import SourceKind

_PLURALS = ("men", "women", "people", "children", "police", "clergy", "fishermen", "family", "crowd", "population", "public")


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
    if noun in table.anonymous or (every & table.unnamed and noun not in table.media) or _withheld(noun, head, words, table):
        return SourceKind.ANONYMOUS
    if noun in table.documents:
        return SourceKind.ANONYMOUS if noun in table.hearsay and len(words) == 1 else SourceKind.DOCUMENT
    if noun in table.roles and noun in table.bodies and not plural(noun) and words[0].lower in table.definite:
        return SourceKind.INSTITUTION  # "the guard", but "a guard", "guards"
    if is_office(noun, table):
        return _former(noun, words, table) if every & table.former else SourceKind.ROLE
    if noun in table.media:
        return SourceKind.MEDIA
    if noun not in table.collective and (noun in table.bodies or noun.removesuffix("s") in table.bodies):
        return SourceKind.INSTITUTION
    if head and head[0].lower in table.singles:
        return SourceKind.ANONYMOUS
    if noun in table.many:
        return SourceKind.COLLECTIVE
    if noun in table.collective:
        if noun in table.serving_as and _somebodys(head[:-1], table):
            return SourceKind.ROLE  # "police experts", "her observers"
        return _of_people(noun, head, table)
    return None


def is_office(noun: str, table: Sources) -> bool:
    """Whether a noun is an office or a trade: one that is known, or one with such an ending ("the lamp-keeper")."""
    return noun in table.roles or (noun.endswith(table.trade_ends) and noun not in table.collective)


def _withheld(noun: str, head: Sequence[Word], words: Sequence[Word], table: Sources) -> bool:
    """Whether what stands behind a noun for somebody says that the name is known and kept ("close to the talks")."""
    behind = {word.lower for word in words if head and word.start > head[-1].start}
    return bool(behind & table.withheld) and noun not in table.bodies | table.media | table.documents | table.many


def _somebodys(before: Sequence[Word], table: Sources) -> bool:
    """Whether the words before a noun tell for whom its people work."""
    owners = (table.first | table.singular | table.plural | table.neuter) - {"this"}
    return any(
        word.lower in table.bodies or word.lower in owners or word.text[0].isupper() or word.lower.endswith(("'s", "’s"))
        for word in before
    )


def _former(noun: str, words: Sequence[Word], table: Sources) -> SourceKind:
    """Who held an office and holds it no more."""
    if plural(noun):
        return SourceKind.COLLECTIVE
    return SourceKind.ROLE if words[0].lower in table.definite else SourceKind.ANONYMOUS


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
    if small and first in table.definite and not named and noun.endswith(table.person_endings):
        return SourceKind.ROLE
    if small and (first in table.articles or owned):
        if named and not owned and first not in table.indefinite:
            return SourceKind.ROLE if noun.endswith(table.person_endings) else SourceKind.INSTITUTION
        return SourceKind.ANONYMOUS
    if words and words[0].text[0].isupper() and len(words) <= 2:
        return SourceKind.COLLECTIVE if plural(noun) and not named and len(head) < 2 else SourceKind.INSTITUTION
    return SourceKind.INSTITUTION if not small and head else SourceKind.COLLECTIVE
