"""English: words of time."""

from .figure_tables import Times
from .tables import bag

_MONTHS = "january february march april may june july august september october november december"
_DAYS = "monday tuesday wednesday thursday friday saturday sunday"

TIMES = Times(
    months={word: i for i, word in enumerate(_MONTHS.split(), 1)}
    | {word[:3]: i for i, word in enumerate(_MONTHS.split(), 1)}
    | {"sept": 9},
    weekdays={word: i for i, word in enumerate(_DAYS.split())}
    | {"mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6},
    ambiguous=bag("may march mar sat sun wed mon jan dec"),
    units={
        word: unit for unit in ("minute", "hour", "day", "week", "month", "year", "decade") for word in (unit, unit + "s")
    },
    relative={"today": 0, "yesterday": -1, "tonight": 0},
    parts=bag("morning afternoon evening night noon midnight dawn"),
    night=bag("night evening"),
    overnight=bag("overnight"),
    weekend=bag("weekend"),
    seasons={"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11)},
    last=bag("last previous"),
    past=bag("past last previous preceding"),
    this=bag("this"),
    single=bag("single"),
    ago=bag("ago earlier"),
    since=bag("since"),
    until=bag("until till"),
    between=bag("between from"),
    opens=bag("in on during over at within by of from for"),
    lasting=bag("for in over within during after"),
    to=bag("to and through until till into - – —"),
    joins=bag("and into to"),
    edges={"early": "early", "mid": "mid", "mid-": "mid", "late": "late", "beginning": "early", "end": "late"},
    ordinals={
        word: i for i, word in enumerate("first second third fourth fifth sixth seventh eighth ninth tenth".split(), 1)
    },
    ordinal_ends=bag("st nd rd th"),
    events=bag(
        "war conflict fighting truce ceasefire cease-fire offensive invasion siege operation campaign uprising coup unrest "
        "hostilities violence attack assault start beginning outbreak crisis protests clashes insurgency bombardment battle "
        "storm flood quake earthquake occupation blockade advance assault rebellion revolt raid election elections escalation"
    ),
    begins=bag("began started erupted broke resumed"),
    articles=bag("the a its his their"),
    of=bag("of"),
    stops=bag("said says say told when while where which who but according were was are is have has had"),
)
