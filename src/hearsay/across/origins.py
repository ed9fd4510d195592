"""Where the claims of a ledger come from. Of the ledger only what can bear on a claim is read: the figures that count the same,
the other claims of their reports, and the reports that these copied.
"""

from collections.abc import Collection, Iterable
from functools import cache

from ..chains import Copy, Count, Matches, Material, Origins, Provenance, build, independent, origins
from ..chains.matching import agree
from ..claims.base import Claim
from ..compare.judged import Judged
from ..compare.relations import relate_claims
from ..errors import BadFinding, NotInLedger
from ..ledger import DROPPED, State
from ..model import Figure, Mention, Relation
from ..store import between, people
from ..store.connect import reading
from ..store.ledger import Ledger
from . import disputes
from .copying import known_in, pair_of
from .links import judged_links

_ONE = frozenset({Relation.AGREES, Relation.SAME_QUANTITY, Relation.REVISES, Relation.SAYS_THE_SAME})
"""Relations of two claims that may be one: "at least 12" and "12" are, "at least 12" and "40" are two."""


def origins_of(ledger: Ledger, id: str) -> Origins:
    """The origins of a claim, and of all that say the same. Raises `NotInLedger` for an unknown id, `BadFinding` for a mention,
    which claims nothing, and for a claim that no longer stands."""
    claim = claim_in(ledger, id)
    beside = [one for one in ledger.claims(Figure, text=claim.report.text) if one.id != claim.id and agree(one, claim)]
    return origins(claim, provenance(ledger, [claim, *beside]))


def independent_of(ledger: Ledger, claims: Collection[Claim]) -> Count:
    """How many independent origins stand behind some figures that say the same: those of one position in a dispute, say."""
    return independent(claims, provenance(ledger, claims))


def claim_in(ledger: Ledger, id: str) -> Claim:
    """The figure or attribution of that id, or whose id alone begins so. Raises as `origins_of` does."""
    entry = ledger.finding(id)
    claim = next(iter(ledger.claims(ids=[entry.id], states=None)), None)
    if claim is None:
        raise NotInLedger(f"{id} is no figure and no attribution")
    if isinstance(claim.finding, Mention):
        raise BadFinding(f"{id} is a mention: a name is no claim, and has no origin")
    if claim.state in DROPPED:
        raise BadFinding(f"{id} was {claim.state.value}: what does not stand has no origin")
    return claim


def provenance(ledger: Ledger, claims: Collection[Claim]) -> Provenance:
    """The graph around some claims that count one quantity, or say one thing."""
    word = judged_links(ledger)
    texts = {claim.report.text for claim in _alike(ledger, claims, word)}
    links = _linked(ledger, texts)
    every = [claim for text in sorted(texts) for claim in ledger.claims(text=text)]
    together, apart = _actors(ledger)
    held = {text: ledger.text(text) for text in sorted(texts)}
    return build(Material(every, _matcher(word), _copies(ledger, links), held, together, apart))


def _alike(ledger: Ledger, claims: Collection[Claim], word: Judged) -> Iterable[Claim]:
    """Some claims with the figures that count the same quantity."""
    found = {claim.id: claim for claim in claims}
    for claim in claims:
        if isinstance(claim.finding, Figure) and (dispute := disputes.of_claim(ledger, claim.id, word)):
            found |= {one.id: one for one in dispute.claims}
    return found.values()


def _linked(ledger: Ledger, texts: set[str]) -> list[between.Between]:
    """The standing links between whole texts that start from some texts, and from those that they copied; these are added
    to `texts`."""
    found: dict[str, between.Between] = {}
    ahead = set(texts)
    with reading(ledger.store.engine) as connection:
        for text in list(texts) if len(texts) == 1 else ():
            found |= {link.id: link for link in between.of(connection, text) if link.stands}
            ahead |= {end for link in found.values() for end in link.pair}
        while ahead:
            links = [link for link in between.from_any(connection, ahead) if link.stands]
            texts |= ahead
            found |= {link.id: link for link in links}
            ahead = {end for link in links for end in _ahead(link)} - texts
    return sorted(found.values(), key=lambda link: link.id)


def _ahead(link: between.Between) -> Iterable[str]:
    """The texts that a link leads to: where it has no direction, both."""
    return link.pair if link.relation is Relation.SHARES else (link.right,)


def _copies(ledger: Ledger, links: Iterable[between.Between]) -> list[Copy]:
    """The links with the passages that they rest on; the whole text where no words are found to be alike (a person may see more
    than a comparison of words: a translation, say)."""
    found = []
    with reading(ledger.store.engine) as connection:
        for link in links:
            pair = pair_of(known_in(connection, link.left), known_in(connection, link.right))
            left = pair.left.text.id == link.left
            spans = tuple(passage.left if left else passage.right for passage in pair.reuse.passages)
            found.append(Copy(link.left, link.right, link.relation is Relation.COPIES, spans))
    return found


def _actors(ledger: Ledger) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """The pairs of findings of which people said that they are one actor's, and those of which they said that they are not."""
    together: list[tuple[str, str]] = []
    apart: list[tuple[str, str]] = []
    for link, state in people.links(ledger.store):
        if link.relation is Relation.SAME_ACTOR and state in (State.ACCEPTED, State.REJECTED):
            (together if state is State.ACCEPTED else apart).append((link.left, link.right))
    return together, apart


def _matcher(word: Judged) -> Matches:
    """Whether two claims say the same, as comparison has it, but for what people said of them."""

    @cache
    def ordered(one: str, other: str) -> bool:
        return _same(known[one], known[other])

    known: dict[str, Claim] = {}

    def matches(one: Claim, other: Claim) -> bool:
        if _ONE & set(word.rejected.get(frozenset((one.id, other.id)), ())):
            return False
        if _said(one.id, other.id, word):
            return True
        known[one.id], known[other.id] = one, other
        return ordered(*sorted((one.id, other.id)))

    return matches


def _said(one: str, other: str, word: Judged) -> bool:
    """Whether a person said that two claims agree."""
    wanted = {Relation.AGREES, Relation.SAYS_THE_SAME}
    return any(wanted & set(word.accepted.get(pair, ())) for pair in ((one, other), (other, one)))


def _same(one: Claim, other: Claim) -> bool:
    left, right = one.finding, other.finding
    if not (isinstance(left, Figure) and isinstance(right, Figure)):
        return agree(one, other)
    if one.report.text == other.report.text:  # beside one another two figures of a report are compared as a part and its whole
        return one.part_of is None and other.part_of is None and agree(one, other)
    relation = relate_claims(one, other).relation
    return relation is Relation.AGREES or (relation in _ONE and left.low is not None and left.low == right.low)
