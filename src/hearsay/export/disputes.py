"""Quantities, incidents and spreads as rows for tables and as JSON. Fields are only ever added."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator
from dataclasses import asdict
from typing import Any

from ..chains import Count
from ..claims.base import Claim
from ..compare.accounts import Account
from ..compare.blocks import parsed
from ..compare.disputes import Dispute
from ..compare.incidents import Incident, Merged
from ..compare.positions import Position
from ..compare.relations import Stand
from ..compare.spread import sources, spreads
from ..compare.who import told
from ..model import Relation

Row = dict[str, Any]
Backing = Callable[[Collection[Claim]], Count]
"""Counts the independent origins of some claims of one quantity (`across.backing`)."""

_PASSIVE = {Relation.REVISES: "revised by", Relation.DENIES: "denied by", Relation.INCLUDES: "part of"}
_ACTIVE = {
    Relation.REVISES: "revises", Relation.DENIES: "denies", Relation.CONTRADICTS: "contradicts", Relation.INCLUDES: "includes",
    Relation.QUALIFIES: "other basis than",
}  # fmt: skip
_SCOPES = {"incident": "one incident", "period": "over a period", "total": "running total"}
_MANY = 3


def heading(one: Dispute) -> str:
    """What is counted, where and when, and between which numbers the accounts lie."""
    block = parsed(one.block)
    where = next((account.place for account in one.accounts if account.place), "")
    first, last = one.days
    when = first if first == last else f"{first or '..'} to {last or '..'}" if first or last else ""
    low, high = one.bounds()
    said = f"{low:,} to {high:,}" if low is not None and high is not None and low != high else "" if low is None else f"{low:,}"
    parts = (
        f"{block.measure}, {one.who}",
        _SCOPES[block.scope],
        where,
        when,
        said,
        f"differ in {', '.join(one.differs)}" if one.differs else "",
    )
    return "; ".join(part for part in parts if part)


def position_rows(one: Dispute, backing: Backing | None = None) -> Iterator[Row]:
    """One row for each number: who gives it, how it stands to the others, and, with `backing`, how many independent origins it
    has."""
    for position in one.positions:
        first = position.first
        names = list(dict.fromkeys(account.source.name for account in position.accounts))
        reports = {claim.report.text for account in position.accounts for claim in account.claims}
        yield {
            "says": _says(first),
            "who": told(first.group),
            "whose word": ", ".join(names[:_MANY]) + (f" and {len(names) - _MANY} more" if len(names) > _MANY else ""),
            "basis": first.basis,
            "against the others": "; ".join(_against(position, one)),
            "first": str(first.since or ""),
            "reports": len(reports),
            "origins": span(backing(_claims(position.accounts))) if backing else "",
            "id": position.id,
        }


def span(count: Count) -> str:
    """How many, in short: "1", "1 to 3"."""
    return f"{count.low}" if count.low == count.high else f"{count.low} to {count.high}"


def dispute_json(one: Dispute, backing: Backing | None = None) -> Row:
    """A quantity with its accounts, relations and spreads. With `backing` each account has its independent origins, and
    spreads rest on them; without, on the sources that are named."""
    block = parsed(one.block)
    low, high = one.bounds()
    return {
        "id": one.id,
        "block": one.block,
        "measure": block.measure,
        "scope": block.scope,
        "place": next((account.place for account in one.accounts if account.place), ""),
        "days": list(one.days),
        "who": one.who,
        "contested": one.contested,
        "differs": list(one.differs),
        "low": low,
        "high": high,
        "accounts": [_account_json(account, backing) for account in one.accounts],
        "relations": [_stand_json(stand) for stand in one.stands],
        "beside": [_stand_json(stand) for stand in one.beside],
        "spreads": [asdict(each) for each in spreads(one, _surely(backing) if backing else sources)],
    }


def incident_rows(one: Incident, backing: Callable[[Dispute], Backing] | None = None) -> Iterator[Row]:
    """One row for each quantity of an event, and one for each sum over several sites; with `backing` the independent origins of
    each number."""
    first, last = one.days
    common = {"place": one.place, "days": first if first == last else f"{first}/{last}", "reports": len(one.reports)}
    for dispute in one.disputes:
        low, high = dispute.bounds()
        said = ", ".join(dict.fromkeys(f"{_says(a)} ({a.source.name})" for a in dispute.accounts))
        denied = ", ".join(dict.fromkeys(a.source.name for a in dispute.accounts if a.denied))
        measure = parsed(dispute.block).measure
        found = {"measure": measure, "who": dispute.who, "low": low, "high": high, "says": said, "denied": denied}
        yield {**common, **found, "origins": _origins(dispute, backing(dispute)) if backing else "", "id": dispute.id}
    for merged in one.merged:
        yield {
            **common,
            "measure": "a sum",
            "who": " and ".join(merged.sites),
            "low": None,
            "high": None,
            "says": _sum(merged),
            "id": merged.account.id,
        }


def _origins(one: Dispute, backing: Backing) -> str:
    """The independent origins of each number: "417: 1 to 6; 96: 1"."""
    by_words: defaultdict[str, list[Account]] = defaultdict(list)
    for account in one.accounts:
        by_words[_says(account)].append(account)
    return "; ".join(f"{words}: {span(backing(_claims(accounts)))}" for words, accounts in by_words.items())


def incident_json(one: Incident, backing: Callable[[Dispute], Backing] | None = None) -> Row:
    """An event with its quantities and the sums over several sites."""
    return {
        "id": one.id,
        "place": one.place,
        "days": list(one.days),
        "reports": list(one.reports),
        "quantities": [dispute_json(dispute, backing(dispute) if backing else None) for dispute in one.disputes],
        "merged": [_merged_json(merged) for merged in one.merged],
    }


def _merged_json(one: Merged) -> Row:
    parts = {site: [account.id for account in found] for site, found in one.parts.items()}
    return {
        "account": _account_json(one.account),
        "sites": list(one.sites),
        "parts": parts,
        "adds_up": one.sums,
        "told_for_one_site": [_account_json(account) for account in one.alone],
        "says": _sum(one),
    }


def _sum(one: Merged) -> str:
    said = f"{_says(one.account)} is over {' and '.join(one.sites)} ({one.account.source.name})"
    if one.sums:
        said += ", as what is told of each adds up"
    for account in one.alone:
        said += f"; {account.source.name} gives {_says(account)} for {account.place} alone"
    return said


def _says(one: Account) -> str:
    held = f" {one.modality}" if one.modality else ""
    return f"{'not ' if one.denied else ''}{one.value}{held}{' (as told earlier)' if one.retold else ''}"


def _claims(accounts: Collection[Account]) -> list[Claim]:
    return [claim for account in accounts for claim in account.claims]


def _surely(backing: Backing) -> Callable[[Collection[Claim]], int]:
    return lambda claims: backing(claims).low


def _against(position: Position, one: Dispute) -> Iterator[str]:
    """The relations of a position to the others, in words: "contradicts 61, 29"."""
    found: dict[str, list[str]] = {}
    known = {each.id: each.first for each in one.positions}
    for stand in (*one.stands, *one.beside):
        here = stand.left == position.id
        other = known.get(stand.right if here else stand.left)
        if position.id not in (stand.left, stand.right) or stand.relation not in _ACTIVE:
            continue
        verb = _ACTIVE[stand.relation] if here else _PASSIVE.get(stand.relation, _ACTIVE[stand.relation])
        words = _says(other) if other else stand.reason.partition(": ")[2] if stand.relation is Relation.QUALIFIES else ""
        if words:
            found.setdefault(verb, []).append(words)
    return (f"{verb} {', '.join(sorted(dict.fromkeys(words)))}" for verb, words in sorted(found.items(), reverse=True))


def _account_json(one: Account, backing: Backing | None = None) -> Row:
    claim = one.claims[0]
    count = backing(one.claims) if backing else None
    return {
        "id": one.id,
        "says": _says(one),
        "low": one.value.low,
        "high": one.value.high,
        "source": one.source.name,
        "who": told(one.group),
        "basis": one.basis,
        "denied": one.denied,
        "modality": one.modality or "reported",
        "retold": one.retold,
        "admitted": one.admitted,
        "sites": list(one.sites),
        "days": [day.isoformat() if day else None for day in one.days[:2]] if one.days.told else [None, None],
        "published": claim.report.published,
        "claims": [each.id for each in one.claims],
        "documents": list(dict.fromkeys(each.report.name for each in one.claims)),
        "origins": {"at_least": count.low, "at_most": count.high} if count else None,
    }


def _stand_json(one: Stand) -> Row:
    return {
        "left": one.left,
        "right": one.right,
        "relation": one.relation.value if one.relation else None,
        "reason": one.reason,
        "confidence": one.confidence,
        "differs": list(one.differs),
        "judged": one.judged,
    }
