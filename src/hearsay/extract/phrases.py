"""Those who are counted, and their noun phrases: first word, head and end."""

from dataclasses import dataclass

from ..analyse import Word
from ..lang.figure_tables import Harm
from ..model import Modifier, Span
from .bonds import hit_at
from .names import Name

REACH = 9
"""Words of a noun phrase at most, to either side of its "of"."""


@dataclass(frozen=True, slots=True)
class Counted:
    """Words [lead, last): modifiers, number, noun phrase. `span` is the number expression (an article or a name for one
    person), `who` the noun phrase, None for none. `kind` is "number", "one", "the one" or "name"; `back` says that it points
    back ("3 of them"); `end` is where the phrase stops, its of-phrase included."""

    lead: int
    end: int
    span: Span
    low: int | None
    high: int | None
    modifier: Modifier
    kind: str
    who: Span | None = None
    head: str = ""
    back: bool = False
    name: Name | None = None
    of: bool = False
    """Whether the number is one of some that are not counted ("one of his guards")."""
    inner: bool = False
    """Whether it counts some of a number that follows at once ("two of the three divers")."""
    others: bool = False
    """Whether it counts "others", who need not be of the kind told of before."""


def phrase(
    words: tuple[Word, ...], at: int, last: int, harm: Harm, taken: set[int] | None = None, single: bool = False
) -> tuple[int, str, int]:
    """First word, head noun and end of the noun phrase at word `at`; an empty one has no head."""
    end = _run(words, at, last, harm, single)
    nouns = harm.person if single else harm.persons | harm.objects | harm.person
    known = [i for i in range(at, end) if noun(words[i].lower) in nouns]
    if len(known) > 1 and known[-1] == known[-2] + 1 and words[known[-1]].lower in harm.captives:  # "held 20 diplomats hostages"
        known.pop()
    if known:
        stop = known[-1] + 1
        last_noun = words[stop - 1].lower
        if not single and stop < end and last_noun not in harm.persons | harm.objects and words[stop].lower.endswith("s"):
            stop += 1  # "terrorist criminals"
        compound = stop < end and words[stop].text[0].islower() and not words[stop].lower.endswith(harm.participles)
        if single and ((possessive(words[stop - 1].lower) and not _owns(words, stop, last, harm)) or compound):
            return at, "", at
    elif end == at or (single and not agent(words[end - 1].lower, harm)):
        return at, "", at
    elif single:
        stop = end
    else:
        plural = [i for i in range(at, end) if words[i].lower.endswith("s")]
        stop = plural[0] + 1 if plural else end
        if stop - at > 4:
            return at, "", at
    if taken and any(i in taken for i in range(at, stop)) and words[stop - 1].lower not in nouns:
        return at, "", at
    head = noun(words[stop - 1].lower)
    if not single:
        stop = _joined(words, stop, last, harm)
    return at, head, with_of(words, stop, last, harm)


def _owns(words: tuple[Word, ...], stop: int, last: int, harm: Harm) -> bool:
    """Whether a noun of harm follows a genitive ("the mayor's murder")."""
    hit = hit_at(words, stop, last, harm) if stop < last else None
    return hit is not None and hit.trigger.form in {"noun", "base"}


def agent(lower: str, harm: Harm) -> bool:
    """Whether a word in no table looks like the noun of a person ("announcer")."""
    return len(lower) > 5 and lower.endswith(harm.agents) and lower not in harm.no_agents | harm.objects


def noun(lower: str) -> str:
    """A noun without the ending of its genitive."""
    return lower.partition("’")[0].partition("'")[0]


def _run(words: tuple[Word, ...], at: int, last: int, harm: Harm, single: bool = False) -> int:
    """The end of a run of words that a noun phrase may hold."""
    end = at
    while end < last and end - at < REACH:
        lower = words[end].lower
        if lower in harm.stops or not lower[0].isalnum():
            glued = end > at and end + 1 < last and words[end].start == words[end - 1].end
            if glued and (lower == "-" or (lower == "." and "." in words[end - 1].text)):  # "U.S."
                end += 1
                continue
            break
        if (lower,) in harm.triggers and not _attribute(words, end, last, harm, single):
            break
        plain = lower in harm.heads or (harm.adverb and lower.endswith(harm.adverb))
        if plain and end == at and _before_noun(words, end, last, harm):
            end += 1
            continue
        if lower in harm.heads and (hit := hit_at(words, end, last, harm)) and hit.last > end + 1:
            break
        if lower.isdecimal() and (end + 1 >= last or words[end + 1].text != "-"):
            break
        if harm.adverb and lower.endswith(harm.adverb) and lower not in harm.not_adverbs:
            if single and end == at:  # "a highly respected elder"
                end += 1
                continue
            break
        if end > at and possessive(words[end - 1].lower) and words[end - 1].lower in harm.stops:
            break
        end += 1
    return end


def _before_noun(words: tuple[Word, ...], at: int, last: int, harm: Harm) -> bool:
    """Whether "internally displaced" or the like stands before the noun that it belongs to."""
    near = [word.lower for word in words[at + 1 : min(last, at + 3)]]
    return len(near) == 2 and near[1] in harm.persons and (near[0],) in harm.triggers


def _attribute(words: tuple[Word, ...], at: int, last: int, harm: Harm, single: bool) -> bool:
    """Whether a word of harm stands before the noun that it belongs to ("12 wounded soldiers"), or is itself a noun."""
    form = harm.triggers[(words[at].lower,)].form
    alone = single or (at > 0 and words[at - 1].lower in harm.ones)
    if form == "noun" or (alone and words[at].lower in harm.predicates):
        return True
    following = words[at + 1] if at + 1 < last else words[at]
    named = following.text[0].isupper() and following.lower not in harm.stops
    return following.lower in harm.persons or (named and following.lower.endswith("s") and words[at].text[0].islower())


def possessive(lower: str) -> bool:
    """Whether a word is a genitive."""
    return lower.endswith(("'s", "’s"))


def _joined(words: tuple[Word, ...], stop: int, last: int, harm: Harm) -> int:
    """Past a second noun of the same count: "officers and soldiers", "men, women and children"."""
    while stop + 1 < last:
        person = words[stop + 1].lower in harm.persons or _is_plural(words, stop + 1, last, harm)
        if words[stop].lower in harm.joins and person:
            stop += 2
        elif words[stop].text == "," and stop + 3 < last and words[stop + 1].lower in harm.persons:
            if words[stop + 2].lower not in harm.joins or words[stop + 3].lower not in harm.persons:
                break
            stop += 4
        else:
            break
    return stop


def _is_plural(words: tuple[Word, ...], at: int, last: int, harm: Harm) -> bool:
    """Whether a word in no table looks like the plural of those counted ("printers and binders in custody")."""
    lower = words[at].lower
    ends = (
        at + 1 >= last or not words[at + 1].text[0].isalnum() or words[at + 1].lower in harm.prepositions | harm.be | harm.perfect
    )
    known = lower in harm.stops | harm.objects | harm.reporting or (lower,) in harm.triggers
    return len(lower) > 4 and lower.endswith("ers") and words[at].text.islower() and ends and not known


def with_of(words: tuple[Word, ...], stop: int, last: int, harm: Harm) -> int:
    """Past an of-phrase: "members of the village watch", "soldiers of the Northern Guard"."""
    if stop + 1 >= last or words[stop].lower not in harm.of or words[stop + 1].lower in harm.part_of:
        return stop
    at = stop + 1
    if words[at].lower in harm.definite:
        at += 1
    end = _run(words, at, last, harm)
    while end > at and (words[end - 1].text == "-" or words[end - 1].lower in harm.be):
        end -= 1
    if end > at and words[at].lower[0].isalpha():
        return _past_initials(words, end, last, harm)
    return stop


def _past_initials(words: tuple[Word, ...], end: int, last: int, harm: Harm) -> int:
    """Past the initials of a body in brackets, and where it is of: "of the Reed Farmers' Union (RFU) of Ostrel"."""
    if end + 2 >= last or words[end].text not in {"(", "["}:
        return end
    if words[end + 1].text.isupper() and words[end + 2].text in {")", "]"}:
        return with_of(words, end + 3, last, harm)
    return end


def extent(words: tuple[Word, ...], start: int, end: int) -> Span | None:
    """The code points of words [start, end), without the ending of a genitive; None for no words."""
    if end <= start:
        return None
    last = words[end - 1]
    return Span(words[start].start, last.end - 2 if possessive(last.lower) and last.end - last.start > 2 else last.end)
