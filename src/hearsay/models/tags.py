"""BIO tags over word pieces, and the best sequence of them that the rules allow."""

import numpy as np
from numpy.typing import NDArray

ROLES = ("source", "cue", "content", "continued")
"""What a word is in: `continued` goes on under an earlier source, without a cue of its own."""
TAGS = ("O", *(f"{step}-{role}" for role in ROLES for step in "BI"))

Floats = NDArray[np.float32]
TagSpan = tuple[int, int, str]
"""First piece, end piece, role."""

_FORBIDDEN = -1e9


def _penalties() -> tuple[Floats, Floats]:
    """Transition penalties [from, to]: into the first piece of a word, and into a continuation piece (which keeps
    its word's role, so that no span ends inside a word)."""
    word = np.zeros((len(TAGS), len(TAGS)), np.float32)
    inside = np.zeros_like(word)
    for i, left in enumerate(TAGS):
        for j, right in enumerate(TAGS):
            if right[0] == "I" and left[2:] != right[2:]:
                word[i, j] = _FORBIDDEN
            if right[0] == "B" or left[2:] != right[2:]:
                inside[i, j] = _FORBIDDEN
    return word, inside


WORD_PENALTY, INSIDE_PENALTY = _penalties()
_START = np.array([_FORBIDDEN if tag[0] == "I" else 0.0 for tag in TAGS], np.float32)


def viterbi(log_probabilities: Floats, continues: list[bool]) -> list[int]:
    """The likeliest allowed tag sequence for pieces with these log-probabilities (pieces x tags)."""
    count = len(log_probabilities)
    if not count:
        return []
    back = np.zeros((count, len(TAGS)), np.int8)
    score = log_probabilities[0] + _START
    for i in range(1, count):
        steps = score[:, None] + (INSIDE_PENALTY if continues[i] else WORD_PENALTY)
        best = steps.argmax(0)
        back[i] = best
        score = steps[best, np.arange(len(TAGS))] + log_probabilities[i]
    path = [int(score.argmax())]
    for i in range(count - 1, 0, -1):
        path.append(int(back[i, path[-1]]))
    return path[::-1]


def spans(path: list[int]) -> list[TagSpan]:
    """The tagged stretches of a path, in order."""
    found: list[TagSpan] = []
    for i, tag in enumerate(path):
        if not tag:
            continue
        name = TAGS[tag]
        if name[0] == "I" and found and found[-1][1] == i:
            first, _, role = found[-1]
            found[-1] = (first, i + 1, role)
        else:
            found.append((i, i + 1, name[2:]))
    return found
