"""Reports with planted copies among reports that have none: what `evals.copies` measures on. Nothing of it is kept.

The articles are those of corpora outside the project; the copies, the quotations that two reports share, and pairs of reports
that tell of one event in their own words are made here, in the same way for a seed.
"""

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from . import planted_held
from .corpus import part

SEED = 2031
EACH = 60
"""Planted pairs of a kind."""
HELD_SEED, HELD_EACH, HELD_BASE = 4079, 40, 450
"""The same for the held-out set, and its untouched reports."""
BEGUN = datetime(2025, 3, 1, tzinfo=UTC)
SWAPPED = 1 / 9
"""Of the words in small letters, how many are another word in a reworded copy. Numbers and names stay."""

Article = tuple[str, list[str]]
"""The outlet, as far as the name of its file tells it, and the paragraphs."""

_OUTLETS = tuple(
    f"{place} {form}"
    for place in ("Tessary", "Halmer", "Lower Vale", "Kestrel", "Salt Coast", "Orsa", "Ferrow", "Pellam", "Brennoc", "Quarrel")
    for form in ("Wire", "Post", "Courier", "News Agency", "Tribune", "Herald")
)
_MUC = re.compile(r"^DEV-MUC3-\d+.*$", re.MULTILINE)
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_WORD = re.compile(r"\w+")
_CREDIT = re.compile(r"^[^()]{0,80}\([^()]{2,40}\)\s*(?:--|[—–-])\s*(?:\[[^\]]*\]\s*)*")
"""A dateline with a credit: source and copy would have it in common, and nothing would tell who copied."""
_HEAD = re.compile(r"^.{0,160}?\[text\]", re.IGNORECASE)
"""What a monitoring service writes before a broadcast: which station, at what time, in which language."""
_LONG = 80
"""Words outside quotation marks that an article must have to be used: one that is all quotation has none that could be copied."""
_SPOKEN = re.compile('["“][^"”\n]*["”\n]')


@dataclass
class Planted:
    """A report: its name, paragraphs, outlet ("": unknown), time of publication as its page tells it, and byline."""

    name: str
    paragraphs: list[str]
    outlet: str = ""
    published: str = ""
    byline: str = ""

    @property
    def content(self) -> str:
        return "\n\n".join(self.paragraphs) + "\n"

    @property
    def size(self) -> int:
        return len(_WORD.findall(self.content))


@dataclass(frozen=True)
class Pair:
    """Two planted reports, by name. `kind` is the kind of copy, or what else they have in common; `tells` is what tells who
    copied: "credit", "time" or nothing (""); a copy stands on the left."""

    left: str
    right: str
    kind: str
    tells: str = ""


@dataclass
class Planting:
    """Everything that was made, in the order in which it is put into the ledger."""

    reports: list[Planted] = field(default_factory=list)
    copies: list[Pair] = field(default_factory=list)
    others: list[Pair] = field(default_factory=list)


def held_out(shared: Path) -> Planting:
    """The same ways of copying, on texts of other corpora and with another seed: nothing was tuned on it."""
    found = (article for outlet, content in planted_held.articles(shared) for article in _usable(outlet, content))
    return _planting(list(found), HELD_SEED, HELD_EACH, HELD_BASE)


def planting(shared: Path, each: int = EACH, base: int = 1000) -> Planting:
    """The reports of the corpora below `shared`, `base` of them untouched, and `each` pairs of every kind."""
    return _planting(list(_articles(shared)), SEED, each, base)


def _planting(found: Sequence[Article], seed: int, each: int, base: int) -> Planting:
    chance = random.Random(seed)
    articles = list({"\n".join(lines): (outlet, lines) for outlet, lines in found}.values())
    chance.shuffle(articles)
    made = Planting()
    garden = _Garden(chance, articles, made)
    made.reports += (garden.untouched(f"base-{number:04}") for number in range(base))
    for kind, alter in ALTERED.items():
        for number in range(each):
            garden.copy(f"{kind}-{number:03}", kind, alter)
    for number in range(each):
        garden.quotation(f"quoted-{number:03}")
    for number in range(each // 3):
        garden.event(f"event-{number:03}")
    chance.shuffle(made.reports)
    return made


def _articles(shared: Path) -> Iterator[Article]:
    for path in sorted(part(shared, "data/polnear/train").rglob("*.txt")):
        yield from _usable(path.name.split("_")[0], path.read_text(encoding="utf-8"))
    for path in sorted(part(shared, "data/muc/dev").glob("dev-*")):
        for article in _MUC.split(path.read_text(encoding="latin-1"))[1:]:
            yield from _usable("", _in_small_letters(re.sub(r"\n {3,}", "\n\n", article)))


def _in_small_letters(content: str) -> str:
    """Text in capitals as it is written: else it could not be told which words are names, and none would be another."""
    return re.sub(r"(?:^|(?<=[.!?])\s+|\n\n)[a-z]", lambda start: start[0].upper(), content.lower())


def _usable(outlet: str, content: str) -> Iterator[Article]:
    found = [_CREDIT.sub("", _HEAD.sub("", " ".join(paragraph.split()))).strip() for paragraph in content.strip().split("\n\n")]
    paragraphs = [paragraph for paragraph in found if paragraph]
    if len(_WORD.findall(_SPOKEN.sub("", "\n".join(paragraphs)))) >= _LONG:
        yield outlet, paragraphs


Alter = Callable[["_Garden", list[str]], list[str]]


class _Garden:
    """Makes reports out of articles that are used once each."""

    def __init__(self, chance: random.Random, articles: list[Article], made: Planting) -> None:
        self.chance, self._made = chance, made
        self._articles = iter(articles)
        words = {word for _, article in articles[:200] for line in article for word in re.findall(r"\b[a-z]{4,9}\b", line)}
        self._words = sorted(words)

    def untouched(self, name: str) -> Planted:
        """The next article as it is."""
        outlet, paragraphs = next(self._articles)
        made = self.dated(Planted(name, paragraphs))
        made.outlet = outlet or made.outlet
        return made

    def next(self) -> list[str]:
        """The paragraphs of the next article."""
        return next(self._articles)[1]

    def dated(self, report: Planted) -> Planted:
        """With an outlet and a time of its own."""
        report.outlet = self.chance.choice(_OUTLETS)
        report.published = (BEGUN + timedelta(minutes=self.chance.randrange(200_000))).isoformat()
        return report

    def copy(self, name: str, kind: str, alter: Alter) -> None:
        """A source and a copy of it, with or without something that tells who copied."""
        source = self.dated(Planted(f"{name}-source", self.next()))
        copy = Planted(f"{name}-copy", alter(self, list(source.paragraphs)))
        copy.outlet = self.chance.choice([outlet for outlet in _OUTLETS if outlet != source.outlet])
        tells = TELLING[len(self._made.copies) % len(TELLING)](self, source, copy)
        self._made.reports += [source, copy]
        self._made.copies.append(Pair(copy.name, source.name, kind, tells))

    def quotation(self, name: str) -> None:
        """Two reports of their own that quote one statement."""
        line = next(paragraph for paragraph in self.next() if len(paragraph.split()) >= 25)
        statement = re.sub('["“”]', "", line)[:600].rsplit(" ", 1)[0].rstrip(",.") + "."
        cues = (f"“{statement}” the governor said.", f"The office issued a statement: “{statement}”")
        pair = [self.dated(Planted(f"{name}-{side}", self._shortened())) for side in ("one", "two")]
        for report, words in zip(pair, cues, strict=True):
            report.paragraphs.insert(1, words)
        self._made.reports += pair
        self._made.others.append(Pair(pair[0].name, pair[1].name, "quotation"))

    def event(self, name: str) -> None:
        """Two reporters on one event."""
        facts = {key: self.chance.choice(values) for key, values in FACTS.items()}
        pair = [Planted(f"{name}-{side}", [self._told(line, facts) for line in lines]) for side, lines in EVENT.items()]
        self._made.reports += map(self.dated, pair)
        self._made.others.append(Pair(pair[0].name, pair[1].name, "event"))

    def _told(self, line: Sequence[str], facts: dict[str, str]) -> str:
        return self.chance.choice(line).format(**facts)

    def _shortened(self) -> list[str]:
        return self.next()[:8]

    def trimmed(self, lines: list[str]) -> list[str]:
        """The first paragraphs, as wire copy is cut to fit: four to eight tenths of the words, sentences lost here and there."""
        wanted = self.chance.uniform(0.4, 0.8) * sum(map(len, lines))
        kept: list[str] = []
        for line in lines:
            if sum(map(len, kept)) >= wanted:
                break
            sentences = _SENTENCE.split(line)
            if len(sentences) > 2 and self.chance.random() < 0.3:
                sentences.pop(self.chance.randrange(1, len(sentences)))
            kept.append(" ".join(sentences))
        return kept if kept != lines else [*lines[:-1], lines[-1][: len(lines[-1]) // 2]]

    def reordered(self, lines: list[str]) -> list[str]:
        """The same paragraphs, or sentences where there are few, in another order: the second half goes first."""
        pieces = lines if len(lines) > 3 else [sentence for line in lines for sentence in _SENTENCE.split(line)]
        if len(pieces) == 1:
            words = pieces[0].split()
            pieces = [" ".join(words[: len(words) // 2]), " ".join(words[len(words) // 2 :])]
        half = len(pieces) // 2
        return [*pieces[half:], *self.chance.sample(pieces[:half], half)]

    def reworded(self, lines: list[str]) -> list[str]:
        """Every ninth word or so another one."""
        return [re.sub(r"\b[a-z]{3,}\b", self._another, line) for line in lines]

    def _another(self, word: re.Match[str]) -> str:
        return self.chance.choice(self._words) if self.chance.random() < SWAPPED else word[0]

    def inside(self, lines: list[str], reword: bool = False) -> list[str]:
        """A part of the source inside an article of its own, of which it makes three to nine tenths."""
        share = self.chance.uniform(0.32, 0.95)
        taken = _first(lines, sum(len(line.split()) for line in lines) * self.chance.uniform(0.5, 1))
        own: list[str] = []
        wanted = sum(len(line.split()) for line in taken) * (1 - share) / share
        while sum(len(line.split()) for line in own) < wanted:
            own += self.next()
        host = _first(own, wanted)
        at = self.chance.randrange(len(host) + 1)
        return [*host[:at], *(self.reworded(taken) if reword else taken), *host[at:]]


def _first(lines: list[str], wanted: float) -> list[str]:
    """The first words of these paragraphs, so many of them."""
    kept: list[str] = []
    for line in lines:
        left = round(wanted) - sum(len(one.split()) for one in kept)
        if left <= 0:
            break
        kept.append(" ".join(line.split()[:left]))
    return kept


ALTERED: dict[str, Alter] = {
    "whole": lambda _, lines: ["Another headline over it", *lines],
    "trimmed": _Garden.trimmed,
    "reordered": _Garden.reordered,
    "reworded": _Garden.reworded,
    "inside": _Garden.inside,
    "inside, reworded": lambda garden, lines: garden.inside(lines, reword=True),
}


def _by_instant(garden: _Garden, source: Planted, copy: Planted) -> str:
    later = datetime.fromisoformat(source.published) + timedelta(minutes=garden.chance.randrange(3, 3000))
    zone = timedelta(hours=garden.chance.randrange(-8, 9))
    copy.published = (later + zone).replace(tzinfo=None).isoformat() + _offset(zone)
    return "time"


def _offset(zone: timedelta) -> str:
    hours = round(zone.total_seconds() / 3600)
    return f"{'-' if hours < 0 else '+'}{abs(hours):02}:00"


def _by_day(garden: _Garden, source: Planted, copy: Planted) -> str:
    source.published = source.published[:10]
    copy.published = _days_after(source.published, garden.chance.randrange(4, 9))
    return "time"


def _next_day(garden: _Garden, source: Planted, copy: Planted) -> str:
    source.published = source.published[:10]
    copy.published = _days_after(source.published, garden.chance.randrange(0, 2))
    return ""


def _untold(_: _Garden, source: Planted, copy: Planted) -> str:
    source.published = copy.published = ""
    return ""


def _days_after(day: str, days: int) -> str:
    return (datetime.fromisoformat(day) + timedelta(days=days)).date().isoformat()


def _credited(write: Callable[[Planted, str], None]) -> Callable[[_Garden, Planted, Planted], str]:
    def tell(_: _Garden, source: Planted, copy: Planted) -> str:
        source.published = copy.published = ""
        write(copy, source.outlet)
        return "credit"

    return tell


def _dateline(copy: Planted, outlet: str) -> None:
    copy.paragraphs[0] = f"HALMERE, June 15 ({outlet}) — {copy.paragraphs[0]}"


def _bylined(copy: Planted, outlet: str) -> None:
    copy.byline = f"Oskar Thane, {outlet}"


TELLING: tuple[Callable[[_Garden, Planted, Planted], str], ...] = (
    _by_instant,
    _credited(_dateline),
    _by_day,
    _credited(lambda copy, outlet: copy.paragraphs.append(f"- {outlet}")),
    _next_day,
    _credited(lambda copy, outlet: copy.paragraphs.append(f"{outlet} contributed to this report.")),
    _untold,
    _credited(lambda copy, outlet: copy.paragraphs.insert(1, f"The damage is great, the {outlet} reported on Tuesday.")),
    _credited(_bylined),
    _credited(lambda copy, outlet: copy.paragraphs.append(f"This article was first published by {outlet}.")),
    _credited(lambda copy, outlet: copy.paragraphs.append(f"With reporting by {outlet} and others.")),
)
"""What tells who copied, in turn: each returns "credit", "time" or, where nothing tells, ""."""

FACTS = {
    "place": ("Brennoc", "Tolmar", "Lisk Ford", "Kerrin", "Dova", "Ostel"),
    "count": ("12", "23", "31", "47", "64"),
    "hurt": ("40", "55", "70", "120"),
    "day": ("Monday", "Tuesday", "Thursday", "Saturday"),
    "speaker": ("Sena Dravick", "Tavis Orrend", "Jorin Kaleth", "Irena Voss"),
    "what": ("market", "bus station", "school", "grain hall"),
}
EVENT = {
    "one": (
        ("Shells hit {what} in {place}, {count} dead", "{count} killed as shells strike {place}"),
        (
            "At least {count} people were killed and {hurt} hurt when shells hit the {what} in {place} on {day}, officials say.",
            "Shells on the {what} in {place} on {day} killed at least {count} people and injured {hurt}, officials said.",
        ),
        ("{speaker}, a spokesperson, said that the guns of the other side had fired from the ridge above {place}.",),
        ("Ambulances drove between the {what} and the hospital until the evening, and the road to the south was closed.",),
        ("It was the deadliest attack on {place} since the fighting began. The town had been quiet for six weeks.",),
    ),
    "two": (
        ("{place} counts its dead after {day} attack", "Grief in {place} after the {what} is hit"),
        (
            "Officials said that {count} people had died and {hurt} were hurt after the {what} in {place} was shelled on {day}.",
            "A barrage on the {what} in {place} left at least {count} dead and {hurt} wounded on {day}, according to officials.",
        ),
        ("The fire came from the ridge that the other side holds, according to {speaker}, who speaks for the command.",),
        ("Doctors at the hospital asked people to give blood. “We have no beds left,” one of them said, “and no power.”",),
        ("No attack since the beginning of the war had cost as many lives in {place}, where calm had held since spring.",),
    ),
}  # fmt: skip
"""Two reporters' own words for one event."""
