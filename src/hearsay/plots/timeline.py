"""A time line of figures: small multiples for each harm and group, all over the same days, a sign and a dash for each source."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from ..series.line import Line
from .field import Frame
from .key import key
from .looks import Look, looks
from .measure import wrapped
from .notes import LEFT, RIGHT
from .panel import panel
from .scale import days, said
from .style import FAINT, label
from .svg import Link, Svg, picture

WIDTH = 900
_TITLE, _LEAD = 17, 22


def timeline_svg(lines: Iterable[Line], *, link: Link | None = None, title: str = "Running totals, by source") -> str:
    """The lines as a picture. Every point and stretch carries its finding's id as `data-id` and leads where `link` says."""
    every = [line for line in lines if line.points or line.bars]
    found = of_sources(every)
    y, drawn = _head(title, _about(every))
    across = days(days_of(every), LEFT + 6, WIDTH - RIGHT - 30)
    for group in panels(every):
        made = panel(group, Frame(WIDTH, y, *across), {line.key.source: found[line.key.source] for line in group}, link)
        drawn += made.drawn
        y = made.bottom
    bottom, told = key(WIDTH, y + 4, every, link is not None)
    return picture(WIDTH, bottom, title, _about(every), [*drawn, *told])


def panels(lines: Iterable[Line]) -> list[tuple[Line, ...]]:
    """The lines that are drawn together, panel by panel: those of one harm, group and place; none without a mark."""
    found: dict[tuple[str, ...], list[Line]] = defaultdict(list)
    for line in sorted((one for one in lines if one.points or one.bars), key=lambda one: one.key):
        found[(*line.key.panel, line.key.modality)].append(line)
    return [tuple(group) for _, group in sorted(found.items())]


def of_sources(lines: Iterable[Line]) -> dict[str, Look]:
    """The look of each source, the plainest for the one with most marks."""
    sizes: Counter[str] = Counter()
    for line in lines:
        sizes[line.key.source] += len(line.points) + len(line.bars)
    return looks(sizes)


def _head(title: str, about: str) -> tuple[float, list[Svg]]:
    drawn: list[Svg] = []
    y: float = 10
    for words in wrapped(title, WIDTH - 32, 3, _TITLE, True):
        y += _LEAD
        drawn.append(label(words, 16, y, size=_TITLE, bold=True, full=title))
    for words in wrapped(about, WIDTH - 32, 3):
        y += 17
        drawn.append(label(words, 16, y, colour=FAINT, full=about))
    return y + 14, drawn


def _about(lines: Sequence[Line]) -> str:
    """What is in the picture, in words."""
    points = sum(len(line.points) for line in lines)
    bars = sum(len(line.bars) for line in lines)
    sources = len({line.key.source for line in lines})
    if not lines:
        return "No running totals: nothing to draw."
    when = days_of(lines)
    parts = [_several(points, "total"), *([_several(bars, "figure over a stretch", "figures over stretches")] if bars else [])]
    return f"{' and '.join(parts)} from {_several(sources, 'source')}, {said(min(when))} to {said(max(when))}."


def _several(number: int, one: str, many: str = "") -> str:
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def days_of(lines: Iterable[Line]) -> list[date]:
    """All days on which something of these lines is drawn, in no order."""
    found: list[date] = []
    for line in lines:
        found += [point.day for point in line.points] + [point.first for point in line.points]
        found += [day for bar in line.bars for day in (bar.start, bar.end)]
    return found
