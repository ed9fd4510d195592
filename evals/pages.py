"""How well web pages are read: article text, structure, dates and the map to the bytes, on two corpora of real pages.

`python -m evals.pages --shared ../shared` prints every measure; `--details` adds what went wrong, page by page.
"""

import argparse
import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from statistics import fmean
from typing import Any

from hearsay.errors import InputRefused
from hearsay.model import Block, Field, Label, PieceKind
from hearsay.readers import read
from hearsay.readers.alignment import Squeezed, align, extracted, parsed
from hearsay.readers.base import Input, Page
from hearsay.readers.encodings import decode_bytes, decode_page
from hearsay.readers.published import settle

from .corpus import CorpusAbsent, default_shared, part

WRONG_TRUTH = frozenset({"AnadoluAjansi_2025_04_05", "KlasseGegenKlasse_2026_01_07"})
"""Pages whose true date, as the corpus gives it, lies after the day on which they were fetched."""


@dataclass(slots=True)
class Case:
    """One page: its bytes, where and when they were fetched, and what the corpus says of it."""

    name: str
    item: Input
    truth: dict[str, Any]


@dataclass(slots=True)
class Tally:
    """Counts by name, and what to print of the misses."""

    counts: Counter[str] = field(default_factory=Counter)
    notes: list[str] = field(default_factory=list)
    means: list[float] = field(default_factory=list)

    def add(self, name: str, good: bool, note: str = "") -> None:
        self.counts[name] += 1
        self.counts[name + "+"] += good
        if not good and note:
            self.notes.append(f"{name}: {note}")

    def share(self, name: str) -> float:
        return self.counts[name + "+"] / max(1, self.counts[name])


def squeeze(words: str) -> str:
    """Letters, digits and marks without white space or characters without width."""
    return "".join(each for each in words if not each.isspace() and each not in "\u00ad\u200b\u200c\u200d\u2060\ufeff")


def articles(shared: Path) -> Iterator[Case]:
    """The pages with an article text."""
    folder = part(shared, "data/pages")
    for name, truth in sorted(json.loads((folder / "ground-truth.json").read_text()).items()):
        data = gzip.decompress((folder / "html" / f"{name}.html.gz").read_bytes())
        yield Case(name, Input(name, data, "text/html", truth.get("url")), truth)


def world(shared: Path) -> Iterator[Case]:
    """The pages with sections, captions and dates; several versions of one outlet's pages in the order of their fetching."""
    folder = part(shared, "data/pages-world")
    for path in sorted(folder.glob("*/*.json")):
        met = json.loads((path.parent / "meta.info").read_text())
        files = sorted(path.parent.glob(f"{path.stem}_[0-9]*.html.gz"))
        for file, truth in zip(files, json.loads(path.read_text()).values(), strict=True):
            about = met.get(file.name, {})
            at = datetime.fromisoformat(about["crawl_date"]).replace(tzinfo=UTC) if about else None
            name = file.name.removesuffix(".html.gz")
            yield Case(name, Input(name, gzip.decompress(file.read_bytes()), "text/html", about.get("url"), at), truth)


def shingles(words: str, size: int = 4) -> Counter[tuple[str, ...]]:
    """Runs of `size` words, counted; a shorter text is one run."""
    split = "".join(each.lower() if each.isalnum() else " " for each in words).split()
    if len(split) < size:
        return Counter([tuple(split)]) if split else Counter()
    return Counter(tuple(split[i : i + size]) for i in range(len(split) - size + 1))


def overlap(found: str, true: str) -> float:
    """F1 of shingles."""
    mine, theirs = shingles(found), shingles(true)
    both = sum((mine & theirs).values())
    return 2 * both / max(1, sum(mine.values()) + sum(theirs.values()))


def article_text(page: Page, headline: bool = True) -> str:
    """The article blocks, a line each."""
    blocks = [block for block in page.text.blocks if block.article and (headline or block.label is not Label.HEADLINE)]
    return "\n".join(page.text.content[block.span.start : block.span.end] for block in blocks)


def baseline(source: str) -> str:
    """What trafilatura alone makes of a page, in standard mode."""
    from trafilatura import extract

    return extract(source, include_comments=False) or ""


def measure(shared: Path, notes: list[str] | None = None) -> dict[str, float]:
    """Every measure by name, on the corpora under `shared`. `notes` receives what went wrong.

    Raises `CorpusAbsent` where the corpora are not there."""
    tally = Tally()
    scores: dict[str, list[float]] = {"f1": [], "f1_bare": [], "f1_trafilatura": []}
    for case in articles(shared):
        page = _read(case, tally)
        true, plain = case.truth["articleBody"], baseline(decode_page(case.item.data).content)
        scores["f1"].append(overlap(article_text(page), true) if page else 0.0)
        scores["f1_bare"].append(overlap(article_text(page, headline=False), true) if page else 0.0)
        scores["f1_trafilatura"].append(overlap(plain, true))
        if scores["f1_bare"][-1] < scores["f1_trafilatura"][-1] - 0.01 or scores["f1_bare"][-1] < 0.9:
            tally.notes.append(f"f1: {case.name[:8]} {scores['f1_bare'][-1]:.3f} trafilatura {scores['f1_trafilatura'][-1]:.3f}")
    for case in world(shared):
        page = _read(case, tally)
        if page is not None:
            _structure(case, page, tally)
            _date(case, page, tally)
    if notes is not None:
        notes += tally.notes
    return {**{f"pages.{name}": fmean(each) for name, each in scores.items()}, **_shares(tally)}


# A line counts as furniture where the corpus does not have it. The corpus holds paragraphs, subheads, summaries and
# captions, and no lists, tables, quoted posts or transcripts; "furniture_prose" therefore leaves lists, tables, quotations
# and live posts out, on both sides as far as they can be told. "_mean" is the mean over pages.


def _shares(tally: Tally) -> dict[str, float]:
    names = (
        "paragraphs", "subheads", "summaries", "captions", "captions_shown", "headline", "date", "date_all",
        "aligned", "exact", "round_trip", "pages_read", "pages_kept",
    )  # fmt: skip
    shares = {f"pages.{name}": tally.share(name) for name in names}
    shares["pages.furniture_lines"] = 1 - tally.share("lines")
    shares["pages.furniture_prose"] = 1 - tally.share("prose")
    shares["pages.furniture_prose_trafilatura"] = 1 - tally.share("prose_trafilatura")
    shares["pages.furniture_lines_mean"] = fmean(tally.means)
    shares["pages.furniture_lines_trafilatura"] = 1 - tally.share("lines_trafilatura")
    shares["pages.paragraphs_trafilatura"] = tally.share("paragraphs_trafilatura")
    return shares


def _read(case: Case, tally: Tally) -> Page | None:
    try:
        page = read(case.item)
    except InputRefused as refusal:
        tally.add("pages_read", False, str(refusal))
        return None
    tally.add("pages_read", True)
    for block in page.text.blocks:
        tally.add("exact", _is_exact(page, block), f"{case.name} {block}")
    for piece in page.text.pieces:
        if piece.kind is PieceKind.LITERAL:
            words = decode_bytes(case.item.data[piece.source_start : piece.source_end], page.text.encoding)
            tally.add("round_trip", words == page.text.content[piece.start : piece.end], f"{case.name} {piece}")
    decoded = decode_page(case.item.data)
    taken = extracted(parsed(decoded.content, 0))
    tally.counts["aligned"] += sum(bool(words.strip()) for _, words in taken)
    tally.counts["aligned+"] += len(align(Squeezed(page.text.content), taken))
    return page


def _is_exact(page: Page, block: Block) -> bool:
    """Whether pieces cover every character of a block, save the line breaks."""
    inside = [piece for piece in page.text.pieces if piece.end > block.span.start and piece.start < block.span.end]
    covered = sum(min(piece.end, block.span.end) - max(piece.start, block.span.start) for piece in inside)
    return covered == block.span.end - block.span.start - page.text.content.count("\n", block.span.start, block.span.end)


def _structure(case: Case, page: Page, tally: Tally) -> None:
    body = case.truth["body"]
    content = page.text.content
    held = squeeze(content)
    article = [block for block in page.text.blocks if block.article]
    texts = [content[block.span.start : block.span.end] for block in article]
    lines = {squeeze(line) for words in texts for line in (words, *words.split("\n"))}
    plain = baseline(decode_page(case.item.data).content).split("\n")
    plain_lines = {squeeze(line.lstrip("- ").strip("|")): line.startswith(("- ", "|")) for line in plain}
    wanted = [each for section in body["sections"] for each in section["paragraphs"]]
    found = 0
    for each in wanted:
        found += squeeze(each) in lines
        tally.add("paragraphs", squeeze(each) in lines, f"{case.name} {squeeze(each) in held} {each[:80]!r}")
        tally.add("paragraphs_trafilatura", squeeze(each) in plain_lines)
    tally.add("pages_kept", 2 * found >= len(wanted), f"{case.name} {found} of {len(wanted)}")
    for each in (one for section in body["sections"] for one in section["headline"]):
        tally.add("subheads", squeeze(each) in lines, f"{case.name} {squeeze(each) in held} {each[:80]!r}")
    for each in body["summary"]:
        tally.add("summaries", squeeze(each) in lines, f"{case.name} {squeeze(each) in held} {each[:80]!r}")
    captions = [squeeze(content[b.span.start : b.span.end]) for b in page.text.blocks if b.label is Label.CAPTION]
    shown = [image["caption"] for image in case.truth.get("images") or [] if image.get("caption")]
    for each in shown:
        typed = _typed(squeeze(each), captions)
        tally.add("captions", typed, f"{case.name} {squeeze(each) in held} {each[:80]!r}")
        if squeeze(each) in held:
            tally.add("captions_shown", typed)
    headlines = [squeeze(content[b.span.start : b.span.end]) for b in page.text.blocks if b.label is Label.HEADLINE]
    title = squeeze(case.truth["title"] or "")
    tally.add("headline", any(title in each or each in title for each in headlines), f"{case.name} {title!r} {headlines}")
    true = squeeze("".join([case.truth["title"] or "", *body["summary"], *shown, *_flat(body["sections"])]))
    before = (tally.counts["lines"], tally.counts["lines+"])
    for block, words in zip(article, texts, strict=True):
        if block.label not in (Label.HEADLINE, Label.DATELINE):  # the truth keeps them elsewhere
            for line in words.split("\n"):
                known = squeeze(line) in true
                tally.add("lines", known, f"{case.name} {block.label.value} {line[:100]!r}")
                if block.label in (Label.MAIN, Label.HEADING):
                    tally.add("prose", known)
    total, good = tally.counts["lines"] - before[0], tally.counts["lines+"] - before[1]
    tally.means.append(1 - good / total if total else 0.0)
    for line, listed in plain_lines.items():
        if line:
            tally.add("lines_trafilatura", line in true)
            if not listed:
                tally.add("prose_trafilatura", line in true)


def _flat(sections: list[dict[str, list[str]]]) -> Iterator[str]:
    for section in sections:
        yield from section["headline"]
        yield from section["paragraphs"]


def _typed(caption: str, blocks: list[str]) -> bool:
    return any(caption in block or (block in caption and len(block) > 0.6 * len(caption)) for block in blocks)


def _date(case: Case, page: Page, tally: Tally) -> None:
    settled = settle(page.abouts)
    true = datetime.fromisoformat(case.truth["publishing_date"])
    good = settled is not None and _day(settled.value, true) == true.date().isoformat()
    dates = [(each.basis, each.value) for each in page.abouts if each.field in (Field.PUBLISHED, Field.HEADER_DATE)]
    note = f"{case.name} {true} {settled} {dates}"
    tally.add("date_all", good, note)
    if case.name not in WRONG_TRUTH:
        tally.add("date", good)


def _day(value: str, true: datetime) -> str:
    """The day of an ISO date, in the zone of the true one where both have a time."""
    if len(value) > 10 and true.tzinfo is not None:
        moment = datetime.fromisoformat(value)
        if moment.tzinfo is not None:
            return moment.astimezone(true.tzinfo).date().isoformat()
    return value[:10]


def main() -> int:
    """Prints the measures as JSON lines."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=default_shared())
    parser.add_argument("--details", action="store_true")
    options = parser.parse_args()
    notes: list[str] = []
    try:
        measures = measure(options.shared, notes)
    except CorpusAbsent as error:
        sys.stderr.write(f"{error}\n")
        return 2
    if options.details:
        sys.stderr.write("\n".join(notes) + "\n")
    for name, value in measures.items():
        sys.stdout.write(f"{name} {value:.4f}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
