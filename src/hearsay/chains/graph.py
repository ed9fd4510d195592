"""The graph of where claims come from: what stands in a report, who said it, and through whom it came. Values alone."""

from dataclasses import dataclass
from enum import StrEnum


class NodeKind(StrEnum):
    """What a node stands for. A claim is in a report; every other node can speak, show or hand on."""

    CLAIM = "claim"  # the claim as one report has it
    PERSON = "person"
    INSTITUTION = "institution"
    ROLE = "role"  # an unnamed holder of an office
    ANONYMOUS = "anonymous"
    COLLECTIVE = "collective"
    DOCUMENT = "document"
    FOOTAGE = "footage"  # a video, pictures, a recording
    MEDIA = "media"  # another outlet, a channel, an account
    CORRESPONDENT = "correspondent"  # the outlet's own reporter, who was there
    OUTLET = "outlet"  # the outlet's own account: it names nobody
    LOOP = "loop"  # reports that cite one another, and nobody else
    UNTRACED = "untraced"  # somebody said it, and nothing tells who


class EdgeKind(StrEnum):
    """Why an edge leads where it leads."""

    SAYS = "says"  # the report puts it in this mouth, or it is its own account
    RELAYS = "relays"  # had it from the next one, as the report tells
    CITES = "cites"  # names the outlet whose report this is
    COPIES = "copies"  # takes over the words of that report
    SAME = "same"  # both are one origin
    MAYBE = "maybe"  # both may be one origin: nothing settles it


@dataclass(frozen=True, slots=True, order=True)
class Node:
    """A point of the graph. `id` is the claim's id for a claim, else made from what it stands for; `label` is what a reader is
    shown, in the report's own words; `day` is the ISO day of the report in which it was first met (None: not known);
    `claim` the id of the claim behind it (None: it stands behind several); `report` the name of that claim's report."""

    id: str
    label: str
    kind: NodeKind
    day: str | None = None
    claim: str | None = None
    report: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Edge:
    """From what has the words (`start`) to where it has them from (`end`), both ids of nodes; `reason` says it in words.
    SAME and MAYBE edges have no direction: `start` is the lesser id."""

    start: str
    end: str
    kind: EdgeKind
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Graph:
    """Nodes and edges, both sorted and without repetitions. No directed edge leads to something published later."""

    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()
