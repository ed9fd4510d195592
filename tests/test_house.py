"""Rules of the house that no linter has: sizes, docstrings, and words that do not belong in the source."""

import ast
import re
from collections.abc import Iterator

import pytest

from .source import Module, modules

FOLDERS = ("src/hearsay", "evals", "training")
MODULE_LINES = 400
FUNCTION_LINES = 60
FORBIDDEN = {
    "a path of one machine": re.compile(r"(?<![\w.}])/(?:work|tmp|home|root|Users|opt|mnt)/"),
    "a note of unfinished work": re.compile(r"\b(?:TODO|FIXME|XXX|HACK)\b"),
}
Function = ast.FunctionDef | ast.AsyncFunctionDef


def functions(tree: ast.AST) -> Iterator[Function]:
    """Every function and method, at any depth."""
    return (node for node in ast.walk(tree) if isinstance(node, Function))


def length(node: Function) -> int:
    """Lines from the first decorator to the end."""
    first = min([node.lineno, *(decorator.lineno for decorator in node.decorator_list)])
    return (node.end_lineno or first) - first + 1


def undocumented(module: Module) -> list[str]:
    """The module, and its public classes and functions, as far as they have no docstring."""
    public = [n for n in module.tree.body if isinstance(n, Function | ast.ClassDef) and not n.name.startswith("_")]
    nodes: list[ast.Module | Function | ast.ClassDef] = [module.tree, *public]
    return [f"{module.path}:{getattr(node, 'lineno', 1)}" for node in nodes if not ast.get_docstring(node)]


def bare(module: Module) -> list[str]:
    """Handlers that catch everything, an interrupt by the user included."""
    handlers = (node for node in ast.walk(module.tree) if isinstance(node, ast.ExceptHandler))
    return [f"{module.path}:{node.lineno}" for node in handlers if node.type is None]


def forbidden(module: Module) -> list[str]:
    """Lines with words that no source of this project may hold."""
    return [
        f"{module.path}:{number}: {what}"
        for number, line in enumerate(module.text.splitlines(), 1)
        for what, pattern in FORBIDDEN.items()
        if pattern.search(line)
    ]


@pytest.mark.parametrize("folder", [*FOLDERS, "tests"])
def test_sizes(folder: str) -> None:
    faults = [str(m.path) for m in modules(folder) if len(m.text.splitlines()) > MODULE_LINES]
    for module in modules(folder):
        faults += [f"{module.path}:{f.lineno} {f.name}" for f in functions(module.tree) if length(f) > FUNCTION_LINES]
    assert not faults, "\n" + "\n".join(faults)


def test_functions_are_short() -> None:
    """Half of all functions have no more than ten lines, nine of ten no more than thirty."""
    sizes = sorted(length(f) for module in modules("src/hearsay") for f in functions(module.tree))
    assert sizes[len(sizes) // 2] <= 10
    assert sizes[len(sizes) * 9 // 10] <= 30


def test_public_names_are_documented() -> None:
    faults = [fault for module in modules("src/hearsay") for fault in undocumented(module)]
    assert not faults, "\n" + "\n".join(faults)


@pytest.mark.parametrize("folder", [*FOLDERS, "tests"])
def test_no_bare_except(folder: str) -> None:
    faults = [fault for module in modules(folder) for fault in bare(module)]
    assert not faults, "\n" + "\n".join(faults)


@pytest.mark.parametrize("folder", FOLDERS)
def test_forbidden_words(folder: str) -> None:
    faults = [fault for module in modules(folder) for fault in forbidden(module)]
    assert not faults, "\n" + "\n".join(faults)


def test_the_tests_see_what_they_forbid() -> None:
    source = "def open_all():\n    try:\n        return '/home/me/x'  # TODO: more\n    except:\n        pass\n"
    module = Module("example", modules("evals")[0].path, source, ast.parse(source))
    assert len(undocumented(module)) == 2
    assert len(bare(module)) == 1
    assert len(forbidden(module)) == 2
    assert [length(f) for f in functions(module.tree)] == [5]
