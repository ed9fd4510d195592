"""Who may ask, what may change something, and what a page may load."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from hearsay.web.app import create_app
from hearsay.web.security import COOKIE, HEADERS

from .web_app import HOST, called

PAGES = ("/", "/reports", "/who", "/api/", "/nowhere")


@pytest.mark.parametrize("path", PAGES)
def test_every_page_has_the_policy(web: TestClient, path: str) -> None:
    headers = web.get(path).headers
    assert {name: headers.get(name) for name in HEADERS} == dict(HEADERS)


@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "127.0.0.1.evil.example", "", "[::2]"])
def test_a_host_that_is_not_ours_is_refused(web: TestClient, host: str) -> None:
    answer = web.get("/", headers={"host": host})
    assert answer.status_code == 421
    assert "depot" not in answer.text


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"sec-fetch-site": "same-origin"}, 303),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-site"}, 403),
        ({"sec-fetch-site": "cross-site", "origin": f"http://{HOST}"}, 403),
        ({"origin": f"http://{HOST}"}, 303),
        ({"origin": "http://evil.example"}, 403),
        ({"origin": "null"}, 403),
        ({}, 303),
    ],
)
def test_a_change_from_elsewhere_is_refused(web_app: object, headers: dict[str, str], status: int) -> None:
    with TestClient(web_app, follow_redirects=False) as client:  # type: ignore[arg-type]
        answer = client.post("/who", data={"name": "mira"}, headers=headers)
        assert answer.status_code == status
        assert ("hearsay_name" in answer.cookies) == (status == 303)


def test_a_change_is_no_link(web: TestClient) -> None:
    assert web.get("/judge").status_code == 405


@pytest.fixture
def guarded(web_ledger: Path) -> TestClient:
    return TestClient(create_app(web_ledger, token="let-me-in", hosts={HOST}), follow_redirects=False)


@pytest.mark.parametrize("path", ["/", "/reports", "/static/x/base.css", "/?token=wrong", "/api/openapi.json"])
def test_without_the_token_nothing_is_shown(guarded: TestClient, path: str) -> None:
    answer = guarded.get(path)
    assert answer.status_code == 401
    assert "set-cookie" not in answer.headers


def test_the_token_becomes_a_cookie_that_scripts_and_other_sites_never_see(guarded: TestClient) -> None:
    answer = guarded.get("/reports?q=a%26b&token=let-me-in")
    assert answer.status_code == 200
    assert "let-me-in" not in answer.text
    assert 'url=/reports?q=a%26b"' in answer.text
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert guarded.get("/reports").status_code == 200


def test_a_program_sends_the_token_as_a_bearer(guarded: TestClient) -> None:
    assert guarded.get("/reports", headers={"authorization": "Bearer let-me-in"}).status_code == 200
    assert guarded.get("/reports", headers={"authorization": "Bearer let-me"}).status_code == 401


def test_a_token_in_the_address_of_a_change_lets_nobody_in(guarded: TestClient) -> None:
    assert guarded.post("/who?token=let-me-in", data={"name": "mira"}).status_code == 401


def test_a_wrong_cookie_is_no_token(guarded: TestClient) -> None:
    guarded.cookies.set(COOKIE, "let-me-out")
    assert guarded.get("/").status_code == 401


@pytest.mark.parametrize("where", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", "/\tx"])
def test_the_way_back_stays_on_this_site(web: TestClient, where: str) -> None:
    answer = web.post("/who", data={"name": "mira", "back": where})
    assert (answer.status_code, answer.headers["location"]) == (303, "/")


def test_the_name_is_kept_for_the_next_visit(web: TestClient) -> None:
    answer = web.post("/who", data={"name": "  Mira   Ølsen \u202e", "back": "/reports"})
    assert answer.headers["location"] == "/reports"
    assert "Mira Ølsen" in web.get("/reports").text
    assert "HttpOnly" in answer.headers["set-cookie"]


def test_a_name_without_letters_is_asked_again(web: TestClient) -> None:
    answer = web.post("/who", data={"name": " \u200b\u202e "})
    assert answer.status_code == 422
    assert "Please give a name" in answer.text


def test_static_files_are_kept_and_nothing_else_is_there(web: TestClient) -> None:
    from hearsay.web.render import asset

    assert "immutable" in web.get(asset("base.css")).headers["cache-control"]
    assert web.get("/static/old/base.css").headers["cache-control"] == "no-cache"
    for path in ("/static/x/../app.py", "/static/x/..%2fapp.py", "/static/x/", "/static/"):
        assert web.get(path).status_code == 404


def test_a_program_gets_reasons_as_json(web: TestClient) -> None:
    answer = web.post("/judge", data={"finding": "h1:00", "stance": "accepted"}, headers={"accept": "application/json"})
    assert (answer.status_code, answer.json()["code"]) == (403, "no-name")
    word = {"finding": "h1:00", "stance": "accepted"}
    answer = called(web, "mira").post("/judge", data=word, headers={"accept": "application/json"})
    assert answer.status_code == 404
    assert "no finding" in answer.json()["error"]
