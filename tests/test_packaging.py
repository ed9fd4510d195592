"""What a user gets: the wheel holds code, weights, demonstration reports and migrations, and nothing of the workshop."""

import subprocess
import sys
import tomllib
from email.parser import Parser
from pathlib import Path
from zipfile import ZipFile

import pytest

from .source import ROOT

PACKAGE = ROOT / "src" / "hearsay"
LEFT_BEHIND = ("__pycache__", ".pyc")
NEEDED = (
    "py.typed",
    "models/attribution.onnx",
    "models/attribution.npz",
    "models/attribution.json",
    "models/tokenizer.json",
)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the tree as it lies here, without the network."""
    folder = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    done = subprocess.run(build, cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def names(wheel: Path) -> frozenset[str]:
    with ZipFile(wheel) as archive:
        return frozenset(archive.namelist())


def test_everything_in_the_package_is_in_the_wheel(names: frozenset[str]) -> None:
    files = (path for path in PACKAGE.rglob("*") if path.is_file())
    expected = {path.relative_to(PACKAGE.parent).as_posix() for path in files if not str(path).endswith(LEFT_BEHIND)}
    assert expected - names == set()


@pytest.mark.parametrize("name", NEEDED)
def test_what_it_cannot_run_without(names: frozenset[str], name: str) -> None:
    assert f"hearsay/{name}" in names


@pytest.mark.parametrize("pattern", ["hearsay/demo/", "hearsay/store/migrations/versions/"])
def test_demo_and_migrations(names: frozenset[str], pattern: str) -> None:
    assert [name for name in names if name.startswith(pattern)] != []


def test_nothing_else(names: frozenset[str]) -> None:
    assert {name.split("/")[0].partition("-")[0] for name in names} == {"hearsay"}
    assert [name for name in names if name.endswith((".pyc", ".sh", ".pt"))] == []


def test_licence_and_entry_point(wheel: Path, names: frozenset[str]) -> None:
    with ZipFile(wheel) as archive:
        metadata = Parser().parsestr(archive.read(_one(names, "METADATA")).decode())
        points = archive.read(_one(names, "entry_points.txt")).decode()
        licence = archive.read(_one(names, "licenses/LICENSE")).decode()
    assert metadata["License-Expression"] == "Apache-2.0"
    assert set(metadata.get_all("License-File", [])) == {"LICENSE", "NOTICE"}
    assert "Apache License" in licence
    assert "END OF TERMS AND CONDITIONS" in licence
    assert "hearsay = hearsay.cli:main" in points


def test_training_is_no_dependency() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert [need for need in project["dependencies"] if need.startswith(("torch", "onnx>", "gt-all", "scipy"))] == []


def _one(names: frozenset[str], ending: str) -> str:
    (found,) = (name for name in names if name.endswith(ending))
    return found
