"""Feeds: each entry is a document of its own, and every character of its text leads back to the feed's bytes."""

import time
from contextlib import suppress
from datetime import UTC, datetime
from html import escape
from pathlib import Path

import feedparser
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.errors import Unreadable
from hearsay.model import Field, Label, PieceKind
from hearsay.readers import Input, Page, read
from hearsay.readers.feed import entries
from hearsay.readers.inputs import expand
from hearsay.readers.sandbox import SafeReader

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:media="http://search.yahoo.com/mrss/">
<channel><title>Tessary Wire</title><link>https://wire.example/</link>
<image><title>A logo</title><url>https://wire.example/logo.png</url></image>
<item><title>Nine killed &amp;#8211; ministry</title><link>/a/1</link><guid isPermaLink="false">77</guid>
<pubDate>Mon, 02 Jun 2031 08:00:00 +0200</pubDate><dc:creator><![CDATA[Irena Voss]]></dc:creator>
<media:title>A bridge</media:title>
<description>&lt;p&gt;The ministry said &amp;#8220;nine&amp;#8221; died [&amp;#8230;]&lt;/p&gt;</description>
<content:encoded><![CDATA[<p>The ministry said “nine” died  in <a href="x">Ossel</a>&nbsp;today — 🕊.</p>
<h2>Denial</h2><blockquote>“Not us,” Voss said.</blockquote><script>track()</script>
<p>The post <a href="/a/1">Nine</a> appeared first on <a href="/">Tessary Wire</a>.</p>]]></content:encoded></item>
<item><title>A second story</title><description>Plain words &amp; no markup, the mayor said</description>
<guid>https://wire.example/a/2</guid></item>
<item><title>A third story</title><description><![CDATA[Nothing more]]></description></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title type="text">Ossel Post</title>
<link rel="self" href="https://post.example/feed"/><link href="https://post.example/"/>
<entry><title type="html">Truce &lt;b&gt;ends&lt;/b&gt;</title><id>tag:post.example,2031:1</id>
<link rel="enclosure" href="https://post.example/1.mp3"/><link href="https://post.example/1"/>
<published>2031-06-01T10:00:00Z</published><updated>2031-06-03T10:00:00Z</updated>
<author><name>Anton Hale</name><email>a@post.example</email></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The Guard &#8220;denied&#8221; it.</p>
<p>Twice.</p></div></content>
</entry>
<entry><title>5 &lt; 7, says minister</title><updated>2031-06-04</updated>
<summary type="text">A &lt;b&gt; is not a tag here.</summary>
</entry></feed>"""


def feed(source: str | bytes, media_type: str = "application/rss+xml") -> list[Input]:
    data = source.encode() if isinstance(source, str) else source
    return list(entries(Input("wire", data, media_type, at=datetime(2031, 7, 1, tzinfo=UTC))))


def shown(page: Page) -> list[tuple[Label, str]]:
    return [(b.label, page.text.content[b.span.start : b.span.end]) for b in page.text.blocks]


def said(page: Page) -> set[tuple[Field, str, str]]:
    return {(about.field, about.value, about.basis) for about in page.abouts}


def assert_mapped(item: Input, page: Page) -> None:
    """Literal pieces are the very characters of the entry's bytes; all text but line breaks has a place."""
    at = 0
    for piece in page.text.pieces:
        assert piece.start >= at
        between = page.text.content[at : piece.start]
        assert not between.strip()
        source = item.data[piece.source_start : piece.source_end].decode(item.charset)
        assert source
        if piece.kind is PieceKind.LITERAL:
            assert source == page.text.content[piece.start : piece.end]
        at = piece.end
    assert not page.text.content[at:].strip()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-8-sig"])
def test_entries_are_stretches_of_the_feed(encoding: str) -> None:
    declared = "utf-16" if encoding == "utf-16" else "utf-8"
    data = RSS.replace('encoding="utf-8"', f'encoding="{declared}"').encode(encoding)
    found = feed(data)
    assert [item.name for item in found] == ["https://wire.example/a/1", "https://wire.example/a/2", "wire#3"]
    assert [item.url for item in found] == ["https://wire.example/a/1", "https://wire.example/a/2", None]
    for item in found:
        assert data.count(item.data) == 1
        assert item.data.decode(item.charset).startswith("<item>")
        assert (item.via, item.outlet, item.at) == ("feed:wire", "Tessary Wire", datetime(2031, 7, 1, tzinfo=UTC))
        assert_mapped(item, read(item))


def test_another_parser_finds_the_same_entries() -> None:
    for source, media_type in ((RSS, "application/rss+xml"), (ATOM, "application/atom+xml")):
        parsed = feedparser.parse(source.encode(), sanitize_html=False, resolve_relative_uris=False)
        found = feed(source, media_type)
        assert len(parsed.entries) == len(found)
        assert [entry.get("link") for entry in parsed.entries][1:] == [item.url for item in found][1:]
        assert {item.outlet for item in found} == {parsed.feed.title}


def test_an_rss_entry() -> None:
    page = read(feed(RSS)[0])
    assert shown(page) == [
        (Label.HEADLINE, "Nine killed – ministry"),
        (Label.FURNITURE, "The ministry said “nine” died […]"),
        (Label.MAIN, "The ministry said “nine” died in Ossel today — 🕊."),
        (Label.HEADING, "Denial"),
        (Label.QUOTE, "“Not us,” Voss said."),
        (Label.FURNITURE, "The post Nine appeared first on Tessary Wire."),
    ]
    assert [block.article for block in page.text.blocks] == [True, False, True, True, True, False]
    assert (Field.HEADLINE, "Nine killed – ministry", "content") in said(page)
    assert (Field.PUBLISHED, "2031-06-02T08:00:00+02:00", "feed") in said(page)
    assert (Field.OUTLET, "Tessary Wire", "feed") in said(page)
    assert (Field.BYLINE, "Irena Voss", "feed") in said(page)
    assert (page.text.reader, page.text.encoding, page.document.media_type) == ("feed@1", "utf-8", "application/rss+xml")


def test_references_within_references_have_their_place() -> None:
    item = feed(RSS)[0]
    page = read(item)
    places = {
        page.text.content[p.start : p.end]: item.data[p.source_start : p.source_end]
        for p in page.text.pieces
        if p.kind is not PieceKind.LITERAL
    }
    assert places["–"] == b"&amp;#8211;"
    assert places["“"] == b"&amp;#8220;"
    assert places[" "] == b"&nbsp;"


def test_atom_entries() -> None:
    first, second = (read(item) for item in feed(ATOM, "application/atom+xml"))
    assert shown(first) == [
        (Label.HEADLINE, "Truce ends"),
        (Label.MAIN, "The Guard “denied” it."),
        (Label.MAIN, "Twice."),
    ]
    assert (Field.PUBLISHED, "2031-06-01T10:00:00Z", "feed") in said(first)
    assert (Field.BYLINE, "Anton Hale", "feed") in said(first)
    assert second.text.content == "5 < 7, says minister\n\nA <b> is not a tag here."
    assert (Field.PUBLISHED, "2031-06-04", "feed:updated") in said(second)
    for item in feed(ATOM, "application/atom+xml"):
        assert_mapped(item, read(item))


MARKS = st.text(alphabet="abc <>&;'\"#8220–“🕊\n]", max_size=60)


@settings(deadline=None)
@given(MARKS, st.sampled_from(["cdata", "escaped", "numbers"]))
def test_any_text_comes_back(words: str, way: str) -> None:
    """Whatever the words of a paragraph are, and however the feed writes them, the text is these words with white space
    closed up, and its pieces lead back to them."""
    html = f"<p>{escape(words)}</p>"
    inner = {
        "cdata": f"<![CDATA[{html}]]>",
        "escaped": escape(html),
        "numbers": "".join(f"&#{ord(c)};" for c in html),
    }[way]
    entry = f"<item><title>Title</title><description>{inner}</description></item>"
    (item,) = feed(f"<rss><channel><title>T</title>{entry}</channel></rss>")
    page = read(item)
    assert page.text.content == "\n\n".join(["Title", *filter(None, [" ".join(words.split())])])
    assert_mapped(item, page)


def test_a_feed_that_is_cut_short_gives_its_whole_entries() -> None:
    found = feed(RSS[: RSS.index("A third story") + 5])
    assert len(found) == 3
    assert read(found[1]).text.content.startswith("A second story")
    with pytest.raises(Unreadable, match="wire#3: is an entry that was cut short"):
        read(found[2])


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("<rss><channel><title>x</title></channel></rss>", "is a feed without entries"),
        ("<html><p>no feed</p></html>", "no feed can be found"),
        ("nothing at all", "no feed can be found"),
    ],
)
def test_no_feed(source: str, reason: str) -> None:
    with pytest.raises(Unreadable, match=f"wire: .*{reason}"):
        feed(source)


def test_an_entry_without_text_is_refused() -> None:
    (item,) = feed("<rss><channel><item><link>https://wire.example/1</link></item></channel></rss>")
    with pytest.raises(Unreadable, match="is an entry without text"):
        read(item)


def test_entities_are_not_expanded() -> None:
    bomb = '<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
    (item,) = feed(f"{bomb}<rss><channel><item><title>x &b; y</title></item></channel></rss>")
    assert read(item).text.content == "x &b; y"


@pytest.mark.parametrize("part", ["<a ", "<!--", "<item>", '<a x="', "<![CDATA[", "</item>", "&#"])
def test_a_hostile_feed_takes_linear_time(part: str) -> None:
    begin = time.process_time()
    with suppress(Unreadable):
        feed("<rss><channel>" + part * 50_000)
    assert time.process_time() - begin < 3


def test_bad_bytes_harm_one_entry_only() -> None:
    data = RSS.encode().replace(b"A second", b"A \xff second")
    pages = [read(item) for item in feed(data)]
    assert pages[0].text.content == read(feed(RSS)[0]).text.content
    assert pages[1].text.content.startswith("A \ufffd second")


def test_a_feed_file_expands_to_its_entries(tmp_path: Path) -> None:
    path = tmp_path / "wire.xml"
    path.write_text(RSS, encoding="utf-8")
    with SafeReader() as reader:
        found = list(expand(path, reader=reader))
        assert [item.name for item in found] == ["https://wire.example/a/1", "https://wire.example/a/2", "wire#3"]
        assert all(isinstance(item, Input) and reader.read(item) == read(item) for item in found)
