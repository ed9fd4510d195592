"""Fetching: what may be asked for, what is done with the answer, and where it ends."""

import gzip
import socket
import time
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler

import pytest

from hearsay.errors import InputRefused, NotFetched, TooMuch
from hearsay.readers.fetch import fetch, is_public
from hearsay.readers.limits import Limits

from .web import moved, page, serving

BODY = b"<p>Nine people died in Ossel, the ministry said.</p>"


def here(address: str) -> bool:
    """Lets a test reach its own server, and nothing else that is not public."""
    return address == "127.0.0.1" or is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "127.8.9.10", "10.0.0.1", "172.16.5.4", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0"),
        *("224.0.0.1", "255.255.255.255", "240.0.0.1", "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "ff02::1"),
        *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "2002:7f00:1::", "64:ff9b::7f00:1", "64:ff9b::10.0.0.1", "192.0.2.1"),
    ],
)
def test_addresses_that_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["1.1.1.1", "93.184.215.14", "2606:4700::1111", "::ffff:1.1.1.1", "64:ff9b::101:101"])
def test_addresses_that_are_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "2130706433", "0x7f000001", "127.1", "[::1]"])
def test_this_computer_is_refused_by_default(host: str) -> None:
    with serving({"/": page(BODY)}) as root, pytest.raises(NotFetched, match="is not a public address"):
        fetch(root.replace("127.0.0.1", host) + "/")


def test_a_page() -> None:
    with serving({"/a?b=c": page(BODY, "Text/HTML; charset=ISO-8859-1", Date="Mon, 02 Jun 2031 08:00:00 GMT")}) as root:
        item = fetch(f"{root}/a?b=c#part", allowed=here)
    assert (item.data, item.url, item.name) == (BODY, f"{root}/a?b=c", f"{root}/a?b=c")
    assert (item.media_type, item.charset.lower(), item.via) == ("text/html", "iso-8859-1", "http")
    assert item.at is not None
    assert item.at.tzinfo is UTC


def test_the_servers_clock_is_the_time_of_capture() -> None:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nDate: Mon, 02 Jun 2031 08:00:00 GMT\r\nContent-Length: 2\r\n\r\nhi")

    with serving({"/": answer}) as root:
        assert fetch(f"{root}/", allowed=here).at == datetime(2031, 6, 2, 8, tzinfo=UTC)


def test_redirects_are_followed() -> None:
    with serving({"/a": moved("/b", 301), "/b": moved("c", 307), "/c": page(BODY)}) as root:
        assert fetch(f"{root}/a", allowed=here).url == f"{root}/c"


@pytest.mark.parametrize("target", ["http://127.0.0.1:9/x", "http://localhost/", "http://169.254.169.254/latest/meta-data/"])
def test_a_redirect_into_this_network_is_refused(target: str) -> None:
    """Only the first address is allowed here, as a public server's would be; the redirect leads to one that is not."""
    seen: list[str] = []

    def first_only(address: str) -> bool:
        seen.append(address)
        return len(seen) == 1

    with serving({"/": moved(target)}) as root, pytest.raises(NotFetched, match="is not a public address") as caught:
        fetch(f"{root}/", allowed=first_only)
    assert caught.value.name == f"{root}/"


def test_a_redirect_to_another_scheme_is_refused() -> None:
    with serving({"/": moved("file:///etc/hostname")}) as root, pytest.raises(NotFetched, match="only http and https"):
        fetch(f"{root}/", allowed=here)


def test_a_circle_of_redirects_ends() -> None:
    with serving({"/": moved("/")}) as root, pytest.raises(NotFetched, match="redirects more than 5 times"):
        fetch(f"{root}/", allowed=here)


def test_the_size_is_bounded_whatever_the_server_says() -> None:
    def endless(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n")
        while True:
            handler.wfile.write(b"x" * 65_536)

    with serving({"/a": page(b"x" * 2_000_001), "/b": endless}) as root:
        for path in ("a", "b"):
            with pytest.raises(TooMuch, match=f"{path}: is larger than 2 MB"):
                fetch(f"{root}/{path}", Limits(size=2_000_000), allowed=here)


def test_packed_pages_are_unpacked_and_bombs_are_not() -> None:
    with serving(
        {
            "/a": page(gzip.compress(BODY), Content_Encoding="gzip"),
            "/bomb": page(gzip.compress(b"\0" * 60_000_000), Content_Encoding="gzip"),
            "/br": page(BODY, Content_Encoding="br"),
        }
    ) as root:
        assert fetch(f"{root}/a", allowed=here).data == BODY
        with pytest.raises(TooMuch, match="bomb: grows to more than"):
            fetch(f"{root}/bomb", allowed=here)
        with pytest.raises(NotFetched, match=r"not asked for \(br\)"):
            fetch(f"{root}/br", allowed=here)


@pytest.mark.parametrize("head", [b"", b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n"])
def test_the_time_is_bounded_at_any_pace(head: bytes) -> None:
    """A server that sends a byte now and then, in its header or in its body, does not hold the reader."""

    def dripping(handler: BaseHTTPRequestHandler) -> None:
        handler.close_connection = True
        handler.wfile.write(head)
        for _ in range(100):
            handler.wfile.write(b"X")
            time.sleep(0.05)

    with serving({"/": dripping}) as root:
        begin = time.monotonic()
        with pytest.raises(TooMuch, match=r"took more than 0\.5 seconds to fetch"):
            fetch(f"{root}/", Limits(fetch=0.5), allowed=here)
        assert time.monotonic() - begin < 2


def test_a_body_that_ends_too_early_is_not_taken_for_whole() -> None:
    def short(handler: BaseHTTPRequestHandler) -> None:
        handler.close_connection = True
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nNine people")

    with serving({"/": short}) as root, pytest.raises(NotFetched, match="ended 89 bytes too early"):
        fetch(f"{root}/", allowed=here)


def test_errors_are_told() -> None:
    with serving({}) as root, pytest.raises(NotFetched, match="the server answered 404 Not Found"):
        fetch(f"{root}/none", allowed=here)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(NotFetched, match="could not be fetched"):
        fetch(f"http://127.0.0.1:{port}/", allowed=here)
    with pytest.raises(NotFetched, match="no such host"):
        fetch("http://ossel.invalid/")


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("ftp://ossel.example/a", "only http and https"),
        ("file:///etc/passwd", "only http and https"),
        ("http://", "without a host"),
        ("http://me:secret@ossel.example/", "user name or password"),
        ("http://ossel.example:port/", "not a valid URL"),
        ("http://[::1/", "not a valid URL"),
    ],
)
def test_urls_that_are_not_asked_for(url: str, reason: str) -> None:
    with pytest.raises(InputRefused, match=reason) as caught:
        fetch(url)
    assert caught.value.name == url


def test_a_header_cannot_be_slipped_into_the_request() -> None:
    with serving({"/": page(BODY)}) as root, pytest.raises(NotFetched):
        fetch(f"{root}/a\r\nX-Other: 1", allowed=here)
