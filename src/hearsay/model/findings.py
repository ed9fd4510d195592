"""What stands in a text at a place."""

from enum import StrEnum
from sys import intern

from msgspec.structs import force_setattr

from .base import Span, Value


class Finding(Value, frozen=True, tag_field="type", tag=str.lower):
    """Something that can be pointed at, and accepted, rejected or replaced."""


class SourceKind(StrEnum):
    """Who is made to speak (docs/annotation.md, rule 14)."""

    PERSON = "person"
    INSTITUTION = "institution"
    ROLE = "role"
    ANONYMOUS = "anonymous"
    COLLECTIVE = "collective"
    DOCUMENT = "document"
    MEDIA = "media"
    OUTLET = "outlet"


class Source(Value, frozen=True):
    """Who is made to speak. `name` is the fullest name the document gives, else the source's own words;
    `spans` where this attribution names the source (empty: left to be understood)."""

    name: str
    kind: SourceKind
    spans: tuple[Span, ...] = ()


class Cue(Value, frozen=True):
    """The words that signal the attribution; `shade` is a row of the language's cue table."""

    spans: tuple[Span, ...]
    lemma: str
    shade: str = "says"

    def __post_init__(self) -> None:
        # msgspec leaves a default out only where it is the very object: equal cues must be written alike, and get one id
        force_setattr(self, "shade", intern(self.shade))


class Quoting(StrEnum):
    """Whether the content stands in quotation marks: all of it, none of it, or part of it."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Polarity(StrEnum):
    """Whether the words affirm or deny that something happened. An unverified claim is affirmed."""

    AFFIRMED = "affirmed"
    DENIED = "denied"


class Attribution(Finding, frozen=True):
    """Somebody says something. `via` are the relays named in the text, nearest to the speaker first;
    `inferred` marks a continuation under the previous source, without a cue of its own."""

    text: str
    content: tuple[Span, ...]
    source: Source | None = None
    cue: Cue | None = None
    quoting: Quoting = Quoting.INDIRECT
    via: tuple[Source, ...] = ()
    polarity: Polarity = Polarity.AFFIRMED
    inferred: bool = False


class Modifier(StrEnum):
    """How the words bound a number; docs/annotation.md says which bounds follow."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at least"
    MORE_THAN = "more than"
    AT_MOST = "at most"
    FEWER_THAN = "fewer than"
    RANGE = "range"
    VAGUE = "vague"


class Measure(StrEnum):
    """What befell those who are counted. A subset keeps the measure of its whole."""

    KILLED = "killed"
    INJURED = "injured"
    MISSING = "missing"
    DETAINED = "detained"
    DISPLACED = "displaced"
    ABDUCTED = "abducted"
    HELD = "held"
    RELEASED = "released"
    TRAPPED = "trapped"
    STARVED = "starved"
    DESTROYED = "destroyed"
    OTHER = "other"


class Scope(StrEnum):
    """What a figure counts over: the dead of one event, a stretch with both ends, or a running total."""

    INCIDENT = "incident"
    PERIOD = "period"
    CUMULATIVE = "cumulative"
    UNKNOWN = "unknown"


class Modality(StrEnum):
    """How sure the words are of a figure."""

    REPORTED = "reported"
    FEARED = "feared"
    PRESUMED = "presumed"
    EXPECTED = "expected"


class Precision(StrEnum):
    """The longest unit of time that an expression leaves open."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    RANGE = "range"
    UNRESOLVED = "unresolved"


class Window(Value, frozen=True):
    """When the harm happened: inclusive ISO dates, None where the text leaves an end open. `words` are the
    text's own, at `spans`. Unresolved windows ("since the fighting began") keep the words alone."""

    words: str
    start: str | None = None
    end: str | None = None
    precision: Precision = Precision.UNRESOLVED
    spans: tuple[Span, ...] = ()


class Place(Value, frozen=True):
    """A named place as written; never anything below a named place."""

    words: str
    spans: tuple[Span, ...] = ()


class Figure(Finding, frozen=True):
    """A count of people, or of counted objects, harmed. `low` and `high` are what the words allow (None: open);
    `span` is the number expression without its modifier, `words` its characters."""

    text: str
    span: Span
    words: str
    measure: Measure
    low: int | None = None
    high: int | None = None
    modifier: Modifier = Modifier.EXACT
    who: str = ""
    who_spans: tuple[Span, ...] = ()
    scope: Scope = Scope.UNKNOWN
    window: Window | None = None
    place: Place | None = None
    polarity: Polarity = Polarity.AFFIRMED
    modality: Modality = Modality.REPORTED
    basis: str = ""


class Mention(Finding, frozen=True):
    """What somebody is called, in these very words; `actor` is the fullest name the document gives them."""

    text: str
    span: Span
    actor: str
    words: str


class Field(StrEnum):
    """What an `About` tells of its document."""

    HEADLINE = "headline"
    OUTLET = "outlet"
    BYLINE = "byline"
    DATELINE = "dateline"
    PUBLISHED = "published"
    HEADER_DATE = "header-date"


class About(Finding, frozen=True):
    """A fact about the document: disputable, so a finding. `basis` names the place it was read from ("json-ld",
    "meta:article:published_time", "itemprop", "url", "htmldate", "time", "masthead", "content", "capture" ...).
    Dates are ISO 8601, with the time and zone where given; every candidate is kept. `span` is its place in the text, if
    it has one."""

    text: str
    field: Field
    value: str
    basis: str
    span: Span | None = None


class Relation(StrEnum):
    """How the left finding of a link stands to the right one."""

    PART_OF = "part-of"
    SAME_ACTOR = "same-actor"
    SAME_QUANTITY = "same-quantity"
    SAME_EVENT = "same-event"
    REVISES = "revises"
    CONTRADICTS = "contradicts"
    COPIES = "copies"
    AGREES = "agrees"
    INCLUDES = "includes"
    DENIES = "denies"
    QUALIFIES = "qualifies"
    SAYS_THE_SAME = "says-the-same"
    SHARES = "shares-text"


BETWEEN_TEXTS = frozenset({Relation.COPIES, Relation.SHARES})
"""The relations in which whole texts stand: the sides of such a link are text ids."""


class Link(Finding, frozen=True):
    """`left` stands in `relation` to `right` (both finding ids; in `BETWEEN_TEXTS` both text ids): the part is left of its
    whole, and the copy of what it was copied from. SHARES has no direction: the lesser id is on the left."""

    left: str
    right: str
    relation: Relation


AnyFinding = Attribution | Figure | Mention | About | Link
