"""PolNeAR's brat standoff files as spans.

Offsets are code points. `T` lines are spans (pieces joined by ";", and cut at every line break, so pieces that only
blanks part are joined again); `E` lines tie Source, Cue and Content together. Discuss and Discard are side notes.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path

ROLES = ("source", "cue", "content")
_LINE = re.compile(r"[TE]\d+\t")
_PARTS = ("train", "dev")

Pieces = list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Gold:
    """One annotated attribution: the spans of each role, in order."""

    source: Pieces
    cue: Pieces
    content: Pieces
    continued: Pieces = field(default_factory=list)
    """What goes on under an earlier source, without a cue; then there is nothing else."""

    def role(self, name: str) -> Pieces:
        return {"source": self.source, "cue": self.cue, "content": self.content, "continued": self.continued}[name]


@dataclass(frozen=True, slots=True)
class Labelling:
    """The spans of one group with their labels; `rest` is the label of all other words, None where they teach nothing."""

    group: str
    spans: tuple[tuple[int, int, str], ...]
    rest: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """A text and one list of attributions for each annotator, in the order of the annotators' codes."""

    name: str
    text: str
    annotators: tuple[tuple[Gold, ...], ...]
    stretches: tuple[tuple[int, int], ...] = ()
    """What is read of it, each as a paragraph; all of it where there are none."""
    copies: int = 1
    """Times that it is shown in an epoch."""
    marked: tuple["Labelling", ...] = ()
    """What else is marked in it, group by group (`hearsay.models.labels`); nothing is learnt of a group that is not named."""


def load(folder: Path, part: str) -> list[Article]:
    """All articles of "train" or "dev"; the test part is never opened here."""
    if part not in _PARTS:
        raise ValueError(f"part must be one of {_PARTS}, not {part!r}")
    texts = folder / part / "text"
    if not texts.is_dir():
        raise FileNotFoundError(f"no PolNeAR at {folder}: set HEARSAY_SHARED or pass --polnear")
    articles = []
    for path in sorted(texts.glob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        files = sorted((folder / part / "attributions").glob(f"{path.stem}_????.ann"))
        articles.append(Article(path.stem, text, tuple(tuple(_read(file, text)) for file in files)))
    return articles


def _read(path: Path, text: str) -> list[Gold]:
    spans: dict[str, Pieces] = {}
    found: list[Gold] = []
    every = path.read_bytes().decode("utf-8").split("\n")
    lines = [line.rstrip("\r").split("\t") for line in every if _LINE.match(line)]
    for line in lines:
        if line[0][0] == "T":
            places = line[1].split(" ", 1)[1]
            spans[line[0]] = sorted((int(a), int(b)) for a, b in (place.split() for place in places.split(";")))
    for line in lines:
        if line[0][0] == "E" and line[1].startswith("Attribution"):
            roles: dict[str, Pieces] = {role: [] for role in ROLES}
            for argument in line[1].split()[1:]:
                name, reference = argument.split(":")
                role = name.rstrip("0123456789").lower()
                if role in roles and reference in spans:
                    roles[role] += spans[reference]
            if roles["cue"] and roles["content"]:
                found.append(Gold(**{role: _joined(sorted(set(pieces)), text) for role, pieces in roles.items()}))
    return found


def _joined(pieces: Pieces, text: str) -> Pieces:
    """Pieces that only white space parts are one span."""
    joined: Pieces = []
    for start, end in pieces:
        if joined and not text[joined[-1][1] : start].strip():
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined
