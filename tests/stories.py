"""The stories under tests/gold/stories: their reports as claims, and the names that their gold has for figures."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import hearsay
from hearsay.claims.base import Claim
from hearsay.claims.of import claims_of
from hearsay.claims.view import of_report
from hearsay.compare.blocks import key
from hearsay.compare.disputes import Dispute, disputes
from hearsay.model import Figure
from hearsay.pipeline import Report

STORIES = Path(__file__).parent / "gold" / "stories"


@cache
def claims(story: str) -> tuple[Claim, ...]:
    """Every claim of a story's reports, read as a user reads them."""
    found = hearsay.read(STORIES / story / "reports")
    return tuple(claim for report in found if isinstance(report, Report) for claim in claims_of(of_report(report)))


def gold(story: str, name: str = "disputes") -> dict[str, Any]:
    made: dict[str, Any] = json.loads((STORIES / story / f"{name}.json").read_text(encoding="utf-8"))
    return made


def figures(story: str) -> list[Claim]:
    return [claim for claim in claims(story) if isinstance(claim.finding, Figure)]


def labels(every: Iterable[Claim]) -> dict[str, str]:
    """Claim id -> its name in the gold: "01-delta-now: 500"; "#2" for the second figure with those words in its report."""
    seen: Counter[str] = Counter()
    found: dict[str, str] = {}
    for claim in sorted(every, key=lambda one: (one.report.name, one.finding.span if isinstance(one.finding, Figure) else 0)):
        assert isinstance(claim.finding, Figure)
        name = f"{claim.report.name}: {claim.finding.words}"
        seen[name] += 1
        found[claim.id] = name if seen[name] == 1 else f"{name}#{seen[name]}"
    return found


def compared(every: Iterable[Claim]) -> Iterator[Dispute]:
    """The quantities of all blocks."""
    blocks: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in every:
        blocks[key(claim)].append(claim)
    for block in sorted(blocks):
        yield from disputes(block, blocks[block])


def relations(found: Iterable[Dispute], names: dict[str, str]) -> set[tuple[str, str, str]]:
    """Every relation as (left, relation, right), by the names of the figures that stand for the positions; of a relation without
    a direction the lesser name is left."""
    drawn = set()
    for dispute in found:
        for one in (*dispute.stands, *dispute.beside):
            assert one.relation is not None
            left, right = names[one.left], names[one.right]
            if one.relation not in ("revises", "includes", "denies"):
                left, right = sorted((left, right))
            drawn.add((left, one.relation.value, right))
    return drawn
