"""From an encoder pass to attributions as piece spans: the best tags, then each content's cue and each cue's source."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np

from .encoder import Pass
from .linker import LINKS, Linker, distance
from .pieces import Pieces
from .tags import ROLES, TagSpan, spans, viterbi

Pair = tuple[int, int]


@dataclass(frozen=True)
class Linked:
    """One cue with its source and its content, as pieces [first, end); `confidence` is a probability. Without a cue: a content
    that goes on under an earlier source."""

    cue: Pair | None
    source: Pair | None
    content: list[Pair]
    confidence: float


@dataclass
class _Choice:
    """The best link of a chooser so far, from the window in which it stands farthest from an edge."""

    margin: float = -1.0
    chosen: int | None = None
    certainty: float = 0.0


@dataclass
class _Parts:
    """Tagged spans by role, in order."""

    by_role: dict[str, list[Pair]] = field(default_factory=lambda: {role: [] for role in ROLES})

    def of(self, role: str) -> list[Pair]:
        return self.by_role[role]


def decode(pieces: Pieces, result: Pass, linker: Linker, outside: float = 0.0) -> list[Linked]:
    """Attributions with a cue and a content. `outside` is added to the log-probability of no role: below zero finds
    more, above zero less."""
    scores = result.tags.copy()
    scores[:, 0] += outside
    parts = _Parts()
    for first, end, role in _whole(spans(viterbi(scores, pieces.continues)), pieces):
        parts.of(role).append((first, end))
    choices = {name: _choose(pieces, result, linker, parts, name, a, b) for name, a, b in LINKS}
    probabilities = np.exp(result.tags)
    found: list[Linked] = []
    for number, cue in enumerate(parts.of("cue")):
        owned = [i for i in range(len(parts.of("content"))) if choices["content"][i].chosen == number]
        if not owned:
            continue
        picked = choices["source"][number]
        source = None if picked.chosen is None else parts.of("source")[picked.chosen]
        links = [picked.certainty, *(choices["content"][i].certainty for i in owned)]
        tagged = [_certainty(probabilities, cue)] + [_certainty(probabilities, parts.of("content")[i]) for i in owned[:1]]
        confidence = float(np.prod([*tagged, min(links)]) ** (1 / 3))
        found.append(Linked(cue, source, [parts.of("content")[i] for i in owned], confidence))
    going_on = (Linked(None, None, [pair], _certainty(probabilities, pair)) for pair in parts.of("continued"))
    return [*found, *going_on]


def _whole(found: Sequence[TagSpan], pieces: Pieces) -> list[TagSpan]:
    """Spans cut at paragraph ends: a role goes on in the next paragraph as a piece of its own."""
    whole: list[TagSpan] = []
    for first, end, role in found:
        cuts = pieces.breaks[bisect_left(pieces.breaks, first + 1) : bisect_left(pieces.breaks, end)]
        edges = [first, *cuts, end]
        whole += [(a, b, role) for a, b in pairwise(edges)]
    return whole


def _certainty(probabilities: np.ndarray[tuple[int, ...], np.dtype[np.float32]], span: Pair) -> float:
    """The mean probability, over a span's pieces, that they stand in some role at all."""
    return float(1 - probabilities[span[0] : span[1], 0].mean())


def _choose(pieces: Pieces, result: Pass, linker: Linker, parts: _Parts, name: str, chooser: str, choice: str) -> list[_Choice]:
    """For each span of role `chooser` the span of role `choice` that it links to."""
    best = [_Choice() for _ in parts.of(chooser)]
    for begin, end, hidden in result.hidden:
        asking = [i for i, s in enumerate(parts.of(chooser)) if begin <= s[0] and s[1] <= end]
        offered = [i for i, s in enumerate(parts.of(choice)) if begin <= s[0] and s[1] <= end]
        if not asking or not offered:
            continue
        questions = [parts.of(chooser)[i] for i in asking]
        answers = [parts.of(choice)[i] for i in offered]
        rivals = [a for a, _ in answers]
        codes = np.array([[distance(q, a, pieces.paragraphs, rivals) for a in answers] for q in questions])
        scores = linker(hidden, name, _rows(questions, begin), _rows(answers, begin), codes)
        for row, i in enumerate(asking):
            margin = min(questions[row][0] - begin if begin else np.inf, end - questions[row][1] if end < len(pieces) else np.inf)
            if margin > best[i].margin:
                column = int(scores[row, 1:].argmax()) + 1
                if name == "source" and scores[row, 0] > scores[row, column]:
                    best[i] = _Choice(margin, None, float(np.exp(scores[row, 0])))
                else:
                    best[i] = _Choice(margin, offered[column - 1], float(np.exp(scores[row, column])))
    return best


def _rows(pairs: Sequence[Pair], begin: int) -> list[Pair]:
    """Piece spans as rows of a window's hidden states, where row 0 is [CLS]."""
    return [(a - begin + 1, b - begin + 1) for a, b in pairs]
