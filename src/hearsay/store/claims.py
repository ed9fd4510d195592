"""The computed tables `claims` and `pages`: what stands in each report, kept so that a hundred thousand rows can be listed,
and made anew for a text whenever something is said of it."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

import sqlalchemy as sa

from ..claims.base import Claim, Origin, Voice
from ..claims.of import claims_of
from ..claims.view import View
from ..codec import from_json, to_json
from ..compare.blocks import key as block_of
from ..ledger import DROPPED, Entry, State
from ..model import About, Attribution, Field, Figure, Mention, Source, Value
from . import rows
from .schema import claims, findings, pages, sightings, standings, texts

STANDS = frozenset(State) - DROPPED
"""The states of what still counts."""

_SOME = 500


class _Rest(Value, frozen=True):
    """What a claim has beside its finding, its report and its standing."""

    voices: tuple[Voice, ...] = ()
    part_of: str | None = None
    words: str = ""
    cue: str = ""
    context: str = ""
    context_start: int = 0
    setting: str = ""


_rest = rows.decoder(_Rest)


def refresh(connection: sa.Connection, wanted: Iterable[str]) -> None:
    """Makes the rows of these texts anew; those that come out as they were are not written again."""
    for text in sorted(set(wanted)):
        page, found = made(connection, text)
        page_before, before = kept(connection, text)
        old = {row["n"]: row for row in before}
        same = {row["n"] for row in found if old.get(row["n"]) == row}
        gone = [n for n in old if n not in same]
        if gone:
            connection.execute(claims.delete().where(claims.c.n == sa.bindparam("gone")), [{"gone": n} for n in gone])
        fresh = [row for row in found if row["n"] not in same]
        if fresh:
            connection.execute(claims.insert(), fresh)
        if page != page_before:
            connection.execute(pages.insert().prefix_with("OR REPLACE"), [page])


def made(connection: sa.Connection, text: str) -> tuple[rows.Row, list[rows.Row]]:
    """The rows of a text, as its findings come to them: that of its page, and those of its claims by their number."""
    numbers, view, dropped = _view(connection, text)
    found = [_claim_row(numbers[one.id], one) for one in claims_of(view, dropped)]
    return _page_row(view), sorted(found, key=lambda row: row["n"])


def kept(connection: sa.Connection, text: str) -> tuple[rows.Row, list[rows.Row]]:
    """The rows of a text as they are kept."""
    page = connection.execute(sa.select(pages).where(pages.c.text == text)).mappings().first()
    found = connection.execute(sa.select(claims).where(claims.c.text == text).order_by(claims.c.n)).mappings()
    return dict(page or {}), [dict(row) for row in found]


def refresh_all(connection: sa.Connection) -> None:
    """Makes both tables anew."""
    refresh(connection, connection.execute(sa.select(texts.c.id)).scalars().all())


def query(
    kind: type[Attribution | Figure | Mention] | None = None,
    *,
    text: str | None = None,
    ids: Collection[str] | None = None,
    block: str | None = None,
    states: Collection[State] | None = STANDS,
    as_met: bool = False,
) -> sa.Select[Any]:
    """The claims of a type, in a text, with these ids, of a block, in one of these states (None: all): rows for `claim_of`, in
    order of the day of publication (or, `as_met`, in which the reports were met), the report and the place."""
    chosen = _CLAIMS
    if kind is not None:
        # a text, some ids or a block are few rows: SQLite must not go through all of the type because they lie in order there
        narrow = not (text is None and ids is None and block is None)
        chosen = chosen.where((claims.c.type.concat("") if narrow else claims.c.type) == kind.__name__.lower())
    if text is not None:
        chosen = chosen.where(claims.c.text == text)
    if ids is not None:
        chosen = chosen.where(findings.c.id.in_(ids))  # where ids have an index
    if block is not None:
        chosen = chosen.where(claims.c.block == block)
    if states is not None:
        chosen = chosen.where(claims.c.state.in_([state.value for state in states]))
    return chosen.order_by(pages.c.at if as_met else claims.c.day, claims.c.name, claims.c.text, claims.c.start, claims.c.id)


def of_texts(some: Collection[str], kind: type[Attribution | Figure | Mention] | None = None) -> sa.Select[Any]:
    """The claims (of a type) that stand in some texts (500 at most), in no order: rows for `claim_of`."""
    chosen = _CLAIMS.where(claims.c.text.in_(some), claims.c.state.in_([state.value for state in STANDS]))
    return chosen if kind is None else chosen.where(claims.c.type.concat("") == kind.__name__.lower())


def numbered(numbers: Collection[int]) -> sa.Select[Any]:
    """The claims in these rows, in no order: rows for `claim_of`, with their number `n`."""
    return _CLAIMS.add_columns(claims.c.n).where(claims.c.n.in_(numbers))


def claim_of(row: Mapping[Any, Any]) -> Claim:
    """The claim of a row of `query`."""
    finding = from_json(row["finding"].encode())
    assert isinstance(finding, Attribution | Figure | Mention)
    rest = _rest(row["body"])
    report = Origin(
        row["text"], row["document"], row["page"], row["at"], row["url"], row["page_outlet"], row["title"], row["byline"],
        row["published"], row["language"],
    )  # fmt: skip
    return Claim(
        row["id"], finding, report, State(row["state"]), row["confidence"],
        rest.voices, rest.part_of, rest.words, rest.cue, rest.context, rest.context_start, rest.setting,
    )  # fmt: skip


_CLAIMS = (
    sa.select(claims.c.id, claims.c.text, claims.c.state, claims.c.confidence, claims.c.body, findings.c.body.label("finding"))
    .add_columns(pages.c.document, pages.c.name.label("page"), pages.c.at, pages.c.url, pages.c.outlet.label("page_outlet"))
    .add_columns(pages.c.title, pages.c.byline, pages.c.published, pages.c.language)
    .join(findings, findings.c.n == claims.c.n)
    .join(pages, pages.c.text == claims.c.text)
)


def _view(connection: sa.Connection, text: str) -> tuple[dict[str, int], View, list[Entry]]:
    """The row numbers of what was found in a text, what stands of it, and what does not."""
    row = connection.execute(sa.select(texts).where(texts.c.id == text)).mappings().one()
    met = connection.execute(_FIRST.where(sightings.c.document == row["document"])).mappings().first()
    sighting = rows.sighting_of(met) if met else rows.unmet(row["document"])
    numbers: dict[str, int] = {}
    standing: list[Entry] = []
    dropped: list[Entry] = []
    for found in connection.execute(_SAID.where(findings.c.text == text)).mappings():
        state = rows.standing_of(found)
        entry = Entry(found["id"], from_json(found["body"].encode()), state, text, sighting.name)
        numbers[entry.id] = found["n"]
        if state.by:  # what every agent has taken back is nobody's finding
            (standing if state.stands else dropped).append(entry)
    abouts = [(one.standing.state is not State.ACCEPTED, one.finding) for one in standing if isinstance(one.finding, About)]
    told = tuple(about for _, about in sorted(abouts, key=lambda pair: pair[0]))
    return numbers, View(sighting, row["media_type"], rows.text_of(row), told, tuple(standing)), dropped


_FIRST = sa.select(sightings).order_by(sightings.c.at, sightings.c.id).limit(1)
_SAID = sa.select(findings, standings).join(standings, standings.c.n == findings.c.n).order_by(findings.c.n)


def _page_row(view: View) -> rows.Row:
    told = view.published
    counted = [one for one in view.entries if isinstance(one.finding, Attribution | Figure | Mention)]
    return {
        "text": view.text.id,
        "document": view.text.document,
        "name": view.name,
        "url": view.sighting.url,
        "outlet": view.about(Field.OUTLET) or "",
        "title": view.about(Field.HEADLINE) or "",
        "byline": view.about(Field.BYLINE) or "",
        "published": told.value if told else None,
        "day": day(told.value) if told else None,
        "language": view.text.language,
        "media_type": view.media_type,
        "at": rows.stamp(view.sighting.at),
        "conflict": int(bool(told and told.conflict)),
        "attributions": len(view.attributions),
        "figures": len(view.figures),
        "mentions": len(view.mentions),
        "waiting": sum(one.standing.state is State.PROPOSED for one in counted),
    }


def day(published: str) -> str:
    """The day of an ISO date or time, or its month or year where no more is known."""
    return published[:10]


def _claim_row(n: int, one: Claim) -> rows.Row:
    finding, voice = one.finding, one.voice
    row: rows.Row = dict.fromkeys(_COLUMNS)
    row |= {
        "n": n,
        "id": one.id,
        "type": rows.kind_of(finding),
        "text": one.report.text,
        "name": one.report.name,
        "day": day(one.report.published) if one.report.published else None,
        "outlet": one.report.outlet,
        "words": one.words,
        "start": rows.place(finding)[0],
        "state": one.state.value,
        "confidence": one.confidence,
        "body": to_json(_Rest(one.voices, one.part_of, one.words, one.cue, one.context, one.context_start, one.setting)).decode(),
    }
    if isinstance(finding, Attribution):
        cue = finding.cue
        row |= _voiced(finding.source, finding.via, cue.lemma if cue else "", cue.shade if cue else "")
        row |= {"polarity": finding.polarity.value, "quoting": finding.quoting.value}
    elif voice is not None:
        row |= _voiced(voice.source, voice.via, voice.lemma, voice.shade) | {"quoting": voice.quoting}
    if isinstance(finding, Figure):
        row |= _figure(finding) | {"block": block_of(one)}
    if isinstance(finding, Mention):
        row |= {"who": finding.actor}
    return row


_COLUMNS = tuple(column.name for column in claims.c)


def _voiced(source: Source | None, via: tuple[Source, ...], lemma: str, shade: str) -> rows.Row:
    name = source.name if source else None
    return {
        "speaker": name,
        "speaker_key": name.casefold() if name else None,
        "kind": source.kind.value if source else None,
        "cue": lemma,
        "shade": shade,
        "via": "; ".join(relay.name for relay in via),
    }


def _figure(one: Figure) -> rows.Row:
    return {
        "measure": one.measure.value,
        "low": one.low,
        "high": one.high,
        "modifier": one.modifier.value,
        "scope": one.scope.value,
        "who": one.who,
        "place": one.place.words if one.place else None,
        "window_start": one.window.start if one.window else None,
        "window_end": one.window.end if one.window else None,
        "polarity": one.polarity.value,
    }
