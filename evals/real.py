"""Real reports of MUC-3's development part (1988 to 1990), marked by us; their texts stay outside the project.

`corpora/real/muc.jsonl` holds a line a report: the marks of `evals.inline` as offsets (code points, half-open) in its text,
the cast with the place where each name stands, and the SHA-256 of the text. The text is that of the public corpus with the
hard line breaks of its paragraphs taken out. What does not stand in the text is written out: no more than a word or two.

    python -m evals.real [--part dev|test] [--misses]
    python -m evals.real --pack FOLDER      marked inline files -> corpora/real/muc.jsonl
    python -m evals.real --unpack FOLDER    the other way: to be read, or marked by somebody else
"""

import argparse
import json
import re
import sys
from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from hearsay.model import SourceKind

from .corpus import default_shared
from .demo import Tally, report
from .inline import Mark, Marked, MarkupError, Named, parse
from .invented import misses, score

FILE = Path(__file__).parent.parent / "corpora" / "real" / "muc.jsonl"
SECOND = FILE.parent.parent / "second" / "real.jsonl"
"""Some of them, marked by a second annotator who had not seen the first one's marks."""
TEST = FILE.with_name("test.txt")
"""Names of the 40 reports of the test part, drawn before any was marked. Nobody looks at them while rules are made."""
PARTS = ("dev", "test")

_MESSAGE = re.compile(r"^(DEV-MUC3-\d{4})\b.*$", re.MULTILINE)
_BLANK = re.compile(r"\n\s*\n")
_WHO = "w="
Place = list[int]


@lru_cache(maxsize=1)
def texts(shared: Path) -> Mapping[str, str]:
    """The text of each message by its name ("muc3-0001"): a paragraph a line, with blank lines between."""
    found: dict[str, str] = {}
    for path in sorted((shared / "data" / "muc" / "dev").glob("dev-muc3-*")):
        whole = path.read_text(encoding="latin-1")
        heads = list(_MESSAGE.finditer(whole))
        for head, after in zip(heads, [*heads[1:], None], strict=True):
            body = whole[head.end() : after.start() if after else None]
            paragraphs = [" ".join(part.split()) for part in _BLANK.split(body)]
            found[head[1].lower().replace("dev-", "")] = "\n\n".join(part for part in paragraphs if part) + "\n"
    return found


def reports(part: str, shared: Path | None = None) -> list[Marked]:
    """The marked reports of "dev" or "test". Raises `FileNotFoundError` where the texts do not lie under `shared`, and
    `MarkupError` where one is not the text that was marked."""
    if part not in PARTS:
        raise ValueError(f"part must be one of {PARTS}, not {part!r}")
    return [one for one in every(shared) if is_test(one.name) == (part == "test")]


def every(shared: Path | None = None, file: Path = FILE) -> Iterator[Marked]:
    """All marked reports of a file, whichever part."""
    known = texts(shared or default_shared())
    if not known:
        raise FileNotFoundError(f"no MUC texts under {shared or default_shared()}: set HEARSAY_SHARED")
    for line in file.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield _unpacked(row, known.get(row["name"], ""))


@lru_cache(maxsize=1)
def _tests() -> frozenset[str]:
    return frozenset(TEST.read_text(encoding="utf-8").split())


def is_test(name: str) -> bool:
    """Whether a report is of the test part."""
    return name in _tests()


def measure(shared: Path) -> dict[str, float]:
    """Points of 100 over both parts, each figure under "dev: " or "test: "."""
    return {f"{part}: {name}": value for part in PARTS for name, value in scores(part, shared).items()}


def scores(part: str, shared: Path) -> dict[str, float]:
    """Points of 100 over one part, as `evals.invented` counts them."""
    tally: Tally = Tally()
    for marked in reports(part, shared):
        score(marked, tally)
    return report(tally)


# --- stand-off and back ------------------------------------------------------------------------------


def packed(report: Marked) -> dict[str, Any]:
    """A report without its text."""
    return {
        "name": report.name,
        "published": report.published.isoformat(),
        "register": report.register,
        "outlet": _place(report.text, report.outlet),
        "sha256": sha256(report.text.encode()).hexdigest(),
        "cast": {key: [one.kind.value, _place(report.text, one.name)] for key, one in report.cast.items()},
        "marks": [
            [mark.role, list(mark.numbers), [_placed(report.text, word) for word in mark.words], mark.start, mark.end]
            for mark in report.marks
        ],
    }


def _placed(text: str, word: str) -> str | Place:
    """A word of a mark; where it writes out who is counted, the place where those words stand, if they do."""
    return _place(text, word[2:].replace("_", " "), word) if word.startswith(_WHO) else word


def _place(text: str, name: str, otherwise: str | None = None) -> Place | str:
    """Where a name stands first, else the name."""
    match = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE)
    return [match.start(), match.end()] if match else otherwise or name


def _unpacked(row: Mapping[str, Any], text: str) -> Marked:
    name = row["name"]
    if sha256(text.encode()).hexdigest() != row["sha256"]:
        raise MarkupError(f"{name}: the text is not the one that was marked")
    marks = tuple(
        Mark(role, tuple(numbers), tuple(_word(text, word) for word in words), a, b, name)
        for role, numbers, words, a, b in row["marks"]
    )
    cast = {key: Named(_name(text, place), SourceKind(kind)) for key, (kind, place) in row["cast"].items()}
    outlet = _name(text, row["outlet"])
    return Marked(name, "real", date.fromisoformat(row["published"]), row["register"], outlet, cast, text, marks, name)


def _word(text: str, word: str | Place) -> str:
    return word if isinstance(word, str) else _WHO + "_".join(_name(text, word).split())


def _name(text: str, place: Place | str) -> str:
    return place if isinstance(place, str) else text[place[0] : place[1]]


def written(report: Marked) -> str:
    """A report as an inline file."""
    opened: dict[int, list[Mark]] = {}
    closed: dict[int, int] = {}
    for mark in report.marks:
        opened.setdefault(mark.start, []).append(mark)
        closed[mark.end] = closed.get(mark.end, 0) + 1
    body = ""
    for i, character in enumerate(report.text):
        heads = (f"{mark.role}{','.join(map(str, mark.numbers))}" for mark in opened.get(i, ()))
        words = (" ".join(["", *mark.words]) for mark in opened.get(i, ()))
        body += "}" * closed.get(i, 0) + "".join(f"{{{head}{rest}|" for head, rest in zip(heads, words, strict=True)) + character
    head = f"=== {report.name} | {report.published} | {report.register} | {report.outlet}\n"
    return head + "".join(f"@{key} {one.kind.value} {one.name}\n" for key, one in report.cast.items()) + f"\n{body}"


def main() -> None:
    """Score, pack marked files, or unpack all reports."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", choices=PARTS)
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--pack", type=Path, metavar="FOLDER")
    parser.add_argument("--out", type=Path, default=FILE, help="where --pack writes")
    parser.add_argument("--unpack", type=Path, metavar="FOLDER")
    options = parser.parse_args()
    if options.pack:
        _pack(options.pack, options.out)
    elif options.unpack:
        for one in every():
            (options.unpack / f"{one.name}.txt").write_text(written(one), encoding="utf-8")
    elif options.misses and options.part != "dev":
        sys.exit("nobody looks at the test part: --misses goes with --part dev")
    elif options.misses:
        for marked in reports("dev"):
            print(*misses(marked), sep="\n")
    else:
        for part in [options.part] if options.part else PARTS:
            for name, value in scores(part, default_shared()).items():
                print(f"{part:5}{name:44}{value:8.1f}")


def _pack(folder: Path, out: Path) -> None:
    found = [one for path in sorted(folder.rglob("*.txt")) for one in parse(path.read_text("utf-8"), path.name, "real")]
    lines = [json.dumps(packed(one), ensure_ascii=False) for one in sorted(found, key=lambda one: one.name)]
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines)} reports")


if __name__ == "__main__":
    main()
