"""What stands between the pages and the world: who may ask, what may change something, and what a page may load.

The rules, each with its test: a Host name that is not ours is refused (a page elsewhere could rebind its name to this
computer); a change comes from our own pages (Sec-Fetch-Site, else Origin; programs send neither); with a token, nobody gets
in without it; a page loads nothing but our own files.
"""

from collections.abc import Mapping
from http.cookies import CookieError, SimpleCookie
from ipaddress import ip_address
from secrets import compare_digest
from urllib.parse import parse_qsl, urlencode, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from .room import Settings

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
"""Names of this computer that no other computer can take."""

COOKIE = "hearsay_token"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; frame-src 'self';"
    " form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS: Mapping[str, str] = {
    "content-security-policy": POLICY,
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "x-dns-prefetch-control": "off",
    "cache-control": "no-store",
}
"""Set on every answer that does not say otherwise itself: what stands in a ledger stays out of caches on the disk."""

_SAFE = frozenset({"GET", "HEAD"})
_ENTERED = """<!doctype html><html lang="en"><meta charset="utf-8"><meta http-equiv="refresh" content="0;url={url}">
<title>Hearsay</title><p><a href="{url}">Go on</a></p></html>"""


class Guard:
    """The ASGI application that lets through what the rules allow."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers itself where the request is refused."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        answer = self._refusal(scope)
        await (answer or self._app)(scope, receive, guarded)

    def _refusal(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        if not self._answers_to(_host(headers.get("host", ""))):
            return PlainTextResponse("This host name is not one that Hearsay answers to (see hearsay serve --host).", 421)
        if scope["method"] not in _SAFE and not own(headers):
            return PlainTextResponse("Refused: a change must come from a page of this room.", 403)
        return self._stopped(scope, headers) if self._settings.token else None

    def _answers_to(self, host: str) -> bool:
        """Whether a host name is ours. With a token, any address in numbers will do: only a name can be rebound."""
        return host in self._settings.hosts or (self._settings.token is not None and _numbers(host))

    def _stopped(self, scope: Scope, headers: Headers) -> Response | None:
        """Nothing for a visitor who has the token; with the token in the address, the cookie that replaces it."""
        token = self._settings.token or ""
        query = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
        given = dict(query).get("token")
        if given is not None and scope["method"] in _SAFE and _same(given, token):
            return _entered(scope, [pair for pair in query if pair[0] != "token"], token)
        bearer = headers.get("authorization", "").removeprefix("Bearer ")
        if _same(_cookie(headers), token) or _same(bearer, token):
            return None
        return PlainTextResponse("A token is needed: open the address that hearsay serve printed.", 401)


def own(headers: Headers) -> bool:
    """Whether a change comes from our own pages, or from a program that is no browser."""
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site in ("same-origin", "none")
    origin = headers.get("origin")
    return origin is None or urlsplit(origin).netloc == headers.get("host")


def _host(host: str) -> str:
    """The name in a Host header, without port and brackets."""
    if host.startswith("["):
        return host[1:].partition("]")[0]
    return host.partition(":")[0].lower()


def _numbers(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def _same(given: str, token: str) -> bool:
    return compare_digest(given.encode(errors="replace"), token.encode())


def _cookie(headers: Headers) -> str:
    try:
        found = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
    except CookieError:
        return ""
    return found.value if found else ""


def _entered(scope: Scope, query: list[tuple[str, str]], token: str) -> Response:
    """A page and no redirect: a browser that follows one from elsewhere would not send the new cookie along."""
    url = scope["path"] + (f"?{urlencode(query)}" if query else "")
    safe = url.replace("&", "&amp;").replace('"', "%22").replace("<", "%3C").replace(";", "%3B").replace("&amp%3B", "&amp;")
    response = HTMLResponse(_ENTERED.format(url=safe if safe.startswith("/") and not safe.startswith("//") else "/"))
    response.set_cookie(COOKIE, token, httponly=True, samesite="strict", secure=scope.get("scheme") == "https")
    return response
