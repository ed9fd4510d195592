"""Speed, memory and size, measured in one run beside what they can be compared with (`make bench`).

    python -m evals.bench [--shared FOLDER] [--footprint] [--out FILE]

Of comparing across reports a small form is measured, which ends in minutes; the ratios from size to size tell how the time
grows. `python -m evals.bench_across --sizes 25000 50000 100000` is the whole of it.

Speeds are a second of one core (user + system time, children included) unless a row says otherwise. The ratios are what
to look at: the machine, and what else runs on it, moves all figures together.
"""

import argparse
import gzip
import platform
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from hearsay.readers.base import Input, Page

from . import bench_across
from .command import read, run
from .corpus import CorpusAbsent, default_shared, part

ROOT = Path(__file__).parent.parent
OUT = ROOT / "docs" / "bench.md"
STARTS = 7
SIZES = (2_000, 4_000, 8_000)
"""Reports of the ledgers in which comparing is measured here."""
MB = 1_000_000


@dataclass(frozen=True)
class Row:
    """One figure: what was measured, its value in `unit`, and beside what else it can be looked at."""

    what: str
    value: float
    unit: str
    note: str = ""


def reading(texts: Path) -> list[Row]:
    """`hearsay read --json` over a folder of texts: words a second, and the peak memory of its largest process."""
    words = sum(len(path.read_text(encoding="utf-8").split()) for path in texts.glob("*.txt"))
    lines, done = read([texts])
    refused = sum(line["status"] != "read" for line in lines)
    two_lines, two = read([texts], workers=2)
    if len(two_lines) != len(lines):
        raise RuntimeError(f"{len(lines)} inputs with one worker, {len(two_lines)} with two")
    note = f"{words} words, {len(lines)} texts, {refused} refused, start included"
    return [
        Row("`hearsay read --json`, a second of one core", words / done.cpu, "words/s", note),
        Row("`hearsay read --json`, one worker, by the clock", words / done.wall, "words/s"),
        Row("`hearsay read --json`, two workers, by the clock", words / two.wall, "words/s"),
        Row("`hearsay read --json`, largest process", done.peak / MB, "MB"),
    ]


def starting() -> list[Row]:
    """`hearsay --version` and `hearsay --help`, the median of several runs."""
    rows = []
    for option in ("--version", "--help"):
        runs = [run([option]) for _ in range(STARTS)]
        if any(done.status for done in runs):
            raise RuntimeError(f"`hearsay {option}` ended with status {runs[0].status}")
        walls = [done.wall for done in runs]
        rows.append(Row(f"`hearsay {option}`", median(walls), "s", f"median of {STARTS}, by the clock"))
    return rows


def model_alone(texts: Path) -> list[Row]:
    """The encoder's pass and its decoding in this process, on texts already cut into pieces."""
    from hearsay.analyse import lines, quotation
    from hearsay.model import Span
    from hearsay.models.decode import decode
    from hearsay.models.encoder import run as encode
    from hearsay.models.encoder import shipped
    from hearsay.models.pieces import split

    model = shipped()
    contents = [path.read_text(encoding="utf-8") for path in sorted(texts.glob("*.txt"))]
    cut = []
    for content in contents:
        paragraphs = list(lines(content, Span(0, len(content))))
        cut.append(split(content, paragraphs, quotation(content, paragraphs), model.tokenizer))
    began = time.process_time()
    for pieces in cut:
        if pieces.ids:
            decode(pieces, encode(model.forward, pieces), model.linker, model.settings["outside"])
    took = time.process_time() - began
    words = sum(len(content.split()) for content in contents)
    return [Row("model alone: encoder and decoding", words / took, "words/s", "no reading, no rules, no JSON")]


def figures_share(texts: Path) -> list[Row]:
    """What figures and their times add to reading in this process: the whole with and without them. The pass of the encoder
    is made for attributions either way."""
    from hearsay.pipeline import report_of
    from hearsay.readers import read as read_input
    from hearsay.registry import DEFAULT_EXTRACTORS, extractor

    inputs = [Input(path.stem, path.read_bytes(), "text/plain") for path in sorted(texts.glob("*.txt"))]
    at = datetime(2031, 1, 1, tzinfo=UTC)

    def seconds(names: Sequence[str]) -> float:
        extractors = [extractor(name) for name in names]
        report_of(inputs[0], read_input(inputs[0]), at, extractors)
        return timed(lambda item: report_of(item, read_input(item), at, extractors), inputs)

    others = [name for name in DEFAULT_EXTRACTORS if name != "figures"]
    whole, without = seconds(DEFAULT_EXTRACTORS), seconds(others)
    note = f"{whole - without:.2f} s of {whole:.1f} s for {len(inputs)} texts"
    return [Row("figures and times, share of the whole", 100 * (whole - without) / whole, "%", note)]


def pages(folder: Path) -> list[Row]:
    """Our HTML reader beside trafilatura's extraction of the article's text, on the same bytes in this process."""
    import trafilatura

    from hearsay.readers.html import read_html

    bodies = [gzip.decompress(path.read_bytes()) for path in sorted(folder.rglob("*.html.gz"))]
    inputs = [Input(f"page-{number}", body, "text/html") for number, body in enumerate(bodies)]

    def ours(item: Input) -> Page:
        return read_html(item)

    def theirs(item: Input) -> object:
        return trafilatura.extract(item.data)

    for warm in inputs[:2]:
        ours(warm), theirs(warm)
    mine, other = timed(ours, inputs), timed(theirs, inputs)
    note = f"{len(inputs)} pages"
    return [
        Row("HTML reader (all text, map, labels, dates)", len(inputs) / mine, "pages/s", note),
        Row("trafilatura alone (article's text)", len(inputs) / other, "pages/s", note),
    ]


def timed(work: Callable[[Input], object], inputs: Iterable[Input]) -> float:
    """Processor seconds of this process for all inputs."""
    began = time.process_time()
    for item in inputs:
        work(item)
    return time.process_time() - began


def footprint() -> list[Row]:
    """The bytes of a fresh environment with the package and what it depends on; needs uv and the network."""
    with TemporaryDirectory() as scratch:
        env = Path(scratch) / "env"
        subprocess.run([uv(), "venv", "--quiet", "--python", sys.executable, str(env)], check=True)
        subprocess.run([uv(), "pip", "install", "--quiet", "--python", str(env), str(ROOT)], check=True)
        sizes = {path: path.stat().st_size for path in env.rglob("*") if path.is_file() and not path.is_symlink()}
        own = sum(size for path, size in sizes.items() if "hearsay" in path.parts)
        note = f"of which {own / MB:.0f} MB are the package itself"
        return [Row("fresh install", sum(sizes.values()) / MB, "MB", note)]


def uv() -> str:
    """The uv that made this environment: the one in .boot, else the one on the path."""
    local = ROOT / ".boot" / "bin" / "uv"
    return str(local) if local.exists() else "uv"


def ratios(rows: Sequence[Row]) -> list[Row]:
    """What the figures of one run say of each other."""
    at = {row.what: row.value for row in rows}
    whole = at["`hearsay read --json`, a second of one core"]
    html, other = at["HTML reader (all text, map, labels, dates)"], at["trafilatura alone (article's text)"]
    return [
        Row("whole reading / model alone", whole / at["model alone: encoder and decoding"], "x"),
        Row("HTML reader / trafilatura", html / other, "x"),
    ]


def table(rows: Iterable[Row]) -> str:
    """The rows as a Markdown table."""
    lines = ["| what | figure | | |", "|---|--:|---|---|"]
    lines += [f"| {row.what} | {_shown(row.value)} | {row.unit} | {row.note} |" for row in rows]
    return "\n".join(lines) + "\n"


def _shown(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def across(sizes: Sequence[int]) -> str:
    """What it costs to compare the reports of a ledger, as a Markdown table: each size beside the one before."""
    with TemporaryDirectory() as scratch:
        return bench_across.table([*bench_across.drawn(), *bench_across.all_of(sizes, Path(scratch) / "ledger")])


def page(rows: Sequence[Row], compared: str) -> str:
    """docs/bench.md: when and on what, then the tables."""
    day = datetime.now(UTC).date().isoformat()
    machine = f"{platform.machine()}, {platform.system()}, Python {platform.python_version()}"
    head = f"# Speed\n\nWritten by `make bench` on {day} ({machine}). Speeds are a second of one core unless a row says"
    head += f" otherwise;\nlook at the ratios, which are of one run.\n\n{table(rows)}"
    whole = (
        "`python -m evals.bench_across --sizes 25000 50000 100000` measures larger ledgers: [status.md](status.md) tells them."
    )
    told = "Invented reports (`evals/events.py`). A ratio near that of the sizes is growth close to linear."
    return f"{head}\n## Comparing across reports\n{told}\n{whole}\n\n{compared}\n"


def main() -> int:
    """Measure, print the table and write the page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=default_shared(), help="folder of the corpora (HEARSAY_SHARED)")
    parser.add_argument("--footprint", action="store_true", help="also measure a fresh install (needs the network)")
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES), help="reports of the ledgers that are compared")
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    try:
        texts, html = part(options.shared, "data/polnear/dev/text"), part(options.shared, "data/pages/html")
    except CorpusAbsent as error:
        print(error, file=sys.stderr)
        return 1
    rows = [*reading(texts), *model_alone(texts), *figures_share(texts), *pages(html), *starting()]
    rows += ratios(rows)
    if options.footprint:
        rows += footprint()
    compared = across(options.sizes)
    options.out.parent.mkdir(exist_ok=True)
    options.out.write_text(page(rows, compared), encoding="utf-8")
    print(f"{table(rows)}\n{compared}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
