"""How well figures are read, on corpora that are not part of the project: python -m evals.figures --shared ../shared

WAD (event descriptions with coded deaths and injured, non-combatants only): the document's sum of figures against the coded
number, exact. In nearly half of the errors the coded number is not in the text at all, so this is a check against
regressions and no target to reach. Recognizers' specs: `specs`. TimeBank and AQUAINT: `timex`.
"""

import argparse
import json
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from hearsay.analyse import analyse
from hearsay.codec import id_of
from hearsay.extract.figures import Figures
from hearsay.lang.en import ENGLISH
from hearsay.model import Block, Figure, Label, Link, Measure, Scope, Span, Text

from . import specs, timex

VAGUE = {"dozens": 12, "scores": 20, "hundreds": 100, "thousands": 1000, "several": 3, "many": 3}
"""What a coder writes for a vague word (ACLED's conventions for the first ones)."""


ADDS = re.compile(r"\b(?:another|others?|more|additional|further|also)\b", re.IGNORECASE)
FIGHTERS = frozenset(
    "soldiers soldier troops militants militant fighters fighter rebels rebel insurgents insurgent gunmen gunman bomber "
    "bombers attacker attackers assailants policemen policeman police officers officer militiaman guards guard "
    "forces terrorists terrorist servicemen personnel commandos guerrillas jihadists".split()
)
"""Those whom the corpus does not count."""


def measure(shared: Path) -> dict[str, float]:
    """Every score, by name, in percent. Raises `FileNotFoundError` where the corpora are not at that path."""
    data = shared / "data"
    if not data.is_dir():
        raise FileNotFoundError(f"no corpora at {data}: give --shared or set HEARSAY_SHARED")
    return {
        **wad(data / "wad" / "dev.jsonl"),
        **specs.measure(data / "recognizers-specs"),
        **timex.measure(data / "time" / "tbaq"),
    }


@dataclass(frozen=True)
class Read:
    """The figures of one description, the number of the whole of each part, and the bounds of its sentences."""

    figures: list[Figure]
    wholes: dict[int, int]
    sentences: list[tuple[int, int]]


def read(content: str, published: date | None = None) -> Read:
    text = Text("t", "d", "plain@1", "en", content, blocks=(Block(Span(0, len(content)), Label.MAIN, True),))
    analysis = analyse(text, ENGLISH, published)
    figures: list[Figure] = []
    ids: dict[str, int] = {}
    wholes: dict[int, int] = {}
    for each in Figures()(analysis):
        if isinstance(each.finding, Figure):
            ids[id_of(each.finding)] = len(figures)
            figures.append(each.finding)
        elif isinstance(each.finding, Link):
            wholes[ids[each.finding.left]] = ids[each.finding.right]
    return Read(figures, wholes, [(sentence.start, sentence.end) for sentence in analysis.sentences])


def wad(path: Path) -> dict[str, float]:
    """Exact document totals."""
    deaths = injured = coded = total = 0
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        found = read(row["text"])
        total += 1
        deaths += count(found, Measure.KILLED, row["text"]) == row["deaths"]
        if row["injured"] is not None:
            coded += 1
            injured += count(found, Measure.INJURED, row["text"]) == row["injured"]
    return {"wad_deaths": 100 * deaths / total, "wad_injured": 100 * injured / coded}


def count(found: Read, kind: Measure, content: str) -> int:
    """A description's number: the largest sum of one sentence, and what later sentences add ("another", "more"). Running
    totals give way to others, parts are in their wholes, fighters are left out as the corpus leaves them out."""
    roots = [i for i, each in enumerate(found.figures) if i not in found.wholes and each.measure is kind]
    if not roots and kind is Measure.KILLED:  # "killed and wounded 22" is coded as 22
        roots = [i for i, each in enumerate(found.figures) if i not in found.wholes and each.measure is Measure.OTHER]
    roots = [i for i in roots if found.figures[i].scope is not Scope.CUMULATIVE] or roots
    sums: list[int] = []
    for start, end in found.sentences:
        here = [i for i in roots if start <= found.figures[i].span.start < end]
        values = [value_without_fighters(found, i) for i in here]
        distinct = [each for k, each in enumerate(values) if each == 1 or each not in values[:k]]
        added = here and sums and adds(content, found.figures[here[0]].span, start)
        if here and added and sum(distinct) not in sums:
            sums.append(max(sums) + sum(distinct))
        elif here:
            sums.append(sum(distinct))
    return max(sums, default=0)


def adds(content: str, span: Span, start: int) -> bool:
    """Whether a number comes on top of those before: "another 12", "12 more"."""
    return bool(ADDS.search(content[max(start, span.start - 9) : span.end + 14]))


def value_without_fighters(found: Read, i: int) -> int:
    figure = found.figures[i]
    if fights(figure):
        return 0
    parts = [j for j, whole in found.wholes.items() if whole == i and found.figures[j].measure is figure.measure]
    return max(value(figure) - sum(value(found.figures[j]) for j in parts if fights(found.figures[j])), 0)


def fights(figure: Figure) -> bool:
    return not FIGHTERS.isdisjoint(figure.who.lower().replace(",", " ").split()[:6])


def value(figure: Figure) -> int:
    if figure.low is not None:
        return figure.low
    if figure.high is not None:
        return figure.high
    return VAGUE.get(figure.words.lower().split()[0], 3)


def errors(shared: Path, kind: Measure) -> Iterator[str]:
    """The documents of WAD that are read otherwise than coded, with what was read."""
    field = "deaths" if kind is Measure.KILLED else "injured"
    for line in (shared / "data" / "wad" / "dev.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        found = read(row["text"])
        number = count(found, kind, row["text"])
        if row[field] is not None and number != row[field]:
            rows = [f"{f.words}{'*' if i in found.wholes else ''} {f.measure} {f.who}" for i, f in enumerate(found.figures)]
            yield f"{row[field]} {number} {rows} {row['text']}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path(os.environ.get("HEARSAY_SHARED", "../shared")))
    parser.add_argument("--errors", choices=["killed", "injured"], help="list the documents read otherwise than coded")
    arguments = parser.parse_args()
    if not (arguments.shared / "data").is_dir():
        parser.error(f"no corpora at {arguments.shared}: give --shared or set HEARSAY_SHARED")
    if arguments.errors:
        for line in errors(arguments.shared, Measure(arguments.errors)):
            print(line)
        return
    print(json.dumps(measure(arguments.shared), indent=2))


if __name__ == "__main__":
    main()
