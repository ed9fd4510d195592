"""Chains: from any claim back to its origins, and how many of them are independent.

Pure: nothing here knows a ledger. `follow` takes each claim one step back, `classes` and `judge` tell which sources are one,
`origins` counts what is left.
"""

from .build import build
from .graph import Edge, EdgeKind, Graph, Node, NodeKind
from .material import Copy, Matches, Material, Provenance
from .origins import Count, Origins, Root, independent, matching, origins, part, roots

__all__ = [
    "Copy",
    "Count",
    "Edge",
    "EdgeKind",
    "Graph",
    "Matches",
    "Material",
    "Node",
    "NodeKind",
    "Origins",
    "Provenance",
    "Root",
    "build",
    "independent",
    "matching",
    "origins",
    "part",
    "roots",
]
