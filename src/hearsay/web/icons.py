"""Small drawings, each with a shape of its own: a meaning is never told by colour alone. Drawn for Hearsay, 16 units square; they
stand in drawings.txt, a line each: a name and the inside of an SVG."""

from functools import cache
from pathlib import Path

from markupsafe import Markup, escape


def icon(name: str) -> Markup:
    """The drawing of that name, for eyes alone (words stand beside it). Raises `KeyError` for an unknown name."""
    inside = _drawings()[name]
    size = 'viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false"'
    return Markup(f'<svg class="icon i-{escape(name)}" {size}>{inside}</svg>')  # our own drawings


def known(name: str) -> bool:
    """Whether there is a drawing of that name."""
    return name in _drawings()


@cache
def _drawings() -> dict[str, str]:
    lines = Path(__file__).with_name("drawings.txt").read_text(encoding="utf-8").splitlines()
    return {name: inside for name, _, inside in (line.partition(" ") for line in lines)}
