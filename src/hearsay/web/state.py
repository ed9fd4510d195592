"""Who is reviewing: a name that is asked once and kept in a cookie of this browser."""

from urllib.parse import quote, unquote, urlsplit

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from ..errors import HearsayError
from ..ledger import PERSON

COOKIE = "hearsay_name"
LONGEST = 80
"""Characters of a name."""

_YEAR = 365 * 24 * 3600


class NoName(HearsayError):
    """A change was asked for by somebody whose name is not known yet."""


def reviewer(request: Request) -> str:
    """The name of who is reviewing, "" where it is not known yet."""
    return clean(unquote(request.cookies.get(COOKIE, "")))


def agent(request: Request) -> str:
    """The reviewer as an agent, "person:NAME". Raises `NoName`."""
    name = reviewer(request)
    if not name:
        raise NoName("Say first who you are: verdicts carry a name.")
    return PERSON + name


def taker(request: Request) -> str:
    """Who takes rows out of the ledger: the reviewer as an agent, or "web" where no name is known."""
    name = reviewer(request)
    return PERSON + name if name else "web"


def clean(name: str) -> str:
    """A name as it is kept: one line, printable, without blanks around it; "" for none."""
    return "".join(c for c in " ".join(name.split()) if c.isprintable())[:LONGEST].strip()


def remember(response: Response, name: str, secure: bool) -> None:
    """Sets the cookie with the name."""
    response.set_cookie(COOKIE, quote(name, safe=""), max_age=_YEAR, httponly=True, samesite="strict", secure=secure)


def back(request: Request, where: str = "") -> RedirectResponse:
    """The way back to the page that a form stood on (its field `back`, passed as `where`); never to another site."""
    return RedirectResponse(local(where, request.scope.get("root_path", "") + "/"), 303)


def local(where: str, otherwise: str = "/") -> str:
    """`where` if it is an address on this site, else `otherwise`."""
    parts = urlsplit(where)
    strange = parts.scheme or parts.netloc or not where.startswith("/") or where.startswith(("//", "/\\"))
    return otherwise if strange or any(ord(c) < 32 or c == "\\" for c in where) else where
