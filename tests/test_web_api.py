"""The API: what is described is there, what is there is described, and answers have the types that are told."""

from pathlib import Path
from typing import Any

import msgspec
import pytest
from starlette.routing import Route
from starlette.testclient import TestClient

from hearsay.model import Figure
from hearsay.store.ledger import Ledger
from hearsay.web.api import Endpoint, endpoints
from hearsay.web.api_core import Claims, Found

from .web_app import called

TABLE = tuple(endpoints())
GETS = [one for one in TABLE if one.method == "GET" and "{" not in one.path]


def description(web: TestClient) -> dict[str, Any]:
    found: dict[str, Any] = web.get("/api/openapi.json").json()
    return found


def test_every_route_is_described_and_every_description_has_a_route(web: TestClient) -> None:
    apart = {"/api/", "/api/openapi.json"}
    routes = web.app.routes  # type: ignore[attr-defined]
    there = {
        (route.path, method.lower())
        for route in routes
        if isinstance(route, Route) and route.path.startswith("/api") and route.path not in apart
        for method in (route.methods or set()) - {"HEAD"}
    }
    told = {(path, method) for path, methods in description(web)["paths"].items() for method in methods}
    assert there == told
    assert len(told) >= 10


def test_every_reference_leads_somewhere(web: TestClient) -> None:
    found = description(web)
    assert found["openapi"].startswith("3.1")
    names = found["components"]["schemas"]

    def references(value: Any) -> list[str]:
        if isinstance(value, dict):
            own = [value["$ref"]] if isinstance(value.get("$ref"), str) else []
            return own + [ref for part in value.values() for ref in references(part)]
        return [ref for part in value for ref in references(part)] if isinstance(value, list) else []

    every = references(found)
    assert every
    assert {ref.rpartition("/")[2] for ref in every} <= set(names)
    ids = [method["operationId"] for methods in found["paths"].values() for method in methods.values()]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("one", GETS, ids=lambda one: one.path)
def test_answers_have_the_type_that_is_told(web: TestClient, one: Endpoint) -> None:
    answer = web.get(one.path, params={"q": "soldiers"} if one.path == "/api/search" else {})
    assert answer.status_code == 200
    assert msgspec.json.decode(answer.content, type=one.answer, strict=True) is not None


@pytest.mark.parametrize("one", TABLE, ids=lambda one: one.method + one.path)
def test_the_page_tells_of_every_endpoint(web: TestClient, one: Endpoint) -> None:
    page = web.get("/api/").text
    assert f"<code>{one.path}</code>" in page
    assert one.about in page
    assert all(f"<code>{each.name}</code>" in page for each in one.parameters)


def claims(web: TestClient, **query: Any) -> Claims:
    answer = web.get("/api/claims", params=query)
    assert answer.status_code == 200, answer.text
    return msgspec.json.decode(answer.content, type=Claims)


def test_claims_are_narrowed_sorted_and_cut(web: TestClient) -> None:
    every = claims(web, type="figure", order="largest").claims
    sizes = [one.finding.high or one.finding.low or 0 for one in every if isinstance(one.finding, Figure)]
    assert len(sizes) == len(every) > 4
    assert sizes == sorted(sizes, reverse=True)
    first = claims(web, type="figure", order="largest", limit=2)
    rest = claims(web, type="figure", order="largest", after=first.after)
    assert [*first.claims, *rest.claims] == list(every)
    assert {one.speaker for one in claims(web, speaker="Irena Voss").claims} == {"Irena Voss"}
    assert {one.report.name for one in claims(web, q="bridge").claims} >= {"bridge"}


@pytest.mark.parametrize("query", ["order=zz", "limit=x", "limit=-1"])
def test_what_makes_no_sense_is_refused_in_words(web: TestClient, query: str) -> None:
    answer = web.get("/api/claims?" + query)
    assert answer.status_code in (400, 422)
    assert set(answer.json()) == {"error", "code"}


def test_a_word_is_added_and_told(web: TestClient, web_ledger: Path) -> None:
    with Ledger.open(web_ledger) as held:
        one = next(held.findings(Figure)).id
    where = f"/api/findings/{one}"
    assert web.post(where + "/verdicts", json={"stance": "accepted"}).json()["code"] == "no-name"
    answer = web.post(where + "/verdicts", json={"stance": "accepted", "reviewer": "mira", "note": "seen"})
    found = msgspec.json.decode(answer.content, type=Found)
    assert (found.standing.state, found.standing.by) == ("accepted", ("person:mira",))
    assert [one.note for one in found.verdicts if one.agent == "person:mira"] == ["seen"]
    assert msgspec.json.decode(web.get(where).content, type=Found) == found
    called(web, "oskar").post(where + "/verdicts", json={"stance": "rejected"})
    assert web.get(where).json()["standing"]["state"] == "disputed"


@pytest.mark.parametrize("body", ["{", "[]", '{"stance": 1}', '{"stance": "liked", "reviewer": "m"}', "x" * 200_000])
def test_a_body_that_does_not_fit_is_refused(web: TestClient, web_ledger: Path, body: str) -> None:
    with Ledger.open(web_ledger) as held:
        one = next(held.findings(Figure)).id
    assert web.post(f"/api/findings/{one}/verdicts", content=body).status_code == 422


@pytest.mark.parametrize("path", ["/api/reports/nowhere", "/api/findings/00ff", "/api/findings/00ff/others", "/api/zz"])
def test_what_is_not_there_is_404(web: TestClient, path: str) -> None:
    answer = web.get(path)
    assert (answer.status_code, set(answer.json())) == (404, {"error", "code"})


def test_a_report_has_its_text_and_findings(web: TestClient) -> None:
    found = web.get("/api/reports/depot").json()
    for one in found["findings"]:
        if one["finding"]["type"] == "figure":
            start, end = one["finding"]["span"]
            assert found["content"][start:end] == one["finding"]["words"]
