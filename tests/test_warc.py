"""Web archives: every captured page becomes an input, and a bad record does not end the file."""

import gzip
from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from hearsay.errors import InputRefused, TooMuch
from hearsay.model import Refusal
from hearsay.readers import Input
from hearsay.readers.inputs import expand
from hearsay.readers.limits import Limits
from hearsay.readers.warc import records

PAGE = "<!doctype html><p>Nine people died in Ossel – “nine”, the ministry said.</p>".encode()
HTML = "text/html; charset=utf-8"


def url(n: int) -> str:
    return f"http://wire.example/{n}"


def archive(write: Callable[[WARCWriter], None], packed: bool = True) -> bytes:
    out = BytesIO()
    write(WARCWriter(out, gzip=packed))
    return out.getvalue()


def response(
    writer: WARCWriter, n: int, body: bytes = PAGE, media_type: str = HTML, status: str = "200 OK", **headers: str
) -> None:
    fields = [("Content-Type", media_type), *((name.replace("_", "-"), value) for name, value in headers.items())]
    record = writer.create_warc_record(
        url(n),
        "response",
        payload=BytesIO(body),
        http_headers=StatusAndHeaders(status, fields, protocol="HTTP/1.1"),
        warc_headers_dict={"WARC-Date": "2031-07-20T09:30:00Z"},
    )
    writer.write_record(record)


def responses(writer: WARCWriter, *numbers: int) -> None:
    for n in numbers:
        response(writer, n)


def chunked(body: bytes, size: int = 20) -> bytes:
    parts = [body[i : i + size] for i in range(0, len(body), size)]
    return b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"


def read_all(data: bytes, limits: Limits | None = None) -> list[Input | InputRefused]:
    return list(records(BytesIO(data), "crawl", limits or Limits()))


@pytest.mark.parametrize("packed", [True, False])
def test_pages_with_their_url_and_time(packed: bool) -> None:
    def write(writer: WARCWriter) -> None:
        writer.write_record(writer.create_warcinfo_record("crawl.warc", {"software": "a test"}))
        response(writer, 1)
        response(writer, 2, b"\x89PNG....", "image/png")
        response(writer, 3, b"moved", status="301 Moved", Location=url(1))
        response(writer, 4, b"Nine people died.", "text/plain")

    found = read_all(archive(write, packed))
    assert found == [
        Input(url(1), PAGE, "text/html", url(1), datetime(2031, 7, 20, 9, 30, tzinfo=UTC), "warc:crawl", "utf-8"),
        Input(url(4), b"Nine people died.", "text/plain", url(4), datetime(2031, 7, 20, 9, 30, tzinfo=UTC), "warc:crawl"),
    ]


@pytest.mark.parametrize("packed", [True, False])
def test_transfer_and_content_encodings_are_undone(packed: bool) -> None:
    def write(writer: WARCWriter) -> None:
        response(writer, 1, chunked(PAGE), Transfer_Encoding="chunked")
        response(writer, 2, gzip.compress(PAGE), Content_Encoding="gzip")
        response(writer, 3, chunked(gzip.compress(PAGE)), Transfer_Encoding="chunked", Content_Encoding="gzip")

    found = read_all(archive(write, packed))
    assert [item.data for item in found if isinstance(item, Input)] == [PAGE] * 3


def test_a_resource_record_is_a_page() -> None:
    def write(writer: WARCWriter) -> None:
        record = writer.create_warc_record(url(1), "resource", payload=BytesIO(PAGE), warc_content_type="text/html")
        writer.write_record(record)

    (item,) = read_all(archive(write))
    assert isinstance(item, Input)
    assert (item.data, item.url, item.media_type) == (PAGE, url(1), "text/html")


def test_a_bad_record_in_the_middle() -> None:
    """The page whose gzip body is damaged is named; those before and after it are read."""

    def write(writer: WARCWriter) -> None:
        response(writer, 1)
        response(writer, 2, gzip.compress(PAGE * 50)[:-30] + b"\xff" * 22, Content_Encoding="gzip")
        response(writer, 3)

    found = read_all(archive(write))
    assert [item.data for item in found if isinstance(item, Input)] == [PAGE, PAGE]
    assert [item.name for item in found if isinstance(item, InputRefused)] == [url(2)]


def test_a_record_with_a_damaged_header_in_the_middle() -> None:
    first = archive(lambda writer: response(writer, 1), packed=False)
    last = archive(lambda writer: response(writer, 3), packed=False)
    bad = last.replace(b"Content-Length: ", b"Content-Length: x")
    found = read_all(first + bad + last)
    assert [type(item).__name__ for item in found] == ["Input", "Unreadable", "Input"]
    assert [item.name for item in found] == [url(1), url(3), url(3)]


def test_a_large_page_is_refused_and_the_next_is_read() -> None:
    def write(writer: WARCWriter) -> None:
        response(writer, 1, PAGE * 1_000)
        response(writer, 2)

    found = read_all(archive(write), Limits(size=10_000))
    assert isinstance(found[0], TooMuch)
    assert found[0].name == url(1)
    assert isinstance(found[1], Input)


def test_a_bomb_in_a_record_is_stopped() -> None:
    def write(writer: WARCWriter) -> None:
        response(writer, 1, gzip.compress(b" " * 80_000_000), Content_Encoding="gzip")
        response(writer, 2)

    found = read_all(archive(write))
    assert isinstance(found[0], TooMuch)
    assert isinstance(found[1], Input)


def test_files_of_any_name_are_known_by_their_bytes(tmp_path: Path) -> None:
    def write(writer: WARCWriter) -> None:
        response(writer, 1)
        response(writer, 2)

    for name, packed in (("crawl.warc.gz", True), ("crawl", False)):
        path = tmp_path / name
        path.write_bytes(archive(write, packed))
        found = list(expand(path))
        assert [item.name for item in found] == [url(1), url(2)]
        assert {item.via for item in found if isinstance(item, Input)} == {"warc:crawl"}


def test_an_archive_that_was_cut_short_is_named_after_its_whole_pages(tmp_path: Path) -> None:
    data = archive(lambda writer: responses(writer, 1, 2, 3))
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(data[:-60])
    found = list(expand(path))
    assert [item.name for item in found if isinstance(item, Input)][:2] == [url(1), url(2)]
    assert isinstance(found[-1], Refusal)
    assert found[-1].name in (url(3), "crawl", str(path))


def test_a_page_that_breaks_off_is_no_page() -> None:
    data = archive(lambda writer: responses(writer, 1, 2), packed=False)
    found = read_all(data[:-20])
    assert [type(item).__name__ for item in found] == ["Input", "Unreadable"]
    assert found[1].name == url(2)
    broken = archive(lambda writer: response(writer, 1, chunked(PAGE)[:-30], Transfer_Encoding="chunked"))
    (refusal,) = read_all(broken)
    assert isinstance(refusal, InputRefused)
    assert refusal.reason == "is cut short or damaged between its chunks"


def test_an_archive_without_a_page_is_named(tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc"
    path.write_bytes(archive(lambda writer: writer.write_record(writer.create_warcinfo_record("a", {})), packed=False))
    (refusal,) = expand(path)
    assert isinstance(refusal, Refusal)
    assert refusal.reason == "is a web archive without a captured page"
