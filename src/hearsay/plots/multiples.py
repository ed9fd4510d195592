"""Small multiples for a page: each panel of a time line as a picture by itself, and as a card no larger than a stamp, all of
them over the same days and with the same sign for a source everywhere."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ..series.line import Line
from ..series.points import Point, standing
from .field import Frame
from .key import key
from .looks import Look
from .notes import LEFT, RIGHT
from .panel import named_for, panel
from .scale import Scale, amounts, days, said
from .style import FAINT, GRID, label, line, shape
from .svg import Link, Svg, el, picture
from .timeline import WIDTH, days_of, of_sources, panels

CARD_WIDE, CARD_HIGH = 240, 96
_EDGE, _FOOT = 8, 16
_FEW = 12
"""Points of a line up to which a card marks each; above it only the last."""
Days = tuple[Scale, tuple[tuple[date, str], ...]]


@dataclass(frozen=True, slots=True)
class _Narrow:
    """The days across a card, and its ends in words."""

    scale: Scale
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Panel:
    """One panel of a time line: its lines, and its two pictures. `title` is what it counts, in words."""

    title: str
    lines: tuple[Line, ...]
    svg: str
    """The panel as large as in the whole picture, without its title."""
    card: str
    """The panel as small as a stamp; its marks lead nowhere."""


def multiples(lines: Iterable[Line], *, link: Link | None = None, full: int | None = None) -> list[Panel]:
    """The panels of these lines, those of the harm with most marks first, of each harm those with most marks; those from number
    `full` on have a card alone (None: none)."""
    every = [one for one in lines if one.points or one.bars]
    found = of_sources(every)
    wide = days(days_of(every), LEFT + 6, WIDTH - RIGHT - 30)
    when = days_of(every)
    narrow = _Narrow(days(when, _EDGE + 2, CARD_WIDE - _EDGE - 2)[0], said(min(when)), said(max(when))) if when else None
    made = []
    for i, group in enumerate(_by_marks(panels(every))):
        assert narrow is not None  # there are days where there are panels
        large = _large(group, wide, found, link) if full is None or i < full else ""
        made.append(Panel(named_for(group[0]), group, large, _card(group, narrow, found)))
    return made


def _by_marks(groups: list[tuple[Line, ...]]) -> list[tuple[Line, ...]]:
    marks = {id(group): sum(len(one.points) + len(one.bars) for one in group) for group in groups}
    of_harm: Counter[str] = Counter()
    for group in groups:
        of_harm[group[0].key.measure] += marks[id(group)]
    return sorted(groups, key=lambda group: (-of_harm[group[0].key.measure], group[0].key.measure, -marks[id(group)]))


def _large(group: Sequence[Line], across: Days, looks: Mapping[str, Look], link: Link | None) -> str:
    made = panel(group, Frame(WIDTH, 4, *across), looks, link, titled=False)
    bottom, told = key(WIDTH, made.bottom + 4, group, link is not None)
    title = named_for(group[0])
    return picture(WIDTH, bottom, f"{title}, by source", _about(group), [*made.drawn, *told])


def _about(group: Sequence[Line]) -> str:
    when = days_of(group)
    points = sum(len(one.points) for one in group)
    return f"{points:,} totals from {len({one.key.source for one in group}):,} sources, {said(min(when))} to {said(max(when))}."


def _card(group: Sequence[Line], across: _Narrow, looks: Mapping[str, Look]) -> str:
    """A stamp: each source's way, its last total marked; the least and the greatest number at the edges."""
    values = [v for one in group for p in one.points for v in (p.amount.low, p.amount.high) if v is not None]
    values += [v for one in group for b in one.bars for v in (b.amount.low, b.amount.high) if v is not None]
    up, ticks = amounts(values, CARD_HIGH - _FOOT, 10, 2)
    drawn: list[Svg] = [line(_EDGE, up.at(ticks[0]), CARD_WIDE - _EDGE, up.at(ticks[0]), colour=FAINT)]
    drawn += [line(_EDGE, up.at(ticks[-1]), CARD_WIDE - _EDGE, up.at(ticks[-1]), colour=GRID)]
    for one in group:
        drawn += _way(one, across.scale, up, looks[one.key.source])
    drawn.append(label(f"{ticks[-1]:,}", _EDGE, up.at(ticks[-1]) + 11, size=10, colour=FAINT, halo=True))
    drawn.append(label(across.first, _EDGE, CARD_HIGH - 3, size=10, colour=FAINT))
    drawn.append(label(across.last, CARD_WIDE - _EDGE, CARD_HIGH - 3, size=10, colour=FAINT, anchor="end"))
    return picture(CARD_WIDE, CARD_HIGH, named_for(group[0]), _about(group), drawn)


def _way(one: Line, across: Scale, up: Scale, look: Look) -> list[Svg]:
    drawn: list[Svg] = []
    kept = standing(one.points)
    places = [(across.at(point.day.toordinal()), up.at(point.amount.middle or 0)) for point in kept]
    if len(places) > 1:
        path = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in places)
        drawn.append(
            el("path", d=path, fill="none", stroke=look.colour, stroke_width=1.4, stroke_dasharray=look.dash, class_=_tone(look))
        )
    drawn += [
        line(across.at(bar.start.toordinal()), at := up.at(bar.amount.middle or 0), across.at(bar.end.toordinal()), at,
             colour=look.colour, wide=2.5, dash="3 1.5")
        for bar in one.bars
    ]  # fmt: skip
    return drawn + [shape(look.shape, x, y, 3, colour=look.colour) for x, y in _marked(places, kept)]


def _marked(places: Sequence[tuple[float, float]], kept: Sequence[Point]) -> Sequence[tuple[float, float]]:
    return places if len(kept) <= _FEW else places[-1:]


def _tone(look: Look) -> str:
    from .style import COLOURS

    return f"tone{COLOURS.index(look.colour)}"
