"""Where the claims of a ledger come from. Of the ledger only what can bear on a claim is read: the figures that count the same,
the other claims of their reports, and the reports that these copied.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from functools import cache

from ..chains import Copy, Matches, Material, Origins, Provenance, build, origins
from ..chains.matching import agree
from ..claims.base import Claim
from ..compare.disputes import OPEN_QUARREL, Dispute
from ..compare.judged import Judged
from ..compare.relations import relate_claims
from ..compare.values import Fit, fit, value
from ..errors import BadFinding, NotInLedger
from ..ledger import DROPPED, State
from ..model import Figure, Mention, Relation
from ..store import between, people
from ..store import claims as stored
from ..store.connect import reading
from ..store.ledger import Ledger
from . import disputes
from .aligned import kept
from .copying import aligned_of, known_in
from .links import judged_links

_SOME = 500
"""Texts in one query: SQLite bounds the number of parameters."""
_ONE = frozenset({Relation.AGREES, Relation.SAME_QUANTITY, Relation.REVISES, Relation.SAYS_THE_SAME})
"""Relations of two claims that may be one: "at least 12" and "12" are, "at least 12" and "40" are two."""


def origins_of(ledger: Ledger, id: str) -> Origins:
    """The origins of a claim, and of all that say the same. Raises `NotInLedger` for an unknown id, `BadFinding` for a mention,
    which claims nothing, and for a claim that no longer stands."""
    claim = claim_in(ledger, id)
    beside = [one for one in ledger.claims(Figure, text=claim.report.text) if one.id != claim.id and agree(one, claim)]
    return origins(claim, provenance(ledger, [claim, *beside]))


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
    return _graph(ledger, claims, _quantities(ledger, claims, word), word)


def of_quantity(ledger: Ledger, quantity: Dispute) -> Provenance:
    """The graph around all that is told of one quantity."""
    return _graph(ledger, (), [quantity], judged_links(ledger))


def _graph(ledger: Ledger, claims: Collection[Claim], quantities: Collection[Dispute], word: Judged) -> Provenance:
    texts = {claim.report.text for claim in (*claims, *(one for each in quantities for one in each.claims))}
    links = _linked(ledger, texts)
    every = list(_all_of(ledger, sorted(texts)))
    together, apart = _actors(ledger)
    held = {text: ledger.store.text(text) for text in sorted(texts)}
    against = [pair for one in quantities for pair in _against(one)]
    return build(Material(every, _matcher(word), _copies(ledger, links), held, together, apart, against))


def _all_of(ledger: Ledger, texts: Sequence[str]) -> Iterable[Claim]:
    """All that is claimed in some texts."""
    for at in range(0, len(texts), _SOME):
        yield from map(stored.claim_of, ledger.store.stream(stored.of_texts(texts[at : at + _SOME])))


def _quantities(ledger: Ledger, claims: Collection[Claim], word: Judged) -> list[Dispute]:
    """The quantities that some claims are accounts of, each once."""
    found: dict[str, Dispute] = {}
    for claim in claims:
        known = any(claim.id == one.id for each in found.values() for one in each.claims)
        if isinstance(claim.finding, Figure) and not known and (quantity := disputes.of_claim(ledger, claim.id, word)):
            found[quantity.id] = quantity
    return list(found.values())


def _against(quantity: Dispute) -> Iterable[tuple[str, str]]:
    """The claims that one report sets against each other: two sources in it give numbers that cannot both be, or one denies the
    other's."""
    for stand in quantity.stands:
        if stand.relation not in OPEN_QUARREL:
            continue
        sides = (quantity.position(stand.left), quantity.position(stand.right))
        left, right = ([claim for one in side.accounts if not one.retold for claim in one.claims] for side in sides)
        by_text: defaultdict[str, list[str]] = defaultdict(list)
        for claim in left:
            by_text[claim.report.text].append(claim.id)
        yield from ((mine, claim.id) for claim in right for mine in by_text[claim.report.text])


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


def _copies(ledger: Ledger, links: Collection[between.Between]) -> list[Copy]:
    """The links with the passages that they rest on; the whole text where no words are found to be alike (a person may see more
    than a comparison of words: a translation, say)."""
    found = []
    with reading(ledger.store.engine) as connection:
        get = kept(connection, links)
        for link in links:
            left, right = known_in(connection, link.left), known_in(connection, link.right)
            shared = get(link, left.page, right.page) or aligned_of(link, left, right)
            spans = tuple(passage.left for passage in shared.reuse.passages)
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
        whole = one.part_of is None and other.part_of is None
        return whole and agree(one, other) and fit(value(left), value(right)) is Fit.SAME
    relation = relate_claims(one, other).relation if left.modality is right.modality else None
    return relation is Relation.AGREES or (relation in _ONE and left.low is not None and left.low == right.low)
