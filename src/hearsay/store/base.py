"""What every back end of a ledger can do, and the rows that a ledger answers with."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from ..ledger import Entry, State
from ..model import AnyFinding, Document, Finding, Span, Stance, Text, Verdict


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A report in a list. `at` is when its bytes were first met; `published` is an ISO date as precise as is known,
    `conflict` whether the page contradicts itself about it. The counts are of findings that stand."""

    name: str
    url: str | None
    document: str
    text: str
    media_type: str
    language: str
    title: str | None
    outlet: str | None
    published: str | None
    conflict: bool
    attributions: int
    figures: int
    mentions: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Hit:
    """Where words were found: `span` holds all of `matches`, both in code points of the text; `snippet` is the text around
    them, from code point `snippet_start` on."""

    text: str
    span: Span
    snippet: str
    name: str
    snippet_start: int
    matches: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class LogRow:
    """One verdict, with the words of the finding that it is about."""

    at: datetime
    agent: str
    stance: Stance
    finding: str
    type: str
    words: str
    name: str
    instead: str | None
    confidence: float | None
    note: str


__all__ = ["Entry", "Hit", "LogRow", "ReportRow", "Store"]


class Store(Protocol):
    """The five verbs. All rows are added once and never change; adding what is there already does nothing."""

    def add_text(self, text: Text, document: Document, size: int) -> bool:
        """Keeps a text and the document it was read from (`size` in bytes); False where it was there."""
        ...

    def add(self, said: Iterable[tuple[AnyFinding, Verdict]]) -> int:
        """Keeps findings with verdicts on them, all or nothing; how many of the verdicts are new. Raises `BadFinding` for
        a finding that does not fit its text or its verdict, `NotInLedger` where what it refers to is not there."""
        ...

    def text(self, id: str) -> Text:
        """The text of that id. Raises `NotInLedger`."""
        ...

    def findings(
        self,
        kind: type[Finding] | None = None,
        *,
        text: str | None = None,
        states: Collection[State] | None = None,
    ) -> Iterator[Entry]:
        """Findings by text, type and place, as they stand: of a type, in a text, in one of these states (None: all)."""
        ...

    def verdicts(self, finding: str | None = None) -> Iterator[Verdict]:
        """The verdicts on a finding (None: on all of them), from the first to the last."""
        ...
