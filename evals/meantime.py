"""Same events and same values across documents, on MEANTIME (CC BY 4.0): python -m evals.meantime --shared ../shared

The English documents of the corpus, topic by topic. A pair is two mentions in different documents of one topic; it is right where
both refer to one instance of the corpus-level annotation. Events: every mention of an event that refers to an instance. Values:
every mention of an entity that begins with a number ("20 jets") and refers to an instance. Beside what the project does stands a
baseline that takes two mentions for one where their words are the same but for endings.

The corpus tells of aircraft, phones and cars: it shows how the alignment of statements and values fares on news that nothing here
was made for. Sentences are aligned as `compare.statements` does it; numbers are compared as `compare.values` does.
"""

import argparse
import json
import xml.etree.ElementTree as ElementTree
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path

from hearsay.analyse import tokens
from hearsay.compare.statements import Statement, likeness, of_words, rarity, stem
from hearsay.compare.values import Fit, Value, fit
from hearsay.extract.numbers import numbers
from hearsay.lang.en import ENGLISH
from hearsay.model import Span

from .corpus import default_shared, part

FOLDER = "data/meantime/cross-doc"
ALIKE = 0.2
"""How alike the sentences of two mentions of an event must be; the best of 0 to 0.3 on this corpus (F1 13 at 0, 24 here, 14 at
0.3)."""


@dataclass(frozen=True)
class Mention:
    """A mention in a document: its words, its sentence as it is compared, and the instance that it refers to."""

    document: str
    words: str
    sentence: Statement
    instance: str

    @property
    def stems(self) -> frozenset[str]:
        """Its words without endings."""
        return frozenset(of_words(self.words).stems) or frozenset(stem(word) for word in self.words.lower().split())


Same = Callable[[Mention, Mention], bool]


def measure(shared: Path) -> dict[str, float]:
    """Precision, recall and F1 of pairs, in percent, beside the baseline's, and how many pairs are right. Raises `CorpusAbsent`
    where the corpus is not at that path."""
    topics = [read(topic) for topic in sorted(part(shared, FOLDER).iterdir())]
    figures: dict[str, float] = {}
    for kind, same in (("event", _same_event(topics)), ("value", _same_value)):
        mentions = [[one for one in topic[kind] if one.instance] for topic in topics]
        for name, judge in (("", same), (" baseline", _same_words)):
            precision, recall, f1, right = score(mentions, judge)
            figures |= {f"{kind}{name} P": precision, f"{kind}{name} R": recall, f"{kind}{name} F1": f1}
            figures[f"{kind} pairs"] = right
    return figures


def read(topic: Path) -> dict[str, list[Mention]]:
    """The mentions of a topic's documents: of events, and of counted entities."""
    found: dict[str, list[Mention]] = {"event": [], "value": []}
    for path in sorted(topic.glob("*.xml")):
        for tag, one in _mentions(path):
            if tag == "EVENT_MENTION":
                found["event"].append(one)
            elif tag == "ENTITY_MENTION" and _number(one.words) is not None:
                found["value"].append(one)
    return found


def score(topics: Sequence[Sequence[Mention]], same: Same) -> tuple[float, float, float, int]:
    """Precision, recall and F1 over the pairs of each topic, in percent; and the number of pairs that are right in the corpus."""
    drawn = right = wanted = 0
    for one, two in _pairs(topics):
        gold, mine = one.instance == two.instance, same(one, two)
        drawn, wanted, right = drawn + mine, wanted + gold, right + (mine and gold)
    precision, recall = right / max(drawn, 1), right / max(wanted, 1)
    return 100 * precision, 100 * recall, 200 * precision * recall / max(precision + recall, 1e-9), wanted


def _pairs(topics: Iterable[Sequence[Mention]]) -> Iterator[tuple[Mention, Mention]]:
    for topic in topics:
        yield from (pair for pair in combinations(topic, 2) if pair[0].document != pair[1].document)


def _same_words(one: Mention, two: Mention) -> bool:
    return one.stems == two.stems


def _same_event(topics: Iterable[dict[str, list[Mention]]]) -> Same:
    """Whether two mentions are of one event: a stem in common, and sentences that are alike and share a name."""
    weight = rarity(one.sentence for topic in topics for one in topic["event"])

    def same(one: Mention, two: Mention) -> bool:
        if one.stems.isdisjoint(two.stems):
            return False
        named = one.sentence.names & two.sentence.names
        return bool(named) and likeness(one.sentence, two.sentence, weight) >= ALIKE

    return same


def _same_value(one: Mention, two: Mention) -> bool:
    """Whether two mentions count one thing: values that fit, and the same thing counted."""
    left, right = _number(one.words), _number(two.words)
    shared = one.stems & two.stems
    counted = bool(shared) and (shared == one.stems or shared == two.stems)
    return left is not None and right is not None and fit(left, right) is Fit.SAME and counted


def _number(words: str) -> Value | None:
    """The number that a mention begins with; None where it begins with none."""
    spoken = tuple(tokens(words, Span(0, len(words))))
    found = [one for one in numbers(spoken, 0, len(spoken), ENGLISH.numbers) if one.low is not None and one.low == one.high]
    first = found[0] if found else None
    spelled = words[:1].isdigit() or words.lower().split()[0] in _WORDS
    if first is None or first.low is None or first.low < 2 or not spelled:
        return None
    return Value(first.low, first.low, first.low, str(first.low))


_WORDS = frozenset(ENGLISH.numbers.units)


def _mentions(path: Path) -> Iterator[tuple[str, Mention]]:
    """Every mention of a document, by the tag of its kind."""
    root = ElementTree.parse(path).getroot()
    words = {one.get("t_id", ""): (one.text or "", one.get("sentence", "")) for one in root.findall("token")}
    sentences: defaultdict[str, list[str]] = defaultdict(list)
    for text, sentence in words.values():
        sentences[sentence].append(text)
    compared = {key: replace(of_words(" ".join(said)), id=f"{path.stem} {key}") for key, said in sentences.items()}
    instances = _instances(root)
    for one in root.iterfind("Markables/*"):
        anchors = [words[each.get("t_id", "")] for each in one.findall("token_anchor")]
        if anchors:
            said = " ".join(text for text, _ in anchors)
            instance = instances.get(one.get("m_id", ""), "")
            yield one.tag, Mention(path.stem, said, compared[anchors[0][1]], instance)


def _instances(root: ElementTree.Element) -> dict[str, str]:
    """The id of a mention -> the instance that it refers to."""
    known = {one.get("m_id", ""): one.get("instance_id", "") for one in root.iterfind("Markables/*")}
    found: dict[str, str] = {}
    for link in root.iterfind("Relations/REFERS_TO"):
        target = link.find("target")
        instance = known.get(target.get("m_id", ""), "") if target is not None else ""
        found |= {source.get("m_id", ""): instance for source in link.findall("source") if instance}
    return found


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=default_shared(), help="folder of the corpora (HEARSAY_SHARED)")
    print(json.dumps(measure(parser.parse_args().shared), indent=2))


if __name__ == "__main__":
    main()
