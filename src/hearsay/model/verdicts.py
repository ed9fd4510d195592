"""What agents say of findings, read, and take out."""

from datetime import datetime
from enum import StrEnum

from .base import Value


class Stance(StrEnum):
    """What an agent says of a finding."""

    FOUND = "found"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    REPLACED = "replaced"
    WITHDRAWN = "withdrawn"  # a person takes their own earlier word back: undo adds, it never deletes


class Verdict(Value, frozen=True):
    """One agent's word on one finding; added, never changed or taken away. An agent is
    "hearsay.figures@1+ab12cd" or "person:NAME"; `instead` is the id of the finding that replaces this one."""

    finding: str
    stance: Stance
    agent: str
    at: datetime
    instead: str | None = None
    confidence: float | None = None
    note: str = ""


class Reading(Value, frozen=True):
    """This agent has read this text: nothing found differs from not run. `refused` is the reason
    where it would not (a language without a model, say)."""

    text: str
    agent: str
    at: datetime
    refused: str = ""


class Export(Value, frozen=True):
    """Somebody took rows out of a ledger: `what` ("figures", "log" ...) in which `form` ("csv", "jsonl"), for which query (as in
    the address of a page), how many rows, and the SHA-256 of the bytes, by which a file can be told to be that export."""

    agent: str
    at: datetime
    what: str
    form: str
    query: str
    rows: int
    sha256: str
