"""GUM, news and interviews: are attribution relations found, and is the speaker the right one of the text's entities?

    python -m evals.gum [--part dev|train] [--misses]

GUM (Zeldes 2017) marks discourse relations between clauses, among them "attribution-positive" from the clause of saying to what
is said, the source signalled by its tokens; and it marks entities with their coreference. A relation is *found* where one of our
attributions has a source on the source's tokens and a content on the first words of the clause that is said. Its speaker is
*right* where the name that we resolved to is one of the words by which the text calls that entity, or stands in one of
them, or holds one (titles apart); pronouns count only where the text has nothing else. Relations without a signalled source
and credits of pictures are left out. Documents are read as plain text, a paragraph a block, a turn behind its
speaker's name and a colon.
"""

import argparse
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from hearsay.export import contract
from hearsay.pipeline import report_of
from hearsay.readers import Input, read
from hearsay.registry import extractor

from .corpus import default_shared, part
from .demo import overlap, same_name
from .inline_gold import Row

GENRES = ("news", "interview")
AT = datetime(2026, 1, 1, tzinfo=UTC)
PRONOUNS = frozenset("i we he she it they you who which that this his her their its our my him them us me himself".split())

_RELATION = re.compile(r"attribution-positive:(\d+)->(\d+):\d+:([^|]*)")
_SOURCE = re.compile(r"sem-atsrc-([\d,-]+?)-(?:gold|_)")
_CUE = re.compile(r"lex-ind(?:wd|ph)-([\d,-]+?)-(?:gold|_)")
_HEAD = re.compile(r"Discourse=[\w-]+:(\d+)->(\d+)")
_UNIT = re.compile(r"Discourse=[\w-]+:(\d+)")
_ENTITY = re.compile(r"\((\d+)-[^()]*(\))?|(\d+)\)")
FIRST = 8
"""Tokens of the clause that is said of which one must be in our content."""


@dataclass
class Token:
    """A token's code points in the text, and the discourse unit that it stands in."""

    start: int
    end: int
    unit: int


@dataclass(frozen=True)
class Relation:
    """Who is the source, and which unit is said."""

    source: tuple[int, ...]
    """Tokens, counted from 1."""
    said: int
    by: int
    """The unit of saying."""
    cue: tuple[int, ...]
    """Tokens that signal it, where they are marked."""


@dataclass
class Document:
    """A text with its relations, and the words by which each entity goes."""

    name: str
    text: str = ""
    tokens: list[Token] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    heads: dict[int, int] = field(default_factory=dict)
    """Unit -> the unit on which it depends."""
    mentions: dict[str, list[tuple[int, int]]] = field(default_factory=lambda: defaultdict(list))
    """Entity -> first and last token, counted from 1, of each mention."""

    def words(self, first: int, last: int) -> str:
        return self.text[self.tokens[first - 1].start : self.tokens[last - 1].end]

    def entity(self, tokens: Sequence[int]) -> str | None:
        """The entity whose mention fits the tokens best."""
        wanted = set(tokens)
        sizes = {
            (len(wanted ^ set(range(a, b + 1))), name): name
            for name, places in self.mentions.items()
            for a, b in places
            if wanted & set(range(a, b + 1))
        }
        return sizes[min(sizes)] if sizes else None

    def names(self, entity: str) -> list[str]:
        """What the text calls an entity; pronouns only where there is nothing else."""
        every = [self.words(a, b) for a, b in self.mentions[entity]]
        return [one for one in every if one.lower() not in PRONOUNS] or every


def documents(shared: Path, which: str) -> Iterator[Document]:
    """The news and interviews of "train" or "dev"."""
    if which not in ("train", "dev"):
        raise ValueError(f"part must be train or dev, not {which!r}")
    for path in sorted(part(shared, f"data/gum/{which}/conllu").glob("*.conllu")):
        if path.stem.split("_")[1] in GENRES:
            yield _document(path.stem, path.read_text(encoding="utf-8").splitlines())


def _document(name: str, lines: Sequence[str]) -> Document:
    made = Document(name)
    opened: dict[str, list[int]] = defaultdict(list)
    between, speaker, at, unit = "", "", 0, 0
    picture = False
    for line in lines:
        if line.startswith("# newpar_block"):
            between, speaker = "\n\n", ""
            picture = "figure" in line or "caption" in line
        elif line.startswith("# speaker = ") and between == "\n\n":
            speaker = f"{line.removeprefix('# speaker = ')}: "
        elif line.startswith("# text = "):
            made.text += (between if made.text else "") + speaker
            at, between, speaker = len(made.text), " ", ""
            made.text += line.removeprefix("# text = ")
        elif (cells := line.split("\t"))[0].isdigit():
            start = made.text.index(cells[1], at)
            at = start + len(cells[1])
            known = _UNIT.search(cells[9])
            unit = int(known[1]) if known else unit
            made.tokens.append(Token(start, at, unit))
            _mark(made, cells[9].replace("attribution", "credit") if picture else cells[9], opened)
    made.text += "\n"
    return made


def _mark(made: Document, notes: str, opened: dict[str, list[int]]) -> None:
    """What a token's notes tell: mentions that begin or end here, and relations."""
    number = len(made.tokens)
    for relation in _RELATION.finditer(notes):
        if source := _SOURCE.search(relation[3]):
            cue = tuple(number for words in _CUE.findall(relation[3]) for number in _numbers(words))
            made.relations.append(Relation(tuple(_numbers(source[1])), int(relation[2]), int(relation[1]), cue))
    if head := _HEAD.search(notes):
        made.heads[int(head[1])] = int(head[2])
    entity = next((note.removeprefix("Entity=") for note in notes.split("|") if note.startswith("Entity=")), "")
    for sign in _ENTITY.finditer(entity):
        if sign[1]:
            opened[sign[1]].append(number)
        name = sign[1] if sign[1] and sign[2] else sign[3]
        if name and opened[name]:
            made.mentions[name].append((opened[name].pop(), number))


def _numbers(words: str) -> Iterator[int]:
    """ "12,14-16" -> 12, 14, 15, 16."""
    for each in words.split(","):
        first, _, last = each.partition("-")
        yield from range(int(first), int(last or first) + 1)


def found_in(document: Document) -> list[Row]:
    """Our attributions of a document."""
    item = Input(document.name, document.text.encode(), "text/plain")
    line = contract.line(report_of(item, read(item), AT, [extractor("attributions")]))
    rows: list[Row] = line["attributions"]
    return rows


def judged(document: Document, rows: Sequence[Row]) -> Iterator[tuple[Relation, Row | None, bool]]:
    """Each relation with the attribution that fits it, if any, and whether its speaker is the right one."""
    for relation in document.relations:
        tokens = [document.tokens[i - 1] for i in relation.source]
        source = [[token.start, token.end] for token in tokens]
        said = [[token.start, token.end] for token in document.tokens if token.unit == relation.said][:FIRST]
        fits = [row for row in rows if overlap(row["source"], source) and overlap(row["content"], said)]
        entity = document.entity(relation.source)
        names = document.names(entity) if entity else [" ".join(document.text[a:b] for a, b in source)]
        right = [row for row in fits if any(same_name(row["speaker"], name) for name in names)]
        yield relation, next(iter([*right, *fits]), None), bool(right)


def measure(shared: Path) -> dict[str, float]:
    """Points of 100 on dev: relations found, speakers right of those found; and how many relations there are."""
    return scores(shared, "dev")


def scores(shared: Path, which: str) -> dict[str, float]:
    """The same of "dev" or "train"."""
    every = [one for document in documents(shared, which) for one in judged(document, found_in(document))]
    found = [right for _, row, right in every if row is not None]
    return {
        "relations": float(len(every)),
        "relations found": round(100 * len(found) / len(every), 1),
        "speaker, of those found": round(100 * sum(found) / len(found), 1),
    }


def misses(shared: Path, which: str) -> Iterator[str]:
    """What was not found, and speakers that are not the right ones."""
    for document in documents(shared, which):
        for relation, row, right in judged(document, found_in(document)):
            source = document.words(relation.source[0], relation.source[-1])
            said = " ".join(document.text[t.start : t.end] for t in document.tokens if t.unit == relation.said)
            if row is None:
                yield f"{document.name} - {source} | {said}"
            elif not right:
                entity = document.entity(relation.source)
                names = document.names(entity)[:4] if entity else []
                yield f"{document.name} ? {source} | {said} | ours: {row['speaker']} | theirs: {names}"


def main() -> None:
    """Print the scores, or what was missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", choices=("dev", "train"), default="dev")
    parser.add_argument("--shared", type=Path, default=default_shared())
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    if options.misses:
        print(*misses(options.shared, options.part), sep="\n")
        return
    for name, value in scores(options.shared, options.part).items():
        print(f"{name:30}{value:8.1f}")


if __name__ == "__main__":
    main()
