"""The log's page: everything that happened is in it, narrowed, written out, replayed elsewhere, verified."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from starlette.testclient import TestClient

from hearsay.ledger import is_person
from hearsay.model import Refusal, Stance
from hearsay.store import journal
from hearsay.store.journal import Asked, What
from hearsay.store.ledger import Ledger
from hearsay.web.app import create_app

from . import ledgers, rooms
from .ledgers import T0
from .rooms import figure, serious, state

if TYPE_CHECKING:
    from playwright.sync_api import Page


@pytest.fixture
def web_ledger(tmp_path: Path) -> Path:
    """Some words of two people, a bulk of them, and an input that was refused."""
    folder = rooms.filled(tmp_path / "ledger")
    with Ledger.open(folder) as held:
        held.judge(figure(folder, "417"), Stance.ACCEPTED, "person:mira")
        held.judge(figure(folder, "417"), Stance.REJECTED, "person:oren", note="a sum of two lists")
        held.judge(figure(folder, "96"), Stance.REJECTED, "person:mira")
        held.judge(figure(folder, "96"), Stance.WITHDRAWN, "person:mira")
        held.refuse(Refusal("broken.pdf", "no text in it", T0))
    return folder


def lines(page: "Page") -> int:
    return page.locator("table.log tbody tr").count()


def test_everything_is_in_it(page: "Page", named: str) -> None:
    page.goto(f"{named}/log")
    log = page.locator("table.log")
    for words in ("accepted", "rejected", "withdrawn", "came in", "read", "refused", "a sum of two lists", "no text in it"):
        expect(log).to_contain_text(words)
    expect(log.locator(".e-machine")).to_have_count(0)
    page.get_by_label("findings of machines").check()
    page.get_by_role("button", name="Show").click()
    expect(log.locator(".e-machine").first).to_be_visible()


def test_narrowed(page: "Page", named: str) -> None:
    page.goto(f"{named}/log?what=verdict")
    assert lines(page) == 4
    page.get_by_label("Who").select_option("person:oren")
    page.get_by_role("button", name="Show").click()
    expect(page.locator("table.log tbody tr")).to_have_count(1)
    expect(page.locator("table.log")).to_contain_text("oren")
    page.goto(f"{named}/log?stance=withdrawn")
    assert lines(page) == 1
    page.goto(f"{named}/log?report=later&what=import")
    assert lines(page) == 1
    page.goto(f"{named}/log?since=2099")
    expect(page.locator(".empty")).to_contain_text("Nothing in the log fits")


def test_an_undo_in_the_room_adds_a_line(page: "Page", named: str) -> None:
    page.goto(f"{named}/review?type=figure&sort=read")
    page.keyboard.press("a")
    expect(page.locator(".toast").last).to_contain_text("Accepted")
    page.keyboard.press("u")
    expect(page.locator(".toast").last).to_contain_text("Taken back")
    page.goto(f"{named}/log?what=verdict&agent=person:mira")
    assert lines(page) == 5


def test_written_out_and_replayed_elsewhere(page: "Page", named: str, tmp_path: Path, web_ledger: Path) -> None:
    """The log, downloaded here, is rehearsed and replayed in another room, whose ledger then stands as this one does."""
    from .browser import serving

    page.goto(f"{named}/log?what=verdict")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download as JSON lines").click()
    file = tmp_path / "log.jsonl"
    waiting.value.save_as(file)
    assert len(file.read_bytes().splitlines()) == 4
    other = rooms.filled(tmp_path / "other")
    with serving(create_app(other)) as address:
        page.context.add_cookies([{"name": "hearsay_name", "value": "tess", "url": address}])
        page.goto(f"{address}/log")
        page.get_by_label("A log to replay").set_input_files(file)
        page.get_by_role("button", name="Replay…").click()
        expect(page.get_by_role("row", name="Would be new 4")).to_be_visible()
        assert state(other, figure(other, "417")) == "proposed", "a rehearsal changes nothing"
        page.get_by_role("button", name="Add 4").click()
        expect(page.get_by_role("heading", name="Replayed")).to_be_visible()
        assert state(other, figure(other, "417")) == "disputed"
        page.goto(f"{address}/log")
        page.get_by_label("A log to replay").set_input_files(file)
        page.get_by_role("button", name="Replay…").click()
        expect(page.get_by_role("row", name="Known before 4")).to_be_visible()
        expect(page.get_by_role("button", name="Add")).to_have_count(0)
    with Ledger.open(other) as there, Ledger.open(web_ledger) as here:
        said = [[v for v in held.store.verdicts() if is_person(v.agent)] for held in (there, here)]
        assert said[0] == said[1]
        assert list(there.check()) == []


def test_verified(page: "Page", named: str, web_ledger: Path) -> None:
    page.goto(f"{named}/log")
    page.get_by_role("button", name="Verify the ledger").click()
    expect(page.get_by_role("heading", name="The ledger is sound")).to_be_visible()
    ledgers.changed(web_ledger, "UPDATE verdicts SET note = 'changed' WHERE agent = 'person:oren'")
    page.goto(f"{named}/log")
    page.get_by_role("button", name="Verify the ledger").click()
    expect(page.get_by_role("heading", name="Damage was found")).to_be_visible()
    expect(page.locator("main")).to_contain_text("says something else than its id was made from")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe(page: "Page", named: str, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    faults = []
    for path in ("/log", "/log?what=machine", "/log?since=2099"):
        page.goto(named + path)
        faults += [f"{path} {fault}" for fault in serious(page)]
    page.goto(f"{named}/log")
    page.get_by_role("button", name="Verify the ledger").click()
    expect(page.get_by_role("heading", name="The ledger is sound")).to_be_visible()
    assert faults + serious(page) == []


def test_narrow(page: "Page", named: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{named}/log")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


# --- without a browser --------------------------------------------------------------------------------


def test_pages_follow_each_other(web_ledger: Path) -> None:
    """However it is cut, and of whatever kinds, each line comes once, the newest first."""
    with Ledger.open(web_ledger) as held:
        asked = Asked(frozenset(What))
        whole = journal.events(held.store, asked, size=10_000)
        assert whole.after is None
        assert {event.what for event in whole.events} == set(What) - {What.EXPORT}
        order = [(event.at, event.key) for event in whole.events]
        assert order == sorted(order, reverse=True)
        for size in (1, 3, 7):
            found: list[journal.Event] = []
            after = ""
            while True:
                stretch = journal.events(held.store, asked, after=after, size=size)
                found += stretch.events
                if stretch.after is None:
                    break
                after = stretch.after
            assert found == list(whole.events)


def test_narrowing_is_exact(web_ledger: Path) -> None:
    """Each filter gives just those lines of the whole log that have the value."""
    with Ledger.open(web_ledger) as held:

        def lines(asked: Asked) -> list[journal.Event]:
            return list(journal.events(held.store, asked, size=10_000).events)

        every = lines(Asked(frozenset(What)))
        for agent in journal.agents(held.store):
            assert lines(Asked(frozenset(What), agent=agent)) == [event for event in every if event.agent == agent]
        for report in ("later", "story"):
            expected = [event for event in every if event.about == report]
            assert lines(Asked(frozenset(What), report=report)) == expected
        key = figure(web_ledger, "417")
        assert [event.word for event in lines(Asked(frozenset(What), finding=key))] == ["rejected", "accepted", "found"]
        day = every[0].at[:10]
        assert lines(Asked(frozenset(What), since=day)) == [event for event in every if event.at >= day]
        assert lines(Asked(frozenset(What), until="2021")) == [event for event in every if event.at < "2022"]


def test_exports_are_in_the_log_of_united_ledgers(web: TestClient, web_ledger: Path, tmp_path: Path) -> None:
    web.post("/ledger/download", data={"query": "type=figure", "form": "csv"})
    web.post("/log/download", data={"query": "what=verdict"})
    with Ledger.open(web_ledger) as held, Ledger.open(tmp_path / "other") as other:
        other.union(held)
        taken = journal.events(other.store, Asked(frozenset({What.EXPORT}))).events
        assert [(event.type, event.rows, event.agent) for event in taken] == [("log", 4, "web"), ("figures", 10, "web")]
        assert list(other.check()) == []


def test_what_can_not_be_asked(web: TestClient) -> None:
    assert web.get("/log?what=truth").status_code == 422
    assert web.get("/log?after=nonsense&since=%27").status_code == 200
    assert web.post("/log/replay", data={}).status_code == 422
    web.cookies.set("hearsay_name", "mira")
    answer = web.post("/log/replay/now", data={"key": "nothing"})
    assert answer.status_code == 422
    assert "choose the file again" in answer.text


def test_a_log_that_is_none(web: TestClient) -> None:
    answer = web.post("/log/replay", files={"log": ("x.jsonl", b"not a log\n{}\n")})
    assert answer.status_code == 200
    assert "line 2" in answer.text
    assert "Add " not in answer.text
