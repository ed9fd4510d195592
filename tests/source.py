"""The project's own source files, parsed once, for the tests that read them."""

import ast
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True)
class Module:
    """One source file: dotted name, path below the root, text and tree."""

    name: str
    path: Path
    text: str
    tree: ast.Module

    @property
    def is_package(self) -> bool:
        return self.path.name == "__init__.py"


@cache
def modules(folder: str) -> tuple[Module, ...]:
    """Every module below a folder of the project, by name; a folder without any is an error."""
    base = ROOT / folder
    found = tuple(_module(path, base.parent) for path in sorted(base.rglob("*.py")))
    assert found, f"no modules under {folder}"
    return found


def _module(path: Path, above: Path) -> Module:
    parts = path.relative_to(above).with_suffix("").parts
    name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
    text = path.read_text(encoding="utf-8")
    return Module(name, path.relative_to(ROOT), text, ast.parse(text))
