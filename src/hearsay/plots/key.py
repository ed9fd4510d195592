"""How to read a time line: only the signs that are in the picture."""

from collections.abc import Callable, Iterator, Sequence

from ..series.line import Line
from ..series.steps import Remark
from .measure import width
from .style import FAINT, INK, label, line, shape
from .svg import Svg, el

_HIGH, _SIGN = 20, 26
_Sign = Callable[[float, float], list[Svg]]


def key(wide: float, top: float, lines: Sequence[Line], linked: bool) -> tuple[float, list[Svg]]:
    """The bottom of the picture, and the key from `top` on; `linked`: the points lead to their words."""
    if not lines:
        return top, []
    drawn = [line(16, top, wide - 16, top, colour=FAINT)]
    x, y = 16.0, top + 20
    for words, sign in _entries(lines, linked):
        needs = _SIGN + width(words, 11) + 18
        if x + needs > wide - 16 and x > 16:
            x, y = 16.0, y + _HIGH
        drawn += [*sign(x + 10, y - 4), label(words, x + _SIGN, y, size=11, colour=FAINT)]
        x += needs
    return y + 16, drawn


def _entries(lines: Sequence[Line], linked: bool) -> Iterator[tuple[str, _Sign]]:
    points = [point for one in lines for point in one.points]
    steps = [step for one in lines for step in one.steps]
    ends = [point.amount for point in points] + [bar.amount for one in lines for bar in one.bars]
    if any(one.low is not None and one.high is not None and one.low != one.high for one in ends):
        yield "least to most that the words allow", _range
    if any(one.low is None or one.high is None for one in ends):
        yield "the words leave this end open", _open
    if any(point.revised_by for point in points):
        yield "revised later, for the same day", _old
    if any(point.via or len(point.outlets) > 1 for point in points):
        yield "the same figure relayed or repeated", _ring
    if any(point.first != point.day for point in points):
        yield "day not known more closely", _vague
    if any(one.bars for one in lines):
        yield "a figure over a stretch, no part of the total", _bar
    if any(step.late for step in steps):
        yield "of it, came in late (derived)", _late
    if any(not step.comparable for step in steps):
        yield "counts otherwise from here on", _break
    if any(step.has(Remark.GAP) for step in steps):
        yield "longer without a total than usual", _gap
    last = ["(a) told below the panel"] if any(flag.remark is not Remark.GAP for step in steps for flag in step.flags) else []
    last += ["points link to their words"] if linked else []
    yield "; ".join(last) or "points: totals, as of their day", _none


def _range(x: float, y: float) -> list[Svg]:
    return [
        line(x, y - 7, x, y + 7),
        line(x - 4, y - 7, x + 4, y - 7),
        line(x - 4, y + 7, x + 4, y + 7),
        shape("circle", x, y, 3),
    ]


def _open(x: float, y: float) -> list[Svg]:
    y += 6
    return [shape("circle", x, y, 3), line(x, y, x, y - 14), line(x - 3, y - 10, x, y - 14), line(x + 3, y - 10, x, y - 14)]


def _old(x: float, y: float) -> list[Svg]:
    return [line(x, y - 6, x, y + 6, dash="2 2"), shape("circle", x, y + 5, 3, hollow=True), shape("circle", x, y - 6, 3)]


def _ring(x: float, y: float) -> list[Svg]:
    return [el("circle", cx=x, cy=y, r=7, fill="none", stroke=INK, class_="ink ring"), shape("circle", x, y, 3.5)]


def _vague(x: float, y: float) -> list[Svg]:
    return [line(x - 9, y, x + 5, y), shape("circle", x + 5, y, 3)]


def _bar(x: float, y: float) -> list[Svg]:
    ends = [line(x + dx, y - 4, x + dx, y + 4, wide=1.5) for dx in (-9, 9)]
    return [line(x - 9, y, x + 9, y, wide=3.5, dash="3 1.5"), *ends, shape("circle", x, y, 3, hollow=True)]


def _late(x: float, y: float) -> list[Svg]:
    return [
        line(x - 2.5, y - 6, x - 2.5, y + 6),
        line(x + 2.5, y - 6, x + 2.5, y + 6),
        line(x - 5, y + 6, x + 5, y + 6, wide=1.5),
    ]


def _break(x: float, y: float) -> list[Svg]:
    return [line(x - 5, y + 7, x - 1, y - 7, wide=1.5), line(x + 1, y + 7, x + 5, y - 7, wide=1.5)]


def _gap(x: float, y: float) -> list[Svg]:
    return [line(x - 10, y, x + 10, y, dash="1 4")]


def _none(x: float, y: float) -> list[Svg]:  # noqa: ARG001 (a sign like the others)
    return []
