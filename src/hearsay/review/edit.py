"""A new finding from an old one with some fields changed, or from a stretch of text that somebody marked.

What follows from the words follows them: a figure's bounds the number at its span, a mention's words its span; who, where and
when the stretches that name them; a cue's lemma and shade its words. Only what the person gives outright is taken as given.
All offsets are code points; whatever does not fit its text is refused with the reason.
"""

from collections.abc import Mapping
from typing import Any

import msgspec

from ..checks import problems
from ..codec import from_json, spans_of, to_json
from ..errors import BadFinding
from ..model import AnyFinding, Attribution, Figure, Mention, Modifier, Text
from .reread import cue_at, number_at, rebounded

Given = Mapping[str, Any]
"""Path of a field ("low", "source.name", "window.start") -> its new value in plain form; spans are [start, end]."""

_FIXED = frozenset({"text", "type"})
_NAMED = {"who_spans": "who", "place.spans": "place.words", "window.spans": "window.words"}
"""Spans -> the field that repeats the characters at them."""

KINDS = {"attribution": Attribution, "figure": Figure, "mention": Mention}
"""What people can add by hand, by the name of the type."""


def changed(old: AnyFinding, given: Given, text: Text) -> AnyFinding:
    """`old` with the fields of `given`, and with what follows from them. A part that is given as None goes (a window, a
    source). Raises `BadFinding` for a field that is not there, a value that does not fit, a place outside the text, or where
    nothing changes."""
    if _FIXED & set(given):
        raise BadFinding("a finding stays in its text and keeps its type")
    fields: dict[str, Any] = msgspec.to_builtins(old)
    _fill(fields, given)
    _follow(fields, given, text, type(old))
    new = _sound(fields, text)
    if new == old:
        raise BadFinding("this changes nothing")
    return new


def made(kind: str, given: Given, text: Text) -> AnyFinding:
    """A new finding of that kind ("attribution", "figure", "mention") in a text; what is not given follows from the words where
    it can. Raises `BadFinding`."""
    if kind not in KINDS:
        raise BadFinding(f"a finding is an attribution, a figure or a mention, not {kind!r}")
    needed = "content" if kind == "attribution" else "span"
    if not given.get(needed):
        raise BadFinding(f"mark the words first: {_article(kind)} needs a {needed}")
    fields: dict[str, Any] = {"type": kind, "text": text.id}
    if kind == "figure":
        fields["measure"] = "killed"
    _fill(fields, given)
    _follow(fields, given, text, KINDS[kind])
    if kind == "mention":
        fields.setdefault("actor", fields.get("words", ""))
    return _sound(fields, text)


def words_at(text: Text, span: object) -> str:
    """The characters at [start, end). Raises `BadFinding` where that is not inside the text."""
    try:
        start, end = msgspec.convert(span, tuple[int, int])
    except msgspec.ValidationError as error:
        raise BadFinding(f"a span is [start, end]: {error}") from error
    if not 0 <= start < end <= len(text.content):
        raise BadFinding(f"span [{start}, {end}) is not inside the text of {len(text.content)} code points")
    return text.content[start:end]


def _fill(fields: dict[str, Any], given: Given) -> None:
    for path, value in given.items():
        *parents, last = path.split(".")
        below = fields
        for name in parents:
            inner = below.get(name)
            if not isinstance(inner, dict):
                inner = below[name] = {}
            below = inner
        below[last] = value


def _follow(fields: dict[str, Any], given: Given, text: Text, kind: type) -> None:
    """Sets what follows from the given fields and was not given itself."""
    if "span" in given and "words" not in given and kind in (Figure, Mention):
        fields["words"] = words_at(text, fields["span"])
    for spans, words in _NAMED.items():
        if given.get(spans) and words not in given:
            _fill(fields, {words: _joined(text, given[spans])})
    if kind is Figure:
        _follow_number(fields, given, text)
    if kind is Attribution and given.get("cue.spans") and "cue.lemma" not in given:
        lemma, shade, denied = cue_at(text, _spans(given["cue.spans"]), _spans(fields.get("content")))
        _fill(fields, {"cue.lemma": lemma, **({} if "cue.shade" in given else {"cue.shade": shade})})
        if "polarity" not in given:
            fields["polarity"] = denied.value
    if kind is Attribution and given.get("source.spans") and not (fields.get("source") or {}).get("name"):
        _fill(fields, {"source.name": _joined(text, given["source.spans"])})
    if kind is Attribution and fields.get("source"):
        fields["source"].setdefault("kind", "person")


def _follow_number(fields: dict[str, Any], given: Given, text: Text) -> None:
    """Bounds and modifier: those of the number at the span, unless given."""
    if {"low", "high"} & set(given) or not {"span", "modifier"} & set(given):
        return
    if not fields.get("span"):
        return
    words_at(text, fields["span"])
    start, end = fields["span"]
    number = number_at(text, start, end)
    if number is None:
        words = fields.get("words", "")
        raise BadFinding(f"{words!r} is no number that can be read: give its lowest and highest count, or mark others")
    if "modifier" in given:
        modifier = _modifier(given["modifier"])
        fields["low"], fields["high"] = rebounded(number, modifier)
    else:
        fields["modifier"] = number.modifier.value
        fields["low"], fields["high"] = number.bounds()


def _modifier(value: object) -> Modifier:
    try:
        return Modifier(str(value))
    except ValueError:
        known = ", ".join(one.value for one in Modifier)
        raise BadFinding(f"{value!r} is no modifier; there are {known}") from None


def _sound(fields: dict[str, Any], text: Text) -> AnyFinding:
    finding = from_json(to_json(fields))
    for problem in problems(finding, text):
        raise BadFinding(problem)
    for start, end in spans_of(finding):
        if not text.content[start:end].strip():
            raise BadFinding(f"there are no words at [{start}, {end})")
    if isinstance(finding, Figure):
        _bounded(finding)
    if isinstance(finding, Attribution) and list(finding.content) != sorted(finding.content):
        raise BadFinding("the stretches of a content come in the order of the text")
    if isinstance(finding, Mention) and not finding.actor.strip():
        raise BadFinding("a mention names an actor")
    if isinstance(finding, Attribution) and finding.source is not None and not finding.source.name.strip():
        raise BadFinding("a source has a name; leave the whole source out where nobody is named")
    return finding


def _bounded(figure: Figure) -> None:
    for name, bound in (("lowest", figure.low), ("highest", figure.high)):
        if bound is not None and bound < 0:
            raise BadFinding(f"the {name} count is {bound}: a count is not below 0")
    if figure.low is not None and figure.high is not None and figure.low > figure.high:
        raise BadFinding(f"the lowest count, {figure.low}, is above the highest, {figure.high}")
    window = figure.window
    if window is not None and window.start and window.end and window.start > window.end:
        raise BadFinding(f"the window begins on {window.start}, after its end, {window.end}")


def _joined(text: Text, spans: object) -> str:
    return " ".join(words_at(text, span) for span in _spans(spans))


def _spans(value: object) -> list[tuple[int, int]]:
    try:
        return msgspec.convert(value or [], list[tuple[int, int]])
    except msgspec.ValidationError as error:
        raise BadFinding(f"spans are a list of [start, end]: {error}") from error


def _article(kind: str) -> str:
    return f"an {kind}" if kind == "attribution" else f"a {kind}"
