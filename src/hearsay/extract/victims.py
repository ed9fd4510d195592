"""One person by name: the office before the name or the apposition after it tells whom the figure counts."""

from ..analyse import Word
from ..lang.figure_tables import Harm
from ..model import Modifier
from .names import Kind, Name
from .phrases import Counted, agent, extent, noun, phrase

APPOSED = 12
"""Words of an apposition past its noun at most."""
OFFICE = 6
"""Words of an office before a name at most."""


def named_person(words: tuple[Word, ...], name: Name, first: int, last: int, harm: Harm) -> Counted | None:
    """The count that a name makes, None where it names no single person: a body, a place of one word, a dateline."""
    begin = _office(words, name.first, first, harm)
    known = begin < name.first or name.full.casefold() != name.words.casefold()
    if name.kind is Kind.INSTITUTION or (name.kind is Kind.UNKNOWN and name.last - name.first < 2 and not known):
        return None
    after = words[name.last].lower if name.last < last else ""
    if after in harm.objects | harm.place_nouns | harm.bodies:  # "San Rafael school"
        return None
    if name.last - name.first > 1 and all(words[k].text.isupper() for k in range(name.first, name.last)):  # a dateline
        return None
    end, who = name.last, extent(words, begin, name.first)
    if told := _apposed(words, name.last, last, harm):
        end, who = told[1], who or extent(words, *told)
    return Counted(begin, end, name.span, 1, 1, Modifier.EXACT, "name", who=who, head=name.words, name=name)


def _office(words: tuple[Word, ...], name: int, first: int, harm: Harm) -> int:
    """The first word of the office before a name ("former junta member"), or the name's own."""
    if name == first or noun(words[name - 1].lower) not in harm.person | harm.persons:
        return name
    begin = name - 1
    while begin > first and begin > name - OFFICE and _belongs(words[begin - 1], harm, "." in words[begin - 2].text[:-1]):
        begin -= 1
    return begin


def _belongs(word: Word, harm: Harm, initials: bool) -> bool:
    """Whether a word may stand before the noun of an office."""
    if word.text == ".":
        return initials
    lower = word.lower
    if not word.text[0].isalpha() or lower in harm.victims or (lower,) in harm.triggers:
        return False
    if lower in harm.stops or lower in harm.reporting or lower in harm.singles:
        return False
    return not word.lower.endswith(harm.participles) or word.lower in harm.attributes


def _apposed(words: tuple[Word, ...], end: int, last: int, harm: Harm) -> tuple[int, int] | None:
    """First word and end of the apposition after a name: ", 38, a lawyer", ", leader of the Dockers"."""
    if end + 1 >= last or words[end].text != ",":
        return None
    at = end + 1
    if words[at].text.isdecimal() and at + 2 < last and words[at + 1].text == ",":
        at += 2
    article = words[at].lower in harm.singles
    begin, head, stop = phrase(words, at + article, last, harm, single=True)
    if stop == begin or not (head in harm.person or agent(head, harm)):
        return None
    plain = all(words[k].lower not in harm.of for k in range(begin, stop))
    if plain and stop + 1 < last and words[stop].lower in harm.joins and words[stop + 1].lower in harm.person:
        stop = phrase(words, stop + 1, last, harm, single=True)[2]
    after = words[stop].lower if stop < last else "."
    if after in harm.prepositions and (comma := _next_comma(words, stop, last)):  # "aide to the consul in Brin, was wounded"
        stop, after = comma, ","
    if after in harm.joins or not (article or not after[0].isalnum() or after in harm.be | harm.relatives):
        return None
    return begin, stop


def _next_comma(words: tuple[Word, ...], at: int, last: int) -> int:
    """The comma that ends an apposition, or 0."""
    for k in range(at, min(last, at + APPOSED)):
        if words[k].text == ",":
            return k
        if words[k].text in {";", ":", "."} or words[k].text.isdecimal():
            return 0
    return 0
