"""The shapes of the tables that figures are read with: numbers and harm. All words in lower case."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..model import Measure, Modifier
from .tables import NONE


@dataclass(frozen=True, slots=True)
class Numbers:
    """Number words and the words about them; all in lower case."""

    units: Mapping[str, int] = field(default_factory=dict)
    """Whole numbers under a hundred."""
    multipliers: Mapping[str, int] = field(default_factory=dict)
    """Words that multiply what stands before them ("hundred", "million", "dozen", "lakh")."""
    suffixes: Mapping[str, int] = field(default_factory=dict)
    """Letters glued to digits that multiply ("40k")."""
    vague: frozenset[str] = NONE
    """Count words that give no number ("dozens", "several")."""
    comparing: frozenset[str] = NONE
    """Words before a vague count that make it none ("as many as")."""
    vague_after_article: frozenset[str] = NONE
    """Nouns that are vague counts after an article ("a few", "a handful")."""
    vague_adjectives: frozenset[str] = NONE
    """Words that may stand before such a noun ("a large number", "an unspecified number")."""
    any: frozenset[str] = NONE
    """Words that stand for the article before such a noun ("any number")."""
    pairs: frozenset[str] = NONE
    """Nouns that are about two after an article ("a couple of")."""
    zeros: frozenset[str] = NONE
    """Words for nobody at all."""
    zero_pairs: frozenset[tuple[str, str]] = frozenset()
    zero_lone: frozenset[str] = NONE
    """Words after "not a", "not one", "no" that make a zero of them ("not a single")."""
    all_but: frozenset[tuple[str, str]] = frozenset()
    """Words before a number of those left out ("all but two")."""
    zero_firsts: frozenset[str] = NONE
    """First words of `zero_pairs`."""
    articles: frozenset[str] = NONE
    """Words that stand for one before a multiplier ("a dozen")."""
    halves: Mapping[str, float] = field(default_factory=dict)
    fractions: Mapping[str, int] = field(default_factory=dict)
    """Names of parts of one -> how many make one ("thirds" 3)."""
    plurals: Mapping[str, int] = field(default_factory=dict)
    """Multipliers in the plural, after a number only ("three dozens")."""
    pronouns: frozenset[str] = NONE
    """Words before "one" that make it no number ("this one") where one of `no_nouns` follows."""
    ranks: frozenset[str] = NONE
    """Words before "one" that make it one of a row ("the second one")."""
    no_nouns: frozenset[str] = NONE
    """Words that cannot be what a number counts."""
    of: frozenset[str] = NONE
    """Words between a part and the number that it is taken of."""
    comparatives: frozenset[str] = NONE
    """Words after "or more" that make it the modifier of the next number ("than")."""
    points: frozenset[str] = NONE
    """The word between a number and its decimals."""
    joins: frozenset[str] = NONE
    """"and" inside a number."""
    range_joins: frozenset[str] = NONE
    """Words and marks between the ends of a range."""
    between: frozenset[str] = NONE
    """Words before a range whose ends are joined by one of `joins`."""
    not_range_after: frozenset[str] = NONE
    """Words before "9 to 12" that make it a movement ("from")."""
    ranging: frozenset[str] = NONE
    """Verbs after which such a movement is a range after all ("ranged from 9 to 12")."""
    modifiers: Mapping[tuple[str, ...], Modifier] = field(default_factory=dict)
    """Words before a number that loosen it."""
    modifier_heads: frozenset[tuple[str, str]] = frozenset()
    """How those begin that begin with a word for zero ("no more ...")."""
    after: Mapping[tuple[str, ...], Modifier] = field(default_factory=dict)
    """Words after a number that loosen it ("or more")."""
    determiners: frozenset[str] = NONE
    """Words before a number and its modifier that change nothing ("another", "her")."""
    additions: frozenset[str] = NONE
    """Those of them that may stand between a modifier and its number ("at least another 15")."""
    after_may: frozenset[str] = NONE
    """Words after "may" where it is no month ("30 may be dead")."""
    clock: frozenset[str] = NONE
    """Words before a time of four digits ("at 1545")."""
    ordinals: frozenset[str] = NONE
    """Endings that make an ordinal of glued digits."""
    units_after: frozenset[str] = NONE
    """Words after a number that make it no count of people: times, lengths, weights, money, shares."""
    labels_before: frozenset[str] = NONE
    """Words before a number that make it a label ("Resolution 14")."""
    numbering: frozenset[str] = NONE
    """Those of them that are verbs too ("number")."""
    money: frozenset[str] = NONE
    year_after: frozenset[str] = NONE
    """Words after which four bare digits are a year."""
    months: frozenset[str] = NONE
    per: frozenset[tuple[str, str]] = frozenset()
    """Pairs of words that make a rate of the number before them ("a day")."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word or phrase of harm. `form` tells how it governs a number: "verb" (past or participle), "base" (kill, kills,
    killing), "intransitive" (died), "adjective" (dead), "noun" (12 deaths, deaths of 12), "toll" (a toll of 12), "lose",
    "suffered" (has burns), "none" (no harm, though its words look like it: "fell ill")."""

    measure: Measure
    form: str


@dataclass(frozen=True, slots=True)
class Harm:
    """Harm and those it falls on; all in lower case."""

    triggers: Mapping[tuple[str, ...], Trigger] = field(default_factory=dict)
    heads: frozenset[str] = NONE
    """First words of all triggers."""
    longest: int = 0
    """Words in the longest of `triggers` and `parts`."""
    vague_nouns: frozenset[str] = NONE
    """Nouns of those harmed that say so where nothing else does ("38 victims")."""
    victims: frozenset[str] = NONE
    """Nouns of one harmed or more, which are no part of an office after them ("kidnapping victim Professor Voss")."""
    weak: frozenset[tuple[str, ...]] = frozenset()
    """Phrases after which a bare number may count the harm told of before ("the army admits to 31")."""
    group_nouns: Mapping[str, Measure] = field(default_factory=dict)
    """Nouns of all those harmed, after "the", "its" or a possessive ("the Guard's dead")."""
    tallies: frozenset[str] = NONE
    """Nouns before "of" and those harmed ("the number of guards killed")."""
    having: frozenset[str] = NONE
    """Verbs and prepositions before wounds ("has burns", "with leg wounds")."""
    maiming: frozenset[str] = NONE
    """Verbs that take a part of the body ("lost", "broke")."""
    limbs: frozenset[str] = NONE
    """Parts of the body, in either number."""
    severed: frozenset[str] = NONE
    """Words that tell what became of such a part ("torn off", "missing")."""
    previous: frozenset[str] = NONE
    """Words of an earlier stretch before the number that was told for it ("163 (previous week: 97)")."""
    group_links: frozenset[str] = NONE
    """Words between such a noun and its number ("at", "number")."""
    contrasts: frozenset[str] = NONE
    """Words that put a number against the one before ("five dead, against nine a week ago")."""
    but: str = ""
    """The word between a number put aside and the one put in its place."""
    movement: frozenset[str] = NONE
    """Words before a number that another one follows after "to" ("from 20 to 14")."""
    after_bare: frozenset[str] = NONE
    """Words that may follow a number without a noun, beside prepositions ("112 last week")."""
    opening: frozenset[str] = NONE
    """Quotation marks that may open before a number."""
    both: Mapping[str, Measure] = field(default_factory=dict)
    """Words that destroy things -> what they do to people ("burned", "blown up")."""
    numbering: frozenset[str] = NONE
    """Verbs between those harmed and their number ("the tanks lost number 17")."""
    ordinals: frozenset[str] = NONE
    """Those of `not_one` that count one more person after "a" or "the" ("a fifth died")."""
    ones: frozenset[str] = NONE
    nobody: frozenset[str] = NONE
    """Words for none that no noun follows ("nobody")."""
    twos: frozenset[str] = NONE
    """Words for two ("both")."""
    naming: frozenset[str] = NONE
    """Participles before the name of one person ("named", "identified as")."""
    besides: frozenset[tuple[str, ...]] = frozenset()
    """Words that add a count to the one before ("three firemen besides the watchman")."""
    elsewhere: frozenset[str] = NONE
    """Words after the last number of a list, in place of a label ("87 elsewhere")."""
    fillers: frozenset[str] = NONE
    """Words between such a phrase and its number that change nothing ("now", "only")."""
    counting: frozenset[tuple[str, ...]] = frozenset()
    """Those of `weak` that a number with a noun may follow ("its list stands at 25 herders")."""
    agents_before: frozenset[str] = NONE
    """Words before whoever did it ("have been by fire injured")."""
    people: str = ""
    """What a bare number of people stands for where the text gives no noun."""
    custody: frozenset[str] = NONE
    """Words of custody near "held" ("without charge", "in prison")."""
    captives: frozenset[str] = NONE
    """Nouns that tell after another noun what became of people ("held 20 diplomats hostages")."""
    onto: str = ""
    """The word between casualties and those on whom they fell."""
    predicates: frozenset[str] = NONE
    """Singular nouns that tell what became of many ("took nine prisoner")."""
    not_adverbs: frozenset[str] = NONE
    """Nouns and adjectives that end like an adverb ("family")."""
    adverb: str = ""
    """How adverbs end."""
    quotes: frozenset[str] = NONE
    """Marks that may stand between a number and its noun."""
    superlatives: frozenset[str] = NONE
    """Words that make "since ..." part of a comparison ("the deadliest attack since ...")."""
    occasions: frozenset[str] = NONE
    """Nouns of harm that count occasions after "in" ("in two executions")."""
    plain_nouns: frozenset[str] = NONE
    """Plural nouns of harm that are verbs too, or tolls ("arrests", "losses")."""
    lives: frozenset[str] = NONE
    losing: frozenset[str] = NONE
    """Verbs that make "12 lives" deaths."""
    persons: frozenset[str] = NONE
    """Plural nouns of people."""
    person: frozenset[str] = NONE
    """Singular nouns of people."""
    agents: tuple[str, ...] = ()
    """Endings of nouns of people, for one person whose noun is in no table ("a photocopier" never dies)."""
    participles: tuple[str, ...] = ()
    """Endings of words that may follow the noun of a person without making a compound of it ("a reporter covering ...")."""
    attributes: frozenset[str] = NONE
    """Words that end like a participle and stand before an office ("retired")."""
    pronouns: frozenset[str] = NONE
    """Words for one person told of before ("him")."""
    no_agents: frozenset[str] = NONE
    """Nouns with such an ending that are no people."""
    objects: frozenset[str] = NONE
    """Nouns of things, which can be destroyed and nothing else."""
    stops: frozenset[str] = NONE
    """Words that end a noun phrase."""
    be: frozenset[str] = NONE
    """Verbs that make a passive, and verbs of state ("remain", "were found")."""
    infinitive: frozenset[str] = NONE
    manner: frozenset[str] = NONE
    """First words of harm that may follow another participle ("stoned to death")."""
    days: frozenset[str] = NONE
    light: frozenset[str] = NONE
    """Words that change nothing between a subject and its verb."""
    prepositions: frozenset[str] = NONE
    breaks: frozenset[str] = NONE
    """Words that begin another clause."""
    fighters: frozenset[str] = NONE
    """Nouns of those who move without being driven from home."""
    subjects: frozenset[str] = NONE
    """Pronouns that may be the subject of a relative clause ("the eleven that we buried")."""
    relatives: frozenset[str] = NONE
    groups: frozenset[str] = NONE
    """Nouns before "of" and the number of those in them ("a family of seven")."""
    bare: frozenset[str] = NONE
    """Words for one more person without a noun ("another was wounded")."""
    joins: frozenset[str] = NONE
    singles: frozenset[str] = NONE
    """Words before one person ("a", "another", "the")."""
    not_one: frozenset[str] = NONE
    """Words before a noun that make it one of several told of elsewhere ("the third man")."""
    known: frozenset[str] = NONE
    """Those of them that say the person was spoken of before ("the")."""
    known_many: frozenset[str] = NONE
    """Words before a number that say those were told of before ("the eight")."""
    together: frozenset[str] = NONE
    """Words that add somebody to a subject after its verb ("was killed along with her two daughters")."""
    along: frozenset[str] = NONE
    """Words before those ("along")."""
    definite: frozenset[str] = NONE
    """Words that begin an object ("the", "his")."""
    toll_links: frozenset[str] = NONE
    """Words between a toll and its number."""
    parts: frozenset[tuple[str, ...]] = frozenset()
    """Words before a number that make it a part of an earlier one ("including", "of whom")."""
    part_starts: frozenset[str] = NONE
    """First words of `parts`."""
    among: frozenset[str] = NONE
    part_heads: frozenset[str] = NONE
    """Words without which there is none of `parts`."""
    part_of: frozenset[str] = NONE
    """Words after "of" that point back ("them", "whom")."""
    of: frozenset[str] = NONE
    others: frozenset[str] = NONE
    """Those of `replaced` that may be of another kind ("others")."""
    replaced: frozenset[str] = NONE
    """Words in place of a noun said before ("others", "more")."""
    foretelling: frozenset[str] = NONE
    """Those of them that foretell ("ten of them will die")."""
    possible: frozenset[str] = NONE
    """Words that make a harm done likely ("may have died")."""
    hypothetical: frozenset[str] = NONE
    """Words before a verb of harm that make it no event ("would", "to")."""
    negations: frozenset[str] = NONE
    denials: frozenset[str] = NONE
    modalities: Mapping[str, str] = field(default_factory=dict)
    """Word -> modality ("feared", "presumed", "expected")."""
    reporting: frozenset[str] = NONE
    """Verbs of saying: a day next to one is the day of saying."""
    taking: frozenset[str] = NONE
    """Irregular verbs with which a relative clause begins ("that took up arms")."""
    telling: frozenset[str] = NONE
    """Other words of saying, learning and publishing beside a day ("demanded", "our report of")."""
    lasting: frozenset[str] = NONE
    """Prepositions of how long something lasted ("for")."""
    place_prepositions: frozenset[str] = NONE
    """Other prepositions before a place of harm ("off Brin", "on Oster")."""
    sequence: frozenset[str] = NONE
    """Words after which another event begins ("he joined in June, after two cousins were killed")."""
    unknown: frozenset[str] = NONE
    """Articles of what nobody has told of ("an")."""
    perfect: frozenset[str] = NONE
    present: frozenset[str] = NONE
    cumulative: frozenset[tuple[str, ...]] = frozenset()
    """Phrases of a running total."""
    totals: frozenset[tuple[str, ...]] = frozenset()
    """Phrases of a sum, which may be that of one event."""
    periods: frozenset[tuple[str, ...]] = frozenset()
    """Phrases that point back to a stretch of time with both ends ("during this time")."""
    standing: frozenset[tuple[str, ...]] = frozenset()
    """Words before the time at which a total stood ("as of")."""
    still: frozenset[str] = NONE
    registering: frozenset[str] = NONE
    """Participles after "has" and before a total so far ("has recorded 58 dead")."""
    owners: frozenset[str] = NONE
    """Words that say whose dead they are ("its dead")."""
    event: frozenset[str] = NONE
    """Words of a single event of harm."""
    process: frozenset[str] = NONE
    """Words of harm that goes on ("clashes")."""
    place_nouns: frozenset[str] = NONE
    """Nouns that stand before "of" and a place ("town")."""
    bodies: frozenset[str] = NONE
    """Nouns after a name that make it one of no person ("the Voss department")."""
    place_words: frozenset[str] = NONE
    """Prepositions before a place."""
    landscapes: frozenset[str] = NONE
    """Nouns after a name that make it one of a place ("the Voss plateau")."""
    directions: frozenset[str] = NONE
    """Words between a preposition and a place ("northern")."""
    dwellers: frozenset[str] = NONE
    """Nouns of those who live in a place, before "of" and its name."""
    targets: frozenset[str] = NONE
    """Prepositions between an attack and its place."""
    leaving: frozenset[str] = NONE
    """The preposition before the place that people flee."""
    time_words: frozenset[str] = NONE
    resting: frozenset[tuple[str, str]] = frozenset()
    """Words before what a count rests on ("confirmed by")."""
    forcing: frozenset[str] = NONE
    """Verbs that make somebody do the harm verb after "to" ("forced 40 families to flee")."""
