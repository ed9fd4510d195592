"""What a list is asked for in the address of its page, and the address of another list from it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlencode

from ..errors import BadFinding
from ..review.choices import side_of
from ..store.claims import STANDS
from ..store.ledger import Ledger
from ..store.listing import ORDERS, Wanted, spellings

TYPES = ("attribution", "figure", "mention")
PICKED = ("state", "voice", "kind", "shade", "polarity", "measure", "scope", "speaker", "side", "outlet", "who")
"""Filters that may be given several times: any of the values will do."""

TYPED = ("since", "until", "place", "via")
"""Filters with one value that is typed."""

ANY = "any"
"""The state of everything, dropped findings included; without a state a list shows what stands."""

NOBODY = "-"
"""In an address: an empty column (nobody is named, no outlet)."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A list as its address asks for it: of one type ("" for all), with these values picked, words searched for, and in this
    order; `report` is the id of the only text."""

    type: str = ""
    picked: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    words: str = ""
    since: str = ""
    until: str = ""
    place: str = ""
    via: str = ""
    report: str = ""
    order: str = ""

    def pairs(self) -> list[tuple[str, str]]:
        """The same as names and values, in one fixed order, defaults left out."""
        found = [("type", self.type), ("q", self.words)]
        found += [(name, value) for name in PICKED for value in self.picked.get(name, ())]
        found += [(name, str(getattr(self, name))) for name in TYPED]
        found += [("report", self.report), ("sort", self.order)]
        return [(name, value) for name, value in found if value]

    def query(self, **more: str) -> str:
        """What follows the question mark."""
        return urlencode([*self.pairs(), *((name, value) for name, value in more.items() if value)])

    def toggled(self, name: str, value: str) -> "Asked":
        """The same with a value picked, or no longer."""
        now = self.picked.get(name, ())
        values = tuple(one for one in now if one != value) if value in now else (*now, value)
        picked = {**self.picked, name: values}
        return replace(self, picked={key: kept for key, kept in picked.items() if kept})

    def bare(self, name: str) -> "Asked":
        """The same without a filter."""
        if name in PICKED:
            return replace(self, picked={key: kept for key, kept in self.picked.items() if key != name})
        cleared: dict[str, Any] = {{"q": "words"}.get(name, name): ""}
        return replace(self, **cleared)

    def of_type(self, type: str) -> "Asked":
        """The same list of another type, without the filters that it does not know."""
        own = {"figure": {"kind", "shade"}, "mention": {"kind", "shade", "polarity", "measure", "scope"}}
        foreign = own.get(type, set()) | ({"measure", "scope"} if type == "attribution" else set())
        foreign |= {"who"} if type != "mention" else set()
        kept = {key: values for key, values in self.picked.items() if key not in foreign}
        return replace(self, type=type, picked=kept)

    @property
    def narrowed(self) -> bool:
        """Whether anything is filtered."""
        return bool(self.picked or self.words or self.report or any(getattr(self, name) for name in TYPED))


def asked(given: Iterable[tuple[str, str]], type: str = "", order: str = "") -> Asked:
    """What an address asks for; `type` and `order` where it does not say. Raises `BadFinding` for what can't be asked."""
    picked: dict[str, tuple[str, ...]] = {}
    single: dict[str, str] = {}
    for name, raw in given:
        value = raw.strip().replace("\0", "")
        if name in PICKED and value:
            picked[name] = tuple(dict.fromkeys((*picked.get(name, ()), value)))
        elif value:
            single[name] = value
    kind, sort = single.get("type", type), single.get("sort", order)
    if kind not in (*TYPES, ""):
        raise BadFinding(f"there is no list of {kind!r}; there are {', '.join(TYPES)}")
    if sort and sort not in ORDERS:
        raise BadFinding(f"a list can't be sorted by {sort!r}; it can by {', '.join(ORDERS)}")
    typed = {name: single.get(name, "") for name in TYPED}
    return Asked(kind, picked, single.get("q", ""), report=single.get("report", ""), order=sort, **typed)


def wanted(one: Asked, ledger: Ledger, sides: Mapping[str, Iterable[str]]) -> Wanted:
    """The claims that are asked for, with the sides as this ledger's users define them."""
    exact = {name: [_value(v) for v in values] for name, values in one.picked.items() if name not in ("speaker", "side")}
    states = exact.pop("state", [state.value for state in STANDS])
    if ANY not in states:
        exact["state"] = states
    if one.type:
        exact["type"] = [one.type]
    return Wanted(
        exact,
        _speakers(one, ledger, sides),
        one.report,
        one.since,
        one.until,
        one.words,
        one.place,
        one.via,
    )


def _speakers(one: Asked, ledger: Ledger, sides: Mapping[str, Iterable[str]]) -> list[str] | None:
    """The only speakers: those picked, and those of the sides picked; both, where both are."""
    named = [_value(value) for value in one.picked["speaker"]] if "speaker" in one.picked else None
    if "side" not in one.picked:
        return named
    chosen = side_of({side: names for side, names in sides.items() if side in one.picked["side"]})
    theirs = spellings(ledger.store, chosen)
    return theirs if named is None else [name for name in named if name in theirs]


def _value(value: str) -> str:
    return "" if value == NOBODY else value
