"""Origins out of a ledger: what is stored, what a person said of it, and nothing that has no bearing on the claim."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from hearsay import read
from hearsay.across.copying import find_copies
from hearsay.across.origins import claim_in, origins_of, provenance
from hearsay.chains import Origins, independent
from hearsay.claims.base import Claim
from hearsay.errors import BadFinding, NotInLedger
from hearsay.model import Figure, Link, Mention, Relation, Stance
from hearsay.pipeline import Report
from hearsay.store import between
from hearsay.store.connect import reading
from hearsay.store.ledger import Ledger

from .chained import as_read
from .commands import Run, rows

STORY = Path(__file__).parent / "gold" / "stories" / "ten-outlets"
PERSON = "person:ada"
WIRE = (
    "Twelve people were killed when a shell hit the ferry landing at Tolmar on Tuesday.",
    "The boats had stopped an hour before, and the benches under the tin roof were full of families who waited.",
    "A second shell fell into the shallows and did no harm, and a third broke the harbour wall beside the customs scales.",
)
ROWS: tuple[dict[str, Any], ...] = (
    {"name": "wire", "outlet": "Pellam Wire", "published": "2031-02-26", "headline": "Ferry landing hit", "text": WIRE},
    {"name": "courier", "outlet": "Dunmarrow Courier", "published": "2031-02-27", "headline": "By the water", "text": WIRE},
    {
        "name": "post", "outlet": "Halmere Post", "published": "2031-02-28", "headline": "Tolmar again",
        "text": ["Tarn Pell said 12 people were killed in Tolmar on Tuesday."],
    },
    {
        "name": "herald", "outlet": "Lisk Herald", "published": "2031-02-28", "headline": "A far coast",
        "text": ["The Harbour Council said 90 boats were destroyed in Brennoc on Sunday."],
    },
)  # fmt: skip


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    with Ledger.open(tmp_path_factory.mktemp("story")) as ledger:
        for report in read(STORY / "reports"):
            assert isinstance(report, Report)
            ledger.add(report)
        find_copies(ledger)
        yield ledger


@pytest.fixture
def held(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "ledger") as ledger:
        for row in ROWS:
            ledger.add(as_read(row))
        find_copies(ledger)
        yield ledger


def figure(ledger: Ledger, report: str, words: str = "") -> Claim:
    """The first figure of a report with these words."""
    return next(c for c in ledger.claims(Figure) if c.report.name == report and words in c.words)


def link_of(one: str, other: str, relation: Relation) -> Link:
    return Link(min(one, other), max(one, other), relation)


def span(found: Origins) -> tuple[int, int]:
    return found.independent.low, found.independent.high


def test_the_toll_that_ten_outlets_repeat(story: Ledger) -> None:
    gold = json.loads((STORY / "origins.json").read_text(encoding="utf-8"))
    wanted = sorted((o["label"], o["kind"], tuple(o["reports"])) for o in gold["origins"])
    for named in gold["claims"]:
        report, _, words = named.partition(": ")
        found = origins_of(story, figure(story, report, words).id)
        assert list(span(found)) == gold["independent"], named
        assert sorted((root.label, root.kind.value, root.reports) for root in found.every) == wanted, named


def test_the_reason_names_the_source_the_channel_and_the_day(story: Ledger) -> None:
    found = origins_of(story, figure(story, "05-harbour-herald", "500").id)
    assert found.independent.reasons[0].startswith(
        "These 6 reports trace to one unnamed source (“a source in the town”), quoted by Delta Now on 4 May 2034: "
    )


def test_shared_words_are_one_origin_until_a_person_rejects_the_link(held: Ledger) -> None:
    courier = figure(held, "courier")
    before = origins_of(held, courier.id)
    assert span(before) == (1, 2)
    assert any("share their words" in reason for reason in before.independent.reasons)
    with reading(held.store.engine) as connection:
        (link,) = between.every(connection)
    held.judge(link.id, Stance.REJECTED, PERSON)
    after = origins_of(held, courier.id)
    assert span(after) == (1, 3)
    assert {root.label for root in after.every} == {"Pellam Wire", "Dunmarrow Courier", "Tarn Pell"}


def test_a_link_without_direction_is_met_from_either_side(held: Ledger) -> None:
    """Which text's id is the lesser one must not tell whether it is seen."""
    with reading(held.store.engine) as connection:
        (link,) = between.every(connection)
        assert link.relation is Relation.SHARES
        for text in link.pair:
            assert list(between.from_any(connection, [text])) == [link] == list(between.of(connection, text))
        assert list(between.from_any(connection, link.pair)) == [link]


def test_a_copy_leads_to_what_it_was_copied_from(held: Ledger) -> None:
    signed = (*WIRE[:-1], WIRE[-1] + " (Pellam Wire)")
    held.add(as_read({**ROWS[1], "name": "review", "outlet": "Oriel Review", "published": "2031-02-28", "text": signed}))
    find_copies(held)
    found = origins_of(held, figure(held, "review").id)
    assert [root.label for root in found.roots] == ["Pellam Wire"]
    kinds = [edge.kind.value for root in found.roots for path in root.paths for edge in path]
    assert "copies" in kinds
    reasons = {edge.reason for edge in found.graph.edges if edge.kind.value == "copies"}
    assert "Oriel Review of 2031-02-28 copies the words of Pellam Wire of 2031-02-26" in reasons


def test_a_person_joins_and_parts_speakers(held: Ledger) -> None:
    post = figure(held, "post")
    held.add(
        as_read(
            {
                **ROWS[2],
                "name": "oriel",
                "outlet": "Oriel Review",
                "text": ["The Heron said 12 people were killed in Tolmar on Tuesday."],
            }
        )
    )
    oriel = figure(held, "oriel")
    before = origins_of(held, post.id)
    assert {"Tarn Pell", "Heron"} <= {root.label for root in before.every}
    assert post.voice
    assert oriel.voice
    link = link_of(post.voice.id, oriel.voice.id, Relation.SAME_ACTOR)
    id = held.propose(link, "hearsay.test@1")
    assert span(origins_of(held, post.id)) == span(before), "what is only proposed joins nothing"
    held.judge(id, Stance.ACCEPTED, PERSON)
    joined = origins_of(held, post.id)
    assert joined.independent.high == before.independent.high - 1
    assert "A person says that both are one" in joined.independent.reasons
    held.judge(id, Stance.REJECTED, PERSON)
    parted = origins_of(held, post.id).independent
    assert span(before) == (1, 3), "that two names differ sets nobody apart"
    assert (parted.low, parted.high) == (2, 3)
    assert parted.apart == ("Heron and Tarn Pell: a person says that they are two",)


def test_a_person_parts_two_of_one_name(held: Ledger) -> None:
    post = figure(held, "post")
    held.add(as_read({**ROWS[2], "name": "oriel", "outlet": "Oriel Review", "headline": "Once more"}))
    oriel = figure(held, "oriel")
    before = origins_of(held, post.id)
    assert post.voice
    assert oriel.voice
    id = held.propose(link_of(post.voice.id, oriel.voice.id, Relation.SAME_ACTOR), "hearsay.test@1")
    held.judge(id, Stance.REJECTED, PERSON)
    after = origins_of(held, post.id)
    assert after.independent.high == before.independent.high + 1
    assert [root.label for root in after.every].count("Tarn Pell") == 2


def test_a_person_says_that_two_figures_count_different_things(held: Ledger) -> None:
    wire, post = figure(held, "wire"), figure(held, "post")
    assert post.id in origins_of(held, wire.id).account
    id = held.propose(link_of(wire.id, post.id, Relation.SAME_QUANTITY), "hearsay.test@1")
    held.judge(id, Stance.REJECTED, PERSON)
    assert post.id not in origins_of(held, wire.id).account


def test_some_figures_of_a_dispute_can_be_counted(held: Ledger) -> None:
    wire, courier, post = (figure(held, name) for name in ("wire", "courier", "post"))
    known = provenance(held, [wire])
    groups: list[list[Claim]] = [[wire, courier], [wire, courier, post], []]
    counts = [independent([known.claims[one.id] for one in claims], known) for claims in groups]
    assert [(count.low, count.high) for count in counts] == [(1, 1), (1, 2), (0, 0)]


def test_only_what_has_a_bearing_is_read(held: Ledger) -> None:
    wire = figure(held, "wire")
    known = provenance(held, [wire])
    assert {claim.report.name for claim in known.claims.values()} == {"wire", "courier", "post"}


def test_what_has_no_origin(held: Ledger) -> None:
    with pytest.raises(NotInLedger):
        claim_in(held, "h1:00")
    mention = next(held.claims(Mention))
    with pytest.raises(BadFinding, match="is a mention"):
        origins_of(held, mention.id)
    wire = figure(held, "wire")
    held.judge(wire.id, Stance.REJECTED, PERSON)
    with pytest.raises(BadFinding, match="was rejected"):
        origins_of(held, wire.id)


def test_an_attribution_has_origins_too(held: Ledger) -> None:
    post = figure(held, "post")
    assert post.voice
    found = origins_of(held, post.voice.id)
    assert [root.label for root in found.roots] == ["Tarn Pell"]


def test_the_command(held: Ledger, tmp_path: Path, run: Run) -> None:
    folder = tmp_path / "ledger"
    post = figure(held, "post")
    svg, png = tmp_path / "o.svg", tmp_path / "o.png"
    told = run("origins", post.id, "--ledger", str(folder), "--svg", str(svg), "--png", str(png))
    assert told.output.startswith("Behind this claim: 1 independent origin\n└─ Tarn Pell (person, 2031-02-28)\n")
    assert "Behind the 3 reports that say so: at least 1, at most 2 independent origins" in told.output
    assert "Not settled:\n  · Nothing tells where Pellam Wire has it from" in told.output
    assert svg.read_text(encoding="utf-8").startswith("<svg")
    assert png.read_bytes().startswith(b"\x89PNG")
    (row,) = rows(run("origins", post.id, "--ledger", str(folder), "--json"))
    assert row["claim"] == post.id
    assert (row["independent"]["at_least"], row["independent"]["at_most"]) == (1, 2)
    assert {edge["to"] for edge in row["edges"]} <= {node["id"] for node in row["nodes"]}
