"""Home: what is counted, and reports that are added by paste, upload and folder, each input with its status."""

import time
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from hearsay.store.ledger import Ledger
from hearsay.web.app import create_app
from hearsay.web.counts import ORDERS, counts, reports
from hearsay.web.jobs import Job

from .sample import BRIDGE, DEPOT, written
from .web_app import HOST

JSON = {"accept": "application/json"}


def ended(web: TestClient) -> list[Job]:
    """The batches of the room, once all are done."""
    jobs = web.app.state.room.jobs  # type: ignore[attr-defined]
    until = time.monotonic() + 60
    while jobs.busy():
        assert time.monotonic() < until, "it is still being read"
        time.sleep(0.02)
    found: list[Job] = jobs.newest()
    return found


def added(web: TestClient, **fields: Any) -> Job:
    answer = web.post("/add", headers=JSON, **fields)
    assert answer.status_code == 202, answer.text
    return ended(web)[0]


def test_a_text_that_is_pasted_is_read(web: TestClient) -> None:
    text = DEPOT.replace("Tessary Courier", "Pellam Wire")
    job = added(web, data={"name": "dépôt/2", "text": text})
    assert [(row.name, row.status) for row in job.rows] == [("dépôt-2", "read")]
    assert job.rows[0].attributions == 3
    assert job.waiting == []
    assert web.get("/report/" + job.rows[0].text[3:]).status_code == 200
    assert "dépôt-2" in web.get("/").text


def test_a_page_that_is_pasted_is_read_as_one(web: TestClient, web_ledger: Path) -> None:
    page = "<!DOCTYPE html><html><body><h1>Night</h1><p>" + "Nobody knows how the bridge fell. 5 people were hurt. " * 6
    job = added(web, data={"text": page})
    with Ledger.open(web_ledger) as held:
        assert held.report(job.rows[0].text).report.page.document.media_type == "text/html"


def test_several_files_get_a_status_each(web: TestClient) -> None:
    files = [
        ("files", ("bridge.txt", BRIDGE.replace("7 people", "9 people").encode(), "text/plain")),
        ("files", ("depot.txt", DEPOT.encode(), "text/plain")),
        ("files", ("../../noise.bin", bytes(range(256)) * 40, "application/octet-stream")),
    ]
    job = added(web, files=files)
    statuses = {row.name: row.status for row in job.rows}
    assert statuses == {"bridge": "read", "depot": "known", "noise": "refused"}
    refused = next(row for row in job.rows if row.status == "refused")
    assert refused.reason
    page = web.get("/").text
    assert refused.reason in page
    assert "1 inputs could not be read" in page
    assert refused.reason in web.get("/refused").text


def test_files_of_one_name_are_told_apart(web: TestClient) -> None:
    texts = (BRIDGE.replace("7 people", f"{n} people") for n in (31, 32))
    job = added(web, files=[("files", ("a.txt", text.encode(), "text/plain")) for text in texts])
    assert [row.name for row in job.rows] == ["a", "a-2"]


def test_a_folder_on_this_computer_is_read(web: TestClient, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    written(folder, one=BRIDGE.replace("7", "70"), two=BRIDGE.replace("7", "71"))
    job = added(web, data={"folder": str(folder)})
    assert (job.expected, job.counts) == (2, {"read": 2, "known": 0, "refused": 0})


def test_a_folder_that_is_not_there_is_said(web: TestClient, tmp_path: Path) -> None:
    answer = web.post("/add", data={"folder": str(tmp_path / "nowhere")}, headers=JSON)
    assert answer.status_code == 422
    assert "no such file or folder" in answer.json()["error"]


def test_only_who_sits_here_names_folders(web_ledger: Path, tmp_path: Path) -> None:
    app = create_app(web_ledger, hosts={HOST}, token="t")
    with TestClient(app, headers={"authorization": "Bearer t"}) as client:
        assert 'name="folder"' not in client.get("/").text
        answer = client.post("/add", data={"folder": str(tmp_path)}, headers=JSON)
        assert answer.status_code == 422
        assert "sits at this computer" in answer.json()["error"]


def test_nothing_is_no_report(web: TestClient) -> None:
    for fields in ({"data": {"text": "  "}}, {"data": {"name": "x"}}, {"files": [("files", ("", b""))]}):
        assert web.post("/add", headers=JSON, **fields).status_code in (400, 422)  # type: ignore[arg-type]


def test_without_a_script_a_form_leads_back(web: TestClient) -> None:
    answer = web.post("/add", data={"text": BRIDGE})
    assert (answer.status_code, answer.headers["location"]) == (303, "/#jobs")
    ended(web)
    assert "known before" in web.get("/jobs").text


def test_a_batch_that_breaks_is_said_and_the_next_goes_on(web: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Ledger, "add", full)
        job = added(web, data={"text": BRIDGE.replace("7", "44")})
    assert "No space left" in job.error
    assert "It stopped: " in web.get("/").text
    assert added(web, data={"text": BRIDGE.replace("7", "45")}).error == ""


def test_a_fault_in_an_extractor_is_said_and_the_next_goes_on(web: TestClient) -> None:
    job = added(web, data={"text": DEPOT.replace("at least 12", "at most 12")})
    assert job.error == "ValueError: substring not found"
    assert added(web, data={"text": BRIDGE.replace("7", "46")}).error == ""


def test_counts_are_those_of_the_reports(web_ledger: Path) -> None:
    with Ledger.open(web_ledger) as held:
        found, every = counts(held), list(held.reports())
        assert (found.reports, found.figures) == (len(every), sum(row.figures for row in every))
        assert found.waiting == found.attributions + found.figures + found.mentions
        assert (found.first, found.last) == ("2031-06-02", "2031-06-09")
    with Ledger.open(web_ledger.parent / "empty") as held:
        assert counts(held).reports == 0


def test_reports_are_found_and_sorted(web_ledger: Path) -> None:
    with Ledger.open(web_ledger) as held:
        assert [one.row.name for one in reports(held, words="ORLEN burns")[0]] in (["captured", "depot"], ["depot", "captured"])
        assert reports(held, words="100%")[1] == 0
        for order in ORDERS:
            assert len(reports(held, order=order)[0]) == 5
        waiting = [one.waiting for one in reports(held, order="waiting")[0]]
        assert waiting == sorted(waiting, reverse=True)
        first, total = reports(held, size=2)
        second, _ = reports(held, skip=2, size=2)
        assert total == 5
        assert not {one.row.text for one in first} & {one.row.text for one in second}


@pytest.mark.parametrize("path", ["/reports?page=x", "/reports?page=99999999999", "/reports?order=zz&q=%00", "/reports?page=7"])
def test_an_odd_address_is_a_list_too(web: TestClient, path: str) -> None:
    assert web.get(path).status_code == 200
