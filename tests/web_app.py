"""What tests of the reviewing room share: a ledger with reports that are hard to show, and a client inside this process.

Tests that need a browser are in test_web_browser*.py, with the fixtures of tests/browser.py.
"""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from hearsay import registry
from hearsay.analyse import Analysis
from hearsay.extract import Found
from hearsay.model import Attribution, Cue, Figure, Measure, Mention, Source, SourceKind, Span
from hearsay.pipeline import Report, report_of
from hearsay.readers import Input, read
from hearsay.store.ledger import Ledger
from hearsay.web.app import create_app

from .sample import AT, BRIDGE, DEPOT, HOSTILE, at, report

HOST = "testserver"
Fill = Callable[[Ledger], None]


def filled(folder: Path) -> Path:
    """A ledger with the reports of `sample`, and with those below."""
    with Ledger.open(folder) as held:
        held.add(report(DEPOT, "depot", "2031-06-02"))
        held.add(report(BRIDGE, "bridge", "2031-06-09"))
        held.add(report(HOSTILE, "hostile"))
        held.add(mixed())
        held.add(captured())
    return folder


@pytest.fixture
def noted(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The extractor of `sample` as "noted"."""
    built_in = {**registry.BUILT_IN[registry.EXTRACTORS], "noted": "tests.sample:Noted"}
    monkeypatch.setattr(registry, "BUILT_IN", {**registry.BUILT_IN, registry.EXTRACTORS: built_in})
    yield
    registry.extractor.cache_clear()


@pytest.fixture(scope="session")
def filled_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that each test gets a copy of."""
    return filled(tmp_path_factory.mktemp("filled") / "ledger")


@pytest.fixture
def web_ledger(tmp_path: Path, filled_once: Path) -> Path:
    """The folder of a ledger with five reports."""
    return Path(shutil.copytree(filled_once, tmp_path / "ledger"))


@pytest.fixture
def web_app(web_ledger: Path, noted: None) -> Starlette:  # noqa: ARG001
    """The room on that ledger. Reports that are added are read by "noted"."""
    return create_app(web_ledger, hosts={HOST}, extractors=["noted"])


@pytest.fixture
def web(web_app: Starlette) -> Iterator[TestClient]:
    """A client that sends what a browser sends from our own pages, and follows no redirect."""
    with TestClient(web_app, follow_redirects=False) as client:
        client.headers |= {"sec-fetch-site": "same-origin"}
        yield client


def called(client: TestClient, name: str) -> TestClient:
    """The client of a reviewer of that name."""
    client.cookies.set("hearsay_name", name)
    return client


MARKUP = '<script>window.pwned = 1</script><img src=x onerror="window.pwned = 2">'
MIXED = f"""😀🇺🇳 Night of the bridge

BRENNOC, June 9, 2031 (Voice of Pellam) - 😀 Irena Voss said the guard claimed 40 men fell. Only 7 came home.

وقال المتحدث 🕊️ إن 12 شخصا قتلوا عند الجسر.

הדובר אמר כי 9 נהרגו.

A man \u202erof deklat\u202c said {MARKUP} & 3 died.
"""
"""Emoji before a span, both directions of writing, a steering character, and markup that must stay text."""


class Mixed:
    """Finds what is written down here in `MIXED`; one attribution stands inside another."""

    name = "tests.mixed@1"

    def __call__(self, analysis: Analysis) -> Iterator[Found]:
        content, text = analysis.content, analysis.text.id
        yield Found(_said(content, text, "the guard claimed 40 men fell", "Irena Voss", "said"), 0.9)
        yield Found(_said(content, text, "40 men fell", "the guard", "claimed", "asserts"), 0.8)
        yield Found(_said(content, text, "12 شخصا قتلوا عند الجسر", "المتحدث", "قال"), 0.7)
        yield Found(_said(content, text, "9 נהרגו", "הדובר", "אמר"), 0.7)
        yield Found(_said(content, text, MARKUP, "A man", "said <"), 0.6)
        for words, killed in (("40", 40), ("7", 7), ("12", 12), ("9 נ", 9), ("3 died", 3)):
            start = content.index(words, content.index("Irena"))
            span, number = Span(start, start + len(str(killed))), str(killed)
            yield Found(Figure(text, span, number, Measure.KILLED, killed, killed, who="people"), 0.5)
        yield Found(Mention(text, at(content, "the guard"), "Northern Guard", "the guard"), 0.9)


def _said(content: str, text: str, words: str, who: str, cue: str, shade: str = "says") -> Attribution:
    source = Source(who, SourceKind.PERSON, (at(content, who),))
    return Attribution(text, (at(content, words),), source, Cue((at(content, cue.removesuffix(" <")),), cue, shade))


CAPTURED = (
    """<!doctype html><html><head><meta charset="windows-1252"><title>Captured</title>
<link rel="preconnect" href="https://elsewhere.example"><base href="https://elsewhere.example/">
<meta http-equiv="refresh" content="0;url=https://elsewhere.example/gone">
<link rel="stylesheet" href="https://elsewhere.example/a.css"><style>body { color: rgb(1, 2, 3) }</style>
<script>top.pwned = 1; parent.pwned = 1; document.title = "ran"</script></head>
<body onload="parent.pwned = 3"><h1>Depot burns near Orlen</h1>
<p>ORLEN, June 2, 2031 (Tessary Courier) - The \u201cNorthern Guard\u201d said that at least 12 soldiers &amp; clerks had
died near the <b>caf\xe9</b> by the depot.</p><img src="https://elsewhere.example/track.gif" onerror="parent.pwned = 4">
<p>"""
    + "The road was quiet before the morning came, and nobody crossed it. " * 12
    + """</p>
<form action="https://elsewhere.example/post"><button>Send</button></form><a href="https://elsewhere.example/next">Next</a>
</body></html>"""
)
"""A captured page that would run scripts, load, send and visit."""


def mixed(name: str = "mixed") -> Report:
    """The report of `MIXED`, with what `Mixed` finds in it."""
    item = Input(name, MIXED.encode(), "text/plain")
    return report_of(item, read(item), AT, [Mixed()])


def captured(name: str = "captured") -> Report:
    """The report of `CAPTURED`, in the bytes of its encoding, without findings."""
    item = Input(name, CAPTURED.encode("windows-1252"), "text/html", "https://courier.example/depot")
    return report_of(item, read(item), AT, [])


def key_of(folder: Path, name: str) -> str:
    """The address of the report of that name."""
    with Ledger.open(folder) as held:
        return "/report/" + held.text(name).id.removeprefix("h1:")
