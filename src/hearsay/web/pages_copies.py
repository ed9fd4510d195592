"""Copies: the reports that have words in common, who had them first, and the passages side by side; a word on each link."""

from dataclasses import dataclass
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from ..across import reuse
from ..across.copying import known_in
from ..across.reuse import Shared
from ..ledger import PERSON
from ..model import Relation, Span
from ..store import people
from ..store.between import Between
from ..store.connect import reading
from ..store.ledger import Ledger
from . import judging, render, room, state
from .cutting import Mark, pieces
from .excerpts import Excerpt

SIZE = 10
"""Pairs of a page."""
PASSAGES = 6
"""Passages that are shown of a pair."""
LONGEST, AROUND = 420, 60
"""Code points of a passage that are shown, and of its line before and behind it."""


@dataclass(frozen=True, slots=True)
class Passage:
    """The words of both sides, a little of what stands around them, and where they stand."""

    left: Excerpt
    right: Excerpt
    left_at: Span
    right_at: Span


@dataclass(frozen=True, slots=True)
class Row:
    """A pair of reports, how its link stands, and what they share; `more` passages are not shown."""

    pair: Shared
    said: judging.Word
    passages: tuple[Passage, ...]
    more: int
    directed: bool


def copies(request: Request) -> Response:
    """/copies?report=&dropped=&skip=: links between reports that share words, of one report or of all."""
    ledger = room.of(request).ledger
    key = request.query_params.get("report", "")
    dropped = bool(request.query_params.get("dropped"))
    skip = _number(request.query_params.get("skip", ""))
    text = ledger.text(key).id if key else None
    every = reuse.links(ledger, text)
    wanted = [link for link in every if dropped or link.stands]
    shown = wanted[skip : skip + SIZE]
    name = state.reviewer(request)

    def query(**more: str) -> str:
        given = {"report": key, "dropped": "1" if dropped else "", **more}
        return "/copies?" + urlencode({name: value for name, value in given.items() if value})

    return render.page(
        request,
        "copies.html",
        here="/origins",
        rows=list(_rows(ledger, shown, PERSON + name if name else "")),
        total=len(wanted),
        hidden=len(every) - len(wanted),
        report=_title(ledger, text) if text else "",
        text=text,
        dropped=dropped,
        first=skip + 1,
        address_with_dropped=query(dropped="" if dropped else "1"),
        ahead=query(skip=str(skip + SIZE)) if len(wanted) > skip + SIZE else "",
        back=query(skip=str(max(0, skip - SIZE)) if skip > SIZE else "") if skip else "",
    )


def _rows(ledger: Ledger, links: list[Between], agent: str) -> list[Row]:
    said = people.of_findings(ledger.store, [link.id for link in links])
    entries = {link.id: ledger.finding(link.id) for link in links}
    made = []
    for pair in reuse.of_links(ledger, links):
        word = judging.word_of(entries[pair.link.id], tuple(said.get(pair.link.id, ())), agent)
        best = sorted(pair.reuse.passages, key=lambda one: -one.same)[:PASSAGES]
        shown = tuple(_passage(pair, one.left, one.right) for one in sorted(best, key=lambda one: one.left.start))
        rest = len(pair.reuse.passages) - len(shown)
        made.append(Row(pair, word, shown, rest, pair.link.relation is Relation.COPIES))
    return made


def _passage(pair: Shared, left: Span, right: Span) -> Passage:
    return Passage(_cut(pair.left.text.content, left), _cut(pair.right.text.content, right), left, right)


def _cut(content: str, span: Span) -> Excerpt:
    """The words of a passage, with a little of what stands around them in its line."""
    line, end = content.rfind("\n", 0, span.start) + 1, min(span.end, span.start + LONGEST)
    behind = content.find("\n", end)
    last = len(content) if behind < 0 else behind
    around = Span(max(line, span.start - AROUND), min(last, end + AROUND))
    shown = tuple(pieces(content, around, [Mark(span.start, end, "", "shared")]))
    return Excerpt(shown, around.start > line, around.end < last)


def _title(ledger: Ledger, text: str) -> str:
    with reading(ledger.store.engine) as connection:
        origin = known_in(connection, text).page.origin
    return origin.title or origin.name


def _number(typed: str) -> int:
    return int(typed) if typed.isdecimal() and typed.isascii() and len(typed) < 7 else 0


routes = (Route("/copies", copies, methods=["GET"]),)
