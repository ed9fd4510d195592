"""From the claims of some reports, and the copies among them, to the graph of where each claim comes from."""

from collections.abc import Callable, Iterable, Iterator

from ..claims.base import Claim
from .classes import Classes, Pair, classes, ordered
from .follow import Followed, title
from .graph import Edge, EdgeKind, Graph, Node, NodeKind
from .ground import OPEN, Ground
from .judge import Judgement, Same, judging
from .loops import circles, endless, onward
from .material import Material, Provenance
from .phrases import listed

Judged = Callable[[str, str], Judgement]
SAID_ONE = "a person says that both are one"


def build(material: Material) -> Provenance:
    """The graph of everything in `material`, the same in whatever order it comes."""
    followed = Followed(material)
    split = frozenset(
        followed.spoken[one]
        for one, other in material.apart
        if one in followed.spoken and followed.spoken[one] == followed.spoken.get(other)
    )
    if split:
        followed = Followed(material, split)
    loops = _close(followed)
    judged = judging(followed.grounds)
    found = _classes(followed, material, judged)
    nodes = (*_claims(followed), *_ends(followed), *followed.relays.values())
    edges = followed.edges | set(_same(found)) | set(_maybe(followed, found, judged))
    graph = Graph(tuple(sorted(nodes)), tuple(sorted(edges)))
    met = {key: frozenset(texts) for key, texts in followed.met.items()}
    return Provenance(graph, followed.grounds, found, met, loops, followed.claims, material.matches, _against(followed, material))


def _against(followed: Followed, material: Material) -> dict[Pair, str]:
    """The sources that a report sets against each other, with that report's title."""
    found: dict[Pair, str] = {}
    for one, other in sorted(map(tuple, material.against)):
        left, right = followed.spoken.get(one, ""), followed.spoken.get(other, "")
        if left != right and left in followed.grounds and right in followed.grounds:
            found.setdefault(ordered(left, right), title(followed.claims[one]))
    return found


def _close(followed: Followed) -> tuple[tuple[str, ...], ...]:
    """Names every circle of citations; one that nothing leads out of ends in whom its members name (a copy that names a source
    had it from there too), else in itself."""
    steps = onward(followed.edges)
    groups = circles(steps)
    for group in groups:
        if endless(group, steps) and not followed.end_in_named(key for key in group if key in followed.claims):
            claims = [followed.claims[key] for key in group if key in followed.claims]
            names = sorted({one.report.outlet or one.report.name for one in claims})
            loop = Ground(NodeKind.LOOP, f"{listed(names)}, who cite one another", name=tuple(names), claim=claims[0].id)
            followed.grounds[loop.key] = loop
            for one in claims:
                followed.met[loop.key].add(one.report.text)
                followed.edges.add(Edge(one.id, loop.key, EdgeKind.SAYS, f"{listed(names)} cite one another, and nobody else"))
    return tuple(tuple(key for key in group if key in followed.claims) for group in groups)


def _classes(followed: Followed, material: Material, judged: Judged) -> Classes:
    spoken = followed.spoken
    apart = {ordered(spoken[a], spoken[b]) for a, b in material.apart if a in spoken and b in spoken}
    known = followed.grounds
    said = [(spoken[a], spoken[b], SAID_ONE) for a, b in material.together if spoken.get(a) in known and spoken.get(b) in known]
    ends = _endings(followed.edges)
    sharing = followed.sharing()
    shared = {claim.id for pair in sharing for claim in pair if pair[0].report.outlet != pair[1].report.outlet}
    for one, other in sharing:
        for left in ends.get(one.id, ()):
            for right in ends.get(other.id, ()):
                if left in known and right in known and _alike(known[left], known[right]):
                    said.append((left, right, f"{title(one)} and {title(other)} share their words"))

    def matching(one: Ground, other: Ground) -> bool:
        if one.kind is NodeKind.OUTLET and shared & {one.claim, other.claim}:
            return False  # words that two outlets share may be neither's own account
        left, right = followed.claims.get(one.claim), followed.claims.get(other.claim)
        return left is not None and right is not None and (left.id == right.id or _match(left, right, material))

    return classes(known, said, frozenset(pair for pair in apart if pair[0] != pair[1]), matching, judged)


def _match(one: Claim, other: Claim, material: Material) -> bool:
    return type(one.finding) is type(other.finding) and material.matches(one, other)


def _alike(left: Ground, right: Ground) -> bool:
    """Whether shared words make two endings one: both the pages' own, or one description."""
    return bool(left.claim and right.claim) and (left.kind, left.words if left.kind not in OPEN else ()) == (
        right.kind,
        right.words if right.kind not in OPEN else (),
    )


def _endings(edges: Iterable[Edge]) -> dict[str, frozenset[str]]:
    """What each claim's edges lead to; of a copy also what those of the claims that it copies do."""
    steps = onward(edges)
    found: dict[str, frozenset[str]] = {}
    for start in steps:
        reached, ahead = {start}, [start]
        while ahead:
            for edge in steps.get(ahead.pop(), ()):
                if edge.end not in reached:
                    reached.add(edge.end)
                    ahead += [edge.end] if edge.kind is EdgeKind.COPIES else []
        found[start] = frozenset(reached)
    return found


def _claims(followed: Followed) -> Iterator[Node]:
    for one in followed.claims.values():
        yield Node(one.id, one.report.outlet or one.report.name, NodeKind.CLAIM, one.report.day, one.id, one.report.name)


def _ends(followed: Followed) -> Iterator[Node]:
    days = {one.report.text: one.report.day for one in followed.claims.values()}
    for key, ground in followed.grounds.items():
        known = [day for text in followed.met[key] if (day := days.get(text))]
        yield Node(key, ground.label, ground.kind, min(known, default=None), ground.claim or None)


def _same(found: Classes) -> Iterator[Edge]:
    for (one, other), reason in found.reasons.items():
        yield Edge(one, other, EdgeKind.SAME, reason)


def _maybe(followed: Followed, found: Classes, judged: Judged) -> Iterator[Edge]:
    """From each closed ending an edge to the first one that it may be one with: enough to see it, without a web of lines."""
    keys = sorted(key for key, one in followed.grounds.items() if one.kind not in OPEN)
    for at, key in enumerate(keys):
        for other in keys[:at]:
            told = judged(other, key)
            if told.same is Same.NO or found.head(key) == found.head(other):
                continue
            pair: Pair = ordered(key, other)
            if pair not in found.apart:
                yield Edge(*pair, EdgeKind.MAYBE, told.reason)
                break
