"""Who else says the same, denies or qualifies it: the statements of a ledger beside one of them. Found through the index of
words, so that the time it takes depends on how many reports share the statement's rarest words and not on the ledger."""

from collections.abc import Iterator
from itertools import pairwise

from ..claims.base import Claim
from ..compare.relations import Stand
from ..compare.statements import same_statements
from ..errors import NotInLedger
from ..model import Attribution
from ..store.ledger import Ledger
from .links import judged_links

WORDS = 6
"""How many of a statement's words are looked for, two at a time."""
HITS = 60
"""Reports that two words may bring."""


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
