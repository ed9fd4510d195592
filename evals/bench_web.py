"""The reviewing room on a large ledger: how long each page takes on the server, and from a key to the saved verdict.

    python -m evals.bench_web [--findings 100000] [--ledger FOLDER] [--runs 40] [--browser] [--out FILE]

Server times are those of the whole application, from the request to the last byte of the answer, in this process; each run asks
for another finding, filter or page of its kind. A verdict is timed until it is on the disk and the answer is there. `cpu` is this
process's share of the processor, which other work on the machine moves less. With `--browser`, chromium times full loads, and a
key press until the verdict is saved and the next finding is shown.
"""

import argparse
import random
import shutil
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from starlette.testclient import TestClient

from hearsay.store import listing
from hearsay.store.ledger import Ledger
from hearsay.store.listing import Wanted
from hearsay.web.app import create_app
from hearsay.web.pauses import settle

from .many import ledger as make

PAGE, LOAD, KEY = 150.0, 500.0, 100.0
"""What is aimed at, in milliseconds (p95): a page on the server, a full load in a browser, a key press to the saved verdict."""


@dataclass(frozen=True)
class Row:
    """One thing that was timed, in milliseconds."""

    what: str
    times: tuple[float, ...]
    cpu: tuple[float, ...]
    aim: float

    @property
    def median(self) -> float:
        return statistics.median(self.times)

    @property
    def p95(self) -> float:
        """The time that 95 of 100 runs do not pass."""
        return _p95(self.times)

    def line(self) -> str:
        """As a row of a table."""
        verdict = "" if self.p95 <= self.aim else " **over**"
        return f"| {self.what} | {self.median:.0f} | {self.p95:.0f} | {_p95(self.cpu):.0f} | {self.aim:.0f}{verdict} |"


def _p95(times: tuple[float, ...]) -> float:
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, round(0.95 * len(ordered)))]


class Asking:
    """Addresses of the room, a different one each time; the same ones for a seed."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.dice = random.Random(seed)
        with Ledger.open(folder, create=False) as held:
            every = listing.ids(held.store, Wanted())
            figures = listing.ids(held.store, Wanted({"type": ("figure",)}))
            self.blocks = [block for block, _ in held.blocks()]
            counts = listing.facets(held.store, Wanted(), ["speaker", "outlet"])
            self.reports = [row.text for row in held.reports()][:200]
        self.ids = self.dice.sample(every, min(len(every), 4000))
        self.figures = self.dice.sample(figures, min(len(figures), 400))
        self.speakers = [one.value for one in counts["speaker"] if one.value]
        self.outlets = [one.value for one in counts["outlet"] if one.value]

    def pages(self) -> dict[str, Callable[[], str]]:
        """What is timed, and an address of it."""
        from urllib.parse import quote_plus as quoted

        pick = self.dice.choice
        orders = ("newest", "oldest", "largest", "unsure", "speaker", "outlet")
        types = ("attribution", "figure", "mention")
        measures = ("killed", "injured", "missing", "displaced")
        words = ("soldiers", '"two days of shelling"', "hadar belgrave*", "kestrel", "children displaced", "guard")
        return {
            "Home": lambda: "/",
            "Reports": lambda: "/reports",
            "Report": lambda: f"/report/{pick(self.reports).removeprefix('h1:')}",
            "Ledger, one type, sorted": lambda: f"/ledger?type={pick(types)}&sort={pick(orders)}",
            "Ledger, a source": lambda: f"/ledger?type={pick(types)}&speaker={quoted(pick(self.speakers))}",
            "Ledger, outlet and measure": lambda: (
                f"/ledger?type=figure&outlet={quoted(pick(self.outlets))}&measure={pick(measures)}&since=2031-0{pick('123456')}"
            ),
            "Ledger, words": lambda: f"/ledger?type={pick(types)}&q={quoted(pick(words))}",
            "Ledger, a page far on": lambda: f"/ledger?type={pick(types)}&sort={pick(orders)}&after={pick(self.ids)}",
            "Ledger, sides": lambda: "/ledger/sides",
            "Ledger, own voice": lambda: f"/ledger/own?outlet={quoted(pick(self.outlets))}",
            "Copies": lambda: "/copies",
            "Origins, a search": lambda: f"/origins?q={quoted(pick(words))}",
            "Review, everything": lambda: f"/review/{pick(self.ids)[3:]}?sort=unsure",
            "Review, figures by size": lambda: f"/review/{pick(self.ids)[3:]}?type=figure&sort=largest",
            "Review, a source": lambda: f"/review/{pick(self.ids)[3:]}?speaker={quoted(pick(self.speakers))}",
            "Review, next unjudged": lambda: "/review?type=attribution",
            "Agreement": lambda: "/review/agreement",
            "Accept all of a source, preview": lambda: (
                f"/review/many?stance=accepted&type=figure&speaker={quoted(pick(self.speakers))}"
            ),
            "Figures over time": lambda: f"/figures?measure={pick(measures)}",
            "Figures over time, every harm": lambda: "/figures",
            "Figures over time, a group in a place": lambda: (
                f"/figures?measure={pick(measures)}&who={pick(('people', 'civilians', 'children'))}&place=orsa"
            ),
            "Disputes": lambda: f"/disputes?measure={pick(measures)}&policy={pick(('told', 'ucdp', 'acled', 'airwars'))}",
            "Disputes, a page far on": lambda: f"/disputes?from={quoted(pick(self.blocks))}",
            "A dispute, its origins counted": lambda: f"/disputes/{pick(self.figures)[3:]}?policy=ucdp",
            "Origins of a figure": lambda: f"/origins/{pick(self.figures)[3:]}",
            "Log": lambda: "/log",
            "Log, machines too": lambda: "/log?what=machine&what=verdict&what=run",
            "Log, one person": lambda: "/log?agent=person%3Aoren",
        }


def served(folder: Path, runs: int, seed: int) -> Iterator[Row]:
    """Each page and each change, on the server."""
    asking = Asking(folder, seed)
    with TestClient(create_app(folder, hosts={"testserver"}), follow_redirects=False) as client:
        client.headers |= {"sec-fetch-site": "same-origin", "accept": "application/json"}
        client.cookies.set("hearsay_name", "mira")
        warm(client, asking)
        yield verdicts(client, asking, "Key press: accept or reject, until saved", "/judge", runs)
        yield timed("Key press: undo, until saved", lambda: client.post("/review/undo", data={}), runs // 2, KEY)
        judged(client, asking, 300)
        client.headers |= {"accept": "text/html"}
        pages = asking.pages()
        for what, address in pages.items():
            yield timed(what, lambda address=address: client.get(address()), runs, PAGE)  # type: ignore[misc]
        for what in ("Figures over time", "Disputes", "Disputes, a page far on"):
            yield after_verdicts(client, asking, what, pages[what], runs)


def warm(client: TestClient, asking: Asking) -> None:
    """Once through everything, so that files are in memory; then what `hearsay serve` does when it begins."""
    for address in asking.pages().values():
        client.get(address(), headers={"accept": "text/html"})
    settle()


def judged(client: TestClient, asking: Asking, count: int) -> None:
    """Two people judge some of the same findings, not always alike: agreement has something to compare."""
    for name in ("oren", "mira"):
        client.cookies.set("hearsay_name", name)
        for id in asking.ids[:count]:
            client.post("/judge", data={"finding": id, "stance": asking.dice.choice(("accepted", "accepted", "rejected"))})


def verdicts(client: TestClient, asking: Asking, what: str, path: str, runs: int) -> Row:
    """Words on findings nobody has judged."""
    fresh = iter(asking.ids[-2 * runs :])

    def say() -> object:
        return client.post(path, data={"finding": next(fresh), "stance": asking.dice.choice(("accepted", "rejected"))})

    return timed(what, say, runs, KEY)


def after_verdicts(client: TestClient, asking: Asking, what: str, address: Callable[[], str], runs: int) -> Row:
    """A page asked for after each of some verdicts on figures: nothing that was kept may be older than these."""
    rows = []
    for id in asking.figures[:runs]:
        client.post("/judge", data={"finding": id, "stance": "rejected"})
        rows.append(timed(f"{what}, right after a verdict", lambda: client.get(address()), 1, PAGE))
    return Row(rows[0].what, tuple(row.times[0] for row in rows), tuple(row.cpu[0] for row in rows), PAGE)


def timed(what: str, ask: Callable[[], object], runs: int, aim: float) -> Row:
    """Runs it so often; every answer must be one."""
    times, cpu = [], []
    for _ in range(runs):
        began, busy = time.perf_counter(), time.process_time()
        answer = ask()
        times.append((time.perf_counter() - began) * 1000)
        cpu.append((time.process_time() - busy) * 1000)
        status = getattr(answer, "status_code", 0)
        if status >= 400:
            raise RuntimeError(f"{what}: the room answered {status}: {getattr(answer, 'text', '')[:200]}")
    return Row(what, tuple(times), tuple(cpu), aim)


def in_browser(folder: Path, runs: int, seed: int) -> Iterator[Row]:
    """Full loads in chromium, and keys until the next finding is shown."""
    from playwright.sync_api import sync_playwright

    from tests.browser import CHROMIUM, serving

    asking = Asking(folder, seed + 1)
    with serving(create_app(folder)) as address, sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        context.add_cookies([{"name": "hearsay_name", "value": "tess", "url": address}])
        page = context.new_page()
        settle()
        for what, path in asking.pages().items():
            if what in ("Accept all of a source, preview", "Review, next unjudged"):
                continue
            page.goto(address + path())
            yield timed(f"{what}: full load", lambda path=path: page.goto(address + path()) and None, runs, LOAD)  # type: ignore[misc]
        page.goto(f"{address}/review?type=figure&sort=largest")
        yield timed("Key a: until the next finding is shown", lambda: _pressed(page), runs, LOAD)
        browser.close()


def _pressed(page: object) -> None:
    from playwright.sync_api import Page, expect

    assert isinstance(page, Page)
    before = page.locator(".one").get_attribute("data-id") or ""
    page.keyboard.press("a")
    expect(page.locator(".one")).not_to_have_attribute("data-id", before)


def table(rows: list[Row], findings: int, size: int) -> str:
    """The rows as Markdown."""
    head = f"{findings} findings; the ledger has {size / 1e6:.0f} MB. Milliseconds.\n\n"
    return (
        head
        + "| what | median | p95 | p95, cpu | aim of p95 |\n|---|---|---|---|---|\n"
        + "\n".join(row.line() for row in rows)
        + "\n"
    )


def main() -> None:
    """Makes the ledger, or takes one that was made before, and prints the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--findings", type=int, default=100_000)
    parser.add_argument("--ledger", type=Path, help="a ledger of evals.many; it is copied, and the copy changed")
    parser.add_argument("--runs", type=int, default=40)
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--browser", action="store_true")
    parser.add_argument("--out", type=Path)
    given = parser.parse_args()
    with TemporaryDirectory() as scratch:
        folder = Path(scratch) / "ledger"
        if given.ledger:
            shutil.copytree(given.ledger, folder)
        else:
            make(folder, given.findings, progress=True)
        with Ledger.open(folder) as held:
            count = listing.total(held.store, Wanted())
        rows = []
        sources = [served(folder, given.runs, given.seed)]
        if given.browser:
            sources.append(in_browser(folder, max(5, given.runs // 4), given.seed))
        for source in sources:
            for row in source:
                rows.append(row)
                print(row.line(), flush=True)
        made = table(rows, count, (folder / "ledger.sqlite").stat().st_size)
    if given.out:
        given.out.write_text(made, encoding="utf-8")
    else:
        print(made)


if __name__ == "__main__":
    main()
