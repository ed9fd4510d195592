"""Airwars' incident columns with {group}_{killed|injured}_{min|max}, a row an incident: all its reports together."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from ...claims.base import Claim
from ...compare.blocks import parsed
from ...compare.disputes import Dispute
from ...compare.incidents import Incident
from ...compare.spread import airwars
from ...compare.who import Axes, Groups, relate
from ...model import Measure
from ...places.base import Kind
from ...places.gazetteer import Gazetteer
from ..columns import NO_COORDINATES, Column, Counted, Target, iso, ours
from ..policies import POLICIES, Policy, When, when

_ASSESSED = "assessed by Airwars"
_SLUGS = {Kind.REGION: "province_governorate", Kind.DISTRICT: "district"}
_WORDS = frozenset({"city", "town", "village", "subdistrict", "street"})
_UNTOLD = "undetermined"

GROUPS: Mapping[str, str] = {
    "civilian_non_combatants": "called civilians, by whoever gives the number",
    "children": "children, whatever else they are called",
    "women": "women",
    "men": "men",
    "human_rights_defenders": "",
    "journalists": "journalists",
    "trade_unionists": "",
    "healthcare_personnel": "doctors, nurses, medics",
    "other_civilian_non_combatants": "",
    _UNTOLD: "neither called civilians nor combatants: the words alone are no evidence, either way",
    "other_protected_persons": "",
    "medical_and_religious_personnel_state": "",
    "medical_and_religious_personnel_non_state": "",
    "persons_hors_de_combat": "",
    "belligerents": "called combatants, by whoever gives the number",
    "member_of_armed_forces": "",
    "persons_directly_participating_in_hostilities": "",
    "civilian_role_in_military": "",
}
"""Airwars' 18 groups, and who is put there; "" where a figure's words never settle it."""

_TOTALS = frozenset({"civilian_non_combatants", "belligerents", _UNTOLD})
"""Groups that everybody is in exactly one of."""
Ends = tuple[int | None, int | None]


@dataclass(frozen=True)
class Event:
    """An incident as a row is made of it."""

    incident: Incident
    policy: Policy
    places: Gazetteer

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """Its figures, each once."""
        every = (claim for one in self.incident.disputes if _harm(one) for claim in one.claims)
        return tuple({claim.id: claim for claim in every}.values())

    @cached_property
    def first(self) -> Counted:
        """The figure that is asked for the place and, where no day is told, for the time."""
        placed = (claim for claim in self.claims if getattr(claim.finding, "place", None) is not None)
        return Counted(next(placed, self.claims[0]), self.policy, self.places)

    @cached_property
    def earliest(self) -> Claim:
        """The figure of the report that was published first; one without a date is last."""
        return min(self.claims, key=lambda claim: (claim.report.published or "9", claim.report.name))

    @property
    def when(self) -> When:
        return when(self.first.claim)

    @cached_property
    def days(self) -> tuple[str | None, str | None]:
        """First and last day, ISO."""
        first, last = self.incident.days
        return (first or None, last or None) if first or last else (iso(self.when.first), iso(self.when.last))

    @cached_property
    def ends(self) -> Mapping[str, Ends]:
        """ "{group}_{killed|injured}" -> least and most, where anything is told of that group."""
        found: dict[str, Ends] = {}
        for dispute in self.incident.disputes:
            if harm := _harm(dispute):
                said = airwars(dispute)
                for name in groups(dispute) - (_TOTALS if self._part(dispute, harm) else frozenset()):
                    key = f"{name}_{harm}"
                    low, high = found.get(key, (None, None))
                    found[key] = _least(low, said.low), _most(high, said.high)
        return found

    def _part(self, dispute: Dispute, harm: str) -> bool:
        """Whether a quantity lies inside another of the incident that fills the same total: then that one alone is the total."""
        totals, own = groups(dispute) & _TOTALS, dispute.accounts[0].group
        others = (one for one in self.incident.disputes if one is not dispute and _harm(one) == harm and groups(one) & totals)
        return any(relate(one.accounts[0].group, own) is Groups.WIDER for one in others)


def groups(dispute: Dispute) -> frozenset[str]:
    """The groups that a quantity's people are in, by the words of all its accounts that stand."""
    named = frozenset(name for one in dispute.accounts if not one.denied for name in _groups(one.group))
    return named - {_UNTOLD} if named & {"civilian_non_combatants", "belligerents"} else named


def wanted(incident: Incident) -> bool:
    """Whether an incident has anything for these columns: people killed or injured."""
    return any(_harm(one) for one in incident.disputes)


def _groups(one: Axes) -> Iterator[str]:
    yield {"civilian": "civilian_non_combatants", "combatant": "belligerents"}.get(one.status, _UNTOLD)
    if one.age == "child":
        yield "children"
    elif one.sex in ("female", "male") and "child" not in one.age:
        yield "women" if one.sex == "female" else "men"
    if one.role in ("journalist", "medic"):
        yield "journalists" if one.role == "journalist" else "healthcare_personnel"


def _harm(dispute: Dispute) -> str:
    """ "killed" or "injured"; "" for any other harm, and for what is counted in other units than people."""
    measure = parsed(dispute.block).measure
    return measure if measure in (Measure.KILLED, Measure.INJURED) and not dispute.accounts[0].group.unit else ""


def _least(one: int | None, two: int | None) -> int | None:
    return min((value for value in (one, two) if value is not None), default=None)


def _most(one: int | None, two: int | None) -> int | None:
    return max((value for value in (one, two) if value is not None), default=None)


def _accuracy(one: Event) -> str | None:
    word = one.first.named.split()[-1].lower() if one.first.named else ""
    kind = one.first.place.kind
    return _SLUGS.get(kind) if kind in _SLUGS else word if word in _WORDS else None


def _reports(one: Event) -> int:
    return len({claim.report.text for claim in one.claims})


def _type(one: Event) -> str | None:
    return None if not all(one.days) else "single" if len({*one.days}) == 1 else "range"


def _slug(name: str) -> str | None:
    return "_".join(name.lower().split()) or None


def _note(one: Event) -> str:
    told = "" if any(one.incident.days) else one.when.note
    contested = "; ".join(sorted({airwars(each).why for each in one.incident.disputes if each.contested and _harm(each)}))
    return "; ".join(filter(None, (contested, told, f"place {one.first.named!r}: {one.first.place.reason}")))


def _end(key: str, at: int) -> Column[Event]:
    group = key.rpartition("_")[0]
    if not GROUPS[group]:
        return Column(f"{key}_{('min', 'max')[at]}", "a figure's words do not settle who belongs here")
    how = f"{('the least', 'the most')[at]} of all claims; {GROUPS[group]}"
    return Column(f"{key}_{('min', 'max')[at]}", how, lambda one: one.ends.get(key, (None, None))[at])


def _empty(names: str, why: str) -> tuple[Column[Event], ...]:
    return tuple(Column(name, why) for name in names.split())


COLUMNS: tuple[Column[Event], ...] = (
    *ours(lambda one: one.policy, lambda one: one.claims, _note),
    *_empty("code post_id permalink summary", "given by Airwars"),
    Column("date", "first day told, else the first of the three days before the report", lambda one: one.days[0]),
    Column("date_type", "single or range", _type),
    Column("date_end", "last day told, else the day before the report", lambda one: one.days[1]),
    *_empty("local_time local_time_start local_time_end local_time_type local_time_of_day", "a figure's window is in days"),
    Column("country_slug", "where all candidates that fit lie in one", lambda one: _slug(one.first.place.country)),
    Column("location_name", "the place as named", lambda one: one.first.named or None),
    *_empty(
        "location_name_arabic location_name_hebrew location_name_ukrainian", "a report's own words are kept, in its own script"
    ),
    Column(
        "geolocation_accuracy_slug", "by the kind of place, where words or gazetteer tell it; no step below a street", _accuracy
    ),
    *_empty("geolocation_status geolocation_notes", _ASSESSED),
    *_empty(
        "strike_status_slug strike_type infrastructure impact observation cause_of_death_injury civilian_harm_reported", _ASSESSED
    ),
    *_empty("civilian_harm_status_slug", "a grade is a verdict, and none is given"),
    *_empty("targeted_belligerent_slug targeted_belligerent_name", "who was aimed at is no part of a figure"),
    Column("first_reported", "day of the earliest report", lambda one: one.earliest.report.day),
    Column("first_reported_by", "its outlet", lambda one: one.earliest.report.outlet or one.earliest.report.name),
    Column("first_reported_url", "its URL", lambda one: one.earliest.report.url),
    Column("num_sources", "reports in the ledger that tell a number, copies among them", _reports),
    *_empty("num_media num_victims num_victims_named num_families num_individuals num_reconciled", _ASSESSED),
    *(_end(f"{group}_{harm}", at) for group in GROUPS for harm in ("killed", "injured") for at in (0, 1)),
)

AIRWARS = Target(
    "airwars",
    "Airwars",
    POLICIES["airwars"],
    "incident",
    frozenset({Measure.KILLED, Measure.INJURED}),
    COLUMNS,
    (
        "date",
        "location_name",
        "num_sources",
        "hearsay_words",
        *(f"{one}_killed_{end}" for one in ("civilian_non_combatants", _UNTOLD) for end in ("min", "max")),
    ),
    (
        ("latitude, longitude, mgrs_coordinate, mgrs_accuracy", NO_COORDINATES),
        ("belligerents and their statements, source and victim tables", "whose act it was is no part of a figure"),
    ),
)
