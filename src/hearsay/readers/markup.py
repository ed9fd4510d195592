"""HTML source to tags and text with their places: the tokenizer of the HTML standard, as far as text depends on it.

Written here, and not taken from a library, because every offset in a ledger rests on it: it may change only with the
reader's version.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from html.entities import html5

_OPEN = re.compile(r"<(?:(!--)|([!?])|(/?)([a-zA-Z][^\s/>]*)|(/))")
_ATTRIBUTE = re.compile(r"[\s/]*([^\s/>][^\s/>=]*)(\s*=\s*)?")
_BARE = re.compile(r"[^\s>]*")
_REFERENCE = re.compile(r"&(?:#[xX][0-9a-fA-F]+;?|#[0-9]+;?|[A-Za-z][A-Za-z0-9]*;?)")
_SCRIPT = re.compile(r"<!--|-->|<(/?)script(?=[\s/>])", re.IGNORECASE)
RAW = frozenset("script style xmp iframe noembed noframes noscript textarea title".split())
"""Elements whose inside holds no tags (noscript: because scripts are taken to run, as in a browser)."""


@dataclass(slots=True)
class Token:
    """A stretch of the source, code points [start, end). `name` is "" for text, "#comment" for a comment; `end_tag` and
    `attributes` belong to tags. The inside of a RAW element is one text token."""

    start: int
    end: int
    name: str = ""
    end_tag: bool = False
    attributes: dict[str, str] = field(default_factory=dict)


def tokens(source: str) -> Iterator[Token]:
    """Tags and text of a page in order, without gaps except comments and declarations."""
    at = begin = 0
    quotes = _Quotes(source)
    while (match := _OPEN.search(source, at)) is not None:
        start = match.start()
        token = _tag(source, match, quotes) if match[4] else Token(start, _after_comment(source, match), "#comment")
        if start > begin:
            yield Token(begin, start)
        yield token
        at = begin = token.end
        if token.name in RAW and not token.end_tag:
            at = begin = _raw_end(source, token.end, token.name)
            if at > token.end:
                yield Token(token.end, at)
    if begin < len(source):
        yield Token(begin, len(source))


def _after_comment(source: str, match: re.Match[str]) -> int:
    start, at = match.start(), match.end()
    if match[1]:
        if source.startswith(">", at):
            return at + 1
        if source.startswith("->", at):
            return at + 2
        found = re.compile(r"--!?>").search(source, at)
        return found.end() if found else len(source)
    close = source.find(">", start)
    return close + 1 if close >= 0 else len(source)


class _Quotes:
    """Finds closing quotation marks; remembers that there is none further on, so that a page full of open ones costs
    no quadratic time."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._last = {mark: source.rfind(mark) for mark in "\"'"}

    def close(self, mark: str, at: int) -> int:
        return self._source.find(mark, at) if at <= self._last[mark] else -1


def _tag(source: str, match: re.Match[str], quotes: _Quotes) -> Token:
    attributes: dict[str, str] = {}
    at = match.end()
    while (found := _ATTRIBUTE.match(source, at)) is not None:
        at = found.end()
        value = ""
        if found[2]:
            mark = source[at : at + 1]
            close = quotes.close(mark, at + 1) if mark in ('"', "'") else -1
            if close >= 0:
                value, at = source[at + 1 : close], close + 1
            else:  # no closing mark in the whole page: the value ends where the tag does, and no text is lost
                bare = _BARE.match(source, at)
                assert bare is not None
                value, at = bare[0], bare.end()
        attributes.setdefault(found[1].lower(), value if "&" not in value else unescape(value))
    close = source.find(">", at)
    end = close + 1 if close >= 0 else len(source)
    return Token(match.start(), end, match[4].lower(), bool(match[3]), attributes)


def _raw_end(source: str, at: int, name: str) -> int:
    """Where the inside of a RAW element ends. In a script, "<!--<script>" hides one end tag (HTML standard, "script
    data double escaped state")."""
    if name == "script":
        hidden = double = False
        for match in _SCRIPT.finditer(source, at):
            if match[0] == "<!--":
                hidden = True
            elif match[0] == "-->":
                hidden = double = False
            elif not match[1]:
                double = hidden
            elif double:
                double = False
            else:
                return match.start()
        if not hidden:
            return len(source)
    found = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(source, at)
    return found.start() if found else len(source)


def reference(source: str, at: int, end: int) -> tuple[str, int]:
    """The characters that a reference at `at` stands for, and where it ends; ("&", at + 1) where it is none."""
    match = _REFERENCE.match(source, at, end)
    if match is None:
        return "&", at + 1
    name = match[0][1:]
    if name[0] == "#" or name in html5:
        return unescape(match[0]), match.end()
    for size in range(min(len(name), _LONGEST), 1, -1):
        if name[:size] in html5:
            return html5[name[:size]], at + 1 + size
    return "&", at + 1


_LONGEST = max(len(name) for name in html5 if not name.endswith(";"))
