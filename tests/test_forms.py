"""A finding as a form and back: what was changed, and nothing else."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.errors import BadFinding
from hearsay.model import (
    AnyFinding,
    Attribution,
    Cue,
    Figure,
    Measure,
    Mention,
    Modifier,
    Place,
    Precision,
    Source,
    SourceKind,
    Span,
    Window,
)
from hearsay.review.edit import changed, made
from hearsay.review.forms import FIELDS, PARTS, blank, form_of, given_of, spans, type_of

from . import ledgers
from .rooms import STORY

TEXT = ledgers.made("story", STORY).page.text
AT = STORY.index


def span(words: str) -> Span:
    return Span(AT(words), AT(words) + len(words))


RADIO = Source("Radio Tessary", SourceKind.MEDIA, (span("bridge"),))
SAID = Attribution(
    TEXT.id,
    (span("417 fighters died"), span("96 of them")),
    Source("Irena Voss", SourceKind.PERSON, (span("Irena Voss"),)),
    Cue((span("said"),), "say"),
    via=(RADIO,),
)
DEAD = Figure(
    TEXT.id,
    span("130"),
    "130",
    Measure.KILLED,
    130,
    None,
    Modifier.AT_LEAST,
    "fighters",
    (span("fighters"),),
    window=Window("since then", "2031-06-02", None, Precision.DAY, (span("of them"),)),
    place=Place("the bridge", (span("the bridge"),)),
)
CALLED = Mention(TEXT.id, span("Northern Guard"), "The Guard of the North", "Northern Guard")
EVERY: tuple[AnyFinding, ...] = (SAID, DEAD, CALLED)


@pytest.mark.parametrize("one", EVERY)
def test_a_form_sent_back_changes_nothing(one: AnyFinding) -> None:
    form = form_of(one)
    kind = type_of(one)
    assert set(form) == {field.name for field in (*PARTS[kind], *FIELDS[kind])}
    assert given_of(form, form, kind) == {}
    with pytest.raises(BadFinding, match="changes nothing"):
        changed(one, given_of(form, form, kind), TEXT)


@pytest.mark.parametrize("one", EVERY)
@given(data=st.data())
def test_only_what_was_changed_is_given(one: AnyFinding, data: st.DataObject) -> None:
    kind = type_of(one)
    form = form_of(one)
    choices = [field for field in FIELDS[kind] if field.choices]
    if not choices:
        return
    field = data.draw(st.sampled_from(choices))
    value = data.draw(st.sampled_from([choice for choice in field.choices if choice != form[field.name]]))
    assert given_of(form, form | {field.name: value}, kind) == {field.name: value}


@pytest.mark.parametrize(
    ("one", "after", "given"),
    [
        (DEAD, {"high": "1 200"}, {"high": 1200}),
        (DEAD, {"low": ""}, {"low": None}),
        (DEAD, {"who_spans": "3-5 9-12"}, {"who_spans": [[3, 5], [9, 12]]}),
        (DEAD, {"span": f"{AT('96')}–{AT('96') + 2}"}, {"span": [AT("96"), AT("96") + 2]}),
        (DEAD, {"place.words": "", "place.spans": ""}, {"place": None}),
        (DEAD, {"window.start": "", "window.spans": ""}, {"window": None}),
        (DEAD, {"window.end": "2031-06-09"}, {"window.end": "2031-06-09", "window.precision": "range"}),
        (DEAD, {"window.end": "2031-06-02"}, {"window.end": "2031-06-02", "window.precision": "day"}),
        (SAID, {"source.kind": ""}, {"source": None}),
        (SAID, {"source.name": "", "source.spans": ""}, {"source": None}),
        (SAID, {"cue.shade": ""}, {"cue": None}),
        (SAID, {"via": ""}, {"via": []}),
        (
            SAID,
            {"via": "Radio Tessary; Salt Wire (outlet)"},
            {"via": [{"name": "Radio Tessary", "kind": "media", "spans": [[RADIO.spans[0].start, RADIO.spans[0].end]]},
                     {"name": "Salt Wire", "kind": "outlet", "spans": []}]},
        ),
    ],
)  # fmt: skip
def test_what_is_read(one: AnyFinding, after: dict[str, str], given: dict[str, Any]) -> None:
    relays = one.via if isinstance(one, Attribution) else ()
    found = given_of(form_of(one), form_of(one) | after, type_of(one), relays)
    assert found == given
    assert changed(one, found, TEXT) != one


@pytest.mark.parametrize(
    ("one", "after", "reason"),
    [
        (DEAD, {"low": "many"}, "lowest: 'many' is no whole number"),
        (DEAD, {"span": "3-5 9-12"}, "one stretch"),
        (DEAD, {"span": "here"}, "are no spans"),
        (DEAD, {"measure": "hurt"}, "measure: 'hurt' is not one of"),
        (DEAD, {"window.start": "June"}, "from: 'June' is no day"),
        (SAID, {"via": "Radio (station)"}, "'station' is no kind of source"),
    ],
)
def test_what_can_not_be_read(one: AnyFinding, after: dict[str, str], reason: str) -> None:
    with pytest.raises(BadFinding, match=reason):
        given_of(form_of(one), form_of(one) | after, type_of(one))


@pytest.mark.parametrize("kind", ["attribution", "figure", "mention"])
def test_a_blank_form_makes_a_finding(kind: str) -> None:
    form = blank(kind)
    marked = span("130") if kind == "figure" else span("Northern Guard")
    given = given_of(form, form | {PARTS[kind][0].name: f"{marked.start}-{marked.end}"}, kind)
    new = made(kind, given, TEXT)
    assert type_of(new) == kind
    if isinstance(new, Figure):
        assert (new.words, new.low, new.modifier) == ("130", 130, Modifier.AT_LEAST)
    with pytest.raises(BadFinding, match="mark the words first"):
        made(kind, given_of(form, form, kind), TEXT)


@given(st.lists(st.tuples(st.integers(0, 999), st.integers(0, 999)), max_size=5))
def test_spans_come_back(pairs: list[tuple[int, int]]) -> None:
    assert spans(" ".join(f"{a}-{b}" for a, b in pairs)) == [list(pair) for pair in pairs]


def test_no_form() -> None:
    with pytest.raises(BadFinding, match="not 'link'"):
        blank("link")
