"""One word on many findings: a preview of what would change, the verdicts in one transaction at one moment, one undo.

The verdicts of one go share their moment and their note; `undo` takes them back together.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from ..errors import BadFinding
from ..ledger import words_of
from ..model import Stance, Verdict
from ..store import people
from ..store.ledger import Ledger
from .undo import Action, Did, after

STANCES = frozenset({Stance.ACCEPTED, Stance.REJECTED})
MOST = 20_000
"""Findings in one go: more is hardly a judgement."""


@dataclass(frozen=True, slots=True)
class Preview:
    """What one word on many findings would do. `new` are the ids on which the agent would say something new; `before` counts what
    the agent has said of all of them so far ("nothing", "accepted", "rejected", "replaced")."""

    stance: Stance
    agent: str
    new: tuple[str, ...]
    before: Mapping[str, int]

    @property
    def total(self) -> int:
        """How many findings were asked for."""
        return sum(self.before.values())


def preview(ledger: Ledger, ids: Iterable[str], stance: Stance, agent: str, *, overrule: bool = False) -> Preview:
    """What `judge_all` would do. The agent's own earlier words are kept, unless `overrule`. Raises `BadFinding` for a stance that
    can't be said of many, or for too many findings."""
    wanted = tuple(dict.fromkeys(ids))
    if stance not in STANCES:
        raise BadFinding(f"many findings can be accepted or rejected, not {stance}")
    if len(wanted) > MOST:
        raise BadFinding(f"{len(wanted)} findings at once are more than {MOST}: narrow the list down")
    words = _words(ledger, wanted, agent)
    before = Counter(words.get(id, "nothing") for id in wanted)
    new = tuple(id for id in wanted if id not in words or (overrule and words[id] != stance.value))
    return Preview(stance, agent, new, before)


def judge_all(ledger: Ledger, plan: Preview, note: str = "", *, at: datetime | None = None) -> Action:
    """Says what a preview announced; it is on the disk when this returns. Raises `BadFinding` where there is nothing to say and
    `NotInLedger` for an unknown finding."""
    if not plan.new:
        raise BadFinding("there is nothing new to say: you have judged all of these")
    found = people.entries(ledger.store, plan.new)
    said = people.of_findings(ledger.store, plan.new, plan.agent)
    moment = at or after(verdict for verdicts in said.values() for verdict in verdicts)
    words = note or f"{len(plan.new)} at once"
    verdicts = tuple(Verdict(id, plan.stance, plan.agent, moment, note=words) for id in plan.new)
    people.add(ledger.store, [(found[verdict.finding], verdict) for verdict in verdicts])
    alone = Did.ACCEPTED if plan.stance is Stance.ACCEPTED else Did.REJECTED
    return Action(plan.agent, moment, Did.MANY if len(verdicts) > 1 else alone, verdicts, words)


def _words(ledger: Ledger, ids: Iterable[str], agent: str) -> dict[str, str]:
    """What the agent says of these findings now; those without a word are left out."""
    said = people.of_findings(ledger.store, ids, agent)
    words = {id: words_of(verdicts).get(agent) for id, verdicts in said.items()}
    return {id: _plain(word.stance) for id, word in words.items() if word is not None}


def _plain(stance: Stance) -> str:
    return Stance.ACCEPTED.value if stance is Stance.FOUND else stance.value
