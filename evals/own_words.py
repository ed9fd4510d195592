"""Is every sentence in the project its own? Looks for runs of `RUN` words that stand in a corpus too.

    python -m evals.own_words [--shared FOLDER]

Ends with status 1 and names each run. Tables of words (lang/) are left out: a list of numerals is nobody's sentence.
"""

import argparse
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from .corpus import CorpusAbsent, default_shared

ROOT = Path(__file__).parent.parent
RUN = 7
"""Words; what is shorter is mostly anybody's."""
SET_PHRASES = (
    "did not respond to a request for comment",
    "xml version 1 0 encoding utf 8",
    "https creativecommons org licenses by 4 0",
    "creative commons attribution 4 0 international cc by 4 0",
    "one two three four five six seven eight nine",
)
"""Of that length or more, and anybody's all the same."""

_WORD = re.compile(r"\w+")
_OWN = (".py", ".md", ".html", ".txt", ".json", ".xml")
_LEFT_OUT = ("src/hearsay/lang/", "src/hearsay/models/")
_CORPORA = (".txt", ".jsonl", ".ann", ".xml", ".tml")


def runs(path: Path) -> Iterator[str]:
    """Every run of words of a file, in small letters."""
    words = _WORD.findall(path.read_text(encoding="utf-8", errors="replace").lower())
    yield from (" ".join(words[i : i + RUN]) for i in range(len(words) - RUN + 1))


def borrowed(shared: Path) -> dict[str, set[str]]:
    """Runs that stand in both, with the project's files that hold them. Raises `CorpusAbsent`."""
    data = shared / "data"
    if not data.is_dir():
        raise CorpusAbsent(f"no corpora at {data}: pass --shared FOLDER or set HEARSAY_SHARED")
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
    own: dict[str, set[str]] = {}
    for name in listed:
        if name.endswith(_OWN) and not name.startswith(_LEFT_OUT):
            for run in runs(ROOT / name):
                own.setdefault(run, set()).add(name)
    found = (path for path in sorted(data.rglob("*")) if path.is_file() and (path.suffix in _CORPORA or "muc" in path.parts))
    shared_runs = {run for path in found for run in runs(path) if run in own}
    return {run: own[run] for run in shared_runs if not any(run in phrase for phrase in SET_PHRASES)}


def main() -> None:
    """Print what is borrowed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=default_shared())
    found = borrowed(parser.parse_args().shared)
    for run, names in sorted(found.items()):
        print(f"{', '.join(sorted(names))}: {run}")
    print(f"{len(found)} runs of {RUN} words stand in a corpus too")
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
