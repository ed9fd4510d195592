"""The captured page, made harmless to show: its own bytes, with the passage marked where that is safe.

It is shown in a frame without rights (no scripts, no forms, no addresses of its own) under a policy that lets it load
nothing. What could make the browser look up or visit an address without loading anything (link, base, meta refresh) is taken out.
"""

import re
from codecs import lookup
from collections.abc import Iterator
from html import escape
from itertools import pairwise

from ..export.visible import visible
from ..model import PieceKind, Span, Text

POLICY = (
    "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; form-action 'none';"
    " base-uri 'none'"
)
"""The policy of the frame's page, `sandbox` among it: it holds too where the page is opened by itself."""

_OPEN, _CLOSE = "\ue0ff\ue0f0", "\ue0f1\ue0ff"
_VISITS = re.compile(r"""<(?:link|base|meta|portal)\b(?:=\s*"[^"]*"|=\s*'[^']*'|[^>])*+>?""", re.IGNORECASE)
_MARKED = '<mark id="passage" style="all:unset;background:#ffe08a;color:#000;outline:2px solid #8a5a00;scroll-margin:40vh">'
_GOES_ON = _MARKED.replace(' id="passage"', "")
_INERT = """<style>a, area, button, input, select, textarea, summary { pointer-events: none !important }
img:not([src^="data:"]), video, audio, iframe, object, embed { max-width: 8em !important; max-height: 4em !important;
outline: 1px dashed gray !important }</style>"""
"""Set behind the page. What is clicked would lead to an error, as the frame may go nowhere; pictures that are not in the page
itself are not fetched, and leave small gaps."""

_PLAIN = """<!doctype html><html><head><meta charset="utf-8"><title>{title}</title><style>
:root {{ color-scheme: light dark }} body {{ margin: 1rem; font: 1rem/1.55 ui-monospace, monospace }}
pre {{ white-space: pre-wrap; overflow-wrap: anywhere; unicode-bidi: plaintext; margin: 0 0 1rem }}
.page {{ color: GrayText; font-family: sans-serif }}
</style></head><body>{body}</body></html>"""


def shown(data: bytes, media_type: str, text: Text, passage: Span | None) -> str:
    """The HTML of the frame. A page is shown as captured; plain text and feeds as text; of a PDF the text of each page, as
    its own layout needs a program of its own (the file can be fetched)."""
    if media_type in ("text/html", "application/xhtml+xml"):
        return _page(data, text, passage)
    if media_type == "application/pdf":
        return _plain("PDF", _pdf(text, passage))
    return _plain(media_type, _source(data, text, passage))


def stretches(text: Text, passage: Span) -> Iterator[tuple[int, int]]:
    """Which bytes of the original hold the passage, one stretch a run of characters that no markup interrupts. Ends inside a
    run are counted in the bytes of its encoding; a run that is no plain text (a reference, white space) is taken whole."""
    for piece in text.pieces:
        start, end = max(piece.start, passage.start), min(piece.end, passage.end)
        if start >= end or piece.kind is PieceKind.GLYPHS:
            continue
        if piece.kind is PieceKind.LITERAL:
            first = piece.source_start + _size(text, piece.start, start)
            yield first, first + _size(text, start, end)
        else:
            yield piece.source_start, piece.source_end


def _size(text: Text, start: int, end: int) -> int:
    """Bytes of code points [start, end) in the text's encoding."""
    return len(text.content[start:end].encode(_codec(text.encoding), errors="replace"))


def _codec(encoding: str) -> str:
    """Python's name of an encoding, without a byte order mark."""
    name = lookup(encoding or "utf-8").name
    return {"utf-16": "utf-16-le", "utf-32": "utf-32-le", "utf-8-sig": "utf-8"}.get(name, name)


def _decoded(data: bytes, text: Text, passage: Span | None) -> str:
    """The characters of the original, with signs around the passage that markup never has."""
    codec = _codec(text.encoding)
    found = list(stretches(text, passage)) if passage else []
    out, at = [], 0
    for start, end in found:
        if not at <= start < end <= len(data):
            continue
        out += [data[at:start].decode(codec, "replace"), _OPEN, data[start:end].decode(codec, "replace"), _CLOSE]
        at = end
    return "".join([*out, data[at:].decode(codec, "replace")]).removeprefix("\ufeff")


def _page(data: bytes, text: Text, passage: Span | None) -> str:
    harmless = _VISITS.sub("", _decoded(data, text, passage))
    return _marked(harmless) + _INERT


def _marked(markup: str) -> str:
    """The first sign becomes the mark that the frame scrolls to."""
    first = markup.replace(_OPEN, _MARKED, 1)
    return first.replace(_OPEN, _GOES_ON).replace(_CLOSE, "</mark>")


def _source(data: bytes, text: Text, passage: Span | None) -> str:
    return "<pre>" + _marked(escape(visible(_decoded(data, text, passage)))) + "</pre>"


def _pdf(text: Text, passage: Span | None) -> str:
    """The text, with a line where a page begins."""
    begins: dict[int, int] = {}
    for piece in text.pieces:
        begins.setdefault(piece.page, piece.start)
    cuts = sorted({*begins.values(), 0, len(text.content)})
    numbers = {start: page for page, start in begins.items()}
    out = []
    for start, end in pairwise(cuts):
        head = f'<p class="page">Page {numbers[start]}</p>' if start in numbers else ""
        out.append(f"{head}<pre>{_slice(text.content, start, end, passage)}</pre>")
    return _marked("".join(out))


def _slice(content: str, start: int, end: int, passage: Span | None) -> str:
    first, last = (max(passage.start, start), min(passage.end, end)) if passage else (0, 0)
    if first >= last:
        return escape(visible(content[start:end]))
    cut = (content[start:first], content[first:last], content[last:end])
    before, inner, after = (escape(visible(part)) for part in cut)
    return f"{before}{_OPEN}{inner}{_CLOSE}{after}"


def _plain(title: str, body: str) -> str:
    return _PLAIN.format(title=escape(title), body=body)
