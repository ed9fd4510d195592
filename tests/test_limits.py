"""What an untrusted input may cost: sizes, gzip, and markup that would keep a parser busy."""

import gzip
import time
import zlib
from contextlib import suppress
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.errors import TooMuch, Unreadable
from hearsay.readers.limits import Limits, check_markup, check_size, gunzip, read_bounded, unpacked

SMALL = Limits(size=1_000, ratio=50, depth=20, attributes=10)


def test_size_is_checked_up_to_the_byte() -> None:
    check_size("a", 1_000, SMALL)
    assert read_bounded(BytesIO(b"x" * 1_000), "a", SMALL) == b"x" * 1_000
    with pytest.raises(TooMuch, match="a: is larger than"):
        check_size("a", 1_001, SMALL)
    with pytest.raises(TooMuch, match="a: is larger than"):
        read_bounded(BytesIO(b"x" * 1_001), "a", SMALL)


@given(st.lists(st.binary(max_size=3_000), min_size=1, max_size=4))
def test_gzip_members_come_back(members: list[bytes]) -> None:
    packed = b"".join(map(gzip.compress, members))
    assert gunzip(BytesIO(packed), "a") == b"".join(members)
    assert gunzip(BytesIO(packed + b"\0" * 512), "a") == b"".join(members)


@given(st.binary(min_size=1, max_size=500), st.data())
def test_a_gzip_file_that_was_cut_short_is_named(body: bytes, data: st.DataObject) -> None:
    packed = gzip.compress(body)
    cut = data.draw(st.integers(1, len(packed) - 1))
    with pytest.raises(Unreadable, match="a: is a gzip file that was cut short"):
        gunzip(BytesIO(packed[:cut]), "a")


def test_a_damaged_gzip_file_is_named() -> None:
    packed = bytearray(gzip.compress(b"Nine people died in Ossel. " * 100))
    packed[-6] ^= 0xFF  # its checksum
    with pytest.raises(Unreadable, match="a: is a damaged gzip file"):
        gunzip(BytesIO(bytes(packed)), "a")
    with pytest.raises(Unreadable, match="a: is a damaged gzip file"):
        gunzip(BytesIO(b"\x1f\x8b" + b"\xff" * 100), "a")


def test_a_bomb_is_stopped_early() -> None:
    """Never more than a few MB of a bomb are unpacked, though it would grow to 10 GB."""
    engine = zlib.compressobj(9, wbits=31)
    block = engine.compress(b"\0" * 50_000_000)
    seen: list[int] = []
    with pytest.raises(TooMuch, match="a: grows to more than 200 times its packed size"):
        seen.extend(map(len, unpacked(BytesIO(block * 200), "a")))
    assert 1_000_000 < sum(seen) < 20_000_000


def test_a_small_file_that_packs_well_is_no_bomb() -> None:
    assert len(gunzip(BytesIO(gzip.compress(b"\n" * 900_000)), "a")) == 900_000


def test_markup_within_bounds_passes() -> None:
    check_markup(b"<div>" * 20 + b"</div>" * 20, "a", SMALL)
    check_markup(b"<p>one<p>two<br>" * 60, "a", SMALL)
    check_markup(b"<b>x</b>" * 100, "a", SMALL)
    check_markup(b"<svg><path/><path/></svg>" * 30, "a", SMALL)
    check_markup(b"<!-- " + b"<div>" * 50 + b" -->", "a", SMALL)
    check_markup(b"<script>" + b"'<div>'" * 50 + b"</script>", "a", SMALL)


def test_depth() -> None:
    with pytest.raises(TooMuch, match="a: nests more than 20 elements"):
        check_markup(b"<div>" * 21, "a", SMALL)


@pytest.mark.parametrize("attribute", [b' x="1"', b" x", b" x=1", b" x='>'", b"\tx"])
def test_attributes(attribute: bytes) -> None:
    names = b"".join(attribute.replace(b"x", b"x%d" % i) for i in range(11))
    with pytest.raises(TooMuch, match="a: has an element with more than 10 attributes"):
        check_markup(b"<p" + names + b">", "a", SMALL)


@pytest.mark.parametrize(
    "body",
    [
        *(b"<" * 300_000, b"<!--" * 100_000, b"<a" * 200_000, b"<script>" * 50_000, b"<p '" * 100_000 + b'"'),
        *(b"<p " + b"x" * 500_000, b"<p " + b'x="' * 200_000, b"<p " + b"x\"'" * 200_000),
    ],
    ids=lambda body: body[:8].decode(),
)
def test_the_check_itself_is_quick(body: bytes) -> None:
    begin = time.process_time()
    with suppress(TooMuch):
        check_markup(body, "a")
    assert time.process_time() - begin < 2


def test_a_stray_quote_does_not_swallow_the_page() -> None:
    row = b'<li><a class="link"" href="/news">Road open</a></li>\n'
    check_markup(row * 3_000, "page")
    with pytest.raises(TooMuch, match="attributes"):
        check_markup(b"<p " + b'a="1>2" ' * 2_000 + b">", "page")
