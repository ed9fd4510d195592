"""What a name of a place may stand for: candidates, and what of them is certain."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a place is, the widest first. The values are those of the column `kind` in places.csv."""

    WATERS = "waters"  # of no country
    COUNTRY = "country"
    REGION = "region"  # first level of administration
    DISTRICT = "district"  # second level
    AREA = "area"  # a valley, a border, a road: no unit of administration
    PLACE = "place"  # a town or a village
    PART = "part"  # a named part of one: a quarter, a camp, a building


@dataclass(frozen=True, slots=True, order=True)
class Candidate:
    """One place that a name may stand for. `country` and `admin` are names or codes as its gazetteer writes them, "" where it
    has none; `gazetteer` is "geonames" or the name of the user's file, `key` its id or line there."""

    name: str
    kind: Kind
    country: str = ""
    admin: str = ""
    gazetteer: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Context:
    """What is known around a name: `named` are other names in the same report (countries, provinces), in any order."""

    named: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Resolution:
    """What `words` may stand for. `candidates` are all of them, in an order that says nothing; `fitting` those that the user's
    own file or the context speak for (all, where neither does); `reason` tells in words how it stands."""

    words: str
    candidates: tuple[Candidate, ...] = ()
    fitting: tuple[Candidate, ...] = ()
    reason: str = ""
    said: Kind | None = None
    """The kind that the words themselves tell ("Vell district")."""

    @property
    def kind(self) -> Kind | None:
        """The kind of place, where the words tell it or all fitting candidates are of one; else None."""
        if self.said is not None:
            return self.said
        return Kind(value) if (value := self._shared("kind")) else None

    @property
    def country(self) -> str:
        """The country, where all fitting candidates lie in one; else ""."""
        return self._shared("country")

    @property
    def admin(self) -> str:
        """The first level of administration, where all fitting candidates lie in one; else ""."""
        return self._shared("admin") if self.country else ""

    @property
    def ambiguous(self) -> bool:
        """Whether more than one candidate is left."""
        return len(self.fitting) > 1

    def _shared(self, name: str) -> str:
        values = {str(getattr(one, name)) for one in self.fitting}
        return values.pop() if len(values) == 1 else ""
