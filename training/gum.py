"""GUM's attribution relations (news and interviews of its training part) as articles for training.

The source is signalled by its tokens, the cue by indicative words; the content is the clause that is said with the clauses of
the same sentence that depend on it. Relations without a signalled cue are left out of the labels.
"""

from collections.abc import Iterator
from pathlib import Path

from evals.gum import Document, Relation, documents
from evals.inline_check import sentences

from .polnear import Article, Gold, Pieces


def articles(shared: Path) -> Iterator[Article]:
    """One article a document."""
    for document in documents(shared, "train"):
        gold = [one for relation in document.relations if (one := _gold(document, relation)) is not None]
        yield Article(document.name, document.text, (tuple(gold),))


def _gold(document: Document, relation: Relation) -> Gold | None:
    by = [number for number, token in enumerate(document.tokens, 1) if token.unit == relation.by]
    cue = [number for number in relation.cue if number in by and number not in relation.source]
    if not cue:
        return None
    units = {relation.said}
    for _ in document.heads:
        units |= {unit for unit, head in document.heads.items() if head in units and unit != relation.by}
    place = document.tokens[cue[0] - 1].start
    start, end = next((a, b) for a, b in sentences(document.text) if a <= place < b)
    said = [n for n, t in enumerate(document.tokens, 1) if t.unit in units and start <= t.start < end]
    first = [n for n, t in enumerate(document.tokens, 1) if t.unit == relation.said]
    return Gold(_spans(document, relation.source), _spans(document, cue), _spans(document, said or first))


def _spans(document: Document, numbers: list[int] | tuple[int, ...]) -> Pieces:
    """Runs of tokens as spans; closing marks of punctuation belong to none."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and runs[-1][1] == number - 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return [(document.tokens[a - 1].start, document.tokens[b - 1].end) for a, b in runs]
