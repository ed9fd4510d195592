"""Reports with inline marks, for a corpus of our own: the readable text is the markup with its marks taken away.

A file holds reports. Each begins with a line `=== NAME | PUBLISHED | REGISTER | OUTLET`, then the people and bodies in it, one
a line (`@KEY KIND FULLEST NAME`), a blank line, and the text. A mark is `{ROLE NUMBERS WORDS|text}`; marks nest:

    {s1 voll|The colonel} {q1|said} {c1|that {f1 killed|12} {w1|fighters} died {t1 03-12|on Monday}}.

s source (needs a KEY), q cue (SHADE; "+" or "-" polarity; "0": no source), c content ("^1" or "^KEY": goes on under the
speaker of attribution 1, or of KEY, without a cue; a way of quoting; "novia"), v relay (KEY, else its words); f figure (see
`inline_gold`), w who, t window, p place, b basis; o the outlet's own statement of fact, h heading, x neither. Numbers tie
marks together: "c1,2" serves two.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from hearsay.model import SourceKind

CORPUS = Path(__file__).parent.parent / "corpora" / "invented"
ROLES = frozenset("sqcvfwtpbohx")
NUMBERED = ROLES - frozenset("ohx")
"""Roles whose marks need numbers."""

_HEADER = re.compile(r"=== *([\w-]+) *\| *(\d{4}-\d\d-\d\d) *\| *([^|]+?) *\| *([^|]+?) *")
_CAST = re.compile(r"@(\w+) (\w+) (\S.*)")
_HEAD = re.compile(r"([a-z])(\d+(?:,\d+)*)?((?: [^\s|{}]+)*)")
_SIGN = re.compile(r"[{}|]")
_KINDS = frozenset(kind.value for kind in SourceKind)


class MarkupError(ValueError):
    """A file that breaks the rules of the markup; the message names file and line."""


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody in a report: the fullest name that it gives, and what they are."""

    name: str
    kind: SourceKind


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark: its role, the numbers it serves, the words of its head, and code points [start, end) of the text."""

    role: str
    numbers: tuple[int, ...]
    words: tuple[str, ...]
    start: int
    end: int
    place: str
    """File and line, for messages."""

    @property
    def span(self) -> tuple[int, int]:
        return (self.start, self.end)


@dataclass(frozen=True, slots=True)
class Marked:
    """A report with its marks, in the order in which they begin, outer ones first. `conflict` is the folder's name."""

    name: str
    conflict: str
    published: date
    register: str
    outlet: str
    cast: Mapping[str, Named]
    text: str
    marks: tuple[Mark, ...]
    place: str

    def of(self, role: str, number: int | None = None) -> list[Mark]:
        """The marks of a role, or those of them that serve a number."""
        return [mark for mark in self.marks if mark.role == role and (number is None or number in mark.numbers)]

    def numbers(self, roles: str) -> list[int]:
        """The numbers that marks of these roles serve, in the order of the text."""
        return list(dict.fromkeys(number for mark in self.marks if mark.role in roles for number in mark.numbers))


def corpus(folder: Path = CORPUS) -> Iterator[Marked]:
    """All reports, by conflict and file. Raises `MarkupError`; two reports of one name are an error too."""
    seen: dict[str, str] = {}
    for path in sorted(folder.glob("*/*.txt")):
        for report in parse(path.read_text(encoding="utf-8"), f"{path.parent.name}/{path.name}", path.parent.name):
            if report.name in seen:
                raise MarkupError(f"{report.place}: {report.name} stands at {seen[report.name]} already")
            seen[report.name] = report.place
            yield report


def parse(source: str, file: str, conflict: str = "") -> Iterator[Marked]:
    """The reports of one file. Raises `MarkupError`."""
    lines = source.splitlines()
    heads = [i for i, line in enumerate(lines) if line.startswith("===")]
    if not heads or any(line.strip() for line in lines[: heads[0]]):
        raise MarkupError(f"{file}:1: a file begins with a line === NAME | PUBLISHED | REGISTER | OUTLET")
    for first, last in zip(heads, [*heads[1:], len(lines)], strict=True):
        yield _report(lines[first:last], file, first + 1, conflict)


def _report(lines: Sequence[str], file: str, at: int, conflict: str) -> Marked:
    header = _HEADER.fullmatch(lines[0])
    place = f"{file}:{at}"
    if header is None:
        raise MarkupError(f"{place}: not === NAME | PUBLISHED | REGISTER | OUTLET: {lines[0]}")
    cast, used = _cast(lines[1:], file, at + 1)
    body = lines[1 + used :]
    while body and not body[-1].strip():
        body = body[:-1]
    skipped = next((i for i, line in enumerate(body) if line.strip()), len(body))
    text, marks = _strip("\n".join(body[skipped:]), file, at + 1 + used + skipped)
    if not text:
        raise MarkupError(f"{place}: a report without a text")
    try:
        published = date.fromisoformat(header[2])
    except ValueError as error:
        raise MarkupError(f"{place}: {header[2]}: {error}") from error
    return Marked(header[1], conflict, published, header[3], header[4], cast, text + "\n", marks, place)


def _cast(lines: Sequence[str], file: str, at: int) -> tuple[dict[str, Named], int]:
    """The cast, and how many lines it takes."""
    cast: dict[str, Named] = {}
    for i, line in enumerate(lines):
        if not line.startswith("@"):
            return cast, i
        match = _CAST.fullmatch(line.rstrip())
        if match is None or match[2] not in _KINDS:
            raise MarkupError(f"{file}:{at + i}: not @KEY KIND NAME: {line}")
        if match[1] in cast:
            raise MarkupError(f"{file}:{at + i}: {match[1]} is named twice")
        cast[match[1]] = Named(match[3], SourceKind(match[2]))
    return cast, len(lines)


def _strip(body: str, file: str, at: int) -> tuple[str, tuple[Mark, ...]]:
    """The text and its marks."""
    text, position = "", 0
    done: list[Mark] = []
    open_marks: list[tuple[int, Mark]] = []
    while sign := _SIGN.search(body, position):
        text += body[position : sign.start()]
        place = f"{file}:{at + body.count(chr(10), 0, sign.start())}"
        position = sign.end()
        if sign[0] == "{":
            bar = body.find("|", position)
            mark = _head(body[position : bar if bar >= 0 else None], len(text), place)
            open_marks.append((len(done), mark))
            done.append(mark)
            position = bar + 1
        elif sign[0] == "|" or not open_marks:
            raise MarkupError(f"{place}: a {sign[0]} that closes or parts nothing")
        else:
            index, mark = open_marks.pop()
            done[index] = _closed(mark, text)
    if open_marks:
        raise MarkupError(f"{open_marks[-1][1].place}: a mark is not closed")
    return text + body[position:], tuple(done)


def _head(words: str, start: int, place: str) -> Mark:
    match = _HEAD.fullmatch(words)
    if match is None or match[1] not in ROLES:
        raise MarkupError(f"{place}: not ROLE NUMBERS WORDS: {words[:40]!r}")
    numbers = tuple(int(number) for number in match[2].split(",")) if match[2] else ()
    if bool(numbers) != (match[1] in NUMBERED) or len(set(numbers)) < len(numbers):
        raise MarkupError(f"{place}: {match[1]} has {'no' if not numbers else 'wrong'} numbers")
    return Mark(match[1], numbers, tuple(match[3].split()), start, start, place)


def _closed(mark: Mark, text: str) -> Mark:
    words = text[mark.start :]
    if not words.strip() or words != words.strip():
        raise MarkupError(f"{mark.place}: a mark is empty or has white space at its ends: {words[:40]!r}")
    if mark.role not in "ox" and "\n" in words:
        raise MarkupError(f"{mark.place}: a mark runs over a line: {words[:40]!r}")
    return Mark(mark.role, mark.numbers, mark.words, mark.start, len(text), mark.place)
