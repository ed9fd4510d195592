"""The same statement by several: claims that need not be figures, aligned by who did what.

Two statements are laid beside each other by their content words as stems, their names and their numbers, each weighted by how
rare it is among the statements compared. They are related only where enough of both is shared, a name or a number among it, where
no number differs, and where two names do not change places around the verb. Then:

- `says-the-same`: nothing turns or loosens one of them alone;
- `denies`: one is denied or negated and the other is not (left denies right);
- `qualifies`: one is loosened ("partly", "may") and the other is not (left is the looser one).

Precision comes before recall: what lies below LEAST is left out. What was measured stands in evals/statements.py.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from math import log

from ..claims.base import Claim
from ..lang.en import ENGLISH
from ..model import Attribution, Polarity, Relation
from .judged import Judged
from .relations import Stand

LEAST = 0.6
"""The confidence below which no relation is drawn."""
MOST = 200
"""A word in more statements than this opens no comparison."""
_WORD = re.compile(r"\d[\d,.]*\d|[^\W_]+(?:[-'’][^\W_]+)*")
_LINE = " … "
"""Between the stretches of a content (`View.words`)."""
_NAME_WEIGHT = 1.5
_WHOLE = 4
"""Stems of a statement that is told word for word, at which neither name nor number is asked for."""
_MINIMUM = 3
_HEAD = 48
"""Code points up to which an early stretch is taken for what is left of a page's head."""
"""Stems that a statement must have to be compared at all."""

_WHO = ENGLISH.who
_NUMBERS = ENGLISH.numbers
Weight = Callable[[str], float]


@dataclass(frozen=True)
class Statement:
    """What is compared of a statement: its `stems` in order, which of them are `names`, its `numbers`, whether it is `denied`
    (by its speaker or by a word in it) and `hedged`. `words` are those that the stems stand for, as written."""

    id: str
    text: str
    stems: tuple[str, ...]
    names: frozenset[str]
    numbers: frozenset[int]
    denied: bool = False
    hedged: bool = False
    passive: bool = False
    words: tuple[str, ...] = ()


def statement(claim: Claim) -> Statement:
    """A claim's content as it is compared. Raises `TypeError` for what is no attribution."""
    one = claim.finding
    if not isinstance(one, Attribution):
        raise TypeError(f"{claim.id} is no attribution but {type(one).__name__}")
    by_speaker = one.polarity is Polarity.DENIED or (one.cue is not None and one.cue.shade == "denies")
    found = of_words(claim.words)
    hedged = found.hedged or (one.cue is not None and one.cue.shade == "doubts")
    return Statement(
        claim.id,
        one.text,
        found.stems,
        found.names,
        found.numbers,
        by_speaker != found.denied,
        hedged,
        found.passive,
        found.words,
    )


def of_words(words: str) -> Statement:
    """Some words as they are compared; `id` and `text` are ""."""
    tokens = _WORD.findall(_without_head(words))
    lower = [token.lower() for token in tokens]
    kept = [(token, low) for token, low in zip(tokens, lower, strict=True) if low not in _WHO.ordinary and not _number(low)]
    telling = [(token, low) for token, low in kept if low not in _WHO.negations and low not in _WHO.hedges]
    stems = tuple(stem(low) for _, low in telling)
    begins = bool(kept) and kept[0][0] == tokens[0]
    names = frozenset(stem(low) for token, low in kept[begins:] if token[:1].isupper())
    names |= _first_name(kept) if begins else frozenset()
    numbers = frozenset(value for low in lower if (value := _number(low)))
    turned = sum(low in _WHO.negations for low in lower) % 2 == 1
    hedged = any(token in _WHO.hedges for token in tokens)  # as written: "may" loosens, "May" does not
    passive = any(low in _WHO.passive for low in lower)
    return Statement("", "", stems, names, numbers, turned, hedged, passive, tuple(token for token, _ in telling))


def rarity(every: Iterable[Statement]) -> Weight:
    """Weights by how rare a stem is among some statements: the logarithm of their number by that of those that have it."""
    known = list(every)
    counts = Counter(one for each in known for one in set(each.stems))
    total = len(known) + 1
    return lambda word: log(total / (counts[word] + 0.5)) if counts[word] else log(2 * total)


def likeness(left: Statement, right: Statement, weight: Weight) -> float:
    """How much of two statements is shared, 0 to 1: the weight of the stems of both by that of the stems of either, each side by
    itself and the smaller of the two."""
    one, two = set(left.stems), set(right.stems)
    if min(len(one), len(two)) < _MINIMUM:
        return 0.0
    names = left.names | right.names
    shared = _sum(one & two, names, weight)
    return min(shared / _sum(one, names, weight), shared / _sum(two, names, weight))


def aligned(left: Statement, right: Statement) -> bool:
    """Whether two statements may tell of one doing: they share a name or a number and something besides; their numbers do not
    differ; no word of one stands where the other has another; and two names that both have do not change places."""
    shared = set(left.stems) & set(right.stems)
    if left.numbers - right.numbers and right.numbers - left.numbers:
        return False
    if left.stems == right.stems and len(shared) >= _WHOLE:
        return True
    if not shared & left.names & right.names and left.numbers.isdisjoint(right.numbers):
        return False
    if len(shared - (left.names | right.names)) < 1:
        return False
    if set(left.stems) - shared and set(right.stems) - shared:
        return False
    return _in_order(left, right, shared & (left.names | right.names))


def relate(left: Statement, right: Statement, weight: Weight) -> Stand | None:
    """How two statements stand to each other; None where they are not the same statement, or not surely enough. The order of the
    two does not matter but for their places in the answer."""
    if left.text == right.text and left.text:
        return None
    sure = round(likeness(left, right, weight), 2)
    if sure < LEAST or not aligned(left, right):
        return None
    shared = sorted(set(left.stems) & set(right.stems), key=lambda word: (-weight(word), word))[:4]
    reason = f"both tell of {', '.join(_as_written(word, left, right) for word in shared)}"
    if left.denied != right.denied:
        denier, said = (left, right) if left.denied else (right, left)
        return Stand(denier.id, said.id, Relation.DENIES, f"{reason}; one denies it", sure)
    if left.hedged != right.hedged:
        looser, said = (left, right) if left.hedged else (right, left)
        return Stand(looser.id, said.id, Relation.QUALIFIES, f"{reason}; one says less", sure)
    first, second = sorted((left.id, right.id))
    return Stand(first, second, Relation.SAYS_THE_SAME, reason, sure)


def _as_written(stem: str, left: Statement, right: Statement) -> str:
    """The shorter of the words that a stem stands for in two statements."""
    found = [word for one in (left, right) for each, word in zip(one.stems, one.words, strict=False) if each == stem]
    return min(found, key=lambda word: (len(word), word), default=stem)


def same_statements(claims: Iterable[Claim], judged: Judged | None = None, weight: Weight | None = None) -> list[Stand]:
    """The relations between the statements of different reports, sorted. Only those that share a word that few have are
    compared."""
    return related((statement(one) for one in claims if isinstance(one.finding, Attribution)), judged, weight)


def related(statements: Iterable[Statement], judged: Judged | None = None, weight: Weight | None = None) -> list[Stand]:
    """The same of statements as they are compared, which take less room than claims."""
    every = {one.id: one for one in statements}
    word = judged or Judged()
    rare = weight or rarity(every.values())
    found = (relate(every[left], every[right], rare) for left, right in sorted(_pairs(list(every.values()))))
    kept = [one for one in found if one is not None and one.relation is not None]
    drawn = [one for one in kept if word.leaves({one.left}, {one.right}, one.relation or Relation.SAYS_THE_SAME)]
    said = {frozenset((one.left, one.right)) for one in drawn}
    for (left, right), relations in word.accepted.items():
        if left in every and right in every and frozenset((left, right)) not in said:
            drawn.append(Stand(left, right, sorted(relations)[0], "a person says so", 1.0, (), judged=True))
    return sorted(drawn, key=lambda one: (one.left, one.right))


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """What stands for a word and its other forms, and for other words for the same: "shelled", "shelling" -> "shell"."""
    for end, instead in _WHO.stems:
        if word.endswith(end) and len(word) - len(end) >= 3:
            word = word.removesuffix(end) + instead
            break
    return _WHO.alike.get(word, word)


def _pairs(every: Sequence[Statement]) -> Iterator[tuple[str, str]]:
    """Pairs of statements of different reports that share two words, of which each is in at most MOST statements."""
    having: defaultdict[str, list[Statement]] = defaultdict(list)
    for one in every:
        for word in set(one.stems):
            having[word].append(one)
    shared: Counter[tuple[str, str]] = Counter()
    for known in having.values():
        if len(known) <= MOST:
            shared.update(
                (min(one.id, two.id), max(one.id, two.id)) for one, two in combinations(known, 2) if one.text != two.text
            )
    return (pair for pair, count in shared.items() if count >= 2)


def _in_order(left: Statement, right: Statement, names: set[str]) -> bool:
    """Whether the names that two statements share come in one order, or in another where one of the two names whoever did it
    last."""
    one, two = _named(left, names), _named(right, names)
    if min(len(one), len(two)) < 2 or left.passive == right.passive:
        return " ".join(one) == " ".join(two)
    return one != two


def _named(one: Statement, names: set[str]) -> list[str]:
    """The names of a statement in order, words that follow each other as one name."""
    found: list[str] = []
    open_name = False
    for word in one.stems:
        if word in names:
            found = [*found[:-1], f"{found[-1]} {word}"] if open_name else [*found, word]
        open_name = word in names
    return list(dict.fromkeys(found))


def _without_head(words: str) -> str:
    """A content without stretches before its last that hold no verb: what is left of a page's head."""
    stretches = words.split(_LINE)
    return _LINE.join(one for at, one in enumerate(stretches) if at == len(stretches) - 1 or len(one) > _HEAD)


def _sum(stems: set[str], names: frozenset[str], weight: Weight) -> float:
    return sum(weight(word) * (_NAME_WEIGHT if word in names else 1) for word in sorted(stems)) or 1.0


def _first_name(kept: Sequence[tuple[str, str]]) -> frozenset[str]:
    """The first word, where it is a name and not only the first of its sentence: nothing but its capitals tells."""
    if not kept:
        return frozenset()
    token, low = kept[0]
    general = ENGLISH.names.common | ENGLISH.sources.bodies | ENGLISH.sources.roles | _WHO.generic
    return frozenset({stem(low)}) if token[:1].isupper() and low not in general and low not in _WHO.statuses else frozenset()


def _number(word: str) -> int:
    """The number that a word stands for; 0 for none."""
    digits = word.replace(",", "")
    if digits.isdigit():
        return int(digits)
    return _NUMBERS.units.get(word, 0) if word not in ("one", "zero") else 0
