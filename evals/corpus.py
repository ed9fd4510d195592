"""Where the corpora lie, and a digest that tells whether they are still the ones that the floors were measured on."""

import importlib.util
import os
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from types import ModuleType

ABSENT = "no corpora at {}: pass --shared FOLDER or set HEARSAY_SHARED to the folder that holds data/ and eval/"


class CorpusAbsent(FileNotFoundError):
    """A corpus, or its scorer, is not where it was said to be."""


def default_shared() -> Path:
    """The folder of the corpora: HEARSAY_SHARED, else ../shared."""
    return Path(os.environ.get("HEARSAY_SHARED", "../shared"))


def part(shared: Path, name: str) -> Path:
    """A file or folder of the corpora. Raises `CorpusAbsent` where there is none."""
    path = shared / name
    if not path.exists():
        raise CorpusAbsent(f"{ABSENT.format(shared)} ({name} is missing)")
    return path


def digest(roots: Iterable[Path]) -> str:
    """SHA-256, in hex, over the names (relative to the root) and bytes of all files below each root, in order."""
    total = sha256()
    for root in roots:
        for path in _files(root):
            name = path.relative_to(root).as_posix() if path != root else path.name
            body = sha256(path.read_bytes()).digest()
            total.update(name.encode() + b"\0" + body)
    return total.hexdigest()


def _files(root: Path) -> list[Path]:
    if root.is_file():
        return [root]
    if not root.is_dir():
        raise CorpusAbsent(f"{root} does not exist")
    found = (path for path in root.rglob("*") if path.is_file() and not _made(path))
    return sorted(found, key=lambda path: path.relative_to(root).as_posix())


def _made(path: Path) -> bool:
    """What a run leaves behind is no part of a corpus."""
    return path.suffix == ".pyc" or "__pycache__" in path.parts


def scorer(shared: Path, name: str) -> ModuleType:
    """A scorer that lies beside the corpora, as a module. Raises `CorpusAbsent`."""
    path = part(shared, f"eval/{name}.py")
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise CorpusAbsent(f"{path} is no Python module")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
