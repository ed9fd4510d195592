"""A ledger for tests of the reviewing room: emoji before what is found, lines that run from right to left, and two outlets."""

from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from hearsay.codec import id_of
from hearsay.ledger import State
from hearsay.model import About, Attribution, Field, Figure, Mention, Stance, Verdict
from hearsay.pipeline import Report
from hearsay.store.ledger import Ledger

from . import ledgers
from .ledgers import T0

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

STORY = """Tolls differ 🌉 after the fall of the bridge

Irena Voss said 417 fighters died and 96 of them fell at the bridge.

😀🌉 The Southern Council said the Northern Guard lost at least 130 fighters, or dozens more.

قالت اللجنة إن 31 شخصا قتلوا قرب الجسر.

הוועדה אמרה כי 23 בני אדם נהרגו ליד הגשר.
"""
LATER = """A second list from the river

The Southern Council said 12 boats burnt; the old count of 8 stands no longer.
"""
SPREADSHEET = """=SUM(A1) in the headline

Mira Lund said -7 is no number of dead. Mira Lund said 5 died.
"""


def dated(report: Report, outlet: str, day: str) -> Report:
    """The report with what its page says of its outlet and day."""
    from dataclasses import replace

    text = report.page.text.id
    told = (About(text, Field.OUTLET, outlet, "meta"), About(text, Field.PUBLISHED, day, "json-ld"))
    said = tuple((one, Verdict(id_of(one), Stance.FOUND, "tests.reader@1", T0)) for one in told)
    page = replace(report.page, abouts=(*report.page.abouts, *told))
    return replace(report, page=page, findings=tuple(sorted((*report.findings, *said), key=lambda pair: pair[1].finding)))


def filled(folder: Path) -> Path:
    """The ledger, in `folder`."""
    with Ledger.open(folder) as held:
        held.add(dated(ledgers.made("story", STORY), "Orsa Post", "2031-06-02"))
        held.add(dated(ledgers.made("later", LATER), "Tessary Wire", "2031-07-09"))
        held.add(ledgers.made("sheet", SPREADSHEET))
    return folder


def figure(folder: Path, words: str) -> str:
    """The id of the figure with these words."""
    with Ledger.open(folder) as held:
        return next(e.id for e in held.findings(Figure) if isinstance(e.finding, Figure) and e.finding.words == words)


Found = TypeVar("Found", Attribution, Figure, Mention)


def found(folder: Path, words: str, kind: type[Found]) -> Found:
    """The finding of that type which stands with these words, or whose words begin so; an accepted one goes first."""
    with Ledger.open(folder) as held:
        every = [claim for claim in held.claims(kind) if claim.words.startswith(words)]
    assert every, f"nothing stands that begins with {words!r}"
    best = max(every, key=lambda claim: claim.state is State.ACCEPTED).finding
    assert isinstance(best, kind)
    return best


def state(folder: Path, id: str) -> str:
    """How a finding stands."""
    with Ledger.open(folder) as held:
        return held.finding(id).standing.state.value


def short(id: str) -> str:
    """An id as it stands in an address."""
    return id.removeprefix("h1:")


def serious(page: "Page") -> list[str]:
    """What axe finds that is serious or critical, in words."""
    from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]

    page.wait_for_load_state()  # colours are those of the style sheet only when it is there
    violations = Axe().run(page).response["violations"]
    worst = [one for one in violations if one["impact"] in ("serious", "critical")]
    return [f"{one['id']}: {one['nodes'][0]['html'][:160]}" for one in worst]


def at(page: "Page", words: str) -> None:
    """The card that is shown is that of the figure or mention with these words."""
    _expect(page.locator(".passage .is").first).to_have_text(words)
    page.wait_for_load_state()  # keys are heard from then on


def said(page: "Page", words: str) -> None:
    _expect(page.locator(".toast").last).to_contain_text(words)


def spans(page: "Page", name: str, value: str) -> None:
    _expect(page.locator(f'.editing input[name="{name}"]')).to_have_value(value)


def span(words: str, nth: int = 0) -> str:
    """Where words stand in the story, in code points."""
    content = STORY
    start = -1
    for _ in range(nth + 1):
        start = content.index(words, start + 1)
    return f"{start}-{start + len(words)}"


def drag(page: "Page", words: str) -> None:
    """Marks words of the passage with the mouse, from the first to the last letter."""
    box = page.evaluate(
        """(words) => {
          const walker = document.createTreeWalker(document.querySelector(".passage"), NodeFilter.SHOW_TEXT);
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const at = node.data.indexOf(words);
            if (at < 0) continue;
            const range = document.createRange();
            range.setStart(node, at);
            range.setEnd(node, at + words.length);
            const { left, right, top, height } = range.getBoundingClientRect();
            return { left, right, y: top + height / 2 };
          }
          return null;
        }""",
        words,
    )
    assert box, f"{words!r} is not in one piece of the passage"
    page.mouse.move(box["left"] + 1, box["y"])
    page.mouse.down()
    page.mouse.move(box["right"] - 1, box["y"], steps=4)
    page.mouse.up()


def _expect(locator: "Locator") -> Any:
    from playwright.sync_api import expect

    return expect(locator)
