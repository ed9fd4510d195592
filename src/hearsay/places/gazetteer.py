"""`Gazetteer.resolve`: what a name may stand for in what is at hand: the user's file, GeoNames, both or neither."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol, Self

from . import own
from .base import Candidate, Context, Resolution
from .names import bare, plain

EXTRA = "pip install 'hearsay[places]'"
UNRESOLVED = "unresolved: there is no gazetteer at hand"
NO_CONTEXT = Context()
NOTHING = f"no gazetteer: there is no {own.FILE} in the ledger's folder, and the extra `places` is not installed ({EXTRA})"


class Names(Protocol):
    """A gazetteer of the world."""

    def named(self, name: str) -> tuple[Candidate, ...]:
        """The places of a name as looked up (`names.plain`)."""


@dataclass(frozen=True)
class Gazetteer:
    """What is at hand: `mine` are the user's places by name, `world` a gazetteer, None where there is none."""

    mine: Mapping[str, tuple[Candidate, ...]] = field(default_factory=dict)
    world: Names | None = None

    @classmethod
    def of(cls, folder: Path, *, world: bool = True) -> Self:
        """What is at hand for the ledger in `folder`: its places.csv, and with `world` GeoNames where the extra is installed.
        Raises `Unreadable` for a file that is no such table."""
        from .geonames import Geonames, installed

        path = folder / own.FILE
        return cls(own.load(path) if path.is_file() else {}, Geonames.open() if world and installed() else None)

    @property
    def empty(self) -> bool:
        """Whether there is nothing to ask."""
        return not self.mine and self.world is None

    def resolve(self, words: str, context: Context = NO_CONTEXT) -> Resolution:
        """What `words`, a place's name as written, may stand for. All candidates are kept. The user's own places come before
        others of that name; beyond that only what the text itself names (a country, a province) speaks for a candidate."""
        name, said = bare(words)
        whole = plain(words)
        if not whole:
            return Resolution(words, reason="no place is named")
        mine = tuple(sorted({*self.mine.get(whole, ()), *self.mine.get(name, ())}))
        world = tuple(sorted({*self._world(whole), *self._world(name)}))
        every = (*mine, *world)
        if not every:
            return Resolution(words, reason=UNRESOLVED if self.empty else "unresolved: in no gazetteer at hand", said=said)
        fitting, why = (mine, f"by {mine[0].gazetteer}") if mine else (world, "")
        if said is not None and (kin := tuple(one for one in fitting if one.kind is said)):
            fitting, why = kin, f"{why}; the words say what kind of place it is".removeprefix("; ")
        if len(fitting) > 1 and (near := _named(fitting, context, {whole, name})) and len(near) < len(fitting):
            fitting, why = near, f"{why}; the text names where".removeprefix("; ")
        return Resolution(words, every, fitting, _told(every, fitting, why), said)

    def _world(self, name: str) -> tuple[Candidate, ...]:
        return self.world.named(name) if self.world is not None else ()


def _named(candidates: tuple[Candidate, ...], context: Context, own_names: set[str]) -> tuple[Candidate, ...]:
    """The candidates whose country or province the context names; the place's own name tells nothing more."""
    known = {form for one in context.named for form in (plain(one), bare(one)[0])} - own_names
    return tuple(one for one in candidates if {plain(one.country), plain(one.admin)} & known)


def _told(every: tuple[Candidate, ...], fitting: tuple[Candidate, ...], why: str) -> str:
    count = f"{len(fitting)} of {len(every)} candidates" if len(every) > 1 else "one candidate"
    return f"{count} ({why})" if why else count if len(fitting) == 1 else f"ambiguous: {count} fit"
