"""Whether two names are one outlet's."""

import re
from functools import lru_cache
from itertools import islice
from urllib.parse import urlsplit

from ..analyse import lines
from ..lang.en import ENGLISH
from ..model import Text
from .words import fold

_LETTERS = re.compile(r"\w+")
_SHORT = re.compile(r"[^\W\d_a-z]{2,6}")
_MASTHEAD = re.compile(
    r"((?:[^\W\d_a-z][\w’'.&-]*)(?: (?:of |the )*[^\W\d_a-z][\w’'.&-]*){0,4}), [^\n.]{0,25}\b\d{4}\b[^\n]{0,20}"
)
_TOP = 3
"""Lines at the top of a text among which a masthead is looked for."""
_HOSTS = frozenset("www m amp news edition".split())


def same_outlet(one: str, other: str) -> bool:
    """Whether two names are one outlet's: the same words but for those that any outlet may have beside its name, the same
    letters without the blanks, or one the initials of the other in capitals."""
    first, second = _words(one), _words(other)
    if not first or not second:
        return False
    return "".join(first) == "".join(second) or _initials(one, other) or _initials(other, one)


def outlets_of(outlet: str, url: str | None) -> tuple[str, ...]:
    """The names that a page's outlet goes by: its own, and that of its site."""
    host = (urlsplit(url).hostname or "") if url else ""
    labels = [label for label in host.split(".") if label not in _HOSTS]
    return tuple(name for name in (outlet, labels[0] if len(labels) > 1 else "") if name)


def is_like_an_outlet(name: str) -> bool:
    """Whether a name has a word that outlets have in theirs ("Wire", "Post"), or is one in capitals, as agencies abbreviate."""
    words = _LETTERS.findall(name)
    short = len(words) == 1 and bool(_SHORT.fullmatch(words[0]))
    return short or any(fold(word) in ENGLISH.sources.media for word in words)


def masthead(text: Text) -> str:
    """The name in a line of its own at the top of a text, before the date ("Harbour Herald, 5 May 2034"); "" without one."""
    shown = (span for block in text.blocks for span in lines(text.content, block.span))
    for span in islice(shown, _TOP):
        if match := _MASTHEAD.fullmatch(text.content, span.start, span.end):
            return match[1]
    return ""


@lru_cache(maxsize=4096)
def _words(name: str) -> tuple[str, ...]:
    words = [fold(word) for word in _LETTERS.findall(name)]
    kept = [word for word in words if word not in ENGLISH.credits.additions]
    return tuple(kept or words)


def _initials(short: str, long: str) -> bool:
    plain = short.replace(".", "")
    if not _SHORT.fullmatch(plain):
        return False
    words = [word for word in _LETTERS.findall(long) if fold(word) not in ("the", "of", "and")]
    return len(words) > 1 and "".join(word[0] for word in words).upper() == plain
