"""How the press marks headlines, bylines and datelines in running text, where no markup tells.

The rules prefer to miss: a paragraph taken for a heading loses its attributions, a heading taken for a paragraph
loses nothing.
"""

import re
from collections.abc import Iterator, Sequence

from ..model import Block, Field, Label, Span
from .base import Said

STOPS = ".!?…:;,"
CLOSERS = "\"'”’»)]"
_NAME = r"(?:[^\W\d_a-z][\w’'\-]*\.?|de|der|den|van|von|al|bin|ibn|da|du|of|the)"
_NAMES = rf"{_NAME}(?: {_NAME}){{0,5}}"
_BYLINE = re.compile(
    rf"(?i:(?:reported |written |compiled |words )?by):? {_NAMES}(?:(?:,| and| &) {_NAMES}){{0,4}}"
    r"(?:[,|/] [^.!?]{1,60}| in [^.!?]{1,40})?"
)
MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
DAY = rf"(?:{MONTH} \d{{1,2}}(?:,? \d{{4}})?|\d{{1,2}} {MONTH}(?:,? \d{{4}})?)"
_CLOCK = r"(?:,? (?:at )?\d{1,2}[:.]\d\d(?::\d\d)?(?: ?[AaPp]\.?[Mm]\.?)?(?: \(?[A-Z]{2,4}\)?)?)"
_DATE_LINE = re.compile(
    r"(?:(?i:published|posted|updated|last updated|date)(?: on)?:? )?"
    rf"(?:[A-Z][\w’'. \-]{{1,40}}, ){{0,2}}(?:[A-Z][a-z]+day,? )?(?:{DAY}|\d{{4}}-\d\d-\d\d){_CLOCK}?\W{{0,2}}"
)
_PLACE = r"[^\W\d_a-z][^\W\d_a-z’'.\- ]{2,30}"
DATELINE = re.compile(
    rf"\W?(?P<place>{_PLACE}(?:, [^\W\d_a-z][\w’'. ]{{1,25}}?)?)(?:, {DAY})?"
    r"\s*(?:\([^)\n]{2,30}\)\s*)?(?:—|–|--| - )"
)
"""A place in capitals and a dash at the head of the first paragraph: "NORTH TESSARY, Oct. 3 (Outlet) —"."""

_RUNNING = frozenset(
    {"said", "told", "added", "asked", "was", "were", "had", "has", "have", "been", "did", "he", "she", "they", "i", "we"}
)
"""Words that stand in sentences and hardly ever in a heading."""


def is_byline(words: str) -> bool:
    """Whether a line names the author and nothing else."""
    return len(words) <= 160 and _BYLINE.fullmatch(words) is not None


def is_date_line(words: str) -> bool:
    """Whether a line is a date, with its place or clock time, and nothing else."""
    return len(words) <= 120 and _DATE_LINE.fullmatch(words) is not None


def is_title(words: str) -> bool:
    """Short, begins like a title, no quotation, no final punctuation, and no word of a running sentence."""
    return (
        len(words) <= 80
        and len(words.split()) <= 12
        and (words[0].isupper() or words[0].isdigit() or not words[0].isascii())
        and not words.rstrip(CLOSERS).endswith(tuple(STOPS))
        and not any(mark in words for mark in '"“”«»„()')
        and _RUNNING.isdisjoint(words.lower().split())
    )


SENTENCE = 12
"""Words from which on capitals with a full stop are a sentence of a text without small letters, and no headline."""


def is_headline(words: str, followed: bool) -> bool:
    """A first line that is short and has no final stop; or one, set apart by a blank line (`followed`), written Like
    a Title. A headline may run over two lines. In a long sentence of capitals alone, capitals tell nothing."""
    bare = words.rstrip(CLOSERS)
    if words.count("\n") > 1 or len(words) > 200 or len(words.split()) > 30 or DATELINE.match(words):
        return False
    if not bare.endswith(tuple(STOPS)):
        return True
    if words.isupper() and bare.endswith(".") and len(words.split()) > SENTENCE:
        return False
    long = [word for word in re.findall(r"[^\W\d_]+", words) if len(word) > 3]
    return followed and bool(long) and sum(word[0].isupper() for word in long) > 0.8 * len(long)


def said_of(content: str, blocks: Sequence[Block]) -> Iterator[Said]:
    """Headline, byline and dateline as the first blocks show them, up to the first paragraph."""
    fields = {Label.HEADLINE: Field.HEADLINE, Label.BYLINE: Field.BYLINE, Label.DATELINE: Field.DATELINE}
    for block in blocks[:8]:
        words = content[block.span.start : block.span.end]
        if block.label in fields:
            yield fields[block.label], " ".join(words.split()), "content", block.span
        elif block.label is Label.MAIN:
            if line := DATELINE.match(words):
                value = words[line.start("place") : line.end()].rstrip(" —–-")
                start = block.span.start + line.start("place")
                yield Field.DATELINE, value, "content", Span(start, start + len(value))
            return
