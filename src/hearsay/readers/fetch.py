"""Fetching a page that the user named, without being led anywhere else.

A page on the web may point, by name or by redirect, at a machine that only this computer can reach. So every host
is resolved once, each of its addresses must be a public one, and the connection goes to the address that was checked.
"""

import http.client
import ipaddress
import socket
import ssl
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from importlib.metadata import version
from io import BytesIO
from typing import cast
from urllib.parse import SplitResult, urljoin, urlsplit

from ..errors import NotFetched, TooMuch
from .base import Input
from .limits import STANDARD, Limits, gunzip, mebibytes

Check = Callable[[str], bool]
"""Whether a numeric address may be connected to."""

_REDIRECTS = frozenset({301, 302, 303, 307, 308})


def is_public(address: str) -> bool:
    """Whether an address belongs to the public internet. IPv4 inside IPv6 (mapped, 6to4, Teredo, NAT64) is judged as
    the IPv4 that it stands for."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        if ip in _NAT64:
            return is_public(str(ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)))
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if inner is not None:
            return is_public(str(inner))
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


def fetch(url: str, limits: Limits = STANDARD, *, allowed: Check = is_public) -> Input:
    """The bytes behind an http(s) URL, after at most `limits.redirects` redirects. No cookies, no proxy, no scripts.

    `Input.name` and `url` are the URL that answered. Raises `NotFetched` where it may not or cannot be fetched and
    `TooMuch` beyond the size or time limit."""
    until = time.monotonic() + limits.fetch
    current = url
    for _ in range(limits.redirects + 1):
        parts = _checked(url, current)
        try:
            answer = _request(url, parts, limits, until, allowed)
        except (OSError, http.client.HTTPException, UnicodeError) as error:
            raise NotFetched(url, f"could not be fetched ({_plainly(error)})") from error
        if isinstance(answer, Input):
            return answer
        current = urljoin(current, answer)
    raise NotFetched(url, f"redirects more than {limits.redirects} times")


def _plainly(error: Exception) -> str:
    if isinstance(error, socket.gaierror):
        return "no such host"
    if isinstance(error, TimeoutError):
        return "no answer in time"
    return str(getattr(error, "strerror", None) or error or type(error).__name__)


def _checked(asked: str, url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError as error:
        raise NotFetched(asked, f"is not a valid URL ({error})") from error
    if parts.scheme not in ("http", "https"):
        raise NotFetched(asked, f"only http and https are fetched, not {parts.scheme or 'a URL without a scheme'}")
    if not parts.hostname:
        raise NotFetched(asked, "is a URL without a host")
    if parts.username is not None or parts.password is not None:
        raise NotFetched(asked, "holds a user name or password")
    return parts


def _addresses(asked: str, host: str, port: int, allowed: Check) -> list[str]:
    """The addresses of a host. All of them must be allowed: one that is not shows what the name is for."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)  # also reads 2130706433 and 0x7f000001
    addresses = [str(entry[4][0]) for entry in found]
    for address in addresses:
        if not allowed(address):
            raise NotFetched(asked, f"{host} is not a public address ({address})")
    if not addresses:
        raise NotFetched(asked, f"{host} has no address")
    return addresses


def _connected(addresses: list[str], port: int, until: float) -> socket.socket:
    """A connection to the first address that answers (a host may have one that this network does not reach)."""
    for i, address in enumerate(addresses):
        try:
            return socket.create_connection((address, port), timeout=max(0.01, until - time.monotonic()))
        except OSError:
            if i == len(addresses) - 1:
                raise
    raise AssertionError


def _request(asked: str, parts: SplitResult, limits: Limits, until: float, allowed: Check) -> Input | str:
    """One request: the page, or where it redirects to."""
    host, secure = cast(str, parts.hostname), parts.scheme == "https"
    port = parts.port or (443 if secure else 80)
    sock = _connected(_addresses(asked, host, port, allowed), port, until)
    if secure:
        context = ssl.create_default_context()
        sock = context.wrap_socket(sock, server_hostname=host, do_handshake_on_connect=False)
    # Whatever pace the other side keeps (a byte a second, say), the connection ends at the time limit.
    clock = threading.Timer(max(0.0, until - time.monotonic()), _hang_up, (sock,))
    clock.daemon = True
    clock.start()
    late = TooMuch(asked, f"took more than {limits.fetch:g} seconds to fetch")
    try:
        if isinstance(sock, ssl.SSLSocket):
            sock.do_handshake()
        answer = _exchange(asked, parts, http.client.HTTPConnection(host, port), sock, limits)
    except (OSError, http.client.HTTPException, NotFetched) as error:
        if time.monotonic() >= until:
            raise late from error
        raise
    finally:
        clock.cancel()
        sock.close()
    if time.monotonic() >= until:  # a body without a stated length would seem whole
        raise late
    return answer


def _hang_up(sock: socket.socket) -> None:
    with suppress(OSError):
        sock.shutdown(socket.SHUT_RDWR)


def _exchange(
    asked: str, parts: SplitResult, connection: http.client.HTTPConnection, sock: socket.socket, limits: Limits
) -> Input | str:
    connection.sock = sock
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    connection.request("GET", _ascii(path), headers=_headers(parts))
    response = connection.getresponse()
    with response:
        if response.status in _REDIRECTS and (target := response.getheader("Location")):
            return target
        if not 200 <= response.status < 300:
            raise NotFetched(asked, f"the server answered {response.status} {response.reason}".rstrip())
        return _received(asked, parts, response, limits)


def _headers(parts: SplitResult) -> dict[str, str]:
    host = parts.netloc.encode("idna").decode() if not parts.netloc.isascii() else parts.netloc
    accept = "text/html, application/xhtml+xml, application/pdf, text/plain, application/rss+xml, application/atom+xml"
    return {
        "Host": host,
        "User-Agent": f"hearsay/{version('hearsay')}",
        "Accept": f"{accept}, */*;q=0.5",
        "Accept-Encoding": "gzip",
        "Connection": "close",
    }


def _ascii(path: str) -> str:
    from urllib.parse import quote

    return quote(path, safe="/?#[]@!$&'()*+,;=:%~-._")


def _received(asked: str, parts: SplitResult, response: http.client.HTTPResponse, limits: Limits) -> Input:
    kept: list[bytes] = []
    held = 0
    while chunk := response.read1(1 << 16):
        held += len(chunk)
        if held > limits.size:
            raise TooMuch(asked, f"is larger than {mebibytes(limits.size)}")
        kept.append(chunk)
    if response.length:  # read1 does not say so
        raise NotFetched(asked, f"the connection ended {response.length:,} bytes too early")
    data = b"".join(kept)
    encoding = (response.getheader("Content-Encoding") or "").lower()
    if encoding in ("gzip", "x-gzip"):
        data = gunzip(BytesIO(data), asked, limits)
    elif encoding not in ("", "identity"):
        raise NotFetched(asked, f"is packed in a way that was not asked for ({encoding})")
    url = parts._replace(fragment="").geturl()
    stated = response.headers
    charset = stated.get_content_charset() or ""
    media_type = stated.get_content_type() if "Content-Type" in stated else ""
    return Input(url, data, media_type, url, _date(response), "http", charset)


def _date(response: http.client.HTTPResponse) -> datetime:
    """When the page was sent, by the server's clock where it tells."""
    try:
        return parsedate_to_datetime(response.getheader("Date") or "").astimezone(UTC)
    except (ValueError, TypeError):
        return datetime.now(UTC)
