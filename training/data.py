"""Marked texts as windows of word pieces with gold tags and links."""

import random
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tokenizers import Tokenizer

from hearsay.analyse import lines, quotation
from hearsay.model import Span
from hearsay.models.labels import LABELS, UNKNOWN
from hearsay.models.pieces import WINDOW, Pieces, Shape, split, windows
from hearsay.models.tags import ROLES

from .polnear import Article, Gold, Labelling
from .renaming import Renamer
from .teach import Taught, taught_in

IGNORED = -100
CAPITALS_SHARE = 0.06
"""Share of windows whose words are shown in capitals: much of the world's monitored news comes so."""


@dataclass(frozen=True, slots=True)
class GoldSpan:
    """Pieces [first, end) of a role, and the attributions that it belongs to (a source may serve several)."""

    first: int
    end: int
    role: str
    owners: frozenset[int]


@dataclass(frozen=True, slots=True)
class Labelled:
    """One annotator's tags and spans for one article's pieces."""

    tags: list[int]
    spans: list[GoldSpan]


@dataclass(frozen=True, slots=True)
class Sample:
    """An article's pieces with every annotator's labels."""

    pieces: Pieces
    labels: tuple[Labelled, ...]
    taught: Taught | None = None
    """What teachers say of each piece: probabilities [pieces, tags]."""
    copies: int = 1
    """Times that it is shown in an epoch."""
    inner: bool = False
    """Whether these are contents, and no page."""
    groups: tuple[tuple[str, list[int]], ...] = ()
    """Labels of each piece, by group (`hearsay.models.labels`); -100 teaches nothing."""


@dataclass(frozen=True, slots=True)
class Window:
    """Pieces [begin, end) of a sample, under one annotator's labels."""

    pieces: Pieces
    labels: Labelled
    begin: int
    end: int
    capitals: bool
    ids: list[int]
    taught: Taught | None
    inner: bool
    groups: tuple[tuple[str, list[int]], ...] = ()

    def features(self) -> list[int]:
        """The features of its pieces, words shown in capitals where asked for."""
        codes = self.pieces.features[self.begin : self.end]
        if not self.capitals:
            return codes
        letters = (Shape.LOWER, Shape.CAPITALISED)
        return [Shape.CAPITALS * 4 + code % 4 if code // 4 in letters else code for code in codes]


def sample(article: Article, tokenizer: Tokenizer, teachers: Mapping[str, Taught] | None = None, whole: bool = True) -> Sample:
    """An article ready for training: every line is a paragraph, or those of its `stretches` where it names some. `whole`: names
    are shown as one piece."""
    paragraphs = list(lines(article.text, Span(0, len(article.text))))
    quoted = quotation(article.text, paragraphs)
    stretches = [Span(start, end) for start, end in article.stretches] or paragraphs
    pieces = split(article.text, stretches, quoted, tokenizer, whole)
    labels = tuple(label(pieces, gold) for gold in article.annotators) or (Labelled([IGNORED] * len(pieces), []),)
    told = teachers.get(article.name) if teachers else None
    taught = None if told is None else taught_in(pieces, article.text, told)
    groups = tuple((each.group, grouped(pieces, each)) for each in article.marked)
    return Sample(pieces, labels, taught, article.copies, bool(article.stretches), groups)


def grouped(pieces: Pieces, marked: Labelling) -> list[int]:
    """The number of each piece's label in its group, `IGNORED` where nothing is to be learnt."""
    names = LABELS[marked.group]
    rest = IGNORED if marked.rest is None else names.index(marked.rest)
    found = [rest] * len(pieces)
    for start, end, name in marked.spans:
        for piece in _covered(pieces, start, end):
            found[piece] = IGNORED if name == UNKNOWN else names.index(name)
    return found


def label(pieces: Pieces, gold: Sequence[Gold]) -> Labelled:
    """Tags and spans; where roles clash cue goes before source before content; whole words are tagged."""
    owner: list[tuple[int, str, int] | None] = [None] * len(pieces)
    places: list[tuple[str, int, list[int]]] = []
    for role in ("continued", "content", "source", "cue"):
        for number, attribution in enumerate(gold):
            places += [(role, number, _covered(pieces, a, b)) for a, b in attribution.role(role)]
    for key, (role, number, covered) in enumerate(places):
        for piece in covered:
            owner[piece] = (key, role, number)
    for i in range(1, len(pieces)):
        if pieces.continues[i]:
            owner[i] = owner[i - 1]
    tags, found = _tagged(owner)
    return Labelled(tags, [_shared(span, places) for span in found])


def _covered(pieces: Pieces, start: int, end: int) -> list[int]:
    i = bisect_left(pieces.starts, start)
    if i and pieces.ends[i - 1] > start:
        i -= 1
    return list(range(i, bisect_left(pieces.starts, end)))


def _tagged(owner: Sequence[tuple[int, str, int] | None]) -> tuple[list[int], list[GoldSpan]]:
    tags = [0] * len(owner)
    found: list[GoldSpan] = []
    before = None
    for i, own in enumerate(owner):
        if own is not None:
            first = 1 + 2 * ROLES.index(own[1])
            if own == before:
                tags[i] = first + 1
                last = found[-1]
                found[-1] = GoldSpan(last.first, i + 1, last.role, last.owners)
            else:
                tags[i] = first
                found.append(GoldSpan(i, i + 1, own[1], frozenset({own[2]})))
        before = own
    return tags, found


def _shared(span: GoldSpan, places: Sequence[tuple[str, int, list[int]]]) -> GoldSpan:
    if span.role != "source":
        return span
    others = {n for role, n, on in places if role == "source" and on and on[0] < span.end and on[-1] >= span.first}
    return GoldSpan(span.first, span.end, span.role, span.owners | others)


def batches(samples: Sequence[Sample], epoch: int, pieces: int, seed: int, renamer: Renamer) -> list[list[Window]]:
    """One epoch of batches of about `pieces` padded pieces: other cuts, annotators and order in each epoch."""
    chance = random.Random(f"{seed}/{epoch}")
    found = list(_windows(samples, chance, renamer))
    found.sort(key=lambda window: (window.end - window.begin) // 24 + chance.random() * 0.5)
    grouped: list[list[Window]] = []
    current: list[Window] = []
    for window in found:
        longest = max(w.end - w.begin for w in [*current, window]) + 2
        if current and longest * (len(current) + 1) > pieces:
            grouped.append(current)
            current = []
        current.append(window)
    if current:
        grouped.append(current)
    chance.shuffle(grouped)
    return grouped


def _windows(samples: Sequence[Sample], chance: random.Random, renamer: Renamer) -> Iterator[Window]:
    for one in (each for each in samples for _ in range(each.copies)):
        labels = chance.choice(one.labels)
        for begin, end in windows(one.pieces.breaks, back=0, first=chance.randint(64, WINDOW)):
            renamed = renamer.share > 0 and chance.random() < renamer.share
            ids = renamer.ids(one.pieces, begin, end, chance) if renamed else one.pieces.ids[begin:end]
            taught = None if one.taught is None else one.taught[begin:end]
            capitals = chance.random() < CAPITALS_SHARE
            yield Window(one.pieces, labels, begin, end, capitals, ids, taught, one.inner, one.groups)
