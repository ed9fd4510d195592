"""Which count is a part of another: "of them, 41 ...", "including 5 children", "nine (seven herders and two guards)"."""

from collections.abc import Iterator, Sequence

from .bonds import Bond
from .harm import Clause

OPENING = frozenset({"(", "—", "–", "-", ":", "["})


def parts_of(clause: Clause, bonds: Sequence[Bond | None], earlier: bool) -> Iterator[tuple[int, int | None, bool]]:
    """Number of each count, number of its whole in the sentence (None: no whole here), and whether its whole stands in
    the sentence before. `earlier` tells whether that sentence has a figure."""
    wholes: dict[int, int] = {}
    for i in range(len(clause.counts)):
        if i not in wholes:
            whole = _marked(clause, bonds, i, wholes)
            if whole is not None:
                wholes[i] = whole
            else:
                wholes.update(_in_apposition(clause, bonds, i))
        if i not in wholes and _goes_on(clause, bonds, i, wholes):
            wholes[i] = wholes[i - 1]
        points = _points_back(clause, i) or _among(clause, bonds[i], i)
        back = i not in wholes and earlier and points and not any(bonds[j] for j in range(i))
        yield i, wholes.get(i), back


def _points_back(clause: Clause, i: int) -> bool:
    return clause.counts[i].back or clause.marker(clause.counts[i].lead) > 0


def _among(clause: Clause, bond: Bond | None, i: int) -> bool:
    """Whether the count is said to be among those harmed ("a commander was among the dead")."""
    if bond is None or bond.left:
        return False
    return any(word.lower in clause.harm.among for word in clause.words[clause.counts[i].end : bond.hit.first])


def _marked(clause: Clause, bonds: Sequence[Bond | None], i: int, wholes: dict[int, int]) -> int | None:
    """The whole of a count after a word of inclusion: the nearest governed count before it that is no part itself."""
    if not _points_back(clause, i):
        return None
    return next((j for j in range(i - 1, -1, -1) if bonds[j] is not None and j not in wholes and _larger(clause, j, i)), None)


def _larger(clause: Clause, whole: int, part: int) -> bool:
    """Whether a count can hold another; open and vague ones can."""
    top, low = clause.counts[whole], clause.counts[part]
    if top.kind != "number":
        return False
    return top.high is None or low.low is None or top.high > low.low or (top.high == low.low and top.high > 1)


def _in_apposition(clause: Clause, bonds: Sequence[Bond | None], i: int) -> dict[int, int]:
    """Counts that spell out count `i` right after it: in brackets, or after a comma where they add up to it."""
    whole = clause.counts[i]
    run = _run(clause, i)
    if bonds[i] is None or whole.kind != "number" or not run:
        return {}
    mark = clause.words[whole.end].text
    total = sum(clause.counts[j].low or 0 for j in run)
    if mark in OPENING and all(_larger(clause, i, j) for j in run):
        return dict.fromkeys(run, i)
    return dict.fromkeys(run, i) if len(run) > 1 and total == whole.low else {}


def _run(clause: Clause, i: int) -> list[int]:
    """The counts that follow count `i` with nothing between but a mark before the first and joins between the others."""
    run: list[int] = []
    end = clause.counts[i].end
    for j in range(i + 1, len(clause.counts)):
        gap = [word.lower for word in clause.words[end : clause.counts[j].lead]]
        joined = len(gap) <= 2 and all(word in clause.harm.joins or word == "," for word in gap)
        opened = 1 <= len(gap) <= 2 and all(word in OPENING or word == "," for word in gap)
        if not gap or not (opened if not run else joined):
            break
        run.append(j)
        end = clause.counts[j].end
    return run


def _goes_on(clause: Clause, bonds: Sequence[Bond | None], i: int, wholes: dict[int, int]) -> bool:
    """Whether a count is joined to the part before it ("including 5 children and 3 women")."""
    if i - 1 not in wholes:
        return False
    before, one = clause.counts[i - 1], clause.counts[i]
    gap = [word.lower for word in clause.words[before.end : one.lead]]
    joined = 1 <= len(gap) <= 2 and all(word in clause.harm.joins or word == "," for word in gap)
    first = i - 2 not in wholes or wholes[i - 2] != wholes[i - 1]
    if not joined or (first and len(gap) == 2):  # ", and" after a single part goes back to the whole's level
        return False
    bond, whole = bonds[i], bonds[wholes[i - 1]]
    return bond is None or whole is None or bond.hit == whole.hit
