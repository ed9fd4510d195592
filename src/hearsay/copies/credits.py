"""Whom a report credits: by the form in which the press does so, not by a list of outlets.

Where a credit stands (dateline, last lines, byline) and the words around it (`lang`, table of credits) tell that a name is
one; which outlet it is, `direction` makes out by comparing it with the names of the reports' own outlets.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from .. import registry
from ..analyse import lines, readable
from ..lang.credit_tables import Credits
from ..lang.en import ENGLISH
from ..model import Label, Span, Text


class Form(StrEnum):
    """How an outlet is credited."""

    DATELINE = "dateline"  # "HALMERE (Pellam Wire) -"
    SIGNATURE = "signature"  # a name in brackets or behind a dash at the end
    BYLINE = "byline"  # "By Oskar Thane, Pellam Wire"
    HELP = "contribution"  # "Pellam Wire contributed to this report"
    FIRST = "first publication"  # "first published by Pellam Wire"
    CITED = "citation"  # "Pellam Wire reported"


@dataclass(frozen=True, slots=True)
class Credit:
    """A name that is credited, as written, with its form and its place in the text (None: the byline that the page tells apart
    from its text)."""

    name: str
    form: Form
    span: Span | None = None


_CAP = r"[^\W\d_a-zß-öø-ÿ]"
"""A capital, or a letter of a script that has none."""
_NAME = rf"{_CAP}[\w’'.&-]*(?:[ \t]+(?:(?:of|the|de|al|el|for)[ \t]+)*{_CAP}[\w’'.&-]*){{0,5}}"
_TITLE = rf"(?:[Tt]he[ \t]+)?{_NAME}"
_OWNING = re.compile(r"['’]s$")
"""Whose something is: the name of that follows, and this is not it."""
_HEADS = 4
"""Lines of an article among which a dateline is looked for."""
_TAILS = 4
"""Lines at its end among which a signature is."""
_DATELINE = re.compile(r"\s*[^()\n]{0,70}?\(([^()\n]{2,60})\)[^()\n]{0,20}?\s*(?:[—–―]|-{1,2})\s")
_LED = re.compile(rf"\s*({_NAME})\s*,\s*{_CAP}[^\n(]{{2,40}}?\s(?:[—–―]|--?)\s")
_BRACKETS = re.compile(r"[.!?…\"”’»]\s*[(\[]([^()\[\]\n]{2,60})[)\]]\s*$")
_BEHIND_DASH = re.compile(rf"^\s*[(\[]?\s*(?:[—–―]|-{{1,2}})\s*({_TITLE}(?:\s*[/,&]\s*{_TITLE})*)\s*[)\]]?\.?\s*$")
_ALONE = re.compile(r"^\s*[(\[]([^()\[\]\n]{2,60})[)\]]\.?\s*$")


def credits_of(text: Text, byline: str = "") -> tuple[Credit, ...]:
    """Everything in a text that has the form of a credit, in order, and what its page gives as the byline. The names may be
    those of people: they count only where they are an outlet's."""
    table = _table(text.language)
    shown = [span for block in text.blocks if readable(block) for span in lines(text.content, block.span)]
    found = [
        *(one for span in shown[:_HEADS] for one in _at_head(text.content, span, table)),
        *(one for span in shown[-_TAILS:] for one in _at_tail(text.content, span, table)),
        *(one for span in shown for one in _in_words(text.content, span, table)),
        *(one for block in text.blocks if block.label is Label.BYLINE for one in _bylines(text, block.span, table)),
    ]
    named = [Credit(name, Form.BYLINE) for name in _parts(_without(byline, table.by), table)]
    return tuple(dict.fromkeys([*sorted(found, key=_place), *named]))


def _place(credit: Credit) -> tuple[Span, str, str]:
    assert credit.span is not None
    return credit.span, credit.form, credit.name


def _table(language: str) -> Credits:
    known = registry.language(language)
    return known.credits if known else Credits()


def _at_head(content: str, span: Span, table: Credits) -> Iterator[Credit]:
    """A dateline with a name in brackets, or one that begins with it; and a line that is a byline."""
    line = content[span.start : span.end]
    if match := _DATELINE.match(line) or _LED.match(line):
        yield from _named(match, span, Form.DATELINE, table)
    if (pattern := _byline(table)) and (match := pattern.match(line)):
        yield from _named(match, span, Form.BYLINE, table)


def _at_tail(content: str, span: Span, table: Credits) -> Iterator[Credit]:
    line = content[span.start : span.end]
    for pattern in (_BRACKETS, _BEHIND_DASH, _ALONE, *_sources(table)):
        if match := pattern.search(line):
            yield from _named(match, span, Form.SIGNATURE, table)
            return


def _in_words(content: str, span: Span, table: Credits) -> Iterator[Credit]:
    line = content[span.start : span.end]
    for form, patterns in _phrases(table):
        for pattern in patterns:
            for match in pattern.finditer(line):
                yield from _named(match, span, form, table)


def _bylines(text: Text, span: Span, table: Credits) -> Iterator[Credit]:
    for line in lines(text.content, span):
        words = text.content[line.start : line.end]
        for name in _parts(_without(words, table.by), table):
            start = line.start + words.index(name)
            yield Credit(name, Form.BYLINE, Span(start, start + len(name)))


def _named(match: re.Match[str], line: Span, form: Form, table: Credits) -> Iterator[Credit]:
    """Each name of a match's group, at its place."""
    at = match.start(1)
    for name in _parts(match[1], table):
        at = match.string.index(name, at)
        yield Credit(name, form, Span(line.start + at, line.start + at + len(name)))
        at += len(name)


def _parts(words: str, table: Credits) -> Iterator[str]:
    """The names in a list of them ("Pellam Wire, OSNA and others"); what has no capital is none."""
    names = (_bare(part.strip(" \t.:-–—")) for part in re.split(_joints(table), words))
    return (name for name in names if len(name) > 1 and re.search(_CAP, name) and not _OWNING.search(name))


def _bare(name: str) -> str:
    """A name without a word before it that is a capital's only for beginning the sentence ("So Pellam Wire reported")."""
    first, _, rest = name.partition(" ")
    small = first.lower() in ENGLISH.names.common - ENGLISH.credits.additions
    return rest.strip() if small and rest else name


@cache
def _joints(table: Credits) -> str:
    """What stands between two names."""
    return rf"\s*(?:[,;/|•·]|\b(?:{'|'.join(table.joints) or 'and'})\b)\s*"


def _without(words: str, openings: Iterable[str]) -> str:
    pattern = "|".join(openings)
    return re.sub(rf"^\s*(?:{pattern})\s*:?\s+", "", words, flags=re.IGNORECASE) if pattern else words


@cache
def _byline(table: Credits) -> re.Pattern[str] | None:
    words = "|".join(table.by)
    return (
        re.compile(rf"^\s*(?i:{words})\s*:?\s+({_TITLE}(?:\s*(?:[,/|]|\b(?:and|for|of)\b)\s*{_TITLE})*)\s*$") if words else None
    )


@cache
def _sources(table: Credits) -> tuple[re.Pattern[str], ...]:
    words = "|".join(table.source)
    if not words:
        return ()
    return (re.compile(rf"^\s*[(\[]?\s*(?i:{words})\s*:\s*({_TITLE}(?:\s*[/,&]\s*{_TITLE})*)\s*[)\]]?\.?\s*$"),)


@cache
def _phrases(table: Credits) -> tuple[tuple[Form, tuple[re.Pattern[str], ...]], ...]:
    some = rf"({_TITLE}(?:(?:\s*,\s*|\s+and\s+|\s*,\s+and\s+){_TITLE})*)"
    before = {Form.HELP: table.reporting, Form.FIRST: table.first, Form.CITED: table.cited}
    behind = {Form.HELP: table.helped, Form.CITED: table.said}
    made: dict[Form, tuple[re.Pattern[str], ...]] = {}
    for form in (Form.HELP, Form.FIRST, Form.CITED):
        patterns = []
        if words := "|".join(before.get(form, ())):
            patterns.append(re.compile(rf"\b(?i:{words})\s*:?\s+{some}"))
        if words := "|".join(behind.get(form, ())):
            patterns.append(re.compile(rf"{some}\s+(?i:{words})\b"))
        made[form] = tuple(patterns)
    return tuple(made.items())
