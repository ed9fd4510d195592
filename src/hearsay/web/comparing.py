"""The accounts of one quantity as columns of a table: a row for each thing that they may differ in. Pure."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from string import ascii_uppercase

from ..compare.accounts import Account
from ..compare.blocks import parsed
from ..compare.disputes import Dispute
from ..compare.relations import DIRECTED, Stand
from ..compare.spread import POLICIES, Independent, Spread, sources
from ..compare.who import told
from ..export import phrases
from ..model import Figure, Relation
from .excerpts import Excerpt, excerpt

SHOWN = 4
"""Accounts that stand side by side where many quantities are listed."""
MOST = 40
"""Accounts that stand side by side where one quantity is shown."""
_REASONS, _NAMES = 3, 3
TOLD = "told"
"""The spread of all that is told, without anybody's rule."""

RULES: Mapping[str, tuple[str, str]] = {
    TOLD: ("All that is told", "The least and the most of all numbers that are told and still stand."),
    "ucdp": (
        "UCDP",
        "Low is the most conservative estimate, best the most reliable one, high the highest reliable one. Reliability is no"
        " column here: best is the number with most independent origins, of equals the lower.",
    ),
    "acled": (
        "ACLED",
        "One number: where reports differ or are vague, the most conservative one. “Tens” are 10, “dozens” 12, “hundreds” 100.",
    ),
    "airwars": (
        "Airwars",
        "The least and the most over all claims. Where it is contested that those harmed were civilians, the least is 0.",
    ),
    "iraq-body-count": (
        "Iraq Body Count",
        "The least and the most of the numbers that at least two independent sources give; with one alone it is provisional.",
    ),
}
"""Name of a policy -> its title and its rule in words."""

_SCOPES = {"incident": "one incident", "period": "over a period", "total": "running total"}
_WORDS = {
    Relation.REVISES: "revises", Relation.DENIES: "denies", Relation.CONTRADICTS: "contradicts", Relation.INCLUDES: "includes",
    Relation.QUALIFIES: "counts on another basis than", Relation.AGREES: "agrees with",
    Relation.SAME_QUANTITY: "counts the same as, and does not exclude,",
}  # fmt: skip
_DIFFER = {"value": "value", "window": "window", "place": "place", "basis": "basis", "denial": "denied", "who": "who"}
"""What comparison says that accounts differ in -> the row that shows it."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What an account says in one row. Where accounts differ, `letter` is the same for those that say the same: which of them is
    the usual one is not for a table to say."""

    words: str
    letter: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that accounts may differ in. `differs` where those that say something of it do, `named` where comparison rests
    on that, `alike` where all say the same of it."""

    name: str
    title: str
    cells: tuple[Cell, ...]
    differs: bool
    named: bool
    alike: bool


@dataclass(frozen=True, slots=True)
class Side:
    """The head of a column: an account, what it says, and its words. `position` is the id of the accounts that say the same."""

    id: str
    says: str
    source: str
    denied: bool
    position: str
    excerpt: Excerpt
    outlet: str
    day: str
    reports: int


@dataclass(frozen=True, slots=True)
class Relating:
    """How two numbers stand to each other: each with those whose word it is, the relation, why it is thought so, whether it is a
    quarrel, and whether a person said so."""

    left: str
    left_names: str
    relation: str
    right: str
    right_names: str
    reasons: tuple[str, ...]
    loud: bool
    judged: bool


@dataclass(frozen=True, slots=True)
class Table:
    """Accounts side by side; `left_out` counts those that are not shown."""

    sides: tuple[Side, ...]
    rows: tuple[Row, ...]
    left_out: int


def table(one: Dispute, most: int) -> Table:
    """At most so many accounts, such that no number is left out while another is there twice."""
    home = {account.id: position.id for position in one.positions for account in position.accounts}
    chosen = _chosen(one, most)
    rows = tuple(_rows(chosen, one))
    return Table(tuple(_side(account, home[account.id]) for account in chosen), rows, len(one.accounts) - len(chosen))


def spread(one: Dispute, policy: str, independent: Independent = sources) -> Spread:
    """The spread under a policy of `RULES`. Raises `KeyError` for another name."""
    if policy == TOLD:
        low, high = one.bounds()
        return Spread(TOLD, low, high, None, "" if low is not None or high is not None else "no number is told that still stands")
    found = POLICIES[policy](one, independent)
    return replace(found, why=found.why.replace("independent source", "named source")) if independent is sources else found


def title(one: Dispute) -> str:
    """What is counted, where and when."""
    block = parsed(one.block)
    where = next((figure.place.words for account in one.accounts if (figure := _figure(account)).place), "")
    first, last = one.days
    when = first if first == last else f"{first or '..'} to {last or '..'}"
    parts = (f"{block.measure.capitalize()}: {one.who}", f"in {where}" if where else "", _SCOPES[block.scope], when)
    return ", ".join(part for part in parts if part)


def stood(one: Dispute) -> list[Relating]:
    """How the numbers stand to each other, those that quarrel first; one line for all accounts that say the same."""
    found: dict[tuple[Relation, str, str], list[Stand]] = {}
    said = {position.id: says(position.first) for position in one.positions}
    for stand in one.stands:
        if stand.relation is not None and stand.left in said and stand.right in said:
            ends = (said[stand.left], said[stand.right])
            left, right = ends if stand.relation in DIRECTED else sorted(ends)
            found.setdefault((stand.relation, left, right), []).append(stand)
    made = [_relating(one, key, stands) for key, stands in found.items()]
    return sorted(made, key=lambda each: (not each.loud, each.left, each.right))


def says(one: Account) -> str:
    """What an account says, in words."""
    return f"{'not ' if one.denied else ''}{one.value}{' (as told earlier)' if one.retold else ''}"


def _relating(one: Dispute, key: tuple[Relation, str, str], stands: Sequence[Stand]) -> Relating:
    relation, left, right = key
    ends = {id for stand in stands for id in (stand.left, stand.right)}
    here = [position for position in one.positions if position.id in ends]
    named = {words: [a.source.name for p in here if says(p.first) == words for a in p.accounts] for words in (left, right)}
    reasons = tuple(dict.fromkeys(stand.reason for stand in stands if stand.reason))[:_REASONS]
    loud = relation in (Relation.CONTRADICTS, Relation.DENIES)
    return Relating(
        left, _few(named[left]), _WORDS[relation], right, _few(named[right]) if right != left else "", reasons, loud,
        any(stand.judged for stand in stands),
    )  # fmt: skip


def _few(names: Iterable[str]) -> str:
    every = list(dict.fromkeys(names))
    return ", ".join(every[:_NAMES]) + (f" and {len(every) - _NAMES} more" if len(every) > _NAMES else "")


def _chosen(one: Dispute, most: int) -> list[Account]:
    shown = {position.id: position for position in one.positions}
    firsts = {says(position.first): position.id for position in reversed(one.positions)}
    named = [*_first_pairs(one), *reversed(firsts.values()), *shown]
    order = [shown[id] for id in dict.fromkeys(named) if id in shown]
    rounds: list[Account] = []
    depth = 0
    while len(rounds) < min(most, len(one.accounts)):
        rounds += [position.accounts[depth] for position in order if len(position.accounts) > depth]
        depth += 1
    kept = {account.id for account in rounds[:most]}
    return [account for account in one.accounts if account.id in kept]


def _first_pairs(one: Dispute) -> Iterator[str]:
    """The ends of the first relation for each thing that accounts differ in: what is named must be seen."""
    for name in one.differs:
        stand = next(each for each in one.stands if name in each.differs)
        yield from (stand.left, stand.right)


def _side(one: Account, position: str) -> Side:
    claim = one.claims[0]
    return Side(
        one.id, says(one), one.source.name, one.denied, position, excerpt(claim), claim.report.outlet or claim.report.name,
        claim.report.published or "", one.reports,
    )  # fmt: skip


def _rows(accounts: Sequence[Account], one: Dispute) -> Iterator[Row]:
    scope = _SCOPES[parsed(one.block).scope]
    named = {_DIFFER.get(name, name) for name in one.differs}
    for name, title, tell in _COLUMNS:
        words = [tell(account) or (scope if name == "scope" else "") for account in accounts]
        if any(words):
            said = [each for each in words if each]
            several = len({each.casefold() for each in said}) > 1 or (name in named and len(said) < len(words))
            differs = name in _COMPARED and several
            letters = _letters(said) if differs else {}
            cells = tuple(Cell(each, letters.get(each.casefold(), "")) for each in words)
            yield Row(name, title, cells, differs, name in named, len({each.casefold() for each in words}) == 1)


def _letters(words: Iterable[str]) -> dict[str, str]:
    """A letter for each thing that is said, in the order of the columns; none beyond the alphabet."""
    return dict(zip(dict.fromkeys(each.casefold() for each in words), ascii_uppercase, strict=False))


def _figure(one: Account) -> Figure:
    figure = one.claims[0].finding
    assert isinstance(figure, Figure)
    return figure


def _modifier(one: Account) -> str:
    held = _figure(one).modality.value
    words = _figure(one).modifier.value
    return ", ".join(part for part in (words, "" if held == "reported" else held) if part)


def _window(one: Account) -> str:
    return phrases.window(_figure(one).window)


def _scope(one: Account) -> str:
    return {"incident": "one incident", "period": "over a period", "cumulative": "running total"}.get(
        _figure(one).scope.value, ""
    )


def _attribution(one: Account) -> str:
    voice = one.claims[0].voice
    if voice is None:
        return f"{one.source.name}, in its own voice"
    kind = f" ({voice.source.kind.value})" if voice.source else ""
    return f"{one.source.name}{kind}" + (f", {voice.shade}" if voice.shade else "")


def _relays(one: Account) -> str:
    voice = one.claims[0].voice
    return ", then ".join(relay.name for relay in voice.via) if voice else ""


def _reports(one: Account) -> str:
    names = dict.fromkeys(claim.report.outlet or claim.report.name for claim in one.claims)
    return ", ".join(names)


_COLUMNS: tuple[tuple[str, str, Callable[[Account], str]], ...] = (
    ("value", "Value", lambda one: str(one.value)),
    ("modifier", "Modifier", _modifier),
    ("denied", "Denied", lambda one: "denied" if one.denied else "affirmed"),
    ("who", "Whom", lambda one: _figure(one).who or told(one.group)),
    ("window", "Window", _window),
    ("scope", "Scope", _scope),
    ("place", "Place", lambda one: " and ".join(one.sites) if len(one.sites) > 1 else one.place),
    ("basis", "Basis", lambda one: one.basis),
    ("attribution", "Whose word", _attribution),
    ("relays", "Through", _relays),
    ("day", "Published", lambda one: str(one.since or "")),
    ("reports", "Told in", _reports),
)
_COMPARED = frozenset("value modifier denied who window scope place basis".split())
"""Rows in which a difference is one of what is claimed; who says it where and when is always different."""
