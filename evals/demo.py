"""The demo reports against their gold: who said what through whom, which figures, and which day.

    python -m evals.demo

An attribution is found where its cue overlaps, its content shares half its words or more (Jaccard index) and its source
overlaps, or both have none; each of the gold is found once. A figure is found where its span overlaps and its bounds and
measure are the same. What is labelled (speaker, window ...) is scored on what was found; "(where any)" leaves out what
has none in the gold. What was read in headings counts neither way, since the gold leaves them out.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from hearsay import api, demo
from hearsay.export import contract
from hearsay.pipeline import Report
from tests.gold import GoldReport, Row, everything, heads, line

Tally = Counter[str]
Pairs = list[tuple[Row, Row]]
"""Gold and found, matched."""

SCORED = ("attributions", "figures")
JACCARD = 0.5
PERSON = "person"
ARTICLES = frozenset({"the", "a", "an"})
WORD = re.compile(r"\w+")
ATTRIBUTION_LABELS = ("speaker", "source_kind", "shade", "quoting", "polarity", "via", "inside")
FIGURE_LABELS = ("modifier", "scope", "window", "polarity", "modality", "part_of", "attribution")
OFTEN_NONE = ("via", "inside", "part_of", "window")


def measure() -> dict[str, float]:
    """Points of 100 over all demo reports. Raises `LookupError` for a report that was not read."""
    tally: Tally = Counter()
    read = by_report(api.read(demo.reports(), extractors=SCORED))
    for gold in everything().values():
        score(gold, read[gold.report, gold.entry], tally)
    return report(tally)


def by_report(outcomes: Iterator[api.Outcome]) -> Mapping[tuple[str, int | None], Report]:
    """What was read, by file name, and by number in it for the entries of a feed. Raises `LookupError` for a refusal."""
    names = {path.stem: path.name for path in demo.reports().iterdir()}
    found: dict[tuple[str, int | None], Report] = {}
    entries: Counter[str] = Counter()
    for outcome in outcomes:
        if not isinstance(outcome, Report):
            raise LookupError(f"a demo report was not read: {outcome}")
        kind, _, feed = outcome.item.via.partition(":")
        if kind == "feed":
            found[names[feed], entries[feed]] = outcome
            entries[feed] += 1
        else:
            found[names[Path(outcome.item.name).stem], None] = outcome
    return found


def score(gold: GoldReport, read: Report, tally: Tally) -> None:
    """Adds one report to the tally: "NAME right" of "NAME all" for labels; "right", "gold" and "found" for F1."""
    text = read.page.text
    wanted, found = line(gold, text), contract.line(read)
    headings = [(span.start, span.end) for span in heads(text)]
    attributions = [row for row in found["attributions"] if not overlap(row["content"], headings)]
    figures = [row for row in found["figures"] if not overlap(row["span"], headings)]
    said = matched(wanted["attributions"], attributions, lambda a, b: likeness(a, b, text.content))
    counted = matched(wanted["figures"], figures, same_figure)
    count("attribution found", wanted["attributions"], attributions, said, tally)
    count("figure value and measure", wanted["figures"], figures, counted, tally)
    ids: dict[str, str] = {a["id"]: b["id"] for a, b in said}
    label("attribution", ATTRIBUTION_LABELS, said, ids, tally)
    wholes: dict[str, str] = {a["id"]: b["id"] for a, b in counted}
    label("figure", FIGURE_LABELS, counted, ids | wholes, tally)
    published = found["document"]["published"] or {"value": "", "conflict": False}
    tick("published day", published["value"][:10] == gold.published, tally)
    tick("date conflict told", published["conflict"] == gold.conflict, tally)
    tick("language", text.language == gold.language, tally)


def matched(gold: Sequence[Row], found: Sequence[Row], likeness: Callable[[Row, Row], float]) -> Pairs:
    """Pairs of gold and found, the likest first, each row at most once."""
    pairs = [(likeness(a, b), i, j) for i, a in enumerate(gold) for j, b in enumerate(found)]
    taken: set[tuple[str, int]] = set()
    result: Pairs = []
    for how, i, j in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if how > 0 and ("gold", i) not in taken and ("found", j) not in taken:
            taken |= {("gold", i), ("found", j)}
            result.append((gold[i], found[j]))
    return result


def likeness(gold: Row, found: Row, content: str) -> float:
    """The Jaccard index of the words of two contents; 0 where an attribution does not count as found."""
    for role in ("cue", "source"):
        if bool(gold[role]) != bool(found[role]) or (gold[role] and not overlap(gold[role], found[role])):
            return 0.0
    one, other = words(gold["content"], content), words(found["content"], content)
    shared = len(one & other) / len(one | other) if one | other else 0.0
    return shared if shared >= JACCARD else 0.0


def same_figure(gold: Row, found: Row) -> float:
    """1 where span, bounds and measure agree."""
    agree = all(gold[name] == found[name] for name in ("low", "high", "measure"))
    return float(agree and overlap(gold["span"], found["span"]))


def overlap(one: Sequence[Sequence[int]], other: Sequence[Sequence[int]]) -> bool:
    return any(a < d and c < b for a, b in one for c, d in other)


def words(spans: Sequence[Sequence[int]], content: str) -> frozenset[int]:
    """Where the words of some spans begin."""
    return frozenset(match.start() for start, end in spans for match in WORD.finditer(content, start, end))


def count(name: str, gold: Sequence[Row], found: Sequence[Row], pairs: Pairs, tally: Tally) -> None:
    tally.update({f"{name}|gold": len(gold), f"{name}|found": len(found), f"{name}|right": len(pairs)})


def label(kind: str, names: Sequence[str], pairs: Pairs, ids: Mapping[str, str], tally: Tally) -> None:
    """Ticks for every label of every matched pair. `ids` tell which found row stands for a key of the gold."""
    for gold, found in pairs:
        for name in names:
            right = agrees(name, gold, found, ids)
            tick(f"{kind} {name}", right, tally)
            if name in OFTEN_NONE and gold[name]:
                tick(f"{kind} {name} (where any)", right, tally)


def agrees(name: str, gold: Row, found: Row, ids: Mapping[str, str]) -> bool:
    """Whether one label of a matched pair is right."""
    a, b = gold[name], found[name]
    if name in ("inside", "part_of", "attribution"):
        return bool(b == (ids.get(a, "") if a else None))
    if name == "window":
        return days(a) == days(b)
    if name == "speaker":
        return same_name(a, b, gold["source_kind"] == PERSON)
    if name == "via":
        return len(a) == len(b) and all(same_name(x, y) for x, y in zip(a, b, strict=True))
    return bool(a == b)


def days(window: Any) -> tuple[bool, Any, Any]:
    """Whether there is a window, and its days."""
    return (True, window["start"], window["end"]) if window else (False, None, None)


def same_name(gold: str | None, found: str | None, whole: bool = False) -> bool:
    """Whether two names have the same words, articles and case apart; unless `whole`, one may have more."""
    one, other = (frozenset(WORD.findall((name or "").casefold())) - ARTICLES for name in (gold, found))
    return one == other or (not whole and bool(one and other) and (one <= other or other <= one))


def tick(name: str, right: bool, tally: Tally) -> None:
    tally.update({f"{name}|all": 1, f"{name}|ticks": int(right)})


def report(tally: Tally) -> dict[str, float]:
    """The tally in points of 100: precision, recall and F1 of what is found, and the share of right labels."""
    points: dict[str, float] = {}
    for name in dict.fromkeys(key.partition("|")[0] for key in tally):
        if f"{name}|gold" in tally:
            right, gold, found = (tally[f"{name}|{part}"] for part in ("right", "gold", "found"))
            points[f"{name}, precision"] = share(right, found)
            points[f"{name}, recall"] = share(right, gold)
            points[f"{name}, F1"] = share(2 * right, gold + found)
        else:
            points[name] = share(tally[f"{name}|ticks"], tally[f"{name}|all"])
    return points


def share(part: int, whole: int) -> float:
    return round(100 * part / whole, 1) if whole else 0.0


def main() -> None:
    for name, value in measure().items():
        print(f"{name:44}{value:8.1f}")


if __name__ == "__main__":
    main()
