"""English: words of time."""

from .tables import bag
from .time_tables import Times

_MONTHS = "january february march april may june july august september october november december"
_DAYS = "monday tuesday wednesday thursday friday saturday sunday"
_UNITS = ("minute", "hour", "day", "week", "month", "quarter", "year", "decade")
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth twenty-fifth "
    "twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first"
)

TIMES = Times(
    months={word: i for i, word in enumerate(_MONTHS.split(), 1)}
    | {word[:3]: i for i, word in enumerate(_MONTHS.split(), 1)}
    | {"sept": 9},
    weekdays={word: i for i, word in enumerate(_DAYS.split())}
    | {"mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6},
    ambiguous=bag("may march mar sat sun wed mon jan dec"),
    units={word: unit for unit in _UNITS for word in (unit, unit + "s")} | {"century": "century", "centuries": "century"},
    relative={"today": 0, "yesterday": -1, "tonight": 0, "tomorrow": 1},
    beside={("day", "before"): -1, ("day", "after"): 1},
    parts=bag("morning afternoon evening night noon midnight dawn"),
    overnight=bag("overnight"),
    weekend=bag("weekend weekends"),
    seasons={"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 2)},
    quarters={f"q{i}": i for i in range(1, 5)}
    | {f"{word}-quarter": i for i, word in enumerate(("first", "second", "third", "fourth"), 1)},
    decades={
        "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80,
        "nineties": 90, "noughties": 0,
    },
    last=bag("last previous"),
    past=bag("past last previous preceding"),
    this=bag("this current"),
    next=bag("next upcoming coming"),
    recent=bag("recent"),
    few={"few": 3, "several": 3, "number": 3, "couple": 2},
    single=bag("single"),
    ago=bag("ago"),
    earlier=bag("earlier"),
    later=bag("later"),
    hence=frozenset({("from", "now"), ("hence",)}),
    before=bag("before"),
    after=bag("after from"),
    since=bag("since"),
    until=bag("until till"),
    between=bag("between from"),
    opens=bag("in on during over at within by of from for"),
    lasting=bag("for in over within during after"),
    during=bag("during"),
    to=bag("to and through until till into - – —"),
    joins=bag("and into to"),
    week_of=bag("of beginning starting commencing"),
    week_to=bag("to ending ended"),
    edges={
        "early": "early", "mid": "mid", "mid-": "mid", "late": "late", "beginning": "early", "start": "early", "middle": "mid",
        "end": "late",
    },
    ordinals={word: i for i, word in enumerate(_ORDINALS.split(), 1)} | {"last": -1, "final": -1},
    ordinal_ends=bag("st nd rd th"),
    century=bag("century"),
    events=bag(
        "war conflict fighting truce ceasefire cease-fire offensive invasion siege operation campaign uprising coup unrest "
        "hostilities violence attack assault start beginning outbreak crisis protests clashes insurgency bombardment battle "
        "storm flood quake earthquake occupation blockade advance rebellion revolt raid election elections escalation"
    ),
    begins=bag("began started erupted broke resumed"),
    now=bag("now currently recently presently nowadays current"),
    ahead=bag(
        "will shall scheduled expected planned plans plan expires expire payable effective upcoming intends we'll we’ll "
        "i'll i’ll they'll they’ll he'll he’ll she'll she’ll it'll it’ll"
    ),
    told=bag(
        "said says told was were had has have did killed died wounded injured killing deaths attack attacks attacked strike "
        "strikes raid raids fell perished arrested kidnapped abducted captured"
    ),
    articles=bag("the a an its his their"),
    of=bag("of"),
    inside=bag("of in"),
    stops=bag("said says say told when while where which who but according were was are is have has had"),
)  # fmt: skip
