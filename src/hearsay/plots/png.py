"""From SVG to PNG, without a browser. Needs resvg_py, and a font on the computer."""

from functools import lru_cache
from typing import Any

from ..errors import HearsayError

FAMILIES = ("DejaVu Sans", "Noto Sans", "Liberation Sans", "Arial", "Helvetica", "Segoe UI")
"""Fonts that "sans-serif" is read as, in order of preference; where none of them is installed the renderer takes another."""
_PROBE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 30" width="90" height="30">'
    '<text x="5" y="22" font-size="20" font-family="{}">Wim1</text></svg>'
)


class NoFont(HearsayError):
    """No font is installed: letters would be missing from the picture."""


def to_png(svg: str, zoom: float = 2.0) -> bytes:
    """The picture as PNG, `zoom` pixels a user unit, on white. Raises `NoFont` where its words could not be drawn."""
    import resvg_py

    return bytes(resvg_py.svg_to_bytes(svg_string=svg, zoom=zoom, background="#ffffff", **_fonts()))


@lru_cache(maxsize=1)
def _fonts() -> dict[str, Any]:
    family = family_of()
    return {"sans_serif_family": family, "font_family": family}


def family_of(**options: Any) -> str:
    """The font family that is used; `options` go to the renderer. Raises `NoFont` where a letter leaves no trace in any."""
    import resvg_py

    def drawn(family: str, words: str = "Wim1") -> bytes:
        probe = _PROBE.format(family).replace("Wim1", words)
        return bytes(resvg_py.svg_to_bytes(svg_string=probe, **options))

    empty = drawn("serif", "")
    for family in FAMILIES:
        if drawn(family) != empty:
            return family
    raise NoFont(
        "no font was found to draw letters with: install one (Debian: fonts-dejavu-core or fonts-noto-core), or take the SVG"
    )
