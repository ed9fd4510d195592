"""The keys of MUC-4's development reports (1,300): are the killed, injured and kidnapped of each template read?

    python -m evals.muc_keys [--shared FOLDER] [--failures N]

A key holds templates, one an incident, and each says how many human targets of which name there were and what became of
them. An item is one such line: effect (killed, injured, kidnapped) and number, with the target's words. The rule of
matching, report by report:

- a figure of ours fits an item where the measure is the effect's and one of the numbers that its words give is one of the
  item's ("5-", "~100", "10 / 12" are 5, 100, and either); each figure serves one item, and items are served so that as many
  as can be are.
- fits *with its target*: besides, who is counted (or the number's words, for a name) has a word of the target's.
- a figure that fits no item that is left, but repeats one that was served (same measure, same number), is a repetition and
  counts neither way; of several unfitting figures of one measure and number in a report one is wrong.
- items marked as optional ("?"), and TOTAL NUMBERs, may be read or not. PLURAL has no number: no item, and a figure of ours
  without a number is none either. Denied and zero figures are left out.

The keys hold terrorist incidents alone: soldiers and guerrillas who fall in combat, and whatever an older story tells, are
in the reports and not in the keys. What is right by the text is then wrong by the key, so precision is told for reports that
have items, and is a lower bound. The reports are in capitals throughout; they are read as they stand, by rules and
encoder.
"""

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from hearsay.analyse import analyse
from hearsay.extract.figures import Figures
from hearsay.lang.en import ENGLISH
from hearsay.model import Block, Figure, Label, Measure, Polarity, Span, Text

from .corpus import default_shared, part

DEV = "data/muc/dev"
EFFECTS: Mapping[str, frozenset[Measure]] = {
    "DEATH": frozenset({Measure.KILLED}),
    "INJURY": frozenset({Measure.INJURED}),
}
KIDNAPPED = frozenset({Measure.ABDUCTED, Measure.HELD})
GENERAL = frozenset("the of and a an in to by for from other people person persons".split())

_MESSAGE = re.compile(r"^((?:DEV|TST\d)-MUC\d-\d{4})\b.*$", re.MULTILINE)
_SLOT = re.compile(r"^(\d+)\.\s+([A-Z][A-Z :]+?)\s{2,}(.*)$")
_QUOTED = re.compile(r'"([^"]*)"')
_NUMBER = re.compile(r"\d+")
_WORD = re.compile(r"\w+")
Slots = dict[str, list[str]]


@dataclass(frozen=True)
class Item:
    """So many of a target, and what became of them. `numbers` are any of those that the key allows."""

    measures: frozenset[Measure]
    numbers: frozenset[int]
    target: frozenset[str]
    optional: bool = False
    named: bool = False
    """Whether the key names them: one person, whom no number need count."""


@dataclass(frozen=True)
class Ours:
    """A figure as it is matched."""

    measure: Measure
    numbers: frozenset[int]
    words: frozenset[str]

    def fits(self, item: Item, *, target: bool = False) -> bool:
        """Whether it is of the item's effect and number, and `target`: of its words too."""
        alike = self.measure in item.measures and bool(self.numbers & item.numbers)
        return alike and (not target or bool(self.words & item.target))


@dataclass(frozen=True)
class Judged:
    """One report: its items and figures, matched. `missed` are items that no figure serves, `wrong` figures that serve none."""

    message: str
    items: Sequence[Item]
    ours: Sequence[Ours]

    @cached_property
    def served(self) -> Mapping[int, int]:
        """Item -> figure, those that must be read before those that may."""
        return matching(self.items, self.ours)

    @cached_property
    def missed(self) -> list[Item]:
        return [item for at, item in enumerate(self.items) if at not in self.served and not item.optional]

    @cached_property
    def wrong(self) -> list[Ours]:
        used = {self.ours[at] for at in self.served.values()}
        known = {(one.measure, number) for one in used for number in one.numbers}
        left = (one for at, one in enumerate(self.ours) if at not in self.served.values())
        unfit = {
            (one.measure, one.numbers): one for one in left if not any((one.measure, number) in known for number in one.numbers)
        }
        return list(unfit.values())

    def right(self, *, target: bool = False) -> list[Item]:
        """Items that must be read and are; `target`: with a word of theirs."""
        served = matching(self.items, self.ours, target=True) if target else self.served
        return [self.items[at] for at in served if not self.items[at].optional]


def matching(items: Sequence[Item], ours: Sequence[Ours], *, target: bool = False) -> dict[int, int]:
    """A largest assignment of figures to items (item -> figure), with the required items served first."""
    taken: dict[int, int] = {}

    def serve(item: int, tried: set[int]) -> bool:
        for at, one in enumerate(ours):
            if at not in tried and one.fits(items[item], target=target):
                tried.add(at)
                if at not in taken or serve(taken[at], tried):
                    taken[at] = item
                    return True
        return False

    for item in sorted(range(len(items)), key=lambda at: items[at].optional):
        serve(item, set())
    return {item: at for at, item in taken.items()}


# --- the keys ---------------------------------------------------------------------------------------


def templates(key: str) -> Iterator[tuple[str, Slots]]:
    """Every template of a file of keys: the message's id, and the lines of each slot by its name. A message without an incident
    has one whose slots are "*"."""
    slots: Slots = {}
    name = ""
    for line in key.splitlines():
        if found := _SLOT.match(line):
            if found[1] == "0" and slots:
                yield slots["MESSAGE: ID"][0].split()[0], slots
                slots = {}
            name = found[2].strip()
            slots[name] = [found[3].strip()]
        elif name and line.startswith(" ") and line.strip():
            slots[name].append(line.strip())
    if slots:
        yield slots["MESSAGE: ID"][0].split()[0], slots


def items(slots: Slots) -> Iterator[Item]:
    """The items of a template."""
    effects = {target: words for words, target, _ in _fillers(slots, "HUM TGT: EFFECT OF INCIDENT")}
    kidnapping = "KIDNAPPING" in slots["INCIDENT: TYPE"][0]
    unsure = slots["MESSAGE: TEMPLATE"][0].startswith("?") or "(OPTIONAL)" in slots["MESSAGE: TEMPLATE"][0]
    found: set[frozenset[Measure]] = set()
    for words, target, named in _fillers(slots, "HUM TGT: NUMBER"):
        numbers = frozenset(map(int, _NUMBER.findall(words)))
        effect = effects.get(target, "")
        measures = _measures(effect) or (KIDNAPPED if kidnapping else frozenset())
        found.add(measures)
        if numbers and measures:
            optional = unsure or "?" in words or effect.startswith("?") or "PLURAL" in words
            yield Item(measures, numbers, _content(target), optional, named)
    total = frozenset(map(int, _NUMBER.findall(" ".join(slots.get("HUM TGT: TOTAL NUMBER", [])))))
    if total and (any_of := frozenset[Measure]().union(*found)):
        yield Item(any_of, total, frozenset(), optional=True)


def _fillers(slots: Slots, name: str) -> Iterator[tuple[str, str, bool]]:
    """The filler of each line, the words that it is about, and whether these name somebody."""
    names = {quoted for line in slots.get("HUM TGT: NAME", []) for quoted in _QUOTED.findall(line)}
    for line in slots.get(name, []):
        words, _, target = line.partition(":")
        if words not in ("*", "-"):
            about = _QUOTED.findall(target)
            yield words.strip(), " ".join(about), not names.isdisjoint(about)


def _measures(effect: str) -> frozenset[Measure]:
    """The measures of "DEATH", of "? INJURY / DEATH"; none of "NO INJURY"."""
    named = (EFFECTS.get(words.strip(" ?()"), frozenset()) for words in effect.split("/"))
    return frozenset[Measure]().union(*named)


def _content(words: str) -> frozenset[str]:
    return frozenset(word for word in _WORD.findall(words.lower()) if word not in GENERAL)


# --- the reports ------------------------------------------------------------------------------------


def reports(text: str) -> Iterator[tuple[str, str]]:
    """Every report of a file: its id and its words."""
    heads = list(_MESSAGE.finditer(text))
    ends = [head.start() for head in heads[1:]] + [len(text)]
    for head, end in zip(heads, ends, strict=True):
        yield head[1], text[head.end() : end].strip()


def figures(words: str) -> list[Ours]:
    """What is read in a report: affirmed numbers of killed, injured and kidnapped."""
    text = Text("t", "d", "plain@1", "en", words, blocks=(Block(Span(0, len(words)), Label.MAIN, True),))
    found = (each.finding for each in Figures()(analyse(text, ENGLISH, None)))
    return [one for each in found if isinstance(each, Figure) for one in _ours(each)]


def _ours(one: Figure) -> Iterator[Ours]:
    numbers = frozenset(number for number in (one.low, one.high) if number)
    wanted = one.measure in KIDNAPPED | {Measure.KILLED, Measure.INJURED}
    if numbers and wanted and one.polarity is Polarity.AFFIRMED:
        yield Ours(one.measure, numbers, _content(f"{one.words} {one.who}"))


def judged(folder: Path) -> Iterator[Judged]:
    """Every report for which there is a key, in order. Raises `LookupError` where a key has no report."""
    wanted: defaultdict[str, list[Item]] = defaultdict(list)
    for path in sorted(folder.glob("key-dev-*")):
        for message, slots in templates(path.read_text(encoding="latin-1")):
            wanted[message] += items(slots) if slots["INCIDENT: TYPE"][0] != "*" else []
    texts = dict(each for path in sorted(folder.glob("dev-*")) for each in reports(path.read_text(encoding="latin-1")))
    if lost := wanted.keys() - texts.keys():
        raise LookupError(f"{folder}: no report for the keys of {', '.join(sorted(lost)[:3])}")
    for message, found in sorted(wanted.items()):
        yield Judged(message, found, figures(texts[message]))


def several(one: Judged) -> Judged:
    """The same report without single people: numbers of two and more on both sides."""
    wanted = [item for item in one.items if max(item.numbers) > 1]
    return Judged(one.message, wanted, [each for each in one.ours if max(each.numbers) > 1])


def score(every: Iterable[Judged]) -> dict[str, float]:
    """Percent: precision, recall and F1 of effect and number over the reports that have items; recall with the target's words, of
    targets that are counted and of those that are named; besides, the count of items."""
    tally: Counter[str] = Counter()
    for one in every:
        if not one.items:  # nothing of this kind in its key: an older story, a fight between soldiers, or no incident at all
            continue
        right = one.right()
        tally["right"] += len(right)
        tally["with target"] += len(one.right(target=True))
        tally["missed"] += len(one.missed)
        for item in right:
            tally["named, right" if item.named else "counted, right"] += 1
        for item in (*right, *one.missed):
            tally["named" if item.named else "counted"] += 1
        tally["wrong"] += len(one.wrong)
    items_ = tally["right"] + tally["missed"]
    found = tally["right"] + tally["wrong"]
    precision, recall = tally["right"] / (found or 1), tally["right"] / (items_ or 1)
    return {
        "items": items_,
        "precision": 100 * precision,
        "recall": 100 * recall,
        "F1": 100 * 2 * precision * recall / ((precision + recall) or 1),
        "recall, with its target": 100 * tally["with target"] / (items_ or 1),
        "recall, counted": 100 * tally["counted, right"] / (tally["counted"] or 1),
        "recall, named": 100 * tally["named, right"] / (tally["named"] or 1),
    }


def measure(shared: Path) -> dict[str, float]:
    """The scores of all development reports, and F1 of the numbers of two and more among them."""
    return scores(list(judged(part(shared, DEV))))


def scores(every: Sequence[Judged]) -> dict[str, float]:
    """`score`, and what of it holds for numbers of two and more."""
    more = score(map(several, every))
    return score(every) | {f"two and more, {name}": more[name] for name in ("items", "precision", "recall", "F1")}


def main() -> None:
    """Print the scores, and some failures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=default_shared(), help="folder of the corpora (HEARSAY_SHARED)")
    parser.add_argument("--failures", type=int, default=0, metavar="N", help="also show N reports with something missed or wrong")
    options = parser.parse_args()
    every = list(judged(part(options.shared, DEV)))
    for name, value in scores(every).items():
        print(f"{name:26}{value:8.1f}")
    for one in [one for one in every if one.missed or (one.items and one.wrong)][: options.failures]:
        print(one.message)
        for item in one.missed:
            print("  missed", *sorted(item.measures), sorted(item.numbers), *sorted(item.target))
        for figure in one.wrong:
            print("  wrong ", figure.measure.value, sorted(figure.numbers), *sorted(figure.words))


if __name__ == "__main__":
    main()
