"""From marks to the rows of docs/contract.md: attributions and figures with their fields, and the outlet's own statements.

Words of a content: "^1", "^KEY" (continuation), direct | indirect | mixed, novia (whom it lies inside of do not pass it on).
Words of a figure: a measure; about | atleast | over | upto | under | range | vague; inc | per | cum | unk (scope; "inc" need
not be written); feared | presumed | expected; denied; of=N (part of figure N); =N or =N-M (bounds where the words do not
tell); w=WORDS_OF_WHO (else the marks w). Words of a window: days as MM-DD of the year of publication, or YYYY-MM-DD:
"03-12", "03-10/03-12", "03-12/" (open), "-" (none); a precision.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial
from typing import Any

from hearsay.model import Measure, Modality, Precision, SourceKind

from .inline import Mark, Marked, MarkupError, Named
from .inline_numbers import bounds
from .inline_shades import SHADES, negated, shade_of

Row = dict[str, Any]
MODIFIERS = {
    "about": "about",
    "atleast": "at least",
    "over": "more than",
    "upto": "at most",
    "under": "fewer than",
    "range": "range",
    "vague": "vague",
}
SCOPES = {"inc": "incident", "per": "period", "cum": "cumulative", "unk": "unknown"}
QUOTINGS = ("direct", "indirect", "mixed")
_RELAYED = frozenset({"says", "asserts", "reveals", "admits", "believes", "other"})
"""Shades of those who pass on what they tell of others; who denies, doubts or orders does not (annotation rule 16)."""

_DAY = re.compile(r"(?:\d{4}-)?\d\d-\d\d")
_QUOTED = re.compile(r'"[^"\n]*(?:"|$)|“[^”\n]*(?:”|$)', re.MULTILINE)
_WORDS = re.compile(r"\w+")
_PRECISIONS = frozenset(one.value for one in Precision)


def rows(report: Marked) -> Row:
    """The gold of a report: "attributions", "figures" and "own" (spans of the outlet's own statements). Raises `MarkupError`."""
    attributions = _attributions(report)
    figures = [_figure(report, number, attributions) for number in report.numbers("f")]
    for role in "wtpb":
        _known(report, role, set(report.numbers("f")))
    return {
        "attributions": attributions,
        "figures": figures,
        "own": [list(mark.span) for mark in report.of("o")],
    }


def errors(report: Marked) -> Iterator[MarkupError]:
    """Everything that keeps a report from becoming gold, where `rows` stops at the first."""
    steps: list[Callable[[], object]] = [
        *(partial(_known, report, role, set(report.numbers("f"))) for role in "wtpb"),
        *(partial(_known, report, role, set(report.numbers("c"))) for role in "sqv"),
        *(partial(_attribution, report, number) for number in report.numbers("c")),
        *(partial(_figure, report, number, ()) for number in report.numbers("f")),
    ]
    for step in steps:
        try:
            step()
        except MarkupError as error:
            yield error


def _known(report: Marked, roles: str, numbers: set[int]) -> None:
    for mark in report.marks:
        if mark.role in roles and not set(mark.numbers) <= numbers:
            raise MarkupError(f"{mark.place}: {mark.role}{mark.numbers} serves nothing")


# --- attributions ------------------------------------------------------------------------------------


def _attributions(report: Marked) -> list[Row]:
    numbers = report.numbers("c")
    _known(report, "sqv", set(numbers))
    made = {number: _attribution(report, number) for number in numbers}
    for number, row in made.items():
        row["inside"] = _around(row, number, made)
    passed = {number: [] if row["novia"] else _relays(row, made) for number, row in made.items()}
    for number, row in made.items():
        begun = number
        while (before := made[begun]["continues"]) is not None:
            begun = before
        row["relays"] = list(dict.fromkeys([*made[begun]["via"], *passed[begun]]))
    for row in made.values():
        row["via"] = row.pop("relays")
        row["inside"] = row["inside"] and f"a{row['inside']}"
        del row["novia"], row["continues"]
    return list(made.values())


def _attribution(report: Marked, number: int) -> Row:
    sources, cues, contents = (report.of(role, number) for role in "sqc")
    goes_on = next((word[1:] for mark in contents for word in mark.words if word.startswith("^")), None)
    if bool(goes_on) == bool(cues) or (goes_on and sources):
        raise MarkupError(f"{contents[0].place}: a{number} needs a cue, or a ^ and then neither cue nor source")
    speaker = _speaker(report, number, sources) if goes_on is None else _before(report, contents[0], goes_on)
    shade, polarity = _shade(report, number, cues)
    return {
        "id": f"a{number}",
        "source": _spans(sources),
        "cue": _spans(cues),
        "content": _spans(contents),
        "speaker": speaker and speaker.name,
        "source_kind": speaker and speaker.kind.value,
        "shade": shade,
        "quoting": next((word for mark in contents for word in mark.words if word in QUOTINGS), None)
        or _quoting(report, number, contents),
        "via": [_cast(report, mark).name for mark in report.of("v", number)],
        "polarity": polarity,
        "inside": None,
        "inferred": goes_on is not None,
        "novia": any("novia" in mark.words for mark in contents),
        "continues": int(goes_on) if goes_on and goes_on.isdigit() else None,
    }


def _spans(marks: Sequence[Mark]) -> list[list[int]]:
    return [list(mark.span) for mark in marks]


def _cast(report: Marked, mark: Mark) -> Named:
    """Whom a source or relay names: a key of the cast; a relay may go by its own words."""
    for word in mark.words:
        if word in report.cast:
            return report.cast[word]
    if mark.role == "v" and not mark.words:
        return Named(report.text[mark.start : mark.end], SourceKind.MEDIA)
    raise MarkupError(f"{mark.place}: {mark.words} names nobody of the cast")


def _speaker(report: Marked, number: int, sources: Sequence[Mark]) -> Named | None:
    if not sources:
        return None
    named = {_cast(report, mark).name: _cast(report, mark) for mark in sources if mark.words}
    if len(named) != 1:
        raise MarkupError(f"{sources[0].place}: a{number} has {len(named)} speakers")
    return next(iter(named.values()))


def _before(report: Marked, mark: Mark, goes_on: str) -> Named:
    """The speaker under whom a content goes on."""
    if not goes_on.isdigit():
        if goes_on not in report.cast:
            raise MarkupError(f"{mark.place}: ^{goes_on} names nobody of the cast")
        return report.cast[goes_on]
    number = int(goes_on)
    earlier = [one for one in report.of("c", number) if one.start < mark.start]
    if not earlier or number in mark.numbers:
        raise MarkupError(f"{mark.place}: ^{goes_on} is no earlier attribution")
    speaker = _speaker(report, number, report.of("s", number))
    for one in report.of("c", number):
        for word in one.words:
            speaker = _before(report, one, word[1:]) if word.startswith("^") else speaker
    if speaker is None:
        raise MarkupError(f"{mark.place}: ^{goes_on} has no speaker")
    return speaker


def _shade(report: Marked, number: int, cues: Sequence[Mark]) -> tuple[str, str]:
    if not cues:
        return "says", "affirmed"
    given = [word for mark in cues for word in mark.words]
    cue = " ".join(report.text[mark.start : mark.end] for mark in cues)
    if ("0" in given) == bool(report.of("s", number)):
        raise MarkupError(f"{cues[0].place}: {cue!r} has no source and does not say 0, or the other way round")
    if wrong := [word for word in given if word not in (*SHADES, "+", "-", "0")]:
        raise MarkupError(f"{cues[0].place}: a cue is no {wrong[0]}")
    shade = next((word for word in given if word in SHADES), None) or shade_of(cue)
    sign = next((word for word in given if word in "+-"), None)
    if shade is None or (negated(cue) and sign is None):
        raise MarkupError(f"{cues[0].place}: {'shade' if shade is None else 'polarity'} of {cue!r} must be written out")
    denied = sign == "-" or (sign is None and shade == "denies")
    return shade, "denied" if denied else "affirmed"


def _quoting(report: Marked, number: int, contents: Sequence[Mark]) -> str:
    """By quotation marks at its own level (annotation rule 15): those inside a nested content count for that one."""
    inner = [mark.span for mark in report.of("c") if number not in mark.numbers and _within(mark, contents)]
    marked = [
        (match.start(), match.end())
        for match in _QUOTED.finditer(report.text)
        if any(mark.start <= match.start() and match.end() <= mark.end for mark in contents)
        and not any(start <= match.start() and match.end() <= end for start, end in inner)
    ]
    words = [word.start() for mark in contents for word in _WORDS.finditer(report.text, mark.start, mark.end)]
    if words and report.text[words[0] :].lower().startswith("that "):
        words = words[1:]
    quoted = [sum(start < word < end for word in words) for start, end in marked]
    if words and sum(quoted) == len(words):
        return "direct"
    return "mixed" if any(count > 1 for count in quoted) else "indirect"


def _within(mark: Mark, contents: Sequence[Mark]) -> bool:
    return any(outer.start <= mark.start and mark.end <= outer.end and outer.span != mark.span for outer in contents)


def _covers(outer: Row, spans: Sequence[Sequence[int]]) -> bool:
    return all(any(a <= start and end <= b for a, b in outer["content"]) for start, end in spans)


def _size(row: Row) -> int:
    return sum(end - start for start, end in row["content"])


def _around(row: Row, number: int, made: dict[int, Row]) -> int | None:
    """The innermost other attribution whose content covers cue and content."""
    spans = [*row["cue"], *row["content"]]
    around = [one for one, other in made.items() if one != number and _size(other) > _size(row) and _covers(other, spans)]
    return min(around, key=lambda one: _size(made[one]), default=None)


def _relays(row: Row, made: dict[int, Row]) -> list[str]:
    """The speakers of the attributions around, innermost first, with their own relays; the page's own outlet is none."""
    passed: list[str] = []
    above = row["inside"]
    while above is not None:
        outer = made[above]
        outlet = outer["source_kind"] == SourceKind.OUTLET
        if outer["shade"] in _RELAYED and outer["polarity"] == "affirmed" and not outlet:
            passed += [outer["speaker"]] if outer["speaker"] and outer["speaker"] != row["speaker"] else []
            passed += outer["via"]
        above = outer["inside"]
    return passed


# --- figures -----------------------------------------------------------------------------------------


def _figure(report: Marked, number: int, attributions: Sequence[Row]) -> Row:
    marks = report.of("f", number)
    mark = marks[0]
    if len(marks) > 1 or len(mark.numbers) > 1:
        raise MarkupError(f"{mark.place}: f{number} stands twice")
    words = _figure_words(mark)
    modifier = MODIFIERS[words["modifier"]] if words["modifier"] else "exact"
    text = report.text[mark.start : mark.end]
    low, high = bounds(text, modifier, words["="], mark.place)
    around = [row for row in attributions if _covers(row, [mark.span])]
    return {
        "id": f"f{number}",
        "span": [list(mark.span)],
        "low": low,
        "high": high,
        "modifier": modifier,
        "measure": words["measure"],
        "who": words["w"].replace("_", " ") or " ".join(report.text[one.start : one.end] for one in report.of("w", number)),
        "who_spans": _spans(report.of("w", number)),
        "scope": SCOPES[words["scope"] or "inc"],
        "window": _window(report, number),
        "place": _one(report, "p", number),
        "polarity": "denied" if words["denied"] else "affirmed",
        "modality": words["modality"] or "reported",
        "basis": _one(report, "b", number),
        "part_of": _whole(report, mark, words["of"]),
        "attribution": min(around, key=_size)["id"] if around else None,
    }


def _figure_words(mark: Mark) -> dict[str, str]:
    found = dict.fromkeys(("measure", "modifier", "scope", "modality", "denied", "of", "=", "w"), "")
    for word in mark.words:
        name, value = _figure_word(word, mark)
        if found[name]:
            raise MarkupError(f"{mark.place}: two words of one kind: {word}")
        found[name] = value
    if not found["measure"]:
        raise MarkupError(f"{mark.place}: a figure without a measure")
    return found


def _figure_word(word: str, mark: Mark) -> tuple[str, str]:
    tables = {
        "measure": {one.value for one in Measure},
        "modifier": MODIFIERS,
        "scope": SCOPES,
        "modality": {one.value for one in Modality},
        "denied": {"denied"},
    }
    for name, table in tables.items():
        if word in table:
            return name, word
    for name, start in (("of", "of="), ("=", "="), ("w", "w=")):
        if word.startswith(start) and len(word) > len(start):
            return name, word[len(start) :]
    raise MarkupError(f"{mark.place}: a figure knows no {word}")


def _whole(report: Marked, mark: Mark, number: str) -> str | None:
    if not number:
        return None
    if not number.isdigit() or not report.of("f", int(number)) or int(number) in mark.numbers:
        raise MarkupError(f"{mark.place}: of={number} is no other figure")
    return f"f{number}"


def _one(report: Marked, role: str, number: int) -> str | None:
    marks = report.of(role, number)
    if len(marks) > 1:
        raise MarkupError(f"{marks[1].place}: a second {role} for f{number}")
    return report.text[marks[0].start : marks[0].end] if marks else None


def _window(report: Marked, number: int) -> Row | None:
    words = _one(report, "t", number)
    if words is None:
        return None
    mark = report.of("t", number)[0]
    start, end = _days(report, mark)
    given = [word for word in mark.words if word in _PRECISIONS]
    known = sum(bool(_days_of(word)) for word in mark.words)
    if known + len(given) + mark.words.count("-") != len(mark.words) or known > 1 or len(given) > 1:
        raise MarkupError(f"{mark.place}: a window knows no {mark.words}")
    usual = "unresolved" if not known else "range" if start and end and start != end else "day"
    return {"words": words, "start": start, "end": end, "precision": given[0] if given else usual}


def _days_of(word: str) -> list[str]:
    """The one or two ends that a word writes, "" for an open one; nothing where it writes no days."""
    ends = word.split("/")
    return ends if len(ends) <= 2 and any(ends) and all(not end or _DAY.fullmatch(end) for end in ends) else []


def _days(report: Marked, mark: Mark) -> tuple[str | None, str | None]:
    for word in mark.words:
        if ends := _days_of(word):
            full = [_iso(end, report, mark) for end in ends]
            return full[0], full[-1]
    return None, None


def _iso(day: str, report: Marked, mark: Mark) -> str | None:
    if not day:
        return None
    whole = day if len(day) == 10 else f"{report.published.year}-{day}"
    try:
        return date.fromisoformat(whole).isoformat()
    except ValueError as error:
        raise MarkupError(f"{mark.place}: {day}: {error}") from error
