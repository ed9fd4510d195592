"""From what the user names to single inputs, in a fixed order."""

import gzip
import io
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.model import Refusal
from hearsay.readers import Input, fetch
from hearsay.readers.inputs import LEDGER, Rejoined, expand, sniff
from hearsay.readers.limits import Limits

from .web import page, serving

WORDS = b"Nine people died in Ossel, the ministry said.\n"


def named(found: list[Input | Refusal]) -> list[tuple[str, str]]:
    """Name, and media type or reason."""
    return [(item.name, item.media_type if isinstance(item, Input) else item.reason) for item in found]


def write(folder: Path, name: str, data: bytes = WORDS) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("data", "name", "media_type"),
    [
        (b"%PDF-1.7 ...", "a.txt", "application/pdf"),
        (b"\n\xef\xbb\xbf%PDF-1.7", "a", "application/pdf"),
        (b"WARC/1.0\r\n", "a.html", "application/warc"),
        (b"\x89PNG\r\n", "a.txt", "image/png"),
        (b"PK\x03\x04...", "a.docx", "application/zip"),
        (b"<!DOCTYPE html><p>x", "a.txt", "text/html"),
        (b"  \n<!-- x --><html>", "a", "text/html"),
        (b"<?xml version='1.0'?><html xmlns='x'>", "a", "text/html"),
        ("\ufeff<p>x</p>".encode("utf-16"), "a", "text/html"),
        (b"<?xml version='1.0'?>\n<rss version='2.0'>", "a.xml", "application/rss+xml"),
        (b"<rdf:RDF xmlns='x'>", "a", "application/rss+xml"),
        (b"<?xml version='1.0'?><!-- x --><atom:feed>", "a", "application/atom+xml"),
        (b"<feed xmlns='x'>", "a", "application/atom+xml"),
        (b"Nine died.", "a.html", "text/html"),
        (b"Nine died.", "a.html?x=y", "text/html"),
        (b"Nine died.", "a", "text/plain"),
        (b"<Nine> died.", "a.md", "text/plain"),
        (b"A line about <html> pages", "a.txt", "text/plain"),
        (b"", "a", "text/plain"),
    ],
)
def test_sniff(data: bytes, name: str, media_type: str) -> None:
    assert sniff(data, name) == media_type


def test_a_file(tmp_path: Path) -> None:
    (item,) = expand(write(tmp_path, "report-7.txt"))
    assert item == Input("report-7", WORDS, "text/plain", via="file")
    assert list(expand(str(tmp_path / "report-7.txt"))) == [item]


def test_names_are_stems(tmp_path: Path) -> None:
    for name in ("a.b.html", "noend", ".hidden.txt"):
        (item,) = expand(write(tmp_path, name))
        assert item.name == Path(name).stem
    (item,) = expand(write(tmp_path, "x.txt.gz", gzip.compress(WORDS)))
    assert (item.name, item.media_type) == ("x", "text/plain")


def test_a_folder_to_the_bottom_in_order_of_names(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.html", "a/b/c.txt", ".hidden", "c.png"):
        write(tmp_path, name, b"\x89PNG" if name.endswith("png") else WORDS)
    (tmp_path / "a" / "loop").symlink_to(tmp_path)
    assert named(list(expand(tmp_path))) == [
        ("c", "text/plain"),
        ("z", "text/html"),
        ("b", "text/plain"),
        (str(tmp_path / "c.png"), "no reader is installed for image/png"),
    ]


def test_an_empty_folder(tmp_path: Path) -> None:
    assert named(list(expand(tmp_path))) == [(str(tmp_path), "is a folder without files")]


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    class Stdin:
        buffer = io.BytesIO(gzip.compress(WORDS))

    monkeypatch.setattr("sys.stdin", Stdin)
    assert list(expand("-")) == [Input("stdin", WORDS, "text/plain", via="stdin")]


@pytest.mark.parametrize(("data", "told"), [(b"Nine died.", "text/html"), (b"<p>Nine died.</p>", "text/plain")])
def test_a_url_has_the_type_that_it_shows_or_is_told(data: bytes, told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What looks like text is what the server says; what looks like a page is one, whatever the server says."""
    monkeypatch.setattr(fetch.fetch, "__kwdefaults__", {"allowed": lambda address: address == "127.0.0.1"})
    with serving({"/a": page(data, told)}) as root:
        (item,) = expand(f"{root}/a")
    assert isinstance(item, Input)
    assert (item.name, item.url, item.media_type, item.via) == (f"{root}/a", f"{root}/a", "text/html", "http")


def test_fetching_can_be_switched_off() -> None:
    assert named(list(expand("https://wire.example/a", allow_fetch=False))) == [
        ("https://wire.example/a", "fetching is switched off")
    ]
    assert named(list(expand("ftp://wire.example/a"))) == [("ftp://wire.example/a", "only http and https are fetched")]


def test_refusals_carry_the_time_given(tmp_path: Path) -> None:
    at = datetime(2031, 6, 2, tzinfo=UTC)
    (refusal,) = expand(tmp_path / "none", at=at)
    assert refusal == Refusal(str(tmp_path / "none"), "does not exist", at)


def test_the_size_is_bounded(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", b"x" * 2_000_001)
    assert named(list(expand(path, limits=Limits(size=2_000_000)))) == [(str(path), "is larger than 2 MB")]
    assert [item.name for item in expand(path)] == ["a"]


@given(st.binary(max_size=300), st.integers(0, 300), st.lists(st.integers(0, 80), max_size=8))
def test_a_rejoined_stream_is_the_stream(data: bytes, cut: int, sizes: list[int]) -> None:
    stream = Rejoined(data[:cut], io.BytesIO(data[cut:]))
    parts = [stream.read(size) for size in sizes]
    at = 0
    for size, part in zip(sizes, parts, strict=True):
        assert part == data[at : at + size]
        at += len(part)
    assert stream.read() == data[at:]


@settings(deadline=None, max_examples=30)
@given(st.binary(min_size=1, max_size=200_000).filter(lambda data: data.strip() != b""))
def test_packed_files_come_out_as_they_went_in(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.mktemp("packed") / "a.txt.gz"
    path.write_bytes(gzip.compress(b"Nine died. " + data))
    (item,) = expand(path)
    assert isinstance(item, Input)
    assert item.data == b"Nine died. " + data


def test_a_ledger_inside_a_folder_is_passed_over_and_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text("The road to Orlen is open.", encoding="utf-8")
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept" / LEDGER).write_bytes(b"SQLite format 3\0")
    assert [found.name for found in expand(tmp_path)] == ["report"]
    (refused,) = expand(tmp_path / "kept")
    assert isinstance(refused, Refusal)
    assert "is a ledger" in refused.reason
