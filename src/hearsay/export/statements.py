"""Statements that several reports tell, as rows for tables and as JSON. Fields are only ever added."""

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from ..claims.base import Claim
from ..compare.relations import Stand
from ..model import Attribution, Relation

Row = dict[str, Any]
Copied = Collection[tuple[str, str]]

_ACTIVE = {Relation.SAYS_THE_SAME: "says the same as", Relation.DENIES: "denies", Relation.QUALIFIES: "says less than"}
_PASSIVE = {Relation.DENIES: "denied by", Relation.QUALIFIES: "says more than"}


def statement_rows(claims: Sequence[Claim], stands: Sequence[Stand], copied: Copied = ()) -> Iterator[Row]:
    """A row for each claim, numbered: who says it, where, and how it stands to the others by number, each with how sure that
    is. A copy is named: two reports of which one has its words from the other are no two voices."""
    numbers = {claim.id: at for at, claim in enumerate(claims, 1)}
    for claim in claims:
        earlier = [numbers[one] for one, two in copied if two == claim.id]
        yield {
            "no": numbers[claim.id],
            "speaker": claim.speaker or "nobody named",
            "says": claim.words,
            "to the others": "; ".join(_to_others(claim.id, stands, numbers)),
            "copy": f"of the words of {', '.join(map(str, sorted(earlier)))}" if earlier else "",
            "document": claim.report.name,
            "published": claim.report.published or "",
            "id": claim.id,
        }


def statements_json(claims: Sequence[Claim], stands: Sequence[Stand], copied: Copied = ()) -> Row:
    """One statement: its claims, their relations, and the pairs of claims whose reports have words from each other."""
    return {
        "id": claims[0].id,
        "statements": [_claim_json(claim) for claim in claims],
        "relations": [
            {
                "left": one.left,
                "right": one.right,
                "relation": one.relation.value if one.relation else None,
                "confidence": one.confidence,
                "reason": one.reason,
                "judged": one.judged,
            }
            for one in stands
        ],
        "in_copies": [list(pair) for pair in sorted(copied)],
    }


def _claim_json(claim: Claim) -> Row:
    source = claim.finding.source if isinstance(claim.finding, Attribution) else None
    return {
        "id": claim.id,
        "says": claim.words,
        "speaker": claim.speaker,
        "kind": source.kind.value if source else None,
        "document": claim.report.name,
        "outlet": claim.report.outlet,
        "published": claim.report.published,
    }


def _to_others(id: str, stands: Sequence[Stand], numbers: dict[str, int]) -> Iterator[str]:
    """ "says the same as 1 (0.78)"."""
    found: dict[str, list[tuple[int, float]]] = {}
    for one in stands:
        if id not in (one.left, one.right) or one.relation is None:
            continue
        here = one.left == id
        verb = _ACTIVE[one.relation] if here else _PASSIVE.get(one.relation, _ACTIVE[one.relation])
        found.setdefault(verb, []).append((numbers[one.right if here else one.left], one.confidence))
    for verb, others in sorted(found.items()):
        yield f"{verb} {', '.join(f'{number} ({sure:.2f})' for number, sure in sorted(others))}"
