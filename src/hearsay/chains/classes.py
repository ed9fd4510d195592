"""Which grounds are one source: sure merges, merges that hold while no third source fits, and what a person says."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import combinations

from .graph import NodeKind
from .ground import Ground
from .judge import Judgement, Same

Pair = tuple[str, str]
_HOLDERS = frozenset({NodeKind.PERSON, NodeKind.INSTITUTION, NodeKind.ROLE, NodeKind.MEDIA})


class Classes:
    """Keys of grounds in classes of one source each, with the reason for every merge; `apart` are pairs that are never merged."""

    def __init__(self, keys: Iterable[str], apart: frozenset[Pair]) -> None:
        self._head = {key: key for key in keys}
        self._members = {key: {key} for key in self._head}
        self.apart = apart
        self.reasons: dict[Pair, str] = {}

    def head(self, key: str) -> str:
        """The key that stands for a class: the least of its members."""
        return self._head[key]

    def merge(self, one: str, other: str, reason: str) -> bool:
        """Makes two one, unless somebody said that they, or any of those they are one with, are two. The reason is kept where
        this merge brought them together."""
        left, right = self._head[one], self._head[other]
        if left == right:
            return True
        if any(ordered(a, b) in self.apart for a in self._members[left] for b in self._members[right]):
            return False
        least, most = ordered(left, right)
        self._members[least] |= self._members.pop(most)
        for key in self._members[least]:
            self._head[key] = least
        self.reasons[ordered(one, other)] = reason
        return True

    def members(self, key: str) -> frozenset[str]:
        """All that are one with a key, itself included."""
        return frozenset(self._members[self._head[key]])


def ordered(one: str, other: str) -> Pair:
    """Two keys, the lesser first."""
    return (one, other) if one <= other else (other, one)


def classes(
    grounds: Mapping[str, Ground],
    together: Iterable[tuple[str, str, str]],
    apart: frozenset[Pair],
    matching: Callable[[Ground, Ground], bool],
    judged: Callable[[str, str], Judgement],
) -> Classes:
    """The classes of some grounds. `together` are pairs that are one whatever the words say, each with its reason;
    `matching` tells whether the claims behind two grounds match, for those that are not the same everywhere, `judged` is
    `judging` of these grounds."""
    found = Classes(sorted(grounds), apart)
    for one, other, reason in sorted(together):
        found.merge(one, other, reason)
    only: list[tuple[str, str, str]] = []
    for left, right in _candidates(grounds):
        if found.head(left) == found.head(right):
            continue
        told = judged(left, right)
        if told.same is Same.YES and _fit(grounds[left], grounds[right], matching):
            found.merge(left, right, told.reason)
        elif told.same is Same.ONLY:
            only.append((left, right, told.reason))
    _settle(found, grounds, only)
    return found


def _settle(found: Classes, grounds: Mapping[str, Ground], only: list[tuple[str, str, str]]) -> None:
    """Merges what fits one other source and no third: "Voss" is Edra Voss unless there is an Ilan Voss. Again and again, since
    of two that a name fits the one may turn out to be the other."""
    left = [(*sorted(pair[:2], key=lambda key: (len(" ".join(grounds[key].name)), key)), pair[2]) for pair in only]
    while True:
        partners: defaultdict[str, set[str]] = defaultdict(set)
        for short, full, _ in left:
            if ordered(short, full) not in found.apart:
                partners[short].add(found.head(full))
        sure = [(short, full, why) for short, full, why in left if len(partners[short]) == 1]
        merged = [found.merge(short, full, why) for short, full, why in sure if found.head(short) != found.head(full)]
        if not any(merged):
            return


def _candidates(grounds: Mapping[str, Ground]) -> Iterator[Pair]:
    """Pairs that may surely be one: of sources with a name or an office; and of those without, in the same words."""
    holders = sorted(key for key, one in grounds.items() if one.kind in _HOLDERS and not one.claim)
    yield from combinations(holders, 2)
    alike: defaultdict[object, list[str]] = defaultdict(list)
    for key in sorted(grounds):
        one = grounds[key]
        if one.claim and one.kind is not NodeKind.UNTRACED:
            alike[one.kind, one.words].append(key)
    for keys in alike.values():
        yield from combinations(keys, 2)


def _fit(left: Ground, right: Ground, matching: Callable[[Ground, Ground], bool]) -> bool:
    return not (left.claim and right.claim) or matching(left, right)
