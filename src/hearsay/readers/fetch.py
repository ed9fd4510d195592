"""Fetching a page that the user named, without being led anywhere else.

A page on the web may point, by name or by redirect, at a machine that only this computer can reach. So every host
is resolved once, each of its addresses must be a public one, and the connection goes to the address that was checked.
"""

import http.client
import ipaddress
import socket
import ssl
import time
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from importlib.metadata import version
from io import BytesIO
from typing import BinaryIO, cast
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


def _address(asked: str, host: str, port: int, allowed: Check) -> str:
    """The first address of a host. All of them must be allowed: one that is not shows what the name is for."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)  # also reads 2130706433 and 0x7f000001
    addresses = [str(entry[4][0]) for entry in found]
    for address in addresses:
        if not allowed(address):
            raise NotFetched(asked, f"{host} is not a public address ({address})")
    if not addresses:
        raise NotFetched(asked, f"{host} has no address")
    return addresses[0]


class _Clocked:
    """Reads a response until a point in time, whatever pace the other side keeps."""

    def __init__(self, response: http.client.HTTPResponse, sock: socket.socket, asked: str, until: float) -> None:
        self._response, self._sock, self._asked, self._until = response, sock, asked, until

    def read(self, size: int = -1) -> bytes:
        left = self._until - time.monotonic()
        if left <= 0:
            raise TooMuch(self._asked, "took too long to fetch")
        if self._sock.fileno() >= 0:
            self._sock.settimeout(left)
        return self._response.read1(size)


def _request(asked: str, parts: SplitResult, limits: Limits, until: float, allowed: Check) -> Input | str:
    """One request: the page, or where it redirects to."""
    host, secure = cast(str, parts.hostname), parts.scheme == "https"
    port = parts.port or (443 if secure else 80)
    left = until - time.monotonic()
    if left <= 0:
        raise TooMuch(asked, "took too long to fetch")
    sock = socket.create_connection((_address(asked, host, port, allowed), port), timeout=left)
    try:
        if secure:
            sock = ssl.create_default_context().wrap_socket(sock, server_hostname=host)
        connection = http.client.HTTPConnection(host, port, timeout=left)
        connection.sock = sock
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        connection.request("GET", _ascii(path), headers=_headers(parts))
        response = connection.getresponse()
        if response.status in _REDIRECTS and (target := response.getheader("Location")):
            return target
        if not 200 <= response.status < 300:
            raise NotFetched(asked, f"the server answered {response.status} {response.reason}".rstrip())
        return _received(asked, parts, response, cast(BinaryIO, _Clocked(response, sock, asked, until)), limits)
    finally:
        sock.close()


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


def _received(
    asked: str, parts: SplitResult, response: http.client.HTTPResponse, body: BinaryIO, limits: Limits
) -> Input:
    kept: list[bytes] = []
    held = 0
    while chunk := body.read(1 << 16):
        held += len(chunk)
        if held > limits.size:
            raise TooMuch(asked, f"is larger than {mebibytes(limits.size)}")
        kept.append(chunk)
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
