"""A ledger: one folder with a database of findings and verdicts, and the bytes of every document.

The folder holds no absolute path and moves between computers as it is.
"""

from collections.abc import Collection, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import Self

import sqlalchemy as sa

from ..claims.base import Claim
from ..codec import document_id, id_of, to_json
from ..errors import BadFinding, NotInLedger
from ..ledger import State, in_utc, words_of
from ..model import AnyFinding, Attribution, Figure, Finding, Link, Mention, Refusal, Stance, Text, Verdict
from ..pipeline import Report
from ..readers.inputs import LEDGER
from . import claims, lookup, rows, schema, write
from .base import Entry, Hit, LogRow, ReportRow
from .check import check
from .connect import reading, writing
from .lookup import LAST
from .originals import Originals
from .reports import StoredReport, listed, stored
from .schema import readings, refusals, texts
from .search import search
from .sqlite import SqliteStore
from .union import unite

DATABASE = LEDGER
ORIGINALS = "originals"

_FEW = 16
"""Blocks that are read at once: a page needs a handful, and each is counted row by row."""


class Ledger:
    """Everything that was said of every report, in one folder. Things are only added. Threads may share a ledger, and
    several processes may have it open: readers wait for nobody, writers take turns."""

    def __init__(self, folder: Path, store: SqliteStore) -> None:
        self.folder = folder
        self.store = store
        self._originals = Originals(folder / ORIGINALS)

    @classmethod
    def open(cls, folder: str | Path, *, create: bool = True) -> Self:
        """The ledger in `folder`; with `create`, a new one where the folder does not exist or is empty. Raises
        `NotInLedger` where there is no ledger, `LedgerDamaged` where there is one that can't be read."""
        folder = Path(folder)
        if not (folder / DATABASE).is_file():
            _make(folder, create)
        return cls(folder, SqliteStore(folder / DATABASE))

    def close(self) -> None:
        """Closes the database; the folder can then be moved."""
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    # --- adding ---------------------------------------------------------------------------------------

    def add(self, report: Report) -> bool:
        """Keeps a report: its bytes, text and sighting, what was found in it and who has read it, all or nothing.
        False where the ledger had all of it. Other bytes under the same URL are a document of their own. Raises
        `BadFinding` where the parts do not fit each other."""
        page, data = report.page, report.item.data
        if document_id(data) != page.document.id:
            raise BadFinding(f"{report.item.name}: the bytes are not those of {page.document.id}")
        self._originals.put(page.document.id, data)
        with writing(self.store.engine) as connection:
            new = write.add_text(connection, page.text, page.document, len(data))
            said = _in_page_order(report)
            if not new:
                said = list(write.unsaid(connection, page.text.id, said))
            added = write.add_sighting(connection, report.sighting)
            found = write.add_said(connection, said, (page.text,))
            read = write.add_readings(connection, report.readings)
            if added or (new and not found):
                claims.refresh(connection, [page.text.id])
        return bool(new or added or found or read)

    def refuse(self, refusal: Refusal) -> bool:
        """Keeps why an input could not be read; False where that was known."""
        with writing(self.store.engine) as connection:
            return write.add_refusal(connection, refusal)

    def judge(
        self,
        finding: str,
        stance: Stance,
        agent: str,
        *,
        instead: AnyFinding | None = None,
        note: str = "",
        at: datetime | None = None,
    ) -> Verdict:
        """Adds an agent's word on a finding (its id, or a unique beginning of it). A replacement names the finding that is
        to stand `instead`, in the same text, which the same agent accepts thereby; a withdrawal takes back the agent's
        last word, with the acceptance that came with it. It is on the disk when this returns. Raises `NotInLedger`
        for an unknown finding and `BadFinding` for a word that makes no sense."""
        with writing(self.store.engine, durable=True) as connection:
            key = lookup.finding_id(connection, finding)
            said = _Judgement(self, key, agent, at)
            new = said.of(stance, instead, note)
            write.add_said(connection, new)
        return new[-1][1]

    def propose(self, finding: AnyFinding, agent: str, *, note: str = "", at: datetime | None = None) -> str:
        """Adds a finding that an agent, mostly a person, made out itself; its id. Raises `BadFinding` where it does not
        fit its text and `NotInLedger` where that is not here."""
        key = id_of(finding)
        verdict = Verdict(key, Stance.FOUND, agent, at or datetime.now(UTC), note=note)
        with writing(self.store.engine, durable=True) as connection:
            write.add_said(connection, [(finding, verdict)])
        return key

    def union(self, other: "Ledger") -> int:
        """Adds everything that another ledger holds, all or nothing; how many rows were new. In whatever order ledgers are
        united, the same is found in them afterwards. Raises `LedgerDamaged` for an original with other bytes."""
        return unite(self.store, self._originals, other.store, other._originals)

    # --- asking ---------------------------------------------------------------------------------------

    def has_read(self, document: str, media_type: str, agents: Sequence[str]) -> bool:
        """Whether a text of this document, read as this media type, was read by (or refused by) all of these agents."""
        wanted = set(agents)
        query = (
            sa.select(texts.c.id, readings.c.agent)
            .join(readings, readings.c.text == texts.c.id)
            .where(texts.c.document == document, texts.c.media_type == media_type)
        )
        seen: dict[str, set[str]] = {}
        for row in self.store.stream(query):
            seen.setdefault(row["id"], set()).add(row["agent"])
        return any(wanted <= having for having in seen.values())

    def reports(self) -> Iterator[ReportRow]:
        """Every report, in the order in which they were met."""
        return listed(self.store)

    def report(self, key: str) -> StoredReport:
        """The report of that name, URL or id (see `text`), with all that stands in it and all that was said of it."""
        return stored(self.store, self._originals, self._text_id(key))

    def text(self, key: str) -> Text:
        """The text of that id, or with that beginning of its or its document's id, or of the report of that name or URL
        (the one met last, where there are several). Raises `NotInLedger`."""
        return self.store.text(self._text_id(key))

    def original(self, document: str) -> bytes:
        """The bytes of a document. Raises `NotInLedger` where it isn't here, `LedgerDamaged` where they were changed."""
        return self._originals.get(document)

    def findings(
        self,
        kind: type[Finding] | None = None,
        *,
        text: str | None = None,
        standing: State | Collection[State] | None = None,
    ) -> Iterator[Entry]:
        """Findings by text, type and place: of a type ("Figure"), in a text (by id), of one or several states (None: all).
        They are streamed; verdicts may be added meanwhile."""
        states = {standing} if isinstance(standing, State) else standing
        return self.store.findings(kind, text=text, states=states)

    def claims(
        self,
        kind: type[Attribution | Figure | Mention] | None = None,
        *,
        text: str | None = None,
        ids: Collection[str] | None = None,
        block: str | None = None,
        states: Collection[State] | None = claims.STANDS,
        as_met: bool = False,
    ) -> Iterator[Claim]:
        """What stands (or is in one of these states; None: in any), each with its report and the voices around it, in order of
        the day of publication (`as_met`: in which the reports were met), the report and the place: of a type, in a text (by id),
        with these ids, of a block."""
        chosen = claims.query(kind, text=text, ids=ids, block=block, states=states, as_met=as_met)
        return map(claims.claim_of, self.store.stream(chosen))

    def blocks(self, like: str = "", at_least: int = 2, since: str = "") -> Iterator[tuple[str, int]]:
        """The blocks within which figures are compared, whose key begins with `like`, and how many figures that stand each has;
        those with fewer than `at_least`, and those before the key `since`, are left out. They are read as they are asked for."""
        table = schema.claims
        query = (
            sa.select(table.c.block, sa.func.count().label("count"))
            .where(table.c.block.is_not(None), table.c.state.in_([state.value for state in claims.STANDS]))
            .group_by(table.c.block)
            .having(sa.func.count() >= at_least)
            .order_by(table.c.block)
        )
        if like:
            query = query.where(table.c.block >= like, table.c.block < like + LAST)
        if since:
            query = query.where(table.c.block >= since)
        return ((row["block"], row["count"]) for row in self.store.stream(query, _FEW))

    def finding(self, key: str) -> Entry:
        """The finding of that id, or whose id alone begins so ("h1:" may be left out). Raises `NotInLedger`."""
        with reading(self.store.engine) as connection:
            id = lookup.finding_id(connection, key)
        return next(self.store.findings(ids=[id]))

    def verdicts(self, key: str) -> tuple[Verdict, ...]:
        """What was said of a finding, from the first to the last word. Raises `NotInLedger`."""
        with reading(self.store.engine) as connection:
            id = lookup.finding_id(connection, key)
        return tuple(self.store.verdicts(id))

    def search(self, words: str, limit: int = 20) -> Iterator[Hit]:
        """Where all of these words stand, the best texts first; `limit` is the number of hits. Words in double quotes are a
        phrase, a final * stands for any ending; case and accents do not matter."""
        with reading(self.store.engine) as connection:
            yield from search(connection, words, limit)

    def log(self, limit: int = 50, since: datetime | None = None, *, people: bool = False) -> Iterator[LogRow]:
        """The last verdicts, the newest first, no older than `since`; with `people`, only those of persons."""
        where = "WHERE at >= :since" + (" AND agent LIKE 'person:%'" if people else "")
        query = sa.text(f"SELECT * FROM v_log {where} ORDER BY at DESC, verdict DESC LIMIT :limit")
        since_stamp = "" if since is None else rows.stamp(since)
        return map(_log_row, self.store.stream(query.bindparams(since=since_stamp, limit=limit)))

    def refusals(self) -> Iterator[Refusal]:
        """What could not be read and why, in order of time."""
        return map(rows.refusal_of, self.store.stream(sa.select(refusals).order_by(refusals.c.at, refusals.c.id)))

    def check(self) -> Iterator[str]:
        """All damage, one line each, naming the thing and what is wrong with it; nothing for a sound ledger. Every
        original, text, span and verdict is gone through again."""
        return check(self.store, self._originals)

    def _text_id(self, key: str) -> str:
        with reading(self.store.engine) as connection:
            return lookup.text_id(connection, key)


class _Judgement:
    """What one agent now says of one finding, as verdicts to be added; the last of them is the word itself."""

    def __init__(self, ledger: Ledger, key: str, agent: str, at: datetime | None) -> None:
        self._entry = next(ledger.store.findings(ids=[key]))
        self._agent = agent
        self._store = ledger.store
        said = [verdict for verdict in ledger.store.verdicts(key) if verdict.agent == agent]
        self._word = words_of(said).get(agent)
        now = datetime.now(UTC)
        latest = max((in_utc(verdict.at) for verdict in said), default=now - timedelta(seconds=1))
        # a clock that was put back must not make a new word older than what it answers
        self._at = in_utc(at) if at is not None else max(now, latest + timedelta(microseconds=1))

    def of(self, stance: Stance, instead: AnyFinding | None, note: str) -> list[write.Said]:
        if (stance is Stance.REPLACED) != (instead is not None):
            raise BadFinding("a replacement names the finding that is to stand instead, and nothing else does")
        if instead is not None:
            return self._replaced(instead, note)
        if stance is Stance.WITHDRAWN:
            return self._withdrawn(note)
        return [self._say(self._entry.finding, stance, note=note)]

    def _replaced(self, instead: AnyFinding, note: str) -> list[write.Said]:
        if id_of(instead) == self._entry.id:
            raise BadFinding(f"{self._entry.id} would be replaced by itself")
        if not isinstance(instead, Link) and instead.text != self._entry.text:
            raise BadFinding(f"a finding of {self._entry.text} can't be replaced by one of {instead.text}")
        accepted = self._say(instead, Stance.ACCEPTED)
        return [accepted, self._say(self._entry.finding, Stance.REPLACED, id_of(instead), note)]

    def _withdrawn(self, note: str) -> list[write.Said]:
        word = self._word
        if word is None:
            raise BadFinding(f"{self._agent} has no word on {self._entry.id} that could be withdrawn")
        taken = [self._say(self._entry.finding, Stance.WITHDRAWN, note=note)]
        if word.instead is not None:
            other = next(self._store.findings(ids=[word.instead]))
            theirs = words_of(self._store.verdicts(other.id)).get(self._agent)
            if theirs is not None and theirs.stance is Stance.ACCEPTED and in_utc(theirs.at) == in_utc(word.at):
                taken.insert(0, self._say(other.finding, Stance.WITHDRAWN))
        return taken

    def _say(self, finding: AnyFinding, stance: Stance, instead: str | None = None, note: str = "") -> write.Said:
        return finding, Verdict(id_of(finding), stance, self._agent, self._at, instead, note=note)


def _make(folder: Path, create: bool) -> None:
    """Makes an empty folder for a new ledger, or says why not."""
    if folder.exists() and not folder.is_dir():
        raise NotInLedger(f"{folder} is a file; a ledger is a folder")
    if not create:
        state = f"has no {DATABASE}" if folder.exists() else "does not exist"
        raise NotInLedger(f"{folder} is no ledger: it {state}")
    ours = (DATABASE, ORIGINALS, "places.csv", "sides.toml", ".")  # another process may be making the same ledger at this moment
    if folder.exists() and any(not path.name.startswith(ours) for path in folder.iterdir()):
        raise NotInLedger(f"{folder} is no ledger and holds other files; name a new or an empty folder")
    folder.mkdir(parents=True, exist_ok=True)


def _in_page_order(report: Report) -> list[write.Said]:
    """What the page says of itself first, in its own order: the first title given is the title. Then the findings in order of
    the text, so that rows stand as they are read."""
    rank = {to_json(about): i for i, about in enumerate(report.page.abouts)}
    return sorted(report.findings, key=lambda pair: (rank.get(to_json(pair[0]), len(rank)), rows.place(pair[0])[0] or 0))


def _log_row(row: rows.Stored) -> LogRow:
    return LogRow(
        rows.moment(row["at"]),
        row["agent"],
        Stance(row["stance"]),
        row["finding"],
        row["type"],
        row["words"] or "",
        row["report"] or "",
        row["instead"],
        row["confidence"],
        row["note"],
    )
