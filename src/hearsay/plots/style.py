"""The looks: what tells sources apart without colour, and the style sheet for pages that hold pictures."""

from .svg import NOTHING, Svg, el, text

INK, FAINT, GRID, PAPER = "#1c1c1c", "#5c5c5c", "#dcdcdc", "#ffffff"
SHAPES = ("circle", "square", "triangle", "diamond", "cross", "star", "wedge", "plus", "hexagon", "bar")
"""Signs of sources, in the order in which they are given out."""
HOLLOWS = (False, True)
DASHES = (None, "7 3", "2 3", "9 3 2 3", "12 4", "5 2 1 2 1 2")
COLOURS = ("#1f4e79", "#8a3b12", "#2f6b3a", "#6b3a75", "#7a6212", "#1f6f75")
"""Dark enough on white for text of any size (contrast of 5.5 at least); never the only difference."""


def shape(kind: str, x: float, y: float, size: float = 4.5, hollow: bool = False, colour: str = INK) -> Svg:
    """A sign with its middle at (x, y), about twice `size` across."""
    fill, s = (PAPER if hollow else colour), size
    kinds = f"{'hollow' if hollow else 'full'} {_class(colour)}"
    if kind == "circle":
        return el("circle", cx=x, cy=y, r=s, fill=fill, stroke=colour, stroke_width=1.5, class_=kinds)
    if kind in _OPEN:
        wide = 1.2 if hollow else 2.4
        return el("path", d=_path(_OPEN[kind], x, y, s), fill="none", stroke=colour, stroke_width=wide, class_=_class(colour))
    points = " ".join(f"{x + dx * s:.1f},{y + dy * s:.1f}" for dx, dy in _CLOSED[kind])
    return el("polygon", points=points, fill=fill, stroke=colour, stroke_width=1.5, class_=kinds)


_CLOSED: dict[str, tuple[tuple[float, float], ...]] = {
    "square": ((-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)),
    "triangle": ((0, -1.15), (1.1, 0.85), (-1.1, 0.85)),
    "diamond": ((0, -1.3), (1.1, 0), (0, 1.3), (-1.1, 0)),
    "wedge": ((0, 1.15), (1.1, -0.85), (-1.1, -0.85)),
    "hexagon": ((-1.2, 0), (-0.6, -1), (0.6, -1), (1.2, 0), (0.6, 1), (-0.6, 1)),
    "bar": ((-0.5, -1.3), (0.5, -1.3), (0.5, 1.3), (-0.5, 1.3)),
    "star": (
        (0, -1.4), (0.38, -0.52), (1.33, -0.43), (0.62, 0.2), (0.82, 1.13),
        (0, 0.65), (-0.82, 1.13), (-0.62, 0.2), (-1.33, -0.43), (-0.38, -0.52),
    ),
}  # fmt: skip
_OPEN: dict[str, tuple[tuple[float, float, float, float], ...]] = {
    "cross": ((-1, -1, 1, 1), (-1, 1, 1, -1)),
    "plus": ((-1.25, 0, 1.25, 0), (0, -1.25, 0, 1.25)),
}


def _path(strokes: tuple[tuple[float, float, float, float], ...], x: float, y: float, s: float) -> str:
    return " ".join(f"M{x + a * s:.1f} {y + b * s:.1f}L{x + c * s:.1f} {y + d * s:.1f}" for a, b, c, d in strokes)


def line(x1: float, y1: float, x2: float, y2: float, *, colour: str = INK, wide: float = 1, dash: str | None = None) -> Svg:
    """A straight stroke."""
    return el("line", x1=x1, y1=y1, x2=x2, y2=y2, stroke=colour, stroke_width=wide, stroke_dasharray=dash, class_=_class(colour))


def label(
    words: str,
    x: float,
    y: float,
    *,
    anchor: str | None = None,
    size: float = 12,
    bold: bool = False,
    colour: str = INK,
    halo: bool = False,
    full: str = "",
) -> Svg:
    """Words with the foot of their letters at `y`, from left to right or right to left as their first letters are. `full` is the
    title of what was cut; `halo` sets them off from what lies beneath."""
    title = el("title", text(full)) if full and full != words else NOTHING
    return el(
        "text",
        title,
        text(words),
        x=x,
        y=y,
        text_anchor=anchor,
        font_size=None if size == 12 else size,
        font_weight="bold" if bold else None,
        fill=colour,
        unicode_bidi=None if words.isascii() else "plaintext",
        class_=_class(colour) + (" halo" if halo else ""),
        stroke=PAPER if halo else None,
        stroke_width=3 if halo else None,
        stroke_linejoin="round" if halo else None,
        paint_order="stroke" if halo else None,
    )


def _class(colour: str) -> str:
    return {INK: "ink", FAINT: "faint", GRID: "grid"}.get(colour, f"tone{COLOURS.index(colour)}" if colour in COLOURS else "ink")


NIGHT = ("#1c2026", "#ececec", "#a9b0b6", "#394047", ("#8ec1ee", "#f0a983", "#93cf9d", "#d3a4dd", "#dcc26a", "#84d0d6"))
"""Paper, ink, faint, grid and the colours of sources for dark schemes, each as legible on dark as its like on white."""


def stylesheet(*, by_scheme: bool = False) -> str:
    """CSS for pages that hold pictures: dark schemes, a ring around what has the focus, no wider than the page. With
    `by_scheme` the page's own `color-scheme` decides between light and dark, else the reader's system does."""
    day, night = (PAPER, INK, FAINT, GRID, COLOURS), NIGHT
    light = _declared(_names(*day))
    if by_scheme:
        both = zip(_names(*day), _names(*night), strict=True)
        scheme = _declared([(name, f"light-dark({one}, {other})") for (name, one), (_, other) in both])
        schemes = f".hearsay-plot {{ {scheme} }}"
    else:
        dark = _declared(_names(*night))
        schemes = f".hearsay-plot {{ {light} }}\n@media (prefers-color-scheme: dark) {{ .hearsay-plot {{ {dark} }} }}"
    tones = "\n".join(
        f".hearsay-plot .tone{i} {{ stroke: var(--plot-tone{i}) }}\n.hearsay-plot .full.tone{i} {{ fill: var(--plot-tone{i}) }}"
        for i in range(len(COLOURS))
    )
    return _SHEET.format(schemes=schemes, light=light, tones=tones)


def _declared(names: list[tuple[str, str]]) -> str:
    return "; ".join(f"--plot-{name}: {value}" for name, value in names)


def _names(paper: str, ink: str, faint: str, grid: str, tones: tuple[str, ...]) -> list[tuple[str, str]]:
    return [("paper", paper), ("ink", ink), ("faint", faint), ("grid", grid), *((f"tone{i}", t) for i, t in enumerate(tones))]


_SHEET = """.hearsay-plot {{ max-inline-size: 100%; block-size: auto }}
{schemes}
@media print {{ .hearsay-plot {{ {light} }} }}
.hearsay-plot .paper {{ fill: var(--plot-paper) }}
.hearsay-plot :is(line, path, circle, polygon).ink {{ stroke: var(--plot-ink) }}
.hearsay-plot .full.ink {{ fill: var(--plot-ink) }}
.hearsay-plot text.ink {{ fill: var(--plot-ink) }}
.hearsay-plot line.faint, .hearsay-plot path.faint {{ stroke: var(--plot-faint) }}
.hearsay-plot text.faint {{ fill: var(--plot-faint) }}
.hearsay-plot line.grid {{ stroke: var(--plot-grid) }}
.hearsay-plot .box {{ fill: var(--plot-paper); stroke: var(--plot-ink) }}
.hearsay-plot .arrow {{ fill: var(--plot-ink); stroke: none }}
.hearsay-plot .hollow {{ fill: var(--plot-paper) }}
.hearsay-plot text.halo {{ stroke: var(--plot-paper) }}
{tones}
.hearsay-plot .reach {{ fill: none; stroke: none }}
.hearsay-plot a:focus {{ outline: 3px solid var(--plot-ink); outline-offset: 2px }}
.hearsay-plot a:hover text {{ text-decoration: underline }}
"""
