"""The shape of the table that time expressions are read with. All words in lower case."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from .tables import NONE


@dataclass(frozen=True, slots=True)
class Times:
    """Words of time."""

    months: Mapping[str, int] = field(default_factory=dict)
    weekdays: Mapping[str, int] = field(default_factory=dict)
    """Monday is 0."""
    ambiguous: frozenset[str] = NONE
    """Names of months and days that are other words too; they need a capital, and a neighbour that dates them."""
    units: Mapping[str, str] = field(default_factory=dict)
    """Word -> minute, hour, day, week, month, quarter, year, decade or century."""
    relative: Mapping[str, int] = field(default_factory=dict)
    """Word -> days from publication."""
    beside: Mapping[tuple[str, ...], int] = field(default_factory=dict)
    """Words before one of `relative`, and the days that they move it by ("the day before yesterday")."""
    parts: frozenset[str] = NONE
    """Parts of a day ("morning")."""
    overnight: frozenset[str] = NONE
    weekend: frozenset[str] = NONE
    seasons: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    """Word -> first and last month."""
    quarters: Mapping[str, int] = field(default_factory=dict)
    """Word -> quarter of a year ("q3", "third-quarter")."""
    decades: Mapping[str, int] = field(default_factory=dict)
    """Word -> first year of a decade of its century ("nineties" 90)."""
    last: frozenset[str] = NONE
    past: frozenset[str] = NONE
    this: frozenset[str] = NONE
    next: frozenset[str] = NONE
    recent: frozenset[str] = NONE
    """Words before units that make them the few before publication ("recent days")."""
    few: Mapping[str, int] = field(default_factory=dict)
    """Vague count -> what the policy takes it for ("several weeks" are three)."""
    single: frozenset[str] = NONE
    """Words in "in a single day"."""
    ago: frozenset[str] = NONE
    """Words after a length that count it back from publication."""
    earlier: frozenset[str] = NONE
    """Words that count a length back from the day told of, and before "this week" leave out the day of publication."""
    later: frozenset[str] = NONE
    """Words before "this week" that leave only what comes after publication."""
    hence: frozenset[tuple[str, ...]] = frozenset()
    """Words after a length that count it on from publication ("from now")."""
    before: frozenset[str] = NONE
    after: frozenset[str] = NONE
    """Words between a length and the day that it is counted from ("two days after today")."""
    since: frozenset[str] = NONE
    until: frozenset[str] = NONE
    between: frozenset[str] = NONE
    opens: frozenset[str] = NONE
    """Prepositions before a time."""
    lasting: frozenset[str] = NONE
    """Prepositions before a length of time."""
    during: frozenset[str] = NONE
    """Prepositions before an event that time is told by."""
    to: frozenset[str] = NONE
    joins: frozenset[str] = NONE
    week_of: frozenset[str] = NONE
    """Words between "the week" and a day in it."""
    week_to: frozenset[str] = NONE
    """Words between "the week" and its last day."""
    edges: Mapping[str, str] = field(default_factory=dict)
    """Word -> early, mid or late."""
    ordinals: Mapping[str, int] = field(default_factory=dict)
    """Word -> number; the last one of a row is -1."""
    ordinal_ends: frozenset[str] = NONE
    century: frozenset[str] = NONE
    events: frozenset[str] = NONE
    """Nouns from which time is counted ("the truce")."""
    begins: frozenset[str] = NONE
    """Verbs that end "since the fighting began"."""
    now: frozenset[str] = NONE
    """Words that stand for the present, or for some time past or to come, and name no days."""
    ahead: frozenset[str] = NONE
    """Words of what is still to come: a day without its year or week is then the next one."""
    told: frozenset[str] = NONE
    """Words of what is over, which end the reach of `ahead`."""
    articles: frozenset[str] = NONE
    of: frozenset[str] = NONE
    inside: frozenset[str] = NONE
    """Words between a part and its whole ("the third week in March")."""
    stops: frozenset[str] = NONE
