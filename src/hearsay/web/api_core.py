"""Reports, claims, verdicts, search and the log, for programs."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from starlette.requests import Request

from ..claims.base import Claim
from ..errors import BadFinding
from ..export.visible import one_line
from ..ledger import PERSON, Entry
from ..model import AnyFinding, Block, Refusal, Sighting, Value, Verdict
from ..store.ledger import Ledger
from ..store.listing import EXACT, ORDERS, Wanted, page
from . import counts, judging, others, room, state
from .api import Endpoint, Parameter, integer

_MOST = 500
_LIMIT = Parameter("limit", "integer", f"How many at most (up to {_MOST})")


class Report(Value, frozen=True):
    """A report in a list. The counts are of findings that stand; `waiting` are those that no person has spoken on."""

    text: str
    name: str
    document: str
    media_type: str
    language: str
    attributions: int
    figures: int
    mentions: int
    waiting: int
    at: datetime
    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    published: str | None = None


class Reports(Value, frozen=True):
    """A stretch of the list of reports, and how many there are in all."""

    total: int
    reports: tuple[Report, ...]


class Standing(Value, frozen=True):
    """How a finding stands: "proposed", "accepted", "rejected", "replaced" or "disputed"; by whose words; what stands instead."""

    state: str
    by: tuple[str, ...] = ()
    instead: tuple[str, ...] = ()
    confidence: float | None = None


class Found(Value, frozen=True):
    """A finding with its id, how it stands and what was said of it."""

    id: str
    text: str
    finding: AnyFinding
    standing: Standing
    verdicts: tuple[Verdict, ...] = ()


class FullReport(Value, frozen=True):
    """A report with its text and everything that was found in it, dropped findings included."""

    text: str
    document: str
    language: str
    content: str
    blocks: tuple[Block, ...]
    sightings: tuple[Sighting, ...]
    findings: tuple[Found, ...]


class Claims(Value, frozen=True):
    """A stretch of a list of claims; `after` is what to ask for to get the next one, null at the end."""

    claims: tuple[Claim, ...]
    after: str | None


class Said(Value, frozen=True):
    """A word on a finding to be added: "accepted", "rejected" or "withdrawn", by whom (where no cookie tells), and why."""

    stance: str
    reviewer: str = ""
    note: str = ""


class Account(Value, frozen=True):
    """Another account of the same, how it stands to it, and why."""

    claim: Claim
    relation: str
    reason: str


class Origins(Value, frozen=True):
    """How many independent origins stand behind a claim and all that say the same: at least `low`, at most `high`, and why. Null
    for a mention and for what was dropped."""

    low: int
    high: int
    reasons: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()


class Match(Value, frozen=True):
    """Where words were found: code points [start, end) of a text, and the text around them."""

    text: str
    name: str
    start: int
    end: int
    snippet: str


class Totals(Value, frozen=True):
    """What is in the ledger."""

    reports: int
    attributions: int
    figures: int
    mentions: int
    waiting: int
    outlets: int
    refused: int
    first: str | None = None
    last: str | None = None


def totals(request: Request) -> Totals:
    """Counts of the whole ledger."""
    found = counts.counts(_ledger(request))
    return Totals(**{name: getattr(found, name) for name in Totals.__struct_fields__})


def reports(request: Request) -> Reports:
    """Reports in order."""
    asked = request.query_params
    limit, skip = integer(request, "limit", 50, _MOST), integer(request, "skip", 0, 10**9)
    words, order = asked.get("q", ""), asked.get("order", "met")
    if order not in counts.ORDERS:
        raise BadFinding(f"no order {order!r}; there are {', '.join(counts.ORDERS)}")
    found, total = counts.reports(_ledger(request), words=words, order=order, skip=skip, size=limit)
    return Reports(total, tuple(map(_report, found)))


def report(request: Request) -> FullReport:
    """One report."""
    stored = _ledger(request).report(request.path_params["key"])
    text = stored.report.page.text
    found = tuple(_found(entry, stored.verdicts.get(entry.id, ())) for entry in stored.entries)
    return FullReport(text.id, text.document, text.language, text.content, text.blocks, stored.sightings, found)


def claims(request: Request) -> Claims:
    """Claims that are wanted, in order."""
    asked = request.query_params
    exact = {name: values for name in EXACT if (values := tuple(asked.getlist(name)))}
    words = {name: asked.get(name, "") for name in ("text", "since", "until", "place", "via")}
    wanted = Wanted(exact=exact, words=asked.get("q", ""), **words)
    if speakers := tuple(asked.getlist("speaker")):
        wanted = replace(wanted, speakers=speakers)
    size = max(1, integer(request, "limit", 100, _MOST))
    found = page(_ledger(request).store, wanted, asked.get("order", "newest"), after=asked.get("after", ""), size=size)
    return Claims(found.rows, found.after)


def finding(request: Request) -> Found:
    """One finding."""
    ledger = _ledger(request)
    entry = ledger.finding(request.path_params["key"])
    return _found(entry, ledger.verdicts(entry.id))


def accounts(request: Request) -> tuple[Account, ...]:
    """Other accounts of a claim."""
    ledger = _ledger(request)
    found = others.others(ledger, ledger.finding(request.path_params["key"]).id)
    return tuple(Account(one.claim, one.relation, one.reason) for one in found)


def origins(request: Request) -> Origins | None:
    """The count of origins of a claim."""
    ledger = _ledger(request)
    found = others.origins(ledger, ledger.finding(request.path_params["key"]).id)
    return None if found is None else Origins(found.low, found.high, found.reasons, found.unsure)


def say(request: Request, said: Said) -> Found:
    """Adds a verdict."""
    ledger = _ledger(request)
    name = state.clean(said.reviewer)
    agent = PERSON + name if name else state.agent(request)
    word = judging.judge(ledger, request.path_params["key"], said.stance, agent, said.note)
    return _found(word.entry, word.verdicts)


def search(request: Request) -> tuple[Match, ...]:
    """Where words stand in the texts."""
    found = _ledger(request).search(request.query_params.get("q", ""), integer(request, "limit", 20, _MOST))
    return tuple(Match(hit.text, hit.name, hit.span.start, hit.span.end, one_line(hit.snippet)) for hit in found)


def log(request: Request) -> tuple[Verdict, ...]:
    """The last verdicts, the newest first."""
    asked = request.query_params
    limit, people = integer(request, "limit", 100, _MOST), asked.get("people", "") not in ("", "0", "false")
    rows = _ledger(request).log(limit, people=people)
    return tuple(Verdict(r.finding, r.stance, r.agent, r.at, r.instead, r.confidence, r.note) for r in rows)


def refusals(request: Request) -> tuple[Refusal, ...]:
    """What could not be read."""
    return tuple(_ledger(request).refusals())


def _ledger(request: Request) -> Ledger:
    return room.of(request).ledger


def _report(one: counts.Listed) -> Report:
    known: dict[str, Any] = {name: getattr(one.row, name) for name in Report.__struct_fields__ if name != "waiting"}
    return Report(waiting=one.waiting, **known)


def _found(entry: Entry, verdicts: tuple[Verdict, ...]) -> Found:
    stands = entry.standing
    standing = Standing(stands.state.value, stands.by, stands.instead, stands.confidence)
    return Found(entry.id, entry.text, entry.finding, standing, verdicts)


_NARROW = tuple(Parameter(name, "string", f"Only with this {name}; may be repeated") for name in (*EXACT, "speaker"))
_WORDS = (
    Parameter("q", "string", "Only with all of these words"),
    Parameter("text", "string", "Only of the report with this text's id"),
    Parameter("since", "string", "Published on this day or later"),
    Parameter("until", "string", "Published on this day or earlier"),
    Parameter("place", "string", "Only about a place with these letters"),
    Parameter("via", "string", "Only through a relay with these letters"),
    Parameter("order", "string", "How they are sorted", tuple(ORDERS)),
    Parameter("after", "string", "The `after` of the answer before"),
    _LIMIT,
)
_LISTED = (
    Parameter("q", "string", "Only with these words in title, outlet, name or address"),
    Parameter("order", "string", "How they are sorted", tuple(counts.ORDERS)),
    Parameter("skip", "integer", "How many to pass over"),
    _LIMIT,
)
_QUERY = Parameter("q", "string", "The words; in double quotes a phrase, with a final * any ending")
_PEOPLE = Parameter("people", "boolean", "Only the words of persons")

endpoints = (
    Endpoint("GET", "/api/totals", "Counts of the whole ledger", totals, Totals),
    Endpoint("GET", "/api/reports", "The reports", reports, Reports, _LISTED),
    Endpoint("GET", "/api/reports/{key}", "One report, with its text and all findings", report, FullReport),
    Endpoint("GET", "/api/claims", "Attributions, figures and mentions, filtered", claims, Claims, (*_NARROW, *_WORDS)),
    Endpoint("GET", "/api/findings/{key}", "One finding, with all verdicts on it", finding, Found),
    Endpoint("GET", "/api/findings/{key}/others", "Other accounts of a figure or an attribution", accounts, tuple[Account, ...]),
    Endpoint("GET", "/api/findings/{key}/origins", "How many independent origins a claim has", origins, Origins | None),
    Endpoint("POST", "/api/findings/{key}/verdicts", "Say a word on a finding", say, Found, body=Said),
    Endpoint("GET", "/api/search", "Where words stand", search, tuple[Match, ...], (_QUERY, _LIMIT)),
    Endpoint("GET", "/api/log", "The last verdicts", log, tuple[Verdict, ...], (_LIMIT, _PEOPLE)),
    Endpoint("GET", "/api/refusals", "What could not be read, and why", refusals, tuple[Refusal, ...]),
)
