"""A reviewer's word on a finding, from whichever page: what is kept, and what pages then show of it."""

from dataclasses import dataclass

from starlette.requests import Request

from ..errors import BadFinding
from ..ledger import Entry, is_person, words_of
from ..model import Stance, Verdict
from ..store.ledger import Ledger

STANCES = frozenset({Stance.ACCEPTED, Stance.REJECTED, Stance.WITHDRAWN})
"""What a button can say. A replacement needs the finding that is to stand instead, and has its own form."""


@dataclass(frozen=True, slots=True)
class Word:
    """How a finding stands, as a reviewer sees it: `mine` is their own stance that counts ("" for none)."""

    entry: Entry
    verdicts: tuple[Verdict, ...]
    mine: str

    @property
    def people(self) -> tuple[Verdict, ...]:
        """The words of persons that count, by name."""
        counting = words_of(self.verdicts)
        return tuple(counting[agent] for agent in sorted(counting) if is_person(agent))


def judge(ledger: Ledger, finding: str, stance: str, agent: str, note: str = "") -> Word:
    """Keeps the word ("accepted", "rejected", "withdrawn") and tells how the finding stands then. Raises `BadFinding` for
    another word, or nothing to take back, and `NotInLedger`."""
    if stance not in STANCES:
        raise BadFinding(f"{stance!r} is no word on a finding here; there are {', '.join(sorted(STANCES))}")
    ledger.judge(finding, Stance(stance), agent, note=note)
    return word(ledger, finding, agent)


def word(ledger: Ledger, finding: str, agent: str) -> Word:
    """How a finding stands for a reviewer (`agent` "person:" and a name, or "" for nobody)."""
    return word_of(ledger.finding(finding), ledger.verdicts(finding), agent)


def word_of(entry: Entry, verdicts: tuple[Verdict, ...], agent: str) -> Word:
    """The same of verdicts that are at hand."""
    own = words_of(verdicts).get(agent) if agent else None
    return Word(entry, verdicts, own.stance.value if own else "")


def in_short(said: Word) -> dict[str, object]:
    """For scripts and programs."""
    standing = said.entry.standing
    return {
        "finding": said.entry.id,
        "text": said.entry.text,
        "state": standing.state.value,
        "by": list(standing.by),
        "instead": list(standing.instead),
        "confidence": standing.confidence,
        "mine": said.mine,
    }


def sent_from(request: Request, back: str) -> str:
    """Where to ask for a name and come back to."""
    from urllib.parse import quote

    return f"{request.scope.get('root_path', '')}/who?back={quote(back, safe='')}"
