"""Copies in a ledger: found as reports come in, kept as links, shown in groups, and open to a person's no."""

import dataclasses
import json
from collections.abc import Iterable
from pathlib import Path

import pytest
from msgspec.structs import replace

from hearsay.across.copying import AGENT, find_copies, known_in, pair_of
from hearsay.across.reuse import connected, groups, shared
from hearsay.demo import reports
from hearsay.model import BETWEEN_TEXTS, About, Field, Link, Relation, Stance
from hearsay.pipeline import Report, report_of
from hearsay.store import between, prints
from hearsay.store.connect import reading, writing
from hearsay.store.ledger import Ledger

from .commands import Run
from .sample import AT, report, written
from .test_copies import OTHER, PARAGRAPHS, QUOTED, STORY, lines

THIRD = """The long way to the mill

A cart went up from the ford with forty sacks and came back with nine, the rest having been sold to the garrison on the road.

The miller keeps a book of every sack. He has kept it since his father died, and he showed it to whoever asked on that day.
"""


def story(number: int) -> str:
    """The story, with a head and an end of its own."""
    return lines(f"Ferry stops, says paper number {number}", *PARAGRAPHS[1:], f"The paper has {number} readers, who write often.")


def put(ledger: Ledger, *new: Report) -> None:
    for one in new:
        ledger.add(one)


def links(ledger: Ledger) -> list[tuple[str, str, str]]:
    """Left, relation and right of every link between texts, by the names of the reports."""
    with reading(ledger.store.engine) as connection:
        found = [(known_in(connection, one.left).name, str(one.relation), known_in(connection, one.right).name)
                 for one in between.every(connection)]  # fmt: skip
    return sorted(found)


def rows_of(ledger: Ledger) -> set[tuple[int, int]]:
    with reading(ledger.store.engine) as connection:
        return {tuple(row) for row in connection.exec_driver_sql("SELECT hash, text FROM prints")}


SOME = (
    report(STORY, "first", "2031-06-03"),
    report(OTHER, "salt", "2031-06-04"),
    report(story(2), "second", "2031-06-08"),
    report(lines("Mill and ford", *THIRD.split("\n\n")[1:], *PARAGRAPHS[1:3]), "both", "2031-06-20"),
    report(THIRD, "mill", "2031-06-12"),
)
FOUND = [
    ("both", "copies", "first"),
    ("both", "copies", "mill"),
    ("both", "copies", "second"),
    ("second", "copies", "first"),
]


def test_copies_are_kept_as_links(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "l") as ledger:
        put(ledger, *SOME)
        assert find_copies(ledger) == 4
        assert links(ledger) == FOUND
        assert find_copies(ledger) == 0
        entry = next(one for one in ledger.findings(Link) if isinstance(one.finding, Link))
        (verdict,) = ledger.verdicts(entry.id)
        assert (verdict.agent, verdict.stance) == (AGENT, Stance.FOUND)
        assert verdict.confidence is not None
        assert 0.5 < verdict.confidence < 1
        assert "was published" in verdict.note
        with reading(ledger.store.engine) as connection:
            read = connection.exec_driver_sql("SELECT text FROM readings WHERE agent = ?", (AGENT,)).scalars().all()
        assert sorted(read) == sorted(one.page.text.id for one in SOME)
        assert list(ledger.check()) == []


def test_one_at_a_time_is_all_at_once(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "a") as whole, Ledger.open(tmp_path / "b") as step:
        put(whole, *SOME)
        find_copies(whole)
        for one in SOME:
            put(step, one)
            find_copies(step)
        assert links(step) == links(whole) == FOUND
        assert rows_of(step) == rows_of(whole)


def test_it_goes_on_where_it_was_stopped(tmp_path: Path) -> None:
    def stop(name: str) -> None:
        if name == "second":
            raise KeyboardInterrupt

    with Ledger.open(tmp_path / "l") as ledger:
        put(ledger, *SOME)
        with pytest.raises(KeyboardInterrupt):
            find_copies(ledger, stop)
        assert links(ledger) == [("second", "copies", "first")]
        assert find_copies(ledger) == 3
        assert links(ledger) == FOUND


def test_what_a_person_rejects_stays_rejected(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "l") as ledger:
        put(ledger, *SOME[:3])
        find_copies(ledger)
        (pair,) = shared(ledger)
        ledger.judge(pair.link.id, Stance.REJECTED, "person:mira")
        assert list(shared(ledger)) == []
        with writing(ledger.store.engine) as connection:
            connection.exec_driver_sql("DELETE FROM prints")
        assert find_copies(ledger) == 0
        assert list(shared(ledger)) == []
        assert len(rows_of(ledger)) > 3


def test_a_pair_gets_no_second_link_when_its_date_becomes_known(tmp_path: Path) -> None:
    """A rejected link must not come back under another relation."""
    with Ledger.open(tmp_path / "l") as ledger:
        put(ledger, report(STORY, "first"), report(story(2), "second"))
        find_copies(ledger)
        (pair,) = shared(ledger)
        assert pair.link.relation is Relation.SHARES
        assert pair.link.left < pair.link.right
        for name, day in (("first", "2031-06-03"), ("second", "2031-06-18")):
            about = next(a for a in report(STORY, name, day).page.abouts if a.field is Field.PUBLISHED)
            ledger.propose(replace(about, text=ledger.text(name).id), "person:mira")
        with writing(ledger.store.engine) as connection:
            connection.exec_driver_sql("DELETE FROM prints")
        assert find_copies(ledger) == 0
        (again,) = shared(ledger)
        assert again.link.id == pair.link.id
        assert "what the reports tell now: first was published 2031-06-03" in again.reason


def test_a_persons_own_link_is_shown(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "l") as ledger:
        put(ledger, *SOME[:2])
        find_copies(ledger)
        ledger.propose(Link(ledger.text("salt").id, ledger.text("first").id, Relation.COPIES), "person:mira")
        (pair,) = shared(ledger, ledger.text("first").id)
        assert pair.copied
        assert pair.reason == "so it was said; no passage is found"


def test_a_story_that_many_copy_makes_one_group_and_few_links(tmp_path: Path) -> None:
    count = 90
    with Ledger.open(tmp_path / "l") as ledger:
        put(ledger, *(report(story(i), f"paper-{i:03}", f"2031-06-{1 + i // 4:02}") for i in range(count)))
        found = find_copies(ledger)
        (group,) = groups(shared(ledger))
        assert len(group.names) == count
        assert found <= 12 * count
        late = report(story(count), "late", "2031-09-01")
        put(ledger, late)
        assert 0 < find_copies(ledger) <= 12
        assert ("late", "copies", "paper-000") in links(ledger)


def test_a_phrase_that_all_have_links_nothing_and_hides_nothing(tmp_path: Path) -> None:
    phrase = "Write to the editor of this paper with your name and your street and we shall answer."
    with Ledger.open(tmp_path / "l") as ledger:
        for i in range(prints.OFTEN + 10):
            put(ledger, report(lines(f"Head {i}", " ".join(f"w{i}x{j}" for j in range(90)), phrase), f"page-{i}"))
        put(
            ledger,
            report(lines("Ford", *PARAGRAPHS[1:], phrase), "ford"),
            report(lines("Again", *PARAGRAPHS[1:4], phrase), "again"),
        )
        assert find_copies(ledger) == 1
        assert {pair.left.name for pair in shared(ledger)} | {pair.right.name for pair in shared(ledger)} == {"ford", "again"}


@pytest.mark.parametrize(
    ("one", "other", "at", "found"),
    [
        ("The Courier", "The Courier", 9, 0),
        ("The Courier", "Radio Ambel", 9, 1),
        ("The Courier", "", 9, 1),
        ("", "", 9, 0),
        ("", "", 0, 0),
        ("", "", 1, 1),
    ],
)
def test_what_an_outlet_prints_under_every_report_is_no_copy(tmp_path: Path, one: str, other: str, at: int, found: int) -> None:
    """`at` is the paragraph before which the words stand in both; of unknown outlets only what stands at the end may be such."""
    with Ledger.open(tmp_path / "l") as ledger:
        for name, outlet, own in (("salt", one, OTHER), ("mill", other, THIRD)):
            longer = " ".join(f"{name}{i}" for i in range(20))
            paragraphs = [longer, *own.strip().split("\n\n")[1:]]
            paragraphs.insert(at, PARAGRAPHS[2])
            made = report(lines(f"Head of {name}", *paragraphs), name)
            about = About(made.page.text.id, Field.OUTLET, outlet, "json-ld")
            page = dataclasses.replace(made.page, abouts=(*made.page.abouts, about) if outlet else made.page.abouts)
            put(ledger, report_of(made.item, page, AT, ()))
        assert find_copies(ledger) == found


def test_quotations_make_no_group(tmp_path: Path) -> None:
    one = lines("Court to hear of bridge", *OTHER.split("\n\n")[1:], QUOTED + " the governor said.")
    other = lines("List of names", *THIRD.split("\n\n")[1:], QUOTED + " he said.")
    with Ledger.open(tmp_path / "l") as ledger:
        put(ledger, report(one, "court", "2031-06-01"), report(other, "list", "2031-06-09"))
        assert find_copies(ledger) == 1
        (pair,) = shared(ledger)
        assert pair.link.relation is Relation.SHARES
        assert pair.reason == "only quotations are shared"
        assert groups([pair]) == []


def test_a_united_ledger_is_compared_anew(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "a") as one, Ledger.open(tmp_path / "b") as other:
        put(one, SOME[0], SOME[1])
        put(other, SOME[2])
        assert find_copies(one) == find_copies(other) == 0
        one.union(other)
        assert find_copies(one) == 1
        assert links(one) == [("second", "copies", "first")]


def test_one_document_is_no_copy_of_itself(tmp_path: Path) -> None:
    """Read by another reader, the same bytes are another text."""
    again = report(STORY, "first")
    text = replace(again.page.text, id="h1:again", reader="other@1")
    with Ledger.open(tmp_path / "l") as ledger:
        put(ledger, again)
        ledger.store.add_text(text, again.page.document, 1)
        with reading(ledger.store.engine) as connection:
            assert pair_of(known_in(connection, 1), known_in(connection, 2)).reuse.copied
        assert find_copies(ledger) == 0


def test_groups_are_connected() -> None:
    roots = connected([("a", "b"), ("c", "d"), ("b", "e"), ("f", "g"), ("g", "c")])
    assert len({roots[name] for name in "abe"}) == 1
    assert len({roots[name] for name in "cdfg"}) == 1
    assert roots["a"] != roots["c"]


def names(found: Iterable[dict[str, object]]) -> list[tuple[object, object, object]]:
    return sorted((row["report"], row["relation"], row["other"]) for row in found)


def test_the_command(run: Run, tmp_path: Path) -> None:
    files = written(tmp_path, first=STORY, second=story(2), salt=OTHER, third=THIRD)
    read = run("read", *files, "--extractor", "noted")
    assert "1 new link between reports" in read.output
    table = run("copies").output
    assert table.splitlines()[0].split("\t")[:4] == ["group", "report", "relation", "other"]
    assert "has words in common with" in table
    (row,) = [json.loads(line) for line in run("copies", "--json").output.splitlines()]
    assert {row["report"], row["other"]} == {"first", "second"}
    assert row["kind"] == "whole"
    for passage in row["passages"]:
        for side, contents in (("report", row["report"]), ("other", row["other"])):
            text = {"first": STORY, "second": story(2)}[contents]
            assert text[passage[side]["start"] : passage[side]["end"]] == passage[side]["words"]
    shown = run("copies", "--document", "second").output
    assert "The ferry at Lisk Ford stopped" in shown
    assert "no credit tells" in shown
    assert "no words from another" in run("copies", "--document", "salt").output
    run("reject", row["id"])
    assert run("copies").output == "No report has words from another.\n"


def test_reading_can_leave_copies_for_later(run: Run, tmp_path: Path) -> None:
    files = written(tmp_path, first=STORY, second=story(2))
    assert "new link" not in run("read", *files, "--extractor", "noted", "--no-copies").output
    assert run("copies", "--json").output.count("\n") == 1


def test_quotations_on_demand(run: Run, tmp_path: Path) -> None:
    one = lines("Court to hear of bridge", *OTHER.split("\n\n")[1:], QUOTED + " the governor said.")
    other = lines("List of names", *THIRD.split("\n\n")[1:], QUOTED + " he said.")
    run("read", *written(tmp_path, court=one, list=other), "--extractor", "noted")
    assert run("copies", "--json").output == ""
    (row,) = [json.loads(line) for line in run("copies", "--json", "--quotations").output.splitlines()]
    assert (row["kind"], row["group"]) == ("quotation", None)


def test_the_demo_has_one_copy(run: Run) -> None:
    run("read", str(reports()), "--ledger", "demo", "--extractor", "noted")
    rows = [json.loads(line) for line in run("copies", "--ledger", "demo", "--json").output.splitlines()]
    assert names(rows) == [("courier-0616-wire", "copies", "pellam-0615-tolmar")]
    assert rows[0]["reason"] == "courier-0616-wire credits Pellam Wire (dateline)"


STORIES = {
    "ten-outlets": [
        ("02-calder-courier", "copies", "01-delta-now"),
        ("03-marrow-wire", "shares-text", "04-southbank-post"),
    ],
    "change-of-basis": [],
    "rival-tolls": [],
    "two-sites": [],
}


@pytest.mark.parametrize("name", STORIES)
def test_stories(run: Run, name: str) -> None:
    """Which of two reports that both credit a wire had it first, nothing tells: either may be on the left."""
    folder = Path(__file__).parent / "gold" / "stories" / name / "reports"
    run("read", str(folder), "--ledger", name, "--extractor", "noted")
    rows = [json.loads(line) for line in run("copies", "--ledger", name, "--json").output.splitlines()]
    found = sorted((*sorted((row["report"], row["other"])), row["relation"]) for row in rows)
    assert found == sorted((*sorted((left, right)), relation) for left, relation, right in STORIES[name])
    directed = [row for row in rows if row["relation"] == "copies"]
    assert all((row["report"], "copies", row["other"]) in STORIES[name] for row in directed)


def test_the_relations_between_texts() -> None:
    assert {relation.value for relation in BETWEEN_TEXTS} == {"copies", "shares-text"}


def test_the_origin_is_met_through_those_who_copied_it(tmp_path: Path) -> None:
    """It came into the ledger after more copies than one print leads to."""
    with Ledger.open(tmp_path / "l") as ledger:
        put(ledger, *(report(story(i), f"paper-{i:02}", "2031-06-10") for i in range(20)), report(STORY, "wire", "2031-06-01"))
        find_copies(ledger)
        put(ledger, report(story(21), "late", "2031-06-21"))
        find_copies(ledger)
        assert ("late", "copies", "wire") in links(ledger)


def test_a_report_made_of_many_is_linked_with_each(tmp_path: Path) -> None:
    stories = [" ".join(f"w{i}x{j}" for j in range(60)) for i in range(14)]
    with Ledger.open(tmp_path / "l") as ledger:
        put(ledger, *(report(lines(f"Head {i}", one), f"part-{i:02}", "2031-06-01") for i, one in enumerate(stories)))
        put(ledger, report(lines("All of them", *stories), "roundup", "2031-06-20"))
        assert find_copies(ledger) == 14
        (group,) = groups(shared(ledger))
        assert len(group.names) == 15


def test_a_brief_that_many_long_reports_hold_is_linked_with_all(tmp_path: Path) -> None:
    """They have too little in common to be linked with each other: whom its prints were spent on makes no difference."""
    with Ledger.open(tmp_path / "l") as ledger:
        for i in range(12):
            own = " ".join(f"w{i}x{j}" for j in range(900))
            put(ledger, report(lines(f"Long read {i}", own, PARAGRAPHS[1]), f"long-{i:02}", "2031-06-01"))
        put(ledger, report(lines("In brief", PARAGRAPHS[1]), "brief", "2031-06-20"))
        assert find_copies(ledger) == 12
