"""What a graph of origins is made from, and what it is with all that it was made of."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field

from ..claims.base import Claim
from ..model import Attribution, Span, Text
from .classes import Classes, Pair
from .graph import Graph
from .ground import Ground

Matches = Callable[[Claim, Claim], bool]
"""Whether two claims are of one thing and agree: symmetric."""


@dataclass(frozen=True, slots=True)
class Copy:
    """The text `copier` took over words of the text `copied`, at these spans of its own (none: all of it). Not `directed`: they
    share the words, and nothing tells which had them first."""

    copier: str
    copied: str
    directed: bool = True
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True)
class Material:
    """What a graph is made from. `texts` are the texts of reports by id, as far as they are at hand: who holds which office and
    whom a report credits stands there; `together` and `apart` are pairs of ids of attributions, figures or mentions whose
    actors a person says are one, or two; `against` are pairs of ids of claims that one report sets against each other."""

    claims: Collection[Claim]
    matches: Matches
    copies: Collection[Copy] = ()
    texts: Mapping[str, Text] = field(default_factory=dict)
    together: Collection[Pair] = ()
    apart: Collection[Pair] = ()
    against: Collection[Pair] = ()


@dataclass(frozen=True)
class Provenance:
    """The graph, and what it was made of: `grounds` by the ids of their nodes, in `classes` of one source each; `met` are the
    texts that each ground was met in; `loops` the groups of claims that lead back to themselves; `against` pairs of grounds with
    the title of the report that sets the one against the other."""

    graph: Graph
    grounds: Mapping[str, Ground]
    classes: Classes
    met: Mapping[str, frozenset[str]]
    loops: tuple[tuple[str, ...], ...]
    claims: Mapping[str, Claim]
    matches: Matches
    against: Mapping[Pair, str] = field(default_factory=dict)


def covers(copy: Copy, claim: Claim) -> bool:
    """Whether a claim stands in the words that its report took over."""
    finding = claim.finding
    own = finding.content if isinstance(finding, Attribution) else (finding.span,)
    return not copy.spans or all(any(a.start <= s.start and s.end <= a.end for a in copy.spans) for s in own)
