"""Templates: everything that is put into one is shown safely, and the names that all of them know."""

from collections.abc import Iterator
from datetime import datetime
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape
from starlette.requests import Request
from starlette.responses import HTMLResponse

from ..codec import RECIPE
from ..export.phrases import amount, bounds, counted, spoken, window
from ..export.visible import visible
from . import icons, state
from .room import of

HERE = Path(__file__).parent
STATIC = HERE / "static"


class Link:
    """Addresses of the room's pages."""

    @staticmethod
    def report(key: str, start: int | None = None, end: int | None = None) -> str:
        """A report by its name or its text's id, at a passage (code points [start, end)) if one is given."""
        passage = "" if start is None else f"#char={start},{end}"
        return f"/report/{quote(key.removeprefix(RECIPE), safe='')}{passage}"

    @staticmethod
    def finding(id: str) -> str:
        """A finding, in its report."""
        return f"/finding/{quote(id.removeprefix(RECIPE), safe='')}"

    @staticmethod
    def original(text: str, start: int | None = None, end: int | None = None) -> str:
        """The captured page of a text, scrolled to a passage of the text."""
        query = "" if start is None else f"?char={start},{end}#passage"
        return f"/original/{quote(text.removeprefix(RECIPE), safe='')}{query}"


def page(request: Request, template: str, status: int = 200, **context: Any) -> HTMLResponse:
    """The page made of a template. Besides `context` it knows `navigation`, `here`, `reviewer`, `address`."""
    return HTMLResponse(fragment(request, template, **context), status)


def fragment(request: Request, template: str, **context: Any) -> str:
    """The same as text, for a part of a page that a script puts in."""
    query = request.url.query
    known = {
        "here": "",
        "navigation": navigation(request),
        "reviewer": state.reviewer(request),
        "address": request.url.path + (f"?{query}" if query else ""),
    }
    return environment().get_template(template).render(known | context)


def navigation(request: Request) -> list[tuple[str, str]]:
    """The names and paths of the pages that this room has, in order."""
    return [(name, path) for name, path in request.app.state.navigation if path in of(request).paths]


@cache
def environment() -> Environment:
    """Templates with autoescape; an unknown name is an error and no blank."""
    made = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals |= {"asset": asset, "link": Link, "icon": icons.icon, "icons": icons}
    made.filters |= {
        "exact": exact,
        "amount": amount,
        "bounds": bounds,
        "counted": counted,
        "spoken": spoken,
        "window": window,
        "number": number,
        "percent": percent,
        "moment": moment,
        "short": short,
        "drawing": drawing,
    }
    return made


def asset(path: str) -> str:
    """The address of a static file. It has a digest of all static files in it, so browsers may keep them for good."""
    return f"/static/{version()}/{path}"


@cache
def version() -> str:
    """A digest of all static files."""
    digest = blake2b(digest_size=6)
    for path in _files(STATIC):
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()


def exact(value: object) -> Markup:
    """A value with no more done than to escape it: for form fields, whose characters come back."""
    return Markup(escape("" if value is None else value))


def number(value: int) -> str:
    """12345 as "12,345"."""
    return f"{value:,}"


def percent(value: float | None) -> str:
    """A confidence as "87 %"; "" for none."""
    return "" if value is None else f"{value * 100:.0f} %"


def moment(value: datetime | str | None) -> str:
    """A time as "2031-06-02 09:30" in UTC, a day as it is."""
    if value is None:
        return ""
    text = value.isoformat() if isinstance(value, datetime) else value
    return text[:16].replace("T", " ")


def drawing(svg: str) -> Markup:
    """A picture of `hearsay.plots`, as it is: its words were escaped when they were put in."""
    return Markup(svg)


def short(id: str) -> str:
    """The first eight digits of an id."""
    return id.partition(":")[2][:8] or id[:8]


def _shown(value: object) -> object:
    """What `{{ value }}` becomes before it is escaped: no character of a report may steer what stands beside it."""
    if value is None:
        return ""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file())
