"""Building SVG. Text is escaped when it enters, so that what has the type `Svg` is safe to put into a document.

Looks are presentation attributes: a page's style sheet (`style.stylesheet`) may override them, and a strict content policy that
forbids style elements and attributes blocks none of them. There are no ids in the picture, so several may stand in one page.
"""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import NewType
from xml.sax.saxutils import escape, quoteattr

from .measure import readable

Svg = NewType("Svg", str)
Link = Callable[[str], str | None]
"""From the id of a finding (or of a node of a graph) to the address that its mark leads to; None: it leads nowhere."""

_HREF = re.compile(r"(?:https?://|[/#?]|\./|\.\./|[\w.-]+(?:[/?#]|$))")
_PLAIN = re.compile(r"[\w #.,:;/()?=-]*").fullmatch
"""Nothing in it that would have to be escaped."""
NOTHING = Svg("")


def el(name: str, *children: Svg, **attributes: str | float | None) -> Svg:
    """An element. In names of attributes "_" stands for "-", and a last "_" is dropped ("class_"); None leaves one out. Numbers
    are rounded to a tenth."""
    inner = "".join(children)
    opening = f"<{name}{_written(attributes)}"
    return Svg(f"{opening}>{inner}</{name}>" if inner else f"{opening}/>")


def text(words: str) -> Svg:
    """Words as character data."""
    return Svg(escape(readable(words)))


def group(children: Iterable[Svg], **attributes: str | float | None) -> Svg:
    """A `g` element; its children are put together as they come."""
    return el("g", *children, **attributes)


def mark(
    id: str,
    told: str,
    children: Iterable[Svg],
    link: Link | None = None,
    class_: str = "mark",
    reach: Svg | None = None,
    node: str | None = None,
) -> Svg:
    """What stands for a finding: `told` is its title (read out, and shown when pointed at). With an address it is a link, which
    the keyboard reaches, and which is as large as `reach`: a shape that is not seen, for those who can't point closely.
    `node` is the node that it stands for, where several stand for one finding. Raises `ValueError` for an address that is no
    web address and no path."""
    address = link(id) if link else None
    inside = [el("title", text(told)), *children]
    if address is None:
        return group(inside, class_=class_, data_id=id)
    if not _HREF.match(address):
        raise ValueError(f"{address!r} is neither a web address nor a path")
    return el("a", *inside, *([reach] if reach else []), href=address, class_=class_, data_id=id, data_node=node, aria_label=told)


def picture(width: float, height: float, title: str, about: str, children: Iterable[Svg]) -> str:
    """A whole picture with a white ground, its title and description for those who do not see it."""
    return el(
        "svg",
        el("title", text(title)),
        el("desc", text(about)),
        el("rect", width=width, height=height, fill="#ffffff", class_="paper"),
        *children,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {_number(width)} {_number(height)}",
        width=width,
        height=height,
        role="group",
        aria_label=title,
        class_="hearsay-plot",
        font_family="sans-serif",
        font_size="12",
    )


def _written(attributes: dict[str, str | float | None]) -> str:
    return "".join([f" {_name(k)}={_quoted(v)}" for k, v in attributes.items() if v is not None])


@lru_cache(maxsize=256)
def _name(name: str) -> str:
    return name.rstrip("_").replace("_", "-")


def _quoted(value: str | float) -> str:
    if not isinstance(value, str):
        return f'"{_number(value)}"'
    return f'"{value}"' if _PLAIN(value) else quoteattr(readable(value))


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else str(value)
