"""Ids never change; what was written is read again; what does not fit is refused with its place."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from typing import Any, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import fields, replace

from hearsay.codec import (
    digest,
    document_id,
    from_json,
    id_of,
    spans_of,
    text_id,
    to_json,
    verify_text,
)
from hearsay.errors import BadFinding
from hearsay.model import (
    About,
    AnyFinding,
    Attribution,
    Cue,
    Field,
    Figure,
    Link,
    Measure,
    Mention,
    Place,
    Polarity,
    Quoting,
    Refusal,
    Relation,
    Scope,
    Sighting,
    Source,
    SourceKind,
    Span,
    Stance,
    Text,
    Value,
    Verdict,
    Window,
)

AT = datetime(2031, 6, 2, 12, tzinfo=UTC)
FIGURE = Figure("h1:t", Span(0, 3), "417", Measure.KILLED, 417, 417, scope=Scope.CUMULATIVE)
ATTRIBUTION = Attribution(
    "h1:t",
    (Span(10, 20),),
    Source("Irena Voss", SourceKind.PERSON, (Span(0, 4),)),
    Cue((Span(5, 9),), "say"),
    Quoting.DIRECT,
    polarity=Polarity.DENIED,
)
GOLDEN = [
    (ATTRIBUTION, "h1:0ab3277a4a17f293ade33bcbdeb5d030"),
    (FIGURE, "h1:de8a70b191d3b3e4727e2f59932c2128"),
    (Mention("h1:t", Span(4, 8), "Northern Guard", "they"), "h1:6ec06e128b22e928a2876a19fda5d3fc"),
    (About("h1:t", Field.PUBLISHED, "2031-06-02", "json-ld"), "h1:9bf28b12f763eed3f885c0b6de3b65ea"),
    (Link("h1:a", "h1:b", Relation.PART_OF), "h1:3df8b3e19c19ababaf1fcd9cd42559a1"),
    (Verdict("h1:a", Stance.REPLACED, "person:ada", AT, "h1:b", note="a typo"), "h1:ed454ab8134a448eff88268423d381b6"),
    (Verdict("h1:a", Stance.FOUND, "hearsay.figures@1", AT, confidence=0.5), "h1:b3b2ac8f03df376212ce0bd7a29804fb"),
    (Sighting("sha256:d", "orsa", AT, "http", "https://example.org/orsa"), "h1:7de00edb0308c27d549265eb65dc1618"),
    (Refusal("orsa", "is empty", AT), "h1:da831643e5b3dcf87bea4b09ae4a4904"),
]


@pytest.mark.parametrize(("value", "id"), GOLDEN, ids=lambda value: type(value).__name__)
def test_an_id_once_given_out_stays(value: Any, id: str) -> None:
    """Whoever changes one of these lines makes every ledger in the world disagree with the next."""
    assert id_of(value) == id


def test_ids_of_bytes_and_texts() -> None:
    assert document_id(b"417") == "sha256:afcf8bc077e68eb94dfe783205f32cabdeead61fd32ff5710947b6111ff2ff77"
    assert digest(b"417") == "h1:612c574df14652af3c5a48203332c831"
    assert text_id("sha256:d", "plain@1", "Orsa 🌉") == "h1:4d7b89b955b815cc15ed846115b68c16"


def test_canonical_json_is_sorted_and_leaves_defaults_out() -> None:
    assert to_json(Figure("h1:t", Span(0, 3), "417", Measure.KILLED)) == (
        b'{"measure":"killed","span":[0,3],"text":"h1:t","type":"figure","words":"417"}'
    )


def test_a_new_field_with_a_default_moves_no_id() -> None:
    class Later(Figure, frozen=True, tag="figure"):  # type: ignore[call-arg, misc]
        ages: str | None = None

    again = Later(**{field.name: getattr(FIGURE, field.name) for field in fields(FIGURE)})
    assert to_json(again) == to_json(FIGURE)


def test_the_verdict_of_another_time_is_another_verdict() -> None:
    found = Verdict("h1:a", Stance.FOUND, "hearsay.figures@1", AT)
    assert id_of(found) != id_of(replace(found, at=AT + timedelta(microseconds=1)))


# --- round trips ----------------------------------------------------------------------------------------

_NESTED: tuple[type[Value], ...] = (Source, Cue, Window, Place)


def _spans() -> st.SearchStrategy[Span]:
    return st.tuples(st.integers(0, 10**6), st.integers(0, 10**6)).map(lambda pair: Span(*sorted(pair)))


def _values(kind: type[Value]) -> st.SearchStrategy[Any]:
    """Any value of a type, each of its fields filled."""
    return st.builds(kind, **{name: _of(hint) for name, hint in get_type_hints(kind).items()})


def _of(hint: Any) -> st.SearchStrategy[Any]:
    if hint is int:
        return st.integers(-(2**63), 2**63 - 1)
    return st.from_type(hint)


st.register_type_strategy(Span, _spans())
for _kind in _NESTED:
    st.register_type_strategy(_kind, _values(_kind))

anything = st.one_of(*(_values(kind) for kind in (Attribution, Figure, Mention, About, Link)))


@given(anything)
def test_every_finding_survives_the_round_trip(finding: AnyFinding) -> None:
    again = from_json(to_json(finding))
    assert again == finding
    assert type(again) is type(finding)
    assert id_of(again) == id_of(finding)


@given(anything, anything)
def test_equal_ids_mean_equal_findings(one: AnyFinding, other: AnyFinding) -> None:
    assert (id_of(one) == id_of(other)) == (one == other)


@given(anything)
def test_every_span_is_listed(finding: AnyFinding) -> None:
    assert spans_of(finding) == list(_spans_in(finding))


def _spans_in(value: object) -> Iterator[tuple[int, int]]:
    if isinstance(value, Span):
        yield value.start, value.end
    elif isinstance(value, tuple):
        for one in value:
            yield from _spans_in(one)
    elif isinstance(value, Value):
        for field in fields(value):
            yield from _spans_in(getattr(value, field.name))


# --- what is refused --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b'{"type":"figure","measure":"killed","span":[0,3],"text":"t","words":"417","truth":1}', "truth"),
        (b'{"type":"figure","measure":"killed","span":[0,"3"],"text":"t","words":"417"}', r"\$\.span\[1\]"),
        (b'{"type":"figure","measure":"slain","span":[0,3],"text":"t","words":"417"}', r"\$\.measure"),
        (b'{"type":"figure","measure":"killed","span":[0,3],"text":"t"}', "words"),
        (b'{"type":"attribution","text":"t","content":[[0,3]],"source":{"name":"V"}}', r"\$\.source"),
        (b'{"type":"figure","low":1.5,"measure":"killed","span":[0,3],"text":"t","words":"417"}', r"\$\.low"),
        (b'{"type":"rumour","text":"t"}', "rumour"),
        (b'{"text":"t"}', "type"),
        (b"[1, 2]", "object"),
        (b'{"type":"figure"', "truncated"),
        (b'{"type":"mention","words":"\xff"}', "utf-8|codec"),
    ],
)
def test_what_does_not_fit_is_refused_with_its_place(body: bytes, reason: str) -> None:
    with pytest.raises(BadFinding, match=reason):
        from_json(body)


@given(anything, st.text(min_size=1))
def test_unknown_fields_are_refused(finding: AnyFinding, name: str) -> None:
    known = {field.name for field in fields(finding)} | {"type"}
    body = to_json(finding)[:-1] + b"," + to_json({name: 1})[1:]
    if name not in known:
        with pytest.raises(BadFinding):
            from_json(body)


@given(st.text(), st.text())
def test_a_text_is_known_by_its_characters(content: str, other: str) -> None:
    text = Text(text_id("sha256:d", "plain@1", content), "sha256:d", "plain@1", "en", content)
    assert verify_text(text)
    assert verify_text(replace(text, content=other)) == (other == content)
    assert verify_text(replace(text, language="und"))


def test_one_moment_in_two_zones_is_two_spellings() -> None:
    """Which is why a ledger keeps every time in UTC."""
    there = AT.astimezone(timezone(timedelta(hours=2)))
    assert there == AT
    assert to_json(there) != to_json(AT)
