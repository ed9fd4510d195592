"""What the ledger's page shows beside its rows: facets, chips for the filters in force, counts of the types."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from ..review.choices import side_of
from ..store.ledger import Ledger
from ..store.listing import NAMED, OWN, UNNAMED, Count
from . import tallies
from .asking import ANY, NOBODY, PICKED, TYPED, TYPES, Asked, wanted

SHOWN = 8
"""Values of a facet before the rest is folded."""

MOST = 60
"""Values of a facet in all: what is rarer is reached by search."""

FACETS: Mapping[str, tuple[str, ...]] = {
    "attribution": ("state", "voice", "side", "speaker", "kind", "shade", "polarity", "outlet", "month"),
    "figure": ("state", "voice", "measure", "scope", "side", "speaker", "kind", "outlet", "polarity", "month"),
    "mention": ("state", "voice", "who", "side", "speaker", "outlet", "month"),
    "": ("state", "voice", "side", "speaker", "outlet", "month"),
}
TITLES = {
    "state": "Status",
    "voice": "Voice",
    "side": "Side",
    "speaker": "Source",
    "kind": "Kind of source",
    "shade": "Cue's shade",
    "polarity": "Polarity",
    "measure": "Measure",
    "scope": "Scope",
    "outlet": "Outlet",
    "month": "Published",
    "who": "Who is meant",
    "since": "Since",
    "until": "Until",
    "place": "Place",
    "via": "Through",
    "report": "Report",
    "q": "Words",
}
EMPTY = {
    "speaker": "own voice, or nobody named",
    "kind": "own voice, or nobody named",
    "outlet": "outlet unknown",
    "month": "no date",
    "shade": "no cue",
    "who": "not said",
}
VOICES = {OWN: "the outlet’s own", UNNAMED: "nobody named", NAMED: "a named source"}


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a facet: how many there are, where the list with it picked (or no longer) is, and whether it is."""

    label: str
    count: int
    query: str
    picked: bool
    value: str


@dataclass(frozen=True, slots=True)
class Facet:
    """A column's values, the most frequent first. `more` are those that are folded, `rest` how many are not listed at all."""

    name: str
    title: str
    choices: tuple[Choice, ...]
    more: tuple[Choice, ...]
    rest: int


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter in force, and the list without it."""

    title: str
    label: str
    query: str


def facets(ledger: Ledger, asked: Asked, sides: Mapping[str, Iterable[str]]) -> tuple[list[Facet], int]:
    """The facets of a list, and how many claims it has."""
    names = FACETS[asked.type]
    columns = [name for name in names if name != "side"]
    chosen = wanted(asked, ledger, sides)
    counts = tallies.of(ledger).facets(chosen, columns)
    states = chosen.exact.get("state")
    count = sum(one.count for one in counts["state"] if states is None or one.value in states)
    if sides:
        counts["side"] = _sides(ledger, asked, sides)
    made = (_facet(name, counts.get(name, []), asked) for name in names)
    shown = [one for one in made if one.choices and (len(one.choices) > 1 or one.name in ("state", "side") or _in_force(one))]
    return shown, count


def types(ledger: Ledger, asked: Asked, sides: Mapping[str, Iterable[str]], count: int) -> list[tuple[str, int, str]]:
    """Each type of finding, how many there are under the filters that all types know (of this list's own type `count`), and
    where they are listed."""
    common = replace(asked.of_type("mention").bare("who"), type="")
    tally = tallies.of(ledger).facets(wanted(common, ledger, sides), ["type"])["type"]
    counts = {one.value: one.count for one in tally} | {asked.type: count}
    return [(type, counts.get(type, 0), asked.of_type(type).query()) for type in TYPES]


def chips(asked: Asked, report: str) -> list[Chip]:
    """Every filter in force; `report` is the name of the report that a list is narrowed to."""
    found = [Chip(TITLES["q"], asked.words, asked.bare("q").query())] if asked.words else []
    for name in PICKED:
        for value in asked.picked.get(name, ()):
            found.append(Chip(TITLES[name], _label(name, value), asked.toggled(name, value).query()))
    for name in TYPED:
        if value := str(getattr(asked, name)):
            found.append(Chip(TITLES[name], value, asked.bare(name).query()))
    if asked.report:
        found.append(Chip(TITLES["report"], report, asked.bare("report").query()))
    return found


def _sides(ledger: Ledger, asked: Asked, sides: Mapping[str, Iterable[str]]) -> list[Count]:
    """How many claims the names of each side have."""
    free = asked.bare("side") if "side" in asked.picked else asked
    of = side_of(sides)
    tally = dict.fromkeys(sides, 0)
    for count in tallies.of(ledger).facets(wanted(free, ledger, sides), ["speaker"])["speaker"]:
        if (side := of.get(count.value.casefold())) is not None:
            tally[side] += count.count
    return [Count(side, count) for side, count in tally.items()]


def _facet(name: str, counts: list[Count], asked: Asked) -> Facet:
    picked = asked.picked.get(name, ())
    choices = [_choice(name, count, asked) for count in counts]
    if name == "month":
        choices = [*_years(counts, asked), *sorted(choices, key=lambda one: one.value, reverse=True)]
    first = [one for i, one in enumerate(choices) if i < SHOWN or one.value in picked]
    more = [one for one in choices if one not in first]
    return Facet(name, TITLES[name], tuple(first), tuple(more[:MOST]), len(more[MOST:]))


def _choice(name: str, count: Count, asked: Asked) -> Choice:
    value = count.value or NOBODY
    if name == "month":
        return _stretch(count.value, _label(name, value), count.count, asked)
    picked = value in asked.picked.get(name, ())
    return Choice(_label(name, value), count.count, asked.toggled(name, value).query(), picked, value)


def _years(counts: Iterable[Count], asked: Asked) -> list[Choice]:
    """A choice for each year, the latest first."""
    tally: Counter[str] = Counter()
    for count in counts:
        if count.value:
            tally[count.value[:4]] += count.count
    return [_stretch(year, f"all of {year}", tally[year], asked) for year in sorted(tally, reverse=True)]


def _stretch(when: str, label: str, count: int, asked: Asked) -> Choice:
    """The list within a month or a year; where it is so already, without."""
    here = asked.since == asked.until == when and bool(when)
    chosen = "" if here else when
    return Choice(label, count, replace(asked, since=chosen, until=chosen).query(), here, when or NOBODY)


def _label(name: str, value: str) -> str:
    if name == "voice":
        return VOICES.get(value, value)
    if name == "state" and value == ANY:
        return "any, dropped ones too"
    return EMPTY.get(name, "none") if value == NOBODY else value


def _in_force(one: Facet) -> bool:
    return any(choice.picked for choice in one.choices)
