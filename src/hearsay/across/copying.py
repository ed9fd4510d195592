"""Copies found in a ledger, and kept as links: each report is compared with those before it that share its prints.

What it costs to add a report does not grow with the ledger but for the depth of an index: `store.prints` bounds how many texts a
print leads to, `copies.candidates` how many are compared. The links that are left out thereby cut no group of copies in
two: a text that is passed over is one that a linked text is linked with.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property, lru_cache

import sqlalchemy as sa

from ..codec import id_of
from ..copies.align import Kind, Passage, Reuse, compare_words
from ..copies.candidates import candidates
from ..copies.direction import Direction, Reason, Side, direction, same_house, side_of
from ..copies.prints import prints_of
from ..copies.words import Words, words_of
from ..model import Link, Reading, Relation, Stance, Text, Verdict
from ..store import between, passages, prints, write
from ..store.between import Between, Paged
from ..store.connect import reading, writing
from ..store.ledger import Ledger
from .aligned import Aligned, aligned, keep

AGENT = "hearsay.copies@1"
"""Who finds copies, in the ledger."""
ORIGINALS = 3
"""Reports that linked ones copied, and with which a text is compared though it shares no print that is looked at."""
LINKS = 12
"""Links of a text with those before it."""
HOUSE = 0.5
"""The part of a report's own words below which what one outlet prints twice is no copy."""
FRAME = 0.3
"""The same for what two reports of unknown outlets have in common at their beginning or their end alone."""
EDGE = 12
"""Words before or behind a passage that is the first or the last thing of an article: a head, a date, a name."""
_WAITING = 500


@dataclass(frozen=True)
class Known:
    """A text as far as copying is concerned, each part made out when it is asked for."""

    page: Paged

    @property
    def n(self) -> int:
        """The text's number in its ledger."""
        return self.page.n

    @property
    def text(self) -> Text:
        """The text itself."""
        return self.page.text

    @property
    def name(self) -> str:
        """The name of its report."""
        return self.page.origin.name

    @cached_property
    def words(self) -> Words:
        """Its words as they are matched."""
        return words_of(self.page.text)

    @cached_property
    def side(self) -> Side:
        """What tells who copied."""
        return side_of(self.page.text, self.page.origin, dated=self.page.dated)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts that share words, and who had them from whom. The left one copied where `direction` tells."""

    left: Known
    right: Known
    reuse: Reuse
    direction: Direction

    @property
    def ids(self) -> frozenset[str]:
        """The ids of the two texts."""
        return frozenset((self.left.text.id, self.right.text.id))

    @property
    def link(self) -> Link:
        """The finding: the copy on the left, or, where nothing tells which it is, the lesser id."""
        relation = Relation.SHARES if self.direction.copier is None else Relation.COPIES
        return Link(self.left.text.id, self.right.text.id, relation)


def find_copies(ledger: Ledger, step: Callable[[str], None] | None = None) -> int:
    """Compares the texts whose prints are not in yet with those before them; how many links are new. It goes on where it was
    stopped; `step` is told the name of each report. A pair that has a link, rejected or not, gets no other."""
    known = lru_cache(maxsize=512)(lambda n: _known(ledger, n))
    found = 0
    while texts := _waiting(ledger):
        for n in texts:
            with writing(ledger.store.engine) as connection:
                found += _add(connection, known(n), known)
            if step is not None:
                step(known(n).name)
    _fill(ledger, known)
    return found


def waiting(ledger: Ledger) -> int:
    """How many texts were not compared yet."""
    with reading(ledger.store.engine) as connection:
        return prints.count(connection)


def pair_of(one: Known, other: Known) -> Pair:
    """Two texts compared, the copy on the left."""
    reuse = compare_words(one.words, other.words)
    told = direction(one.side, other.side) if reuse.copied else _undirected(reuse)
    turn = told.copier == 1 if told.copier is not None else other.text.id < one.text.id
    if turn:
        return Pair(other, one, reuse.swapped(), told.swapped())
    return Pair(one, other, reuse, told)


def aligned_of(link: Between, left: Known, right: Known) -> Aligned:
    """What the texts of a link share, and why it is there: as the reports tell, or because a person said so."""
    made = pair_of(left, right)
    reuse = made.reuse if made.left is left else made.reuse.swapped()
    words = made.direction.words
    if (made.link.left, made.link.relation) == (link.left, link.relation):
        return aligned(reuse, words)
    if reuse.kind is Kind.NONE:
        return aligned(reuse, "so it was said; no passage is found")
    return aligned(reuse, f"so it was said; what the reports tell now: {words}")


def known_in(connection: sa.Connection, text: str | int) -> Known:
    """A text of a ledger, by id or number."""
    return Known(between.paged(connection, text))


def confidence(reuse: Reuse) -> float:
    """How sure it is that two texts have words in common that are no chance: from the number of shared words."""
    counted = reuse.own if reuse.copied else reuse.same
    sure: float = 1 - 0.5 ** (1 + counted / 16)
    return min(0.99, round(sure, 2))


def note(pair: Pair) -> str:
    """What was found, in words."""
    shares = f"{pair.reuse.left_share:.0%} of the left, {pair.reuse.right_share:.0%} of the right"
    return f"{pair.reuse.kind.value}, {pair.reuse.same} words ({shares}); {pair.direction.words}"


def _undirected(reuse: Reuse) -> Direction:
    words = "only quotations are shared" if reuse.kind is Kind.QUOTATION else "nothing is shared to speak of"
    return Direction(None, Reason.UNKNOWN, words)


def _fill(ledger: Ledger, known: Callable[[int], Known]) -> None:
    """Keeps what the texts of links share of which nothing is kept: those that people drew, and those of united ledgers."""

    def end(connection: sa.Connection, id: str) -> Known:
        return known(between.paged(connection, id).n)

    while True:
        with writing(ledger.store.engine) as connection:
            links = between.by_id(connection, passages.missing(connection, _WAITING))
            if not links:
                return
            ends = [(link, end(connection, link.left), end(connection, link.right)) for link in links]
            keep(connection, ((link.id, left.page, right.page, aligned_of(link, left, right)) for link, left, right in ends))


def _waiting(ledger: Ledger) -> Sequence[int]:
    with reading(ledger.store.engine) as connection:
        return prints.waiting(connection, _WAITING)


def _known(ledger: Ledger, n: int) -> Known:
    with reading(ledger.store.engine) as connection:
        return known_in(connection, n)


def _add(connection: sa.Connection, one: Known, known: Callable[[int], Known]) -> int:
    """Puts one text's prints in and links it with those that share its words."""
    hashes = prints_of(one.words)
    if not prints.add(connection, one.n, hashes):
        return 0  # another process was first
    chosen = candidates(prints.sharing(connection, one.n, hashes), len(hashes))
    pairs = _Pairs(connection, one, known)
    pairs.compare(chosen.best)
    pairs.compare_apart(chosen.rest)
    pairs.compare_originals()
    now = datetime.now(UTC)
    new = list(pairs.new())
    added = write.add_said(connection, ((pair.link, _verdict(pair, now)) for pair in new), (one.text,))
    keep(connection, ((id_of(pair.link), pair.left.page, pair.right.page, _aligned(pair)) for pair in new))
    write.add_readings(connection, [Reading(one.text.id, AGENT, now)])
    return added


def _aligned(pair: Pair) -> Aligned:
    return aligned(pair.reuse, pair.direction.words)


def _verdict(pair: Pair, at: datetime) -> Verdict:
    return Verdict(id_of(pair.link), Stance.FOUND, AGENT, at, confidence=confidence(pair.reuse), note=note(pair))


def _is_standing_matter(pair: Pair) -> bool:
    """Whether two reports of one outlet have a lesser part in common: its notes to readers and paragraphs of background, which
    stand in report after report. Where the outlets of both are unknown: whether they begin or end alike."""
    if pair.reuse.kind is not Kind.PART or pair.reuse.own_share >= HOUSE:
        return False
    unknown = not (pair.left.side.outlets or pair.right.side.outlets)
    if unknown:  # the two may be one outlet's
        return pair.reuse.own_share < FRAME and all(_at_one_end(passage, pair) for passage in pair.reuse.passages)
    return same_house(pair.left.side, pair.right.side)


def _at_one_end(passage: Passage, pair: Pair) -> bool:
    """Whether a passage is the first or the last thing that both articles have: there stand notes to readers."""
    sides = ((pair.left.words, passage.left), (pair.right.words, passage.right))
    first = all(words.starts[min(EDGE, len(words) - 1)] >= span.start for words, span in sides)
    return first or all(words.ends[-min(EDGE, len(words) - 1) - 1] <= span.end for words, span in sides)


class _Pairs:
    """One text and those it was compared with."""

    def __init__(self, connection: sa.Connection, one: Known, known: Callable[[int], Known]) -> None:
        self._connection, self._one, self._known = connection, one, known
        self._seen: set[str] = {one.text.id}
        self.found: list[Pair] = []

    def compare(self, numbers: Sequence[int]) -> None:
        """Compares with these texts, save those that the same document gave."""
        for other in map(self._known, numbers):
            if other.text.id in self._seen or other.text.document == self._one.text.document:
                continue
            self._seen.add(other.text.id)
            pair = pair_of(self._one, other)
            if pair.reuse.kind is not Kind.NONE and not _is_standing_matter(pair):
                self.found.append(pair)

    def compare_apart(self, numbers: Sequence[int]) -> None:
        """Compares with those of these texts that are not linked with one that is linked already: they would be another group."""
        if not numbers:
            return
        ids = between.ids_of(self._connection, numbers)
        linked = self._linked()
        beside = self._neighbours({*ids.values(), *linked})
        for n in numbers:
            if not beside[ids[n]] & linked:
                self.compare((n,))
                linked = self._linked()

    def compare_originals(self) -> None:
        """Compares with those that the linked texts copied, most often named first: the origin may be linked with a few only."""
        linked = self._linked()
        copied = Counter(
            edge.right
            for edge in between.from_any(self._connection, linked)
            if edge.stands and edge.relation is Relation.COPIES and edge.right not in self._seen
        )
        order = sorted(copied, key=lambda id: (-copied[id], id))
        self.compare([known_in(self._connection, id).n for id in order[:ORIGINALS]])

    def new(self) -> Iterator[Pair]:
        """The pairs that have no link yet: the `LINKS` with most in common, and those without which a group would fall in two."""
        had = {edge.pair for edge in between.of(self._connection, self._one.text.id)} if self.found else set()
        order = sorted(
            self.found, key=lambda pair: (not pair.reuse.copied, -pair.reuse.own_share, -pair.reuse.own, self._other(pair).n)
        )
        return (pair for pair in [*order[:LINKS], *self._apart(order)] if pair.ids not in had)

    def _apart(self, order: Sequence[Pair]) -> Iterator[Pair]:
        """Of the pairs behind the first `LINKS` those with a text that is linked with none of the others that are kept."""
        rest = [pair for pair in order[LINKS:] if pair.reuse.copied]
        if not rest:
            return
        kept = {self._other(pair).text.id for pair in order[:LINKS] if pair.reuse.copied}
        beside = self._neighbours({self._other(pair).text.id for pair in order})
        for pair in rest:
            other = self._other(pair).text.id
            if not beside[other] & kept:
                kept.add(other)
                yield pair

    def _neighbours(self, ids: set[str]) -> defaultdict[str, set[str]]:
        """Which of these texts are linked with each other."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for edge in between.from_any(self._connection, ids):
            if edge.stands:
                found[edge.left].add(edge.right)
                found[edge.right].add(edge.left)
        return found

    def _other(self, pair: Pair) -> Known:
        return pair.right if pair.left.text.id == self._one.text.id else pair.left

    def _linked(self) -> set[str]:
        return {id for pair in self.found if pair.reuse.copied for id in pair.ids} - {self._one.text.id}
