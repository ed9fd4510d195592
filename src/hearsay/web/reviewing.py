"""One finding in the queue: what is judged, where it stands, what comes before and after it, and how far the reviewer is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from ..claims.base import Claim
from ..errors import NotInLedger
from ..ledger import Entry, words_of
from ..model import Attribution, Figure, Mention, Source, Text
from ..review.forms import FIELDS, PARTS, Field, form_of, type_of
from ..store import listing
from ..store.ledger import Ledger
from .asking import Asked, wanted
from .judging import Word, word_of
from .passages import Paragraph, passage, place

ORDERS: Mapping[str, str] = {
    "unsure": "Least certain first",
    "largest": "Largest figure first",
    "newest": "Newest first",
    "oldest": "Oldest first",
    "read": "As read",
}
DEFAULT = "unsure"


@dataclass(frozen=True, slots=True)
class Queue:
    """Where a finding stands in a queue: ids of its neighbours and of the next one that the reviewer has not judged (after it,
    else from the start); `position` counts from 1; `left` are those without the reviewer's word."""

    before: str | None
    after: str | None
    unjudged: str | None
    position: int
    total: int
    left: int


@dataclass(frozen=True, slots=True)
class Item:
    """A finding to be judged. `claim` is None for one that nobody says any more."""

    entry: Entry
    finding: Attribution | Figure | Mention
    claim: Claim | None
    text: Text
    paragraphs: list[Paragraph]
    said: Word

    @property
    def type(self) -> str:
        """The name of its type."""
        return type_of(self.finding)

    @property
    def form(self) -> dict[str, str]:
        """Its fields as strings."""
        return form_of(self.finding)

    @property
    def parts(self) -> tuple[Field, ...]:
        """What can be marked in the text."""
        return PARTS[self.type]

    @property
    def fields(self) -> tuple[Field, ...]:
        """What is filled in."""
        return FIELDS[self.type]

    @property
    def relays(self) -> tuple[Source, ...]:
        """The relays of an attribution."""
        return self.finding.via if isinstance(self.finding, Attribution) else ()


def item(ledger: Ledger, key: str, agent: str) -> Item:
    """The finding of that id, or that alone begins so. Raises `NotInLedger`, also for one that has no page here."""
    entry = ledger.finding(key)
    finding = entry.finding
    if not isinstance(finding, Attribution | Figure | Mention):
        raise NotInLedger(f"{entry.id} is a {type(finding).__name__.lower()}: it is judged in its report")
    text = ledger.store.text(entry.text)
    claim = next(ledger.claims(ids=[entry.id], states=None), None)
    said = word_of(entry, ledger.verdicts(entry.id), agent)
    return Item(entry, finding, claim, text, passage(text, finding, place(finding)), said)


def queue(ledger: Ledger, asked: Asked, sides: Mapping[str, Iterable[str]], id: str, agent: str) -> Queue:
    """Where a finding stands among those asked for."""
    chosen = wanted(asked, ledger, sides)
    before, after = listing.neighbours(ledger.store, chosen, asked.order, id)
    here = listing.standing(ledger.store, chosen, asked.order, id, agent or "-")
    near = after is not None and _open(ledger, after, agent)
    unjudged = after if near else next_open(ledger, asked, sides, agent, id)
    return Queue(before, after, unjudged, min(here.before + 1, max(here.total, 1)), here.total, here.left)


def _open(ledger: Ledger, id: str, agent: str) -> bool:
    """Whether an agent has no word on a finding."""
    return agent not in words_of(ledger.store.verdicts(id))


def next_open(ledger: Ledger, asked: Asked, sides: Mapping[str, Iterable[str]], agent: str, id: str = "") -> str | None:
    """The next finding without the agent's word, after that one, else from the start; None where all are judged."""
    chosen = replace(wanted(asked, ledger, sides), unjudged_by=agent or "-")
    found = listing.next_id(ledger.store, chosen, asked.order, id)
    if found is None and id:
        found = listing.next_id(ledger.store, chosen, asked.order, "")
    return found if found != id else None
