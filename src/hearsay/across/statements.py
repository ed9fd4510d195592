"""Who else says the same, denies or qualifies it: the statements of a ledger beside one of them. Found through the index of
words, so that the time it takes depends on how many reports share the statement's rarest words and not on the ledger."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice, pairwise

from ..claims.base import Claim
from ..compare.relations import Stand
from ..compare.statements import LEAST, related, same_statements, statement
from ..errors import NotInLedger
from ..model import Attribution
from ..store import between
from ..store.connect import reading
from ..store.ledger import Ledger
from .links import judged_links
from .reuse import connected

WORDS = 6
"""How many of a statement's words are looked for, two at a time."""
HITS = 60
"""Reports that two words may bring."""
_SOME = 500


@dataclass(frozen=True, slots=True)
class Told:
    """One statement as several reports have it: its claims, the earliest first, how they stand to each other, and the pairs of
    claims (by id, the earlier first) whose reports have words from each other."""

    claims: tuple[Claim, ...]
    stands: tuple[Stand, ...]
    copied: frozenset[tuple[str, str]] = frozenset()

    @property
    def id(self) -> str:
        """The id of its earliest claim."""
        return self.claims[0].id

    @property
    def only_copied(self) -> bool:
        """Whether all that are one have it in words that their reports have from each other."""
        return all({(one.left, one.right), (one.right, one.left)} & self.copied for one in self.stands)


def every(ledger: Ledger, *, document: str | None = None, least: float = LEAST) -> Iterator[Told]:
    """The statements that two reports tell or more, those first that most reports tell; of one report (by name) only its own.
    What is less sure than `least` is left out. All statements of the ledger are compared: it takes memory for each, a few hundred
    bytes. Raises `NotInLedger` for a report that is not there."""
    text = held.id if document and (held := ledger.text(document)) else None
    stands = [one for one in _stands(ledger, text) if one.confidence >= least]
    roots = connected((one.left, one.right) for one in stands)
    by_root: defaultdict[str, list[Stand]] = defaultdict(list)
    for one in stands:
        by_root[roots[one.left]].append(one)
    claims = {claim.id: claim for claim in _claims(ledger, sorted(roots))}
    made = (
        told(ledger, (claims[id] for id in {id for one in group for id in (one.left, one.right)}), group)
        for group in by_root.values()
    )
    yield from sorted(made, key=lambda one: (-len({claim.report.text for claim in one.claims}), _age(one.claims[0])))


def told(ledger: Ledger, claims: Iterable[Claim], stands: Iterable[Stand]) -> Told:
    """Some claims that say one thing, put in order."""
    ordered = sorted(claims, key=_age)
    with reading(ledger.store.engine) as connection:
        linked = {link.pair for claim in ordered for link in between.of(connection, claim.report.text) if link.stands}
    copied = frozenset(
        (one.id, two.id)
        for at, two in enumerate(ordered)
        for one in ordered[:at]
        if frozenset((one.report.text, two.report.text)) in linked
    )
    return Told(tuple(ordered), tuple(stands), copied)


def _stands(ledger: Ledger, text: str | None) -> Iterator[Stand]:
    """The relations between statements of different reports; of one report those of its own, each once."""
    if text is None:
        yield from related(map(statement, ledger.claims(Attribution)), judged_links(ledger))
        return
    for claim in list(ledger.claims(Attribution, text=text)):
        yield from (stand for _, stand in of_claim(ledger, claim.id)[1])


def _claims(ledger: Ledger, ids: list[str]) -> Iterator[Claim]:
    wanted = iter(ids)
    while some := list(islice(wanted, _SOME)):
        yield from ledger.claims(Attribution, ids=some)


def _age(claim: Claim) -> tuple[str, str, str]:
    return claim.report.published or "~", claim.report.name, claim.id


def of_claim(ledger: Ledger, id: str) -> tuple[Claim, list[tuple[Claim, Stand]]]:
    """An attribution, and those of other reports that say the same, deny or qualify it, the surest first. Raises `NotInLedger`
    where there is no such attribution."""
    claim = next(iter(ledger.claims(Attribution, ids=[id], states=None)), None)
    if claim is None:
        raise NotInLedger(f"there is no attribution {id} in this ledger")
    others = {one.id: one for text in _texts(ledger, claim) for one in ledger.claims(Attribution, text=text)}
    word = judged_links(ledger)
    linked = [end for pair in word.accepted if claim.id in pair for end in pair if end not in others and end != claim.id]
    others |= {one.id: one for one in ledger.claims(Attribution, ids=linked)} if linked else {}
    others.pop(claim.id, None)
    found = [one for one in same_statements([claim, *others.values()], word) if claim.id in (one.left, one.right)]
    ends = ((others[one.right if one.left == claim.id else one.left], one) for one in found)
    return claim, sorted(ends, key=lambda pair: (-pair[1].confidence, pair[0].report.name, pair[0].id))


def _texts(ledger: Ledger, claim: Claim) -> Iterator[str]:
    """The other reports in which two of a statement's longest words stand."""
    known = sorted({word for word in claim.words.split() if word.isalpha()}, key=lambda word: (-len(word), word))[:WORDS]
    seen = {claim.report.text}
    for first, second in pairwise(known):
        for hit in ledger.search(f"{first} {second}", HITS):
            if hit.text not in seen:
                seen.add(hit.text)
                yield hit.text
