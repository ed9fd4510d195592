"""Are copies between reports found, and nothing else called one? Planted in a ledger of more than a thousand reports.

    python -m evals.copies [--shared FOLDER] [--held-out] [--misses]

Beside the planted pairs, every pair of untouched reports with the same words is looked for by plain comparison of runs of
`RUN` words outside quotation marks: those that share `SHARED` of the lesser report must be found too, and a pair that is
found must be planted or share `FEW` such words. A pair counts as found where both reports are in one group of copies.
"""

import argparse
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory

from hearsay.across.copying import find_copies, known_in, pair_of
from hearsay.model import About, Field, Relation
from hearsay.pipeline import report_of
from hearsay.readers import Input, read
from hearsay.store import between
from hearsay.store.connect import reading
from hearsay.store.ledger import Ledger

from .corpus import default_shared
from .planted import Pair, Planted, Planting, held_out, planting

RUN = 8
SHARED = 0.3
FEW = 16
AT = datetime(2025, 12, 1, tzinfo=UTC)

_WORD = re.compile(r"\w+")
_QUOTED = re.compile('["“][^"“”]*["”]')
_COMMON = 20
"""Reports that have a run of words beyond which it tells nothing."""
Names = frozenset[str]


@dataclass(frozen=True)
class Found:
    """The links of a ledger by names: pairs that are copies, with the copying report where it is told; pairs that share
    quotations."""

    copies: Mapping[Names, str | None]
    quotations: frozenset[Names]
    seconds: float


def measure(shared: Path) -> dict[str, float]:
    """Recall by kind and over all, precision, and the share of directions that are right, in points of 100."""
    made = planting(shared)
    found = found_in(made.reports)
    return scores(made, found, natural(made.reports))


def found_in(reports: Iterable[Planted]) -> Found:
    """What `find_copies` finds in a ledger of these reports."""
    with TemporaryDirectory() as folder, Ledger.open(Path(folder) / "ledger") as ledger:
        for one in reports:
            item = Input(one.name, one.content.encode(), "text/plain")
            page = read(item)
            told = ((Field.OUTLET, one.outlet), (Field.PUBLISHED, one.published), (Field.BYLINE, one.byline))
            abouts = tuple(About(page.text.id, field, value, "json-ld") for field, value in told if value)
            ledger.add(report_of(item, replace(page, abouts=abouts), AT, ()))
        begun = time.perf_counter()
        find_copies(ledger)
        return _linked(ledger, time.perf_counter() - begun)


def _linked(ledger: Ledger, seconds: float) -> Found:
    copies: dict[Names, str | None] = {}
    quotations = set()
    with reading(ledger.store.engine) as connection:
        for edge in between.every(connection):
            left, right = known_in(connection, edge.left), known_in(connection, edge.right)
            names = frozenset((left.name, right.name))
            if pair_of(left, right).reuse.copied:
                copies[names] = left.name if edge.relation is Relation.COPIES else None
            else:
                quotations.add(names)
    return Found(copies, frozenset(quotations), seconds)


def natural(reports: Iterable[Planted]) -> dict[Names, float]:
    """Pairs with words in common outside quotation marks, by plain comparison: the number of shared words; and below one, where
    that makes `SHARED` of the lesser report, that share."""
    having: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    runs: dict[str, set[tuple[str, ...]]] = {}
    for one in reports:
        words = _WORD.findall(_QUOTED.sub(" | ", one.content).lower())
        runs[one.name] = {tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1)}
        for run in runs[one.name]:
            having[run].add(one.name)
    shared: Counter[Names] = Counter()
    for names in having.values():
        if 1 < len(names) <= _COMMON:
            shared.update(map(frozenset, combinations(sorted(names), 2)))
    return {pair: count / max(1, min(len(runs[name]) for name in pair)) if count + RUN - 1 >= FEW else 0.0
            for pair, count in shared.items()}  # fmt: skip


def scores(made: Planting, found: Found, plain: Mapping[Names, float]) -> dict[str, float]:
    """The figures of this part."""
    group = groups(found.copies)
    planted = {frozenset((pair.left, pair.right)): pair for pair in made.copies}
    together = {pair: _together(group, pair) for pair in planted}
    others = [pair for pair, share in plain.items() if share >= SHARED and pair not in planted and not _of_one_mould(pair)]
    wanted = len(planted) + len(others)
    hits = sum(together.values()) + sum(_together(group, pair) for pair in others)
    kinds = {pair.kind: [together[frozenset((one.left, one.right))] for one in made.copies if one.kind == pair.kind]
             for pair in made.copies}  # fmt: skip
    wrong = false_pairs(made, found, plain)
    counted = sum(not _of_one_mould(pair) for pair in found.copies)
    return {
        **{f"recall, {kind}": _points(sum(hit), len(hit)) for kind, hit in kinds.items()},
        "recall": _points(hits, wanted),
        "precision": _points(counted - len(wrong), counted),
        **_direction(made.copies, found),
        **_apart(made.others, found),
    }


def false_pairs(made: Planting, found: Found, plain: Mapping[Names, float]) -> list[Names]:
    """Pairs that are called copies, were not planted and share few words by plain comparison. Two reports of different events by
    one of the invented reporters are of one mould: such a pair counts for neither."""
    planted = {frozenset((pair.left, pair.right)) for pair in made.copies}
    return [pair for pair in found.copies if pair not in planted and plain.get(pair, 0.0) == 0.0 and not _of_one_mould(pair)]


def _of_one_mould(pair: Names) -> bool:
    return all(name.startswith("event-") for name in pair) and len({name[:9] for name in pair}) > 1


def _direction(copies: Iterable[Pair], found: Found) -> dict[str, float]:
    right: defaultdict[str, list[bool]] = defaultdict(list)
    for pair in copies:
        names = frozenset((pair.left, pair.right))
        if names in found.copies:
            copier = found.copies[names]
            right[pair.tells].append(copier == pair.left if pair.tells else copier is None)
    told = [*right["credit"], *right["time"]]
    return {
        "direction": _points(sum(told), len(told)),
        "direction by credit": _points(sum(right["credit"]), len(right["credit"])),
        "direction by time": _points(sum(right["time"]), len(right["time"])),
        "untold left open": _points(sum(right[""]), len(right[""])),
    }


def _apart(others: Iterable[Pair], found: Found) -> dict[str, float]:
    kinds: defaultdict[str, list[bool]] = defaultdict(list)
    seen = []
    for pair in others:
        names = frozenset((pair.left, pair.right))
        kinds[pair.kind].append(names not in found.copies)
        if pair.kind == "quotation":
            seen.append(names in found.quotations)
    apart = {f"no copy, {kind}": _points(sum(right), len(right)) for kind, right in kinds.items()}
    return {**apart, "shared quotations seen": _points(sum(seen), len(seen))}


def groups(pairs: Iterable[Names]) -> dict[str, str]:
    """Name -> a name that stands for its group."""
    parent: dict[str, str] = {}

    def root(name: str) -> str:
        while parent.setdefault(name, name) != name:
            name = parent[name]
        return name

    for pair in pairs:
        one, other = sorted(pair)
        parent[root(other)] = root(one)
    return {name: root(name) for name in list(parent)}


def _together(group: Mapping[str, str], pair: Names) -> bool:
    one, other = pair
    return one in group and group.get(one) == group.get(other)


def _points(part: int, whole: int) -> float:
    return round(100 * part / whole, 2) if whole else 0.0


def _misses(made: Planting, found: Found, plain: Mapping[Names, float]) -> Iterator[str]:
    for pair in made.copies:
        names = frozenset((pair.left, pair.right))
        told = found.copies.get(names, "not linked")
        if names not in found.copies or (told == pair.left if pair.tells else told is None) is False:
            yield f"{pair}: {told}"
    yield from (f"false: {sorted(pair)}" for pair in false_pairs(made, found, plain))
    planted = {frozenset((pair.left, pair.right)) for pair in made.copies}
    group = groups(found.copies)
    for names, share in plain.items():
        if share >= SHARED and names not in planted and not _together(group, names):
            yield f"missed: {sorted(names)} {share:.2f}"


def main() -> int:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=default_shared(), help="folder of the corpora (HEARSAY_SHARED)")
    parser.add_argument("--held-out", action="store_true", help="on texts of other corpora, on which nothing was tuned")
    parser.add_argument("--misses", action="store_true", help="name what was missed and what was found wrongly")
    options = parser.parse_args()
    made = held_out(options.shared) if options.held_out else planting(options.shared)
    found, plain = found_in(made.reports), natural(made.reports)
    print(f"{len(made.reports)} reports, {len(found.copies)} pairs of copies, {found.seconds:.1f} s")
    for name, value in scores(made, found, plain).items():
        print(f"{name:28} {value:6.2f}")
    if options.misses:
        print(*_misses(made, found, plain), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
