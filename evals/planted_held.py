"""Articles of corpora that no threshold of copying was ever looked at with: the source texts of the held-out planted set.

Newspapers, wire copy, open news, ministries' statements, short notes on attacks and ten other genres. Long texts are cut into
pieces, each an article of its own.
"""

import json
import re
from collections.abc import Iterable, Iterator
from html import unescape
from pathlib import Path
from xml.etree import ElementTree

from .corpus import part

PIECE = 320
"""Words after which a long text is cut, at the end of a paragraph."""
TOGETHER = 4
"""Sentences that are put together to a paragraph where a corpus tells no paragraphs."""
_TAG = re.compile(r"<[^>]+>")
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z“\"])")


def articles(shared: Path) -> Iterator[tuple[str, str]]:
    """An outlet ("": unknown) and a text with its paragraphs, for every piece."""
    every = (_news(shared), _timed(shared), _open_news(shared), _statements(shared), _genres(shared), _notes(shared))
    for corpus in every:
        for outlet, paragraphs in corpus:
            for piece in _pieces(paragraphs):
                yield outlet, "\n\n".join(piece)


def _news(shared: Path) -> Iterator[tuple[str, list[str]]]:
    for path in sorted(part(shared, "data/polnear/dev/text").glob("*.txt")):
        yield path.name.split("_")[0], path.read_text(encoding="utf-8").split("\n\n")


def _timed(shared: Path) -> Iterator[tuple[str, list[str]]]:
    for folder in ("AQUAINT", "TimeBank"):
        for path in sorted(part(shared, f"data/time/tbaq/{folder}").glob("*.tml")):
            body = re.search(r"<TEXT>(.*)</TEXT>", path.read_text(encoding="utf-8"), re.DOTALL)
            if body:
                yield "", re.split(r"\n\s*\n", unescape(_TAG.sub("", body[1])))


def _open_news(shared: Path) -> Iterator[tuple[str, list[str]]]:
    for path in sorted(part(shared, "data/meantime/cross-doc").rglob("*.xml")):
        sentences: dict[int, list[str]] = {}
        for token in ElementTree.parse(path).getroot().iter("token"):
            sentences.setdefault(int(token.get("sentence", 0)), []).append(token.text or "")
        yield "", _grouped(re.sub(r" (?=[.,;:!?)’'])", "", " ".join(words)) for words in sentences.values())


def _statements(shared: Path) -> Iterator[tuple[str, list[str]]]:
    for path in sorted(part(shared, "data/re3d").glob("*/documents.json")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip():
                row = json.loads(line)
                yield row.get("sourceName", ""), _grouped(_SENTENCE.split(row["text"]))


def _genres(shared: Path) -> Iterator[tuple[str, list[str]]]:
    for folder in ("train", "dev"):
        for path in sorted(part(shared, f"data/gum/{folder}/conllu").glob("*.conllu")):
            paragraphs: list[list[str]] = [[]]
            for line in path.read_text(encoding="utf-8").splitlines():
                if line == "# newpar":
                    paragraphs.append([])
                elif line.startswith("# text = "):
                    paragraphs[-1].append(line.removeprefix("# text = "))
            yield "", [" ".join(one) for one in paragraphs]


def _notes(shared: Path) -> Iterator[tuple[str, list[str]]]:
    for line in part(shared, "data/wad/dev.jsonl").read_text(encoding="utf-8").splitlines():
        yield "", [json.loads(line)["text"]]


def _grouped(sentences: Iterable[str]) -> list[str]:
    every = list(sentences)
    return [" ".join(every[at : at + TOGETHER]) for at in range(0, len(every), TOGETHER)]


def _pieces(paragraphs: Iterable[str]) -> Iterator[list[str]]:
    piece: list[str] = []
    size = 0
    for paragraph in paragraphs:
        piece.append(paragraph)
        size += len(paragraph.split())
        if size >= PIECE:
            yield piece
            piece, size = [], 0
    if piece:
        yield piece
