"""The events of a ledger as its reports tell them: single incidents of one place and day, with all that is counted in them."""

from collections import defaultdict
from collections.abc import Iterator

from ..compare.blocks import Block, parsed
from ..compare.disputes import Dispute
from ..compare.incidents import Incident, incidents
from ..model import Measure
from ..store.ledger import Ledger
from .disputes import Wanted, of_block
from .links import judged_links


def every(ledger: Ledger, wanted: Wanted | None = None) -> Iterator[Incident]:
    """The events that are wanted, by place and day. An event is wanted where one of its quantities is of the measure; all of its
    quantities are shown."""
    asked = wanted or Wanted()
    places: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for block, _ in ledger.blocks("", at_least=1):
        one = parsed(block)
        if one.scope == "incident" and one.place and Wanted(None, asked.place, asked.since, asked.until).block(one):
            places[one.place, one.month].append(block)
    for place, month in sorted(places):
        for event in of_place(ledger, place, month, places[place, month]):
            if _wanted(event, asked):
                yield event


def of_place(ledger: Ledger, place: str, month: str, blocks: list[str] | None = None) -> list[Incident]:
    """The events of one place that begin in one month ("2034-05"); `place` as it stands in the key of a block. Only its own
    blocks are read, and those of the places that its reports sum up with it."""
    word = judged_links(ledger)
    keys = blocks if blocks is not None else [f"{one.value}|incident|{place}|{month}" for one in Measure]
    found = [one for block in keys for one in of_block(ledger, block, word)]
    beside = {
        parsed(one.block)._replace(place=site)
        for one in found
        for account in one.accounts
        for site in account.sites
        if site != place
    }
    others: list[Dispute] = []
    for each in sorted(beside):
        others += of_block(ledger, _key(each), word)
    return incidents(place, found, others)


def _key(one: Block) -> str:
    return "|".join(one)


def _wanted(one: Incident, asked: Wanted) -> bool:
    measured = not asked.measure or any(parsed(each.block).measure == asked.measure for each in one.disputes)
    return measured and any(Wanted(None, None, asked.since, asked.until).dispute(each) for each in one.disputes)
