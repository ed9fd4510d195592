"""Which count is a part of another: "of them, 41 ...", "including 5 children", "nine (seven herders and two guards)"."""

from collections.abc import Iterator, Sequence

from .bonds import Bond
from .clause import Clause

OPENING = frozenset({"(", "—", "–", "-", ":", "["})


def parts_of(clause: Clause, bonds: Sequence[Bond | None], earlier: bool) -> Iterator[tuple[int, int | None, bool]]:
    """Number of each count, number of its whole in the sentence (None: no whole here), and whether its whole stands in
    the sentence before. `earlier` tells whether that sentence has a figure."""
    wholes: dict[int, int] = {}
    backs: set[int] = set()
    for i in range(len(clause.counts)):
        if i not in wholes:
            whole = _marked(clause, bonds, i, wholes)
            if whole is not None:
                wholes[i] = whole
            else:
                wholes.update(_in_apposition(clause, bonds, i))
        if bonds[i] is not None and i not in wholes:
            wholes.update(_spelt_out(clause, i))
        if i not in wholes and _goes_on(clause, bonds, i, wholes):
            wholes[i] = wholes[i - 1]
        points = points_back(clause, i) or _among(clause, bonds[i], i)
        if i not in wholes and (whole := _among_those(clause, bonds[i], i)) is not None:
            wholes[i] = whole
        if i not in wholes and i - 1 in wholes and _is_rest(clause, i):
            wholes[i] = wholes[i - 1]
        goes_on = i - 1 in backs and (_is_rest(clause, i) or (not clause.counts[i - 1].back and _is_joined(clause, i)))
        back = i not in wholes and earlier and (goes_on or (points and not any(bonds[j] for j in range(i))))
        if back:
            backs.add(i)
        yield i, wholes.get(i), back


def points_back(clause: Clause, i: int) -> bool:
    """Whether a count says itself that it is a part ("of them", "including")."""
    return clause.counts[i].back or clause.marker(clause.counts[i].lead) > 0 or _followed(clause, i)


def _followed(clause: Clause, i: int) -> bool:
    """Whether the words of inclusion stand behind a count ("87 vessels, 14 ferries among them")."""
    end = clause.counts[i].end
    near = [word.lower for word in clause.words[end : min(clause.last, end + 3)]]
    ends = len(near) < 3 or not near[2][0].isalnum()
    return len(near) > 1 and near[0] in clause.harm.among and near[1] in clause.harm.part_of and ends


def _among(clause: Clause, bond: Bond | None, i: int) -> bool:
    """Whether the count is said to be among those harmed ("a commander was among the dead")."""
    if bond is None or bond.left:
        return False
    return any(word.lower in clause.harm.among for word in clause.words[clause.counts[i].end : bond.hit.first])


def _among_those(clause: Clause, bond: Bond | None, i: int) -> int | None:
    """The whole of a count that is said to be among a number told after it ("three were among the fourteen dead")."""
    if bond is None or not _among(clause, bond, i):
        return None
    near = (j for j in range(i + 1, len(clause.counts)) if clause.counts[j].lead <= bond.hit.first)
    return next((j for j in near if clause.counts[j].kind == "number" and _larger(clause, j, i)), None)


def _marked(clause: Clause, bonds: Sequence[Bond | None], i: int, wholes: dict[int, int]) -> int | None:
    """The whole of a count after a word of inclusion: the nearest governed count before it that is no part itself."""
    if not points_back(clause, i):
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
    if bracketed := _bracketed(clause, i):
        return bracketed
    total = sum(clause.counts[j].low or 0 for j in run)
    if mark in OPENING and all(_larger(clause, i, j) for j in run):
        return dict.fromkeys(run, i)
    return dict.fromkeys(run, i) if len(run) > 1 and total == whole.low else {}


def _bracketed(clause: Clause, i: int) -> dict[int, int]:
    """Bare numbers in brackets after count `i` that add up to it ("71 deaths (26 in Brin, 29 from fire and 16 on the roads)")."""
    end = clause.counts[i].end
    close = next((k for k in range(end, clause.last) if clause.words[k].text in {")", "]"}), end)
    within = [j for j in range(i + 1, len(clause.counts)) if clause.counts[j].lead < close]
    plain = all(clause.counts[j].kind == "number" and not clause.counts[j].head for j in within)
    if clause.words[end].text not in {"(", "["} or not plain or len(within) < 2:
        return {}
    return dict.fromkeys(within, i) if sum(clause.counts[j].low or 0 for j in within) == clause.counts[i].low else {}


def _spelt_out(clause: Clause, i: int) -> dict[int, int]:
    """Counts after a colon that add up to a count before it ("Four islanders are dead: a watchman, two firemen and a girl")."""
    whole = clause.counts[i]
    colon = next((k for k in range(whole.end, clause.last) if clause.words[k].text in {":", "—", "–", "("}), None)
    first = clause.leads.get(colon + 1) if colon is not None else None
    if whole.kind != "number" or first is None or first <= i:
        return {}
    run = [first, *_run(clause, first, False)]
    total = sum(clause.counts[j].low or 0 for j in run)
    return dict.fromkeys(run, i) if len(run) > 1 and total == whole.low else {}


def _run(clause: Clause, i: int, marked: bool = True) -> list[int]:
    """The counts that follow count `i` with nothing between but a mark before the first and joins between the others."""
    run: list[int] = []
    end = clause.counts[i].end
    for j in range(i + 1, len(clause.counts)):
        gap = [word.lower for word in clause.words[end : clause.counts[j].lead]]
        joined = len(gap) <= 2 and all(word in clause.harm.joins or word == "," for word in gap)
        opened = 1 <= len(gap) <= 2 and all(word in OPENING or word == "," for word in gap)
        if not gap or not (opened if marked and not run else joined):
            break
        run.append(j)
        end = clause.counts[j].end
    return run


def _is_rest(clause: Clause, i: int) -> bool:
    """Whether a count is "the other three" of those of whom a part was told."""
    one = clause.counts[i]
    lead = [word.lower for word in clause.words[one.lead : one.lead + 2]]
    return one.kind == "number" and len(lead) == 2 and lead[0] in clause.harm.known and lead[1] in clause.harm.replaced


def _is_joined(clause: Clause, i: int) -> bool:
    """Whether nothing but a comma and a join stands between a count and the one before."""
    gap = [word.lower for word in clause.words[clause.counts[i - 1].end : clause.counts[i].lead]]
    return 1 <= len(gap) <= 2 and all(word in clause.harm.joins or word == "," for word in gap)


def _goes_on(clause: Clause, bonds: Sequence[Bond | None], i: int, wholes: dict[int, int]) -> bool:
    """Whether a count is joined to the part before it ("including 5 children and 3 women")."""
    if i - 1 not in wholes:
        return False
    joined, gap = _is_joined(clause, i), clause.words[clause.counts[i - 1].end : clause.counts[i].lead]
    first = i - 2 not in wholes or wholes[i - 2] != wholes[i - 1]
    if not joined or (first and len(gap) == 2):  # ", and" after a single part goes back to the whole's level
        return False
    bond, whole = bonds[i], bonds[wholes[i - 1]]
    return bond is None or whole is None or bond.hit == whole.hit
