"""Reports on one invented conflict, to try Hearsay on. What they are is told in README.md beside them."""

from importlib.resources import files
from pathlib import Path


def reports() -> Path:
    """The folder of the reports: give it to `hearsay read` or `hearsay.read`.

    Raises `FileNotFoundError` where the package was installed in a form that is no folder (a zip file)."""
    folder = files(__name__) / "reports"
    if not isinstance(folder, Path):
        raise FileNotFoundError("the demo reports lie inside an archive: install Hearsay unpacked")
    return folder
