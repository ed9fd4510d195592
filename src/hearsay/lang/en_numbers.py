"""English: number words."""

from ..model import Modifier
from .figure_tables import Numbers
from .tables import bag

_SMALL = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_TIMES = (
    "gmt hrs second seconds minute minutes hour hours day days week weeks weekend month months year years decade decades century "
    "centuries night nights season seasons a.m p.m am pm o'clock o’clock morning evening"
)
_LENGTHS = (
    "cm ml km kilometer kilometers kilometre kilometres mile miles meter meters metre metres foot feet inch inches yard "
    "yards acre acres hectare hectares kg kilogram kilograms kilo kilos gram grams ton tons tonne tonnes pound pounds lb "
    "lbs liter liters litre litres gallon gallons barrels megawatts degrees knots mph kph km/h"
)
_MONEY = (
    "dollar dollars euro euros rupee rupees rouble roubles ruble rubles pounds usd eur cents percent percents per-cent "
    "percentage "
    "pc points times fold"
)


def _modifiers() -> dict[tuple[str, ...], Modifier]:
    rows = {
        Modifier.AT_LEAST: "at least|no fewer than|no less than|not less than|not fewer than|a minimum of|minimum of|atleast",
        Modifier.MORE_THAN: "more than|over|well over|just over|upwards of|in excess of|above|exceeding|past|exceeded|"
        "topped|exceeds|exceed|"
        "surpass|surpasses|surpassed|surpassing|greater than|larger than|higher than",
        Modifier.ABOUT: "about|around|nearly|almost|approximately|approx|roughly|some|an estimated|estimated|close to|circa|"
        "close on|nearly about|virtually|~|c|an average of|just under",
        Modifier.AT_MOST: "up to|as many as|at most|a maximum of|maximum of|no more than|not more than",
        Modifier.FEWER_THAN: "fewer than|less than|under|below",
    }
    return {tuple(phrase.split()): modifier for modifier, phrases in rows.items() for phrase in phrases.split("|")}


_FRACTIONS = (
    "half:2 halve:2 third:3 quarter:4 fourth:4 fifth:5 sixth:6 seventh:7 eighth:8 ninth:9 tenth:10 eleventh:11 twelfth:12 "
    "thirteenth:13 fourteenth:14 fifteenth:15 sixteenth:16 seventeenth:17 eighteenth:18 nineteenth:19 twentieth:20 "
    "thirtieth:30 fortieth:40 fiftieth:50 sixtieth:60 seventieth:70 eightieth:80 ninetieth:90 hundredth:100 thousandth:1000 "
    "millionth:1000000 billionth:1000000000 trillionth:1000000000000"
)


def _fractions() -> dict[str, int]:
    rows = [row.split(":") for row in _FRACTIONS.split()]
    return {word: int(parts) for name, parts in rows for word in (name, name + "s")}


NUMBERS = Numbers(
    units={word: i for i, word in enumerate(_SMALL.split(), 1)} | {word: i * 10 for i, word in enumerate(_TENS.split(), 2)},
    multipliers={
        "hundred": 100,
        "thousand": 1000,
        "million": 10**6,
        "billion": 10**9,
        "trillion": 10**12,
        "mln": 10**6,
        "bln": 10**9,
        "lakh": 10**5,
        "crore": 10**7,
        "dozen": 12,
        "score": 20,
    },
    suffixes={"k": 1000, "m": 10**6, "mn": 10**6, "mln": 10**6, "mil": 10**6, "mm": 10**6, "bn": 10**9, "b": 10**9},
    vague=bag("dozens scores hundreds thousands tens millions many several numerous countless multiple lakhs crores"),
    comparing=bag("as how so too"),
    vague_after_article=bag("few handful number"),
    vague_adjectives=bag(
        "large small great unspecified unknown undetermined unstated undisclosed uncertain considerable growing certain "
        "huge vast significant limited"
    ),
    any=bag("any"),
    pairs=bag("couple"),
    zeros=bag("no none nobody zero no-one nil nought naught"),
    zero_pairs=frozenset({("no", "one"), ("not", "one")}),
    zero_lone=bag("single solitary lone"),
    all_but=frozenset({("all", "but"), ("everyone", "but"), ("everybody", "but"), ("all", "except"), ("none", "but")}),
    zero_firsts=bag("no not"),
    articles=bag("a an"),
    halves={"half": 0.5, "quarter": 0.25},
    fractions=_fractions(),
    plurals={"dozens": 12},
    pronouns=bag("this that which next previous current each every any last former latter the"),
    ranks=bag("first second third fourth fifth last next other"),
    no_nouns=bag(
        "is are was were do does did has have had will would you we they he she it that who which before after of in on"
    ),
    of=bag("of"),
    comparatives=bag("than"),
    points=bag("point"),
    joins=bag("and"),
    range_joins=bag("to through - – — or"),
    between=bag("between"),
    not_range_after=bag("from"),
    ranging=bag("range ranges ranged ranging varied vary varying ran run runs running spread"),
    modifiers=_modifiers(),
    modifier_heads=frozenset({("no", "more"), ("no", "fewer"), ("no", "less"), ("no", "longer"), ("no", "doubt")}),
    after={
        ("or", "more"): Modifier.AT_LEAST,
        ("+",): Modifier.AT_LEAST,
        ("and", "more"): Modifier.AT_LEAST,
        ("or", "so"): Modifier.ABOUT,
        ("or", "fewer"): Modifier.AT_MOST,
        ("or", "less"): Modifier.AT_MOST,
        ("at", "least"): Modifier.AT_LEAST,
        ("at", "the", "very", "least"): Modifier.AT_LEAST,
        ("at", "most"): Modifier.AT_MOST,
        ("at", "the", "most"): Modifier.AT_MOST,
    },
    determiners=bag(
        "the these those another other further additional her his their its our all some a an any also reportedly yet only "
        "just what nearly fully total"
    ),
    additions=bag("another other further additional the"),
    after_may=bag("be have still well yet also not already"),
    clock=bag("at"),
    ordinals=bag("st nd rd th"),
    units_after=bag(f"{_TIMES} {_LENGTHS} {_MONEY}"),
    labels_before=bag(
        "resolution no number page chapter article section unit brigade battalion regiment division route flight room ward "
        "aged age highway phase act case line block sector zone apartment building day hall gate mount channel boeing "
        "airbus group district area camp checkpoint level stage version type mark year figure table article order"
    ),
    numbering=bag("number"),
    money=frozenset("$€£¥₹#№"),
    year_after=bag("in since until till by from during of year late early mid before after through summer spring autumn winter"),
    months=bag(
        "january february march april may june july august september october november december jan feb mar apr jun jul aug "
        "sep sept oct nov dec"
    ),
    per=frozenset(
        {(a, b) for a in ("a", "per", "each", "every") for b in ("day", "week", "month", "year", "hour", "minute")}
        | {("per", "cent"), ("in", "every"), ("out", "of"), ("on", "average")}
    ),
)
