"""Web pages: the text is the page's own, every offset leads back to the bytes, and labels never move one."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.errors import Unreadable
from hearsay.model import Block, Field, Label, PieceKind
from hearsay.readers.alignment import parsed
from hearsay.readers.base import Input, Page
from hearsay.readers.blocks import lay_out, to_bytes
from hearsay.readers.encodings import decode_bytes, decode_page
from hearsay.readers.html import read_html

PROSE = (
    "The governor of Vell said on Monday that shelling had killed 12 people in the old town and wounded nine others, "
    "among them two drivers of the water works. Rescue teams searched the ruins of the market hall until the evening."
)
MORE = (
    "The Northern Guard denied that it had fired on the town. “We did not shoot at Vell, and we will not,” said Colonel "
    "Adem Rask, who commands its eastern sector. He gave no figures of his own and took no questions from reporters."
)


def page(html: str | bytes, **given: object) -> Page:
    data = html.encode() if isinstance(html, str) else html
    return read_html(Input("vell", data, "text/html", **given))  # type: ignore[arg-type]


def labelled(read: Page, label: Label) -> list[str]:
    return [words(read, block) for block in read.text.blocks if block.label is label]


def words(read: Page, block: Block) -> str:
    return read.text.content[block.span.start : block.span.end]


def check_pieces(data: bytes, read: Page) -> None:
    """Every literal piece is the bytes it points to; pieces rise and do not overlap; only line breaks are the reader's."""
    content, at, source = read.text.content, 0, 0
    for piece in read.text.pieces:
        assert set(content[at : piece.start]) <= {"\n"}
        assert source <= piece.source_start < piece.source_end <= len(data)
        found = decode_bytes(data[piece.source_start : piece.source_end], read.text.encoding)
        if piece.kind is PieceKind.LITERAL:
            assert found == content[piece.start : piece.end]
        elif piece.kind is PieceKind.SPACE:
            assert content[piece.start : piece.end] == " "
        else:
            assert found.startswith("&")
        at, source = piece.end, piece.source_end
    assert at == len(content)


# --- bytes to characters -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "charset", "encoding", "shown"),
    [
        ("<p>“no”".encode("utf-8-sig"), "iso-8859-1", "utf-8", "“no”"),
        ("\ufeff<p>“no”".encode("utf-16-le"), "", "utf-16le", "“no”"),
        ("<p>“no”".encode("cp1252"), "ISO-8859-1", "windows-1252", "“no”"),
        (b"<meta charset=iso-8859-1><p>\x93no\x94", "", "windows-1252", "“no”"),
        (b'<meta http-equiv=x content="text/html; charset=windows-1251"><p>\xcd\xe5\xf2', "", "windows-1251", "Нет"),
        (b"<meta charset=windows-1251><p>\xcd\xe5\xf2", "utf-8", "utf-8", "\ufffd" * 3),
        ("<p>“no”".encode(), "", "utf-8", "“no”"),
        (b"<p>\x93no\x94 \x81", "", "windows-1252", "“no” \x81"),
        (b"<!-- <meta charset=windows-1251> --><p>\x93no\x94", "", "windows-1252", "“no”"),
        ("<meta charset=shift_jis><p>いいえ".encode("cp932"), "", "shift_jis", "いいえ"),
        ("<meta charset=gb2312><p>不是".encode("gbk"), "", "gbk", "不是"),
        ("<meta charset=nonsense><p>“no”".encode(), "", "utf-8", "“no”"),
    ],
)
def test_bytes_are_decoded_as_browsers_do(data: bytes, charset: str, encoding: str, shown: str) -> None:
    decoded = decode_page(data, charset)
    assert decoded.encoding == encoding
    assert lay_out(decoded.content).content == shown


def test_a_page_saved_anew_in_utf_8_is_utf_8_whatever_its_meta_element_says() -> None:
    decoded = decode_page("<meta charset=iso-8859-15><p>“Señor” — ¿quién?".encode())
    assert (decoded.encoding, lay_out(decoded.content).content) == ("utf-8", "“Señor” — ¿quién?")


def test_binary_data_is_refused() -> None:
    with pytest.raises(Unreadable, match="binary data"):
        page(b"<html>" + bytes(range(128, 256)) * 20, charset="utf-8")


def test_a_page_without_text_is_refused() -> None:
    with pytest.raises(Unreadable, match="shows no text"):
        page("<html><head><title>Vell</title></head><body><script>var text = 1</script></body></html>")


# --- the map to the bytes ---------------------------------------------------------------------------------

TEXT = st.text(st.sampled_from("ab c\n\r\t<>&;\"'é“”—\xa0\u00ad\u2028𝔊🏴😀اح日本́\0#x41lt"), max_size=60)
MARKUP = st.sampled_from(
    "<p> </p> <b> </b> <div> </div> <br> <br/> <!--x--> <li> <td> &amp; &lt; &nbsp; &#8220; &#x1F600; &notit; &copy &#0; & "
    "<a_href='&amp;>'> </a> <script>if_(a<b)</script> <style>p{}</style> <span_hidden>no</span> "
    "<!doctype_html> <img_alt=x> <t".split()
).map(lambda tag: tag.replace("_", " "))


@given(
    st.lists(TEXT | MARKUP, max_size=30),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252", "cp1251", "gb18030", "cp932"]),
)
def test_every_piece_leads_back_to_its_bytes(parts: list[str], codec: str) -> None:
    data = "".join(["<p>x</p>", *parts]).encode(codec, "ignore")
    charset = {"cp1252": "latin1", "cp1251": "windows-1251", "gb18030": "gb18030", "cp932": "shift_jis"}.get(codec, "")
    check_layout(data, charset)


@given(st.binary(max_size=200), st.sampled_from(["utf-8", "windows-1252", "gbk", "euc-jp", "koi8-r"]))
def test_damaged_bytes_shift_nothing(noise: bytes, charset: str) -> None:
    data = b"<p>before " + noise + b"</p><p>after &amp; after</p>"
    decoded = decode_page(data, charset)
    ends = decoded.offsets(list(range(len(decoded.content) + 1)))
    assert ends == sorted(ends)
    assert ends[-1] == len(data)
    if charset in ("utf-8", "windows-1252", "koi8-r") and decoded.encoding == charset:
        check_layout(data, charset)


def check_layout(data: bytes, charset: str) -> None:
    """The same as `check_pieces`, without the labels."""
    decoded = decode_page(data, charset)
    laid = lay_out(decoded.content)
    for piece in to_bytes(laid.pieces, decoded):
        found = decode_bytes(data[piece.source_start : piece.source_end], decoded.encoding)
        if piece.kind is PieceKind.LITERAL:
            assert found == laid.content[piece.start : piece.end]
    for stretch in laid.stretches:
        shown = laid.content[stretch.start : stretch.end]
        assert shown == shown.strip()
        assert shown


def test_references_spaces_and_line_ends_are_mapped() -> None:
    html = (
        "<html><body><p>Fire\r\nin &ldquo;Vell&rdquo; &mdash; 12 dead 😀, Se&ntilde;or,&nbsp; 2&nbsp;000 fled</p>\r\n"
        "<p>x &ampy</p></body></html>"
    )
    read = page(html)
    assert read.text.content == "Fire in “Vell” — 12 dead 😀, Señor, 2 000 fled\n\nx &y"
    check_pieces(html.encode(), read)
    kinds = [piece.kind for piece in read.text.pieces]
    assert kinds.count(PieceKind.REFERENCE) == 5
    assert kinds.count(PieceKind.SPACE) == 3


def test_the_reader_keeps_order_and_hides_what_is_not_shown() -> None:
    html = (
        "<html><head><title>Not this</title><style>p {}</style></head><body><noscript>nor this</noscript>"
        "<p>one<span hidden>no</span></p>"
        "<template><p>no</p></template><div style='display: none'>no</div><p>two<br>three<br><br>four</p><textarea>no</textarea>"
        "<table><tr><td>5<td>6</table><ul><li>7<li>8</ul>tail &lt;p></body></html>"
    )
    assert page(html).text.content == "one\n\ntwo\nthree\n\nfour\n\n5\n\n6\n\n7\n\n8\n\ntail <p>"


def test_a_page_that_a_script_would_show_is_read() -> None:
    assert page("<body><div style='display:none'><p>" + PROSE + "</p></div></body>").text.content == PROSE


def test_scripts_hide_their_tags() -> None:
    html = "<body><script><!-- document.write('<script>x</script>'); --></script><p>Vell</p><script>'</p>'</script></body>"
    assert page(html).text.content == "Vell"


def test_an_open_quotation_mark_in_a_tag_loses_no_text() -> None:
    assert page('<body><p class="a>Twelve dead in Vell</p><p>more</p></body>').text.content.startswith("Twelve dead")


# --- hostile shapes -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("depth", [253, 254, 255, 300, 1500])
def test_deep_pages_keep_their_text_and_labels(depth: int) -> None:
    read = page("<html><body>" + "<div>" * depth + f"<p>{PROSE}</p><p>{MORE}</p>" + "</div>" * depth + "</body></html>")
    assert labelled(read, Label.MAIN) == [PROSE, MORE]


@pytest.mark.parametrize("inside", ["<div>" * 300 + f"<p>{PROSE}</p>", f"<p>{'Twelve died. ' * 800_000}</p>"])
def test_the_extractor_is_given_deep_and_huge_pages_whole(inside: str) -> None:
    shown = len("".join(lay_out(inside).content.split()))
    tree = parsed(f"<html><body>{inside}</body></html>", shown)
    assert tree is not None
    assert len("".join(tree.text_content().split())) == shown


def test_what_the_parser_would_lose_is_read_without_it() -> None:
    html = (
        "<html><body><nav>Home</nav>"
        + "<div>" * 4500
        + f"<p>{PROSE}</p>"
        + "</div>" * 4500
        + "<footer>Vell</footer></body></html>"
    )
    read = page(html)
    assert labelled(read, Label.MAIN) == [PROSE]
    assert labelled(read, Label.FURNITURE) == ["Home", "Vell"]


def test_a_huge_text_node_is_kept() -> None:
    read = page("<html><body><h1>Vell</h1><p>" + "Twelve died. " * 800_000 + "</p></body></html>")
    assert len(read.text.content) == len("Vell\n\n") + 13 * 800_000 - 1
    assert [block.label for block in read.text.blocks] == [Label.HEADLINE, Label.MAIN]


# --- labels ---------------------------------------------------------------------------------------------------

ARTICLE = f"""<!doctype html><html><head><title>Shelling kills 12 in Vell | Tessary Post</title>
<meta property="og:title" content="Shelling kills 12 in Vell"><meta property="og:site_name" content="Tessary Post">
<script type="application/ld+json">{{"@context": "https://schema.org", "@graph": [
 {{"@type": "ImageObject", "datePublished": "2031-05-01"}},
 {{"@type": ["NewsArticle"], "headline": "Shelling kills 12 in Vell", "datePublished": "2031-06-02T18:30:00+02:00",
   "author": [{{"@type": "Person", "name": "Irena Voss"}}],
   "publisher": {{"@type": "Organization", "name": "The Tessary Post"}}}}]}}</script>
</head><body class="has-sidebar">
<header><div class="today">Sunday, July 20, 2031</div><nav><a href="/">Home</a> <a href="/w">World</a></nav></header>
<main><article><h1>Shelling kills 12 in Vell</h1><div class="author">Irena Voss</div>
<time datetime="2031-06-02T18:30:00+02:00">2 June 2031, 18:30</time>
<ul class="share-bar"><li><a href="#">Share</a></li><li>Print</li></ul>
<p>{PROSE}</p>
<figure><img src="a.jpg"><figcaption>A house in Vell where three people died.</figcaption></figure>
<h2>What the Guard says</h2><p>{MORE}</p>
<p>READ MORE: <a href="/b">Hundreds flee Ostrel</a></p>
<ul><li>Nine of the wounded are in the clinic of Vell, its director said.</li><li>Two are missing, the clinic said.</li></ul>
<aside class="related"><h3>Related stories</h3><ul><li><a href="/c">40 dead in Ostrel, rebels say</a></li></ul></aside>
<blockquote><p>“Nobody warned us,” a resident of the old town told the radio of Vell.</p></blockquote>
<p>{PROSE.replace("12", "twelve")}</p></article></main>
<section id="comments"><h3>Comments</h3><p>I heard it was 500 dead, all of them from across the river.</p></section>
<footer><p>Copyright 2031 The Tessary Post. All rights reserved.</p></footer></body></html>"""


@pytest.fixture(scope="module")
def article() -> Page:
    return page(ARTICLE, url="https://tessary.example/news/vell", at=datetime(2031, 7, 20, 12, tzinfo=UTC))


def test_blocks_are_labelled(article: Page) -> None:
    assert labelled(article, Label.HEADLINE) == ["Shelling kills 12 in Vell"]
    assert labelled(article, Label.MAIN) == [PROSE, MORE, PROSE.replace("12", "twelve")]
    assert labelled(article, Label.HEADING) == ["What the Guard says"]
    assert labelled(article, Label.CAPTION) == ["A house in Vell where three people died."]
    assert len(labelled(article, Label.LIST)) == 2
    assert labelled(article, Label.QUOTE) == ["“Nobody warned us,” a resident of the old town told the radio of Vell."]
    assert labelled(article, Label.BYLINE) == ["Irena Voss"]
    assert "40 dead in Ostrel, rebels say" in labelled(article, Label.RELATED)
    assert "READ MORE: Hundreds flee Ostrel" in labelled(article, Label.RELATED)


def test_only_the_article_belongs_to_the_article(article: Page) -> None:
    inside = "\n".join(words(article, block) for block in article.text.blocks if block.article)
    for stray in ("40 dead", "500 dead", "Share", "Copyright", "three people died", "Irena Voss", "July 20", "Hundreds flee"):
        assert stray not in inside
    outside = [block.label for block in article.text.blocks if not block.article]
    assert set(outside) <= {Label.CAPTION, Label.BYLINE, Label.RELATED, Label.FURNITURE}


def test_the_map_and_the_blocks_cover_the_page(article: Page) -> None:
    check_pieces(ARTICLE.encode(), article)
    covered = "\n\n".join(words(article, block) for block in article.text.blocks)
    assert covered == article.text.content
    assert all(block.path.startswith(("/html", "//*[@id=")) for block in article.text.blocks)


def test_a_page_says_what_it_is(article: Page) -> None:
    said = {(about.field, about.value, about.basis) for about in article.abouts}
    assert (Field.HEADLINE, "Shelling kills 12 in Vell", "json-ld") in said
    assert (Field.OUTLET, "The Tessary Post", "json-ld") in said
    assert (Field.OUTLET, "Tessary Post", "meta:og:site_name") in said
    assert (Field.BYLINE, "Irena Voss", "json-ld") in said
    assert (Field.PUBLISHED, "2031-06-02T18:30:00+02:00", "json-ld") in said
    assert (Field.PUBLISHED, "2031-06-02T18:30:00+02:00", "time") in said
    assert (Field.HEADER_DATE, "2031-07-20", "masthead:capture") in said
    assert {basis for _, value, basis in said if value.startswith("2031-05-01")} <= {"htmldate"}  # an image's date


def test_the_labels_do_not_depend_on_whose_names_stand_in_the_text(article: Page) -> None:
    swapped = page(ARTICLE.replace("Northern Guard", "Free Army").replace("Vell", "Ostr"))
    assert [block.label for block in swapped.text.blocks] == [block.label for block in article.text.blocks]


def test_a_short_page_is_all_article() -> None:
    read = page(
        "<html><body><h1>Ten killed in Ostrel</h1><p>Ten people were killed in Ostrel, the ministry said.</p></body></html>"
    )
    assert [(block.label, block.article) for block in read.text.blocks] == [(Label.HEADLINE, True), (Label.MAIN, True)]


def test_quoted_invitations_are_no_furniture() -> None:
    quoted = "“Join us, and read more of our history,” the colonel told the crowd in Vell."
    assert quoted in labelled(page(f"<html><body><p>{PROSE}</p><p>{quoted}</p><p>{MORE}</p></body></html>"), Label.MAIN)


def test_captions_in_named_elements_are_captions() -> None:
    html = (
        f"<html><body><article><h1>Vell</h1><p>{PROSE}</p><div class='photo'><img src=a.jpg>"
        f"<div>The market hall of Vell on Monday</div></div>"
        f"<p>{MORE}</p></article></body></html>"
    )
    assert labelled(page(html), Label.CAPTION) == ["The market hall of Vell on Monday"]


def test_entries_of_a_live_page_carry_their_own_time() -> None:
    entry = '<div class="live-post"><time datetime="2031-06-02T{0}:00Z">{0}</time><p>{1}</p></div>'
    html = (
        '<html><head><script type="application/ld+json">{"@type": "LiveBlogPosting", "headline": "Vell live"}</script></head>'
        "<body>"
        f"<h1>Vell live</h1>{entry.format('10:00', PROSE)}{entry.format('11:15', MORE)}</body></html>"
    )
    posts = {
        words(read, block): block.at for read in [page(html)] for block in read.text.blocks if block.label is Label.LIVE_POST
    }
    assert posts[PROSE] == "2031-06-02T10:00:00Z"
    assert posts[MORE] == "2031-06-02T11:15:00Z"
