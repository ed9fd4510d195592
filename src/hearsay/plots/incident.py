"""What is told of one event: a bar for each account, from the least to the most that it allows, and one for each policy."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ..compare.accounts import Account
from ..compare.blocks import parsed
from ..compare.disputes import Dispute
from ..compare.spread import Spread, spreads
from .measure import cut, width, wrapped
from .scale import Scale, amounts, said
from .style import FAINT, GRID, INK, label, line, shape
from .svg import Link, Svg, mark, picture

WIDTH, LEFT, RIGHT = 900, 290, 90
_ROW, _THIN = 34, 32
_OPEN = 26
_NAMES = {"ucdp": "UCDP", "airwars": "Airwars", "iraq-body-count": "Iraq Body Count", "acled": "ACLED"}
Spreads = Callable[[Dispute], Sequence[Spread]]


@dataclass(frozen=True, slots=True)
class Row:
    """A bar to be drawn: `low` to `high` (None: open), `at` where its sign is, `note` what is said of it. `kind` is "account",
    "denied", "earlier" or "policy"."""

    id: str
    name: str
    below: str
    words: str
    low: int | None
    high: int | None
    at: int | None
    kind: str
    note: str = ""


def incident_svg(
    disputes: Iterable[Dispute], *, link: Link | None = None, title: str = "Accounts of one incident", spread: Spreads = spreads
) -> str:
    """A panel for each quantity told of an event. Every account carries the id of its earliest claim as `data-id`."""
    every = list(disputes)
    y = 10.0
    drawn: list[Svg] = []
    for words in wrapped(title, WIDTH - 32, 3, 17, True):
        y += 22
        drawn.append(label(words, 16, y, size=17, bold=True, full=title))
    told = f"{len({c.report.text for one in every for c in one.claims})} reports; bars: least to most that the words allow."
    for words in wrapped(told, WIDTH - 32, 2):
        y += 18
        drawn.append(label(words, 16, y, colour=FAINT))
    y += 10
    for one in every:
        made, y = _panel(one, tuple(rows(one, spread)), y, link)
        drawn += made
    if not every:
        y += 10
    return picture(WIDTH, y + 8, title, told, drawn)


def incident_rows(disputes: Iterable[Dispute], spread: Spreads = spreads) -> Iterator[dict[str, Any]]:
    """The same bars as rows of a table."""
    for one in disputes:
        measure, who = parsed(one.block).measure, one.who
        for row in rows(one, spread):
            yield {
                "measure": measure, "who": who, "kind": row.kind, "name": row.name, "says": row.words,
                "low": row.low, "high": row.high, "best": row.at if row.kind == "policy" else None,
                "note": row.note, "told": row.below, "id": row.id,
            }  # fmt: skip


def rows(dispute: Dispute, spread: Spreads = spreads) -> Iterator[Row]:
    """A row for each account, the earliest first, then one for each policy where there is more than one account."""
    given_up = {claim.id for one in dispute.positions if one.id in dispute.revised for a in one.accounts for claim in a.claims}
    for one in dispute.accounts:
        yield _row(one, one.id in given_up)
    for policy in spread(dispute) if len(dispute.accounts) > 1 else ():
        words = _words(policy.low, policy.high, policy.best)
        yield Row(
            policy.policy,
            _NAMES.get(policy.policy, policy.policy),
            "",
            words,
            policy.low,
            policy.high,
            policy.best,
            "policy",
            policy.why,
        )


def _row(one: Account, given_up: bool) -> Row:
    reports = f"{one.reports} report{'s' if one.reports > 1 else ''}"
    below = reports + (f", first {said(one.since)}" if one.since else "") + (f"; {one.basis}" if one.basis else "")
    kind = "denied" if one.denied else "earlier" if one.retold or given_up else "account"
    note = {"denied": "denied", "earlier": "given up since", "account": ""}[kind]
    value = one.value
    low = None if value.low == 0 < value.said else value.low
    at = None if low == value.said != value.high and value.high is not None else value.said  # a range has no number of its own
    words = f"{value.words} {one.modality}" if one.modality else value.words
    return Row(one.id, one.source.name, below, words, low, value.high, at, kind, note)


def _words(low: int | None, high: int | None, best: int | None) -> str:
    if low is None and high is None:
        return "none"
    ends = (
        f"{low:,}"
        if low == high and low is not None
        else f"{'?' if low is None else f'{low:,}'} to {'?' if high is None else f'{high:,}'}"
    )
    return ends + (f", best {best:,}" if best is not None and low != high else "")


def _panel(dispute: Dispute, every: Sequence[Row], top: float, link: Link | None) -> tuple[list[Svg], float]:
    title = f"{parsed(dispute.block).measure}: {dispute.who}"
    drawn = [label(cut(title[:1].upper() + title[1:], WIDTH - 32, 13, True), 16, top + 16, size=13, bold=True, full=title)]
    y = top + 28
    bottom = y + sum(_THIN if row.kind == "policy" else _ROW for row in every) + (12 if every else 0)
    ends = [end for row in every for end in (row.low, row.high, row.at) if end is not None]
    across, ticks = amounts([0, *ends], LEFT, WIDTH - RIGHT, 6)
    for tick in ticks:
        x = across.at(tick)
        drawn += [line(x, y, x, bottom, colour=GRID), label(f"{tick:,}", x, bottom + 15, anchor="middle", size=11, colour=FAINT)]
    drawn.append(line(LEFT, bottom, WIDTH - RIGHT, bottom, colour=FAINT))
    before = ""
    for row in every:
        if row.kind == "policy" != before and before:
            drawn.append(line(16, y + 4, WIDTH - 16, y + 4, colour=GRID, dash="4 3"))
            y += 10
        drawn.append(_bar(row, y, across, link))
        y += _THIN if row.kind == "policy" else _ROW
        before = row.kind
    return drawn, bottom + 30


def _bar(row: Row, top: float, across: Scale, link: Link | None) -> Svg:
    policy = row.kind == "policy"
    y = top + (_THIN if policy else _ROW) / 2
    drawn = _name(row, top)
    low, high = row.low, row.high
    nothing = low is None and high is None
    left = across.at(low) if low is not None else across.at(row.at or high or 0) - _OPEN
    right = across.at(high) if high is not None else across.at(row.at or low or 0) + _OPEN
    if not nothing:
        dash = {"denied": "2 3", "earlier": "5 3"}.get(row.kind)
        drawn.append(line(left, y, right, y, wide=2 if policy else 3, dash=dash))
        drawn += [line(x, y - 5, x, y + 5, wide=1.5) for x, end in ((left, low), (right, high)) if end is not None]
        drawn += _tip(left, y, 5) if low is None else []
        drawn += _tip(right, y, -5) if high is None else []
    if row.at is not None:
        kind = {"denied": "cross", "policy": "diamond"}.get(row.kind, "circle")
        drawn.append(shape(kind, across.at(row.at), y, 4, row.kind == "earlier"))
    shown = row.words + (f" ({row.note})" if row.note and not policy else "")
    drawn.append(_beside(shown, (LEFT if nothing else max(right, across.at(row.at or 0))) + 10, left - 10, y + 4, row.words))
    told = "; ".join(part for part in (row.name, shown, row.below, row.note if policy else "") if part)
    return mark(row.id, told, drawn, None if policy else link, "mark policy" if policy else f"mark {row.kind}")


def _beside(words: str, right: float, left: float, y: float, full: str) -> Svg:
    """The amount at the right of its bar; at the left where there is no room."""
    if right + width(words, 11) <= WIDTH - 8 or left - width(words, 11) < LEFT:
        return label(cut(words, WIDTH - 8 - right, 11), right, y, size=11, halo=True, full=full)
    return label(words, left, y, anchor="end", size=11, halo=True)


def _tip(x: float, y: float, back: float) -> list[Svg]:
    return [line(x + back, y - 4, x, y, wide=1.5), line(x + back, y + 4, x, y, wide=1.5)]


def _name(row: Row, top: float) -> list[Svg]:
    room = LEFT - 16 - 24
    if row.kind == "policy":
        return [
            label(f"By the rule of {row.name}", 16, top + 14, size=11, colour=INK, bold=True),
            label(cut(row.note, room, 10.5), 16, top + 27, size=10.5, colour=FAINT, full=row.note),
        ]
    return [
        label(cut(row.name, room), 16, top + 15, full=row.name),
        label(cut(row.below, room, 10.5), 16, top + 28, size=10.5, colour=FAINT, full=row.below),
    ]
