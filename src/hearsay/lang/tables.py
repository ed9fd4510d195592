"""The shapes of a language's tables. Every field may be left empty: without a table, nothing is found with it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

NONE: frozenset[str] = frozenset()


def bag(words: str) -> frozenset[str]:
    """The set of the words in a string."""
    return frozenset(words.split())


@dataclass(frozen=True, slots=True)
class Names:
    """Words that tell names from other capitalised words; all in lower case."""

    titles: frozenset[str] = NONE
    """Words before a person's name that are no part of it."""
    weak_titles: frozenset[str] = NONE
    """Titles that are also first names: more than one word has to follow."""
    title_links: frozenset[str] = NONE
    """Words that may stand before a title as part of it ("prime", "deputy")."""
    institutions: frozenset[str] = NONE
    """Words in a capitalised name that make it one of an institution."""
    bodies: frozenset[str] = NONE
    """Small-letter nouns that make an institution with a capitalised word before them ("the Tessary army")."""
    particles: frozenset[str] = NONE
    """Small words inside a person's name ("van", "bin")."""
    links: frozenset[str] = NONE
    """Small words inside the name of an institution ("of")."""
    common: frozenset[str] = NONE
    """Words that are capitalised only at the start of a sentence, and names of days and months."""
    reporting: frozenset[str] = NONE
    """Verbs whose subject speaks."""
    places_after: frozenset[str] = NONE
    """Prepositions before places."""
    articles: frozenset[str] = NONE
    """Words that begin an apposition ("a", "the", "his")."""
    relatives: frozenset[str] = NONE
    """Words that begin a clause about a person ("who")."""
    parties: frozenset[str] = NONE
    """Nouns that a party to a conflict is called by ("rebels")."""
    weak_parties: frozenset[str] = NONE
    """Those of them that say so only after one of `party_words` ("occupation forces")."""
    party_words: frozenset[str] = NONE
    """Words before such a noun that are part of the name-calling."""
    at_office: frozenset[str] = NONE
    """Prepositions between an office and the place it is held at ("ambassador to")."""
    styled: frozenset[str] = NONE
    """Words right before what is no person's name ("the", "so-called")."""
    vocabulary: frozenset[str] = NONE
    """Common words; in a text without small letters, every other word may be (part of) a name."""
    endings: tuple[str, ...] = ()
    """Endings that only common words have."""
    inflections: tuple[tuple[str, str], ...] = ()
    """Ending of an inflected form -> that of its base among the common words."""


@dataclass(frozen=True, slots=True)
class Cues:
    """Words that signal attributions: lemma to shade, and inflected form to lemma."""

    shades: Mapping[str, str] = field(default_factory=dict)
    """Lemma -> shade (annotation rule 18). Lemmas of several words are written with blanks."""
    lemmas: Mapping[str, str] = field(default_factory=dict)
    """Inflected word -> lemma, for every single-word lemma of `shades`."""
    openers: frozenset[str] = NONE
    """Words that begin a cue of several words ("according to")."""
    negations: frozenset[str] = NONE
    """Words in a cue that deny the whole attribution ("did not say")."""
    refusals: frozenset[str] = NONE
    """Lemmas that deny what follows them ("refused to acknowledge")."""
    light: frozenset[str] = NONE
    """Lemmas that say little beside another one in the same cue ("repeat our call")."""
    answers: frozenset[str] = NONE
    """Lemmas that are refused where they are negated ("did not comment")."""
    refusing: frozenset[str] = NONE
    """Auxiliaries that with a negation refuse ("would not say")."""
    naming: frozenset[str] = NONE
    """Lemmas that name their object where no preposition of `onward` follows ("called it a lie")."""
    onward: tuple[str, ...] = ()
    """How what is called for begins."""
    counting: frozenset[str] = NONE
    """Lemmas that attribute a number to their subject when one follows ("the hospital counted 43")."""
    uninflected: frozenset[str] = NONE
    """Verbs of counting whose past has the form of the lemma."""
    levels: frozenset[str] = NONE
    """Prepositions between such a verb's object and its number ("put the wounded at 150")."""
    auxiliaries: frozenset[str] = NONE
    """Words between a subject and its verb."""
    clauses: frozenset[str] = NONE
    """Words that begin another clause behind a comma."""
    directives: frozenset[str] = NONE
    """Lemmas that order when an infinitive follows ("asked them to leave")."""
    nobody: frozenset[str] = NONE
    """Words at the head of a source that make it nobody ("no group has claimed ...")."""
    infinitives: tuple[str, ...] = ()
    """How an infinitive begins ("to ")."""
    continuations: tuple[str, ...] = ()
    """How sentences begin that go on with what the sentence before counted ("of them"); lower case."""
    stepped_back: frozenset[str] = NONE
    """Auxiliaries by which a sentence steps back behind a past verb of saying ("had")."""
    finite: frozenset[str] = NONE
    """Other auxiliaries that may be the first verb of a sentence."""
    subordinate: frozenset[str] = NONE
    """Words by which a clause begins that states nothing by itself ("which", "because")."""
    unfinished: frozenset[str] = NONE
    """Words that no clause ends with ("the", "had")."""
    bidding: frozenset[str] = NONE
    """Words by which a sentence begins that bids or wishes something ("please")."""
    resenting: frozenset[str] = NONE
    """Lemmas by which somebody speaks against what others say and does not pass it on ("mock")."""
    complementisers: frozenset[str] = NONE
    """Words that introduce a content and are left out of its quotation state ("that")."""


@dataclass(frozen=True, slots=True)
class Sources:
    """Words that tell what kind of source somebody is; lower case."""

    first: frozenset[str] = NONE
    """Pronouns of the speaker ("I", "we", "my")."""
    singular: frozenset[str] = NONE
    """Pronouns for one person."""
    plural: frozenset[str] = NONE
    """Pronouns for several, or for a body."""
    neuter: frozenset[str] = NONE
    """Pronouns for a body or a document."""
    relative: frozenset[str] = NONE
    """Relative pronouns."""
    anonymous: frozenset[str] = NONE
    """Nouns for a source that is not to be named."""
    unnamed: frozenset[str] = NONE
    """Words beside a noun that show that it is not to be named ("unnamed", "anonymity")."""
    roles: frozenset[str] = NONE
    """Nouns for holders of an office, singular and plural."""
    collective: frozenset[str] = NONE
    """Nouns for people who share a situation and hold no office."""
    documents: frozenset[str] = NONE
    """Nouns for what is written or recorded."""
    media: frozenset[str] = NONE
    """Words in the name or the description of an outlet."""
    bodies: frozenset[str] = NONE
    """Nouns for a body, government, party or armed group."""
    hosts: frozenset[str] = NONE
    """Words for the outlet's own people in a transcript."""
    dispatches: frozenset[str] = NONE
    """Words beside the name of whoever reports for the outlet ("a report by N. N.")."""
    articles: frozenset[str] = NONE
    """Determiners that are no part of a name."""
    indefinite: frozenset[str] = NONE
    """Determiners that introduce somebody new; a noun after one is not looked up."""
    singles: frozenset[str] = NONE
    """Words for one of several ("one of them", "another")."""
    links: frozenset[str] = NONE
    """Words that end the head of a noun phrase."""
    behalf: frozenset[str] = NONE
    """Prepositions before whom somebody speaks for or belongs to."""
    told: frozenset[str] = NONE
    """Lemmas of cues whose object is told."""
    interviews: frozenset[str] = NONE
    """Nouns that lead to a medium: "in an interview with", "in remarks to"."""
    talks: frozenset[str] = NONE
    """Words for a talk with a medium that goes on over several sentences ("interview")."""
    carriers: frozenset[str] = NONE
    """Prepositions and participles that lead to a relay ("citing", "quoting", "by")."""
    citing: frozenset[str] = NONE
    """Participles behind whoever passes words on ("X, citing Y, reported")."""
    having: frozenset[str] = NONE
    """Those of them that cite only with "it" behind them ("having it from N")."""
    obtained: frozenset[str] = NONE
    """Participles between a document and those who have it and did not write it ("a list seen by N")."""
    participles: tuple[str, ...] = ()
    """Endings of what says more of a noun behind it ("representing", "named")."""
    lesser: frozenset[str] = NONE
    """Words before an office that make another one of it ("vice")."""
    inserts: frozenset[str] = NONE
    """Words of an editor's marks in a transcript ("begin recording"), which name nobody."""
    people: frozenset[str] = NONE
    """Nouns by which somebody with an office may be called again behind one of `tinges` ("the military man")."""
    person_endings: tuple[str, ...] = ()
    """Endings of nouns for somebody."""
    serving: frozenset[str] = NONE
    """Prepositions between somebody's office and the one that he serves ("an aide to")."""
    media_sorts: tuple[frozenset[str], ...] = ()
    """Words of the media by sort: broadcast, printed, agencies, sites."""
    pairs: frozenset[str] = NONE
    """Words between two nouns of one medium ("a radio and television network")."""
    addressing: frozenset[str] = NONE
    """Prepositions between a verb of telling and whom it tells."""
    toward: frozenset[str] = NONE
    """Prepositions between a carrier or a conversation and its medium."""
    outward: frozenset[str] = NONE
    """Prepositions between what is said and the medium that it went through ("on N", "via N")."""
    ends: frozenset[str] = NONE
    """Words that end the noun phrase of an addressee."""
    press: frozenset[str] = NONE
    """Words for the press at large, which is no relay ("reporters")."""
    second: frozenset[str] = NONE
    """Pronouns for whom one speaks to ("you")."""
    definite: frozenset[str] = NONE
    """The definite article."""
    near: frozenset[str] = NONE
    """Determiners by which a page means itself ("this newspaper")."""
    within: frozenset[str] = NONE
    """Prepositions before places and never before somebody who speaks ("in")."""
    translated: frozenset[str] = NONE
    """Words behind an outlet's name that say that the page is somebody's own text, translated."""
    offices: frozenset[str] = NONE
    """Words that keep a name with a word of the media from being an outlet's ("ministry")."""
    issued: frozenset[str] = NONE
    """Documents that stand for whoever issued them ("the statement said")."""
    generic: frozenset[str] = NONE
    """Roles by which anybody with an office may be called again ("the officer")."""
    titled: frozenset[str] = NONE
    """Roles by which only somebody whose office the text does not tell may be called again ("the mayor")."""
    tinges: frozenset[str] = NONE
    """Adjectives that such a role may have before it ("the military leader")."""
    groups: frozenset[str] = NONE
    """Bodies by which any body may be called again ("the group")."""
    former: frozenset[str] = NONE
    """Words before a role that is held no more."""
    few: frozenset[str] = NONE
    """Counts of people that are somebody rather than a crowd ("two")."""
    serving_as: frozenset[str] = NONE
    """Plurals that are an office where it is told for whom they work ("her observers")."""
    witnesses: frozenset[str] = NONE
    """Plurals that stay a collective, however few they are."""
    mastheads: frozenset[str] = NONE
    """Words by which the name of a medium ends, where more than the word speaks for one."""
    publishing: frozenset[str] = NONE
    """Verbs behind a name that show that it is a medium's ("prints")."""
    pressmen: frozenset[str] = NONE
    """Nouns behind a possessive name that show that it is a medium's ("correspondent")."""
    given: frozenset[str] = NONE
    """Common words that are also first names."""
    male: frozenset[str] = NONE
    """Pronouns and nouns for a man."""
    female: frozenset[str] = NONE
    """Pronouns and nouns for a woman."""
    same_office: tuple[frozenset[str], ...] = ()
    """Words of offices that are called by one another's names ("father", "priest")."""
    trade_ends: tuple[str, ...] = ()
    """Endings of nouns for somebody at a post or in a trade."""
    hearsay: frozenset[str] = NONE
    """Plurals that, alone, are nobody's ("according to reports")."""
    withheld: frozenset[str] = NONE
    """Words behind a noun for somebody that show that the name is known and kept ("close to", "wanted his name kept")."""
    many: frozenset[str] = NONE
    """Words of quantity that stand for several by themselves."""
    versions: frozenset[str] = NONE
    """Nouns by which a page speaks of itself as it was before ("an earlier version")."""
    earlier: frozenset[str] = NONE
    """Words before such a noun."""
    who: frozenset[str] = NONE
    """Relative pronouns for somebody."""
    by: frozenset[str] = NONE
    """Prepositions before whoever did something."""
    selves: frozenset[str] = NONE
    """Words behind a name that are no part of it ("himself")."""


@dataclass(frozen=True, slots=True)
class Who:
    """Words that tell whom a figure counts. All in lower case; a phrase of two words is written with a blank."""

    statuses: Mapping[str, str] = field(default_factory=dict)
    """Word -> "civilian" or "combatant"."""
    ages: Mapping[str, str] = field(default_factory=dict)
    """Word -> "child", "adult" or "elderly"."""
    sexes: Mapping[str, str] = field(default_factory=dict)
    """Word -> "female" or "male"."""
    roles: Mapping[str, str] = field(default_factory=dict)
    """Word -> role."""
    units: Mapping[str, str] = field(default_factory=dict)
    """Word -> what is counted where it is not single people ("families")."""
    generic: frozenset[str] = NONE
    """Words for anybody at all."""
    ignored: frozenset[str] = NONE
    """Small words and words of harm, which say nothing of a group."""
    ends: frozenset[str] = NONE
    """Words that end the head of a group ("soldiers | of")."""
    singulars: Mapping[str, str] = field(default_factory=dict)
    """Plural -> singular, where no rule gives it."""
    plural_ends: tuple[tuple[str, str], ...] = ()
    """Ending of a plural -> ending of the singular; the first that fits is taken."""
    bases: Mapping[str, str] = field(default_factory=dict)
    """Word or phrase -> what a count rests on ("identified")."""
    earlier: tuple[str, ...] = ()
    """Phrases right before a number that make it one given earlier ("cut to 29 from 38")."""
    own: frozenset[str] = NONE
    """Words before those counted that make them the speaker's own ("its fighters", "lost 22 soldiers")."""
    others: frozenset[str] = NONE
    """Words that make them the other side's ("enemy")."""
    losing: frozenset[str] = NONE
    """Verbs before a number that make those counted the speaker's own."""
    striking: frozenset[str] = NONE
    """Verbs of harm by which a subject harms others."""
    speaking: frozenset[str] = NONE
    """Pronouns by which a speaker means himself or his side."""
    bodies: frozenset[str] = NONE
    """Words of a body's name that do not tell whose it is ("ministry")."""
    vague: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    """Vague count -> the least and the most that it may mean where figures are compared."""
    titles: frozenset[str] = NONE
    """Words in front of or around a name that two namings of one source may differ by ("the", "colonel", "spokesman")."""
    ordinary: frozenset[str] = NONE
    """Words that carry no content, for the comparison of statements."""
    negations: frozenset[str] = NONE
    """Words in a statement that turn it round."""
    hedges: frozenset[str] = NONE
    """Words in a statement that make it less than what it says without them ("partly", "may")."""
    stems: tuple[tuple[str, str], ...] = ()
    """Ending -> what stands for it where words are compared as stems; the first that fits is taken."""
    alike: Mapping[str, str] = field(default_factory=dict)
    """Stem -> the stem of another word for the same."""
    passive: frozenset[str] = NONE
    """Words before whoever did it, where that is named last ("by")."""
