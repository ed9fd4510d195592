"""Time lines drawn: what is seen of ranges, revisions, gaps, late additions, and that labels keep apart whatever comes."""

from xml.etree.ElementTree import Element

from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.model import Modifier, Scope
from hearsay.plots.timeline import timeline_svg
from hearsay.series.line import between, series

from .pictures import HEBREW, LONG, NS, link, overlaps, parsed, totals, words
from .totals import START, day, total


def shown(svg: str) -> list[str]:
    return [word.text for word in words(svg)]


def marks(svg: str, kind: str) -> list[Element]:
    return [one for one in parsed(svg).iter() if kind in one.get("class", "").split() and one.get("data-id")]


def test_each_point_and_stretch_is_a_mark() -> None:
    made = totals()
    svg = timeline_svg(made.lines, link=link)
    ids = {point.id for line in made.lines for point in line.points}
    assert {one.get("data-id") for one in marks(svg, "point")} == ids
    assert {one.get("data-id") for one in marks(svg, "stretch")} == {bar.id for line in made.lines for bar in line.bars}


def test_remarks_are_told_below_and_signed_at_the_point() -> None:
    told = shown(timeline_svg(totals().lines))
    assert any(one.endswith("Late addition: 290 accepted after review.") for one in told)
    assert any("Change of basis: from all reported to identified" in one for one in told)
    assert any("Drop: from 118 to 112, and no words say why" in one for one in told)
    assert any(one == "1,020 (b)" for one in told)


def test_long_names_are_cut_with_the_whole_in_the_title() -> None:
    root = parsed(timeline_svg(totals().lines))
    whole = [one for one in root.iter(f"{NS}text") if (t := one.find(f"{NS}title")) is not None and t.text == LONG]
    assert whole
    assert not any(LONG in word for word in shown(timeline_svg(totals().lines)))


def test_names_from_right_to_left_keep_their_direction() -> None:
    root = parsed(timeline_svg(totals().lines))
    (one,) = (t for t in root.iter(f"{NS}text") if t.text == HEBREW)
    assert one.get("unicode-bidi") == "plaintext"


def test_an_axis_that_does_not_begin_at_nought_says_so() -> None:
    svg = timeline_svg(series(total(n, day(i)) for i, n in enumerate((640, 655, 702))).lines)
    assert any("not from 0" in one for one in shown(svg))
    assert not any("not from 0" in one for one in shown(timeline_svg(totals().lines)))


def test_the_key_names_only_what_is_there() -> None:
    lines = series([total(640, day(0)), total(655, day(1))]).lines
    plain = shown(timeline_svg(lines, link=link))
    assert "points link to their words" in plain
    assert "points link to their words" not in shown(timeline_svg(lines))
    assert not any("open" in one or "revised" in one or "stretch" in one for one in plain)


def test_nothing_to_draw_is_a_picture_that_says_so() -> None:
    assert "No running totals: nothing to draw." in shown(timeline_svg([]))


def test_a_part_of_the_days_is_drawn_without_what_led_to_it() -> None:
    lines = [between(line, START.replace(day=9), START.replace(day=11)) for line in totals().lines]
    svg = timeline_svg(lines, link=link)
    days = {point.day for line in lines for point in line.points}
    assert min(days) == START.replace(day=9)
    assert len(marks(svg, "point")) == sum(len(line.points) for line in lines)


def test_a_thousand_sources_and_one_day() -> None:
    svg = timeline_svg(series(total(n, day(0), f"Office {n}") for n in range(100)).lines)
    assert overlaps(svg) == []


NAMES = ("Joint Relief Office", LONG, HEBREW, "Voice", "Ana Tellow", "OSNA", "the town hall of Brennoc")
CLAIMS = st.lists(
    st.builds(
        lambda amount, when, name, who, kind: total(
            (amount, None) if kind is Modifier.AT_LEAST else amount,
            day(when),
            name,
            who=who,
            modifier=kind,
            scope=Scope.PERIOD if amount % 5 == 0 else Scope.CUMULATIVE,
            until=day(when) if amount % 5 == 0 else None,
        ),
        st.integers(0, 5_000),
        st.integers(0, 60),
        st.sampled_from(NAMES),
        st.sampled_from(["people", "children"]),
        st.sampled_from([Modifier.EXACT, Modifier.ABOUT, Modifier.AT_LEAST]),
    ),
    max_size=40,
)


@settings(max_examples=60)
@given(CLAIMS)
def test_labels_keep_apart_whatever_comes(claims: list) -> None:  # type: ignore[type-arg]
    svg = timeline_svg(series(claims).lines, link=link)
    assert overlaps(svg) == []
    root = parsed(svg)
    wide, high = float(root.get("width", "0")), float(root.get("height", "0"))
    assert [w.text for w in words(svg) if w.left < 0 or w.right > wide or w.bottom > high] == []


def test_ids_and_links_follow_the_findings() -> None:
    svg = timeline_svg(series([total(640, day(0))]).lines, link=link)
    (one,) = marks(svg, "point")
    assert one.get("href") == f"/claim/{one.get('data-id')}"
