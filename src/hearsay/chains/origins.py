"""From a claim back to its origins, and how many of them are independent: an interval, with the reasons."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from ..claims.base import Claim
from .apart import set_apart
from .classes import Pair, ordered
from .cover import fewest
from .follow import title
from .graph import Edge, EdgeKind, Graph, NodeKind
from .ground import OPEN, Ground
from .judge import Same, judge, perhaps
from .loops import onward
from .material import Provenance
from .phrases import cited_in_a_circle, nothing_between, open_ends, traces

PATHS = 24
"""Ways from one claim that are shown; there may be more where reports cite several others."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many independent origins: at least `low` (those that something sets apart), at most `high` (those that are not found to
    be one). `reasons` say what was found to be one, `unsure` why the two ends differ, `apart` what sets two apart. A plural
    ("witnesses") counts as one."""

    low: int
    high: int
    reasons: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Root:
    """One origin: `names` are all the names it goes by, `claims` those that lead to it, in `reports`; `day` when it is first met;
    `paths` the ways that lead to it, each from a claim on."""

    id: str
    label: str
    kind: NodeKind
    day: str | None
    names: tuple[str, ...]
    claims: tuple[str, ...]
    reports: tuple[str, ...]
    paths: tuple[tuple[Edge, ...], ...]


@dataclass(frozen=True, slots=True)
class Origins:
    """What stands behind a claim: its own `roots` and their count; and the same for its `account`, the claims (it included) that
    say the same, whose part of the graph is `graph`. `loops` name the reports that cite one another."""

    claim: str
    roots: tuple[Root, ...]
    count: Count
    account: tuple[str, ...]
    every: tuple[Root, ...]
    independent: Count
    loops: tuple[str, ...]
    graph: Graph


def origins(claim: Claim, known: Provenance) -> Origins:
    """What stands behind one claim, and behind all claims that say the same. Raises `KeyError` for a claim outside the graph."""
    own = known.claims[claim.id]
    account = matching(own, known)
    steps = onward(known.graph.edges)
    loops = tuple(cited_in_a_circle(_outlets(group, known)) for group in known.loops if {one.id for one in account} & set(group))
    return Origins(
        own.id,
        roots([own], known),
        independent([own], known),
        tuple(one.id for one in account),
        roots(account, known),
        independent(account, known),
        loops,
        part([one.id for one in account], known.graph, steps),
    )


def matching(claim: Claim, known: Provenance) -> list[Claim]:
    """A claim and those that say the same, sorted by day and id; what its own report gives to somebody in another place counts
    for it: a headline says the same as whatever says the same as the body."""
    alone = {
        edge.end
        for edge in known.graph.edges
        if edge.start == claim.id and edge.kind is EdgeKind.SAYS and edge.end in known.claims
    }
    meant = [claim, *(known.claims[key] for key in sorted(alone))]
    found = {one.id: one for one in meant}
    for one in known.claims.values():
        if one.id not in found and any(_alike(one, other) and known.matches(other, one) for other in meant):
            found[one.id] = one
    return sorted(found.values(), key=lambda one: (one.report.published or "", one.id))


def independent(claims: Collection[Claim], known: Provenance) -> Count:
    """How many independent origins stand behind some claims that say the same. (0, 0) for no claims."""
    every = roots(claims, known)
    told = _told_apart(every, known)
    apart = {root.id: frozenset(id for pair in told for id in pair if root.id in pair and id != root.id) for root in every}
    unsure = (*_opens(every), *_doubts(every, told, known)) if len(every) > 1 else ()
    low = fewest(apart)
    reasons = tuple(_reasons(every, claims, known))
    return Count(low, len(every), reasons, unsure if low < len(every) else (), tuple(dict.fromkeys(told.values())))


def roots(claims: Collection[Claim], known: Provenance) -> tuple[Root, ...]:
    """The origins that some claims lead back to, each once, the earliest first."""
    steps = onward(known.graph.edges)
    nodes = {node.id: node for node in known.graph.nodes}
    ways: defaultdict[str, list[tuple[Edge, ...]]] = defaultdict(list)
    for claim in sorted(claims, key=lambda one: one.id):
        for path in _paths(claim.id, steps, known.grounds):
            ways[known.classes.head(path[-1].end)].append(path)
    found = [_root(head, paths, known, {key: node.day for key, node in nodes.items()}) for head, paths in ways.items()]
    return tuple(sorted(found, key=lambda one: (one.day or "~", one.label, one.id)))


def part(claims: Collection[str], graph: Graph, steps: Mapping[str, list[Edge]]) -> Graph:
    """The part of a graph that some claims lead through, with what is or may be one in it."""
    seen, ahead = set(claims), list(claims)
    while ahead:
        for edge in steps.get(ahead.pop(), ()):
            if edge.end not in seen:
                seen.add(edge.end)
                ahead.append(edge.end)
    edges = tuple(edge for edge in graph.edges if edge.start in seen and edge.end in seen)
    return Graph(tuple(node for node in graph.nodes if node.id in seen), edges)


def _paths(start: str, steps: Mapping[str, list[Edge]], grounds: Mapping[str, Ground]) -> Iterator[tuple[Edge, ...]]:
    """The ways from a claim to each of its endings, none through a node twice: the shortest to each, and others up to PATHS."""
    ahead: list[tuple[Edge, ...]] = [(edge,) for edge in steps.get(start, ())]
    reached: set[str] = set()
    visits: defaultdict[str, int] = defaultdict(int)
    given = 0
    while ahead:
        path = ahead.pop(0)
        end = path[-1].end
        if end in grounds:
            if given < PATHS or end not in reached:
                yield path
            given += 1
            reached.add(end)
            continue
        visits[end] += 1
        passed = {start, *(edge.end for edge in path[:-1])}
        if end not in passed and visits[end] <= PATHS:
            ahead += [(*path, edge) for edge in steps.get(end, ())]


def _root(head: str, paths: list[tuple[Edge, ...]], known: Provenance, days: Mapping[str, str | None]) -> Root:
    ends = sorted({path[-1].end for path in paths})
    grounds = [known.grounds[key] for key in ends]
    best = max(grounds, key=_telling)
    claims = sorted({path[0].start for path in paths})
    reports = sorted({known.claims[key].report.name for key in claims})
    first = min((day for key in ends if (day := days.get(key))), default=None)
    names = tuple(dict.fromkeys(ground.label for ground in grounds))
    return Root(head, best.label, best.kind, first, names, tuple(claims), tuple(reports), tuple(paths))


def _telling(ground: Ground) -> tuple[int, int, str]:
    """What a class is called by: a body before those who speak for it, then the fullest name."""
    return int(ground.kind is NodeKind.INSTITUTION), len(ground.name), ground.label


def _told_apart(every: tuple[Root, ...], known: Provenance) -> dict[Pair, str]:
    """The pairs of origins that something sets apart, and what."""
    found = ((one, other, _reason_apart(one, other, known)) for one, other in combinations(every, 2))
    return {ordered(one.id, other.id): f"{one.label} and {other.label}: {reason}" for one, other, reason in found if reason}


def _reason_apart(one: Root, other: Root, known: Provenance) -> str:
    pairs = [ordered(a, b) for a, b in _members(one, other, known)]
    if any(pair in known.classes.apart for pair in pairs):
        return "a person says that they are two"
    if against := next((known.against[pair] for pair in pairs if pair in known.against), ""):
        return f"{against} sets the one against the other"
    grounds = [(known.grounds[a], known.grounds[b]) for a, b in pairs]
    if any(judge(a, b).same is not Same.NO for a, b in grounds):
        return ""
    return next((reason for a, b in grounds if (reason := set_apart(a, b))), "")


def _members(one: Root, other: Root, known: Provenance) -> list[Pair]:
    return sorted((a, b) for a in known.classes.members(one.id) for b in known.classes.members(other.id))


def _opens(every: tuple[Root, ...]) -> Iterator[str]:
    """What is not known of the origins that nobody stands behind."""
    labels = [root.label for root in every if root.kind in OPEN]
    if labels:
        yield open_ends(sorted(labels), len(every) - len(labels))


def _doubts(every: tuple[Root, ...], told: Mapping[Pair, str], known: Provenance) -> Iterator[str]:
    """Why origins, each with somebody who knew, may yet be one: what links two of them, and whom nothing sets apart."""
    seen: set[str] = set()
    loose: list[tuple[str, str]] = []
    for one, other in combinations([root for root in every if root.kind not in OPEN], 2):
        if ordered(one.id, other.id) in told:
            continue
        reason = _linking(one, other, known)
        if reason and reason not in seen:
            yield _capital(reason)
        elif not reason:
            loose.append((one.id, other.id))
        seen.add(reason)
    labels = {root.id: root.label for root in every}
    for keys in sorted(_joined(loose), key=lambda keys: sorted(labels[key] for key in keys)):
        every_pair = all((one, other) in loose or (other, one) in loose for one, other in combinations(sorted(keys), 2))
        yield nothing_between(sorted(labels[key] for key in keys), all_loose=every_pair)


def _joined(pairs: Collection[Pair]) -> list[set[str]]:
    """The groups that some pairs make."""
    groups: list[set[str]] = []
    for pair in pairs:
        met = [group for group in groups if group & {*pair}]
        groups = [group for group in groups if group not in met] + [{*pair}.union(*met)]
    return groups


def _linking(one: Root, other: Root, known: Provenance) -> str:
    """Why two origins may be one, by what their words have in common; "" where they have nothing in common."""
    grounds = [(known.grounds[a], known.grounds[b]) for a, b in _members(one, other, known)]
    found = (judged for a, b in grounds if (judged := judge(a, b)) != perhaps(a, b) and judged != perhaps(b, a))
    return next((judged.reason for judged in found if judged.same is not Same.NO), "")


def _reasons(every: tuple[Root, ...], claims: Collection[Claim], known: Provenance) -> Iterator[str]:
    """What was found to be one: reports that trace to one origin, names that are one's, circles."""
    for root in every:
        ends = sorted({path[-1].end for path in root.paths})
        if len(root.reports) > 1:
            ground = max((known.grounds[key] for key in ends), key=_telling)
            titles = sorted({title(known.claims[key]) for key in root.claims})
            yield traces(titles if len(titles) == len(root.reports) else root.reports, ground, root.day)
        members = known.classes.members(root.id)
        for (one, other), reason in sorted(known.classes.reasons.items()):
            if one in members and len(ends) > 1 and known.grounds[one].label != known.grounds[other].label:
                yield _capital(reason)
    wanted = {one.id for one in claims}
    for group in known.loops:
        if wanted & set(group):
            yield cited_in_a_circle(_outlets(group, known))


def _outlets(group: tuple[str, ...], known: Provenance) -> list[str]:
    return sorted({known.claims[key].report.outlet or known.claims[key].report.name for key in group})


def _alike(one: Claim, other: Claim) -> bool:
    return type(one.finding) is type(other.finding)


def _capital(reason: str) -> str:
    return reason[:1].upper() + reason[1:]
