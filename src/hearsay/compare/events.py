"""Which accounts of a block are of one event: by their days, in one pass over them in order of time."""

from collections.abc import Sequence
from datetime import date, timedelta

from .accounts import Account
from .judged import Judged
from .relations import RETOLD
from .windows import SLACK

LONG = timedelta(days=2)
"""A window longer than this joins no events: it is told beside the first that it meets."""
SPAN = timedelta(days=3)
"""How long after its first day an event may take in another day: a place that is struck daily has many events."""
FEW = 2
NEVER = date(9000, 1, 1)
"""Where a report without any date is put: behind all others."""
"""Numbers up to this are too common to tell one event."""


def events(accounts: Sequence[Account], judged: Judged) -> list[list[Account]]:
    """The accounts of each event. Accounts with days come together where their days meet; those without join the last event
    before they were published, within RETOLD days, else one another. Totals and periods are one event: their days are compared
    one by one. Accounts that a person linked come together whatever their days."""
    if any(one.scope != "incident" for one in accounts):
        return [list(accounts)] if accounts else []
    dated = sorted((one for one in accounts if one.days.told), key=lambda one: (_first(one), _last(one), one.id))
    found: list[list[Account]] = []
    ends: list[date] = []
    for one in (*(each for each in dated if not _long(each)), *(each for each in dated if _long(each))):
        home = _meeting(one, found, ends)
        if home is None:
            found.append([one])
            ends.append(_last(one))
        else:
            found[home].append(one)
            ends[home] = max(ends[home], _last(one)) if not _long(one) else ends[home]
    undated = sorted((one for one in accounts if not one.days.told), key=lambda one: (_last(one), one.id))
    for one in undated:
        _attach(one, found, ends)
    return _linked(found, judged)


def _meeting(one: Account, found: list[list[Account]], ends: list[date]) -> int | None:
    """The event that an account's days meet: its days are no earlier than those before, so only the last one can be, but for a
    long window, which is told beside the first that it meets. The day after counts for the same number alone: one place may be
    struck on two days running."""
    if _long(one):
        return next((at for at, end in enumerate(ends) if _first(one) <= end and _first(found[at][0]) <= _last(one)), None)
    if not found:
        return None
    late = _first(one) - ends[-1]
    if late > timedelta(days=SLACK) or _first(one) > _first(found[-1][0]) + SPAN:
        return None
    told = late <= timedelta(0) or (one.value.said > FEW and any(each.value == one.value for each in found[-1]))
    return len(found) - 1 if told else None


def _attach(one: Account, found: list[list[Account]], ends: list[date]) -> None:
    told = _last(one)
    before = [at for at, event in enumerate(found) if _first(event[0]) <= told <= ends[at] + RETOLD]
    if before:
        found[max(before, key=lambda at: ends[at])].append(one)
    else:
        found.append([one])
        ends.append(told)


def _linked(found: list[list[Account]], judged: Judged) -> list[list[Account]]:
    """The same events, those joined between whose accounts a person drew a link."""
    if not judged.accepted:
        return found
    home = {claim.id: event for event in found for one in event for claim in one.claims}
    for left, right in sorted(judged.accepted):
        one, two = home.get(left), home.get(right)
        if one is not None and two is not None and one is not two:
            one.extend(two)
            home.update({claim.id: one for each in two for claim in each.claims})
            found = [event for event in found if event is not two]
    return found


def _long(one: Account) -> bool:
    return _last(one) - _first(one) > LONG


def _first(one: Account) -> date:
    return one.days.first or one.days.last or NEVER


def _last(one: Account) -> date:
    return one.days.last or one.days.first or NEVER
