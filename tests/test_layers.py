"""Imports only go down, those hidden in functions included, and never in a circle."""

import ast
from collections.abc import Iterable, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

import pytest

from .source import Module, modules

LAYERS: tuple[frozenset[str], ...] = tuple(
    frozenset(layer.split())
    for layer in (
        "errors",
        "model",
        "codec lang ledger checks",
        "readers analyse",
        "models extract",
        "registry",
        "pipeline",
        "api covering edtf",
        "claims",
        "places compare copies chains series wording",
        "plots",
        "store",
        "export",
        "across",
        "demo",
        "review",
        "cli web mcp __main__",
    )
)
"""The rooms (modules and packages of src/hearsay), lowest first. Rooms of a layer may use each other, in no circle."""

LEVEL = {room: level for level, rooms in enumerate(LAYERS) for room in rooms}
STORELESS = frozenset("extract pipeline claims places compare copies chains series plots".split())
Edges = Mapping[str, frozenset[str]]


def room(name: str) -> str:
    """The room of a module: the part of its name after the package's; "" for the package itself."""
    return [*name.split("."), ""][1]


def imported(module: Module, known: frozenset[str]) -> frozenset[str]:
    """The modules of this package that a module imports, wherever in it; for types alone counts too."""
    found = {name for node in ast.walk(module.tree) for name in _targets(node, module, known)}
    return frozenset(found - {module.name})


def _targets(node: ast.AST, module: Module, known: frozenset[str]) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (_owner(alias.name, known) for alias in node.names if alias.name.split(".")[0] == "hearsay")
    elif isinstance(node, ast.ImportFrom):
        base = _base(node, module)
        if base.split(".")[0] == "hearsay":
            yield from (_owner(f"{base}.{alias.name}", known) for alias in node.names)


def _base(node: ast.ImportFrom, module: Module) -> str:
    if not node.level:
        return node.module or ""
    package = module.name.split(".") if module.is_package else module.name.split(".")[:-1]
    kept = package[: len(package) - node.level + 1]
    return ".".join([*kept, *([node.module] if node.module else [])])


def _owner(name: str, known: frozenset[str]) -> str:
    """The longest known module that `name` begins with: the last part may be a class or a function."""
    while name not in known:
        name = name.rpartition(".")[0]
        assert name, "an import of a module that does not exist"
    return name


def upward(edges: Edges) -> list[str]:
    """Every import that goes up, in words. The package's own `__init__` stands above all, as a door does."""
    faults = []
    for name, targets in edges.items():
        own = LEVEL.get(room(name), len(LAYERS))
        for target in targets:
            if LEVEL.get(room(target), len(LAYERS)) > own:
                faults.append(f"{name} imports {target}, which lies above it")
    return sorted(faults)


def circle(edges: Mapping[str, Iterable[str]]) -> list[str]:
    """The names of one circle of imports, or none."""
    try:
        TopologicalSorter(edges).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def rooms(edges: Edges) -> dict[str, set[str]]:
    """The same imports between rooms, with those inside a room left out."""
    between: dict[str, set[str]] = {}
    for name, targets in edges.items():
        own = between.setdefault(room(name), set())
        own |= {room(target) for target in targets} - {room(name)}
    return between


def _edges(found: Iterable[Module]) -> Edges:
    every = list(found)
    known = frozenset(module.name for module in every)
    return {module.name: imported(module, known) for module in every}


@pytest.fixture(scope="module")
def edges() -> Edges:
    return _edges(modules("src/hearsay"))


def test_every_room_has_its_layer(edges: Edges) -> None:
    unplaced = {room(name) for name in edges} - set(LEVEL) - {""}
    assert not unplaced, f"give these a layer in LAYERS: {sorted(unplaced)}"


def test_imports_only_go_down(edges: Edges) -> None:
    assert sum(map(len, edges.values())) > len(edges) // 2, "hardly an import was seen"
    assert upward(edges) == []


def test_no_circle_of_modules(edges: Edges) -> None:
    assert circle(edges) == []


def test_no_circle_of_rooms(edges: Edges) -> None:
    assert circle({name: targets - {""} for name, targets in rooms(edges).items() if name}) == []


def test_nothing_that_computes_knows_the_store(edges: Edges) -> None:
    faults = [f"{n} imports {t}" for n, ts in edges.items() if room(n) in STORELESS for t in ts if room(t) == "store"]
    assert faults == []


def test_no_utils(edges: Edges) -> None:
    assert [name for name in edges if name.split(".")[-1] in {"utils", "util", "helpers", "misc"}] == []


@pytest.mark.parametrize("folder", ["src/hearsay", "evals", "tests"])
def test_nothing_imports_training(folder: str) -> None:
    faults = []
    for module in modules(folder):
        for node in ast.walk(module.tree):
            names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
            names += [_base(node, module)] if isinstance(node, ast.ImportFrom) else []
            faults += [f"{module.path}:{node.lineno}" for name in names if name.split(".")[0] == "training"]
    assert faults == []


def _example(name: str, source: str) -> Module:
    path = modules("src/hearsay")[0].path.with_name("example.py")
    return Module(name, path, source, ast.parse(source))


def test_the_tests_see_what_they_forbid() -> None:
    """An import hidden in a function, a relative one, and a circle are all found."""
    hidden = _example("hearsay.extract.x", "def f() -> None:\n    from ..store import Ledger\n")
    low = _example("hearsay.codec", "import hearsay.pipeline\n")
    up = _example("hearsay.pipeline", "from .codec import x\n")
    store = _example("hearsay.store", "")
    edges = _edges([hidden, low, up, store])
    assert edges["hearsay.extract.x"] == {"hearsay.store"}
    assert upward(edges) == [
        "hearsay.codec imports hearsay.pipeline, which lies above it",
        "hearsay.extract.x imports hearsay.store, which lies above it",
    ]
    assert set(circle(edges)) == {"hearsay.codec", "hearsay.pipeline"}
